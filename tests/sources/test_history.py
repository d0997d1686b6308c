"""What git tells of the files of the record, read from real repositories."""

from __future__ import annotations

import os
import subprocess
from datetime import date
from pathlib import Path

import pytest

from public_record.memory import Memory
from public_record.model.file_dates import FileDates
from public_record.sources.history import file_dates

pytestmark = pytest.mark.process

MARCH, APRIL = date(2024, 3, 1), date(2024, 4, 2)


def git(folder: Path, *arguments: str, day: date = MARCH) -> None:
    moment = f"{day.isoformat()}T12:00:00+00:00"
    own = {"GIT_AUTHOR_DATE": moment, "GIT_COMMITTER_DATE": moment, "GIT_CONFIG_GLOBAL": os.devnull, "HOME": str(folder)}
    names = ["-c", "user.name=A Clerk", "-c", "user.email=clerk@example.org", "-c", "commit.gpgsign=false"]
    subprocess.run(["git", *names, "-C", str(folder), *arguments], env={**os.environ, **own}, check=True, capture_output=True)  # noqa: S607


def commit(folder: Path, day: date, **files: str) -> None:
    for name, text in files.items():
        path = folder / "content" / f"{name}.md"
        path.parent.mkdir(exist_ok=True)
        path.write_text(text)
    git(folder, "add", "-A", day=day)
    git(folder, "commit", "-m", "x", day=day)


@pytest.fixture
def project(tmp_path: Path) -> Path:
    folder = tmp_path / "project"
    folder.mkdir()
    git(folder, "init", "-q")
    commit(folder, MARCH, one="1", two="2")
    commit(folder, APRIL, two="2, changed")
    return folder


def test_each_file_has_the_day_of_its_last_commit(project: Path) -> None:
    """Below the folder of the record, by the path in it."""
    assert file_dates(project / "content") == FileDates({"one.md": MARCH, "two.md": APRIL})


def test_a_file_that_is_being_edited_has_none(project: Path) -> None:
    """What will be published is not what was committed."""
    (project / "content/one.md").write_text("edited")
    (project / "content/three.md").write_text("new")
    assert file_dates(project / "content") == FileDates({"two.md": APRIL})


def test_what_is_remembered_of_it_goes_with_the_next_commit(project: Path) -> None:
    """Whether a file is being edited is looked at each time."""
    memory, found = Memory(), []
    for text in ("edited", "1", "edited"):
        (project / "content/one.md").write_text(text)
        found.append(file_dates(project / "content", memory).changed.get("one.md"))
    commit(project, APRIL)
    assert [*found, file_dates(project / "content", memory).changed["one.md"]] == [None, MARCH, None, APRIL]


def test_days_are_parted_by_folder() -> None:
    """What is known of one meeting does not change with another."""
    dates = FileDates({"a/1.md": MARCH, "b/2.md": APRIL, "b/3.md": MARCH}, frozenset({"a/4.md", "5.md"}))
    assert dates.by_folder() == {
        "a": FileDates({"a/1.md": MARCH}, frozenset({"a/4.md"})),
        "b": FileDates({"b/2.md": APRIL, "b/3.md": MARCH}),
        "": FileDates({}, frozenset({"5.md"})),
    }


def test_names_of_any_letters_are_read(project: Path) -> None:
    """Git would quote them."""
    commit(project, APRIL, **{'größer, "weiter"': "x"})
    assert file_dates(project / "content").changed['größer, "weiter".md'] == APRIL


def test_a_shallow_clone_knows_where_it_is_cut_off(project: Path, tmp_path: Path) -> None:
    """There every file seems to be made anew on one day."""
    git(tmp_path, "clone", "-q", "--depth", "1", project.as_uri(), "shallow")
    assert file_dates(tmp_path / "shallow/content") == FileDates({}, frozenset({"one.md", "two.md"}))


def test_a_shallow_clone_knows_what_it_holds(project: Path, tmp_path: Path) -> None:
    """A change after the cut is a change."""
    commit(project, APRIL, one="1, changed")
    git(tmp_path, "clone", "-q", "--depth", "2", project.as_uri(), "shallow")
    assert file_dates(tmp_path / "shallow/content") == FileDates({"one.md": APRIL}, frozenset({"two.md"}))


def test_where_there_is_no_repository_nothing_is_known(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Nor where there is no git, nor a folder."""
    (tmp_path / "content").mkdir()
    assert file_dates(tmp_path / "content") == FileDates()
    assert file_dates(tmp_path / "nowhere") == FileDates()
    monkeypatch.setenv("PATH", "")
    assert file_dates(tmp_path / "content") == FileDates()


def test_variables_of_another_repository_do_not_lead_astray(
    project: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A build that a hook begins is given them."""
    monkeypatch.setenv("GIT_DIR", str(tmp_path / "elsewhere"))
    assert file_dates(project / "content").changed["one.md"] == MARCH


def test_no_program_of_the_repository_is_run(project: Path) -> None:
    """Its settings may name one."""
    git(project, "config", "core.fsmonitor", f"touch {project}/ran; false")
    git(project, "config", "log.showSignature", "true")
    assert file_dates(project / "content").changed["two.md"] == APRIL
    assert not (project / "ran").exists()
