"""Reads a project as it stood at a revision of git."""

from __future__ import annotations

import io
import subprocess
import tarfile
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from public_record.project import Project

_PARTS = ("content", "site_config")


class RevisionError(Exception):
    """Git does not know what it was asked for."""


@contextmanager
def project_at(project: Project, revision: str) -> Iterator[Project]:
    """Lay out what a revision holds of a project in a folder that is gone afterwards. Raises `RevisionError`."""
    commit = (
        _git(project.root, "rev-parse", "--verify", "--quiet", "--end-of-options", f"{revision}^{{commit}}").decode().strip()
    )
    held = _git(project.root, "ls-tree", "--name-only", commit, "--", *_PARTS).decode().split()
    with tempfile.TemporaryDirectory() as folder:
        if held:
            archive = _git(project.root, "archive", "--format=tar", commit, "--", *held)
            with tarfile.open(fileobj=io.BytesIO(archive)) as tar:
                tar.extractall(folder, filter="data")
        yield Project(Path(folder), overlaid=False)


def messages_since(project: Project, revision: str) -> str:
    """Give the messages of the commits that came after a revision. Raises `RevisionError`."""
    return _git(project.root, "log", "--format=%B", "--end-of-options", f"{revision}..HEAD").decode(errors="replace")


def _git(folder: Path, *arguments: str) -> bytes:
    try:
        finished = subprocess.run(["git", *arguments], cwd=folder, capture_output=True, check=False)  # noqa: S607 - git is found by its name
    except FileNotFoundError:
        raise RevisionError("git is not installed") from None
    if finished.returncode:
        raise RevisionError("git knows no such revision here")
    return finished.stdout
