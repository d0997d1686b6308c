"""The words of HTML and XML: as a reader sees them, and those that only a look at the source would show.

No parser builds a tree here: what counts is that no word is passed over, whatever the mark-up, and that a page costs about
a millisecond. Where browsers and this module disagree, this one reads a word twice rather than not at all.
"""

from __future__ import annotations

import html
import operator
import re
from collections.abc import Iterable, Iterator
from functools import lru_cache
from itertools import compress
from urllib.parse import unquote

from public_record.model.fingerprints import words_of

_HIDDEN = re.compile(
    r"(<(?=[!?s])(?:!--.*?(?:-->|\Z)|!\[CDATA\[.*?(?:\]\]>|\Z)|\?.*?(?:\?>|\Z)"
    r"|script\b.*?(?:</script\s*>?|\Z)|style\b.*?(?:</style\s*>?|\Z)))",
    re.DOTALL | re.IGNORECASE,
)
_TAG = re.compile(r"""(</?[a-zA-Z!][^<>"']*+(?:(?:"[^"]*+"|'[^']*+')[^<>"']*+)*+>)""")

_INSIDE_WORDS = frozenset(
    {"!", "a", "abbr", "b", "bdi", "bdo", "big", "cite", "code", "data", "del", "dfn", "em", "font", "i", "ins", "kbd", "mark"}
    | {"q", "s", "samp", "small", "span", "strong", "sub", "sup", "time", "tt", "u", "var", "wbr"}
)
"""A reader sees one word where one of these stands inside it."""

_NAME = re.compile(r"</?([a-z]+|!)", re.IGNORECASE)

_PLACE = "<!>"
"""Stands where something hidden was taken out."""

_BREAK = " zxqbreakqxz "
"""Keeps the words on either side of it from forming a run: a word that nobody writes."""

_MORE_THAN_WORDS = re.compile(r"[<&%]")
_PERCENT = re.compile(r"%[0-9a-f]{2}", re.IGNORECASE)
_LIKE_MARKUP = re.compile(r"<[a-z/!?]", re.IGNORECASE)
_CLOSING = re.compile(r"</(?:script|style)\s*>?\Z", re.IGNORECASE)
_ESCAPE = re.compile(r"\\(?:u([0-9a-fA-F]{4})|u\{([0-9a-fA-F]+)\}|x([0-9a-fA-F]{2})|(.))", re.DOTALL)
_WHITE_SPACE = "nrtbfv0"
_LAST_CHARACTER = 0x10FFFF


class Tags:
    """Tags that stood in a file in which nothing was found. The pages of a site have nearly all of theirs in common."""

    def __init__(self) -> None:
        self._clean: set[str] = set()
        self._fresh: list[str] = []

    def fresh(self, tags: Iterable[str]) -> list[str]:
        """List those that have still to be read, each once."""
        self._fresh = [tag for tag in dict.fromkeys(tags) if tag not in self._clean]
        return self._fresh

    def clear(self, *, found: bool) -> None:
        """End a file. If something was found in it, its tags are read again in the next: each file is to be named."""
        if not found and len(self._clean) < _MOST_TAGS:
            self._clean.update(self._fresh)
        self._fresh = []


_MOST_TAGS = 1 << 16


def markup(text: str, tags_before: Tags | None = None) -> Iterator[list[str]]:
    """Yield the words of a text that is, or may hold, HTML or XML, without the tags that were read before."""
    if "<" not in text:
        yield from plain(text)
        return
    parts = _HIDDEN.split(text)
    shown = _PLACE.join(parts[::2])
    pieces = _TAG.split(shown)
    texts, tags = pieces[::2], pieces[1::2]
    gaps = [*map(_gap, tags), ""]
    yield from plain(" ".join(texts))
    if _parts_a_word(texts, gaps):
        yield words_of(html.unescape("".join(map(operator.add, texts, gaps))))
    yield words_of(_attributes(tags_before.fresh(tags) if tags_before else tags))
    for part in parts[1::2]:
        yield from _hidden(part)


def plain(text: str) -> Iterator[list[str]]:
    """Yield the words of a text without mark-up, its character references and percent signs resolved."""
    yield from _shown(text)
    if _PERCENT.search(text):
        yield words_of(unquote(text))


def script(text: str) -> Iterator[list[str]]:
    """Yield the words of a script, its strings as they would be shown."""
    yield from markup(_unescaped(text))


_SLICE = 1 << 20
"""Characters of JSON that are read in one go."""


def data(text: str) -> Iterator[list[str]]:
    """Yield the words of JSON: every string, keys too, each as a page may show it. It need not be whole to be read.

    It is read in slices, cut between two strings, where no run of words reaches across: the words of a whole record would
    fill the memory.
    """
    start = 0
    while start < len(text):
        end = text.find('","', start + _SLICE)
        end = len(text) if end < 0 else end + 1
        yield from markup(_unescaped(text[start:end]).replace('"', _BREAK))
        start = end


def each(texts: Iterable[str]) -> Iterator[list[str]]:
    """Yield the words of many texts. Those that are words and nothing else are read in one go."""
    texts = list(texts)
    together = _BREAK.join(texts)
    if not _MORE_THAN_WORDS.search(together):
        yield words_of(together)
        return
    simple = []
    for text in texts:
        if _MORE_THAN_WORDS.search(text):
            yield from markup(text)
        else:
            simple.append(text)
    yield words_of(_BREAK.join(simple))


def _shown(text: str) -> Iterator[list[str]]:
    read = html.unescape(text)
    yield words_of(read)
    # Feeds carry escaped HTML, and pages show the source of other pages.
    if read != text and _LIKE_MARKUP.search(read):
        yield from markup(read)


def _parts_a_word(texts: list[str], gaps: list[str]) -> bool:
    """Say whether nothing but tags that may stand inside a word stands between two letters."""
    last = len(texts) - 1
    for number in compress(range(last), map(operator.not_, gaps)):
        if texts[number] and _is_letter(texts[number][-1]):
            following = number + 1
            while following < last and not texts[following] and not gaps[following]:
                following += 1
            if texts[following] and _is_letter(texts[following][0]):
                return True
    return False


def _is_letter(character: str) -> bool:
    return character.isalnum() or character in "&;"


@lru_cache(maxsize=1 << 12)
def _gap(tag: str) -> str:
    """Say what a reader sees in the place of a tag; pages have many in common."""
    name = _NAME.match(tag)
    return "" if name and name[1].lower() in _INSIDE_WORDS else " "


def _attributes(tags: list[str]) -> str:
    text = html.unescape(_BREAK.join(dict.fromkeys(tags)))
    return text + _BREAK + unquote(text) if _PERCENT.search(text) else text


def _hidden(part: str) -> Iterator[list[str]]:
    if part[1] in "!?":
        yield from markup(part.strip("<>![]-?/").removeprefix("CDATA["))
        return
    opening, _, content = part.partition(">")
    yield words_of(html.unescape(opening))
    content = _CLOSING.sub("", content).strip()
    yield from data(content) if content.startswith(("{", "[")) else script(content)


def _unescaped(text: str) -> str:
    return _ESCAPE.sub(_character, text) if "\\" in text else text


def _character(match: re.Match[str]) -> str:
    """Read one escape. Those for white space, and those of quotes, part words."""
    if code := match[1] or match[2] or match[3]:
        return chr(min(int(code, 16), _LAST_CHARACTER))
    return match[4] if match[4] not in _WHITE_SPACE and match[4].isalnum() else " "
