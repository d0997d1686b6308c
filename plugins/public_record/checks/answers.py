"""Checks of what follows from a meeting: answers to requests, corrections to notes, and requests that wait for an answer."""

from __future__ import annotations

from collections.abc import Iterator

from public_record.checks.context import Context, Overview, error, warning
from public_record.checks.facts import Asked, MeetingFacts
from public_record.checks.gathering import marked_minutes, put_up
from public_record.model.findings import Finding
from public_record.model.rules import Rule


def name_public_requests(overview: Overview) -> Iterator[Finding]:
    """An answer names a request that the public record has."""
    public = {address for meeting in overview.meetings for address in meeting.answerable}
    for meeting in overview.meetings:
        for spot, address, _ in meeting.answers:
            if address not in public:
                message = "no request or action of the public record has this address."
                cure = "Copy the address from the page of the request, or take this line out."
                yield error(overview.place(spot), Rule.ANSWER, message, cure)


def adopt_what_is_put_up(context: Context) -> Iterator[Finding]:
    """An adoption belongs to an item that puts notes up."""
    for meeting in context.record.meetings:
        days = put_up(meeting)
        for notes, index, form, minute in marked_minutes(meeting):
            if form.adoption and meeting.agenda and minute.item not in days:
                message = "this minute adopts notes, and its item puts none up."
                place = notes.place("minutes", index, "adoption")
                yield error(place, Rule.ADOPTION, message, "Write `notes_of` on the item in the agenda.")


def correct_notes_that_are_there(overview: Overview) -> Iterator[Finding]:
    """A correction names a public minute of the notes that are adopted, or a paragraph of one."""
    known = {(meeting.body, meeting.date): meeting.correctable for meeting in overview.meetings}
    for meeting in overview.meetings:
        for one in meeting.corrects:
            minutes = known.get((meeting.body, one.date), {}) if one.date else {}
            if one.minute not in minutes or (one.paragraph and one.paragraph not in minutes[one.minute]):
                message = "no public minute or paragraph of the notes has this number."
                yield error(overview.place(one.where), Rule.ADOPTION, message, "Correct `minute` or `paragraph`.")


def requests_have_answers(overview: Overview) -> Iterator[Finding]:
    """A request of a minute is answered, or nothing at the meeting where it was due is on the same subject."""
    answered = answered_requests(overview)
    for meeting in overview.meetings:
        for asked in meeting.asked:
            if not asked.shown or asked.address in answered or asked.looked_for or not asked.subjects:
                continue
            if likely := _likely(overview, meeting, asked):
                message = f"nothing is said to answer this request; on the same subject is {likely}."
                answers, unanswered = f"answers: [{asked.address}]", f"unanswered: {asked.number}"
                cure = f"If it does, write `{answers}` there; if not, `{unanswered}` on this minute."
                yield warning(asked.place, Rule.LIKELY_ANSWER, message, cure)


def answered_requests(overview: Overview) -> frozenset[str]:
    """List the addresses of everything that something says to answer."""
    return frozenset(answer.request for meeting in overview.meetings for answer in meeting.answers if answer.shown)


def _likely(overview: Overview, meeting: MeetingFacts, asked: Asked) -> str | None:
    """Name the open items on the same subject, at the first meeting of the body that could have had the report."""
    for later in overview.after(meeting):
        if asked.by is None or later.date >= asked.by:
            keys = [f"item {key}" for key, subjects in later.on_subjects if not asked.subjects.isdisjoint(subjects)]
            if keys:
                return f"{' or '.join(keys)} of {later.date}"
    return None
