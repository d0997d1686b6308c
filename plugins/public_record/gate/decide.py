"""Decides, of everything in the private record, whether it is published, replaced by a notice, or absent.

The strictest mark wins, whatever else is written. That a laxer mark inside a stricter one is also reported as a conflict
(`checks`) is a help to the clerk; the decision here does not lean on it. The checks and the release ask the same functions,
so that what is reported and what is done cannot differ.
"""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from public_record.model.forms import DocumentForm, ExemptionForm, ItemForm, MinuteForm, SectionForm
from public_record.model.ids import slug
from public_record.model.private import (
    MeetingFolder,
    SealedAction,
    SealedAmendment,
    SealedBlock,
    SealedDefinition,
    SealedEditorNote,
    SealedMinute,
    SealedOutcome,
    SealedPostMeetingNote,
    SealedRequest,
    SealedVote,
)
from public_record.model.vocabulary import Access, Basis, MinutePart

_NOT_STATED = ExemptionForm(basis=Basis.NOT_STATED)
_MEANT_FOR_EVERYBODY = frozenset({Access.PUBLIC, Access.DRAFT})


@dataclass(frozen=True, slots=True)
class Decision:
    """What may be shown of a thing."""

    access: Access
    """The strictest of the marks that bear on it, dates included."""
    exemption: ExemptionForm = _NOT_STATED
    """The nearest ground given, for the notice."""
    conflict: bool = False
    """Whether the thing says that it is more open than what it stands in."""
    unmarked: bool = False
    """Whether the thing has what only restricted things have, and does not say that it is restricted."""
    marked: Access = Access.PUBLIC
    """The strictest mark as written, without dates: an embargo is no contradiction."""
    closed: bool = False
    """Whether anything says that it, or what it stands in, is to stay withheld when it is no longer a draft."""

    @property
    def public(self) -> bool:
        """Whether the thing itself is published."""
        return self.access is Access.PUBLIC

    @property
    def restricted(self) -> bool:
        """Whether a notice stands in its place."""
        return self.access is Access.RESTRICTED

    @property
    def grounded(self) -> bool:
        """Whether a ground is given, be it that none is stated."""
        return self.exemption is not _NOT_STATED

    @property
    def withdrawn(self) -> bool:
        """Whether a tombstone stands in its place."""
        return self.access is Access.WITHDRAWN

    @property
    def absent(self) -> bool:
        """Whether nothing is shown at all."""
        return self.access is Access.DRAFT

    @property
    def waits(self) -> bool:
        """Whether it is only not yet out: a draft, or before its day, and meant for everybody."""
        return self.absent and not self.closed


OPEN = Decision(Access.PUBLIC)
"""What stands in nothing that is marked."""

UNKNOWN = Decision(Access.DRAFT, closed=True)
"""What stands in something that is not there: a paper of no item, an appendix of no paper."""


@dataclass(frozen=True, slots=True)
class MeetingDecisions:
    """The decisions on everything in the folder of a meeting."""

    agenda: Decision
    sections: tuple[Decision, ...]
    items: Mapping[str | None, Decision]
    """By the item's key; where no agenda is held, None is what papers without an item stand in."""
    documents: Mapping[str, Decision]
    """Papers, appendices and notes, by path."""
    minutes: tuple[Decision, ...]
    """Of the first notes, in their order."""


def decide(folder: MeetingFolder, today: date) -> MeetingDecisions:
    """Decide on everything in the folder of a meeting."""
    agenda = on_document(folder.agenda.form, OPEN, today) if folder.agenda else OPEN
    items = _items(folder, agenda)
    notes = _notes_stand_in(agenda)
    documents = {document.path: on_document(document.form, notes, today) for document in folder.notes}
    papers: dict[Hashable, Decision] = {}
    for paper in folder.papers:
        decision = on_document(paper.form, items.get(paper.form.item, UNKNOWN), today)
        papers[paper.form.item, paper.form.paper] = documents[paper.path] = decision
    for appendix in folder.appendices:
        owner = papers.get((appendix.form.item, appendix.form.paper), UNKNOWN)
        documents[appendix.path] = on_document(appendix.form, owner, today)
    return MeetingDecisions(
        agenda=agenda,
        sections=tuple(on_section(section, agenda) for section in folder.agenda.form.sections) if folder.agenda else (),
        items=items,
        documents=documents,
        minutes=tuple(_minutes(folder, agenda)),
    )


