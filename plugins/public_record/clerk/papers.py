"""Drafts a paper or an appendix of an item."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any

from public_record.clerk.refusal import RefusalError
from public_record.clerk.writing import OneLine, document
from public_record.model.ids import slug
from public_record.model.private import MeetingFolder


@dataclass(frozen=True, slots=True)
class Ground:
    """Why a paper is restricted, as section 100A and Schedule 12A ask."""

    paragraphs: tuple[int, ...]
    """Of Part 1 of Schedule 12A; none where the information is confidential."""
    balance: str | None
    review: date | None

    def as_written(self) -> OneLine:
        """Write it as front matter does."""
        basis = "schedule-12a" if self.paragraphs else "confidential"
        given = {"basis": basis, "paragraphs": [*self.paragraphs], "balance": self.balance, "review": self.review}
        return OneLine({key: value for key, value in given.items() if value})


@dataclass(frozen=True, slots=True)
class NewPaper:
    """What is known of a paper."""

    item: str | None
    title: str | None
    by: tuple[str, ...] = ()
    to: str | None = None
    purpose: str | None = None
    appendix: str | None = None
    number: int = 1
    """Of the paper, or of the paper whose appendix this is."""
    replaces: int | None = None
    public_title: str | None = None
    ground: Ground | None = None
    """For a restricted one."""

    @property
    def file(self) -> str:
        """The name that is the custom: `b2.md`, `b2-paper-2.md`, `b2-appendix-a.md`."""
        parts = [slug(self.item) if self.item else "paper"]
        parts += [f"paper-{self.number}"] if self.number > 1 else []
        parts += [f"appendix-{self.appendix.lower()}"] if self.appendix else []
        return f"{'-'.join(parts)}.md"


def next_paper(meeting: MeetingFolder, item: str | None) -> int:
    """Give the number of the next paper of an item."""
    return max((paper.form.paper for paper in meeting.papers if paper.form.item == item), default=0) + 1


def known_item(meeting: MeetingFolder, item: str | None) -> str | None:
    """Insist that the agenda has the item."""
    known = [line.key for line in meeting.agenda_items()]
    if known and item not in known:
        raise RefusalError(f"the agenda has no such item. It has: {', '.join(known)}.")
    if not known and item is not None:
        raise RefusalError("an item is named, and this meeting has no agenda that could be read.")
    return item


def paper(new: NewPaper, schema: str | None) -> str:
    """Write a paper, or an appendix, for its author to fill in."""
    values: dict[str, Any] = {
        "kind": "appendix" if new.appendix else "paper",
        "access": "restricted" if new.ground else "draft",
        "item": new.item,
        "appendix": new.appendix,
        "paper": new.number if new.number > 1 else None,
        "replaces": new.replaces,
        "exemption": new.ground.as_written() if new.ground else None,
        "public_title": new.public_title,
        "title": new.title,
        "by": [*new.by],
        "to": new.to,
        "purpose": new.purpose,
    }
    return document(values, schema=schema, text=_skeleton(new))


def _skeleton(new: NewPaper) -> str:
    """Write the headings that a paper usually has; the numbers of its paragraphs are what it is cited by."""
    if new.appendix:
        return ""
    return "## 1.0 Introduction\n" + ("\n## 2.0 Recommendation\n" if new.purpose == "decision" else "")
