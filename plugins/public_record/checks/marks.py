"""Walks over everything that can be marked, with its place, its own mark and the decision on it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from public_record.gate.decide import Decision, MeetingDecisions
from public_record.model.findings import Place
from public_record.model.forms import DocumentForm, ExemptionForm
from public_record.model.private import Document, KeyPath, MeetingFolder
from public_record.model.vocabulary import Access


class Marked(NamedTuple):
    """Something that can be marked."""

    document: Document[DocumentForm]
    keys: KeyPath
    access: Access | None
    exemption: ExemptionForm | None
    decision: Decision
    opened: bool = False
    """Whether it says why it is open."""

    @property
    def place(self) -> Place:
        """Where its mark stands, or should."""
        return self.where()

    def where(self) -> Place:
        """Find that place: a function, for those who may not need to know."""
        return self.document.place(*self.keys, "access")


def marked(meeting: MeetingFolder, decisions: MeetingDecisions) -> Iterator[Marked]:
    """Yield everything of a meeting that can be marked: sections, items, minutes, and (without `keys`) documents."""
    yield from _parts(meeting, decisions)
    if agenda := meeting.agenda:
        yield Marked(agenda, (), agenda.form.access, agenda.form.exemption, decisions.agenda)
    for document in (*meeting.paper_documents(), *meeting.notes):
        decision = decisions.documents[document.path]
        yield Marked(document, (), document.form.access, document.form.exemption, decision)


def _parts(meeting: MeetingFolder, decisions: MeetingDecisions) -> Iterator[Marked]:
    if agenda := meeting.agenda:
        for number, (section, decision) in enumerate(zip(agenda.form.sections, decisions.sections, strict=True)):
            yield Marked(agenda, ("sections", number), section.access, section.exemption, decision)
        for line in meeting.agenda_items():
            item = line.item
            opened = item.open is not None
            yield Marked(agenda, line.keys, item.access, item.exemption, decisions.items[line.key], opened)
    yield from _minutes(meeting, decisions)


def _minutes(meeting: MeetingFolder, decisions: MeetingDecisions) -> Iterator[Marked]:
    if meeting.minutes is None:
        return
    forms = {form.number: (index, form) for index, form in enumerate(meeting.minutes.form.minutes)}
    for minute, decision in zip(meeting.minutes.minutes, decisions.minutes, strict=True):
        if minute.number in forms:
            index, form = forms[minute.number]
            yield Marked(meeting.minutes, ("minutes", index), form.access, form.exemption, decision)
