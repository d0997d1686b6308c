"""Releases papers and appendices."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterator

from public_record.gate.attachments import Attachments
from public_record.gate.blocks import Blocks
from public_record.gate.corrections import corrections_of, places_of
from public_record.gate.decide import Decision, MeetingDecisions
from public_record.gate.desk import Desk
from public_record.gate.fields import details, words
from public_record.gate.history import history_of, published_on, shows_all
from public_record.model import ids
from public_record.model.forms import AnyPaperForm, AppendixForm, OfficerPaperForm
from public_record.model.private import Document, MeetingFolder
from public_record.model.record import Appendix, Attachment, Block, DocumentCorrection, History, Paper


class Papers:
    """Releases the papers of one meeting."""

    def __init__(self, folder: MeetingFolder, decisions: MeetingDecisions, desk: Desk) -> None:
        self._folder = folder
        self._decisions = decisions.documents
        self._desk = desk
        self._attachments = Attachments(folder.files, desk)

    def of(self, item: str | None, address: str) -> tuple[Paper, ...]:
        """Release the papers of a public item; the item of a paper on a meeting without agenda is None."""
        documents = [paper for paper in self._folder.papers if paper.form.item == item]
        documents.sort(key=lambda paper: paper.form.paper)
        papers = [paper for document in documents if (paper := self._paper(document, address))]
        return tuple(_replaced(list(_replacing_what_is_known(papers))))

    def keep_withheld(self) -> None:
        """Keep back what is not public, whether or not it stands in something that is shown."""
        for document in self._folder.paper_documents():
            decision = self._decisions[document.path]
            if not decision.public:
                self._desk.keep(document, decision)
            if decision.closed and not decision.withdrawn:
                self._attachments.keep(document)
            elif not decision.public:
                self._attachments.keep_restricted(document)

    def _paper(self, document: Document[OfficerPaperForm], item: str) -> Paper | None:
        form, decision = document.form, self._decisions[document.path]
        own = ids.paper_address(item, form.paper, of_item=form.item is not None)
        if not decision.public:
            return self._paper_withheld(document, own, decision)
        body, attachments = self._contents(document, own)
        return Paper(
            id=own,
            number=form.paper,
            title=words(form.title) or self._desk.wording.restricted_paper,
            details=details(form, self._history(document, body, attachments), self._corrections(document, body)),
            body=body,
            attachments=attachments,
            appendices=tuple(self._appendices(form, own)),
            replaces=form.replaces,
        )

    def _paper_withheld(self, document: Document[OfficerPaperForm], own: str, decision: Decision) -> Paper | None:
        form, shown = document.form, self._desk.stand_in(document.form, decision)
        if shown is None:
            return None
        title = words(form.public_title) or self._desk.wording.restricted_paper
        # What was public until it was withdrawn has said what it replaces; what is restricted says nothing.
        replaces = form.replaces if shown.withdrawn else None
        return Paper(own, form.paper, title, replaces=replaces, withheld=shown.withheld, withdrawn=shown.withdrawn)

    def _appendices(self, paper: OfficerPaperForm, address: str) -> Iterator[Appendix]:
        documents = [
            document
            for document in self._folder.appendices
            if (document.form.item, document.form.paper) == (paper.item, paper.paper)
        ]
        for document in sorted(documents, key=lambda document: (document.form.appendix, document.form.occurrence)):
            if appendix := self._appendix(document, address):
                yield appendix

    def _appendix(self, document: Document[AppendixForm], paper: str) -> Appendix | None:
        form, decision = document.form, self._decisions[document.path]
        own = ids.appendix_address(paper, form.appendix, form.occurrence)
        if not decision.public:
            return self._appendix_withheld(document, own, decision)
        body, attachments = self._contents(document, own)
        return Appendix(
            id=own,
            mark=form.appendix,
            title=words(form.title) or self._desk.wording.restricted_appendix,
            details=details(form, self._history(document, body, attachments), self._corrections(document, body)),
            body=body,
            attachments=attachments,
        )

    def _contents(self, document: Document[AnyPaperForm], own: str) -> tuple[tuple[Block, ...], tuple[Attachment, ...]]:
        body = Blocks(own, self._desk.keeper).release(document.path, document.blocks)
        return body, tuple(self._attachments.of(document, own))

    def _corrections(self, document: Document[AnyPaperForm], body: tuple[Block, ...]) -> tuple[DocumentCorrection, ...]:
        return corrections_of(document, document.form.corrections, places_of(body), self._desk.keeper)

    def _history(
        self, document: Document[AnyPaperForm], body: tuple[Block, ...], attachments: tuple[Attachment, ...]
    ) -> History:
        return history_of(document, published_on(document.form), self._desk, whole=shows_all(body, attachments))

    def _appendix_withheld(self, document: Document[AppendixForm], own: str, decision: Decision) -> Appendix | None:
        form, shown = document.form, self._desk.stand_in(document.form, decision)
        if shown is None:
            return None
        title = words(form.public_title) or self._desk.wording.restricted_appendix
        return Appendix(own, form.appendix, title, withheld=shown.withheld, withdrawn=shown.withdrawn)


def _replacing_what_is_known(papers: list[Paper]) -> Iterator[Paper]:
    """Forget that a paper replaces one of which nothing is shown: the number would tell that there was a draft."""
    numbers = {paper.number for paper in papers}
    for paper in papers:
        yield paper if paper.replaces in {None, *numbers} else dataclasses.replace(paper, replaces=None)


def _replaced(papers: list[Paper]) -> Iterator[Paper]:
    """Say of each paper which ones replace it."""
    for paper in papers:
        later = tuple(other.number for other in papers if other.replaces == paper.number)
        yield dataclasses.replace(paper, replaced_by=later) if later else paper
