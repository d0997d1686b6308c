"""Pages that lead to others: home, meetings, bodies, decisions, what is withheld, search, data."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import groupby, islice

from public_record.links.links import Decided, decisions, decisions_of
from public_record.links.withheld import withheld_agreements, withheld_in
from public_record.model.record import Body, Meeting, Paper
from public_record.pages.items import Outcome
from public_record.pages.library import Library, long_date, template
from public_record.pages.linking import Linking
from public_record.pages.page import Content, Crumb, PageKind, PageSource
from public_record.pages.prose import render_blocks

_HOME = Crumb("Home", "")
_LATEST = 8


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
    meeting_title: str


def home(library: Library) -> PageSource:
    """Compose the home page: what is next, what was decided last, where to look."""

    def render() -> Content:
        newest = list(reversed(library.record.meetings))
        papers = [
            PaperLine(paper, library.meeting_title(meeting))
            for meeting in newest
            for _, paper in meeting.all_papers()
            if not paper.withheld and not paper.withdrawn
        ]
        html = template(
            "home",
            "",
            library,
            page=page,
            upcoming=[_line(library, meeting) for meeting in library.record.meetings if meeting.date >= library.today],
            papers=papers[:_LATEST],
            latest=newest[0] if newest else None,
            decided=list(islice((line for meeting in newest for line in decisions_of(meeting)), _LATEST)),
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


def decisions_pages(library: Library) -> list[PageSource]:
    """Compose the list of resolutions: the newest year at `/decisions/`, each year at an address of its own."""
    by_year: dict[int, list[Decided]] = defaultdict(list)
    for line in decisions(library.record):
        by_year[line.at.meeting.date.year].append(line)
    years = [(year, len(by_year[year])) for year in sorted(by_year, reverse=True)]
    pages = [_decisions_page(library, year, lines, []) for year, lines in sorted(by_year.items())]
    newest = by_year[years[0][0]] if years else []
    return [_decisions_page(library, None, newest, years), *pages]


def _decisions_page(
    library: Library, year: int | None, lines: Sequence[Decided], years: Sequence[tuple[int, int]]
) -> PageSource:
    def render() -> Content:
        groups = _by_meeting(lines, library.linking(page.address))
        html = template("decisions", page.address, library, page=page, years=years, groups=groups)
        return Content(html)

    title = f"Decisions of {year}" if year else "Decisions"
    page = PageSource(
        address=f"decisions/{year}/" if year else "decisions/",
        title=title,
        description=f"{title}: every resolution, with its minute and its agenda item.",
        kind=PageKind.DECISIONS,
        render=render,
        crumbs=(_HOME, Crumb("Decisions", "decisions/")) if year else (_HOME,),
    )
    return page


def _by_meeting(lines: Iterable[Decided], linking: Linking) -> list[tuple[Meeting, list[Outcome]]]:
    """Group resolutions by meeting, the newest first, each rendered."""
    groups = [(meeting, list(group)) for meeting, group in groupby(lines, key=lambda line: line.at.meeting)]
    rendered, _ = render_blocks(*([line.resolution for line in group] for _, group in groups), linking=linking)
    outcomes = [
        (meeting, [Outcome(line, shown.html, shown.limbs) for line, shown in zip(group, blocks, strict=True)])
        for (meeting, group), blocks in zip(groups, rendered, strict=True)
    ]
    return list(reversed(outcomes))


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


def data(library: Library) -> PageSource:
    """Compose the page that explains the data files beside it."""

    def render() -> Content:
        return Content(template("data", page.address, library, page=page))

    page = PageSource("data/", "Data", "The public record as data.", PageKind.DATA, render, (_HOME,))
    return page


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
