"""Resolutions as they are shown away from their minute: with their votes, their papers and what those recommended."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from markupsafe import Markup

from public_record.links.decisions import papers_in_force, proceedings
from public_record.links.links import Decided, MinuteAt
from public_record.model.record import Amendment, Item, Limb, Paper, Paragraph, Resolution, Vote
from public_record.pages.prose import Rendered


@dataclass(frozen=True, slots=True)
class Recommended:
    """A paper that came before a meeting, with the places in which it recommends something."""

    paper: Paper
    address: str
    places: tuple[tuple[str, str], ...]
    """What each is called, and its address."""


@dataclass(frozen=True, slots=True)
class Outcome:
    """A resolution as it is shown away from its minute."""

    decided: Decided
    html: Markup
    limbs: tuple[tuple[Limb, Markup], ...]
    below: tuple[Rendered, ...]
    """The amendments and votes that stand below it."""
    recommended: tuple[Recommended, ...]


def blocks_of(lines: Iterable[Decided]) -> list[Resolution | Amendment | Vote]:
    """List what is rendered of resolutions: each, and what stands below it."""
    return [block for line in lines for block in (line.resolution, *proceedings(line.at.minute, line.resolution))]


def outcomes(lines: Sequence[Decided], rendered: Sequence[Rendered]) -> list[Outcome]:
    """Put resolutions together with what `blocks_of` was rendered to."""
    found: list[Outcome] = []
    waiting = iter(rendered)
    for line in lines:
        own = next(waiting)
        below = tuple(next(waiting) for _ in proceedings(line.at.minute, line.resolution))
        found.append(Outcome(line, own.html, own.limbs, below, recommended(line.at)))
    return found


def recommended(at: MinuteAt) -> tuple[Recommended, ...]:
    """List the papers in force on the item of a minute, with what they recommend."""
    return tuple(Recommended(paper, paper_place(paper, at.item), tuple(_places(paper))) for paper in papers_in_force(at.item))


def paper_place(paper: Paper, item: Item | None) -> str:
    """Give the address at which a paper begins: the first of an item stands on the item's page, below what was decided."""
    return f"{paper.id}#paper" if item and paper.id == item.id else paper.id


def _places(paper: Paper) -> Iterator[tuple[str, str]]:
    for paragraph in paper.recommendations:
        yield _name(paragraph), f"{paper.id}#{paragraph.anchor}"


def _name(paragraph: Paragraph) -> str:
    return f"paragraph {paragraph.number}" if paragraph.number else "the recommendation"
