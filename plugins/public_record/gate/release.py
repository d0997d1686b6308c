"""The crossing: builds the public record out of the private one, field by field.

A field is public because a line in this room names it. What no line names stays behind, and so does everything that `decide`
does not call public. What stays behind is handed to a keeper, whose fingerprints let the finished site be searched for it.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Hashable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from public_record.gate.agreements import agreement_of
from public_record.gate.attachments import restricted_elsewhere
from public_record.gate.desk import Desk
from public_record.gate.history import unseen
from public_record.gate.meetings import meeting_of
from public_record.gate.sought import fingerprints_of
from public_record.gate.ties import only_public_ties
from public_record.gate.withheld import Keeper
from public_record.model.agreement_forms import AgreementForm
from public_record.model.each import ANEW, Each
from public_record.model.file_dates import FileDates
from public_record.model.findings import Finding, Place
from public_record.model.fingerprints import Fingerprints
from public_record.model.private import Document, MeetingFolder, PrivateRecord, SealedFile
from public_record.model.record import Agreement, Body, Meeting, Record
from public_record.model.settings import Settings


@dataclass(frozen=True, slots=True)
class Released:
    """What the gate gives out."""

    record: Record
    fingerprints: Callable[[], Fingerprints]
    """Makes those of what stayed behind. It takes as long as the release: who compares records does without."""
    files: Mapping[str, bytes] = field(default_factory=dict)
    """Attachments as they are published, by address."""
    refused: tuple[Finding, ...] = ()
    """Why something that may be public cannot be published; the build stops."""

    @property
    def withheld(self) -> Fingerprints:
        """The fingerprints of what stayed behind, made when they are asked for."""
        return self.fingerprints()


@dataclass(frozen=True, slots=True, weakref_slot=True)
class Part:
    """What the gate gives out of one folder, or one version of the agreement, and what stays behind of it."""

    thing: Meeting | Agreement | None
    """None where nothing of it is to be shown."""
    keeper: Keeper
    files: Mapping[str, bytes]
    refused: tuple[Finding, ...]
    opened: Mapping[str, Place]
    """Where attachments that are published are named, by digest."""
    closed: Collection[str]
    """Digests of attachments that are restricted."""
    shown: Sequence[SealedFile]
    """Attachments that are published."""


def release(
    record: PrivateRecord,
    settings: Settings,
    today: date,
    dates: FileDates = FileDates(),  # noqa: B008 - frozen
    each: Each = ANEW,
) -> Released:
    """Build the public record as it stands on a day: part by part, and then what one part says of another."""
    known = dates.by_folder()
    asked = each.unchanged([known.get(_folder(path), _NO_DATES) for path in _paths(record)], _said_by)
    things: list[MeetingFolder | Document[AgreementForm]] = [*record.meetings, *record.agreements]
    parts = list(each.each(_part, [(thing, settings, today, days) for thing, days in zip(things, asked, strict=True)]))
    agreements = _agreements(parts)
    public = Record(
        tuple(Body(name, body.name, body.short, body.description) for name, body in settings.bodies.items()),
        _meetings(parts, agreements, each),
        agreements,
    )
    files = {address: data for part in parts for address, data in part.files.items()}
    refused = [finding for part in parts for finding in part.refused]
    keepers = [part.keeper for part in parts]
    attached = _attached(parts, each)

    def fingerprints() -> Fingerprints:
        made = fingerprints_of([*keepers, *_untied(keepers, public)], public, each)
        return Fingerprints.together([made, *attached]) if attached else made

    return Released(public, fingerprints, files, (*refused, *_restricted_elsewhere(parts)))


_NO_DATES = FileDates()


def _paths(record: PrivateRecord) -> Iterator[str]:
    yield from (f"{folder.path}/" for folder in record.meetings)
    yield from (document.path for document in record.agreements)


def _folder(path: str) -> str:
    """Name the folder of a file as the history of its tree does."""
    return path.partition("/")[2].rpartition("/")[0]


def _said_by(dates: FileDates) -> tuple[Hashable, ...]:
    return tuple(dates.changed.items()), tuple(sorted(dates.cut_off))


def _untied(keepers: Iterable[Keeper], record: Record) -> Iterator[Keeper]:
    """Yield what was taken out of public minutes, since what it corrects is not public."""
    minutes = (minute for meeting in record.meetings if meeting.notes for minute in meeting.notes.minutes)
    led = {correction.at for minute in minutes if minute.adopted for correction in minute.adopted.corrections}
    for keeper in keepers:
        if left := [(text, place) for address, text, place in keeper.tied if address not in led]:
            untied = Keeper()
            for text, place in left:
                untied.keep(text, place)
            yield untied


def _attached(parts: Sequence[Part], each: Each) -> list[Fingerprints]:
    """Give the fingerprints of restricted attachments, without what published ones say.

    Somebody looked at each of those, as at the blackened edition of a restricted report.
    """
    attached = [part.keeper.attached for part in parts if len(part.keeper.attached)]
    if not attached:
        return []
    opened = each.each(_open_rows, [(part,) for part in parts if part.shown])
    return [Fingerprints.together(attached).without(row for rows in opened for row in rows)]


def _open_rows(part: Part) -> list[Sequence[str]]:
    return [row for file in part.shown for row in file.words() or ()]


def _part(thing: MeetingFolder | Document[AgreementForm], settings: Settings, today: date, dates: FileDates) -> Part:
    desk = Desk(settings.wording, today, dates=dates)
    released: Meeting | Agreement | None = None
    if isinstance(thing, Document):
        released = agreement_of(thing, desk)
    elif thing.body in settings.bodies:
        released = meeting_of(thing, desk)
    else:
        desk.keep_all(thing.documents())
    refused = (*desk.refused, *unseen(desk))
    return Part(released, desk.keeper, desk.files, refused, desk.open_files, desk.closed_files, desk.shown_files)


def _restricted_elsewhere(parts: Sequence[Part]) -> Iterator[Finding]:
    opened: dict[str, Place] = {}
    for part in reversed(parts):
        opened |= part.opened
    return restricted_elsewhere(opened, {digest for part in parts for digest in part.closed})


def _meetings(parts: Iterable[Part], agreements: tuple[Agreement, ...], each: Each) -> tuple[Meeting, ...]:
    meetings = [part.thing for part in parts if isinstance(part.thing, Meeting)]
    return only_public_ties(sorted(meetings, key=lambda meeting: (meeting.date, meeting.body)), agreements, each)


def _agreements(parts: Iterable[Part]) -> tuple[Agreement, ...]:
    agreements = [part.thing for part in parts if isinstance(part.thing, Agreement)]
    return tuple(
        sorted(agreements, key=lambda one: (one.effective_from or one.published or "", one.published or "", one.version))
    )
