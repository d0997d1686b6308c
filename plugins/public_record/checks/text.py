"""Checks of the text of documents: headings and tables that every reader can use."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from public_record.checks.context import Context, error, warning
from public_record.model.findings import Finding
from public_record.model.forms import DocumentForm
from public_record.model.private import Document, SealedBlock, SealedHeading, SealedPassage, SealedTable
from public_record.model.rules import Rule

_FIRST_LEVEL = 2


def headings_go_down_in_steps(context: Context) -> Iterator[Finding]:
    """Headings begin at level 2 (in a minute: 3) and never skip a level on the way down."""
    for document, blocks, owner_level in _texts(context):
        level = owner_level
        for block in _flat(blocks):
            if not isinstance(block, SealedHeading):
                continue
            if not owner_level < block.level <= level + 1:
                yield error(
                    document.at(block.line),
                    Rule.HEADING_LEVEL,
                    f"a heading of level {block.level} stands where one of level {min(level, block.level) + (block.level > level)} is due.",
                    f"The first heading here has {owner_level + 1} signs `#`, and each below it one more.",
                )
            level = block.level


def tables_have_names(context: Context) -> Iterator[Finding]:
    """Each table has a name."""
    for document, blocks, _ in _texts(context):
        for block in _flat(blocks):
            if isinstance(block, SealedTable) and block.caption is None:
                yield warning(
                    document.at(block.line),
                    Rule.TABLE_NAME,
                    "this table has no name.",
                    "Write `Table: what it shows` in the line above it.",
                )


def _texts(context: Context) -> Iterator[tuple[Document[DocumentForm], Sequence[SealedBlock], int]]:
    """Yield each text of the record with its document and the level of the heading above it."""
    for document in context.record.documents():
        yield document, document.blocks, _FIRST_LEVEL - 1
        for minute in document.minutes:
            yield document, minute.blocks, _FIRST_LEVEL


def _flat(blocks: Sequence[SealedBlock]) -> Iterator[SealedBlock]:
    for block in blocks:
        if isinstance(block, SealedPassage):
            yield from _flat(block.blocks)
        else:
            yield block
