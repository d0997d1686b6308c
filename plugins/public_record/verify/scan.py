"""Looks for withheld text in a finished site."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

from public_record.model.findings import Place
from public_record.model.fingerprints import Fingerprints, words_of
from public_record.verify import tree
from public_record.verify.text import texts


@dataclass(frozen=True, slots=True, order=True)
class Leak:
    """Withheld words that stand in a published file. Both places by name, never the words."""

    published: str
    """Path in the site, relative to its root."""
    withheld: Place
    """Where the words come from, in the record."""


def scan(site: Path, withheld: Fingerprints, public: Iterable[str] = (), shipped: Iterable[Path] = ()) -> list[Leak]:
    """List what a site must not hold, file by file.

    `public` are phrases that are public on their own account: statutory wording, names of bodies, public titles. A withheld
    run that lies wholly inside one does not count. `shipped` are folders of files that others made, such as the theme's:
    a file of the site that equals one of them to the byte was not made from the record, and is not read.
    """
    sought = withheld.without(words_of(phrase) for phrase in public)
    foreign = {_digest(path.read_bytes()) for folder in shipped for _, path in tree.files(folder)}
    return [leak for name, path in tree.entries(site) for leak in _leaks(name, path, sought, foreign)]


def _leaks(name: str, path: Path, sought: Fingerprints, foreign: set[bytes]) -> list[Leak]:
    data = path.read_bytes() if path.is_file() else b""
    if foreign and _digest(data) in foreign:
        data = b""
    places = {place for words in texts(name, data) for place in sought.find(words)}
    return [Leak(name, place) for place in sorted(places)]


def _digest(data: bytes) -> bytes:
    return sha256(data).digest()
