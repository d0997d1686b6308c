"""The MkDocs plugin. Each event says why it is that one; docs/decisions/ has the reasons at length.

Not used: `on_page_markdown` and `on_page_content` (the record never is MkDocs' Markdown), `on_nav` (navigation lists sections,
by hand, in mkdocs.yml), `on_serve` (what is watched stands in the configuration).
"""

from __future__ import annotations

import logging
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

from public_record.examine import build_day
from public_record.gate.release import Released
from public_record.host import pages, safety
from public_record.host.finish import finish
from public_record.host.staging import Staging
from public_record.links.links import link
from public_record.model.findings import Finding
from public_record.model.settings import Settings
from public_record.pages.compose import compose
from public_record.pages.library import Library
from public_record.project import Project
from public_record.publish import prepare

log = get_plugin_logger(__name__)


class PublicRecordConfig(Config):
    """The plugin's part of mkdocs.yml: nothing. Folders are fixed (`project`), policy stands in site_config/record.yml."""


class Refused(Abort):
    """Findings, or a leak, stopped the build. The message says how many; the log has them."""


class PublicRecordPlugin(BasePlugin[PublicRecordConfig]):
    """Publishes the record: reads, checks and releases it before MkDocs touches the old site."""

    def __init__(self) -> None:
        super().__init__()
        self._staging: Staging | None = None
        self._library: Library | None = None
        self._settings: Settings | None = None
        self._released: Released | None = None
        self._files: Files | None = None
        self._warnings = CountHandler()
        self._warnings.setLevel(logging.WARNING)
        self.counts = ""
        """What was built, in a line, after a build."""

    def on_startup(self, *, command: Literal["build", "gh-deploy", "serve"], dirty: bool) -> None:
        """Refuse a dirty build: it would leave pages standing whose source is withdrawn."""
        if dirty:
            self._refuse([Finding(safety.MKDOCS, safety.SETTINGS, "a dirty build was asked for.", "Build without `--dirty`.")])

    @event_priority(-100)
    def on_config(self, config: MkDocsConfig) -> MkDocsConfig:
        """Do everything that can fail here, before MkDocs empties the folder of the site.

        Last of all plugins, so that what the others did to the configuration is seen.
        """
        root = Path(config.config_file_path).parent if config.config_file_path else Path.cwd()
        project = Project(root)
        self._refuse(list(safety.refusals(config, project.content)))
        today = build_day()
        prepared = prepare(project.content, project.settings, today)
        if prepared.settings is None or prepared.released is None:
            self._refuse(prepared.findings)
            raise Abort("Nothing was published.")
        self._settings, self._released = prepared.settings, prepared.released
        record = prepared.released.record
        self._library = Library.of(record, link(record), prepared.settings, today)
        self._staging = Staging(Path(config.site_dir))
        self._staging.begin()
        config.site_dir = str(self._staging.folder)
        logging.getLogger("mkdocs").addHandler(self._warnings)
        return config

    def on_files(self, files: Files, *, config: MkDocsConfig) -> Files:
        """Add the pages of the record."""
        if self._library:
            for source in compose(self._library):
                pages.add(source, files, config)
        return files

    @event_priority(-100)
    def on_env(self, env: Any, *, config: MkDocsConfig, files: Files) -> None:
        """Remember what is to be written, so that nothing else is promoted. Last, when no plugin adds files any more."""
        self._files = files

    def on_page_context(self, context: TemplateContext, *, page: Page, config: MkDocsConfig, nav: Navigation) -> TemplateContext:
        """Render a page of the record at the moment at which it is written."""
        if isinstance(page, pages.RecordPage):
            page.fill()
        return context

    def on_post_page(self, output: str, *, page: Page, config: MkDocsConfig) -> str:
        """Let go of the page, so that memory does not grow with the record."""
        if isinstance(page, pages.RecordPage):
            page.empty()
        return output

    @event_priority(-100)
    def on_post_build(self, *, config: MkDocsConfig) -> None:
        """Add data and search, look at the finished site as a stranger would, and promote it.

        Last of all. MkDocs counts warnings in strict mode only after this event, so we count them before.
        """
        staging, library, released, files = self._staging, self._library, self._released, self._files
        if not (staging and library and released and files):
            raise Abort("The build did not go through all of its stages; nothing was published.")
        if config.strict and self._warnings.get_counts():
            raise Refused("There were warnings, and the build is strict; nothing was published.")
        problems = finish(staging.folder, library, released, files)
        if problems:
            for problem in problems:
                log.error(problem)
            raise Refused("The finished site did not pass; nothing was published.")
        staging.promote()
        config.site_dir = str(staging.site)
        self.counts = summary(library)
        log.info(self.counts)
        self._end()

    def on_build_error(self, *, error: Exception) -> None:
        """Throw the staged site away; the old one was never touched."""
        if self._staging:
            self._staging.discard()
        self._end()

    def _end(self) -> None:
        logging.getLogger("mkdocs").removeHandler(self._warnings)
        self._warnings.counts.clear()
        self._library = self._released = self._files = self._staging = None

    def _refuse(self, findings: list[Finding]) -> None:
        """Report every finding and stop, if there is any that stops."""
        errors = [finding for finding in findings if finding.severity == "error"]
        for finding in errors:
            log.error(str(finding))
        if errors:
            raise Refused(f"{len(errors)} finding(s) stop the build; nothing was published.")


def summary(library: Library) -> str:
    """Say in a line what was built. Counts only what is public, notices included."""
    from public_record.pages.meetings import withheld_in

    meetings = library.record.meetings
    minutes = [minute for meeting in meetings if meeting.notes for minute in meeting.notes.minutes if minute.number]
    counts = {
        "meetings": len(meetings),
        "agenda items": sum(len(meeting.items) for meeting in meetings),
        "papers": sum(1 for meeting in meetings for _, paper in meeting.all_papers() if not paper.withheld),
        "minutes": len(minutes),
        "resolutions": sum(len(minute.resolutions) for minute in minutes),
        "withheld": sum(1 for meeting in meetings for _ in withheld_in(meeting)),
    }
    return "Built " + ", ".join(f"{count} {name}" for name, count in counts.items())
