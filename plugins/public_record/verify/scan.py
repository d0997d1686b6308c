"""Looks for withheld text in a finished site."""

from __future__ import annotations

import os
from collections.abc import Collection, Iterable, Iterator
from contextlib import closing
from dataclasses import dataclass
from itertools import chain
from pathlib import Path
from urllib.parse import unquote

from public_record.cores import WORTHWHILE, spread
from public_record.model.findings import Place
from public_record.model.fingerprints import Fingerprints, words_of
from public_record.verify import tree
from public_record.verify.memory import PassMemory
from public_record.verify.names import sayable
from public_record.verify.tags import BREAK
from public_record.verify.text import UnreadableError, texts
from public_record.verify.tree import Entry, Stamp

_MANY = 1 << 12
"""Words that are looked through in one go."""

_PARTED = BREAK.strip()

_LIKE_NO_OTHER = (".pf_index", ".pf_meta", ".pf_filter", ".csv", ".ics", ".js", ".pagefind")
_RESULT = ".pf_fragment"


@dataclass(frozen=True, slots=True, order=True)
class Leak:
    """Withheld words that stand in a published file. Both places by name, never the words."""

    published: str
    """Path in the site, relative to its root; where the name itself is a leak, the folder (with `/`) in which it stands."""
    withheld: Place
    """Where the words come from, in the record."""


class Scan:
    """A pass over a site. It can look at a part ahead, while the rest is being written; what it finds is told at the end."""

    def __init__(self, site: Path, withheld: Fingerprints, public: Iterable[str] = (), shipped: Collection[Path] = ()) -> None:
        """Prepare for a site.

        `public` are phrases that are public on their own account: statutory wording, names of bodies, public titles. A
        withheld run that lies wholly inside one does not count. `shipped` are folders of files that others made, such as the
        theme's: a file of the site that stands there under the same name, the same to the byte, was not made from the record,
        and is not read.
        """
        self._site = site
        self._sought = sought_in(withheld, public)
        self._shipped = shipped
        self._read: dict[Entry, Stamp] = {}
        """What was looked at ahead, as it then was."""
        self._seen: Place | None = None
        """Where the words come from that were seen there."""

    def look_ahead(self, unfinished: Collection[str]) -> None:
        """Look at what stands already: all but these files, and these folders with what is in them."""
        found = list(tree.entries(self._site, unfinished))
        self._read = {entry: entry.stamp() for entry in found if entry.is_file}
        try:
            self._seen = _seen(list(self._read), found, self._sought, self._shipped)
        except UnreadableError:
            # Told at the end, when all is read: only then is it known whether its name may be said.
            self._read = {}

    def leaks(self) -> list[Leak]:
        """List what the site must not hold, in order of its files. Raises `UnreadableError` if one cannot be opened."""
        entries = list(tree.entries(self._site))
        files = [entry for entry in entries if entry.is_file]
        seen = None
        if self._stands(files):
            files, seen = [entry for entry in files if entry not in self._read], self._seen
        seen = seen or _seen(files, entries, self._sought, self._shipped)
        if seen is None:
            return []
        # What was seen and is not found again is there all the same.
        return _named(entries, self._sought, self._shipped) or [Leak("/", seen)]

    def _stands(self, files: Collection[Entry]) -> bool:
        """Say whether all that was looked at ahead is as it was then. If not, nothing that was seen counts."""
        return self._read.keys() <= set(files) and all(entry.stamp() == stamp for entry, stamp in self._read.items())


def scan(site: Path, withheld: Fingerprints, public: Iterable[str] = (), shipped: Collection[Path] = ()) -> list[Leak]:
    """List what a finished site must not hold: see `Scan`, which can begin before all of it stands."""
    return Scan(site, withheld, public, shipped).leaks()


def _seen(files: list[Entry], entries: list[Entry], sought: Fingerprints, shipped: Collection[Path]) -> Place | None:
    """Say where withheld words come from that stand in files or in the names of entries: most often there are none."""
    names = words_of(unquote(BREAK.join(entry.name for entry in entries)))
    standing = {entry.name: entry for entry in entries if entry.is_file}

    def is_read_by_itself(name: str, data: bytes) -> bool:
        return name in standing and standing[name].read() == data

    # Where files are read in several processes, each has its own.
    memory = PassMemory(is_read_by_itself)
    families = _families(files)

    def seen_in(number: int) -> Place | None:
        rows = chain.from_iterable(texts(entry.name, _read(entry, shipped), memory) for entry in families[number])
        return next((place for words in _together(rows) for place in sought.find(words)), None)

    worthwhile = 0 if len(files) >= WORTHWHILE else len(families) + 1
    with closing(spread(seen_in, len(families), worthwhile, together=1)) as seen:
        return next(sought.find(names), None) or next(filter(None, seen), None)


def _families(files: Iterable[Entry]) -> tuple[list[Entry], ...]:
    """Part files into those that one process reads, so that it meets again what it remembers: pages, data, results of search.

    With the pages goes what has nothing in common with any. The results have little in common, and are many.
    """
    pages: list[Entry] = []
    data: list[Entry] = []
    results: list[Entry] = []
    for entry in files:
        family = pages if entry.name.endswith((".html", *_LIKE_NO_OTHER)) else results if entry.name.endswith(_RESULT) else data
        family.append(entry)
    return pages, data, results[::2], results[1::2]


def _together(rows: Iterable[list[str]]) -> Iterator[list[str]]:
    """Put short rows one behind the other, parted. To look through one costs more than some words."""
    words: list[str] = []
    for row in rows:
        words += row
        words.append(_PARTED)
        if len(words) > _MANY:
            yield words
            words = []
    yield words


def _named(entries: list[Entry], sought: Fingerprints, shipped: Collection[Path]) -> list[Leak]:
    """List what is to be found, with every file that it stands in."""

    def leaks_of(number: int) -> list[Leak]:
        entry = entries[number]
        return _leaks(entry.name, _read(entry, shipped), sought)

    return sorted({leak for leaks in spread(leaks_of, len(entries)) for leak in leaks})


def sought_in(withheld: Fingerprints, public: Iterable[str]) -> Fingerprints:
    """Leave out what lies wholly in phrases that are public on their own account."""
    return withheld.without(words_of(phrase) for phrase in public)


def leaks_in(name: str, data: bytes, sought: Fingerprints, shipped: Collection[Path] = ()) -> list[Leak]:
    """List what one file of a site must not hold. `sought` is what `sought_in` leaves of what is withheld."""
    return _leaks(name, b"" if _is_shipped(name, data, shipped) else data, sought)


def _leaks(name: str, data: bytes, sought: Fingerprints) -> list[Leak]:
    found = set(_found(name, data, sought))
    published = sayable(name, lambda words: any(sought.find(words))) if found else name
    return [Leak(published, place) for place in found]


def _found(name: str, data: bytes, sought: Fingerprints) -> Iterator[Place]:
    return (place for words in texts(name, data) for place in sought.find(words))


def _read(entry: Entry, shipped: Collection[Path]) -> bytes:
    data = entry.read()
    return b"" if _is_shipped(entry.name, data, shipped) else data


def _is_shipped(name: str, data: bytes, shipped: Collection[Path]) -> bool:
    # Asked of every file of a site, and nearly all of them were made: a path as text is a good deal cheaper than a `Path`.
    originals = [original for folder in shipped if os.path.isfile(original := os.path.join(folder, name))]  # noqa: PTH113, PTH118
    return any(Path(original).read_bytes() == data for original in originals)
