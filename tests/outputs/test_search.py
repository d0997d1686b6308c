"""The indexer is a process of its own: it is waited for, its failure stops the build, and it does not outlive one."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from public_record.outputs import search
from public_record.outputs.search import SearchError, indexing

pytestmark = pytest.mark.process

PAGE = "<html><article data-pagefind-body data-kind='Paper'><p>The ferry contract.</p></article></html>"


@pytest.fixture
def site(tmp_path: Path) -> Path:
    """A staged site of one page."""
    (tmp_path / "site").mkdir()
    (tmp_path / "site" / "index.html").write_text(PAGE)
    return tmp_path / "site"


def _indexer(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, script: str) -> None:
    """Put a script in the place of the indexer."""
    path = tmp_path / "indexer"
    path.write_text(f"#!/bin/sh\n{script}\n")
    path.chmod(0o755)
    monkeypatch.setattr(search, "get_executable", lambda: path)


def test_the_index_is_complete_at_the_end(site: Path) -> None:
    """Whatever was done meanwhile; without the parts that this site does without."""
    with indexing(site):
        pass
    made = {path.name for path in (site / "pagefind").iterdir()}
    assert {"pagefind.js", "pagefind-entry.json", "order.json"} <= made
    assert [name for name in made if "ui" in name or "worker" in name] == []


def test_an_indexer_that_fails_stops_the_build(site: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What it says could be words of pages, so only its status is told."""
    _indexer(tmp_path, monkeypatch, "echo the ferry contract; echo the ferry contract >&2; exit 3")
    with pytest.raises(SearchError) as failed, indexing(site):
        pass
    assert str(failed.value) == "the search indexer ended with status 3"


def test_an_indexer_ends_with_the_build_that_began_it(site: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A full disk meanwhile, or somebody who ends the build."""
    begun = tmp_path / "begun"
    os.mkfifo(begun)
    _indexer(tmp_path, monkeypatch, f"echo $$ > {begun}; exec tail -f /dev/null")
    numbers = []

    def build() -> None:
        with indexing(site):
            numbers.append(int(begun.read_text()))
            raise OSError("full")

    with pytest.raises(OSError, match="full"):
        build()
    with pytest.raises(ProcessLookupError):
        os.kill(numbers[0], 0)
