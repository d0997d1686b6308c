"""Pages of what was asked for: by which minute, for when, answered where, or still open."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from markupsafe import Markup

from public_record.links.requests import Tracked
from public_record.pages.library import Library, template
from public_record.pages.linking import Linking
from public_record.pages.page import Content, Crumb, PageKind, PageSource
from public_record.pages.prose import render_texts

_HOME = Crumb("Home", "")
_REQUESTS = Crumb("Requests", "requests/")
_LATEST = 50
_MOST = 200
"""What one page lists of those that wait; all of them stand on the pages of their years."""


@dataclass(frozen=True, slots=True)
class RequestLine:
    """A request with its words as HTML."""

    tracked: Tracked
    html: Markup


def requests_pages(library: Library) -> Iterator[PageSource]:
    """Yield the page of what waits for an answer and what was answered last, and a page for each year of asking."""
    years = [(year, list(group)) for year, group in groupby(library.requests.every, key=_year)]
    yield _page(library, None, _open_first(library.requests.every), [(year, len(asked)) for year, asked in reversed(years)])
    for year, asked in years:
        yield _page(library, year, [(f"Asked for in {year}", asked)], ())


def request_lines(requests: Iterable[Tracked], linking: Linking) -> list[RequestLine]:
    """Render the words of requests."""
    every = list(requests)
    rendered = render_texts([tracked.text for tracked in every], linking)
    return [RequestLine(tracked, html) for tracked, html in zip(every, rendered, strict=True)]


def _year(tracked: Tracked) -> int:
    return tracked.source.meeting.date.year


def _open_first(requests: Sequence[Tracked]) -> list[tuple[str, list[Tracked]]]:
    waiting = [tracked for tracked in requests if not tracked.state.answered]
    answered = [tracked for tracked in requests if tracked.state.answered]
    name = "Waiting for an answer" if len(waiting) <= _MOST else f"Waiting for an answer, the latest {_MOST} of {len(waiting)}"
    groups = [(name, waiting[-_MOST:]), ("Answered last", answered[: -_LATEST - 1 : -1])]
    return [group for group in groups if group[1]]


def _page(
    library: Library, year: int | None, groups: Sequence[tuple[str, Sequence[Tracked]]], years: Sequence[tuple[int, int]]
) -> PageSource:
    def render() -> Content:
        shown = [(name, request_lines(requests, library.linking(page.address))) for name, requests in groups]
        return Content(template("requests", page.address, library, page=page, groups=shown, years=years))

    title = f"Requests of {year}" if year else "Requests"
    page = PageSource(
        address=f"requests/{year}/" if year else "requests/",
        title=title,
        description=f"{title}: every report, update or action asked for, when it was due, and what answered it.",
        kind=PageKind.REQUESTS,
        render=render,
        crumbs=(_HOME, _REQUESTS) if year else (_HOME,),
    )
    return page
