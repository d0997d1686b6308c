"""Checks of what is public and what is not: contradictions, grounds, titles, tombstones."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import TypeAlias

from public_record.checks.context import Context, error
from public_record.gate.decide import OPEN, Decision, on_agenda, on_document, on_item, on_minute, on_section
from public_record.model.findings import Finding, Place, Severity
from public_record.model.forms import DocumentForm, ExemptionForm
from public_record.model.private import Document, MeetingFolder, PrivateRecord, SealedBlock, SealedPassage
from public_record.model.rules import Rule
from public_record.model.vocabulary import Access, Basis

Restriction: TypeAlias = tuple[Place, ExemptionForm | None]


def marks_do_not_contradict(context: Context) -> Iterator[Finding]:
    """Nothing says that it is public inside something stricter."""
    for meeting in context.record.meetings:
        for place, decision in _decisions(meeting, context.today):
            if decision.conflict:
                yield error(
                    place,
                    Rule.ACCESS_CONFLICT,
                    "this says public, and what it stands in is stricter.",
                    "Remove `access: public` here; or, if it is open after all, let the item say `access: public` and `open: {reason: …}`.",
                )


def restrictions_state_their_ground(context: Context) -> Iterator[Finding]:
    """Every restriction names its ground; a new one its balance and its review."""
    for meeting in context.record.meetings:
        severity = context.by_age(meeting.date)
        for place, exemption in _restrictions(meeting):
            yield from _ground(place, exemption, severity)
    for agreement in context.record.agreements:
        if agreement.form.access is Access.RESTRICTED:
            yield from _ground(agreement.place("access"), agreement.form.exemption, Severity.WARNING)


def _ground(place: Place, exemption: ExemptionForm | None, severity: Severity) -> Iterator[Finding]:
    if exemption is None or exemption.basis is Basis.NOT_STATED:
        if exemption is None or severity is Severity.ERROR:
            cure = "Add `exemption` with its basis and paragraphs."
            yield Finding(place, Rule.EXEMPTION, "this is restricted and does not say on what ground.", cure, severity)
        return
    if (exemption.basis is Basis.SCHEDULE_12A) != bool(exemption.paragraphs):
        yield error(
            place,
            Rule.EXEMPTION,
            "basis and paragraphs do not fit together.",
            "Paragraphs 1 to 7 go with `schedule-12a`, and are needed there; `confidential` has none.",
        )
    if severity is Severity.ERROR and (exemption.balance is None or exemption.review is None):
        yield error(
            place,
            Rule.EXEMPTION,
            "the balance of the public interest, or the date of review, is missing.",
            "Add `balance` and `review`.",
        )


def _restrictions(meeting: MeetingFolder) -> Iterator[Restriction]:
    """Yield every mark of restriction with the ground that it states or takes from what it stands in."""
    agenda = meeting.agenda
    if agenda:
        for number, section in enumerate(agenda.form.sections):
            if section.access is Access.RESTRICTED:
                yield agenda.place("sections", number), section.exemption
        for line in meeting.agenda_items():
            if line.item.access is Access.RESTRICTED:
                yield agenda.place(*line.keys), line.item.exemption or line.section.exemption
    grounds = {line.key: line.item.exemption or line.section.exemption for line in meeting.agenda_items()}
    for document in meeting.documents():
        if document.form.access is Access.RESTRICTED:
            yield (
                document.place("access"),
                document.form.exemption or grounds.get(getattr(document.form, "item", None) or ""),
            )
    for notes in meeting.notes:
        items = {minute.number: minute.item or "" for minute in notes.minutes}
        for index, form in enumerate(notes.form.minutes):
            if form.access is Access.RESTRICTED:
                yield notes.place("minutes", index), form.exemption or grounds.get(items.get(form.number, ""))
    for document in meeting.documents():
        if document.form.access is Access.PUBLIC:
            yield from _passages(document)


def _passages(document: Document[DocumentForm]) -> Iterator[Restriction]:
    blocks: list[SealedBlock] = [*document.blocks, *(block for minute in document.minutes for block in minute.blocks)]
    for block in blocks:
        if isinstance(block, SealedPassage) and block.exemption.basis is Basis.NOT_STATED:
            yield document.at(block.line), block.exemption


def titles_are_public(context: Context) -> Iterator[Finding]:
    """What is published has a title, what is withheld a public one."""
    for meeting in context.record.meetings:
        agenda = meeting.agenda
        if agenda:
            for number, section in enumerate(agenda.form.sections):
                if section.access in {None, Access.PUBLIC} and section.title is None:
                    yield _no_title(agenda.place("sections", number), "title")
            for line in meeting.agenda_items():
                public = on_item(line.item, line.section, OPEN).public
                if (line.item.title if public else line.item.public_title) is None:
                    yield _no_title(agenda.place(*line.keys), "title" if public else "public_title")
        for document in meeting.paper_documents():
            if document.form.access is Access.PUBLIC and document.form.title is None:
                yield _no_title(document.place("kind"), "title")
            if (
                document.form.access is Access.RESTRICTED
                and document.form.public_title is None
                and _is_shown(meeting, document.form.item)
            ):
                yield _no_title(document.place("kind"), "public_title")


def _is_shown(meeting: MeetingFolder, item: str | None) -> bool:
    """Say whether a restricted paper has a notice of its own; under a restricted item it has none."""
    return all(on_item(line.item, line.section, OPEN).public for line in meeting.agenda_items() if line.key == item)


def _no_title(place: Place, key: str) -> Finding:
    return error(place, Rule.TITLE, f'"{key}" is missing.', f"Add `{key}`.")


def withdrawals_are_explained(context: Context) -> Iterator[Finding]:
    """A withdrawn document says when and why; only documents can be withdrawn or drafts."""
    for document in context.record.documents():
        if (document.form.access is Access.WITHDRAWN) != (document.form.withdrawn is not None):
            yield error(
                document.place("access"),
                Rule.WITHDRAWN,
                "`access: withdrawn` and `withdrawn: {date: …, reason: …}` go together.",
                "Add the one that is missing, or remove the other.",
            )
    yield from _marks_of_parts(context.record)


def _marks_of_parts(record: PrivateRecord) -> Iterator[Finding]:
    for meeting in record.meetings:
        marks: list[tuple[Place, Access | None]] = []
        if meeting.agenda:
            marks += [
                (meeting.agenda.place("sections", number), section.access)
                for number, section in enumerate(meeting.agenda.form.sections)
            ]
            marks += [(meeting.agenda.place(*line.keys), line.item.access) for line in meeting.agenda_items()]
        for notes in meeting.notes:
            marks += [(notes.place("minutes", index), form.access) for index, form in enumerate(notes.form.minutes)]
        for place, access in marks:
            if access in {Access.WITHDRAWN, Access.DRAFT}:
                yield error(
                    place,
                    Rule.INVALID_VALUE,
                    "only a whole document can be a draft or withdrawn.",
                    "Write `public` or `restricted` here.",
                )


def _decisions(meeting: MeetingFolder, today: date) -> Iterator[tuple[Place, Decision]]:
    """Yield the decision on every part of a meeting that has a mark of its own."""
    agenda = meeting.agenda
    whole = on_agenda(agenda.form, today) if agenda else OPEN
    items: dict[str | None, Decision] = {}
    minuted: dict[str, Decision] = {}
    if agenda:
        for number, section in enumerate(agenda.form.sections):
            yield agenda.place("sections", number, "access"), on_section(section, whole)
        for line in meeting.agenda_items():
            items[line.key] = on_item(line.item, line.section, whole)
            minuted[line.key] = on_item(line.item, line.section, OPEN)
            yield agenda.place(*line.keys, "access"), items[line.key]
    papers: dict[tuple[str | None, int], Decision] = {}
    for paper in meeting.papers:
        decision = on_document(paper.form, items.get(paper.form.item, OPEN), today)
        papers[paper.form.item, paper.form.paper] = decision
        yield paper.place("access"), decision
    for appendix in meeting.appendices:
        owner = papers.get((appendix.form.item, appendix.form.paper), OPEN)
        yield appendix.place("access"), on_document(appendix.form, owner, today)
    for notes in meeting.notes:
        answered = {minute.number: minute.item for minute in notes.minutes}
        for index, form in enumerate(notes.form.minutes):
            item = minuted.get(answered.get(form.number) or "", OPEN)
            yield notes.place("minutes", index, "access"), on_minute(form, item)
