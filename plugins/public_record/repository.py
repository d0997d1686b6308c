"""What git knows of a project: where it stands in its repository, and what a branch touched. No file is read here."""

from __future__ import annotations

import subprocess
from collections.abc import Iterable, Iterator
from pathlib import Path

from public_record.model.findings import Finding
from public_record.project import Project


class CannotCompareError(Exception):
    """There is nothing to compare with: no git, no repository, no such revision."""


def folder_in_repository(root: Path) -> str:
    """Say where a project stands in its repository: empty at the top (and outside git), else with `/` at its end."""
    try:
        return _git(root, "rev-parse", "--show-prefix").strip("\n")
    except CannotCompareError:
        return ""


def changed_since(root: Path, revision: str) -> frozenset[str]:
    """List the files of a project that a branch touched since it left `revision`, uncommitted and new ones included."""
    _git(root, "rev-parse", "--git-dir")
    base = _left(root, revision)
    touched = _git(root, "diff", "--name-only", "--no-renames", "--relative", "-z", base, "--", ".")
    new = _git(root, "ls-files", "--others", "--exclude-standard", "-z", "--", ".")
    return frozenset(path for path in f"{touched}{new}".split("\0") if path)


def touched_by(findings: Iterable[Finding], changed: frozenset[str], project: Project) -> list[Finding]:
    """Keep the findings that a change can have caused: those in the files touched, and in the folder of the same meeting.

    Settings bear on every document. What stands in a private tree is no part of this repository: it is always shown.
    """
    findings = list(findings)
    if project.settings.relative_to(project.root).as_posix() in changed:
        return findings
    folders = {_folder(path) for path in changed}
    own = {project.content.name, project.settings.parent.name}
    return [finding for finding in findings if _is_meant(finding.place.path, folders, own)]


def _is_meant(path: str, folders: set[str], own: set[str]) -> bool:
    return _folder(path) in folders or path.split("/", maxsplit=1)[0] not in own


def _folder(path: str) -> str:
    """Give what is looked at together: the folder of a meeting, all versions of the agreement, or a file by itself."""
    match path.split("/"):
        case ["content", "meetings", meeting, *_]:
            return f"content/meetings/{meeting}"
        case ["content", "agreement", *_]:
            return "content/agreement"
        case _:
            return path


def commit_of(root: Path, revision: str) -> str:
    """Find the commit that a revision names. Raises `CannotCompareError`."""
    if revision.startswith("-"):
        raise CannotCompareError("a revision is named by a branch, a tag or a commit")
    try:
        return _git(root, "rev-parse", "--verify", "--quiet", f"{revision}^{{commit}}").strip()
    except CannotCompareError:
        raise CannotCompareError("git knows no such revision; fetch it first, or correct its name") from None


def _left(root: Path, revision: str) -> str:
    """Find the commit at which the branch left a revision; where they have none in common, the revision itself."""
    commit = commit_of(root, revision)
    return next(_common(root, commit), commit)


def _common(root: Path, commit: str) -> Iterator[str]:
    try:
        yield _git(root, "merge-base", commit, "HEAD").strip()
    except CannotCompareError:
        return


def _git(root: Path, *arguments: str) -> str:
    return ask(root, *arguments).decode("utf-8", "surrogateescape")


def ask(root: Path, *arguments: str) -> bytes:
    """Ask git about the repository that a folder stands in. Raises `CannotCompareError`."""
    command = ["git", *arguments]
    try:
        finished = subprocess.run(command, cwd=root, capture_output=True, check=True)
    except FileNotFoundError:
        raise CannotCompareError("git is not installed") from None
    except subprocess.CalledProcessError:
        raise CannotCompareError("this project is in no git repository") from None
    return finished.stdout
