"""Pages that lead to others: home, meetings, bodies, what is withheld, search."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby

from public_record.links.withheld import withheld_agreements, withheld_in
from public_record.model.record import Body, Item, Meeting, Paper
from public_record.pages.decisions import latest
from public_record.pages.library import Library, template
from public_record.pages.page import Content, Crumb, PageKind, PageSource
from public_record.pages.written import clock, long_date

_HOME = Crumb("Home", "")
_LATEST = 6


@dataclass(frozen=True, slots=True)
class MeetingLine:
    """A meeting in a list, with what the record holds of it."""

    meeting: Meeting
    title: str
    held: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class PaperLine:
    """A paper in a list."""

    paper: Paper
    came_before: str
    """The meeting, and the item or the time at it: papers of one meeting can have one title."""


def home(library: Library) -> PageSource:
    """Compose the home page: what is next, what was decided last, where to look."""

    def render() -> Content:
        newest = list(reversed(library.record.meetings))
        papers = [
            PaperLine(paper, _place(library, meeting, item))
            for meeting in newest
            for item, paper in meeting.all_papers()
            if not paper.withheld and not paper.withdrawn
        ]
        html = template(
            "home",
            "",
            library,
            page=page,
            upcoming=[_line(library, meeting) for meeting in library.record.meetings if meeting.date >= library.today],
            papers=papers[: _LATEST + 2],
            latest=newest[0] if newest else None,
            decided=latest(library, _LATEST, page.address),
            years=sorted({meeting.date.year for meeting in newest}, reverse=True),
        )
        return Content(html)

    page = PageSource("", library.settings.site_name, library.settings.wording.welcome, PageKind.HOME, render)
    return page


def all_meetings(library: Library) -> PageSource:
    """Compose the list of all meetings by year."""

    def render() -> Content:
        return _meeting_list(library, page, library.record.meetings)

    page = PageSource("meetings/", "Meetings", "All meetings in the record, by year.", PageKind.MEETINGS, render, (_HOME,))
    return page


def body(library: Library, body: Body) -> PageSource:
    """Compose the page of a body."""

    def render() -> Content:
        meetings = [meeting for meeting in library.record.meetings if meeting.body == body.id]
        return _meeting_list(library, page, meetings, body.description)

    page = PageSource(f"{body.id}/", body.name, body.description, PageKind.BODY, render, (_HOME,))
    return page


def withheld(library: Library) -> PageSource:
    """Compose the list of what is withheld, on what ground, and when that is looked at again."""

    def render() -> Content:
        found = [(library.meeting_title(meeting), list(withheld_in(meeting))) for meeting in reversed(library.record.meetings)]
        agreements = list(withheld_agreements(library.record.agreements))
        groups = [*found, ("The Community Safety Agreement", agreements)]
        html = template("withheld", page.address, library, page=page, groups=[group for group in groups if group[1]])
        return Content(html)

    page = PageSource(
        address="withheld/",
        title="What is withheld",
        description="What is not published, on what ground, and when that is looked at again.",
        kind=PageKind.WITHHELD,
        render=render,
        crumbs=(_HOME,),
    )
    return page


def search(library: Library) -> PageSource:
    """Compose the search page; the index is fetched when somebody searches."""

    def render() -> Content:
        return Content(template("search", page.address, library, page=page))

    page = PageSource("search/", "Search", "Search the whole public record.", PageKind.SEARCH, render, (_HOME,))
    return page


def _place(library: Library, meeting: Meeting, item: Item | None) -> str:
    at = f"item {item.ref}" if item and item.ref else clock(item.time) if item and item.time else None
    return ", ".join(filter(None, (library.meeting_title(meeting), at)))


def _meeting_list(library: Library, page: PageSource, meetings: Sequence[Meeting], introduction: str = "") -> Content:
    newest = sorted(meetings, key=lambda meeting: meeting.date, reverse=True)
    years = [
        (year, [_line(library, meeting) for meeting in group])
        for year, group in groupby(newest, key=lambda meeting: meeting.date.year)
    ]
    return Content(template("meetings", page.address, library, page=page, years=years, introduction=introduction))


def _line(library: Library, meeting: Meeting) -> MeetingLine:
    held = []
    if meeting.agenda_held:
        held.append(f"agenda of {len(meeting.items)} item{'s' if len(meeting.items) != 1 else ''}")
    if papers := sum(1 for _ in meeting.all_papers()):
        held.append(f"{papers} paper{'s' if papers != 1 else ''}")
    if meeting.notes:
        held.append("notes")
    if meeting.cancelled:
        held.append("cancelled")
    return MeetingLine(meeting, f"{library.bodies[meeting.body].name}, {long_date(meeting.date)}", tuple(held))
