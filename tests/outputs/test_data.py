"""The record as data: complete, and as its schema says."""

from __future__ import annotations

import json
from decimal import Decimal
from pathlib import Path
from typing import Any

import jsonschema

from public_record.model.agreement import Figure, Indicator, Monitoring, Origin, Priority
from public_record.model.record import Record
from public_record.model.vocabulary import OriginKind, Unit
from public_record.outputs.data import FILES, record_json, record_schema, write_data
from published import agreement, item, meeting, minute, paper, paragraph, record, request, resolution


def _data(public: Record) -> dict[str, Any]:
    data: dict[str, Any] = json.loads(record_json(public, "A licence", "An example."))
    return data


def test_the_data_is_valid_against_its_schema() -> None:
    """Every kind of part goes through a validator that is not ours."""
    held = meeting(
        item(papers=(paper(paragraph("Words.", "1.1", recommendation=True)),)),
        minutes=(minute(7, paragraph("Said.", "1"), resolution("RESOLVED that:", ("(a)", "one")), request()),),
    )
    schema = json.loads(record_schema())
    jsonschema.Draft202012Validator.check_schema(schema)
    jsonschema.validate(_data(record(held)), schema)


def test_figures_are_decimals_with_the_places_that_were_printed() -> None:
    """As text: a program that read 24.0 as a number would lose what was printed."""
    lit = Indicator("lit", "indicator-lit", "lamps", "Lit", Unit.NUMBER, figures=(Figure("2012", Decimal("24.0")),))
    lamps = Priority("lamps", "Lamps", comes_from=(Origin("candles", OriginKind.RENAMED),))
    data = _data(record(agreements=(agreement("1.0", lamps, monitoring=Monitoring((lit,))),)))
    (version,) = data["record"]["agreements"]
    assert version["monitoring"]["indicators"][0]["figures"] == [{"period": "2012", "value": "24.0"}]
    assert version["priorities"][0]["comes_from"] == [{"id": "candles", "how": "renamed"}]
    jsonschema.validate(data, json.loads(record_schema()))


def test_the_schema_refuses_what_is_not_a_record() -> None:
    """A schema that takes anything would be no promise."""
    wrong = _data(record(meeting(item())))
    wrong["record"]["meetings"][0]["date"] = 7
    assert not jsonschema.Draft202012Validator(json.loads(record_schema())).is_valid(wrong)


def test_text_is_markdown_and_ids_are_addresses() -> None:
    """A program finds the page of what it read."""
    data = _data(record(meeting(item(papers=(paper(paragraph("*Words*.", "1.1")),)))))
    (section,) = data["record"]["meetings"][0]["sections"]
    (first,) = section["items"][0]["papers"]
    assert (first["id"], first["body"][0]["text"]) == ("group/2025-03-02/b1/", {"markdown": "*Words*."})


def test_both_files_are_written(tmp_path: Path) -> None:
    """The schema stands beside the data."""
    write_data(tmp_path / "data", record(), "A licence", "An example.")
    assert sorted(f"data/{path.name}" for path in (tmp_path / "data").iterdir()) == sorted(FILES)
