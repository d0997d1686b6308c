"""The record as data: complete, and as its schema says."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Callable
from datetime import date
from decimal import Decimal
from functools import cache
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from public_record.model.agreement import (
    ActionPlan,
    Figure,
    Indicator,
    Monitoring,
    Origin,
    PlannedAction,
    PrintedChange,
    Priority,
)
from public_record.model.record import Attachment, Moved, Record, Withheld
from public_record.model.vocabulary import Basis, OriginKind, Unit
from public_record.outputs.data import data_files, meeting_json, meeting_schema, record_json, record_schema
from public_record.outputs.tables import TABLES
from published import agreement, item, library, meeting, minute, paper, paragraph, record, request, resolution

NOTICE = Withheld(Basis.SCHEDULE_12A, (1, 3))
PAPER = paper(paragraph("Words.", "1.1", recommendation=True), attachments=(Attachment("a.pdf", "Map"),))
HELD = meeting(
    item(papers=(PAPER,), subjects=("roads",)),
    item("D1", title="A review", withheld=NOTICE),
    minutes=(minute(7, paragraph("Said.", "1"), resolution("RESOLVED that:", ("(a)", "one"), ("(b)", "two")), request()),),
    moved=Moved(date(2025, 2, 20), "Snow."),
)

LIT = Indicator(
    "lit", "indicator-1-0-lit", "lamps", "Lamps lit", Unit.PERCENTAGE, "of lamps",
    baseline=Figure("2010", Decimal("4.50")),
    figures=(Figure("2011", Decimal(5)), Figure("2012", Decimal("4.6"))),
    change=PrintedChange(Decimal("-0.4"), percent=False),
    difference=PrintedChange(Decimal("2.2"), percent=True),
)  # fmt: skip
KEPT = Indicator("kept", "indicator-1-0-kept", "lamps", "Kept back", Unit.NUMBER, not_published="Not for publication.")
PACT = agreement(
    "1.0",
    Priority("lamps", "Lamps", lead="The warden", comes_from=(Origin("candles", OriginKind.MERGED),)),
    effective_from="2025-04",
    action_plan=ActionPlan(
        (PlannedAction("agreement/actions/#x", "x", "1.1", "lamps", "More light", ("Buy", "Light"), themes=("night",)),),
        None,
        "2025-06",
    ),
    monitoring=Monitoring((LIT, KEPT)),
)


@cache
def _validator(schema: Callable[[], bytes]) -> Draft202012Validator:
    """Read a schema, once it is sure to be one."""
    read = json.loads(schema())
    Draft202012Validator.check_schema(read)
    return Draft202012Validator(read)


def _data(public: Record) -> dict[str, Any]:
    data: dict[str, Any] = json.loads(record_json(public, "A licence", "An example."))
    return data


def _rows(name: str, public: Record | None = None) -> list[dict[str, str]]:
    written = data_files(library(public or record(HELD)))[f"data/{name}.csv"]()
    return list(csv.DictReader(io.StringIO(written.decode(), newline="")))


def test_the_data_is_valid_against_its_schema() -> None:
    """Every kind of part goes through a validator that is not ours."""
    assert [*_validator(record_schema).iter_errors(_data(record(HELD)))] == []


def test_the_file_of_a_meeting_is_valid_against_its_schema() -> None:
    """It holds what the whole record holds of the meeting."""
    data = json.loads(meeting_json(HELD, "A licence", "An example."))
    assert [*_validator(meeting_schema).iter_errors(data)] == []
    assert data["meeting"] == _data(record(HELD))["record"]["meetings"][0]


def test_figures_are_decimals_with_the_places_that_were_printed() -> None:
    """As text: a program that read 24.0 as a number would lose what was printed."""
    lit = Indicator("lit", "indicator-lit", "lamps", "Lit", Unit.NUMBER, figures=(Figure("2012", Decimal("24.0")),))
    lamps = Priority("lamps", "Lamps", comes_from=(Origin("candles", OriginKind.RENAMED),))
    data = _data(record(agreements=(agreement("1.0", lamps, monitoring=Monitoring((lit,))),)))
    (version,) = data["record"]["agreements"]
    assert version["monitoring"]["indicators"][0]["figures"] == [{"period": "2012", "value": "24.0"}]
    assert version["priorities"][0]["comes_from"] == [{"id": "candles", "how": "renamed"}]
    assert [*_validator(record_schema).iter_errors(data)] == []


def test_the_schema_refuses_what_is_not_a_record() -> None:
    """A schema that takes anything would be no promise."""
    wrong = _data(record(meeting(item())))
    wrong["record"]["meetings"][0]["date"] = 7
    assert not _validator(record_schema).is_valid(wrong)


def test_text_is_markdown_and_ids_are_addresses() -> None:
    """A program finds the page of what it read."""
    data = _data(record(meeting(item(papers=(paper(paragraph("*Words*.", "1.1")),)))))
    (section,) = data["record"]["meetings"][0]["sections"]
    (first,) = section["items"][0]["papers"]
    assert (first["id"], first["body"][0]["text"]) == ("group/2025-03-02/b1/", {"markdown": "*Words*."})


def test_each_file_stands_where_the_page_says() -> None:
    """Whole record, schemas, meetings, tables."""
    assert sorted(data_files(library(record(HELD)))) == [
        "data/actions.csv", "data/decisions.csv", "data/decisions.json", "data/decisions.schema.json",
        "data/group/2025-03-02.json", "data/indicators.csv", "data/items.csv", "data/meeting.schema.json", "data/meetings.csv",
        "data/minutes.csv", "data/papers.csv", "data/priorities.csv", "data/record.json", "data/record.schema.json",
        "data/withheld.csv",
    ]  # fmt: skip


@pytest.mark.parametrize("table", TABLES, ids=lambda table: str(table.name))
def test_every_column_has_a_name_of_its_own_and_says_what_it_holds(table: Any) -> None:
    """Page and README are made from that."""
    names = [column.name for column in table.columns]
    assert len(set(names)) == len(names)
    assert all(column.holds for column in table.columns)
    assert list(_rows(table.name, record(HELD, agreements=(PACT,)))[0]) == names


def test_a_meeting_is_a_row() -> None:
    """With what is held of it, and how much is withheld."""
    assert _rows("meetings") == [
        {
            "id": "group/2025-03-02/", "body": "group", "date": "2025-03-02", "time": "", "venue": "", "notice": "",
            "cancelled": "", "moved_from": "2025-02-20", "agenda_held": "yes", "items": "2", "papers": "1", "notes_held": "yes",
            "withheld": "1",
        }
    ]  # fmt: skip


def test_items_papers_and_minutes_are_tied_by_their_ids() -> None:
    """A table can be joined to the next."""
    first, second = _rows("items")
    assert (first["id"], first["subjects"], first["papers"], first["minutes"]) == ("group/2025-03-02/b1/", "roads", "1", "1")
    assert (second["title"], second["withheld"]) == ("A review", "yes")
    (held,) = _rows("papers")
    assert (held["item"], held["attachments"], held["withheld"]) == (first["id"], "a.pdf", "no")
    (noted,) = _rows("minutes")
    assert (noted["item"], noted["resolutions"], noted["requests"]) == (first["id"], "1", "1")


def test_a_priority_is_a_row_for_each_version_that_has_it() -> None:
    """Under one id, so that it can be followed."""
    later = agreement("2.0", Priority("lamps", "Light", covers=("Lamps", "Lanterns"), no_lead="Not said.", subject="roads"))
    first, second = _rows("priorities", record(agreements=(PACT, later)))
    assert first == {
        "id": "agreement/priorities/lamps/", "version": "1.0", "from": "2025-04", "to": "", "title": "Lamps",
        "standing": "priority", "lead": "The warden", "no_lead": "", "covers": "", "comes_from": "candles (merged)",
        "subject": "",
    }  # fmt: skip
    assert (second["id"], second["covers"], second["no_lead"]) == (first["id"], "Lamps; Lanterns", "Not said.")


def test_an_action_is_a_row_with_the_lead_of_its_priority() -> None:
    """The plan as data: number, aim, action, lead, themes, state."""
    assert _rows("actions", record(agreements=(PACT,))) == [
        {
            "id": "agreement/actions/#x", "version": "1.0", "as_of": "2025-06", "number": "1.1", "priority": "lamps",
            "aim": "More light", "action": "Buy; Light", "lead": "The warden", "themes": "night", "state": "", "progress": "",
        }
    ]  # fmt: skip


def test_a_figure_is_a_row_and_so_is_the_reason_why_there_is_none() -> None:
    """Changes are in words: a spreadsheet would take a sign at the beginning for a formula."""
    rows = _rows("indicators", record(agreements=(PACT,)))
    assert [(row["period"], row["role"], row["value"], row["not_published"]) for row in rows] == [
        ("2010", "baseline", "4.50", ""),
        ("2011", "earlier", "5", ""),
        ("2012", "latest", "4.6", ""),
        ("", "", "", "Not for publication."),
    ]
    assert (rows[0]["change"], rows[0]["difference"]) == ("down 0.4 percentage points", "up 2.2%")


def test_what_is_withheld_is_a_row_with_its_ground() -> None:
    """The notice, and no more."""
    assert _rows("withheld") == [
        {
            "address": "group/2025-03-02/d1/", "meeting": "group/2025-03-02/", "what": "Item", "title": "A review",
            "basis": "schedule-12a", "paragraphs": "1; 3", "balance": "", "review": "", "open_in_part": "no",
        }
    ]  # fmt: skip


@pytest.mark.parametrize("sign", ["=", "+", "-", "@", "\t"])
def test_no_cell_is_a_formula(sign: str) -> None:
    """A spreadsheet would run what a title says."""
    (row,) = _rows("items", record(meeting(item(title=f"{sign}HYPERLINK(1)"))))
    assert row["title"] == f"'{sign}HYPERLINK(1)"


def test_commas_quotes_and_lines_come_back_as_they_were() -> None:
    """RFC 4180."""
    title = 'The "bridge", and\nthe ford'
    assert _rows("items", record(meeting(item(title=title))))[0]["title"] == title
