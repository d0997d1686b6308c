"""What a branch touched, as git tells it; and which findings it can have caused."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

import pytest

from public_record.model.findings import Finding, Place
from public_record.model.rules import Rule
from public_record.project import Project
from public_record.repository import CannotCompareError, changed_since, folder_in_repository, touched_by
from tiny import FOLDER, PAPER, TinySite

pytestmark = pytest.mark.process

WRONG = PAPER.replace("item: B1", "item: B9")


@pytest.fixture(autouse=True)
def _own_git(monkeypatch: pytest.MonkeyPatch) -> None:
    """No setting of whoever runs the tests, and no repository that a hook names."""
    for variable in ("GIT_DIR", "GIT_WORK_TREE", "GIT_INDEX_FILE", "GIT_PREFIX"):
        monkeypatch.delenv(variable, raising=False)
    monkeypatch.setenv("GIT_CONFIG_GLOBAL", "/dev/null")
    monkeypatch.setenv("GIT_CONFIG_NOSYSTEM", "1")


def _git(root: Path, *arguments: str) -> None:
    author = ("-c", "user.name=A Clerk", "-c", "user.email=clerk@example.org", "-c", "init.defaultBranch=main")
    subprocess.run([str(shutil.which("git")), *author, *arguments], cwd=root, check=True, capture_output=True)


def _commit(root: Path) -> None:
    _git(root, "add", "--all")
    _git(root, "commit", "--message", "Change")


@pytest.fixture
def project(tmp_path: Path) -> TinySite:
    """A project in a folder of a repository, with one commit on `main` and a branch."""
    site = TinySite(tmp_path / "record")
    _git(tmp_path, "init")
    _commit(tmp_path)
    _git(tmp_path, "checkout", "-b", "branch")
    return site


def test_what_a_branch_touched_is_listed(project: TinySite) -> None:
    """Committed, deleted, not yet committed and new; what `main` did meanwhile is not."""
    (project.root / FOLDER / "b1-appendix-a.md").unlink()
    _commit(project.root)
    _git(project.root, "checkout", "main")
    project.write("mkdocs.yml", "# changed on main\n")
    _commit(project.root)
    _git(project.root, "checkout", "branch")
    project.write(f"{FOLDER}/b1.md", WRONG)
    project.write(f"{FOLDER}/b2 é.md", PAPER)
    project.write("../beside.md", "outside the project")
    assert changed_since(project.root, "main") == {f"{FOLDER}/{name}" for name in ("b1-appendix-a.md", "b1.md", "b2 é.md")}


def test_a_revision_without_common_past_is_compared_itself(project: TinySite) -> None:
    """As where only the last commit was fetched."""
    _git(project.root, "checkout", "--orphan", "other")
    _commit(project.root)
    project.write(f"{FOLDER}/b1.md", WRONG)
    assert changed_since(project.root, "main") == {f"{FOLDER}/b1.md"}


@pytest.mark.parametrize("revision", ["nowhere", "--output=x", ""])
def test_an_unknown_revision_is_told(project: TinySite, revision: str) -> None:
    """Nothing that git could take for an option reaches it."""
    with pytest.raises(CannotCompareError):
        changed_since(project.root, revision)


def test_the_place_of_a_project_in_its_repository_is_known(project: TinySite) -> None:
    """Empty at the top, and outside git."""
    assert [folder_in_repository(root) for root in (project.root, project.root.parent, Path("/"))] == ["record/", "", ""]


def _found(path: str) -> Finding:
    return Finding(Place(path), Rule.TITLE, "x", "y")


def test_findings_of_the_same_meeting_are_shown(tmp_path: Path) -> None:
    """An agenda that was changed can make a paper wrong; a version of the agreement, another."""
    paths = [
        "content/meetings/2024-05-14-hill/b1.md",
        "content/meetings/2024-05-14-hill",
        "content/meetings/2025-05-14-hill/b1.md",
        "content/agreement/1.0.md",
        "site_config/record.yml",
        "private/meetings/2025-05-14-hill/b1.md",
    ]
    shown = {
        changed: [
            paths.index(one.place.path) for one in touched_by(map(_found, paths), frozenset({changed}), Project(tmp_path))
        ]
        for changed in ("content/meetings/2024-05-14-hill/agenda.md", "content/agreement/2.0.md", "README.md", paths[4])
    }
    assert list(shown.values()) == [[0, 1, 5], [3, 5], [5], [0, 1, 2, 3, 4, 5]]


def test_check_shows_what_a_branch_did(project: TinySite) -> None:
    """The status is that of what is shown; how much else there is, is said."""
    project.write(f"{FOLDER}/b1.md", WRONG)
    _commit(project.root)
    other = FOLDER.replace("2025-03-02", "2025-06-02")
    project.write(f"{other}/b1.md", PAPER)
    result = project.run("check", "--changed-since", "HEAD", "--format", "github")
    assert result.exit_code == 1
    assert (result.stdout.count("::error file=record/content/"), result.stderr) == (
        1,
        "Not shown: 2 in what was not touched since then.\n",
    )


def test_check_of_a_branch_that_touched_nothing_wrong_ends_well(project: TinySite) -> None:
    """Whatever is wrong elsewhere."""
    project.write(f"{FOLDER}/b1.md", WRONG)
    _commit(project.root)
    result = project.run("check", "--changed-since", "HEAD")
    assert (result.exit_code, result.stdout) == (0, "0 errors, 0 warnings.\n")


def test_check_says_why_it_cannot_compare(project: TinySite, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Status 2, in a sentence."""
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(tmp_path.parent))
    results = [project.run("check", "--changed-since", "nowhere")]
    outside = TinySite(tmp_path.parent / f"{tmp_path.name}-outside")
    results.append(outside.run("check", "--changed-since", "main"))
    monkeypatch.setenv("PATH", "")
    results.append(project.run("check", "--changed-since", "main"))
    assert [(result.exit_code, result.stdout) for result in results] == [(2, "")] * 3
    assert [result.stderr for result in results] == [
        "Could not run: git knows no such revision; fetch it first, or correct its name.\n",
        "Could not run: this project is in no git repository.\n",
        "Could not run: git is not installed.\n",
    ]
