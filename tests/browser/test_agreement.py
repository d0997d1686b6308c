"""The agreement in a browser: sorting what can be read unsorted, and drawings that belong to their page."""

from __future__ import annotations

from typing import Literal

from playwright.sync_api import Browser, Page, expect

from browser.kinds import ADDRESSES

NUMBERS = """
[...document.querySelectorAll('table[data-sortable]')[0].tBodies[0].rows].map((row) => row.cells[0].textContent.trim())
"""
FILL = "getComputedStyle(document.querySelector('.pr-chart text')).fill"


def test_a_plan_is_sorted_by_a_column_and_back(page: Page) -> None:
    """Up, then down; numbers as numbers; and a screen reader is told which way."""
    page.goto(ADDRESSES["agreement-actions"])
    as_printed = page.evaluate(NUMBERS)
    head = page.get_by_role("columnheader", name="No.").first
    head.get_by_role("button").click()
    expect(head).to_have_attribute("aria-sort", "ascending")
    assert page.evaluate(NUMBERS) == as_printed
    head.get_by_role("button").click()
    expect(head).to_have_attribute("aria-sort", "descending")
    assert page.evaluate(NUMBERS) == as_printed[::-1]
    other = page.get_by_role("columnheader", name="Priority").first
    other.get_by_role("button").click()
    expect(head).not_to_have_attribute("aria-sort", "descending")
    assert page.evaluate(NUMBERS)[:2] == ["4.1", "1.1"]


def test_a_plan_is_read_without_scripts(chromium: Browser, served: str) -> None:
    """Every action stands in the order of the plan, and nothing asks to be pressed."""
    context = chromium.new_context(base_url=served, java_script_enabled=False)
    page = context.new_page()
    page.goto(ADDRESSES["agreement-actions"])
    expect(page.get_by_role("rowheader", name="Action 7.2: address of this action")).to_be_visible()
    assert page.get_by_role("table").get_by_role("button").count() == 0
    context.close()


def test_a_drawing_is_an_image_with_a_name_and_follows_the_colours(page: Page) -> None:
    """Its letters are those of the page, dark on light and light on dark, and dark again on paper."""
    page.goto(ADDRESSES["agreement-indicators"])
    drawing = page.get_by_role("img", name="Theft and handling stolen goods, as bars from zero")
    expect(drawing).to_be_visible()
    fills = []
    schemes: tuple[Literal["light", "dark"], ...] = ("light", "dark")
    for colours in schemes:
        page.emulate_media(color_scheme=colours)
        fills.append(page.evaluate(FILL))
    page.emulate_media(color_scheme="dark", media="print")
    fills.append(page.evaluate(FILL))
    assert fills == ["rgb(27, 33, 38)", "rgb(229, 232, 234)", "rgb(27, 33, 38)"]


def test_what_was_printed_stands_beside_what_the_figures_give(page: Page) -> None:
    """The record says 1.8 per cent; its own figures say 1.9."""
    page.goto(f"{ADDRESSES['agreement-indicators']}#indicator-2011-14-theft-and-handling")
    shown = page.locator("#indicator-2011-14-theft-and-handling")
    expect(shown.get_by_role("cell", name="up 1.8% (as printed; the figures give up 1.9%)")).to_be_visible()


def test_figures_that_were_withheld_are_said_to_be(page: Page) -> None:
    page.goto(ADDRESSES["agreement-priority-not-published"])
    expect(page.get_by_role("note").filter(has_text="Figures not published")).to_be_visible()


def test_the_diagram_is_told_in_sentences_as_well(page: Page) -> None:
    """The numbers of the arrows are those of the list."""
    page.goto(ADDRESSES["agreement-governance"])
    sentences = page.locator("main ol").last.locator("li").all_inner_texts()
    numbers = page.locator(".pr-diagram circle").count()
    assert (len(sentences), sentences[4]) == (numbers, "Working Group: supports the Kent Community Safety Partnership.")


def test_a_narrow_diagram_is_moved_by_itself(page: Page) -> None:
    """The page never scrolls sideways; a keyboard reaches the drawing."""
    page.set_viewport_size({"width": 320, "height": 900})
    page.goto(ADDRESSES["agreement-governance"])
    frame = page.get_by_role("group", name="Diagram of the governance")
    assert frame.evaluate("frame => frame.scrollWidth > frame.clientWidth")
    frame.focus()
    expect(frame).to_be_focused()
