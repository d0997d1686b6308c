"""Checks of what a document says of its own dates."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from public_record.checks.context import Context, error
from public_record.model.findings import Finding
from public_record.model.forms import AgendaForm, AnyPaperForm, DocumentForm, NotesForm
from public_record.model.private import Document
from public_record.model.rules import Rule


def changes_are_in_order(context: Context) -> Iterator[Finding]:
    """Changes stand in order of their days, none before the publication and none after today."""
    for document in context.record.documents():
        yield from _out_of_order(document, context.today)


def meetings_are_moved_from_another_day(context: Context) -> Iterator[Finding]:
    """A meeting that was moved was first announced for another day than its own."""
    for meeting in context.record.meetings:
        for agenda in meeting.agendas:
            if agenda.form.moved and agenda.form.moved.from_ == agenda.form.date:
                message = "the meeting is moved from the day on which it is held."
                yield error(
                    agenda.place("moved", "from"),
                    Rule.CHANGE_DATE,
                    message,
                    "Write the day for which it had been announced before, or leave `moved` out.",
                )


def notes_follow_their_meeting(context: Context) -> Iterator[Finding]:
    """Notes are not published before the meeting took place."""
    for meeting in context.record.meetings:
        for notes in meeting.notes:
            if notes.form.published and notes.form.published < meeting.date:
                message = "the notes are said to be published before the meeting."
                yield error(notes.place("published"), Rule.CHANGE_DATE, message, "Write the day on which they were published.")


def _out_of_order(document: Document[DocumentForm], today: date) -> Iterator[Finding]:
    earliest = _published(document.form)
    for number, change in enumerate(document.form.changes):
        place = document.place("changes", number, "date")
        if change.date > today:
            yield error(place, Rule.CHANGE_DATE, "this change is in the future.", "Write the day on which it was made.")
        elif earliest and change.date < earliest:
            message = "this change is earlier than the publication, or than the change before it."
            cure = "Put the changes in order, and leave out those before the publication."
            yield error(place, Rule.CHANGE_DATE, message, cure)
        else:
            earliest = change.date


def _published(form: DocumentForm) -> date | None:
    if isinstance(form, AgendaForm | AnyPaperForm | NotesForm):
        return form.published or form.publish_from
    return form.publish_from
