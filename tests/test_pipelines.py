"""The pipelines that are shipped: well formed, pinned, and with no more rights than they need."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
import yaml

pytestmark = pytest.mark.process

ROOT = Path(__file__).parents[1]
WORKFLOWS = sorted((ROOT / ".github" / "workflows").glob("*.yml"))
BESIDE_PYTHON = Path(sys.executable).parent


def _workflow(path: Path) -> dict[str, Any]:
    read: dict[str, Any] = yaml.safe_load(path.read_text(encoding="utf-8"))
    return read


def _lint(*command: str) -> tuple[int, str]:
    finished = subprocess.run(
        [str(BESIDE_PYTHON / command[0]), *command[1:]], capture_output=True, text=True, check=False, cwd=ROOT
    )
    return finished.returncode, finished.stdout + finished.stderr


@pytest.mark.parametrize("path", WORKFLOWS, ids=lambda path: path.name)
def test_workflows_are_well_formed(path: Path) -> None:
    """By the schema of their host."""
    assert _lint("check-jsonschema", "--builtin-schema", "vendor.github-workflows", str(path)) == (0, "ok -- validation done\n")


def test_the_gitlab_pipeline_is_well_formed() -> None:
    """By the schema of its host."""
    schema = ("--builtin-schema", "vendor.gitlab-ci", "--data-transform", "gitlab-ci")
    assert _lint("check-jsonschema", *schema, ".gitlab-ci.yml") == (0, "ok -- validation done\n")


def test_workflows_have_no_known_weakness() -> None:
    """Injection through titles, rights that are too wide, credentials left behind, actions that are not pinned."""
    status, told = _lint("zizmor", "--offline", "--persona", "pedantic", "--no-progress", ".github/workflows")
    assert status == 0, told


@pytest.mark.parametrize("path", WORKFLOWS, ids=lambda path: path.name)
def test_every_action_is_pinned_by_its_commit(path: Path) -> None:
    """A tag can be moved to other code."""
    used = re.findall(r"uses: (\S+)", path.read_text(encoding="utf-8"))
    assert used
    assert [action for action in used if not re.fullmatch(r"actions/[a-z-]+@[0-9a-f]{40}", action)] == []


@pytest.mark.parametrize("path", WORKFLOWS, ids=lambda path: path.name)
def test_a_job_that_may_write_runs_no_code_of_the_branch(path: Path) -> None:
    """What a merge request brings along is read, never trusted."""
    for job in _workflow(path)["jobs"].values():
        rights = job["permissions"]
        if "write" in rights.values():
            steps = str(job["steps"])
            assert "checkout" not in steps
            assert "build.py" not in steps


def test_what_is_deployed_is_what_was_verified() -> None:
    """`site/` comes out of the build alone, and the build puts it there only after verifying it."""
    jobs = _workflow(ROOT / ".github" / "workflows" / "publish.yml")["jobs"]
    runs = [step["run"] for step in jobs["build"]["steps"] if "run" in step]
    assert runs == ["python3 build.py"]
    assert jobs["deploy"]["needs"] == "build"


@pytest.fixture
def repository(tmp_path: Path) -> Path:
    """A repository whose build.py only says how it was called."""
    (tmp_path / "build.py").write_text("import sys\nprint(*sys.argv[1:])\nsys.exit(1)\n")
    (tmp_path / "content").mkdir()
    (tmp_path / "content" / "a.md").write_text("One.\n")
    (tmp_path / "README.md").write_text("Two.\n")
    _git(tmp_path, "init", "--quiet")
    return tmp_path


def _git(folder: Path, *arguments: str) -> None:
    subprocess.run(["git", *arguments], cwd=folder, check=True, capture_output=True)  # noqa: S607 - found by its name


def _hook(folder: Path) -> tuple[int, str]:
    hook = ROOT / ".githooks" / "pre-commit"
    finished = subprocess.run([str(hook)], cwd=folder, capture_output=True, text=True, check=False)
    return finished.returncode, finished.stdout


def test_the_hook_checks_the_record_that_is_committed(repository: Path) -> None:
    """And stops the commit with the status of `check`."""
    _git(repository, "add", "content")
    assert _hook(repository) == (1, "check\n")


def test_the_hook_leaves_other_commits_alone(repository: Path) -> None:
    """Nobody waits for a check of what they did not touch."""
    _git(repository, "add", "README.md")
    assert _hook(repository) == (0, "")


def test_the_hook_can_be_run() -> None:
    """Git keeps the mode of a file."""
    assert os.access(ROOT / ".githooks" / "pre-commit", os.X_OK)


def test_the_image_holds_nothing_of_any_record() -> None:
    """It is built from the generator alone."""
    copied = re.findall(r"(?m)^COPY (.+) \S+$", (ROOT / "Containerfile").read_text(encoding="utf-8"))
    assert copied == ["requirements.txt pyproject.toml README.md LICENSE", "plugins"]
    assert (ROOT / ".containerignore").read_text(encoding="utf-8").splitlines()[0] == "*"
