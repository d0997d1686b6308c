"""Clear days: the working days between the notice of a meeting and the meeting, without either."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, timedelta


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
    weekdays = [day for day in between if day.weekday() < 5]  # noqa: PLR2004 - Saturday is 5
    bank_holidays = _bank_holidays(notice.year, meeting.year)
    skipped = tuple(day for day in weekdays if day in bank_holidays or day in closures)
    return ClearDays(len(weekdays) - len(skipped), skipped)


def _bank_holidays(first_year: int, last_year: int) -> Collection[date]:
    """List the bank holidays of England. Imported here: the library takes longer to load than the check of a record."""
    import holidays  # noqa: PLC0415

    return holidays.country_holidays("GB", subdiv="ENG", years=range(first_year, last_year + 1))
