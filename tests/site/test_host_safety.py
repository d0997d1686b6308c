"""Configurations under which MkDocs would publish what never passed the gate are refused."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner
from mkdocs.__main__ import cli as mkdocs

from tiny import FOLDER, MKDOCS, TinySite


@pytest.mark.parametrize(
    ("change", "refusal"),
    [
        (("docs_dir: site_config/pages", "docs_dir: content"), "`docs_dir` and the folder of the record lie in one another."),
        (
            ("strict: true", "strict: true\nsite_dir: content/site"),
            "`site_dir` and the folder of the record lie in one another.",
        ),
        (("plugins: [public-record]", "plugins: [public-record, search]"), "other plugins or hooks are configured."),
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


def test_a_site_inside_the_private_tree_is_refused(site: TinySite, monkeypatch: pytest.MonkeyPatch) -> None:
    """The folder of the site is replaced whole: the private tree would be gone."""
    kept = site.write("private/meetings/2025-03-02-group/d1.md", "x")
    monkeypatch.setenv("PUBLIC_RECORD_PRIVATE", str(site.root / "private"))
    site.write("mkdocs.yml", MKDOCS.replace("strict: true", "strict: true\nsite_dir: private"))
    result = site.run("build")
    assert "error [settings] `site_dir` and the folder of the record lie in one another." in result.output
    assert kept.read_text() == "x"


def test_hand_written_pages_stand_in_their_folder(site: TinySite) -> None:
    """Another folder could hold anything."""
    site.write("other/about.md", "# About\n")
    site.write("mkdocs.yml", MKDOCS.replace("site_config/pages", "other"))
    assert "error [settings] `docs_dir` is not site_config/pages." in site.run("build").output


def test_a_link_among_the_hand_written_pages_is_refused(site: TinySite) -> None:
    """MkDocs would publish the restricted file that it leads to."""
    (site.root / "site_config/pages/map.csv").symlink_to(site.root / FOLDER / "SECRETFILE.md")
    result = site.run("build")
    assert "error [settings] a link stands in `docs_dir`." in result.output
    assert not site.output.exists()


def test_quiet_does_not_hide_warnings_from_a_strict_build(site: TinySite, monkeypatch: pytest.MonkeyPatch) -> None:
    """MkDocs would count none, and publish."""
    monkeypatch.chdir(site.root)
    site.write("site_config/pages/about.md", "# About\n\n[Nowhere](nowhere.md)\n")
    assert CliRunner().invoke(mkdocs, ["build", "--quiet"]).exit_code == 1
    assert not site.output.exists()


def test_a_record_without_a_document_is_not_published(site: TinySite) -> None:
    """An empty site would take the place of the old one."""
    site.build()
    before = site.files()
    (site.root / "content").rename(site.root / "elsewhere")
    (site.root / "content").mkdir()
    result = site.run("build")
    assert "content:1:1: error [unreadable] there is no document in this folder." in result.output
    assert site.files() == before


def test_a_site_that_is_a_link_is_replaced_where_it_leads(site: TinySite, tmp_path: Path) -> None:
    """Twice, with nothing left over."""
    (tmp_path / "www").mkdir()
    site.output.symlink_to(tmp_path / "www")
    site.build()
    site.build()
    assert site.output.is_symlink()
    assert (tmp_path / "www" / "index.html").is_file()
    assert not (tmp_path / ".www-next").exists()
