"""The words of HTML and XML: as a reader sees them, and those that only a look at the source would show.

No parser builds a tree here: what counts is that no word is passed over, whatever the mark-up, and that a page costs about
a millisecond. Where browsers and this module disagree, this one reads a word twice rather than not at all.
"""

from __future__ import annotations

import html
import operator
import re
from collections.abc import Iterable, Iterator
from itertools import compress
from urllib.parse import unquote

from public_record.model.fingerprints import letters_of, words_of
from public_record.verify.carried import carried, carried_in_tags, may_carry
from public_record.verify.memory import PassMemory
from public_record.verify.tags import BREAK, PERCENT, TAG, attributes, gap

_HIDDEN = re.compile(
    r"(<(?=[!?s])(?:!--.*?(?:-->|\Z)|!\[CDATA\[.*?(?:\]\]>|\Z)|\?.*?(?:\?>|\Z)"
    r"|script\b.*?(?:</script\s*>?|\Z)|style\b.*?(?:</style\s*>?|\Z)))",
    re.DOTALL | re.IGNORECASE,
)
_TAG = re.compile(f"(<{TAG})")

_PLACE = "<!>"
"""Stands where something hidden was taken out."""

_LIKE_MARKUP = re.compile(r"<[a-z/!?]", re.IGNORECASE)
_CLOSING = re.compile(r"</(?:script|style)\s*>?\Z", re.IGNORECASE)
_ESCAPE = re.compile(r"\\(?:u([0-9a-fA-F]{4})|u\{([0-9a-fA-F]+)\}|x([0-9a-fA-F]{2})|(.))", re.DOTALL)
_STYLE_ESCAPE = re.compile(r"\\(?:([0-9a-f]{1,6})(?:\r\n|[ \t\r\n\f])?|\r\n|[\r\n\f]|(.))", re.IGNORECASE)
_WHITE_SPACE = "nrtbfv0"
_LAST_CHARACTER = 0x10FFFF


def markup(text: str, memory: PassMemory | None = None) -> Iterator[list[str]]:
    """Yield the words of a text that is, or may hold, HTML or XML, without what is in memory."""
    if "<" not in text:
        yield from plain(text)
        return
    parts = _HIDDEN.split(text)
    shown, hidden = _PLACE.join(parts[::2]), parts[1::2]
    if memory and (page := memory.pieces.read(shown)):
        yield from page.rows()
        yield from _inside(memory.tags.fresh(page.tags))
    else:
        yield from _tagged(shown)
    for part in memory.hidden.fresh(hidden) if memory else hidden:
        yield from _hidden(part, memory)


def _tagged(text: str) -> Iterator[list[str]]:
    """Yield the words of a text with tags, and those inside the tags."""
    pieces = _TAG.split(text)
    texts, tags = pieces[::2], pieces[1::2]
    gaps = [*map(gap, tags), ""]
    yield from plain(between := " ".join(texts))
    if _LIKE_MARKUP.search(between):
        # A browser reads as a tag much that is none.
        yield from carried(between)
    if _parts_a_word(texts, gaps):
        yield words_of("".join(map(operator.add, map(html.unescape, texts), gaps)))
    yield from _inside(tags)


def _inside(tags: Iterable[str]) -> Iterator[list[str]]:
    """Yield the words inside of tags, and those of files that their attributes hold."""
    text = attributes(tags)
    yield words_of(text)
    yield from carried_in_tags(text)
    if "\\" in text:
        yield from carried(_styled(text))


def plain(text: str) -> Iterator[list[str]]:
    """Yield the words of a text without mark-up, its character references and percent signs resolved."""
    yield from _shown(text)
    if PERCENT.search(text):
        yield words_of(unquote(text))


def script(text: str) -> Iterator[list[str]]:
    """Yield the words of a script, its strings as they would be shown."""
    text = _unescaped(text)
    yield from markup(text)
    yield from carried(text)


