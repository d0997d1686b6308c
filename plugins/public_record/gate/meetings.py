"""Releases a meeting: its facts, and the sections and items of its agenda."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from public_record.gate.blocks import Blocks
from public_record.gate.corrections import corrections_of, places_of, places_on_agenda
from public_record.gate.decide import Decision, MeetingDecisions, can_be_decided, decide
from public_record.gate.desk import Desk
from public_record.gate.fields import answers, next_meeting, people, texts, words
from public_record.gate.history import history_of, shows_all
from public_record.gate.notes import notes_of
from public_record.gate.notices import notice
from public_record.gate.papers import Papers
from public_record.model import ids
from public_record.model.forms import AgendaForm, SectionForm
from public_record.model.private import AgendaLine, Document, MeetingFolder
from public_record.model.record import Item, Meeting, Moved, Notes, Section


def meeting_of(folder: MeetingFolder, desk: Desk) -> Meeting | None:
    """Release a meeting; None where nothing of it is to be shown."""
    if not can_be_decided(folder):
        desk.keep_all(folder.documents())
        return None
    return _Release(folder, decide(folder, desk.today), desk).meeting()


class _Release:
    """The release of one meeting."""

    def __init__(self, folder: MeetingFolder, decisions: MeetingDecisions, desk: Desk) -> None:
        self._folder = folder
        self._decisions = decisions
        self._desk = desk
        self._papers = Papers(folder, decisions, desk)
        self._address = ids.meeting_address(folder.body, folder.date)

    def meeting(self) -> Meeting | None:
        agenda = self._folder.agenda
        notes = notes_of(self._folder, self._decisions, ids.notes_address(self._address), self._desk)
        self._papers.keep_withheld()
        if agenda is None:
            return self._without_agenda(notes)
        if not self._decisions.agenda.public:
            return self._without_public_agenda(agenda, notes)
        return self._with_agenda(agenda, notes)

    def _with_agenda(self, document: Document[AgendaForm], notes: Notes | None) -> Meeting:
        form = document.form
        introduction = Blocks(self._address, self._desk.keeper).release(document.path, document.blocks)
        sections = tuple(self._sections(document))
        whole = shows_all(introduction) and not any(_withheld(sections))
        places = places_of(introduction) | places_on_agenda(sections)
        return Meeting(
            id=self._address,
            body=self._folder.body,
            date=self._folder.date,
            time=form.time,
            venue=words(form.venue),
            notice=form.published,
            contact=words(form.contact),
            membership=people(form.membership),
            editor_notes=texts(form.editor_notes),
            corrections=corrections_of(document, form.corrections, places, self._desk.keeper),
            introduction=introduction,
            agenda_held=True,
            sections=sections,
            notes=notes,
            cancelled=words(form.cancelled.reason) if form.cancelled else None,
            moved=Moved(form.moved.from_, form.moved.reason.reveal()) if form.moved else None,
            history=history_of(document, form.published or form.publish_from, self._desk, whole=whole),
        )

    def _without_public_agenda(self, agenda: Document[AgendaForm], notes: Notes | None) -> Meeting | None:
        self._desk.keep(agenda, self._decisions.agenda)
        shown = self._desk.stand_in(agenda.form, self._decisions.agenda)
        if shown is None:
            return None
        return Meeting(
            id=self._address,
            body=self._folder.body,
            date=self._folder.date,
            notes=notes,
            withheld=shown.withheld,
            withdrawn=shown.withdrawn,
        )

    def _without_agenda(self, notes: Notes | None) -> Meeting | None:
        """Release a meeting that only its notes or a paper witness."""
        papers = self._papers.of(None, self._address)
        if notes is None and not papers:
            return None
        form = self._folder.minutes.form if self._folder.minutes and notes and not (notes.withheld or notes.withdrawn) else None
        return Meeting(
            id=self._address,
            body=self._folder.body,
            date=self._folder.date,
            time=form.time if form else None,
            venue=words(form.venue) if form else None,
            papers=papers,
            notes=notes,
        )

    def _sections(self, document: Document[AgendaForm]) -> Iterator[Section]:
        lines = list(self._folder.agenda_items())
        for number, (section, decision) in enumerate(zip(document.form.sections, self._decisions.sections, strict=True)):
            items = tuple(item for line in lines if line.section is section and (item := self._item(document, line)))
            if decision.absent:
                self._desk.keeper.keep(section, document.place("sections", number))
            elif decision.public:
                yield Section(section.letter, words(section.title) or "", items)
            else:
                self._desk.keeper.keep(section.title, document.place("sections", number, "title"))
                yield self._section_withheld(section, decision, items)

    def _section_withheld(self, section: SectionForm, decision: Decision, items: tuple[Item, ...]) -> Section:
        title = words(section.public_title) or self._desk.wording.restricted_section
        return Section(section.letter, title, items, notice(decision.exemption, section.public_summary))

    def _item(self, document: Document[AgendaForm], line: AgendaLine) -> Item | None:
        item, decision = line.item, self._decisions.items[line.key]
        own = ids.item_address(self._address, line.key)
        if not decision.public:
            self._desk.keeper.keep(item, document.place(*line.keys))
            if decision.absent:
                return None
            title = words(item.public_title) or self._desk.wording.restricted_item
            return Item(
                id=own,
                key=line.key,
                ref=item.ref,
                title=title,
                subjects=tuple(item.public_subjects),
                answers=answers(item.public_answers),
                withheld=notice(decision.exemption, item.public_summary),
            )
        return Item(
            id=own,
            key=line.key,
            ref=item.ref,
            title=words(item.title) or self._desk.wording.restricted_item,
            delivery=tuple(item.delivery),
            pages=item.pages,
            time=item.time,
            speakers=people(item.speakers),
            note=words(item.note),
            editor_note=words(item.editor_note),
            subjects=tuple(item.subjects),
            answers=answers(item.answers),
            notes_of=item.notes_of,
            next_meeting=next_meeting(item.next_meeting),
            agreement=item.agreement,
            papers=self._papers.of(line.key, own),
            open_reason=words(item.open.reason) if item.open else None,
        )


def _withheld(sections: Iterable[Section]) -> Iterator[bool]:
    """Say of each section and each item whether it is withheld."""
    for section in sections:
        yield section.withheld is not None
        yield from (item.withheld is not None for item in section.items)
