"""Looks for withheld text in a finished site."""

from __future__ import annotations

import os
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from pathlib import Path

from public_record.cores import spread
from public_record.model.findings import Place
from public_record.model.fingerprints import Fingerprints, words_of
from public_record.verify import tree
from public_record.verify.markup import Tags
from public_record.verify.names import sayable
from public_record.verify.text import texts


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

    # Where files are read in several processes, each has its own.
    tags = Tags()

    def leaks_of(number: int) -> list[Leak]:
        name, path = entries[number]
        return _leaks(name, _read(name, path, shipped), sought, tags)

    return sorted({leak for leaks in spread(leaks_of, len(entries)) for leak in leaks})


def sought_in(withheld: Fingerprints, public: Iterable[str]) -> Fingerprints:
    """Leave out what lies wholly in phrases that are public on their own account."""
    return withheld.without(words_of(phrase) for phrase in public)


def leaks_in(name: str, data: bytes, sought: Fingerprints, shipped: Collection[Path] = ()) -> list[Leak]:
    """List what one file of a site must not hold. `sought` is what `sought_in` leaves of what is withheld."""
    return _leaks(name, b"" if _is_shipped(name, data, shipped) else data, sought, Tags())


def _leaks(name: str, data: bytes, sought: Fingerprints, tags: Tags) -> list[Leak]:
    found = {place for words in texts(name, data, tags) for place in sought.find(words)}
    tags.clear(found=bool(found))
    published = sayable(name, lambda words: any(sought.find(words))) if found else name
    return [Leak(published, place) for place in found]


def _read(name: str, path: Path, shipped: Collection[Path]) -> bytes:
    data = path.read_bytes() if path.is_file() else b""
    return b"" if _is_shipped(name, data, shipped) else data


def _is_shipped(name: str, data: bytes, shipped: Collection[Path]) -> bool:
    # Asked of every file of a site, and nearly all of them were made: a path as text is a good deal cheaper than a `Path`.
    originals = [original for folder in shipped if os.path.isfile(original := os.path.join(folder, name))]  # noqa: PTH113, PTH118
    return any(Path(original).read_bytes() == data for original in originals)
