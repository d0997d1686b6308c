"""Checks that whoever speaks in the notes is in one of their lists."""

from __future__ import annotations

import re
from collections.abc import Iterator

from public_record.checks.context import Context, warning
from public_record.checks.texts import words_of
from public_record.gate.decide import MeetingDecisions
from public_record.model.findings import Finding
from public_record.model.forms import NotesForm
from public_record.model.private import Document, MeetingFolder, SealedEditorNote, SealedMinute
from public_record.model.rules import Rule

_SPEAKS = re.compile(
    r"(?:Mr|Mrs|Ms|Miss|Dr|Prof|Professor|Cllr|Councillor|Sir|Dame|Lord|Lady)\.?\s+(?:[A-Z]\.?\s+){0,3}"
    r"(?P<surname>[A-Z][\w'\u2019-]+)\s+(?:also\s+|then\s+|further\s+|briefly\s+)?"
    r"(?:accepted|added|advised|agreed|asked|assured|commented|confirmed|described|explained|gave|informed|introduced|invited|"
    r"outlined|pointed|presented|proposed|raised|referred|reminded|replied|reported|requested|said|spoke|stated|stressed|"
    r"suggested|thanked|told|undertook|updated|welcomed)\b"
)
"""A title, a surname, and a word of speaking."""

_BEGINS = re.compile(r"(?:\A|[.!?]['\")\u2019\u201d]?\s+|(?:\A|\n)\s*[-*]\s+)\Z")
_BEFORE = 12
"""So many characters before a title say whether a sentence begins with it: who is only spoken of is not meant."""


def are_listed(context: Context) -> Iterator[Finding]:
    """Whoever speaks was present or in attendance, or was announced as a speaker, or an editor's note says how it is."""
    for meeting, decisions in context.meetings():
        notes = meeting.minutes
        if notes is None or not decisions.documents[notes.path].public:
            continue
        listed = _listed(notes.form, meeting, decisions)
        for minute, decision in zip(notes.minutes, decisions.minutes, strict=True) if listed else ():
            if decision.public:
                yield from _strangers(notes, minute, listed)


def _listed(form: NotesForm, meeting: MeetingFolder, decisions: MeetingDecisions) -> frozenset[str]:
    """List the surnames of those who came; none where the notes have no list."""
    came = [*form.present, *form.also_present, *form.in_attendance]
    if came:
        came += [one for line in meeting.agenda_items() if decisions.items[line.key].public for one in line.item.speakers]
    return frozenset(_surname(person.name.reveal()) for person in came)


def _surname(name: str) -> str:
    """Give the last word of a name, without what comes after a comma: `Mr P M Hill, OBE`."""
    return (name.split(",", maxsplit=1)[0].split() or [name])[-1].casefold()


def _strangers(notes: Document[NotesForm], minute: SealedMinute, listed: frozenset[str]) -> Iterator[Finding]:
    told: set[str] = set()
    for block in minute.blocks:
        for words in words_of(block):
            for match in _speaking(words):
                surname = match["surname"].casefold()
                if surname not in listed | told and not _is_explained(surname, notes, minute):
                    told.add(surname)
                    line = block.line + words.count("\n", 0, match.start("surname"))
                    yield warning(
                        notes.at(line),
                        Rule.SPEAKER,
                        "somebody speaks here who is in none of the lists of those who came.",
                        "Add the person to `present`, `also_present` or `in_attendance`; if the lists were printed so, let an "
                        "editor's note name the person.",
                    )


def _speaking(words: str) -> Iterator[re.Match[str]]:
    for match in _SPEAKS.finditer(words):
        start = match.start()
        if _BEGINS.search(words, max(0, start - _BEFORE), start):
            yield match


def _is_explained(surname: str, notes: Document[NotesForm], minute: SealedMinute) -> bool:
    """Say whether an editor's note of the notes, or of the minute, names somebody."""
    told = [note.reveal() for note in notes.form.editor_notes]
    told += [block.text.reveal() for block in minute.blocks if isinstance(block, SealedEditorNote)]
    return any(surname in note.casefold() for note in told)
