"""Characters and markup that do not belong in a record: they hide a mark, disguise a word, or carry text past the gate."""

from __future__ import annotations

import re
from collections.abc import Iterator

from public_record.model.rules import Rule
from public_record.sources.passages import Slip

# All but one of these are compiled when something is found: most records never need them.
# Tabs, other ends of lines, spaces that are none, what is invisible or has no meaning of its own.
_STRAY = (
    r"[\x00-\x09\x0b-\x1f\x7f-\xa0\u00ad\u034f\u061c\u115f\u1160\u1680\u17b4\u17b5\u180b-\u180f\u2000-\u200f\u2028-\u202f"
    r"\u205f-\u206f\u2800\u3000\u3164\ud800-\uf8ff\ufe00-\ufe0f\ufeff\uffa0\ufff0-\uffff"
    r"\U0001bca0-\U0001bca3\U0001d173-\U0001d17a\U000e0000-\U0010ffff]"
)
# Colons of other alphabets would make a mark of a passage that is none.
_OTHER_COLONS = (
    r"[\u02d0\u02f8\u0589\u05c3\u0703\u0704\u1361\u1365\u16ec\u1803\u1809\u205a\u205d\u205e\u2236\u2237\u22ee\u2e2a-\u2e2d"
    r"\ua789\ufe13\ufe19\ufe30\ufe55\uff1a]"
)
_ALIEN = r"[\u0370-\u03ff\u0400-\u052f\u0531-\u0587\u13a0-\u13ff]"
_LOOK_ALIKE = (
    rf"[A-Za-z]{_ALIEN}|{_ALIEN}[A-Za-z]|[\u0400-\u052f]\d"
    r"|[\u2100-\u2188\uff01-\uff19\uff1b-\uff5e\U0001d400-\U0001d7ff](?<![\u2116\u2122])"
)
_LONE_LOOK_ALIKE = rf"{_ALIEN}+:"
_HTML = r"<(?!https?://)[A-Za-z/!?]"
# Comments of Obsidian, Jinja and CriticMarkup, and text struck out: other programs hide them, here they are ordinary text.
_HIDDEN_ELSEWHERE = ("%%", "{#", "{%", "{>>", "{--", "{++", "{==", "~~")
_NOT_APPLIED = r"%%|\{(?:[#%]|>>|--|\+\+|==)|(?<!~)~~(?!~)"

_CHECKS = (
    (
        _STRAY,
        Rule.STRAY_CHARACTER,
        "an invisible character, or a space or sign that is not on a keyboard, stands here.",
        "Delete it; use spaces, not tabs.",
    ),
    (
        _OTHER_COLONS,
        Rule.STRAY_CHARACTER,
        "a sign that only looks like a colon stands here.",
        "Type an ordinary colon.",
    ),
    (
        _LOOK_ALIKE,
        Rule.LOOK_ALIKE,
        "a letter of another alphabet stands inside a word.",
        "Type the word again on your keyboard.",
    ),
    (
        _LONE_LOOK_ALIKE,
        Rule.LOOK_ALIKE,
        "a label is written in letters of another alphabet.",
        "Type the word again on your keyboard.",
    ),
    (
        _HTML,
        Rule.RAW_HTML,
        "HTML, or a comment, stands in the text.",
        "Use Markdown; remove comments, or mark what must not be published.",
    ),
    (
        _NOT_APPLIED,
        Rule.RAW_HTML,
        "a sign stands here by which other programs hide or strike out text; this one publishes it.",
        "Delete what must not be published, or mark it as a restricted passage.",
    ),
)


# Nearly every character of a record is one of these; looking at the others alone keeps this check cheap.
_USUAL = bytes([*b"\n", *range(0x20, 0x7F)])
_SUSPECT = re.compile(rf"{_STRAY}|{_OTHER_COLONS}|{_ALIEN}|[\u2100-\u2188\uff01-\uff5e\U0001d400-\U0001d7ff]")


def slips(source: str) -> Iterator[tuple[int, Slip]]:
    """Yield column and slip for every such place of a file. Accents, dashes, quotation marks and £ are fine."""
    if not _may_have_signs(source) and not _SUSPECT.search(source.encode().translate(None, _USUAL).decode()):
        return
    for pattern, rule, message, cure in _CHECKS:
        for match in re.finditer(pattern, source):
            line_start = source.rfind("\n", 0, match.start()) + 1
            line = source.count("\n", 0, match.start()) + 1
            yield match.start() - line_start + 1, Slip(line, rule, message, cure)


def _may_have_signs(source: str) -> bool:
    return "<" in source or any(sign in source for sign in _HIDDEN_ELSEWHERE)
