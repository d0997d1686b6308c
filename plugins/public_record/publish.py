"""From files to the public record: the one way through sources, checks and gate, for whoever publishes."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from public_record.checks import check
from public_record.gate.release import release
from public_record.model.file_dates import FileDates
from public_record.model.findings import Finding, Place, in_order, stops
from public_record.model.fingerprints import Fingerprints
from public_record.model.record import Agreement, Meeting, Record
from public_record.model.rules import Rule
from public_record.model.settings import Settings
from public_record.project import Project
from public_record.references import unknown_targets
from public_record.sources.document import read_document
from public_record.sources.history import file_dates
from public_record.sources.load import Read, load
from public_record.sources.settings import load_settings


@dataclass(frozen=True, slots=True)
class Publishable:
    """What may be published."""

    record: Record
    settings: Settings
    withheld: Fingerprints
    """Of what stayed behind, to search the finished site for it."""
    files: Mapping[str, bytes]
    """Attachments as they are published, by address."""


@dataclass(frozen=True, slots=True)
class Prepared:
    """What may be published, or why nothing may."""

    findings: list[Finding]
    publishable: Publishable | None = None
    """None where a finding stops the build."""


def prepare(project: Project, today: date, read: Read = read_document) -> Prepared:
    """Read, check and release the record as it stands on a day. The private record ends with this function.

    Where the same record is read again and again, `read` may remember its documents; nothing else is kept.
    """
    settings, findings = load_settings(project.settings)
    reading = load(project.content, project.private, read)
    findings += reading.findings
    if settings:
        findings += check(reading.record, settings, today)
    if not (reading.record.meetings or reading.record.agreements or findings):
        cure = "Put the record there, or build the project whose record this is: an empty site would replace the old one."
        findings.append(Finding(Place(project.content.name), Rule.UNREADABLE, "there is no document in this folder.", cure))
    if settings is None or stops(findings):
        return Prepared(in_order(findings))
    dates = file_dates(project.content) if settings.policy.dates_from_git else FileDates()
    released = release(reading.record, settings, today, dates)
    findings += released.refused
    findings += unknown_targets(reading.record, released.record)
    if project.private:
        without = release(load(project.content, read=read).record, settings, today, dates)
        findings += _told_apart(released.record, without.record, project)
    if stops(findings):
        return Prepared(in_order(findings))
    return Prepared(in_order(findings), Publishable(released.record, settings, released.withheld, released.files))


def _told_apart(record: Record, without: Record, project: Project) -> Iterator[Finding]:
    """Yield where the public record would differ if the private tree were not there: it must not tell."""
    first, second = _parts(record), _parts(without)
    for name in sorted(first.keys() | second.keys()):
        if first.get(name) != second.get(name):
            yield Finding(
                Place(project.content.name),
                Rule.TWO_TREES,
                f"{name} would be published otherwise without the private tree.",
                "Give the file in content/ the same marks as the private one, and leave out only what is withheld.",
            )


def _parts(record: Record) -> dict[str, Meeting | Agreement]:
    return {**{meeting.id: meeting for meeting in record.meetings}, **{one.id: one for one in record.agreements}}
