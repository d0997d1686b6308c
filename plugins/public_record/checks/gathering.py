"""Gathers what meetings are compared by from the folder of one."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date

from public_record.checks.facts import Announced, Answers, Asked, Corrected, MeetingFacts, Reported, Spot
from public_record.checks.withdrawn import withdrawn_in
from public_record.gate.decide import MeetingDecisions, can_be_decided, open_parts
from public_record.model import ids
from public_record.model.agreement_forms import AgreementForm, ReportedForm, ReportForm
from public_record.model.findings import Place
from public_record.model.forms import AnswerForm, MinuteForm, NotesForm
from public_record.model.ids import Anchors, Scope
from public_record.model.private import (
    Document,
    KeyPath,
    MeetingFolder,
    SealedAction,
    SealedBlock,
    SealedHeading,
    SealedMinute,
    SealedOutcome,
    SealedParagraph,
    SealedRequest,
)
from public_record.model.vocabulary import Due, MinutePart


def facts_of(meeting: MeetingFolder, decisions: MeetingDecisions) -> MeetingFacts:
    """Say what other meetings have to know of this one."""
    agenda, notes = meeting.agenda, meeting.minutes
    lines = [(line, decisions.items[line.key].public) for line in meeting.agenda_items()]
    return MeetingFacts(
        Place(meeting.path),
        can_be_decided(meeting),
        meeting.body,
        meeting.date,
        items=frozenset(line.key for line, _ in lines) if agenda else None,
        has_agenda=has_agenda(meeting, decisions),
        shown=is_shown(meeting, decisions),
        takes_place=agenda is not None and agenda.form.cancelled is None and decisions.agenda.public,
        announced=tuple(_announced(meeting, decisions)),
        puts_up=frozenset(line.item.notes_of for line, public in lines if line.item.notes_of and public),
        notes=Spot(notes.path, ("date",)) if notes and decisions.documents[notes.path].public else None,
        asked=tuple(_asked(meeting, decisions)),
        answers=tuple(_answers(meeting, decisions)),
        answerable=frozenset(_answerable(meeting, decisions)),
        on_subjects=tuple((line.key, frozenset(line.item.subjects)) for line, public in lines if public and line.item.subjects),
        withdrawn=frozenset(withdrawn_in(meeting)),
        corrects=tuple(_corrects(meeting)),
        correctable=dict(_correctable(meeting, decisions)),
    )


def reported_in(document: Document[AgreementForm]) -> Iterator[Reported]:
    """Say from which items a version of the agreement took something."""
    for keys, one in _reported(document.form):
        yield Reported(Spot(document.path, (*keys, "reported", "item")), one.body, one.date, one.item)


def _reported(form: AgreementForm) -> Iterator[tuple[KeyPath, ReportedForm]]:
    alone = (("action_plan", form.action_plan), ("monitoring", form.monitoring))
    listed = (("assessments", form.assessments), ("rankings", form.rankings), ("horizon_scans", form.horizon_scans))
    reports: list[tuple[KeyPath, ReportForm | None]] = [((key,), one) for key, one in alone]
    reports += [((key, index), one) for key, several in listed for index, one in enumerate(several)]
    yield from ((keys, one.reported) for keys, one in reports if one and one.reported)


def has_agenda(meeting: MeetingFolder, decisions: MeetingDecisions) -> bool:
    """Say whether the agenda of a meeting is published, or something stands in its place."""
    return meeting.agenda is not None and not decisions.agenda.absent


def is_shown(meeting: MeetingFolder, decisions: MeetingDecisions) -> bool:
    """Say whether anything of a meeting is published."""
    return has_agenda(meeting, decisions) or any(not decision.absent for decision in decisions.documents.values())


def put_up(meeting: MeetingFolder) -> Mapping[str | None, date]:
    """Say of which meetings the items of this one put notes up for adoption, public or not."""
    return {line.key: line.item.notes_of for line in meeting.agenda_items() if line.item.notes_of}


def marked_minutes(meeting: MeetingFolder) -> Iterator[tuple[Document[NotesForm], int, MinuteForm, SealedMinute]]:
    """Yield the marks of minutes with the minutes that they belong to."""
    for notes in meeting.notes:
        minutes = {minute.number: minute for minute in notes.minutes} if notes.form.minutes else {}
        for index, form in enumerate(notes.form.minutes):
            if minute := minutes.get(form.number):
                yield notes, index, form, minute


def _announced(meeting: MeetingFolder, decisions: MeetingDecisions) -> Iterator[Announced]:
    for line in meeting.agenda_items():
        if meeting.agenda and (announced := line.item.next_meeting):
            spot = Spot(meeting.agenda.path, (*line.keys, "next_meeting"))
            yield Announced(announced.date, spot, decisions.items[line.key].public)


def _asked(meeting: MeetingFolder, decisions: MeetingDecisions) -> Iterator[Asked]:
    notes = meeting.minutes
    if notes is None:
        return
    address = ids.notes_address(ids.meeting_address(meeting.body, meeting.date))
    items = {line.key: line.item for line in meeting.agenda_items()}
    forms = notes.form.marks()
    published = decisions.documents[notes.path].public
    for minute, decision in zip(notes.minutes, decisions.minutes, strict=True):
        form, item = forms.get(minute.number), items.get(minute.item or "")
        subjects = (form.subjects if form else []) or (item.subjects if item else [])
        for number, block in enumerate((one for one in minute.blocks if isinstance(one, SealedRequest)), start=1):
            yield Asked(
                f"{address}#request-{minute.number}-{number}",
                minute.number,
                number,
                notes.at(block.line),
                block.by,
                at_next_meeting=block.due is Due.NEXT_MEETING,
                subjects=frozenset(subjects),
                looked_for=form is not None and number in form.unanswered,
                public=published and decision.public,
                shown=published and (decision.public or MinutePart.OUTCOME in open_parts(form)),
            )


def _answers(meeting: MeetingFolder, decisions: MeetingDecisions) -> Iterator[Answers]:
    """Yield every answer of a meeting. One that is not shown answers nothing in public: it must not silence a warning."""
    if agenda := meeting.agenda:
        for line in meeting.agenda_items():
            item = decisions.items[line.key]
            yield from _given(Spot(agenda.path, (*line.keys, "answers")), line.item.answers, shown=item.public)
            told = item.restricted and decisions.agenda.public
            yield from _given(Spot(agenda.path, (*line.keys, "public_answers")), line.item.public_answers, shown=told)
    for document in meeting.paper_documents():
        shown = decisions.documents[document.path].public
        yield from _given(Spot(document.path, ("answers",)), document.form.answers, shown=shown)
    open_minutes = {minute.number for minute in _open_minutes(meeting, decisions, *MinutePart)}
    for notes in meeting.notes:
        for index, form in enumerate(notes.form.minutes):
            spot = Spot(notes.path, ("minutes", index, "answers"))
            yield from _given(spot, form.answers, shown=form.number in open_minutes)


def _given(spot: Spot, answers: Iterable[AnswerForm], *, shown: bool) -> Iterator[Answers]:
    return (Answers(spot, answer.request, shown) for answer in answers)


def _answerable(meeting: MeetingFolder, decisions: MeetingDecisions) -> Iterator[str]:
    """Yield the addresses of the public requests and actions of a meeting, as the gate gives them out."""
    own = ids.meeting_address(meeting.body, meeting.date)
    for minute in _open_minutes(meeting, decisions, MinutePart.OUTCOME):
        yield from _numbered(ids.notes_address(own), minute.blocks, minute.number)
    papers: dict[tuple[str | None, int], str] = {}
    for paper in meeting.papers:
        item = ids.item_address(own, paper.form.item) if paper.form.item else own
        address = ids.paper_address(item, paper.form.paper, of_item=paper.form.item is not None)
        papers[paper.form.item, paper.form.paper] = address
        if decisions.documents[paper.path].public:
            yield from _numbered(address, paper.blocks, None)
    for appendix in meeting.appendices:
        owner = papers.get((appendix.form.item, appendix.form.paper), own)
        if decisions.documents[appendix.path].public:
            address = ids.appendix_address(owner, appendix.form.appendix, appendix.form.occurrence)
            yield from _numbered(address, appendix.blocks, None)


def _open_minutes(meeting: MeetingFolder, decisions: MeetingDecisions, *parts: MinutePart) -> Iterator[SealedMinute]:
    """Yield the minutes of which these parts are public."""
    notes = meeting.minutes
    if notes is None or not decisions.documents[notes.path].public:
        return
    forms = notes.form.marks()
    for minute, decision in zip(notes.minutes, decisions.minutes, strict=True):
        if decision.public or open_parts(forms.get(minute.number)).issuperset(parts):
            yield minute


_ASKING = frozenset({SealedRequest, SealedAction})


def _numbered(address: str, blocks: Sequence[SealedBlock], minute: int | None) -> Iterator[str]:
    # Most texts ask for nothing, and nothing in them has to be counted.
    if _ASKING.isdisjoint(map(type, blocks)):
        return
    scope = Scope(Anchors(), minute)
    for block in blocks:
        match block:
            case SealedHeading():
                scope.heading(block.number, block.title.reveal())
            case SealedParagraph(number=str(number)) | SealedOutcome(number=str(number)):
                scope.paragraph(number)
            case SealedRequest():
                yield f"{address}#{scope.counted('request')}"
            case SealedAction():
                yield f"{address}#{scope.counted('action')}"
            case _:
                pass


def _corrects(meeting: MeetingFolder) -> Iterator[Corrected]:
    days = put_up(meeting)
    for notes, index, form, minute in marked_minutes(meeting):
        day = days.get(minute.item)
        # A minute that adopts what its item does not put up is a fault of its own meeting.
        if form.adoption and (day or not meeting.agenda):
            for number, correction in enumerate(form.adoption.corrections):
                spot = Spot(notes.path, ("minutes", index, "adoption", "corrections", number))
                yield Corrected(spot, day, correction.minute, correction.paragraph)


def _correctable(meeting: MeetingFolder, decisions: MeetingDecisions) -> Iterator[tuple[int, frozenset[str]]]:
    """Yield the minutes, and the paragraphs of them, that a correction can name."""
    for minute in _open_minutes(meeting, decisions, *MinutePart):
        if minute.number is not None:
            blocks = (block for block in minute.blocks if isinstance(block, SealedParagraph | SealedOutcome))
            yield minute.number, frozenset(block.number for block in blocks if block.number)
