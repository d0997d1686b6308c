"""Follows the links of a finished page, as a reader would: from the words that say it to the place where they lead."""

from __future__ import annotations

import re
from collections.abc import Iterator
from html import unescape
from urllib.parse import urljoin

from tiny import TinySite

HOST = "https://record.example/"
_ANCHOR = re.compile(r'<a\b[^>]*\bhref="([^"]*)"[^>]*>(.*?)</a>', re.DOTALL)
_TAG = re.compile(r"<[^>]*>")


def seen(html: str) -> str:
    """Give the words of a page, or of a part of it."""
    return " ".join(unescape(_TAG.sub(" ", html)).split())


def links(site: TinySite, address: str, near: str = "") -> Iterator[tuple[str, str]]:
    """Yield the links of a page after some of its HTML: the words, and the address from the site's root."""
    page = site.html(address)
    for href, shown in _ANCHOR.findall(page[page.index(near) :]):
        yield " ".join(unescape(_TAG.sub("", shown)).split()), urljoin(HOST + address, unescape(href)).removeprefix(HOST)


def leads(site: TinySite, address: str, words: str, near: str = "") -> str:
    """Say where these words of a page lead, the first time that they do after some of its HTML."""
    target = next((target for shown, target in links(site, address, near) if shown == words), None)
    assert target is not None, f"{words!r} leads nowhere on {address}"
    return target


def part(site: TinySite, address: str, anchor: str) -> str:
    """Give the HTML from a place of a page up to the next minute, or the next heading of a list."""
    page = site.html(address)
    begin = page.index(f'id="{anchor}"')
    end = re.compile(r'id="minute-\d+"|<h2|<footer').search(page, begin + len(anchor) + 5)
    return page[begin : end.start() if end else None]


def stands(site: TinySite, target: str) -> bool:
    """Say whether the place to which an address leads is there."""
    page, _, anchor = target.partition("#")
    return not anchor or f'id="{anchor}"' in site.html(page)
