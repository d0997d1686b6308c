"""Checks of what follows from a meeting: answers to requests, corrections to notes, and requests that wait for an answer."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from public_record.checks.context import Context, error, warning
from public_record.gate.decide import MeetingDecisions, open_parts
from public_record.model import ids
from public_record.model.findings import Finding, Place
from public_record.model.forms import AnswerForm, MinuteForm, NotesForm
from public_record.model.ids import Anchors
from public_record.model.private import (
    Document,
    MeetingFolder,
    SealedAction,
    SealedBlock,
    SealedMinute,
    SealedOutcome,
    SealedParagraph,
    SealedRequest,
)
from public_record.model.rules import Rule
from public_record.model.vocabulary import MinutePart


@dataclass(frozen=True, slots=True)
class _Asked:
    """A public request of a minute."""

    id: str
    number: int
    """Its place among the requests of its minute."""
    place: Place
    by: date | None
    subjects: frozenset[str]
    looked_for: bool
    """Whether somebody has looked for an answer and found none."""


def name_public_requests(context: Context) -> Iterator[Finding]:
    """An answer names a request that the public record has."""
    stated = [answer for meeting in context.record.meetings for answer in _answers(meeting)]
    if not stated:
        return
    public = {address for meeting, decisions in context.meetings() for address in _public_requests(meeting, decisions)}
    for place, answer in stated:
        if answer.request not in public:
            message = "no request or action of the public record has this address."
            yield error(place, Rule.ANSWER, message, "Copy the address from the page of the request, or take this line out.")


def correct_notes_that_are_there(context: Context) -> Iterator[Finding]:
    """An adoption belongs to an item that puts notes up, and corrects public minutes of them."""
    folders = {(meeting.body, meeting.date): meeting for meeting in context.record.meetings}
    for meeting in context.record.meetings:
        put_up = {line.key: line.item.notes_of for line in meeting.agenda_items()}
        for notes, index, form, minute in _marked_minutes(meeting):
            day = put_up.get(minute.item or "")
            if form.adoption and meeting.agenda and day is None:
                message = "this minute adopts notes, and its item puts none up."
                yield error(
                    notes.place("minutes", index, "adoption"),
                    Rule.ADOPTION,
                    message,
                    "Write `notes_of` on the item in the agenda.",
                )
            elif form.adoption and form.adoption.corrections:
                earlier = folders.get((meeting.body, day)) if day else None
                known = set(_correctable(earlier, context.decisions[earlier.path])) if earlier else set()
                yield from _lost_corrections(notes, index, form, known)


def requests_have_answers(context: Context) -> Iterator[Finding]:
    """A request of a minute is answered, or nothing at the meeting where it was due is on the same subject."""
    answered = answered_requests(context)
    for meeting, decisions in context.meetings():
        for asked in _asked(meeting, decisions):
            if asked.id in answered or asked.looked_for or not asked.subjects:
                continue
            if likely := _likely(context, meeting, asked):
                message = f"nothing is said to answer this request; {likely} is on the same subject."
                cure = f"If it does, write `answers: [{asked.id}]` there; if not, `unanswered: {asked.number}` on this minute."
                yield warning(asked.place, Rule.LIKELY_ANSWER, message, cure)


def answered_requests(context: Context) -> frozenset[str]:
    """List the addresses of everything that something says to answer."""
    return frozenset(answer.request for meeting in context.record.meetings for _, answer in _answers(meeting))


def requests_of(minute: SealedMinute) -> Iterator[tuple[int, SealedRequest]]:
    """Yield the requests of a minute with their place among them, by which they are addressed."""
    return enumerate((block for block in minute.blocks if isinstance(block, SealedRequest)), start=1)


def request_address(meeting: MeetingFolder, minute: SealedMinute, number: int) -> str:
    """Address of a request of a minute."""
    notes = ids.notes_address(ids.meeting_address(meeting.body, meeting.date))
    return f"{notes}#request-{minute.number}-{number}"


def _answers(meeting: MeetingFolder) -> Iterator[tuple[Place, AnswerForm]]:
    """Yield every answer of a meeting with its place."""
    if agenda := meeting.agenda:
        for line in meeting.agenda_items():
            for key, answers in (("answers", line.item.answers), ("public_answers", line.item.public_answers)):
                yield from _placed(agenda.place(*line.keys, key), answers)
    for document in meeting.paper_documents():
        yield from _placed(document.place("answers"), document.form.answers)
    for notes in meeting.notes:
        for index, form in enumerate(notes.form.minutes):
            yield from _placed(notes.place("minutes", index, "answers"), form.answers)


def _placed(place: Place, answers: Iterable[AnswerForm]) -> Iterator[tuple[Place, AnswerForm]]:
    return ((place, answer) for answer in answers)


def _public_requests(meeting: MeetingFolder, decisions: MeetingDecisions) -> Iterator[str]:
    """Yield the addresses of the public requests and actions of a meeting, as the gate gives them out."""
    own = ids.meeting_address(meeting.body, meeting.date)
    for minute, _ in _open_minutes(meeting, decisions, MinutePart.OUTCOME):
        yield from _numbered(ids.notes_address(own), minute.blocks, minute.number)
    papers: dict[tuple[str | None, int], str] = {}
    for paper in meeting.papers:
        item = ids.item_address(own, paper.form.item) if paper.form.item else own
        address = ids.paper_address(item, paper.form.paper, of_item=paper.form.item is not None)
        papers[paper.form.item, paper.form.paper] = address
        if decisions.documents[paper.path].public:
            yield from _numbered(address, paper.blocks, None)
    for appendix in meeting.appendices:
        owner = papers.get((appendix.form.item, appendix.form.paper), own)
        if decisions.documents[appendix.path].public:
            address = ids.appendix_address(owner, appendix.form.appendix, appendix.form.occurrence)
            yield from _numbered(address, appendix.blocks, None)


def _open_minutes(
    meeting: MeetingFolder, decisions: MeetingDecisions, *parts: MinutePart
) -> Iterator[tuple[SealedMinute, MinuteForm | None]]:
    """Yield the minutes of which these parts are public."""
    notes = meeting.minutes
    if notes is None or not decisions.documents[notes.path].public:
        return
    forms = notes.form.marks()
    for minute, decision in zip(notes.minutes, decisions.minutes, strict=True):
        form = forms.get(minute.number)
        if decision.public or open_parts(form).issuperset(parts):
            yield minute, form


def _numbered(address: str, blocks: Iterable[SealedBlock], minute: int | None) -> Iterator[str]:
    anchors = Anchors()
    end = "" if minute is None else f"-{minute}"
    for block in blocks:
        if isinstance(block, SealedRequest | SealedAction):
            kind = "request" if isinstance(block, SealedRequest) else "action"
            yield f"{address}#{anchors.counted(kind + end)}"


def _marked_minutes(meeting: MeetingFolder) -> Iterator[tuple[Document[NotesForm], int, MinuteForm, SealedMinute]]:
    """Yield the marks of minutes with the minutes that they belong to."""
    for notes in meeting.notes:
        minutes = {minute.number: minute for minute in notes.minutes}
        for index, form in enumerate(notes.form.minutes):
            if minute := minutes.get(form.number):
                yield notes, index, form, minute


def _correctable(meeting: MeetingFolder, decisions: MeetingDecisions) -> Iterator[tuple[int | None, str | None]]:
    """Yield the minutes, and the paragraphs of them, that a correction can name."""
    for minute, _ in _open_minutes(meeting, decisions, *MinutePart):
        yield minute.number, None
        yield from (
            (minute.number, block.number) for block in minute.blocks if isinstance(block, SealedParagraph | SealedOutcome)
        )


def _lost_corrections(
    notes: Document[NotesForm], index: int, form: MinuteForm, known: set[tuple[int | None, str | None]]
) -> Iterator[Finding]:
    for number, correction in enumerate(form.adoption.corrections if form.adoption else ()):
        if (correction.minute, correction.paragraph) not in known:
            message = "no public minute or paragraph of the notes has this number."
            place = notes.place("minutes", index, "adoption", "corrections", number)
            yield error(
                place,
                Rule.ADOPTION,
                message,
                "Correct `minute` or `paragraph`.",
            )


def _asked(meeting: MeetingFolder, decisions: MeetingDecisions) -> Iterator[_Asked]:
    notes = meeting.minutes
    items = {line.key: line.item for line in meeting.agenda_items()}
    for minute, form in _open_minutes(meeting, decisions, MinutePart.OUTCOME):
        item = items.get(minute.item or "")
        subjects = (form.subjects if form else []) or (item.subjects if item else [])
        for number, block in requests_of(minute):
            own = request_address(meeting, minute, number)
            place = notes.at(block.line) if notes else Place(meeting.path)
            looked_for = form is not None and number in form.unanswered
            yield _Asked(own, number, place, block.by, frozenset(subjects), looked_for)


def _likely(context: Context, meeting: MeetingFolder, asked: _Asked) -> str | None:
    """Name an open item on the same subject, at the first meeting of the body that could have had the report."""
    for later, decisions in context.meetings():
        if later.body == meeting.body and later.date >= max(asked.by or later.date, meeting.date) and later is not meeting:
            for line in later.agenda_items():
                if decisions.items[line.key].public and asked.subjects.intersection(line.item.subjects):
                    return f"item {line.key} of {later.date}"
    return None
