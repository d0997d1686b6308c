"""What holds for every test."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

import pytest
from hypothesis import settings

# How long an example takes says something of the machine, and nothing of the law that a test guards.
settings.register_profile("steady", deadline=None)
settings.load_profile("steady")

_TESTS = Path(__file__).parent
_BY_FOLDER = {"site": "site", "browser": "browser"}
_OUTSIDE = frozenset({*_BY_FOLDER.values(), "process"})


@pytest.hookimpl(tryfirst=True)
def pytest_collection_modifyitems(items: Iterable[pytest.Item]) -> None:
    """Mark what builds sites or opens browsers by the folder it is in, and what needs neither, nor other processes, as core."""
    for item in items:
        folder = item.path.relative_to(_TESTS).parts[0]
        if folder in _BY_FOLDER:
            item.add_marker(_BY_FOLDER[folder])
        if not _OUTSIDE & {mark.name for mark in item.iter_markers()}:
            item.add_marker("core")
