"""Findings as a Code Quality report: GitLab shows each in the merge request, beside the line that it is about."""

from __future__ import annotations

import hashlib
import json
from collections import Counter
from collections.abc import Sequence
from typing import Any

from public_record.model.findings import Finding, Severity

_SEVERITIES = {Severity.ERROR: "blocker", Severity.WARNING: "minor"}
"""In the words of the format: an error stops the build."""


def as_gitlab(findings: Sequence[Finding], folder: str = "") -> str:
    """Write a list of objects, one a finding.

    `folder` is that of the project in its repository: empty, or with `/` at its end.
    """
    seen: Counter[tuple[str, ...]] = Counter()
    return json.dumps([_issue(finding, folder, seen) for finding in findings], indent=2)


def _issue(finding: Finding, folder: str, seen: Counter[tuple[str, ...]]) -> dict[str, Any]:
    path = f"{folder}{finding.place.path}"
    # Without the line: a finding that was there before must be known again when something is added above it.
    about = (path, finding.rule, finding.message)
    seen[about] += 1
    return {
        "description": f"{finding.message[0].upper()}{finding.message[1:]} {finding.help}",
        "check_name": finding.rule,
        "fingerprint": hashlib.sha256("\n".join([*about, str(seen[about])]).encode()).hexdigest(),
        "severity": _SEVERITIES[finding.severity],
        "location": {"path": path, "lines": {"begin": finding.place.line}},
    }
