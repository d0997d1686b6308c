"""Lists every page of the site. Nothing is rendered yet: each page source carries the function that does it."""

from __future__ import annotations

from collections.abc import Iterator

from public_record.model.record import Meeting
from public_record.pages import agreements, decisions, items, lists, meetings, notes, requests, subjects
from public_record.pages.data import data_page
from public_record.pages.library import Library
from public_record.pages.page import PageSource


def compose(library: Library) -> Iterator[PageSource]:
    """Yield the pages of the site, each address once."""
    # The pages that take longest come first: where several processes render, none is left at work alone at the end.
    yield from _lists(library)
    yield from agreements.agreement_pages(library)
    for meeting in library.record.meetings:
        yield from _of_meeting(library, meeting)


class Catalogue:
    """The same pages by address, composed only when one of them is asked for: those of a meeting together, and all others."""

    def __init__(self, library: Library) -> None:
        self._library = library
        self._meetings = {address: one.meeting for address, one in library.standings.items() if one.meeting}
        self._composed: dict[str, dict[str, PageSource]] = {}
        """By the meeting; under nothing, all that is of none."""

    @property
    def addresses(self) -> frozenset[str]:
        """The address of every page."""
        return frozenset((*self._meetings, *self._of(None)))

    def get(self, address: str) -> PageSource | None:
        """Find the page at an address."""
        return self._of(self._meetings.get(address)).get(address)

    def _of(self, meeting: Meeting | None) -> dict[str, PageSource]:
        key = meeting.id if meeting else ""
        if key not in self._composed:
            library = self._library
            pages = _of_meeting(library, meeting) if meeting else (*_lists(library), *agreements.agreement_pages(library))
            self._composed[key] = {page.address: page for page in pages}
        return self._composed[key]


def _lists(library: Library) -> Iterator[PageSource]:
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


def _of_meeting(library: Library, meeting: Meeting) -> Iterator[PageSource]:
    yield meetings.meeting_page(library, meeting)
    yield from items.pages_of(library, meeting)
    if meeting.notes:
        yield notes.notes_page(library, meeting, meeting.notes)
