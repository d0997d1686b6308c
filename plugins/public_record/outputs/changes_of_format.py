"""How the published data have changed: who reads them by a program reads this first."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class ChangeOfFormat:
    """A change of the format."""

    version: int
    """That of the data from then on: it grows when a program that reads the old one would fail."""
    day: str
    what: str


CHANGES_OF_FORMAT = (
    ChangeOfFormat(
        2,
        "2026-11-26",
        "Versions of the agreement have `subjects` and `change_list`; their priorities and themes have `new`. Added: tables of "
        "the agreement's priorities, actions and indicators.",
    ),
    ChangeOfFormat(
        2,
        "2026-11-22",
        "Themes and priorities of the agreement are objects with an `id`; versions have `effective_from`, `parts`, an action "
        "plan, monitoring, assessments, rankings and governance. Items, papers and minutes have `answers`, minutes `adopted` "
        "and `on_recommendation`, limbs `kinds`; amendments and votes are blocks; documents have `corrections`. Added: "
        "decisions as JSON and CSV.",
    ),
    ChangeOfFormat(
        1,
        "2026-11-22",
        "Meetings have `history` and `moved`; notes, versions of the agreement and the details of papers have `history`. "
        "Added: a file for each meeting, tables, one archive of everything, an export in OParl 1.1, and a list of all files.",
    ),
    ChangeOfFormat(1, "2026-11-20", "The first version: the whole record in one file, and its schema."),
)
"""The newest first."""
