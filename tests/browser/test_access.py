"""What axe cannot see: large text, forced colours, motion, names that repeat, and each task by keyboard alone."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import BrowserContext, Locator, Page, expect

from browser.kinds import ADDRESSES

NARROW = {"width": 320, "height": 900}
STOPS = 120
OVERFLOW = "document.documentElement.scrollWidth - document.documentElement.clientWidth"
# Links that say the same in the same sentence, and lead to different places. A number leads to the place that it stands in.
AMBIGUOUS = """
() => {
  const words = (element) => (element.getAttribute("aria-label") ?? element.textContent).trim().replace(/\\s+/g, " ");
  const places = new Map();
  for (const link of document.querySelectorAll("a[href]")) {
    if (link.hash && document.getElementById(link.hash.slice(1))?.contains(link)) continue;
    const around = link.closest("li, td, th, dd") ?? link.closest("p, h1, h2, h3, h4, h5, h6") ?? link;
    const key = `${words(link)} | ${around.textContent.trim().replace(/\\s+/g, " ")}`;
    places.set(key, (places.get(key) ?? new Set()).add(link.href));
  }
  return [...places].filter(([, targets]) => targets.size > 1).map(([key]) => key);
}
"""
UNNAMED = """
[...document.querySelectorAll("nav, [role=region], section[aria-labelledby]")]
  .filter((one) => !one.ariaLabel && !document.getElementById(one.getAttribute("aria-labelledby")))
  .map((one) => one.outerHTML.slice(0, 80))
"""
REPEATED = """
() => {
  const names = [...document.querySelectorAll("nav")].map((one) => one.ariaLabel);
  return names.filter((name, place) => names.indexOf(name) !== place);
}
"""
BARE_TABLES = """
[...document.querySelectorAll("table")].filter((one) => !one.querySelector("th[scope]")).map((one) => one.innerText)
"""
EDGELESS = """
[...document.querySelectorAll(".pr-notice, .pr-resolution, .pr-tag, button, input:not([type=checkbox]), select")]
  .filter((one) => one.checkVisibility() && getComputedStyle(one).borderLeftStyle === "none")
  .map((one) => one.className || one.tagName)
"""

QUESTIONS = {
    "overflow": OVERFLOW,
    "ambiguous": AMBIGUOUS,
    "unnamed": UNNAMED,
    "repeated": REPEATED,
    "bare tables": BARE_TABLES,
}


@pytest.mark.parametrize("kind", ADDRESSES)
def test_a_page_bears_large_text_and_names_its_parts(page: Page, kind: str) -> None:
    """Twice the text on the narrowest screen never scrolls sideways; what can be listed can be told apart."""
    page.set_viewport_size(NARROW)  # type: ignore[arg-type]
    page.goto(ADDRESSES[kind])
    if kind == "search-results":
        expect(page.get_by_role("status")).to_contain_text("found for")
    page.evaluate("document.documentElement.style.fontSize = '200%'")
    seen = {name: page.evaluate(question) for name, question in QUESTIONS.items()}
    assert seen == {"overflow": 0, "ambiguous": [], "unnamed": [], "repeated": [], "bare tables": []}


def test_the_sections_take_two_lines_on_a_phone(page: Page) -> None:
    """The page itself is what somebody came for."""
    page.set_viewport_size(NARROW)  # type: ignore[arg-type]
    page.goto(ADDRESSES["meeting"])
    links = page.get_by_role("navigation", name="Sections of this site").get_by_role("link").all()
    tops = {round(box["y"]) for link in links if (box := link.bounding_box())}
    assert len(tops) == 2


def test_nothing_moves_for_who_asked_for_that(page: Page) -> None:
    """Jumps to a paragraph are glides only where nobody minds."""
    page.goto(ADDRESSES["notes"])
    glides = "[getComputedStyle(document.documentElement).scrollBehavior, document.getAnimations().length]"
    asked = page.evaluate(glides)
    page.emulate_media(reduced_motion="no-preference")
    assert (asked, page.evaluate(glides)) == (["auto", 0], ["smooth", 0])


@pytest.mark.parametrize("kind", ["meeting", "item", "item-withheld", "notes", "requests", "decisions", "search-results"])
def test_forced_colours_leave_every_notice_and_control_its_edge(page: Page, kind: str) -> None:
    """Where a system paints over all grounds, an edge says what a ground said."""
    page.emulate_media(forced_colors="active")
    page.goto(ADDRESSES[kind])
    if kind == "search-results":
        expect(page.get_by_role("status")).to_contain_text("found for")
    assert page.evaluate(EDGELESS) == []


def test_a_decision_is_found_and_cited_by_keyboard_alone(context: BrowserContext, page: Page) -> None:
    """From the home page to the meeting, to the minute, to its citation on the clipboard."""
    context.grant_permissions(["clipboard-read", "clipboard-write"])
    page.goto("")
    _follow(page, page.get_by_role("navigation", name="Sections of this site").get_by_role("link", name="Meetings"))
    _follow(page, page.get_by_role("link", name="Kent Community Safety Partnership, 16 March 2016"))
    _follow(page, page.get_by_role("link", name="Minute 117", exact=True))
    expect(page).to_have_url(re.compile(r"/notes/#minute-117$"))
    _follow(page, page.locator("#minute-117 > a"))
    _follow(page, page.get_by_role("button", name="Copy citation"))
    expect(page.locator("#cite-status")).to_have_text("Citation copied")
    copied = page.evaluate("navigator.clipboard.readText()")
    assert copied == "Kent Community Safety Partnership, notes of 16 March 2016, minute 117"


def test_a_search_is_narrowed_and_ordered_by_keyboard_alone(page: Page) -> None:
    """Words, a filter, an order, a result."""
    page.goto("search/")
    _reach(page, page.get_by_label("Words to look for"))
    page.keyboard.type("wardens")
    page.keyboard.press("Enter")
    status = page.get_by_role("status")
    expect(status).to_contain_text("found for")
    _reach(page, page.get_by_label(re.compile(r"^Minute \(\d+\)$")))
    page.keyboard.press("Space")
    expect(status).to_have_text("2 results found for “wardens”")
    _reach(page, page.get_by_label("Order"))
    page.keyboard.press("N")
    expect(status).to_have_text("2 dated results found for “wardens”")
    _follow(page, page.get_by_role("link", name="Minute 123: Crime Stoppers Update Presentation"))
    expect(page).to_have_url(re.compile(r"/kcsp/2016-03-16/notes/#minute-123$"))


def _follow(page: Page, target: Locator) -> None:
    _reach(page, target)
    page.keyboard.press("Enter")


def _reach(page: Page, target: Locator) -> None:
    """Go from stop to stop until the one that is meant has the keyboard."""
    wanted = target.first
    wanted.wait_for()
    for _ in range(STOPS):
        page.keyboard.press("Tab")
        if wanted.evaluate("element => element === document.activeElement"):
            return
    pytest.fail("the keyboard does not get there")
