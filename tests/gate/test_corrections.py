"""Corrections are released with the place that they name, if readers can see that."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from builders import agenda, appendix, items, meeting, meeting_files, paper, read, released, told
from public_record.checks.corrections import addressable
from public_record.gate.blocks import Blocks
from public_record.gate.corrections import places_of
from public_record.gate.withheld import Keeper
from public_record.model.record import DocumentCorrection

WHAT = "The number of lamps in Mill Lane was given as nine and is ten after all."
TEXT = """\
## 2.0 Lamps

2.1 Lamps are lit:

(a) in May;

(b) in June.

2.1 Lamps again.

::: restricted paragraph 3
2.2 A withheld price.
:::

Table: Lamps
| Lane | Lamps |
| --- | --- |
| Mill | 9 |

### More

RESOLVED that it be so.

3. The Partnership noted it.

Plain words.
"""


def _corrections(at: str | None) -> list[dict[str, Any]]:
    return [{"date": "2024-05-10", "what": WHAT, **({"at": at} if at else {})}]


def _of_paper(at: str | None) -> tuple[DocumentCorrection, ...]:
    tree = meeting_files(agenda=agenda(), b1=paper(TEXT, corrections=_corrections(at)))
    return items(tree)["B1"].papers[0].details.corrections


@pytest.mark.parametrize(
    ("at", "anchor"),
    [
        (None, None),
        ("2.1", "paragraph-2-1"),
        ("paragraph-2-1--2", "paragraph-2-1--2"),
        ("paragraph-2-1-b", "paragraph-2-1-b"),
        ("2.0", "section-2-0"),
        ("table-2-1--2-1", "table-2-1--2-1"),
        ("heading-2-0-1", "heading-2-0-1"),
        ("resolution-heading-2-0-1-1", "resolution-heading-2-0-1-1"),
        ("3", "paragraph-3"),
    ],
)
def test_a_correction_leads_to_its_place(at: str | None, anchor: str | None) -> None:
    """By the number as printed, or by the anchor where two have one number."""
    assert told(meeting_files(agenda=agenda(), b1=paper(TEXT, corrections=_corrections(at)))) == []
    assert _of_paper(at) == (DocumentCorrection(date(2024, 5, 10), WHAT, at, anchor),)


@pytest.mark.parametrize("at", ["2.2", "7.7", "text-1", "paragraph-2-2"])
def test_a_correction_to_what_nobody_sees_stays_behind(at: str) -> None:
    """It may tell what stands there: the check says so, the gate keeps it, and the finished site is searched for it."""
    tree = meeting_files(agenda=agenda(), b1=paper(TEXT, corrections=_corrections(at)))
    assert [line.split()[1] for line in told(tree)] == ["correction"]
    assert _of_paper(at) == ()
    assert [*released(tree).withheld.find(WHAT.lower().rstrip(".").split())] != []


def test_check_and_gate_know_the_same_places() -> None:
    """What is reported and what is done cannot differ."""
    (folder,) = read(meeting_files(agenda=agenda(), b1=paper(TEXT))).record.meetings
    (document,) = folder.papers
    body = Blocks("b1/", Keeper()).release(document.path, document.blocks)
    assert set(addressable(document.blocks)) == set(places_of(body))


def test_agenda_and_appendix_are_corrected_too() -> None:
    """An agenda by the reference of the item; the oldest correction comes first."""
    later = {"date": "2024-05-12", "what": "The hall is another.", "at": "B1"}
    tree = meeting_files(
        agenda=agenda(corrections=[later, *_corrections(None)]),
        b1=paper(),
        a=appendix("1.1 A map.", corrections=_corrections("1.1")),
    )
    held = meeting(tree)
    assert told(tree) == []
    assert [(one.date.day, one.anchor) for one in held.corrections] == [(10, None), (12, "item-b1")]
    (map_,) = held.items[0].papers[0].appendices
    assert [one.anchor for one in map_.details.corrections] == ["paragraph-1-1"]


def test_an_agenda_has_no_item_of_that_name() -> None:
    """Nobody is led nowhere."""
    tree = meeting_files(agenda=agenda(corrections=_corrections("B9")))
    assert told(tree) == ["agenda.md:6 correction"]


def test_corrections_of_a_withheld_paper_are_withheld() -> None:
    """With all else that it says."""
    closed = {"access": "restricted", "public_title": "A paper", "exemption": {"basis": "not-stated"}}
    tree = meeting_files(agenda=agenda(), b1=paper(TEXT, **closed, corrections=_corrections("2.1")))
    assert items(tree)["B1"].papers[0].details.corrections == ()
