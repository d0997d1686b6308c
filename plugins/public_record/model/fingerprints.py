"""Fingerprints of withheld text: enough to recognise it in a finished site, not enough to read it."""

from __future__ import annotations

import codecs
import hashlib
import secrets
import unicodedata
from array import array
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from itertools import compress, count
from typing import NamedTuple

from public_record.model.findings import Place

RUN = 8
"""Words in a row that make a fingerprint. Shorter texts are taken whole, down to `SHORTEST`."""

SHORTEST = 3
"""Texts of fewer words are names of ordinary things too often to be told from them."""

_PART_NO_WORD = frozenset(["Mn", "Mc", "Me", "Cf"])
"""Categories of what stands inside of words: marks on letters, and what is not seen, soft hyphens and their like."""

_USUAL_SIGNS = "\u2019\u2018\u2013\u2014\u201c\u201d\u2026\u00b6\u00a3\u00a0\u00b7"
"""Signs beyond ASCII that part words, as most others do. In most texts there are no others."""

_ASCII = bytes(ord(chr(code).lower()) if chr(code).isalnum() else ord(" ") for code in range(128))
_LETTERS = _ASCII + bytes(range(128, 256))

_PLAIN = (
    {"\u00df": "ss", "\u00e6": "ae", "\u00f0": "d", "\u00f8": "o", "\u00fe": "th", "\u0111": "d", "\u0127": "h"}
    | {"\u0131": "i", "\u0142": "l", "\u0153": "oe", "\u0167": "t", "\u03c2": "\u03c3"}
)  # fmt: skip
"""Letters that Unicode does not take apart, as people type them who have no key for them; and the sigma that ends a word."""


def words_of(text: str) -> list[str]:
    """Part a text into its words, in small letters, without any mark-up, however its letters are encoded."""
    return letters_of(text).split()


def letters_of(text: str) -> str:
    """Give the words of a text with spaces in the place of every other sign.

    Accents, and whatever else is a mark on a letter, are left out: people type a name with them and without. What is made of
    a letter does not depend on its neighbours.

    Every character of a finished site goes through here. To translate bytes is several times as quick as to match words.
    """
    if not text.isascii():
        for sign in _USUAL_SIGNS:
            text = text.replace(sign, " ")
        if not text.isascii():
            text = unicodedata.normalize("NFKD", text).lower()
    return text.encode("ascii", _LETTERS_BEYOND_ASCII).translate(_LETTERS).decode()


def _letters_beyond_ascii(error: UnicodeError) -> tuple[bytes, int]:
    """Keep letters and digits beyond ASCII, without the marks on them, and turn every other character there into a space."""
    if not isinstance(error, UnicodeEncodeError):
        raise error
    return "".join(map(_kept, error.object[error.start : error.end])).encode(), error.end


@lru_cache(maxsize=1 << 12)
def _kept(letter: str) -> str:
    if letter.isalnum():
        return _PLAIN.get(letter, letter)
    return "" if unicodedata.category(letter) in _PART_NO_WORD else " "


_LETTERS_BEYOND_ASCII = "public_record.letters_beyond_ascii"
codecs.register_error(_LETTERS_BEYOND_ASCII, _letters_beyond_ascii)


_SALT = secrets.token_bytes(16)
"""New in every process and stored nowhere, so that the hashes cannot be looked up in a list of likely texts."""


class Searched:
    """A text that is searched many times: what is looked at first is worked out once, and takes little room."""

    def __init__(self, words: Sequence[str]) -> None:
        self._text = " ".join(words)
        self.fours = array("q", _fours(words, _STRIDE))
        self.pairs = array("q", _pairs(words, 2))

    @property
    def words(self) -> list[str]:
        """Its words."""
        return self._text.split()


class _Sets(NamedTuple):
    """Quick hashes, as `Fingerprints` names them."""

    pairs: set[int]
    beginnings: set[int]
    fours: set[int]
    quick: set[int]


