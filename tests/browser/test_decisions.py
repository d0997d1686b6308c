"""Finding decisions by several things at once: from the form, from an address, from the keyboard, and without scripts."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect

from browser.test_barriers import AXE, FOUND
from browser.watch import Watch

WIDTHS = (320, 1440)


def test_the_form_combines_kind_and_subject(page: Page) -> None:
    """By keyboard; the number found is announced, and the newest stands first."""
    page.goto("decisions/")
    page.get_by_label("Kind", exact=True).select_option("Noted")
    page.get_by_label("Subject", exact=True).select_option("Prevent")
    page.get_by_role("button", name="Show decisions").press("Enter")
    expect(page.get_by_role("status").first).to_have_text("3 decisions found: Noted, Prevent")
    expect(page).to_have_url(re.compile(r"/decisions/\?kind=noted&subject=prevent$"))
    found = page.locator("#decisions-found > li")
    assert [text.splitlines()[0] for text in found.all_inner_texts()] == [
        "PREVENT - Verbal Update",
        "Prevent update",
        "Prevent - Presentation",
    ]
    expect(page.locator("#decisions-newest")).to_be_hidden()
    found.first.get_by_role("link").click()
    expect(page.locator("#resolution-121-1")).to_be_in_viewport()


def test_an_address_can_be_shared_and_back_undoes_a_choice(page: Page) -> None:
    """It shows what its sender saw."""
    page.goto("decisions/?year=2016&body=kcsp")
    status = page.get_by_role("status").first
    expect(status).to_have_text("13 decisions found: 2016, Kent Community Safety Partnership")
    expect(page.get_by_label("Year", exact=True)).to_have_value("2016")
    page.get_by_label("Kind", exact=True).select_option("Thanked")
    page.get_by_role("button", name="Show decisions").click()
    expect(status).to_have_text("1 decision found: 2016, Thanked, Kent Community Safety Partnership")
    page.go_back()
    expect(status).to_have_text("13 decisions found: 2016, Kent Community Safety Partnership")


def test_all_decisions_brings_the_page_back(page: Page) -> None:
    """With nothing chosen there is nothing to announce."""
    page.goto("decisions/?year=2013&kind=thanked")
    expect(page.get_by_role("status").first).to_have_text("No decisions found: 2013, Thanked")
    page.get_by_role("button", name="All decisions").click()
    expect(page.locator("#decisions-newest")).to_be_visible()
    expect(page.get_by_role("status").first).to_have_text("")
    expect(page).to_have_url(re.compile(r"/decisions/$"))


def test_nothing_is_fetched_until_somebody_asks(page: Page, watch: Watch) -> None:
    """The data costs only those who use it, and those once."""
    page.goto("decisions/")
    page.wait_for_load_state("networkidle")
    assert [url for url in watch.requests if "/data/" in url] == []
    for year in ("2013", "2015"):
        page.get_by_label("Year", exact=True).select_option(year)
        page.get_by_role("button", name="Show decisions").click()
        expect(page.get_by_role("status").first).to_contain_text(year)
    assert len([url for url in watch.requests if url.endswith("/data/decisions.json")]) == 1


def test_data_that_cannot_be_fetched_is_reported(context: BrowserContext) -> None:
    """The lists are there all the same."""
    page = context.new_page()
    page.route("**/data/**", lambda route: route.abort())
    page.goto("decisions/?year=2016")
    expect(page.get_by_role("status").first).to_contain_text("could not be loaded")
    expect(page.locator("#decisions-newest")).to_be_visible()


def test_without_scripts_there_are_lists_and_no_form(chromium: Browser, served: str) -> None:
    """By kind, by subject: links to pages."""
    context = chromium.new_context(base_url=served, java_script_enabled=False)
    page = context.new_page()
    page.goto("decisions/")
    expect(page.get_by_role("button", name="Show decisions")).to_be_hidden()
    page.get_by_role("navigation", name="Lists of decisions").get_by_role("link", name="Prevent", exact=True).click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Decisions: Prevent")
    expect(page.get_by_role("main").get_by_role("link", name="PREVENT - Verbal Update")).to_be_visible()
    context.close()


@pytest.mark.parametrize("width", WIDTHS)
def test_axe_finds_no_barrier_in_what_was_found(page: Page, width: int) -> None:
    """Nor does the page scroll sideways."""
    page.set_viewport_size({"width": width, "height": 900})
    page.goto("decisions/?kind=noted")
    expect(page.get_by_role("status").first).to_contain_text("decisions found")
    page.evaluate(AXE)
    assert page.evaluate(FOUND) == []
    assert page.evaluate("document.documentElement.scrollWidth") == width
