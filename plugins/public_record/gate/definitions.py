"""Releases the definitions of footnotes and links that something released uses, and keeps the others back."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

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
    found: list[Definition] = []
    waiting = list(definitions)
    text = "\n".join(markdown for block in released for markdown in _markdown(block)) if waiting else ""
    while hits := [definition for definition in waiting if _uses(text, definition.label)]:
        waiting = [definition for definition in waiting if definition not in hits]
        public = [Definition(definition.label, PublicText(definition.text.reveal())) for definition in hits]
        found.extend(public)
        text = "\n".join(definition.text.markdown for definition in public)
    return found, waiting


def _uses(text: str, label: str) -> bool:
    return f"[{label}]".lower() in text.lower()


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
