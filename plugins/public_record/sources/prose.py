"""Parts the text of a document into sealed blocks: headings, numbered paragraphs, tables, notes, passages.

The grammar is that of docs/content-format.md. It is read a chunk at a time, a chunk being the lines between two empty ones.
"""

from __future__ import annotations

import re
import string
import textwrap
from calendar import monthrange
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from typing import NamedTuple

from public_record.model.private import (
    SealedAction,
    SealedAmendment,
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
    SealedVote,
)
from public_record.model.rules import Rule
from public_record.model.text import Sealed
from public_record.model.vocabulary import Due
from public_record.sources.look_alikes import look_alikes
from public_record.sources.passages import Slip, stretches

_HEADING = re.compile(r"(#{1,6})[ ]+(?:(\d{1,3}(?:\.\d{1,3})*)\.?[ ]+)?(.*[^ #]|.+?)[ ]*#*")
_NUMBER = re.compile(r"(?:(\d{1,3}(?:\.\d{1,3})+)\.?|(\d{1,3})[.)]|\((\d{1,3})\))(?=[ \n]|$)")
_NUMBERS = re.compile(rf"\n(?=[0-9(]){_NUMBER.pattern}")
_LIMB = re.compile(r"[ ]*(\([a-z]{1,4}\)|[a-z][.)]|[ivx]{2,4}[.)])[ ]+(?=\S)")
_LIMBS = re.compile(rf"\n{_LIMB.pattern}")
# Most paragraphs are one, and have no lettered parts: none of their lines begins as a number or a part does.
_MAY_BE_PARTED = re.compile(r"\n(?:[0-9(]|[ ]*(?:\([a-z]|[a-z][.)]|[ivx]{2,4}[.)]))")
_INDENT = re.compile(r"\n {1,4}")
# What goes on with the block above it begins with a space, a row, or the mark of a lettered part.
_GOES_ON = frozenset(f" |({string.ascii_lowercase}")
_TABLE_NAME = re.compile(r"Table:[ ]*(.+)")
# As Markdown finds them, so that none passes for text: it asks for no space, and takes them in the midst of a paragraph.
_DEFINITION = re.compile(r"[ ]{0,3}\[(\^?[^\[\]\n]+)\]:[ ]*")
_EDITOR_NOTE = re.compile(r"Editor['\u2019]s note:\s*", re.IGNORECASE)
_POST_MEETING_NOTE = re.compile(r"Post[- ]meeting note:\s*", re.IGNORECASE)
_AMENDMENT = re.compile(r"[*_]*Amendment[*_]*:[*_]*\s*(?=\S)")
_VOTE = re.compile(r"[*_]*(?:Recorded vote|Vote)[*_]*:[*_]*\s*(?=\S)")
_ACTION = re.compile(r"Actions?:\s*")
_REPORT_BACK = re.compile(r"Report back\b")
_REQUEST = re.compile(
    r"Report back(?: by (?P<date>(?:\d{1,2}(?:st|nd|rd|th)? )?[A-Z][a-z]+ \d{4})"
    r"|(?P<next> to the next meeting)|(?P<none>, no date)):\s*(?P<what>.+)",
    re.DOTALL,
)
_OUTCOME = re.compile(
    r"[*_]*(?:RESOLVED\b|AGREED\b|NOTED\b|APPROVED\b|ENDORSED\b|DEFERRED\b|Resolved(?:[*_]*:|[*_]* that\b)"
    r"|It was (?:also |further |then )?resolved\b"
    r"|The (?:Partnership|(?:Select )?Committee) (?:also |further |then )?"
    r"(?:note[sd]?|agree[sd]?|approve[sd]?|endorse[sd]?|support(?:s|ed)?|request(?:s|ed)?|accept(?:s|ed)?|thank(?:s|ed)?|defer(?:s|red)?)\b)"
)
_MONTHS = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip
_PROSE = re.compile(r"[-*+][ ]|>|```|~~~")
_CODE = re.compile(r"(```|~~~)")
_HASH = re.compile(r"(?m)^#")
_SPACES = re.compile(r"\n[^\S\n]+(?=\n|$)")


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
            found.append(SealedPassage(part.mark, part.exemption, tuple(read)))
    return found, slips


def _blocks_of(text: str, first_line: int, slips: list[Slip]) -> list[SealedBlock]:
    found: list[SealedBlock] = []
    for chunk in _chunks(text, first_line):
        if chunk.text[0] not in _GOES_ON or not _continue(found, chunk):
            found.extend(_read(chunk, slips))
    return found


def _chunks(text: str, first_line: int) -> Iterator[Chunk]:
    """Part a text into chunks: where no code is in it, most of them are what stands between two empty lines."""
    text = f"\n{text}"
    if ("`" in text and "\n```" in text) or ("~" in text and "\n~~~" in text):
        yield from _Chunking(text.split("\n"), first_line - 1).chunks()
        return
    may_define = "]" in text and "]:" in text
    line = first_line - 1
    for piece in _SPACES.sub("\n", text).split("\n\n"):
        further = piece.count("\n")
        start = line
        if piece[:1] == "\n":
            start += len(piece) - len(piece := piece.lstrip("\n"))
        if start < line + further and (("#" in piece and _HASH.search(piece)) or (may_define and "]:" in piece)):
            yield from _Chunking(piece.split("\n"), start).chunks()
        elif piece:
            yield Chunk(start, piece.rstrip())
        line += further + 2


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
    elif first in "(0123456789" and (number := _NUMBER.match(text)):
        yield from _numbered(chunk, number)
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


