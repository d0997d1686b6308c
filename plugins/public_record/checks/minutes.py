"""Checks of notes: numbers, items, and that what the front matter says of a minute finds it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from public_record.checks.context import Context, error
from public_record.model.findings import Finding
from public_record.model.rules import Rule


def have_numbers_of_their_own(context: Context) -> Iterator[Finding]:
    """A minute's number stands once, and a mark on a minute has its minute."""
    for meeting in context.record.meetings:
        for notes in meeting.notes:
            numbers = Counter(minute.number for minute in notes.minutes if minute.number is not None)
            for minute in notes.minutes:
                if minute.number is not None and numbers[minute.number] > 1:
                    yield error(
                        notes.at(minute.line),
                        Rule.MINUTE_NUMBER,
                        f"minute {minute.number} stands {numbers[minute.number]} times.",
                        "Give each minute its own number.",
                    )
            marked: set[int] = set()
            for index, form in enumerate(notes.form.minutes):
                place = notes.place("minutes", index, "number")
                if form.number not in numbers:
                    yield error(
                        place,
                        Rule.MINUTE_NUMBER,
                        "these notes have no minute of this number.",
                        "Correct the number; the mark protects nothing as it is.",
                    )
                elif form.number in marked:
                    yield error(
                        place,
                        Rule.MINUTE_NUMBER,
                        "this minute was described above already.",
                        "Put what is said of it together.",
                    )
                marked.add(form.number)


def answer_known_items(context: Context) -> Iterator[Finding]:
    """The item that a minute names is on the agenda, where that is held."""
    for meeting in context.record.meetings:
        if meeting.agenda is None:
            continue
        items = {line.key for line in meeting.agenda_items()}
        for notes in meeting.notes:
            for minute in notes.minutes:
                if minute.item is not None and minute.item not in items:
                    yield error(
                        notes.at(minute.line),
                        Rule.UNKNOWN_ITEM,
                        "this minute names an item that the agenda does not have.",
                        f"The agenda has: {', '.join(line.key for line in meeting.agenda_items())}.",
                    )
