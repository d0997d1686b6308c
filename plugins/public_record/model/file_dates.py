"""The day on which each file of the record was last changed, as the version control system remembers it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date


@dataclass(frozen=True, slots=True, weakref_slot=True)
class FileDates:
    """Days of last change by file. A file that is not named here has no history, or was changed since."""

    changed: Mapping[str, date] = field(default_factory=dict)
    """By the file's path inside its tree: `meetings/2016-03-16-kcsp/b1.md`."""
    cut_off: frozenset[str] = frozenset()
    """Files whose last change lies where a shallow clone begins: the day there is that of another change."""

    def by_folder(self) -> Mapping[str, FileDates]:
        """Part them by the folder in which a file stands."""
        folders = {_folder(name) for name in (*self.changed, *self.cut_off)}
        changed: dict[str, dict[str, date]] = {folder: {} for folder in folders}
        cut_off: dict[str, set[str]] = {folder: set() for folder in folders}
        for name, day in self.changed.items():
            changed[_folder(name)][name] = day
        for name in self.cut_off:
            cut_off[_folder(name)].add(name)
        return {folder: FileDates(changed[folder], frozenset(cut_off[folder])) for folder in folders}


def _folder(name: str) -> str:
    return name.rpartition("/")[0]
