"""Parts the text of a document into sealed blocks: headings, numbered paragraphs, tables, notes, passages.

The grammar is that of docs/content-format.md. It is read a chunk at a time, a chunk being the lines between two empty ones.
"""

from __future__ import annotations

import re
import textwrap
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from functools import cache
from typing import NamedTuple

from public_record.model.private import (
    SealedAction,
    SealedBlock,
    SealedDefinition,
    SealedEditorNote,
    SealedHeading,
    SealedLimb,
    SealedOutcome,
    SealedParagraph,
    SealedPassage,
    SealedPostMeetingNote,
    SealedProse,
    SealedRequest,
    SealedTable,
)
from public_record.model.rules import Rule
from public_record.model.text import Sealed
from public_record.model.vocabulary import Due
from public_record.sources.look_alikes import look_alikes
from public_record.sources.passages import Slip, stretches

_HEADING = re.compile(r"(#{1,6})[ ]+(?:(\d{1,3}(?:\.\d{1,3})*)\.?[ ]+)?(.+?)[ ]*#*")
_NUMBER = re.compile(r"(?:(\d{1,3}(?:\.\d{1,3})+)\.?|(\d{1,3})[.)]|\((\d{1,3})\))(?:[ \n]+|$)")
_LIMB = re.compile(r"[ ]*(\([a-z]{1,4}\)|[a-z][.)]|[ivx]{2,4}[.)])[ ]+(?=\S)")
_TABLE_NAME = re.compile(r"Table:[ ]*(.+)")
# As Markdown finds them, so that none passes for text: it asks for no space, and takes them in the midst of a paragraph.
_DEFINITION = re.compile(r"[ ]{0,3}\[(\^?[^\[\]\n]+)\]:[ ]*")
_EDITOR_NOTE = re.compile(r"Editor['\u2019]s note:\s*", re.IGNORECASE)
_POST_MEETING_NOTE = re.compile(r"Post[- ]meeting note:\s*", re.IGNORECASE)
_ACTION = re.compile(r"Actions?:\s*")
_REPORT_BACK = re.compile(r"Report back\b")
_REQUEST = re.compile(
    r"Report back(?: by (?P<date>\d{1,2} [A-Z][a-z]+ \d{4})|(?P<next> to the next meeting)|(?P<none>, no date)):"
    r"\s*(?P<what>.+)",
    re.DOTALL,
)
_OUTCOME = re.compile(
    r"[*_]*(?:RESOLVED\b|Resolved(?:[*_]*:|[*_]* that\b)"
    r"|The (?:Partnership|Committee) (?:also |further |then )?"
    r"(?:note[sd]?|agree[sd]?|approve[sd]?|endorse[sd]?|support(?:s|ed)?|request(?:s|ed)?|accept(?:s|ed)?|thank(?:s|ed)?|defer(?:s|red)?)\b)"
)
_MONTHS = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip
_PROSE = re.compile(r"[-*+][ ]|>|```|~~~")
_CODE = re.compile(r"(```|~~~)")


class Chunk(NamedTuple):
    """Lines between two empty ones, with the number of the first."""

    line: int
    text: str


def blocks(text: str, first_line: int) -> tuple[list[SealedBlock], list[Slip]]:
    """Read a text into blocks. Slips are returned, never raised: all of them are wanted at once."""
    parts, slips = stretches(text, first_line)
    slips.extend(look_alikes(text, first_line))
    found: list[SealedBlock] = []
    for part in parts:
        read = _blocks_of(part.text, part.line, slips)
        if part.exemption is None:
            found.extend(read)
        else:
            found.append(SealedPassage(part.line - 1, part.exemption, tuple(read)))
    return found, slips


def _blocks_of(text: str, first_line: int, slips: list[Slip]) -> list[SealedBlock]:
    found: list[SealedBlock] = []
    for chunk in _Chunking(text.split("\n"), first_line).chunks():
        if not _continue(found, chunk):
            found.extend(_read(chunk, slips))
    return found


class _Chunking:
    """Parts lines into chunks; a code block is one chunk whatever it holds, a heading is one by itself."""

    def __init__(self, lines: list[str], first_line: int) -> None:
        self._lines = lines
        self._first_line = first_line
        self._start: int | None = None

    def chunks(self) -> Iterator[Chunk]:
        fence = ""
        for index, line in enumerate(self._lines):
            if fence:
                fence = "" if line.strip() == fence else fence
            elif not line.strip():
                yield from self._end(index)
            elif line[0] == "#" and line.lstrip("#")[:1] == " ":
                yield from self._end(index)
                yield Chunk(self._first_line + index, line)
            else:
                if "]:" in line and _DEFINITION.match(line):
                    yield from self._end(index)
                if self._start is None:
                    self._start = index
                    fence = opening[1] if (opening := _CODE.match(line)) else ""
        yield from self._end(len(self._lines))

    def _end(self, index: int) -> Iterator[Chunk]:
        """Yield the chunk that ends before a line, if one has begun."""
        if self._start is not None:
            yield Chunk(self._first_line + self._start, "\n".join(self._lines[self._start : index]).rstrip())
            self._start = None


