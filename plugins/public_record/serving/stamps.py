"""Notices that files have changed, by their size and the moment of their last change; what they say is for others to read."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from pathlib import Path

from public_record.project import Project


def stamps(paths: Iterable[Path]) -> frozenset[tuple[str, int, int]]:
    """Take down the state of files, and of all that stand below folders. What is not there is no part of it."""
    return frozenset(stamp for path in paths for stamp in _below(str(path)))


def of_record(project: Project) -> list[Path]:
    """List where the record stands."""
    return [path for path in (project.content, project.private, project.denylist) if path]


def of_frame(project: Project) -> list[Path]:
    """List where all else stands that a site is made from."""
    return [project.configuration, project.settings.parent]


def _below(path: str) -> Iterator[tuple[str, int, int]]:
    try:
        stat = os.stat(path)  # noqa: PTH116 - a third of the time, for thousands of files several times a second
        entries = list(os.scandir(path)) if os.path.isdir(path) else []  # noqa: PTH112
    except OSError:
        return
    yield path, stat.st_size, stat.st_mtime_ns
    for entry in entries:
        if entry.is_dir(follow_symlinks=False):
            yield from _below(entry.path)
        else:
            yield from _file(entry)


def _file(entry: os.DirEntry[str]) -> Iterator[tuple[str, int, int]]:
    try:
        stat = entry.stat(follow_symlinks=False)
    except OSError:
        return
    yield entry.path, stat.st_size, stat.st_mtime_ns
