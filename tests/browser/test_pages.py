"""Every kind of page, as a browser shows it: its frame, its headings, its width, and the way through it without scripts."""

from __future__ import annotations

import re
from itertools import pairwise
from pathlib import Path
from urllib.request import urlopen

import html5lib
import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect

from browser.kinds import ADDRESSES
from browser.watch import Watch

SHOTS = Path(__file__).resolve().parents[2] / "test-results"
WIDTHS = (320, 1440)
OVERFLOW = "document.documentElement.scrollWidth - document.documentElement.clientWidth"
DANGLING = """
[...document.querySelectorAll('a[href^="#"]')].map((link) => link.hash.slice(1)).filter((id) => !document.getElementById(id))
"""
LEVELS = "[...document.querySelectorAll('h1,h2,h3,h4,h5,h6')].map((heading) => Number(heading.tagName[1]))"

each_kind = pytest.mark.parametrize("kind", ADDRESSES)


@each_kind
def test_a_page_never_scrolls_sideways(page: Page, kind: str) -> None:
    """A phone of 320 px is what 400 % zoom makes of a desktop; some enlarge the text alone. The pictures are for people."""
    SHOTS.mkdir(exist_ok=True)
    _open(page, kind)
    widths = {}
    for width in WIDTHS:
        page.set_viewport_size({"width": width, "height": 2000})
        widths[width] = page.evaluate(OVERFLOW)
        page.screenshot(path=SHOTS / f"{kind}-{width}.png")
    page.set_viewport_size({"width": 640, "height": 900})
    page.evaluate("document.documentElement.style.fontSize = '200%'")
    assert (widths, page.evaluate(OVERFLOW)) == (dict.fromkeys(WIDTHS, 0), 0)


@each_kind
def test_a_page_says_what_it_is(page: Page, kind: str) -> None:
    """One first heading, the others in order below it; its language; and, once, that it is not the official record."""
    _open(page, kind)
    levels = page.evaluate(LEVELS)
    assert levels[0] == 1
    assert levels.count(1) == 1
    assert [(above, below) for above, below in pairwise(levels) if below > above + 1] == []
    assert page.evaluate("document.documentElement.lang") == "en-GB"
    expect(page.get_by_text("It is not the official record, which is held by")).to_have_count(1)
    expect(page.get_by_role("contentinfo").get_by_role("link", name="Open Government Licence")).to_be_visible()


@each_kind
def test_a_page_is_valid_to_a_strict_parser(served: str, kind: str) -> None:
    """It reads the same in every browser; no inline script is run, so that a strict security policy needs no exception."""
    with urlopen(served + ADDRESSES[kind]) as answer:  # noqa: S310 - of this machine; no browser is needed to read it
        text = answer.read().decode()
    parser = html5lib.HTMLParser(strict=True)
    tree = parser.parse(text)
    assert tree.find(".//{*}script[@src]") is not None
    assert tree.findall(".//{*}style") == []
    # Linked data are never run.
    inline = [script.attrib.get("type") for script in tree.iterfind(".//{*}script") if "src" not in script.attrib]
    assert [kind for kind in inline if kind != "application/ld+json"] == []
    assert tree.findall(".//*[@style]") == []


def test_every_address_within_a_page_leads_somewhere(page: Page) -> None:
    """Paragraphs and headings are linked from the contents, from search and from elsewhere."""
    _open(page, "notes")
    assert page.evaluate(DANGLING) == []


def test_an_item_opens_with_what_was_decided(page: Page) -> None:
    """The decision stands before the facts and the paper."""
    _open(page, "item")
    headings = page.locator("main h2").all_inner_texts()
    assert [heading.strip() for heading in headings[:3]] == ["What was decided", "What was asked for", "The paper"]
    expect(page.locator("#outcome")).to_be_in_viewport()


def test_a_withheld_item_opens_with_its_notice(page: Page) -> None:
    """A reader sees at once that nothing is missing by mistake."""
    _open(page, "item-withheld")
    expect(page.get_by_role("note").filter(has_text="Withheld")).to_be_in_viewport()


def test_the_contents_unfold_beside_the_text_on_a_wide_screen_only(page: Page) -> None:
    """On a phone they would push the text away."""
    page.set_viewport_size({"width": 1440, "height": 900})
    _open(page, "notes")
    entry = page.get_by_role("navigation", name="On this page").get_by_role("link").first
    expect(entry).to_be_visible()
    page.set_viewport_size({"width": 320, "height": 900})
    expect(entry).to_be_hidden()
    page.get_by_text("On this page").click()
    expect(entry).to_be_visible()


