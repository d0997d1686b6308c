"""Nothing restricted leaves: no word of it, no name, and no trace of how much there is."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from click.testing import CliRunner
from mkdocs.__main__ import cli as mkdocs

from tiny import FOLDER, TinySite, opened


def test_no_withheld_word_is_in_any_byte_of_the_site(site: TinySite) -> None:
    """Titles, texts, owners, authors, file names: all begin with SECRET in this record."""
    site.build()
    files = site.files()
    leaks = [name for name, data in files.items() if re.search(rb"secret", name.encode() + opened(data), re.IGNORECASE)]
    assert leaks == []
    # Nothing is proved by files that are not there.
    assert {
        "feed.xml", "subjects/roads/feed.xml", "group/calendar.ics", "data/withheld.csv", "data/record.zip", "sitemap.xml",
        "data/group/2025-03-02.json", "oparl/paper/group/2025-03-02/b1.json",
    } <= files.keys()  # fmt: skip


def test_no_withheld_word_is_in_the_log(site: TinySite) -> None:
    """Logs are public."""
    assert "secret" not in site.build().output.lower()


def test_the_site_does_not_change_with_what_is_withheld(site: TinySite) -> None:
    """Non-interference: other words, more of them, another file name; the same bytes."""
    site.build()
    before = site.comparable()
    for path in sorted((site.root / FOLDER).iterdir()):
        text = path.read_text(encoding="utf-8")
        path.unlink()
        name = path.name.replace("SECRETFILE", "quite-another")
        site.write(f"{FOLDER}/{name}", re.sub(r"SECRET\w+", "A much longer text than the one that stood here before", text))
    site.build()
    assert site.comparable() == before


def test_a_name_on_the_denylist_stops_the_build(site: TinySite, tmp_path: Path) -> None:
    """Whoever typed it, and wherever; the message names the page alone."""
    site.build()
    before = site.files()
    names = tmp_path / "names"
    site.run("deny", str(names), input="the engineer said")
    result = site.run("build", "--denylist", str(names))
    assert result.exit_code == 1
    assert (
        "group/2025-03-02/notes/index.html: a name of the denylist stands in this file of the finished site." in result.output
    )
    assert "engineer" not in result.output
    assert site.files() == before


def test_a_denylist_that_is_missing_stops_the_build(site: TinySite, tmp_path: Path) -> None:
    """Asked for and not there, it would protect nobody."""
    result = site.run("build", "--denylist", str(tmp_path / "nowhere"))
    assert (result.exit_code, result.output.splitlines()[-1]) == (1, "the denylist cannot be read: nothing was published.")


@pytest.mark.parametrize("verb", ["build", "check"])
def test_a_denylist_whose_name_was_lost_stops_the_build(site: TinySite, monkeypatch: pytest.MonkeyPatch, verb: str) -> None:
    """A pipeline that has no access to its secrets gives an empty name."""
    monkeypatch.setenv("PUBLIC_RECORD_DENYLIST", "")
    result = site.run(verb)
    assert result.exit_code != 0
    assert "the denylist cannot be read" in result.output


def test_a_denylist_is_that_of_its_build_alone(site: TinySite, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The host keeps our plugin for the next build of the same process, by its own command."""
    assert site.run("build", "--denylist", str(tmp_path / "nowhere")).exit_code == 1
    monkeypatch.chdir(site.root)
    assert CliRunner().invoke(mkdocs, ["build"]).exit_code == 0


def test_withheld_words_that_a_clerk_pasted_into_a_public_paper_stop_the_build(site: TinySite) -> None:
    """The second line sees what no mark protects, and names both places without the words."""
    paper = site.root / FOLDER / "b1.md"
    pasted = "SECRETPARAGRAPH about what was said in private of a person"
    site.write(f"{FOLDER}/b1.md", paper.read_text(encoding="utf-8") + f"\n1.4 And {pasted}, too.\n")
    result = site.run("build")
    assert result.exit_code == 1
    assert (
        "public-record: group/2025-03-02/b1/index.html: words that are withheld at "
        f"{FOLDER}/notes.md:22:1 stand in this file of the finished site." in result.output
    )
    assert "secret" not in result.output.lower()
    assert not site.output.exists()
