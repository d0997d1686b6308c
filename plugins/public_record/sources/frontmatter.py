"""Front matter: split by python-frontmatter, read by a strict YAML handler of ours.

YAML guesses (`no` becomes false, `10:00` becomes 600) and forgives (of two equal keys the last wins). A publication
decision can hang on neither, so every scalar stays the text that was typed, every value keeps its line and column, and
whatever is unusual is a finding.
"""

from __future__ import annotations

import difflib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any, NamedTuple

import yaml
from frontmatter.default_handlers import YAMLHandler
from pydantic import ValidationError
from pydantic_core import ErrorDetails

from public_record.model.findings import Finding, Place
from public_record.model.forms import FORMS, DocumentForm, Form
from public_record.model.private import KeyPath
from public_record.model.rules import Rule

_Loader: type[Any] = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_SCALAR_TAGS = {f"tag:yaml.org,2002:{name}" for name in ("str", "int", "float", "bool", "null", "timestamp", "merge", "value")}

Mark = tuple[int, int]


class Split(NamedTuple):
    """A file in its two parts, with the line on which the text begins."""

    front: str
    text: str
    text_line: int


@dataclass
class MarkedValues:
    """What the YAML says, as text, lists and mappings, with the place of each value and key."""

    values: Any = None
    marks: dict[KeyPath, Mark] = field(default_factory=dict)
    keys: dict[KeyPath, Mark] = field(default_factory=dict)
    problems: list[tuple[Rule, Mark, str, str]] = field(default_factory=list)


class StrictYAMLHandler(YAMLHandler):
    """Front matter handler for python-frontmatter that guesses nothing."""

    def load(self, fm: str, **kwargs: object) -> MarkedValues:  # type: ignore[override]
        """Read the YAML between the `---` lines."""
        return read_yaml(fm)


_HANDLER = StrictYAMLHandler()


def split(source: str) -> Split | None:
    """Split a file at its front matter; None where it does not begin with front matter."""
    if not source.startswith("---\n"):
        return None
    try:
        front, text = _HANDLER.split(source)
    except ValueError:
        return None
    return Split(front, text, source.count("\n", 0, len(source) - len(text)) + 1)


def read_form(front: str, path: str) -> tuple[DocumentForm | None, Mapping[KeyPath, Mark], list[Finding]]:
    """Fill in the form that the front matter names by its `kind`.

    Returns the form (None if anything is wrong), the place of every value, and all findings at once.
    """
    read = _HANDLER.load(front)
    if findings := findings_of(read, path):
        return None, read.marks, findings
    kind = read.values.get("kind")
    if not isinstance(kind, str) or kind not in FORMS:
        known = ", ".join(FORMS)
        rule = Rule.MISSING_KEY if kind is None else Rule.INVALID_VALUE
        place = Place(path, *read.marks.get(("kind",), (2, 1)))
        return (
            None,
            read.marks,
            [Finding(place, rule, '"kind" does not say what document this is.', f"Write one of: {known}.")],
        )
    try:
        return FORMS[kind].model_validate(read.values), read.marks, []
    except ValidationError as error:
        return None, read.marks, findings_from(error, read, path)


def findings_of(read: MarkedValues, path: str) -> list[Finding]:
    """Turn what was wrong with the YAML into findings."""
    return [Finding(Place(path, *mark), rule, message, cure) for rule, mark, message, cure in read.problems]


def findings_from(error: ValidationError, read: MarkedValues, path: str) -> list[Finding]:
    """Turn what did not fit a form into findings."""
    return [_finding(detail, read, path) for detail in error.errors(include_url=False, include_input=False)]


def read_yaml(front: str) -> MarkedValues:
    """Read YAML into plain values, every scalar as it was typed.

    Lines are counted from the first of `front`. python-frontmatter leaves the end of the line `---` in it, so that these
    are the lines of the file.
    """
    read = MarkedValues()
    loader = _Loader(front)
    try:
        node = loader.get_single_node()
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        at = (mark.line + 1, mark.column + 1) if mark else (2, 1)
        read.problems.append(
            (
                Rule.FRONT_MATTER,
                at,
                "the front matter cannot be read from here on.",
                'Quote a value that contains ": " or " #" or begins with a special sign, and check brackets and indentation.',
            )
        )
        return read
    except yaml.YAMLError:
        read.problems.append(
            (Rule.FRONT_MATTER, (2, 1), "the front matter cannot be read.", "Remove unusual characters from it.")
        )
        return read
    finally:
        loader.dispose()
    if not isinstance(node, yaml.MappingNode):
        read.problems.append(
            (
                Rule.FRONT_MATTER,
                (2, 1),
                "the front matter is not a list of keys and values.",
                "Write lines such as `kind: paper`.",
            )
        )
        return read
    read.values = _Walk(read).value(node, ())
    return read


