"""What a page is before the host gets it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum

from markupsafe import Markup

from public_record.pages.prose import TocEntry


class PageKind(StrEnum):
    """Kinds of page. Search filters by them, and style sheets know them."""

    HOME = "home"
    BODY = "body"
    MEETINGS = "meetings"
    MEETING = "meeting"
    ITEM = "item"
    PAPER = "paper"
    APPENDIX = "appendix"
    NOTES = "notes"
    DECISIONS = "decisions"
    REQUESTS = "requests"
    SUBJECTS = "subjects"
    SUBJECT = "subject"
    WITHHELD = "withheld"
    AGREEMENTS = "agreements"
    AGREEMENT = "agreement"
    PRIORITIES = "agreement-priorities"
    PRIORITY = "agreement-priority"
    COMPARISONS = "agreement-changes"
    COMPARISON = "agreement-comparison"
    ACTIONS = "agreement-actions"
    INDICATORS = "agreement-indicators"
    ASSESSMENTS = "agreement-assessments"
    GOVERNANCE = "agreement-governance"
    DATA = "data"
    SEARCH = "search"

    @property
    def label(self) -> str | None:
        """The word by which search results are filtered; None for pages that are only ways to others."""
        return _LABELS.get(self)


_LABELS = {
    PageKind.MEETING: "Meeting",
    PageKind.ITEM: "Agenda item",
    PageKind.PAPER: "Paper",
    PageKind.APPENDIX: "Appendix",
    PageKind.NOTES: "Notes",
    PageKind.SUBJECT: "Subject",
    PageKind.AGREEMENT: "Agreement",
    PageKind.PRIORITY: "Agreement",
    PageKind.COMPARISON: "Agreement",
    PageKind.ACTIONS: "Agreement",
    PageKind.INDICATORS: "Agreement",
    PageKind.ASSESSMENTS: "Agreement",
    PageKind.GOVERNANCE: "Agreement",
}


@dataclass(frozen=True, slots=True)
class Crumb:
    """A step on the way from the home page."""

    title: str
    address: str


@dataclass(frozen=True, slots=True)
class Content:
    """The rendered middle of a page."""

    html: Markup
    contents: tuple[TocEntry, ...] = ()


@dataclass(frozen=True, slots=True)
class PageSource:
    """A page that is known and not yet rendered: that waits until the host writes it, so that only one is in memory."""

    address: str
    """Relative to the site's root, ending in `/`; empty for the home page."""
    title: str
    description: str
    kind: PageKind
    render: Callable[[], Content]
    """Renders the page: a pure function of the record, the links, the settings and the day."""
    crumbs: tuple[Crumb, ...] = ()
    body: str | None = None
    """Name of the body, for search."""
    year: str | None = None
    date: str | None = None
    """Day of the meeting, for search."""
    citation: str | None = None
    """How the page is cited; None where its title says it."""
    searched: bool = True
    """Whether search may find it, if its kind is one that search finds."""

    @property
    def label(self) -> str | None:
        """The word by which search results are filtered; None for a page that search does not find."""
        return self.kind.label if self.searched else None
