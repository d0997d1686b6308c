"""From files to the public record: the one way through sources, checks and gate, for the command line and for the host."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from pathlib import Path

from public_record.checks import check
from public_record.gate.release import Released, release
from public_record.model.findings import Finding, in_order, stops
from public_record.model.settings import Settings
from public_record.sources.load import load
from public_record.sources.settings import load_settings


@dataclass(frozen=True, slots=True)
class Prepared:
    """What may be published, or why nothing may."""

    findings: list[Finding]
    settings: Settings | None = None
    released: Released | None = None
    """None where a finding stops the build."""


def prepare(content: Path, settings_file: Path, today: date) -> Prepared:
    """Read, check and release the record as it stands on a day. The private record ends with this function."""
    settings, findings = load_settings(settings_file)
    reading = load(content)
    findings += reading.findings
    if settings is None:
        return Prepared(in_order(findings))
    findings += check(reading.record, settings, today)
    if stops(findings):
        return Prepared(in_order(findings), settings)
    return Prepared(in_order(findings), settings, release(reading.record, settings, today))
