"""The crossing: builds the public record out of the private one, field by field.

A field is public because a line below names it. What no line names stays behind, and so does everything that `decide`
does not call public. What stays behind is handed to the keeper, whose fingerprints let the finished site be searched for it.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from public_record.gate.blocks import Blocks, notice
from public_record.gate.decide import OPEN, Decision, on_agenda, on_document, on_item, on_minute, on_section, open_parts
from public_record.gate.withheld import Keeper
from public_record.model import ids
from public_record.model.findings import Place
from public_record.model.fingerprints import Fingerprints
from public_record.model.forms import (
    AgreementForm,
    AnyPaperForm,
    AppendixForm,
    DocumentForm,
    MinuteForm,
    NotesForm,
    OfficerPaperForm,
    PersonForm,
    SourceForm,
)
from public_record.model.private import AgendaLine, Document, MeetingFolder, PrivateRecord, SealedMinute
from public_record.model.record import (
    Agreement,
    Appendix,
    Body,
    Item,
    Meeting,
    Minute,
    NextMeeting,
    Notes,
    Paper,
    PaperDetails,
    Person,
    Priority,
    Record,
    Section,
    Source,
    Withdrawn,
)
from public_record.model.settings import Settings
from public_record.model.text import Sealed
from public_record.model.vocabulary import MinutePart


@dataclass(frozen=True, slots=True)
class Released:
    """What the gate gives out."""

    record: Record
    withheld: Fingerprints


def release(record: PrivateRecord, settings: Settings, today: date) -> Released:
    """Build the public record as it stands on a day."""
    gate = _Gate(settings, today)
    bodies = tuple(
        Body(id=name, name=body.name, short=body.short, description=body.description) for name, body in settings.bodies.items()
    )
    meetings = [meeting for folder in record.meetings if (meeting := gate.meeting(folder))]
    agreements = [agreement for document in record.agreements if (agreement := gate.agreement(document))]
    public = Record(
        bodies,
        tuple(sorted(meetings, key=lambda meeting: (meeting.date, meeting.body))),
        tuple(
            sorted(
                agreements,
                key=lambda agreement: (agreement.published or agreement.period_from or "", agreement.version),
            )
        ),
    )
    return Released(public, gate.keeper.fingerprints())


class _Gate:
    """The state of one release: the day, the wording of notices, and what was kept back."""

    def __init__(self, settings: Settings, today: date) -> None:
        self._settings = settings
        self._wording = settings.wording
        self._today = today
        self.keeper = Keeper()

    # --- meetings -----------------------------------------------------------------------------------------------------

    def meeting(self, folder: MeetingFolder) -> Meeting | None:
        """Release a meeting; None where nothing of it is to be shown."""
        if folder.body not in self._settings.bodies:
            self._keep_all(folder.documents())
            return None
        address = ids.meeting_address(folder.body, folder.date)
        decision = on_agenda(folder.agenda.form, self._today) if folder.agenda else OPEN
        notes = self._notes(folder, ids.notes_address(address))
        papers = self._papers(folder, None, address, OPEN) if folder.agenda is None else ()
        self._keep_strays(folder)
        if folder.agenda is None:
            return self._without_agenda(folder, address, notes, papers)
        if not decision.public:
            self._keep_agenda(folder)
        if decision.absent and notes is None:
            return None
        shown = folder.agenda if decision.public else None
        form = shown.form if shown else None
        blocks = Blocks(address, self.keeper, self._wording)
        return Meeting(
            id=address,
            body=folder.body,
            date=folder.date,
            time=form.time if form else None,
            venue=_words(form.venue) if form else None,
            notice=form.published if form else None,
            contact=_words(form.contact) if form else None,
            membership=_people(form.membership) if form else (),
            editor_notes=_texts(form.editor_notes) if form else (),
            introduction=blocks.release(shown.path, shown.blocks) if shown else (),
            agenda_held=shown is not None,
            sections=self._sections(folder, address, decision) if shown else (),
            notes=notes,
            withheld=notice(decision, folder.agenda.form.public_summary) if decision.restricted else None,
            withdrawn=self._tombstone(folder.agenda.form) if decision.withdrawn else None,
            cancelled=_words(form.cancelled.reason) if form and form.cancelled else None,
        )

    def _without_agenda(
        self, folder: MeetingFolder, address: str, notes: Notes | None, papers: tuple[Paper, ...]
    ) -> Meeting | None:
        """A meeting that only its notes or a paper witness."""
        if notes is None and not papers:
            return None
        form = folder.minutes.form if folder.minutes and notes and not (notes.withheld or notes.withdrawn) else None
        return Meeting(
            id=address,
            body=folder.body,
            date=folder.date,
            time=form.time if form else None,
            venue=_words(form.venue) if form else None,
            papers=papers,
            notes=notes,
        )

    def _sections(self, folder: MeetingFolder, address: str, agenda: Decision) -> tuple[Section, ...]:
        document = folder.agenda
        if document is None:
            return ()
        lines = list(folder.agenda_items())
        found = []
        for number, section in enumerate(document.form.sections):
            decision = on_section(section, agenda)
            if decision.absent:
                self.keeper.keep(section, document.place("sections", number))
                continue
            items = [self._item(folder, line, address, agenda) for line in lines if line.section is section]
            title = (
                _words(section.title) if decision.public else _words(section.public_title) or self._wording.restricted_section
            )
            if not decision.public and section.title:
                self.keeper.keep(section.title, document.place("sections", number, "title"))
            found.append(
                Section(
                    letter=section.letter,
                    title=title or "",
                    items=tuple(item for item in items if item),
                    withheld=notice(decision, section.public_summary) if decision.restricted else None,
                )
            )
        return tuple(found)

    def _item(self, folder: MeetingFolder, line: AgendaLine, address: str, agenda: Decision) -> Item | None:
        document, item = folder.agenda, line.item
        if document is None:
            return None
        decision = on_item(item, line.section, agenda)
        own = ids.item_address(address, line.key)
        papers = self._papers(folder, line.key, own, decision)
        if not decision.public:
            self.keeper.keep(item, document.place(*line.keys))
            if decision.absent:
                return None
            title = _words(item.public_title) or self._wording.restricted_item
            return Item(id=own, key=line.key, ref=item.ref, title=title, withheld=notice(decision, item.public_summary))
        return Item(
            id=own,
            key=line.key,
            ref=item.ref,
            title=_words(item.title) or self._wording.restricted_item,
            delivery=tuple(item.delivery),
            pages=item.pages,
            time=item.time,
            speakers=_people(item.speakers),
            note=_words(item.note),
            editor_note=_words(item.editor_note),
            subjects=tuple(item.subjects),
            notes_of=item.notes_of,
            next_meeting=NextMeeting(item.next_meeting.date, item.next_meeting.time, _words(item.next_meeting.venue))
            if item.next_meeting
            else None,
            agreement=item.agreement,
            papers=papers,
            open_reason=_words(item.open.reason) if item.open else None,
        )

    # --- papers -------------------------------------------------------------------------------------------------------

    def _papers(self, folder: MeetingFolder, key: str | None, address: str, owner: Decision) -> tuple[Paper, ...]:
        """Release the papers of an item. Of a restricted item not even their number is shown."""
        documents = sorted((paper for paper in folder.papers if paper.form.item == key), key=lambda paper: paper.form.paper)
        found = [self._paper(folder, document, address, owner) for document in documents]
        return tuple(paper for paper in found if paper) if owner.public else ()

    def _paper(
        self, folder: MeetingFolder, document: Document[OfficerPaperForm], address: str, owner: Decision
    ) -> Paper | None:
        form = document.form
        decision = on_document(form, owner, self._today)
        own = ids.paper_address(address, form.paper, of_item=form.item is not None)
        appendices = self._appendices(folder, form, own, decision)
        if not decision.public:
            self._keep(document)
            if decision.absent:
                return None
            return Paper(
                id=own,
                number=form.paper,
                title=_words(form.public_title) or self._wording.restricted_paper,
                withheld=notice(decision, form.public_summary) if decision.restricted else None,
                withdrawn=self._tombstone(form) if decision.withdrawn else None,
            )
        return Paper(
            id=own,
            number=form.paper,
            title=_words(form.title) or self._wording.restricted_paper,
            details=_details(form),
            body=Blocks(own, self.keeper, self._wording).release(document.path, document.blocks),
            appendices=appendices,
            replaces=form.replaces,
        )

    def _appendices(
        self, folder: MeetingFolder, paper: OfficerPaperForm, address: str, owner: Decision
    ) -> tuple[Appendix, ...]:
        documents = [
            document for document in folder.appendices if (document.form.item, document.form.paper) == (paper.item, paper.paper)
        ]
        documents.sort(key=lambda document: (document.form.appendix, document.form.occurrence))
        found = [self._appendix(document, address, owner) for document in documents]
        return tuple(appendix for appendix in found if appendix) if owner.public else ()

    def _appendix(self, document: Document[AppendixForm], address: str, owner: Decision) -> Appendix | None:
        form = document.form
        decision = on_document(form, owner, self._today)
        own = ids.appendix_address(address, form.appendix, form.occurrence)
        if not decision.public:
            self._keep(document)
            if decision.absent:
                return None
            return Appendix(
                id=own,
                mark=form.appendix,
                title=_words(form.public_title) or self._wording.restricted_appendix,
                withheld=notice(decision, form.public_summary) if decision.restricted else None,
                withdrawn=self._tombstone(form) if decision.withdrawn else None,
            )
        return Appendix(
            id=own,
            mark=form.appendix,
            title=_words(form.title) or self._wording.restricted_appendix,
            details=_details(form),
            body=Blocks(own, self.keeper, self._wording).release(document.path, document.blocks),
        )

    # --- notes --------------------------------------------------------------------------------------------------------

    def _notes(self, folder: MeetingFolder, address: str) -> Notes | None:
        document = folder.minutes
        if document is None:
            return None
        form = document.form
        decision = on_document(form, OPEN, self._today)
        if not decision.public:
            self._keep(document)
            if decision.absent:
                return None
            return Notes(
                id=address,
                withheld=notice(decision, form.public_summary) if decision.restricted else None,
                withdrawn=self._tombstone(form) if decision.withdrawn else None,
            )
        blocks = Blocks(address, self.keeper, self._wording)
        return Notes(
            id=address,
            present=_people(form.present),
            also_present=_people(form.also_present),
            in_attendance=_people(form.in_attendance),
            apologies=_people(form.apologies),
            editor_notes=_texts(form.editor_notes),
            opening=blocks.release(document.path, document.blocks),
            minutes=self._minutes(folder, document, blocks),
        )

    def _minutes(self, folder: MeetingFolder, document: Document[NotesForm], blocks: Blocks) -> tuple[Minute, ...]:
        items = {line.key: on_item(line.item, line.section, OPEN) for line in folder.agenda_items()}
        titles = {line.key: line.item.public_title for line in folder.agenda_items()}
        marks = {minute.number: minute for minute in document.form.minutes}
        found = []
        for minute in document.minutes:
            form = marks.get(minute.number) if minute.number else None
            decision = on_minute(form, items.get(minute.item or "", OPEN))
            public_title = (form.public_title if form else None) or titles.get(minute.item or "")
            found.append(self._minute(document, minute, form, decision, public_title, blocks))
        return tuple(found)

    def _minute(
        self,
        document: Document[NotesForm],
        minute: SealedMinute,
        form: MinuteForm | None,
        decision: Decision,
        public_title: Sealed | None,
        blocks: Blocks,
    ) -> Minute:
        anchor = blocks.minute(minute.number)
        parts = frozenset(MinutePart) if decision.public else open_parts(form)
        title = _words(minute.title) if MinutePart.TITLE in parts else None
        if title is None:
            self.keeper.keep(minute.title, document.at(minute.line))
        return Minute(
            id=f"{blocks.address}#{anchor}",
            anchor=anchor,
            number=minute.number,
            title=title or _words(public_title) or self._wording.restricted_minute,
            item=minute.item,
            body=blocks.release(document.path, minute.blocks, minute.number, parts),
            subjects=tuple(form.subjects) if form and decision.public else (),
            withheld=None if decision.public else notice(decision, form.public_summary if form else None),
            open_reason=_words(form.open.reason) if form and form.open and not decision.public else None,
        )

    # --- the agreement ------------------------------------------------------------------------------------------------

    def agreement(self, document: Document[AgreementForm]) -> Agreement | None:
        """Release a version of the agreement; None where nothing of it is to be shown."""
        form = document.form
        decision = on_document(form, OPEN, self._today)
        own = ids.agreement_address(form.version)
        if not decision.public:
            self._keep(document)
            if decision.absent:
                return None
            return Agreement(
                id=own,
                version=form.version,
                title=_words(form.public_title) or self._wording.restricted_agreement,
                known=form.known,
                published=form.published,
                withheld=notice(decision, form.public_summary) if decision.restricted else None,
                withdrawn=self._tombstone(form) if decision.withdrawn else None,
            )
        return Agreement(
            id=own,
            version=form.version,
            title=form.title.reveal(),
            known=form.known,
            published=form.published,
            period_from=form.period.from_ if form.period else None,
            period_to=form.period.to if form.period else None,
            known_from=_words(form.known_from),
            priorities=tuple(Priority(priority.title.reveal(), _words(priority.lead)) for priority in form.priorities),
            themes=_texts(form.themes),
            editor_notes=_texts(form.editor_notes),
            body=Blocks(own, self.keeper, self._wording).release(document.path, document.blocks),
        )

    # --- what stays behind --------------------------------------------------------------------------------------------

    def _keep(self, document: Document[DocumentForm]) -> None:
        self.keeper.keep(document.form, Place(document.path))
        for block in document.blocks:
            self.keeper.keep(block, document.at(block.line))
        for minute in document.minutes:
            self.keeper.keep(minute, document.at(minute.line))

    def _keep_all(self, documents: Iterable[Document[DocumentForm]]) -> None:
        for document in documents:
            self._keep(document)

    def _keep_agenda(self, folder: MeetingFolder) -> None:
        """Keep back an agenda that is not public, and the papers of its items."""
        self._keep_all(folder.agendas)
        self._keep_all(paper for paper in folder.paper_documents())

    def _keep_strays(self, folder: MeetingFolder) -> None:
        """Keep back what belongs to no item or paper of this meeting, and second copies: the checks refuse them anyway."""
        items: set[str | None] = {line.key for line in folder.agenda_items()} if folder.agenda else {None}
        papers = {(paper.form.item, paper.form.paper) for paper in folder.papers}
        self._keep_all(paper for paper in folder.papers if paper.form.item not in items)
        self._keep_all(
            appendix
            for appendix in folder.appendices
            if appendix.form.item not in items or (appendix.form.item, appendix.form.paper) not in papers
        )
        self._keep_all((*folder.agendas[1:], *folder.notes[1:]))

    def _tombstone(self, form: DocumentForm) -> Withdrawn | None:
        """Say when and why something was withdrawn, or that its time has passed."""
        if form.withdrawn:
            return Withdrawn(form.withdrawn.date, form.withdrawn.reason.reveal())
        if form.publish_until:
            return Withdrawn(form.publish_until, self._wording.expired)
        return None


def _words(text: Sealed | None) -> str | None:
    return text.reveal() if text else None


def _texts(texts: Iterable[Sealed]) -> tuple[str, ...]:
    return tuple(text.reveal() for text in texts)


def _people(people: Iterable[PersonForm]) -> tuple[Person, ...]:
    return tuple(Person(person.name.reveal(), _words(person.role), _words(person.substitute_for)) for person in people)


def _source(source: SourceForm | None) -> Source | None:
    return Source(source.publisher.reveal(), _words(source.title), source.date, _words(source.licence)) if source else None


def _details(form: AnyPaperForm) -> PaperDetails:
    return PaperDetails(
        form=form.form,
        by=_people(form.by),
        presented_by=_people(form.presented_by),
        to=_words(form.to),
        dated=form.dated,
        purpose=form.purpose,
        classification=_words(form.classification),
        contact=_words(form.contact),
        background_papers=_texts(form.background_papers),
        source=_source(form.source),
        editor_notes=_texts(form.editor_notes),
        published=form.publish_from,
    )
