"""Fingerprints of withheld text: enough to recognise it in a finished site, not enough to read it."""

from __future__ import annotations

import hashlib
import re
import secrets
from collections.abc import Iterator, Sequence

from public_record.model.findings import Place

RUN = 8
"""Words in a row that make a fingerprint. Shorter texts are taken whole, down to `SHORTEST`."""

SHORTEST = 3
"""Texts of fewer words are names of ordinary things too often to be told from them."""

_WORD = re.compile(r"[^\W_]+")


def words_of(text: str) -> list[str]:
    """Part a text into its words, in small letters, without any mark-up."""
    return _WORD.findall(text.lower())


class Fingerprints:
    """A set of salted hashes of runs of words, each with the place it was taken from.

    The salt is new in every process and is not stored, so the hashes cannot be looked up in a list of likely texts.
    How many there are tells of what is withheld: no log may say it.
    """

    def __init__(self) -> None:
        self._salt = secrets.token_bytes(16)
        self._places: dict[bytes, Place] = {}
        self._lengths: dict[int, set[int]] = {}
        """Lengths of the runs that begin with a word: most words of a site begin none, and cost no digest."""

    def __len__(self) -> int:
        return len(self._places)

    def add(self, words: Sequence[str], place: Place) -> None:
        """Take in a withheld text."""
        if len(words) < SHORTEST:
            return
        length = min(len(words), RUN)
        for start in range(len(words) - length + 1):
            self._lengths.setdefault(self._first(words[start]), set()).add(length)
            self._places.setdefault(self._hash(words[start : start + length]), place)

    def find(self, words: Sequence[str]) -> Iterator[Place]:
        """Yield the place of every withheld run that stands in these words."""
        for start, word in enumerate(words):
            for length in self._lengths.get(self._first(word), ()):
                # Near the end the run is shorter than the length, and no fingerprint of that length has its hash.
                if place := self._places.get(self._hash(words[start : start + length])):
                    yield place

    def _first(self, word: str) -> int:
        return hash((self._salt, word))

    def _hash(self, run: Sequence[str]) -> bytes:
        return hashlib.blake2b(" ".join(run).encode(), digest_size=12, key=self._salt).digest()
