"""Blocks of text: their anchors and numbers, and the parts of a minute to which they belong."""

from __future__ import annotations

from typing import Any

import pytest

from builders import GROUND, agenda, agreement, appendix, items, meeting_files, minutes, notes, paper, public
from public_record.model.record import Limb, Paper, Resolution, Table, Withheld, WithheldPassage
from public_record.model.text import PublicText
from public_record.model.vocabulary import Basis, MinutePart, OutcomeKind

OWN = "hill/2024-05-14/notes/#"


def only_paper(text: str) -> Paper:
    """Release a paper of this text."""
    return items(meeting_files(agenda=agenda(), b1=paper(text)))["B1"].papers[0]


def test_a_resolution_with_a_number_has_two_anchors() -> None:
    """Its own, and that of the paragraph that it is; its limbs stand in the paragraph."""
    tree = meeting_files(n=notes("## 3. Lamps\n\n1. Talk.\n\n2. RESOLVED:\n\n(a) noted with thanks; and\n\n(b) deferred."))
    assert minutes(tree)[0].body[1] == Resolution(
        f"{OWN}resolution-3-1",
        "resolution-3-1",
        "2",
        "minute-3-2",
        PublicText("RESOLVED:"),
        (OutcomeKind.NOTED, OutcomeKind.THANKED, OutcomeKind.DEFERRED),
        (
            Limb("(a)", PublicText("noted with thanks; and"), "minute-3-2-a", (OutcomeKind.NOTED, OutcomeKind.THANKED)),
            Limb("(b)", PublicText("deferred."), "minute-3-2-b", (OutcomeKind.DEFERRED,)),
        ),
    )


def test_an_outcome_is_known_by_the_page_on_which_it_stands() -> None:
    """Agenda, paper, appendix, agreement and notes: no id may be that of another page."""
    text = "RESOLVED that lamps be lit."
    tree = meeting_files(
        agenda=agenda(text=text),
        b1=paper(text),
        b2=paper(text, paper=2),
        a=appendix(text),
        n=notes(f"{text}\n\n## 1. x\n\n{text}"),
    )
    record = public({**tree, "agreement/1.md": agreement(text)})
    (held,) = record.meetings
    assert held.notes
    first, second = held.items[0].papers
    bodies = [held.introduction, first.body, second.body, first.appendices[0].body, record.agreements[0].body]
    bodies += [held.notes.opening, held.notes.minutes[0].body]
    meeting = "hill/2024-05-14/"
    assert [block.id for body in bodies for block in body if isinstance(block, Resolution)] == [
        f"{meeting}#resolution-1",
        f"{meeting}b1/#resolution-1",
        f"{meeting}b1/paper-2/#resolution-1",
        f"{meeting}b1/appendix-a/#resolution-1",
        "agreement/1.0/#resolution-1",
        f"{meeting}notes/#resolution-1",
        f"{meeting}notes/#resolution-1-1",
    ]


def test_anchors_of_a_page_are_counted_over_its_minutes() -> None:
    """Those of a minute have its number, so that the next minute begins anew."""
    text = "x\n\n## Part\n\n## 1. One\n\nx\n\ny\n\n### Heading\n\n## 2. Two\n\nx\n\nTable: x\n| a |\n| - |\n\n## Part"
    held = public(meeting_files(n=notes(text))).meetings[0].notes
    assert held
    things = [*held.opening, *(thing for one in held.minutes for thing in (one, *one.body))]
    anchors = [getattr(thing, "anchor", "") for thing in things]
    assert anchors == [
        "text-1",
        "part-1",
        "minute-1",
        "text-1-1",
        "text-1-2",
        "heading-1-1",
        "minute-2",
        "text-2-1",
        "table-2-1",
        "part-2",
    ]


@pytest.mark.parametrize(("above", "caption"), [("Table: Lamps\n", "Lamps"), ("", None)], ids=["named", "nameless"])
def test_a_table_has_a_name_or_none(above: str, caption: str | None) -> None:
    """Nothing is made up for it."""
    table = "| a |\n| - |"
    assert only_paper(f"{above}{table}").body == (Table("table-1", caption, PublicText(table)),)


def test_what_is_withheld_is_not_counted() -> None:
    """An anchor that is left out would tell how much stands behind a notice."""
    passage = "::: restricted\nCanary.\n\nTable: Canary\n| a |\n| - |\n\n## Canary\n\n1. Canary.\n:::"
    text = "One.\n\n{}\n\n## Two\n\n1. Three.\n\nFour.\n\nTable: Five\n| a |\n| - |"
    with_passage = only_paper(text.format(passage)).body
    assert with_passage[1] == WithheldPassage(Withheld(Basis.NOT_STATED))
    assert (with_passage[0], *with_passage[2:]) == only_paper(text.format("")).body


