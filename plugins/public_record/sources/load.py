"""From the folder `content/` to the private record and all findings about how it is written."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TypeAlias, TypeVar, cast

from public_record.model.agreement_forms import AgreementForm
from public_record.model.findings import Finding, Place
from public_record.model.forms import AgendaForm, AppendixForm, DocumentForm, NotesForm, OfficerPaperForm
from public_record.model.private import Document, KeyPath, MeetingFolder, PrivateRecord, SealedFile
from public_record.model.rules import Rule
from public_record.sources import files
from public_record.sources.document import read_document

_Form = TypeVar("_Form", bound=DocumentForm)

Read: TypeAlias = Callable[[Path, str], tuple[Document[DocumentForm] | None, list[Finding]]]
"""Reads the file at a path, which findings show under a name."""


@dataclass(frozen=True, slots=True, weakref_slot=True)
class Reading:
    """What was read, and what is wrong with it. A document with an error in its form is not in the record."""

    record: PrivateRecord
    findings: list[Finding]

    def parts(self) -> Iterator[object]:
        """Yield all that tells it from another reading."""
        yield tuple(self.findings)
        for meeting in self.record.meetings:
            yield meeting.path, meeting.body, meeting.date, meeting.whole, meeting.files
            yield from meeting.documents()
        yield from self.record.agreements


def load(content: Path, private: Path | None = None, read: Read = read_document) -> Reading:
    """Read the whole of `content/`, with a private tree laid over it if there is one. Every slip becomes a finding."""
    shelves = Shelves.of(content, private, read)
    readings = list(shelves.all())
    return Reading(whole(readings), [*shelves.findings, *(finding for reading in readings for finding in reading.findings)])


def whole(readings: Iterable[Reading]) -> PrivateRecord:
    """Put a record together of what stands on its shelves."""
    records = [reading.record for reading in readings]
    return PrivateRecord(
        tuple(meeting for record in records for meeting in record.meetings),
        tuple(agreement for record in records for agreement in record.agreements),
        all(record.complete for record in records),
    )


@dataclass(frozen=True, slots=True)
class Shelves:
    """A record that is read a shelf at a time: the folder of each meeting, and all versions of the agreement."""

    tree: files.Tree
    folders: tuple[str, ...]
    findings: list[Finding]
    """What is wrong before any file is opened."""
    read_file: Read = read_document

    @classmethod
    def of(cls, content: Path, private: Path | None = None, read: Read = read_document) -> Shelves:
        """Look at what there is in `content/`, with a private tree laid over it if there is one."""
        tree, findings = files.walk(content, private)
        return cls(tree, tuple(sorted(tree.meetings)), [*findings, *files.left_alone(tree)], read)

    def __len__(self) -> int:
        return len(self.folders) + 1

    def all(self) -> Iterator[Reading]:
        """Read every shelf."""
        return map(self.read, range(len(self)))

    def read(self, number: int) -> Reading:
        """Read a shelf. What stands there does not depend on the others."""
        findings: list[Finding] = []
        reader = _Reader(self.tree, findings, self.read_file)
        if number == len(self.folders):
            return Reading(PrivateRecord((), reader.agreements()), findings)
        name = self.folders[number]
        meeting = reader.meeting(name, self.tree.meetings[name])
        meetings = _marked_whole([meeting] if meeting else [], [*self.findings, *findings])
        return Reading(PrivateRecord(meetings, complete=meeting is not None), findings)

    def place(self, path: str, keys: KeyPath) -> Place:
        """Say where a key stands in a document that was read and let go: it is read once more."""
        paths = self.tree.meetings.get(path.split("/")[-2], self.tree.agreement)
        document, _ = read_document(next(one for one in paths if self.tree.shown(one) == path), path)
        return document.place(*keys) if document else Place(path)


class _Reader:
    """Reads the documents of a tree, and collects what is wrong."""

    def __init__(self, tree: files.Tree, findings: list[Finding], read: Read) -> None:
        self._tree = tree
        self._read = read
        self._findings = findings

    def meeting(self, name: str, paths: list[Path]) -> MeetingFolder | None:
        """Read the folder of one meeting; None where it is none."""
        shown = self._tree.shown(paths[0].parent)
        known = files.meeting_of(name)
        if known is None:
            cure = "Name it <date>-<body>, as in 2016-03-16-kcsp."
            self._findings.append(Finding(Place(shown), Rule.FOLDER_NAME, "this folder is not named after a meeting.", cure))
            return None
        day, body = known
        documents = self._documents(paths)
        self._findings.extend(_misplaced(document) for document in documents if isinstance(document.form, AgreementForm))
        return MeetingFolder(
            shown,
            body,
            day,
            agendas=_of_kind(documents, AgendaForm),
            notes=_of_kind(documents, NotesForm),
            papers=_of_kind(documents, OfficerPaperForm),
            appendices=_of_kind(documents, AppendixForm),
            files=tuple(self._files(name)),
        )

    def _files(self, name: str) -> Iterator[SealedFile]:
        for path in self._tree.attachments.get(name, ()):
            file, findings = files.seal(path, self._tree.shown(path))
            self._findings.extend(findings)
            if file:
                yield file

    def agreements(self) -> tuple[Document[AgreementForm], ...]:
        """Read the versions of the agreement."""
        documents = self._documents(self._tree.agreement)
        self._findings.extend(_misplaced(document) for document in documents if not isinstance(document.form, AgreementForm))
        return _of_kind(documents, AgreementForm)

    def _documents(self, paths: list[Path]) -> list[Document[DocumentForm]]:
        found = []
        for path in paths:
            document, findings = self._read(path, self._tree.shown(path))
            self._findings.extend(findings)
            if document:
                found.append(document)
        return found


def _of_kind(documents: list[Document[DocumentForm]], form: type[_Form]) -> tuple[Document[_Form], ...]:
    return tuple(cast("Document[_Form]", document) for document in documents if isinstance(document.form, form))


def _marked_whole(meetings: list[MeetingFolder], findings: list[Finding]) -> tuple[MeetingFolder, ...]:
    """Say of each meeting whether all that stands in its folder could be read, files of an unexpected type included.

    Folders are compared below the names of their trees: a folder of the private tree is laid over the one of its name.
    """
    troubled = {folder for finding in findings for folder in _and_above(finding.place.path)}
    return tuple(replace(meeting, whole=_below(meeting.path) not in troubled) for meeting in meetings)


def _below(path: str) -> str:
    return path.partition("/")[2]


def _and_above(path: str) -> list[str]:
    parts = _below(path).split("/")
    return ["/".join(parts[:end]) for end in range(1, len(parts) + 1)]


def _misplaced(document: Document[DocumentForm]) -> Finding:
    return Finding(
        document.place("kind"),
        Rule.UNEXPECTED_FILE,
        "a document of this kind does not belong in this folder.",
        "The agreement stands in content/agreement/, everything else in the folder of its meeting.",
    )
