"""The days of changes are such as can be told to everyone."""

from __future__ import annotations

import pytest

from builders import agenda, meeting_files, paper, told

PUBLISHED = "2024-05-07"


def _changes(*days: str) -> dict[str, str]:
    changes = [{"date": day, "what": "Corrected."} for day in days]
    return meeting_files(agenda=agenda(), b1=paper("Text.", published=PUBLISHED, changes=changes))


def test_changes_in_order_are_well() -> None:
    """Two on one day, and one on the day of the publication, are."""
    assert told(_changes(PUBLISHED, "2024-05-09", "2024-05-09")) == []


@pytest.mark.parametrize(
    "days",
    [("2024-05-06",), ("2024-05-09", "2024-05-08"), ("2026-11-23",)],
    ids=["before the publication", "before the last change", "after today"],
)
def test_changes_out_of_order_are_refused(days: tuple[str, ...]) -> None:
    """Feeds would send readers back to the wrong text."""
    assert told(_changes(*days)) == ["b1.md:7 change-date"]


def test_a_meeting_is_moved_from_another_day() -> None:
    """Its own day says nothing."""
    assert told(meeting_files(agenda=agenda(moved={"from": "2024-05-14", "reason": "Rain."}))) == ["agenda.md:6 change-date"]
    assert told(meeting_files(agenda=agenda(moved={"from": "2024-05-07", "reason": "Rain."}))) == []
