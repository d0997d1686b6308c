"""The MkDocs plugin. Each event says why it is that one.

Not used: `on_page_markdown` and `on_page_content` (the record never is MkDocs' Markdown, docs/decisions/0001), `on_nav`
(navigation lists sections, by hand, in mkdocs.yml), `on_serve` (what is watched stands in the configuration).
"""

from __future__ import annotations

import logging
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any, Literal

from mkdocs.config.base import Config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import Abort
from mkdocs.plugins import BasePlugin, event_priority, get_plugin_logger
from mkdocs.structure.files import Files
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page
from mkdocs.utils import CountHandler
from mkdocs.utils.templates import TemplateContext

from public_record import garbage
from public_record.cores import aside
from public_record.examine import WORTHWHILE, build_day
from public_record.host import pages, safety
from public_record.host.finish import Finished, finish
from public_record.host.shipped import leave_out
from public_record.host.staging import Staging
from public_record.model.findings import Finding, Severity
from public_record.pages.browser_policy import policy
from public_record.pages.compose import compose
from public_record.pages.library import Library
from public_record.pages.linked_data import linked_data
from public_record.pages.page import Content
from public_record.pages.summary import summary
from public_record.project import Project
from public_record.publish import Publishable, prepare
from public_record.verify.denylist import Denylist, DenylistError

log = get_plugin_logger("public-record")


class PublicRecordConfig(Config):  # type: ignore[no-untyped-call]
    """The plugin's part of mkdocs.yml: nothing. Folders are fixed, policy stands in site_config/record.yml."""


class Refused(Abort):
    """Findings, a warning or a leak stopped the build. The log says which."""


