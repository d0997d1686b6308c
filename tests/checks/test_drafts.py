"""Warnings stand in a public log: what is not published gives rise to none, whatever is strange about it."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from builders import agenda, findings, item, meeting_files, notes, paper, restricted_section, section
from public_record.model.findings import Severity

LATER = date(2027, 6, 1)
TEXT = "1. Mr Moss said on Monday 3 April 2024 that (2 page) 07700 900123 was his number.\n\n| a |\n| --- |\n| b |"
SKIPPED = section(item("B3", "Lamps", delivery="to-follow"), item("B9", "Monday 3 April 2024", subjects=["lamps"]))
CLOSED = restricted_section(item("D1", public_title="x"), exemption=None)
GROUNDLESS = {"number": 2, "access": "restricted", "public_title": "x"}
ATTACHED = {"file": "m.txt", "access": "restricted", "public_title": "x"}


def _warnings(**state: Any) -> set[tuple[str, str]]:
    """Check an old meeting at which everything is strange, and say in which file which rule warns."""
    tree = meeting_files(
        agenda=agenda(SKIPPED, CLOSED, published="2024-05-13", contact="01632 960123", text=TEXT, **state),
        b3=paper(TEXT, item="B9", contact="01632 960123", attachments=[ATTACHED], **state),
        n=notes(
            f"## 1. Lamps\n\n{TEXT}\n\nReport back by 1 June 2024: lamps.\n\n## 2. x\n(Item B9)\n\n{TEXT}",
            present=["Ms A"],
            minutes=[{"number": 1, "access": "public", "subjects": ["lamps"]}, GROUNDLESS],
            **state,
        ),
    )
    found = [one for one in findings(tree, LATER) if one.severity is Severity.WARNING]
    return {(one.place.path.rpartition("/")[2], str(one.rule)) for one in found}


def test_what_is_published_and_strange_is_told() -> None:
    """Otherwise the silence about drafts would show nothing."""
    assert {
        ("agenda.md", "clear-days"),
        ("agenda.md", "contact"),
        ("agenda.md", "exemption"),
        ("agenda.md", "reference-skipped"),
        ("agenda.md", "table-name"),
        ("agenda.md", "to-follow"),
        ("agenda.md", "weekday"),
        ("b3.md", "contact"),
        ("b3.md", "exemption"),
        ("n.md", "exemption"),
        ("n.md", "speaker"),
    } <= _warnings()


@pytest.mark.parametrize("state", [{"access": "draft"}, {"publish_from": "2999-01-01"}], ids=["draft", "before its day"])
def test_what_is_not_published_gives_rise_to_no_warning(state: dict[str, Any]) -> None:
    """A log that spoke of it would tell that it is there."""
    assert _warnings(**state) == set()
