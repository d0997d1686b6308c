"""Reads site_config/record.yml with the same strictness as front matter."""

from __future__ import annotations

from pathlib import Path

from pydantic import ValidationError

from public_record.model.findings import Finding, Place
from public_record.model.rules import Rule
from public_record.model.settings import Settings
from public_record.sources import files
from public_record.sources.frontmatter import findings_of
from public_record.sources.misfits import findings_from
from public_record.sources.strict_yaml import read_yaml


def load_settings(path: Path) -> tuple[Settings | None, list[Finding]]:
    """Read the settings; None, and why, where they cannot be used."""
    shown = f"{path.parent.name}/{path.name}"
    if not path.is_file():
        return None, [
            Finding(Place(shown), Rule.SETTINGS, "there is no such file.", "Write it as docs/content-format.md shows.")
        ]
    source, findings = files.read(path, shown)
    if source is None:
        return None, findings
    read = read_yaml(source)
    findings = findings_of(read, shown)
    if findings:
        return None, findings
    try:
        return Settings.model_validate(read.values), []
    except ValidationError as error:
        return None, findings_from(error, read, shown)
