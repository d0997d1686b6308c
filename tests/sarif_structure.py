"""What the schema of SARIF 2.1.0 (OASIS) requires and allows of the objects that we write, and of no others."""

from __future__ import annotations

from typing import Any


def _object(required: list[str], **properties: Any) -> dict[str, Any]:
    return {"type": "object", "additionalProperties": False, "required": required, "properties": properties}


def _array(items: dict[str, Any]) -> dict[str, Any]:
    return {"type": "array", "items": items}


_TEXT = {"type": "string"}
_LEVEL = {"enum": ["none", "note", "warning", "error"]}
_AT_LEAST_1 = {"type": "integer", "minimum": 1}
_MESSAGE = _object(["text"], text=_TEXT, markdown=_TEXT, id=_TEXT, arguments=_array(_TEXT))
_DESCRIPTION = _object(["text"], text=_TEXT, markdown=_TEXT)
_RULE = _object(
    ["id"],
    id=_TEXT,
    name=_TEXT,
    shortDescription=_DESCRIPTION,
    fullDescription=_DESCRIPTION,
    help=_DESCRIPTION,
    helpUri={"type": "string", "format": "uri"},
    defaultConfiguration=_object([], level=_LEVEL),
)
_REGION = _object([], startLine=_AT_LEAST_1, startColumn=_AT_LEAST_1, endLine=_AT_LEAST_1, endColumn=_AT_LEAST_1)
_ARTIFACT = _object([], uri={"type": "string", "format": "uri-reference", "pattern": r"^[^\s\\]+$"}, uriBaseId=_TEXT)
_LOCATION = _object([], physicalLocation=_object(["artifactLocation"], artifactLocation=_ARTIFACT, region=_REGION))
_RESULT = _object(
    ["message"],
    ruleId=_TEXT,
    ruleIndex={"type": "integer", "minimum": -1},
    level=_LEVEL,
    message=_MESSAGE,
    locations=_array(_LOCATION),
)
_RUN = _object(
    ["tool", "results"],
    tool=_object(["driver"], driver=_object(["name"], name=_TEXT, version=_TEXT, rules={**_array(_RULE), "uniqueItems": True})),
    columnKind={"enum": ["utf16CodeUnits", "unicodeCodePoints"]},
    results=_array(_RESULT),
)

STRUCTURE = {
    "$schema": "http://json-schema.org/draft-07/schema#",
    **_object(
        ["version", "runs"], **{"$schema": {"type": "string", "format": "uri"}}, version={"const": "2.1.0"}, runs=_array(_RUN)
    ),
}
