"""The texts that are read word by word, and what each reader of them is given.

Only what is published is read. Where a slip would be an error, what waits for its day is read, too: a build that goes well
today must not fail on the day on which something comes out.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple, TypeAlias

from public_record.checks.context import Context
from public_record.gate.decide import OPEN, Decision, on_document
from public_record.model.findings import Finding, Place, Severity
from public_record.model.forms import DocumentForm
from public_record.model.private import (
    Document,
    SealedAction,
    SealedBlock,
    SealedDefinition,
    SealedEditorNote,
    SealedHeading,
    SealedMinute,
    SealedOutcome,
    SealedParagraph,
    SealedPassage,
)
from public_record.model.rules import Rule
from public_record.model.vocabulary import Access


class Piece(NamedTuple):
    """Words that stand together: a paragraph, a lettered part of one, a list, a table."""

    document: Document[DocumentForm]
    line: int
    words: str
    severity: Severity
    meeting: date | None

    def finding(self, offset: int, rule: Rule, message: str, cure: str, severity: Severity | None = None) -> Finding:
        """Make a finding about the words at an offset."""
        place = Place(self.document.path, self.line + self.words.count("\n", 0, offset))
        return Finding(place, rule, message, cure, severity or self.severity)


Reader: TypeAlias = Callable[[Piece], Iterator[Finding]]


@dataclass(frozen=True, slots=True)
class Text:
    """The text of a document, or of a minute."""

    document: Document[DocumentForm]
    blocks: Sequence[SealedBlock]
    severity: Severity
    meeting: date | None = None
    """None for the agreement."""

    def whole(self) -> str:
        """Give all of its words at once, to see in one go whether there is anything to look at."""
        return "\n".join(words for block in self.blocks for words in words_of(block))

    def pieces(self) -> Iterator[Piece]:
        """Yield its pieces, without those that an editor's note explains: the reader is told already."""
        following = (*self.blocks[1:], None)
        for block, after in zip(self.blocks, following, strict=False):
            if not isinstance(after, SealedEditorNote):
                for words in words_of(block):
                    yield Piece(self.document, block.line, words, self.severity, self.meeting)


def words_of(block: SealedBlock) -> tuple[str, ...]:
    """Give the words of a block that are the document's own, and certain to be published with it.

    Whether the text of a footnote is, depends on who uses it.
    """
    match block:
        case SealedParagraph() | SealedOutcome():
            if not block.limbs:
                return (block.text.reveal(),)
            return (block.text.reveal(), *(limb.text.reveal() for limb in block.limbs))
        case SealedPassage() | SealedDefinition() | SealedEditorNote():
            return ()
        case SealedHeading():
            return (block.title.reveal(),)
        case SealedAction():
            return tuple(owner.reveal() for owner in block.owners)
        case _:
            return (block.text.reveal(),)


def passages_of(document: Document[DocumentForm]) -> Iterator[tuple[SealedMinute | None, int, SealedPassage]]:
    """Yield every restricted passage of a document, with the minute that it stands in, if any, and its number there."""
    for minute in (None, *document.minutes):
        found = [block for block in (minute or document).blocks if isinstance(block, SealedPassage)]
        for number, passage in enumerate(found, 1):
            yield minute, number, passage


def texts(context: Context) -> Iterator[Text]:
    """Yield every text that is read."""
    for meeting, decisions in context.meetings():
        severity = context.by_age(meeting.date)
        for document in meeting.documents():
            if _is_read(decisions.documents.get(document.path, decisions.agenda), severity):
                yield Text(document, document.blocks, severity, meeting.date)
        if (notes := meeting.minutes) and _is_read(decisions.documents[notes.path], severity):
            for minute, decision in zip(notes.minutes, decisions.minutes, strict=True):
                if decision.public:
                    yield Text(notes, minute.blocks, severity, meeting.date)
    for agreement in context.record.agreements:
        if on_document(agreement.form, OPEN, context.today).public:
            yield Text(agreement, agreement.blocks, Severity.WARNING)


def _is_read(decision: Decision, severity: Severity) -> bool:
    return decision.public or (decision.marked is Access.PUBLIC and severity is Severity.ERROR)
