"""Links that lead nowhere, or where no link of a record should lead, and pictures in the text.

What a file of the record is called never becomes part of an address, so no relative link can be right.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from public_record.model.rules import Rule
from public_record.sources.passages import Slip

_ELSEWHERE = r"<?+ *+(?!(?i:https?://|mailto:)[^\s<>)]|record:[a-z0-9/#.-]*(?:[\s>)]|$))"
_NO_ADDRESS = (
    "a link does not lead to a web address.",
    "Write the whole address, as in `[name](https://…)`; name other papers in words, or by their id as in `[name](record:…)`.",
)
_PICTURE = (
    "a picture stands in the text.",
    "Attach it to the paper: pictures are attachments. Leave a space behind an exclamation mark before a bracket.",
)
# A single sign is looked for first, which is the cheapest of searches. A footnote is neither.
_FORMS = (
    ("!", re.compile(r"!\[(?!\^)"), _PICTURE),
    ("]", re.compile(rf"\]\([ \n]*+{_ELSEWHERE}"), _NO_ADDRESS),
    ("]", re.compile(rf"\n {{0,3}}\[(?!\^)[^\[\]]*\]: *+\n?+ *+{_ELSEWHERE}"), _NO_ADDRESS),
)


def may_lead_into_the_record(source: str, front: str) -> bool:
    """Look quickly whether a file may link something by its id. An escape in its front matter could spell anything."""
    return "record:" in source or "\\" in front


def link_targets(text: str, first_line: int) -> Iterator[Slip]:
    """Yield a slip for each such link, at its line, and for each picture."""
    text = f"\n{text}"
    pictured: set[int] = set()
    for sign, form, told in _FORMS:
        if sign in text:
            for match in form.finditer(text):
                line = first_line + text.count("\n", 1, match.start() + 1)
                if told is _PICTURE:
                    pictured.add(line)
                # That a picture's file is no web address comes of the same slip.
                if told is _PICTURE or line not in pictured:
                    yield Slip(line, Rule.LINK_TARGET, *told)
