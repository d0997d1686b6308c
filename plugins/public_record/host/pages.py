"""Pages of the record as MkDocs knows pages. MkDocs never sees their source: the rendered middle is put in as it is written."""

from __future__ import annotations

from collections.abc import Generator, Iterable
from contextlib import closing
from pathlib import PurePath
from typing import Any

from markupsafe import Markup
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files, InclusionLevel
from mkdocs.structure.pages import Page
from mkdocs.structure.toc import AnchorLink, TableOfContents

from public_record.cores import spread
from public_record.model.settings import Settings
from public_record.pages.browser_policy import REFERRER
from public_record.pages.compose import Catalogue
from public_record.pages.page import Content, PageSource
from public_record.pages.prose import TocEntry

_SOURCE = "index.md"


class RecordPage(Page):
    """A page of the record. Reading and rendering are nothing to do for MkDocs, and no Markdown extension runs on it."""

    def __init__(self, source: PageSource, file: File, config: MkDocsConfig) -> None:
        super().__init__(source.title, file, config)
        self.source = source
        self.meta = {"description": source.description, "kind": str(source.kind)}

    def read_source(self, config: MkDocsConfig) -> None:
        """Read nothing: there is no file."""
        self.markdown = ""

    def render(self, config: MkDocsConfig, files: Files) -> None:
        """Render nothing yet: all pages at once would not fit into memory."""
        self.content = ""
        self.toc = TableOfContents([])

    def fill(self, content: Content, linked_data: Markup) -> None:
        """Take what was rendered, as the page is about to be written."""
        self.meta["linked_data"] = linked_data
        self.content = str(content.html)
        self.toc = _contents(content.contents)

    def empty(self) -> None:
        """Let go of what was rendered."""
        self.content = ""
        del self.meta["linked_data"]


def told(settings: Settings) -> dict[str, Any]:
    """What hand-written pages and the page for unknown addresses say of themselves, as the pages of the record do.

    Without a policy for browsers: what is only served to its clerk carries scripts of the server.
    """
    named = {"wording": settings.wording, "licence": settings.licence, "feeds": settings.identity is not None}
    return {**named, "policy": None, "referrer": REFERRER}


def add(source: PageSource, files: Files, config: MkDocsConfig) -> File:
    """Add a page of the record to those that MkDocs will write."""
    file = File.generated(config, f"{source.address}{_SOURCE}", content="", inclusion=InclusionLevel.NOT_IN_NAV)
    RecordPage(source, file, config)
    files.append(file)
    return file


class FilesOnDemand(Files):
    """The files of a site in which a page of the record is found like any other, and is made when somebody looks for it."""

    def __init__(self, files: Iterable[File], catalogue: Catalogue, config: MkDocsConfig) -> None:
        super().__init__(files)
        self._catalogue = catalogue
        self._config = config

    def get_file_from_path(self, path: str) -> File | None:
        """Find a file by the name of its source. A page of the record goes before a hand-written one."""
        known = super().get_file_from_path(path)
        if known and isinstance(known.page, RecordPage):
            return known
        return self._of_record(PurePath(path).as_posix()) or known

    def _of_record(self, path: str) -> File | None:
        folder, _, name = path.rpartition("/")
        source = self._catalogue.get(f"{folder}/" if folder else "") if name == _SOURCE else None
        if source is None:
            return None
        self._src_uris.pop(path, None)
        return add(source, self, self._config)


def _contents(entries: tuple[TocEntry, ...]) -> TableOfContents:
    """Nest the headings of a page by their levels."""
    top: list[AnchorLink] = []
    path: list[AnchorLink] = []
    for entry in entries:
        link = AnchorLink(str(entry.title), entry.anchor, entry.level)
        while path and path[-1].level >= entry.level:
            path.pop()
        (path[-1].children if path else top).append(link)
        path.append(link)
    return TableOfContents(top)


def rendered(files: Files) -> Generator[tuple[RecordPage, Content]]:
    """Yield the pages of the record with what is rendered for them, in the order in which MkDocs writes them.

    They are rendered ahead of MkDocs, in other processes where that pays; a page is a pure function, so nothing else changes.
    """
    record = [file.page for file in files.documentation_pages() if isinstance(file.page, RecordPage)]

    def render(number: int) -> Content:
        return record[number].source.render()

    with closing(spread(render, len(record))) as contents:
        yield from zip(record, contents, strict=True)
