"""The web server of `serve`: answers from what is shown at the moment, and tells open pages when that changes."""

from __future__ import annotations

import mimetypes
from collections.abc import Callable
from dataclasses import replace
from functools import partial
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import NamedTuple
from urllib.parse import unquote, urlsplit

from public_record.serving.board import Board, Shown
from public_record.serving.marking import ASSETS, EVENTS, OWN, asset, marked, standing_in
from public_record.serving.site import HeldBackError, Site

_HTML = "text/html; charset=utf-8"
_BREATH = 15
"""Seconds after which an open page is told that the server is there, so that those who left are noticed."""
_LOOPBACK = frozenset({"localhost", "127.0.0.1", "::1"})


class Answer(NamedTuple):
    """What a request is answered with."""

    status: HTTPStatus
    type: str
    body: bytes
    location: str | None = None


class Server(ThreadingHTTPServer):
    """Serves a board, by default to this machine alone."""

    daemon_threads = True

    def __init__(self, host: str, port: int, board: Board) -> None:
        # A page of another host can have its name lead here; only who asks for this machine by its own name is answered.
        hosts = _LOOPBACK if host in _LOOPBACK else None
        super().__init__((host, port), partial(_Handler, board, hosts))

    @property
    def address(self) -> str:
        """Where it is reached."""
        host, port = self.server_address[:2]
        return f"http://{host!s}:{port}"


class _Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def __init__(self, board: Board, hosts: frozenset[str] | None, *arguments: object) -> None:
        self._board = board
        self._hosts = hosts
        super().__init__(*arguments)  # type: ignore[arg-type]

    def do_GET(self) -> None:
        """Answer a request."""
        self._respond(with_body=True)

    def do_HEAD(self) -> None:
        """Answer a request without what was asked for."""
        self._respond(with_body=False)

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - as the library names it
        """Say nothing of requests: the terminal is for findings."""

    def _respond(self, *, with_body: bool) -> None:
        path = unquote(urlsplit(self.path).path)
        if self._hosts and urlsplit(f"//{self.headers.get('Host', '')}").hostname not in self._hosts:
            self._send(Answer(HTTPStatus.FORBIDDEN, "text/plain; charset=utf-8", b"Not served under this name.\n"), with_body)
        elif path == f"/{OWN}{EVENTS}" and with_body:
            self._tell()
        else:
            self._send(answer(path, self._board.shown), with_body)

    def _send(self, given: Answer, with_body: bool) -> None:  # noqa: FBT001 - HEAD or GET
        self.send_response(given.status)
        self.send_header("Content-Type", given.type)
        self.send_header("Content-Length", str(len(given.body)))
        self.send_header("Cache-Control", "no-store")
        if given.location:
            self.send_header("Location", given.location)
        self.end_headers()
        if with_body:
            self.wfile.write(given.body)

    def _tell(self) -> None:
        """Send the number of what is shown, again whenever it changes, until the page is left."""
        self.send_response(HTTPStatus.OK)
        self.send_header("Content-Type", "text/event-stream")
        self.send_header("Cache-Control", "no-store")
        self.send_header("Connection", "close")
        self.end_headers()
        self.close_connection = True
        number = -1
        try:
            while True:
                number = self._board.wait(number, _BREATH)
                self.wfile.write(f"data: {number}\n\n".encode())
                self.wfile.flush()
        except OSError:
            return


def answer(path: str, shown: Shown) -> Answer:
    """Answer the request for a path."""
    if path.startswith(f"/{OWN}"):
        return _own(path.removeprefix(f"/{OWN}"))
    site = shown.site
    if site is None:
        return Answer(HTTPStatus.SERVICE_UNAVAILABLE, _HTML, standing_in(shown))
    if not path.startswith(site.path):
        return _moved(site.path)
    return _guarded(lambda: _of_site(site, path, shown), shown)


def _own(name: str) -> Answer:
    if name not in ASSETS:
        return Answer(HTTPStatus.NOT_FOUND, "text/plain; charset=utf-8", b"")
    return Answer(HTTPStatus.OK, ASSETS[name], asset(name))


def _of_site(site: Site, path: str, shown: Shown) -> Answer:
    name = path.removeprefix(site.path)
    file = f"{name}index.html" if name.endswith("/") or not name else name
    body = site.read(file)
    if body is not None:
        return _file(file, body, shown)
    if file == name and site.read(f"{name}/index.html") is not None:
        return _moved(f"{path}/")
    return Answer(HTTPStatus.NOT_FOUND, _HTML, marked(site.read("404.html") or b"", shown))


def _file(name: str, body: bytes, shown: Shown) -> Answer:
    if name.endswith(".html"):
        return Answer(HTTPStatus.OK, _HTML, marked(body, shown))
    return Answer(HTTPStatus.OK, mimetypes.guess_type(name)[0] or "application/octet-stream", body)


def _moved(location: str) -> Answer:
    return Answer(HTTPStatus.FOUND, "text/plain; charset=utf-8", b"", location)


def _guarded(answering: Callable[[], Answer], shown: Shown) -> Answer:
    """Answer, and where a file is held back or cannot be made say so on its page."""
    try:
        return answering()
    except HeldBackError as held:
        problems = held.problems
    except Exception as error:  # noqa: BLE001 - whatever it is, the next request is to be answered
        # Not its words: they could be those of a page.
        problems = (f"This page cannot be made ({type(error).__name__}).",)
    unshown = replace(shown, site=None, problems=(*shown.problems, *problems))
    return Answer(HTTPStatus.INTERNAL_SERVER_ERROR, _HTML, standing_in(unshown))
