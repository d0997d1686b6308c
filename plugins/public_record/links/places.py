"""Goes through every text of the public record, and says of each where it stands: only from there is a reference clear."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date
from itertools import chain
from typing import NamedTuple

from public_record.model.each import ANEW, Each
from public_record.model.record import (
    Action,
    Agreement,
    Appendix,
    Block,
    Definition,
    EditorNote,
    Heading,
    Item,
    Meeting,
    Minute,
    Paper,
    Paragraph,
    PostMeetingNote,
    Prose,
    Record,
    Request,
    Resolution,
    Table,
    WithheldPassage,
)


@dataclass(frozen=True, slots=True)
class Home:
    """What a text stands in, and what it can therefore leave unsaid."""

    id: str
    """The id in the register of what it stands in."""
    page: str
    body: str | None = None
    day: date | None = None
    meeting: str | None = None
    last: date | None = None
    """Day of the meeting before, where the notes that this one put up for adoption tell it."""
    document: str | None = None
    """The paper, appendix or version whose own paragraphs it may cite by their numbers alone."""
    papers: tuple[str, ...] = ()
    """What `the report` is, and whose appendices are meant; empty where only a reader can tell."""
    is_paper: bool = False
    is_appendix: bool = False
    is_agreement: bool = False


RECORD_SCHEME = "record:"
"""Begins the address of a link that a clerk wrote to an id of the register; what follows nothing stops a link."""

_WRITTEN = re.compile(rf"\]\(\s*<?{RECORD_SCHEME}([^\s)>]*)|\]:\s*<?{RECORD_SCHEME}([^\s>]*)")


BY_ID = re.compile(rf"\[(?P<words>[^\[\]]*)\]\({RECORD_SCHEME}(?P<id>[^\s()]*)\)")
"""Such a link where nothing else of Markdown is read, with its words and its id."""


class Text(NamedTuple):
    """A text of the public record."""

    key: str
    """With its words this is what its references are found by: outcomes are shown apart from their minute.

    Empty where no reference is looked for: a heading is a link already, and so is the definition of one.
    """
    own: str | None
    """The id of the place itself, which it does not lead to."""
    words: str


class Written(NamedTuple):
    """A link that a clerk wrote, by an id."""

    page: str
    words: str
    start: int
    target: str


def written_in(words: str) -> Iterator[tuple[int, str]]:
    """Yield where the links begin that a text holds by an id, and the ids."""
    if RECORD_SCHEME in words:
        for match in _WRITTEN.finditer(words):
            yield match.start(), match[1] or match[2] or ""


def written_links(record: Record, each: Each = ANEW) -> list[Written]:
    """List every link that a clerk wrote by an id."""
    return list(chain.from_iterable(each.each(_written, [(thing,) for thing in things(record)])))


def _written(thing: Meeting | Agreement) -> tuple[Written, ...]:
    return tuple(
        Written(home.page, text.words, start, target)
        for home, found in texts(thing)
        for text in found
        for start, target in written_in(text.words)
    )


def things(record: Record) -> Iterator[Meeting | Agreement]:
    """Yield the parts of a record."""
    yield from record.meetings
    yield from record.agreements


def texts(thing: Meeting | Agreement) -> Iterator[tuple[Home, Iterator[Text]]]:
    """Yield every text of a part that may hold references, by what it stands in."""
    if isinstance(thing, Agreement):
        yield _agreement(thing)
    else:
        yield from _meeting(thing)


def _meeting(meeting: Meeting) -> Iterator[tuple[Home, Iterator[Text]]]:
    adopted = {item.notes_of for item in meeting.items if item.notes_of}
    last = adopted.pop() if len(adopted) == 1 else None
    home = Home(meeting.id, meeting.id, meeting.body, meeting.date, meeting.id, last)
    yield home, _texts(home, meeting.introduction, meeting.editor_notes)
    for item in meeting.items:
        yield from _item(home, item)
    for paper in meeting.papers:
        yield from _paper(home, paper)
    yield from _notes(home, meeting)


def _item(home: Home, item: Item) -> Iterator[tuple[Home, Iterator[Text]]]:
    own = replace(home, id=item.id, page=item.id, papers=_papers(item))
    yield own, _texts(own, (), (item.editor_note,) if item.editor_note else ())
    for paper in item.papers:
        yield from _paper(home, paper)


def _paper(home: Home, paper: Paper) -> Iterator[tuple[Home, Iterator[Text]]]:
    own = replace(home, id=paper.id, page=paper.id, document=paper.id, papers=(paper.id,), is_paper=True)
    yield own, _texts(own, paper.body, paper.details.editor_notes)
    for appendix in paper.appendices:
        yield _appendix(own, appendix)


def _appendix(paper: Home, appendix: Appendix) -> tuple[Home, Iterator[Text]]:
    own = replace(paper, id=appendix.id, page=appendix.id, document=appendix.id, is_paper=False, is_appendix=True)
    return own, _texts(own, appendix.body, appendix.details.editor_notes)


def _notes(home: Home, meeting: Meeting) -> Iterator[tuple[Home, Iterator[Text]]]:
    if notes := meeting.notes:
        items = {item.key: _papers(item) for item in meeting.items}
        own = replace(home, id=notes.id, page=notes.id)
        yield own, _texts(own, notes.opening, notes.editor_notes)
        for minute in notes.minutes:
            yield _minute(own, minute, items.get(minute.item or "", ()))


def _minute(notes: Home, minute: Minute, papers: tuple[str, ...]) -> tuple[Home, Iterator[Text]]:
    own = replace(notes, id=minute.id, papers=papers)
    return own, _texts(own, minute.body)


def _agreement(agreement: Agreement) -> tuple[Home, Iterator[Text]]:
    own = Home(agreement.id, agreement.id, document=agreement.id, is_agreement=True)
    known = (agreement.known_from,) if agreement.known_from else ()
    on_priorities = (priority.editor_note for priority in agreement.priorities if priority.editor_note)
    return own, _texts(own, agreement.body, (*agreement.editor_notes, *known, *on_priorities))


def _papers(item: Item) -> tuple[str, ...]:
    return tuple(paper.id for paper in item.papers)


def _texts(home: Home, blocks: Iterable[Block], notes: Iterable[str] = ()) -> Iterator[Text]:
    """Yield notes of the editors, and the texts of blocks."""
    for note in notes:
        yield Text(home.id, None, note)
    for block in blocks:
        yield from _block(home, block)


def _block(home: Home, block: Block) -> Iterator[Text]:
    match block:
        case Paragraph():
            yield from _with_limbs(home.id, f"{home.page}#{block.anchor}", block)
        case Resolution():
            yield from _with_limbs(block.id, block.id, block)
        case Request():
            yield Text(block.id, block.id, block.text.markdown)
        case Heading():
            yield Text("", None, block.title.markdown)
        case Definition():
            yield Text(home.id if block.label.startswith("^") else "", None, block.text.markdown)
        case Prose() | Table() | EditorNote() | PostMeetingNote():
            yield Text(home.id, None, block.text.markdown)
        case Action() | WithheldPassage():
            return


def _with_limbs(key: str, own: str, block: Paragraph | Resolution) -> Iterator[Text]:
    yield Text(key, own, block.text.markdown)
    for limb in block.limbs:
        yield Text(key, own, limb.text.markdown)
