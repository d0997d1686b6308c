"""Releases the text of a document block by block, gives out its anchors, and puts notices in the place of passages."""

from __future__ import annotations

import re
from collections.abc import Iterable

from public_record.gate.decide import Decision
from public_record.gate.withheld import Keeper
from public_record.model.findings import Place
from public_record.model.forms import ExemptionForm
from public_record.model.ids import Anchors
from public_record.model.outcomes import kinds_of
from public_record.model.private import (
    SealedAction,
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
)
from public_record.model.record import (
    Action,
    Block,
    Definition,
    EditorNote,
    Heading,
    Limb,
    Paragraph,
    PostMeetingNote,
    Prose,
    Request,
    Resolution,
    Table,
    Withheld,
    WithheldPassage,
)
from public_record.model.settings import Wording
from public_record.model.text import PublicText, Sealed
from public_record.model.vocabulary import MinutePart

_RECOMMENDATIONS = re.compile(r"recommendations?\b", re.IGNORECASE)
_RECOMMENDATION = re.compile(r"Recommendation:\s*")
_EVERY_PART = frozenset(MinutePart)


def notice(decision: Decision, summary: Sealed | None) -> Withheld:
    """Build the notice of something restricted."""
    return _notice(decision.exemption, summary)


def _notice(exemption: ExemptionForm, summary: Sealed | None = None) -> Withheld:
    return Withheld(
        basis=exemption.basis,
        paragraphs=tuple(exemption.paragraphs),
        balance=exemption.balance.reveal() if exemption.balance else None,
        review=exemption.review,
        summary=summary.reveal() if summary else None,
    )


class Blocks:
    """Releases the blocks of one page. Anchors are counted over what is released alone."""

    def __init__(self, address: str, keeper: Keeper, wording: Wording) -> None:
        self.address = address
        self._keeper = keeper
        self._wording = wording
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
        scope = _Scope(self.address, self._anchors, minute)
        released: list[Block] = []
        definitions: list[SealedDefinition] = []
        for block in blocks:
            if isinstance(block, SealedDefinition):
                definitions.append(block)
            elif isinstance(block, SealedPassage):
                self._keeper.keep(block.blocks, Place(path, block.line))
                if MinutePart.PARAGRAPHS in parts:
                    released.append(WithheldPassage(_notice(block.exemption)))
            elif _part(block) in parts:
                released.append(scope.release(block))
            else:
                self._keeper.keep(block, Place(path, block.line))
        return (*released, *self._used(path, definitions, released))

    def _used(self, path: str, definitions: list[SealedDefinition], released: list[Block]) -> list[Block]:
        """Release the definitions that something released uses, and those that these use in turn."""
        used: list[Block] = []
        waiting = definitions
        text = "\n".join(markdown for block in released for markdown in _markdown(block))
        while True:
            hits = [definition for definition in waiting if f"[{definition.label}]".lower() in text.lower()]
            if not hits:
                break
            used.extend(Definition(definition.label, PublicText(definition.text.reveal())) for definition in hits)
            text = "\n".join(definition.text.reveal() for definition in hits)
            waiting = [definition for definition in waiting if definition not in hits]
        for definition in waiting:
            self._keeper.keep(definition, Place(path, definition.line))
        return used


class _Scope:
    """Gives the blocks of one document, or of one minute, their anchors and their public form."""

    def __init__(self, address: str, anchors: Anchors, minute: int | None) -> None:
        self._address = address
        self._anchors = anchors
        self._minute = minute
        self._recommending = 0
        """Level of the heading under which paragraphs are recommendations; 0 where they are not."""

    def release(self, block: SealedBlock) -> Block:
        """Turn a block that may be public into its public form."""
        match block:
            case SealedHeading():
                return self._heading(block)
            case SealedParagraph():
                return self._paragraph(block)
            case SealedProse():
                return Prose(_public(block.text))
            case SealedTable():
                return Table(self._counted("table"), block.caption.reveal() if block.caption else None, _public(block.text))
            case SealedEditorNote():
                return EditorNote(_public(block.text))
            case SealedPostMeetingNote():
                return PostMeetingNote(_public(block.text))
            case SealedOutcome():
                anchor = self._counted("resolution")
                words = " ".join([block.text.reveal(), *(limb.text.reveal() for limb in block.limbs)])
                return Resolution(
                    self._id(anchor), anchor, block.number, _public(block.text), kinds_of(words), _limbs(block.limbs)
                )
            case SealedRequest():
                anchor = self._counted("request")
                return Request(self._id(anchor), anchor, block.due, block.by, _public(block.text))
            case SealedAction():
                anchor = self._counted("action")
                return Action(self._id(anchor), anchor, tuple(owner.reveal() for owner in block.owners))
            case SealedPassage() | SealedDefinition():
                raise AssertionError("passages and definitions are released by Blocks")

    def _heading(self, block: SealedHeading) -> Heading:
        title = block.title.reveal()
        if block.level <= self._recommending or not self._recommending:
            self._recommending = block.level if _RECOMMENDATIONS.match(title) else 0
        anchor = self._anchors.numbered("section", block.number) if block.number else self._counted("heading")
        return Heading(anchor, block.level, block.number, PublicText(title))

    def _paragraph(self, block: SealedParagraph) -> Paragraph:
        text = block.text.reveal()
        marked = _RECOMMENDATION.match(text)
        kind = "paragraph" if self._minute is None else f"minute-{self._minute}"
        anchor = self._anchors.numbered(kind, block.number) if block.number else self._counted("text")
        return Paragraph(
            anchor=anchor,
            number=block.number,
            text=PublicText(text[marked.end() :] if marked else text),
            limbs=_limbs(block.limbs),
            recommendation=bool(marked or (self._recommending and (block.number or block.limbs))),
        )

    def _counted(self, kind: str) -> str:
        return self._anchors.counted(kind if self._minute is None else f"{kind}-{self._minute}")

    def _id(self, anchor: str) -> str:
        return f"{self._address}#{anchor}"


def _public(text: Sealed) -> PublicText:
    return PublicText(text.reveal())


def _limbs(limbs: Iterable[SealedLimb]) -> tuple[Limb, ...]:
    return tuple(Limb(limb.mark, _public(limb.text)) for limb in limbs)


def _part(block: SealedBlock) -> MinutePart:
    """Say to which part of a minute a block belongs."""
    match block:
        case SealedOutcome() | SealedRequest() | SealedAction():
            return MinutePart.OUTCOME
        case SealedPostMeetingNote() | SealedEditorNote():
            return MinutePart.NOTES
        case _:
            return MinutePart.PARAGRAPHS


def _markdown(block: Block) -> Iterable[str]:
    """List the Markdown of a released block, where references to definitions can stand."""
    match block:
        case Heading():
            return [block.title.markdown]
        case Paragraph() | Resolution():
            return [block.text.markdown, *(limb.text.markdown for limb in block.limbs)]
        case Prose() | Table() | EditorNote() | PostMeetingNote() | Request():
            return [block.text.markdown]
        case _:
            return []