def can_be_decided(folder: MeetingFolder) -> bool:
    """Say whether the folder was read whole and says one thing: nothing of another is published, whatever its marks say."""
    agendas, notes = folder.agendas, folder.notes
    lines = list(folder.agenda_items())
    return (
        folder.whole
        and all((one.form.date, one.form.body) == (folder.date, folder.body) for one in agendas)
        and all((one.form.date, one.form.body) == (folder.date, folder.body) for one in notes)
        and len(agendas) <= 1
        and len(notes) <= 1
        and all((line.item.ref is None) != (line.item.place is None) for line in lines)
        and _each_once(slug(line.key) for line in lines)
        and _each_once((paper.form.item, paper.form.paper) for paper in folder.papers)
        and _each_once(
            (appendix.form.item, appendix.form.paper, appendix.form.appendix.lower(), appendix.form.occurrence)
            for appendix in folder.appendices
        )
        and all(_each_once(form.number for form in document.form.minutes) for document in notes)
    )


def on_document(form: DocumentForm, owner: Decision, today: date) -> Decision:
    """Decide on a document that stands in something else: a paper in its item, an appendix in its paper."""
    shown_later = form.publish_until is not None
    hints = (form.exemption,) if shown_later else (form.exemption, form.public_title, form.public_summary)
    decision, by_date = _inside(form.access, form.exemption, owner, hints), _by_date(form, today)
    if by_date is Access.PUBLIC:
        return decision
    return replace(
        decision,
        access=_strictest(decision.access, by_date),
        closed=decision.closed or by_date is Access.WITHDRAWN,
    )


def on_section(section: SectionForm, agenda: Decision) -> Decision:
    """Decide on a section of an agenda."""
    return _inside(section.access, section.exemption, agenda, _hints(section))


def on_item(item: ItemForm, section: SectionForm, agenda: Decision) -> Decision:
    """Decide on an item. It can be open in a restricted section, and in no other that is not public, if it says why."""
    owner = on_section(section, agenda)
    if item.open and item.access is Access.PUBLIC and owner.restricted:
        owner = agenda
    return _inside(item.access, item.exemption, owner, _hints(item))


def on_minute(form: MinuteForm | None, item: Decision) -> Decision:
    """Decide on the minute of an item, apart from the parts that it declares open.

    A minute is open or it is withheld: that it exists is seen by the numbers of its neighbours.
    """
    # Of an item that is not there, its ground is not told either.
    ground = _NOT_STATED if item.absent else item.exemption
    owner = OPEN if item.public else Decision(Access.RESTRICTED, ground, marked=Access.RESTRICTED)
    if form is None:
        return owner
    decision = _inside(form.access, form.exemption, owner, (*_hints(form), form.open))
    access = Access.PUBLIC if decision.public else Access.RESTRICTED
    return Decision(access, decision.exemption, decision.conflict, decision.unmarked)


def open_parts(form: MinuteForm | None) -> frozenset[MinutePart]:
    """List the parts of a restricted minute that it declares open, with a reason: all of them, if it names none."""
    return frozenset(form.open.parts or MinutePart) if form and form.open else frozenset()


def shown_parts(decision: Decision, form: MinuteForm | None) -> frozenset[MinutePart]:
    """List the parts of a minute that are published: all of an open one, and of a restricted one what it declares open."""
    return frozenset(MinutePart) if decision.public else open_parts(form)


def parted(blocks: Iterable[SealedBlock]) -> Iterator[tuple[SealedBlock, MinutePart]]:
    """Yield each block with the part of a minute to which it belongs; definitions belong to whatever uses them."""
    above = MinutePart.PARAGRAPHS
    for block in blocks:
        part = _part(block, above)
        above = above if part is MinutePart.NOTES or isinstance(block, SealedDefinition) else part
        yield block, part


def _part(block: SealedBlock, above: MinutePart) -> MinutePart:
    """Say to which part of a minute a block belongs; a vote and an amendment are as open as what they stand below."""
    match block:
        case SealedAmendment() | SealedVote():
            return above
        case SealedOutcome() | SealedRequest() | SealedAction():
            return MinutePart.OUTCOME
        case SealedPostMeetingNote() | SealedEditorNote():
            return MinutePart.NOTES
        case _:
            return MinutePart.PARAGRAPHS


