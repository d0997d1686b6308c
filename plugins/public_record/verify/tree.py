"""What a finished site is made of, as a web server would find it."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path


def entries(site: Path) -> Iterator[tuple[str, Path]]:
    """Yield every file and folder under a site by its name relative to the root, in order. Links are not followed."""
    for folder, folders, files in os.walk(site, onerror=_refuse):
        folders.sort()
        below = Path(folder).relative_to(site).as_posix()
        for name in sorted([*folders, *files]):
            yield name if below == "." else f"{below}/{name}", Path(folder, name)


def _refuse(error: OSError) -> None:
    """Raise, where `os.walk` would pass over a folder that it cannot read."""
    raise error
