"""Reads YAML without guessing: every scalar stays the text that was typed, with its line and column.

YAML guesses (`no` becomes false, `10:00` becomes 600) and forgives (of two equal keys the last wins). A publication decision
can hang on neither, so whatever is unusual is a problem.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any, NamedTuple, TypeAlias

import yaml

from public_record.model.private import KeyPath
from public_record.model.rules import Rule

_Loader: type[Any] = getattr(yaml, "CBaseLoader", yaml.BaseLoader)
"""The base loader: it takes no scalar for anything but text."""

Mark: TypeAlias = tuple[int, int]
"""Line and column, counted from 1."""

START: Mark = (2, 1)
"""Where front matter begins: below its first `---`."""


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
    marks: dict[KeyPath, Mark] = field(default_factory=dict)
    keys: dict[KeyPath, Mark] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)


def read_yaml(front: str) -> MarkedValues:
    """Read YAML into plain values, every scalar as it was typed.

    Lines are counted from the first of `front`. python-frontmatter leaves the end of the line `---` in it, so that these
    are the lines of the file.
    """
    read = MarkedValues()
    try:
        node = _compose(front)
    except (yaml.YAMLError, RecursionError) as error:
        read.problems.append(_unreadable(error))
        return read
    if isinstance(node, yaml.MappingNode):
        read.values = _Walk(front, read).value(node, ())
    else:
        cure = "Write lines such as `kind: paper`."
        read.problems.append(Problem(Rule.FRONT_MATTER, START, "the front matter is not a list of keys and values.", cure))
    return read


def _compose(front: str) -> yaml.Node | None:
    loader = _Loader(front)
    try:
        node: yaml.Node | None = loader.get_single_node()
        return node
    finally:
        loader.dispose()


def _unreadable(error: Exception) -> Problem:
    """Say where YAML stopped. What it says of the matter itself can quote the text, and is not passed on."""
    mark = (error.problem_mark or error.context_mark) if isinstance(error, yaml.MarkedYAMLError) else None
    if mark is None:
        return Problem(Rule.FRONT_MATTER, START, "the front matter cannot be read.", "Remove unusual characters from it.")
    return Problem(
        Rule.FRONT_MATTER,
        (mark.line + 1, mark.column + 1),
        "the front matter cannot be read from here on.",
        'Quote a value that contains ": " or " #" or begins with a special sign, and check brackets and indentation.',
    )


class _Walk:
    """Turns YAML nodes into plain values and notes where each stands."""

    def __init__(self, front: str, read: MarkedValues) -> None:
        self._front = front
        self._read = read
        self._seen: set[int] = set()

    def value(self, node: yaml.Node, path: KeyPath) -> Any:
        mark = _mark(node)
        self._read.marks[path] = mark
        if not self._is_plain(node, mark):
            return None
        if isinstance(node, yaml.MappingNode):
            return self._mapping(node, path)
        if isinstance(node, yaml.SequenceNode):
            return [self.value(child, (*path, index)) for index, child in enumerate(node.value)]
        if not node.value:
            self._problem(Rule.INVALID_VALUE, mark, "a key has no value.", "Write the value, or remove the key.")
        return str(node.value)

    def _mapping(self, node: yaml.MappingNode, path: KeyPath) -> dict[str, Any]:
        values: dict[str, Any] = {}
        for key_node, value_node in node.value:
            key = self._key(key_node, values)
            if key is not None:
                self._read.keys[(*path, key)] = _mark(key_node)
                values[key] = self.value(value_node, (*path, key))
        return values

    def _key(self, node: yaml.Node, values: dict[str, Any]) -> str | None:
        mark = _mark(node)
        if not self._is_plain(node, mark):
            return None
        if not isinstance(node, yaml.ScalarNode):
            self._problem(
                Rule.FRONT_MATTER, mark, "a key is not a word.", "Write `key: value`, and quote values with special signs."
            )
        elif node.value in values:
            cure = "Keep one of the two; which one is meant cannot be guessed."
            self._problem(Rule.DUPLICATE_KEY, mark, "this key was already given above.", cure)
        else:
            return str(node.value)
        return None

    def _is_plain(self, node: yaml.Node, mark: Mark) -> bool:
        """Refuse what moves a fact away from where it is read: an alias gives the node of its anchor a second time."""
        sign = self._front[node.start_mark.index : node.start_mark.index + 1]
        if id(node) in self._seen or sign == "&":
            self._problem(Rule.YAML_FEATURE, mark, "a YAML anchor or alias is used.", "Write the value out where it is needed.")
        elif sign == "!":
            self._problem(Rule.YAML_FEATURE, mark, "a YAML tag is used.", "Remove the word that begins with `!`.")
        else:
            self._seen.add(id(node))
            return True
        return False

    def _problem(self, rule: Rule, mark: Mark, message: str, cure: str) -> None:
        self._read.problems.append(Problem(rule, mark, message, cure))


def _mark(node: yaml.Node) -> Mark:
    return node.start_mark.line + 1, node.start_mark.column + 1
