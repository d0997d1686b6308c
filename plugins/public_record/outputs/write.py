"""All that a site offers beside its pages: named first, so that it can be announced, and written when the pages stand."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path

from public_record.outputs import manifest
from public_record.outputs.archive import archive, readme
from public_record.outputs.calendars import calendar_files
from public_record.outputs.data import data_files
from public_record.outputs.feeds import feed_files
from public_record.outputs.oparl import oparl_files
from public_record.outputs.search import FOLDER as SEARCH
from public_record.outputs.search import indexing
from public_record.outputs.sitemap import sitemap
from public_record.pages.library import Library

UNFINISHED = (SEARCH, manifest.NAME)
"""What comes last: a folder and a file."""

ARCHIVE = "data/record.zip"
SITEMAP = "sitemap.xml"
_OF_THE_HOST = ("sitemap.xml", "sitemap.xml.gz")
"""MkDocs writes its own list of pages, in which each was changed on the day of the build."""


def offered(library: Library) -> set[str]:
    """Name every file that `writing` writes. A name that ends in `/` stands for what is in the folder."""
    listed = {SITEMAP} if library.site else set()
    return {*made(library), *listed, ARCHIVE, manifest.NAME, f"{SEARCH}/"}


@contextmanager
def writing(site: Path, library: Library, addresses: Iterable[str]) -> Iterator[None]:
    """Complete a staged site whose pages, at these addresses, stand already.

    Within, all stands but what is in `UNFINISHED`, and does not change any more; at the end, all stands. Raises `SearchError`
    if the indexer fails.
    """
    # The indexer is a process of its own, which leaves a part of the cores to others.
    with indexing(site):
        for name, make in made(library).items():
            _put(site, name, make())
        _put(site, ARCHIVE, packed(library, lambda name: (site / name).read_bytes()))
        for name in _OF_THE_HOST:
            (site / name).unlink(missing_ok=True)
        if listed := sitemap(library, addresses):
            _put(site, SITEMAP, listed)
        lines = manifest.lines(site, but=[SEARCH])
        yield
    # The list of all files comes when there are all.
    _put(site, manifest.NAME, manifest.manifest({**lines, **manifest.lines(site, below=SEARCH)}, f"{SEARCH}/"))


def made(library: Library) -> dict[str, Callable[[], bytes]]:
    """Name each file that is made from the library alone, with the function that makes it."""
    return {**data_files(library), **feed_files(library), **calendar_files(library), **oparl_files(library)}


def packed(library: Library, read: Callable[[str], bytes]) -> bytes:
    """Pack the data into one archive; `read` reads a file of the site by its name."""
    return archive(read, data_files(library), readme(library))


def _put(site: Path, name: str, data: bytes) -> None:
    path = site / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(data)
