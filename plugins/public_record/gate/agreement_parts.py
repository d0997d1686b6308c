"""Releases the parts of a version of the agreement, field by field. Called for a version that was decided to be public."""

from __future__ import annotations

from collections.abc import Iterable

from public_record.gate.fields import texts, words
from public_record.model import agreement_forms as forms
from public_record.model.agreement import (
    ActionPlan,
    Assessment,
    Choice,
    Figure,
    Governance,
    GovernanceBody,
    HorizonHeading,
    HorizonScan,
    Indicator,
    Issue,
    Legislation,
    Monitoring,
    Origin,
    Parts,
    PlannedAction,
    PrintedChange,
    Priority,
    RankedIssue,
    Ranking,
    Reported,
    Theme,
    Tie,
)
from public_record.model.figures import read_change
from public_record.model.ids import Anchors, slug
from public_record.model.text import Sealed
from public_record.model.vocabulary import Held, Known, Mark


def parts(form: forms.AgreementForm) -> Parts:
    """Say how much of each part is held: as stated, else as of the whole version."""
    stated = form.parts
    return Parts(
        text=_held(stated.text, form, there=True),
        priorities=_held(stated.priorities, form, there=bool(form.priorities)),
        leads=_held(stated.leads, form, there=any(priority.lead for priority in form.priorities)),
        themes=_held(stated.themes, form, there=bool(form.themes)),
        actions=_held(stated.actions, form, there=form.action_plan is not None),
        indicators=_held(stated.indicators, form, there=form.monitoring is not None),
        assessments=_held(stated.assessments, form, there=bool(form.assessments)),
        governance=_held(stated.governance, form, there=form.governance is not None),
    )


def _held(stated: Held | None, form: forms.AgreementForm, *, there: bool) -> Held:
    if stated:
        return stated
    if form.known is Known.WHOLE:
        return Held.WHOLE
    return Held.PART if there else Held.NONE


def priorities(listed: Iterable[forms.PriorityForm]) -> tuple[Priority, ...]:
    """Release priorities."""
    return tuple(
        Priority(
            id=form.id,
            title=form.title.reveal(),
            standing=form.standing,
            lead=words(form.lead),
            no_lead=words(form.no_lead),
            subject=form.subject,
            covers=texts(form.covers),
            comes_from=_origins(form.comes_from),
            new=form.new,
            editor_note=words(form.editor_note),
        )
        for form in listed
    )


def themes(listed: Iterable[forms.ThemeForm]) -> tuple[Theme, ...]:
    """Release cross-cutting themes."""
    return tuple(
        Theme(
            id=form.id,
            title=form.title.reveal(),
            comes_from=_origins(form.comes_from),
            new=form.new,
            editor_note=words(form.editor_note),
        )
        for form in listed
    )


def action_plan(form: forms.ActionPlanForm | None, version: str) -> ActionPlan | None:
    """Release an action plan. Two actions under one number are told apart by their order."""
    if form is None:
        return None
    anchors = Anchors()
    return ActionPlan(
        actions=tuple(_action(action, anchors.numbered(f"action-{slug(version)}", action.number)) for action in form.actions),
        reported=_reported(form.reported),
        as_of=form.as_of,
        note=words(form.note),
        editor_notes=texts(form.editor_notes),
    )


def _action(form: forms.PlannedActionForm, anchor: str) -> PlannedAction:
    return PlannedAction(
        id=f"agreement/actions/#{anchor}",
        anchor=anchor,
        number=form.number,
        priority=form.priority,
        aim=form.aim.reveal(),
        actions=texts(form.action),
        lead=words(form.lead),
        themes=tuple(form.themes),
        state=form.state,
        progress=words(form.progress),
        editor_note=words(form.editor_note),
    )


def monitoring(form: forms.MonitoringForm | None, version: str) -> Monitoring | None:
    """Release indicators with their figures."""
    if form is None:
        return None
    return Monitoring(
        indicators=tuple(_indicator(indicator, version) for indicator in form.indicators),
        reported=_reported(form.reported),
        as_of=form.as_of,
        note=words(form.note),
        editor_notes=texts(form.editor_notes),
    )


