"""The day on which each file of the record was last changed, as the version control system remembers it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date


@dataclass(frozen=True, slots=True)
class FileDates:
    """Days of last change by file. A file that is not named here has no history, or was changed since."""

    changed: Mapping[str, date] = field(default_factory=dict)
    """By the file's path inside its tree: `meetings/2016-03-16-kcsp/b1.md`."""
    cut_off: frozenset[str] = frozenset()
    """Files whose last change lies where a shallow clone begins: the day there is that of another change."""
