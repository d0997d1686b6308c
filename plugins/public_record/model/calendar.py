"""Clear days: the working days between the notice of a meeting and the meeting, without either."""

from __future__ import annotations

from collections.abc import Collection, Container
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache

_SATURDAY = 5
"""As `date.weekday` counts."""

_FIVE_WEEKS = 35


@dataclass(frozen=True, slots=True)
class ClearDays:
    """How much notice a meeting was given (Local Government Act 1972, section 100A(6)(a))."""

    days: int
    skipped: tuple[date, ...]
    """Bank holidays and closure days between the two, which were not counted; week-ends are not listed."""


def clear_days(notice: date, meeting: date, closures: Collection[date] = ()) -> ClearDays:
    """Count the clear days: "working weekdays", both ends out.

    Authorities: R v Herefordshire Justices (1820); R v Swansea City Council ex p Elitestone Ltd (1993) 66 P&CR 422.
    `closures` are further days on which the office is closed.

    >>> clear_days(date(1990, 4, 26), date(1990, 5, 1)).days
    2
    """
    weekdays = _weekdays_between(notice, meeting)
    skipped = tuple(day for day in weekdays if day in _bank_holidays() or day in closures)
    return ClearDays(len(weekdays) - len(skipped), skipped)


def are_given(days: int, notice: date, meeting: date, closures: Collection[date] = ()) -> bool:
    """Say whether there are so many clear days, as `clear_days` counts them.

    With more week-days than bank holidays could ever take away, it answers without asking which days those are.
    """
    open_days = sum(day not in closures for day in _weekdays_between(notice, meeting))
    if open_days - most_bank_holidays((meeting - notice).days - 1) >= days:
        return True
    return clear_days(notice, meeting, closures).days >= days


def last_day_of_notice(days: int, meeting: date, closures: Collection[date] = ()) -> date:
    """Give the last day on which a notice can be published that gives so many clear days.

    >>> last_day_of_notice(5, date(2024, 7, 4))
    datetime.date(2024, 6, 26)
    """
    day = meeting - timedelta(days=1)
    while clear_days(day, meeting, closures).days < days or day.weekday() >= _SATURDAY or day in _bank_holidays():
        day -= timedelta(days=1)
    return day


def most_bank_holidays(days: int) -> int:
    """Give the most bank holidays on week-days that a stretch of so many days can hold.

    There were never more than four in five weeks (Easter 2011 with a royal wedding and May Day, the turn to 2000); the tests
    ask the library of every stretch.
    """
    return min(days, 4 * (days // _FIVE_WEEKS + 1)) if days > 0 else 0


def _weekdays_between(notice: date, meeting: date) -> list[date]:
    between = [notice + timedelta(days=number) for number in range(1, (meeting - notice).days)]
    return [day for day in between if day.weekday() < _SATURDAY]


@cache
def _bank_holidays() -> Container[date]:
    """The bank holidays of England, of whichever year is asked for.

    Loaded once, and only when a notice is looked at: the library takes longer than the check of a small record.
    """
    import holidays  # noqa: PLC0415

    known: Container[date] = holidays.country_holidays("GB", subdiv="ENG")
    return known
