"""What stands in the place of what is not published: a notice, or the tombstone of what was withdrawn."""

from __future__ import annotations

from dataclasses import dataclass

from public_record.gate.decide import Decision
from public_record.model.forms import DocumentForm, ExemptionForm
from public_record.model.record import Withdrawn, Withheld
from public_record.model.settings import Wording
from public_record.model.text import Sealed


@dataclass(frozen=True, slots=True)
class StandIn:
    """What is shown in the place of a document: one of the two."""

    withheld: Withheld | None = None
    withdrawn: Withdrawn | None = None


def notice(exemption: ExemptionForm, summary: Sealed | None = None) -> Withheld:
    """Build the notice of something restricted."""
    return Withheld(
        basis=exemption.basis,
        paragraphs=tuple(exemption.paragraphs),
        balance=exemption.balance.reveal() if exemption.balance else None,
        review=exemption.review,
        summary=summary.reveal() if summary else None,
    )


def stand_in(form: DocumentForm, decision: Decision, wording: Wording) -> StandIn | None:
    """Say what stands in the place of a document that is not public; None where nothing does."""
    if decision.restricted:
        return StandIn(withheld=notice(decision.exemption, form.public_summary))
    if decision.withdrawn and (withdrawn := _tombstone(form, wording)):
        return StandIn(withdrawn=withdrawn)
    return None


def _tombstone(form: DocumentForm, wording: Wording) -> Withdrawn | None:
    """Say when and why something was withdrawn, or that its time has passed."""
    if form.withdrawn:
        return Withdrawn(form.withdrawn.date, form.withdrawn.reason.reveal())
    if form.publish_until:
        return Withdrawn(form.publish_until, wording.expired)
    return None
