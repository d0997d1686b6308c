"""What every check is given, and the two ways in which it makes findings.

Warnings stand in the log of a build that succeeds, and a log is public: only what is published may give rise to one. What is
withheld and not as it should be is an error, or nothing.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import TypeAlias

from public_record.checks.marks import Marked, marked
from public_record.gate.decide import MeetingDecisions, decide
from public_record.model.findings import Finding, Place, Severity
from public_record.model.private import MeetingFolder, PrivateRecord
from public_record.model.rules import Rule
from public_record.model.settings import Settings


@dataclass(frozen=True, slots=True)
class Context:
    """The record to look at, what the partnership holds itself to, the day, and what the gate decides on that day."""

    record: PrivateRecord
    settings: Settings
    today: date
    decisions: Mapping[str, MeetingDecisions]
    """By the path of the meeting's folder."""
    marks: Mapping[str, Sequence[Marked]]
    """Everything that can be marked, by the same."""

    @classmethod
    def of(cls, record: PrivateRecord, settings: Settings, today: date) -> Context:
        """Decide on everything once, for all checks."""
        decisions = {folder.path: decide(folder, today) for folder in record.meetings}
        marks = {folder.path: tuple(marked(folder, decisions[folder.path])) for folder in record.meetings}
        return cls(record, settings, today, decisions, marks)

    def meetings(self) -> Iterator[tuple[MeetingFolder, MeetingDecisions]]:
        """Yield every meeting with the decisions on it."""
        for folder in self.record.meetings:
            yield folder, self.decisions[folder.path]

    def marked(self) -> Iterator[tuple[MeetingFolder, Sequence[Marked]]]:
        """Yield every meeting with what can be marked in it."""
        for folder in self.record.meetings:
            yield folder, self.marks[folder.path]

    def is_unseen(self, meeting: MeetingFolder, path: str) -> bool:
        """Say whether nothing of a document of a meeting is shown: it is a draft, or waits for its day."""
        decisions = self.decisions[meeting.path]
        return decisions.documents.get(path, decisions.agenda).absent

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
