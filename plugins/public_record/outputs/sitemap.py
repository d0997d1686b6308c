"""The list of pages for search engines, each with the day of its last change where that is known, and none where it is not."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from datetime import date
from xml.etree import ElementTree as ET

from public_record.outputs.addresses import absolute
from public_record.pages.library import Library

_NAMESPACE = "http://www.sitemaps.org/schemas/sitemap/0.9"


def sitemap(library: Library, addresses: Iterable[str]) -> bytes | None:
    """Write the list; None where it is not known where the site is published, since its addresses are absolute."""
    if library.site is None:
        return None
    days = last_days(library)
    root = ET.Element("urlset", {"xmlns": _NAMESPACE})
    for address in sorted(addresses):
        page = ET.SubElement(root, "url")
        ET.SubElement(page, "loc").text = absolute(library, address)
        if day := days.get(address):
            ET.SubElement(page, "lastmod").text = day.isoformat()
    ET.indent(root, "")
    written: bytes = ET.tostring(root, encoding="utf-8", xml_declaration=True)
    return written


def last_days(library: Library) -> Mapping[str, date]:
    """Give the last day on which anything is known to have happened to each page; lists change with what they list."""
    days: dict[str, date] = defaultdict(lambda: date.min)
    for address, standing in library.standings.items():
        if standing.last:
            for page in (address, *_lists(address)):
                days[page] = max(days[page], standing.last)
    return days


def _lists(address: str) -> tuple[str, ...]:
    """Name the pages on which something is listed."""
    folder = f"{address.partition('/')[0]}/"
    return ("", folder) if folder == "agreement/" else ("", "meetings/", folder)
