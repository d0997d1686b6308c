"""The register: everything of the public record that has an address, with the words by which a reader would name it.

Ids are those of `model.ids`, so they survive rewording. Only what the gate released is here: what is not in the register
cannot be the target of a link.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from itertools import chain
from typing import Any, TypeAlias, TypeVar

from public_record.model.each import ANEW, Each
from public_record.model.ids import FOREWORD, appendix_mark, priority_address
from public_record.model.record import (
    Action,
    Agreement,
    Appendix,
    Block,
    Heading,
    Item,
    Limb,
    Meeting,
    Minute,
    Notes,
    Paper,
    Paragraph,
    Record,
    Request,
    Resolution,
)

_Key = TypeVar("_Key")
_Value = TypeVar("_Value")


class Kind(StrEnum):
    """What an address leads to, in the word that a reader would use."""

    BODY = "body"
    MEETING = "meeting"
    ITEM = "item"
    PAPER = "paper"
    APPENDIX = "appendix"
    NOTES = "notes"
    MINUTE = "minute"
    SECTION = "section"
    PARAGRAPH = "paragraph"
    RECOMMENDATION = "recommendation"
    PART = "part"
    RESOLUTION = "resolution"
    REQUEST = "request"
    ACTION = "action"
    AGREEMENT = "version"
    PRIORITY = "priority"
    SUBJECT = "subject"


NUMBERED = frozenset({Kind.PARAGRAPH, Kind.RECOMMENDATION})
"""What is cited as a paragraph of that which it stands in."""

_WHOLE = frozenset({Kind.MEETING, Kind.ITEM, Kind.PAPER, Kind.APPENDIX, Kind.NOTES, Kind.MINUTE, Kind.AGREEMENT})


@dataclass(frozen=True, slots=True)
class Entry:
    """One thing that has an address."""

    id: str
    kind: Kind
    mark: str | None
    """Its number, letter or reference as printed."""
    title: str
    owner: Entry | None = None
    """What it stands in."""
    day: date | None = None
    """Day of a meeting."""

    @property
    def label(self) -> str:
        """Name it as a reader would write it: `minute 117 of 16 March 2016`."""
        if self.kind is Kind.AGREEMENT:
            return f"{self.title}, version {self.mark}"
        name = f"{self.kind} {self.mark}" if self.mark else self.kind.value
        owner = self.owner
        while owner and owner.kind is Kind.NOTES:
            owner = owner.owner
        if owner is None:
            return f"{name} of {_long(self.day)}" if self.day else f"{name} {self.title}"
        return f"{name} of {_long(owner.day) if owner.kind is Kind.MEETING else owner.label}"

    @property
    def whole(self) -> Entry:
        """The minute, paper, item or version that it is, or that it is a part of: what can be said to be cited."""
        entry = self
        while not entry._is_whole and entry.owner:
            entry = entry.owner
        return entry

    @property
    def _is_whole(self) -> bool:
        """An appendix that is printed within a text has no page of its own."""
        return self.kind in _WHOLE and not (self.kind is Kind.APPENDIX and "#" in self.id)

    @property
    def meeting(self) -> Entry | None:
        """The meeting that it belongs to; None for the agreement."""
        entry: Entry | None = self
        while entry and entry.kind is not Kind.MEETING:
            entry = entry.owner
        return entry


def _long(day: date | None) -> str:
    return f"{day.day} {day:%B %Y}" if day else ""


@dataclass(frozen=True, slots=True)
class Register:
    """Every entry, and the ways by which people name them."""

    entries: Mapping[str, Entry]
    """By id, in the order of the record."""
    meetings: Mapping[date, tuple[tuple[str, str], ...]]
    """By day: the body, and the id of its meeting."""
    minutes: Mapping[tuple[str, str], tuple[tuple[date, str], ...]]
    """By body and number: the day of the meeting and the id, the earliest first."""
    parts: Mapping[tuple[str, Kind, str], tuple[str, ...]]
    """By owner, kind and mark: the items of a meeting, the papers' paragraphs and appendices, the versions (of nobody)."""
    papers: Mapping[str, tuple[str, ...]]
    """By item."""
    pages: Mapping[str, tuple[tuple[int, int, str], ...]]
    """By meeting: first and last page of an item in the printed pack, and the item."""

    def on(self, day: date) -> tuple[tuple[str, str], ...]:
        """List the meetings of a day, each after its body."""
        return self.meetings.get(day, ())

    def part(self, owner: str, kind: Kind, mark: str) -> tuple[str, ...]:
        """List what is called so within an owner."""
        return self.parts.get((owner, kind, mark.upper()), ())

    def numbered(self, body: str, mark: str) -> tuple[tuple[date, str], ...]:
        """List the minutes of a number, each after the day of its meeting, the earliest first."""
        return self.minutes.get((body, mark), ())

    def papers_of(self, item: str) -> tuple[str, ...]:
        """List the papers of an item."""
        return self.papers.get(item, ())

    def pages_of(self, meeting: str) -> tuple[tuple[int, int, str], ...]:
        """List the items of a meeting by their pages in the printed pack."""
        return self.pages.get(meeting, ())

    def whole_of(self, address: str) -> str | None:
        """Give the id of what can be said to be cited with an id; None where the register has no such id."""
        entry = self.entries.get(address)
        return entry.whole.id if entry else None

    def answer(self, question: Question) -> Any:
        """Answer a question that was put down."""
        name, *given = question
        return getattr(self, name)(*given)

    @classmethod
    def of(cls, record: Record, each: Each = ANEW) -> Register:
        """Enter everything, part by part."""
        things: list[Meeting | Agreement] = [*record.meetings, *record.agreements]
        parts = list(each.each(_entered, [(thing,) for thing in things]))
        entries = {entry.id: entry for entry in _bodies(record)}
        for part in parts:
            entries |= part.entries
        named = named_subjects(record, each)
        entries |= {entry.id: entry for entry in (Entry(f"subjects/{one}/", Kind.SUBJECT, None, one) for one in named)}
        return cls(
            entries,
            _gathered([part.meetings for part in parts]),
            {key: tuple(sorted(found)) for key, found in _gathered([part.minutes for part in parts]).items()},
            _gathered([part.parts for part in parts]),
            _gathered([part.papers for part in parts]),
            _gathered([part.pages for part in parts]),
        )


