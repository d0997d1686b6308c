"""Compares two public records: what becomes public, changes, moves, is withdrawn, becomes withheld, or is released.

Both sides have passed the gate, so nothing that is withheld on either can be told by the comparison. What it tells of something
withheld is that its notice was there, and is not any more.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from difflib import SequenceMatcher
from enum import StrEnum
from typing import Any, TypeAlias

from pydantic import TypeAdapter

from public_record.model.record import (
    Agreement,
    Appendix,
    Attachment,
    Block,
    Item,
    Meeting,
    Minute,
    Notes,
    Paper,
    Record,
    WithheldPassage,
)

_NO_CONTENT = frozenset({"id", "anchor", "paragraph", "revised", "trace"})
"""Keys that say where a thing stands, or what git tells of its file: a side that is no checkout tells nothing."""
_ANYTHING = TypeAdapter(object)
_PASSAGE = ""

_Shown: TypeAlias = Meeting | Item | Paper | Appendix | Attachment | Notes | Minute | Agreement


class State(StrEnum):
    """How a part of the record is shown."""

    PUBLIC = "public"
    WITHHELD = "withheld"
    WITHDRAWN = "withdrawn"


class ChangeKind(StrEnum):
    """What a change does, the gravest first."""

    RELEASED = "released"
    """Was withheld, and is not any more: this cannot be taken back."""
    BECOMES_PUBLIC = "becomes-public"
    CHANGED = "changed"
    MOVED = "moved"
    BECOMES_WITHHELD = "becomes-withheld"
    WITHDRAWN = "withdrawn"
    GONE = "gone"


@dataclass(frozen=True, slots=True)
class Unit:
    """A part of the record that has an address of its own."""

    address: str
    kind: str
    title: str
    state: State
    content: str
    """Digest of what is shown of it, without its addresses and without the parts that are units themselves."""
    text: str
    """Digest of its text alone: of something withheld, the parts of it that are open."""
    outline: tuple[str, ...] = ()
    """Digest of each block of its text; empty where a passage is withheld."""

    @property
    def passages(self) -> int:
        """How many passages are withheld in it."""
        return self.outline.count(_PASSAGE)


@dataclass(frozen=True, slots=True)
class Change:
    """What happens to one part."""

    kind: ChangeKind
    unit: Unit
    """As it is afterwards; where it is gone, as it was."""
    before: str | None = None
    """The address that it had, where it has moved."""


def changes(before: Record, after: Record) -> list[Change]:
    """List what publishing `after` in the place of `before` does, the gravest first, in the order of the record."""
    old, new = _units(before), _units(after)
    found = [change for address, unit in new.items() if (change := _change(old.get(address), unit))]
    gone = [unit for address, unit in old.items() if address not in new]
    order = list(ChangeKind)
    return sorted(_moved(found, gone), key=lambda change: order.index(change.kind))


def releases(found: list[Change]) -> list[Change]:
    """List the changes that release something that was withheld."""
    return [change for change in found if change.kind is ChangeKind.RELEASED]


def _change(old: Unit | None, new: Unit) -> Change | None:
    if old is None:
        return Change(ChangeKind.BECOMES_WITHHELD if new.state is State.WITHHELD else ChangeKind.BECOMES_PUBLIC, new)
    if old == new:
        return None
    return Change(_kind(old, new), new)


def _kind(old: Unit, new: Unit) -> ChangeKind:
    """Say what happened to a unit that is there on both sides. What shows more than it did is a release."""
    if old.state is State.WITHHELD and (new.state is not State.WITHHELD or old.text != new.text):
        return ChangeKind.RELEASED
    if _loses_a_notice(old, new):
        return ChangeKind.RELEASED
    if old.state is not new.state:
        return {
            State.PUBLIC: ChangeKind.BECOMES_PUBLIC,
            State.WITHHELD: ChangeKind.BECOMES_WITHHELD,
            State.WITHDRAWN: ChangeKind.WITHDRAWN,
        }[new.state]
    return ChangeKind.BECOMES_WITHHELD if new.passages > old.passages else ChangeKind.CHANGED


def _loses_a_notice(old: Unit, new: Unit) -> bool:
    """Say whether a withheld passage may show more than it did, between neighbours that are as they were.

    To count them in the whole would miss one that is opened while another is closed.
    """
    if not old.passages or new.state is State.WITHHELD:
        return False
    from_old = from_new = 0
    for to_old, to_new in _same_blocks(old.outline, new.outline):
        if _may_show_more(old.outline[from_old:to_old], new.outline[from_new:to_new]):
            return True
        from_old, from_new = to_old + 1, to_new + 1
    return False


def _may_show_more(old: Sequence[str], new: Sequence[str]) -> bool:
    """Say whether what stands between two neighbours has a notice less, or text beside a notice that was not there.

    A passage that was narrowed keeps its notice, and so does one that is opened while its neighbour is closed. Text that
    was changed in its place, or left out, tells nothing of what is withheld.
    """
    if old.count(_PASSAGE) > new.count(_PASSAGE):
        return True
    in_its_place = [block == _PASSAGE for block in old] == [block == _PASSAGE for block in new]
    return _PASSAGE in old and not in_its_place and any(block != _PASSAGE for block in new)


def _same_blocks(old: Sequence[str], new: Sequence[str]) -> Iterator[tuple[int, int]]:
    """Yield where a public block of one text stands in the other, in order, and at last the ends of both."""
    shown_old, shown_new = ([place for place, block in enumerate(text) if block != _PASSAGE] for text in (old, new))
    matching = SequenceMatcher(None, [old[place] for place in shown_old], [new[place] for place in shown_new], autojunk=False)
    for match in matching.get_matching_blocks():
        yield from zip(shown_old[match.a : match.a + match.size], shown_new[match.b : match.b + match.size], strict=True)
    yield len(old), len(new)


def _moved(found: list[Change], gone: list[Unit]) -> Iterator[Change]:
    """Pair what is gone with what came anew and says the same.

    A notice that is gone is a release: what it stood for may stand anywhere now.
    """
    homeless = {(unit.kind, unit.title, unit.text): unit for unit in gone if unit.state is State.PUBLIC}
    paired: set[str] = set()
    for change in found:
        old = homeless.get((change.unit.kind, change.unit.title, change.unit.text))
        if change.kind is ChangeKind.BECOMES_PUBLIC and old and old.address not in paired:
            paired.add(old.address)
            yield replace(change, kind=ChangeKind.MOVED, before=old.address)
        else:
            yield change
    for unit in gone:
        if unit.address not in paired:
            yield Change(ChangeKind.RELEASED if unit.state is State.WITHHELD or unit.passages else ChangeKind.GONE, unit)


def _units(record: Record) -> Mapping[str, Unit]:
    """List the parts of a record in its order, by address and kind: the first paper of an item has the item's address."""
    units = [unit for meeting in record.meetings for unit in _of_meeting(meeting)]
    units.extend(_agreement(agreement) for agreement in record.agreements)
    return {f"{unit.address} {unit.kind}": unit for unit in units}


