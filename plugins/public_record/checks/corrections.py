"""Checks of corrections: each names a place that readers can see."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from public_record.checks.context import Context, error
from public_record.gate.decide import MeetingDecisions
from public_record.model.findings import Finding
from public_record.model.forms import AgendaForm, AnyPaperForm
from public_record.model.ids import Anchors
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


def name_places_that_are_there(context: Context) -> Iterator[Finding]:
    """What a correction of a public document corrects stands in its public text."""
    for meeting, decisions in context.meetings():
        for document, places in _public(meeting, decisions):
            for index, correction in enumerate(document.form.corrections):
                if correction.at is not None and correction.at not in places:
                    yield error(
                        document.place("corrections", index, "at"),
                        Rule.CORRECTION,
                        "the public text of this document has no such place.",
                        "Write the number of the paragraph as printed, its anchor, or on an agenda the reference of the item; "
                        "leave `at` out if the correction is to the whole.",
                    )


def _public(
    meeting: MeetingFolder, decisions: MeetingDecisions
) -> Iterator[tuple[Document[AgendaForm] | Document[AnyPaperForm], set[str]]]:
    if meeting.agenda and decisions.agenda.public:
        items = {key for key, item in decisions.items.items() if key and not item.absent}
        yield meeting.agenda, items | set(addressable(meeting.agenda.blocks))
    for paper in meeting.paper_documents():
        if decisions.documents[paper.path].public:
            yield paper, set(addressable(paper.blocks))


def addressable(blocks: Iterable[SealedBlock]) -> Iterator[str]:
    """Yield the numbers and the anchors of the places of a text, as the gate gives them; those of passages are not there."""
    anchors = Anchors()
    for block in blocks:
        match block:
            case SealedHeading():
                yield from (block.number,) if block.number else ()
                yield anchors.numbered("section", block.number) if block.number else anchors.counted("heading")
            case SealedTable():
                yield anchors.counted("table")
            case SealedParagraph():
                yield from _paragraph(block, anchors, "text")
            case SealedOutcome():
                yield from _paragraph(block, anchors, "resolution")
            case _:
                pass


def _paragraph(block: SealedParagraph | SealedOutcome, anchors: Anchors, kind: str) -> Iterator[str]:
    counted = anchors.counted(kind) if kind == "resolution" or not block.number else ""
    owner = anchors.numbered("paragraph", block.number) if block.number else counted
    if block.number:
        yield block.number
    if block.number or kind == "resolution":
        yield owner
    yield from (anchors.numbered(owner, limb.mark) for limb in block.limbs)
