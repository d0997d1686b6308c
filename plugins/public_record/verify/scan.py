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
from public_record.verify.text import texts
from public_record.verify.tree import Entry

_MANY = 1 << 12
"""Words that are looked through in one go."""

_PARTED = BREAK.strip()

_LIKE_NO_OTHER = (".pf_index", ".pf_meta", ".pf_filter", ".csv", ".ics", ".js", ".pagefind")


@dataclass(frozen=True, slots=True, order=True)
class Leak:
    """Withheld words that stand in a published file. Both places by name, never the words."""

    published: str
    """Path in the site, relative to its root; where the name itself is a leak, the folder (with `/`) in which it stands."""
    withheld: Place
    """Where the words come from, in the record."""


def scan(site: Path, withheld: Fingerprints, public: Iterable[str] = (), shipped: Collection[Path] = ()) -> list[Leak]:
    """List what a site must not hold, in order of its files.

    `public` are phrases that are public on their own account: statutory wording, names of bodies, public titles. A withheld
    run that lies wholly inside one does not count. `shipped` are folders of files that others made, such as the theme's: a
    file of the site that stands there under the same name, the same to the byte, was not made from the record, and is not read.
    """
    sought = sought_in(withheld, public)
    entries = list(tree.entries(site))
    return [] if _is_clean(entries, sought, shipped) else _named(entries, sought, shipped)


def _is_clean(entries: list[Entry], sought: Fingerprints, shipped: Collection[Path]) -> bool:
    """Say that nothing is to be found, which is what nearly all sites are built for."""
    names = words_of(unquote(BREAK.join(entry.name for entry in entries)))
    files = {entry.name: entry for entry in entries if entry.is_file}

    def is_read_by_itself(name: str, data: bytes) -> bool:
        return name in files and files[name].read() == data

    # Where files are read in several processes, each has its own.
    memory = PassMemory(is_read_by_itself)
    families = _families(files.values())

    def is_clean(number: int) -> bool:
        rows = chain.from_iterable(texts(entry.name, _read(entry, shipped), memory) for entry in families[number])
        return not any(any(sought.find(words)) for words in _together(rows))

    worthwhile = 0 if len(files) >= WORTHWHILE else len(families) + 1
    with closing(spread(is_clean, len(families), worthwhile, together=1)) as clean:
        return not any(sought.find(names)) and all(clean)


def _families(files: Iterable[Entry]) -> tuple[list[Entry], list[Entry]]:
    """Part files into those that one process reads, so that it meets again what it remembers: pages, and the others.

    With the pages goes what has nothing in common with either, so that both take about as long.
    """
    families: tuple[list[Entry], list[Entry]] = ([], [])
    for entry in files:
        families[not entry.name.endswith((".html", *_LIKE_NO_OTHER))].append(entry)
    return families


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
