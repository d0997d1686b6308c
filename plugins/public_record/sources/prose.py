"""Parts the text of a document into sealed blocks: headings, numbered paragraphs, tables, notes, passages.

The grammar is that of docs/content-format.md. It is read a chunk at a time, a chunk being the lines between two empty ones.
"""

from __future__ import annotations

import re
import textwrap
from collections.abc import Iterator
from datetime import date, datetime
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
from public_record.sources.passages import Slip, stretches

_HEADING = re.compile(r"(#{1,6})[ ]+(?:(\d{1,3}(?:\.\d{1,3})*)\.?[ ]+)?(.+?)[ ]*#*")
_NUMBER = re.compile(r"(?:(\d{1,3}(?:\.\d{1,3})+)\.?|(\d{1,3})[.)]|\((\d{1,3})\))(?:[ \n]+|$)")
_LIMB = re.compile(r"[ ]*(\([a-z]{1,4}\)|[a-z][.)]|[ivx]{2,4}[.)])[ ]+(?=\S)")
_TABLE_NAME = re.compile(r"Table:[ ]*(.+)")
_DEFINITION = re.compile(r"\[(\^?[^\]\n]{1,60})\]:[ ]")
_EDITOR_NOTE = re.compile(r"Editor's note:\s*", re.IGNORECASE)
_POST_MEETING_NOTE = re.compile(r"Post[- ]meeting note:\s*", re.IGNORECASE)
_ACTION = re.compile(r"Actions?:\s*")
_REPORT_BACK = re.compile(r"Report back\b")
_REQUEST = re.compile(
    r"Report back(?: by (?P<date>\d{1,2} [A-Z][a-z]+ \d{4})|(?P<next> to the next meeting)|(?P<none>, no date)):\s*(?P<what>.+)",
    re.DOTALL,
)
_OUTCOME = re.compile(
    r"(?:RESOLVED\b"
    r"|The (?:Partnership|Committee) (?:also |further |then )?"
    r"(?:note[sd]?|agree[sd]?|approve[sd]?|endorse[sd]?|support(?:s|ed)?|request(?:s|ed)?|accept(?:s|ed)?|thank(?:s|ed)?|defer(?:s|red)?)\b)"
)
_PROSE = re.compile(r"[-*+][ ]|>|```|~~~")
_CODE = re.compile(r"(```|~~~)")


class Chunk(NamedTuple):
    """Lines between two empty ones, with the number of the first."""

    line: int
    text: str


def blocks(text: str, first_line: int) -> tuple[list[SealedBlock], list[Slip]]:
    """Read a text into blocks. Slips are returned, never raised: all of them are wanted at once."""
    parts, slips = stretches(text, first_line)
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
    for chunk in _chunks(text, first_line):
        if not _continue(found, chunk):
            found.extend(_read(chunk, slips))
    return found


def _chunks(text: str, first_line: int) -> Iterator[Chunk]:
    """Yield the chunks; a code block is one chunk whatever it holds, a heading is one by itself."""
    lines = text.split("\n")
    start: int | None = None
    fence = ""
    for index, line in enumerate(lines):
        if fence:
            if line.strip() == fence:
                fence = ""
            continue
        if not line.strip():
            if start is not None:
                yield Chunk(first_line + start, "\n".join(lines[start:index]))
                start = None
            continue
        if line[0] == "#" and line.lstrip("#")[:1] == " ":
            if start is not None:
                yield Chunk(first_line + start, "\n".join(lines[start:index]))
            yield Chunk(first_line + index, line)
            start = None
            continue
        if start is None:
            start = index
            opening = _CODE.match(line)
            fence = opening[1] if opening else ""
    if start is not None:
        yield Chunk(first_line + start, "\n".join(lines[start:]).rstrip())


def _read(chunk: Chunk, slips: list[Slip]) -> Iterator[SealedBlock]:
    if chunk.text[0] == " ":
        chunk = Chunk(chunk.line, textwrap.dedent(chunk.text))
    line, text = chunk
    first = text[0]
    if first == "#" and (heading := _HEADING.fullmatch(text)):
        yield SealedHeading(line, len(heading[1]), heading[2], Sealed(heading[3]))
    elif first in "|T" and (table := _table(chunk)):
        yield table
    elif first == "[" and _DEFINITION.match(text):
        yield from _definitions(chunk)
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


def _definitions(chunk: Chunk) -> Iterator[SealedDefinition]:
    """Yield each footnote or link definition; lines that follow one belong to it."""
    for start, text in _split_at(_DEFINITION, chunk.text):
        if match := _DEFINITION.match(text):
            yield SealedDefinition(chunk.line + start, match[1], Sealed(text))


def _split_at(pattern: re.Pattern[str], text: str) -> Iterator[tuple[int, str]]:
    """Part a chunk before each line that matches; yield the offset of each part's first line."""
    part: list[str] = []
    start = 0
    for index, line in enumerate(text.split("\n")):
        if part and pattern.match(line):
            yield start, "\n".join(part)
            part, start = [], index
        part.append(line)
    yield start, "\n".join(part)


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
    """Give a chunk to what stands above it: lettered parts to their paragraph, a table to its name."""
    if not found:
        return False
    if (
        chunk.text[0] == "|"
        and isinstance(found[-1], SealedParagraph)
        and (name := _TABLE_NAME.fullmatch(found[-1].text.reveal()))
    ):
        found[-1] = SealedTable(found[-1].line, Sealed(name[1].strip()), Sealed(chunk.text))
        return True
    if not isinstance(found[-1], SealedParagraph | SealedOutcome) or not _LIMB.match(chunk.text):
        return False
    owner = found[-1]
    _, limbs = _limbs(chunk.text)
    found[-1] = type(owner)(owner.line, owner.number, owner.text, owner.limbs + limbs)
    return True


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
    try:
        return datetime.strptime(words, "%d %B %Y").date()
    except ValueError:
        return None
