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
    "what a style sheet in the page says": "<style>a::after { content: '<a href=\"nowhere/\">' }</style>",
    "a comment of many lines, in capitals around it": '<SCRIPT>\n<a href="nowhere/">\n</SCRIPT><!--\n<a href="nowhere/">-->',
    "another host, for those who send a form": '<form action="https://example.org/">x</form>',
    "another host, for those who follow a map": '<area href="https://example.org/">',
    "a place of a file that is no page": '<a href="../images/a.png#xywh=1">x</a>',
    "a place with a question": '<a href="../kcsp/b1/?q=%2F#minute-7">x</a>',
    "a place whose name is written in single quotes": "<h2 id='x'>x</h2><h2 ID = y>x</h2><a href='#x'>x</a><a href=#y>x</a>",
    "schemes of every kind": '<a href="web+x:y">x</a><a href="TEL:1">x</a><a href="view-source:x">x</a><a href="h2.x:y">x</a>',
    "what names a page and fetches nothing": '<link rel="next" href="nowhere/"><link href="nowhere/">',
    "a picture in the page, among others": '<img srcset="data:image/png;base64 1x, ../images/a.png 2x, ">',
    "spaces around": '<a href=" ../kcsp/b1/ ">x</a>',
    "a way above the root, where browsers stop": '<a href="../../kcsp/b1/">x</a>',
    "percent signs": '<a href="../%6bcsp/b1/">x</a>',
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
    "another host by its scheme alone": ('<img src="https:example.org/a.png">', Problem.OTHER_HOST, ""),
    "another host by its older scheme alone": ('<img src="http:example.org/a.png">', Problem.OTHER_HOST, ""),
    "a link in single quotes": ("<a href='nowhere/'>x</a>", Problem.NO_FILE, "page"),
    "a link without quotes": ("<a href=nowhere/>x</a>", Problem.NO_FILE, "page"),
    "a link in capitals": ('<A HREF="nowhere/">x</A>', Problem.NO_FILE, "page"),
    "a link with spaces": ('<a href = "nowhere/">x</a>', Problem.NO_FILE, "page"),
    "a link behind a sign": ("<a title='a > b' href=\"nowhere/\">x</a>", Problem.NO_FILE, "page"),
    "a form": ('<form action="nowhere/">x</form>', Problem.NO_FILE, "page"),
    "a map": ('<area href="nowhere/">', Problem.NO_FILE, "page"),
    "a film's picture": ('<video poster="//example.org/a.png"></video>', Problem.OTHER_HOST, ""),
    "an object": ('<object data="//example.org/a.swf"></object>', Problem.OTHER_HOST, ""),
    "a drawing": ('<use xlink:href="//example.org/a.svg#x"/>', Problem.OTHER_HOST, ""),
    "a frame": ('<iframe src="https://example.org/"></iframe>', Problem.OTHER_HOST, ""),
    "an element of its own": ('<my-card src="https://example.org/"></my-card>', Problem.OTHER_HOST, ""),
    "pictures of another host": ('<img srcset="https://example.org/a.png 1x">', Problem.OTHER_HOST, ""),
    "an address in the middle of a line": ('<img src="ht\r\tTPS://example.org/">', Problem.OTHER_HOST, ""),
    "a style sheet in the page": ('<style href="//example.org/a.css">x</style>', Problem.OTHER_HOST, ""),
    "a place in other letters": ('<a href="../kcsp/b1/#Minute-7">x</a>', Problem.NO_ANCHOR, "kcsp/b1/index.html"),
    "a place of a comment": ('<!-- <a id="x"> --><a href="#x">x</a>', Problem.NO_ANCHOR, "page/index.html"),
    "behind a script of one line": ('<script>"<b>"</script><a href="nowhere/">x</a>', Problem.NO_FILE, "page"),
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


@pytest.mark.parametrize(
    "relation",
    [
        "stylesheet",
        "icon",
        "manifest",
        "modulepreload",
        "preload",
        "prefetch",
        "preconnect",
        "dns-prefetch",
        "apple-touch-icon",
    ],
)
def test_what_a_browser_fetches_by_itself_is_fetched_from_the_site(site: Path, relation: str) -> None:
    """However the relation is written, and among others."""
    put(site, "page/index.html", f'<link rel="x {relation.upper()}" href="https://example.org/a">')
    assert broken(site) == [Broken("page/index.html", 1, Problem.OTHER_HOST)]


@pytest.mark.parametrize(
    "rule",
    [
        "a { background: URL(//example.org/a.png) }",
        "a { background: url( 'https://example.org/a.png' ) }",
        'a { background: url("https://example.org/a.png") }',
        "@import '//example.org/a.css';",
        '@IMPORT  "//example.org/a.css";',
        "@import url(https://example.org/a.css);",
    ],
)
def test_a_style_sheet_fetches_from_the_site_alone(site: Path, rule: str) -> None:
    """With quotation marks of either kind, and without."""
    put(site, "css/a.css", f"\n\n{rule}")
    assert broken(site) == [Broken("css/a.css", 3, Problem.OTHER_HOST)]


def test_faults_are_told_in_the_order_of_pages_and_lines(site: Path) -> None:
    """Scripts and comments count with all their lines, and only what is found is told."""
    put(site, "b/index.html", '<script>\n\n</script>\n<a href="x/">x</a><!--\n\n-->\n<p\nclass="y"><a href="y/">x</a>')
    put(site, "a/index.html", '<a href="z/">x</a>')
    assert [(fault.page, fault.line) for fault in broken(site)] == [
        ("a/index.html", 1),
        ("b/index.html", 4),
        ("b/index.html", 8),
    ]


def test_letters_that_cannot_be_read_do_not_stop_the_reading(site: Path) -> None:
    """Nor do they hide what stands beside them."""
    (site / "a.html").write_bytes(b'\xff<a href="x/">x</a>')
    assert broken(site) == [Broken("a.html", 1, Problem.NO_FILE)]


def test_a_reference_that_a_reader_follows_is_told_from_one_that_is_fetched(site: Path) -> None:
    """The same address may be linked, and may not be fetched."""
    put(site, "page/index.html", '<a href="//example.org/a.png">x</a>\n<img src="//example.org/a.png">')
    assert broken(site) == [Broken("page/index.html", 2, Problem.OTHER_HOST)]


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
