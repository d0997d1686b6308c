"""From files to the public record: the one way through sources, checks and gate, for whoever publishes."""

from __future__ import annotations

import operator
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from public_record.checks.facts import Spot
from public_record.examine import at_shelf, compared
from public_record.gate.release import Released, release
from public_record.memory import Memory
from public_record.model.each import ANEW, Each
from public_record.model.file_dates import FileDates
from public_record.model.findings import Finding, Place, in_order, stops
from public_record.model.fingerprints import Fingerprints
from public_record.model.private import PrivateRecord
from public_record.model.record import Agreement, Meeting, Record
from public_record.model.rules import Rule
from public_record.model.settings import Settings
from public_record.project import Project
from public_record.references import unknown_targets
from public_record.sources.document import read_document
from public_record.sources.history import file_dates
from public_record.sources.load import Read, Reading, Shelves, whole
from public_record.sources.remembered import Remembered
from public_record.sources.settings import load_settings


@dataclass(frozen=True, slots=True)
class Publishable:
    """What may be published."""

    record: Record
    settings: Settings
    fingerprints: Callable[[], Fingerprints]
    """Makes those of what stayed behind, which takes as long as the release: who only compares does without."""
    files: Mapping[str, bytes]
    """Attachments as they are published, by address."""

    @property
    def withheld(self) -> Fingerprints:
        """What to search the finished site for."""
        return self.fingerprints()


@dataclass(frozen=True, slots=True)
class Prepared:
    """What may be published, or why nothing may."""

    findings: list[Finding]
    publishable: Publishable | None = None
    """None where a finding stops the build."""


@dataclass(frozen=True, slots=True)
class Remembering:
    """What is remembered where the same record is prepared again and again: the one place in which anything sealed stays."""

    read: Read = read_document
    """Reads a document."""
    turn: Callable[[], None] = lambda: None
    """Forgets the documents that were not read since the last turn."""
    record: Each = ANEW
    """What was found out about the record, and what the gate made of it: of the last time alone."""
    without: Each = ANEW
    """The same of the record without the private tree."""
    public: Each = ANEW
    """What was made of the public record."""

    @classmethod
    def begin(cls) -> Remembering:
        """Begin to remember."""
        documents = Remembered()
        return cls(documents, documents.turn, Memory(), Memory(), Memory())


NOTHING = Remembering()


def prepare(project: Project, today: date, kept: Remembering = NOTHING) -> Prepared:
    """Read, check and release the record as it stands on a day. The private record ends with this function, or with `kept`."""
    settings, findings = _settings(project, kept)
    shelves = Shelves.of(project.content, project.private, kept.read)
    readings = list(kept.record.unchanged(shelves.all(), Reading.parts))
    record = whole(readings)
    each = kept.record if settings else ANEW
    shelf = list(each.each(at_shelf, [(reading, settings, today) for reading in readings]))
    looked = compared(shelf, settings, today, _places(record))
    findings += [*shelves.findings, *looked.findings]
    if not (record.meetings or record.agreements or findings):
        cure = "Put the record there, or build the project whose record this is: an empty site would replace the old one."
        findings.append(Finding(Place(project.content.name), Rule.UNREADABLE, "there is no document in this folder.", cure))
    if settings is None or stops(findings):
        return Prepared(in_order(findings))
    dates = file_dates(project.content, kept.record) if settings.policy.dates_from_git else FileDates()
    released = release(record, settings, today, dates, kept.record)
    findings += released.refused
    if looked.links:
        findings += unknown_targets(record, released.record, kept.public)
    if project.private:
        findings += _told_apart(released.record, _without(project, settings, today, dates, kept), project, kept)
    if stops(findings):
        return Prepared(in_order(findings))
    return Prepared(in_order(findings), Publishable(released.record, settings, _fingerprints(released, kept), released.files))


def _fingerprints(released: Released, kept: Remembering) -> Callable[[], Fingerprints]:
    if kept is NOTHING:
        return released.fingerprints
    # What is remembered is made in its turn.
    made = released.withheld
    return lambda: made


def _settings(project: Project, kept: Remembering) -> tuple[Settings | None, list[Finding]]:
    settings, findings = load_settings(project.settings)
    if settings:
        # While they cannot be read, those of before stay what they are compared with: most often they come back.
        (settings,) = kept.public.unchanged([settings], _written)
    return settings, findings


def _written(settings: Settings) -> tuple[str]:
    return (settings.model_dump_json(),)


def _places(record: PrivateRecord) -> Callable[[Spot], Place]:
    documents = {document.path: document for document in record.documents()}
    return lambda spot: documents[spot.path].place(*spot.keys)


def _without(project: Project, settings: Settings, today: date, dates: FileDates, kept: Remembering) -> Record:
    """Release the record as it is without the private tree."""
    shelves = Shelves.of(project.content, read=kept.read)
    readings = kept.without.unchanged(shelves.all(), Reading.parts)
    return release(whole(readings), settings, today, dates, kept.without).record


def _told_apart(record: Record, without: Record, project: Project, kept: Remembering) -> Iterator[Finding]:
    """Yield where the public record would differ if the private tree were not there: it must not tell."""
    first, second = _parts(record), _parts(without)
    names = sorted(first.keys() | second.keys())
    equal = kept.without.each(operator.eq, [(first.get(name), second.get(name)) for name in names])
    for name, same in zip(names, equal, strict=True):
        if not same:
            yield Finding(
                Place(project.content.name),
                Rule.TWO_TREES,
                f"{name} would be published otherwise without the private tree.",
                "Give the file in content/ the same marks as the private one, and leave out only what is withheld.",
            )


def _parts(record: Record) -> dict[str, Meeting | Agreement]:
    return {**{meeting.id: meeting for meeting in record.meetings}, **{one.id: one for one in record.agreements}}
