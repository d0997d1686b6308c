"""Fingerprints of withheld text: enough to recognise it in a finished site, not enough to read it."""

from __future__ import annotations

import codecs
import hashlib
import secrets
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from itertools import compress, count

from public_record.model.findings import Place

RUN = 8
"""Words in a row that make a fingerprint. Shorter texts are taken whole, down to `SHORTEST`."""

SHORTEST = 3
"""Texts of fewer words are names of ordinary things too often to be told from them."""

_UNSEEN = frozenset("\u00ad\u200b\u200c\u200d\u2060\ufeff")
"""Soft hyphens and their like: they stand inside words and are not seen."""

_USUAL_SIGNS = "\u2019\u2018\u2013\u2014\u201c\u201d\u2026\u00b6\u00a3\u00a0\u00b7"
"""Signs beyond ASCII that part words, as most others do. In most texts there are no others."""

_ASCII = bytes(ord(chr(code).lower()) if chr(code).isalnum() else ord(" ") for code in range(128))
_LETTERS = _ASCII + bytes(range(128, 256))


def words_of(text: str) -> list[str]:
    """Part a text into its words, in small letters, without any mark-up, however its letters are encoded."""
    return letters_of(text).split()


def letters_of(text: str) -> str:
    """Give the words of a text with spaces in the place of every other sign.

    Every character of a finished site goes through here. To translate bytes is several times as quick as to match words.
    """
    if not text.isascii():
        for sign in _USUAL_SIGNS:
            text = text.replace(sign, " ")
        if not text.isascii():
            text = unicodedata.normalize("NFKC", text).lower()
    return text.encode("ascii", _LETTERS_BEYOND_ASCII).translate(_LETTERS).decode()


def _letters_beyond_ascii(error: UnicodeError) -> tuple[bytes, int]:
    """Keep letters and digits beyond ASCII, and turn every other character there into a space."""
    if not isinstance(error, UnicodeEncodeError):
        raise error
    kept = "".join(
        letter if letter.isalnum() else " " for letter in error.object[error.start : error.end] if letter not in _UNSEEN
    )
    return kept.encode(), error.end


_LETTERS_BEYOND_ASCII = "public_record.letters_beyond_ascii"
codecs.register_error(_LETTERS_BEYOND_ASCII, _letters_beyond_ascii)


class Fingerprints:
    """A set of salted hashes of runs of words, each with the place it was taken from.

    The salt is new in every process and is not stored, so the hashes cannot be looked up in a list of likely texts.
    How many there are tells of what is withheld: no log may say it.
    """

    def __init__(self) -> None:
        self._salt = secrets.token_bytes(16)
        self._places: dict[bytes, Place] = {}
        self._shorter: set[int] = set()
        """Lengths of the runs that are shorter than `RUN`."""
        self._pairs: set[int] = set()
        """Quick hashes of the first and the second pair of words of each shorter run."""
        self._beginnings: set[int] = set()
        """Quick hashes of the first three words of each shorter run."""
        self._fours: set[int] = set()
        """Quick hashes of each four words in a row of the longer texts."""
        self._quick: set[int] = set()
        """Quick hashes of the runs, which rule out nearly all the others."""

    def __len__(self) -> int:
        return len(self._places)

    def add(self, words: Sequence[str], place: Place) -> None:
        """Take in a withheld text."""
        if len(words) < SHORTEST:
            return
        length = min(len(words), RUN)
        if length < RUN:
            self._shorter.add(length)
            self._pairs.update(_pairs(words[:SHORTEST]))
            self._beginnings.update(_threes(words[:SHORTEST]))
        else:
            self._fours.update(_fours(words))
        for start in range(len(words) - length + 1):
            run = tuple(words[start : start + length])
            self._quick.add(hash(run))
            self._places.setdefault(self._hash(run), place)

    def find(self, words: Sequence[str]) -> Iterator[Place]:
        """Yield the place of every withheld run that stands in these words."""
        for run in self._runs(words):
            yield self._places[run]

    def without(self, phrases: Iterable[Sequence[str]]) -> Fingerprints:
        """Leave out the runs that stand in phrases which are public on their own account."""
        others = Fingerprints()
        others._salt, others._shorter, others._quick = self._salt, self._shorter, self._quick
        others._pairs, others._beginnings, others._fours = self._pairs, self._beginnings, self._fours
        others._places = self._places.copy()
        for words in phrases:
            for run in self._runs(words):
                others._places.pop(run, None)
        return others

    def _runs(self, words: Sequence[str]) -> Iterator[bytes]:
        """Yield the hash of every withheld run that stands in these words."""
        # Every word of a site goes through here, so the loops are left to the interpreter's own machinery.
        for within in compress(count(0, _STRIDE), map(self._fours.__contains__, _fours(words, _STRIDE))):
            # A run that this one lies in has the one before it too, or the one behind it.
            if sum(map(self._fours.__contains__, _fours(words[max(within - 1, 0) : within + _PART + 1]))) > 1:
                yield from self._starting(words, range(max(within - _STRIDE + 1, 0), within + 1), (RUN,))
        for within in compress(count(0, 2), map(self._pairs.__contains__, _pairs(words, 2))):
            if not self._beginnings.isdisjoint(_threes(words[max(within - 1, 0) : within + SHORTEST])):
                yield from self._starting(words, range(max(within - 1, 0), within + 1), self._shorter)

    def _starting(self, words: Sequence[str], starts: Iterable[int], lengths: Iterable[int]) -> Iterator[bytes]:
        """Yield the hash of every withheld run that starts at one of these words."""
        for start in starts:
            for length in lengths:
                run = tuple(words[start : start + length])
                # A run that ends before its length is another, shorter one, and is met under that length.
                if hash(run) in self._quick and len(run) == length and (found := self._hash(run)) in self._places:
                    yield found

    def _hash(self, run: Sequence[str]) -> bytes:
        return hashlib.blake2b(" ".join(run).encode(), digest_size=12, key=self._salt).digest()


_PART = 4
"""Words that rule out nearly all runs: three in a row stand in too many texts."""

_STRIDE = RUN - _PART + 1
"""A run has so many fours of words, so it has one of every fifth four of a site: to look at those misses no run."""


def _fours(words: Sequence[str], stride: int = 1) -> Iterator[int]:
    """Hash each four words in a row. Python's own hash serves: it is quick, and salted anew in every process."""
    return map(hash, zip(words[::stride], words[1::stride], words[2::stride], words[3::stride], strict=False))


def _threes(words: Sequence[str]) -> Iterator[int]:
    """Hash each three words in a row."""
    return map(hash, zip(words, words[1:], words[2:], strict=False))


def _pairs(words: Sequence[str], stride: int = 1) -> Iterator[int]:
    """Hash each two words in a row. Of the first two pairs of a short text, a site read by every second pair shows one."""
    return map(hash, zip(words[::stride], words[1::stride], strict=False))
