"""Checks of the text of documents: headings and tables that every reader can use."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TypeVar

from public_record.checks.context import Context, error, warning
from public_record.gate.decide import OPEN, on_document
from public_record.model.findings import Finding, Place
from public_record.model.forms import DocumentForm
from public_record.model.private import Document, SealedBlock, SealedDefinition, SealedHeading, SealedPassage, SealedTable
from public_record.model.rules import Rule

_Block = TypeVar("_Block", SealedHeading, SealedDefinition)

_FIRST_LEVEL = 2


def headings_go_down_in_steps(context: Context) -> Iterator[Finding]:
    """Headings begin at level 2 (in a minute: 3) and never skip a level on the way down."""
    for document, blocks, owner_level in _texts(context):
        level = owner_level
        for block in _all(SealedHeading, blocks):
            if not owner_level < block.level <= level + 1:
                yield _misplaced_heading(document.at(block.line), block.level, owner_level)
            level = block.level


def _misplaced_heading(place: Place, level: int, owner_level: int) -> Finding:
    return error(
        place,
        Rule.HEADING_LEVEL,
        f"a heading of level {level} does not follow from the one above it.",
        f"The first heading here has {owner_level + 1} signs `#`, and each below it one more.",
    )


def tables_have_names(context: Context) -> Iterator[Finding]:
    """Each table that is published has a name."""
    for document, blocks in _published(context):
        for block in blocks:
            if isinstance(block, SealedTable) and block.caption is None:
                yield warning(
                    document.at(block.line),
                    Rule.TABLE_NAME,
                    "this table has no name.",
                    "Write `Table: what it shows` in the line above it.",
                )


def definitions_stand_once(context: Context) -> Iterator[Finding]:
    """A footnote or a link is defined once in a document."""
    for document in context.record.documents():
        seen: set[str] = set()
        for blocks in (document.blocks, *(minute.blocks for minute in document.minutes)):
            for block in _all(SealedDefinition, blocks):
                if block.label.lower() in seen:
                    yield _defined_twice(document.at(block.line))
                seen.add(block.label.lower())


def _defined_twice(place: Place) -> Finding:
    cure = "Give each footnote and each link a name of its own."
    return error(place, Rule.DEFINITION, "this footnote or link was defined above already.", cure)


def _published(context: Context) -> Iterator[tuple[Document[DocumentForm], Sequence[SealedBlock]]]:
    """Yield the texts that the gate lets through, without the passages in them."""
    for meeting, decisions in context.meetings():
        for document in meeting.documents():
            if decisions.documents.get(document.path, decisions.agenda).public:
                yield document, document.blocks
        if (notes := meeting.minutes) and decisions.documents[notes.path].public:
            for minute, decision in zip(notes.minutes, decisions.minutes, strict=True):
                if decision.public:
                    yield notes, minute.blocks
    for agreement in context.record.agreements:
        if on_document(agreement.form, OPEN, context.today).public:
            yield agreement, agreement.blocks


def _texts(context: Context) -> Iterator[tuple[Document[DocumentForm], Sequence[SealedBlock], int]]:
    """Yield each text of the record with its document and the level of the heading above it."""
    for document in context.record.documents():
        yield document, document.blocks, _FIRST_LEVEL - 1
        for minute in document.minutes:
            yield document, minute.blocks, _FIRST_LEVEL


def _all(kind: type[_Block], blocks: Sequence[SealedBlock]) -> Iterator[_Block]:
    """Yield the blocks of a kind, those in passages too. Most texts hold none, and cost next to nothing."""
    if {kind, SealedPassage}.isdisjoint(map(type, blocks)):
        return
    for block in blocks:
        if isinstance(block, kind):
            yield block
        elif isinstance(block, SealedPassage):
            yield from _all(kind, block.blocks)
