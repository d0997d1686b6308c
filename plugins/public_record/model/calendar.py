"""Clear days: the working days between the notice of a meeting and the meeting, without either."""

from __future__ import annotations

from collections.abc import Collection, Container
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache

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
    between = [notice + timedelta(days=number) for number in range(1, (meeting - notice).days)]
    weekdays = [day for day in between if day.weekday() < _SATURDAY]
    skipped = tuple(day for day in weekdays if day in _bank_holidays() or day in closures)
    return ClearDays(len(weekdays) - len(skipped), skipped)


@cache
def _bank_holidays() -> Container[date]:
    """The bank holidays of England, of whichever year is asked for.

    Loaded once, and only when a notice is looked at: the library takes longer than the check of a small record.
    """
    import holidays  # noqa: PLC0415

    known: Container[date] = holidays.country_holidays("GB", subdiv="ENG")
    return known
