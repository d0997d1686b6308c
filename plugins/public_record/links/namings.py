"""Finds the places in papers, notes and agendas that call a priority by its name, in whichever version it had that name."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain
from typing import NamedTuple

from public_record.links.places import texts
from public_record.links.priorities import Course
from public_record.links.register import NUMBERED, Entry, Kind, Register
from public_record.model.record import Record

_WORD = re.compile(r"\w+")
_PLACES = NUMBERED | {Kind.RESOLUTION, Kind.REQUEST}
"""What can be pointed at within a document."""


@dataclass(frozen=True, slots=True)
class Naming:
    """A document that names a priority, and the places in it that do."""

    whole: Entry
    places: tuple[Entry, ...]
    """Paragraphs, resolutions and requests; none where the name stands in what has no address of its own."""


class _Sought(NamedTuple):
    """A name of a priority, and what finds it as whole words."""

    course: str
    name: str
    pattern: re.Pattern[str]


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
    sought = _sought(followed)
    found: dict[str, dict[str, dict[str, Entry]]] = {course.id: defaultdict(dict) for course in followed}
    for home, several in chain.from_iterable(map(texts, record.meetings)):
        for text in several:
            words, place = plain(text.words), register.entries.get(text.own or "")
            # Most texts hold no word with which a name begins, and are passed over.
            for course, name, pattern in chain.from_iterable(map(sought.__getitem__, sought.keys() & _WORD.findall(words))):
                if name in words and pattern.search(words):
                    places = found[course][register.entries[home.id].whole.id]
                    if place and place.kind in _PLACES:
                        places[place.id] = place
    return {name: _in_order(documents, register) for name, documents in found.items()}


def _sought(followed: Iterable[Course]) -> Mapping[str, Sequence[_Sought]]:
    """List the names of priorities by the word with which each begins."""
    sought = defaultdict(list)
    for course in followed:
        for name in map(plain, names(course)):
            if begins := _WORD.search(name):
                sought[begins[0]].append(_Sought(course.id, name, re.compile(rf"\b{re.escape(name)}\b")))
    return sought


def _in_order(documents: Mapping[str, Mapping[str, Entry]], register: Register) -> tuple[Naming, ...]:
    listed = [Naming(register.entries[whole], tuple(places.values())) for whole, places in documents.items()]
    dated = [naming for naming in listed if naming.whole.meeting]
    return tuple(sorted(dated, key=_day, reverse=True))


def _day(naming: Naming) -> str:
    meeting = naming.whole.meeting
    return meeting.day.isoformat() if meeting and meeting.day else ""