@pytest.mark.parametrize("part", list(MinutePart))
def test_each_block_of_a_minute_belongs_to_one_part(part: MinutePart) -> None:
    """What no line names as an outcome or a note is a paragraph."""
    text = (
        "## 1. Canary\n\n### Canary\n\nx\n\n- x\n\nTable: x\n| a |\n| - |\n\n::: restricted\nx\n:::\n\nRESOLVED that x.\n\n"
        "Report back, no date: x.\n\nAction: x\n\nPost-meeting note: x.\n\nEditor\u2019s note: x."
    )
    ground: dict[str, Any] = {"access": "restricted", "exemption": GROUND}
    opened = {"number": 1, **ground, "open": {"reason": "x", "parts": [part.value]}}
    (minute,) = minutes(meeting_files(n=notes(text, minutes=[opened])))
    assert [block.type for block in minute.body] == {
        MinutePart.TITLE: [],
        MinutePart.PARAGRAPHS: ["heading", "paragraph", "prose", "table", "withheld-passage"],
        MinutePart.OUTCOME: ["resolution", "request", "action"],
        MinutePart.NOTES: ["post-meeting-note", "editor-note"],
    }[part]
    assert (minute.title == "Canary") is (part is MinutePart.TITLE)


def test_open_parts_of_a_withheld_minute_have_the_anchors_of_that_minute() -> None:
    """As if it were open whole, so that no address changes when it is opened."""
    text = "## 7. Canary\n\n1. One.\n\nTwo.\n\nRESOLVED that three."
    opened = {"number": 7, "access": "restricted", "exemption": GROUND}
    anchors = []
    for parts in (["paragraphs", "outcome"], []):
        mark = {**opened, "open": {"reason": "Printed.", "parts": parts}}
        (minute,) = minutes(meeting_files(n=notes(text, minutes=[mark])))
        anchors.append([getattr(block, "anchor", "") for block in minute.body])
    assert anchors == [["minute-7-1", "text-7-1", "resolution-7-1"]] * 2


@pytest.mark.parametrize(
    ("text", "recommended"),
    [
        pytest.param("## Recommendations\n\n1. x\n\ny\n\n2. z", ["1", "2"], id="numbers under the heading"),
        pytest.param("## RECOMMENDATION\n\n1. x", ["1"], id="capitals"),
        pytest.param("## 3. Recommendations of the board\n\n3.1 x", ["3.1"], id="more words"),
        pytest.param("## Recommended reading\n\n1. x", [], id="another word"),
        pytest.param("## Our recommendations\n\n1. x", [], id="not at its beginning"),
        pytest.param("## Recommendations\n\nIt is recommended:\n\na. x;\nb. y.", [None], id="limbs without number"),
        pytest.param("## Recommendations\n\n### Recommendations\n\n1. x\n\n### z\n\n2. y", ["1", "2"], id="heading below"),
        pytest.param("### Recommendations\n\n1. x\n\n## y\n\n2. z", ["1"], id="heading above"),
        pytest.param("## Recommendations\n\n1. x\n\n## Recommendations\n\n2. y", ["1", "2"], id="twice"),
        pytest.param("Recommendation: x", [None], id="marked"),
        pytest.param("A Recommendation: x", [], id="marked in the middle"),
    ],
)
def test_what_a_paper_recommends_is_told_from_the_rest(text: str, recommended: list[str | None]) -> None:
    """By the heading over it, or by the word before it."""
    assert [block.number for block in only_paper(text).recommendations] == recommended


@pytest.mark.parametrize(
    ("text", "labels"),
    [
        pytest.param("# x[^1]\n\n[^1]: y", ["^1"], id="heading"),
        pytest.param("1. x\n\na. y[^1]\n\n[^1]: z", ["^1"], id="limb"),
        pytest.param("- x[^1]\n\n[^1]: z", ["^1"], id="list"),
        pytest.param("Table: x\n| a[^1] |\n| - |\n\n[^1]: z", ["^1"], id="table"),
        pytest.param("Editor\u2019s note: x[^1].\n\n[^1]: z", ["^1"], id="note"),
        pytest.param("x [Map]\n\n[MAP]: https://a.example/", ["MAP"], id="other case"),
        pytest.param("x[^1]\n\n[^2]: z\n\n[^1]: y[^2]", ["^1", "^2"], id="used by a definition"),
        pytest.param("x\n\n[^2]: z\n\n[^1]: y[^2]", [], id="used by an unused definition"),
        pytest.param("x\n\n[^2]: z[^2]", [], id="used by itself"),
        pytest.param("x\n\n::: restricted\ny[^1]\n:::\n\n[^1]: z", [], id="used by a passage"),
        pytest.param("x 1\n\n[^1]: z", [], id="no reference"),
    ],
)
def test_a_definition_is_public_if_something_public_uses_it(text: str, labels: list[str]) -> None:
    """Through other definitions, too; they stand behind everything else."""
    body = only_paper(text).body
    found = [block.label for block in body if block.type == "definition"]
    assert found == labels
    assert [block.type for block in body[len(body) - len(labels) :]] == ["definition"] * len(labels)
