"""Decides, of everything in the private record, whether it is published, replaced by a notice, or absent.

The strictest mark wins, whatever else is written. That a laxer mark inside a stricter one is also reported as a conflict
(`checks`) is a help to the clerk; the decision here does not lean on it.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from public_record.model.forms import AgendaForm, DocumentForm, ExemptionForm, ItemForm, MinuteForm, SectionForm
from public_record.model.vocabulary import Access, Basis, MinutePart

_NOT_STATED = ExemptionForm(basis=Basis.NOT_STATED)


@dataclass(frozen=True, slots=True)
class Decision:
    """What may be shown of a thing."""

    access: Access
    """The strictest of the marks that bear on it, dates included."""
    exemption: ExemptionForm = _NOT_STATED
    """The nearest ground given, for the notice."""
    conflict: bool = False
    """Whether the thing says that it is more open than what it stands in."""
    marked: Access = Access.PUBLIC
    """The strictest mark as written, without dates: an embargo is no contradiction."""

    @property
    def public(self) -> bool:
        """Whether the thing itself is published."""
        return self.access is Access.PUBLIC

    @property
    def restricted(self) -> bool:
        """Whether a notice stands in its place."""
        return self.access is Access.RESTRICTED

    @property
    def withdrawn(self) -> bool:
        """Whether a tombstone stands in its place."""
        return self.access is Access.WITHDRAWN

    @property
    def absent(self) -> bool:
        """Whether nothing is shown at all."""
        return self.access is Access.DRAFT


OPEN = Decision(Access.PUBLIC)


def on_document(form: DocumentForm, owner: Decision, today: date) -> Decision:
    """Decide on a document that stands in something else: a paper in its item, an appendix in its paper."""
    marked = _strictest(form.access, owner.marked)
    access = _strictest(form.access, owner.access, _by_date(form, today))
    return Decision(access, form.exemption or owner.exemption, _laxer(form.access, owner.marked), marked)


def on_agenda(form: AgendaForm, today: date) -> Decision:
    """Decide on the agenda as a document."""
    return on_document(form, OPEN, today)


def on_section(section: SectionForm, agenda: Decision) -> Decision:
    """Decide on a section of an agenda."""
    return _inside(section.access, section.exemption, agenda)


def on_item(item: ItemForm, section: SectionForm, agenda: Decision) -> Decision:
    """Decide on an item. Only an item can be open in a restricted section, and only if it says why."""
    if item.open and item.access is Access.PUBLIC:
        return Decision(agenda.access, agenda.exemption, marked=agenda.marked)
    return _inside(item.access, item.exemption, on_section(section, agenda))


def on_minute(form: MinuteForm | None, item: Decision) -> Decision:
    """Decide on the minute of an item, apart from the parts that it declares open.

    `item` is the decision on the agenda item without regard to the state of the agenda as a document.
    """
    owner = OPEN if item.public else Decision(Access.RESTRICTED, item.exemption, marked=Access.RESTRICTED)
    if form is None:
        return owner
    decision = _inside(form.access, form.exemption, owner)
    return Decision(Access.PUBLIC if decision.public else Access.RESTRICTED, decision.exemption, decision.conflict)


def open_parts(form: MinuteForm | None) -> frozenset[MinutePart]:
    """List the parts of a withheld minute that it declares open, with a reason."""
    return frozenset(form.open.parts) if form and form.open else frozenset()


def _inside(access: Access | None, exemption: ExemptionForm | None, owner: Decision) -> Decision:
    own = access or Access.PUBLIC
    return Decision(
        _strictest(own, owner.access),
        exemption or owner.exemption,
        access is not None and _laxer(access, owner.marked),
        _strictest(own, owner.marked),
    )


def _strictest(*marks: Access) -> Access:
    return max(marks, key=lambda mark: mark.strictness)


def _laxer(access: Access, owner: Access) -> bool:
    return access is Access.PUBLIC and owner is not Access.PUBLIC


def _by_date(form: DocumentForm, today: date) -> Access:
    if form.publish_from and today < form.publish_from:
        return Access.DRAFT
    if form.publish_until and today > form.publish_until:
        return Access.WITHDRAWN
    return Access.PUBLIC
