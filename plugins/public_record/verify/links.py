"""Follows every reference of a finished site: inside it to a page and a place that are there, outside it only a plain link."""

from __future__ import annotations

import html
import posixpath
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from enum import StrEnum
from pathlib import Path
from urllib.parse import unquote

from public_record.verify import tree


class Problem(StrEnum):
    """What is wrong with a reference."""

    NO_FILE = "no-file"
    """It leads to a page or file that is not in the site."""
    NO_ANCHOR = "no-anchor"
    """The page is there, the place in it is not."""
    OTHER_HOST = "other-host"
    """A browser would fetch something from another host without being asked."""


@dataclass(frozen=True, slots=True, order=True)
class Broken:
    """A reference that does not hold. It is not quoted: what a clerk typed may stand in it."""

    page: str
    """Path of the page or style sheet in the site, relative to its root."""
    line: int
    problem: Problem
    near: str = ""
    """What there is of its target: the page without the anchor, or the nearest folder."""


@dataclass(frozen=True, slots=True)
class _Reference:
    line: int
    target: str
    fetched: bool
    """Whether a browser follows it by itself."""


@dataclass(frozen=True, slots=True)
class _Page:
    references: dict[tuple[str, bool], _Reference] = field(default_factory=dict)
    """By address and use: what a page says twice is followed once."""
    anchors: set[str] = field(default_factory=set)

    def add(self, reference: _Reference) -> None:
        self.references.setdefault((reference.target, reference.fetched), reference)


@dataclass(frozen=True, slots=True)
class _Site:
    base: str
    files: set[str] = field(default_factory=set)
    folders: set[str] = field(default_factory=set)
    pages: dict[str, _Page] = field(default_factory=dict)

    def file(self, path: str) -> str | None:
        """Name the file that a web server gives for a path."""
        return next((name for name in (path, posixpath.join(path, "index.html")) if name in self.files), None)

    def nearest(self, path: str) -> str:
        """Name the deepest folder on the way to a file that is not there."""
        while path and path not in self.folders:
            path = posixpath.dirname(path.rstrip("/"))
        return path


_NOT_READ = re.compile(r"<!--.*?-->|(<(?:script|style)\b[^>]*>).*?(?=</(?:script|style))", re.DOTALL | re.IGNORECASE)
_TAG = re.compile(r"""<([a-z][\w-]*)((?:[^<>"']++|"[^"]*+"|'[^']*+')*+)>""", re.IGNORECASE)
_ATTRIBUTE = re.compile(r"""([a-z][\w:-]*)\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+))""", re.IGNORECASE)
_OF_INTEREST = re.compile(r"\b(?:href|src|srcset|poster|data|action|id|name)\s*=", re.IGNORECASE)
_ABSOLUTE = re.compile(r"(?:([a-z][a-z0-9+.-]*):)?(//)?", re.IGNORECASE)
_AS_BROWSERS_READ = str.maketrans({"\\": "/", "\t": None, "\n": None, "\r": None})
_IN_STYLE = re.compile(r"""url\(\s*["']?([^"')]+)|@import\s+["']([^"']+)""", re.IGNORECASE)

_FOLLOWED_BY_READER = frozenset({"a", "area", "form"})
_TARGETS = frozenset({"href", "src", "srcset", "poster", "data", "action", "xlink:href"})
_FETCHING_RELATIONS = frozenset(
    {"stylesheet", "icon", "manifest", "modulepreload", "preload", "prefetch", "preconnect", "dns-prefetch", "apple-touch-icon"}
)
_ON_THE_PAGE = frozenset({"", "top"})


def broken(site: Path, base: str = "/") -> list[Broken]:
    """List every reference in a site's pages and style sheets that does not hold.

    `base` is the path at which the site will stand on its host, for references that begin with `/`.
    """
    present = _Site(base)
    for entry in tree.entries(site):
        (present.folders if entry.is_folder else present.files).add(entry.name)
        if entry.name.endswith((".html", ".css")):
            present.pages[entry.name] = _read(entry)
    return sorted({fault for name in present.pages for fault in _faults(name, present)})


def _read(entry: tree.Entry) -> _Page:
    text = entry.read().decode(errors="replace")
    return _style_sheet(text) if entry.name.endswith(".css") else _page(text)


def _style_sheet(text: str) -> _Page:
    page = _Page()
    for match in _IN_STYLE.finditer(text):
        page.add(_Reference(text.count("\n", 0, match.start()) + 1, match[1] or match[2], fetched=True))
    return page


def _page(text: str) -> _Page:
    page = _Page()
    text = _NOT_READ.sub(_lines_only, text)
    line, at = 1, 0
    for tag in _TAG.finditer(text):
        if _OF_INTEREST.search(tag[2]):
            line, at = line + text.count("\n", at, tag.start()), tag.start()
            _note(page, tag[1].lower(), tag[2], line)
    return page


def _note(page: _Page, name: str, written: str, line: int) -> None:
    attributes = {key.lower(): html.unescape(a or b or c) for key, a, b, c in _ATTRIBUTE.findall(written)}
    page.anchors.update(attributes[key] for key in ("id", "name") if key in attributes)
    relations = attributes.get("rel", "").lower().split()
    if name == "link" and not _FETCHING_RELATIONS.intersection(relations):
        return
    for key in _TARGETS & attributes.keys():
        for target in _targets(key, attributes[key]):
            page.add(_Reference(line, target, fetched=name not in _FOLLOWED_BY_READER))


def _targets(key: str, value: str) -> list[str]:
    """List the addresses in an attribute: `srcset` has several, each with a width."""
    value = value.translate(_AS_BROWSERS_READ)
    return [part.split()[0] for part in value.split(",") if part.split()] if key == "srcset" else [value.strip()]


def _faults(name: str, site: _Site) -> Iterator[Broken]:
    for reference in site.pages[name].references.values():
        scheme, host = _beginning(reference.target)
        if host or scheme in ("http", "https"):
            if reference.fetched:
                yield Broken(name, reference.line, Problem.OTHER_HOST)
        elif not scheme:
            yield from _inside(name, reference, site)


def _beginning(target: str) -> tuple[str, bool]:
    """Give the scheme of an address, and whether it names a host."""
    match = _ABSOLUTE.match(target)
    return ((match[1] or "").lower(), bool(match[2])) if match else ("", False)


def _inside(name: str, reference: _Reference, site: _Site) -> Iterator[Broken]:
    written, _, anchor = reference.target.partition("#")
    path = _resolved(site.base + name, unquote(written.partition("?")[0])) + "/"
    way = path.removeprefix(site.base).rstrip("/")
    target = site.file(way) if path.startswith(site.base) else None
    if target is None:
        yield Broken(name, reference.line, Problem.NO_FILE, site.nearest(way))
    elif target.endswith(".html") and anchor not in _ON_THE_PAGE and unquote(anchor) not in site.pages[target].anchors:
        yield Broken(name, reference.line, Problem.NO_ANCHOR, target)


def _resolved(page: str, way: str) -> str:
    """Give the path to which a way leads from a page."""
    return posixpath.normpath(posixpath.join(posixpath.dirname(page), way)) if way else page


def _lines_only(match: re.Match[str]) -> str:
    return (match[1] or "") + "\n" * match[0].count("\n", len(match[1] or ""))
