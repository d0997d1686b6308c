"""Atom feeds (RFC 4287): for everything, for each body, for each subject, and for decisions.

Ids come from addresses and the site's identity, so that they stay when the site moves. An entry of something that was
withdrawn keeps its id and says so: readers that hold the old text put the tombstone in its place.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from functools import partial
from xml.etree import ElementTree as ET

from public_record.outputs.addresses import absolute, link_from, tag
from public_record.outputs.news import News, news
from public_record.pages.library import Library

_ATOM = "http://www.w3.org/2005/Atom"
_MOST = 100
"""Entries of a feed, the newest first; all of the record is in the data."""

_BEFORE_ANYTHING = date(1970, 1, 1)


@dataclass(frozen=True, slots=True)
class Feed:
    """A feed: where it stands, whose it is, and what it takes."""

    folder: str
    """With `/` at its end; empty at the root."""
    title: str
    takes: Callable[[News], bool]

    @property
    def name(self) -> str:
        """Where it stands in the site."""
        return f"{self.folder}feed.xml"


def feeds(library: Library) -> Iterator[Feed]:
    """Yield the feeds of a site; none without an identity, since ids made up anew would repeat every entry to every reader."""
    if library.settings.identity is None:
        return
    yield Feed("", library.settings.site_name, lambda _: True)
    yield Feed("decisions/", f"{library.settings.site_name}: decisions", lambda entry: entry.decision)
    for body in library.record.bodies:
        yield Feed(f"{body.id}/", body.name, partial(_of_body, body.id))
    for subject, name in library.settings.subjects.items():
        yield Feed(f"subjects/{subject}/", f"{library.settings.site_name}: {name}", partial(_on_subject, subject))


def feed_files(library: Library) -> dict[str, Callable[[], bytes]]:
    """Give the feeds by name, each with the function that writes it."""
    told = told_in_order(library)
    return {feed.name: partial(atom, library, feed, told) for feed in feeds(library)}


def told_in_order(library: Library) -> list[News]:
    """List all there is to tell, the newest first."""
    return sorted(news(library), key=_newest)


def taken(feed: Feed, told: Iterable[News]) -> list[News]:
    """List the entries of a feed, of news that stand in order."""
    return [entry for entry in told if feed.takes(entry)][:_MOST]


def atom(library: Library, feed: Feed, told: Iterable[News]) -> bytes:
    """Write one feed from news that stand in order, the newest first."""
    entries = taken(feed, told)
    root = ET.Element("feed", {"xmlns": _ATOM, "xml:lang": "en-GB"})
    _put(root, "id", tag(library.settings.identity or "", feed.name))
    _put(root, "title", feed.title)
    _put(root, "subtitle", library.settings.wording.retelling)
    _put(root, "updated", _moment(max((entry.updated for entry in entries), default=_BEFORE_ANYTHING)))
    _put(_put(root, "author"), "name", library.settings.site_name)
    _put(root, "rights", f"{library.settings.licence.name} {library.settings.licence.url}")
    _put(root, "link", rel="alternate", type="text/html", href=link_from(library, feed.folder, _page_of(library, feed)))
    if own := absolute(library, feed.name):
        _put(root, "link", rel="self", type="application/atom+xml", href=own)
    for entry in entries:
        _entry(root, library, feed, entry)
    ET.indent(root, "")
    written: bytes = ET.tostring(root, encoding="utf-8", xml_declaration=True)
    return written


def _entry(root: ET.Element, library: Library, feed: Feed, entry: News) -> None:
    line = _put(root, "entry")
    _put(line, "id", tag(library.settings.identity or "", entry.address))
    _put(line, "title", entry.title)
    _put(line, "updated", _moment(entry.updated))
    if entry.published:
        _put(line, "published", _moment(entry.published))
    _put(line, "link", rel="alternate", type="text/html", href=link_from(library, feed.folder, entry.address))
    for subject in sorted(entry.subjects):
        _put(line, "category", term=subject, label=library.settings.subjects.get(subject, subject))
    _put(line, "content", str(entry.content()), type="html")


def _put(parent: ET.Element, name: str, text: str | None = None, **attributes: str) -> ET.Element:
    child = ET.SubElement(parent, name, attributes)
    child.text = text
    return child


def _page_of(library: Library, feed: Feed) -> str:
    """Name the page that shows the same; a subject on which nothing stands in the record has none."""
    folder, _, subject = feed.folder.rstrip("/").partition("/")
    return "" if folder == "subjects" and subject not in library.timelines else feed.folder


def _moment(day: date) -> str:
    """Write the beginning of a day: the record knows days, not hours."""
    return f"{day.isoformat()}T00:00:00Z"


def _newest(entry: News) -> tuple[int, int, str]:
    return -entry.updated.toordinal(), -entry.day.toordinal(), entry.address


def _of_body(body: str, entry: News) -> bool:
    return entry.body == body


def _on_subject(subject: str, entry: News) -> bool:
    return subject in entry.subjects
