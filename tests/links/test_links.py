"""What belongs to what, found in one pass over the public record."""

from __future__ import annotations

from datetime import date

from public_record.links.links import Decided, MinuteAt, decisions, link
from published import item, meeting, minute, record, resolution


def test_a_minute_is_tied_to_the_item_that_it_names() -> None:
    """The chain from report to resolution begins here."""
    bridge, minuted = item("B1"), minute(7, item="B1")
    held = meeting(bridge, item("B2"), minutes=(minuted,))
    links = link(record(held))
    assert links.minutes == {bridge.id: (MinuteAt(held, minuted, bridge),)}


def test_a_minute_of_an_item_that_the_record_lacks_is_tied_to_none() -> None:
    """Notes are published for meetings whose agenda is not held."""
    held = meeting(minutes=(minute(7, resolution(), item="B1"),))
    assert link(record(held)).minutes == {}
    assert [line.at.item for line in decisions(record(held))] == [None]


def test_decisions_come_in_order_of_date_and_minute() -> None:
    """Readers of a year's decisions follow them as they were taken."""
    first, second = resolution("One"), resolution("Two")
    early = meeting(item(), minutes=(minute(7, first), minute(8, second, item=None)))
    late = meeting(day="2025-06-01", minutes=(minute(9, first, item=None),))
    found = list(decisions(record(early, late)))
    assert [(line.at.minute.number, line.resolution) for line in found] == [(7, first), (8, second), (9, first)]
    assert isinstance(found[0], Decided)


def test_notes_are_tied_to_the_item_and_the_minute_that_adopted_them() -> None:
    """Notes are drafts until a later meeting takes them as a true record."""
    taken = meeting(day="2025-03-02", minutes=())
    adopting = item("A3", "2025-06-01", notes_of=date(2025, 3, 2))
    adopted = minute(9, item="A3")
    later = meeting(adopting, day="2025-06-01", minutes=(adopted,))
    links = link(record(taken, later))
    assert links.adoptions[taken.id].item == adopting
    assert links.adoptions[taken.id].minute == adopted
    assert links.adopts == {adopting.id: taken}


def test_notes_can_be_put_up_for_adoption_at_a_meeting_without_notes() -> None:
    """The record then says where, and not that they were adopted."""
    taken = meeting(day="2025-03-02", minutes=())
    later = meeting(item("A3", "2025-06-01", notes_of=date(2025, 3, 2)), day="2025-06-01")
    assert link(record(taken, later)).adoptions[taken.id].minute is None


def test_meetings_of_a_body_follow_each_other() -> None:
    """Before and after are of the same body; the first and the last have one neighbour."""
    days = [meeting(day=day) for day in ("2024-01-01", "2025-01-01", "2026-01-01")]
    links = link(record(*days))
    assert links.previous == {days[1].id: days[0], days[2].id: days[1]}
    assert links.following == {days[0].id: days[1], days[1].id: days[2]}
