"""Lines that look like something that they are not: a key, a heading, a definition. Who wrote them believes that they work."""

from __future__ import annotations

import re
from collections.abc import Iterator

from public_record.model.rules import Rule
from public_record.sources.passages import Slip

_ACCESS = "public|restricted|draft|withdrawn|confidential|exempt|private|withheld"
_LINES = (
    (
        re.compile(
            rf"[ >*_-]*(?:(?i:access)[*_ ]*:[*_ ]*(?i:{_ACCESS})\b"
            r"|(?:publish_from|publish_until|public_title|public_summary|exemption|basis|kind)[ ]*:)"
        ),
        Rule.FRONT_MATTER,
        "a key of the front matter stands in the text, where it does nothing.",
        "Move it above the second line `---`, or word the sentence differently.",
    ),
    (
        re.compile(r" *#+(?=[^ #])| +#+ |#{7,}"),
        Rule.HEADING_LEVEL,
        "this line looks like a heading and is not one.",
        "Write `## ` at the start of the line, with one space behind the signs.",
    ),
    (
        re.compile(r"(?=[ ]*[>*+-]|[ ]{4})[ >*+-]*\[\^?[^\[\]\n]+\]:"),
        Rule.DEFINITION,
        "a definition stands inside something else.",
        "Put it at the start of a line of its own, outside lists and quotations.",
    ),
)


_UNDERLINE = re.compile(r" {0,3}(?:=+|-+) *")
# One search for any of them: most texts hold none. Begun with a literal sign, it passes quickly over what lies between; a line
# that begins otherwise can be none of these.
_ANY = re.compile(
    "\n(?=[ #>*_+=aApPeEbBkK-])(?:{}|{}(?:\n|$))".format("|".join(form.pattern for form, *_ in _LINES), _UNDERLINE.pattern)
)


def look_alikes(text: str, first_line: int) -> Iterator[Slip]:
    """Yield a slip for each such line."""
    if _ANY.search(f"\n{text}"):
        lines = text.split("\n")
        for number, (above, line) in enumerate(zip(["", *lines], lines, strict=False), first_line):
            yield from _slips_of(line, above, number)


def _slips_of(line: str, above: str, number: int) -> Iterator[Slip]:
    for pattern, rule, message, cure in _LINES:
        if pattern.match(line):
            yield Slip(number, rule, message, cure)
    if above.strip() and _UNDERLINE.fullmatch(line):
        cure = "Write headings with `## `, and leave an empty line above a rule."
        yield Slip(number, Rule.HEADING_LEVEL, "a line of signs makes a heading of the text above it.", cure)
