"""Findings as workflow commands: GitHub shows each beside the line that it is about.

The grammar is that of actions/toolkit: in the value of a property a colon and a comma are escaped, beside what always is.
"""

from __future__ import annotations

from collections.abc import Sequence

from public_record.model.findings import Finding
from public_record.reports.text import counted

_DATA = str.maketrans({"%": "%25", "\r": "%0D", "\n": "%0A"})
_PROPERTY = _DATA | str.maketrans({":": "%3A", ",": "%2C"})


def as_github(findings: Sequence[Finding], folder: str = "") -> str:
    """Write one command a finding, and count them for the log.

    `folder` is that of the project in its repository: empty, or with `/` at its end.
    """
    return "\n".join([*(_command(finding, folder) for finding in findings), counted(findings)])


def _command(finding: Finding, folder: str) -> str:
    place = finding.place
    given = {"file": f"{folder}{place.path}", "line": str(place.line), "col": str(place.column), "title": str(finding.rule)}
    properties = ",".join(f"{name}={value.translate(_PROPERTY)}" for name, value in given.items())
    text = f"{finding.message}\n{finding.help}".translate(_DATA)
    return f"::{finding.severity} {properties}::{text}"
