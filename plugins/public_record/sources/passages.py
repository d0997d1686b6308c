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
_LIKE_A_MARK = re.compile(
    r"""(?mix)
    \n (?= (?-i: [^A-DF-QS-Za-df-qs-z0-9\n] ) )           # what begins no word, or the two words below
    (?: [^\w\n]* (?: : [^\S\n]* ){2,}                     # `::restricted`, `> : : :`
    | [^\w\n]* (?: end [ ] )? restricted                     # `[restricted]`, `!!! restricted paragraph 3`, `End restricted`
      (?: \s+ (?: confidential | passage | para(?:graph)?s?\b [^\n]{0,20} ) )? [^\w\n]* $ )
    """
)
_FENCE = re.compile(r"\s*(```|~~~)")


class Stretch(NamedTuple):
    """A stretch of text that is wholly inside or wholly outside a passage."""

    line: int
    text: str
    exemption: ExemptionForm | None


class Slip(NamedTuple):
    """Something wrong with the text of a document."""

    line: int
    rule: Rule
    message: str
    cure: str


class Mark(NamedTuple):
    """A line that is, or looks like, the mark of a passage."""

    offset: int
    opening: re.Match[str] | None
    exact: bool
    under_text: bool


def stretches(text: str, first_line: int) -> tuple[list[Stretch], list[Slip]]:
    """Part a text at its marks. Where there is a slip, what follows the mark counts as inside the passage."""
    if not like_a_mark(text):
        return [Stretch(first_line, text, None)], []
    return _Parting(text.split("\n"), first_line).part()


class _Parting:
    """Goes through the marks of a text, with the passage that is open."""

    def __init__(self, lines: list[str], first_line: int) -> None:
        self._lines = lines
        self._first_line = first_line
        self._parts: list[Stretch] = []
        self._slips: list[Slip] = []
        self._start = 0
        self._exemption: ExemptionForm | None = None

    def part(self) -> tuple[list[Stretch], list[Slip]]:
        for mark in _marks(self._lines):
            self._pass(mark)
        if self._exemption:
            line = self._first_line + self._start - 1
            self._slip(line, "this restricted passage is never closed.", "Close it with a line `:::`, before the next minute.")
        self._end_stretch(len(self._lines), None)
        return self._parts, self._slips

    def _pass(self, mark: Mark) -> None:
        line = self._first_line + mark.offset
        if not mark.exact:
            self._slip(
                line,
                "this line looks like the mark of a restricted passage and is not one.",
                "Write `::: restricted`, `::: restricted paragraph 3` or `:::` alone on a line, at its start, outside lists, "
                "tables and code.",
            )
        elif mark.opening:
            self._open(line, mark, mark.opening)
        elif self._exemption:
            self._end_stretch(mark.offset, None)
        else:
            cure = "Open it with `::: restricted`, or remove this line."
            self._slip(line, "a restricted passage ends here that was never opened.", cure)

    def _open(self, line: int, mark: Mark, opening: re.Match[str]) -> None:
        if mark.under_text:
            self._slip(line, "a restricted passage begins right under other text.", "Leave an empty line above the mark.")
        if self._exemption:
            self._slip(line, "a restricted passage begins inside another.", "Close the first one with a line `:::`.")
        else:
            self._end_stretch(mark.offset, _exemption(opening))

    def _end_stretch(self, index: int, exemption: ExemptionForm | None) -> None:
        text = "\n".join(self._lines[self._start : index])
        self._parts.append(Stretch(self._first_line + self._start, text, self._exemption))
        self._start, self._exemption = index + 1, exemption

    def _slip(self, line: int, message: str, cure: str) -> None:
        self._slips.append(Slip(line, Rule.PASSAGE, message, cure))


def _marks(lines: list[str]) -> Iterator[Mark]:
    """Yield the lines that are or look like marks. In a code block none is one."""
    in_code = False
    for index, line in enumerate(lines):
        if _FENCE.match(line):
            in_code = not in_code
        elif like_a_mark(line):
            typed = line.rstrip(" ")
            opening = _OPENING.fullmatch(typed)
            exact = not in_code and (typed == _CLOSING or opening is not None)
            yield Mark(index, opening, exact, under_text=index > 0 and bool(lines[index - 1].strip()))


def like_a_mark(text: str) -> bool:
    """Say whether any line could be meant as a mark. Begun with a literal sign, the search costs next to nothing."""
    return ":::" in text or _LIKE_A_MARK.search(f"\n{text}") is not None


def _exemption(opening: re.Match[str]) -> ExemptionForm:
    if opening["confidential"]:
        return ExemptionForm(basis=Basis.CONFIDENTIAL)
    if paragraphs := opening["paragraphs"]:
        return ExemptionForm(basis=Basis.SCHEDULE_12A, paragraphs=[int(number) for number in re.findall(r"\d", paragraphs)])
    return ExemptionForm(basis=Basis.NOT_STATED)