def test_the_choice_of_colours_is_kept(page: Page) -> None:
    """It goes along to the next page."""
    _open(page, "meeting")
    light = _ground(page)
    page.get_by_role("button", name="Dark colours").click()
    dark = _ground(page)
    _open(page, "item")
    assert (light, _ground(page)) == ("rgb(255, 255, 255)", dark)
    assert dark != light


def test_the_first_stop_of_the_keyboard_skips_to_the_content(page: Page) -> None:
    """Nobody should have to pass the header on every page."""
    _open(page, "item")
    page.keyboard.press("Tab")
    expect(page.get_by_role("link", name="Skip to the content")).to_be_focused()
    page.keyboard.press("Enter")
    expect(page.get_by_role("main")).to_be_focused()


def test_print_leaves_the_paper_and_what_it_is(page: Page) -> None:
    """Headers for a screen are no use on paper; the line that says what this is stays."""
    _open(page, "item")
    page.emulate_media(media="print")
    expect(page.get_by_role("search")).to_be_hidden()
    expect(page.get_by_text("It is not the official record")).to_be_visible()


def test_print_keeps_an_item_whole_and_leaves_ways_out(page: Page) -> None:
    """An item of the agenda begins on the sheet on which it ends; paper leads nowhere."""
    page.emulate_media(media="print")
    _open(page, "meeting")
    expect(page.locator(".pr-item").first).to_have_css("break-inside", "avoid")
    _open(page, "agreement-actions")
    expect(page.get_by_role("navigation")).to_have_count(0)
    expect(page.get_by_role("table").first).to_be_visible()


def test_the_record_can_be_read_without_scripts(chromium: Browser, served: str) -> None:
    """Home, meeting, item, notes: by links alone, and dark where the reader's system is dark."""
    context = chromium.new_context(base_url=served, java_script_enabled=False, color_scheme="dark")
    watch = Watch(context, served)
    page = context.new_page()
    page.goto("")
    page.get_by_role("link", name="Meetings", exact=True).click()
    page.get_by_role("link", name="Kent Community Safety Partnership, 16 March 2016").click()
    page.get_by_role("link", name="Serious and Organised Crime").first.click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Serious and Organised Crime")
    page.get_by_role("link", name="minute 116 of 16 March 2016").first.click()
    expect(page).to_have_url(re.compile(r"/notes/#resolution-116-1$"))
    expect(page.locator("#resolution-116-1")).to_be_in_viewport()
    expect(page.locator("body")).to_have_css("background-color", "rgb(20, 25, 30)")
    context.close()
    assert (watch.elsewhere, watch.errors) == ([], [])


def test_the_page_for_unknown_addresses_leads_on(context: BrowserContext) -> None:
    """Read as text: its links begin at the root, for a host shows it at any depth."""
    text = context.request.get("404.html").text()
    assert text.count("<h1>") == 1
    assert text.count("It is not the official record") == 1
    assert 'href="/meetings/"' in text


def test_search_without_scripts_leads_to_browsing(chromium: Browser, served: str) -> None:
    """The form works as a form, and the page behind it says what else there is."""
    context = chromium.new_context(base_url=served, java_script_enabled=False)
    page = context.new_page()
    page.goto(ADDRESSES["meeting"])
    page.get_by_label("Search the record").fill("wardens")
    page.get_by_role("button", name="Search").click()
    assert page.url == f"{served}search/?q=wardens"
    expect(page.get_by_role("main").get_by_role("link", name="meetings by year")).to_be_visible()
    context.close()


def test_home_answers_the_three_questions(page: Page) -> None:
    """When is the next meeting, what was decided last, where do I look."""
    page.goto("")
    region = page.get_by_role("main")
    expect(region.get_by_text("No meeting to come is in the record.")).to_contain_text("meeting of 10 June 2019")
    decided = region.locator("section", has=page.get_by_role("heading", name="Latest decisions")).get_by_role("listitem")
    expect(decided.first).to_contain_text("RESOLVED that")
    expect(region.get_by_role("search").get_by_label("Search the record")).to_be_in_viewport()
    for way in ("Meetings by year", "By subject"):
        expect(region.locator("section", has=page.get_by_role("heading", name=way)).get_by_role("link").first).to_be_visible()


def _open(page: Page, kind: str) -> None:
    page.goto(ADDRESSES[kind])
    if kind == "search-results":
        expect(page.get_by_role("status")).to_contain_text("found for")


def _ground(page: Page) -> str:
    return str(page.evaluate("getComputedStyle(document.body).backgroundColor"))
