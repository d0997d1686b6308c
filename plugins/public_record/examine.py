"""Every finding about a record, without releasing anything: what `check` answers.

A shelf is read, checked and let go, on whichever core is free. What comes back of it is findings, which hold no text.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator, Sequence
from datetime import UTC, date, datetime
from pathlib import Path
from typing import NamedTuple

from public_record.checks import check_shelf, compare
from public_record.checks.attachments import can_be_sought
from public_record.checks.context import Context, Overview
from public_record.checks.facts import Fact, Spot
from public_record.checks.names import Strikes, are_not_denied
from public_record.cores import spread
from public_record.model.findings import Finding, Place, in_order, stops
from public_record.model.settings import Settings
from public_record.project import Project
from public_record.sources.load import Reading, Shelves, load
from public_record.sources.settings import load_settings

WORTHWHILE = 30
"""Meetings below which one core is as quick: some hundred documents."""


def examine(
    project: Project, today: date, *, references: bool = False, attachments: bool = False, strikes: Strikes | None = None
) -> list[Finding]:
    """List every finding about the record and its settings.

    On request also the references that are not certain, and the withheld attachments whose words nobody could seek.

    Links to the record by an id can only be followed in the public record, which is made for that and let go. With a denylist
    `strikes` says whether one of its names stands in a text.
    """
    settings, findings = load_settings(project.settings)
    looked = look(project.content, project.private, settings, today, attachments=attachments)
    findings += looked.findings
    if settings and strikes:
        record = load(project.content, project.private).record
        findings += are_not_denied(Context.of(record, settings, today), strikes)
    if settings and not stops(findings) and (references or looked.links):
        from public_record.references import examine_references  # noqa: PLC0415 - loads the gate and all links; most checks need neither

        record = load(project.content, project.private).record
        findings += examine_references(record, settings, today, left_alone=references)
    return in_order(findings)


class Looked(NamedTuple):
    """What was found out about a part of the record. It passes between processes: no text is in it."""

    findings: list[Finding]
    facts: Sequence[Fact]
    links: bool
    """Whether something in it may link to the record by an id."""
    complete: bool
    """Whether no folder of it had to be left out."""


def look(content: Path, private: Path | None, settings: Settings | None, today: date, *, attachments: bool = False) -> Looked:
    """Look at the record in a folder; without settings, only for what is wrong with its files."""
    shelves = Shelves.of(content, private)

    def at(number: int) -> Looked:
        reading = shelves.read(number)
        found = at_shelf(reading, settings, today)
        return found._replace(findings=[*found.findings, *_unsought(reading, settings, today)]) if attachments else found

    # The first is read here: what reads a form is built when it is first needed, and other processes then inherit it.
    looked = [at(0), *spread(lambda number: at(number + 1), len(shelves) - 1, WORTHWHILE)]
    together = compared(looked, settings, today, lambda spot: shelves.place(*spot))
    return together._replace(findings=[*shelves.findings, *together.findings])


def _unsought(reading: Reading, settings: Settings | None, today: date) -> Iterator[Finding]:
    """Yield the withheld attachments of a shelf whose words cannot be read."""
    if settings and any(meeting.files for meeting in reading.record.meetings):
        yield from can_be_sought(Context.of(reading.record, settings, today))


def at_shelf(reading: Reading, settings: Settings | None, today: date) -> Looked:
    """Look at one shelf."""
    if settings is None:
        return Looked(reading.findings, (), links=False, complete=reading.record.complete)
    checked = check_shelf(reading.record, settings, today)
    linked = any(document.linked for document in reading.record.documents())
    return Looked([*reading.findings, *checked.findings], checked.facts, linked, reading.record.complete)


def compared(looked: Sequence[Looked], settings: Settings | None, today: date, locate: Callable[[Spot], Place]) -> Looked:
    """Put together what was found out about all shelves, and what comes of comparing them."""
    facts = [fact for shelf in looked for fact in shelf.facts]
    findings = [finding for shelf in looked for finding in shelf.findings]
    complete = all(shelf.complete for shelf in looked)
    if settings:
        findings += compare(Overview.of(facts, settings, today, locate, complete=complete))
    return Looked(findings, facts, any(shelf.links for shelf in looked), complete)


def build_day() -> date:
    """The day for which to build: that of SOURCE_DATE_EPOCH where it is set (reproducible builds), else today."""
    epoch = os.environ.get("SOURCE_DATE_EPOCH")
    moment = datetime.fromtimestamp(int(epoch), UTC) if epoch else datetime.now().astimezone()
    return moment.date()
