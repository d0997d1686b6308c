"""Lists every page of the site. Nothing is rendered yet: each page source carries the function that does it."""

from __future__ import annotations

from collections.abc import Iterator

from public_record.pages import agreements, decisions, items, lists, meetings, notes, requests, subjects
from public_record.pages.data import data_page
from public_record.pages.library import Library
from public_record.pages.page import PageSource


def compose(library: Library) -> Iterator[PageSource]:
    """Yield the pages of the site, each address once."""
    yield lists.home(library)
    yield lists.all_meetings(library)
    yield from decisions.decisions_pages(library)
    yield from requests.requests_pages(library)
    yield from subjects.subject_pages(library)
    yield lists.withheld(library)
    yield lists.search(library)
    yield data_page(library)
    for body in library.record.bodies:
        yield lists.body(library, body)
    for meeting in library.record.meetings:
        yield meetings.meeting_page(library, meeting)
        yield from items.pages_of(library, meeting)
        if meeting.notes:
            yield notes.notes_page(library, meeting, meeting.notes)
    yield from agreements.agreement_pages(library)
