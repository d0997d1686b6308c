"""Corrections to papers and agendas, at the places that they correct."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable

from public_record.model.record import DocumentCorrection


def by_place(corrections: Iterable[DocumentCorrection]) -> dict[str, tuple[DocumentCorrection, ...]]:
    """Sort corrections by the anchor of what they correct; those to a whole document stand at its top alone."""
    found: dict[str, list[DocumentCorrection]] = defaultdict(list)
    for correction in corrections:
        if correction.anchor:
            found[correction.anchor].append(correction)
    return {anchor: tuple(made) for anchor, made in found.items()}
