"""Says where in a text no link may be put: inside another link, an address, a picture, or code."""

from __future__ import annotations

import re
from collections.abc import Iterator

_SIGNS = re.compile(r"[\[\]`<>\\!]|https?://|~~~|(?:\A|\n)[ ]{4}")
_CODE = re.compile(r"(?<!`)(`+)(?!`).+?(?<!`)\1(?!`)", re.DOTALL)
_ANGLES = re.compile(r"<[^>]*>")
_ADDRESS = re.compile(r"https?://[^\s<>]+|[\w.+-]+@[\w.-]+")
_EMPTY_LINE = re.compile(r"\n\s*\n")
_QUOTED = re.compile(r"[ ]{0,3}(?:>[ ]?)+[ ]{4}")
"""A line of a quotation, indented within it."""

_ENTRY = re.compile(r"[ ]*(?:[-*+]|\d+[.)])[ ]")
"""The line that begins an entry of a list."""

_FENCE = re.compile(r"^ {0,3}(?:```|~~~)", re.MULTILINE)


class Shut:
    """The stretches of a text that are shut to links."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._stretches = list(_stretches(text)) if _SIGNS.search(text) else []

    def __contains__(self, place: tuple[int, int]) -> bool:
        start, end = place
        if self._text[start - 1 : start] in {"\\", "!", "]"} or _EMPTY_LINE.search(self._text, start, end):
            return True
        return any(first < end and start < last for first, last in self._stretches)


def _stretches(text: str) -> Iterator[tuple[int, int]]:
    if _FENCE.search(text):
        yield 0, len(text)
        return
    for form in (_CODE, _ANGLES, _ADDRESS):
        yield from (match.span() for match in form.finditer(text))
    if "`" in _CODE.sub("", text):
        yield 0, len(text)
    yield from _indented(text)
    yield from _brackets(text)


def _indented(text: str) -> Iterator[tuple[int, int]]:
    """Yield the lines that may be code: indented by four, after an empty one, in a quotation, or like a list where none began.

    Right under words, or under the entry of a list, they go on with it.
    """
    place, code, listed = 0, True, False
    for line in text.splitlines(keepends=True):
        empty, indented, entry = not line.strip(), line.startswith("    "), bool(_ENTRY.match(line))
        code = empty or (indented and (code or (entry and not listed)))
        listed = not empty and (listed or (entry and not code))
        if code or _QUOTED.match(line):
            yield place, place + len(line)
        place += len(line)


def _brackets(text: str) -> Iterator[tuple[int, int]]:
    """Yield what stands in square brackets, and in the round ones that follow; what is never closed goes on to the end."""
    place = 0
    while (start := text.find("[", place)) >= 0:
        end = _closed(text, start, "[", "]")
        if text[end : end + 1] == "(":
            end = _closed(text, end, "(", ")")
        yield start, end
        place = end


def _closed(text: str, start: int, opening: str, closing: str) -> int:
    depth = 0
    for place in range(start, len(text)):
        depth += (text[place] == opening) - (text[place] == closing)
        if not depth:
            return place + 1
    return len(text)
