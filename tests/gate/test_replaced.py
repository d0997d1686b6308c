"""A paper that replaces another says so at both ends, and tells of nothing that is not shown."""

from __future__ import annotations

from typing import Any

import pytest

from builders import GROUND, agenda, items, meeting_files, paper

GONE: dict[str, Any] = {"access": "withdrawn", "withdrawn": {"date": "2025-01-02", "reason": "It was wrong."}}
CLOSED: dict[str, Any] = {"access": "restricted", "exemption": GROUND, "public_title": "A paper"}


def _ties(first: dict[str, Any], second: dict[str, Any]) -> list[tuple[int, int | None, tuple[int, ...]]]:
    tree = meeting_files(agenda=agenda(), a=paper(**first), b=paper(paper=2, replaces=1, **second))
    return [(one.number, one.replaces, one.replaced_by) for one in items(tree)["B1"].papers]


@pytest.mark.parametrize(
    ("first", "second", "expected"),
    [
        ({}, {}, [(1, None, (2,)), (2, 1, ())]),
        (GONE, {}, [(1, None, (2,)), (2, 1, ())]),
        (CLOSED, {}, [(1, None, (2,)), (2, 1, ())]),
        ({}, GONE, [(1, None, (2,)), (2, 1, ())]),
        ({}, CLOSED, [(1, None, ()), (2, None, ())]),
        ({}, {"access": "draft"}, [(1, None, ())]),
        ({"access": "draft"}, {}, [(2, None, ())]),
    ],
    ids=["public", "old withdrawn", "old withheld", "new withdrawn", "new withheld", "new draft", "old draft"],
)
def test_both_ends_are_tied_where_both_are_shown(
    first: dict[str, Any], second: dict[str, Any], expected: list[tuple[int, int | None, tuple[int, ...]]]
) -> None:
    """A withheld paper says nothing of itself; a draft is not there."""
    assert _ties(first, second) == expected
