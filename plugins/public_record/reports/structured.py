"""Findings as JSON, field by field, for programs of one's own."""

from __future__ import annotations

import json
from collections.abc import Iterable

from public_record.model.findings import Finding


def as_json(findings: Iterable[Finding]) -> str:
    """Write findings as a list of objects."""
    return json.dumps([_fields(finding) for finding in findings], indent=2)


def _fields(finding: Finding) -> dict[str, str | int]:
    return {
        "path": finding.place.path,
        "line": finding.place.line,
        "column": finding.place.column,
        "rule": finding.rule,
        "severity": finding.severity,
        "message": finding.message,
        "help": finding.help,
    }
