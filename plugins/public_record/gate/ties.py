"""Takes out of the public record what would lead to something that is not public.

An answer names a request, a correction a paragraph, and an item the version of the agreement that it is about. Were that
withheld, the address alone would tell that it is there.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from itertools import chain
from typing import TypeAlias, TypeVar

from public_record.model.each import ANEW, Each
from public_record.model.record import (
    Action,
    Adopted,
    Agreement,
    Answer,
    Appendix,
    Block,
    Item,
    Meeting,
    Minute,
    Notes,
    Paper,
    PaperDetails,
    Paragraph,
    Request,
    Resolution,
)

_Thing = TypeVar("_Thing", Item, Minute, PaperDetails)


Question: TypeAlias = tuple[str, str]
"""Whether there is, in public, an `address`, or a `version` of the agreement."""


def only_public_ties(
    meetings: Iterable[Meeting], agreements: Iterable[Agreement] = (), each: Each = ANEW
) -> tuple[Meeting, ...]:
    """Give meetings back without answers, corrections and versions of the agreement that lead to nothing public."""
    known = [(meeting,) for meeting in meetings]
    addresses = chain.from_iterable(each.each(_addresses, known))
    public: set[Question] = {("address", address) for address in addresses}
    public |= {("version", agreement.version) for agreement in agreements}
    return tuple(each.asking(_tied, public.__contains__, known))


def _tied(public: Callable[[Question], bool], meeting: Meeting) -> Meeting:
    return _Ties(public).meeting(meeting)


class _Ties:
    """What may be named, and everything that names it."""

    def __init__(self, public: Callable[[Question], bool]) -> None:
        self._public = public

    def meeting(self, meeting: Meeting) -> Meeting:
        sections = tuple(replace(section, items=tuple(map(self._item, section.items))) for section in meeting.sections)
        papers = tuple(map(self._paper, meeting.papers))
        return replace(meeting, sections=sections, papers=papers, notes=self._notes(meeting.notes))

    def _item(self, item: Item) -> Item:
        version = item.agreement if item.agreement and self._public(("version", item.agreement)) else None
        return replace(self._answering(item), papers=tuple(map(self._paper, item.papers)), agreement=version)

    def _paper(self, paper: Paper) -> Paper:
        appendices = tuple(map(self._appendix, paper.appendices))
        return replace(paper, details=self._answering(paper.details), appendices=appendices)

    def _appendix(self, appendix: Appendix) -> Appendix:
        return replace(appendix, details=self._answering(appendix.details))

    def _notes(self, notes: Notes | None) -> Notes | None:
        return replace(notes, minutes=tuple(map(self._minute, notes.minutes))) if notes else None

    def _minute(self, minute: Minute) -> Minute:
        answering = self._answering(minute)
        return replace(answering, adopted=self._adopted(minute.adopted)) if minute.adopted else answering

    def _adopted(self, adopted: Adopted) -> Adopted:
        return replace(adopted, corrections=tuple(one for one in adopted.corrections if self._public(("address", one.at))))

    def _answering(self, thing: _Thing) -> _Thing:
        return replace(thing, answers=tuple(self._named(thing.answers))) if thing.answers else thing

    def _named(self, answers: Iterable[Answer]) -> Iterator[Answer]:
        return (answer for answer in answers if self._public(("address", answer.request)))


def _addresses(meeting: Meeting) -> frozenset[str]:
    """List the addresses of a meeting that an answer or a correction can name."""
    return frozenset(_named(meeting))


def _named(meeting: Meeting) -> Iterator[str]:
    for _, paper in meeting.all_papers():
        yield from _requests(paper.body)
        for appendix in paper.appendices:
            yield from _requests(appendix.body)
    for minute in meeting.notes.minutes if meeting.notes else ():
        yield from _requests(minute.body)
        if minute.withheld is None:
            yield minute.id
            page = minute.id.partition("#")[0]
            yield from (f"{page}#{anchor}" for anchor in _paragraphs(minute.body))


def _requests(blocks: Iterable[Block]) -> Iterator[str]:
    return (block.id for block in blocks if isinstance(block, Request | Action))


def _paragraphs(blocks: Iterable[Block]) -> Iterator[str]:
    for block in blocks:
        if isinstance(block, Paragraph):
            yield block.anchor
        elif isinstance(block, Resolution) and block.paragraph:
            yield block.paragraph