def style(text: str) -> Iterator[list[str]]:
    """Yield the words of a style sheet, and those of files that it holds, its escapes read and unread."""
    for read in dict.fromkeys([text, _styled(text)]):
        yield from markup(read)
        yield from carried(read)


_SLICE = 1 << 20
"""Characters of JSON that are read in one go."""

_BORDER = '"},{"'
"""Stands between two objects of a list; a string begins or ends in it, whatever it stands in."""


def data(text: str, memory: PassMemory | None = None) -> Iterator[list[str]]:
    """Yield the words of JSON: every string, keys too, each as a page may show it. It need not be whole to be read.

    It is read in slices, cut between two strings, where no run of words reaches across: the words of a whole record would
    fill the memory.
    """
    start = 0
    while start < len(text):
        end = text.find('","', start + _SLICE)
        end = len(text) if end < 0 else end + 1
        yield from each(_strings(text[start:end], memory))
        start = end


def _strings(text: str, memory: PassMemory | None) -> Iterable[str]:
    """Give what stands between quotes, in and out of strings, once each and without what is in memory."""
    if memory and _BORDER in text:
        text = '"'.join(memory.objects.fresh(text.split(_BORDER)))
    escapes = "\\" in text
    if escapes:
        # Two strokes are one, so that a quote behind them ends the string. What is escaped so parts words.
        text = text.replace(r"\\", " ").replace(r"\"", " ").replace(r"\n", " ")
    strings = memory.strings.fresh(text.split('"')) if memory else dict.fromkeys(text.split('"'))
    return map(_unescaped, strings) if escapes and "\\" in text else strings


_TOGETHER = 256
"""Strings whose words are at hand at the same time: many more are slower."""


def each(texts: Iterable[str]) -> Iterator[list[str]]:
    """Yield the words of many texts. Those that are words and nothing else are read in one go."""
    texts = list(texts)
    if _is_more_than_words("".join(texts)):
        for text in filter(_is_more_than_words, texts):
            yield from markup(text)
            yield from carried(f'"{text}"')
        texts = [text for text in texts if not _is_more_than_words(text)]
    # One letter beyond ASCII makes all that it is read with slower.
    for simple in ([text for text in texts if text.isascii()], [text for text in texts if not text.isascii()]):
        for start in range(0, len(simple), _TOGETHER):
            yield words_of(BREAK.join(simple[start : start + _TOGETHER]))


def _is_more_than_words(text: str) -> bool:
    return "<" in text or "&" in text or "%" in text or may_carry(text)


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
    """Say whether a character parts no word: a letter, a mark on one, a reference to one."""
    return character.isalnum() or character in "&;" or (not character.isascii() and letters_of(character) != " ")


def _hidden(part: str, memory: PassMemory | None) -> Iterator[list[str]]:
    if part[1] in "!?":
        yield from markup(part.strip("<>![]-?/"))
        return
    opening, _, content = part.partition(">")
    yield from _inside([opening])
    content = _CLOSING.sub("", content).strip()
    if opening[1:].lower().startswith("style"):
        yield from style(content)
    else:
        yield from data(content, memory) if content.startswith(("{", "[")) else script(content)


def _unescaped(text: str) -> str:
    return _ESCAPE.sub(_character, text) if "\\" in text else text


def _styled(text: str) -> str:
    """Read the escapes of a style sheet."""
    return _STYLE_ESCAPE.sub(_sign, text) if "\\" in text else text


def _sign(match: re.Match[str]) -> str:
    return chr(min(int(match[1], 16), _LAST_CHARACTER)) if match[1] else match[2] or ""


def _character(match: re.Match[str]) -> str:
    """Read one escape. Those for white space, and those of quotes, part words."""
    if code := match[1] or match[2] or match[3]:
        return chr(min(int(code, 16), _LAST_CHARACTER))
    return match[4] if match[4] not in _WHITE_SPACE and (match[4].isalnum() or match[4] == "/") else " "
