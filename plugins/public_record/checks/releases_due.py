"""What comes out or expires by itself on a day, and when the agreement is to be refreshed."""

from __future__ import annotations

import calendar
from collections.abc import Iterator
from contextlib import suppress
from datetime import date

from public_record.checks.context import Context
from public_record.checks.facts import name_of
from public_record.gate.decide import OPEN, on_document
from public_record.model.agreement_forms import AgreementForm
from public_record.model.duties import Duty, DutyKind
from public_record.model.forms import AppendixForm, DocumentForm, OfficerPaperForm
from public_record.model.private import Document, MeetingFolder
from public_record.model.vocabulary import Access

_MONTHS = 12


def reference_of(document: Document[DocumentForm], meeting: MeetingFolder | None = None) -> str:
    """Name a document by what it is of; the name of its file may tell something."""
    parts = [name_of(meeting.body, meeting.date)] if meeting else []
    match document.form:
        case OfficerPaperForm(item=item, paper=number):
            parts += [f"item {item}"] * (item is not None) + [f"paper {number}"]
        case AppendixForm(item=item, paper=number, appendix=mark):
            parts += [f"item {item}"] * (item is not None) + [f"paper {number}", f"appendix {mark}"]
        case AgreementForm(version=version):
            parts.append(f"agreement {version}")
        case form:
            parts.append(str(getattr(form, "kind", "document")))
    return ", ".join(parts)


def releases(context: Context) -> Iterator[Duty]:
    """Yield what is public from a day that is still to come, or until one."""
    owned = [(document, meeting) for meeting in context.record.meetings for document in meeting.documents()]
    for document, owner in (*owned, *((agreement, None) for agreement in context.record.agreements)):
        form = document.form
        if form.access is Access.PUBLIC:
            for day, key, kind in (
                (form.publish_from, "publish_from", DutyKind.OPENING),
                (form.publish_until, "publish_until", DutyKind.EXPIRY),
            ):
                if day and day >= context.today:
                    yield Duty(day, kind, reference_of(document, owner), document.place(key), announced=False)


def agreement(context: Context) -> Iterator[Duty]:
    """Yield the day on which the newest version of the agreement ends, or is to be looked at again."""
    known = [one for one in context.record.agreements if on_document(one.form, OPEN, context.today).public]
    newest = max(known, key=lambda one: _began(one.form), default=None)
    if newest:
        # A form asks of a month or a year how it is written, not that there is one.
        with suppress(ValueError):
            if day := _refreshed(newest.form, context.settings.policy.agreement_months):
                yield Duty(day, DutyKind.AGREEMENT, reference_of(newest), newest.place("version"), announced=True)


def _began(form: AgreementForm) -> str:
    return form.published or (form.period.from_ if form.period else None) or ""


def _refreshed(form: AgreementForm, months: int) -> date | None:
    if form.period and form.period.to:
        return _last_day(form.period.to)
    began = _began(form)
    return _later(_last_day(began), months) if began else None


def _last_day(known: str) -> date:
    """Give the last day that a day, a month or a year can mean."""
    year, month, day = (*map(int, known.split("-")), 0, 0)[:3]
    month = month or _MONTHS
    return date(year, month, day or calendar.monthrange(year, month)[1])


def _later(day: date, months: int) -> date:
    """Go on by so many months, to the same day or the last one that the month has."""
    years, month = divmod(day.month - 1 + months, _MONTHS)
    last = calendar.monthrange(day.year + years, month + 1)[1]
    return date(day.year + years, month + 1, min(day.day, last))
