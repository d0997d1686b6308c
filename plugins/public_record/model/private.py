"""The record as read from `content/`: private, with the place of everything in its file.

These types never leave the function that builds the public record (`gate.release`).
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Generic, TypeAlias, TypeVar

from public_record.model.agreement_forms import AgreementForm
from public_record.model.findings import Place
from public_record.model.forms import (
    AgendaForm,
    AnyPaperForm,
    AppendixForm,
    DocumentForm,
    ExemptionForm,
    ItemForm,
    NotesForm,
    OfficerPaperForm,
    SectionForm,
)
from public_record.model.text import Sealed
from public_record.model.vocabulary import Due

KeyPath: TypeAlias = tuple[str | int, ...]
"""The way to a value in front matter: `("sections", 0, "items", 2, "ref")`."""

AnyForm_co = TypeVar("AnyForm_co", bound=DocumentForm, covariant=True)


@dataclass(frozen=True, slots=True)
class SealedHeading:
    """A heading inside a document. `number` is the number printed before it."""

    line: int
    level: int
    number: str | None
    title: Sealed


@dataclass(frozen=True, slots=True)
class SealedLimb:
    """A lettered part of a paragraph, with the mark as printed."""

    mark: str
    text: Sealed


@dataclass(frozen=True, slots=True)
class SealedParagraph:
    """A paragraph, numbered or not, with its lettered parts."""

    line: int
    number: str | None
    text: Sealed
    limbs: tuple[SealedLimb, ...] = ()


@dataclass(frozen=True, slots=True)
class SealedProse:
    """Markdown that is not cited by a number: lists, quotations, footnotes' texts, code."""

    line: int
    text: Sealed


@dataclass(frozen=True, slots=True)
class SealedTable:
    """A table with its name."""

    line: int
    caption: Sealed | None
    text: Sealed


@dataclass(frozen=True, slots=True)
class SealedEditorNote:
    """A note of ours, not of the document's author."""

    line: int
    text: Sealed


@dataclass(frozen=True, slots=True)
class SealedDefinition:
    """A footnote's or link's definition: public only if something public uses it."""

    line: int
    label: str
    text: Sealed


@dataclass(frozen=True, slots=True)
class SealedPassage:
    """A marked passage: withheld whole."""

    line: int
    exemption: ExemptionForm
    blocks: tuple[SealedBlock, ...]


@dataclass(frozen=True, slots=True)
class SealedOutcome:
    """A paragraph in which the meeting resolves something."""

    line: int
    number: str | None
    text: Sealed
    limbs: tuple[SealedLimb, ...] = ()


@dataclass(frozen=True, slots=True)
class SealedRequest:
    """A report or an update that the meeting asked for."""

    line: int
    due: Due
    by: date | None
    text: Sealed


@dataclass(frozen=True, slots=True)
class SealedAction:
    """An action with its owners."""

    line: int
    owners: tuple[Sealed, ...]


@dataclass(frozen=True, slots=True)
class SealedPostMeetingNote:
    """What the notes add about the time after the meeting."""

    line: int
    text: Sealed


@dataclass(frozen=True, slots=True)
class SealedAmendment:
    """A change that was moved at the meeting."""

    line: int
    text: Sealed


@dataclass(frozen=True, slots=True)
class SealedVote:
    """A recorded vote."""

    line: int
    text: Sealed


SealedBlock: TypeAlias = (
    SealedHeading
    | SealedParagraph
    | SealedProse
    | SealedTable
    | SealedEditorNote
    | SealedDefinition
    | SealedPassage
    | SealedOutcome
    | SealedRequest
    | SealedAction
    | SealedPostMeetingNote
    | SealedAmendment
    | SealedVote
)


@dataclass(frozen=True, slots=True)
class SealedMinute:
    """One numbered minute. A part heading of the notes is a minute without number."""

    line: int
    number: int | None
    title: Sealed
    item: str | None
    blocks: tuple[SealedBlock, ...]


