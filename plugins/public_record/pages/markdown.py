"""Renders released text. Takes `PublicText` and nothing else; gives sanitised HTML.

The Markdown of a page is converted in one go, its fragments parted by a sign that no file of the record may hold: setting
up the converter for each paragraph would cost more than the paragraphs.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from itertools import chain, repeat
from typing import NamedTuple

import nh3
from markdown import Markdown
from markupsafe import Markup

from public_record.links.places import RECORD_SCHEME
from public_record.model.text import PublicText
from public_record.pages.linking import NOWHERE, Linking

_PART = "\ue000"
_PARTED = re.compile(rf"\s*<p>{_PART}</p>\s*")
_PARAGRAPH = re.compile(r"<p>(.*)</p>", re.DOTALL)
_FOOTNOTE = re.compile(r'<li id="fn:(\d+)">')
_FOOTNOTE_MARK = re.compile(r'(?P<before><a [^>]*href="#fn:(?P<number>\d+)"[^>]*>)\d+(?P<after></a>)')
_BULLET = re.compile(r"[ ]*[-*+] ")
_LIST_UNDER_TEXT = re.compile(r"^((?![ ]*[-*+] ).+)\n(?=[ ]*[-*+] )", re.MULTILINE)

# No sign that Markdown knows, and no line that could begin a list, a heading, a table or a rule.
_WORDS = r"(?![ ]|[-+=#:]|\d+[.)])[^*_`\[\]<>&\\|\n]*[^*_`\[\]<>&\\|\n ]"
_PLAIN = re.compile(rf"{_WORDS}(?:\n{_WORDS})*")

# Fixed here, not in mkdocs.yml: an extension that reads files would let text in behind the gate.
_EXTENSIONS = ("tables", "sane_lists", "footnotes")

_TAGS = {
    "a", "blockquote", "br", "code", "del", "div", "em", "hr", "li", "ol", "p", "pre", "strong", "sub", "sup",
    "table", "tbody", "td", "th", "thead", "tr", "ul",
}  # fmt: skip
_ATTRIBUTES = {
    "a": {"href", "title", "id", "class"},
    "div": {"class"},
    "li": {"id"},
    "ol": {"start"},
    "sup": {"id"},
    "td": {"style"},
    "th": {"style"},
}
_ALIGNED = re.compile(r' style="text-align: (left|right|center);?"')


class Converted(NamedTuple):
    """Fragments of a page as HTML."""

    fragments: list[Markup]
    """One for each text, in order."""
    footnotes: Markup
    """What stands at the end of the page."""


def render(
    texts: Sequence[PublicText],
    definitions: Sequence[PublicText] = (),
    linking: Linking = NOWHERE,
    homes: Iterable[str] = (),
) -> Converted:
    """Convert the texts of one page to HTML. `definitions` are footnotes and link targets that the texts use.

    `homes` are what the texts stand in, and then the definitions: by it and by its words the links of a text are known.
    """
    places = chain(homes, repeat(linking.page))
    fragments = [(text.markdown, home) for text, home in zip(texts, places, strict=False)]
    notes = [linking.woven(text.markdown, home) for text, home in zip(definitions, places, strict=False)]
    marked = [linking.woven(words, home) for words, home in fragments if not is_plain(words)]
    converted, footnotes = _convert(marked, notes, linking)
    waiting = iter(converted)
    return Converted(
        [_plain(words, home, linking) if is_plain(words) else next(waiting) for words, home in fragments], footnotes
    )


def is_plain(markdown: str) -> bool:
    """Say whether a fragment is words alone, so that converting it would only put it between `<p>` and `</p>`.

    Most paragraphs of a paper are. Converting them all the same is most of what a build would do.
    """
    return _PLAIN.fullmatch(markdown) is not None


def _plain(words: str, home: str, linking: Linking) -> Markup:
    shown = linking.words(Markup(words), home)  # noqa: S704 - `is_plain` has found no sign of HTML in it
    return Markup("<p>") + shown + Markup("</p>")


def _convert(fragments: Sequence[str], definitions: Sequence[str], linking: Linking) -> Converted:
    """Convert fragments together, parted by a sign; what follows the last sign are the footnotes."""
    if not fragments:
        return Converted([], Markup(""))
    source = f"\n\n{_PART}\n\n".join([*map(_lists_apart, fragments), "\n\n".join(definitions)])
    html = Markdown(extensions=list(_EXTENSIONS), output_format="html").convert(source)
    *parts, footnotes = _PARTED.split(_numbered_as_printed(linking.led(_clean(html))))
    if len(parts) != len(fragments):
        raise AssertionError("a fragment swallowed its neighbour")
    # Cleaned by nh3 above.
    return Converted([Markup(part) for part in parts], Markup(footnotes))  # noqa: S704


def inline(html: Markup) -> Markup:
    """Take the paragraph's tags off a fragment that is to stand inside a line."""
    match = _PARAGRAPH.fullmatch(html.strip())
    return Markup(match[1]) if match and "<p>" not in match[1] else html  # noqa: S704 - a part of cleaned HTML


def _clean(html: str) -> str:
    cleaned = nh3.clean(
        html,
        tags=_TAGS,
        attributes=_ATTRIBUTES,
        url_schemes={"http", "https", "mailto", RECORD_SCHEME.rstrip(":")},
        link_rel=None,
    )
    return _ALIGNED.sub(r' class="pr-\1"', cleaned)


def _numbered_as_printed(html: str) -> str:
    """Give footnotes the numbers that the paper gave them; the converter would count from 1."""
    html = _FOOTNOTE_MARK.sub(r"\g<before>\g<number>\g<after>", html)
    return _FOOTNOTE.sub(r'<li id="fn:\1" value="\1">', html)


def _lists_apart(markdown: str) -> str:
    """Set a list that begins right under a line of text apart from it, as Markdown asks and clerks forget."""
    return markdown if _BULLET.match(markdown) else _LIST_UNDER_TEXT.sub(r"\1\n\n", markdown, count=1)
