"""Nothing restricted leaves: no word of it, no name, and no trace of how much there is."""

from __future__ import annotations

import re

import pytest
from tiny import FOLDER

pytestmark = pytest.mark.site


def test_no_withheld_word_is_in_any_byte_of_the_site(site) -> None:
    """Titles, texts, owners, authors, file names: all begin with SECRET in this record."""
    site.build()
    leaks = [name for name, data in site.files().items() if re.search(rb"secret", name.encode() + data, re.IGNORECASE)]
    assert leaks == []


def test_no_withheld_word_is_in_the_log(site) -> None:
    """Logs are public."""
    assert "secret" not in site.build().output.lower()


def test_the_site_does_not_change_with_what_is_withheld(site) -> None:
    """Non-interference: other words, more of them, another file name; the same bytes."""
    site.build()
    before = _comparable(site)
    for path in sorted((site.root / FOLDER).iterdir()):
        text = path.read_text(encoding="utf-8")
        path.unlink()
        name = path.name.replace("SECRETFILE", "quite-another")
        site.write(f"{FOLDER}/{name}", re.sub(r"SECRET\w+", "A much longer text than the one that stood here before", text))
    site.build()
    assert _comparable(site) == before


def _comparable(site) -> tuple[dict[str, bytes], list[bytes]]:
    """Pagefind's files by content, all others by name and content. Its list of hashes is compared through them."""
    files = site.files()
    fragments = sorted(data for name, data in files.items() if name.endswith(".pf_fragment"))
    return {name: data for name, data in files.items() if not name.startswith("pagefind/")}, fragments
