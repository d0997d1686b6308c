"""The page of a meeting: its facts, its notice, its agenda with papers and outcomes."""

from __future__ import annotations

from dataclasses import dataclass

from public_record.links.links import MinuteAt
from public_record.links.withheld import withheld_in
from public_record.model.calendar import ClearDays, clear_days
from public_record.model.record import Item, Meeting, Paper, Section
from public_record.pages.library import Library, long_date, template
from public_record.pages.page import Content, Crumb, PageKind, PageSource
from public_record.pages.prose import render_blocks


@dataclass(frozen=True, slots=True)
class AgendaLine:
    """An item as the agenda shows it."""

    item: Item
    papers: tuple[Paper, ...]
    minutes: tuple[MinuteAt, ...]


@dataclass(frozen=True, slots=True)
class AgendaPart:
    """A section of the agenda with its lines."""

    section: Section
    lines: tuple[AgendaLine, ...]


def meeting_page(library: Library, meeting: Meeting) -> PageSource:
    """Compose the page of a meeting."""
    body = library.bodies[meeting.body]
    title = f"{body.name}, {long_date(meeting.date)}"

    def render() -> Content:
        return _render(library, meeting, page)

    page = PageSource(
        address=meeting.id,
        title=title,
        description=f"Agenda, papers and notes of the meeting of the {body.name} on {long_date(meeting.date)}.",
        kind=PageKind.MEETING,
        render=render,
        crumbs=crumbs_to(library, meeting)[:-1],
        body=body.short,
        year=str(meeting.date.year),
        date=meeting.date.isoformat(),
    )
    return page


def crumbs_to(library: Library, meeting: Meeting) -> tuple[Crumb, ...]:
    """List the way to a meeting, the meeting included."""
    body = library.bodies[meeting.body]
    return (Crumb("Home", ""), Crumb(body.short, f"{body.id}/"), Crumb(long_date(meeting.date), meeting.id))


def _render(library: Library, meeting: Meeting, page: PageSource) -> Content:
    (introduction,), footnotes = render_blocks(meeting.introduction, linking=library.linking(meeting.id))
    html = template(
        "meeting",
        meeting.id,
        library,
        page=page,
        meeting=meeting,
        notice=_notice(library, meeting),
        adoption=library.links.adoptions.get(meeting.id),
        introduction=introduction,
        footnotes=footnotes,
        sections=[_part(library, section) for section in meeting.sections],
        minutes=[minute for minute in meeting.notes.minutes if minute.number] if meeting.notes else [],
        previous=library.links.previous.get(meeting.id),
        following=library.links.following.get(meeting.id),
        withheld_count=sum(1 for _ in withheld_in(meeting)),
    )
    return Content(html)


def _notice(library: Library, meeting: Meeting) -> ClearDays | None:
    if meeting.notice is None:
        return None
    return clear_days(meeting.notice, meeting.date, library.settings.policy.closure_days)


def _part(library: Library, section: Section) -> AgendaPart:
    return AgendaPart(
        section,
        tuple(AgendaLine(item, item.papers, library.links.minutes.get(item.id, ())) for item in section.items),
    )
