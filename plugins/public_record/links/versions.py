"""The versions of the agreement in time: which is in force on a day, and which pairs of them are compared."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from itertools import combinations

from public_record.model.record import Agreement
from public_record.model.spans import span

REACH = 10
"""How many versions back each is compared with: all that a reader asks for, at a cost that grows in a straight line."""


def shown(agreements: Sequence[Agreement]) -> tuple[Agreement, ...]:
    """List the versions that stand in the record themselves, in their order."""
    return tuple(agreement for agreement in agreements if agreement.shown)


def in_force(agreements: Sequence[Agreement], day: date) -> Agreement | None:
    """Find the version that is in force on a day; where a beginning is known roughly, not before it must have come."""
    begun = [one for one in shown(agreements) if one.effective_from and span(one.effective_from).last <= day]
    latest = begun[-1] if begun else None
    return None if latest is None or _ended(latest, day) else latest


def nearest(agreements: Sequence[Agreement], day: date) -> Agreement | None:
    """Find the version to show on a day: the one in force, else the last that began, else the first there is."""
    versions = shown(agreements)
    begun = [one for one in versions if one.effective_from and span(one.effective_from).last <= day]
    undated = [one for one in versions if not one.effective_from]
    return in_force(agreements, day) or next(reversed(begun or undated), next(iter(versions), None))


def pairs(agreements: Sequence[Agreement]) -> Iterator[tuple[Agreement, Agreement]]:
    """Yield each two versions to compare, the earlier first."""
    for (place, earlier), (other, later) in combinations(enumerate(shown(agreements)), 2):
        if other - place <= REACH:
            yield earlier, later


def _ended(agreement: Agreement, day: date) -> bool:
    return bool(agreement.effective_to and span(agreement.effective_to).last < day)
