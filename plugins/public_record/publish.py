"""From files to the public record: the one way through sources, checks and gate, for whoever publishes."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from pathlib import Path

from public_record.checks import check
from public_record.gate.release import release
from public_record.model.findings import Finding, in_order, stops
from public_record.model.fingerprints import Fingerprints
from public_record.model.record import Record
from public_record.model.settings import Settings
from public_record.sources.load import load
from public_record.sources.settings import load_settings


@dataclass(frozen=True, slots=True)
class Publishable:
    """What may be published."""

    record: Record
    settings: Settings
    withheld: Fingerprints
    """Of what stayed behind, to search the finished site for it."""


@dataclass(frozen=True, slots=True)
class Prepared:
    """What may be published, or why nothing may."""

    findings: list[Finding]
    publishable: Publishable | None = None
    """None where a finding stops the build."""


def prepare(content: Path, settings_file: Path, today: date) -> Prepared:
    """Read, check and release the record as it stands on a day. The private record ends with this function."""
    settings, findings = load_settings(settings_file)
    reading = load(content)
    findings += reading.findings
    if settings:
        findings += check(reading.record, settings, today)
    if settings is None or stops(findings):
        return Prepared(in_order(findings))
    released = release(reading.record, settings, today)
    return Prepared(in_order(findings), Publishable(released.record, settings, released.withheld))
