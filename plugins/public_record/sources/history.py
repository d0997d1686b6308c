"""Asks git when the files of the public tree were last changed. Of a private tree nothing is asked."""

from __future__ import annotations

import os
import shutil
import subprocess
from collections.abc import Iterator
from datetime import date
from pathlib import Path

from public_record.model.each import ANEW, Each
from public_record.model.file_dates import FileDates

_COMMIT = "\x01"
"""Begins the line of a commit; no file's name can."""

_NOTHING_RUNS = ("-c", "core.fsmonitor=false", "-c", "log.showSignature=false", "-c", "core.quotePath=false")
"""Settings of a repository by which asking it would run a program."""


def file_dates(tree: Path, each: Each = ANEW) -> FileDates:
    """Read the day of the last commit of every file below a folder; nothing where there is no repository, or no git.

    A file that differs from what was last committed is left out: nobody knows when that was changed.
    """
    head = (_git(tree, "rev-parse", "--verify", "HEAD") or "").strip()
    if not head:
        return FileDates()
    (known,) = each.each(_committed, [(tree, head, tuple(sorted(_beginnings(tree))))])
    edited = set((_git(tree, "diff", "--name-only", "--no-renames", "--relative", "-z", head, "--", ".") or "").split("\0"))
    changed = {name: day for name, day in known.changed.items() if name not in edited}
    return FileDates(changed, known.cut_off - edited)


def _committed(tree: Path, head: str, edge: tuple[str, ...]) -> FileDates:
    """Read the history that ends with a commit. It stays as it is; `edge` are the commits at which a clone begins."""
    log = _git(tree, "log", f"--format={_COMMIT}%H %cs", "--name-only", "--no-renames", "--relative", "-z", head, "--", ".")
    changed: dict[str, date] = {}
    cut_off: set[str] = set()
    for commit, day, name in _changes(log or ""):
        if name in changed or name in cut_off:
            continue
        if commit in edge:
            cut_off.add(name)
        else:
            changed[name] = day
    return FileDates(changed, frozenset(cut_off))


def _changes(log: str) -> Iterator[tuple[str, date, str]]:
    """Yield commit, day and file, the newest first."""
    commit, day = "", date.min
    for part in log.split("\0"):
        line = part.lstrip("\n")
        if line.startswith(_COMMIT):
            commit, _, written = line.removeprefix(_COMMIT).partition(" ")
            day = date.fromisoformat(written[:10])
            line = written[10:].lstrip("\n")
        if line:
            yield commit, day, line


def _beginnings(tree: Path) -> set[str]:
    """List the commits at which a shallow clone begins: each of them seems to have made every file anew."""
    named = (_git(tree, "rev-parse", "--git-path", "shallow") or "").strip()
    path = tree / named
    return set(path.read_text(encoding="ascii").split()) if named and path.is_file() else set()


def _git(tree: Path, *arguments: str) -> str | None:
    """Ask git; None where it does not answer."""
    program = shutil.which("git")
    if program is None:
        return None
    command = [program, "--no-pager", "--no-optional-locks", *_NOTHING_RUNS, "-C", str(tree), *arguments]
    # Variables of a hook, or of another repository, would make git look elsewhere.
    environment = {name: value for name, value in os.environ.items() if not name.startswith("GIT_")}
    finished = subprocess.run(command, capture_output=True, check=False, env=environment)
    return finished.stdout.decode("utf-8", "surrogateescape") if finished.returncode == 0 else None
