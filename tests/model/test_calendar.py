from __future__ import annotations

import subprocess
import sys
from datetime import date

import holidays
import pytest

from public_record.model.bank_holidays import TABLE, is_bank_holiday
from public_record.model.calendar import ClearDays, clear_days, last_day_of_notice


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


@pytest.mark.parametrize(
    ("days", "meeting", "expected"),
    [
        (2, date(1990, 5, 1), date(1990, 4, 26)),
        (5, date(2024, 7, 4), date(2024, 6, 26)),
        (7, date(2027, 1, 7), date(2026, 12, 23)),
        (5, date(2026, 10, 12), date(2026, 10, 2)),
    ],
)
def test_the_last_day_of_notice_gives_just_enough(days: int, meeting: date, expected: date) -> None:
    """It is a working day itself; the next one would be too late."""
    assert last_day_of_notice(days, meeting) == expected
    assert clear_days(expected, meeting).days == days


def test_the_table_of_bank_holidays_is_that_of_the_library() -> None:
    """A day that was proclaimed since, or moved, shows as soon as the library knows of it."""
    years = range(min(TABLE), max(TABLE) + 1)
    tabled = [date.fromisoformat(f"{year}-{day}") for year in years for day in TABLE[year].split()]
    assert tabled == sorted(holidays.country_holidays("GB", subdiv="ENG", years=years))


@pytest.mark.parametrize("day", [date(2022, 9, 19), date(2023, 5, 8)], ids=["funeral", "coronation"])
def test_a_day_proclaimed_once_is_a_bank_holiday(day: date) -> None:
    """One-off holidays are not counted as working days."""
    assert is_bank_holiday(day)


def test_a_year_that_no_table_holds_is_asked_of_the_library() -> None:
    """No year is without bank holidays."""
    assert 2099 not in TABLE
    assert [day for day in (date(2099, 12, 25), date(2099, 12, 29)) if is_bank_holiday(day)] == [date(2099, 12, 25)]


@pytest.mark.process
def test_the_library_is_asked_only_where_it_could_matter() -> None:
    """It takes longer to load than a small record to check."""
    program = (
        "import sys; from datetime import date; from public_record.model.calendar import clear_days;"
        "assert clear_days(date(2024, 6, 3), date(2024, 6, 17)).days == 9; assert 'holidays' not in sys.modules"
    )
    assert subprocess.run([sys.executable, "-c", program], check=False).returncode == 0
