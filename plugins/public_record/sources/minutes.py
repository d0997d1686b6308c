"""Reads the text of notes into numbered minutes, each tied to the agenda item that it answers.

Whether a minute is open hangs on the line that names its item. A line that nearly does so is a slip: read as ordinary text,
it would leave the minute open.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from public_record.model.private import SealedBlock, SealedMinute
from public_record.model.rules import Rule
from public_record.model.text import Sealed
from public_record.sources.passages import Slip
from public_record.sources.prose import blocks

_HEADING = re.compile(r"(?m)^##[ ]+(?:(\d{1,3})\.[ ]+)?(.+)$")
_NEARLY_NUMBERED = re.compile(r"[\W_]*(?:minute\W*(?:no\W*)?)?\d", re.IGNORECASE)
_REFERENCE = r"([A-Z]?\d{1,3}[a-z]?|place-\d{1,3})"
_ITEM = re.compile(rf"[*_ ]*\([*_ ]*Item[ ]+{_REFERENCE}[*_ ]*\)[*_ ]*", re.IGNORECASE)
_ITEM_AT_END = re.compile(rf"{_ITEM.pattern}$", re.IGNORECASE)
_SIGNS = r"(?:[^\w\n]|_)*"
_LIKE_AN_ITEM = re.compile(
    rf"""(?mix)
    \n (?= [^\w\n] | [_ai] )
    (?: {_SIGNS} [(\[{{] {_SIGNS} (?: agenda \s+ )? items? \b .* $         # `(Items D1 and D2)`, `[Item D2]`
    | {_SIGNS} (?: agenda \s+ )? item {_SIGNS} (?: no {_SIGNS} )? {_REFERENCE} {_SIGNS} $   # `Item D2`
    | {_SIGNS} [(\[{{] {_SIGNS} [A-Z]\d{{1,3}}[a-z]? {_SIGNS} $ )        # `(D2)`
    """
)
_BRACKET_AT_END = re.compile(r"[(\[{][^()\[\]{}]*\b(?:items?\b|[A-Z]\d{1,3}\b)[^()\[\]{}]*\W*$", re.IGNORECASE)
_BRACKETED = re.compile(r"\([^()\n]{1,30}\)\W*")


def minutes(text: str, first_line: int) -> tuple[list[SealedBlock], list[SealedMinute], list[Slip]]:
    """Part notes into what stands before the first minute, and the minutes."""
    headings = list(_HEADING.finditer(text))
    opening, slips = blocks(text[: headings[0].start()] if headings else text, first_line)
    found: list[SealedMinute] = []
    numbered = any(heading[1] for heading in headings)
    ends = [*(heading.start() for heading in headings[1:]), len(text)]
    for heading, end in zip(headings, ends, strict=False):
        line = first_line + text.count("\n", 0, heading.start())
        minute, more = _minute(heading, text[heading.end() : end], line)
        found.append(minute)
        slips.extend(more)
        if numbered and minute.number is None and minute.item and not _NEARLY_NUMBERED.match(heading[2].strip()):
            cure = "Write `## 116. Title`: the number, a full stop, a space and the title."
            slips.append(Slip(line, Rule.MINUTE_NUMBER, "this heading has an item, and no number as the others have.", cure))
    return opening, found, slips


def _minute(heading: re.Match[str], rest: str, line: int) -> tuple[SealedMinute, list[Slip]]:
    title = heading[2].strip()
    first = rest.lstrip("\n").split("\n", 1)[0]
    item = _ITEM_AT_END.search(title)
    if item:
        title = title[: item.start()].strip()
    elif item := _ITEM.fullmatch(first.strip()):
        rest = rest.replace(first, "", 1)
    read, slips = blocks(rest, line)
    number = int(heading[1]) if heading[1] else None
    slips.extend(_nearly(title, rest, line, numbered=number is not None))
    return SealedMinute(line, number, Sealed(title), _reference(item), tuple(read)), slips


def _nearly(title: str, rest: str, line: int, *, numbered: bool) -> Iterator[Slip]:
    """Yield what looks like the number or the item of a minute and is not written so."""
    if not numbered and _NEARLY_NUMBERED.match(title):
        cure = "Write `## 116. Title`: the number, a full stop, a space and the title."
        yield Slip(
            line, Rule.MINUTE_NUMBER, "this heading looks like that of a minute and has no number as minutes have.", cure
        )
    if _BRACKET_AT_END.search(title):
        yield _no_item(line)
    body = rest.lstrip("\n")
    start = len(rest) - len(body)
    if (bracketed := _BRACKETED.match(body)) and bracketed.end() >= len(body.split("\n", 1)[0]):
        yield _no_item(line + rest.count("\n", 0, start))
        return
    for match in _LIKE_AN_ITEM.finditer(f"\n{rest}"):
        yield _no_item(line + rest.count("\n", 0, match.start()))


def _no_item(line: int) -> Slip:
    return Slip(
        line,
        Rule.ITEM_REFERENCE,
        "this looks like the reference to an item and is not one.",
        "Write `(Item B1)`, one item, on the line under the heading or at its end; word other remarks as a sentence.",
    )


def _reference(item: re.Match[str] | None) -> str | None:
    """Write a reference as the agenda does: the letter before the number is a capital, one behind it is small."""
    if item is None:
        return None
    reference = item[1].lower()
    return reference if reference.startswith("place-") else reference[0].upper() + reference[1:]
