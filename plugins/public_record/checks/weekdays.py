"""Checks that a printed date falls on the weekday that is printed with it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from public_record.checks.context import Context
from public_record.checks.texts import Piece
from public_record.model.findings import Finding
from public_record.model.rules import Rule

_DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_QUICK = re.compile(r"day,?\s+(?:the\s+)?\d")
_DATE = re.compile(
    rf"\b({'|'.join(_DAYS)}),?\s+(?:the\s+)?(\d{{1,2}})(?:st|nd|rd|th)?,?\s+(?:of\s+)?"
    r"(Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*\.?,?\s+(\d{4})\b"
)
"""A date without its year is on every weekday in some year."""

may_stand_in = _QUICK.search
"""Look quickly for a weekday before a number."""


def are_right(piece: Piece) -> Iterator[Finding]:
    """A weekday is that of its date."""
    for match in _DATE.finditer(piece.words) if "day" in piece.words else ():
        if slip := _slip(match):
            yield piece.finding(match.start(), Rule.WEEKDAY, *slip)


def of_items_are_right(context: Context) -> Iterator[Finding]:
    """So it is in the title of an item, and in its note."""
    for meeting, decisions in context.meetings():
        agenda = meeting.agenda
        if agenda is None or not decisions.agenda.public:
            continue
        for line in meeting.agenda_items():
            item = line.item
            if not decisions.items[line.key].public or item.editor_note:
                continue
            for key, text in (("title", item.title), ("note", item.note)):
                for match in _DATE.finditer(text.reveal() if text else ""):
                    if slip := _slip(match):
                        yield Finding(agenda.place(*line.keys, key), Rule.WEEKDAY, *slip, context.by_age(meeting.date))


def _slip(match: re.Match[str]) -> tuple[str, str] | None:
    """Say what is wrong with a date, and what to do; None where nothing is."""
    weekday, day, month, year = match.groups()
    cure = "Correct it; if it was printed so, say so in an editor's note right below."
    try:
        printed = date(int(year), _MONTHS.index(month.lower()) + 1, int(day))
    except ValueError:
        return "there is no such day in the calendar.", cure
    if _DAYS[printed.weekday()] == weekday:
        return None
    return f"the day printed here is a {_DAYS[printed.weekday()]}, and another weekday is printed with it.", cure
