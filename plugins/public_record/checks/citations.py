"""Checks of how Part VA of the Local Government Act 1972 is cited, by the law as it stood at the meeting."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from public_record.checks.texts import Piece
from public_record.model.findings import Finding
from public_record.model.rules import Rule

_SUBSTITUTED = date(2006, 3, 1)
"""The list of before (SI 2006/88) was longer and numbered otherwise: nothing can be said of what cites it."""

_QUICK = re.compile(r"1(?:2A|00 ?\(?I)")
_NUMBERS = r"\d+(?:(?:,\s*|,?\s+and\s+|\s+or\s+|\s+to\s+|\s*[-\u2013]\s*)\d+)*"
_PARAGRAPHS = re.compile(
    rf"\bparagraphs?\s+(?P<numbers>{_NUMBERS})\s*,?\s+(?:of|in|to|under)\s+(?:the\s+)?(?:Part\s+(?P<part>\w+)\s*,?\s+(?:of|to|in)\s+)?"
    r"(?:the\s+)?Schedule\s+12A\b",
    re.IGNORECASE,
)
_SCHEDULE = re.compile(r"\bSchedule\s+12A\b", re.IGNORECASE)
_ACT = re.compile(r"\s*,?\s+(?:to|of|in)\s+(?:the\s+)?([A-Z][\w()' -]*?\bAct)\s+(\d{4})\b")
_SECTION_100I = re.compile(r"\bs(?:ection|\.)?\s*100\s?\(?I\b")
_LAST_OF_PART_1, _LAST_OF_ENGLAND = 7, 10
_OF_ENGLAND = frozenset({None, "1", "2", "one", "two", "i", "ii"})
_OF_PART_1 = frozenset({"1", "one", "i"})

may_stand_in = _QUICK.search
"""Look quickly for the schedule, or the section that defines exempt information."""


def are_right(piece: Piece) -> Iterator[Finding]:
    """A paragraph is one of those of England, the schedule has its Act, and the public is excluded by the right section."""
    before = piece.meeting is not None and piece.meeting < _SUBSTITUTED
    if before or not ("12" in piece.words or "100" in piece.words):
        return
    for match in _PARAGRAPHS.finditer(piece.words):
        if slip := _wrong_paragraph(match):
            yield piece.finding(match.start(), Rule.CITATION, *slip)
    for match in _SCHEDULE.finditer(piece.words):
        if slip := _wrong_act(piece.words, match.end()):
            yield piece.finding(match.start(), Rule.CITATION, *slip)
    yield from _wrong_section(piece)


def _wrong_paragraph(match: re.Match[str]) -> tuple[str, str] | None:
    numbers = [int(number) for number in re.findall(r"\d+", match["numbers"])]
    part = match["part"].lower() if match["part"] else None
    if part not in _OF_ENGLAND or max(numbers) > _LAST_OF_ENGLAND:
        cure = "In England it is 1 to 7 of Part 1; 12 to 18 are those of Wales, and the list before 1 March 2006 was another."
        return "Schedule 12A has no such paragraph for England.", cure
    if part in _OF_PART_1 and not all(1 <= number <= _LAST_OF_PART_1 for number in numbers):
        return "Part 1 of Schedule 12A has no such paragraph.", "Cite 1 to 7; 8 to 10 stand in Part 2, and exempt nothing."
    return None


def _wrong_act(words: str, end: int) -> tuple[str, str] | None:
    cure = "Write: Schedule 12A to the Local Government Act 1972."
    act = _ACT.match(words, end)
    if act and (" ".join(act[1].split()), act[2]) != ("Local Government Act", "1972"):
        return "another Act is named here than the one that has Schedule 12A.", cure
    if not act and "Act" not in words:
        return "Schedule 12A stands here without its Act.", cure
    return None


def _wrong_section(piece: Piece) -> Iterator[Finding]:
    match = _SECTION_100I.search(piece.words)
    if match and "exclu" in piece.words and "100A" not in piece.words:
        message = "section 100I says what exempt information is; nobody is excluded by it."
        yield piece.finding(match.start(), Rule.CITATION, message, "The public is excluded under section 100A(4).")
