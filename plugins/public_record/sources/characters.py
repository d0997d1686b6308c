"""Characters and markup that do not belong in a record: they hide a mark, disguise a word, or carry text past the gate."""

from __future__ import annotations

import re
from collections.abc import Iterator

from public_record.model.rules import Rule
from public_record.sources.passages import Slip

_STRAY = re.compile(
    r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u00ad\u061c\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufe00-\ufe0f\ufeff\ufff9-\ufffd\ue000-\uf8ff\t]"
)
# Colons of other alphabets would make a mark of a passage that is none.
_OTHER_COLONS = re.compile(r"[\u02d0\ua789\u2236\ufe13\ufe55\uff1a]")
_LOOK_ALIKE = re.compile(r"[A-Za-z][\u0370-\u03ff\u0400-\u052f]|[\u0370-\u03ff\u0400-\u052f][A-Za-z]")
_LONE_LOOK_ALIKE = re.compile(r"[\u0400-\u052f]+:")
_HTML = re.compile(r"<(?!https?://)[A-Za-z/!?]")

_CHECKS = (
    (
        _STRAY,
        Rule.STRAY_CHARACTER,
        "an invisible or private character stands here.",
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
)


def slips(source: str) -> Iterator[tuple[int, Slip]]:
    """Yield column and slip for every such place of a file. Accents, dashes, quotation marks and £ are fine."""
    if source.isascii() and "<" not in source and "\t" not in source and not _STRAY.search(source):
        return
    for pattern, rule, message, cure in _CHECKS:
        for match in pattern.finditer(source):
            line_start = source.rfind("\n", 0, match.start()) + 1
            line = source.count("\n", 0, match.start()) + 1
            yield match.start() - line_start + 1, Slip(line, rule, message, cure)
