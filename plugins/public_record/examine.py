"""Every finding about a record, without releasing anything: what `check` answers."""

from __future__ import annotations

import os
from datetime import UTC, date, datetime

from public_record.checks import check
from public_record.model.findings import Finding, in_order, stops
from public_record.project import Project
from public_record.references import examine_references
from public_record.sources.load import load
from public_record.sources.settings import load_settings


def examine(project: Project, today: date, *, references: bool = False) -> list[Finding]:
    """List every finding about the record and its settings; on request also the references that are not certain.

    Links to the record by an id can only be followed in the public record, which is made for that and let go.
    """
    settings, findings = load_settings(project.settings)
    reading = load(project.content, project.private)
    findings += reading.findings
    if settings:
        findings += check(reading.record, settings, today)
    if settings and not stops(findings):
        findings += examine_references(reading.record, settings, today, left_alone=references)
    return in_order(findings)


def build_day() -> date:
    """The day for which to build: that of SOURCE_DATE_EPOCH where it is set (reproducible builds), else today."""
    epoch = os.environ.get("SOURCE_DATE_EPOCH")
    moment = datetime.fromtimestamp(int(epoch), UTC) if epoch else datetime.now().astimezone()
    return moment.date()
