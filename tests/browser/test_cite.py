"""Citing: the box says what to copy, comes to the number that was followed, and copies by mouse and keyboard."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect

from browser.test_barriers import AXE, FOUND

WIDTHS = (320, 1440)
KCSP = "Kent Community Safety Partnership"
COPIED = "navigator.clipboard.readText()"


@pytest.mark.parametrize(
    ("address", "number", "name", "citation"),
    [
        ("kcsp/2016-03-16/b3/", "#paragraph-2-2 > a", "Cite paragraph 2.2", f"{KCSP}, 16 March 2016, item B3, paragraph 2.2"),
        ("kcsp/2016-03-16/b2/", "#paragraph-3-4--2 > a", "Cite second paragraph 3.4",
         f"{KCSP}, 16 March 2016, item B2, second paragraph 3.4"),
        ("kcsp/2016-03-16/notes/", "#minute-117 > a", "Cite minute 117", f"{KCSP}, notes of 16 March 2016, minute 117"),
        ("kcsp/2016-03-16/notes/", "#minute-117-3 > a", "Cite minute 117, paragraph 3",
         f"{KCSP}, notes of 16 March 2016, minute 117, paragraph 3"),
        ("kcsp/2016-03-16/notes/", "#resolution-117-2 .pr-notice-title > a", "Cite minute 117, resolution 2",
         f"{KCSP}, notes of 16 March 2016, minute 117, resolution 2"),
        ("kcsp/2016-03-16/notes/", "#resolution-118-1 .pr-notice-title > a", "Cite minute 118, resolution",
         f"{KCSP}, notes of 16 March 2016, minute 118, resolution"),
        ("kcsp/2013-10-17/notes/", "#minute-38-3", "Cite minute 38, paragraph 3",
         f"{KCSP}, notes of 17 October 2013, minute 38, paragraph 3"),
    ],
    ids=["paragraph", "twice", "minute", "paragraph of a minute", "one of several", "resolution", "numbered resolution"],
)  # fmt: skip
def test_the_box_comes_to_the_number_that_was_followed(page: Page, address: str, number: str, name: str, citation: str) -> None:
    """It names the place and stands right below it, in view."""
    page.goto(address)
    link = page.locator(number)
    link.focus()
    page.keyboard.press("Enter")
    box = page.get_by_role("region", name=name)
    expect(box).to_be_in_viewport()
    expect(box).to_contain_text(citation)
    expect(box.get_by_role("link")).to_have_text(page.url)
    expect(page.locator("#cite-status")).to_have_text(f"{name}: below it")
    assert page.evaluate("document.getElementById('cite').getBoundingClientRect().top") > 0


def test_citation_and_address_are_copied_by_keyboard(context: BrowserContext, page: Page) -> None:
    """The stop after the number is in the box. What was copied is announced, and said on the button."""
    context.grant_permissions(["clipboard-read", "clipboard-write"])
    page.goto("kcsp/2016-03-16/b3/")
    page.locator("#paragraph-2-2 > a").press("Enter")
    page.keyboard.press("Tab")
    expect(page.locator("#paragraph-2-2 > a")).to_be_focused()
    page.keyboard.press("Tab")
    expect(page.get_by_role("button", name="Copy citation")).to_be_focused()
    page.keyboard.press("Enter")
    expect(page.locator("#cite-status")).to_have_text("Citation copied")
    assert page.evaluate(COPIED) == f"{KCSP}, 16 March 2016, item B3, paragraph 2.2"
    page.get_by_role("button", name="Copy address").click()
    expect(page.locator("#cite-status")).to_have_text("Address copied")
    assert page.evaluate(COPIED) == page.url
    expect(page.get_by_role("button", name="Copied")).to_have_count(2)


def test_without_a_clipboard_the_text_is_selected(page: Page) -> None:
    """On a site without encryption browsers give scripts no clipboard."""
    page.add_init_script("delete Navigator.prototype.clipboard; document.execCommand = () => false;")
    page.goto("kcsp/2016-03-16/b3/")
    page.get_by_role("button", name="Copy citation").click()
    expect(page.locator("#cite-status")).to_have_text("Citation selected: copy it with your keyboard")
    assert page.evaluate("getSelection().toString()") == f"{KCSP}, 16 March 2016, item B3"


def test_who_arrives_at_a_place_finds_its_citation_at_the_end(page: Page) -> None:
    """The text is not pushed apart for those who came to read it; another place brings the box home."""
    page.goto("kcsp/2016-03-16/notes/#minute-117-3")
    expect(page.locator("#cite-line")).to_have_text(f"{KCSP}, notes of 16 March 2016, minute 117, paragraph 3")
    expect(page.locator("article #cite")).to_have_count(0)
    page.locator("#minute-118 > a").click()
    expect(page.locator("article #cite")).to_have_count(1)
    page.get_by_role("navigation", name="On this page").get_by_role("link", name="Attendance").click()
    expect(page.locator("article #cite")).to_have_count(0)
    expect(page.locator("#cite-line")).to_have_text(f"{KCSP}, notes of 16 March 2016, “Attendance”")


def test_limbs_items_and_tables_are_named(page: Page) -> None:
    """Whatever has an address can be cited by it."""
    for address, name in {
        "kcsp/2013-10-17/notes/#minute-38-3-b": "Cite minute 38, paragraph 3(b)",
        "kcsp/2016-03-16/#item-b2": "Cite item B2",
        "kcsp/2016-03-16/b2/#section-2-0": "Cite section 2.0",
        "kcsp/2016-03-16/notes/#request-117-1": "Cite minute 117, report asked for",
        "kcsp/2014-03-18/b6/#request-5-2-1": "Cite paragraph 5.2, report asked for 1",
        "agreement/2.0/#text-foreword-3": "Cite “Foreword”, unnumbered paragraph 3",
        "agreement/2.0/#text-3-1": "Cite section 3, unnumbered paragraph 1",
    }.items():
        page.goto(address)
        expect(page.locator("#cite-name")).to_have_text(name)


def test_without_scripts_the_page_is_cited(chromium: Browser, served: str) -> None:
    """As text, with an address and without buttons that would do nothing."""
    context = chromium.new_context(base_url=served, java_script_enabled=False)
    page = context.new_page()
    page.goto("kcsp/2016-03-16/b2/")
    box = page.get_by_role("region", name="Cite this page")
    expect(box).to_contain_text(f"{KCSP}, 16 March 2016, item B2")
    expect(box.get_by_role("link")).to_have_text(re.compile(r"kcsp/2016-03-16/b2/$"))
    expect(box.get_by_role("button")).to_have_count(0)
    context.close()


@pytest.mark.parametrize("width", WIDTHS)
def test_axe_finds_no_barrier_beside_a_paragraph(page: Page, width: int) -> None:
    """Nor does the page scroll sideways with the box in the text."""
    page.set_viewport_size({"width": width, "height": 900})
    page.goto("kcsp/2016-03-16/notes/")
    page.locator("#resolution-117-1 .pr-notice-title > a").click()
    page.evaluate(AXE)
    assert page.evaluate(FOUND) == []
    assert page.evaluate("document.documentElement.scrollWidth") == width
