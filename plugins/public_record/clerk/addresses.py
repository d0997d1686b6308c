"""Finds what a clerk means by an id: the address of a page, as it stands in the browser, or the file of a document."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from urllib.parse import urlsplit

from public_record.clerk.refusal import RefusalError
from public_record.model import ids
from public_record.model.findings import Place
from public_record.model.forms import AnyPaperForm, AppendixForm, DocumentForm, OfficerPaperForm
from public_record.model.private import (
    Document,
    MeetingFolder,
    PrivateRecord,
    SealedBlock,
    SealedMinute,
    SealedOutcome,
    SealedParagraph,
)

_MINUTE = re.compile(r"(?:minute|resolution|request|action)-(\d+)")


@dataclass(frozen=True, slots=True)
class Found:
    """Something that has an address."""

    address: str
    document: Document[DocumentForm]
    part: str | None = None
    """None: the whole document; otherwise `item`, `attachment`, `minute` or `passage`."""
    place: Place | None = None
    """Where a part stands."""
    number: str | None = None
    """Of a minute."""


def find(record: PrivateRecord, sought: str) -> Found:
    """Find what an id names."""
    wanted, _, anchor = _as_address(sought).partition("#")
    known = {found.address: found for found in _addressed(record)}
    files = {found.document.path: found for found in reversed(known.values()) if found.part is None}
    if found := files.get(sought.strip()) or _longest(known, wanted):
        return _inside(found, anchor) if anchor else found
    raise RefusalError(
        "nothing in the record has this id. It is the address of a page without the site's, as in kcsp/2016-03-16/b2/."
    )


def _as_address(sought: str) -> str:
    """Take from what was copied out of a browser what could be an address of ours."""
    parts = urlsplit(sought.strip())
    path = parts.path.lstrip("/").removesuffix("index.html")
    path = path if path.endswith("/") or "." in path.rpartition("/")[2] else f"{path}/"
    return f"{path}#{parts.fragment}" if parts.fragment else path


def _longest(known: dict[str, Found], wanted: str) -> Found | None:
    """Find the address with which what was given ends: a site can stand below a path."""
    ends = [address for address in known if f"/{wanted}".endswith(f"/{address}")]
    return known[max(ends, key=len)] if ends else None


def _addressed(record: PrivateRecord) -> Iterator[Found]:
    """Yield everything with an address of its own. A first paper stands after its item, whose address it shares."""
    for meeting in record.meetings:
        yield from _of_meeting(meeting, ids.meeting_address(meeting.body, meeting.date))
    for agreement in record.agreements:
        yield Found(ids.agreement_address(agreement.form.version), agreement)


def _of_meeting(meeting: MeetingFolder, address: str) -> Iterator[Found]:
    if agenda := meeting.agenda:
        yield Found(address, agenda)
        for line in meeting.agenda_items():
            yield Found(ids.item_address(address, line.key), agenda, "item", agenda.place(*line.keys))
    for notes in meeting.notes:
        yield Found(ids.notes_address(address), notes)
    for document in meeting.paper_documents():
        own = address_of(document, address)
        yield Found(own, document)
        for number, attachment in enumerate(document.form.attachments, 1):
            suffix = f".{attachment.file.rpartition('.')[2].lower()}"
            place = document.place("attachments", number - 1)
            yield Found(ids.attachment_address(own, number, suffix), document, "attachment", place)


def address_of(document: Document[AnyPaperForm], meeting: str) -> str:
    """Give the address of a paper or an appendix of a meeting."""
    form = document.form
    owner = ids.item_address(meeting, form.item) if form.item else meeting
    number = form.paper if isinstance(form, AppendixForm | OfficerPaperForm) else 1
    paper = ids.paper_address(owner, number, of_item=form.item is not None)
    return ids.appendix_address(paper, form.appendix, form.occurrence) if isinstance(form, AppendixForm) else paper


def _inside(found: Found, anchor: str) -> Found:
    """Find the minute or the passage that an anchor names inside a page."""
    address = f"{found.address}#{anchor}"
    if found.document.minutes and (match := _MINUTE.match(anchor)):
        number = match[1]
        lines = [minute.line for minute in found.document.minutes if str(minute.number) == number]
        if lines:
            return Found(address, found.document, "minute", found.document.at(lines[0]), number)
    return Found(address, found.document, "passage", _place_of(found.document, anchor))


def _place_of(document: Document[DocumentForm], anchor: str) -> Place:
    """Say where a numbered paragraph begins; of another thing, only which file it stands in."""
    for block in _blocks(document.minutes, document.blocks):
        number = block.number if isinstance(block, SealedParagraph | SealedOutcome) else None
        if number and anchor == f"paragraph-{ids.slug(number)}":
            return document.at(block.line)
    return Place(document.path)


def _blocks(minutes: tuple[SealedMinute, ...], blocks: tuple[SealedBlock, ...]) -> Iterator[SealedBlock]:
    yield from blocks
    for minute in minutes:
        yield from minute.blocks
