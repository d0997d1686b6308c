"""Calendars (RFC 5545): of all meetings, and of each body. Written by the icalendar library.

A meeting keeps its UID through everything that happens to it: it comes from the day for which it was first announced, so
that an announcement, the agenda that follows, a move and a cancellation are one event in the reader's calendar.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime
from functools import partial
from zoneinfo import ZoneInfo

from icalendar import Calendar, Event

from public_record.model.record import Body, Meeting, NextMeeting
from public_record.outputs.addresses import absolute, uid
from public_record.pages.library import Library
from public_record.pages.written import long_date

_LONDON = ZoneInfo("Europe/London")
_PRODUCT = "-//Public record//EN"


@dataclass(frozen=True, slots=True)
class Announced:
    """A meeting that an earlier one announced, and of which the record holds nothing yet."""

    body: str
    meeting: NextMeeting
    by: Meeting


def calendar_files(library: Library) -> dict[str, Callable[[], bytes]]:
    """Give the calendars by name, each with the function that writes it; none without an identity, as for feeds."""
    if library.settings.identity is None:
        return {}
    own = {f"{body.id}/calendar.ics": partial(calendar, library, body) for body in library.record.bodies}
    return {"calendar.ics": partial(calendar, library, None), **own}


def calendar(library: Library, body: Body | None) -> bytes:
    """Write the calendar of a body, or of all."""
    written = Calendar()
    written.add("prodid", _PRODUCT)
    written.add("version", "2.0")
    name = body.name if body else library.settings.site_name
    written.add("name", name)
    written.add("x-wr-calname", name)
    for meeting in library.record.meetings:
        if body is None or meeting.body == body.id:
            written.add_component(_held(library, meeting))
    for ahead in announced(library):
        if body is None or ahead.body == body.id:
            written.add_component(_ahead(library, ahead))
    return bytes(written.to_ical())


def announced(library: Library) -> Iterator[Announced]:
    """Yield meetings that were announced and are not in the record, in order of their days; the latest word on a day counts."""
    found: dict[tuple[str, date], Announced] = {}
    for meeting in library.record.meetings:
        for item in meeting.items:
            if item.next_meeting:
                found[meeting.body, item.next_meeting.date] = Announced(meeting.body, item.next_meeting, meeting)
    known = {(meeting.body, meeting.date) for meeting in library.record.meetings}
    moved = {(meeting.body, meeting.moved.date) for meeting in library.record.meetings if meeting.moved}
    yield from (found[key] for key in sorted(found.keys() - known - moved, key=lambda key: (key[1], key[0])))


def first_day(library: Library, meeting: Meeting) -> date:
    """Give the day for which a meeting was first announced, unless the record has another meeting on that day."""
    if meeting.moved and (meeting.body, meeting.moved.date) not in library.links.meetings:
        return meeting.moved.date
    return meeting.date


def _held(library: Library, meeting: Meeting) -> Event:
    event = _event(library, meeting.body, first_day(library, meeting), meeting.history.last or meeting.date)
    _when(event, meeting.date, meeting.time)
    name = library.bodies[meeting.body].name
    event.add("summary", f"Cancelled: {name}" if meeting.cancelled else name)
    event.add("status", "CANCELLED" if meeting.cancelled else "CONFIRMED")
    event.add("sequence", sum((meeting.cancelled is not None, meeting.moved is not None)) + len(meeting.history.changes))
    if meeting.venue:
        event.add("location", meeting.venue)
    if page := absolute(library, meeting.id):
        event.add("url", page)
    if lines := list(_description(library, meeting)):
        event.add("description", "\n".join(lines))
    return event


def _ahead(library: Library, ahead: Announced) -> Event:
    event = _event(library, ahead.body, ahead.meeting.date, ahead.by.history.last or ahead.by.date)
    _when(event, ahead.meeting.date, ahead.meeting.time)
    event.add("summary", library.bodies[ahead.body].name)
    event.add("status", "TENTATIVE")
    event.add("sequence", 0)
    if ahead.meeting.venue:
        event.add("location", ahead.meeting.venue)
    event.add("description", f"Announced at the meeting of {long_date(ahead.by.date)}.")
    return event


def _event(library: Library, body: str, day: date, stamp: date) -> Event:
    event = Event()
    event.add("uid", uid(library.settings.identity or "", body, day.isoformat()))
    # Not the clock: the same record gives the same calendar.
    event.add("dtstamp", datetime(stamp.year, stamp.month, stamp.day, tzinfo=UTC))
    return event


def _when(event: Event, day: date, time: str | None) -> None:
    """Set the beginning, in UTC; the whole day where no time is known. An end is announced of no meeting."""
    if time is None:
        event.add("dtstart", day)
        return
    hour, minute = map(int, time.split(":"))
    event.add("dtstart", datetime(day.year, day.month, day.day, hour, minute, tzinfo=_LONDON).astimezone(UTC))


def _description(library: Library, meeting: Meeting) -> Iterator[str]:
    if meeting.cancelled:
        yield f"Cancelled. {meeting.cancelled}"
    if meeting.moved:
        yield f"Moved from {long_date(meeting.moved.date)}. {meeting.moved.reason}"
    for item, paper in meeting.all_papers():
        if not paper.withheld and not paper.withdrawn:
            reference = f"{item.ref} " if item and item.ref else ""
            address = absolute(library, paper.id)
            yield f"Paper {reference}{paper.title}" + (f": {address}" if address else "")
