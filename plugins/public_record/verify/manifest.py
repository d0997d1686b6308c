"""Looks for files in a finished site that nobody announced."""

from __future__ import annotations

import posixpath
from collections.abc import Collection
from itertools import accumulate
from pathlib import Path

from public_record.verify import tree


def unaccounted(site: Path, announced: Collection[str]) -> list[str]:
    """List what stands in a site and is not announced, by name relative to its root.

    An announced name is that of a file, or ends in `/` and stands for everything in that folder. A link is never
    accounted for, since what it shows is decided elsewhere, and neither is a folder without files: names tell too.
    """
    found = list(tree.entries(site))
    filled = {posixpath.dirname(entry.name) for entry in found}
    return [
        entry.name
        for entry in found
        if entry.is_link or not ((entry.is_folder and entry.name in filled) or _announced(entry.name, announced))
    ]


def _announced(name: str, announced: Collection[str]) -> bool:
    return name in announced or any(folder in announced for folder in _folders(name))


def _folders(name: str) -> list[str]:
    """Name every folder that a name lies in, or is: `a/b.html` lies in `a/`."""
    return list(accumulate(part + "/" for part in name.split("/")))
