"""What is wrong, where, and what to do: findings are data, and never hold the text of a record."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum
from typing import NamedTuple

from public_record.model.rules import Rule


class Severity(StrEnum):
    """Whether a finding stops the build."""

    ERROR = "error"
    WARNING = "warning"


@dataclass(frozen=True, slots=True, order=True)
class Place:
    """A place in a file of the record."""

    path: str
    """Path from the project's folder, with `/`."""
    line: int = 1
    column: int = 1

    def __str__(self) -> str:
        return f"{self.path}:{self.line}:{self.column}"


class Excerpt(NamedTuple):
    """What a reader may be shown of a file of the record: a key of its front matter, or the number of a heading."""

    line: int
    shown: str


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that a person must look at."""

    place: Place
    rule: Rule
    message: str
    """What is wrong here, in a sentence without the record's words."""
    help: str
    """What to do."""
    severity: Severity = Severity.ERROR

    def __str__(self) -> str:
        return f"{self.place}: {self.severity} [{self.rule}] {self.message}\n    {self.help}"


def in_order(findings: Iterable[Finding]) -> list[Finding]:
    """Sort findings by file, line, column, then rule, each once."""
    return sorted(dict.fromkeys(findings), key=lambda finding: (finding.place, finding.rule, finding.message))


def stops(findings: Iterable[Finding]) -> bool:
    """Say whether any of the findings is an error."""
    return any(finding.severity is Severity.ERROR for finding in findings)
