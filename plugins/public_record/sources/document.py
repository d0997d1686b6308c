"""Reads one file into a sealed document."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from public_record.model.findings import Finding, Place
from public_record.model.forms import DocumentForm, NotesForm
from public_record.model.private import Document, SealedBlock, SealedMinute
from public_record.model.rules import Rule
from public_record.model.vocabulary import Access
from public_record.sources import characters, files, frontmatter, minutes, prose
from public_record.sources.link_targets import link_targets, may_lead_into_the_record
from public_record.sources.nesting import nested_too_deep
from public_record.sources.notices import notices
from public_record.sources.passages import Slip

_BOTH_VERSIONS = re.compile(r"(?m)^<{7} .*$")
_NOT_MERGED = (
    "git could not merge two versions of this file, and left both of them here.",
    "Keep what is right of the two, and remove the lines that begin with `<<<<<<<`, `=======` and `>>>>>>>`.",
)
_NO_FRONT_MATTER = (
    "this file does not begin with front matter.",
    "Write `---` as its very first line, the keys, and another line `---`.",
)
_UNCLOSED = (
    "the front matter is not closed.",
    "Write a line `---` below the last of its keys, at the very start of the line.",
)


def read_document(path: Path, shown: str) -> tuple[Document[DocumentForm] | None, list[Finding]]:
    """Read a file; None, and why, where it has no form that could be filled in."""
    source, findings = files.read(path, shown)
    return (None, findings) if source is None else document_of(source, shown)


def document_of(source: str, shown: str) -> tuple[Document[DocumentForm] | None, list[Finding]]:
    """Read what stands in a file: a function of its text and its name alone."""
    if "<<<<<<< " in source and (both := _BOTH_VERSIONS.search(source)):
        line = source.count("\n", 0, both.start()) + 1
        return None, [Finding(Place(shown, line), Rule.UNREADABLE, *_NOT_MERGED)]
    findings: list[Finding] = []
    findings.extend(_finding(shown, slip, column) for column, slip in characters.slips(source))
    parts = frontmatter.split(source)
    if parts is None:
        message, cure = _UNCLOSED if source.startswith("---\n") else _NO_FRONT_MATTER
        return None, [*findings, Finding(Place(shown), Rule.FRONT_MATTER, message, cure)]
    form, marks, wrong = frontmatter.read_form(parts.front, shown)
    # A character that does not belong there spoils what stands around it: one slip is told once.
    strange = {finding.place.line for finding in findings}
    findings.extend(finding for finding in wrong if finding.place.line not in strange)
    if form is None:
        return None, findings
    opening, found, slips = _text(form, parts)
    slips.extend(link_targets(parts.text, parts.text_line))
    slips.extend(nested_too_deep(parts.text, parts.text_line))
    if form.access is Access.PUBLIC:
        slips.extend(notices(parts.text, parts.text_line))
    findings.extend(_finding(shown, slip) for slip in _once(slips))
    return Document(
        shown,
        form,
        marks,
        tuple(opening),
        tuple(found),
        sound=not findings,
        linked=may_lead_into_the_record(source, parts.front),
    ), findings


def _once(slips: list[Slip]) -> Iterator[Slip]:
    """Leave out what comes of the slip above it: the item of a minute whose heading is none belongs to nothing."""
    headings = {slip.line for slip in slips if slip.rule is Rule.HEADING_LEVEL}
    return (slip for slip in slips if slip.rule is not Rule.ITEM_REFERENCE or slip.line - 1 not in headings)


def _text(form: DocumentForm, parts: frontmatter.Split) -> tuple[list[SealedBlock], list[SealedMinute], list[Slip]]:
    if isinstance(form, NotesForm):
        return minutes.minutes(parts.text, parts.text_line)
    opening, slips = prose.blocks(parts.text, parts.text_line)
    return opening, [], slips


def _finding(path: str, slip: Slip, column: int = 1) -> Finding:
    return Finding(Place(path, slip.line, column), slip.rule, slip.message, slip.cure)
