"""Marked passages: `::: restricted …` to `:::`.

A mark that is nearly right is the dangerous kind: the clerk believes it works. So every line that could be meant as a mark
either is one, letter for letter and at the start of a line of its own, or is an error.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from public_record.model.forms import ExemptionForm
from public_record.model.rules import Rule
from public_record.model.vocabulary import Basis

_OPENING = re.compile(
    r"::: restricted(?: (?P<confidential>confidential)| paragraphs? (?P<paragraphs>[1-7](?:(?:, | and )[1-7])*))?"
)
_CLOSING = ":::"
_LIKE_A_MARK = re.compile(r"(?m)^[^\w\n]*(?::[^\S\n]*){2,}.*$|^.*:::.*$")
_FENCE = re.compile(r"\s*(```|~~~)")


class Stretch(NamedTuple):
    """A stretch of text that is wholly inside or wholly outside a passage."""

    line: int
    text: str
    exemption: ExemptionForm | None


class Slip(NamedTuple):
    """Something wrong with a mark."""

    line: int
    rule: Rule
    message: str
    cure: str


def stretches(text: str, first_line: int) -> tuple[list[Stretch], list[Slip]]:
    """Part a text at its marks. Where there is a slip, what follows the mark counts as inside the passage."""
    if not _LIKE_A_MARK.search(text):
        return [Stretch(first_line, text, None)], []
    lines = text.split("\n")
    parts: list[Stretch] = []
    slips: list[Slip] = []
    start = 0
    exemption: ExemptionForm | None = None
    opened_at = 0
    for index, line, in_code in _marks(lines):
        number = first_line + index
        opening = _OPENING.fullmatch(line)
        if in_code or (opening is None and line != _CLOSING):
            slips.append(_malformed(number))
            continue
        if index and lines[index - 1].strip() and opening:
            slips.append(
                Slip(
                    number,
                    Rule.PASSAGE,
                    "a restricted passage begins right under other text.",
                    "Leave an empty line above the mark.",
                )
            )
        if opening and exemption:
            slips.append(
                Slip(
                    number,
                    Rule.PASSAGE,
                    "a restricted passage begins inside another.",
                    "Close the first one with a line `:::`.",
                )
            )
        elif opening:
            parts.append(Stretch(first_line + start, "\n".join(lines[start:index]), None))
            exemption, opened_at, start = _exemption(opening), number, index + 1
        elif exemption:
            parts.append(Stretch(first_line + start, "\n".join(lines[start:index]), exemption))
            exemption, start = None, index + 1
        else:
            slips.append(
                Slip(
                    number,
                    Rule.PASSAGE,
                    "a restricted passage ends here that was never opened.",
                    "Open it with `::: restricted`, or remove this line.",
                )
            )
    if exemption:
        slips.append(
            Slip(
                opened_at,
                Rule.PASSAGE,
                "this restricted passage is never closed.",
                "Close it with a line `:::`, before the next minute.",
            )
        )
    parts.append(Stretch(first_line + start, "\n".join(lines[start:]), exemption))
    return parts, slips


def _marks(lines: list[str]) -> Iterator[tuple[int, str, bool]]:
    """Yield the lines that are or look like marks, and whether they stand in a code block."""
    in_code = False
    for index, line in enumerate(lines):
        if _FENCE.match(line):
            in_code = not in_code
        elif _LIKE_A_MARK.match(line):
            yield index, line, in_code or line.startswith("    ")


def _malformed(number: int) -> Slip:
    return Slip(
        number,
        Rule.PASSAGE,
        "this line looks like the mark of a restricted passage and is not one.",
        "Write `::: restricted`, `::: restricted paragraph 3` or `:::` alone on a line, at its start, outside lists, tables and code.",
    )


def _exemption(opening: re.Match[str]) -> ExemptionForm:
    if opening["confidential"]:
        return ExemptionForm(basis=Basis.CONFIDENTIAL)
    if paragraphs := opening["paragraphs"]:
        return ExemptionForm(basis=Basis.SCHEDULE_12A, paragraphs=[int(number) for number in re.findall(r"\d", paragraphs)])
    return ExemptionForm(basis=Basis.NOT_STATED)
