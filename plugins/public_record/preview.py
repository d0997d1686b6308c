"""Says what publishing this project would change, against a revision of it: the publication report.

It is made from the public record of both sides, so it can tell nothing that is withheld on either.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

import click

from public_record.examine import build_day
from public_record.model.findings import Finding
from public_record.model.record import Record
from public_record.model.settings import Settings
from public_record.outputs.publication import Change, changes, releases
from public_record.outputs.publication_feeds import FeedChange, feed_changes
from public_record.outputs.publication_report import as_json, as_markdown, as_text
from public_record.pages.library import Library
from public_record.project import Project
from public_record.publish import prepare
from public_record.revisions import messages_since, project_at
from public_record.verb import COULD_NOT_RUN, FINDINGS

_REPORTS = {"text": as_text, "markdown": as_markdown, "json": as_json}

_ALLOWED = re.compile(r"^\s*allow-release:\s*(\S+)\s*$", re.MULTILINE | re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Preview:
    """What would change, or why nothing would be published."""

    changes: list[Change]
    feeds: list[FeedChange]
    findings: list[Finding]
    """What stops the build as it stands now."""
    before_known: bool = True
    """Whether the earlier side passes the checks, so that there is something to compare with."""


def preview(project: Project, revision: str, today: date) -> Preview:
    """Compare the public record of a project with the one at a revision, both as of one day. Raises `CannotCompareError`."""
    with project_at(project, revision) as earlier:
        before = _published(earlier, today)
    now = prepare(Project(project.root, overlaid=False), today)
    if before is None or now.publishable is None:
        return Preview([], [], now.findings, before is not None)
    after = now.publishable
    old = Library.of(before.record, before.settings or after.settings, today)
    feeds = feed_changes(old, Library.of(after.record, after.settings, today))
    return Preview(changes(before.record, after.record), feeds, [])


class _Before(NamedTuple):
    """What was public, with its settings; without, where there was no record at all."""

    record: Record
    settings: Settings | None = None


def _published(earlier: Project, today: date) -> _Before | None:
    """Give what was public; None where that cannot be told, since to compare with nothing would hide a release."""
    if not earlier.content.exists():
        return _Before(Record())
    publishable = prepare(earlier, today).publishable
    return _Before(publishable.record, publishable.settings) if publishable else None


def unnamed(found: Iterable[Change], messages: str) -> list[Change]:
    """List the releases that no line `allow-release: ADDRESS` of the messages names."""
    allowed = set(_ALLOWED.findall(messages))
    return [change for change in releases(list(found)) if change.unit.address not in allowed]


def run(project: Project, revision: str, form: str, message: str) -> int:
    """Print the report. Returns 0, 1 if something is released that nobody named, 2 if there is nothing to compare with.

    Raises `CannotCompareError` where git knows no such revision.
    """
    seen = preview(project, revision, build_day())
    messages = f"{messages_since(project, revision)}\n{message}"
    if seen.findings:
        return _stop("\n".join(["Nothing would be published:", *map(str, seen.findings)]), FINDINGS)
    if not seen.before_known:
        return _stop(
            "Could not run: the record at that revision does not pass the checks, so nothing can be said of it.", COULD_NOT_RUN
        )
    click.echo(_REPORTS[form](seen.changes, seen.feeds))
    return _refused(unnamed(seen.changes, messages))


def _refused(released: list[Change]) -> int:
    for change in released:
        address = change.unit.address
        click.echo(f"{address} was withheld and is released. If that is meant, say `allow-release: {address}`.", err=True)
    return FINDINGS if released else 0


def _stop(why: str, status: int) -> int:
    click.echo(why, err=True)
    return status