def _numbered(chunk: Chunk, number: re.Match[str]) -> Iterator[SealedBlock]:
    """Read each paragraph of a chunk that has a number: several can stand right under one another.

    What begins a line by chance, as in `84.6 per cent`, is no number of a paragraph: that follows on from the one above.
    """
    line, text = chunk
    if not _MAY_BE_PARTED.search(text) and not _LIMB.match(text, number.end()):
        yield _numbered_one(line, number, text[number.end() :].strip(), ())
        return
    for further in _NUMBERS.finditer(text):
        if _follows(number, further):
            yield _numbered_paragraph(line, number, text[number.end() : further.start()])
            line, number = chunk.line + text.count("\n", 0, further.end()), further
    yield _numbered_paragraph(line, number, text[number.end() :])


def _numbered_paragraph(line: int, number: re.Match[str], text: str) -> SealedBlock:
    return _numbered_one(line, number, *_limbs(text))


def _numbered_one(line: int, number: re.Match[str], text: str, limbs: tuple[SealedLimb, ...]) -> SealedBlock:
    kind = SealedOutcome if _OUTCOME.match(text) else SealedParagraph
    return kind(line, _as_printed(number), Sealed(text), limbs)


def _follows(above: re.Match[str], number: re.Match[str]) -> bool:
    """Say whether a number is the next: 2.1 goes on to 2.2, 2.1.1 or 3.0; 14 to 15 or 14.1; and `(2)` is not next to `1.`."""
    before, after = _levels(above), _levels(number)
    if bool(above[3]) != bool(number[3]) or len(after) > len(before) + 1:
        return False
    for level, (one, other) in enumerate(zip(before, after, strict=False)):
        if one != other:
            return other == one + 1 and len(after) <= len(before) and max(after[level + 1 :], default=0) <= 1
    return len(after) > len(before) and after[-1] <= 1


def _levels(number: re.Match[str]) -> list[int]:
    return [int(level) for level in _as_printed(number).split(".")]


def _as_printed(number: re.Match[str]) -> str:
    return number[1] or number[2] or number[3]


def _limbs(text: str) -> tuple[str, tuple[SealedLimb, ...]]:
    """Part a paragraph into its opening words and its lettered parts."""
    text = f"\n{text}"
    if not _LIMBS.search(text):
        return text.strip(), ()
    head, *parts = _LIMBS.split(text)
    marked = zip(parts[::2], parts[1::2], strict=True)
    return head.strip(), tuple(SealedLimb(mark, Sealed(_dedent(part))) for mark, part in marked)


def _dedent(text: str) -> str:
    """Take the indentation off the lines that continue a lettered part."""
    return _INDENT.sub("\n", text).strip()


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
    if match := _AMENDMENT.match(text):
        return SealedAmendment(line, Sealed(text[match.end() :]))
    if match := _VOTE.match(text):
        return SealedVote(line, Sealed(text[match.end() :]))
    if match := _EDITOR_NOTE.match(text):
        return SealedEditorNote(line, Sealed(text[match.end() :]))
    rest, limbs = _limbs(text)
    return SealedParagraph(line, None, Sealed(rest), limbs)


_NO_DUE = "does not say when it is due"


def _request(chunk: Chunk, slips: list[Slip]) -> SealedBlock:
    match = _REQUEST.fullmatch(chunk.text)
    due, by = _due(match) if match else (Due.NO_DATE, None)
    if match is None or (match["date"] and by is None):
        no_day = match is not None
        slips.append(
            Slip(
                chunk.line,
                Rule.REQUEST_DUE,
                f"a report asked for {'is due on a day or in a month that the calendar does not have' if no_day else _NO_DUE}.",
                "Write `Report back by 13 October 2016: …` (or `by October 2016`), `Report back to the next meeting: …` or "
                "`Report back, no date: …`.",
            )
        )
        return SealedParagraph(chunk.line, None, Sealed(chunk.text))
    return SealedRequest(chunk.line, due, by, Sealed(match["what"].strip()))


def _due(match: re.Match[str]) -> tuple[Due, date | None]:
    """Read when a report is due. A day or a month that is none is left without a date, which is a slip."""
    if match["date"] is None:
        return (Due.NEXT_MEETING if match["next"] else Due.NO_DATE), None
    *day, month, year = match["date"].split()
    try:
        number = _MONTHS.index(month) + 1
        last = monthrange(int(year), number)[1]
        return (Due.DATE if day else Due.MONTH), date(int(year), number, int(day[0].rstrip("sthndr")) if day else last)
    except ValueError:
        return Due.NO_DATE, None
