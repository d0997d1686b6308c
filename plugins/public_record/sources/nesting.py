"""Lists and quotations that stand too deep in one another: no reader follows them, and no program renders them."""

from __future__ import annotations

import re
from collections.abc import Iterator

from public_record.model.rules import Rule
from public_record.sources.passages import Slip

DEEPEST = 20
"""Levels of lists and quotations. Nobody writes six; a hundred and more exhaust the program that renders them."""

_MARK = r"(?:>|(?:[-*+]|\d{1,9}[.)])(?=[ ]|$))"
_TOO_DEEP = re.compile(rf"(?m)\n(?![ ]*(?:[-*][ ]*+)++$)(?:[ ]{{4}}|[ ]{{0,3}}{_MARK}){{{DEEPEST}}}[ ]*+{_MARK}")


def nested_too_deep(text: str, first_line: int) -> Iterator[Slip]:
    """Yield a slip for the first line that stands too deep. Whoever mends that mends those below it."""
    if match := _TOO_DEEP.search(f"\n{text}"):
        yield Slip(
            first_line + text.count("\n", 0, match.start()),
            Rule.NESTING,
            f"this stands more than {DEEPEST} levels deep in lists or quotations.",
            "Take most of the spaces, or of the signs of lists and quotations, away from the beginning of the line.",
        )