class PublicRecordPlugin(BasePlugin[PublicRecordConfig]):  # type: ignore[no-untyped-call]
    """Publishes the record: reads, checks and releases it before MkDocs touches the old site."""

    def __init__(self) -> None:
        super().__init__()
        self._build: _Build | None = None
        self._warnings = CountHandler()
        self._warnings.setLevel(logging.WARNING)
        self._serving = False
        self.progress: Callable[[int, int], None] | None = None
        """Called with the number of pages written and to be written, for whoever shows progress."""

        self.denylist: Path | None = None
        """The private list of names that must never appear, if not named by the environment."""

    def on_startup(self, *, command: Literal["build", "gh-deploy", "serve"], dirty: bool) -> None:
        """Refuse a dirty build: it would leave pages standing whose source is withdrawn."""
        self._serving = command == "serve"
        if dirty:
            self._refuse([safety.DIRTY])

    @event_priority(-100)
    def on_config(self, config: MkDocsConfig) -> MkDocsConfig:
        """Do everything that can fail here, before MkDocs empties the folder of the site.

        Last of all plugins, so that what the others did to the configuration is seen.
        """
        project = Project(Path(config.config_file_path).parent)
        self._refuse(list(safety.refusals(config, self, project)))
        log.info("Reading and checking the record")
        with garbage.none_looked_for():
            self._build = self._begun(project, config)
        garbage.pass_over_what_is_there()
        self._build.denylist = denylist_at(self.denylist or project.denylist)
        config.site_dir = str(self._build.staging.begin())
        config.extra |= pages.told(self._build.library.settings)
        if not self._serving:
            config.extra["policy"] = policy
        self._count_warnings()
        return config

    def _begun(self, project: Project, config: MkDocsConfig) -> _Build:
        today = build_day()
        prepared = prepare(project, today)
        self._refuse(prepared.findings)
        if prepared.publishable is None:
            raise Refused("Nothing may be published.")
        return _Build(prepared.publishable, today, Staging(Path(config.site_dir)), config.site_url or None)

    def on_files(self, files: Files, *, config: MkDocsConfig) -> Files:
        """Add the pages of the record, and leave out what the theme brings along for pages of its own."""
        build = self._running()
        leave_out(files, config)
        for source in compose(build.library):
            pages.add(source, files, config)
            build.pages += 1
        log.info("Writing %d pages of the record", build.pages)
        return files

    @event_priority(-100)
    def on_env(self, env: Any, *, config: MkDocsConfig, files: Files) -> None:
        """Remember what is to be written, so that nothing else is promoted. Last, when no plugin adds files any more."""
        build = self._running()
        build.files = files
        build.rendered = pages.rendered(files)

    def on_page_context(
        self, context: TemplateContext, *, page: Page, config: MkDocsConfig, nav: Navigation
    ) -> TemplateContext:
        """Render a page of the record at the moment at which it is written."""
        if isinstance(page, pages.RecordPage):
            page.fill(self._rendered(page), linked_data(self._running().library, page.source))
        return context

    def on_post_page(self, output: str, *, page: Page, config: MkDocsConfig) -> str:
        """Let go of the page, so that memory does not grow with the record."""
        if isinstance(page, pages.RecordPage):
            page.empty()
            build = self._running()
            build.written += 1
            if self.progress:
                self.progress(build.written, build.pages)
        return output

    @event_priority(-100)
    def on_post_build(self, *, config: MkDocsConfig) -> None:
        """Add data and search, look at the finished site as a stranger would, and promote it.

        Last of all. MkDocs counts warnings in strict mode only after this event, so we count them before.
        """
        build = self._running()
        if config.strict and self._warnings.get_counts():
            raise Refused("There were warnings, and the build is strict; nothing was published.")
        if build.files is None:
            raise Refused("The host skipped a stage of the build; nothing was published.")
        # Its processes have done their work. As long as they wait for more, nothing else is spread over the cores.
        build.rendered.close()
        log.info("Indexing and searching the finished site")
        problems = finish(
            Finished(
                folder=build.staging.folder,
                library=build.library,
                withheld=build.withheld,
                files=build.files,
                attachments=build.attachments,
                denylist=build.denylist,
            )
        )
        for problem in problems:
            log.error(problem)
        if problems:
            raise Refused("The finished site did not pass; nothing was published.")
        build.staging.promote()
        config.site_dir = str(build.staging.site)
        log.info(summary(build.library.record))
        self._end()

    def on_build_error(self, *, error: Exception) -> None:
        """Throw the staged site away; the old one was never touched."""
        if self._build:
            self._build.staging.discard()
        self._end()

    def _count_warnings(self) -> None:
        """Count warnings from here on; `--quiet` would keep them from everyone, strict mode included."""
        logger = logging.getLogger("mkdocs")
        logger.addHandler(self._warnings)
        if logger.getEffectiveLevel() > logging.WARNING:
            logger.setLevel(logging.WARNING)

    def _running(self) -> _Build:
        if self._build is None:
            raise Refused("The host began in the middle of a build; nothing was published.")
        return self._build

    def _rendered(self, page: pages.RecordPage) -> Content:
        """Take the next rendered page, which is this one as long as the host writes them in the order of its files."""
        expected, content = next(self._running().rendered)
        if expected is not page:
            raise Refused("The host writes its pages in another order than that of its files; nothing was published.")
        return content

    def _end(self) -> None:
        if self._build:
            self._build.rendered.close()
        garbage.look_at_all_again()
        logging.getLogger("mkdocs").removeHandler(self._warnings)
        self._warnings.counts.clear()
        self._build = None
        # MkDocs keeps one plugin for all builds of a process: a list is that of the build for which it was given.
        self.denylist = None

    def _refuse(self, findings: list[Finding]) -> None:
        """Report every error and stop, if there is one. Warnings are for `check`: they could tell of withheld text."""
        errors = [finding for finding in findings if finding.severity is Severity.ERROR]
        for finding in errors:
            log.error(str(finding))
        if errors:
            raise Refused(f"{len(errors)} finding{'' if len(errors) == 1 else 's'}: nothing was published.")


def denylist_at(path: Path | None) -> Denylist | None:
    """Read the denylist before anything is written: one that cannot be read stops the build."""
    try:
        return Denylist.read(path) if path else None
    except DenylistError as error:
        raise Refused(f"{error}: nothing was published.") from None


class _Build:
    """One build, from its first event to its last."""

    def __init__(self, publishable: Publishable, today: date, staging: Staging, site: str | None) -> None:
        # Made while the library is, of a large record in another process; then nothing holds what stayed behind any more.
        withheld = aside(publishable.fingerprints, len(publishable.record.meetings), WORTHWHILE)
        self.library = Library.of(publishable.record, publishable.settings, today, site)
        self.withheld = withheld()
        self.attachments = publishable.files
        self.staging = staging
        self.files: Files | None = None
        self.rendered = pages.rendered(Files([]))
        self.denylist: Denylist | None = None
        self.pages = 0
        self.written = 0
