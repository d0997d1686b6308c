"""Pages of subjects: one matter through time."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from markupsafe import Markup

from public_record.links.subjects import Event
from public_record.model.record import Limb
from public_record.pages.library import Library, template
from public_record.pages.linking import Linking
from public_record.pages.page import Content, Crumb, PageKind, PageSource
from public_record.pages.prose import render_blocks, render_texts

_HOME = Crumb("Home", "")
_SUBJECTS = Crumb("Subjects", "subjects/")


@dataclass(frozen=True, slots=True)
class EventLine:
    """A step of a matter, with its words as HTML where it has some."""

    event: Event
    html: Markup
    limbs: tuple[tuple[Limb, Markup], ...] = ()


def subject_pages(library: Library) -> Iterator[PageSource]:
    """Yield the list of subjects, and a page for each of which the record says something."""
    named = sorted(((name, subject) for subject, name in library.settings.subjects.items() if subject in library.timelines))
    yield _index(library, [(subject, name, len(library.timelines[subject])) for name, subject in named])
    for name, subject in named:
        yield _subject(library, subject, name)


def _index(library: Library, subjects: Sequence[tuple[str, str, int]]) -> PageSource:
    def render() -> Content:
        return Content(template("subjects", page.address, library, page=page, listed=subjects))

    description = "Matters that the record follows through time: what came before the meetings, and what was decided."
    page = PageSource("subjects/", "Subjects", description, PageKind.SUBJECTS, render, (_HOME,))
    return page


def _subject(library: Library, subject: str, name: str) -> PageSource:
    def render() -> Content:
        events = library.timelines[subject]
        lines = _lines(events, library.linking(page.address))
        steps = [list(group) for _, group in groupby(lines, key=_occasion)]
        return Content(template("subject", page.address, library, page=page, steps=steps, subject=subject))

    page = PageSource(
        address=f"subjects/{subject}/",
        title=name,
        description=f"{name} through time: agenda items, papers, resolutions and requests, in order of date.",
        kind=PageKind.SUBJECT,
        render=render,
        crumbs=(_HOME, _SUBJECTS),
    )
    return page


def _occasion(line: EventLine) -> str:
    """Name what a step belongs to: steps of one meeting, or of one version of the agreement at one time, stand together."""
    event = line.event
    return event.meeting.id if event.meeting else f"{event.agreement.id}{event.day}" if event.agreement else event.address


def _lines(events: Sequence[Event], linking: Linking) -> list[EventLine]:
    """Render what was resolved and asked for; the other steps have their titles."""
    (resolved,), _ = render_blocks([event.resolution for event in events if event.resolution], linking=linking)
    resolutions = iter(resolved)
    requests = iter(render_texts([event.tracked.text for event in events if event.tracked], linking))
    lines = []
    for event in events:
        if event.resolution:
            shown = next(resolutions)
            lines.append(EventLine(event, shown.html, shown.limbs))
        else:
            lines.append(EventLine(event, next(requests) if event.tracked else Markup("")))
    return lines