class _Walk:
    """Turns YAML nodes into plain values and notes where each stands."""

    def __init__(self, read: MarkedValues) -> None:
        self._read = read
        self._seen: set[int] = set()

    def value(self, node: yaml.Node, path: KeyPath) -> Any:
        mark = (node.start_mark.line + 1, node.start_mark.column + 1)
        self._read.marks[path] = mark
        if id(node) in self._seen:
            self._problem(Rule.YAML_FEATURE, mark, "a YAML alias is used.", "Write the value out where it is needed.")
            return None
        self._seen.add(id(node))
        if isinstance(node, yaml.MappingNode):
            return self._mapping(node, path)
        if isinstance(node, yaml.SequenceNode):
            return [self.value(child, (*path, index)) for index, child in enumerate(node.value)]
        return self._scalar(node, mark)

    def _mapping(self, node: yaml.MappingNode, path: KeyPath) -> dict[str, Any]:
        values: dict[str, Any] = {}
        for key_node, value_node in node.value:
            mark = (key_node.start_mark.line + 1, key_node.start_mark.column + 1)
            if not isinstance(key_node, yaml.ScalarNode):
                self._problem(
                    Rule.FRONT_MATTER,
                    mark,
                    "a key is not a word.",
                    "Write `key: value`, and quote values with special signs.",
                )
                continue
            key = str(key_node.value)
            if key in values:
                self._problem(
                    Rule.DUPLICATE_KEY,
                    mark,
                    "this key was already given above.",
                    "Keep one of the two; which one is meant cannot be guessed.",
                )
                continue
            self._read.keys[(*path, key)] = mark
            values[key] = self.value(value_node, (*path, key))
        return values

    def _scalar(self, node: yaml.Node, mark: Mark) -> str:
        if node.tag not in _SCALAR_TAGS:
            self._problem(Rule.YAML_FEATURE, mark, "a YAML tag is used.", "Remove the word that begins with `!`.")
        if node.value == "":
            self._problem(Rule.INVALID_VALUE, mark, "a key has no value.", "Write the value, or remove the key.")
        return str(node.value)

    def _problem(self, rule: Rule, mark: Mark, message: str, cure: str) -> None:
        self._read.problems.append((rule, mark, message, cure))


def _finding(detail: ErrorDetails, read: MarkedValues, path: str) -> Finding:
    """Say in a clerk's words what pydantic found. No value is quoted, and no key that is not one of ours."""
    where = tuple(detail["loc"])
    name = _dotted(where)
    kind = detail["type"]
    if kind == "extra_forbidden":
        mark = read.keys.get(where, (2, 1))
        return Finding(Place(path, *mark), Rule.UNKNOWN_KEY, "this key is not known here.", _did_you_mean(str(where[-1])))
    if kind == "missing":
        message = f'"{name}" is missing.'
        return Finding(
            Place(path, *_nearest(read.marks, where)),
            Rule.MISSING_KEY,
            message,
            f'Add "{where[-1]}"; docs/content-format.md shows where.',
        )
    return Finding(
        Place(path, *_nearest(read.marks, where)),
        Rule.INVALID_VALUE,
        f'"{name}" has a value that does not fit.',
        _expectation(detail),
    )


def _expectation(detail: ErrorDetails) -> str:
    context = detail.get("ctx", {})
    match detail["type"]:
        case "value_error":
            sentence = str(context["error"])
            return f"{sentence[0].upper()}{sentence[1:]}."
        case "enum" | "literal_error":
            return f"Write one of: {context['expected']}."
        case "int_parsing" | "int_type" | "int_from_float":
            return "Write a whole number."
        case "greater_than_equal" | "less_than_equal":
            bound = "at least" if "ge" in context else "at most"
            return f"Write a number that is {bound} {context.get('ge', context.get('le'))}."
        case "list_type":
            return "Write a list: each entry on a line of its own that begins with `- `."
        case "too_short":
            return "Write at least one entry."
        case "model_type" | "dict_type" | "model_attributes_type":
            return "Write keys and values here, as docs/content-format.md shows."
        case "string_type":
            return "Write plain text here; quote it if it contains special signs."
        case _:
            return "See docs/content-format.md for what may stand here."


def _dotted(where: Iterable[str | int]) -> str:
    """Write the way to a value as people read it: `sections[1].items[2].ref`, counted from 1."""
    name = ""
    for key in where:
        name += f"[{key + 1}]" if isinstance(key, int) else f".{key}" if name else key
    return name


def _nearest(marks: Mapping[KeyPath, Mark], where: KeyPath) -> Mark:
    for end in range(len(where), -1, -1):
        if mark := marks.get(where[:end]):
            return mark
    return (2, 1)


def _did_you_mean(key: str) -> str:
    near = difflib.get_close_matches(key, _key_names(), n=1, cutoff=0.75)
    hint = f'Did you mean "{near[0]}"? ' if near else ""
    return f"{hint}The keys of each kind of document stand in docs/content-format.md."


def _key_names() -> list[str]:
    """List every key of every form, for suggestions."""
    found: set[str] = set()
    waiting: list[type[Form]] = [Form]
    while waiting:
        form = waiting.pop()
        waiting.extend(form.__subclasses__())
        found.update(info.alias or name for name, info in form.model_fields.items())
    return sorted(found)
