"""Checks that every restriction states its ground."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from functools import partial
from typing import TypeAlias

from public_record.checks.context import Context, error
from public_record.checks.marks import Marked
from public_record.model.findings import Finding, Place, Severity
from public_record.model.forms import DocumentForm, ExemptionForm
from public_record.model.private import Document, MeetingFolder, SealedPassage
from public_record.model.rules import Rule
from public_record.model.vocabulary import Access, Basis


def restrictions_state_their_ground(context: Context) -> Iterator[Finding]:
    """Every restriction names its ground; a new one its balance and its review."""
    for meeting, marks in context.marked():
        severity = context.by_age(meeting.date)
        for where, exemption in _restrictions(meeting, marks):
            for slip in _ground(where, exemption, severity):
                if slip.severity is Severity.ERROR or not context.is_unseen(meeting, slip.place.path):
                    yield slip
        if severity is Severity.ERROR:
            yield from _passages(meeting)
    for agreement in context.record.agreements:
        if agreement.form.access is Access.RESTRICTED:
            yield from _ground(partial(agreement.place, "access"), agreement.form.exemption, Severity.WARNING)


_Where: TypeAlias = Callable[[], Place]
"""Asked for only when something is wrong: most grounds are in order, and to find a place takes reading the file again."""


def _restrictions(meeting: MeetingFolder, marks: Iterable[Marked]) -> Iterator[tuple[_Where, ExemptionForm | None]]:
    """Yield every mark of restriction with the ground that it states or takes from what it stands in."""
    # Where a file could not be read, it may be the agenda, whose ground papers take: its own finding is enough.
    if meeting.agenda is None and not meeting.whole:
        return
    for mark in marks:
        if mark.access is Access.RESTRICTED:
            # What takes its ground from what it stands in is told of there.
            if mark.exemption is not None or not mark.decision.grounded:
                yield mark.where, mark.exemption
        elif mark.exemption is not None:
            yield mark.where, mark.exemption
    for document in meeting.paper_documents():
        for index, form in enumerate(document.form.attachments):
            if form.access is Access.RESTRICTED:
                yield partial(document.place, "attachments", index), form.exemption or document.form.exemption


def _ground(where: _Where, exemption: ExemptionForm | None, severity: Severity) -> Iterator[Finding]:
    if exemption is None or exemption.basis is Basis.NOT_STATED:
        if exemption is None or severity is Severity.ERROR:
            yield _without_ground(where(), severity)
    elif severity is Severity.ERROR and (exemption.balance is None or exemption.review is None):
        message = "the balance of the public interest, or the date of review, is missing."
        yield error(where(), Rule.EXEMPTION, message, "Add `balance` and `review`.")
    if exemption and (exemption.basis is Basis.SCHEDULE_12A) != bool(exemption.paragraphs):
        yield error(
            where(),
            Rule.EXEMPTION,
            "basis and paragraphs do not fit together.",
            "Paragraphs 1 to 7 go with `schedule-12a`, and are needed there; no other basis has any.",
        )


def _without_ground(place: Place, severity: Severity) -> Finding:
    cure = "Add `exemption` with its basis and paragraphs."
    return Finding(place, Rule.EXEMPTION, "this is restricted and does not say on what ground.", cure, severity)


def _passages(meeting: MeetingFolder) -> Iterator[Finding]:
    """Refuse bare marks of passages on a new meeting, in open documents."""
    for document in meeting.documents():
        if document.form.access is Access.PUBLIC:
            for passage in _passages_of(document):
                if passage.exemption.basis is Basis.NOT_STATED:
                    yield _without_ground(document.at(passage.line), Severity.ERROR)


def _passages_of(document: Document[DocumentForm]) -> Iterator[SealedPassage]:
    for blocks in (document.blocks, *(minute.blocks for minute in document.minutes)):
        yield from (block for block in blocks if isinstance(block, SealedPassage))
