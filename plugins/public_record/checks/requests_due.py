"""What falls due because a meeting asked for it."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from public_record.checks.answers import answered_requests
from public_record.checks.context import Overview
from public_record.checks.facts import Asked, MeetingFacts
from public_record.model.duties import Duty, DutyKind


def requests(overview: Overview) -> Iterator[Duty]:
    """Yield the reports asked for that nothing is said to answer: those to come, and those overdue from new meetings."""
    answered = answered_requests(overview)
    for meeting in overview.meetings:
        for asked in meeting.asked:
            known = _day(overview, meeting, asked) if asked.address not in answered else None
            if known and (known[0] >= overview.today or meeting.date >= overview.settings.policy.strict_from):
                day, told = known
                reference = f"{meeting.name}, minute {asked.minute}"
                yield Duty(day, DutyKind.REQUEST, reference, asked.place, told and asked.public)


def _day(overview: Overview, meeting: MeetingFacts, asked: Asked) -> tuple[date, bool] | None:
    """Give the day by which a report is due, and whether the public knows it: that of the next meeting, if it is known."""
    if not asked.at_next_meeting:
        return (asked.by, True) if asked.by else None
    return min(_days_after(overview, meeting), key=lambda known: (not known[1], known[0]), default=None)


def _days_after(overview: Overview, meeting: MeetingFacts) -> Iterator[tuple[date, bool]]:
    """Yield the days of later meetings that are announced or held, and whether the public knows them."""
    yield from ((one.date, one.public) for one in meeting.announced)
    for later in overview.after(meeting):
        yield later.date, later.shown
        if later.shown:
            return
