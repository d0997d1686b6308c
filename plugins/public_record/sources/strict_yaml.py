"""Reads YAML without guessing: every scalar stays the text that was typed, with its line and column.

YAML guesses (`no` becomes false, `10:00` becomes 600) and forgives (of two equal keys the last wins). A publication decision
can hang on neither, so whatever is unusual is a problem.

Nearly all front matter is as it should be, and nobody asks where its values stand. It is read for its values alone; at the
first sign of anything else it is read again with care, and so it is when somebody does ask.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from operator import attrgetter
from typing import Any, NamedTuple, TypeAlias

import yaml
from yaml import (
    AliasEvent,
    DocumentEndEvent,
    DocumentStartEvent,
    Event,
    MappingEndEvent,
    MappingStartEvent,
    ScalarEvent,
    SequenceEndEvent,
    SequenceStartEvent,
    StreamEndEvent,
    StreamStartEvent,
)

from public_record.model.private import KeyPath
from public_record.model.rules import Rule
from public_record.model.text import Sealed
from public_record.sources.yaml_slips import likely_slip

_Loader: type[Any] = getattr(yaml, "CBaseLoader", yaml.BaseLoader)
"""The base loader: it takes no scalar for anything but text."""

Mark: TypeAlias = tuple[int, int]
"""Line and column, counted from 1."""

START: Mark = (2, 1)
"""Where front matter begins: below its first `---`."""


_FEATURES = {
    "&": ("a YAML anchor or alias is used.", "Write the value out where it is needed."),
    "*": ("a YAML anchor or alias is used.", "Write the value out where it is needed."),
    "!": ("a YAML tag is used.", "Remove the word that begins with `!`."),
}
"""The signs by which YAML moves a fact away from where it is read."""


_CUT_OFF = re.compile(r"[ ]+#(?=[^\s#])")
"""Behind a value, what may be a part of it: as in `Plan #2`."""


class Problem(NamedTuple):
    """Something that is wrong with the YAML."""

    rule: Rule
    mark: Mark
    message: str
    cure: str


@dataclass(slots=True)
class MarkedValues:
    """What the YAML says, as text, lists and mappings, with the place of each value and key."""

    values: Any = None
    marks: Mapping[KeyPath, Mark] = field(default_factory=dict)
    keys: Mapping[KeyPath, Mark] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)


def read_yaml(front: str) -> MarkedValues:
    """Read YAML into plain values, every scalar as it was typed.

    Lines are counted from the first of `front`. python-frontmatter leaves the end of the line `---` in it, so that these
    are the lines of the file.
    """
    try:
        values = _plainly(front)
    except (_UnusualError, yaml.YAMLError, RecursionError):
        return _carefully(front)
    return MarkedValues(values, _OnDemand(front, attrgetter("marks")), _OnDemand(front, attrgetter("keys")))


class _OnDemand(Mapping[KeyPath, Mark]):
    """Where the values of some front matter stand, found out when the first of them is asked for."""

    __slots__ = ("_found", "_front", "_which")

    def __init__(self, front: str, which: Callable[[MarkedValues], Mapping[KeyPath, Mark]]) -> None:
        self._front = Sealed(front)
        self._which = which
        self._found: Mapping[KeyPath, Mark] | None = None

    def _all(self) -> Mapping[KeyPath, Mark]:
        if self._found is None:
            self._found = self._which(_carefully(self._front.reveal()))
        return self._found

    def __getitem__(self, keys: KeyPath) -> Mark:
        return self._all()[keys]

    def __iter__(self) -> Iterator[KeyPath]:
        return iter(self._all())

    def __len__(self) -> int:
        return len(self._all())


class _UnusualError(Exception):
    """There is more to be said of some front matter than its values."""


def _plainly(front: str) -> Any:
    """Read front matter in which nothing is unusual."""
    if " #" in front or any(sign in front for sign in _FEATURES):
        raise _UnusualError
    loader = _Loader(front)
    try:
        return _plain_document(loader.get_event)
    finally:
        loader.dispose()


def _plain_document(following: Callable[[], Any]) -> Any:
    first = _behind(following, StreamStartEvent, DocumentStartEvent)
    if type(first) is not MappingStartEvent:
        raise _UnusualError
    values = _plain_value(first, following)
    if type(_behind(following, DocumentEndEvent)) is not StreamEndEvent:
        raise _UnusualError
    return values


def _plain_value(event: Any, following: Callable[[], Any]) -> Any:
    if type(event) is ScalarEvent and event.value:
        return event.value
    if type(event) is SequenceStartEvent:
        entries = []
        while type(event := following()) is not SequenceEndEvent:
            entries.append(_plain_value(event, following))
        return entries
    if type(event) is not MappingStartEvent:
        raise _UnusualError
    values = {}
    while type(event := following()) is not MappingEndEvent:
        if type(event) is not ScalarEvent or event.value in values:
            raise _UnusualError
        values[event.value] = _plain_value(following(), following)
    return values


def _behind(following: Callable[[], Any], *passed_over: type[Event]) -> Any:
    event = following()
    while isinstance(event, passed_over):
        event = following()
    return event


def _carefully(front: str) -> MarkedValues:
    """Read front matter with the place of everything, and everything that is wrong with it."""
    walk = _Walk(front, loader := _Loader(front))
    try:
        walk.document()
    except (yaml.YAMLError, RecursionError) as error:
        # Whatever was found on the way may come of the same slip.
        walk.problems = [_unreadable(error, front)]
    finally:
        loader.dispose()
    return MarkedValues(walk.values, walk.marks, walk.keys, walk.problems)


def _unreadable(error: Exception, front: str) -> Problem:
    """Say where YAML stopped, or what is likely to have stopped it. What it says itself can quote the text."""
    mark = (error.problem_mark or error.context_mark) if isinstance(error, yaml.MarkedYAMLError) else None
    if mark is None:
        return Problem(Rule.FRONT_MATTER, START, "the front matter cannot be read.", "Remove unusual characters from it.")
    began = error.context_mark.line if isinstance(error, yaml.MarkedYAMLError) and error.context_mark else mark.line
    if slip := likely_slip(front, (mark.line, mark.column), began):
        return Problem(Rule.FRONT_MATTER, *slip)
    return Problem(
        Rule.FRONT_MATTER,
        (mark.line + 1, mark.column + 1),
        "the front matter cannot be read from here on.",
        'Quote a value that contains ": " or " #" or begins with a special sign, and check brackets and indentation.',
    )


class _Walk:
    """Turns the events of the parser into plain values, and notes where each stands.

    Straight from the events: the nodes of the library would be made from the same, and then walked over again.
    """

    def __init__(self, front: str, loader: Any) -> None:
        self.values: Any = None
        self.marks: dict[KeyPath, Mark] = {}
        self.keys: dict[KeyPath, Mark] = {}
        self.problems: list[Problem] = []
        self._front = front
        self._next = loader.get_event
        self._anchors: set[str | None] = set()

    def document(self) -> None:
        """Read the one document, behind which nothing may stand."""
        first = _behind(self._next, StreamStartEvent, DocumentStartEvent)
        if not isinstance(first, MappingStartEvent):
            cure = "Write lines such as `kind: paper`."
            self._problem(Rule.FRONT_MATTER, START, "the front matter is not a list of keys and values.", cure)
            return
        self.values = self._value(first, ())
        last = _behind(self._next, DocumentEndEvent)
        if not isinstance(last, StreamEndEvent):
            raise yaml.MarkedYAMLError(problem_mark=last.start_mark)

    def _value(self, event: Any, path: KeyPath) -> Any:
        mark = self.marks[path] = self._mark(event)
        if isinstance(event, ScalarEvent):
            if not event.value:
                self._problem(Rule.INVALID_VALUE, mark, "a key has no value.", "Write the value, or remove the key.")
            elif not event.style:
                self._look_behind(event.end_mark)
            return event.value
        if isinstance(event, MappingStartEvent):
            return self._mapping(path)
        if isinstance(event, SequenceStartEvent):
            return self._sequence(path)
        return None

    def _look_behind(self, end: Any) -> None:
        if cut_off := _CUT_OFF.match(self._front, end.index):
            mark = end.line + 1, end.column + len(cut_off[0])
            cure = "Put the whole value in quotation marks; a remark has a space behind the sign."
            self._problem(Rule.FRONT_MATTER, mark, "what follows the sign # here would be taken for a remark, and lost.", cure)

    def _sequence(self, path: KeyPath) -> list[Any]:
        values: list[Any] = []
        while not isinstance(event := self._next(), SequenceEndEvent):
            values.append(self._value(event, (*path, len(values))))
        return values

    def _mapping(self, path: KeyPath) -> dict[str, Any]:
        values: dict[str, Any] = {}
        repeated = False
        while not isinstance(event := self._next(), MappingEndEvent):
            mark = self._mark(event)
            key = self._key(event, mark, path)
            if key in values and not repeated:
                # Those that follow are most often of the same slip: an entry of a list without its hyphen.
                repeated = True
                cure = "Keep one of the two; or, if a new entry of a list begins here, begin it with `- `."
                self._problem(Rule.DUPLICATE_KEY, mark, "this key was already given above.", cure)
            below = (*path, key)
            self.keys[below] = mark
            values[key] = self._value(self._next(), below)
        return values

    def _key(self, event: Any, mark: Mark, path: KeyPath) -> str:
        if isinstance(event, ScalarEvent):
            return event.value
        if not isinstance(event, AliasEvent):
            cure = "Write `key: value`, and quote values with special signs."
            self._problem(Rule.FRONT_MATTER, mark, "a key is not a word.", cure)
            self._value(event, path)
        return ""

    def _mark(self, event: Any) -> Mark:
        """Say where a value or a key stands, and refuse it if it begins with a sign of YAML's own."""
        start = event.start_mark
        mark = start.line + 1, start.column + 1
        sign = self._front[start.index : start.index + 1]
        if sign in _FEATURES:
            self._refuse(event, sign, start)
        return mark

    def _refuse(self, event: Any, sign: str, start: Any) -> None:
        if isinstance(event, AliasEvent) and event.anchor not in self._anchors:
            # Most often a word that is typed with an asterisk.
            raise yaml.MarkedYAMLError(problem_mark=start)
        self._anchors.add(event.anchor)
        self._problem(Rule.YAML_FEATURE, (start.line + 1, start.column + 1), *_FEATURES[sign])

    def _problem(self, rule: Rule, mark: Mark, message: str, cure: str) -> None:
        self.problems.append(Problem(rule, mark, message, cure))
