"""Front matter: split by python-frontmatter, read by a strict YAML handler of ours, filled into a form."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import islice
from typing import Any, NamedTuple

from frontmatter.default_handlers import YAMLHandler
from pydantic import ValidationError

from public_record.model.findings import Finding, Place
from public_record.model.forms import DocumentForm
from public_record.model.kinds import FORMS
from public_record.model.private import KeyPath
from public_record.model.rules import Rule
from public_record.sources import characters
from public_record.sources.misfits import findings_from
from public_record.sources.strict_yaml import START, Mark, MarkedValues, read_yaml


class Split(NamedTuple):
    """A file in its two parts, with the line on which the text begins."""

    front: str
    text: str
    text_line: int


class Filled(NamedTuple):
    """A form that was filled in, or what kept it from being so."""

    form: DocumentForm | None
    marks: Mapping[KeyPath, Mark]
    findings: list[Finding]


class StrictYAMLHandler(YAMLHandler):  # type: ignore[misc] # python-frontmatter has no types
    """Front matter handler for python-frontmatter that guesses nothing."""

    def load(self, fm: str, **_options: object) -> MarkedValues:
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


def read_form(front: str, path: str) -> Filled:
    """Fill in the form that the front matter names by its `kind`, with all findings at once."""
    read = _HANDLER.load(front)
    if problems := [*findings_of(read, path), *_spelt_out(read, front, path)]:
        return Filled(None, read.marks, problems)
    kind = read.values.get("kind")
    form = FORMS.get(kind) if isinstance(kind, str) else None
    if form is None:
        return Filled(None, read.marks, [_of_no_kind(read, path)])
    try:
        return Filled(form.model_validate(read.values), read.marks, [])
    except ValidationError as error:
        return Filled(None, read.marks, findings_from(error, read, path))


def findings_of(read: MarkedValues, path: str) -> list[Finding]:
    """Turn what was wrong with the YAML into findings."""
    return [Finding(Place(path, *mark), rule, message, cure) for rule, mark, message, cure in read.problems]


def _spelt_out(read: MarkedValues, front: str, path: str) -> Iterator[Finding]:
    """Look through escapes in quotation marks: a program may write so what does not belong in a record."""
    if "\\" in front:
        for keys, value in _scalars(read.values, ()):
            for _, slip in islice(characters.slips(value), 1 if value not in front else 0):
                yield Finding(Place(path, *read.marks.get(keys, START)), slip.rule, slip.message, slip.cure)


def _scalars(value: Any, keys: KeyPath) -> Iterator[tuple[KeyPath, str]]:
    if isinstance(value, str):
        yield keys, value
    elif isinstance(value, list | dict):
        for key, part in value.items() if isinstance(value, dict) else enumerate(value):
            yield from _scalars(part, (*keys, key))


def _of_no_kind(read: MarkedValues, path: str) -> Finding:
    rule = Rule.INVALID_VALUE if "kind" in read.values else Rule.MISSING_KEY
    place = Place(path, *read.marks.get(("kind",), START))
    return Finding(place, rule, '"kind" does not say what document this is.', f"Write one of: {', '.join(FORMS)}.")
