"""What falls due because a restriction holds only "if and so long" as the balance does (Schedule 12A, paragraph 10)."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date
from functools import partial

from public_record.checks.context import Context
from public_record.checks.marks import Marked
from public_record.checks.releases_due import reference_of
from public_record.checks.texts import passages_of
from public_record.gate.decide import OPEN, MeetingDecisions, on_document, shown_parts
from public_record.model.agreement_forms import AgreementForm
from public_record.model.duties import Duty, DutyKind
from public_record.model.forms import AgendaForm, AppendixForm, DocumentForm, NotesForm, OfficerPaperForm
from public_record.model.private import Document, MeetingFolder, SealedMinute
from public_record.model.vocabulary import Access, MinutePart


def reviews(context: Context, until: date = date.max) -> Iterator[Duty]:
    """Yield every restriction that says when it is to be looked at again: up to a day, if only such are wanted."""
    for meeting, marks in context.marked():
        decisions = context.decisions[meeting.path]
        for mark in marks:
            if mark.exemption and mark.exemption.review and mark.exemption.review <= until:
                reference = ", ".join([reference_of(mark.document, meeting), *_part(mark, meeting)])
                shown = _has_a_notice(mark, meeting, decisions)
                yield Duty(mark.exemption.review, DutyKind.REVIEW, reference, mark.place, shown)
        yield from _of_attachments(meeting, decisions)
        for document in meeting.documents():
            shows = partial(_shows, document, meeting, decisions)
            yield from _of_passages(document, reference_of(document, meeting), until, shows)
    for agreement in context.record.agreements:
        exemption = agreement.form.exemption
        if exemption and exemption.review:
            shown = on_document(agreement.form, OPEN, context.today).restricted
            place = agreement.place("access")
            yield Duty(exemption.review, DutyKind.REVIEW, reference_of(agreement), place, shown)
        yield from _of_passages(agreement, reference_of(agreement), until, partial(_is_public, agreement, context.today))


def _of_attachments(meeting: MeetingFolder, decisions: MeetingDecisions) -> Iterator[Duty]:
    for document in meeting.paper_documents():
        for index, form in enumerate(document.form.attachments):
            exemption = form.exemption
            if exemption and exemption.review:
                reference = f"{reference_of(document, meeting)}, attachment {index + 1}"
                shown = decisions.documents[document.path].public and form.access is Access.RESTRICTED
                place = document.place("attachments", index, "exemption", "review")
                yield Duty(exemption.review, DutyKind.REVIEW, reference, place, shown)


def _of_passages(
    document: Document[DocumentForm], reference: str, until: date, shows: Callable[[SealedMinute | None], bool]
) -> Iterator[Duty]:
    for minute, number, passage in passages_of(document):
        review = passage.exemption.review
        if review and review <= until:
            where = [reference, *([] if minute is None else [f"minute {minute.number}"]), f"passage {number}"]
            yield Duty(review, DutyKind.REVIEW, ", ".join(where), document.at(passage.line), shows(minute))


def _is_public(version: Document[AgreementForm], today: date, _: SealedMinute | None) -> bool:
    return on_document(version.form, OPEN, today).public


def _shows(
    document: Document[DocumentForm], meeting: MeetingFolder, decisions: MeetingDecisions, minute: SealedMinute | None
) -> bool:
    """Say whether the text of a document, or the paragraphs of one of its minutes, are shown, with the notices in them."""
    if not decisions.documents.get(document.path, decisions.agenda).public:
        return False
    if minute is None:
        return True
    if (notes := meeting.minutes) is None:
        return False
    decision = decisions.minutes[notes.minutes.index(minute)]
    return MinutePart.PARAGRAPHS in shown_parts(decision, notes.form.marks().get(minute.number))


def _part(mark: Marked, meeting: MeetingFolder) -> Iterator[str]:
    """Name what is marked inside a document."""
    match mark.keys:
        case ("sections", _, "items", _):
            yield next(f"item {line.key}" for line in meeting.agenda_items() if line.keys == mark.keys)
        case ("sections", int(number)) if isinstance(mark.document.form, AgendaForm):
            yield f"section {mark.document.form.sections[number].letter or number + 1}"
        case ("minutes", int(index)) if isinstance(mark.document.form, NotesForm):
            yield f"minute {mark.document.form.minutes[index].number}"


def _has_a_notice(mark: Marked, meeting: MeetingFolder, decisions: MeetingDecisions) -> bool:
    """Say whether a notice shows the restriction, with its date of review."""
    if not mark.decision.restricted:
        return False
    if mark.keys:
        return decisions.documents.get(mark.document.path, decisions.agenda).public
    return _owner_is_public(mark.document, meeting, decisions)


def _owner_is_public(document: Document[DocumentForm], meeting: MeetingFolder, decisions: MeetingDecisions) -> bool:
    """Say whether what a document stands in is published: under a restricted item a paper has no notice of its own."""
    match document.form:
        case OfficerPaperForm(item=item):
            return item in decisions.items and decisions.items[item].public and not (meeting.agenda and decisions.agenda.absent)
        case AppendixForm(item=item, paper=number):
            papers = [paper for paper in meeting.papers if (paper.form.item, paper.form.paper) == (item, number)]
            return any(decisions.documents[paper.path].public for paper in papers)
        case _:
            return True
