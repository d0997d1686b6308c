"""Withdraws a document that was published by mistake: marks it and what stands in it, and says what is left to people."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from pathlib import Path

from public_record.clerk.addresses import Found, address_of, find
from public_record.clerk.aftermath import Withdrawal, account
from public_record.clerk.filing import Filing
from public_record.clerk.front import Block, FrontMatter
from public_record.clerk.marking import how_to_mark
from public_record.clerk.questions import reader_of
from public_record.clerk.refusal import RefusalError
from public_record.clerk.writing import OneLine, lines_of
from public_record.examine import build_day
from public_record.model import ids
from public_record.model.forms import AgendaForm, AnyPaperForm, AppendixForm, Day, DocumentForm, OfficerPaperForm
from public_record.model.private import Document, MeetingFolder, PrivateRecord
from public_record.model.vocabulary import Access
from public_record.project import Project
from public_record.sources.load import load

_PUBLIC = re.compile(r"""(?m)^(access\s*:\s*)(["']?)public\2(?=\s)""")

_NOT_PUBLIC = {
    Access.WITHDRAWN: "it is withdrawn already.",
    Access.RESTRICTED: "it is restricted, which is stricter: nothing of it is published. Leave it so.",
    Access.DRAFT: "it is a draft: nothing of it is published. Leave it so, or take the file away.",
}


def withdraw_document(project: Project, sought: str, reason: str, given: str | None) -> str:
    """Withdraw what an id names, and give the account for the clerk."""
    day = reader_of(Day)(given) if given else build_day()
    record = load(project.content, project.private).record
    found = find(record, sought)
    if found.part:
        raise RefusalError(how_to_mark(found))
    if found.document.form.access is not Access.PUBLIC:
        raise RefusalError(f"{found.document.path} was not changed: {_NOT_PUBLIC[found.document.form.access]}")
    documents = [found.document, *_standing_in(record, found)]
    files = {document.path: _files(project, document.path) for document in documents}
    texts = {path: withdrawn(_read(path), day, reason) for paths in files.values() for path in paths}
    filing = Filing(project, build_day())
    filing.replace(texts)
    withdrawal = Withdrawal(found, sorted(files), list(_gone(record, found)), day, reason)
    return account(withdrawal, project, filing.settings.wording)


def withdrawn(source: str, day: date, reason: str) -> str:
    """Mark a file as withdrawn. Comments, text and the order of all other keys stay as they are."""
    front = FrontMatter.of(source)
    tombstone = {"withdrawn": OneLine(date=day, reason=" ".join(reason.split()))}
    end = "\r\n" if "\r\n" in front.head else "\n"
    blocks = []
    for block in front.blocks:
        if block.key == "access":
            blocks.append(Block("access", _PUBLIC.sub(r"\1withdrawn", block.text)))
            blocks.append(Block("withdrawn", lines_of(tombstone).replace("\n", end)))
        else:
            blocks.append(block)
    said = {"date": day.isoformat(), "reason": tombstone["withdrawn"]["reason"]}
    return front.with_blocks(blocks, {**front.values, "access": "withdrawn", "withdrawn": said}).text


def _read(path: Path) -> str:
    return path.read_bytes().decode("utf-8")


def _files(project: Project, shown: str) -> list[Path]:
    """Find a document in both trees: what stands in one of them alone would tell them apart."""
    inside = shown.partition("/")[2]
    trees = [tree for tree in (project.content, project.private) if tree]
    return [tree / inside for tree in trees if (tree / inside).is_file()]


def _folder_of(record: PrivateRecord, document: Document[DocumentForm]) -> MeetingFolder | None:
    return next((one for one in record.meetings if any(document is other for other in one.documents())), None)


def _standing_in(record: PrivateRecord, found: Found) -> Iterator[Document[DocumentForm]]:
    """Yield what is public and stands in a document: papers in their agenda, appendices in their paper."""
    folder = _folder_of(record, found.document)
    for document in folder.paper_documents() if folder else ():
        if document.form.access is Access.PUBLIC and _stands_in(document.form, found.document.form):
            yield document


def _stands_in(form: AnyPaperForm, owner: DocumentForm) -> bool:
    """Say whether a paper stands in an agenda, or an appendix in a paper."""
    if isinstance(owner, OfficerPaperForm):
        return isinstance(form, AppendixForm) and (form.item, form.paper) == (owner.item, owner.paper)
    return isinstance(owner, AgendaForm)


def _gone(record: PrivateRecord, found: Found) -> Iterator[str]:
    """Yield the addresses at which nothing stands any longer: of what stood in the document."""
    folder = _folder_of(record, found.document)
    if folder is None:
        return
    meeting = ids.meeting_address(folder.body, folder.date)
    if isinstance(found.document.form, AgendaForm):
        yield from (ids.item_address(meeting, line.key) for line in folder.agenda_items())
    inside = list(_standing_in(record, found))
    for document in folder.paper_documents():
        address = address_of(document, meeting)
        if document in inside:
            yield address
        if document in inside or document is found.document:
            yield from _attachments(document, address)


def _attachments(document: Document[AnyPaperForm], address: str) -> Iterator[str]:
    for number, attachment in enumerate(document.form.attachments, 1):
        if attachment.access is Access.PUBLIC:
            yield ids.attachment_address(address, number, f".{attachment.file.rpartition('.')[2].lower()}")
