"""What is done with a site that MkDocs has written: data, search index, and the second line."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from mkdocs.structure.files import Files

from public_record.model.fingerprints import Fingerprints
from public_record.outputs.data import write_data
from public_record.outputs.search import write_index
from public_record.pages.library import Library


@dataclass(frozen=True, slots=True)
class Finished:
    """A staged site, with what it was made from."""

    folder: Path
    library: Library
    withheld: Fingerprints
    files: Files


def finish(site: Finished) -> list[str]:
    """Complete a staged site, and list in sentences what forbids to promote it."""
    settings = site.library.settings
    write_data(site.folder / "data", site.library.record, settings.licence.name, settings.wording.retelling)
    write_index(site.folder)
    return []
