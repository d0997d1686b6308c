"""Renders released text. Takes `PublicText` and nothing else; gives sanitised HTML.

The Markdown of a page is converted in one go, its fragments parted by a sign that no file of the record may hold: setting
up the converter for each paragraph would cost more than the paragraphs.
"""

from __future__ import annotations

import re
import threading
from collections.abc import Iterable, Mapping, Sequence
from itertools import chain, repeat
from typing import NamedTuple
from xml.etree.ElementTree import Element

import nh3
from markdown import Markdown
from markdown.treeprocessors import InlineProcessor
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

# No sign that Markdown knows, and no line that could begin a list, a heading, a table or a rule; "&" as a word of its own.
_NO_SIGN = r"[^*_`\[\]<>&\\|\n]*"
_WORDS = rf"(?![ ]|[-+=#:]|\d+[.)]){_NO_SIGN}(?:&(?=[ \n]){_NO_SIGN})*(?<=[^ \n])"
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


_SIGNS: Mapping[str, Sequence[str]] = {
    "backtick": ("`",),
    "escape": ("\\",),
    "footnote": ("[^",),
    "reference": ("]:",),
    "link": ("[",),
    "image_link": ("![",),
    "image_reference": ("![",),
    "short_reference": ("]:",),
    "short_image_ref": ("![",),
    "autolink": ("<",),
    "automail": ("<",),
    "linebreak": ("  \n",),
    "html": ("<",),
    "entity": ("&",),
    "em_strong": ("*", "_"),
}
"""Without one of which signs on the page a pattern of the converter changes nothing: references have to be defined."""


class _Inline(InlineProcessor):
    """Asks only those patterns that can find something: each is asked of every line, and most pages hold few of the signs."""

    def __init__(self, md: Markdown) -> None:
        super().__init__(md)
        signs = {md.inlinePatterns[name]: signs for name, signs in _SIGNS.items() if name in md.inlinePatterns}
        # A pattern that is not known here is always asked.
        self._patterns = [(signs.get(pattern, ("",)), pattern) for pattern in md.inlinePatterns]

    def run(self, tree: Element, ancestors: list[str] | None = None) -> Element:
        page = "\n".join(self.md.lines)  # type: ignore[attr-defined] # what is left to convert, in every version of the library
        asked = [pattern for signs, pattern in self._patterns if any(sign in page for sign in signs)]
        self.inlinePatterns = asked  # type: ignore[assignment] # read by index alone, and faster than a registry
        return super().run(tree, ancestors)


class _Own(threading.local):
    """What a thread converts with: to set a converter up for each page would cost as much as a short page."""

    def __init__(self) -> None:
        self.begin()

    def begin(self) -> None:
        """Set a converter up."""
        self.converter = Markdown(extensions=list(_EXTENSIONS), output_format="html")
        self.converter.treeprocessors.register(_Inline(self.converter), "inline", 20)


_own = _Own()


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
    plain = [_plain(words, home, linking) if is_plain(words) else None for words, home in fragments]
    marked = [linking.woven(*fragment) for fragment, done in zip(fragments, plain, strict=True) if done is None]
    converted, footnotes = _convert(marked, notes, linking)
    waiting = iter(converted)
    return Converted([next(waiting) if done is None else done for done in plain], footnotes)


def is_plain(markdown: str) -> bool:
    """Say whether a fragment is words alone, so that converting it would only put it between `<p>` and `</p>`.

    Most paragraphs of a paper are. Converting them all the same is most of what a build would do.
    """
    return _PLAIN.fullmatch(markdown) is not None


def _plain(words: str, home: str, linking: Linking) -> Markup:
    return Markup(f"<p>{linking.words(words, home, _shown)}</p>")  # noqa: S704 - `is_plain` has found no sign of HTML in it


def _shown(words: str) -> Markup:
    return Markup(words.replace("&", "&amp;"))  # noqa: S704 - no other sign of HTML is in plain words


def _convert(fragments: Sequence[str], definitions: Sequence[str], linking: Linking) -> Converted:
    """Convert fragments together, parted by a sign; what follows the last sign are the footnotes."""
    if not fragments:
        return Converted([], Markup(""))
    source = f"\n\n{_PART}\n\n".join([*map(_lists_apart, fragments), "\n\n".join(definitions)])
    *parts, footnotes = _PARTED.split(_numbered_as_printed(linking.led(_clean(convert(source)))))
    if len(parts) != len(fragments):
        raise AssertionError("a fragment swallowed its neighbour")
    # Cleaned by nh3 above.
    return Converted([Markup(part) for part in parts], Markup(footnotes))  # noqa: S704


def convert(source: str) -> str:
    """Turn Markdown into HTML, which is not cleaned yet."""
    try:
        return _own.converter.reset().convert(source)
    except BaseException:
        # It still stands in the list where it gave up, and `reset` does not lead it out: the next page would stand there, too.
        _own.begin()
        raise


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
