"""The JSON Schemas by which editors complete and check what a clerk types: made from the forms, in docs/schema/."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

from public_record.model.kinds import FORMS
from public_record.model.settings import Settings

_DIALECT = "https://json-schema.org/draft/2020-12/schema"


def schemas() -> Iterator[tuple[str, str]]:
    """Yield the name and the text of each schema: one a kind of document, one for all of them, one for the settings."""
    for kind, form in FORMS.items():
        yield _named(kind), _written(form.model_json_schema())
    yield _named("document"), _written(_any_kind())
    yield _named("settings"), _written(Settings.model_json_schema())


def _named(name: str) -> str:
    return f"{name}.schema.json"


def _any_kind() -> dict[str, Any]:
    """Ask for the form that `kind` names: what a file is called does not say which it is."""
    return {
        "title": "A document of the record",
        "type": "object",
        "required": ["kind"],
        "properties": {"kind": {"enum": list(FORMS)}},
        "allOf": [
            {"if": {"properties": {"kind": {"const": kind}}, "required": ["kind"]}, "then": {"$ref": _named(kind)}}
            for kind in FORMS
        ],
    }


def _written(schema: dict[str, Any]) -> str:
    return json.dumps({"$schema": _DIALECT, **schema}, indent=2) + "\n"
