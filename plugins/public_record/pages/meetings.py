"""The page of a meeting: its facts, its notice, its agenda with papers and outcomes."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from public_record.links.holdings import holdings
from public_record.links.links import MinuteAt
from public_record.links.numbering import missing_references
from public_record.links.withheld import by_ground, withheld_in
from public_record.model.calendar import ClearDays, clear_days
from public_record.model.ids import item_anchor
from public_record.model.record import DocumentCorrection, Item, Meeting, Paper, Section
from public_record.pages.corrections import by_place
from public_record.pages.library import Library, template
from public_record.pages.numbering import about_references
from public_record.pages.page import Content, Crumb, PageKind, PageSource
from public_record.pages.prose import render_blocks
from public_record.pages.written import long_date


@dataclass(frozen=True, slots=True)
class AgendaLine:
    """An item as the agenda shows it."""

    item: Item
    papers: tuple[Paper, ...]
    minutes: tuple[MinuteAt, ...]
    passed_over: str = ""
    """That references before it are not on the agenda."""
    corrections: tuple[DocumentCorrection, ...] = ()


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
        citation=library.citation(meeting),
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
        sections=list(_parts(library, meeting)),
        corrected=by_place(meeting.corrections),
        minutes=[minute for minute in meeting.notes.minutes if minute.number] if meeting.notes else [],
        previous=library.links.previous.get(meeting.id),
        following=library.links.following.get(meeting.id),
        grounds=by_ground(withheld_in(meeting)),
        holdings=list(holdings(meeting, library.today)),
    )
    return Content(html)


def _notice(library: Library, meeting: Meeting) -> ClearDays | None:
    if meeting.notice is None:
        return None
    return clear_days(meeting.notice, meeting.date, library.settings.policy.closure_days)


def _parts(library: Library, meeting: Meeting) -> Iterator[AgendaPart]:
    missing = missing_references(meeting.sections)
    corrected = by_place(meeting.corrections)
    for section in meeting.sections:
        yield AgendaPart(section, tuple(_line(library, item, missing, corrected) for item in section.items))


def _line(
    library: Library,
    item: Item,
    missing: Mapping[str, tuple[str, ...]],
    corrected: Mapping[str, tuple[DocumentCorrection, ...]],
) -> AgendaLine:
    passed = missing.get(item.key)
    return AgendaLine(
        item,
        item.papers,
        library.links.minutes.get(item.id, ()),
        about_references(passed) if passed else "",
        corrected.get(item_anchor(item.key), ()),
    )
