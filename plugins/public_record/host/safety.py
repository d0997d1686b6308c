"""Refuses a MkDocs configuration under which something could be published that did not pass the gate."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig

from public_record.model.findings import Finding, Place
from public_record.model.rules import Rule

PLUGIN = "public-record"

_EXTENSIONS = frozenset({"abbr", "admonition", "attr_list", "def_list", "fenced_code", "footnotes", "tables", "toc"})
"""Markdown extensions for the hand-written pages. None of them opens a file."""


def refusals(config: MkDocsConfig, content: Path) -> Iterator[Finding]:
    """Yield what is wrong with the configuration."""
    folders = {"docs_dir": config.docs_dir, "site_dir": config.site_dir, "custom_dir": config.theme.custom_dir}
    for key, folder in folders.items():
        if folder and _overlap(Path(folder), content):
            yield _finding(
                f"`{key}` and the folder of the record lie in one another.", "Keep them apart: MkDocs publishes its folders."
            )
    others = set(config.plugins) - {PLUGIN}
    if others:
        yield _finding(
            f"other plugins are configured ({len(others)}).", "Remove them: a neighbour can add files behind the gate."
        )
    if config.hooks:
        yield _finding("`hooks` are configured.", "Remove them: a hook can add files behind the gate.")
    if set(config.markdown_extensions) - _EXTENSIONS:
        yield _finding("a Markdown extension is not on the list.", f"Keep to: {', '.join(sorted(_EXTENSIONS))}.")
    if not config.use_directory_urls:
        yield _finding("`use_directory_urls` is off.", "Leave it on: addresses end in `/`.")


def _overlap(one: Path, other: Path) -> bool:
    one, other = one.resolve(), other.resolve()
    return one == other or one in other.parents or other in one.parents


def _finding(message: str, cure: str) -> Finding:
    return Finding(Place("mkdocs.yml"), Rule.SETTINGS, message, cure)


DIRTY = _finding("a dirty build was asked for.", "Build without `--dirty`.")
