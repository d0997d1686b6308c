"""Front matter as lines of text: each key with its value and the comments above it is a block that can be moved whole.

No library writes YAML back as it was typed; a block that is only moved stays what it was to the last space.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Any

from public_record.clerk.refusal import RefusalError
from public_record.sources.strict_yaml import MarkedValues, read_yaml

_LINES = re.compile(r"(?<=\n)")
_CLOSING = re.compile(r"-{3,}\s*")
_FOR_EDITORS = "# yaml-language-server:"


@dataclass(frozen=True, slots=True)
class Block:
    """A key with its value, and the comments above it."""

    key: str
    text: str


@dataclass(frozen=True, slots=True)
class FrontMatter:
    """A file in its parts, which joined are the file again."""

    head: str
    """The opening line, and comments that belong to the whole file."""
    blocks: tuple[Block, ...]
    foot: str
    """Comments below the last key."""
    rest: str
    """From the closing line to the end of the file."""
    values: dict[str, Any]
    """What the blocks say."""

    @classmethod
    def of(cls, source: str) -> FrontMatter:
        """Part a file. One whose front matter is not plain keys at the start of lines is refused."""
        lines = _LINES.split(source)
        closing = _closing(lines)
        read = read_yaml("\n" + "".join(lines[1:closing]).replace("\r\n", "\n"))
        starts = _starts(read)
        leads = [_lead(lines, start, above) for start, above in zip(starts.values(), [0, *starts.values()], strict=False)]
        leads[0] = _end_of_head(lines, next(iter(starts.values())))
        foot = _lead(lines, closing, max(starts.values()))
        ends = [*leads[1:], foot]
        blocks = (Block(key, "".join(lines[lead:end])) for key, lead, end in zip(starts, leads, ends, strict=True))
        parts = "".join(lines[: leads[0]]), tuple(blocks), "".join(lines[foot:closing]), "".join(lines[closing:])
        return cls(*parts, read.values)

    @property
    def text(self) -> str:
        """The whole file."""
        return "".join([self.head, *(block.text for block in self.blocks), self.foot, self.rest])

    def with_blocks(self, blocks: Sequence[Block], values: dict[str, Any]) -> FrontMatter:
        """Put other blocks in the place of these, and insist that they say what they should, read anew."""
        changed = replace(self, blocks=tuple(blocks), values=values)
        if _values(changed.text) != values:
            raise RefusalError("the front matter is written in a way that cannot be changed safely; change it by hand.")
        return changed


def _values(source: str) -> dict[str, Any] | None:
    try:
        return FrontMatter.of(source).values
    except RefusalError:
        return None


def _closing(lines: Sequence[str]) -> int:
    """Find the line that ends the front matter."""
    closing = next((number for number, line in enumerate(lines[1:], 1) if _CLOSING.fullmatch(line)), None)
    if closing is None or lines[0].rstrip("\r\n") != "---":
        raise RefusalError("there is no front matter that could be read; `check` says more.")
    return closing


def _starts(read: MarkedValues) -> dict[str, int]:
    """Give the line of each key, counted from 0, in the order in which they stand."""
    marks = {str(path[0]): mark for path, mark in read.keys.items() if len(path) == 1}
    if read.problems or not marks:
        raise RefusalError("the front matter cannot be read; `check` says more.")
    if any(column != 1 for _, column in marks.values()):
        raise RefusalError("a key does not stand at the start of a line of its own.")
    return {key: line - 1 for key, (line, _) in marks.items()}


def _lead(lines: Sequence[str], start: int, above: int) -> int:
    """Find the first of the comments that stand over a line, below another."""
    first = start
    for number in range(start - 1, above, -1):
        if lines[number].startswith("#"):
            first = number
        elif lines[number].strip():
            break
    return first


def _end_of_head(lines: Sequence[str], start: int) -> int:
    """Find where the comments of the whole file end: below a line for editors, or an empty one."""
    return max(_of_the_file(lines[:start]), default=0) + 1


def _of_the_file(lines: Sequence[str]) -> Iterator[int]:
    for number, line in enumerate(lines):
        if number and (line.startswith(_FOR_EDITORS) or not line.strip()):
            yield number
