"""What a finished site is made of, as a web server would find it."""

from __future__ import annotations

import os
from collections.abc import Collection, Iterator
from pathlib import Path
from typing import NamedTuple

Stamp = tuple[int, int, int, int]
"""What changes when a file is written again, or exchanged for another."""


class Entry(NamedTuple):
    """A file, a folder or a link of a site. There are thousands, and this costs less than a `Path`."""

    name: str
    """Relative to the root of the site, with `/`."""
    path: str
    is_file: bool
    """Also where it is a link to one."""
    is_folder: bool
    """Also where it is a link to one."""
    is_link: bool

    def stamp(self) -> Stamp:
        """Look at the file without reading it."""
        found = os.stat(self.path)  # noqa: PTH116 - there are thousands
        return found.st_ino, found.st_size, found.st_mtime_ns, found.st_ctime_ns

    def read(self) -> bytes:
        """Read a file; what is none holds nothing but its name."""
        if not self.is_file:
            return b""
        with open(self.path, "rb") as file:  # noqa: PTH123 - there are thousands
            return file.read()


def entries(site: Path, but: Collection[str] = ()) -> Iterator[Entry]:
    """Yield every file and folder under a site, in order, `but` some and what is in them.

    Links are not followed; a folder that cannot be read is an error.
    """
    yield from _below(os.fspath(site), "", but)


def _below(folder: str, before: str, but: Collection[str]) -> Iterator[Entry]:
    with os.scandir(folder) as scanned:
        found = sorted((entry for entry in scanned if before + entry.name not in but), key=lambda entry: entry.name)
    for entry in found:
        yield Entry(before + entry.name, entry.path, entry.is_file(), entry.is_dir(), entry.is_symlink())
    for entry in found:
        if entry.is_dir(follow_symlinks=False):
            yield from _below(entry.path, f"{before}{entry.name}/", but)
