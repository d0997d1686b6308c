"""Tells who cites something, each citing place once, in the order of the record."""

from __future__ import annotations

from collections.abc import Iterator

from public_record.links.links import Links
from public_record.links.register import Entry


def citing(links: Links, target: str) -> Iterator[Entry]:
    """Yield the minutes, papers, items and versions that name something, or a part of it; never the page on which it stands."""
    found = links.references.citations.get(target, ())
    page = target.partition("#")[0]
    for source in dict.fromkeys(citation.source for citation in found):
        if source != page:
            yield links.register.entries[source]
