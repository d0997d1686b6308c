"""Front matter is read quickly where nothing is unusual, and with care elsewhere: nobody may see a difference."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from public_record.sources.strict_yaml import _carefully, read_yaml

_PIECES = (
    "a", "b", "access", "public", "no", "10:00", '"', "'", ":", ": ", "- ", "\n", "\n  ", "\n- ", "{", "}", "[", "]", ", ", "#",
    " #", "&", "*", "!", "|", ">", "%", "---", "\n---\n", "...", "?", "\u00e9", "\n\n",
)  # fmt: skip
_UNUSUAL = {
    "alias": "a: &x b\nc: *x\n",
    "tag": "a: !!str b\n",
    "sign in a text": "a: b & c!\n",
    "no value": "a:\n",
    "no value in a list": "a: [b, '']\n",
    "duplicate key": "a: b\na: c\n",
    "duplicate key below": "a: {b: c, b: d}\n",
    "key that is no word": "? [a]\n: b\n",
    "list": "- a\n",
    "word": "a\n",
    "nothing": "",
    "two documents": "a: b\n---\nc: d\n",
    "end of document": "a: b\n...\n",
    "broken": "a: [b\n",
    "unquoted colon": "a: b: c\n",
}


@given(st.lists(st.sampled_from(_PIECES), max_size=14).map("".join))
@settings(max_examples=100)
def test_whatever_is_typed_reads_the_same_with_and_without_care(front: str) -> None:
    """The same values, the same problems, and every value in the same place."""
    assert _told(front) == _told_with_care(front)


@pytest.mark.parametrize("front", _UNUSUAL.values(), ids=_UNUSUAL)
def test_unusual_front_matter_is_read_with_care(front: str) -> None:
    """Whatever a clerk must hear of is found, however quickly the rest is read."""
    assert _told(front) == _told_with_care(front)


def test_places_are_found_when_they_are_asked_for() -> None:
    """Lines and columns are counted from 1."""
    read = read_yaml("a: b\nc:\n  - {d: e}\n")
    assert dict(read.marks) == {(): (1, 1), ("a",): (1, 4), ("c",): (3, 3), ("c", 0): (3, 5), ("c", 0, "d"): (3, 9)}
    assert dict(read.keys) == {("a",): (1, 1), ("c",): (2, 1), ("c", 0, "d"): (3, 6)}
    assert (len(read.marks), read.marks.get(("f",))) == (5, None)


def test_what_is_to_be_read_again_is_not_shown() -> None:
    """The front matter is private, and a traceback prints what it can."""
    assert "harm" not in repr(read_yaml("title: harm\n").marks)


def _told(front: str) -> tuple[object, ...]:
    read = read_yaml(front)
    return read.values if not read.problems else None, read.problems, dict(read.marks), dict(read.keys)


def _told_with_care(front: str) -> tuple[object, ...]:
    read = _carefully(front)
    return read.values if not read.problems else None, read.problems, dict(read.marks), dict(read.keys)
