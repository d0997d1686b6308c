"""The words of HTML and XML: as a reader sees them, and those that only a look at the source would show.

No parser builds a tree here: what counts is that no word is passed over, whatever the mark-up, and that a page costs about
a millisecond. Where browsers and this module disagree, this one reads a word twice rather than not at all.
"""

from __future__ import annotations

import html
import json
import re
from collections.abc import Iterator
from typing import Any
from urllib.parse import unquote

from public_record.model.fingerprints import words_of

_HIDDEN = re.compile(
    r"<!--.*?(?:-->|\Z)|<!\[CDATA\[.*?(?:\]\]>|\Z)|<\?.*?(?:\?>|\Z)|<script\b.*?(?:</script|\Z)|<style\b.*?(?:</style|\Z)",
    re.DOTALL | re.IGNORECASE,
)
_TAG = re.compile(r"""</?[a-z!](?:[^<>"']++|"[^"]*+"|'[^']*+')*+>""", re.IGNORECASE)

# A reader sees one word where one of these stands inside it.
_INSIDE_WORDS = re.compile(
    r"""(?:</?(?:!|(?:a|abbr|b|bdi|bdo|big|cite|code|data|del|dfn|em|font|i|ins|kbd|mark|q|s|samp|small|span|strong|sub|sup|time|tt"""
    r"""|u|var|wbr)\b)[^<>]*+>)+(?=[\w&])""",
    re.IGNORECASE,
)
_PLACE = "<!>"
"""Stands where something hidden was taken out."""

_BREAK = " \ua66e "
"""Keeps the words on either side of it from forming a run: a letter that nobody writes."""

_LIKE_MARKUP = re.compile(r"<[a-z/!?]", re.IGNORECASE)
_OPENING = re.compile(r"""<\w+((?:[^<>"']++|"[^"]*+"|'[^']*+')*+)>?""")
_SCRIPT_ESCAPE = re.compile(r"\\(?:u\{?([0-9a-f]{4,6})\}?|x([0-9a-f]{2})|[nrtbfv0])", re.IGNORECASE)
_LAST_CHARACTER = 0x10FFFF


def markup(text: str) -> Iterator[list[str]]:
    """Yield the words of a text that is, or may hold, HTML or XML."""
    if "<" not in text:
        yield from plain(text)
        return
    hidden = _HIDDEN.findall(text)
    shown = _HIDDEN.sub(_PLACE, text) if hidden else text
    yield from _shown(" ".join(_TAG.split(shown)))
    joined = _INSIDE_WORDS.sub(_without_break, shown)
    if len(joined) != len(shown):
        yield words_of(html.unescape(" ".join(_TAG.split(joined))))
    yield words_of(_attributes(_TAG.findall(shown)))
    for part in hidden:
        yield from _hidden(part)


def plain(text: str) -> Iterator[list[str]]:
    """Yield the words of a text without mark-up, its character references and percent signs resolved."""
    yield from _shown(text)
    if "%" in text:
        yield words_of(unquote(text))


def script(text: str) -> Iterator[list[str]]:
    """Yield the words of a script, its strings as they would be shown."""
    yield from markup(_SCRIPT_ESCAPE.sub(_escaped, text) if "\\" in text else text)


def data(text: str) -> Iterator[list[str]]:
    """Yield the words of JSON: every string, keys too, each read as a page may show it. What is no JSON is read as a script."""
    try:
        values = json.loads(text, strict=False, object_pairs_hook=_pairs)
    except (ValueError, RecursionError):
        yield from script(text)
        return
    for string in strings(values):
        yield from markup(string)


def strings(value: Any) -> Iterator[str]:
    """Yield every string of a value made of lists and tuples."""
    pending = [value]
    while pending:
        value = pending.pop()
        if isinstance(value, str):
            yield value
        elif isinstance(value, list | tuple):
            pending.extend(value)


def _pairs(pairs: list[tuple[str, Any]]) -> list[tuple[str, Any]]:
    """Keep an object as its pairs: a key that is written twice would hide the first of them."""
    return pairs


def _shown(text: str) -> Iterator[list[str]]:
    read = html.unescape(text)
    yield words_of(read)
    # Feeds carry escaped HTML, and pages show the source of other pages.
    if read != text and _LIKE_MARKUP.search(read):
        yield from markup(read)


def _attributes(tags: list[str]) -> str:
    text = html.unescape(_BREAK.join(tags))
    return text + _BREAK + unquote(text) if "%" in text else text


def _without_break(match: re.Match[str]) -> str:
    before = match.string[match.start() - 1 : match.start()]
    return "" if before.isalnum() or before == ";" else match[0]


def _hidden(part: str) -> Iterator[list[str]]:
    if part[1] in "!?":
        yield from markup(part.strip("<>![]-?/").removeprefix("CDATA["))
        return
    opening = _OPENING.match(part)
    content = part[opening.end() : part.rindex("</")] if opening and "</" in part else part
    yield words_of(html.unescape(opening[1])) if opening else []
    yield from data(content) if content.lstrip()[:1] in ("{", "[") else script(content)


def _escaped(match: re.Match[str]) -> str:
    code = match[1] or match[2]
    return chr(min(int(code, 16), _LAST_CHARACTER)) if code else " "
