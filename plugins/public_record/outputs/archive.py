"""All data in one archive. The same record gives the same bytes: no clock, no owner, names in order."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable, Iterable

from public_record.outputs.changes_of_format import CHANGES_OF_FORMAT
from public_record.outputs.tables import TABLES
from public_record.pages.library import Library

_BEGINNING = (1980, 1, 1, 0, 0, 0)
"""The earliest moment that the format knows."""

_READABLE = 0o100644 << 16

_EFFORT = 4
"""Of deflating: the utmost takes two and a half times as long for a tenth of the size."""


def archive(read: Callable[[str], bytes], names: Iterable[str], readme: bytes) -> bytes:
    """Pack files of a site, which `read` reads by name, and a README."""
    written = io.BytesIO()
    with zipfile.ZipFile(written, "w") as packed:
        _put(packed, "README.txt", readme)
        for name in sorted(names):
            _put(packed, name.removeprefix("data/"), read(name))
    return written.getvalue()


def readme(library: Library) -> bytes:
    """Write what stands in the archive, and under which terms."""
    lines = [
        library.settings.site_name,
        "=" * len(library.settings.site_name),
        "",
        library.settings.wording.retelling,
        f"Licence: {library.settings.licence.name}, {library.settings.licence.url}",
        "",
        "An id is at the same time the address below the root of the site. Text is Markdown. A link in it to record: and an id",
        "leads to what has that id, and without an id nowhere. Dates are in the form 2016-03-16.",
        "Tables are in UTF-8, parted by commas; several values in one cell are parted by semicolons. A cell that a spreadsheet",
        "would take for a formula begins with an apostrophe.",
        "",
        "record.json            the whole public record; record.schema.json is its JSON Schema",
        "<body>/<date>.json     one meeting each; meeting.schema.json is their JSON Schema",
    ]
    for table in TABLES:
        lines += ["", f"{table.name}.csv: a row is {table.row}"]
        lines += [f"  {column.name:<14} {column.holds}" for column in table.columns]
    lines += ["", "Changes of the format, the newest first"]
    lines += [f"  {change.day}, version {change.version}: {change.what}" for change in CHANGES_OF_FORMAT]
    return ("\n".join(lines) + "\n").encode()


def _put(packed: zipfile.ZipFile, name: str, data: bytes) -> None:
    entry = zipfile.ZipInfo(name, _BEGINNING)
    entry.create_system = 3
    entry.external_attr = _READABLE
    packed.writestr(entry, data, zipfile.ZIP_DEFLATED, _EFFORT)
