"""Every finding about a record, without releasing anything: what `check` answers.

A shelf is read, checked and let go, on whichever core is free. What comes back of it is findings, which hold no text.
"""

from __future__ import annotations

import os
from datetime import UTC, date, datetime
from pathlib import Path

from public_record.checks import Checked, check_shelf, compare
from public_record.cores import spread
from public_record.model.findings import Finding, in_order
from public_record.model.settings import Settings
from public_record.project import Project
from public_record.sources.load import Shelves
from public_record.sources.settings import load_settings

_WORTHWHILE = 30
"""Meetings below which one core is as quick: some hundred documents."""


def examine(project: Project, today: date) -> list[Finding]:
    """List every finding about the record and its settings, releasing nothing."""
    settings, findings = load_settings(project.settings)
    return in_order([*findings, *findings_of(project.content, project.private, settings, today)])


def findings_of(content: Path, private: Path | None, settings: Settings | None, today: date) -> list[Finding]:
    """List every finding about the record in a folder; without settings, only what is wrong with its files."""
    shelves = Shelves.of(content, private)

    def look(number: int) -> Checked:
        reading = shelves.read(number)
        checked = check_shelf(reading.record, settings, today) if settings else Checked([], ())
        return Checked([*reading.findings, *checked.findings], checked.facts)

    # The first is read here: what reads a form is built when it is first needed, and other processes then inherit it.
    looked = [look(0), *spread(lambda number: look(number + 1), len(shelves) - 1, _WORTHWHILE)]
    between = compare(looked, settings, today) if settings else []
    return [*shelves.findings, *(finding for shelf in looked for finding in shelf.findings), *between]


def build_day() -> date:
    """The day for which to build: that of SOURCE_DATE_EPOCH where it is set (reproducible builds), else today."""
    epoch = os.environ.get("SOURCE_DATE_EPOCH")
    moment = datetime.fromtimestamp(int(epoch), UTC) if epoch else datetime.now().astimezone()
    return moment.date()
