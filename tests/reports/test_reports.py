"""Findings written down: each form says the same, escaped as its reader asks."""

from __future__ import annotations

import json
from dataclasses import replace

import jsonschema

from public_record.model.findings import Excerpt, Finding, Place, Severity
from public_record.model.rules import RULES, Rule
from public_record.reports.github import as_github
from public_record.reports.gitlab import as_gitlab
from public_record.reports.sarif import as_sarif
from public_record.reports.structured import as_json
from public_record.reports.text import as_text
from sarif_structure import STRUCTURE

PLACE = Place("content/meetings/2024-05-14-hill/b1.md", 4, 7)
ERROR = Finding(PLACE, Rule.UNKNOWN_ITEM, "the agenda has no such item.", "The agenda has: B1, B2.")
AWKWARD = Finding(Place("content/a, 50%:b.md"), Rule.TITLE, "50% is missing,\r\nor: more.", "Add `title`.", Severity.WARNING)


def test_people_are_shown_the_key_and_what_to_do() -> None:
    """Place, rule and message; the key; the cure; and a count."""
    assert as_text([ERROR], lambda place: Excerpt(place.line, "item: …")) == (
        "content/meetings/2024-05-14-hill/b1.md:4:7: error [unknown-item] the agenda has no such item.\n"
        "    4 | item: …\n"
        "    The agenda has: B1, B2.\n"
        "1 error, 0 warnings. `explain RULE` says more about a rule."
    )


def test_where_there_is_nothing_to_show_nothing_is_shown() -> None:
    """A place in a folder has no key."""
    assert as_text([AWKWARD], lambda _: None).count("|") == 0
    assert as_text([], lambda _: None) == "0 errors, 0 warnings."


def test_github_is_told_in_one_line_each() -> None:
    """Percent signs and line ends are escaped everywhere, colons and commas in a property: no message becomes a command."""
    assert as_github([ERROR, AWKWARD]) == (
        "::error file=content/meetings/2024-05-14-hill/b1.md,line=4,col=7,title=unknown-item"
        "::the agenda has no such item.%0AThe agenda has: B1, B2.\n"
        "::warning file=content/a%2C 50%25%3Ab.md,line=1,col=1,title=title"
        "::50%25 is missing,%0D%0Aor: more.%0AAdd `title`.\n"
        "1 error, 1 warning. `explain RULE` says more about a rule."
    )


def test_github_finds_the_file_of_a_project_in_a_folder() -> None:
    """It counts from the top of the repository."""
    assert as_github([ERROR], "record/").startswith("::error file=record/content/meetings/")


def test_gitlab_is_told_what_its_report_of_code_quality_asks_for() -> None:
    """Description, rule, severity and place, as the format names them."""
    (told,) = json.loads(as_gitlab([AWKWARD], "record/"))
    assert {key: value for key, value in told.items() if key != "fingerprint"} == {
        "description": "50% is missing,\r\nor: more. Add `title`.",
        "check_name": "title",
        "severity": "minor",
        "location": {"path": "record/content/a, 50%:b.md", "lines": {"begin": 1}},
    }
    assert json.loads(as_gitlab([ERROR]))[0]["severity"] == "blocker"
    assert as_gitlab([]) == "[]"


def test_gitlab_knows_a_finding_again_where_lines_have_moved() -> None:
    """Two alike in one file are two all the same."""
    lower = replace(ERROR, place=replace(PLACE, line=9))
    one, other = (finding["fingerprint"] for finding in json.loads(as_gitlab([ERROR, lower])))
    assert one != other
    assert json.loads(as_gitlab([lower]))[0]["fingerprint"] == one


def test_sarif_has_the_structure_that_its_schema_asks_for() -> None:
    """Required keys, no others, levels of the list, lines from 1; with findings and without."""
    for findings in ([], [ERROR], [ERROR, AWKWARD, ERROR]):
        jsonschema.validate(json.loads(as_sarif(findings)), STRUCTURE, jsonschema.Draft7Validator)


def test_sarif_says_rule_level_and_place_of_each_finding() -> None:
    """A rule is described once, and each result leads to it; the address of a file is written as one."""
    (run,) = json.loads(as_sarif([ERROR, AWKWARD, ERROR], "record/"))["runs"]
    rules, results = run["tool"]["driver"]["rules"], run["results"]
    assert [rule["id"] for rule in rules] == ["title", "unknown-item"]
    assert rules[1]["shortDescription"]["text"] == RULES[Rule.UNKNOWN_ITEM].asks
    assert [(result["ruleId"], rules[result["ruleIndex"]]["id"], result["level"]) for result in results] == [
        ("unknown-item", "unknown-item", "error"),
        ("title", "title", "warning"),
        ("unknown-item", "unknown-item", "error"),
    ]
    assert results[0]["message"]["text"] == "The agenda has no such item. The agenda has: B1, B2."
    assert results[1]["locations"] == [
        {
            "physicalLocation": {
                "artifactLocation": {"uri": "record/content/a%2C%2050%25%3Ab.md", "uriBaseId": "%SRCROOT%"},
                "region": {"startLine": 1, "startColumn": 1},
            }
        }
    ]


def test_programs_are_given_every_field() -> None:
    """Of no finding: an empty list."""
    assert json.loads(as_json([ERROR]))[0]["help"] == "The agenda has: B1, B2."
    assert json.loads(as_json([])) == []
