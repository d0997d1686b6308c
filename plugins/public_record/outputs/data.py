"""The public record as data: JSON with its schema, made from the types of `model.record`, and tables."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache, partial
from typing import Any

from pydantic import TypeAdapter

from public_record.model.record import Meeting, Record
from public_record.outputs.decisions import decisions_csv, decisions_json, decisions_schema, rows
from public_record.outputs.tables import TABLES
from public_record.pages.library import Library

VERSION = 2
"""Version of the published format; it grows when a program that reads the old one would fail."""


@dataclass(frozen=True, slots=True)
class DataFile:
    """What `/data/record.json` holds."""

    version: int
    licence: str
    notice: str
    """That this is a retelling, in the words of every page."""
    record: Record


@dataclass(frozen=True, slots=True)
class MeetingFile:
    """What the file of one meeting holds, such as `/data/kcsp/2016-03-16.json`."""

    version: int
    licence: str
    notice: str
    meeting: Meeting


_RECORD = TypeAdapter(DataFile)
_MEETING = TypeAdapter(MeetingFile)


def data_files(library: Library) -> dict[str, Callable[[], bytes]]:
    """Give the data by name, each with the function that writes it."""
    licence, notice = library.settings.licence.name, library.settings.wording.retelling
    meetings = {
        f"data/{meeting.id.rstrip('/')}.json": partial(meeting_json, meeting, licence, notice)
        for meeting in library.record.meetings
    }
    return {
        "data/record.json": partial(record_json, library.record, licence, notice),
        "data/record.schema.json": record_schema,
        "data/meeting.schema.json": meeting_schema,
        **meetings,
        "data/decisions.json": lambda: decisions_json(rows(library.record), licence, notice),
        "data/decisions.schema.json": decisions_schema,
        "data/decisions.csv": lambda: decisions_csv(rows(library.record)),
        **{table.file: partial(table.csv, library) for table in TABLES},
    }


def record_json(record: Record, licence: str, notice: str) -> bytes:
    """Write the public record as JSON in UTF-8."""
    return _RECORD.dump_json(DataFile(VERSION, licence, notice, record))


def meeting_json(meeting: Meeting, licence: str, notice: str) -> bytes:
    """Write one meeting as JSON in UTF-8."""
    return _MEETING.dump_json(MeetingFile(VERSION, licence, notice, meeting))


@cache
def record_schema() -> bytes:
    """Write the JSON Schema (draft 2020-12) of `record_json`."""
    return _schema(_RECORD.json_schema(mode="serialization"))


@cache
def meeting_schema() -> bytes:
    """Write that of `meeting_json`."""
    return _schema(_MEETING.json_schema(mode="serialization"))


def _schema(schema: dict[str, Any]) -> bytes:
    return json.dumps({"$schema": "https://json-schema.org/draft/2020-12/schema", **schema}, indent=1).encode()
