"""What one pass over a site has read already: pages have their frame in common, and data files hold every text twice.

Nothing is remembered by a digest that another text could have, too. When a pass finds anything, all of it is forgotten and
the site is read anew, so that every file is named in which withheld words stand.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable

from public_record.verify.pieces import Pieces

_MUCH = 1 << 25
_LITTLE = 1 << 23
"""Letters that are remembered at most."""


class Seen:
    """Texts that were read in one way."""

    def __init__(self, room: int) -> None:
        self._texts: set[str] = set()
        self._room = room
        """For so many letters more. What comes later is read as often as it stands."""

    def fresh(self, texts: Iterable[str]) -> set[str]:
        """Give those that have still to be read, each once, and remember them."""
        fresh = set(texts).difference(self._texts)
        if self._room > 0:
            self._room -= sum(map(len, fresh))
            self._texts |= fresh
        return fresh


class PassMemory:
    """What a pass remembers, each way of reading apart: what holds nothing as a script may hold something as a tag."""

    def __init__(self, is_read_by_itself: Callable[[str, bytes], bool] = lambda _name, _data: False) -> None:
        self.is_read_by_itself = is_read_by_itself
        """Says whether a file of this name and these bytes stands in the site, and is read there."""
        self.tags = Seen(_LITTLE)
        self.hidden = Seen(_LITTLE)
        """Comments, scripts and style sheets."""
        self.objects = Seen(_MUCH)
        """Of JSON, or what lies between two borders of such."""
        self.strings = Seen(_LITTLE)
        """Of JSON."""
        self.pieces = Pieces(_LITTLE)
