"""Numbers that do not run on are explained from the public record alone."""

from __future__ import annotations

import dataclasses
from datetime import date

import pytest

from public_record.links.numbering import Missing, Restart, breaks, missing_references, out_of_step
from public_record.model.record import Item, Meeting, Notes, Section, Withheld
from public_record.model.vocabulary import Basis
from published import item, meeting, minute, record


def _meeting(day: str, *numbers: int | None) -> Meeting:
    return meeting(day=day, minutes=tuple(minute(number, item=None) for number in numbers))


def test_minutes_that_no_notes_hold_are_named() -> None:
    """From the notes of the same body before; headings without a number do not count."""
    first, second = _meeting("2025-01-01", None, 36, 37), _meeting("2025-06-01", 50, 51)
    assert breaks(record(first, second)) == {second.id: Missing(38, 49)}


def test_numbers_that_go_on_need_no_word() -> None:
    """Nor do the first notes of a record: nobody knows what came before them."""
    assert breaks(record(_meeting("2025-01-01", 36), meeting(day="2025-02-01"), _meeting("2025-03-01", 37))) == {}


def test_numbers_that_begin_again_are_told() -> None:
    """Many bodies count anew each year."""
    first, second = _meeting("2025-01-01", 36, 37), _meeting("2025-06-01", 1)
    assert breaks(record(first, second)) == {second.id: Restart(first, 37)}


def test_notes_that_are_withheld_in_between_are_named() -> None:
    """The record does hold them, and says so by their notice."""
    first, last = _meeting("2025-01-01", 1), _meeting("2025-09-01", 9)
    closed = meeting(day="2025-06-01", minutes=())
    closed = dataclasses.replace(closed, notes=Notes("n/", withheld=Withheld(Basis.CONFIDENTIAL)))
    assert breaks(record(first, closed, last)) == {last.id: Missing(2, 8, (closed,))}


def test_bodies_count_for_themselves() -> None:
    """Two that meet in turn have numbers of their own."""
    other = dataclasses.replace(_meeting("2025-03-01", 7), body="other", date=date(2025, 3, 1))
    assert breaks(record(_meeting("2025-01-01", 1), other, _meeting("2025-06-01", 2))) == {}


def test_numbers_out_of_step_within_notes_are_found() -> None:
    """A number left out and a number that comes too late."""
    assert out_of_step(_meeting("2025-01-01", 1, 2, 4, 3)) == [(2, 4), (4, 3)]


def _places(*keys: str) -> tuple[Section, ...]:
    def one(key: str) -> Item:
        return dataclasses.replace(item(key), ref=None) if key.startswith("place") else item(key)

    return (Section(None, "Matters", tuple(one(key) for key in keys)),)


@pytest.mark.parametrize(
    ("keys", "expected"),
    [
        (("A1", "A2", "D2"), {"D2": ("D1",)}),
        (("A1", "B1", "B4"), {"B4": ("B2", "B3")}),
        (("B2", "B1"), {}),
        (("1", "place-2", "place-3", "4"), {}),
        (("1", "4"), {"4": ("2", "3")}),
        (("12a", "12b", "13"), {"12a": tuple(str(number) for number in range(1, 12))}),
    ],
    ids=["D2 alone", "two", "order", "places", "numbers", "letters behind"],
)
def test_references_that_an_agenda_passes_over(keys: tuple[str, ...], expected: dict[str, tuple[str, ...]]) -> None:
    """Those that stand elsewhere on it are not passed over; an item without a reference fills its place."""
    assert missing_references(_places(*keys)) == expected
