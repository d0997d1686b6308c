"""Ties the public record together in one pass: item and minute, notes and their adoption, one meeting and the next."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from public_record.links.exclusion import excluding_minute
from public_record.links.legislation import Legislation
from public_record.links.numbering import Missing, Restart, breaks
from public_record.links.references import References, resolve
from public_record.links.register import Register
from public_record.model.each import ANEW, Each
from public_record.model.record import Agreement, Correction, Item, Meeting, Minute, Notes, Record, Request, Resolution


@dataclass(frozen=True, slots=True)
class MinuteAt:
    """A minute with the meeting it is of, and the item it answers where that is known."""

    meeting: Meeting
    minute: Minute
    item: Item | None


@dataclass(frozen=True, slots=True)
class Adoption:
    """Where the notes of a meeting were put up for adoption, and the minute that records it."""

    meeting: Meeting
    item: Item
    minute: Minute | None


@dataclass(frozen=True, slots=True)
class CorrectedBy:
    """A correction to notes, with the minute that made it in adopting them."""

    meeting: Meeting
    minute: Minute
    correction: Correction


@dataclass(frozen=True, slots=True)
class Decided:
    """A resolution with the minute, the item and the meeting that it belongs to."""

    at: MinuteAt
    resolution: Resolution


@dataclass(frozen=True, slots=True)
class Asked:
    """A request with the minute, the item and the meeting that it belongs to."""

    at: MinuteAt
    request: Request


@dataclass(frozen=True, slots=True)
class Links:
    """What belongs to what. Keys are ids."""

    minutes: Mapping[str, tuple[MinuteAt, ...]]
    """By item: the minutes that answer it."""
    adoptions: Mapping[str, Adoption]
    """By meeting: where its notes were adopted, as far as the record holds that."""
    adopts: Mapping[str, Meeting]
    """By item: the meeting whose notes it puts up for adoption."""
    previous: Mapping[str, Meeting]
    """By meeting: the one before it of the same body."""
    following: Mapping[str, Meeting]
    """By meeting: the one after it of the same body."""
    meetings: Mapping[tuple[str, date], Meeting]
    """By body and day."""
    agreements: Mapping[str, Agreement]
    """By version."""
    exclusions: Mapping[str, Minute]
    """By meeting: the minute by which the press and public were excluded, where its notes record that."""
    corrections: Mapping[str, tuple[CorrectedBy, ...]]
    """By the address of what they correct."""
    breaks: Mapping[str, Missing | Restart]
    """By meeting: where the numbers of its minutes do not go on from the notes before."""
    laid_before: Mapping[str, tuple[tuple[Meeting, Item], ...]]
    """By version of the agreement: the items that had it before them."""
    register: Register
    references: References

    def decided_on(self, item: Item) -> Iterator[Decided]:
        """Yield what was resolved on an item."""
        for at in self.minutes.get(item.id, ()):
            for resolution in at.minute.resolutions:
                yield Decided(at, resolution)

    def asked_on(self, item: Item) -> Iterator[Asked]:
        """Yield what was asked for under an item."""
        for at in self.minutes.get(item.id, ()):
            for request in at.minute.requests:
                yield Asked(at, request)


def link(record: Record, legislation: Mapping[str, str] | None = None, each: Each = ANEW) -> Links:
    """Find every tie of the record. Costs one pass over meetings, items and minutes, and one over the texts."""
    register = Register.of(record, each)
    (laws,) = each.each(_laws, [tuple((legislation or {}).items())])
    excluding = each.each(excluding_minute, [(meeting,) for meeting in record.meetings])
    meetings = {(meeting.body, meeting.date): meeting for meeting in record.meetings}
    minutes: dict[str, list[MinuteAt]] = defaultdict(list)
    for meeting in record.meetings:
        for at in minutes_at(meeting):
            if at.item:
                minutes[at.item.id].append(at)
    frozen = {item: tuple(found) for item, found in minutes.items()}
    adoptions, adopts = _adoptions(record, meetings, frozen)
    previous, following = _neighbours(record)
    laid: dict[str, list[tuple[Meeting, Item]]] = defaultdict(list)
    for meeting in record.meetings:
        for item in meeting.items:
            if item.agreement:
                laid[item.agreement].append((meeting, item))
    return Links(
        minutes=frozen,
        adoptions=adoptions,
        adopts=adopts,
        previous=previous,
        following=following,
        meetings=meetings,
        agreements={agreement.version: agreement for agreement in record.agreements},
        exclusions={meeting.id: minute for meeting, minute in zip(record.meetings, excluding, strict=True) if minute},
        corrections=_corrections(record),
        breaks=breaks(record),
        laid_before={version: tuple(found) for version, found in laid.items()},
        register=register,
        references=resolve(record, register, laws, each),
    )


def _laws(*named: tuple[str, str]) -> Legislation:
    return Legislation.of(dict(named))


def minutes_at(meeting: Meeting) -> Iterator[MinuteAt]:
    """Yield the minutes of a meeting, each with its item."""
    items = {item.key: item for item in meeting.items}
    notes: Notes | None = meeting.notes
    for minute in notes.minutes if notes else ():
        yield MinuteAt(meeting, minute, items.get(minute.item or ""))


def decisions(record: Record) -> Iterator[Decided]:
    """Yield every resolution of the record, in order of date and minute."""
    for meeting in record.meetings:
        yield from decisions_of(meeting)


def decisions_of(meeting: Meeting) -> Iterator[Decided]:
    """Yield the resolutions of one meeting."""
    for at in minutes_at(meeting):
        for resolution in at.minute.resolutions:
            yield Decided(at, resolution)


def _adoptions(
    record: Record, meetings: Mapping[tuple[str, date], Meeting], minutes: Mapping[str, tuple[MinuteAt, ...]]
) -> tuple[dict[str, Adoption], dict[str, Meeting]]:
    adoptions: dict[str, Adoption] = {}
    adopts: dict[str, Meeting] = {}
    for meeting in record.meetings:
        for item in meeting.items:
            earlier = meetings.get((meeting.body, item.notes_of)) if item.notes_of else None
            if earlier:
                answered = minutes.get(item.id, ())
                adoptions[earlier.id] = Adoption(meeting, item, answered[0].minute if answered else None)
                adopts[item.id] = earlier
    return adoptions, adopts


def _corrections(record: Record) -> dict[str, tuple[CorrectedBy, ...]]:
    found: dict[str, list[CorrectedBy]] = defaultdict(list)
    for meeting in record.meetings:
        for minute in meeting.notes.minutes if meeting.notes else ():
            for correction in minute.adopted.corrections if minute.adopted else ():
                found[correction.at].append(CorrectedBy(meeting, minute, correction))
    return {address: tuple(made) for address, made in found.items()}


def _neighbours(record: Record) -> tuple[dict[str, Meeting], dict[str, Meeting]]:
    previous: dict[str, Meeting] = {}
    following: dict[str, Meeting] = {}
    latest: dict[str, Meeting] = {}
    for meeting in record.meetings:
        if before := latest.get(meeting.body):
            previous[meeting.id] = before
            following[before.id] = meeting
        latest[meeting.body] = meeting
    return previous, following
