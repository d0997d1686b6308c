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
    return [match.group().lower() for match in _WORD.finditer(text)]


class Fingerprints:
    """A set of salted hashes of runs of words, each with the place it was taken from.

    The salt is new in every process and is not stored, so the hashes cannot be looked up in a list of likely texts.
    """

    def __init__(self) -> None:
        self._salt = secrets.token_bytes(16)
        self._places: dict[bytes, Place] = {}
        self._lengths: set[int] = set()

    def __len__(self) -> int:
        return len(self._places)

    def add(self, words: Sequence[str], place: Place) -> None:
        """Take in a withheld text."""
        if len(words) < SHORTEST:
            return
        length = min(len(words), RUN)
        self._lengths.add(length)
        for run in _runs(words, length):
            self._places.setdefault(self._hash(run), place)

    def find(self, words: Sequence[str]) -> Iterator[Place]:
        """Yield the place of every withheld run that stands in these words."""
        for length in sorted(self._lengths):
            for run in _runs(words, length):
                if place := self._places.get(self._hash(run)):
                    yield place

    def _hash(self, run: Sequence[str]) -> bytes:
        return hashlib.blake2b(" ".join(run).encode(), digest_size=12, key=self._salt).digest()


def _runs(words: Sequence[str], length: int) -> Iterator[Sequence[str]]:
    for start in range(len(words) - length + 1):
        yield words[start : start + length]
