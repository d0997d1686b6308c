"""Tiny real sites, drawn in a temporary folder and built by MkDocs in process."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from tiny import TinySite


@pytest.fixture
def site(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> TinySite:
    """A project with one meeting, some of it restricted. Its day is fixed, so that two builds can be compared."""
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1772323200")  # 1 March 2026
    monkeypatch.setenv("NO_MKDOCS_2_WARNING", "1")
    return TinySite(tmp_path)


@pytest.fixture(scope="session")
def published(tmp_path_factory: pytest.TempPathFactory) -> TinySite:
    """The whole record of this repository, built once, for tests that only read it."""
    root = Path(__file__).parents[2]
    project = TinySite(tmp_path_factory.mktemp("published"))
    shutil.rmtree(project.root / "content")
    shutil.rmtree(project.root / "site_config")
    for folder in ("content", "site_config"):
        shutil.copytree(root / folder, project.root / folder)
    shutil.copy(root / "mkdocs.yml", project.root)
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("SOURCE_DATE_EPOCH", "1772323200")  # 1 March 2026
        patch.setenv("NO_MKDOCS_2_WARNING", "1")
        project.build()
    return project
