"""Front matter: split by python-frontmatter, read by a strict YAML handler of ours, filled into a form."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from frontmatter.default_handlers import YAMLHandler
from pydantic import ValidationError

from public_record.model.findings import Finding, Place
from public_record.model.forms import DocumentForm
from public_record.model.kinds import FORMS
from public_record.model.private import KeyPath
from public_record.model.rules import Rule
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
    if read.problems:
        return Filled(None, read.marks, findings_of(read, path))
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


def _of_no_kind(read: MarkedValues, path: str) -> Finding:
    rule = Rule.INVALID_VALUE if "kind" in read.values else Rule.MISSING_KEY
    place = Place(path, *read.marks.get(("kind",), START))
    return Finding(place, rule, '"kind" does not say what document this is.', f"Write one of: {', '.join(FORMS)}.")
