from __future__ import annotations

from pathlib import Path

import pytest

from public_record.verify.manifest import unaccounted


@pytest.fixture
def site(tmp_path: Path) -> Path:
    for name in ("index.html", "assets/a/b.js", "kcsp/index.html"):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).touch()
    return tmp_path


ANNOUNCED = {"index.html", "assets/", "kcsp/index.html"}


def test_a_site_of_announced_files_is_accounted_for(site: Path) -> None:
    """Files by name, the theme's folder as a whole."""
    assert unaccounted(site, ANNOUNCED) == []


def test_a_file_that_nobody_announced_is_named(site: Path) -> None:
    """Attachments and left-overs were published elsewhere because nobody asked where they came from."""
    (site / "kcsp" / "annex.txt").touch()
    (site / "assets.js").touch()
    (site / ".hidden").touch()
    assert unaccounted(site, ANNOUNCED) == [".hidden", "assets.js", "kcsp/annex.txt"]


def test_a_folder_is_announced_by_the_stroke_at_its_end(site: Path) -> None:
    """At any depth; without the stroke the name is that of a file, and part of a name is none."""
    assert unaccounted(site, {"index.html", "assets/a/", "kcsp/"}) == []
    assert unaccounted(site, {"index.html", "assets", "kcsp/index.html"}) == ["assets/a/b.js"]
    assert unaccounted(site, {"index.html", "asset/", "s/", "a/", "b.js/", "kcsp/"}) == ["assets/a/b.js"]


def test_an_announced_folder_may_be_empty(site: Path) -> None:
    """It is the theme's, as a whole."""
    (site / "assets" / "fonts").mkdir()
    (site / "extra").mkdir()
    assert unaccounted(site, {*ANNOUNCED, "extra/"}) == []


def test_an_empty_folder_is_named(site: Path) -> None:
    """Its name is published with it."""
    (site / "kcsp" / "left-over").mkdir()
    assert unaccounted(site, ANNOUNCED) == ["kcsp/left-over"]


def test_links_to_elsewhere_are_never_accounted_for(site: Path, tmp_path_factory: pytest.TempPathFactory) -> None:
    """What they show is not in the site when the site is read."""
    elsewhere = tmp_path_factory.mktemp("elsewhere")
    (elsewhere / "a.txt").touch()
    (site / "assets" / "folder").symlink_to(elsewhere)
    (site / "assets" / "file.txt").symlink_to(elsewhere / "a.txt")
    (site / "assets" / "nowhere").symlink_to("missing")
    assert unaccounted(site, ANNOUNCED) == ["assets/file.txt", "assets/folder", "assets/nowhere"]


def test_a_site_that_is_missing_is_an_error(tmp_path: Path) -> None:
    """An empty list must mean that everything was looked at."""
    with pytest.raises(FileNotFoundError):
        unaccounted(tmp_path / "nowhere", set())
