"""Says under which key of the front matter, or which heading of the text, a finding stands: never what is written there.

The file is read again, and only where there is a finding: what was read for the record is sealed.
"""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path

from public_record.model.findings import Excerpt, Place
from public_record.sources.misfits import key_names

_KEY = re.compile(r"(?<![\w.-])([a-z_0-9]+):(?=\s|$)")
_FENCE = "---"
_HEADING = re.compile(r"(#{1,6}(?: \d{1,4}\.| \d{1,3}(?:\.\d{1,3})+\.?)?) ")
"""With its number, if it has one that cannot be taken for a part of its wording."""


class Excerpts:
    """Finds what may be shown of places in the files of some folders; of two of one name the first counts."""

    def __init__(self, *roots: Path) -> None:
        self._roots = roots
        self._lines = cache(_read)

    def of(self, place: Place) -> Excerpt | None:
        """Give the key or the heading that a place is about; None where there is none that could be shown."""
        top, _, rest = place.path.partition("/")
        for root in self._roots:
            if root.name == top and (lines := self._lines(root / rest)) and place.line <= len(lines):
                end = _end_of_front_matter(lines) if rest.endswith(".md") else len(lines)
                return _key(lines, place) if place.line <= end else _heading(lines, place.line, end)
        return None


def _read(path: Path) -> list[str]:
    try:
        return path.read_text(encoding="utf-8").split("\n")
    except (OSError, UnicodeDecodeError):
        return []


def _end_of_front_matter(lines: list[str]) -> int:
    return lines.index(_FENCE, 1) + 1 if lines[0] == _FENCE and _FENCE in lines[1:] else 0


def _key(lines: list[str], place: Place) -> Excerpt | None:
    """Find the key at a place; where none of ours is on its line, the nearest above that it stands under."""
    line = lines[place.line - 1]
    if key := _known(line, place.column):
        return Excerpt(place.line, f"{key}: …")
    depth = _indent(line)
    for number in range(place.line - 1, 0, -1):
        above = lines[number - 1]
        if above.strip() and _indent(above) < depth:
            if key := _known(above, len(above)):
                return Excerpt(number, f"{key}: …")
            depth = _indent(above)
    return None


def _known(line: str, column: int) -> str | None:
    """Give the last key of ours that begins no later than at a column."""
    keys = [key[1] for key in _KEY.finditer(line) if key.start() < column and key[1] in key_names()]
    return keys[-1] if keys else None


def _indent(line: str) -> int:
    return len(line) - len(line.lstrip(" -"))


def _heading(lines: list[str], number: int, end: int) -> Excerpt | None:
    for above in range(number, end, -1):
        if heading := _HEADING.match(lines[above - 1]):
            return Excerpt(above, f"{heading[1]} …")
    return None
