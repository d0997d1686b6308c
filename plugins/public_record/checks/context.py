"""What every check is given, and the two ways in which it makes findings.

Warnings stand in the log of a build that succeeds, and a log is public: only what is published may give rise to one. What is
withheld and not as it should be is an error, or nothing.
"""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from operator import attrgetter
from typing import TypeAlias

from public_record.checks.facts import Fact, MeetingFacts, Reported, Spot, Where
from public_record.checks.gathering import facts_of, reported_in
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

    def facts(self) -> list[Fact]:
        """Say what is compared of each meeting, and of the agreement."""
        reported = (one for document in self.record.agreements for one in reported_in(document))
        return [*(facts_of(folder, decisions) for folder, decisions in self.meetings()), *reported]

    def overview(self) -> Overview:
        """Look at all meetings at once, where all of them were read."""
        documents = {document.path: document for document in self.record.documents()}

        def locate(spot: Spot) -> Place:
            return documents[spot.path].place(*spot.keys)

        return Overview.of(self.facts(), self.settings, self.today, locate, complete=self.record.complete)

    def is_unseen(self, meeting: MeetingFolder, path: str) -> bool:
        """Say whether nothing of a document of a meeting is shown: it is a draft, or waits for its day."""
        decisions = self.decisions[meeting.path]
        return decisions.documents.get(path, decisions.agenda).absent

    def by_age(self, meeting: date) -> Severity:
        """Fail on new meetings, warn on the archive: nobody can go back and give notice of a meeting of 2014."""
        return Severity.ERROR if meeting >= self.settings.policy.strict_from else Severity.WARNING


Check: TypeAlias = Callable[[Context], Iterator[Finding]]


@dataclass(frozen=True, slots=True)
class Overview:
    """All meetings, as far as they are compared, what the partnership holds itself to, and the day."""

    meetings: Sequence[MeetingFacts]
    """By date."""
    settings: Settings
    today: date
    locate: Callable[[Spot], Place]
    """Looks up where a key stands."""
    reported: Sequence[Reported]
    """What versions of the agreement say that they took from items."""
    reliable: bool
    """Whether of each it is clear what is public: what a slip hides would seem to be missing elsewhere."""
    _of_body: Mapping[str, Sequence[MeetingFacts]]

    @classmethod
    def of(
        cls, facts: Iterable[Fact], settings: Settings, today: date, locate: Callable[[Spot], Place], *, complete: bool = True
    ) -> Overview:
        """Put the meetings of each body in a row; `complete` says whether no meeting is missing."""
        gathered = list(facts)
        known = sorted((fact for fact in gathered if isinstance(fact, MeetingFacts)), key=attrgetter("date"))
        reported = [fact for fact in gathered if isinstance(fact, Reported)]
        of_body: defaultdict[str, list[MeetingFacts]] = defaultdict(list)
        for meeting in known:
            of_body[meeting.body].append(meeting)
        reliable = complete and all(meeting.decided for meeting in known)
        return cls(known, settings, today, locate, reported, reliable, of_body)

    def place(self, where: Where) -> Place:
        """Say where something stands, on which line a key."""
        return self.locate(where) if isinstance(where, Spot) else where

    def after(self, meeting: MeetingFacts) -> Iterator[MeetingFacts]:
        """Yield the later meetings of the same body, the next one first."""
        known = self._of_body[meeting.body]
        first = bisect_right(known, meeting.date, key=attrgetter("date"))
        return (known[number] for number in range(first, len(known)))


Across: TypeAlias = Callable[[Overview], Iterator[Finding]]
"""A check that compares meetings."""


def error(place: Place, rule: Rule, message: str, cure: str) -> Finding:
    """Make a finding that stops the build."""
    return Finding(place, rule, message, cure)


def warning(place: Place, rule: Rule, message: str, cure: str) -> Finding:
    """Make a finding that does not."""
    return Finding(place, rule, message, cure, Severity.WARNING)