def used_by(text: str, definitions: Sequence[SealedDefinition]) -> tuple[list[SealedDefinition], list[SealedDefinition]]:
    """Part definitions into those that a text uses, or that these use in turn, and the rest."""
    found: list[SealedDefinition] = []
    waiting = list(definitions)
    while hits := [definition for definition in waiting if _uses(text, definition.label)]:
        waiting = [definition for definition in waiting if definition not in hits]
        found.extend(hits)
        text = "\n".join(definition.text.reveal() for definition in hits)
    return found, waiting


def _uses(text: str, label: str) -> bool:
    return f"[{label}]".lower() in text.lower()


def _items(folder: MeetingFolder, agenda: Decision) -> dict[str | None, Decision]:
    if folder.agenda is None:
        return {None: OPEN}
    return {line.key: on_item(line.item, line.section, agenda) for line in folder.agenda_items()}


def _notes_stand_in(agenda: Decision) -> Decision:
    """Keep notes back while their agenda is not out. A restricted agenda is left to the minutes of its items."""
    return agenda if agenda.absent else OPEN


def _minutes(folder: MeetingFolder, agenda: Decision) -> Iterator[Decision]:
    """Decide on the minutes. That an agenda was withdrawn later does not close the minutes of its open items."""
    if folder.minutes is None:
        return
    items = _items(folder, OPEN)
    forms = folder.minutes.form.marks()
    for minute in folder.minutes.minutes:
        form = forms.get(minute.number)
        yield on_minute(form, agenda if agenda.restricted else _answered(minute, form, items))


def _answered(minute: SealedMinute, form: MinuteForm | None, items: Mapping[str | None, Decision]) -> Decision:
    """Find the decision on the item that a minute answers; one that the agenda does not have is no open item."""
    if minute.item is None:
        return UNKNOWN if may_answer_a_restricted_item(minute, form, items) else OPEN
    return OPEN if None in items else items.get(minute.item, UNKNOWN)


def may_answer_a_restricted_item(minute: SealedMinute, form: MinuteForm | None, items: Mapping[str | None, Decision]) -> bool:
    """Say whether a minute names no item and no access, on a meeting that had restricted items: its line may be forgotten."""
    stated = form is not None and form.access is not None
    only_a_heading = minute.number is None and not minute.blocks
    return minute.item is None and not stated and not only_a_heading and any(not item.public for item in items.values())


def _inside(
    access: Access | None, exemption: ExemptionForm | None, owner: Decision, hints: Iterable[object | None]
) -> Decision:
    """Decide on a thing by its own mark and by what it stands in."""
    own = access or Access.PUBLIC
    hinted = any(hints)
    if owner is OPEN and own is Access.PUBLIC and exemption is None and not hinted:
        return OPEN  # as what follows would come out, for nearly everything in a record
    unmarked = own is Access.PUBLIC and owner.marked is Access.PUBLIC and hinted
    if unmarked:
        own = Access.RESTRICTED
    return Decision(
        _strictest(own, owner.access),
        exemption or owner.exemption,
        conflict=access is Access.PUBLIC is not owner.marked,
        unmarked=unmarked,
        marked=_strictest(own, owner.marked),
        closed=owner.closed or hinted or not {own, owner.access} <= _MEANT_FOR_EVERYBODY,
    )


def _hints(form: SectionForm | ItemForm | MinuteForm) -> tuple[object | None, ...]:
    """List what only restricted things have: whoever wrote one of these meant a restriction."""
    told = (form.public_answers, form.public_subjects) if isinstance(form, ItemForm) else ()
    return form.exemption, form.public_title, form.public_summary, *told


def _strictest(one: Access, other: Access) -> Access:
    return one if one.strictness >= other.strictness else other


def _by_date(form: DocumentForm, today: date) -> Access:
    if form.publish_from and today < form.publish_from:
        return Access.DRAFT
    if form.publish_until and today > form.publish_until:
        return Access.WITHDRAWN
    return Access.PUBLIC


def _each_once(things: Iterable[Hashable]) -> bool:
    seen = list(things)
    return len(set(seen)) == len(seen)
