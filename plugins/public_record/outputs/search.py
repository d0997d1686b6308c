"""The search index: made by Pagefind from the finished pages, so that it can hold nothing that they do not."""

from __future__ import annotations

import subprocess
from pathlib import Path

from pagefind_bin import get_executable

FOLDER = "pagefind"

_INTERFACES = ("pagefind-ui.*", "pagefind-modular-ui.*", "pagefind-component-ui.*", "pagefind-highlight.js")
"""Pagefind's own interfaces; the site has one of its own."""


class SearchError(Exception):
    """Pagefind could not index the site."""


def write_index(site: Path) -> None:
    """Index the pages of a staged site into its folder `pagefind/`.

    Raises `SearchError` if the indexer fails. Its output is not passed on: it could name words of pages.
    """
    command = [
        str(get_executable()),
        *("--site", str(site)),
        *("--output-subdir", FOLDER),
        *("--force-language", "en-gb"),
        *("--exclude-selectors", ".headerlink, .pr-crumbs, .pr-kind"),
        "--quiet",
    ]
    finished = subprocess.run(command, capture_output=True, check=False)
    if finished.returncode:
        raise SearchError(f"the search indexer ended with status {finished.returncode}")
    for pattern in _INTERFACES:
        for file in (site / FOLDER).glob(pattern):
            file.unlink()
