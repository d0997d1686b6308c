"""Releases the text of a document block by block, gives out its anchors, and puts notices in the place of passages."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace

from public_record.gate.decide import parted
from public_record.gate.definitions import used
from public_record.gate.notices import notice
from public_record.gate.withheld import Keeper
from public_record.model.findings import Place
from public_record.model.ids import Anchors, Scope
from public_record.model.outcomes import count_of, kinds_of
from public_record.model.private import (
    SealedAction,
    SealedAmendment,
    SealedBlock,
    SealedDefinition,
    SealedEditorNote,
    SealedHeading,
    SealedLimb,
    SealedOutcome,
    SealedParagraph,
    SealedPassage,
    SealedPostMeetingNote,
    SealedProse,
    SealedRequest,
    SealedTable,
    SealedVote,
)
from public_record.model.record import (
    Action,
    Amendment,
    Block,
    EditorNote,
    Heading,
    Limb,
    Paragraph,
    PostMeetingNote,
    Prose,
    Request,
    Resolution,
    Table,
    Vote,
    WithheldPassage,
)
from public_record.model.text import PublicText, Sealed
from public_record.model.vocabulary import MinutePart

_RECOMMENDATIONS = re.compile(r"recommendations?\b", re.IGNORECASE)
_RECOMMENDATION = re.compile(r"Recommendation:\s*")
_EVERY_PART = frozenset(MinutePart)

_NOTES: dict[type[SealedBlock], type[Prose | EditorNote | PostMeetingNote]] = {
    SealedProse: Prose,
    SealedEditorNote: EditorNote,
    SealedPostMeetingNote: PostMeetingNote,
}
_OUTCOMES: dict[type[SealedBlock], str] = {
    SealedOutcome: "resolution",
    SealedRequest: "request",
    SealedAction: "action",
    SealedAmendment: "amendment",
    SealedVote: "vote",
}


class Blocks:
    """Releases the blocks of one page. Anchors are counted over what is released alone."""

    def __init__(self, address: str, keeper: Keeper) -> None:
        self.address = address
        self._keeper = keeper
        self._anchors = Anchors()

    def minute(self, number: int | None) -> str:
        """Give a minute, or a heading of a part of the notes, its anchor."""
        return self._anchors.counted("part") if number is None else self._anchors.numbered("minute", str(number))

    def release(
        self,
        path: str,
        blocks: Iterable[SealedBlock],
        minute: int | None = None,
        parts: frozenset[MinutePart] = _EVERY_PART,
    ) -> tuple[Block, ...]:
        """Release the blocks that belong to open parts. Definitions are released if a released block uses them."""
        releasing = _Releasing(self.address, Scope(self._anchors, minute))
        released: list[Block] = []
        definitions: list[SealedDefinition] = []
        for block, part in parted(blocks):
            if isinstance(block, SealedDefinition):
                definitions.append(block)
            elif isinstance(block, SealedPassage):
                self._keeper.keep(block.blocks, Place(path, block.line))
                if MinutePart.PARAGRAPHS in parts:
                    released.append(WithheldPassage(notice(block.exemption)))
            elif part in parts:
                released.append(releasing.release(block))
                self._keeper.show(released[-1], path)
            else:
                self._keeper.keep(block, Place(path, block.line))
        public, unused = used(definitions, released)
        for definition in unused:
            self._keeper.keep(definition, Place(path, definition.line))
        return (*released, *public)


class _Releasing:
    """Gives the blocks of one document, or of one minute, their anchors and their public form."""

    def __init__(self, address: str, scope: Scope) -> None:
        self._address = address
        self._scope = scope
        self._recommending = 0
        """Level of the heading under which paragraphs are recommendations; 0 where they are not."""

    def release(self, block: SealedBlock) -> Block:
        """Turn a block that may be public into its public form."""
        match block:
            case SealedHeading():
                return self._heading(block)
            case SealedParagraph():
                return self._paragraph(block)
            case SealedTable():
                return Table(
                    self._scope.counted("table"), block.caption.reveal() if block.caption else None, _public(block.text)
                )
            case SealedOutcome() | SealedRequest() | SealedAction() | SealedAmendment() | SealedVote():
                return self._outcome(block)
            case SealedProse() | SealedEditorNote() | SealedPostMeetingNote():
                return _NOTES[type(block)](_public(block.text))
            case SealedPassage() | SealedDefinition():
                raise AssertionError("passages and definitions are released by Blocks")

    def _outcome(self, block: SealedOutcome | SealedRequest | SealedAction | SealedAmendment | SealedVote) -> Block:
        anchor = self._scope.counted(_OUTCOMES[type(block)])
        own = f"{self._address}#{anchor}"
        match block:
            case SealedOutcome():
                return self._resolution(block, own, anchor)
            case SealedRequest():
                return Request(own, anchor, block.due, block.by, _public(block.text))
            case SealedAction():
                return Action(own, anchor, tuple(owner.reveal() for owner in block.owners))
            case SealedAmendment():
                return Amendment(own, anchor, _public(block.text))
            case SealedVote():
                count = count_of(block.text.reveal())
                return Vote(own, anchor, _public(block.text), count.in_favour, count.against, count.abstained)

    def _resolution(self, block: SealedOutcome, own: str, anchor: str) -> Resolution:
        head = block.text.reveal()
        words = " ".join([head, *(limb.text.reveal() for limb in block.limbs)])
        paragraph = self._scope.paragraph(block.number) if block.number else None
        led_in = kinds_of(head)
        limbs = tuple(
            replace(limb, kinds=kinds_of(limb.text.markdown) or led_in)
            for limb in self._limbs(block.limbs, paragraph or anchor)
        )
        return Resolution(own, anchor, block.number, paragraph, PublicText(head), kinds_of(words), limbs)

    def _heading(self, block: SealedHeading) -> Heading:
        title = block.title.reveal()
        if block.level <= self._recommending or not self._recommending:
            self._recommending = block.level if _RECOMMENDATIONS.match(title) else 0
        return Heading(self._scope.heading(block.number, title), block.level, block.number, PublicText(title))

    def _paragraph(self, block: SealedParagraph) -> Paragraph:
        text = block.text.reveal()
        marked = _RECOMMENDATION.match(text)
        anchor = self._scope.paragraph(block.number) if block.number else self._scope.counted("text")
        return Paragraph(
            anchor=anchor,
            number=block.number,
            text=PublicText(text[marked.end() :] if marked else text),
            limbs=self._limbs(block.limbs, anchor),
            recommendation=bool(marked or (self._recommending and (block.number or block.limbs))),
        )

    def _limbs(self, limbs: Iterable[SealedLimb], owner: str) -> tuple[Limb, ...]:
        return tuple(Limb(limb.mark, _public(limb.text), self._scope.limb(owner, limb.mark)) for limb in limbs)


def _public(text: Sealed) -> PublicText:
    return PublicText(text.reveal())
