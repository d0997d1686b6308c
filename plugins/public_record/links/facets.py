"""By what a page is found beside its words: the subjects it is on, and how open it is."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum

from public_record.links.decisions import subjects_of
from public_record.links.links import minutes_at
from public_record.links.priorities import courses
from public_record.links.withheld import all_withheld, withheld_in
from public_record.model.ids import priority_address
from public_record.model.record import Agreement, Appendix, Item, Meeting, Minute, Notes, Paper, Record


class Openness(StrEnum):
    """How much of a page its reader sees."""

    OPEN = "open"
    IN_PART = "in-part"
    WITHHELD = "withheld"

    @property
    def label(self) -> str:
        """What a reader chooses by."""
        return {"open": "Open", "in-part": "Withheld in part", "withheld": "Withheld"}[self.value]


@dataclass(frozen=True, slots=True)
class Facets:
    """What search is told of one page, or of one minute."""

    openness: Openness | None
    """None where something was withdrawn: it is neither open nor withheld."""
    subjects: tuple[str, ...] = ()


def facets(record: Record, subjects: Iterable[str] = ()) -> Mapping[str, Facets]:
    """Give the facets of the pages of a record, of its minutes, and of the pages of its subjects, by address."""
    of_subjects = ((f"subjects/{subject}/", Facets(Openness.OPEN, (subject,))) for subject in subjects)
    return dict([*_of_record(record), *of_subjects])


def _of_record(record: Record) -> Iterator[tuple[str, Facets]]:
    places = {line.address for line in all_withheld(record)}
    noticed = {place.partition("#")[0] for place in places}
    noticed |= {meeting.id for meeting in record.meetings if any(withheld_in(meeting))}
    for meeting in record.meetings:
        for thing, subjects in _things(meeting):
            # The first paper of an item stands on the item's page, which knows more: it comes last.
            yield thing.id, Facets(_openness(thing, noticed), tuple(sorted(set(subjects))))
        for at in minutes_at(meeting):
            yield at.minute.id, Facets(_openness_of_minute(at.minute, places), tuple(sorted(set(subjects_of(at)))))
    for agreement in record.agreements:
        yield agreement.id, Facets(_openness(agreement, noticed), agreement.subjects)
    for course in courses(record.agreements):
        yield priority_address(course.id), Facets(Openness.OPEN, course.subjects)


def _things(meeting: Meeting) -> Iterator[tuple[Meeting | Item | Paper | Appendix | Notes, Iterable[str]]]:
    """Yield what has a page, with its subjects."""
    minuted = [subject for at in minutes_at(meeting) for subject in subjects_of(at)]
    yield meeting, [*minuted, *(subject for item in meeting.items for subject in item.subjects)]
    for item, paper in meeting.all_papers():
        subjects = paper.details.subjects or (item.subjects if item else ())
        yield paper, subjects
        for appendix in paper.appendices:
            yield appendix, appendix.details.subjects or subjects
    for item in meeting.items:
        yield (
            item,
            [*item.subjects, *(subject for paper in item.papers if paper.id == item.id for subject in paper.details.subjects)],
        )
    if meeting.notes:
        yield meeting.notes, minuted


def _openness_of_minute(minute: Minute, places: set[str]) -> Openness:
    if minute.withheld and minute.open_reason is None:
        return Openness.WITHHELD
    return Openness.IN_PART if minute.id in places else Openness.OPEN


def _openness(thing: Meeting | Item | Paper | Appendix | Notes | Agreement, noticed: set[str]) -> Openness | None:
    if thing.withheld:
        return Openness.WITHHELD
    if not isinstance(thing, Item) and thing.withdrawn:
        return None
    return Openness.IN_PART if thing.id in noticed else Openness.OPEN
