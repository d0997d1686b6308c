"""What holds for every test."""

from __future__ import annotations

import gc
from collections.abc import Iterable
from pathlib import Path

import pytest
from hypothesis import is_hypothesis_test, settings

# How long an example takes says something of the machine, and nothing of the law that a test guards.
settings.register_profile("steady", deadline=None)
settings.load_profile("steady")

_TESTS = Path(__file__).parent
_BY_FOLDER = {"site": "site", "browser": "browser", "clerk": "desk", "properties": "property"}
_OUTSIDE = frozenset({*_BY_FOLDER.values(), "process", "record"})


def pytest_ignore_collect(collection_path: Path, config: pytest.Config) -> bool | None:
    """Leave a folder unread of which core, when asked for alone, takes nothing: to load it costs more than many tests."""
    alone = config.getoption("markexpr") == "core"
    return True if alone and collection_path.parent == _TESTS and collection_path.name in _BY_FOLDER else None


def pytest_collection_finish() -> None:
    """Spare the collector what was loaded: it lives as long as the run, and would be walked again and again."""
    gc.collect()
    gc.freeze()


@pytest.hookimpl(tryfirst=True)
def pytest_collection_modifyitems(items: Iterable[pytest.Item]) -> None:
    """Mark tests by the folder they are in, and those that Hypothesis feeds; what is left is core."""
    for item in items:
        folder = item.path.relative_to(_TESTS).parts[0]
        if folder in _BY_FOLDER:
            item.add_marker(_BY_FOLDER[folder])
        if isinstance(item, pytest.Function) and is_hypothesis_test(item.obj):
            item.add_marker("property")
        if not _OUTSIDE & {mark.name for mark in item.iter_markers()}:
            item.add_marker("core")
