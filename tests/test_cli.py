"""The command line: what it says, and the status with which it ends."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from textwrap import indent

import pytest
from click.testing import CliRunner

from public_record.cli import main
from public_record.model.rules import RULES, Rule
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
        "    5 | item: …\n"
        "    Add the paper, or correct `item` and `paper`.\n"
        f"{FOLDER}/b1.md:4:7: error [unknown-item] the agenda has no such item.\n"
        "    4 | item: …\n"
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


@pytest.mark.parametrize("rule", Rule)
def test_a_rule_its_page_and_its_explanation_say_the_same(rule: Rule) -> None:
    """What it asks for, why, the example and the cure: in the index, on its page, and in the terminal."""
    told = RULES[rule]
    shown = CliRunner().invoke(main, ["explain", rule]).output
    page = (DOCS / "rules" / f"{rule}.md").read_text(encoding="utf-8")
    for text in (rule, told.asks, told.why, indent(told.wrong, "    "), indent(told.right, "    ")):
        assert (text in shown, text in page) == (True, True)
    assert f"| [{rule}](rules/{rule}.md) | {told.asks} |\n" in (DOCS / "rules.md").read_text(encoding="utf-8")


def test_an_unknown_rule_could_not_be_explained() -> None:
    """Status 2, with the rules that there are."""
    result = CliRunner().invoke(main, ["explain", "no-such-rule"])
    assert result.exit_code == 2
    assert "There is no rule of this name." in result.output


@pytest.mark.process
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
    """docs/rules.md, docs/rules/ and docs/schema/ are written by `reference`; somebody must have run it."""
    (project.root / "docs").mkdir()
    assert project.run("reference").exit_code == 0
    assert _made(project.root / "docs") == _made(DOCS)


def _made(docs: Path) -> dict[str, str]:
    """Read what is made from the code, and nothing else: no page of a rule that is no more."""
    paths = [docs / "rules.md", *(docs / "rules").iterdir(), *(docs / "schema").iterdir()]
    return {path.relative_to(docs).as_posix(): path.read_text(encoding="utf-8") for path in paths}
