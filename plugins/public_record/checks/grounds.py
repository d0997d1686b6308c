"""Checks that every restriction states its ground."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from functools import partial
from typing import NamedTuple, TypeAlias

from public_record.checks.context import Context, error
from public_record.checks.marks import Marked
from public_record.checks.texts import passages_of
from public_record.model.findings import Finding, Place, Severity
from public_record.model.forms import ExemptionForm
from public_record.model.private import MeetingFolder
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
        yield from _passages(meeting, severity)
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


class _Cures(NamedTuple):
    """How a ground is added, and a balance with a review."""

    ground: str
    balance: str


_IN_FRONT_MATTER = _Cures("Add `exemption` with its basis and paragraphs.", "Add `balance` and `review`.")
_AT_A_MARK = _Cures(
    "Write `::: restricted paragraph 3` (1 to 7) or `::: restricted confidential`.",
    "Write `::: balance: …` and `::: review: 2027-01-31` right under the mark, each on a line of its own.",
)


def _ground(
    where: _Where, exemption: ExemptionForm | None, severity: Severity, cures: _Cures = _IN_FRONT_MATTER
) -> Iterator[Finding]:
    if exemption is None or exemption.basis is Basis.NOT_STATED:
        if exemption is None or severity is Severity.ERROR:
            message = "this is restricted and does not say on what ground."
            yield Finding(where(), Rule.EXEMPTION, message, cures.ground, severity)
    elif severity is Severity.ERROR and (exemption.balance is None or exemption.review is None):
        message = "the balance of the public interest, or the date of review, is missing."
        yield error(where(), Rule.EXEMPTION, message, cures.balance)
    if exemption and (exemption.basis is Basis.SCHEDULE_12A) != bool(exemption.paragraphs):
        yield error(
            where(),
            Rule.EXEMPTION,
            "basis and paragraphs do not fit together.",
            "Paragraphs 1 to 7 go with `schedule-12a`, and are needed there; no other basis has any.",
        )


def _passages(meeting: MeetingFolder, severity: Severity) -> Iterator[Finding]:
    """Ask the same of passages in open documents: a new one states its ground, its balance and its review."""
    for document in meeting.documents():
        if document.form.access is Access.PUBLIC:
            for _, _, passage in passages_of(document):
                yield from _ground(partial(document.at, passage.line), passage.exemption, severity, _AT_A_MARK)
