"""Checks of agendas: the right folder, a known body, references, notice."""

from __future__ import annotations

import difflib
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import TypeAlias

from public_record.checks.context import Context, error, warning
from public_record.model.calendar import clear_days
from public_record.model.findings import Finding, Place, Severity
from public_record.model.forms import AgendaForm, NotesForm
from public_record.model.ids import slug
from public_record.model.private import Document, MeetingFolder
from public_record.model.rules import Rule


def belong_to_their_folder(context: Context) -> Iterator[Finding]:
    """Agenda and notes give the date and the body of their folder."""
    bodies = context.settings.bodies
    for meeting in context.record.meetings:
        headed = list(_headed(meeting))
        yield from _elsewhere(headed, "date", lambda form: form.date, meeting.date)
        # Of a folder that names an unknown body that is said, and is enough.
        if meeting.body in bodies:
            yield from _elsewhere(headed, "body", lambda form: form.body, meeting.body)


_Headed: TypeAlias = Document[AgendaForm] | Document[NotesForm]


def _elsewhere(
    headed: Sequence[_Headed], key: str, of: Callable[[AgendaForm | NotesForm], object], folder: object
) -> Iterator[Finding]:
    """Yield where documents and folder differ: once, if all documents say the same, for then it is the folder."""
    differ = [document for document in headed if of(document.form) != folder]
    agreed = len(differ) == len(headed) > 1 and len({of(document.form) for document in differ}) == 1
    for document in differ[:1] if agreed else differ:
        message = f'"{key}" differs from the name of the folder{" in every document of it" if agreed else ""}.'
        cure = "Rename the folder, or correct the documents." if agreed else _MOVE
        yield error(document.place(key), Rule.WRONG_MEETING, message, cure)


_MOVE = "Correct the one or move the file to the folder of its meeting."


def have_known_bodies(context: Context) -> Iterator[Finding]:
    """The body of a meeting is in the settings."""
    for meeting in context.record.meetings:
        if meeting.body not in context.settings.bodies:
            known = ", ".join(context.settings.bodies)
            yield error(
                Place(meeting.path),
                Rule.UNKNOWN_BODY,
                "this folder names a body that is not known.",
                f"Use one of: {known}; or add the body to site_config/record.yml.",
            )


def stand_alone(context: Context) -> Iterator[Finding]:
    """A meeting has one agenda and one set of notes, and a version of the agreement is there once."""
    for meeting in context.record.meetings:
        for documents, name in ((meeting.agendas, "agenda"), (meeting.notes, "notes")):
            for document in documents[1:]:
                yield error(
                    document.place("kind"),
                    Rule.SECOND_DOCUMENT,
                    f"this meeting has its {name} already.",
                    "Keep one of the two files.",
                )
    yield from _versions(context)


def _versions(context: Context) -> Iterator[Finding]:
    """Find a version that is there twice, or differs from another in its signs alone: both would have the same anchors."""
    versions: dict[str, str] = {}
    for agreement in context.record.agreements:
        version = agreement.form.version
        if earlier := versions.get(slug(version)):
            same = earlier == version
            message = "another file has this version of the agreement."
            alike = "another version of the agreement differs from this one in its signs alone, and would have its addresses."
            cure = "Keep one of the two." if same else "Give one of the two another number; `1.0` and `1-0` are one address."
            yield error(agreement.place("version"), Rule.SECOND_DOCUMENT, message if same else alike, cure)
        versions[slug(version)] = version


def number_their_items(context: Context) -> Iterator[Finding]:
    """Each item has a reference or a place, and no two share an address."""
    for meeting in context.record.meetings:
        seen: set[str] = set()
        agenda = meeting.agenda
        for line in meeting.agenda_items():
            if agenda is None:
                break
            if (line.item.ref is None) == (line.item.place is None):
                yield error(
                    agenda.place(*line.keys),
                    Rule.ITEM_REFERENCE,
                    "this item needs either `ref` or `place`.",
                    "Write the reference as printed, or its place.",
                )
            elif slug(line.key) in seen:
                yield error(
                    agenda.place(*line.keys),
                    Rule.ITEM_REFERENCE,
                    "another item of this agenda has this reference.",
                    "Give each item its own reference.",
                )
            seen.add(slug(line.key))


def give_notice(context: Context) -> Iterator[Finding]:
    """The notice is published in time."""
    policy = context.settings.policy
    for meeting in context.record.meetings:
        agenda = meeting.agenda
        if agenda is None:
            continue
        if agenda.form.published is None:
            yield from _no_notice(context, meeting, agenda)
            continue
        if agenda.form.published > meeting.date:
            yield error(
                agenda.place("published"),
                Rule.CLEAR_DAYS,
                "the notice is later than the meeting.",
                "Correct the date of the notice.",
            )
            continue
        severity = context.by_age(meeting.date)
        # Of an old agenda that is not shown the log is silent; of a new one an error stops the build before it is out.
        told = severity is Severity.ERROR or context.decisions[meeting.path].agenda.public
        counted = clear_days(agenda.form.published, meeting.date, policy.closure_days)
        if told and counted.days < policy.clear_days:
            yield Finding(
                agenda.place("published"),
                Rule.CLEAR_DAYS,
                f"the notice gives {counted.stated()}; {policy.clear_days} are asked for.",
                "Publish earlier, move the meeting, or correct the date.",
                severity,
            )


def _no_notice(context: Context, meeting: MeetingFolder, agenda: Document[AgendaForm]) -> Iterator[Finding]:
    """Ask a published agenda of a new meeting when its notice was: without that day no one can count."""
    if meeting.date >= context.settings.policy.strict_from and context.decisions[meeting.path].agenda.public:
        message = "the agenda does not say when its notice was published."
        yield warning(agenda.place("date"), Rule.CLEAR_DAYS, message, "Add `published`.")


def use_known_subjects(context: Context) -> Iterator[Finding]:
    """Subjects are those of the settings."""
    known = context.settings.subjects
    for meeting in context.record.meetings:
        for document, keys, subjects in _subjects(meeting):
            for index, subject in enumerate(subjects):
                if subject not in known:
                    yield error(
                        document.place(*keys, index),
                        Rule.UNKNOWN_SUBJECT,
                        "this subject is not known.",
                        _known_subjects(subject, known),
                    )


def _known_subjects(subject: str, known: Iterable[str]) -> str:
    """Name the subject that may be meant, else all of them."""
    if near := difflib.get_close_matches(subject, known, n=1, cutoff=0.75):
        return f"Did you mean {near[0]}? All subjects stand in site_config/record.yml; a new one is added there."
    return f"Use one of: {', '.join(known)}; or add it to site_config/record.yml."


def _headed(meeting: MeetingFolder) -> Iterator[_Headed]:
    yield from meeting.agendas
    yield from meeting.notes


def _subjects(
    meeting: MeetingFolder,
) -> Iterator[tuple[Document[AgendaForm] | Document[NotesForm], tuple[str | int, ...], list[str]]]:
    if meeting.agenda:
        for line in meeting.agenda_items():
            yield meeting.agenda, (*line.keys, "subjects"), line.item.subjects
            yield meeting.agenda, (*line.keys, "public_subjects"), line.item.public_subjects
    for notes in meeting.notes:
        for number, minute in enumerate(notes.form.minutes):
            yield notes, ("minutes", number, "subjects"), minute.subjects
