"""What search finds: whole pages, and each minute, resolution and paragraph of the agreement as a result of its own.

A page marks in itself what is such a result (`data-kind` on an element with an address). It is cut out of the finished page, so
that search can hold nothing that the page does not; what is left stays a result, too.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from html import escape, unescape

_PAGE = re.compile(r"<article [^>]*\bdata-pagefind-body\b[^>]*>")
_PAGE_END = "</article>"
_TAG = re.compile(r"<(/?)(div|section|h[2-6])\b([^>]*)>")
_ATTRIBUTE = re.compile(r'([a-z][a-z0-9-]*)="([^"]*)"')
_ID = re.compile(r' id="([^"]+)"')
_NUMBER = re.compile(r'<(a|span) class="pr-number".*?</\1>', re.DOTALL)
_ANY_TAG = re.compile(r"<[^>]+>")
_SUBJECT = re.compile(r"data-s\d+")
_OWN = re.compile(r"data-(?:openness|s\d+)")
"""What a result has of its own or not at all: the page is on more subjects than each of its parts."""

_BOXES = ("div", "section")


@dataclass(slots=True)
class _Part:
    """A marked element of a page."""

    start: int
    depth: int
    marks: dict[str, str]
    outer: _Part | None
    heading: str
    """The nearest heading above, until it has one itself."""
    headed: bool = False
    end: int = 0


@dataclass(slots=True)
class _Reading:
    """Where a reader of tags stands."""

    found: list[_Part] = field(default_factory=list)
    under_way: list[_Part] = field(default_factory=list)
    depth: int = 0
    heading: str = ""


def passages(html: str) -> Iterator[tuple[str, str]]:
    """Yield what search is to know of a finished page, each as a page of its own.

    Its name is `index`, or the address of a passage within the page.
    """
    opened = _PAGE.search(html)
    if not opened:
        return
    text = html[opened.start() : html.rindex(_PAGE_END)]
    parts = _parts(text) if ' data-kind="' in text[len(opened[0]) :] else []
    yield "index", _without(text, [part for part in parts if not part.outer]) + _PAGE_END
    page = dict(_ATTRIBUTE.findall(opened[0]))
    for part in parts:
        if place := _ID.search(text, part.start, part.end):
            yield place[1], _document(page, part, place[1], text[part.start : part.end])


def _parts(text: str) -> list[_Part]:
    """Find the marked elements of a page, in their order. Pages are well formed: what opens is closed."""
    reading = _Reading()
    for tag in _TAG.finditer(text):
        if tag[2] not in _BOXES:
            _at_heading(reading, text, tag)
        elif tag[1]:
            _at_end(reading, tag)
        else:
            _at_start(reading, tag)
    return reading.found


def _at_heading(reading: _Reading, text: str, tag: re.Match[str]) -> None:
    if tag[1]:
        return
    words = _ANY_TAG.sub("", _NUMBER.sub("", text[tag.end() : text.index(f"</{tag[2]}>", tag.end())]))
    reading.heading = " ".join(unescape(words).split())
    for part in reading.under_way:
        if not part.headed:
            part.heading, part.headed = reading.heading, True


def _at_start(reading: _Reading, tag: re.Match[str]) -> None:
    reading.depth += 1
    marks = {name: unescape(value) for name, value in _ATTRIBUTE.findall(tag[3])}
    if "data-kind" in marks:
        outer = reading.under_way[-1] if reading.under_way else None
        part = _Part(tag.start(), reading.depth, marks, outer, reading.heading)
        reading.found.append(part)
        reading.under_way.append(part)


def _at_end(reading: _Reading, tag: re.Match[str]) -> None:
    if reading.under_way and reading.under_way[-1].depth == reading.depth:
        reading.under_way.pop().end = tag.end()
    reading.depth -= 1


def _without(text: str, parts: list[_Part]) -> str:
    kept, at = [], 0
    for part in parts:
        kept.append(text[at : part.start])
        at = part.end
    return "".join([*kept, text[at:]])


def _document(page: Mapping[str, str], part: _Part, place: str, text: str) -> str:
    """Write a result as a page: what is said of its page holds for it, and what is said of itself goes before."""
    of_page = {name: unescape(value) for name, value in page.items() if name.startswith("data-") and not _OWN.fullmatch(name)}
    marks = {"data-meeting": of_page["data-title"], **of_page, **(part.outer.marks if part.outer else {}), **part.marks}
    heading = part.outer.heading if part.outer else part.heading
    marks |= {"data-title": ": ".join(filter(None, [part.marks["data-title"], heading])), "data-place": place}
    marks = {name: value for name, value in marks.items() if not name.startswith("data-pagefind-")} | _told(marks)
    written = " ".join(f'{name}="{escape(value)}"' for name, value in marks.items() if name.startswith("data-"))
    return f"<article data-pagefind-body {written}>{text}{_PAGE_END}"


def _told(marks: Mapping[str, str]) -> dict[str, str]:
    """Say to the indexer which mark is what: by what results are narrowed, and what is shown of them or orders them."""
    filters = [f"{name.removeprefix('data-').capitalize()}[{name}]" for name in _FILTERS if name in marks]
    filters += [f"Subject[{name}]" for name in marks if _SUBJECT.fullmatch(name)]
    shown = [f"{name.removeprefix('data-')}[{name}]" for name in _SHOWN if name in marks]
    return {"data-pagefind-filter": ", ".join(filters), "data-pagefind-meta": ", ".join(shown)}


_FILTERS = ("data-kind", "data-body", "data-year", "data-openness")
_SHOWN = ("data-title", "data-kind", "data-meeting", "data-place", "data-date")
