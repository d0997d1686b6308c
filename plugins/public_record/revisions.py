"""Reads a project as it stood at a revision of git."""

from __future__ import annotations

import io
import signal
import sys
import tarfile
import tempfile
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from public_record.project import Project
from public_record.repository import ask, commit_of

_PARTS = ("content", "site_config")
_ENDED_BY_SIGNAL = 128
"""What shells add to the number of a signal."""


@contextmanager
def project_at(project: Project, revision: str) -> Iterator[Project]:
    """Lay out what a revision holds of a project in a folder that is gone afterwards. Raises `CannotCompareError`."""
    commit = commit_of(project.root, revision)
    held = ask(project.root, "ls-tree", "--name-only", commit, "--", *_PARTS).decode().split()
    with orderly_end(), tempfile.TemporaryDirectory() as folder:
        if held:
            archive = ask(project.root, "archive", "--format=tar", commit, "--", *held)
            with tarfile.open(fileobj=io.BytesIO(archive)) as tar:
                tar.extractall(folder, filter="data")
        yield Project(Path(folder), overlaid=False)


@contextmanager
def orderly_end() -> Iterator[None]:
    """Turn the signals by which a program is asked to end into an end like any other, so that what was laid out is removed."""
    if threading.current_thread() is not threading.main_thread():
        yield
        return
    asked = [signal.SIGTERM, *([signal.SIGHUP] if hasattr(signal, "SIGHUP") else [])]
    before = {one: signal.signal(one, _end) for one in asked}
    try:
        yield
    finally:
        for one, handler in before.items():
            signal.signal(one, handler)


def _end(number: int, _frame: object) -> None:
    sys.exit(_ENDED_BY_SIGNAL + number)


def messages_since(project: Project, revision: str) -> str:
    """Give the messages of the commits that came after a revision. Raises `CannotCompareError`."""
    commit = commit_of(project.root, revision)
    return ask(project.root, "log", "--format=%B", f"{commit}..HEAD").decode(errors="replace")
