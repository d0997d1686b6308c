"""What a browser is answered: the site as it would be published, and beside it what its author needs."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from http import HTTPStatus
from http.client import HTTPConnection

import pytest

from public_record.model.findings import Finding, Place
from public_record.model.rules import Rule
from public_record.serving.board import Board
from public_record.serving.marking import marked
from public_record.serving.server import Server, answer
from public_record.serving.site import HeldBackError

pytestmark = pytest.mark.process

FINDING = Finding(Place("content/meetings/2025-03-02-group/b1.md", 4, 7), Rule.SETTINGS, "<this> is wrong.", "Mend it.")
PAGE = b"<!doctype html><html><body><p>A page.</p></body></html>"


class Pages:
    """A site of a few files."""

    def __init__(self, path: str = "/", **files: bytes) -> None:
        self.path = path
        self._files = {"index.html": PAGE, "404.html": b"<body>Not found</body>", "a/index.html": PAGE, "feed.xml": b"<feed/>"}
        self._files |= files

    def read(self, name: str) -> bytes | None:
        """Read a file; one of them is held back."""
        if name == "leak/index.html":
            raise HeldBackError(["leak/index.html: words that are withheld stand in this file."])
        if name == "broken/index.html":
            raise ValueError("SECRET words of a page")
        return self._files.get(name)


def board(site: Pages | None = None) -> Board:
    """A board that shows a site, if there is one."""
    new = Board()
    if site:
        new.put(site)
    return new


@contextmanager
def serving(shown: Board) -> Iterator[Server]:
    """Serve a board on a free port."""
    with Server("127.0.0.1", 0, shown) as server:
        thread = threading.Thread(target=server.serve_forever)
        thread.start()
        try:
            yield server
        finally:
            server.shutdown()
            thread.join()


def test_a_page_is_served_with_our_part_at_its_end() -> None:
    """Everything that would be published is there, byte for byte, before and after."""
    shown = board(Pages()).shown
    served = answer("/a/", shown)
    before, _, after = PAGE.partition(b"</body>")
    assert (served.status, served.type) == (HTTPStatus.OK, "text/html; charset=utf-8")
    assert (served.body.startswith(before), served.body.endswith(b"</body>" + after)) == (True, True)


def test_what_is_no_page_is_served_as_it_is() -> None:
    """A feed is the feed that would be published."""
    assert answer("/feed.xml", board(Pages()).shown).body == b"<feed/>"


@pytest.mark.parametrize(
    ("asked", "path", "led"), [("/a", "/", "/a/"), ("/", "/record/", "/record/"), ("/record/a", "/record/", "/record/a/")]
)
def test_an_address_that_is_nearly_right_leads_on(asked: str, path: str, led: str) -> None:
    """As on a web server of the published site, which may stand below a path."""
    served = answer(asked, board(Pages(path)).shown)
    assert (served.status, served.location) == (HTTPStatus.FOUND, led)


@pytest.mark.parametrize("asked", ["/unknown/", "/../content/", "/a/../../content/x.md", "//etc/passwd"])
def test_only_what_is_announced_is_served(asked: str) -> None:
    """Files are found by name in what the record makes, and never on the disk."""
    assert answer(asked, board(Pages()).shown).status == HTTPStatus.NOT_FOUND


def test_on_a_slip_every_page_shows_where_what_and_the_cure() -> None:
    """The last good page stays, with file, line, rule and cure; findings are text and no mark-up."""
    slipped = board(Pages())
    slipped.refuse([FINDING], ["The whole site cannot be built."])
    for asked in ("/", "/a/", "/unknown/"):
        body = answer(asked, slipped.shown).body.decode()
        told = (str(FINDING.place), FINDING.rule, "&lt;this&gt; is wrong.", FINDING.help, "The whole site cannot be built.")
        assert [words for words in told if words not in body] == []
    assert b"<p>A page.</p>" in answer("/", slipped.shown).body


def test_what_is_mended_is_no_longer_shown() -> None:
    """The next good site takes the findings away."""
    mended = board(Pages())
    mended.refuse([FINDING])
    mended.put(Pages())
    assert b"serve-slips" not in answer("/", mended.shown).body


def test_without_any_good_site_the_findings_are_shown_alone() -> None:
    """A request is answered at once, also where there is nothing to show."""
    empty = board()
    empty.refuse([FINDING])
    served = answer("/a/", empty.shown)
    assert served.status == HTTPStatus.SERVICE_UNAVAILABLE
    assert str(FINDING.place).encode() in served.body


def test_a_file_in_which_the_second_line_found_something_is_not_given_out() -> None:
    """Its page says where, and nothing else."""
    served = answer("/leak/", board(Pages()).shown)
    assert served.status == HTTPStatus.INTERNAL_SERVER_ERROR
    assert b"leak/index.html: words that are withheld stand in this file." in served.body


def test_a_page_that_cannot_be_made_tells_none_of_its_words() -> None:
    """The words of an error may be those of a page."""
    served = answer("/broken/", board(Pages()).shown)
    assert (served.status, b"SECRET" in served.body) == (HTTPStatus.INTERNAL_SERVER_ERROR, False)
    assert b"This page cannot be made (ValueError)." in served.body


def test_every_page_has_the_switch_that_outlines_what_is_withheld() -> None:
    """It outlines notices, which the page has anyway: our part knows nothing of the record."""
    shown = board(Pages()).shown
    assert marked(b"<body></body>", shown).replace(b"<body>", b"").replace(b"</body>", b"") == marked(b"", shown)
    assert b"Outline what is withheld" in marked(b"", shown)
    assert b".pr-withheld" in answer("/.serve/serve.css", shown).body


@pytest.mark.parametrize("asked", ["/.serve/../server.py", "/.serve/board.py", "/.serve/"])
def test_of_our_own_files_two_are_served(asked: str) -> None:
    """A style sheet and a script."""
    assert answer(asked, board(Pages()).shown).status == HTTPStatus.NOT_FOUND


@contextmanager
def asking(server: Server) -> Iterator[HTTPConnection]:
    """Connect to a server."""
    connection = HTTPConnection("127.0.0.1", server.server_address[1], timeout=10)
    try:
        yield connection
    finally:
        connection.close()


def test_open_pages_are_told_when_something_else_is_shown() -> None:
    """The number that they are sent is another after each change, good or bad."""
    shown = board(Pages())
    with serving(shown) as server, asking(server) as connection:
        connection.request("GET", "/.serve/events")
        events = connection.getresponse()
        told = [events.readline() + events.readline()]
        shown.refuse([FINDING])
        told.append(events.readline() + events.readline())
        shown.put(Pages())
        told.append(events.readline() + events.readline())
        events.close()
    number = shown.shown.number
    assert told == [f"data: {number - back}\n\n".encode() for back in (2, 1, 0)]


def test_a_page_elsewhere_cannot_read_it_under_a_name_of_its_own() -> None:
    """A name of a foreign host can be led to this machine; what is not yet published is not for that host."""
    with serving(board(Pages())) as server, asking(server) as connection:
        connection.request("GET", "/", headers={"Host": "elsewhere.example"})
        assert connection.getresponse().status == HTTPStatus.FORBIDDEN


def test_a_request_for_the_head_has_no_body() -> None:
    """It has the length alone."""
    with serving(board(Pages())) as server, asking(server) as connection:
        connection.request("HEAD", "/feed.xml")
        served = connection.getresponse()
        assert (served.status, served.headers["Content-Length"], served.read()) == (HTTPStatus.OK, "7", b"")


def test_nothing_can_be_sent() -> None:
    """The server reads, and writes nothing."""
    with serving(board(Pages())) as server, asking(server) as connection:
        connection.request("POST", "/", body=b"x")
        assert connection.getresponse().status == HTTPStatus.NOT_IMPLEMENTED
