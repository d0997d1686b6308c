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
_OTHER_SPACES = r"[\xa0\u1680\u2000-\u200a\u202f\u205f\u3000]"
_SYMBOL_BULLETS = r"[\uf0a7\uf0b7\uf0d8\uf0fc]"
_TYPED_BULLETS = r"\u00b7\u2022\u2023\u2043\u25aa\u25ab\u25cb\u25cf\u25e6"
_BULLETS = rf"(?m)^[ ]*[{_TYPED_BULLETS}](?=\s)|{_SYMBOL_BULLETS}"
# Inside a paragraph a line may begin with a dash by chance.
_DASHED = r"\n\n[ ]*(?P<sign>[\u2013\u2014])(?= )"
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
        r"\t",
        Rule.STRAY_CHARACTER,
        "a tab stands here.",
        "Type spaces in its place.",
    ),
    (
        _OTHER_SPACES,
        Rule.STRAY_CHARACTER,
        "a space that is not the ordinary one stands here, as word processors and web pages have it.",
        "Type an ordinary space in its place.",
    ),
    (
        _BULLETS,
        Rule.STRAY_CHARACTER,
        "a bullet of a word processor stands here.",
        "Begin the line with `- `, and leave an empty line above the first.",
    ),
    (
        _DASHED,
        Rule.STRAY_CHARACTER,
        "a dash stands here where a list has a hyphen.",
        "Begin the line with `- `, the hyphen of the keyboard.",
    ),
    (
        rf"(?![\t]|{_OTHER_SPACES}|{_SYMBOL_BULLETS}){_STRAY}",
        Rule.STRAY_CHARACTER,
        "an invisible character, or a sign that is not on a keyboard, stands here.",
        "Delete it.",
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
_SUSPECT = re.compile(
    rf"{_STRAY}|[{_TYPED_BULLETS}]|{_OTHER_COLONS}|{_ALIEN}|[\u2100-\u2188\uff01-\uff5e\U0001d400-\U0001d7ff]"
)


def _may_begin_with_a_dash(source: str) -> bool:
    """Look quickly for a line that does; to look for a sign itself is cheaper than for a pattern."""
    return not source.isascii() and any(f"{before}{dash} " in source for before in ("\n", "\n ") for dash in "\u2013\u2014")


def slips(source: str) -> Iterator[tuple[int, Slip]]:
    """Yield column and slip for the first such place of each line. Accents, dashes, quotation marks and £ are fine."""
    if (
        not _may_have_signs(source)
        and not _may_begin_with_a_dash(source)
        and not _SUSPECT.search(source.encode().translate(None, _USUAL).decode())
    ):
        return
    for pattern, rule, message, cure in _CHECKS:
        told = -1
        for match in re.finditer(pattern, source):
            start = match.start("sign") if match.lastgroup else match.start()
            line_start = source.rfind("\n", 0, start) + 1
            if line_start != told:
                told, line = line_start, source.count("\n", 0, start) + 1
                yield start - line_start + 1, Slip(line, rule, message, cure)


def _may_have_signs(source: str) -> bool:
    return "<" in source or any(sign in source for sign in _HIDDEN_ELSEWHERE)
