"""By what a page is found beside its words: the subjects it is on, and how open it is."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum

from public_record.links.decisions import subjects_of
from public_record.links.links import minutes_at
from public_record.links.priorities import courses
from public_record.links.withheld import withheld_agreements, withheld_in
from public_record.model.each import ANEW, Each
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


def facets(record: Record, subjects: Iterable[str] = (), each: Each = ANEW) -> Mapping[str, Facets]:
    """Give the facets of the pages of a record, of its minutes, and of the pages of its subjects, by address."""
    found: dict[str, Facets] = {}
    for own in each.each(_of_meeting, [(meeting,) for meeting in record.meetings]):
        found |= own
    for own in each.each(_of_agreement, [(agreement,) for agreement in record.agreements]):
        found |= own
    found |= {priority_address(course.id): Facets(Openness.OPEN, course.subjects) for course in courses(record.agreements)}
    return found | {f"subjects/{subject}/": Facets(Openness.OPEN, (subject,)) for subject in subjects}


def _of_meeting(meeting: Meeting) -> dict[str, Facets]:
    places = {line.address for line in withheld_in(meeting)}
    noticed = {place.partition("#")[0] for place in places} | ({meeting.id} if places else set())
    # The first paper of an item stands on the item's page, which knows more: it comes last.
    found = {thing.id: Facets(_openness(thing, noticed), _each_once(subjects)) for thing, subjects in _things(meeting)}
    minutes = {
        at.minute.id: Facets(_openness_of_minute(at.minute, places), _each_once(subjects_of(at))) for at in minutes_at(meeting)
    }
    return found | minutes


def _each_once(subjects: Iterable[str]) -> tuple[str, ...]:
    return tuple(sorted(set(subjects)))


def _of_agreement(agreement: Agreement) -> dict[str, Facets]:
    noticed = {line.address for line in withheld_agreements([agreement])}
    return {agreement.id: Facets(_openness(agreement, noticed), agreement.subjects)}


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
