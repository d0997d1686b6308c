"""What is due, and what is overdue: one list for `due`, and for the findings about what was not done."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from public_record.checks import meetings_due, releases_due, requests_due, reviews_due
from public_record.checks.context import Context, Overview, warning
from public_record.model.duties import Duty, DutyKind
from public_record.model.findings import Finding
from public_record.model.rules import Rule

_FINDINGS = {
    DutyKind.NOTICE: (
        Rule.AGENDA_MISSING,
        "the notice of the meeting was due on {day}, and no agenda of it is published.",
        "Publish the agenda; if the meeting does not take place, say so there with `cancelled`.",
    ),
    DutyKind.NOTES: (
        Rule.NOTES_LATE,
        "the notes of this meeting were due on {day}, and are not published.",
        "Publish them as they are, for the next meeting to adopt.",
    ),
    DutyKind.REQUEST: (
        Rule.REQUEST_OVERDUE,
        "the report asked for here was due on {day}, and nothing is said to answer it.",
        "Put it on the agenda of the next meeting, or write `answers` on what answered it.",
    ),
    DutyKind.REVIEW: (
        Rule.REVIEW_DUE,
        "this restriction was to be reviewed on {day}.",
        "Look whether the balance still holds; lift the restriction, or write the date of the next `review`.",
    ),
}
"""The others come about by themselves, are nobody's fault, or have a check of their own."""


def duties(context: Context) -> Iterator[Duty]:
    """Yield what is not yet done, whether or not its day has come."""
    overview = context.overview()
    yield from _of_a_meeting(context)
    yield from meetings_due.papers(context)
    yield from _between_meetings(overview)
    yield from meetings_due.adoptions(overview)


def of_a_meeting_are_done(context: Context) -> Iterator[Finding]:
    """What was due by what a document says is done."""
    return _overdue(_of_a_meeting(context, context.today), context.today)


def between_meetings_are_done(overview: Overview) -> Iterator[Finding]:
    """What was due at a later meeting, or for one, is done."""
    return _overdue(_between_meetings(overview), overview.today)


def _of_a_meeting(context: Context, until: date = date.max) -> Iterator[Duty]:
    yield from meetings_due.notes(context)
    yield from reviews_due.reviews(context, until)
    yield from releases_due.releases(context)
    yield from releases_due.agreement(context)


def _between_meetings(overview: Overview) -> Iterator[Duty]:
    yield from meetings_due.notices(overview)
    yield from requests_due.requests(overview)


def _overdue(found: Iterator[Duty], today: date) -> Iterator[Finding]:
    """Tell what was not done. The passing of a day never stops a build: it is a warning, whatever its age."""
    for duty in found:
        if duty.kind in _FINDINGS and duty.announced and duty.day < today:
            rule, message, cure = _FINDINGS[duty.kind]
            yield warning(duty.place, rule, message.format(day=duty.day.isoformat()), cure)
