"""Items against what came of them: references in a row, papers that were to follow, minutes that answer one."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from builders import NEW_FOLDER, agenda, findings, item, meeting_files, notes, paper, restricted_section, section, told
from public_record.model.findings import Severity


def _refs(*refs: str | int, **keys: Any) -> list[str]:
    """Tell of an agenda with these references; a number is a place."""
    lines = [item(one) if isinstance(one, str) else item(None, place=one) for one in refs]
    return [one.message for one in findings(meeting_files(agenda=agenda(section(*lines), **keys)))]


@pytest.mark.parametrize(
    ("refs", "missing"),
    [
        (("B1", "B3"), "B2"),
        (("A1", "B2"), "B1"),
        (("B1", "B5"), "B2 to B4"),
        (("1", 2, "4"), "3"),
        (("D2",), "D1"),
    ],
)
def test_a_reference_that_is_skipped_is_told(refs: tuple[str | int, ...], missing: str) -> None:
    """Within its letter, from 1 on; an item without reference counts by its place."""
    assert _refs(*refs) == [f"{missing} would come before this item, and the agenda has no such item."]


@pytest.mark.parametrize("refs", [("A1", "A2", "B1"), ("1", "1a", "2"), ("1", 2, 3), ("B1", "B2", "A1")])
def test_references_in_a_row_are_left_alone(refs: tuple[str | int, ...]) -> None:
    """Also one that was put in later, and sections in another order."""
    assert _refs(*refs) == []


def test_a_skipped_reference_can_be_explained() -> None:
    """By an editor's note that names it, or the one that comes after the gap."""
    assert told(meeting_files(agenda=agenda(section(item("D2"))))) == ["agenda.md:6 reference-skipped"]
    assert _refs("D2", editor_notes=["There is no item D1."]) == []
    assert _refs("D2", editor_notes=["Something about D12."]) != []


def test_a_reference_that_stands_twice_is_an_error() -> None:
    """The address of the item is made from it."""
    assert told(meeting_files(agenda=agenda(section(item("B1"), item("B1"))))) == ["agenda.md:6 item-reference"]


FOLLOWS = item(delivery="to-follow")


@pytest.mark.parametrize(
    ("tree", "expected"),
    [
        pytest.param(meeting_files(agenda=agenda(section(FOLLOWS))), ["agenda.md:6 to-follow"], id="nothing came"),
        pytest.param(meeting_files(agenda=agenda(section(FOLLOWS)), b1=paper()), [], id="came"),
        pytest.param(
            meeting_files(agenda=agenda(section(FOLLOWS)), b1=paper(access="draft")), ["agenda.md:6 to-follow"], id="a draft"
        ),
        pytest.param(meeting_files(agenda=agenda(section({**FOLLOWS, "editor_note": "It never came."}))), [], id="explained"),
        pytest.param(meeting_files(agenda=agenda(section(FOLLOWS), cancelled={"reason": "Snow."})), [], id="cancelled"),
        pytest.param(
            meeting_files(agenda=agenda(restricted_section({**FOLLOWS, "public_title": "x"}))), [], id="restricted item"
        ),
    ],
)
def test_a_paper_that_was_to_follow_is_there(tree: dict[str, str], expected: list[str]) -> None:
    """A draft is as if it were not there: the log must not tell."""
    assert told(tree) == expected


def test_a_paper_may_follow_until_the_meeting_is_over() -> None:
    """Not before."""
    tree = meeting_files(agenda=agenda(section(FOLLOWS)))
    assert [told(tree, day) for day in (date(2024, 5, 14), date(2024, 5, 15))] == [[], ["agenda.md:6 to-follow"]]


def test_a_minute_that_answers_no_item_says_so() -> None:
    """By its item, or by its mark; a heading without number is no minute."""
    text = "## PART ONE\n\n## 1. One\n(Item B1)\n\n## 2. Two\n\n## 3. Three"
    tree = meeting_files(agenda=agenda(), n=notes(text, minutes=[{"number": 3, "access": "public"}]))
    assert told(tree) == ["n.md:14 minute-without-item"]
    assert told(meeting_files(n=notes(text, minutes=[]))) == []


def test_a_new_minute_without_item_is_an_error() -> None:
    """On the archive a warning."""
    files = {"agenda": agenda(date="2026-12-14", published="2026-12-01"), "n": notes("## 1. One", date="2026-12-14")}
    new = findings({f"{NEW_FOLDER}/{name}.md": text for name, text in files.items()})
    old = findings(meeting_files(agenda=agenda(), n=notes("## 1. One")))
    assert [(one.rule.value, one.severity) for one in (*old, *new)] == [
        ("minute-without-item", Severity.WARNING),
        ("minute-without-item", Severity.ERROR),
    ]
