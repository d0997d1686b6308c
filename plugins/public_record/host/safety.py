"""Refuses a MkDocs configuration under which something could be published that did not pass the gate."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.plugins import BasePlugin

from public_record.model.findings import Finding, Place
from public_record.model.rules import Rule
from public_record.project import Project

PLUGIN = "public-record"

_EXTENSIONS = frozenset({"abbr", "admonition", "attr_list", "def_list", "fenced_code", "footnotes", "tables", "toc"})
"""Markdown extensions for the hand-written pages. None of them opens a file."""


def refusals(config: MkDocsConfig, plugin: BasePlugin[Any], project: Project) -> Iterator[Finding]:
    """Yield what is wrong with the configuration of a project."""
    yield from _folders(config, project)
    # By what takes part in events: a plugin can take itself off the list.
    others = [
        method
        for methods in config.plugins.events.values()
        for method in methods
        if getattr(method, "__self__", None) is not plugin
    ]
    if others or set(config.plugins) - {PLUGIN}:
        yield _finding("other plugins or hooks are configured.", "Remove them: a neighbour can add files behind the gate.")
    if config.hooks:
        yield _finding("`hooks` are configured.", "Remove them: a hook can add files behind the gate.")
    if set(config.markdown_extensions) - _EXTENSIONS:
        yield _finding("a Markdown extension is not on the list.", f"Keep to: {', '.join(sorted(_EXTENSIONS))}.")
    if not config.use_directory_urls:
        yield _finding("`use_directory_urls` is off.", "Leave it on: addresses end in `/`.")


def _folders(config: MkDocsConfig, project: Project) -> Iterator[Finding]:
    folders = {"docs_dir": config.docs_dir, "site_dir": config.site_dir, "custom_dir": config.theme.custom_dir}
    for key, named in folders.items():
        for private in filter(None, (project.content, project.private)):
            if named and _overlap(Path(named), private):
                message = f"`{key}` and the folder of the record lie in one another."
                yield _finding(message, "Keep them apart: MkDocs publishes its folders, and empties that of the site.")
    if Path(config.docs_dir).resolve() != project.pages.resolve():
        yield _finding(
            "`docs_dir` is not site_config/pages.", "Keep hand-written pages there: MkDocs publishes whatever its folder holds."
        )
    for key, named in folders.items():
        if key != "site_dir" and named and any(path.is_symlink() for path in Path(named).rglob("*")):
            yield _finding(
                f"a link stands in `{key}`.", "Put the file itself there: MkDocs would publish what the link leads to."
            )


def _overlap(one: Path, other: Path) -> bool:
    one, other = one.resolve(), other.resolve()
    return one == other or one in other.parents or other in one.parents


def _finding(message: str, cure: str) -> Finding:
    return Finding(Place("mkdocs.yml"), Rule.SETTINGS, message, cure)


DIRTY = _finding("a dirty build was asked for.", "Build without `--dirty`.")
