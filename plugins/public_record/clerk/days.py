"""Days as notices and headings give them."""

from __future__ import annotations

from datetime import date, timedelta

from public_record.model.calendar import clear_days
from public_record.model.settings import Policy

_LONGEST = 60
"""No rule asks for more days of notice than these hold."""


def in_words(day: date) -> str:
    """Write a day as headings do: 16 March 2016."""
    return f"{day.day} {day:%B %Y}"


def latest_notice(meeting: date, policy: Policy) -> date:
    """Find the last working day on which a notice leaves the clear days that are asked for."""
    days = (meeting - timedelta(days=number) for number in range(1, _LONGEST))
    return next(day for day in days if _is_working(day, policy) and _left(day, meeting, policy) >= policy.clear_days)


def _left(notice: date, meeting: date, policy: Policy) -> int:
    return clear_days(notice, meeting, policy.closure_days).days


def _is_working(day: date, policy: Policy) -> bool:
    """Say whether a day would itself count as clear."""
    return clear_days(day - timedelta(days=1), day + timedelta(days=1), policy.closure_days).days == 1
