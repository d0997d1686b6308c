"""What falls due before and after a meeting: its notice, its notes, their adoption. The archive is spared."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from typing import NamedTuple

from public_record.checks.context import Context, Overview, warning
from public_record.checks.facts import Where, name_of
from public_record.checks.gathering import is_shown
from public_record.checks.items import waiting_for_a_paper
from public_record.gate.decide import MeetingDecisions
from public_record.model.calendar import last_day_of_notice
from public_record.model.duties import Duty, DutyKind
from public_record.model.findings import Finding, Place
from public_record.model.private import MeetingFolder
from public_record.model.rules import Rule


class _Expected(NamedTuple):
    """A meeting of which the record knows, and which has no agenda yet."""

    name: str
    date: date
    where: Where
    announced: bool


def notices(overview: Overview) -> Iterator[Duty]:
    """Yield the notices that are not yet published."""
    policy = overview.settings.policy
    expected = {one.name: one for one in sorted(_expected(overview), key=lambda one: one.announced)}
    for meeting in expected.values():
        day = last_day_of_notice(policy.clear_days, meeting.date, policy.closure_days)
        yield Duty(day, DutyKind.NOTICE, meeting.name, overview.place(meeting.where), meeting.announced)


def _expected(overview: Overview) -> Iterator[_Expected]:
    strict_from = overview.settings.policy.strict_from
    last = {meeting.body: meeting.date for meeting in overview.meetings if meeting.shown}
    for meeting in overview.meetings:
        if meeting.date >= strict_from and not meeting.has_agenda:
            yield _Expected(meeting.name, meeting.date, meeting.place, meeting.shown)
        # Once the record holds a later meeting, the day was kept or moved.
        if meeting.date >= last.get(meeting.body, meeting.date):
            for next_one in meeting.announced:
                if next_one.date >= strict_from:
                    name = name_of(meeting.body, next_one.date)
                    yield _Expected(name, next_one.date, next_one.where, next_one.public)


def notes(context: Context) -> Iterator[Duty]:
    """Yield the notes that are not yet published."""
    policy = context.settings.policy
    for meeting, decisions in context.meetings():
        if meeting.date >= policy.strict_from and _lacks_notes(meeting, decisions):
            place = meeting.agenda.place("date") if meeting.agenda else Place(meeting.path)
            day = meeting.date + min(timedelta(days=policy.notes_days), date.max - meeting.date)
            name = name_of(meeting.body, meeting.date)
            # Where a file could not be read, it may be the notes: its own finding is enough.
            told = meeting.whole and decisions.agenda.public and is_shown(meeting, decisions)
            yield Duty(day, DutyKind.NOTES, name, place, told)


def _lacks_notes(meeting: MeetingFolder, decisions: MeetingDecisions) -> bool:
    cancelled = meeting.agenda is not None and meeting.agenda.form.cancelled is not None
    return not cancelled and all(decisions.documents[document.path].absent for document in meeting.notes)


def papers(context: Context) -> Iterator[Duty]:
    """Yield the papers that are to follow, each due at its meeting."""
    for meeting, decisions in context.meetings():
        if meeting.agenda and meeting.date >= context.settings.policy.strict_from:
            for line in waiting_for_a_paper(meeting, decisions):
                reference = f"{name_of(meeting.body, meeting.date)}, item {line.key}"
                place = meeting.agenda.place(*line.keys, "delivery")
                yield Duty(meeting.date, DutyKind.PAPER, reference, place, announced=False)


def adoptions(overview: Overview) -> Iterator[Duty]:
    """Yield the notes that no agenda puts up yet: due at the next meeting that is known, else at the one that left them out."""
    adopted = _adopted(overview)
    for meeting in overview.meetings:
        if meeting.notes and meeting.date >= overview.settings.policy.strict_from and meeting.of not in adopted:
            days = sorted({*(one.date for one in meeting.announced), *(later.date for later in overview.after(meeting))})
            if day := next((one for one in days if one >= overview.today), days[-1] if days else None):
                yield Duty(day, DutyKind.ADOPTION, meeting.name, overview.place(meeting.notes), announced=False)


def _adopted(overview: Overview) -> set[tuple[str, date]]:
    return {(meeting.body, day) for meeting in overview.meetings for day in meeting.puts_up}


def notes_are_adopted(overview: Overview) -> Iterator[Finding]:
    """Notes are put up for adoption by a meeting that comes after."""
    adopted = _adopted(overview)
    for meeting in overview.meetings:
        if meeting.notes and meeting.date >= overview.settings.policy.strict_from:
            later = (one for one in overview.after(meeting) if one.takes_place and one.date < overview.today)
            if meeting.of not in adopted and any(later):
                yield warning(
                    overview.place(meeting.notes),
                    Rule.NOTES_NOT_ADOPTED,
                    "a later meeting took place, and no agenda put these notes up for adoption.",
                    "Put them on the next agenda, with `notes_of` on the item.",
                )
