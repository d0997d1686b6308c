"""Releases the versions of the agreement."""

from __future__ import annotations

from datetime import date

from public_record.gate import agreement_parts
from public_record.gate.blocks import Blocks
from public_record.gate.decide import OPEN, UNKNOWN, Decision, on_document
from public_record.gate.desk import Desk
from public_record.gate.fields import texts, words
from public_record.gate.history import history_of, shows_all
from public_record.model import ids
from public_record.model.agreement_forms import AgreementForm
from public_record.model.private import Document
from public_record.model.record import Agreement
from public_record.model.vocabulary import Known


def agreement_of(document: Document[AgreementForm], desk: Desk) -> Agreement | None:
    """Release a version of the agreement; None where nothing of it is to be shown."""
    form = document.form
    decision = on_document(form, OPEN, desk.today)
    own = ids.agreement_address(form.version)
    if not (document.sound and decision.public):
        return _withheld(document, decision, own, desk)
    body = Blocks(own, desk.keeper).release(document.path, document.blocks)
    return Agreement(
        id=own,
        version=form.version,
        title=form.title.reveal(),
        known=form.known,
        published=form.published,
        period_from=form.period.from_ if form.period else None,
        period_to=form.period.to if form.period else None,
        effective_from=form.in_force.from_,
        effective_to=form.in_force.to,
        effective_note=words(form.effective.note) if form.effective else None,
        known_from=words(form.known_from),
        parts=agreement_parts.parts(form),
        subjects=tuple(form.subjects),
        change_list=texts(form.change_list),
        priorities=agreement_parts.priorities(form.priorities),
        themes=agreement_parts.themes(form.themes),
        action_plan=agreement_parts.action_plan(form.action_plan, form.version),
        monitoring=agreement_parts.monitoring(form.monitoring, form.version),
        assessments=agreement_parts.assessments(form.assessments, form.version),
        rankings=agreement_parts.rankings(form.rankings, form.version),
        horizon_scans=agreement_parts.horizon_scans(form.horizon_scans, form.version),
        plans=texts(form.plans),
        legislation=agreement_parts.legislation(form.legislation),
        authorities=texts(form.authorities),
        governance=agreement_parts.governance(form.governance),
        editor_notes=texts(form.editor_notes),
        body=body,
        history=history_of(document, _published(form), desk, whole=shows_all(body)),
    )


def _published(form: AgreementForm) -> date | None:
    """Give the day of publication where more than its month is known."""
    known = form.published if form.published and len(form.published) == len("2018-04-01") else None
    return date.fromisoformat(known) if known else form.publish_from


def _withheld(document: Document[AgreementForm], decision: Decision, own: str, desk: Desk) -> Agreement | None:
    desk.keep(document, decision if document.sound else UNKNOWN)
    shown = desk.stand_in(document.form, decision) if document.sound else None
    if shown is None:
        return None
    title = words(document.form.public_title) or desk.wording.restricted_agreement
    # How much of a withheld version is held is no part of its notice; of what is shown, it is a part.
    return Agreement(own, document.form.version, title, Known.PART, withheld=shown.withheld, withdrawn=shown.withdrawn)