@dataclass(frozen=True, slots=True, weakref_slot=True)
class Document(Generic[AnyForm_co]):
    """A file that was read: its form, where each key stands, and its text."""

    path: str
    form: AnyForm_co
    marks: Mapping[KeyPath, tuple[int, int]]
    """Line and column of each value in the front matter."""
    blocks: tuple[SealedBlock, ...] = ()
    minutes: tuple[SealedMinute, ...] = ()
    """For notes only; `blocks` is then what stands before the first minute."""
    sound: bool = True
    """Whether the file was read without a slip. Where it was not, a mark may have been missed: the gate keeps it back."""
    linked: bool = False
    """Whether a link to the record by an id may be in it."""

    def place(self, *keys: str | int) -> Place:
        """Say where a key stands; where it is missing, where the nearest key above it does."""
        while keys not in self.marks and keys:
            keys = keys[:-1]
        return Place(self.path, *self.marks.get(keys, ()))

    def at(self, line: int) -> Place:
        """Say where a line of the text stands."""
        return Place(self.path, line)


Rows: TypeAlias = Sequence[Sequence[str]]
"""Words of several texts."""


@dataclass(frozen=True, slots=True)
class SealedFile:
    """A file beside the papers of a meeting: its bytes are as private as sealed text."""

    path: str
    """As findings show it."""
    digest: str
    """SHA-256 of its bytes, in hexadecimal."""
    read: Callable[[], bytes] = field(repr=False)
    read_words: Callable[[str, bytes], Rows | None] = field(repr=False)
    """Reads the words of a file by its suffix."""

    @property
    def name(self) -> str:
        """Its name in the folder."""
        return self.path.rpartition("/")[2]

    @property
    def suffix(self) -> str:
        """The end of its name, with the full stop, in small letters."""
        return f".{self.name.rpartition('.')[2].lower()}"

    def words(self) -> Rows | None:
        """Give the words that a reader sees in it, text by text; None where they cannot be read."""
        return self.read_words(self.suffix, self.read())

    def reveal(self) -> bytes:
        """Return the bytes, for cleaning them in the gate."""
        return self.read()


@dataclass(frozen=True, slots=True, weakref_slot=True)
class MeetingFolder:
    """The folder of one meeting."""

    path: str
    body: str
    date: date
    agendas: tuple[Document[AgendaForm], ...] = ()
    notes: tuple[Document[NotesForm], ...] = ()
    papers: tuple[Document[OfficerPaperForm], ...] = ()
    appendices: tuple[Document[AppendixForm], ...] = ()
    files: tuple[SealedFile, ...] = ()
    """Files that are no documents, and are published only as attachments of a paper that names them."""
    whole: bool = True
    """Whether every file of the folder was read without a slip.

    What could not be read may be the agenda that restricts a paper, so the gate keeps back all of a folder that is not whole.
    """

    @property
    def agenda(self) -> Document[AgendaForm] | None:
        """The agenda, if one is held; that there is one at most is checked."""
        return next(iter(self.agendas), None)

    @property
    def minutes(self) -> Document[NotesForm] | None:
        """The notes, if they are held."""
        return next(iter(self.notes), None)

    def documents(self) -> Iterator[Document[DocumentForm]]:
        """Yield every document of the folder."""
        yield from self.agendas
        yield from self.notes
        yield from self.paper_documents()

    def paper_documents(self) -> Iterator[Document[AnyPaperForm]]:
        """Yield papers and appendices."""
        yield from self.papers
        yield from self.appendices

    def agenda_items(self) -> Iterator[AgendaLine]:
        """Yield every item of the agenda with its section."""
        if agenda := self.agenda:
            for number, section in enumerate(agenda.form.sections):
                for index, item in enumerate(section.items):
                    yield AgendaLine(section, item, ("sections", number, "items", index))


@dataclass(frozen=True, slots=True)
class AgendaLine:
    """An item, the section it stands in, and the way to it in the front matter."""

    section: SectionForm
    item: ItemForm
    keys: KeyPath

    @property
    def key(self) -> str:
        """How papers and minutes name the item: `B2`, or `place-2` where no reference was printed."""
        return self.item.ref or f"place-{self.item.place}"


@dataclass(frozen=True, slots=True)
class PrivateRecord:
    """Everything that was read."""

    meetings: tuple[MeetingFolder, ...] = ()
    agreements: tuple[Document[AgreementForm], ...] = ()
    complete: bool = True
    """Whether every folder among those of meetings could be taken for one."""

    def documents(self) -> Iterator[Document[DocumentForm]]:
        """Yield every document of the record."""
        for meeting in self.meetings:
            yield from meeting.documents()
        yield from self.agreements
