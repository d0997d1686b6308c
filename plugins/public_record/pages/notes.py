"""The page of a meeting's notes: attendance, minutes, resolutions, each tied to its item."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from markupsafe import Markup, escape

from public_record.links.links import minutes_at
from public_record.model.record import Item, Meeting, Minute, Notes, Person
from public_record.pages.library import Library, template
from public_record.pages.meetings import crumbs_to
from public_record.pages.numbering import about_minutes
from public_record.pages.outcomes import Recommended, recommended
from public_record.pages.page import Content, PageKind, PageSource
from public_record.pages.prose import Rendered, TocEntry, render_blocks
from public_record.pages.written import long_date


@dataclass(frozen=True, slots=True)
class MinuteLine:
    """A minute with its item and its text."""

    minute: Minute
    item: Item | None
    blocks: tuple[Rendered, ...]
    recommended: tuple[Recommended, ...] = ()
    """What was recommended on its item, where the minute holds a resolution."""


def notes_page(library: Library, meeting: Meeting, notes: Notes) -> PageSource:
    """Compose the page of notes."""
    body = library.bodies[meeting.body]

    def render() -> Content:
        return _render(library, meeting, notes, page)

    page = PageSource(
        address=notes.id,
        title=f"Notes of the meeting of {long_date(meeting.date)}",
        description=f"Notes of the {body.name}, {long_date(meeting.date)}: who was there, minutes, resolutions.",
        kind=PageKind.NOTES,
        render=render,
        crumbs=crumbs_to(library, meeting),
        body=body.short,
        year=str(meeting.date.year),
        date=meeting.date.isoformat(),
        citation=f"{body.name}, notes of {long_date(meeting.date)}",
    )
    return page


def _render(library: Library, meeting: Meeting, notes: Notes, page: PageSource) -> Content:
    linking = library.linking(notes.id, notes.id, *(minute.id for minute in notes.minutes))
    (opening, *bodies), footnotes = render_blocks(notes.opening, *(minute.body for minute in notes.minutes), linking=linking)
    lines = [
        MinuteLine(at.minute, at.item, tuple(body), recommended(at) if at.minute.resolutions else ())
        for at, body in zip(minutes_at(meeting), bodies, strict=True)
    ]
    html = template(
        "notes",
        notes.id,
        library,
        page=page,
        meeting=meeting,
        notes=notes,
        adoption=library.links.adoptions.get(meeting.id),
        exclusion=library.links.exclusions.get(meeting.id),
        numbering=list(about_minutes(library, meeting)),
        attendance=list(_attendance(notes)),
        opening=opening,
        lines=lines,
        footnotes=footnotes,
    )
    minutes = tuple(TocEntry(2, line.minute.anchor, _title(line.minute)) for line in lines)
    return Content(html, (TocEntry(2, "attendance", Markup("Attendance")), *minutes) if minutes else ())


def _attendance(notes: Notes) -> Iterator[tuple[str, tuple[Person, ...]]]:
    named = (
        ("Present", notes.present),
        ("Also present", notes.also_present),
        ("In attendance", notes.in_attendance),
        ("Apologies", notes.apologies),
    )
    for name, people in named:
        if people:
            yield name, people


def _title(minute: Minute) -> Markup:
    return escape(f"{minute.number}. {minute.title}" if minute.number else minute.title)
