"""What falls due because a meeting asked for it."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from datetime import date

from public_record.checks.answers import answered_requests, request_address, requests_of
from public_record.checks.context import Context
from public_record.checks.meetings_due import is_shown, name_of
from public_record.gate.decide import MeetingDecisions
from public_record.model.duties import Duty, DutyKind
from public_record.model.private import MeetingFolder, SealedRequest
from public_record.model.vocabulary import Due


def requests(context: Context) -> Iterator[Duty]:
    """Yield the reports asked for that nothing is said to answer: those to come, and those overdue from new meetings."""
    answered = answered_requests(context)
    for meeting, decisions in context.meetings():
        for duty in _asked_for(context, meeting, decisions, answered):
            if duty.day >= context.today or meeting.date >= context.settings.policy.strict_from:
                yield duty


def _asked_for(
    context: Context, meeting: MeetingFolder, decisions: MeetingDecisions, answered: Collection[str]
) -> Iterator[Duty]:
    notes = meeting.minutes
    if notes is None:
        return
    for minute, decision in zip(notes.minutes, decisions.minutes, strict=True):
        for number, block in requests_of(minute):
            known = _day(context, meeting, block)
            if known and request_address(meeting, minute, number) not in answered:
                day, told = known
                reference = f"{name_of(meeting.body, meeting.date)}, minute {minute.number}"
                announced = told and decision.public and decisions.documents[notes.path].public
                yield Duty(day, DutyKind.REQUEST, reference, notes.at(block.line), announced)


def _day(context: Context, meeting: MeetingFolder, request: SealedRequest) -> tuple[date, bool] | None:
    """Give the day by which a report is due, and whether the public knows it: that of the next meeting, if it is known."""
    if request.due is not Due.NEXT_MEETING:
        return (request.by, True) if request.by else None
    return min(_days_after(context, meeting), key=lambda known: (not known[1], known[0]), default=None)


def _days_after(context: Context, meeting: MeetingFolder) -> Iterator[tuple[date, bool]]:
    """Yield the days of later meetings that are announced or held, and whether the public knows them."""
    for other, decisions in context.meetings():
        if other.body == meeting.body and other.date > meeting.date:
            yield other.date, is_shown(other, decisions)
    for line in meeting.agenda_items():
        if line.item.next_meeting:
            yield line.item.next_meeting.date, context.decisions[meeting.path].items[line.key].public
