"""Looks for names and phrases of a private denylist in what is published, at the place where a clerk can take them out.

The finished site is searched for them in any case. What is withheld may hold them: nobody sees it.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Callable, Container, Iterator, Mapping, Sequence
from typing import Any, TypeAlias

from pydantic import BaseModel

from public_record.checks.context import Context, error
from public_record.checks.texts import texts
from public_record.gate.decide import OPEN, MeetingDecisions, on_document, parted, shown_parts, used_by
from public_record.model.findings import Finding, Place
from public_record.model.forms import DocumentForm
from public_record.model.private import (
    Document,
    KeyPath,
    MeetingFolder,
    SealedBlock,
    SealedDefinition,
    SealedMinute,
    SealedPassage,
)
from public_record.model.rules import Rule
from public_record.model.text import Sealed
from public_record.model.vocabulary import Access, MinutePart

Strikes: TypeAlias = Callable[[str], bool]
"""Says whether a name or phrase of the list stands in a text."""

_SHOWN_OF_WITHHELD = frozenset({"public_title", "public_summary", "public_answers", "exemption", "withdrawn"})
"""What a notice or a tombstone shows of what it stands for."""


def are_not_denied(context: Context, strikes: Strikes) -> Iterator[Finding]:
    """Find where a name of the list stands in what is published."""
    for document, keys, words in _front_matter(context):
        if strikes(words):
            yield _denied(document.place(*keys))
    for text in texts(context):
        for block in text.blocks:
            if any(map(strikes, _words(block))):
                yield _denied(text.document.at(block.line))
    for place, words in _of_minutes(context):
        if strikes(words):
            yield _denied(place)


def _denied(place: Place) -> Finding:
    return error(
        place,
        Rule.DENIED_NAME,
        "a name or phrase of the denylist stands here.",
        "Take it out, or mark as restricted what holds it.",
    )


def _words(block: Any) -> Iterator[str]:
    """Yield every text of a block, notes of the editors and footnotes among them; of a passage what its notice says."""
    match block:
        case Sealed():
            yield block.reveal()
        case SealedPassage():
            yield from (words for _, words in _values(block.exemption, ()))
        case tuple():
            for part in block:
                yield from _words(part)
        case _ if dataclasses.is_dataclass(block):
            for field in dataclasses.fields(block):
                yield from _words(getattr(block, field.name))


def _of_minutes(context: Context) -> Iterator[tuple[Place, str]]:
    """Yield the titles of minutes that are shown, and of withheld ones what stands in their open parts."""
    for folder, decisions in context.meetings():
        if (notes := folder.minutes) and decisions.documents[notes.path].public:
            forms = notes.form.marks()
            for minute, decision in zip(notes.minutes, decisions.minutes, strict=True):
                parts = shown_parts(decision, forms.get(minute.number))
                if MinutePart.TITLE in parts:
                    yield notes.at(minute.line), minute.title.reveal()
                if not decision.public:
                    yield from ((notes.at(block.line), words) for block in _open(minute, parts) for words in _words(block))


def _open(minute: SealedMinute, parts: Container[MinutePart]) -> Iterator[SealedBlock]:
    """Yield the blocks of the open parts of a minute, and the definitions that they use."""
    blocks = [block for block, part in parted(minute.blocks) if part in parts and not isinstance(block, SealedDefinition)]
    definitions = [block for block in minute.blocks if isinstance(block, SealedDefinition)]
    yield from blocks
    yield from used_by("\n".join(words for block in blocks for words in _words(block)), definitions)[0]


def _front_matter(context: Context) -> Iterator[tuple[Document[DocumentForm], KeyPath, str]]:
    """Yield the values of front matter that are published, with the way to each."""
    for folder, decisions in context.meetings():
        for document in folder.documents():
            decision = decisions.documents.get(document.path, decisions.agenda)
            if not decision.absent:
                closed = _closed(document, folder, decisions) if decision.public else [()]
                yield from _shown(document, closed)
    for version in context.record.agreements:
        decision = on_document(version.form, OPEN, context.today)
        if not decision.absent:
            yield from _shown(version, [] if decision.public else [()])


def _closed(document: Document[DocumentForm], folder: MeetingFolder, decisions: MeetingDecisions) -> Sequence[KeyPath]:
    """List what of the front matter of a public document belongs to something that is withheld."""
    attached: list[KeyPath] = [
        ("attachments", number)
        for number, attachment in enumerate(getattr(document.form, "attachments", ()))
        if attachment.access is not Access.PUBLIC
    ]
    if document is folder.minutes:
        return [*_closed_of_minutes(folder, decisions)]
    if document is not folder.agenda:
        return attached
    titles: list[KeyPath] = [
        ("sections", number, "title") for number, decision in enumerate(decisions.sections) if not decision.public
    ]
    return [*titles, *(line.keys for line in folder.agenda_items() if not decisions.items[line.key].public)]


def _closed_of_minutes(folder: MeetingFolder, decisions: MeetingDecisions) -> Iterator[KeyPath]:
    """List what front matter says of withheld minutes, and is withheld with them."""
    form = folder.notes[0].form
    numbers = {minute.number: decision for minute, decision in zip(folder.notes[0].minutes, decisions.minutes, strict=True)}
    for index, one in enumerate(form.minutes):
        decision = numbers.get(one.number)
        parts = shown_parts(decision, one) if decision else frozenset()
        if parts != frozenset(MinutePart):
            yield "minutes", index, "adoption"
        if MinutePart.OUTCOME not in parts:
            yield "minutes", index, "on_recommendation"


def _shown(
    document: Document[DocumentForm], closed: Sequence[KeyPath]
) -> Iterator[tuple[Document[DocumentForm], KeyPath, str]]:
    for keys, words in _values(document.form, ()):
        within = [place for place in closed if keys[: len(place)] == place]
        if not within or _SHOWN_OF_WITHHELD & {*keys[max(map(len, within)) :]}:
            yield document, keys, words


def _values(value: Any, keys: KeyPath) -> Iterator[tuple[KeyPath, str]]:
    """Yield every text of a form, with the way to it."""
    match value:
        case Sealed():
            yield keys, value.reveal()
        case str():
            yield keys, value
        case BaseModel():
            for name in type(value).model_fields:
                yield from _values(getattr(value, name), (*keys, name))
        case Mapping():
            for name, one in value.items():
                yield from _values(one, (*keys, str(name)))
        case list() | tuple():
            for number, one in enumerate(value):
                yield from _values(one, (*keys, number))
