"""Turns released blocks into HTML: numbered paragraphs that can be cited, tables with names, notes, notices."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from markupsafe import Markup, escape

from public_record.model.record import (
    Action,
    Block,
    Definition,
    EditorNote,
    Heading,
    Limb,
    Paragraph,
    PostMeetingNote,
    Prose,
    Request,
    Resolution,
    Table,
    WithheldPassage,
)
from public_record.model.text import PublicText
from public_record.pages.markdown import inline, render

_FIRST_CELL = re.compile(r"<tr>\s*<td([^>]*)>(?P<text>(?:(?!</td>).)+)</td>", re.DOTALL)


@dataclass(frozen=True, slots=True)
class TocEntry:
    """A line of a page's table of contents."""

    level: int
    anchor: str
    title: Markup


@dataclass(frozen=True, slots=True)
class Rendered:
    """A block of a page as HTML, beside the block itself."""

    block: Block
    html: Markup
    """The words of the block; for a heading without the heading's tags."""
    limbs: tuple[tuple[str, Markup], ...] = ()


def render_blocks(bodies: Iterable[Sequence[Block]]) -> list[list[Rendered]]:
    """Render the texts of one page. The notes under footnotes come last, as a list of their own."""
    bodies = list(bodies)
    plans = [[block for block in body if not isinstance(block, Definition)] for body in bodies]
    definitions = [block.text.markdown for body in bodies for block in body if isinstance(block, Definition)]
    texts = [text for plan in plans for block in plan for text in _texts(block)]
    if definitions:
        # A definition shows nothing by itself, so it can ride on the last fragment.
        texts.append(PublicText("\n\n".join(definitions)))
    parts = iter(render(texts))
    rendered = [[_rendered(block, parts) for block in plan] for plan in plans]
    rest = Markup("").join(parts)
    return [*rendered, [Rendered(Prose(PublicText("")), rest)] if rest else []]


def render_texts(texts: Sequence[PublicText]) -> list[Markup]:
    """Render texts that stand by themselves, such as resolutions in a list."""
    return render(texts)[: len(texts)]


def contents(blocks: Iterable[Rendered]) -> tuple[TocEntry, ...]:
    """List the headings of a text."""
    return tuple(_entry(rendered, rendered.block) for rendered in blocks if isinstance(rendered.block, Heading))


def _entry(rendered: Rendered, heading: Heading) -> TocEntry:
    number = f"{heading.number} " if heading.number else ""
    return TocEntry(heading.level, heading.anchor, escape(number) + rendered.html)


def _texts(block: Block) -> Iterator[PublicText]:
    """Yield the fragments of a block, in the order in which `_rendered` takes them back."""
    match block:
        case Heading():
            yield block.title
        case Paragraph() | Resolution():
            yield block.text
            yield from (limb.text for limb in block.limbs)
        case Prose() | Table() | EditorNote() | PostMeetingNote() | Request():
            yield block.text
        case Action() | WithheldPassage() | Definition():
            return


def _rendered(block: Block, parts: Iterator[Markup]) -> Rendered:
    match block:
        case Heading():
            return Rendered(block, inline(next(parts)))
        case Paragraph() | Resolution():
            return Rendered(block, next(parts), _limbs(block.limbs, parts))
        case Table():
            return Rendered(block, _table(next(parts), block))
        case Prose() | EditorNote() | PostMeetingNote() | Request():
            return Rendered(block, next(parts))
        case Action() | WithheldPassage() | Definition():
            return Rendered(block, Markup(""))


def _limbs(limbs: Iterable[Limb], parts: Iterator[Markup]) -> tuple[tuple[str, Markup], ...]:
    return tuple((limb.mark, next(parts)) for limb in limbs)


def _table(html: Markup, table: Table) -> Markup:
    """Give a table its name, and its heading cells their direction."""
    name = f'<caption id="{table.anchor}-name">{escape(table.caption)}</caption>' if table.caption else ""
    text = (
        str(html)
        .replace("<table>", f"<table>{name}", 1)
        .replace("<th>", '<th scope="col">')
        .replace("<th ", '<th scope="col" ')
    )
    text = _FIRST_CELL.sub(lambda cell: f'<tr>\n<th scope="row"{cell[1]}>{cell["text"]}</th>', text)
    return Markup(text)  # noqa: S704 - built from cleaned HTML and escaped names
