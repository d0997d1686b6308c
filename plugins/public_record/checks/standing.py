"""Says in which file, and on which line, a text stands that the public record holds.

Asked with the public words and the address of their page, it compares; no sealed text leaves it.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence
from typing import TypeAlias

from public_record.model import ids
from public_record.model.agreement_forms import AgreementForm
from public_record.model.findings import Place
from public_record.model.forms import AnyPaperForm, AppendixForm, DocumentForm
from public_record.model.private import (
    Document,
    MeetingFolder,
    PrivateRecord,
    SealedAction,
    SealedBlock,
    SealedHeading,
    SealedOutcome,
    SealedParagraph,
    SealedPassage,
    SealedTable,
)
from public_record.model.text import Sealed

Key: TypeAlias = tuple[str, str]
"""The address of a page, and words that stand on it."""

_Standing: TypeAlias = tuple[str, Sealed, Place]
_MARKED = "Recommendation:"


def standing(record: PrivateRecord, wanted: Collection[Key]) -> dict[Key, Place]:
    """Find where each of the wanted texts begins; the first place, where the same words stand twice on a page."""
    found: dict[Key, Place] = {}
    for address, text, place in _texts(record):
        for words in _as_released(text.reveal()):
            if (address, words) in wanted:
                found.setdefault((address, words), place)
    return found


def holds(record: PrivateRecord, words: str) -> bool:
    """Say whether any text of the record holds these words."""
    return any(words in text.reveal() for _, text, _ in _texts(record))


def _as_released(words: str) -> Sequence[str]:
    """Give a text as the gate would release it: a recommendation without the word that marks it as one."""
    return (words, words.removeprefix(_MARKED).lstrip()) if words.startswith(_MARKED) else (words,)


def _texts(record: PrivateRecord) -> Iterator[_Standing]:
    for folder in record.meetings:
        address = ids.meeting_address(folder.body, folder.date)
        yield from _agendas(folder, address)
        yield from _notes(folder, ids.notes_address(address))
        for document in folder.paper_documents():
            own = _address(document.form, address)
            yield from _written(document, own, document.form.editor_notes)
    for version in record.agreements:
        yield from _agreement(version)


def _agendas(folder: MeetingFolder, address: str) -> Iterator[_Standing]:
    for agenda in folder.agendas:
        yield from _written(agenda, address, agenda.form.editor_notes)
        for line in folder.agenda_items():
            if note := line.item.editor_note:
                yield ids.item_address(address, line.key), note, agenda.place(*line.keys, "editor_note")


def _notes(folder: MeetingFolder, address: str) -> Iterator[_Standing]:
    for notes in folder.notes:
        yield from _written(notes, address, notes.form.editor_notes)
        for minute in notes.minutes:
            yield from _blocks(notes.path, address, minute.blocks)


def _agreement(version: Document[AgreementForm]) -> Iterator[_Standing]:
    address = ids.agreement_address(version.form.version)
    yield from _written(version, address, version.form.editor_notes)
    if known := version.form.known_from:
        yield address, known, version.place("known_from")
    for number, priority in enumerate(version.form.priorities):
        if priority.editor_note:
            yield address, priority.editor_note, version.place("priorities", number, "editor_note")


def _address(form: AnyPaperForm, meeting: str) -> str:
    owner = ids.item_address(meeting, form.item) if form.item else meeting
    paper = ids.paper_address(owner, form.paper, of_item=form.item is not None)
    return ids.appendix_address(paper, form.appendix, form.occurrence) if isinstance(form, AppendixForm) else paper


def _written(document: Document[DocumentForm], address: str, notes: Sequence[Sealed]) -> Iterator[_Standing]:
    for number, note in enumerate(notes):
        yield address, note, document.place("editor_notes", number)
    yield from _blocks(document.path, address, document.blocks)


def _blocks(path: str, address: str, blocks: Iterable[SealedBlock]) -> Iterator[_Standing]:
    """Yield the texts of blocks. The parts of a paragraph stand where it begins; what is in a passage is withheld."""
    for block in blocks:
        match block:
            case SealedPassage() | SealedAction():
                continue
            case SealedHeading():
                yield address, block.title, Place(path, block.line)
            case SealedParagraph() | SealedOutcome():
                yield address, block.text, Place(path, block.line)
                yield from ((address, limb.text, Place(path, block.line)) for limb in block.limbs)
            case SealedTable():
                yield address, block.text, Place(path, block.line + (block.caption is not None))
            case _:
                yield address, block.text, Place(path, block.line)
