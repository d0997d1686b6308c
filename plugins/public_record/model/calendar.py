"""Clear days: the working days between the notice of a meeting and the meeting, without either."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, timedelta

from public_record.model.bank_holidays import is_bank_holiday

_SATURDAY = 5
"""As `date.weekday` counts."""


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
    skipped = tuple(day for day in weekdays if is_bank_holiday(day) or day in closures)
    return ClearDays(len(weekdays) - len(skipped), skipped)


def last_day_of_notice(days: int, meeting: date, closures: Collection[date] = ()) -> date:
    """Give the last day on which a notice can be published that gives so many clear days.

    >>> last_day_of_notice(5, date(2024, 7, 4))
    datetime.date(2024, 6, 26)
    """
    day = meeting - timedelta(days=1)
    while clear_days(day, meeting, closures).days < days or day.weekday() >= _SATURDAY or is_bank_holiday(day):
        day -= timedelta(days=1)
    return day


def _weekdays_between(notice: date, meeting: date) -> list[date]:
    between = [notice + timedelta(days=number) for number in range(1, (meeting - notice).days)]
    return [day for day in between if day.weekday() < _SATURDAY]
