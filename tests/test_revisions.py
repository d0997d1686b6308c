"""What a revision holds is laid out for a moment, and is gone however that moment ends."""

from __future__ import annotations

import signal
import subprocess
import sys
import threading
from pathlib import Path

import pytest

from public_record.revisions import orderly_end
from tiny import TinySite

pytestmark = pytest.mark.process

WAITING = """
import signal, sys
from pathlib import Path
from public_record.project import Project
from public_record.revisions import project_at

with project_at(Project(Path.cwd()), "HEAD") as earlier:
    print(earlier.root, len(list(earlier.content.rglob("*.md"))), flush=True)
    signal.pause()
"""


@pytest.mark.parametrize("asked", [signal.SIGTERM, signal.SIGHUP, signal.SIGINT], ids=["ended", "hung up", "interrupted"])
def test_a_program_that_is_asked_to_end_leaves_nothing_of_a_revision(tmp_path: Path, asked: signal.Signals) -> None:
    """A job that is cancelled is asked so; what a revision holds can be private."""
    project = TinySite(tmp_path)
    git = ["git", "-c", "user.name=A clerk", "-c", "user.email=clerk@example.org", "-c", "commit.gpgsign=false"]
    for arguments in (["init", "--quiet"], ["add", "--all"], ["commit", "--quiet", "--message", "Record a meeting"]):
        subprocess.run([*git, *arguments], cwd=project.root, check=True, capture_output=True)
    running = subprocess.Popen(
        [sys.executable, "-c", WAITING], cwd=project.root, stdout=subprocess.PIPE, stderr=subprocess.PIPE
    )
    assert running.stdout
    folder, _, documents = running.stdout.readline().decode().strip().rpartition(" ")
    assert documents == "5"
    running.send_signal(asked)
    running.communicate()
    assert running.returncode != 0
    assert not Path(folder).exists()


def test_signals_are_as_before_afterwards() -> None:
    """And where there is no saying what is done with them, they are left alone."""
    before = signal.getsignal(signal.SIGTERM)
    with orderly_end():
        assert signal.getsignal(signal.SIGTERM) is not before
        other = threading.Thread(target=lambda: orderly_end().__enter__())
        other.start()
        other.join()
    assert signal.getsignal(signal.SIGTERM) is before
