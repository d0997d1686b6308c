"""Puts links into released texts: those that were found in its words, and those that a clerk wrote as `record:`."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from markupsafe import Markup, escape

from public_record.links.places import BY_ID, RECORD_SCHEME
from public_record.links.references import Key, Span
from public_record.pages.addresses import relative

_TO_RECORD = re.compile(rf'<a href="{RECORD_SCHEME}(?P<id>[^"]*)"(?P<more>[^>]*)>(?P<words>.*?)</a>', re.DOTALL)


@dataclass(frozen=True, slots=True)
class Linking:
    """Where the links in the texts of one page lead."""

    page: str
    spans: Mapping[Key, tuple[Span, ...]]
    homes: Sequence[str] = ()
    """What each body of the page stands in; the page itself for those beyond."""
    known: Collection[str] | None = None
    """Every id that something stands at, where that is known."""

    def home(self, body: int) -> str:
        """Say what a body of the page stands in."""
        return self.homes[body] if body < len(self.homes) else self.page

    def of(self, home: str, words: str) -> tuple[Span, ...]:
        """List what the words of a text lead to, the page itself left out."""
        return tuple(span for span in self.spans.get((home, words), ()) if span.target != self.page)

    def words(self, words: str, home: str | None = None, written: Callable[[str], Markup] = escape) -> Markup:
        """Turn words that are no Markdown into HTML, with their links. `written` does it where nothing is a link."""
        links = [
            _Link(span.start, span.end, words[span.start : span.end], span.target)
            for span in self.of(self.page if home is None else home, words)
        ]
        links += _by_id(words)
        html, place = Markup(), 0
        for start, end, shown, named in sorted(links):
            target = self._reached(named)
            html += written(words[place:start])
            html += written(shown) if target in {"", self.page} else self.anchor(target, written(shown))
            place = end
        # Most words hold no link.
        return html + written(words[place:]) if links else written(words)

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
        target = self._reached(link["id"])
        if target in {"", self.page}:
            return link["words"]
        return f'<a href="{escape(relative(self.page, target))}"{link["more"]}>{link["words"]}</a>'

    def _reached(self, target: str) -> str:
        """Give what a link reaches: of what was withdrawn the page with its tombstone, or nothing where that is gone, too."""
        if self.known is None or target in self.known or target.startswith("https:"):
            return target
        page = target.partition("#")[0]
        return page if page in self.known else ""


NOWHERE = Linking("", {})
"""For texts that are shown without links."""


class _Link(NamedTuple):
    """A link in words that are no Markdown."""

    start: int
    end: int
    shown: str
    target: str
    """Empty where a link is stopped."""


def _by_id(words: str) -> Iterator[_Link]:
    """Yield the links that a clerk wrote by an id; where words mention something inside of one, no other link is found."""
    if RECORD_SCHEME in words:
        for link in BY_ID.finditer(words):
            yield _Link(link.start(), link.end(), link["words"], link["id"])


def _pieces(markdown: str, spans: Sequence[Span]) -> Iterator[str]:
    place = 0
    for span in spans:
        scheme = "" if span.target.startswith("https:") else RECORD_SCHEME
        yield f"{markdown[place : span.start]}[{markdown[span.start : span.end]}]({scheme}{span.target})"
        place = span.end
    yield markdown[place:]
