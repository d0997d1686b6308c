"""A build that fails publishes nothing and leaves the last good site where it was."""

from __future__ import annotations

import errno
import os
from pathlib import Path

import pytest

from public_record.outputs import write
from tiny import FOLDER, PAPER, TinySite


@pytest.fixture
def built(site: TinySite) -> TinySite:
    """A site that was built once."""
    site.build()
    return site


def test_a_broken_file_stops_the_build_with_its_place(built: TinySite) -> None:
    """An unquoted colon is the commonest slip of all."""
    before = built.files()
    built.write(f"{FOLDER}/b1.md", PAPER.replace("title: The bridge", "title: The bridge: a report"))
    result = built.run("build")
    assert result.exit_code == 1
    assert f"{FOLDER}/b1.md:5:18: error [front-matter]" in result.output
    assert "1 finding: nothing was published." in result.output
    assert built.files() == before
    assert built.leftovers() == ["site"]


def test_all_findings_come_at_once(site: TinySite) -> None:
    """A clerk mends everything in one go. A key that is misspelt is one slip, not one that is missing, too."""
    site.write(f"{FOLDER}/b1.md", PAPER.replace("access: public", "acess: public"))
    site.write(f"{FOLDER}/b2.md", PAPER.replace("item: B1", "item: B9"))
    result = site.run("build")
    assert [line.split(" ")[1] for line in result.output.splitlines() if ": error [" in line] == [
        f"{FOLDER}/b1.md:3:1:",
        f"{FOLDER}/b2.md:4:7:",
    ]


def test_a_full_disk_leaves_the_old_site(built: TinySite, monkeypatch: pytest.MonkeyPatch) -> None:
    """Half-way through, nothing has touched the old site yet."""
    before = built.files()

    def full(*_: object) -> None:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    monkeypatch.setattr(write, "indexing", full)
    result = built.run("build")
    assert (result.exit_code, result.output.splitlines()[-1]) == (2, "Could not run: No space left on device.")
    assert built.files() == before
    assert built.leftovers() == ["site"]


def test_a_warning_of_a_strict_build_leaves_the_old_site(built: TinySite) -> None:
    """MkDocs would count it only after the site was written."""
    before = built.files()
    built.write("site_config/pages/about.md", "# About\n\n[Nowhere](nowhere.md)\n")
    result = built.run("build")
    assert result.exit_code == 1
    assert "There were warnings, and the build is strict; nothing was published." in result.output
    assert built.files() == before


def test_what_a_build_that_was_cut_off_left_is_removed_by_the_next(built: TinySite) -> None:
    """The staging folder is begun anew."""
    built.write(".site-next/half/index.html", "half a page")
    built.build()
    assert built.leftovers() == ["site"]
    assert "half/index.html" not in built.files()


def test_a_missing_folder_of_the_record_is_a_finding(tmp_path: Path, site: TinySite) -> None:
    """A build without a record would publish an empty site."""
    (site.root / "content").rename(tmp_path / "elsewhere")
    result = site.run("build")
    assert result.exit_code == 1
    assert "content:1:1: error [unreadable] there is no folder of this name." in result.output
