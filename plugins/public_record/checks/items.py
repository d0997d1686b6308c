"""Checks of items against what came of them: references in a row, papers that were to follow, minutes that answer one."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator

from public_record.checks.context import Context, warning
from public_record.gate.decide import MeetingDecisions
from public_record.model.findings import Finding
from public_record.model.forms import AgendaForm
from public_record.model.private import AgendaLine, Document, MeetingFolder
from public_record.model.rules import Rule
from public_record.model.vocabulary import Delivery

_REFERENCE = re.compile(r"([A-Z]?)(\d+)[a-z]?")


def references_follow_each_other(context: Context) -> Iterator[Finding]:
    """The numbers of a letter begin with 1 and skip none."""
    for meeting, decisions in context.meetings():
        if meeting.agenda and decisions.agenda.public:
            explained = " ".join(note.reveal() for note in meeting.agenda.form.editor_notes)
            yield from _skipped(meeting.agenda, meeting.agenda_items(), explained)


def _skipped(agenda: Document[AgendaForm], lines: Iterator[AgendaLine], explained: str) -> Iterator[Finding]:
    """Look for gaps. What an editor's note of the agenda names by its reference, the reader is told."""
    numbers: defaultdict[str, set[int]] = defaultdict(lambda: {0})
    for line in lines:
        letter, number = _numbered(line)
        missing = [f"{letter}{one}" for one in range(1, number) if one not in numbers[letter]]
        if missing and not any(re.search(rf"\b{reference}\b", explained) for reference in (*missing, f"{letter}{number}")):
            yield warning(
                agenda.place(*line.keys, "ref"),
                Rule.REFERENCE_SKIPPED,
                f"{_range(missing)} would come before this item, and the agenda has no such item.",
                "Correct the reference; if it was printed so, let one of the `editor_notes` of the agenda say so.",
            )
        numbers[letter].update(range(number + 1))


def _numbered(line: AgendaLine) -> tuple[str, int]:
    """Part a reference into letter and number; an item without one counts by its place."""
    match = _REFERENCE.fullmatch(line.item.ref or "")
    return (match[1], int(match[2])) if match else ("", line.item.place or 0)


def _range(references: list[str]) -> str:
    first, last = references[0], references[-1]
    return first if first == last else f"{first} to {last}"


def what_was_to_follow_followed(context: Context) -> Iterator[Finding]:
    """A paper that was to follow is there once the meeting is over."""
    for meeting, decisions in context.meetings():
        if meeting.agenda is None or not decisions.agenda.public or meeting.date >= context.today:
            continue
        for line in waiting_for_a_paper(meeting, decisions):
            if decisions.items[line.key].public:
                yield warning(
                    meeting.agenda.place(*line.keys, "delivery"),
                    Rule.TO_FOLLOW,
                    "the paper of this item was to follow, and is not here.",
                    "Add the paper; if it never came, correct `delivery`, or say so in `editor_note`.",
                )


def waiting_for_a_paper(meeting: MeetingFolder, decisions: MeetingDecisions) -> Iterator[AgendaLine]:
    """Yield the items of which a paper was to follow, and is not there. A note can say why it never came."""
    there = {one.form.item for one in meeting.paper_documents() if not decisions.documents[one.path].absent}
    cancelled = meeting.agenda is not None and meeting.agenda.form.cancelled is not None
    for line in meeting.agenda_items():
        if Delivery.TO_FOLLOW in line.item.delivery and not (line.key in there or line.item.editor_note or cancelled):
            yield line


def minutes_answer_items(context: Context) -> Iterator[Finding]:
    """A minute answers an item of the agenda, or says by its mark that it answers none."""
    for meeting, decisions in context.meetings():
        notes = meeting.minutes
        if notes is None or not decisions.agenda.public or not decisions.documents[notes.path].public or not meeting.agenda:
            continue
        marks = notes.form.marks()
        for minute, decision in zip(notes.minutes, decisions.minutes, strict=True):
            mark = marks.get(minute.number)
            stated = mark is not None and mark.access is not None
            if minute.item is None and minute.number is not None and decision.public and not stated:
                yield Finding(
                    notes.at(minute.line),
                    Rule.MINUTE_WITHOUT_ITEM,
                    "this minute says of no item that it answers it.",
                    "Write `(Item B1)` under its heading; if it answers none, give its number and `access: public` under "
                    "`minutes`.",
                    context.by_age(meeting.date),
                )