class Fingerprints:
    """A set of salted hashes of runs of words, each with the place it was taken from.

    How many there are tells of what is withheld: no log may say it.
    """

    def __init__(self) -> None:
        self._places: dict[bytes, Place] = {}
        self._shorter: set[int] = set()
        """Lengths of the runs that are shorter than `RUN`."""
        self._pairs = array("q")
        """Quick hashes of the first and the second pair of words of each shorter run."""
        self._beginnings = array("q")
        """Quick hashes of the first three words of each shorter run."""
        self._fours = array("q")
        """Quick hashes of each four words in a row of the longer texts."""
        self._quick = array("q")
        """Quick hashes of the runs, which rule out nearly all the others."""
        self._sets: _Sets | None = None
        """The same as they are searched. Most fingerprints are only put together with others, and take less room without."""

    def __len__(self) -> int:
        return len(self._places)

    def add(self, words: Sequence[str], place: Place) -> None:
        """Take in a withheld text."""
        if len(words) < SHORTEST:
            return
        length = min(len(words), RUN)
        if length < RUN:
            self._shorter.add(length)
            self._pairs.extend(_pairs(words[:SHORTEST]))
            self._beginnings.extend(_threes(words[:SHORTEST]))
        else:
            self._fours.extend(_fours(words))
        self._sets = None
        runs = [*zip(*(words[start:] for start in range(length)), strict=False)]
        self._quick.extend(map(hash, runs))
        for run in map(self._hash, runs):
            self._places.setdefault(run, place)

    @classmethod
    def together(cls, several: Iterable[Fingerprints]) -> Fingerprints:
        """Put several into one; where they hold the same run, the first says its place."""
        whole = cls()
        for one in reversed([*several]):
            whole._take(one)
        return whole

    def _take(self, other: Fingerprints) -> None:
        self._places |= other._places
        self._shorter |= other._shorter
        self._pairs += other._pairs
        self._beginnings += other._beginnings
        self._fours += other._fours
        self._quick += other._quick

    def find(self, words: Sequence[str]) -> Iterator[Place]:
        """Yield the place of every withheld run that stands in these words."""
        for run in self.runs(words):
            yield self._places[run]

    def without(self, phrases: Iterable[Sequence[str]]) -> Fingerprints:
        """Leave out the runs that stand in phrases which are public on their own account."""
        return self.less(run for words in phrases for run in self.runs(words))

    def less(self, runs: Iterable[bytes]) -> Fingerprints:
        """Leave out runs that `runs` or `whole` have given."""
        others = Fingerprints()
        others._shorter, others._quick = self._shorter, self._quick
        others._pairs, others._beginnings, others._fours = self._pairs, self._beginnings, self._fours
        others._places, others._sets = self._places.copy(), self._sets
        for run in runs:
            others._places.pop(run, None)
        return others

    def place(self, run: bytes) -> Place | None:
        """Say where a run comes from."""
        return self._places.get(run)

    def whole(self, words: Sequence[str]) -> bytes | None:
        """Give the hash of a run that is these words and no others; None where there is none."""
        run = self._hash(words)
        return run if run in self._places else None

    def runs(self, words: Sequence[str]) -> Iterator[bytes]:
        """Yield the hash of every withheld run that stands in these words."""
        # Every word of a site goes through here, so the loops are left to the interpreter's own machinery.
        yield from self._among(words, self._longer(_fours(words, _STRIDE)), self._short(_pairs(words, 2)))

    def runs_in(self, text: Searched) -> Iterator[bytes]:
        """Yield the same of a text that is searched many times."""
        longer, shorter = list(self._longer(text.fours)), list(self._short(text.pairs))
        if longer or shorter:
            yield from self._among(text.words, longer, shorter)

    def _searched(self) -> _Sets:
        if self._sets is None:
            self._sets = _Sets(set(self._pairs), set(self._beginnings), set(self._fours), set(self._quick))
        return self._sets

    def _longer(self, fours: Iterable[int]) -> Iterator[int]:
        """Yield the places at which four words in a row are some of a longer text."""
        return compress(count(0, _STRIDE), map(self._searched().fours.__contains__, fours))

    def _short(self, pairs: Iterable[int]) -> Iterator[int]:
        """Yield the places at which two words in a row are some of a shorter text."""
        return compress(count(0, 2), map(self._searched().pairs.__contains__, pairs))

    def _among(self, words: Sequence[str], longer: Iterable[int], shorter: Iterable[int]) -> Iterator[bytes]:
        """Yield the hash of every withheld run at places where there may be one."""
        sets = self._searched()
        for within in longer:
            # A run that this one lies in has the one before it too, or the one behind it.
            if sum(map(sets.fours.__contains__, _fours(words[max(within - 1, 0) : within + _PART + 1]))) > 1:
                yield from self._starting(words, range(max(within - _STRIDE + 1, 0), within + 1), (RUN,))
        for within in shorter:
            if not sets.beginnings.isdisjoint(_threes(words[max(within - 1, 0) : within + SHORTEST])):
                yield from self._starting(words, range(max(within - 1, 0), within + 1), self._shorter)

    def _starting(self, words: Sequence[str], starts: Iterable[int], lengths: Iterable[int]) -> Iterator[bytes]:
        """Yield the hash of every withheld run that starts at one of these words."""
        quick = self._searched().quick
        for start in starts:
            for length in lengths:
                run = tuple(words[start : start + length])
                # A run that ends before its length is another, shorter one, and is met under that length.
                if hash(run) in quick and len(run) == length and (found := self._hash(run)) in self._places:
                    yield found

    def _hash(self, run: Sequence[str]) -> bytes:
        return hashlib.blake2b(" ".join(run).encode(), digest_size=12, key=_SALT).digest()


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
