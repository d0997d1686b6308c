"""What stands at each address of the record, and when that was published and changed."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import TypeAlias

from public_record.model.each import ANEW, Each
from public_record.model.record import Agreement, Appendix, History, Item, Meeting, Notes, Paper, Record, Source

Thing: TypeAlias = Meeting | Item | Paper | Appendix | Notes | Agreement


@dataclass(frozen=True, slots=True)
class Standing:
    """Something with an address of its own."""

    thing: Thing
    meeting: Meeting | None = None
    item: Item | None = None
    """The item that it is, or belongs to."""
    paper: Paper | None = None
    """The paper that it is, or belongs to; of an item, the one that is read on the item's own page."""

    @property
    def document(self) -> tuple[str, History] | None:
        """Name the document whose text the page shows, with its history; None where it is not published."""
        match self.thing:
            case Item():
                return _open("paper", self.paper) if self.paper else _agenda(self.meeting)
            case Meeting():
                return _agenda(self.thing)
            case Notes():
                # Sentences of the page speak of one thing.
                return _open("set of notes", self.thing)
            case Paper() | Appendix() | Agreement():
                return _open(type(self.thing).__name__.lower(), self.thing)

    @property
    def source(self) -> Source | None:
        """Say where the work comes from that the page retells, if it was published elsewhere."""
        shown = self.thing if isinstance(self.thing, Appendix) else self.paper
        return shown.details.source if shown else None

    @property
    def last(self) -> date | None:
        """The last day on which anything is known to have happened to what the page shows."""
        days = [history.last for history in self._histories() if history.last]
        return max(days, default=None)

    def _histories(self) -> Iterator[History]:
        if self.document:
            yield self.document[1]
        # What was decided on an item stands on the item's page.
        if isinstance(self.thing, Item) and self.meeting:
            yield self.meeting.history
            if self.meeting.notes and any(minute.item == self.thing.key for minute in self.meeting.notes.minutes):
                yield self.meeting.notes.history


def standings(record: Record, each: Each = ANEW) -> Mapping[str, Standing]:
    """List what has an address, by address."""
    found: dict[str, Standing] = {}
    for own in each.each(_standings, [(meeting,) for meeting in record.meetings]):
        found |= own
    return found | {agreement.id: Standing(agreement) for agreement in record.agreements}


def _standings(meeting: Meeting) -> dict[str, Standing]:
    return {standing.thing.id: standing for standing in _standing(meeting)}


def _standing(meeting: Meeting) -> Iterator[Standing]:
    yield Standing(meeting, meeting)
    for item in meeting.items:
        yield Standing(item, meeting, item, next((paper for paper in item.papers if paper.id == item.id), None))
    for owner, paper in meeting.all_papers():
        if owner is None or paper.id != owner.id:
            yield Standing(paper, meeting, owner, paper)
        yield from (Standing(appendix, meeting, owner, paper) for appendix in paper.appendices)
    if meeting.notes:
        yield Standing(meeting.notes, meeting)


def _agenda(meeting: Meeting | None) -> tuple[str, History] | None:
    return ("agenda", meeting.history) if meeting and meeting.agenda_held else None


def _open(name: str, thing: Paper | Appendix | Notes | Agreement) -> tuple[str, History] | None:
    if thing.withheld or thing.withdrawn:
        return None
    return name, thing.details.history if isinstance(thing, Paper | Appendix) else thing.history
