"""The yardstick: the pages of our site as an ordinary MkDocs project with Material, its own search, and typical extensions.

Every page that our finished site has becomes one Markdown file with the words of that page, so that both builds make the
same number of pages out of the same amount of text.
"""

from __future__ import annotations

import json
import re
import shutil
from collections.abc import Iterator
from html import unescape
from html.parser import HTMLParser
from pathlib import Path

import yaml
from mkdocs.utils.yaml import yaml_load

_EXTENSIONS = ["tables", "attr_list", "md_in_html", "footnotes", "admonition", "def_list", {"toc": {"permalink": True}}]

_BREAKS = {"article", "aside", "blockquote", "caption", "dd", "div", "dl", "dt", "h1", "h2", "h3", "h4", "h5", "h6"}
_BREAKS |= {"ol", "p", "section", "table", "ul"}
_MARKS = {"b": "**", "strong": "**", "em": "*", "i": "*", "code": "`"}
_VOID = {"br", "hr", "img", "input", "link", "meta"}
_GAP = re.compile(r"\n(?: *\n)+ *")
_ARTICLE = re.compile(r'<article class="pr-page\b.*</article>', re.DOTALL)
_TITLE = re.compile(r"<title>(.*?)(?: - [^<]*)?</title>")
_SPACE = re.compile(r"\s+")


def write_project(ours: Path, folder: Path) -> None:
    """Write the project beside one of ours that has been built."""
    docs = folder / "docs"
    shutil.copytree(ours / "site_config" / "pages", docs)
    for address, title, html in _pages(ours / "site"):
        file = docs / address
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(f"---\ntitle: {json.dumps(title)}\n---\n\n{markdown(html)}", encoding="utf-8")
    configuration = yaml_load((ours / "mkdocs.yml").read_text(encoding="utf-8"))
    (folder / "mkdocs.yml").write_text(yaml.safe_dump(_configuration(configuration), sort_keys=False), encoding="utf-8")


def markdown(html: str) -> str:
    """Turn a rendered page back into Markdown."""
    writer = _Writer()
    writer.feed(html)
    return writer.text()


def _pages(site: Path) -> Iterator[tuple[Path, str, str]]:
    """Yield the pages of the record in a finished site: source file in the other project, title, HTML between the frames."""
    for page in site.rglob("index.html"):
        html = page.read_text(encoding="utf-8")
        if article := _ARTICLE.search(html):
            title = _TITLE.search(html)
            yield page.relative_to(site).with_suffix(".md"), unescape(title[1]) if title else "", article[0]


def _configuration(ours: dict[str, object]) -> dict[str, object]:
    """Take over what both sites share; everything else is Material as it comes."""
    features = ["navigation.tabs", "navigation.top", "toc.follow"]
    return {
        "site_name": ours["site_name"],
        "theme": {"name": "material", "language": "en", "font": False, "features": features},
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
        self._heads = 0
        self._hidden = 0
        self._run_on = False
        """Whether the next words stand on the line of what was written last: a paragraph behind its number."""

    def text(self) -> str:
        """Give what was written."""
        return _GAP.sub("\n\n", "".join(self._parts)).strip() + "\n"

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
            self._close_link()
        elif tag in {"li", "td", "th"}:
            self._lines -= 1
        elif tag == "tr":
            self._end_row()
        elif tag in _BREAKS:
            self._lists -= tag in {"ul", "ol"}
            self._break()

    def handle_data(self, data: str) -> None:
        line = _SPACE.sub(" ", data)
        self._run_on &= line == " "
        if not self._hidden and (line != " " or not self._parts[-1:] or not self._parts[-1].endswith("\n")):
            self._parts.append(line)

    def _break(self, heading: str = "") -> None:
        self._parts.append(" " if self._lines or self._run_on else f"\n\n{heading}")

    def _open_link(self, target: str) -> None:
        """Link pages as an author of MkDocs does, by file; a link within the page is its text alone."""
        path, mark, anchor = target.partition("#")
        file = f"{path}index.md" if path.endswith("/") else path
        self._parts.append("[" if path else "")
        self._links.append(f"]({file}{mark}{anchor})" if path else "")

    def _close_link(self) -> None:
        target = self._links.pop()
        self._parts.append(target)
        self._run_on = not target

    def _open_line(self, tag: str) -> None:
        self._lines += 1
        self._cells += tag != "li"
        self._heads += tag == "th"
        self._parts.append(f"\n{'    ' * (self._lists - 1)}- " if tag == "li" else "| ")

    def _end_row(self) -> None:
        """End a row; one of headings alone is the table's head."""
        self._parts.append(" |\n")
        if self._heads == self._cells:
            self._parts.append(f"|{' --- |' * self._cells}\n")
        self._cells = self._heads = 0
