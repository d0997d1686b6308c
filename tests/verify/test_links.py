from __future__ import annotations

from pathlib import Path

import pytest

from public_record.verify.links import Broken, Problem, broken

PAGES = {
    "index.html": '<a href="kcsp/b1/#minute-7">x</a><a href=".">x</a><link rel="stylesheet" href="a.css">',
    "kcsp/b1/index.html": '<h2 id="minute-7">x</h2><a href="../../">home</a><a name="old">x</a>',
    "a.css": "body { background: url(images/a.png) }",
    "images/a.png": "",
}


@pytest.fixture
def site(tmp_path: Path) -> Path:
    for name, text in PAGES.items():
        put(tmp_path, name, text)
    return tmp_path


def put(site: Path, name: str, text: str) -> None:
    (site / name).parent.mkdir(parents=True, exist_ok=True)
    (site / name).write_text(text)


HOLD = {
    "a page": '<a href="/kcsp/b1/">x</a>',
    "a page without its slash": '<a href="../kcsp/b1">x</a>',
    "a page by its file": '<a href="../kcsp/b1/index.html?q=1">x</a>',
    "the root": '<a href="/">x</a>',
    "a place": '<a href="../kcsp/b1/#minute-7">x</a>',
    "a named place": '<a href="../kcsp/b1/#old">x</a>',
    "a place on the page": '<h2 id="a b">x</h2><a href="#a%20b">x</a>',
    "the page and its top": '<a href="">x</a><a href="#">x</a><a href="#top">x</a>',
    "a file": '<img src="../images/a.png" srcset="../images/a.png 1x, ../images/a.png 2x">',
    "letters as references": '<a href="..&#47;kcsp/b1/">x</a>',
    "another host, for readers": '<a href="https://example.org/">x</a><a href="//example.org/">x</a>',
    "other schemes": '<a href="mailto:x@example.org">x</a><img src="data:image/png;base64,AAAA">',
    "what tells of the page": '<link rel="canonical" href="https://example.org/"><link rel="license" href="https://example.org/">',
    "a comment": '<!-- <a href="nowhere/">x</a> -->',
    "what a script writes": "<script>'<a href=\"nowhere/\">'</script>",
    "attributes of other names": '<a data-href="nowhere/">x</a>',
}


@pytest.mark.parametrize("html", HOLD.values(), ids=HOLD.keys())
def test_references_that_hold_are_passed_over(site: Path, html: str) -> None:
    """Under addresses that are folders, as the site is served."""
    put(site, "page/index.html", html)
    assert broken(site) == []


FAULTS = {
    "a page that is not there": ('<a href="../kcsp/b2/">x</a>', Problem.NO_FILE, "kcsp"),
    "a file that is not there": ('<img src="../images/b.png">', Problem.NO_FILE, "images"),
    "a file in no folder": ('<a href="/nowhere/at/all/">x</a>', Problem.NO_FILE, ""),
    "a folder without a page": ('<a href="../kcsp/">x</a>', Problem.NO_FILE, "kcsp"),
    "one of several pictures": ('<img srcset="../images/a.png 1x, b.png 2x">', Problem.NO_FILE, "page"),
    "a place that is not there": ('<a href="../kcsp/b1/#minute-8">x</a>', Problem.NO_ANCHOR, "kcsp/b1/index.html"),
    "a place that is not on the page": ('<a href="#minute-7">x</a>', Problem.NO_ANCHOR, "page/index.html"),
    "a picture of another host": ('<img src="https://example.org/a.png">', Problem.OTHER_HOST, ""),
    "a script of another host": ('<script src="//example.org/a.js"></script>', Problem.OTHER_HOST, ""),
    "a style sheet of another host": ('<link rel="stylesheet" href="HTTP://example.org/a.css">', Problem.OTHER_HOST, ""),
    "a connection made ahead": ('<link href="https://example.org" rel="preconnect">', Problem.OTHER_HOST, ""),
    "another host as browsers read it": ('<img src="ht\ntps:\\\\example.org/a.png">', Problem.OTHER_HOST, ""),
    "no quotes": ("<img src=https://example.org/a.png>", Problem.OTHER_HOST, ""),
    "an address that is none": ('<img src="//[x">', Problem.OTHER_HOST, ""),
}


@pytest.mark.parametrize(("html", "problem", "near"), FAULTS.values(), ids=FAULTS.keys())
def test_references_that_do_not_hold_are_named_by_page_and_line(site: Path, html: str, problem: Problem, near: str) -> None:
    """The reference itself is not quoted."""
    put(site, "page/index.html", f"<!-- two\nlines --><p>x</p>\n{html}")
    assert broken(site) == [Broken("page/index.html", 3, problem, near)]


def test_style_sheets_are_followed_too(site: Path) -> None:
    """Fonts are what most themes fetch from elsewhere."""
    put(site, "css/a.css", '@import "https://example.org/a.css";\nb { src: url("../images/a.png"), url(b.woff2), url(data:x) }')
    assert broken(site) == [Broken("css/a.css", 1, Problem.OTHER_HOST), Broken("css/a.css", 2, Problem.NO_FILE, "css")]


def test_a_reference_that_stands_twice_is_reported_once(site: Path) -> None:
    """One fault in a header is one line a page."""
    put(site, "page/index.html", '<a href="x/">x</a>\n<a href="x/">x</a>')
    assert broken(site) == [Broken("page/index.html", 1, Problem.NO_FILE, "page")]


def test_a_site_that_stands_below_the_root_of_its_host(site: Path) -> None:
    """The page for missing addresses is shown at any depth, so its references begin with a slash."""
    put(site, "404.html", '<a href="/record/">x</a><a href="/record">x</a><a href="/record/kcsp/b1/#old">x</a>')
    assert broken(site, "/record/") == []
    put(site, "404.html", '<a href="/kcsp/b1/">x</a>')
    assert broken(site, "/record/") == [Broken("404.html", 1, Problem.NO_FILE)]
