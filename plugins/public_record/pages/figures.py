"""Writes figures and changes as people do."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from public_record.model.agreement import Figure, Indicator, PrintedChange
from public_record.model.figures import worked_out
from public_record.model.vocabulary import Unit
from public_record.pages.drawings import BarChart, bar_chart


@dataclass(frozen=True, slots=True)
class ChangeShown:
    """A change as printed, and what the figures give where that is something else."""

    name: str
    printed: str
    worked_out: str | None


@dataclass(frozen=True, slots=True)
class IndicatorShown:
    """An indicator with everything in words, and its bars."""

    indicator: Indicator
    rows: tuple[tuple[str, str], ...]
    """Each time with its value, the baseline first."""
    change: ChangeShown | None
    difference: ChangeShown | None
    chart: BarChart | None
    summary: str
    """The figures in a sentence, for those who do not see the bars."""
    measured: str
    """In what, and of what."""


def shown(indicator: Indicator) -> IndicatorShown:
    """Write an indicator out."""
    baseline = [(f"{indicator.baseline.period} (baseline)", indicator.baseline)] if indicator.baseline else []
    figures = [*baseline, *((figure.period, figure) for figure in indicator.figures)]
    rows = tuple((period, value(figure.value, indicator.unit)) for period, figure in figures)
    return IndicatorShown(
        indicator,
        rows,
        _latest_change(indicator),
        _from_the_baseline(indicator),
        bar_chart(indicator, lambda number: value(number, indicator.unit)),
        "; ".join(f"{period}: {words}" for period, words in rows),
        f"{'Percentage' if indicator.unit is Unit.PERCENTAGE else 'Number'}{_of(indicator)}",
    )


def value(number: Decimal, unit: Unit) -> str:
    """Write a figure: `25,335`, `24.0%`.

    >>> value(Decimal("24.0"), Unit.PERCENTAGE)
    '24.0%'
    """
    return f"{number:,}{'%' if unit is Unit.PERCENTAGE else ''}"


def change(amount: Decimal, unit: Unit, *, percent: bool) -> str:
    """Write a change: `up 1.8%`, `down 0.4 percentage points`, `no change`."""
    if not amount:
        return "no change"
    measure = "%" if percent else " percentage points" if unit is Unit.PERCENTAGE else ""
    return f"{'up' if amount > 0 else 'down'} {abs(amount):,}{measure}"


def _of(indicator: Indicator) -> str:
    if indicator.counts is None:
        return ""
    return f" {indicator.counts}" if indicator.unit is Unit.PERCENTAGE else f" of {indicator.counts}"


def _latest_change(indicator: Indicator) -> ChangeShown | None:
    if indicator.change is None:
        return None
    before, after = indicator.figures[-2:] if len(indicator.figures) > 1 else (None, None)
    return _change("Change from the time before", indicator.change, before, after, indicator.unit)


def _from_the_baseline(indicator: Indicator) -> ChangeShown | None:
    if indicator.difference is None:
        return None
    latest = indicator.figures[-1] if indicator.figures else None
    return _change("Difference from the baseline", indicator.difference, indicator.baseline, latest, indicator.unit)


def _change(name: str, printed: PrintedChange, before: Figure | None, after: Figure | None, unit: Unit) -> ChangeShown:
    words = change(printed.value, unit, percent=printed.percent)
    given = worked_out(before.value, after.value, printed.value, percent=printed.percent) if before and after else None
    differs = given is not None and given != printed.value
    return ChangeShown(name, words, change(given, unit, percent=printed.percent) if given is not None and differs else None)
