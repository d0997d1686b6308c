"""The publication report, as a clerk and CI get it: against a revision of a real repository."""

from __future__ import annotations

import subprocess
from pathlib import Path

import pytest

from tiny import AGENDA, FOLDER, PAPER, TinySite

pytestmark = pytest.mark.process

OPENED = AGENDA.replace(
    "public_title: A review, note: SECRETNOTE on the line}", "access: public, open: {reason: It is over.}}"
).replace("SECRETTITLE of a person", "The review")
RELEASE = "group/2025-03-02/d1/ was withheld and is released. If that is meant, say `allow-release: group/2025-03-02/d1/`.\n"


@pytest.fixture
def project(tmp_path: Path) -> TinySite:
    """A project under git, with one commit."""
    project = TinySite(tmp_path)
    (project.root / FOLDER / "SECRETFILE.md").unlink()
    _git(tmp_path, "init", "--quiet")
    _commit(tmp_path, "Record a meeting")
    return project


def _git(folder: Path, *arguments: str) -> None:
    name = ["-c", "user.name=A clerk", "-c", "user.email=clerk@example.org", "-c", "commit.gpgsign=false"]
    subprocess.run(["git", *name, *arguments], cwd=folder, check=True, capture_output=True)  # noqa: S607 - found by its name


def _commit(folder: Path, message: str) -> None:
    _git(folder, "add", "--all")
    _git(folder, "commit", "--quiet", "--allow-empty", "--message", message)


def test_a_change_that_publishes_nothing_says_so(project: TinySite) -> None:
    """A withheld text may change as it likes."""
    project.write(f"{FOLDER}/agenda.md", AGENDA.replace("SECRETNOTE", "SECRETOTHER"))
    result = project.run("preview", "HEAD")
    assert (result.exit_code, result.output) == (0, "Nothing that is public changes.\n")


def test_a_change_is_reported_before_it_is_committed(project: TinySite) -> None:
    """The clerk sees what the merge would do."""
    project.write(f"{FOLDER}/b1.md", PAPER.replace("title: The bridge", "title: The old bridge"))
    result = project.run("preview", "HEAD")
    assert (result.exit_code, result.output) == (
        0,
        "Changes:\n  paper group/2025-03-02/b1/ The old bridge; 1 passage withheld in it\n",
    )


def test_a_release_that_nobody_named_is_refused(project: TinySite) -> None:
    """Status 1: it cannot be taken back."""
    project.write(f"{FOLDER}/agenda.md", OPENED)
    result = project.run("preview", "HEAD")
    assert result.exit_code == 1
    assert RELEASE in result.stderr


def test_a_release_can_be_named_in_a_commit(project: TinySite, tmp_path: Path) -> None:
    """By its address, on a line of its own."""
    project.write(f"{FOLDER}/agenda.md", OPENED)
    _commit(tmp_path, "Open the review\n\nallow-release: group/2025-03-02/d1/\nallow-release: group/2025-03-02/notes/#minute-8")
    assert project.run("preview", "HEAD~1").exit_code == 0


def test_a_release_can_be_named_in_the_merge(project: TinySite, tmp_path: Path) -> None:
    """Its description reaches the command as a file."""
    project.write(f"{FOLDER}/agenda.md", OPENED)
    message = tmp_path / "message"
    message.write_text(
        "Open the review.\n\nAllow-release: group/2025-03-02/d1/\nallow-release: group/2025-03-02/notes/#minute-8\n"
    )
    assert project.run("preview", "HEAD", "--message", str(message)).exit_code == 0


def test_naming_one_release_does_not_allow_another(project: TinySite, tmp_path: Path) -> None:
    """Each is a decision of its own."""
    project.write(f"{FOLDER}/agenda.md", OPENED)
    _commit(tmp_path, "Open the review\n\nallow-release: group/2025-03-02/d1/")
    result = project.run("preview", "HEAD~1")
    assert result.exit_code == 1
    assert "allow-release: group/2025-03-02/notes/#minute-8" in result.stderr


def test_a_record_that_would_not_be_published_has_no_report(project: TinySite) -> None:
    """Its findings are shown instead."""
    project.write(f"{FOLDER}/b1.md", PAPER.replace("item: B1", "item: B9"))
    result = project.run("preview", "HEAD")
    assert result.exit_code == 1
    assert "Nothing would be published:" in result.stderr


def test_nothing_is_compared_with_a_record_that_fails_the_checks(project: TinySite, tmp_path: Path) -> None:
    """Against nothing, a release would look like something new."""
    project.write(f"{FOLDER}/b1.md", PAPER.replace("item: B1", "item: B9"))
    _commit(tmp_path, "Break it")
    project.write(f"{FOLDER}/b1.md", PAPER)
    result = project.run("preview", "HEAD")
    assert (result.exit_code, result.stderr) == (
        2,
        "Could not run: the record at that revision does not pass the checks, so nothing can be said of it.\n",
    )


@pytest.mark.parametrize(
    ("revision", "why"),
    [
        ("nowhere", "git knows no such revision; fetch it first, or correct its name"),
        ("HEAD~9", "git knows no such revision; fetch it first, or correct its name"),
        ("--output=x", "a revision is named by a branch, a tag or a commit"),
    ],
)
def test_an_unknown_revision_is_named_as_such(project: TinySite, revision: str, why: str) -> None:
    """And is never taken for an option of git."""
    result = project.run("preview", "--", revision)
    assert (result.exit_code, result.stderr) == (2, f"Could not run: {why}.\n")


def test_everything_is_new_beside_a_revision_without_a_record(project: TinySite, tmp_path: Path) -> None:
    """As in the first merge of all."""
    _git(tmp_path, "checkout", "--quiet", "--orphan", "empty")
    _git(tmp_path, "rm", "--quiet", "-r", "--cached", ".")
    _git(tmp_path, "commit", "--quiet", "--allow-empty", "--message", "Begin")
    result = project.run("preview", "HEAD")
    assert result.exit_code == 0
    assert result.output.startswith("Becomes public:\n  meeting group/2025-03-02/ meeting of 2025-03-02\n")
