"""Explains numbers that do not run on: those of minutes from notes to notes, and those of the items of an agenda.

Reads the public record alone. A withheld minute and a withheld item show their numbers, so none of them makes a gap.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from public_record.model.record import Item, Meeting, Record, Section

_REFERENCE = re.compile(r"([A-Z]?)(\d{1,3})[a-z]?")
_PLACE = re.compile(r"place-(\d{1,3})")


@dataclass(frozen=True, slots=True)
class Missing:
    """Numbers that no minute of the record has, before the notes of a meeting begin."""

    first: int
    last: int
    closed: tuple[Meeting, ...] = ()
    """Meetings in between whose notes are withheld or withdrawn."""


@dataclass(frozen=True, slots=True)
class Restart:
    """Notes that begin with a number that the record has passed already."""

    earlier: Meeting
    """The meeting whose notes went further."""
    last: int
    """The last number of its notes."""


def breaks(record: Record) -> dict[str, Missing | Restart]:
    """Find, by meeting, where the numbers of its minutes do not go on from the notes of its body before."""
    found: dict[str, Missing | Restart] = {}
    bodies: dict[str, list[Meeting]] = defaultdict(list)
    for meeting in record.meetings:
        bodies[meeting.body].append(meeting)
    for meetings in bodies.values():
        for earlier, meeting, between in _with_the_one_before(meetings):
            if broken := _break(earlier, meeting, between):
                found[meeting.id] = broken
    return found


def _with_the_one_before(meetings: Sequence[Meeting]) -> Iterator[tuple[Meeting, Meeting, tuple[Meeting, ...]]]:
    """Yield each meeting that has numbered minutes with the one before it that has, and those in between."""
    numbered = [place for place, meeting in enumerate(meetings) if numbers_of(meeting)]
    for one, other in pairwise(numbered):
        yield meetings[one], meetings[other], tuple(meetings[one + 1 : other])


def _break(earlier: Meeting, meeting: Meeting, between: tuple[Meeting, ...]) -> Missing | Restart | None:
    last, first = max(numbers_of(earlier)), numbers_of(meeting)[0]
    if first <= last:
        return Restart(earlier, last)
    if first == last + 1:
        return None
    closed = tuple(one for one in between if one.notes and (one.notes.withheld or one.notes.withdrawn))
    return Missing(last + 1, first - 1, closed)


def numbers_of(meeting: Meeting) -> list[int]:
    """List the numbers of the minutes of a meeting, in the order of its notes."""
    return [minute.number for minute in meeting.notes.minutes if minute.number] if meeting.notes else []


def out_of_step(meeting: Meeting) -> list[tuple[int, int]]:
    """List the pairs of neighbouring minutes of a meeting whose numbers do not follow each other."""
    return [(one, other) for one, other in pairwise(numbers_of(meeting)) if other != one + 1]


def missing_references(sections: Sequence[Section]) -> Mapping[str, tuple[str, ...]]:
    """List the references that an agenda passes over, by the key of the item before which they would stand: D1 by D2."""
    found: dict[str, tuple[str, ...]] = {}
    items = [item for section in sections for item in section.items]
    taken = {part for item in items if (part := _parts(item))}
    highest: dict[str, int] = defaultdict(int)
    for item in items:
        letter, number = _parts(item) or ("", 0)
        passed = [other for other in range(highest[letter] + 1, number) if (letter, other) not in taken]
        if passed:
            found[item.key] = tuple(f"{letter}{other}" for other in passed)
        highest[letter] = max(highest[letter], number)
    return found


def _parts(item: Item) -> tuple[str, int] | None:
    """Part a reference into letter and number; an item printed without one fills its place among those without a letter."""
    if item.ref and (match := _REFERENCE.fullmatch(item.ref)):
        return match[1], int(match[2])
    place = _PLACE.fullmatch(item.key)
    return ("", int(place[1])) if place else None
