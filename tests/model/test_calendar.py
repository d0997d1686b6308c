from __future__ import annotations

import subprocess
import sys
from datetime import date, timedelta

import holidays
import pytest

from public_record.model import calendar
from public_record.model.calendar import ClearDays, are_given, clear_days, last_day_of_notice, most_bank_holidays


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


BANK_HOLIDAYS = frozenset(holidays.country_holidays("GB", subdiv="ENG", years=range(1970, 2101)))


def test_no_stretch_has_more_bank_holidays_than_are_reckoned_with() -> None:
    """Of every stretch that begins and ends with one: all others hold no more, and are longer."""
    days = sorted(day for day in BANK_HOLIDAYS if day.weekday() < 5)
    assert [
        (first, last)
        for place, first in enumerate(days)
        for further, last in enumerate(days[place : place + 20], 1)
        if further > most_bank_holidays((last - first).days + 1)
    ] == []


def test_whether_enough_days_are_given_never_differs_from_the_count(monkeypatch: pytest.MonkeyPatch) -> None:
    """For every way in which week-ends and bank holidays fell, or will, behind a notice of the years from 2010 to 2030.

    And for every stretch that is neither far too short nor far too long. What counts of a day is whether it is one of them.
    """
    # The same days, which the library takes longer to look up.
    monkeypatch.setattr(calendar, "_bank_holidays", lambda: BANK_HOLIDAYS)
    days = [date(2010, 1, 1) + timedelta(days=number) for number in range(21 * 365 + 20)]
    kinds = [(day.weekday(), day in BANK_HOLIDAYS) for day in days]
    ways = {tuple(kinds[number : number + 15]): number for number in range(21 * 365)}
    for kind, number in ways.items():
        for length in range(7, 15):
            counted = sum(weekday < 5 and not holiday for weekday, holiday in kind[1:length])
            assert are_given(5, days[number], days[number + length]) == (counted >= 5)
    assert len(ways) > 200


def test_closure_days_are_left_out_of_what_is_given() -> None:
    """With fewer of them there would be enough."""
    notice, meeting = date(2024, 6, 3), date(2024, 6, 24)
    closures = [date(2024, 6, day) for day in range(4, 15)]
    assert are_given(5, notice, meeting, closures[:-1])
    assert are_given(6, notice, meeting, closures[:-3])
    assert not are_given(6, notice, meeting, closures)


def test_the_library_is_asked_only_where_it_could_matter() -> None:
    """It takes longer to load than a thousand documents to check."""
    program = (
        "import sys; from datetime import date; from public_record.model.calendar import are_given;"
        "assert are_given(5, date(2024, 6, 3), date(2024, 6, 17)); assert 'holidays' not in sys.modules"
    )
    assert subprocess.run([sys.executable, "-c", program], check=False).returncode == 0
