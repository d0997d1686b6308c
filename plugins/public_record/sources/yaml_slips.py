"""Finds what is likely to have kept YAML from reading on, in the words of somebody who has never seen YAML.

YAML stops where nothing makes sense any longer, often lines below the slip. The few slips that people make are looked for
from there upwards; where none is found, the place at which it stopped must do.
"""

from __future__ import annotations

import re
from typing import NamedTuple, TypeAlias


class LikelySlip(NamedTuple):
    """Where a slip stands, what it is and what to do."""

    mark: tuple[int, int]
    """Line and column, counted from 1."""
    message: str
    cure: str


_Found: TypeAlias = tuple[int, str, str]
"""Column, counted from 0, with message and cure."""

_KEY = r"[ ]*(?:- +)*\w+"
_NO_SPACE = re.compile(rf"{_KEY}:(?=[^\s:/])")
_COLON_IN_VALUE = re.compile(rf"{_KEY}: +(?![\s\"'\[{{|>#&*!]).*?(:)(?= |$)")
_OTHER_HYPHEN = re.compile(r"[ ]*([\u2010-\u2015\u2212])(?= )")
_OPENED = re.compile(rf"{_KEY}: +([\"'])(?!.*\1[ ,]*(?:#.*)?$)")
_SPECIAL_SIGN = re.compile(rf"{_KEY}: +([@%`*&!|>](?=\S))")
_APOSTROPHE = re.compile(rf"{_KEY}: +'[^']*\w(')\w")
_EQUALS = re.compile(rf"{_KEY} *(=)(?= |$)")
_KEY_ALONE = re.compile(r"[ ]*((?:- +)?\w+)")
_BARE_ENTRY = re.compile(r"[ ]*- +[^:{\[\"']*")
_BELOW_AN_ENTRY = (
    "a key stands below an entry of a list that has no key itself.",
    "Begin the entry with its first key, as in `- name: …`.",
)
_OUT_OF_LINE = (
    "this line does not begin at the same column as those that it belongs with.",
    "Give the keys of one entry the same number of spaces before them.",
)
_SECOND_COLON = (
    "a second colon stands here, with a space behind it.",
    'Put the whole value in quotation marks: `title: "…: …"`.',
)
_PAIRS = {"[": "]", "{": "}"}
_QUOTED = re.compile(r"\"[^\"]*\"|(?<![\w])'[^']*'")


def likely_slip(front: str, stopped: tuple[int, int], began: int) -> LikelySlip | None:
    """Look for the slip that made YAML stop at a line and a column, in something that began on a line, all counted from 0.

    It is looked for on the line where YAML stopped, on the two above, and where that began which it could not finish.
    """
    lines = front.split("\n")
    line, column = min(stopped[0], len(lines) - 1), stopped[1]
    if lines[line][column : column + 1] == ":":
        return _at_colon(lines, line, column)
    for number in (*range(line, max(line - 3, -1), -1), began):
        for look in (_other_hyphen, _equals, _no_space, _colon_in_value, _special_sign, _apostrophe, _not_closed):
            if found := look(lines[number]):
                at, message, cure = found
                return LikelySlip((number + 1, at + 1), message, cure)
    return _out_of_line(lines, line, column)


def _at_colon(lines: list[str], line: int, column: int) -> LikelySlip:
    """Tell the second colon of a line from that of a key which YAML took for more of the value above it."""
    text = lines[line]
    if key := _KEY_ALONE.fullmatch(text, 0, column):
        below = line > 0 and _BARE_ENTRY.fullmatch(lines[line - 1])
        return LikelySlip((line + 1, key.start(1) + 1), *(_BELOW_AN_ENTRY if below else _OUT_OF_LINE))
    return LikelySlip((line + 1, column + 1), *_SECOND_COLON)


def _no_space(line: str) -> _Found | None:
    if match := _NO_SPACE.match(line):
        return (
            match.end() - 1,
            "there is no space behind the colon of this key.",
            "Write `key: value`, with a space behind the colon.",
        )
    return None


def _equals(line: str) -> _Found | None:
    match = _EQUALS.match(line)
    return (match.start(1), "an equals sign stands here where a key has a colon.", "Write `key: value`.") if match else None


def _other_hyphen(line: str) -> _Found | None:
    if match := _OTHER_HYPHEN.match(line):
        return (
            match.start(1),
            "a dash stands here where a list has a hyphen.",
            "Begin the entry with `- `, the hyphen of the keyboard.",
        )
    return None


def _colon_in_value(line: str) -> _Found | None:
    match = _COLON_IN_VALUE.match(line)
    return (match.start(1), *_SECOND_COLON) if match else None


def _special_sign(line: str) -> _Found | None:
    match = _SPECIAL_SIGN.match(line)
    cure = "Put the whole value in quotation marks."
    return (match.start(1), "this value begins with a sign that has a meaning of its own here.", cure) if match else None


def _apostrophe(line: str) -> _Found | None:
    match = _APOSTROPHE.match(line)
    cure = 'Put the value in double quotation marks: `"…\'s …"`.'
    return (match.start(1), "an apostrophe ends this value, which begins with one.", cure) if match else None


def _not_closed(line: str) -> _Found | None:
    if match := _OPENED.match(line):
        return match.start(1), "a quotation mark is opened here and not closed.", "Close it at the end of the value."
    bare = _QUOTED.sub(lambda quoted: "_" * len(quoted[0]), line)
    waiting: list[tuple[int, str]] = []
    for at, sign in enumerate(bare):
        if sign in _PAIRS:
            waiting.append((at, sign))
        elif waiting and sign == _PAIRS[waiting[-1][1]]:
            waiting.pop()
    if waiting:
        at, sign = waiting[-1]
        return at, "a bracket is opened here and not closed on this line.", f"Close it with `{_PAIRS[sign]}`."
    return None


def _out_of_line(lines: list[str], line: int, column: int) -> LikelySlip | None:
    """Say that a line begins at another column than those with which it belongs, if YAML stopped at its beginning."""
    return None if lines[line][:column].strip(" -") else LikelySlip((line + 1, column + 1), *_OUT_OF_LINE)
