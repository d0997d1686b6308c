"""Search, as readers use it: from the page, from the header, from an address that somebody sent them."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import BrowserContext, Page, expect

from browser.watch import Watch

MINUTE = "Minute 106: Community Wardens - Verbal update"
HEADING = "Minute 106. Community Wardens - Verbal update"
AT_ONCE = 10
FIRST = 5
BUDGET = 250_000
"""Bytes, for the first five results, as a host sends them that compresses nothing."""


def test_searching_on_the_page_opens_at_the_minute(page: Page) -> None:
    """A resident heard that something was decided about wardens."""
    page.goto("search/")
    page.get_by_label("Words to look for").fill("wardens")
    page.keyboard.press("Enter")
    _opens_at_the_minute(page)


def test_searching_from_the_header_opens_at_the_minute(page: Page) -> None:
    """The form stands on every page."""
    page.goto("kcsp/2016-10-13/")
    page.get_by_label("Search the record").fill("wardens")
    page.get_by_role("button", name="Search").click()
    _opens_at_the_minute(page)


def test_searching_works_on_a_phone(page: Page) -> None:
    """From the home page, at the least width."""
    page.set_viewport_size({"width": 320, "height": 640})
    page.goto("")
    page.get_by_label("Search the record").fill("wardens")
    page.get_by_role("button", name="Search").click()
    _opens_at_the_minute(page)


def test_a_result_can_open_at_a_paragraph(page: Page) -> None:
    """Numbered paragraphs are addresses of their own, though they are no headings."""
    page.goto("search/?q=wardens")
    page.get_by_role("link", name="Minute 106, paragraph 2", exact=True).click()
    expect(page).to_have_url(re.compile(r"/kcsp/2015-10-14/notes/#minute-106-2$"))
    expect(page.locator("#minute-106-2")).to_be_in_viewport()


def test_minutes_and_resolutions_are_results_of_their_own(page: Page) -> None:
    """Each says its kind, its meeting and its day, and opens at its place: titles repeat from meeting to meeting."""
    page.goto("search/?q=wardens")
    results = page.locator("#search-results > li")
    expect(results.first).to_be_visible()
    seen = [(one.locator("h2").inner_text(), one.locator(".pr-aside").inner_text()) for one in results.all()[:2]]
    assert seen == [
        (MINUTE, "Minute · KCSP, 14 October 2015"),
        ("Resolution of minute 106: Community Wardens - Verbal update", "Resolution · KCSP, 14 October 2015"),
    ]
    results.nth(1).locator("h2 a").click()
    expect(page).to_have_url(re.compile(r"/kcsp/2015-10-14/notes/#resolution-106-1$"))
    expect(page.locator("#resolution-106-1")).to_be_in_viewport()


def test_a_paragraph_of_the_agreement_is_a_result_of_its_own(page: Page) -> None:
    """With its version in the place of a meeting."""
    page.goto("search/?q=co-ordinated effort&kind=Agreement paragraph")
    first = page.locator("#search-results > li").first
    expect(first.locator(".pr-aside")).to_have_text("Agreement paragraph · Kent Community Safety Agreement, version 2.0")
    first.get_by_role("link", name="Paragraph 1.3: Introduction").click()
    expect(page).to_have_url(re.compile(r"/agreement/2.0/#paragraph-1-3$"))
    expect(page.locator("#paragraph-1-3")).to_be_in_viewport()


def test_nothing_is_fetched_until_somebody_searches(page: Page, watch: Watch) -> None:
    """The index costs only those who use it."""
    page.goto("search/")
    page.wait_for_load_state("networkidle")
    assert [url for url in watch.requests if "/pagefind/" in url] == []


def test_filters_narrow_the_results_and_stand_in_the_address(page: Page) -> None:
    """What was found can be sent to somebody, and Back undoes a choice."""
    page.goto("search/?q=wardens")
    resolutions = page.get_by_label(re.compile(r"^Resolution \(\d+\)$"))
    expect(page.get_by_role("status")).to_contain_text("found for")
    everything = page.get_by_role("status").inner_text()
    resolutions.check()
    expect(page).to_have_url(re.compile(r"\?q=wardens&kind=Resolution$"))
    expect(page.get_by_role("status")).to_have_text("1 result found for “wardens”")
    expect(resolutions).to_be_focused()
    expect(page.get_by_label(re.compile(r"^Agenda item \(\d+\)$"))).to_be_visible()
    page.go_back()
    expect(page.get_by_role("status")).to_have_text(everything)


def test_an_address_with_filters_can_be_shared(page: Page) -> None:
    """It shows what its sender saw."""
    page.goto("search/?q=wardens&kind=Minute&year=2015")
    expect(page.get_by_role("status")).to_have_text("1 result found for “wardens”")
    expect(page.get_by_label(re.compile("^2015"))).to_be_checked()
    expect(page.get_by_label("Words to look for")).to_have_value("wardens")


def test_a_subject_narrows_the_results(page: Page) -> None:
    """Each minute is on its own subject, whatever else the notes are on; an item on several is found by each."""
    page.goto("search/?q=wardens")
    status = page.get_by_role("status")
    expect(status).to_contain_text("found for")
    page.get_by_label(re.compile(r"^Grant funding \(\d+\)$")).check()
    expect(page).to_have_url(re.compile(r"\?q=wardens&subject=Grant\+funding$"))
    expect(page.locator("#search-results > li > h2").first).to_contain_text("B3 ")
    expect(page.get_by_label(re.compile(r"^Community wardens \(\d+\)$"))).to_be_visible()


def test_what_is_withheld_is_told_from_what_is_open(page: Page) -> None:
    """And from what is withheld in part; each in words that stand in the address."""
    page.goto("search/?q=domestic homicide reviews&openness=Withheld")
    first = page.locator("#search-results > li").first.get_by_role("heading", level=2)
    expect(first).to_contain_text("D2")
    first.get_by_role("link").click()
    expect(page.get_by_role("note").filter(has_text="Withheld").first).to_be_visible()


@pytest.mark.parametrize(("order", "first"), [("newest", "2019"), ("oldest", "2013")])
def test_results_are_ordered_by_date_from_the_address(page: Page, order: str, first: str) -> None:
    """And said so: what has no date is left out."""
    page.goto(f"search/?q=partnership&sort={order}")
    expect(page.get_by_role("status")).to_have_text(re.compile(r"^\d+ dated results found for “partnership”$"))
    expect(page.locator("#search-results > li").first.locator(".pr-aside")).to_contain_text(first)
    expect(page.get_by_label("Order")).to_have_value(order)


def test_the_order_is_chosen_and_back_undoes_it(page: Page) -> None:
    """An order that nobody knows is none."""
    page.goto("search/?q=partnership&sort=loudest")
    order = page.get_by_label("Order")
    expect(order).to_have_value("")
    order.select_option("Newest first")
    expect(page).to_have_url(re.compile(r"\?q=partnership&sort=newest$"))
    expect(page.get_by_role("status")).to_contain_text("dated results")
    page.go_back()
    expect(order).to_have_value("")


@pytest.mark.parametrize(
    ("typed", "result", "opened"),
    [
        ("minute 117", "Minute 117: Kent Community Safety Agreement 2014-17", "kcsp/2016-03-16/notes/#minute-117"),
        ("minute 38", "Minute 38: Alcohol Strategy", "kcsp/2013-10-17/notes/#minute-38"),
    ],
)
def test_a_minute_is_found_by_its_number(page: Page, typed: str, result: str, opened: str) -> None:
    """It leads, before all that only names it."""
    page.goto(f"search/?q={typed}")
    lead = page.locator("#search-results > li > h2").first
    expect(lead).to_have_text(result)
    lead.get_by_role("link").click()
    expect(page).to_have_url(re.compile(f"/{opened}$"))
    expect(page.locator(f"#{opened.partition('#')[2]}")).to_be_in_viewport()


@pytest.mark.parametrize("typed", ["B2", "item B2"])
def test_an_item_is_found_by_its_reference(page: Page, typed: str) -> None:
    """Each meeting has one; they stand before all that only names it."""
    page.goto(f"search/?q={typed}")
    titles = page.locator("#search-results > li > h2")
    expect(titles).to_have_count(AT_ONCE)
    assert [title.partition(" ")[0] for title in titles.all_inner_texts()[:3]] == ["B2"] * 3


def test_a_meeting_is_found_by_its_day(page: Page) -> None:
    """Typed as people write it."""
    page.goto("search/?q=16 March 2016")
    expect(page.locator("#search-results > li > h2").first).to_have_text("Kent Community Safety Partnership, 16 March 2016")


@pytest.mark.parametrize("typed", ["wardens", "community wardens"])
def test_a_list_does_not_lead_before_the_place(page: Page, typed: str) -> None:
    """A subject is called what people look for; what was said and decided on it stands in the minute."""
    page.goto(f"search/?q={typed}")
    expect(page.locator("#search-results > li > h2").first).to_have_text(MINUTE)


def test_the_first_results_cost_little(page: Page) -> None:
    """Engine, index and the five results that weigh most: what somebody on a train waits for."""
    page.set_viewport_size({"width": 320, "height": 640})
    fetched: dict[str, int] = {}
    page.on("response", lambda answer: fetched.update({answer.url: len(answer.body())}) if "/pagefind/" in answer.url else None)
    page.goto("search/?q=wardens")
    expect(page.get_by_role("status")).to_contain_text("found for")
    page.wait_for_load_state("networkidle")
    results = sorted((size for url, size in fetched.items() if "/fragment/" in url), reverse=True)
    rest = sum(size for url, size in fetched.items() if "/fragment/" not in url)
    assert len(results) >= FIRST
    assert rest + sum(results[:FIRST]) < BUDGET


def test_filters_cost_only_who_opens_them(page: Page, watch: Watch) -> None:
    """On a phone the results come first, and what they can be narrowed by when it is asked for."""
    page.set_viewport_size({"width": 320, "height": 640})
    page.goto("search/?q=wardens")
    expect(page.get_by_role("status")).to_contain_text("found for")
    page.wait_for_load_state("networkidle")
    assert [url for url in watch.requests if "/filter/" in url] == []
    page.get_by_text("Narrow the results").click()
    page.get_by_label(re.compile(r"^Minute \(\d+\)$")).check()
    expect(page.get_by_role("status")).to_have_text("2 results found for “wardens”")
    expect(page.get_by_label(re.compile(r"^Minute \(\d+\)$"))).to_be_checked()


def test_filters_stand_beside_the_results_on_a_wide_screen(page: Page) -> None:
    """Where they arrive, nothing moves."""
    page.goto("search/?q=partnership")
    boxes = page.locator("#search-filters")
    expect(boxes.get_by_role("checkbox").first).to_be_visible()
    result, beside = page.locator("#search-results").bounding_box(), boxes.bounding_box()
    assert result
    assert beside
    assert beside["x"] >= result["x"] + result["width"]
    assert beside["y"] < result["y"] + result["height"]


def test_more_results_are_shown_on_demand(page: Page) -> None:
    """The keyboard goes on at the first of the new ones."""
    page.goto("search/?q=partnership")
    results = page.locator("#search-results > li")
    expect(results).to_have_count(AT_ONCE)
    page.get_by_role("button", name="More results").press("Enter")
    expect(results).to_have_count(2 * AT_ONCE)
    expect(results.nth(AT_ONCE).get_by_role("link").first).to_be_focused()


def test_a_search_without_a_result_says_so(page: Page) -> None:
    """What was typed is shown as it was typed, and never as markup."""
    page.goto("search/?q=%3Cimg%3Eqqqq")
    expect(page.get_by_role("status")).to_have_text("Nothing found for “<img>qqqq”")
    expect(page.locator("main img")).to_have_count(0)


def test_an_index_that_cannot_be_fetched_is_reported(context: BrowserContext) -> None:
    """Nobody waits for an answer that will not come."""
    page = context.new_page()
    page.route("**/pagefind/**", lambda route: route.abort())
    page.goto("search/?q=wardens")
    expect(page.get_by_role("status")).to_contain_text("could not be loaded")


def _opens_at_the_minute(page: Page) -> None:
    expect(page).to_have_url(re.compile(r"/search/\?q=wardens$"))
    page.get_by_role("link", name=MINUTE, exact=True).click()
    expect(page).to_have_url(re.compile(r"/kcsp/2015-10-14/notes/#minute-106$"))
    expect(page.get_by_role("heading", name=HEADING)).to_be_in_viewport()
