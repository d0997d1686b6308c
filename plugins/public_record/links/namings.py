"""Finds the places in papers, notes and agendas that call a priority by its name, in whichever version it had that name."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from itertools import chain

from public_record.links.places import texts
from public_record.links.priorities import Course
from public_record.links.register import NUMBERED, Entry, Kind, Register
from public_record.model.record import Record

_PLACES = NUMBERED | {Kind.RESOLUTION, Kind.REQUEST}
"""What can be pointed at within a document."""


@dataclass(frozen=True, slots=True)
class Naming:
    """A document that names a priority, and the places in it that do."""

    whole: Entry
    places: tuple[Entry, ...]
    """Paragraphs, resolutions and requests; none where the name stands in what has no address of its own."""


def plain(words: str) -> str:
    """Leave out what makes no difference between two ways to write a name: capitals, line ends, how "and" is written.

    >>> plain("Serious &" + chr(10) + "Organised  Crime")
    'serious and organised crime'
    """
    return " ".join(words.casefold().replace("&", " and ").split())


def names(course: Course) -> tuple[str, ...]:
    """List the names that a priority has had, the latest first; two that differ in capitals alone are one."""
    found = {plain(stage.priority.title): stage.priority.title for stage in course.stages}
    return tuple(reversed(found.values()))


def namings(record: Record, register: Register, followed: Collection[Course]) -> Mapping[str, tuple[Naming, ...]]:
    """List by priority what names it, the latest meeting first. Costs one pass over the texts where there are priorities."""
    if not followed:
        return {}
    sought = {course.id: _pattern(course) for course in followed}
    found: dict[str, dict[str, dict[str, Entry]]] = {course.id: defaultdict(dict) for course in followed}
    for home, several in chain.from_iterable(map(texts, record.meetings)):
        for text in several:
            words, place = plain(text.words), register.entries.get(text.own or "")
            for name, (hints, pattern) in sought.items():
                if any(hint in words for hint in hints) and pattern.search(words):
                    places = found[name][register.entries[home.id].whole.id]
                    if place and place.kind in _PLACES:
                        places[place.id] = place
    return {name: _in_order(documents, register) for name, documents in found.items()}


def _pattern(course: Course) -> tuple[tuple[str, ...], re.Pattern[str]]:
    """Give the names, by which most texts are passed over, and the pattern that finds them as whole words."""
    hints = tuple(map(plain, names(course)))
    return hints, re.compile(rf"\b(?:{'|'.join(map(re.escape, hints))})\b")


def _in_order(documents: Mapping[str, Mapping[str, Entry]], register: Register) -> tuple[Naming, ...]:
    listed = [Naming(register.entries[whole], tuple(places.values())) for whole, places in documents.items()]
    dated = [naming for naming in listed if naming.whole.meeting]
    return tuple(sorted(dated, key=_day, reverse=True))


def _day(naming: Naming) -> str:
    meeting = naming.whole.meeting
    return meeting.day.isoformat() if meeting and meeting.day else ""
