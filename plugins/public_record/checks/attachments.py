"""Checks of attachments: named once, present, cleared by digest, and not more open than their paper."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterator

from public_record.checks.context import Context, error, warning
from public_record.model.findings import Finding, Place
from public_record.model.forms import AnyPaperForm
from public_record.model.private import Document, MeetingFolder, SealedFile
from public_record.model.rules import Rule
from public_record.model.vocabulary import Access

_OPEN_OR_GONE = frozenset({Access.PUBLIC, Access.WITHDRAWN})


def are_the_files_that_were_cleared(context: Context) -> Iterator[Finding]:
    """A public attachment is there, and is to the byte what somebody cleared. What is withheld may lie in a private tree."""
    for meeting in context.record.meetings:
        files = {file.name: file for file in meeting.files}
        alike = {file.name.casefold() for file in meeting.files}
        for document in meeting.paper_documents():
            yield from _of_document(document, files, alike)


def _of_document(document: Document[AnyPaperForm], files: dict[str, SealedFile], alike: Collection[str]) -> Iterator[Finding]:
    for index, form in enumerate(document.form.attachments):
        file = files.get(form.file)
        if form.access is not Access.PUBLIC:
            continue
        if file is None:
            place = document.place("attachments", index, "file")
            cure = "Add the file, or correct its name."
            if form.file.casefold() in alike:
                cure = "Write its name with the capital and small letters that it has."
            yield error(place, Rule.ATTACHMENT, "there is no such file beside this paper.", cure)
        elif form.sha256 != file.digest:
            message = "the file is not the one that was cleared." if form.sha256 else "nobody has cleared this file."
            place = document.place("attachments", index, "file")
            cure = f"Look at the whole file. If all of it may be public, write `sha256: {file.digest}`."
            yield error(place, Rule.ATTACHMENT, message, cure)


def can_be_sought(context: Context) -> Iterator[Finding]:
    """The words of restricted attachments can be read, so that the finished site can be searched for them.

    Only `check` asks: what is withheld gives rise to no warning in the log of a build.
    """
    for meeting, decisions in context.meetings():
        files = {file.name: file for file in meeting.files}
        for document in meeting.paper_documents() if files else ():
            decision = decisions.documents[document.path]
            if decision.closed and not decision.withdrawn:
                for index, form in enumerate(document.form.attachments):
                    if (file := files.get(form.file)) and file.words() is None:
                        yield warning(
                            document.place("attachments", index, "file"),
                            Rule.ATTACHMENT,
                            "the words of this file cannot be read, and are not sought in the finished site.",
                            "Attach it with its text and without a password; or know that whoever repeats it is not stopped.",
                        )


def have_titles(context: Context) -> Iterator[Finding]:
    """A public attachment has a title, a withheld one a public title."""
    for meeting in context.record.meetings:
        for document in meeting.paper_documents():
            for index, form in enumerate(document.form.attachments):
                key = "title" if form.access is Access.PUBLIC else "public_title"
                if getattr(form, key) is None:
                    yield error(document.place("attachments", index), Rule.TITLE, f'"{key}" is missing.', f"Add `{key}`.")


def are_named_once(context: Context) -> Iterator[Finding]:
    """Every file beside the papers is named by one of them."""
    for meeting in context.record.meetings:
        # Where a file could not be read, it may be the paper that names the others.
        if not meeting.whole:
            continue
        named = Counter(form.file for document in meeting.paper_documents() for form in document.form.attachments)
        for file in _strangers(meeting, named):
            message = "no paper names this file." if not named[file.name] else "more than one paper names this file."
            yield error(Place(file.path), Rule.ATTACHMENT, message, "Name it under `attachments` of its paper, or remove it.")


def _strangers(meeting: MeetingFolder, named: Counter[str]) -> Iterator[SealedFile]:
    """Yield the files that are not named once; one that is named with other capitals is told of where it is named."""
    alike = {name.casefold() for name in named}
    return (file for file in meeting.files if named[file.name] > 1 or file.name.casefold() not in alike)


def are_not_more_open_than_their_paper(context: Context) -> Iterator[Finding]:
    """A public attachment of a paper that is not public is a contradiction."""
    for meeting, decisions in context.meetings():
        for document in meeting.paper_documents():
            # With a withdrawn paper its attachments go, and have no tombstone of their own: their marks may stay.
            if decisions.documents[document.path].marked in _OPEN_OR_GONE:
                continue
            for index, form in enumerate(document.form.attachments):
                if form.access is Access.PUBLIC:
                    yield error(
                        document.place("attachments", index, "access"),
                        Rule.ACCESS_CONFLICT,
                        "this says public, and what it stands in is stricter.",
                        "Write `access: restricted` here.",
                    )