def _read(chunk: Chunk, slips: list[Slip]) -> Iterator[SealedBlock]:
    if chunk.text[0] == " ":
        chunk = Chunk(chunk.line, textwrap.dedent(chunk.text))
    line, text = chunk
    first = text[0]
    if first == "#" and (heading := _HEADING.fullmatch(text)):
        yield SealedHeading(line, len(heading[1]), heading[2], Sealed(heading[3]))
    elif first in "|T" and (table := _table(chunk)):
        yield table
    elif first == "[" and (definition := _DEFINITION.match(text)):
        yield SealedDefinition(line, definition[1], Sealed(text))
    elif first in "(0123456789" and _NUMBER.match(text):
        yield from _numbered(chunk)
    elif _PROSE.match(text):
        yield SealedProse(line, Sealed(text))
    else:
        yield _paragraph(chunk, slips)


def _table(chunk: Chunk) -> SealedTable | None:
    line, text = chunk
    name = _TABLE_NAME.match(text)
    rows = text[name.end() :].lstrip("\n") if name else text
    if not rows.startswith("|"):
        return None
    return SealedTable(line, Sealed(name[1].strip()) if name else None, Sealed(rows))


def _split_at(pattern: re.Pattern[str], text: str) -> Iterator[tuple[int, str]]:
    """Part a chunk before each line that matches; yield the offset of each part's first line."""
    line = start = 0
    for match in _at_lines(pattern).finditer(text, 1):
        part = text[start : match.start()]
        yield line, part[:-1]
        line, start = line + part.count("\n"), match.start()
    yield line, text[start:]


@cache
def _at_lines(pattern: re.Pattern[str]) -> re.Pattern[str]:
    """Make a pattern that finds, all over a text, the lines that match: one search is quicker than one match a line."""
    return re.compile(f"^(?:{pattern.pattern})", re.MULTILINE)


def _numbered(chunk: Chunk) -> Iterator[SealedBlock]:
    for start, text in _split_at(_NUMBER, chunk.text):
        match = _NUMBER.match(text)
        if match is None:  # pragma: no cover - _split_at begins each part at a number
            continue
        number = match[1] or match[2] or match[3]
        rest, limbs = _limbs(text[match.end() :])
        kind = SealedOutcome if _OUTCOME.match(rest) else SealedParagraph
        yield kind(chunk.line + start, number, Sealed(rest), limbs)


def _limbs(text: str) -> tuple[str, tuple[SealedLimb, ...]]:
    """Part a paragraph into its opening words and its lettered parts."""
    if "\n" not in text and not _LIMB.match(text):
        return text.strip(), ()
    if _LIMB.match(text):
        head, parts = "", list(_split_at(_LIMB, text))
    else:
        (_, head), *parts = _split_at(_LIMB, text)
    limbs = []
    for _, part in parts:
        match = _LIMB.match(part)
        if match:
            limbs.append(SealedLimb(match[1], Sealed(_dedent(part[match.end() :]))))
    return head.strip(), tuple(limbs)


def _dedent(text: str) -> str:
    """Take the indentation off the lines that continue a lettered part."""
    return re.sub(r"\n[ ]{1,4}", "\n", text).strip()


def _continue(found: list[SealedBlock], chunk: Chunk) -> bool:
    """Give a chunk to what stands above it: lettered parts to their paragraph, a table to its name, text to its footnote."""
    above = found[-1] if found else None
    joined: SealedBlock | None = None
    match above:
        case SealedDefinition() if chunk.text[0] == " " and not _DEFINITION.match(chunk.text):
            joined = replace(above, text=Sealed(f"{above.text.reveal()}\n\n{chunk.text}"))
        case SealedParagraph() if chunk.text[0] == "|" and (name := _TABLE_NAME.fullmatch(above.text.reveal())):
            joined = SealedTable(above.line, Sealed(name[1].strip()), Sealed(chunk.text))
        case SealedParagraph() | SealedOutcome() if _LIMB.match(chunk.text):
            joined = replace(above, limbs=above.limbs + _limbs(chunk.text)[1])
    if joined:
        found[-1] = joined
    return joined is not None


def _paragraph(chunk: Chunk, slips: list[Slip]) -> SealedBlock:
    line, text = chunk
    if _OUTCOME.match(text):
        rest, limbs = _limbs(text)
        return SealedOutcome(line, None, Sealed(rest), limbs)
    if match := _ACTION.match(text):
        owners = tuple(Sealed(owner.strip()) for owner in text[match.end() :].replace("\n", " ").split(",") if owner.strip())
        return SealedAction(line, owners)
    if _REPORT_BACK.match(text):
        return _request(chunk, slips)
    if match := _POST_MEETING_NOTE.match(text):
        return SealedPostMeetingNote(line, Sealed(text[match.end() :]))
    if match := _EDITOR_NOTE.match(text):
        return SealedEditorNote(line, Sealed(text[match.end() :]))
    rest, limbs = _limbs(text)
    return SealedParagraph(line, None, Sealed(rest), limbs)


def _request(chunk: Chunk, slips: list[Slip]) -> SealedBlock:
    match = _REQUEST.fullmatch(chunk.text)
    by = _day(match["date"]) if match and match["date"] else None
    if match is None or (match["date"] and by is None):
        slips.append(
            Slip(
                chunk.line,
                Rule.REQUEST_DUE,
                "a report asked for does not say when it is due.",
                "Write `Report back by 13 October 2016: …`, `Report back to the next meeting: …` or `Report back, no date: …`.",
            )
        )
        return SealedParagraph(chunk.line, None, Sealed(chunk.text))
    due = Due.DATE if by else Due.NEXT_MEETING if match["next"] else Due.NO_DATE
    return SealedRequest(chunk.line, due, by, Sealed(match["what"].strip()))


def _day(words: str) -> date | None:
    day, month, year = words.split()
    try:
        return date(int(year), _MONTHS.index(month) + 1, int(day))
    except ValueError:
        return None
