"""What every state of a site has in common until somebody touches its theme or settings: configuration and templates."""

from __future__ import annotations

import logging
from collections.abc import Iterator
from contextlib import contextmanager
from urllib.parse import urlsplit

from mkdocs.commands.build import get_context
from mkdocs.config import load_config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import MkDocsException
from mkdocs.structure.files import Files, get_files, set_exclusions
from mkdocs.structure.nav import Navigation, get_navigation
from mkdocs.structure.pages import Page

from public_record.host import pages
from public_record.host.pages import FilesOnDemand
from public_record.host.plugin import PublicRecordPlugin
from public_record.host.safety import PLUGIN, refusals
from public_record.host.shipped import leave_out
from public_record.model.settings import Settings
from public_record.pages.compose import Catalogue
from public_record.pages.library import Library
from public_record.pages.linked_data import linked_data
from public_record.project import Project

NOT_FOUND = "404.html"


def configured(project: Project) -> tuple[MkDocsConfig, PublicRecordPlugin]:
    """Read the host's configuration, which must name the plugin. Raises `MkDocsException`."""
    config = load_config(str(project.configuration))
    plugin = config.plugins.get(PLUGIN)
    if not isinstance(plugin, PublicRecordPlugin):
        raise MkDocsException(f"mkdocs.yml does not name the plugin {PLUGIN}")
    return config, plugin


class Frame:
    """The host's configuration and theme, and how a page is put into them: as the host does when it builds."""

    def __init__(self, project: Project) -> None:
        self.config, plugin = configured(project)
        self.refused = list(refusals(self.config, plugin, project))
        """Findings under which nothing may be put into this frame."""
        self.config.plugins.on_startup(command="serve", dirty=False)
        self._env = self.config.theme.get_env()
        # The last good pages stay as they are while somebody works on the theme.
        self._env.auto_reload = False
        themed = Files([])
        themed.add_files_from_theme(self._env, self.config)
        leave_out(themed, self.config)
        self._themed = list(themed)

    @property
    def site(self) -> str | None:
        """Where the site is published, if that is known."""
        return self.config.site_url or None

    @property
    def path(self) -> str:
        """The path below which the site is published, with `/` at both ends."""
        return f"/{urlsplit(self.config.site_url or '').path.strip('/')}/".replace("//", "/")

    def gathered(self, catalogue: Catalogue, settings: Settings) -> tuple[FilesOnDemand, Navigation]:
        """Gather every file that the host would write, the pages of the record on demand. Raises `MkDocsException`."""
        self.config.extra |= pages.told(settings)
        files = FilesOnDemand(get_files(self.config), catalogue, self.config)
        for file in self._themed:
            if file.src_uri not in files.src_uris:
                files.append(file)
        set_exclusions(files, self.config)
        nav = get_navigation(files, self.config)
        for file in files.documentation_pages():
            page = file.page or Page(None, file, self.config)
            page.read_source(self.config)
            page.render(self.config, files)
        return files, nav

    def check_anchors(self, files: Files) -> None:
        """Let the host look at the links of hand-written pages; it warns of those that lead nowhere."""
        for file in files.documentation_pages():
            if file.page and not isinstance(file.page, pages.RecordPage):
                file.page.validate_anchor_links(files=files, log_level=self.config.validation.links.anchors)

    def page(self, page: Page, files: Files, nav: Navigation, library: Library) -> bytes:
        """Write one page."""
        if isinstance(page, pages.RecordPage):
            page.read_source(self.config)
            page.fill(page.source.render(), linked_data(library, page.source))
        page.active = True
        try:
            context = get_context(nav, files, self.config, page)
            output = self._env.get_template(page.meta.get("template", "main.html")).render(context)
        finally:
            page.active = False
            if isinstance(page, pages.RecordPage):
                page.empty()
        return output.encode("utf-8", errors="xmlcharrefreplace")

    def not_found(self, files: Files, nav: Navigation) -> bytes:
        """Write the page for unknown addresses, whose links begin at the root of the site's host."""
        base = urlsplit(self.config.site_url or "/").path
        return self._env.get_template(NOT_FOUND).render(get_context(nav, files, self.config, base_url=base)).encode()


@contextmanager
def warned() -> Iterator[list[str]]:
    """Collect what the host warns of. It speaks of hand-written pages and its configuration alone."""
    told: list[str] = []
    handler = logging.Handler(logging.WARNING)
    handler.emit = lambda record: told.append(record.getMessage())  # type: ignore[method-assign]
    logger = logging.getLogger("mkdocs")
    logger.addHandler(handler)
    try:
        yield told
    finally:
        logger.removeHandler(handler)
