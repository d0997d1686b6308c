"""What every check is given, and the two ways in which it makes findings."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from typing import TypeAlias

from public_record.model.findings import Finding, Place, Severity
from public_record.model.private import PrivateRecord
from public_record.model.rules import Rule
from public_record.model.settings import Settings


@dataclass(frozen=True, slots=True)
class Context:
    """The record to look at, what the partnership holds itself to, and the day."""

    record: PrivateRecord
    settings: Settings
    today: date

    def by_age(self, meeting: date) -> Severity:
        """Fail on new meetings, warn on the archive: nobody can go back and give notice of a meeting of 2014."""
        return Severity.ERROR if meeting >= self.settings.policy.strict_from else Severity.WARNING


Check: TypeAlias = Callable[[Context], Iterator[Finding]]


def error(place: Place, rule: Rule, message: str, cure: str) -> Finding:
    """Make a finding that stops the build."""
    return Finding(place, rule, message, cure)


def warning(place: Place, rule: Rule, message: str, cure: str) -> Finding:
    """Make a finding that does not."""
    return Finding(place, rule, message, cure, Severity.WARNING)
