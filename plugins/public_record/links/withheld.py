"""The register of what is withheld: every notice of the record, with its address."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from public_record.model.record import Agreement, Attachment, Block, Meeting, Paper, Record, Withheld, WithheldPassage
from public_record.model.vocabulary import Basis


@dataclass(frozen=True, slots=True)
class WithheldAt:
    """Something withheld, and where its notice stands."""

    what: str
    """What kind of thing it is: `Item`, `Passage`."""
    title: str
    address: str
    withheld: Withheld
    open: bool = False
    """Whether parts of it are open."""


@dataclass(frozen=True, slots=True, order=True)
class Ground:
    """On what something is withheld."""

    basis: Basis
    paragraphs: tuple[int, ...]


def withheld_in(meeting: Meeting) -> Iterator[WithheldAt]:
    """Yield what is withheld of a meeting, in the order of its agenda, then of its notes."""
    if meeting.withheld:
        yield WithheldAt("Agenda", "The agenda", meeting.id, meeting.withheld)
    for item in meeting.items:
        if item.withheld:
            yield WithheldAt("Item", item.title, item.id, item.withheld)
    for _, paper in meeting.all_papers():
        yield from _in_paper(paper)
    yield from _in_notes(meeting)


def withheld_agreements(agreements: Iterable[Agreement]) -> Iterator[WithheldAt]:
    """Yield what is withheld of the agreement."""
    for agreement in agreements:
        if agreement.withheld:
            yield WithheldAt("Agreement", agreement.title, agreement.id, agreement.withheld)
        yield from _passages(agreement.body, agreement.title, agreement.id)


def all_withheld(record: Record) -> Iterator[WithheldAt]:
    """Yield every notice of the record."""
    for meeting in record.meetings:
        yield from withheld_in(meeting)
    yield from withheld_agreements(record.agreements)


def by_ground(lines: Iterable[WithheldAt]) -> list[tuple[Ground, int]]:
    """Count what is withheld by its ground, the most frequent first."""
    counted = Counter(Ground(line.withheld.basis, line.withheld.paragraphs) for line in lines)
    return sorted(counted.items(), key=lambda pair: (-pair[1], pair[0]))


def _in_paper(paper: Paper) -> Iterator[WithheldAt]:
    if paper.withheld:
        yield WithheldAt("Paper", paper.title, paper.id, paper.withheld)
    yield from _passages(paper.body, paper.title, paper.id)
    yield from _attachments(paper.attachments, paper.id)
    for appendix in paper.appendices:
        if appendix.withheld:
            yield WithheldAt("Appendix", appendix.title, appendix.id, appendix.withheld)
        yield from _passages(appendix.body, appendix.title, appendix.id)
        yield from _attachments(appendix.attachments, appendix.id)


def _in_notes(meeting: Meeting) -> Iterator[WithheldAt]:
    notes = meeting.notes
    if notes is None:
        return
    if notes.withheld:
        yield WithheldAt("Notes", "The notes", notes.id, notes.withheld)
    for minute in notes.minutes:
        if minute.withheld:
            yield WithheldAt("Minute", minute.title, minute.id, minute.withheld, open=minute.open_reason is not None)
        yield from _passages(minute.body, minute.title, minute.id)


def _attachments(attachments: Iterable[Attachment], address: str) -> Iterator[WithheldAt]:
    for attachment in attachments:
        if attachment.withheld:
            yield WithheldAt("Attachment", attachment.title, address, attachment.withheld)


def _passages(blocks: Iterable[Block], title: str, address: str) -> Iterator[WithheldAt]:
    for block in blocks:
        if isinstance(block, WithheldPassage):
            yield WithheldAt("Passage", title, address, block.withheld)