def _bodies(record: Record) -> Iterator[Entry]:
    """Yield the bodies of which the record holds a meeting: they have a page."""
    meeting = {meeting.body for meeting in record.meetings}
    return (Entry(f"{body.id}/", Kind.BODY, None, body.name) for body in record.bodies if body.id in meeting)


Question: TypeAlias = tuple[Any, ...]
"""The name of a method of a register, and what it is given."""


class Directory:
    """A register that is asked through somebody, who may put down what was asked and what was answered."""

    def __init__(self, ask: Callable[[Question], Any]) -> None:
        self._ask = ask

    def on(self, day: date) -> tuple[tuple[str, str], ...]:
        """Ask for `Register.on`."""
        found: tuple[tuple[str, str], ...] = self._ask(("on", day))
        return found

    def part(self, owner: str, kind: Kind, mark: str) -> tuple[str, ...]:
        """Ask for `Register.part`."""
        found: tuple[str, ...] = self._ask(("part", owner, kind, mark))
        return found

    def numbered(self, body: str, mark: str) -> tuple[tuple[date, str], ...]:
        """Ask for `Register.numbered`."""
        found: tuple[tuple[date, str], ...] = self._ask(("numbered", body, mark))
        return found

    def papers_of(self, item: str) -> tuple[str, ...]:
        """Ask for `Register.papers_of`."""
        found: tuple[str, ...] = self._ask(("papers_of", item))
        return found

    def pages_of(self, meeting: str) -> tuple[tuple[int, int, str], ...]:
        """Ask for `Register.pages_of`."""
        found: tuple[tuple[int, int, str], ...] = self._ask(("pages_of", meeting))
        return found

    def whole_of(self, address: str) -> str | None:
        """Ask for `Register.whole_of`."""
        found: str | None = self._ask(("whole_of", address))
        return found


