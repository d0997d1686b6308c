"""What a version of the Community Safety Agreement consists of, as the gate has released it.

Ids of priorities, themes and indicators are given by the clerk and run through the versions, so that a priority can be
followed though its name changes. Figures are decimals with the places that were printed.
"""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from decimal import Decimal

from public_record.model.vocabulary import ActionState, Held, Mark, OriginKind, Standing, Unit


@dataclass(frozen=True, slots=True)
class Reported:
    """The agenda item, or the appendix to its paper, from which something is known."""

    body: str
    date: dt.date
    item: str
    appendix: str | None = None


@dataclass(frozen=True, slots=True)
class Origin:
    """What something comes from that the version before had."""

    id: str
    how: OriginKind


@dataclass(frozen=True, slots=True)
class Priority:
    """A priority of the agreement."""

    id: str
    """The same in every version."""
    title: str
    standing: Standing = Standing.PRIORITY
    lead: str | None = None
    no_lead: str | None = None
    """Why no lead is given."""
    subject: str | None = None
    """Id of the subject under which meetings dealt with it."""
    covers: tuple[str, ...] = ()
    comes_from: tuple[Origin, ...] = ()
    editor_note: str | None = None
    new: bool = False
    """Whether the version itself says that the one before did not have it."""


@dataclass(frozen=True, slots=True)
class Theme:
    """A cross-cutting theme."""

    id: str
    title: str
    comes_from: tuple[Origin, ...] = ()
    editor_note: str | None = None
    new: bool = False


@dataclass(frozen=True, slots=True)
class PlannedAction:
    """An action of the action plan."""

    id: str
    anchor: str
    """On the page of the actions: `action-2016-09-1-1`."""
    number: str
    """As printed."""
    priority: str | None
    aim: str
    actions: tuple[str, ...] = ()
    """What was to be done under this number."""
    lead: str | None = None
    themes: tuple[str, ...] = ()
    """Ids of cross-cutting themes."""
    state: ActionState | None = None
    progress: str | None = None
    editor_note: str | None = None


@dataclass(frozen=True, slots=True)
class ActionPlan:
    """The action plan that goes with a version."""

    actions: tuple[PlannedAction, ...]
    reported: Reported | None = None
    as_of: str | None = None
    note: str | None = None
    editor_notes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Figure:
    """A figure, and the time that it is of."""

    period: str
    value: Decimal


@dataclass(frozen=True, slots=True)
class PrintedChange:
    """A change as printed."""

    value: Decimal
    percent: bool
    """In per cent of the figure before; otherwise in the unit of the figures, for percentages in points."""


@dataclass(frozen=True, slots=True)
class Indicator:
    """A measure by which a priority is monitored."""

    id: str
    anchor: str
    """On the page of the indicators: `indicator-2011-14-domestic-burglary`."""
    priority: str
    title: str
    unit: Unit
    counts: str | None = None
    """What is counted, or of what it is a share."""
    definition: str | None = None
    area: str | None = None
    baseline: Figure | None = None
    figures: tuple[Figure, ...] = ()
    """In order of time, the latest last."""
    change: PrintedChange | None = None
    """Between the two latest figures."""
    difference: PrintedChange | None = None
    """Between the baseline and the latest figure."""
    not_published: str | None = None
    """Why there are no figures."""
    note: str | None = None
    editor_note: str | None = None


@dataclass(frozen=True, slots=True)
class Monitoring:
    """How a version was monitored."""

    indicators: tuple[Indicator, ...]
    reported: Reported | None = None
    as_of: str | None = None
    note: str | None = None
    editor_notes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Choice:
    """That a district chose an issue, and in which rank."""

    district: str
    mark: Mark


@dataclass(frozen=True, slots=True)
class Issue:
    """An issue that local assessments identified."""

    title: str
    count: int | None = None
    """How many districts, as printed."""
    priorities: tuple[str, ...] = ()
    """Ids of the priorities under which it falls."""
    choices: tuple[Choice, ...] = ()


@dataclass(frozen=True, slots=True)
class Assessment:
    """The priorities of the districts in one year."""

    id: str
    anchor: str
    year: str
    title: str
    counted: str
    """What the numbers count."""
    issues: tuple[Issue, ...]
    districts: tuple[str, ...] = ()
    """Where the choice of each is known."""
    reported: Reported | None = None
    note: str | None = None
    editor_notes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class RankedIssue:
    """A place in a ranking."""

    title: str
    priorities: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Ranking:
    """Issues ranked by a method, in one or more lists."""

    id: str
    anchor: str
    year: str
    title: str
    method: str
    lists: tuple[tuple[RankedIssue, ...], ...]
    reported: Reported | None = None
    note: str | None = None
    editor_notes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class HorizonHeading:
    """The issues under one heading of a horizon scan."""

    title: str
    issues: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class HorizonScan:
    """What was seen coming."""

    id: str
    anchor: str
    year: str
    title: str
    method: str
    headings: tuple[HorizonHeading, ...]
    reported: Reported | None = None
    note: str | None = None
    editor_notes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Legislation:
    """An Act, or regulations, on which the agreement rests."""

    title: str
    effect: str | None = None


@dataclass(frozen=True, slots=True)
class Tie:
    """What one body does for another, as the verb of a sentence between their names."""

    to: str
    how: str


@dataclass(frozen=True, slots=True)
class GovernanceBody:
    """A body that has a part in delivering the agreement."""

    id: str
    title: str
    row: int
    """Of the diagram, counted from the top."""
    part: str | None = None
    ties: tuple[Tie, ...] = ()


@dataclass(frozen=True, slots=True)
class Governance:
    """Who delivers the agreement, and who watches over that."""

    bodies: tuple[GovernanceBody, ...]
    groups: tuple[str, ...] = ()
    """Groups of several agencies that work on single priorities."""
    note: str | None = None
    editor_notes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Parts:
    """How much the record holds of each part of a version."""

    text: Held = Held.WHOLE
    priorities: Held = Held.WHOLE
    leads: Held = Held.WHOLE
    themes: Held = Held.WHOLE
    actions: Held = Held.WHOLE
    indicators: Held = Held.WHOLE
    assessments: Held = Held.WHOLE
    governance: Held = Held.WHOLE
