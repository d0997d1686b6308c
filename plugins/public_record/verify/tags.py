"""The tags of HTML and XML: what a reader sees in their place, and the words inside them."""

from __future__ import annotations

import html
import re
from collections.abc import Iterable
from functools import lru_cache
from urllib.parse import unquote

TAG = r"""/?[a-zA-Z!][^<>"']*+(?:(?:"[^"]*+"|'[^']*+')[^<>"']*+)*+>"""
"""A whole tag, without the sign that opens it."""

BREAK = " zxqbreakqxz "
"""Keeps the words on either side of it from forming a run: a word that nobody writes."""

PERCENT = re.compile(r"%[0-9a-f]{2}", re.IGNORECASE)

_INSIDE_WORDS = frozenset(
    {"!", "a", "abbr", "b", "bdi", "bdo", "big", "cite", "code", "data", "del", "dfn", "em", "font", "i", "ins", "kbd", "mark"}
    | {"q", "s", "samp", "small", "span", "strong", "sub", "sup", "time", "tt", "u", "var", "wbr"}
)
"""A reader sees one word where one of these stands inside it."""

_NAME = re.compile(r"<?/?([a-z]+|!)", re.IGNORECASE)


@lru_cache(maxsize=1 << 12)
def gap(tag: str) -> str:
    """Say what a reader sees in the place of a tag; pages have many in common. The sign that opens it may be left out."""
    name = _NAME.match(tag)
    return "" if name and name[1].lower() in _INSIDE_WORDS else " "


def attributes(tags: Iterable[str]) -> str:
    """Give what stands inside of tags, each once."""
    text = html.unescape(BREAK.join(dict.fromkeys(tags)))
    return text + BREAK + unquote(text) if PERCENT.search(text) else text