def _gathered(several: Sequence[Mapping[_Key, tuple[_Value, ...]]]) -> dict[_Key, tuple[_Value, ...]]:
    """Put together what several parts have, in their order. Most of it only one of them has, and that costs next to nothing."""
    found: dict[_Key, tuple[_Value, ...]] = {}
    for one in several:
        found |= one
    if len(found) < sum(map(len, several)):
        shared = Counter(key for one in several for key in one)
        for key in (key for key, times in shared.items() if times > 1):
            found[key] = tuple(value for one in several for value in one.get(key, ()))
    return found


def _entered(thing: Meeting | Agreement) -> Register:
    """Make the register of one part of the record."""
    entering = _Entering()
    if isinstance(thing, Agreement):
        entering.agreement(thing)
        return Register(entering.entries, {}, {}, _frozen(entering.parts), {}, {})
    entering.meeting(thing)
    return Register(
        entering.entries,
        {thing.date: ((thing.body, thing.id),)},
        _frozen(entering.minutes),
        _frozen(entering.parts),
        {item.id: tuple(paper.id for paper in item.papers) for item in thing.items},
        {thing.id: tuple(_pages(thing))},
    )


def _frozen(lists: Mapping[_Key, Sequence[_Value]]) -> dict[_Key, tuple[_Value, ...]]:
    return {key: tuple(found) for key, found in lists.items()}


@dataclass(slots=True)
class _Entering:
    """The same in the making."""

    entries: dict[str, Entry] = field(default_factory=dict)
    minutes: dict[tuple[str, str], list[tuple[date, str]]] = field(default_factory=lambda: defaultdict(list))
    parts: dict[tuple[str, Kind, str], list[str]] = field(default_factory=lambda: defaultdict(list))

    def meeting(self, meeting: Meeting) -> None:
        """Enter a meeting, its items, papers and notes."""
        own = self._enter(Entry(meeting.id, Kind.MEETING, None, "", day=meeting.date))
        self._blocks(own, meeting.id, meeting.introduction)
        for item in meeting.items:
            self._item(own, item)
        for paper in meeting.papers:
            self._paper(own, paper)
        if meeting.notes:
            self._notes(own, meeting, meeting.notes)

    def agreement(self, agreement: Agreement) -> None:
        """Enter a version of the agreement."""
        own = self._enter(Entry(agreement.id, Kind.AGREEMENT, agreement.version, agreement.title))
        self._blocks(own, own.id, agreement.body)
        for priority in agreement.priorities:
            self._enter(Entry(priority_address(priority.id), Kind.PRIORITY, None, priority.title))

    def _enter(self, entry: Entry) -> Entry:
        self.entries[entry.id] = entry
        if entry.mark:
            kind = Kind.PARAGRAPH if entry.kind in NUMBERED else entry.kind
            self.parts[entry.owner.id if entry.owner else "", kind, entry.mark.upper()].append(entry.id)
        return entry

    def _item(self, meeting: Entry, item: Item) -> None:
        own = self._enter(Entry(item.id, Kind.ITEM, item.ref, item.title, meeting))
        for paper in item.papers:
            self._paper(own, paper)

    def _paper(self, owner: Entry, paper: Paper) -> None:
        """Enter a paper; the first of an item is read at the item's address, and is entered with it."""
        own = owner
        if paper.id != owner.id:
            mark = str(paper.number) if paper.number > 1 else None
            own = self._enter(Entry(paper.id, Kind.PAPER, mark, paper.title, owner))
        self._blocks(own, paper.id, paper.body)
        for appendix in paper.appendices:
            self._appendix(own, appendix)

    def _appendix(self, paper: Entry, appendix: Appendix) -> None:
        own = self._enter(Entry(appendix.id, Kind.APPENDIX, appendix.mark, appendix.title, paper))
        self._blocks(own, appendix.id, appendix.body)

    def _notes(self, meeting: Entry, held: Meeting, notes: Notes) -> None:
        own = self._enter(Entry(notes.id, Kind.NOTES, None, "", meeting))
        self._blocks(own, notes.id, notes.opening)
        for minute in notes.minutes:
            self._minute(own, held, minute)

    def _minute(self, notes: Entry, held: Meeting, minute: Minute) -> None:
        if minute.number is None:
            own = self._enter(Entry(minute.id, Kind.SECTION, None, minute.title, notes))
        else:
            own = self._enter(Entry(minute.id, Kind.MINUTE, str(minute.number), minute.title, notes))
            self.minutes[held.body, str(minute.number)].append((held.date, minute.id))
        self._blocks(own, notes.id, minute.body)

    def _blocks(self, owner: Entry, page: str, blocks: Iterable[Block]) -> None:
        for block in blocks:
            for entry in _entries_of(block, owner, f"{page}#"):
                self._enter(entry)


