"""The pages for clerks: whoever does what they say gets what they show, and a record that `check` accepts."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from PIL import Image

from clerk.conftest import FIRST_DAY
from clerk.examples import FENCED, FIRST, PAGES, Reader
from tiny import TinySite

FOLLOWED = sorted(path for path in PAGES.glob("*.md") if path not in {FIRST, PAGES / "README.md"})
_LINK = re.compile(r"\]\((?!https?://)([^)#]+)")


@pytest.fixture
def office(desk: TinySite, monkeypatch: pytest.MonkeyPatch) -> TinySite:
    """A project without any meeting, as on a clerk's first day."""
    monkeypatch.setenv("SOURCE_DATE_EPOCH", FIRST_DAY)
    for path in (desk.root / "content").rglob("*.md"):
        path.unlink()
    return desk


def test_the_first_meeting_is_published_in_ten_steps(office: TinySite) -> None:
    """Everything that the page shows is so."""
    reader = Reader(office)
    assert reader.follow(FIRST) == FIRST.read_text(encoding="utf-8")
    assert reader.troubles == []
    steps = re.findall(r"(?m)^## (\d+)\. ", FENCED.sub("", FIRST.read_text(encoding="utf-8")))
    assert steps == [str(step) for step in range(1, 11)]
    assert "access: draft" not in "".join(path.read_text() for path in (office.root / "content").rglob("*.md"))


@pytest.mark.parametrize("page", FOLLOWED, ids=lambda page: page.stem)
def test_what_a_page_shows_is_so(office: TinySite, page: Path) -> None:
    """Each goes on from the first meeting."""
    Reader(office).follow(FIRST)
    reader = Reader(office)
    assert reader.follow(page) == page.read_text(encoding="utf-8")
    assert reader.troubles == []
    assert reader.kinds


@pytest.mark.parametrize("page", sorted(PAGES.glob("*.md")), ids=lambda page: page.stem)
def test_links_and_pictures_lead_somewhere(page: Path) -> None:
    """And every page is listed on the first."""
    targets = _LINK.findall(page.read_text(encoding="utf-8"))
    assert [target for target in targets if not (page.parent / target).exists()] == []
    assert page.name == "README.md" or f"]({page.name})" in (PAGES / "README.md").read_text(encoding="utf-8")


@pytest.mark.parametrize("picture", sorted((PAGES / "images").glob("*.png")), ids=lambda picture: picture.stem)
def test_pictures_are_small_used_and_described(picture: Path) -> None:
    """A page with pictures loads on a slow line, and is read aloud."""
    pages = "".join(path.read_text(encoding="utf-8") for path in PAGES.glob("*.md"))
    with Image.open(picture) as image:
        assert image.format == "PNG"
    assert picture.stat().st_size < 60_000
    assert re.search(rf"!\[.{{20,}}\]\(images/{picture.name}\)", pages)
