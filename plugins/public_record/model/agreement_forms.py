"""The form of a version of the Community Safety Agreement, and of all that it consists of."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import Annotated, Any, Literal, Self

from pydantic import AfterValidator, BeforeValidator, Field, WithJsonSchema, model_validator

from public_record.model.forms import Count, Day, DocumentForm, Form, Identifier, ItemReference, MonthOrDay, Several, Version
from public_record.model.text import Sealed
from public_record.model.vocabulary import ActionState, Held, Known, OriginKind, Standing, Unit

_NUMBER = re.compile(r"-?\d+(\.\d+)?")
_CHANGE = re.compile(r"[+-]?\d+(\.\d+)?%?")
_ACTION_NUMBER = re.compile(r"\d{1,3}(\.\d{1,3})*")


def _decimal(value: Any) -> Any:
    """Read `23690` and `24.0`, and keep the places that were printed."""
    if isinstance(value, str) and not _NUMBER.fullmatch(value):
        raise ValueError("a figure is written in digits alone, as in 23690 or 24.0")
    return value


def _change(value: str) -> str:
    if not _CHANGE.fullmatch(value):
        raise ValueError("a change is written as printed, as in +1.8% or -0.4")
    return value


def _flag(value: Any) -> Any:
    """Read `true` and `false`, and take no other word for either."""
    if isinstance(value, str) and value not in ("true", "false"):
        raise ValueError("this is true or false")
    return value


def _action_number(value: str) -> str:
    if not _ACTION_NUMBER.fullmatch(value):
        raise ValueError("an action has its printed number, as in 12 or 1.1")
    return value


FigureValue = Annotated[Decimal, BeforeValidator(_decimal)]
Change = Annotated[str, AfterValidator(_change), WithJsonSchema({"type": ["string", "number"]})]
"""As printed. What is typed stays text here; an editor's YAML reads `-0.4` as a number."""
ActionNumber = Annotated[str, AfterValidator(_action_number)]
Flag = Annotated[bool, BeforeValidator(_flag)]


class PeriodForm(Form):
    """From when to when; either end may be unknown."""

    from_: Annotated[MonthOrDay | None, Field(alias="from")] = None
    to: MonthOrDay | None = None


class EffectiveForm(PeriodForm):
    """From when to when a version is the one in force."""

    note: Sealed | None = None


class PartsForm(Form):
    """How much of each part of a version is held, where that differs from what `known` says of the whole."""

    text: Held | None = None
    priorities: Held | None = None
    leads: Held | None = None
    themes: Held | None = None
    actions: Held | None = None
    indicators: Held | None = None
    assessments: Held | None = None
    governance: Held | None = None


class ReportedForm(Form):
    """The agenda item, or an appendix to its paper, from which something is known."""

    body: Identifier
    date: Day
    item: ItemReference
    appendix: Annotated[str, Field(pattern=r"^[A-Za-z0-9]{1,3}$")] | None = None


class OriginForm(Form):
    """What something comes from that the version before had."""

    id: Identifier
    how: OriginKind


class FollowedForm(Form):
    """What runs through the versions under one id, whatever it is called there."""

    id: Identifier
    title: Sealed
    comes_from: list[OriginForm] = Field(default_factory=list)
    new: Flag = False
    """Whether the version itself says that the one before did not have it."""
    editor_note: Sealed | None = None

    @model_validator(mode="after")
    def _new_or_from_another(self) -> Self:
        if self.new and self.comes_from:
            raise ValueError("what comes from something that the version before had is not `new`")
        return self


class ThemeForm(FollowedForm):
    """A cross-cutting theme."""


class PriorityForm(FollowedForm):
    """A priority of the agreement."""

    standing: Standing = Standing.PRIORITY
    lead: Sealed | None = None
    no_lead: Sealed | None = None
    subject: Identifier | None = None
    covers: list[Sealed] = Field(default_factory=list)

    @model_validator(mode="after")
    def _a_lead_or_the_reason(self) -> Self:
        if self.lead and self.no_lead:
            raise ValueError("a priority has a lead, or says under `no_lead` why it has none, and never both")
        return self


class PlannedActionForm(Form):
    """An action of the action plan."""

    number: ActionNumber
    priority: Identifier | None = None
    aim: Sealed
    action: Several[Sealed] = Field(default_factory=list)
    lead: Sealed | None = None
    themes: list[Identifier] = Field(default_factory=list)
    state: ActionState | None = None
    progress: Sealed | None = None
    editor_note: Sealed | None = None


class ReportForm(Form):
    """What everything has that was taken from a report."""

    reported: ReportedForm | None = None
    note: Sealed | None = None
    editor_notes: list[Sealed] = Field(default_factory=list)


class ActionPlanForm(ReportForm):
    """The action plan that goes with a version."""

    as_of: MonthOrDay | None = None
    actions: Annotated[list[PlannedActionForm], Field(min_length=1)]


class FigureForm(Form):
    """A figure, and the time that it is of."""

    period: Sealed
    value: FigureValue


