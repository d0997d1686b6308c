"""Turns released blocks into HTML: numbered paragraphs that can be cited, tables with names, notes, notices."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from markupsafe import Markup, escape

from public_record.model.record import (
    Action,
    Amendment,
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
    Vote,
    WithheldPassage,
)
from public_record.model.text import PublicText
from public_record.pages.linking import Linking
from public_record.pages.markdown import inline, render

_HEAD_CELL = re.compile(r"<th(?=[ >])")
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
    limbs: tuple[tuple[Limb, Markup], ...] = ()

    @property
    def anchors(self) -> tuple[str, ...]:
        """Every place in it that can be named."""
        own = [getattr(self.block, "paragraph", None), getattr(self.block, "anchor", None)]
        return (*(anchor for anchor in own if anchor), *(limb.anchor for limb, _ in self.limbs))


class RenderedPage(NamedTuple):
    """The texts of one page."""

    bodies: list[list[Rendered]]
    footnotes: Markup


def render_blocks(*bodies: Sequence[Block], linking: Linking) -> RenderedPage:
    """Render the texts of one page, which share their footnotes."""
    plans = [[block for block in body if not isinstance(block, Definition)] for body in bodies]
    homed = [(linking.home(body), block) for body, blocks in enumerate(bodies) for block in blocks]
    texts = [(text, _home(block, home)) for home, block in homed for text in _texts(block)]
    notes = [(block.text, home) for home, block in homed if isinstance(block, Definition)]
    standing = [home for _, home in (*texts, *notes)]
    converted = render([text for text, _ in texts], [text for text, _ in notes], linking, standing)
    parts = iter(converted.fragments)
    return RenderedPage([[_rendered(block, parts) for block in plan] for plan in plans], converted.footnotes)


def render_texts(texts: Sequence[PublicText], linking: Linking) -> list[Markup]:
    """Render texts that stand away from their page: links and footnotes that are defined there stay words."""
    return render(texts, (), linking).fragments


def contents(blocks: Iterable[Rendered]) -> tuple[TocEntry, ...]:
    """List the headings of a text."""
    return tuple(_entry(rendered, rendered.block) for rendered in blocks if isinstance(rendered.block, Heading))


def _entry(rendered: Rendered, heading: Heading) -> TocEntry:
    number = f"{heading.number} " if heading.number else ""
    return TocEntry(heading.level, heading.anchor, escape(number) + rendered.html)


def _home(block: Block, body: str) -> str:
    """Say by what the links of a block are found: an outcome is at home in itself, and a heading has none."""
    match block:
        case Resolution() | Request():
            return block.id
        case Heading():
            return ""
        case _:
            return body


def _texts(block: Block) -> Iterator[PublicText]:
    """Yield the fragments of a block, in the order in which `_rendered` takes them back."""
    match block:
        case Heading():
            yield block.title
        case Paragraph() | Resolution():
            yield block.text
            yield from (limb.text for limb in block.limbs)
        case Prose() | Table() | EditorNote() | PostMeetingNote() | Request() | Amendment() | Vote():
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
        case Prose() | EditorNote() | PostMeetingNote() | Request() | Amendment() | Vote():
            return Rendered(block, next(parts))
        case Action() | WithheldPassage() | Definition():
            return Rendered(block, Markup(""))


def _limbs(limbs: Iterable[Limb], parts: Iterator[Markup]) -> tuple[tuple[Limb, Markup], ...]:
    return tuple((limb, next(parts)) for limb in limbs)


def _table(html: Markup, table: Table) -> Markup:
    """Give a table its name, and its heading cells their direction."""
    name = f'<caption id="{table.anchor}-name">{escape(table.caption)}</caption>' if table.caption else ""
    text = _HEAD_CELL.sub('<th scope="col"', str(html).replace("<table>", f"<table>{name}", 1))
    text = _FIRST_CELL.sub(lambda cell: f'<tr>\n<th scope="row"{cell[1]}>{cell["text"]}</th>', text)
    return Markup(text)  # noqa: S704 - built from cleaned HTML and escaped names
