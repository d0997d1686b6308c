"""axe-core over every kind of page, light and dark, narrow and wide, with no rule switched off."""

from __future__ import annotations

from importlib.resources import files
from typing import Literal

import pytest
from playwright.sync_api import Page, expect

from browser.kinds import ADDRESSES

AXE = files("axe_playwright_python").joinpath("axe.min.js").read_text(encoding="utf-8")
FOUND = """
async () => {
  const found = await axe.run(document, { preload: false, resultTypes: ["violations"] });
  return found.violations.flatMap((rule) => rule.nodes.map((node) => `${rule.id}: ${node.target.join(" ")}`));
}
"""
View = tuple[Literal["light", "dark"], int]
# No colour depends on the width (tests/contracts/test_colours.py): each colour scheme at one width, each width in one of them.
CROSSED: tuple[View, ...] = (("light", 1280), ("dark", 320))
VIEWS: tuple[View, ...] = (*CROSSED, ("dark", 1280), ("light", 320))
# Between them they have all that is shown at one width and not at the other: folded contents, filters, tables and frames.
FOLDING = {"home", "meeting", "item", "notes", "decisions", "requests", "agreement", "agreement-comparison", "search-results"}
UNFOLD = "document.querySelectorAll('details').forEach((one) => { one.open = true; })"


@pytest.mark.parametrize("kind", ADDRESSES)
def test_axe_finds_no_barrier(page: Page, kind: str) -> None:
    """All rules of axe, best practice included, in each colour scheme and at each width; contents and filters are open."""
    page.goto(ADDRESSES[kind])
    if kind == "search-results":
        expect(page.get_by_role("checkbox").first).to_be_visible()
    page.evaluate(AXE)
    found, views = {}, VIEWS if kind in FOLDING else CROSSED
    for colours, width in views:
        page.emulate_media(color_scheme=colours)
        page.set_viewport_size({"width": width, "height": 900})
        # The page folds and unfolds its contents with the width.
        page.evaluate(UNFOLD)
        found[colours, width] = page.evaluate(FOUND)
    assert found == {view: [] for view in views}


def test_what_folds_is_among_the_kinds() -> None:
    """One that was renamed would be looked at half as often, and nobody told."""
    assert ADDRESSES.keys() >= FOLDING


def test_axe_finds_no_barrier_with_everything_unfolded(page: Page) -> None:
    """Contents and filters are closed on a phone until they are asked for."""
    page.set_viewport_size({"width": 320, "height": 900})
    page.goto("search/?q=wardens")
    page.get_by_text("Narrow the results").click()
    expect(page.get_by_role("checkbox").first).to_be_visible()
    page.evaluate(AXE)
    filters = page.evaluate(FOUND)
    page.goto(ADDRESSES["notes"])
    page.get_by_text("On this page").click()
    page.evaluate(AXE)
    assert (filters, page.evaluate(FOUND)) == ([], [])
