"""Reads a project as it stood at a revision of git."""

from __future__ import annotations

import io
import tarfile
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from public_record.project import Project
from public_record.repository import ask, commit_of

_PARTS = ("content", "site_config")


@contextmanager
def project_at(project: Project, revision: str) -> Iterator[Project]:
    """Lay out what a revision holds of a project in a folder that is gone afterwards. Raises `CannotCompareError`."""
    commit = commit_of(project.root, revision)
    held = ask(project.root, "ls-tree", "--name-only", commit, "--", *_PARTS).decode().split()
    with tempfile.TemporaryDirectory() as folder:
        if held:
            archive = ask(project.root, "archive", "--format=tar", commit, "--", *held)
            with tarfile.open(fileobj=io.BytesIO(archive)) as tar:
                tar.extractall(folder, filter="data")
        yield Project(Path(folder), overlaid=False)


def messages_since(project: Project, revision: str) -> str:
    """Give the messages of the commits that came after a revision. Raises `CannotCompareError`."""
    commit = commit_of(project.root, revision)
    return ask(project.root, "log", "--format=%B", f"{commit}..HEAD").decode(errors="replace")
