"""What our own frame of a page writes is text: the host escapes nothing by itself."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from tiny import AGENDA, FOLDER, MKDOCS, NOTES, TinySite

THEME = Path(__file__).parents[2] / "site_config" / "theme"
OURS = (
    "theme: {name: material, custom_dir: site_config/theme, language: en-GB, font: false}\nextra_css: [stylesheets/record.css]"
)
TITLE = "Lamps &lt;/title&gt;&lt;i&gt; &amp; 3 < 4"
ESCAPED = "Lamps &amp;lt;/title&amp;gt;&amp;lt;i&amp;gt; &amp;amp; 3 &lt; 4"


@pytest.fixture
def framed(site: TinySite) -> TinySite:
    """The tiny site in our own theme, with a title that would be markup if anything took it for that."""
    shutil.copytree(THEME, site.root / "site_config" / "theme")
    site.write("mkdocs.yml", MKDOCS.replace("theme: {name: material, font: false}", OURS))
    site.write(f"{FOLDER}/agenda.md", AGENDA.replace("title: The bridge", f"title: '{TITLE}'"))
    site.write(f"{FOLDER}/notes.md", NOTES.replace("## 7. The bridge", f"## 7. {TITLE}"))
    site.build()
    return site


def test_a_title_is_text_in_the_head_and_in_the_contents(framed: TinySite) -> None:
    """Not taken for markup, not even where it spells out entities."""
    assert f"<title>B1 {ESCAPED} \N{EN DASH} 2 March 2025" in framed.html("group/2025-03-02/b1")
    assert f'<a href="#minute-7">7. {ESCAPED}</a>' in framed.html("group/2025-03-02/notes")


def test_pages_without_a_number_are_cited_by_their_title(framed: TinySite) -> None:
    """With the name of the site; ways in to other pages are none to cite."""
    assert '<span id="cite-line">Decisions of 2025, A public record</span>' in framed.html("decisions/2025")
    assert "cite-line" not in framed.html("")
    assert "cite-line" not in framed.html("search")


def test_nothing_of_the_theme_below_is_published(framed: TinySite) -> None:
    """Its scripts, style sheets and pictures are those of a documentation site, and no page of ours asks for one."""
    ours = {
        f"{folder}/{path.name}" for folder in ("images", "javascripts", "stylesheets") for path in (THEME / folder).iterdir()
    }
    kinds = (".css", ".js", ".map", ".svg", ".png", ".ico")
    assert {name for name in framed.files() if name.endswith(kinds) and not name.startswith("pagefind/")} == ours


def test_a_project_without_a_theme_of_its_own_keeps_what_the_pages_need(site: TinySite) -> None:
    """Its pages are those of the theme that it names."""
    site.build()
    assert any(name.startswith("assets/stylesheets/") for name in site.files())
