"""Configurations under which MkDocs would publish what never passed the gate are refused."""

from __future__ import annotations

import pytest
from click.testing import CliRunner
from mkdocs.__main__ import cli as mkdocs

from tiny import MKDOCS, TinySite

pytestmark = pytest.mark.site


@pytest.mark.parametrize(
    ("change", "refusal"),
    [
        (("docs_dir: site_config/pages", "docs_dir: content"), "`docs_dir` and the folder of the record lie in one another."),
        (
            ("strict: true", "strict: true\nsite_dir: content/site"),
            "`site_dir` and the folder of the record lie in one another.",
        ),
        (("plugins: [public-record]", "plugins: [public-record, search]"), "other plugins are configured (1)."),
        (("strict: true", "strict: true\nhooks: [hook.py]"), "`hooks` are configured."),
        (("[tables, toc]", "[tables, pymdownx.snippets]"), "a Markdown extension is not on the list."),
        (("strict: true", "strict: true\nuse_directory_urls: false"), "`use_directory_urls` is off."),
    ],
    ids=["docs-dir", "site-dir", "neighbour", "hooks", "snippets", "urls"],
)
def test_an_unsafe_configuration_is_refused(site: TinySite, change: tuple[str, str], refusal: str) -> None:
    """Each of these is a way by which others have leaked."""
    site.write("hook.py", "")
    site.write("mkdocs.yml", MKDOCS.replace(*change))
    result = site.run("build")
    assert result.exit_code == 1
    assert f"mkdocs.yml:1:1: error [settings] {refusal}" in result.output
    assert not site.output.exists()


def test_mkdocs_by_itself_is_as_safe(site: TinySite, monkeypatch: pytest.MonkeyPatch) -> None:
    """`mkdocs build` goes through the same plugin."""
    monkeypatch.chdir(site.root)
    assert CliRunner().invoke(mkdocs, ["build", "--quiet"]).exit_code == 0
    assert not [name for name, data in site.files().items() if b"secret" in data.lower() or "SECRET" in name]


def test_a_dirty_build_is_refused(site: TinySite, monkeypatch: pytest.MonkeyPatch) -> None:
    """It would leave the pages of withdrawn documents standing."""
    monkeypatch.chdir(site.root)
    result = CliRunner().invoke(mkdocs, ["build", "--dirty"])
    assert result.exit_code == 1
    assert not site.output.exists()


def test_without_the_plugin_there_is_nothing_to_leak(site: TinySite, monkeypatch: pytest.MonkeyPatch) -> None:
    """docs_dir holds hand-written public pages only."""
    monkeypatch.chdir(site.root)
    site.write("mkdocs.yml", MKDOCS.replace("plugins: [public-record]", "plugins: []").replace("nav:", "x:").split("x:")[0])
    CliRunner().invoke(mkdocs, ["build"])
    assert not [name for name, data in site.files().items() if b"secret" in data.lower() or "SECRET" in name]
