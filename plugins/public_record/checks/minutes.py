"""Checks of notes: numbers, items, and that what the front matter says of a minute finds it."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from functools import partial

from public_record.checks.context import Context, error
from public_record.gate.decide import may_answer_a_restricted_item
from public_record.model.findings import Finding
from public_record.model.forms import NotesForm
from public_record.model.private import Document
from public_record.model.rules import Rule


def have_numbers_of_their_own(context: Context) -> Iterator[Finding]:
    """A minute's number stands once, and a mark on a minute has its minute."""
    for meeting in context.record.meetings:
        for notes in meeting.notes:
            numbers: dict[int, int] = {}
            for minute in notes.minutes:
                if minute.number is not None and minute.line != (first := numbers.setdefault(minute.number, minute.line)):
                    message = f"the minute on line {first} has the number {minute.number}, too."
                    yield error(notes.at(minute.line), Rule.MINUTE_NUMBER, message, "Give each minute its own number.")
            yield from _marks_without_minute(notes, numbers)


def _marks_without_minute(notes: Document[NotesForm], numbers: Collection[int]) -> Iterator[Finding]:
    marked: set[int] = set()
    for index, form in enumerate(notes.form.minutes):
        where = partial(notes.place, "minutes", index, "number")
        if form.number not in numbers:
            cure = "Correct the number; the mark protects nothing as it is."
            yield error(where(), Rule.MINUTE_NUMBER, "these notes have no minute of this number.", cure)
        elif form.number in marked:
            cure = "Put what is said of it together."
            yield error(where(), Rule.MINUTE_NUMBER, "this minute was described above already.", cure)
        marked.add(form.number)


def answer_known_items(context: Context) -> Iterator[Finding]:
    """The item that a minute names is on the agenda, where that is held; beside restricted items no minute is without one."""
    for meeting, decisions in context.meetings():
        keys = [line.key for line in meeting.agenda_items()]
        # Where a reference stands twice, one of the two may be the one that is missing here.
        if meeting.agenda is None or len(set(keys)) < len(keys):
            continue
        known = ", ".join(keys)
        for notes in meeting.notes:
            forms = notes.form.marks()
            for minute in notes.minutes:
                if minute.item is not None and minute.item not in decisions.items:
                    yield error(
                        notes.at(minute.line),
                        Rule.UNKNOWN_ITEM,
                        "this minute names an item that the agenda does not have.",
                        f"The agenda has: {known}.",
                    )
                elif notes.sound and may_answer_a_restricted_item(minute, forms.get(minute.number), decisions.items):
                    yield error(
                        notes.at(minute.line),
                        Rule.UNKNOWN_ITEM,
                        "this minute names no item, on an agenda that has restricted ones.",
                        "Write `(Item B1)` under its heading; if it answers no item, give its number and "
                        "`access: public` under `minutes`.",
                    )
