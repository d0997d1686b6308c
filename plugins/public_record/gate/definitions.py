"""Releases the definitions of footnotes and links that something released uses, and keeps the others back."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from public_record.gate.decide import used_by
from public_record.model.private import SealedDefinition
from public_record.model.record import (
    Block,
    Definition,
    EditorNote,
    Heading,
    Paragraph,
    PostMeetingNote,
    Prose,
    Request,
    Resolution,
    Table,
)
from public_record.model.text import PublicText


def used(definitions: Sequence[SealedDefinition], released: Iterable[Block]) -> tuple[list[Definition], list[SealedDefinition]]:
    """Part definitions into those that the released blocks use, or that these use in turn, and the rest."""
    text = "\n".join(markdown for block in released for markdown in _markdown(block)) if definitions else ""
    hits, rest = used_by(text, definitions)
    return [Definition(definition.label, PublicText(definition.text.reveal())) for definition in hits], rest


def _markdown(block: Block) -> Iterable[str]:
    """List the Markdown of a released block, where references to definitions can stand."""
    match block:
        case Heading():
            return [block.title.markdown]
        case Paragraph() | Resolution():
            return [block.text.markdown, *(limb.text.markdown for limb in block.limbs)]
        case Prose() | Table() | EditorNote() | PostMeetingNote() | Request():
            return [block.text.markdown]
        case _:
            return []
