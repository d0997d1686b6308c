"""Tiny real sites, drawn in a temporary folder and built by MkDocs in process."""

from __future__ import annotations

from pathlib import Path

import pytest

from tiny import TinySite


@pytest.fixture
def site(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> TinySite:
    """A project with one meeting, some of it restricted. Its day is fixed, so that two builds can be compared."""
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1772323200")  # 1 March 2026
    monkeypatch.setenv("NO_MKDOCS_2_WARNING", "1")
    return TinySite(tmp_path)
