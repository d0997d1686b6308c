"""Two builds of one project at once: each publishes only what it has looked at itself, and the site always stands."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from public_record.host import staging, turns
from public_record.host.staging import Staging
from tiny import TinySite


def test_two_builds_at_once_take_turns(site: TinySite) -> None:
    """Both go well, and what stands in the end is what one of them by itself would have built."""
    site.build()
    alone = site.comparable()
    command = [sys.executable, "-m", "public_record", "--project", str(site.root), "build"]
    running = [subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT) for _ in range(3)]
    told = [one.communicate()[0].decode() for one in running]
    assert [one.returncode for one in running] == [0, 0, 0], told
    assert site.comparable() == alone
    assert site.leftovers() == ["site"]


def test_a_build_waits_for_the_one_at_work(tmp_path: Path) -> None:
    """It does not begin before: the folder of the other is left alone."""
    first = Staging(tmp_path / "site")
    (first.begin() / "page.html").write_text("first")
    script = "import sys, pathlib; from public_record.host.staging import Staging; Staging(pathlib.Path(sys.argv[1])).begin()"
    second = subprocess.Popen([sys.executable, "-c", script, str(tmp_path / "site")])
    first.promote()
    assert second.wait() == 0
    assert (tmp_path / "site" / "page.html").read_text() == "first"


def test_what_another_build_has_begun_is_not_thrown_away(tmp_path: Path) -> None:
    """A build that stops before its own has begun tidies up nothing."""
    (tmp_path / ".site-next").mkdir()
    Staging(tmp_path / "site").discard()
    assert [path.name for path in tmp_path.iterdir()] == [".site-next"]


def test_a_site_that_cannot_be_exchanged_stands(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where it had to be moved aside it is moved back."""
    monkeypatch.setattr(staging, "_exchange", lambda *_: False)
    (tmp_path / "site").mkdir()
    (tmp_path / "site" / "page.html").write_text("old")
    begun = Staging(tmp_path / "site")
    begun.begin().rmdir()
    with pytest.raises(FileNotFoundError):
        begun.promote()
    begun.discard()
    assert [path.name for path in tmp_path.iterdir()] == ["site"]
    assert (tmp_path / "site" / "page.html").read_text() == "old"


def test_a_build_that_was_left_unfinished_gives_way_to_the_next_of_its_process(tmp_path: Path) -> None:
    """It would wait for itself."""
    Staging(tmp_path / "site").begin()
    again = Staging(tmp_path / "site")
    again.begin()
    again.promote()
    assert turns._held == {}


def test_a_process_that_renders_pages_holds_no_turn(tmp_path: Path) -> None:
    """It may be there for a moment after the build that started it was killed."""
    begun = Staging(tmp_path / "site")
    begun.begin()
    child = os.fork()
    if child == 0:
        os._exit(len(turns._held))
    assert os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) == 0
    assert len(turns._held) == 1
    begun.discard()


def test_where_nothing_can_be_locked_a_build_goes_on(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """As on some file systems, and on Windows."""

    def unable(*_: object) -> None:
        raise OSError

    monkeypatch.setattr("fcntl.flock", unable)
    turns.wait_for_turn(tmp_path)
    monkeypatch.setattr(turns, "fcntl", None)
    turns.wait_for_turn(tmp_path)
    assert turns._held == {}
