"""What falls due before and after a meeting: its notice, its notes, their adoption. The archive is spared."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from typing import NamedTuple

from public_record.checks.context import Context, warning
from public_record.gate.decide import MeetingDecisions
from public_record.model.calendar import last_day_of_notice
from public_record.model.duties import Duty, DutyKind
from public_record.model.findings import Finding, Place
from public_record.model.private import MeetingFolder
from public_record.model.rules import Rule


class Expected(NamedTuple):
    """A meeting of which the record knows, and which has no agenda yet."""

    name: str
    date: date
    place: Place
    announced: bool


def name_of(body: str, day: date) -> str:
    """Name a meeting as its folder is called, or would be."""
    return f"{day.isoformat()}-{body}"


def has_agenda(meeting: MeetingFolder, decisions: MeetingDecisions) -> bool:
    """Say whether the agenda of a meeting is published, or something stands in its place."""
    return meeting.agenda is not None and not decisions.agenda.absent


def is_shown(meeting: MeetingFolder, decisions: MeetingDecisions) -> bool:
    """Say whether anything of a meeting is published."""
    return has_agenda(meeting, decisions) or any(not decision.absent for decision in decisions.documents.values())


def last_shown(context: Context) -> dict[str, date]:
    """Give the day of each body's last meeting of which anything is published."""
    days: dict[str, date] = {}
    for meeting, decisions in context.meetings():
        if is_shown(meeting, decisions):
            days[meeting.body] = max(meeting.date, days.get(meeting.body, meeting.date))
    return days


def notices(context: Context) -> Iterator[Duty]:
    """Yield the notices that are not yet published."""
    policy = context.settings.policy
    expected = {one.name: one for one in sorted(_expected(context), key=lambda one: one.announced)}
    for meeting in expected.values():
        day = last_day_of_notice(policy.clear_days, meeting.date, policy.closure_days)
        yield Duty(day, DutyKind.NOTICE, meeting.name, meeting.place, meeting.announced)


def _expected(context: Context) -> Iterator[Expected]:
    strict_from, last = context.settings.policy.strict_from, last_shown(context)
    for meeting, decisions in context.meetings():
        if meeting.date >= strict_from and not has_agenda(meeting, decisions):
            name = name_of(meeting.body, meeting.date)
            yield Expected(name, meeting.date, Place(meeting.path), is_shown(meeting, decisions))
        # Once the record holds a later meeting, the day was kept or moved.
        if meeting.date >= last.get(meeting.body, meeting.date):
            yield from (one for one in _announced(meeting, decisions) if one.date >= strict_from)


def _announced(meeting: MeetingFolder, decisions: MeetingDecisions) -> Iterator[Expected]:
    for line in meeting.agenda_items():
        if meeting.agenda and (announced := line.item.next_meeting):
            place = meeting.agenda.place(*line.keys, "next_meeting")
            yield Expected(name_of(meeting.body, announced.date), announced.date, place, decisions.items[line.key].public)


def notes(context: Context) -> Iterator[Duty]:
    """Yield the notes that are not yet published."""
    policy = context.settings.policy
    for meeting, decisions in context.meetings():
        if meeting.date >= policy.strict_from and _lacks_notes(meeting, decisions):
            place = meeting.agenda.place("date") if meeting.agenda else Place(meeting.path)
            day = meeting.date + min(timedelta(days=policy.notes_days), date.max - meeting.date)
            name = name_of(meeting.body, meeting.date)
            yield Duty(day, DutyKind.NOTES, name, place, decisions.agenda.public and is_shown(meeting, decisions))


def _lacks_notes(meeting: MeetingFolder, decisions: MeetingDecisions) -> bool:
    cancelled = meeting.agenda is not None and meeting.agenda.form.cancelled is not None
    return not cancelled and all(decisions.documents[document.path].absent for document in meeting.notes)


def notes_are_adopted(context: Context) -> Iterator[Finding]:
    """Notes are put up for adoption by a meeting that comes after."""
    adopted = set(_put_up(context))
    for meeting, decisions in context.meetings():
        document = meeting.minutes
        if document and meeting.date >= context.settings.policy.strict_from and decisions.documents[document.path].public:
            name = meeting.body, meeting.date
            if name not in adopted and _has_come(context, meeting):
                yield warning(
                    document.place("date"),
                    Rule.NOTES_NOT_ADOPTED,
                    "a later meeting took place, and no agenda put these notes up for adoption.",
                    "Put them on the next agenda, with `notes_of` on the item.",
                )


def _put_up(context: Context) -> Iterator[tuple[str, date]]:
    for meeting, decisions in context.meetings():
        for line in meeting.agenda_items():
            if line.item.notes_of and decisions.items[line.key].public:
                yield meeting.body, line.item.notes_of


def _has_come(context: Context, meeting: MeetingFolder) -> bool:
    """Say whether a later meeting of the body, with an agenda that can be read, has taken place."""
    return any(
        other.body == meeting.body
        and meeting.date < other.date < context.today
        and other.agenda is not None
        and other.agenda.form.cancelled is None
        and decisions.agenda.public
        for other, decisions in context.meetings()
    )
