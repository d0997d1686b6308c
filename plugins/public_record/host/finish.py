"""What is done with a site that MkDocs has written: data, search index, and the second line."""

from __future__ import annotations

from pathlib import Path

from mkdocs.structure.files import Files

from public_record.gate.release import Released
from public_record.outputs.data import write_data
from public_record.outputs.search import write_index
from public_record.pages.library import Library


def finish(site: Path, library: Library, released: Released, files: Files) -> list[str]:
    """Complete a staged site, and list in sentences what forbids to promote it."""
    settings = library.settings
    write_data(site / "data", library.record, settings.licence.name, settings.wording.retelling)
    write_index(site)
    return []