class IndicatorForm(Form):
    """A measure by which a priority is monitored: with its figures, or with the reason why there are none."""

    id: Identifier
    priority: Identifier
    title: Sealed
    unit: Unit
    counts: Sealed | None = None
    definition: Sealed | None = None
    area: Sealed | None = None
    baseline: FigureForm | None = None
    figures: list[FigureForm] = Field(default_factory=list)
    change: Change | None = None
    difference: Change | None = None
    not_published: Sealed | None = None
    note: Sealed | None = None
    editor_note: Sealed | None = None

    @model_validator(mode="after")
    def _either_figures_or_the_reason(self) -> Self:
        """Refuse figures beside the words that they are not published: one of the two is a mistake."""
        figures = bool(self.baseline or self.figures or self.change or self.difference)
        if figures == bool(self.not_published):
            raise ValueError("an indicator has figures, or says under `not_published` why it has none, and never both")
        return self


class MonitoringForm(ReportForm):
    """How a version was monitored."""

    as_of: MonthOrDay | None = None
    indicators: Annotated[list[IndicatorForm], Field(min_length=1)]


class IssueForm(Form):
    """An issue that local assessments identified, with the districts that chose it."""

    title: Sealed
    count: Count | None = None
    priorities: list[Identifier] = Field(default_factory=list)
    main: list[Sealed] = Field(default_factory=list)
    subsidiary: list[Sealed] = Field(default_factory=list)
    within: list[Sealed] = Field(default_factory=list)


class FindingsForm(ReportForm):
    """What assessments, rankings and horizon scans share."""

    id: Identifier
    title: Sealed
    year: Sealed


class AssessmentForm(FindingsForm):
    """The priorities of the districts in one year."""

    counted: Sealed
    districts: list[Sealed] = Field(default_factory=list)
    issues: Annotated[list[IssueForm], Field(min_length=1)]

    @model_validator(mode="after")
    def _districts_are_listed(self) -> Self:
        for issue in self.issues:
            chosen = [*issue.main, *issue.subsidiary, *issue.within]
            if len(set(chosen)) < len(chosen) or not set(chosen) <= set(self.districts):
                raise ValueError("a district that chose an issue is one of those under `districts`, and chose it once")
        return self


class RankedIssueForm(Form):
    """A place in a ranking."""

    title: Sealed
    priorities: list[Identifier] = Field(default_factory=list)


class RankingForm(FindingsForm):
    """Issues ranked by a method, in one or more lists."""

    method: Sealed
    lists: Annotated[list[Annotated[list[RankedIssueForm], Field(min_length=1)]], Field(min_length=1)]


class HorizonHeadingForm(Form):
    """The issues under one heading of a horizon scan."""

    title: Sealed
    issues: Annotated[list[Sealed], Field(min_length=1)]


class HorizonScanForm(FindingsForm):
    """What was seen coming."""

    method: Sealed
    headings: Annotated[list[HorizonHeadingForm], Field(min_length=1)]


class LegislationForm(Form):
    """An Act, or regulations, on which the agreement rests."""

    title: Sealed
    effect: Sealed | None = None


class TieForm(Form):
    """What one body does for another: the verb of a sentence between their names."""

    to: Identifier
    how: Sealed


class GovernanceBodyForm(Form):
    """A body that has a part in delivering the agreement, with its row in the diagram."""

    id: Identifier
    title: Sealed
    row: Annotated[int, Field(ge=1, le=9)]
    part: Sealed | None = None
    ties: list[TieForm] = Field(default_factory=list)


class GovernanceForm(Form):
    """Who delivers the agreement, and who watches over that."""

    bodies: Annotated[list[GovernanceBodyForm], Field(min_length=1)]
    groups: list[Sealed] = Field(default_factory=list)
    note: Sealed | None = None
    editor_notes: list[Sealed] = Field(default_factory=list)


class AgreementForm(DocumentForm):
    """A version of the Community Safety Agreement (SI 2007/1830, regulation 9)."""

    kind: Literal["agreement"]
    version: Version
    title: Sealed
    published: MonthOrDay | None = None
    period: PeriodForm | None = None
    effective: EffectiveForm | None = None
    known: Known
    known_from: Sealed | None = None
    parts: PartsForm = PartsForm()
    subjects: list[Identifier] = Field(default_factory=list)
    """Under which meetings dealt with the agreement as a whole."""
    change_list: list[Sealed] = Field(default_factory=list)
    """What the version, or a report on it, says was changed from the one before."""
    priorities: list[PriorityForm] = Field(default_factory=list)
    themes: list[ThemeForm] = Field(default_factory=list)
    action_plan: ActionPlanForm | None = None
    monitoring: MonitoringForm | None = None
    assessments: list[AssessmentForm] = Field(default_factory=list)
    rankings: list[RankingForm] = Field(default_factory=list)
    horizon_scans: list[HorizonScanForm] = Field(default_factory=list)
    plans: list[Sealed] = Field(default_factory=list)
    legislation: list[LegislationForm] = Field(default_factory=list)
    authorities: list[Sealed] = Field(default_factory=list)
    governance: GovernanceForm | None = None
    editor_notes: list[Sealed] = Field(default_factory=list)

    @property
    def in_force(self) -> PeriodForm:
        """From when to when it is the version in force: where that is not said, the period of the agreement."""
        return self.effective or self.period or PeriodForm()
