"""Checks of corrections: each names a place that readers can see."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TypeAlias

from public_record.checks.context import Context, error
from public_record.gate.decide import MeetingDecisions
from public_record.model.findings import Finding
from public_record.model.forms import AgendaForm, AnyPaperForm
from public_record.model.ids import Anchors, Scope
from public_record.model.private import (
    Document,
    MeetingFolder,
    SealedBlock,
    SealedHeading,
    SealedOutcome,
    SealedParagraph,
    SealedTable,
)
from public_record.model.rules import Rule

_Corrected: TypeAlias = Document[AgendaForm] | Document[AnyPaperForm]


def name_places_that_are_there(context: Context) -> Iterator[Finding]:
    """What a correction of a public document corrects stands in its public text."""
    for meeting, decisions in context.meetings():
        for document in _public(meeting, decisions):
            places = _places(document, decisions) if document.form.corrections else set()
            for index, correction in enumerate(document.form.corrections):
                if correction.at is not None and correction.at not in places:
                    yield error(
                        document.place("corrections", index, "at"),
                        Rule.CORRECTION,
                        "the public text of this document has no such place.",
                        "Write the number of the paragraph as printed, its anchor, or on an agenda the reference of the item; "
                        "leave `at` out if the correction is to the whole.",
                    )


def _public(meeting: MeetingFolder, decisions: MeetingDecisions) -> Iterator[_Corrected]:
    if meeting.agenda and decisions.agenda.public:
        yield meeting.agenda
    yield from (paper for paper in meeting.paper_documents() if decisions.documents[paper.path].public)


def _places(document: _Corrected, decisions: MeetingDecisions) -> set[str]:
    """List what a correction of a document can name: on an agenda also its items."""
    places = set(addressable(document.blocks))
    if isinstance(document.form, AgendaForm):
        places.update(key for key, item in decisions.items.items() if key and not item.absent)
    return places


def addressable(blocks: Iterable[SealedBlock]) -> Iterator[str]:
    """Yield the numbers and the anchors of the places of a text, as the gate gives them; those of passages are not there."""
    scope = Scope(Anchors())
    for block in blocks:
        match block:
            case SealedHeading():
                yield from (block.number,) if block.number else ()
                yield scope.heading(block.number, block.title.reveal())
            case SealedTable():
                yield scope.counted("table")
            case SealedParagraph():
                yield from _paragraph(block, scope, "text")
            case SealedOutcome():
                yield from _paragraph(block, scope, "resolution")
            case _:
                pass


def _paragraph(block: SealedParagraph | SealedOutcome, scope: Scope, kind: str) -> Iterator[str]:
    counted = scope.counted(kind) if kind == "resolution" or not block.number else ""
    owner = scope.paragraph(block.number) if block.number else counted
    if block.number:
        yield block.number
    if block.number or kind == "resolution":
        yield owner
    yield from (scope.limb(owner, limb.mark) for limb in block.limbs)