def _of_meeting(meeting: Meeting) -> Iterator[Unit]:
    shown = replace(meeting, sections=tuple(replace(one, items=()) for one in meeting.sections), papers=(), notes=None)
    title = f"meeting of {meeting.date.isoformat()}"
    yield _unit(meeting.id, "meeting", title, shown, meeting.introduction)
    for item in meeting.items:
        yield from _of_item(item)
    for paper in meeting.papers:
        yield from _of_paper(paper)
    if meeting.notes:
        yield from _of_notes(meeting.notes)


def _of_item(item: Item) -> Iterator[Unit]:
    yield _unit(item.id, "item", item.title, replace(item, papers=()))
    for paper in item.papers:
        yield from _of_paper(paper)


def _of_paper(paper: Paper) -> Iterator[Unit]:
    shown = replace(paper, appendices=(), attachments=())
    yield _unit(paper.id, "paper", paper.title, shown, paper.body)
    yield from _of_attachments(paper.attachments, paper.id)
    for appendix in paper.appendices:
        yield from _of_appendix(appendix)


def _of_appendix(appendix: Appendix) -> Iterator[Unit]:
    shown = replace(appendix, attachments=())
    yield _unit(appendix.id, "appendix", appendix.title, shown, appendix.body)
    yield from _of_attachments(appendix.attachments, appendix.id)


def _of_attachments(attachments: tuple[Attachment, ...], owner: str) -> Iterator[Unit]:
    """Yield attachments. Their place in the list is their address, so one that is withheld keeps it once it is released."""
    for number, attachment in enumerate(attachments, start=1):
        yield _unit(f"{owner}attachment-{number}", "attachment", attachment.title, attachment)


def _of_notes(notes: Notes) -> Iterator[Unit]:
    yield _unit(notes.id, "notes", "notes", replace(notes, minutes=()), notes.opening)
    for minute in notes.minutes:
        yield _minute(minute)


def _minute(minute: Minute) -> Unit:
    return _unit(minute.id, "minute", minute.title, minute, minute.body)


def _agreement(one: Agreement) -> Unit:
    return _unit(one.id, "agreement", f"{one.title}, version {one.version}", one, one.body)


def _unit(address: str, kind: str, title: str, shown: _Shown, body: tuple[Block, ...] = ()) -> Unit:
    withdrawn = None if isinstance(shown, Item | Minute | Attachment) else shown.withdrawn
    state = State.WITHHELD if shown.withheld else State.WITHDRAWN if withdrawn else State.PUBLIC
    outline = tuple(_PASSAGE if isinstance(block, WithheldPassage) else _digest(block) for block in body)
    return Unit(address, kind, title, state, _digest(shown), _digest(body), outline)


def _digest(shown: object) -> str:
    return hashlib.sha256(json.dumps(_content(_dump(shown)), sort_keys=True).encode()).hexdigest()


def _dump(shown: object) -> Any:
    return _ANYTHING.dump_python(shown, mode="json")


def _content(value: Any) -> Any:
    """Leave out what is not content: text that moves is the same text."""
    if isinstance(value, dict):
        return {key: _content(one) for key, one in value.items() if key not in _NO_CONTENT}
    return [_content(one) for one in value] if isinstance(value, list) else value
