"""Dates of which only the year or the month may be known: the days on which such a date can fall."""

from __future__ import annotations

from calendar import monthrange
from datetime import date
from typing import NamedTuple

_DECEMBER = 12


class Span(NamedTuple):
    """The first and the last day on which a date can fall."""

    first: date
    last: date


def span(written: str) -> Span:
    """Read `2018`, `2018-04` or `2018-04-01`; raises `ValueError` where there is no such day or month.

    >>> span("2016-02").last.day
    29
    """
    year, month, day = (*(int(part) for part in written.split("-")), 0, 0)[:3]
    if day:
        return Span(date(year, month, day), date(year, month, day))
    first, last = (month, month) if "-" in written else (1, _DECEMBER)
    return Span(date(year, first, 1), date(year, last, monthrange(year, last)[1]))


def leave_a_gap(ended: str, began: str) -> bool:
    """Say whether a day lies between an end and the next beginning, whichever days the two may be."""
    return (span(began).first - span(ended).last).days > 1


def overlap(ended: str, began: str) -> bool:
    """Say whether the next begins before the end of the one before it, whichever days the two may be."""
    return span(began).last <= span(ended).first
