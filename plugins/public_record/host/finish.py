"""What is done with a site that MkDocs has written: what it offers beside its pages, and the second line."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from itertools import chain
from pathlib import Path

import material
from mkdocs.structure.files import Files

from public_record.model.fingerprints import Fingerprints
from public_record.outputs.phrases import labels, public_phrases
from public_record.outputs.write import UNFINISHED, offered, writing
from public_record.pages.library import Library
from public_record.verify.denylist import Denylist, struck
from public_record.verify.manifest import unaccounted
from public_record.verify.scan import Leak, Scan
from public_record.verify.text import UnreadableError

_OF_THE_HOST = ("404.html",)
SHIPPED = (Path(material.__file__).parent / "templates",)
"""The theme's own files: what equals one of them was not made from the record."""


@dataclass(frozen=True, slots=True)
class Finished:
    """A staged site, with what it was made from."""

    folder: Path
    library: Library
    withheld: Fingerprints
    files: Files
    attachments: Mapping[str, bytes] = field(default_factory=dict)
    """By address."""
    denylist: Denylist | None = None


def finish(site: Finished) -> list[str]:
    """Complete a staged site, and list in sentences what forbids to promote it."""
    for address, attachment in site.attachments.items():
        (site.folder / address).write_bytes(attachment)
    library = site.library
    phrases = chain(public_phrases(library.record, library.settings), labels(library.links))
    second_line = Scan(site.folder, site.withheld, phrases, SHIPPED)
    with writing(site.folder, library, [file.url.removeprefix("./") for file in site.files.documentation_pages()]):
        second_line.look_ahead(UNFINISHED)
    try:
        return list(_problems(site, second_line))
    except UnreadableError as error:
        return [unreadable(error)]


def leaking(leak: Leak) -> str:
    """Tell of withheld words in a file of the site."""
    return f"{leak.published}: words that are withheld at {leak.withheld} stand in this file of the finished site."


def denied(name: str) -> str:
    """Tell of a name of the denylist in a file of the site."""
    return f"{name}: a name of the denylist stands in this file of the finished site."


def unreadable(error: UnreadableError) -> str:
    """Tell of a file of the site that cannot be searched."""
    return f"{error}: this file of the finished site cannot be opened, so nobody can say what it holds."


def _problems(site: Finished, second_line: Scan) -> Iterator[str]:
    strangers = unaccounted(site.folder, {*_announced(site), *site.attachments})
    if strangers:
        # Not by name: nobody knows where such a file comes from, and a name tells, too.
        yield f"The finished site holds {len(strangers)} file(s) that nobody announced."
        # What follows names files: it may name only those whose names are known to be public.
        return
    for leak in second_line.leaks():
        yield leaking(leak)
    if site.denylist:
        for name in struck(site.folder, site.denylist):
            yield denied(name)


def _announced(site: Finished) -> set[str]:
    """Name every file that may stand in the finished site."""
    return {*(file.dest_uri for file in site.files), *_OF_THE_HOST, *offered(site.library)}
