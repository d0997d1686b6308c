"""Checks of the versions of the agreement: their days, their leads, and what belongs to what in them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from public_record.checks.context import Context, Overview, error, warning
from public_record.gate.decide import OPEN, on_document
from public_record.model.agreement_forms import AgreementForm, OriginForm
from public_record.model.findings import Finding, Place, Severity
from public_record.model.private import Document, KeyPath
from public_record.model.rules import Rule
from public_record.model.spans import leave_a_gap, overlap, span
from public_record.model.vocabulary import Access

_REFRESHED_WITHIN = 2
"""Years after which a version is overdue by a year: an agreement is refreshed every year."""


@dataclass(frozen=True, slots=True)
class _Dated:
    """A version that is public, with the day from which it is in force."""

    document: Document[AgreementForm]
    since: str
    until: str | None

    @property
    def order(self) -> tuple[str, str]:
        """By which versions follow one another."""
        return span(self.since).first.isoformat(), self.document.form.published or ""

    @property
    def place(self) -> Place:
        """Where the days are written."""
        return self.document.place("effective" if self.document.form.effective else "period")


def follow_one_another(context: Context) -> Iterator[Finding]:
    """Versions say from when they are in force, and neither overlap nor leave a gap."""
    dated = _dated(context)
    for version in dated:
        if version.until and span(version.until).last < span(version.since).first:
            yield error(
                version.place, Rule.AGREEMENT_DATES, "this version ends before it begins.", "Correct one of the two days."
            )
    for earlier, later in pairwise(dated):
        severity = _severity(context, later.document)
        if earlier.until is None:
            at_odds = "overlap" if overlap(earlier.since, later.since) else None
        elif leave_a_gap(earlier.until, later.since):
            at_odds = "leave a gap"
        else:
            at_odds = "overlap" if overlap(earlier.until, later.since) else None
        if at_odds:
            message = f"this version and the one before it {at_odds}."
            cure = "Say under `effective` from when to when each of them is in force."
            yield Finding(later.place, Rule.AGREEMENT_DATES, message, cure, severity)


def say_when_they_begin(context: Context) -> Iterator[Finding]:
    """Of several versions each says from when it is in force."""
    public = list(_public(context))
    several = len({document.form.version for document in public}) > 1
    for document in public if several else ():
        if document.form.in_force.from_ is None:
            yield warning(
                document.place("version"),
                Rule.AGREEMENT_DATES,
                "this version does not say from when it is in force.",
                "Add `effective: {from: …}`: a year, a month or a day.",
            )


def are_refreshed(context: Context) -> Iterator[Finding]:
    """The latest version is not overdue by a year. Never an error: a day that passes must not keep a site from being built."""
    latest = next(reversed(_dated(context)), None)
    if latest is None:
        return
    today, since = context.today, span(latest.since).last
    if latest.until and span(latest.until).last < today:
        message = "the time of this version has passed, and no other follows it."
    elif (since.year + _REFRESHED_WITHIN, since.month, since.day) <= (today.year, today.month, today.day):
        message = "this version should have been refreshed more than a year ago."
    else:
        return
    cure = "Add the version that follows it, or leave this as a reminder."
    yield warning(latest.place, Rule.AGREEMENT_REFRESH, message, cure)


def name_leads(context: Context) -> Iterator[Finding]:
    """Each priority has a lead, or says why it has none."""
    for document, severity in _looked_at(context):
        for index, priority in enumerate(document.form.priorities):
            if not (priority.lead or priority.no_lead):
                yield Finding(
                    document.place("priorities", index),
                    Rule.AGREEMENT_LEAD,
                    "this priority has no lead.",
                    "Add `lead`; or, if there is none, `no_lead` with the reason.",
                    severity,
                )


def tie_actions_to_priorities(context: Context) -> Iterator[Finding]:
    """Each action serves a priority of its version."""
    for document, severity in _looked_at(context):
        for index, action in enumerate(document.form.action_plan.actions if document.form.action_plan else ()):
            if action.priority is None:
                yield Finding(
                    document.place("action_plan", "actions", index),
                    Rule.AGREEMENT_ACTION,
                    "this action serves no priority.",
                    "Add `priority` with the id of one of this version.",
                    severity,
                )


def give_each_thing_an_id_of_its_own(context: Context) -> Iterator[Finding]:
    """Ids are given once in a version."""
    for document in context.record.agreements:
        for key, ids in _ids(document.form):
            for index, name in enumerate(ids):
                if name in ids[:index]:
                    cure = "Give each its own id; the same id stands for the same thing in every version."
                    place = document.place(*key, index, "id")
                    yield error(place, Rule.AGREEMENT_ID, "something else of this kind has this id in this version.", cure)


def _ids(form: AgreementForm) -> Iterator[tuple[KeyPath, list[str]]]:
    yield ("priorities",), [one.id for one in form.priorities]
    yield ("themes",), [one.id for one in form.themes]
    yield ("assessments",), [one.id for one in form.assessments]
    yield ("rankings",), [one.id for one in form.rankings]
    yield ("horizon_scans",), [one.id for one in form.horizon_scans]
    yield ("monitoring", "indicators"), [one.id for one in form.monitoring.indicators] if form.monitoring else []
    yield ("governance", "bodies"), [one.id for one in form.governance.bodies] if form.governance else []


def name_what_is_there(context: Context) -> Iterator[Finding]:
    """Whatever is named by its id is there."""
    priorities = {one.id for document in context.record.agreements for one in document.form.priorities}
    themes = {one.id for document in context.record.agreements for one in document.form.themes}
    for document in context.record.agreements:
        form = document.form
        named = [
            *_origins(form, priorities, themes),
            *_within_the_plan(form),
            *_within_the_monitoring(form),
            *_within_the_findings(form, priorities),
            *_within_the_governance(form),
        ]
        for keys, name, known in named:
            if name not in known:
                cure = "Use the id of something in this version; `comes_from` names what another version has."
                yield error(document.place(*keys), Rule.AGREEMENT_ID, "nothing here has this id.", cure)


_Named = tuple[KeyPath, str, set[str]]


def _origins(form: AgreementForm, priorities: set[str], themes: set[str]) -> Iterator[_Named]:
    for index, priority in enumerate(form.priorities):
        yield from _of_origins(("priorities", index), priority.comes_from, priorities - {priority.id})
    for index, theme in enumerate(form.themes):
        yield from _of_origins(("themes", index), theme.comes_from, themes - {theme.id})


def _of_origins(owner: KeyPath, origins: Sequence[OriginForm], known: set[str]) -> Iterator[_Named]:
    for index, origin in enumerate(origins):
        yield (*owner, "comes_from", index, "id"), origin.id, known


def _within_the_plan(form: AgreementForm) -> Iterator[_Named]:
    priorities, themes = {one.id for one in form.priorities}, {one.id for one in form.themes}
    for index, action in enumerate(form.action_plan.actions if form.action_plan else ()):
        own: KeyPath = ("action_plan", "actions", index)
        if action.priority:
            yield (*own, "priority"), action.priority, priorities
        yield from (((*own, "themes", number), theme, themes) for number, theme in enumerate(action.themes))


def _within_the_monitoring(form: AgreementForm) -> Iterator[_Named]:
    priorities = {one.id for one in form.priorities}
    for index, indicator in enumerate(form.monitoring.indicators if form.monitoring else ()):
        yield ("monitoring", "indicators", index, "priority"), indicator.priority, priorities


def _within_the_findings(form: AgreementForm, priorities: set[str]) -> Iterator[_Named]:
    """Assessments come before the version that draws on them: they may name priorities of the one before."""
    for index, assessment in enumerate(form.assessments):
        for number, issue in enumerate(assessment.issues):
            yield from _of_issue(("assessments", index, "issues", number), issue.priorities, priorities)
    for index, ranking in enumerate(form.rankings):
        for number, ranked in enumerate(ranking.lists):
            for place, one in enumerate(ranked):
                yield from _of_issue(("rankings", index, "lists", number, place), one.priorities, priorities)


def _of_issue(owner: KeyPath, named: Iterable[str], known: set[str]) -> Iterator[_Named]:
    return (((*owner, "priorities", index), name, known) for index, name in enumerate(named))


def _within_the_governance(form: AgreementForm) -> Iterator[_Named]:
    bodies = form.governance.bodies if form.governance else []
    known = {body.id for body in bodies}
    for index, body in enumerate(bodies):
        for number, tie in enumerate(body.ties):
            yield ("governance", "bodies", index, "ties", number, "to"), tie.to, known - {body.id}


def use_known_subjects(context: Context) -> Iterator[Finding]:
    """The subjects of a version and of its priorities are among the settings."""
    known = context.settings.subjects
    for document in context.record.agreements:
        for keys, subject in _subjects(document.form):
            if subject not in known:
                yield error(
                    document.place(*keys),
                    Rule.UNKNOWN_SUBJECT,
                    "this subject is not known.",
                    f"Use one of: {', '.join(known)}; or add it to site_config/record.yml.",
                )


def _subjects(form: AgreementForm) -> Iterator[tuple[KeyPath, str]]:
    yield from ((("subjects", index), subject) for index, subject in enumerate(form.subjects))
    for index, priority in enumerate(form.priorities):
        if priority.subject:
            yield ("priorities", index, "subject"), priority.subject


def name_known_items(overview: Overview) -> Iterator[Finding]:
    """What something was taken from is an item of its meeting, where the agenda of that meeting is held."""
    items = {(meeting.body, meeting.date): meeting.items for meeting in overview.meetings}
    for one in overview.reported:
        known = items.get((one.body, one.date))
        if known is not None and one.item not in known:
            message = "the agenda of that meeting has no such item."
            yield error(overview.place(one.where), Rule.UNKNOWN_ITEM, message, "Correct `reported`.")


def _public(context: Context) -> Iterator[Document[AgreementForm]]:
    """Yield the versions that are published on the day: only they may give rise to a warning."""
    for document in context.record.agreements:
        if document.sound and on_document(document.form, OPEN, context.today).public:
            yield document


def _dated(context: Context) -> list[_Dated]:
    versions = [(document, document.form.in_force) for document in _public(context)]
    dated = [_Dated(document, period.from_, period.to) for document, period in versions if period.from_]
    return sorted(dated, key=lambda version: version.order)


def _looked_at(context: Context) -> Iterator[tuple[Document[AgreementForm], Severity]]:
    """Yield the versions whose parts must be there: those of the archive once they are public, new ones before that, too."""
    public = list(_public(context))
    for document in context.record.agreements:
        severity = _severity(context, document)
        if document in public or (severity is Severity.ERROR and document.form.access is Access.PUBLIC):
            yield document, severity


def _severity(context: Context, document: Document[AgreementForm]) -> Severity:
    """Fail on new versions, warn on the archive."""
    since = document.form.in_force.from_ or document.form.published
    return context.by_age(span(since).first) if since else Severity.WARNING
