"""Findings in SARIF 2.1.0 (OASIS, Static Analysis Results Interchange Format), for code scanning and for editors."""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import Any
from urllib.parse import quote

from public_record.explain import cure, example
from public_record.model.findings import Finding
from public_record.model.rules import RULES, Rule

_SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
_ROOT = "%SRCROOT%"
"""What a reader of the file takes for the folder of the repository."""


def as_sarif(findings: Sequence[Finding], folder: str = "") -> str:
    """Write a log of one run. `folder` is that of the project in its repository: empty, or with `/` at its end."""
    rules = sorted({finding.rule for finding in findings})
    run = {
        "tool": {"driver": {"name": "public-record", "rules": [_rule(rule) for rule in rules]}},
        "columnKind": "unicodeCodePoints",
        "results": [_result(finding, rules.index(finding.rule), folder) for finding in findings],
    }
    return json.dumps({"$schema": _SCHEMA, "version": "2.1.0", "runs": [run]}, indent=2, ensure_ascii=False)


def _rule(rule: Rule) -> dict[str, Any]:
    page = RULES[rule]
    return {
        "id": rule,
        "shortDescription": {"text": page.asks},
        "fullDescription": {"text": page.why},
        "help": {"text": f"{example(rule)}\n\n{cure(rule)}"},
    }


def _result(finding: Finding, index: int, folder: str) -> dict[str, Any]:
    place = finding.place
    return {
        "ruleId": finding.rule,
        "ruleIndex": index,
        "level": finding.severity,
        "message": {"text": f"{finding.message[0].upper()}{finding.message[1:]} {finding.help}"},
        "locations": [
            {
                "physicalLocation": {
                    "artifactLocation": {"uri": quote(f"{folder}{place.path}"), "uriBaseId": _ROOT},
                    "region": {"startLine": place.line, "startColumn": place.column},
                }
            }
        ],
    }
