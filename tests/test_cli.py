"""The command line: what it says, and the status with which it ends."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner

from public_record.cli import main
from public_record.model.rules import Rule
from tiny import FOLDER, PAPER, TinySite

DOCS = Path(__file__).parent.parent / "docs"


@pytest.fixture
def project(tmp_path: Path) -> TinySite:
    """A project that nobody builds."""
    return TinySite(tmp_path)


def test_check_of_a_good_record_ends_well(project: TinySite) -> None:
    """Status 0, and a line that says so."""
    result = project.run("check")
    assert (result.exit_code, result.output) == (0, "0 errors, 0 warnings.\n")


def test_check_says_where_what_and_what_to_do(project: TinySite) -> None:
    """Status 1; place, rule, message and help of every finding."""
    project.write(f"{FOLDER}/b1.md", PAPER.replace("item: B1", "item: B9"))
    result = project.run("check")
    assert result.exit_code == 1
    assert result.output == (
        f"{FOLDER}/b1-appendix-a.md:5:7: error [unknown-item] the paper of this appendix is not in the folder.\n"
        "    Add the paper, or correct `item` and `paper`.\n"
        f"{FOLDER}/b1.md:4:7: error [unknown-item] the agenda has no such item.\n"
        "    The agenda has: B1, B2, D1.\n"
        "2 errors, 0 warnings. `explain RULE` says more about a rule.\n"
    )


def test_findings_come_as_json_for_programs(project: TinySite) -> None:
    """The same findings, field by field."""
    project.write(f"{FOLDER}/b2.md", PAPER.replace("item: B1", "item: B9"))
    result = project.run("check", "--format", "json")
    assert json.loads(result.output) == [
        {
            "path": f"{FOLDER}/b2.md",
            "line": 4,
            "column": 7,
            "rule": "unknown-item",
            "severity": "error",
            "message": "the agenda has no such item.",
            "help": "The agenda has: B1, B2, D1.",
        }
    ]


def test_every_rule_is_explained() -> None:
    """`explain` knows each rule that a finding can name."""
    for rule in Rule:
        result = CliRunner().invoke(main, ["explain", rule])
        assert (result.exit_code, result.output.splitlines()[0]) == (0, str(rule))


def test_an_unknown_rule_could_not_be_explained() -> None:
    """Status 2, with the rules that there are."""
    result = CliRunner().invoke(main, ["explain", "no-such-rule"])
    assert result.exit_code == 2
    assert "There is no rule of this name." in result.output


def test_check_does_not_load_mkdocs(project: TinySite) -> None:
    """Loading the host would take longer than checking the record."""
    code = (
        "import sys; from click.testing import CliRunner; from public_record.cli import main;"
        f"CliRunner().invoke(main, ['--project', {str(project.root)!r}, 'check']);"
        "print([name for name in sys.modules if name.split('.')[0] in ('mkdocs', 'jinja2', 'markdown')])"
    )
    finished = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert finished.stdout == "[]\n"


def test_the_reference_in_docs_is_that_of_the_code(project: TinySite) -> None:
    """docs/rules.md and docs/schema/ are written by `reference`; somebody must have run it."""
    (project.root / "docs").mkdir()
    assert project.run("reference").exit_code == 0
    docs = [path for path in (project.root / "docs").rglob("*") if path.is_file()]
    names = [path.relative_to(project.root / "docs") for path in docs]
    assert [path.read_text() for path in docs] == [(DOCS / name).read_text() for name in names]