def _indicator(form: forms.IndicatorForm, version: str) -> Indicator:
    return Indicator(
        id=form.id,
        anchor=f"indicator-{slug(version)}-{form.id}",
        priority=form.priority,
        title=form.title.reveal(),
        unit=form.unit,
        counts=words(form.counts),
        definition=words(form.definition),
        area=words(form.area),
        baseline=_figure(form.baseline) if form.baseline else None,
        figures=tuple(_figure(figure) for figure in form.figures),
        change=_change(form.change),
        difference=_change(form.difference),
        not_published=words(form.not_published),
        note=words(form.note),
        editor_note=words(form.editor_note),
    )


def _figure(form: forms.FigureForm) -> Figure:
    return Figure(form.period.reveal(), form.value)


def _change(printed: str | None) -> PrintedChange | None:
    return PrintedChange(*read_change(printed)) if printed else None


def assessments(listed: Iterable[forms.AssessmentForm], version: str) -> tuple[Assessment, ...]:
    """Release what the districts chose."""
    return tuple(
        Assessment(
            id=form.id,
            anchor=f"assessment-{slug(version)}-{form.id}",
            year=form.year.reveal(),
            title=form.title.reveal(),
            counted=form.counted.reveal(),
            issues=tuple(_issue(issue, form.districts) for issue in form.issues),
            districts=texts(form.districts),
            reported=_reported(form.reported),
            note=words(form.note),
            editor_notes=texts(form.editor_notes),
        )
        for form in listed
    )


def _issue(form: forms.IssueForm, districts: Iterable[Sealed]) -> Issue:
    chosen = {Mark.MAIN: form.main, Mark.SUBSIDIARY: form.subsidiary, Mark.WITHIN: form.within}
    choices = (Choice(district.reveal(), mark) for district in districts for mark, those in chosen.items() if district in those)
    return Issue(form.title.reveal(), form.count, tuple(form.priorities), tuple(choices))


def rankings(listed: Iterable[forms.RankingForm], version: str) -> tuple[Ranking, ...]:
    """Release ranked lists."""
    return tuple(
        Ranking(
            id=form.id,
            anchor=f"ranking-{slug(version)}-{form.id}",
            year=form.year.reveal(),
            title=form.title.reveal(),
            method=form.method.reveal(),
            lists=tuple(tuple(RankedIssue(i.title.reveal(), tuple(i.priorities)) for i in ranked) for ranked in form.lists),
            reported=_reported(form.reported),
            note=words(form.note),
            editor_notes=texts(form.editor_notes),
        )
        for form in listed
    )


def horizon_scans(listed: Iterable[forms.HorizonScanForm], version: str) -> tuple[HorizonScan, ...]:
    """Release what was seen coming."""
    return tuple(
        HorizonScan(
            id=form.id,
            anchor=f"horizon-{slug(version)}-{form.id}",
            year=form.year.reveal(),
            title=form.title.reveal(),
            method=form.method.reveal(),
            headings=tuple(HorizonHeading(heading.title.reveal(), texts(heading.issues)) for heading in form.headings),
            reported=_reported(form.reported),
            note=words(form.note),
            editor_notes=texts(form.editor_notes),
        )
        for form in listed
    )


def legislation(listed: Iterable[forms.LegislationForm]) -> tuple[Legislation, ...]:
    """Release Acts and regulations."""
    return tuple(Legislation(form.title.reveal(), words(form.effect)) for form in listed)


def governance(form: forms.GovernanceForm | None) -> Governance | None:
    """Release bodies and what they do for each other."""
    if form is None:
        return None
    return Governance(
        bodies=tuple(_body(body) for body in form.bodies),
        groups=texts(form.groups),
        note=words(form.note),
        editor_notes=texts(form.editor_notes),
    )


def _body(form: forms.GovernanceBodyForm) -> GovernanceBody:
    ties = tuple(Tie(tie.to, tie.how.reveal()) for tie in form.ties)
    return GovernanceBody(form.id, form.title.reveal(), form.row, words(form.part), ties)


def _origins(listed: Iterable[forms.OriginForm]) -> tuple[Origin, ...]:
    return tuple(Origin(form.id, form.how) for form in listed)


def _reported(form: forms.ReportedForm | None) -> Reported | None:
    return Reported(form.body, form.date, form.item, form.appendix) if form else None
