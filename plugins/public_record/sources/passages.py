"""Marked passages: `::: restricted …` to `:::`.

A mark that is nearly right is the dangerous kind: the clerk believes it works. So every line that could be meant as a mark
either is one, letter for letter and at the start of a line of its own, or is an error. What a notice is to say of a passage
stands in lines that begin as its mark does, so that no line of the passage itself can be taken for one.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

from public_record.model.forms import ExemptionForm
from public_record.model.rules import Rule
from public_record.model.text import Sealed
from public_record.model.vocabulary import Basis

_OPENING = re.compile(
    r"::: restricted(?: (?P<confidential>confidential)| paragraphs? (?P<paragraphs>[1-7](?:(?:, | and )[1-7])*))?"
)
_CLOSING = ":::"
_SAID = re.compile(r"::: (?P<key>balance|review): (?P<value>\S.*)")
"""What the notice of a passage says, in a line right under its opening mark."""
_LIKE_A_MARK = re.compile(
    r"""(?mix)
    \n (?= (?-i: [^A-DF-QS-Za-df-qs-z0-9\n] ) )           # what begins no word, or the two words below
    (?: [^\w\n]* (?: : [^\S\n]* ){2,}                     # `::restricted`, `> : : :`
    | [^\w\n]* (?: end [ ] )? restricted                     # `[restricted]`, `!!! restricted paragraph 3`, `End restricted`
      (?: \s+ (?: confidential | passage | para(?:graph)?s?\b [^\n]{0,20} ) )? [^\w\n]* $ )
    """
)
_DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
_HOW = (
    "Write `::: restricted`, `::: restricted paragraph 3` (1 to 7) or `:::` alone on a line, at its start, outside lists, "
    "tables and code; `::: balance: …` and `::: review: 2027-01-31` right under the first."
)
_FENCE = re.compile(r"\s*(```|~~~)")


class Stretch(NamedTuple):
    """A stretch of text that is wholly inside or wholly outside a passage."""

    line: int
    text: str
    exemption: ExemptionForm | None
    mark: int = 0
    """Line of the mark that opens a passage."""


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
    said: re.Match[str] | None
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
        self._mark = 0
        """Line of the mark that opened it."""
        self._said: set[str] = set()
        """What the lines under that mark say."""
        self._spoilt = False
        """Whether the last mark was none: the one that belongs to it comes of the same slip."""

    def part(self) -> tuple[list[Stretch], list[Slip]]:
        for mark in _marks(self._lines):
            self._pass(mark)
        if self._exemption and not self._spoilt:
            self._slip(
                self._mark, "this restricted passage is never closed.", "Close it with a line `:::`, before the next minute."
            )
        self._end_stretch(len(self._lines), None)
        return self._parts, self._slips

    def _pass(self, mark: Mark) -> None:
        line = self._first_line + mark.offset
        spoilt, self._spoilt = self._spoilt, not mark.exact
        if mark.said and self._exemption and mark.offset == self._start:
            self._spoilt = spoilt
            self._say(line, self._exemption, mark.said["key"], mark.said["value"])
        elif not mark.exact:
            self._slip(line, "this line looks like the mark of a restricted passage and is not one.", _HOW)
        elif mark.opening:
            self._open(line, mark, mark.opening)
        elif self._exemption:
            self._end_stretch(mark.offset, None)
        elif not spoilt:
            cure = "Open it with `::: restricted`, or remove this line."
            self._slip(line, "a restricted passage ends here that was never opened.", cure)

    def _open(self, line: int, mark: Mark, opening: re.Match[str]) -> None:
        if mark.under_text:
            self._slip(line, "a restricted passage begins right under other text.", "Leave an empty line above the mark.")
        if self._exemption:
            self._slip(line, "a restricted passage begins inside another.", "Close the first one with a line `:::`.")
        else:
            self._end_stretch(mark.offset, _exemption(opening))
            self._mark = line

    def _say(self, line: int, exemption: ExemptionForm, key: str, value: str) -> None:
        """Take what the notice of the passage is to say."""
        if key in self._said:
            self._slip(line, f"the {key} of this passage was given above already.", "Keep one of the two.")
        if key == "balance":
            self._exemption = exemption.model_copy(update={key: Sealed(value)})
        elif day := _day(value):
            self._exemption = exemption.model_copy(update={key: day})
        else:
            self._slip(line, "this is no day of the calendar.", "Write `::: review: 2027-01-31`: year, month and day.")
        self._said.add(key)
        self._start += 1
        if self._goes_on(self._start):
            self._slip(
                line + 1,
                "text stands right under what is said of a restricted passage.",
                "Leave an empty line above the passage, and the balance on one line: what goes on below it is withheld.",
            )

    def _goes_on(self, index: int) -> bool:
        line = self._lines[index] if index < len(self._lines) else ""
        return bool(line.strip()) and not line.startswith(_CLOSING)

    def _end_stretch(self, index: int, exemption: ExemptionForm | None) -> None:
        text = "\n".join(self._lines[self._start : index])
        self._parts.append(Stretch(self._first_line + self._start, text, self._exemption, self._mark))
        self._start, self._exemption, self._said = index + 1, exemption, set()

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
            said = None if in_code else _SAID.fullmatch(typed)
            yield Mark(index, opening, said, exact, under_text=index > 0 and bool(lines[index - 1].strip()))


def like_a_mark(text: str) -> bool:
    """Say whether any line could be meant as a mark. Begun with a literal sign, the search costs next to nothing."""
    return ":::" in text or _LIKE_A_MARK.search(f"\n{text}") is not None


def _day(value: str) -> date | None:
    try:
        return date.fromisoformat(value) if _DAY.fullmatch(value) else None
    except ValueError:
        return None


def _exemption(opening: re.Match[str]) -> ExemptionForm:
    if opening["confidential"]:
        return ExemptionForm(basis=Basis.CONFIDENTIAL)
    if paragraphs := opening["paragraphs"]:
        return ExemptionForm(basis=Basis.SCHEDULE_12A, paragraphs=[int(number) for number in re.findall(r"\d", paragraphs)])
    return ExemptionForm(basis=Basis.NOT_STATED)
