"""Decisions as data: complete, valid, and harmless in a spreadsheet."""

from __future__ import annotations

import csv
import io
import json

import jsonschema
import pytest

from public_record.model.record import Amendment, OnRecommendation, Record, Vote
from public_record.model.vocabulary import Answered
from public_record.outputs.decisions import decisions_csv, decisions_json, decisions_schema, rows
from public_record.outputs.spreadsheets import guarded
from published import item, meeting, minute, paper, paragraph, record, resolution, text

OWN = "group/2025-03-02/notes/#"


def _record(words: str = "RESOLVED, “so”:", title: str = "A report") -> Record:
    moved = Amendment(f"{OWN}amendment-7-1", "amendment-7-1", text("Ms A moved it."))
    vote = Vote(f"{OWN}vote-7-1", "vote-7-1", text("7 for, 5 against, 11 present."), 7, 5)
    minuted = minute(
        7,
        resolution(words, ("(a)", "one"), ("(b)", "two")),
        moved,
        vote,
        on_recommendation=OnRecommendation(Answered.AS_RECOMMENDED),
    )
    papers = (paper(paragraph("Lamps.", "5.1", recommendation=True)),)
    return record(meeting(item(title=title, papers=papers, subjects=("roads",)), minutes=(minuted,)))


def _table(public: Record) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(decisions_csv(rows(public)).decode(), newline=""), strict=True))


def test_the_data_is_valid_against_its_schema() -> None:
    """The validator is not ours."""
    data = json.loads(decisions_json(rows(_record()), "A licence", "An example."))
    schema = json.loads(decisions_schema())
    jsonschema.Draft202012Validator.check_schema(schema)
    jsonschema.validate(data, schema)
    assert not jsonschema.Draft202012Validator(schema).is_valid({**data, "decisions": [{"id": 7}]})


def test_a_row_tells_the_whole_of_a_resolution() -> None:
    """With the figures of a vote as they are stated, though they do not add up."""
    (row,) = json.loads(decisions_json(rows(_record()), "A licence", "An example."))["decisions"]
    assert row == {
        "id": f"{OWN}resolution-7-1",
        "date": "2025-03-02",
        "body": "group",
        "body_name": "The Example Group",
        "meeting": "group/2025-03-02/",
        "minute": 7,
        "title": "The bridge",
        "item": "group/2025-03-02/b1/",
        "item_reference": "B1",
        "item_title": "A report",
        "kinds": [],
        "subjects": ["roads"],
        "text": "RESOLVED, “so”:",
        "limbs": [{"mark": "(a)", "kinds": [], "text": "one"}, {"mark": "(b)", "kinds": [], "text": "two"}],
        "amendments": ["Ms A moved it."],
        "votes": [{"text": "7 for, 5 against, 11 present.", "in_favour": 7, "against": 5, "abstained": None}],
        "papers": ["group/2025-03-02/b1/"],
        "recommendations": ["group/2025-03-02/b1/#paragraph-5-1"],
        "on_recommendation": "as-recommended",
        "on_recommendation_note": None,
    }


def test_the_table_says_the_same() -> None:
    """RFC 4180: lines end in CR and LF, and what holds commas, quotation marks or new lines is quoted."""
    (row,) = _table(_record('RESOLVED, "so":'))
    assert (row["resolution"], row["votes"]) == ('RESOLVED, "so":\n(a) one\n(b) two', "7 for, 5 against, 11 present.")
    assert (row["address"], row["recommendations"]) == (f"{OWN}resolution-7-1", "group/2025-03-02/b1/#paragraph-5-1")
    assert decisions_csv(rows(record())).count(b"\r\n") == 1
    assert b'"RESOLVED, ""so"":' in decisions_csv(rows(_record('RESOLVED, "so":')))


@pytest.mark.parametrize("begin", ["=", "+", "-", "@", "\t=", " =", "\n+"])
def test_no_cell_is_run_as_a_formula(begin: str) -> None:
    """Whoever opens the table opens what others typed."""
    cell = f"{begin}HYPERLINK(1)"
    assert guarded(cell) == f"'{cell}"
    (row,) = _table(_record(cell, cell))
    assert row["item title"] == f"'{cell}"
    assert row["resolution"].startswith(f"'{cell}")


@pytest.mark.parametrize("cell", ["", "Lamps", "a=b", "(a) - b", "7"])
def test_other_cells_are_left_alone(cell: str) -> None:
    """A table is for reading."""
    assert guarded(cell) == cell


def test_a_spreadsheet_shows_words_and_no_links_of_ours() -> None:
    """Programs get the text with its links, which lead to ids."""
    words = "RESOLVED that [lamps](record:group/2025-03-02/b1/) and [item B9](record:) be noted, see [it](https://a.example/)."
    (row,) = _table(_record(words))
    assert row["resolution"].splitlines()[0] == "RESOLVED that lamps and item B9 be noted, see [it](https://a.example/)."
    assert rows(_record(words))[0].text == words
