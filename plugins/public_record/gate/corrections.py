"""Releases corrections to papers and agendas. One that names a place which is not public stays behind: it may tell of it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from public_record.gate.withheld import Keeper
from public_record.model.forms import DocumentCorrectionForm, DocumentForm
from public_record.model.ids import item_anchor
from public_record.model.private import Document
from public_record.model.record import Block, DocumentCorrection, Heading, Paragraph, Resolution, Section, Table


def places_of(body: Iterable[Block]) -> dict[str, str]:
    """Give the anchor of each place of a text that a correction can name: by that anchor, and by its printed number."""
    named = list(_named(body))
    by_number = {number: anchor for number, anchor in reversed(named) if number}
    return {anchor: anchor for _, anchor in named} | by_number


def places_on_agenda(sections: Iterable[Section]) -> dict[str, str]:
    """Give the anchor of each item of an agenda, by its reference."""
    return {item.key: item_anchor(item.key) for section in sections for item in section.items}


def corrections_of(
    document: Document[DocumentForm],
    forms: Iterable[DocumentCorrectionForm],
    places: Mapping[str, str],
    keeper: Keeper,
) -> tuple[DocumentCorrection, ...]:
    """Release the corrections to a public document, the oldest first."""
    released = []
    for index, form in enumerate(forms):
        if form.at is None or form.at in places:
            released.append(DocumentCorrection(form.date, form.what.reveal(), form.at, form.at and places[form.at]))
        else:
            keeper.keep(form, document.place("corrections", index))
    return tuple(sorted(released, key=lambda correction: correction.date))


def _named(body: Iterable[Block]) -> Iterator[tuple[str | None, str]]:
    """Yield the printed number, if there is one, and the anchor of what can be corrected by itself."""
    for block in body:
        match block:
            case Paragraph():
                # Without a number a paragraph has its place in the order alone, which the next edition may change.
                if block.number:
                    yield block.number, block.anchor
                yield from ((None, limb.anchor) for limb in block.limbs)
            case Resolution():
                yield block.number, block.paragraph or block.anchor
            case Heading() | Table():
                yield getattr(block, "number", None), block.anchor
