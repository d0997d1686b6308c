"""Reads mark-up piece by piece, a tag with the text behind it, and remembers what a reader sees of each.

Nine in ten pieces of a page stand in other pages, too. What is unusual is left to `markup`, which reads a text as a whole:
what is read here holds every run of words that it would have there.
"""

from __future__ import annotations

import html
import re
from collections.abc import Collection, Iterator
from typing import NamedTuple

from public_record.model.fingerprints import letters_of
from public_record.verify.tags import BREAK, PERCENT, TAG, gap

_TAG = re.compile(f"<({TAG})")
_LIKE_MARKUP = re.compile(r"<[a-z/!?]", re.IGNORECASE)
_SHORT = 256
"""Letters of a piece that is worth remembering: a paragraph stands in one page."""

_WITHIN = "\x01"
"""Stands for a tag that parts no word. `letters_of` leaves no such sign."""

_PARTED = BREAK.strip()


class Pieces:
    """Pieces of mark-up with what a reader sees of them."""

    def __init__(self, room: int) -> None:
        self._shown: dict[str, str] = {}
        self._room = room
        """For so many letters more."""

    def read(self, text: str) -> Page | None:
        """Read a text without comments and scripts; None where it is unusual and has to be read as a whole."""
        pieces = ("!>" + text).split("<")
        fresh = set(pieces).difference(self._shown)
        read = _read(fresh)
        if read is None:
            return None
        shown, tags = read
        self._shown.update(shown)
        page = Page("".join(map(self._shown.__getitem__, pieces)), tags)
        self._forget(fresh)
        return page

    def _forget(self, fresh: Collection[str]) -> None:
        for piece in fresh:
            if len(piece) > _SHORT or self._room <= 0:
                del self._shown[piece]
            else:
                self._room -= len(piece)


class Page(NamedTuple):
    """What was read of a text."""

    shown: str
    """What its pieces show, in a row."""
    tags: list[str]
    """Those of the pieces that were not known."""

    def rows(self) -> Iterator[list[str]]:
        """Yield its words: parted by every tag and, where one stands inside a word, as a reader sees them."""
        yield self.shown.replace(_WITHIN, " ").split()
        between = self.shown.replace(_WITHIN * 2, _WITHIN).replace(" " + _WITHIN, " ").replace(_WITHIN + " ", " ")
        if _WITHIN in between:
            yield self.shown.replace(_WITHIN, "").split()


def _read(pieces: Collection[str]) -> tuple[dict[str, str], list[str]] | None:
    """Give what each piece shows, behind a space or the sign for a tag that parts no word, and the tags."""
    if not pieces:
        return {}, []
    read = _TAG.split("".join([f"<{piece}" for piece in pieces]))
    tags, texts = read[1::2], [html.unescape(text) if "&" in text else text for text in read[2::2]]
    if len(tags) < len(pieces) or any(map(_is_unusual, texts)):
        return None
    letters = letters_of(BREAK.join(texts))
    if letters.count(_PARTED) != len(tags) - 1:
        # One of them holds the word by which they are told apart.
        return None
    shown = [(gap(tag) or _WITHIN) + text for tag, text in zip(tags, letters.split(BREAK), strict=True)]
    return dict(zip(pieces, shown, strict=True)), tags


def _is_unusual(text: str) -> bool:
    """Say whether a text has to be read more than once, since it may show mark-up or an address."""
    return ("<" in text and bool(_LIKE_MARKUP.search(text))) or ("%" in text and bool(PERCENT.search(text)))
