"""A gap in the record is said, with its reason where that is known."""

from __future__ import annotations

from datetime import date

from public_record.links.holdings import holdings, without_a_paper
from public_record.links.withheld import Ground, by_ground, withheld_in
from public_record.model.record import Meeting, Notes, Withdrawn, Withheld
from public_record.model.vocabulary import Basis, Delivery
from published import TODAY, item, meeting, minute, paper

NOTICE = Withheld(Basis.SCHEDULE_12A, (3,))


def _said(held: Meeting, today: date = TODAY) -> dict[str, tuple[str, bool]]:
    return {part.name: (part.said, part.complete) for part in holdings(held, today)}


def test_a_complete_record_is_called_complete() -> None:
    """A verbal update leaves no paper behind."""
    items = (item(papers=(paper(),), delivery=(Delivery.REPORT,)), item("B2", delivery=(Delivery.VERBAL,)))
    assert _said(meeting(*items, minutes=(minute(),))) == {
        "Agenda": ("held", True),
        "Papers": ("1 held", True),
        "Notes": ("held", True),
    }


def test_a_paper_that_was_announced_and_is_not_held_is_named() -> None:
    """By its item; a restricted item is none of these, whatever came with it."""
    items = (item(delivery=(Delivery.TO_FOLLOW,)), item("D1", delivery=(Delivery.REPORT,), withheld=NOTICE))
    held = meeting(*items, minutes=())
    assert _said(held)["Papers"] == ("none held; announced and not in this record: B1", False)
    assert [missing.key for missing in without_a_paper(held)] == ["B1"]


def test_a_meeting_of_which_only_a_paper_is_held_says_so() -> None:
    """Nobody knows what else there was."""
    assert _said(meeting(papers=(paper(),))) == {
        "Agenda": ("not in this record", False),
        "Papers": ("1 held; without the agenda nobody can say how many there were", False),
        "Notes": ("not in this record", False),
    }


def test_what_is_withheld_or_withdrawn_is_no_gap_but_is_said() -> None:
    """The reader knows where to ask."""
    tombstone = Withdrawn(date(2025, 4, 1), "Wrong.")
    held = meeting(item(papers=(paper(), paper(number=2, withheld=NOTICE), paper(number=3, withdrawn=tombstone))))
    assert _said(held)["Papers"] == ("1 held, 2 not published", False)
    assert _said(meeting(withheld=NOTICE, notes=Notes("x", withdrawn=tombstone))) == {
        "Agenda": ("withheld", False),
        "Papers": ("none held; without the agenda nobody can say how many there were", False),
        "Notes": ("withdrawn", False),
    }


def test_no_notes_are_missed_of_a_meeting_that_is_still_to_come_or_was_cancelled() -> None:
    """A gap is what could be there."""
    assert _said(meeting(item(), day="2026-03-01"))["Notes"] == ("the meeting has not been held yet", False)
    assert "Notes" not in _said(meeting(item(), cancelled="Snow."))


def test_what_is_withheld_is_counted_by_its_ground() -> None:
    """How many, and why; the most frequent first."""
    other = Withheld(Basis.CONFIDENTIAL)
    held = meeting(item(withheld=other), item("B2", withheld=NOTICE), item("B3", papers=(paper(withheld=NOTICE),)))
    assert by_ground(withheld_in(held)) == [(Ground(Basis.SCHEDULE_12A, (3,)), 2), (Ground(Basis.CONFIDENTIAL, ()), 1)]
