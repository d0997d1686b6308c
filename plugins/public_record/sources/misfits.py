"""Says in a clerk's words what did not fit a form. No value is quoted, and no key that is not one of ours."""

from __future__ import annotations

import difflib
from collections.abc import Callable, Iterable, Mapping
from functools import cache
from typing import Any

from pydantic import ValidationError
from pydantic_core import ErrorDetails

from public_record.model.findings import Finding, Place
from public_record.model.forms import Form
from public_record.model.private import KeyPath
from public_record.model.rules import Rule
from public_record.sources.strict_yaml import START, Mark, MarkedValues

_PLAIN_TEXT = "Write plain text here; quote it if it contains special signs."
_A_LIST = "Write a list: each entry on a line of its own that begins with `- `."
_A_MAPPING = "Write keys and values here, as docs/content-format.md shows."
_ACCESS = "Write `access: public`, `restricted` or `draft`: nothing is public by silence."
_CURLY = ("\u2018", "\u2019", "\u201c", "\u201d")
_WHOLE_NUMBER = "Write a whole number."


def findings_from(error: ValidationError, read: MarkedValues, path: str) -> list[Finding]:
    """Turn what did not fit a form into findings."""
    details = error.errors(include_url=False)
    misspelt = {where for detail in details if detail["type"] == "extra_forbidden" and (where := _meant(detail["loc"]))}
    return [_finding(detail, read, path) for detail in details if detail["type"] != "missing" or detail["loc"] not in misspelt]


def _meant(where: KeyPath) -> KeyPath | None:
    """Give the way to the key of ours that a misspelt one stands for."""
    near = _nearest_key(str(where[-1]))
    return (*where[:-1], near) if near else None


def _finding(detail: ErrorDetails, read: MarkedValues, path: str) -> Finding:
    where = detail["loc"]
    # Of an id that has the wrong form the library says `[key]`.
    at = read.keys.get(where[:-1], START) if where[-1:] == ("[key]",) else _nearest(read.marks, where)
    place = Place(path, *at)
    match detail["type"]:
        case "extra_forbidden":
            place = Place(path, *read.keys.get(where, START))
            return Finding(place, Rule.UNKNOWN_KEY, "this key is not known here.", _did_you_mean(str(where[-1])))
        case "missing":
            cure = _ACCESS if where[-1] == "access" else f'Add "{where[-1]}"; docs/content-format.md shows where.'
            return Finding(place, Rule.MISSING_KEY, f'"{_name(where)}" is missing.', cure)
        case _:
            return Finding(place, Rule.INVALID_VALUE, f'"{_name(where)}" has a value that does not fit.', _expectation(detail))


def _expectation(detail: ErrorDetails) -> str:
    if isinstance(detail["input"], str) and detail["input"][:1] in _CURLY:
        return "Type straight quotation marks: those of word processors count as a part of the value."
    write = _EXPECTATIONS.get(detail["type"])
    return write(detail.get("ctx", {})) if write else "See docs/content-format.md for what may stand here."


def _sentence(context: dict[str, Any]) -> str:
    """Write the words of one of our own validators as a sentence."""
    words = str(context["error"])
    return f"{words[0].upper()}{words[1:]}."


_EXPECTATIONS: dict[str, Callable[[dict[str, Any]], str]] = {
    "value_error": _sentence,
    "enum": lambda context: f"Write one of: {context['expected']}.",
    "literal_error": lambda context: f"Write one of: {context['expected']}.",
    "int_parsing": lambda _: _WHOLE_NUMBER,
    "int_type": lambda _: _WHOLE_NUMBER,
    "greater_than_equal": lambda context: f"Write a number that is at least {context['ge']}.",
    "less_than_equal": lambda context: f"Write a number that is at most {context['le']}.",
    "list_type": lambda _: _A_LIST,
    "tuple_type": lambda _: _A_LIST,
    "set_type": lambda _: _A_LIST,
    "frozen_set_type": lambda _: _A_LIST,
    "too_short": lambda _: "Write at least one entry.",
    "model_type": lambda _: _A_MAPPING,
    "model_attributes_type": lambda _: _A_MAPPING,
    "dict_type": lambda _: _A_MAPPING,
    "string_type": lambda _: _PLAIN_TEXT,
    "string_too_short": lambda _: _PLAIN_TEXT,
}


def _name(where: Iterable[str | int]) -> str:
    """Name a value by its key: line and column say which one is meant.

    A key that is not ours (the id of a body in the settings, or a slip in it) is not repeated.
    """
    keys = [key for key in where if isinstance(key, str)]
    return next((key for key in reversed(keys) if key in key_names()), "…")


def _nearest(marks: Mapping[KeyPath, Mark], where: KeyPath) -> Mark:
    for end in range(len(where), -1, -1):
        if mark := marks.get(where[:end]):
            return mark
    return START


def _did_you_mean(key: str) -> str:
    near = _nearest_key(key)
    hint = f'Did you mean "{near}"? ' if near else ""
    return f"{hint}The keys of each kind of document stand in docs/content-format.md."


def _nearest_key(key: str) -> str | None:
    near = difflib.get_close_matches(key.lower(), key_names(), n=1, cutoff=0.75)
    return near[0] if near else None


@cache
def key_names() -> frozenset[str]:
    """List every key of every form."""
    found: set[str] = set()
    waiting: list[type[Form]] = [Form]
    while waiting:
        form = waiting.pop()
        waiting.extend(form.__subclasses__())
        found.update(info.alias or name for name, info in form.model_fields.items())
    return frozenset(found)
