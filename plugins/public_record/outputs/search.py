"""The search index: made by Pagefind from the finished pages, so that it can hold nothing that they do not."""

from __future__ import annotations

import gzip
import json
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from pagefind_bin import get_executable

from public_record.cores import spread
from public_record.outputs.passages import passages

FOLDER = "pagefind"

ORDER = "order.json"
"""Beside the index: the names of all results that have a date, the oldest first."""

_UNUSED = ("pagefind-ui.*", "pagefind-modular-ui.*", "pagefind-component-ui.*", "pagefind-highlight.js", "pagefind-worker.js")
"""Pagefind's own interfaces, since the site has one of its own; and its engine once more, for a thread of its own."""


_HEAD = b"pagefind_dcd"
"""Begins every file of the index, once it is unpacked."""


_MANY = 64
"""Results that are read in one go: each is a matter of moments."""


class SearchError(Exception):
    """Pagefind could not index the site."""


@contextmanager
def indexing(site: Path) -> Iterator[None]:
    """Index the pages of a staged site into its folder `pagefind/`, while something else is done for it.

    The index is complete at the end. Raises `SearchError` if the indexer fails. Its output is not passed on: it could name
    words of pages.
    """
    with tempfile.TemporaryDirectory(prefix="public-record-") as folder:
        _lay_out(site, Path(folder))
        with _indexer(Path(folder), site / FOLDER) as indexer:
            try:
                yield
            except BaseException:
                indexer.kill()
                raise
        if indexer.returncode:
            raise SearchError(f"the search indexer ended with status {indexer.returncode}")
    for pattern in _UNUSED:
        for file in (site / FOLDER).glob(pattern):
            file.unlink()
    (site / FOLDER / ORDER).write_text(json.dumps(_by_date(site / FOLDER / "fragment"), separators=(",", ":")))


def _by_date(fragments: Path) -> list[str]:
    """List the results that have a date, in its order.

    Pagefind can sort, too; every reader would then fetch the order of all results before the first one (docs/decisions/0024).
    """
    files = list(fragments.iterdir())

    def dated(number: int) -> tuple[str, str, str]:
        result = json.loads(gzip.decompress(files[number].read_bytes()).removeprefix(_HEAD))
        return result["meta"].get("date", ""), result["url"], files[number].stem

    return [name for date, _, name in sorted(spread(dated, len(files), together=_MANY)) if date]


def _lay_out(site: Path, folder: Path) -> None:
    """Write what is to be found, each result as a page, where its page stands in the site."""
    pages = sorted(site.rglob("index.html"))

    def lay_out(number: int) -> None:
        page = pages[number]
        beside = folder / page.parent.relative_to(site)
        for name, document in passages(page.read_text(encoding="utf-8")):
            beside.mkdir(parents=True, exist_ok=True)
            (beside / f"{name}.html").write_text(f"<html>{document}</html>", encoding="utf-8")

    for _ in spread(lay_out, len(pages)):
        pass


def _indexer(pages: Path, into: Path) -> subprocess.Popen[bytes]:
    """Begin to index."""
    command = [
        str(get_executable()),
        *("--site", str(pages)),
        *("--output-path", str(into)),
        *("--force-language", "en-gb"),
        *("--exclude-selectors", ".headerlink, .pr-kind"),
        "--quiet",
    ]
    return subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
