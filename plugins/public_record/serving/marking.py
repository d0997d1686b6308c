"""Adds to a page on its way out what its author needs: findings, a switch that outlines what is withheld, a reload.

None of it is in the site: pages are marked on their way out, and the published ones never are.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from importlib.resources import files

from jinja2 import Environment, PackageLoader, StrictUndefined

from public_record.serving.board import Shown

OWN = ".serve/"
"""The folder of our own files, below the root. No address of a record begins with a full stop."""

ASSETS = {"serve.css": "text/css; charset=utf-8", "serve.js": "text/javascript; charset=utf-8"}
EVENTS = "events"

_END = b"</body>"


def marked(page: bytes, shown: Shown) -> bytes:
    """Put our part at the end of a page's body. Everything before and after stays as it would be published."""
    before, end, after = page.rpartition(_END)
    return before + _part("marks.html", shown) + end + after if end else page + _part("marks.html", shown)


def standing_in(shown: Shown) -> bytes:
    """A page for where there is none to be shown."""
    return marked(_part("standing-in.html", shown), shown)


def asset(name: str) -> bytes:
    """Read one of our own files."""
    return (files("public_record.serving") / "assets" / name).read_bytes()


def lines(shown: Shown) -> Iterator[str]:
    """Tell what is wrong, for a terminal."""
    yield from map(str, shown.findings)
    yield from shown.problems


def _part(name: str, shown: Shown) -> bytes:
    return _environment().get_template(name).render(shown=shown, own=f"/{OWN}").encode()


@cache
def _environment() -> Environment:
    loader = PackageLoader("public_record.serving")
    return Environment(loader=loader, autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True)
