"""Follows what was asked for, promised or taken on: by which minute or paper, for when, and what answers it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from itertools import chain, pairwise

from public_record.links.links import Links, minutes_at
from public_record.model.each import ANEW, Each
from public_record.model.ids import slug
from public_record.model.record import (
    Action,
    Answer,
    Appendix,
    Block,
    Heading,
    Item,
    Meeting,
    Minute,
    Paper,
    Paragraph,
    Record,
    Request,
    Resolution,
)
from public_record.model.text import PublicText
from public_record.model.vocabulary import Due, RequestState


@dataclass(frozen=True, slots=True)
class Source:
    """Where something was asked for: in a minute, or in a paper or an appendix that promises it."""

    meeting: Meeting
    item: Item | None
    document: Minute | Paper | Appendix

    @property
    def minute(self) -> Minute | None:
        """The minute, where it is one."""
        return self.document if isinstance(self.document, Minute) else None

    @property
    def subjects(self) -> tuple[str, ...]:
        """The matters that it belongs to: its own, or those of its item."""
        own = self.document.subjects if isinstance(self.document, Minute) else self.document.details.subjects
        return own or (self.item.subjects if self.item else ())


@dataclass(frozen=True, slots=True)
class Answered:
    """Something that answers a request."""

    meeting: Meeting
    item: Item | None
    document: Item | Minute | Paper | Appendix
    address: str
    """The place that answers it, as near as it is stated."""
    at: str | None
    """Its printed number."""
    closed: bool
    """Whether it belongs to the part of the meeting that was not open to the public."""


@dataclass(frozen=True, slots=True)
class Tracked:
    """A request or an action, and what became of it."""

    id: str
    source: Source
    text: PublicText
    """What was asked for; of an action, the paragraph that gives rise to it."""
    due: Due
    by: date | None
    """The last day on which it is in time, as far as the record tells."""
    owners: tuple[str, ...]
    answers: tuple[Answered, ...]
    state: RequestState


@dataclass(frozen=True, slots=True)
class Requests:
    """All that was asked for."""

    every: tuple[Tracked, ...]
    """In order of date."""
    by_id: Mapping[str, Tracked]
    """By the id of the request, and by that of the action that goes with it."""
    answered_by: Mapping[str, tuple[Tracked, ...]]
    """By the id of an item, a paper, an appendix or a minute: what it answers."""


@dataclass(frozen=True, slots=True)
class _Asked:
    """A request or an action as it stands, before anybody asks what became of it."""

    ids: tuple[str, ...]
    source: Source
    text: PublicText
    due: Due
    by: date | None
    owners: tuple[str, ...]


def follow(record: Record, links: Links, today: date, each: Each = ANEW) -> Requests:
    """Find everything that was asked for, and what the record says became of it by a day."""
    meetings = [(meeting,) for meeting in record.meetings]
    answers = _answers(each.each(_answers_of, meetings))
    every: list[Tracked] = []
    by_id: dict[str, Tracked] = {}
    answered_by: dict[str, list[Tracked]] = defaultdict(list)
    for asked in chain.from_iterable(each.each(_asked, meetings)):
        found = tuple(answer for one in asked.ids for answer in answers.get(one, ()))
        tracked = _tracked(asked, found, links, today)
        every.append(tracked)
        by_id.update(dict.fromkeys(asked.ids, tracked))
        for document in dict.fromkeys(answer.document.id for answer in found):
            answered_by[document].append(tracked)
    return Requests(tuple(every), by_id, {address: tuple(tracked) for address, tracked in answered_by.items()})


def _tracked(asked: _Asked, answers: tuple[Answered, ...], links: Links, today: date) -> Tracked:
    by = _next_meeting(asked.source.meeting, links) if asked.due is Due.NEXT_MEETING else asked.by
    return Tracked(asked.ids[0], asked.source, asked.text, asked.due, by, asked.owners, answers, _state(answers, by, today))


def _state(answers: Sequence[Answered], by: date | None, today: date) -> RequestState:
    if answers:
        return RequestState.ANSWERED_IN_PRIVATE if all(one.closed for one in answers) else RequestState.ANSWERED
    return RequestState.OVERDUE if by and by < today else RequestState.OPEN


def _next_meeting(meeting: Meeting, links: Links) -> date | None:
    """Find the day of the next meeting: the one that this meeting announced, else the next that the record holds."""
    announced = next((item.next_meeting.date for item in meeting.items if item.next_meeting), None)
    following = links.following.get(meeting.id)
    return announced or (following.date if following else None)


def _asked(meeting: Meeting) -> tuple[_Asked, ...]:
    """List what a meeting asked for, papers first as they came first."""
    return tuple(_asked_by(meeting))


def _asked_by(meeting: Meeting) -> Iterator[_Asked]:
    for item, paper in meeting.all_papers():
        yield from _asked_in(paper.body, Source(meeting, item, paper))
        for appendix in paper.appendices:
            yield from _asked_in(appendix.body, Source(meeting, item, appendix))
    for at in minutes_at(meeting):
        yield from _asked_in(at.minute.body, Source(meeting, at.item, at.minute))


def _asked_in(blocks: Sequence[Block], source: Source) -> Iterator[_Asked]:
    """Yield the requests and actions of a text. An action right below a request names the owners of that request."""
    for above, block, below in _neighbours(blocks):
        match block:
            case Request():
                owned = below if isinstance(below, Action) else None
                named = (block.id, owned.id) if owned else (block.id,)
                yield _Asked(named, source, block.text, block.due, block.by, owned.owners if owned else ())
            case Action() if not isinstance(above, Request):
                yield _Asked((block.id,), source, _deed(above), Due.NO_DATE, None, block.owners)


def _neighbours(blocks: Sequence[Block]) -> Iterator[tuple[Block | None, Block, Block | None]]:
    padded = (None, *blocks, None)
    for (above, block), (_, below) in pairwise(pairwise(padded)):
        if block is not None:
            yield above, block, below


def _deed(above: Block | None) -> PublicText:
    """What an action is about: the paragraph above it, or the last of its lettered parts."""
    match above:
        case Paragraph() | Resolution():
            return above.limbs[-1].text if above.limbs else above.text
        case _:
            return PublicText.join(())


def _answers(given: Iterable[Iterable[tuple[str, Answered]]]) -> Mapping[str, Sequence[Answered]]:
    """List what answers each request, by its id, in order of date."""
    found: dict[str, list[Answered]] = defaultdict(list)
    for request, answered in chain.from_iterable(given):
        found[request].append(answered)
    return found


def _answers_of(meeting: Meeting) -> tuple[tuple[str, Answered], ...]:
    return tuple(_answering(meeting))


def _answering(meeting: Meeting) -> Iterator[tuple[str, Answered]]:
    for section in meeting.sections:
        for item in section.items:
            closed = section.withheld is not None or item.withheld is not None
            yield from _given(item.answers, (), _answered(meeting, item, item, closed=closed))
            for paper in item.papers:
                yield from _given_in_paper(paper, meeting, item, closed=closed)
    for paper in meeting.papers:
        yield from _given_in_paper(paper, meeting, None, closed=False)
    for at in minutes_at(meeting):
        closed = at.minute.withheld is not None or at.minute.open_reason is not None
        yield from _given(at.minute.answers, at.minute.body, _answered(meeting, at.item, at.minute, closed=closed))


def _given_in_paper(paper: Paper, meeting: Meeting, item: Item | None, *, closed: bool) -> Iterator[tuple[str, Answered]]:
    documents: tuple[Paper | Appendix, ...] = (paper, *paper.appendices)
    for document in documents:
        yield from _given(document.details.answers, document.body, _answered(meeting, item, document, closed=closed))


def _answered(meeting: Meeting, item: Item | None, document: Item | Minute | Paper | Appendix, *, closed: bool) -> Answered:
    return Answered(meeting, item, document, document.id, None, closed)


def _given(answers: Iterable[Answer], body: Sequence[Block], whole: Answered) -> Iterator[tuple[str, Answered]]:
    """Yield what is answered, by the whole or by the part of it that is stated."""
    page = whole.address.partition("#")[0]
    for answer in answers:
        anchor = _anchor(body, answer.at) if answer.at else None
        yield answer.request, replace(whole, address=f"{page}#{anchor}", at=answer.at) if anchor else whole


def _anchor(body: Sequence[Block], number: str) -> str | None:
    """Find the paragraph or the heading with a printed number."""
    for block in body:
        if isinstance(block, Heading | Paragraph) and block.number and slug(block.number) == slug(number):
            return block.anchor
        if isinstance(block, Resolution) and block.number and slug(block.number) == slug(number):
            return block.paragraph
    return None
