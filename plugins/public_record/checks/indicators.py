"""Checks of the figures by which the agreement is monitored."""

from __future__ import annotations

from collections.abc import Iterator

from public_record.checks.context import Context, warning
from public_record.gate.decide import OPEN, on_document
from public_record.model.agreement_forms import FigureForm, IndicatorForm
from public_record.model.figures import read_change, worked_out
from public_record.model.findings import Finding
from public_record.model.rules import Rule


def changes_are_those_of_their_figures(context: Context) -> Iterator[Finding]:
    """A printed change is the difference of its figures. Never an error: what was printed stands as it was printed."""
    for document in context.record.agreements:
        monitoring = document.form.monitoring
        if monitoring is None or not document.sound or not on_document(document.form, OPEN, context.today).public:
            continue
        for index, indicator in enumerate(monitoring.indicators):
            for key, before, after, printed in _compared(indicator):
                change = read_change(printed)
                found = worked_out(before.value, after.value, change.value, percent=change.percent)
                if found != change.value:
                    yield warning(
                        document.place("monitoring", "indicators", index, key),
                        Rule.INDICATOR_CHANGE,
                        "the change stated here is not the one that its figures give.",
                        "Look at the figures again; if it was printed so, say that in `editor_note`.",
                    )


def _compared(indicator: IndicatorForm) -> Iterator[tuple[str, FigureForm, FigureForm, str]]:
    """Yield each printed change with the figure before and the figure after."""
    latest = indicator.figures[-2:]
    if indicator.change and len(latest) > 1:
        yield "change", latest[0], latest[1], indicator.change
    if indicator.difference and indicator.baseline and latest:
        yield "difference", indicator.baseline, latest[-1], indicator.difference
