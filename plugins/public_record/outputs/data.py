"""The public record as JSON, and its schema. Both are made from the types of `model.record`."""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path

from pydantic import TypeAdapter

from public_record.model.record import Record

FILES = ("data/record.json", "data/record.schema.json")
"""What is written, by its name in the site."""

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


_ADAPTER = TypeAdapter(DataFile)


def record_json(record: Record, licence: str, notice: str) -> bytes:
    """Write the public record as JSON in UTF-8."""
    return _ADAPTER.dump_json(DataFile(VERSION, licence, notice, record))


def record_schema() -> bytes:
    """Write the JSON Schema (draft 2020-12) of `record_json`."""
    schema = _ADAPTER.json_schema(mode="serialization")
    return json.dumps({"$schema": "https://json-schema.org/draft/2020-12/schema", **schema}, indent=1).encode()


def write_data(folder: Path, record: Record, licence: str, notice: str) -> None:
    """Write both files into a folder of the staged site."""
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "record.json").write_bytes(record_json(record, licence, notice))
    (folder / "record.schema.json").write_bytes(record_schema())
