"""Runs MkDocs for the command line."""

from __future__ import annotations

import logging
import os
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import click
from mkdocs.commands.build import build
from mkdocs.exceptions import MkDocsException

from public_record.cores import EndedError
from public_record.host.frame import configured
from public_record.host.live import serve
from public_record.host.plugin import Refused
from public_record.outputs.search import SearchError
from public_record.project import Project

FINDINGS, COULD_NOT_RUN = 1, 2


def build_site(project: Project, denylist: Path | None = None, into: Path | None = None) -> int:
    """Build the site, into another folder than its own if one is named.

    Returns 0, 1 if findings stopped it, 2 if it could not be done.
    """
    return _guarded(lambda: _build(project, denylist, into))


def serve_site(project: Project, address: str) -> int:
    """Serve the site and rebuild it on change. The gate relaxes nothing: what is served is what would be published."""
    return _guarded(lambda: serve(project, address))


def _build(project: Project, denylist: Path | None, into: Path | None) -> None:
    config, plugin = configured(project)
    plugin.denylist = denylist
    if into:
        config.site_dir = str(into)
    if sys.stderr.isatty():
        plugin.progress = _show_progress
    config.plugins.on_startup(command="build", dirty=False)
    try:
        build(config)
    finally:
        config.plugins.on_shutdown()


def _show_progress(written: int, pages: int) -> None:
    click.echo(f"\r  page {written} of {pages}", nl=written == pages, err=True)


def _guarded(run: Callable[[], None]) -> int:
    with _reporting():
        try:
            run()
        except Refused as refused:
            click.echo(str(refused), err=True)
            return FINDINGS
        except (MkDocsException, SearchError, EndedError) as error:
            click.echo(f"Could not run: {error}", err=True)
            return COULD_NOT_RUN
    return 0


@contextmanager
def _reporting() -> Iterator[None]:
    """Show on the terminal what the plugin reports, and warnings and errors of MkDocs."""
    # Material prints an advertisement for its successor at every start.
    os.environ.setdefault("NO_MKDOCS_2_WARNING", "1")
    handler = logging.StreamHandler(sys.stderr)
    handler.setFormatter(logging.Formatter("%(message)s"))
    handler.addFilter(lambda record: record.levelno >= logging.WARNING or record.name.startswith("mkdocs.plugins"))
    logger = logging.getLogger("mkdocs")
    logger.addHandler(handler)
    logger.setLevel(logging.INFO)
    try:
        yield
    finally:
        logger.removeHandler(handler)
