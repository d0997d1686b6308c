"""What the record holds of a meeting, and what it does not: a gap is said, with its reason where that is known."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from public_record.model.record import Item, Meeting, Notes
from public_record.model.vocabulary import Delivery

_ON_PAPER = {Delivery.REPORT, Delivery.PRESENTATION, Delivery.TO_FOLLOW, Delivery.TABLED}
"""Ways in which an item comes that let a reader expect a document."""


@dataclass(frozen=True, slots=True)
class Holding:
    """A part of a meeting's record."""

    name: str
    complete: bool
    said: str
    """Whether it is held, in words."""


def holdings(meeting: Meeting, today: date) -> Iterator[Holding]:
    """Yield what there is of a meeting's agenda, papers and notes."""
    yield _agenda(meeting)
    yield _papers(meeting)
    if not meeting.cancelled:
        yield _notes(meeting.notes, held=meeting.date < today)


def without_a_paper(meeting: Meeting) -> list[Item]:
    """List the open items that were to come with a document of which nothing is held."""
    return [item for item in meeting.items if not item.papers and not item.withheld and _ON_PAPER.intersection(item.delivery)]


def _agenda(meeting: Meeting) -> Holding:
    if meeting.withheld or meeting.withdrawn:
        return Holding("Agenda", complete=False, said="withheld" if meeting.withheld else "withdrawn")
    return Holding("Agenda", meeting.agenda_held, "held" if meeting.agenda_held else "not in this record")


def _papers(meeting: Meeting) -> Holding:
    papers = [paper for _, paper in meeting.all_papers()]
    count = sum(1 for paper in papers if not paper.withheld and not paper.withdrawn)
    held = f"{count or 'none'} held"
    if not meeting.agenda_held:
        return Holding("Papers", complete=False, said=f"{held}; without the agenda nobody can say how many there were")
    notices = len(papers) - count
    said = held + (f", {notices} not published" if notices else "")
    if missing := without_a_paper(meeting):
        names = ", ".join(item.ref or item.title for item in missing)
        said += f"; announced and not in this record: {names}"
    return Holding("Papers", not missing and not notices, said)


def _notes(notes: Notes | None, *, held: bool) -> Holding:
    if notes is None:
        return Holding("Notes", complete=False, said="not in this record" if held else "the meeting has not been held yet")
    if notes.withheld or notes.withdrawn:
        return Holding("Notes", complete=False, said="withheld" if notes.withheld else "withdrawn")
    return Holding("Notes", complete=True, said="held")
