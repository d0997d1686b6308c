"""Puts links into released texts: those that were found in its words, and those that a clerk wrote as `record:`."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from markupsafe import Markup, escape

from public_record.links.places import RECORD_SCHEME
from public_record.links.references import Key, Span
from public_record.pages.addresses import relative

_TO_RECORD = re.compile(rf'<a href="{RECORD_SCHEME}(?P<id>[^"]*)"(?P<more>[^>]*)>(?P<words>.*?)</a>', re.DOTALL)
_BY_ID = re.compile(rf"\[(?P<words>[^\[\]]+)\]\({RECORD_SCHEME}(?P<id>[^\s()]*)\)")


@dataclass(frozen=True, slots=True)
class Linking:
    """Where the links in the texts of one page lead."""

    page: str
    spans: Mapping[Key, tuple[Span, ...]]
    homes: Sequence[str] = ()
    """What each body of the page stands in; the page itself for those beyond."""

    def home(self, body: int) -> str:
        """Say what a body of the page stands in."""
        return self.homes[body] if body < len(self.homes) else self.page

    def of(self, home: str, words: str) -> tuple[Span, ...]:
        """List what the words of a text lead to, the page itself left out."""
        return tuple(span for span in self.spans.get((home, words), ()) if span.target != self.page)

    def words(self, words: str, home: str | None = None) -> Markup:
        """Turn words that are no Markdown into HTML, with their links."""
        found = [
            _Link(span.start, span.end, words[span.start : span.end], span.target)
            for span in self.of(self.page if home is None else home, words)
        ]
        html, place = Markup(), 0
        for start, end, shown, target in sorted([*found, *_written(words)]):
            html += escape(words[place:start])
            html += escape(shown) if target in {"", self.page} else self.anchor(target, escape(shown))
            place = end
        return html + escape(words[place:])

    def anchor(self, target: str, words: Markup) -> Markup:
        """Write a link."""
        address = target if target.startswith("https:") else relative(self.page, target)
        return Markup('<a href="{}">{}</a>').format(address, words)

    def woven(self, markdown: str, home: str) -> str:
        """Write the links of a text into its Markdown, to be converted with it."""
        spans = self.of(home, markdown)
        return "".join(_pieces(markdown, spans)) if spans else markdown

    def led(self, html: str) -> str:
        """Turn the links to ids, in a page that was converted and cleaned, into addresses. A link to nothing is none."""
        return _TO_RECORD.sub(self._led, html) if f'"{RECORD_SCHEME}' in html else html

    def _led(self, link: re.Match[str]) -> str:
        if link["id"] in {"", self.page}:
            return link["words"]
        return f'<a href="{escape(relative(self.page, link["id"]))}"{link["more"]}>{link["words"]}</a>'


NOWHERE = Linking("", {})
"""For texts that are shown without links."""


class _Link(NamedTuple):
    """A link in words that are no Markdown."""

    start: int
    end: int
    shown: str
    target: str
    """Empty where a link is stopped."""


def _written(words: str) -> Iterator[_Link]:
    """Yield the links that a clerk wrote by an id; where words mention something inside of one, no other link is found."""
    if RECORD_SCHEME in words:
        for link in _BY_ID.finditer(words):
            yield _Link(link.start(), link.end(), link["words"], link["id"])


def _pieces(markdown: str, spans: Sequence[Span]) -> Iterator[str]:
    place = 0
    for span in spans:
        scheme = "" if span.target.startswith("https:") else RECORD_SCHEME
        yield f"{markdown[place : span.start]}[{markdown[span.start : span.end]}]({scheme}{span.target})"
        place = span.end
    yield markdown[place:]
