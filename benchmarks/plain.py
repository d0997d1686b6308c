"""The yardstick: the pages of our site as an ordinary MkDocs project with Material, its own search, and typical extensions.

Every page that the site has becomes one Markdown file with the words of that page, so that both builds make the same number
of pages out of the same amount of text.
"""

from __future__ import annotations

import json
import re
import shutil
from datetime import date
from html.parser import HTMLParser
from pathlib import Path

import yaml
from public_record.links.links import link
from public_record.pages.compose import compose
from public_record.pages.library import Library
from public_record.publish import prepare

_EXTENSIONS = ["tables", "attr_list", "md_in_html", "footnotes", "admonition", "def_list", {"toc": {"permalink": True}}]

_BREAKS = {"article", "aside", "blockquote", "caption", "dd", "div", "dl", "dt", "h1", "h2", "h3", "h4", "h5", "h6"}
_BREAKS |= {"ol", "p", "section", "table", "ul"}
_MARKS = {"b": "**", "strong": "**", "em": "*", "i": "*", "code": "`"}
_VOID = {"br", "hr", "img", "input", "link", "meta"}
_SPACE = re.compile(r"\s+")


def write_project(ours: Path, folder: Path, today: date) -> int:
    """Write the project beside one of ours. Returns the number of its pages that come from the record."""
    docs = folder / "docs"
    shutil.copytree(ours / "site_config" / "pages", docs)
    count = 0
    for address, title, html in _pages(ours, today):
        file = docs / address / "index.md"
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(f"---\ntitle: {json.dumps(title)}\n---\n\n{markdown(html)}", encoding="utf-8")
        count += 1
    configuration = yaml.safe_load((ours / "mkdocs.yml").read_text(encoding="utf-8"))
    (folder / "mkdocs.yml").write_text(yaml.safe_dump(_configuration(configuration), sort_keys=False), encoding="utf-8")
    return count


def markdown(html: str) -> str:
    """Turn a rendered page back into Markdown."""
    writer = _Writer()
    writer.feed(html)
    return writer.text()


def _pages(ours: Path, today: date) -> list[tuple[str, str, str]]:
    prepared = prepare(ours / "content", ours / "site_config" / "record.yml", today)
    if prepared.settings is None or prepared.released is None:
        raise SystemExit("The record that was made does not pass its own check.")
    record = prepared.released.record
    library = Library.of(record, link(record), prepared.settings, today)
    return [(page.address, page.title, str(page.render().html)) for page in compose(library)]


def _configuration(ours: dict[str, object]) -> dict[str, object]:
    """Take over what both sites share; everything else is Material as it comes."""
    theme = {"name": "material", "language": "en", "font": False, "features": ["navigation.tabs", "navigation.top", "toc.follow"]}
    return {
        "site_name": ours["site_name"],
        "theme": theme,
        "plugins": ["search"],
        "markdown_extensions": _EXTENSIONS,
        "nav": ours["nav"],
        "validation": ours.get("validation", {}),
    }


class _Writer(HTMLParser):
    """Writes Markdown as it reads HTML. Inside a list's item or a table's cell everything is one line."""

    def __init__(self) -> None:
        super().__init__()
        self._parts: list[str] = []
        self._links: list[str] = []
        self._lists = 0
        self._lines = 0
        """How many items and cells are open."""
        self._cells = 0
        self._hidden = 0

    def text(self) -> str:
        """Give what was written."""
        return re.sub(r"\n{3,}", "\n\n", "".join(self._parts)).strip() + "\n"

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = dict(attrs)
        if self._hidden or "hidden" in given:
            self._hidden += tag not in _VOID
        elif tag in _MARKS:
            self._parts.append(_MARKS[tag])
        elif tag == "a":
            self._open_link(given.get("href") or "")
        elif tag in {"li", "td", "th"}:
            self._open_line(tag)
        elif tag in _BREAKS:
            self._lists += tag in {"ul", "ol"}
            self._break(heading="#" * int(tag[1]) + " " if tag[1:].isdigit() else "")

    def handle_endtag(self, tag: str) -> None:
        if self._hidden:
            self._hidden -= 1
        elif tag in _MARKS:
            self._parts.append(_MARKS[tag])
        elif tag == "a":
            self._parts.append(self._links.pop())
        elif tag in {"li", "td", "th"}:
            self._lines -= 1
        elif tag in {"tr", "thead"}:
            self._end_row(tag)
        elif tag in _BREAKS:
            self._lists -= tag in {"ul", "ol"}
            self._break()

    def handle_data(self, data: str) -> None:
        if not self._hidden:
            self._parts.append(_SPACE.sub(" ", data))

    def _break(self, heading: str = "") -> None:
        self._parts.append(" " if self._lines else f"\n\n{heading}")

    def _open_link(self, target: str) -> None:
        """Link pages as an author of MkDocs does, by file; a link within the page is its text alone."""
        path, mark, anchor = target.partition("#")
        file = f"{path}index.md" if path.endswith("/") else path
        self._parts.append("[" if path else "")
        self._links.append(f"]({file}{mark}{anchor})" if path else "")

    def _open_line(self, tag: str) -> None:
        self._lines += 1
        self._cells += tag != "li"
        self._parts.append(f"\n{'    ' * (self._lists - 1)}- " if tag == "li" else "| ")

    def _end_row(self, tag: str) -> None:
        self._parts.append(" |\n" if tag == "tr" else "|" + " --- |" * self._cells + "\n")
        self._cells = 0
