"""What `serve` adds to a page, in a browser: it follows the record, shows findings, and outlines notices."""

from __future__ import annotations

import threading
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, expect

from public_record.model.findings import Finding, Place
from public_record.model.rules import Rule
from public_record.serving.board import Board
from public_record.serving.server import Server

FINDING = Finding(Place("content/meetings/2025-03-02-group/b1.md", 4, 7), Rule.SETTINGS, "this is wrong.", "Mend it.")


class OnePage:
    """A site of one page, with a notice where something is withheld."""

    path = "/"

    def __init__(self, words: str) -> None:
        self._html = f'<!doctype html><html lang="en"><body><h1>{words}</h1><p class="pr-withheld">Exempt</p></body></html>'

    def read(self, name: str) -> bytes | None:
        """Read the page."""
        return self._html.encode() if name == "index.html" else None


@pytest.fixture
def board() -> Board:
    """A board that shows the first state of a site."""
    shown = Board()
    shown.put(OnePage("First"))
    return shown


@pytest.fixture
def page(chromium: Browser, board: Board) -> Iterator[Page]:
    """The page, open in a browser."""
    with Server("127.0.0.1", 0, board) as server:
        thread = threading.Thread(target=server.serve_forever)
        thread.start()
        opened = chromium.new_page()
        opened.goto(server.address)
        yield opened
        opened.close()
        server.shutdown()
        thread.join()


def test_an_open_page_follows_the_record(page: Page, board: Board) -> None:
    """A change, a slip and its cure are shown without anybody loading the page."""
    expect(page.get_by_role("heading", level=1)).to_have_text("First")
    board.put(OnePage("Second"))
    expect(page.get_by_role("heading", level=1)).to_have_text("Second")
    board.refuse([FINDING])
    expect(page.get_by_role("alert")).to_contain_text(str(FINDING.place))
    expect(page.get_by_role("heading", level=1)).to_have_text("Second")
    board.put(OnePage("Third"))
    expect(page.get_by_role("heading", level=1)).to_have_text("Third")
    expect(page.get_by_role("alert")).to_have_count(0)


def test_the_switch_outlines_notices_and_stays_as_it_is(page: Page, board: Board) -> None:
    """By button and by key, and still when the page was loaded again."""
    notice = page.locator(".pr-withheld")
    expect(notice).to_have_css("outline-style", "none")
    page.get_by_role("button", name="Outline what is withheld").click()
    expect(notice).to_have_css("outline-style", "dashed")
    board.put(OnePage("Second"))
    expect(page.get_by_role("heading", level=1)).to_have_text("Second")
    expect(notice).to_have_css("outline-style", "dashed")
    page.keyboard.press("Alt+w")
    expect(notice).to_have_css("outline-style", "none")
