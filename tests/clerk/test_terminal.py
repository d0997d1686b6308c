"""A clerk at a real terminal: what is missing is asked for there, and only there."""

from __future__ import annotations

import os
import pty
import subprocess
import sys

import pytest

from clerk.conftest import content
from tiny import TinySite

pytestmark = pytest.mark.process


def test_on_a_terminal_there_are_questions(desk: TinySite) -> None:
    """The defaults are taken by pressing Enter."""
    ours, theirs = pty.openpty()
    os.write(ours, b"\n" * 3)
    command = [sys.executable, "-m", "public_record", "--project", str(desk.root), "new", "notes"]
    finished = subprocess.run(command, stdin=theirs, capture_output=True, text=True, check=False, timeout=60)
    os.close(theirs)
    os.close(ours)
    assert (finished.returncode, finished.stderr) == (0, "")
    assert "Meeting: the name of its folder [2026-09-14-hill]: " in finished.stdout
    assert "Number of the first minute [1]: " in finished.stdout
    assert "## 1. Apologies\n(Item A1)\n" in content(desk, "meetings/2026-09-14-hill/notes.md")


def test_in_a_script_there_are_none(desk: TinySite) -> None:
    """It ends at once, and says which option is missing."""
    command = [sys.executable, "-m", "public_record", "--project", str(desk.root), "new", "notes"]
    finished = subprocess.run(command, stdin=subprocess.DEVNULL, capture_output=True, text=True, check=False, timeout=60)
    assert (finished.returncode, finished.stdout) == (2, "")
    assert finished.stderr.endswith("Error: --meeting is missing.\n")
