"""Releases the notes of a meeting and their minutes."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date

from public_record.gate.blocks import Blocks
from public_record.gate.decide import Decision, MeetingDecisions, open_parts, shown_parts
from public_record.gate.desk import Desk
from public_record.gate.fields import answers, on_recommendation, people, texts, words
from public_record.gate.history import history_of, shows_all
from public_record.gate.notices import notice
from public_record.model import ids
from public_record.model.forms import AdoptionForm, CorrectionForm, MinuteForm, NotesForm
from public_record.model.private import Document, MeetingFolder, SealedMinute
from public_record.model.record import Adopted, Correction, Minute, Notes, OnRecommendation
from public_record.model.text import Sealed
from public_record.model.vocabulary import MinutePart


def notes_of(folder: MeetingFolder, decisions: MeetingDecisions, address: str, desk: Desk) -> Notes | None:
    """Release the notes of a meeting; None where there are none, or nothing is to be shown."""
    document = folder.minutes
    if document is None:
        return None
    form, decision = document.form, decisions.documents[document.path]
    if not decision.public:
        desk.keep(document, decision, decisions.minutes)
        return _withheld(form, decision, address, desk)
    blocks = Blocks(address, desk.keeper)
    opening = blocks.release(document.path, document.blocks)
    minutes = tuple(_Minutes(folder, document, blocks, desk).release(decisions))
    return Notes(
        id=address,
        present=people(form.present),
        also_present=people(form.also_present),
        in_attendance=people(form.in_attendance),
        apologies=people(form.apologies),
        editor_notes=texts(form.editor_notes),
        opening=opening,
        minutes=minutes,
        history=history_of(document, form.published or form.publish_from, desk, whole=shows_all(opening, minutes=minutes)),
    )


def _withheld(form: NotesForm, decision: Decision, address: str, desk: Desk) -> Notes | None:
    shown = desk.stand_in(form, decision)
    return Notes(address, withheld=shown.withheld, withdrawn=shown.withdrawn) if shown else None


class _Minutes:
    """Releases the minutes of one meeting, in their order."""

    def __init__(self, folder: MeetingFolder, document: Document[NotesForm], blocks: Blocks, desk: Desk) -> None:
        self._folder = folder
        self._document = document
        self._blocks = blocks
        self._desk = desk

    def release(self, decisions: MeetingDecisions) -> Iterator[Minute]:
        forms = self._document.form.marks()
        shown = self._shown_items(decisions)
        for minute, decision in zip(self._document.minutes, decisions.minutes, strict=True):
            form = forms.get(minute.number)
            if shown_parts(decision, form) == frozenset(MinutePart):
                yield self._public(minute, form)
            else:
                yield self._withheld(minute, form, decision, shown)

    def _shown_items(self, decisions: MeetingDecisions) -> dict[str | None, Sealed | None]:
        """List the items that the agenda shows, be it as a notice, with their public titles."""
        lines = self._folder.agenda_items() if decisions.agenda.public else ()
        return {line.key: line.item.public_title for line in lines if not decisions.items[line.key].absent}

    def _public(self, minute: SealedMinute, form: MinuteForm | None) -> Minute:
        anchor = self._blocks.minute(minute.number)
        return Minute(
            id=f"{self._blocks.address}#{anchor}",
            anchor=anchor,
            number=minute.number,
            title=minute.title.reveal(),
            item=minute.item,
            body=self._blocks.release(self._document.path, minute.blocks, minute.number),
            subjects=tuple(form.subjects) if form else (),
            answers=answers(form.answers) if form else (),
            adopted=self._adopted(minute, form.adoption) if form and form.adoption else None,
            on_recommendation=on_recommendation(form.on_recommendation) if form else None,
            open_reason=words(form.open.reason) if form and form.open else None,
        )

    def _adopted(self, minute: SealedMinute, form: AdoptionForm) -> Adopted:
        """Release what a minute says of the notes that it adopts: those that its item puts up."""
        days: dict[str | None, date | None] = {line.key: line.item.notes_of for line in self._folder.agenda_items()}
        day = days.get(minute.item)
        earlier = ids.notes_address(ids.meeting_address(self._folder.body, day)) if day else ""
        corrections = []
        for one in form.corrections if earlier else ():
            at = _corrected(earlier, one)
            self._desk.keeper.tie(at, one.text, self._document.at(minute.line))
            corrections.append(Correction(at, one.text.reveal()))
        return Adopted(words(form.signed_by), tuple(corrections))

    def _withheld(
        self,
        minute: SealedMinute,
        form: MinuteForm | None,
        decision: Decision,
        items: Mapping[str | None, Sealed | None],
    ) -> Minute:
        anchor = self._blocks.minute(minute.number)
        parts = open_parts(form)
        # Of an item that no agenda shows, the line under the heading of a withheld minute would be all that tells.
        told = minute.item in items or self._folder.agenda is None
        self._desk.keeper.keep(form.adoption if form else None, self._document.at(minute.line))
        return Minute(
            id=f"{self._blocks.address}#{anchor}",
            anchor=anchor,
            number=minute.number,
            title=self._open_title(minute, parts)
            or words(form.public_title if form else None)
            or words(items.get(minute.item))
            or self._default,
            item=minute.item if told else None,
            body=self._blocks.release(self._document.path, minute.blocks, minute.number, parts),
            on_recommendation=self._on_recommendation(minute, form, parts),
            withheld=notice(decision.exemption, form.public_summary if form else None),
            open_reason=words(form.open.reason) if form and form.open else None,
        )

    def _on_recommendation(
        self, minute: SealedMinute, form: MinuteForm | None, parts: frozenset[MinutePart]
    ) -> OnRecommendation | None:
        """Release how the outcome stands to what was recommended, where the outcome itself is open."""
        stated = form.on_recommendation if form else None
        if MinutePart.OUTCOME in parts:
            return on_recommendation(stated)
        self._desk.keeper.keep(stated, self._document.at(minute.line))
        return None

    def _open_title(self, minute: SealedMinute, parts: frozenset[MinutePart]) -> str | None:
        if MinutePart.TITLE in parts:
            return minute.title.reveal()
        self._desk.keeper.keep(minute.title, self._document.at(minute.line))
        return None

    @property
    def _default(self) -> str:
        return self._desk.wording.restricted_minute


def _corrected(notes: str, form: CorrectionForm) -> str:
    """Address of what a correction corrects. Where nothing public stands there, `gate.ties` takes it out."""
    paragraph = f"-{form.paragraph}" if form.paragraph else ""
    return f"{notes}#minute-{form.minute}{paragraph}"
