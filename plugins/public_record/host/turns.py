"""Builds that write beside one another take turns: two at once would publish what neither has looked at.

The lock is on the folder itself, so nothing is left of it, and it ends with the process, however that ends.
"""

from __future__ import annotations

import os
from pathlib import Path

try:
    import fcntl
except ImportError:  # Windows
    fcntl = None  # type: ignore[assignment]

_held: dict[Path, int] = {}
"""The folders of which it is the turn of this process."""


def wait_for_turn(folder: Path) -> None:
    """Wait until no other process builds in a folder. What this process left unfinished there gives way."""
    give_turn(folder)
    if fcntl is None:
        return
    opened = os.open(folder, os.O_RDONLY)
    try:
        fcntl.flock(opened, fcntl.LOCK_EX)
    except OSError:
        # Not every file system can; builds there have to be kept apart by whoever starts them.
        os.close(opened)
    else:
        _held[folder] = opened


def give_turn(folder: Path) -> None:
    """Let others build in a folder."""
    if (opened := _held.pop(folder, None)) is not None:
        os.close(opened)


def _forget() -> None:
    """Hold nothing in a process that only renders pages: it may outlive a build that was killed."""
    for folder in list(_held):
        give_turn(folder)


if hasattr(os, "register_at_fork"):
    os.register_at_fork(after_in_child=_forget)
