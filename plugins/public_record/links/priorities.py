"""Priorities through the versions, and what meetings said and decided on them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from public_record.links.links import Decided, MinuteAt, minutes_at
from public_record.model.agreement import (
    Assessment,
    Indicator,
    Issue,
    PlannedAction,
    Priority,
    RankedIssue,
    Ranking,
)
from public_record.model.record import Agreement, Item, Meeting, Record
from public_record.model.vocabulary import Held


@dataclass(frozen=True, slots=True)
class Stage:
    """A priority as it stands in one version."""

    agreement: Agreement
    priority: Priority


@dataclass(frozen=True, slots=True)
class Course:
    """A priority through all versions that have it, the earliest first."""

    id: str
    stages: tuple[Stage, ...]
    went_into: tuple[Stage, ...] = ()
    """Priorities of later versions that came out of it."""

    @property
    def latest(self) -> Stage:
        """As it stands in the last version that has it."""
        return self.stages[-1]

    @property
    def began(self) -> bool:
        """Whether it is known that it was no priority before its first version: it is called new, or came from another."""
        first = self.stages[0].priority
        return first.new or bool(first.comes_from)

    @property
    def subjects(self) -> tuple[str, ...]:
        """The subjects under which meetings dealt with it, each once."""
        return tuple(dict.fromkeys(stage.priority.subject for stage in self.stages if stage.priority.subject))


@dataclass(frozen=True, slots=True)
class Said:
    """What one meeting had on a subject: an item, the minutes on it, or a minute alone."""

    meeting: Meeting
    item: Item | None
    minutes: tuple[MinuteAt, ...]

    @property
    def decided(self) -> tuple[Decided, ...]:
        """What was resolved there."""
        return tuple(Decided(at, resolution) for at in self.minutes for resolution in at.minute.resolutions)


def courses(agreements: Sequence[Agreement]) -> tuple[Course, ...]:
    """Follow every priority through the versions: first those of the latest, then those that ended before it."""
    stages: dict[str, list[Stage]] = defaultdict(list)
    into: dict[str, dict[str, Stage]] = defaultdict(dict)
    for agreement in agreements:
        for priority in agreement.priorities:
            stages[priority.id].append(Stage(agreement, priority))
            for origin in priority.comes_from:
                into[origin.id].setdefault(priority.id, Stage(agreement, priority))
    ordered: dict[str, None] = {}
    for agreement in reversed(agreements):
        ordered.update(dict.fromkeys(priority.id for priority in agreement.priorities))
    return tuple(Course(name, tuple(stages[name]), tuple(into[name].values())) for name in ordered)


def is_absent(course: Course, agreement: Agreement, agreements: Sequence[Agreement]) -> bool:
    """Say of a version without a priority whether it is known not to have it; else it may stand in what is not held."""
    before = agreements.index(agreement) < agreements.index(course.stages[0].agreement)
    return agreement.parts.priorities is Held.WHOLE or (before and course.began)


def by_subject(record: Record) -> Mapping[str, tuple[Said, ...]]:
    """List what meetings had on each subject, the latest first. An item has the subjects of the minutes on it, and they its."""
    found: dict[str, list[Said]] = defaultdict(list)
    for meeting in reversed(record.meetings):
        answered: dict[str, list[MinuteAt]] = defaultdict(list)
        alone: list[MinuteAt] = []
        for at in minutes_at(meeting):
            (answered[at.item.id] if at.item else alone).append(at)
        said = [Said(meeting, item, tuple(answered[item.id])) for item in meeting.items]
        for one in [*said, *(Said(meeting, None, (at,)) for at in alone)]:
            for subject in _subjects(one):
                found[subject].append(one)
    return {subject: tuple(several) for subject, several in found.items()}


def _subjects(said: Said) -> dict[str, None]:
    own = said.item.subjects if said.item else ()
    return dict.fromkeys([*own, *(subject for at in said.minutes for subject in at.minute.subjects)])


def said_on(course: Course, said: Mapping[str, Sequence[Said]]) -> tuple[Said, ...]:
    """List what meetings had on a priority, under whichever subject, the latest first."""
    found = [one for subject in course.subjects for one in said.get(subject, ())]
    unique = {(one.item.id if one.item else one.minutes[0].minute.id): one for one in found}
    return tuple(sorted(unique.values(), key=lambda one: one.meeting.date, reverse=True))


def actions_of(agreement: Agreement, priority: str) -> tuple[PlannedAction, ...]:
    """List the actions of a version that serve a priority."""
    plan = agreement.action_plan
    return tuple(action for action in plan.actions if action.priority == priority) if plan else ()


def indicators_of(agreement: Agreement, priority: str) -> tuple[Indicator, ...]:
    """List the indicators of a version that measure a priority."""
    monitoring = agreement.monitoring
    return tuple(one for one in monitoring.indicators if one.priority == priority) if monitoring else ()


def issues_of(agreements: Sequence[Agreement], priority: str) -> tuple[tuple[Assessment, Issue], ...]:
    """List what local assessments found on a priority, the latest first."""
    return tuple(
        (assessment, issue)
        for agreement in reversed(agreements)
        for assessment in agreement.assessments
        for issue in assessment.issues
        if priority in issue.priorities
    )


def ranked_of(agreements: Sequence[Agreement], priority: str) -> tuple[tuple[Ranking, int, RankedIssue], ...]:
    """List where issues of a priority stand in rankings: in which list, counted from 1."""
    return tuple(
        (ranking, number, issue)
        for agreement in reversed(agreements)
        for ranking in agreement.rankings
        for number, ranked in enumerate(ranking.lists, start=1)
        for issue in ranked
        if priority in issue.priorities
    )
