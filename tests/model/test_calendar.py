from __future__ import annotations

from datetime import date

from public_record.model.calendar import ClearDays, clear_days


def test_both_ends_and_week_ends_are_left_out() -> None:
    """From a Thursday to the Thursday after, four working days lie between."""
    assert clear_days(date(2024, 6, 6), date(2024, 6, 13)) == ClearDays(4, ())


def test_bank_holidays_and_closure_days_are_skipped_and_named() -> None:
    """The reader sees which days were not counted."""
    counted = clear_days(date(2024, 5, 3), date(2024, 5, 14), [date(2024, 5, 8)])
    assert counted == ClearDays(4, (date(2024, 5, 6), date(2024, 5, 8)))


def test_a_notice_after_the_meeting_gives_no_days() -> None:
    """No negative count comes out of a wrong date."""
    assert clear_days(date(2024, 5, 14), date(2024, 5, 3)) == ClearDays(0, ())
