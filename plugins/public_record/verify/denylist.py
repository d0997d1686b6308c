"""Names and phrases that must never be published, whoever typed them: a list kept outside the repository, as salted hashes.

The list itself is a secret, because names are few enough to be guessed against a hash: it is stored apart, and a hit never
prints what was hit. Its file is text: a first line with the salt, then one line a phrase, its number of words and its hash.
"""

from __future__ import annotations

import hashlib
import re
import secrets
from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import chain
from pathlib import Path

from public_record.cores import spread
from public_record.model.fingerprints import words_of
from public_record.verify import tree
from public_record.verify.names import sayable
from public_record.verify.text import texts

_HEAD = "public-record denylist 2 "
_EARLIER = "public-record denylist 1 "
"""Its hashes are of words with their accents, which no word of a site has any more."""

_MADE_BEFORE = (
    "the denylist is of the time when a name with accents and the same without were two; put its names on a new one with `deny`"
)

_SALT = re.compile(r"[0-9a-f]{32}")
_ENTRY = re.compile(r"(\d{1,2}) ([0-9a-f]{40})")


class DenylistError(Exception):
    """The denylist cannot be used. The message is fit for a log."""


class Denylist:
    """A set of phrases known by their hashes alone."""

    def __init__(self, salt: bytes) -> None:
        self._salt = salt
        self._hashes: dict[int, set[str]] = defaultdict(set)
        """Hashes by the number of words of their phrase."""

    @classmethod
    def empty(cls) -> Denylist:
        """Begin a list, with a salt of its own."""
        return cls(secrets.token_bytes(16))

    @classmethod
    def read(cls, path: Path) -> Denylist:
        """Read a list. Raises `DenylistError` where there is none: a list that was asked for and is missing protects nobody."""
        try:
            first, *entries = path.read_text(encoding="ascii").splitlines()
        except (OSError, UnicodeDecodeError, ValueError):
            raise DenylistError("the denylist cannot be read") from None
        if first.startswith(_EARLIER):
            raise DenylistError(_MADE_BEFORE)
        salt = first.removeprefix(_HEAD)
        if not first.startswith(_HEAD) or not _SALT.fullmatch(salt):
            raise DenylistError("the first line of the denylist is not that of a denylist")
        found = cls(bytes.fromhex(salt))
        for number, line in enumerate(entries, 2):
            entry = _ENTRY.fullmatch(line)
            if entry is None:
                raise DenylistError(f"line {number} of the denylist is broken")
            found._hashes[int(entry[1])].add(entry[2])
        return found

    def add(self, phrase: str) -> None:
        """Put a name or phrase on the list. Raises `DenylistError` if it has no word or more than 99."""
        words = words_of(phrase)
        if not 0 < len(words) < 100:  # noqa: PLR2004 - two digits in the file
            raise DenylistError("a phrase of the denylist has between 1 and 99 words")
        self._hashes[len(words)].add(self._hash(words))

    def write(self, path: Path) -> None:
        """Write the list, readable for its owner alone."""
        lines = [
            f"{_HEAD}{self._salt.hex()}",
            *sorted(f"{length} {one}" for length, some in self._hashes.items() for one in some),
        ]
        path.touch(mode=0o600)
        path.write_text("\n".join(lines) + "\n", encoding="ascii")

    def __len__(self) -> int:
        return sum(map(len, self._hashes.values()))

    def strikes(self, words: Sequence[str]) -> bool:
        """Say whether one of the phrases stands in these words."""
        return any(
            self._hash(words[start : start + length]) in hashes
            for length, hashes in self._hashes.items()
            for start in range(len(words) - length + 1)
        )

    def _hash(self, words: Sequence[str]) -> str:
        return hashlib.blake2b(" ".join(words).encode(), digest_size=20, key=self._salt).hexdigest()


def struck(site: Path, denylist: Denylist) -> Iterator[str]:
    """Name each file of a site in which a phrase of the list stands; where that is its own name, the folder it stands in."""
    entries = list(tree.entries(site))

    def struck_at(number: int) -> list[str]:
        return list(struck_in(entries[number].name, entries[number].read(), denylist))

    yield from chain.from_iterable(spread(struck_at, len(entries)))


def struck_in(name: str, data: bytes, denylist: Denylist) -> Iterator[str]:
    """Name one file if a phrase of the list stands in it."""
    if any(denylist.strikes(words) for words in texts(name, data)):
        yield sayable(name, denylist.strikes)
