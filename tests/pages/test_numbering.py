"""Gaps and restarts are explained where a reader would stumble over them."""

from __future__ import annotations

import dataclasses

import pytest

from public_record.model.record import Notes, Record, Withheld
from public_record.model.vocabulary import Basis
from public_record.pages.compose import compose
from public_record.pages.numbering import about_minutes, about_references
from published import item, library, meeting, minute, record


def _told(first: tuple[int, ...], second: tuple[int, ...]) -> list[str]:
    early = meeting(day="2025-03-02", minutes=tuple(minute(number) for number in first))
    late = meeting(day="2025-06-01", minutes=tuple(minute(number) for number in second))
    return list(about_minutes(library(record(early, late)), late))


@pytest.mark.parametrize(
    ("first", "second", "expected"),
    [
        ((36, 49), (104,), ["Minutes 50 to 103 belong to notes that this record does not hold."]),
        ((1,), (3,), ["Minute 2 belongs to notes that this record does not hold."]),
        ((1, 9), (1,), ["The numbers of the minutes begin again here: the notes of 2 March 2025 end with minute 9."]),
        ((1,), (2, 4), ["Minute 2 is followed by minute 4 in these notes."]),
        ((1,), (2, 3), []),
    ],
    ids=["many", "one", "again", "within", "none"],
)
def test_numbers_of_minutes_are_explained(first: tuple[int, ...], second: tuple[int, ...], expected: list[str]) -> None:
    """In a sentence that names them."""
    assert _told(first, second) == expected


def test_notes_in_between_that_are_withheld_are_named() -> None:
    """It would be untrue to say that the record does not hold them."""
    early, late = meeting(day="2025-03-02", minutes=(minute(1),)), meeting(day="2025-06-01", minutes=(minute(9),))
    closed = dataclasses.replace(meeting(day="2025-04-01"), notes=Notes("n/", withheld=Withheld(Basis.CONFIDENTIAL)))
    assert list(about_minutes(library(record(early, closed, late)), late)) == [
        "Minutes 2 to 8 belong to notes that are not published here; in between stand those of 1 April 2025."
    ]


@pytest.mark.parametrize(
    ("missing", "expected"),
    [
        (("D1",), "This agenda has no item D1: the references are as printed."),
        (("2", "3"), "This agenda has no items 2 and 3: the references are as printed."),
        (("2", "3", "4"), "This agenda has no items 2 to 4: the references are as printed."),
    ],
    ids=["one", "two", "three"],
)
def test_references_passed_over_are_explained(missing: tuple[str, ...], expected: str) -> None:
    """Nobody need wonder what became of D1."""
    assert about_references(missing) == expected


def _html(public: Record, address: str) -> str:
    return next(str(page.render().html) for page in compose(library(public)) if page.address == address)


def test_the_sentences_stand_on_notes_and_agenda() -> None:
    """Before the list in which the number is missing."""
    early = meeting(day="2025-03-02", minutes=(minute(1),))
    late = meeting(item("A1", "2025-06-01"), item("A3", "2025-06-01"), day="2025-06-01", minutes=(minute(9),))
    public = record(early, late)
    notes, agenda = _html(public, "group/2025-06-01/notes/"), _html(public, "group/2025-06-01/")
    assert notes.index("Minutes 2 to 8 belong") < notes.index('id="minute-9"')
    assert agenda.index("This agenda has no item A2") < agenda.index('id="item-a1"')
