"""What a resolution belongs to beside its minute: votes and amendments, papers, recommendations, subjects."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TypeAlias

from public_record.links.links import Decided, MinuteAt
from public_record.model.record import (
    Action,
    Amendment,
    Definition,
    EditorNote,
    Item,
    Minute,
    Paper,
    Paragraph,
    PostMeetingNote,
    Request,
    Resolution,
    Vote,
)

Proceeding: TypeAlias = Amendment | Vote

_BETWEEN = (Request, Action, EditorNote, PostMeetingNote, Definition)
"""What can stand between a resolution and the vote on it."""


def proceedings(minute: Minute, resolution: Resolution) -> Iterator[Proceeding]:
    """Yield the amendments and the votes that stand below a resolution; those below a paragraph belong to that."""
    below = minute.body[minute.body.index(resolution) + 1 :]
    for block in below:
        if isinstance(block, Proceeding):
            yield block
        elif not isinstance(block, _BETWEEN):
            return


def papers_in_force(item: Item | None) -> tuple[Paper, ...]:
    """List the papers of an item that are published and that no other has replaced."""
    papers = item.papers if item else ()
    return tuple(paper for paper in papers if not (paper.withheld or paper.withdrawn or paper.replaced_by))


def recommendations(at: MinuteAt) -> Iterator[tuple[Paper, Paragraph]]:
    """Yield what was recommended to the meeting on the item that a minute answers."""
    for paper in papers_in_force(at.item):
        for paragraph in paper.recommendations:
            yield paper, paragraph


def subjects_of(at: MinuteAt) -> tuple[str, ...]:
    """List the subjects of a minute: its own, or else those of its item."""
    return at.minute.subjects or (at.item.subjects if at.item else ())


def kinds_of(decided: Decided) -> tuple[str, ...]:
    """List by which kinds a resolution is found; `other` where its words say none of those that are known."""
    return tuple(kind.value for kind in decided.resolution.kinds) or (OTHER,)


OTHER = "other"
"""Stands for what a resolution does in words that name none of the kinds."""
