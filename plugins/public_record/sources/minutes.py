"""Reads the text of notes into numbered minutes, each tied to the agenda item that it answers."""

from __future__ import annotations

import re

from public_record.model.private import SealedBlock, SealedMinute
from public_record.model.text import Sealed
from public_record.sources.passages import Slip
from public_record.sources.prose import blocks

_HEADING = re.compile(r"(?m)^##[ ]+(?:(\d{1,4})\.[ ]+)?(.+)$")
_ITEM = re.compile(r"[*_ ]*\([*_ ]*Item[ ]+([A-Z]?\d{1,3}[a-z]?|place-\d{1,3})[*_ ]*\)[*_ ]*", re.IGNORECASE)


def minutes(text: str, first_line: int) -> tuple[list[SealedBlock], list[SealedMinute], list[Slip]]:
    """Part notes into what stands before the first minute, and the minutes."""
    headings = list(_HEADING.finditer(text))
    opening, slips = blocks(text[: headings[0].start()] if headings else text, first_line)
    found: list[SealedMinute] = []
    for index, heading in enumerate(headings):
        end = headings[index + 1].start() if index + 1 < len(headings) else len(text)
        minute, more = _minute(heading, text[heading.end() : end], first_line + text.count("\n", 0, heading.start()))
        found.append(minute)
        slips.extend(more)
    return opening, found, slips


def _minute(heading: re.Match[str], rest: str, line: int) -> tuple[SealedMinute, list[Slip]]:
    title = heading[2].strip()
    item = re.search(f"{_ITEM.pattern}$", title, re.IGNORECASE)
    if item:
        title = title[: item.start()].strip()
    elif item := _ITEM.fullmatch(rest.lstrip("\n").split("\n", 1)[0].strip()):
        rest = rest.replace(item.string, "", 1)
    read, slips = blocks(rest, line)
    number = int(heading[1]) if heading[1] else None
    return SealedMinute(line, number, Sealed(title), _reference(item), tuple(read)), slips


def _reference(item: re.Match[str] | None) -> str | None:
    if item is None:
        return None
    return item[1] if item[1].lower().startswith("place-") else item[1].upper()
