"""From the folder `content/` to the private record and all findings about how it is written."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar, cast

from public_record.model.findings import Finding, Place
from public_record.model.forms import AgendaForm, AgreementForm, AppendixForm, DocumentForm, NotesForm, OfficerPaperForm
from public_record.model.private import Document, MeetingFolder, PrivateRecord
from public_record.model.rules import Rule
from public_record.sources import characters, files, frontmatter, minutes, prose
from public_record.sources.passages import Slip

_Form = TypeVar("_Form", bound=DocumentForm)


@dataclass(frozen=True, slots=True)
class Reading:
    """What was read, and what is wrong with it. A document with an error in its form is not in the record."""

    record: PrivateRecord
    findings: list[Finding]


def load(content: Path) -> Reading:
    """Read the whole of `content/`. Nothing is raised: every slip becomes a finding."""
    tree, findings = files.walk(content)
    meetings = [_meeting(name, paths, tree, findings) for name, paths in sorted(tree.meetings.items())]
    agreements = [document for path in tree.agreement if (document := _document(path, tree, findings))]
    for document in agreements:
        if not isinstance(document.form, AgreementForm):
            findings.append(_misplaced(document))
    record = PrivateRecord(
        tuple(meeting for meeting in meetings if meeting),
        tuple(cast("Document[AgreementForm]", document) for document in agreements if isinstance(document.form, AgreementForm)),
    )
    return Reading(record, findings)


def _meeting(name: str, paths: list[Path], tree: files.Tree, findings: list[Finding]) -> MeetingFolder | None:
    shown = tree.shown(paths[0].parent)
    known = files.meeting_of(name)
    if known is None:
        findings.append(
            Finding(
                Place(shown),
                Rule.FOLDER_NAME,
                "this folder is not named after a meeting.",
                "Name it <date>-<body>, as in 2016-03-16-kcsp.",
            )
        )
        return None
    day, body = known
    documents = [document for path in paths if (document := _document(path, tree, findings))]
    findings.extend(_misplaced(document) for document in documents if isinstance(document.form, AgreementForm))
    return MeetingFolder(
        shown,
        body,
        day,
        agendas=_of_kind(documents, AgendaForm),
        notes=_of_kind(documents, NotesForm),
        papers=_of_kind(documents, OfficerPaperForm),
        appendices=_of_kind(documents, AppendixForm),
    )


def _of_kind(documents: list[Document[DocumentForm]], form: type[_Form]) -> tuple[Document[_Form], ...]:
    return tuple(cast("Document[_Form]", document) for document in documents if isinstance(document.form, form))


def _document(path: Path, tree: files.Tree, findings: list[Finding]) -> Document[DocumentForm] | None:
    shown = tree.shown(path)
    source, unreadable = files.read(path, shown)
    findings.extend(unreadable)
    if source is None:
        return None
    findings.extend(_finding(shown, slip, column) for column, slip in characters.slips(source))
    parts = frontmatter.split(source)
    if parts is None:
        findings.append(
            Finding(
                Place(shown),
                Rule.FRONT_MATTER,
                "this file does not begin with front matter.",
                "Write `---` as its very first line, the keys, and another line `---`.",
            )
        )
        return None
    form, marks, wrong = frontmatter.read_form(parts.front, shown)
    findings.extend(wrong)
    if form is None:
        return None
    if isinstance(form, NotesForm):
        opening, found, slips = minutes.minutes(parts.text, parts.text_line)
    else:
        opening, slips = prose.blocks(parts.text, parts.text_line)
        found = []
    findings.extend(_finding(shown, slip) for slip in slips)
    return Document(shown, form, marks, tuple(opening), tuple(found))


def _finding(path: str, slip: Slip, column: int = 1) -> Finding:
    return Finding(Place(path, slip.line, column), slip.rule, slip.message, slip.cure)


def _misplaced(document: Document[DocumentForm]) -> Finding:
    return Finding(
        document.place("kind"),
        Rule.UNEXPECTED_FILE,
        "a document of this kind does not belong in this folder.",
        "The agreement stands in content/agreement/, everything else in the folder of its meeting.",
    )
