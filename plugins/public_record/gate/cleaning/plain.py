"""Text and tables of text: what is written is what is seen, so they pass as they are, if that is true of them."""

from __future__ import annotations

import re
import unicodedata

from public_record.gate.cleaning.refusal import CannotClean

_LAYOUT = frozenset("\t\n\r")
_BYTE_ORDER_MARK = "\ufeff"
_UNSEEN = frozenset({"Cc", "Cf", "Cn", "Co", "Zl", "Zp"})
"""Categories of characters that no reader sees, or that readers see differently."""

_UNSEEN_LETTERS = re.compile(
    "[\u034f\u115f\u1160\u17b4\u17b5\u180b-\u180f\u2800\u3164\ufe00-\ufe0f\uffa0\U000e0100-\U000e01ef]"
)
"""Fillers, and signs that choose between forms of a letter: they count as letters and marks, and can carry any text."""


def clean(data: bytes) -> bytes:
    """Pass a text of characters that are seen. A mark of byte order at its very beginning is what spreadsheets write."""
    try:
        text = data.decode().removeprefix(_BYTE_ORDER_MARK)
    except UnicodeDecodeError:
        raise CannotClean("The text is not in UTF-8. Save it anew in that encoding.") from None
    unseen = any(unicodedata.category(character) in _UNSEEN for character in set(text) - _LAYOUT)
    if unseen or _UNSEEN_LETTERS.search(text):
        raise CannotClean("The text holds characters that cannot be seen. Delete them.")
    return data