def _pages(meeting: Meeting) -> Iterator[tuple[int, int, str]]:
    for item in meeting.items:
        if item.pages:
            first, _, last = item.pages.partition("-")
            yield int(first), int(last or first), item.id


def _entries_of(block: Block, owner: Entry, page: str) -> Iterator[Entry]:
    """Yield what has an address in a block: only what is printed with a number has one that lasts."""
    match block:
        case Heading(number=str()):
            yield Entry(page + block.anchor, Kind.SECTION, block.number, block.title.markdown, owner)
        case Heading() if mark := appendix_mark(block.title.markdown):
            yield Entry(page + block.anchor, Kind.APPENDIX, mark, block.title.markdown, owner)
        case Heading() if block.anchor == FOREWORD:
            yield Entry(page + block.anchor, Kind.SECTION, None, block.title.markdown, owner)
        case Paragraph():
            yield from _paragraph(block, owner, page)
        case Resolution():
            yield from _resolution(block, owner, page)
        case Request():
            yield Entry(block.id, Kind.REQUEST, None, "", owner)
        case Action():
            yield Entry(block.id, Kind.ACTION, None, "", owner)
        case _:
            return


def _paragraph(block: Paragraph, owner: Entry, page: str) -> Iterator[Entry]:
    own = owner
    if block.number:
        kind = Kind.RECOMMENDATION if block.recommendation else Kind.PARAGRAPH
        own = Entry(page + block.anchor, kind, block.number, "", owner)
        yield own
    yield from _limbs(block.limbs, own, page)


def _resolution(block: Resolution, owner: Entry, page: str) -> Iterator[Entry]:
    own = Entry(block.id, Kind.RESOLUTION, None, "", owner)
    yield own
    if block.paragraph:
        yield Entry(page + block.paragraph, Kind.PARAGRAPH, block.number, "", owner)
    yield from _limbs(block.limbs, own, page)


def _limbs(limbs: Iterable[Limb], owner: Entry, page: str) -> Iterator[Entry]:
    for limb in limbs:
        yield Entry(page + limb.anchor, Kind.PART, limb.mark, "", owner)


def named_subjects(record: Record, each: Each = ANEW) -> dict[str, None]:
    """List the subjects that something in the record is on: those that have a page."""
    found = dict.fromkeys(chain.from_iterable(each.each(_subjects, [(meeting,) for meeting in record.meetings])))
    for agreement in record.agreements:
        found.update(dict.fromkeys(agreement.subjects))
        found.update(dict.fromkeys(one.subject for one in agreement.priorities if one.subject))
    return found


def _subjects(meeting: Meeting) -> tuple[str, ...]:
    items = [subject for item in meeting.items for subject in item.subjects]
    papers = [subject for _, paper in meeting.all_papers() for subject in paper.details.subjects]
    minutes = [subject for minute in meeting.notes.minutes for subject in minute.subjects] if meeting.notes else []
    return tuple(dict.fromkeys((*items, *papers, *minutes)))
