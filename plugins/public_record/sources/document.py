"""Reads one file into a sealed document."""

from __future__ import annotations

from pathlib import Path

from public_record.model.findings import Finding, Place
from public_record.model.forms import DocumentForm, NotesForm
from public_record.model.private import Document, SealedBlock, SealedMinute
from public_record.model.rules import Rule
from public_record.model.vocabulary import Access
from public_record.sources import characters, files, frontmatter, minutes, prose
from public_record.sources.link_targets import link_targets, may_lead_into_the_record
from public_record.sources.notices import notices
from public_record.sources.passages import Slip


def read_document(path: Path, shown: str) -> tuple[Document[DocumentForm] | None, list[Finding]]:
    """Read a file; None, and why, where it has no form that could be filled in."""
    source, findings = files.read(path, shown)
    return (None, findings) if source is None else document_of(source, shown)


def document_of(source: str, shown: str) -> tuple[Document[DocumentForm] | None, list[Finding]]:
    """Read what stands in a file: a function of its text and its name alone."""
    findings: list[Finding] = []
    findings.extend(_finding(shown, slip, column) for column, slip in characters.slips(source))
    parts = frontmatter.split(source)
    if parts is None:
        cure = "Write `---` as its very first line, the keys, and another line `---`."
        lost = Finding(Place(shown), Rule.FRONT_MATTER, "this file does not begin with front matter.", cure)
        return None, [*findings, lost]
    form, marks, wrong = frontmatter.read_form(parts.front, shown)
    findings.extend(wrong)
    if form is None:
        return None, findings
    opening, found, slips = _text(form, parts)
    slips.extend(link_targets(parts.text, parts.text_line))
    if form.access is Access.PUBLIC:
        slips.extend(notices(parts.text, parts.text_line))
    findings.extend(_finding(shown, slip) for slip in slips)
    return Document(
        shown,
        form,
        marks,
        tuple(opening),
        tuple(found),
        sound=not findings,
        linked=may_lead_into_the_record(source, parts.front),
    ), findings


def _text(form: DocumentForm, parts: frontmatter.Split) -> tuple[list[SealedBlock], list[SealedMinute], list[Slip]]:
    if isinstance(form, NotesForm):
        return minutes.minutes(parts.text, parts.text_line)
    opening, slips = prose.blocks(parts.text, parts.text_line)
    return opening, [], slips


def _finding(path: str, slip: Slip, column: int = 1) -> Finding:
    return Finding(Place(path, slip.line, column), slip.rule, slip.message, slip.cure)
