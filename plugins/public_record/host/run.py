"""Runs MkDocs for the command line."""

from __future__ import annotations

import logging
import os
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager

import click
from mkdocs.commands.build import build
from mkdocs.commands.serve import serve
from mkdocs.config import load_config
from mkdocs.exceptions import Abort, ConfigurationError, MkDocsException

from public_record.host.plugin import Refused
from public_record.project import Project

FINDINGS, COULD_NOT_RUN = 1, 2


def build_site(project: Project) -> int:
    """Build the site. Returns 0, 1 if findings stopped it, 2 if it could not be done."""
    with _logging_to_terminal():
        return _guarded(lambda: _build(project))


def serve_site(project: Project, address: str) -> int:
    """Serve the site and rebuild it on change. The gate relaxes nothing: what is served is what would be published."""
    with _logging_to_terminal():
        return _guarded(lambda: serve(str(project.configuration), dev_addr=address))


def _build(project: Project) -> None:
    config = load_config(str(project.configuration))
    config.plugins.on_startup(command="build", dirty=False)
    try:
        build(config)
    finally:
        config.plugins.on_shutdown()


def _guarded(run: Callable[[], None]) -> int:
    try:
        run()
    except Refused as refused:
        click.echo(str(refused), err=True)
        return FINDINGS
    except (Abort, ConfigurationError, MkDocsException) as error:
        click.echo(f"Could not run: {error}", err=True)
        return COULD_NOT_RUN
    return 0


@contextmanager
def _logging_to_terminal() -> Iterator[None]:
    """Show what MkDocs and the plugin report, one line each."""
    # Material prints an advertisement for its successor at every start.
    os.environ.setdefault("NO_MKDOCS_2_WARNING", "1")
    handler = logging.StreamHandler(sys.stderr)
    handler.setFormatter(logging.Formatter("%(message)s"))
    logger = logging.getLogger("mkdocs")
    logger.addHandler(handler)
    logger.setLevel(logging.INFO)
    try:
        yield
    finally:
        logger.removeHandler(handler)
