"""Releases attachments one by one: named by a public paper, cleared by digest, cleaned of what they carry unseen."""

from __future__ import annotations

import hashlib
from collections.abc import Collection, Iterator, Mapping

from public_record.gate.desk import Desk
from public_record.gate.fields import words
from public_record.gate.notices import notice
from public_record.model import ids
from public_record.model.findings import Finding, Place
from public_record.model.forms import AnyPaperForm, AttachmentForm, ExemptionForm
from public_record.model.private import Document, SealedFile
from public_record.model.record import Attachment
from public_record.model.rules import Rule
from public_record.model.vocabulary import Access, Basis

_NOT_STATED = ExemptionForm(basis=Basis.NOT_STATED)


def restricted_elsewhere(opened: Mapping[str, Place], closed: Collection[str]) -> Iterator[Finding]:
    """Yield the public attachments that are, to the byte, the same as one that is restricted: the strictest mark wins."""
    for digest in opened.keys() & closed:
        yield Finding(
            opened[digest],
            Rule.ATTACHMENT,
            "the same file is attached elsewhere, and restricted there.",
            "Withhold it here too; or, if it may be public after all, say so in both places.",
        )


class Attachments:
    """Releases the attachments of the papers of one meeting."""

    def __init__(self, files: tuple[SealedFile, ...], desk: Desk) -> None:
        self._files = {file.name: file for file in files}
        self._desk = desk

    def of(self, document: Document[AnyPaperForm], address: str) -> Iterator[Attachment]:
        """Yield the attachments of a public paper, those that are withheld by their notice."""
        for index, form in enumerate(document.form.attachments):
            if form.access is not Access.PUBLIC:
                self._desk.keeper.keep(form, document.place("attachments", index))
                self._close(form)
                title = words(form.public_title) or self._desk.wording.restricted_attachment
                yield Attachment(None, title, withheld=notice(form.exemption or _NOT_STATED))
            elif attachment := self._public(document, index, form, address):
                yield attachment

    def keep(self, document: Document[AnyPaperForm]) -> None:
        """Take note of the attachments of a restricted paper, and of their words.

        Those of a restricted file of an open paper are left alone: most often it is the whole of what the paper tells in part.
        """
        for form in document.form.attachments:
            if file := self._close(form):
                for words in file.words() or ():
                    self._desk.keeper.attach(words, Place(file.path))

    def keep_restricted(self, document: Document[AnyPaperForm]) -> None:
        """Take note of what is restricted among the attachments of a draft, or of what was withdrawn."""
        for form in document.form.attachments:
            if form.access is not Access.PUBLIC:
                self._close(form)

    def _close(self, form: AttachmentForm) -> SealedFile | None:
        file = self._files.get(form.file)
        if file:
            self._desk.closed_files.add(file.digest)
        return file

    def _public(self, document: Document[AnyPaperForm], index: int, form: AttachmentForm, paper: str) -> Attachment | None:
        file = self._files.get(form.file)
        if file is None:
            return None
        data = file.reveal()
        if hashlib.sha256(data).hexdigest() != form.sha256:
            return None
        from public_record.gate.cleaning import CannotClean, clean  # noqa: PLC0415 - most records have no attachments

        try:
            data = clean(file.suffix, data)
        except CannotClean as refusal:
            place = document.place("attachments", index, "file")
            cure = "Mend the file in the program that made it, or publish it in another form."
            self._desk.refused.append(Finding(place, Rule.ATTACHMENT, f"this file cannot be published: {refusal}", cure))
            return None
        self._desk.open_files.setdefault(file.digest, document.place("attachments", index, "file"))
        self._desk.shown_files.append(file)
        address = ids.attachment_address(paper, index + 1, file.suffix)
        self._desk.files[address] = data
        return Attachment(address, words(form.title) or "Attachment", len(data), hashlib.sha256(data).hexdigest())
