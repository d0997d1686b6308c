"""Calendars: read back by a library that did not write them; one event a meeting, whatever happens to it."""

from __future__ import annotations

from datetime import UTC, date, datetime
from typing import Any

import pytest
import vobject

from public_record.model.record import Change, History, Meeting, Moved, NextMeeting, Record, Withdrawn, Withheld
from public_record.model.vocabulary import Basis
from public_record.outputs.calendars import calendar_files
from public_record.pages.library import Library
from published import SETTINGS, TODAY, item, meeting, paper, record

SITE = "https://record.example.org/"
HELD = meeting(
    item(papers=(paper(title="Bridges, fords; and more"),)), time="10:00", venue="The hall", history=History(date(2025, 2, 20))
)


def _files(public: Record, site: str | None = SITE) -> dict[str, bytes]:
    return {name: make() for name, make in calendar_files(Library.of(public, SETTINGS, TODAY, site)).items()}


def _events(*meetings: Meeting, name: str = "calendar.ics", site: str | None = SITE) -> list[Any]:
    read = vobject.readOne(_files(record(*meetings), site)[name].decode())
    return list(read.contents.get("vevent", []))


def _event(*meetings: Meeting, site: str | None = SITE) -> Any:
    (only,) = _events(*meetings, site=site)
    return only


def test_there_is_a_calendar_of_all_and_one_of_each_body() -> None:
    """Each beside the page of the body."""
    assert sorted(_files(record(HELD))) == ["calendar.ics", "group/calendar.ics"]


def test_a_meeting_is_an_event() -> None:
    """When, where, its page, and the papers with their addresses."""
    event = _event(HELD)
    assert event.uid.value == "group-2025-03-02@record.example.org"
    assert event.dtstart.value == datetime(2025, 3, 2, 10, tzinfo=UTC)
    assert (event.summary.value, event.location.value, event.status.value) == ("The Example Group", "The hall", "CONFIRMED")
    assert event.url.value == f"{SITE}group/2025-03-02/"
    assert event.description.value == f"Paper B1 Bridges, fords; and more: {SITE}group/2025-03-02/b1/"


def test_summer_time_is_the_hour_of_the_clock_in_london() -> None:
    """Ten in July is nine in UTC."""
    assert _event(meeting(item(), day="2025-07-02", time="10:00")).dtstart.value == datetime(2025, 7, 2, 9, tzinfo=UTC)


def test_a_meeting_without_a_time_takes_the_day() -> None:
    """An hour that nobody announced would be an invention."""
    assert _event(meeting(item())).dtstart.value == date(2025, 3, 2)


def test_a_cancelled_meeting_stays_and_says_so() -> None:
    """Whoever has it in a calendar is told."""
    event = _event(meeting(item(), cancelled="Snow."))
    assert (event.status.value, event.summary.value, event.sequence.value) == ("CANCELLED", "Cancelled: The Example Group", "1")
    assert event.description.value == "Cancelled. Snow."


def test_a_moved_meeting_keeps_its_uid() -> None:
    """So that the event moves, instead of standing there twice."""
    moved = meeting(item(), moved=Moved(date(2025, 2, 20), "Snow."))
    event = _event(moved)
    assert (event.uid.value, event.dtstart.value) == ("group-2025-02-20@record.example.org", date(2025, 3, 2))
    assert (event.sequence.value, event.description.value) == ("1", "Moved from 20 February 2025. Snow.")


def test_two_meetings_never_share_a_uid() -> None:
    """Where the record holds the meeting of the old day as well, each has its own."""
    old, moved = meeting(item(), day="2025-02-20", cancelled="Snow."), meeting(item(), moved=Moved(date(2025, 2, 20), "Snow."))
    assert {event.uid.value for event in _events(old, moved)} == {
        "group-2025-02-20@record.example.org",
        "group-2025-03-02@record.example.org",
    }


def test_a_change_of_the_agenda_counts() -> None:
    """Calendars take the event with the higher number."""
    history = History(date(2025, 2, 20), (Change(date(2025, 2, 25), "Another room."),))
    event = _event(meeting(item(), history=history))
    assert (event.sequence.value, event.dtstamp.value) == ("1", datetime(2025, 2, 25, tzinfo=UTC))


def _announcing(day: str, **fields: Any) -> Meeting:
    return meeting(item(next_meeting=NextMeeting(date.fromisoformat(day), "14:30", "Town Hall")), **fields)


def test_the_next_meeting_stands_there_as_soon_as_it_is_announced() -> None:
    """Tentatively, until its agenda is there."""
    _, ahead = _events(_announcing("2025-06-03"))
    assert (ahead.uid.value, ahead.status.value) == ("group-2025-06-03@record.example.org", "TENTATIVE")
    assert (ahead.dtstart.value, ahead.location.value) == (datetime(2025, 6, 3, 13, 30, tzinfo=UTC), "Town Hall")
    assert ahead.description.value == "Announced at the meeting of 2 March 2025."


@pytest.mark.parametrize(
    "follows",
    [{"day": "2025-06-03"}, {"day": "2025-06-10", "moved": Moved(date(2025, 6, 3), "Strike.")}],
    ids=["as announced", "moved"],
)
def test_an_announcement_becomes_the_meeting(follows: dict[str, Any]) -> None:
    """The same event, now confirmed."""
    events = _events(_announcing("2025-06-03"), meeting(item(), **follows))
    assert [(event.uid.value.partition("@")[0], event.status.value) for event in events] == [
        ("group-2025-03-02", "CONFIRMED"),
        ("group-2025-06-03", "CONFIRMED"),
    ]


def test_papers_that_are_not_open_are_not_named() -> None:
    """Withheld or withdrawn: the page says more."""
    closed = (paper(withheld=Withheld(Basis.CONFIDENTIAL)), paper(number=2, withdrawn=Withdrawn(TODAY, "Wrong.")))
    assert "description" not in _event(meeting(item(papers=closed))).contents


def test_where_the_site_is_not_known_nothing_is_linked() -> None:
    """An address must be whole in a calendar."""
    event = _event(HELD, site=None)
    assert "url" not in event.contents
    assert event.description.value == "Paper B1 Bridges, fords; and more"


def test_the_same_record_gives_the_same_calendar() -> None:
    """No clock, no chance."""
    assert _files(record(HELD)) == _files(record(HELD))


def test_without_an_identity_there_is_no_calendar() -> None:
    """Events would stand there anew after each move of the site."""
    assert calendar_files(Library.of(record(HELD), SETTINGS.model_copy(update={"identity": None}), TODAY, SITE)) == {}


def test_an_empty_calendar_can_be_read() -> None:
    """A body that has not met yet can be followed."""
    assert _events() == []
