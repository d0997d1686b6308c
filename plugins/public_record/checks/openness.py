"""Checks of what is public and what is not: contradictions, titles, tombstones, dates."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from public_record.checks.context import Context, error
from public_record.checks.marks import Marked
from public_record.gate.decide import OPEN, MeetingDecisions, on_document, on_item, on_section
from public_record.model.findings import Finding, Place
from public_record.model.forms import AgendaForm
from public_record.model.private import AgendaLine, Document, MeetingFolder
from public_record.model.rules import Rule
from public_record.model.vocabulary import Access

_CLOSED = re.compile(
    r"(?<!not )(?<!non-)\b(?:exempt|restricted|confidential|private|secret|sensitive|not for publication|part (?:2|two|ii))\b",
    re.IGNORECASE,
)
"""Words by which a printed classification says that a paper is not for everybody; `Unrestricted` is none of them."""

_OF_DOCUMENTS = frozenset({Access.WITHDRAWN, Access.DRAFT})


def marks_do_not_contradict(context: Context) -> Iterator[Finding]:
    """Nothing says that it is public inside something stricter, or has what only a restricted thing has."""
    for _, marks in context.marked():
        for mark in marks:
            yield from _contradictions(mark)
    for agreement in context.record.agreements:
        form = agreement.form
        yield from _contradictions(Marked(agreement, (), form.access, form.exemption, on_document(form, OPEN, context.today)))


def _contradictions(mark: Marked) -> Iterator[Finding]:
    if mark.decision.conflict:
        yield error(
            mark.place,
            Rule.ACCESS_CONFLICT,
            "this says public, and what it stands in is stricter.",
            "Remove `access: public` here; or, if it is open after all, let the item say `access: public` and "
            "`open: {reason: …}`.",
        )
    if mark.decision.unmarked:
        yield error(
            mark.place,
            Rule.ACCESS_CONFLICT,
            "this is not marked as restricted, and has what only a restricted thing has.",
            "Add `access: restricted`, or remove `exemption`, `public_title`, `public_summary` and `open` here.",
        )


def what_is_opened_is_public(context: Context) -> Iterator[Finding]:
    """An item that says why it is open also says that it is public."""
    for _, marks in context.marked():
        for mark in marks:
            if mark.opened and mark.access is not Access.PUBLIC:
                yield error(
                    mark.place,
                    Rule.ACCESS_CONFLICT,
                    "this says why it is open, and not that it is public.",
                    "Add `access: public`, or remove `open`.",
                )


def printed_classifications_agree(context: Context) -> Iterator[Finding]:
    """A paper that is printed as exempt or confidential is not public, unless its item says why it is open."""
    for meeting in context.record.meetings:
        opened = {line.key for line in meeting.agenda_items() if line.item.open}
        for document in meeting.paper_documents():
            form = document.form
            printed = form.classification.reveal() if form.classification else ""
            if form.access is Access.PUBLIC and form.item not in opened and _CLOSED.search(printed):
                yield error(
                    document.place("classification"),
                    Rule.ACCESS_CONFLICT,
                    "this document says that it is public, and is classified as something that is not.",
                    "Write `access: restricted`; or, if it may be published after all, leave `classification` out and say "
                    "what was printed under `editor_notes`.",
                )


def titles_are_public(context: Context) -> Iterator[Finding]:
    """What is published has a title, what is withheld a public one."""
    for meeting, decisions in context.meetings():
        if meeting.agenda:
            yield from _agenda_titles(meeting.agenda, meeting.agenda_items())
        yield from _paper_titles(meeting, decisions)


def _agenda_titles(agenda: Document[AgendaForm], lines: Iterable[AgendaLine]) -> Iterator[Finding]:
    """Ask for the titles that the agenda shows once it is out, whatever its own state is today."""
    for number, section in enumerate(agenda.form.sections):
        if on_section(section, OPEN).public and section.title is None:
            yield _no_title(agenda.place("sections", number), "title")
    for line in lines:
        decision = on_item(line.item, line.section, OPEN)
        if decision.public and line.item.title is None:
            yield _no_title(agenda.place(*line.keys), "title")
        elif decision.restricted and line.item.public_title is None:
            yield _no_title(agenda.place(*line.keys), "public_title")


def _paper_titles(meeting: MeetingFolder, decisions: MeetingDecisions) -> Iterator[Finding]:
    for document in meeting.paper_documents():
        form = document.form
        if form.access is Access.PUBLIC and form.title is None:
            yield _no_title(document.place("kind"), "title")
        item = decisions.items.get(form.item)
        # Under a restricted item a paper has no notice of its own.
        if form.access is Access.RESTRICTED and form.public_title is None and item and item.marked is Access.PUBLIC:
            yield _no_title(document.place("kind"), "public_title")


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
    for _, marks in context.marked():
        for mark in marks:
            if mark.keys and mark.access in _OF_DOCUMENTS:
                yield error(
                    mark.place,
                    Rule.INVALID_VALUE,
                    "only a whole document can be a draft or withdrawn.",
                    "Write `public` or `restricted` here.",
                )


def dates_of_publication_are_in_order(context: Context) -> Iterator[Finding]:
    """Nothing is to be published only after it has expired."""
    for document in context.record.documents():
        form = document.form
        if form.publish_from and form.publish_until and form.publish_until < form.publish_from:
            yield error(
                document.place("publish_until"),
                Rule.INVALID_VALUE,
                "`publish_until` is before `publish_from`.",
                "Correct one of the two.",
            )
