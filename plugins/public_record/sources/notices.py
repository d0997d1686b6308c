"""Lines by which somebody says that a text is not to be published, and which mark nothing.

`sources.passages` refuses what is nearly one of its marks. This knows the marks of other programs, and the words that stand
at the head of an exempt paper. Inside what is marked rightly they may stand: there they are part of the text.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from public_record.model.rules import Rule
from public_record.sources.passages import Slip, like_a_mark, stretches

_WORD = r"(?: restricted | exempt | confidential | withheld | redacted | private | not [ ] for [ ] publication ) \b"
_EDGE = r"(?: (?: begin | start | end | open | close ) [ ] (?: of [ ] )? )?"
_SIGNS = r"[^\w\n]*"
_NOTICE = re.compile(
    rf"""(?mix)
    \n (?= (?-i: [\W_BCENPRSW] ) )
    (?: {_SIGNS} [!?/=;@%+~^$\\]{{2}} {_SIGNS} {_EDGE} {_WORD}                         # `!!! restricted "Names"`, `/// exempt`
    | {_SIGNS} [\[{{] {_SIGNS} {_EDGE} {_WORD} [^\n\]}}]* [\]}}] [^\w\n(]* $             # `[exempt]`, `[end of exempt]`
    | {_SIGNS} [*_] [\W_]*? {_EDGE} {_WORD} (?: [^\w\n] | _ )* $                       # `**Confidential**`
    | {_SIGNS} (?-i: (?: (?: BEGIN | START | END ) [ ] )? (?: EXEMPT | CONFIDENTIAL | RESTRICTED | WITHHELD | PRIVATE )
        (?: [ ] (?: ITEM | INFORMATION | APPENDIX | REPORT | PAPER | DOCUMENT ) )? ) {_SIGNS} $
    | {_SIGNS} _* (?-i: NOT [ ] FOR [ ] PUBLICATION ) \b )                             # as an exempt paper is headed
    """
)


def notices(text: str, first_line: int) -> Iterator[Slip]:
    """Yield a slip for each such line outside marked passages."""
    if not _NOTICE.search(f"\n{text}"):
        return
    for stretch in stretches(text, first_line)[0]:
        if stretch.exemption is None:
            lines = stretch.text.split("\n")
            yield from (_slip(number) for number, line in enumerate(lines, stretch.line) if _is_one(line))


def _is_one(line: str) -> bool:
    return _NOTICE.search(f"\n{line}") is not None and not like_a_mark(line)


def _slip(line: int) -> Slip:
    return Slip(
        line,
        Rule.PASSAGE,
        "this line says that something is not to be published, and marks nothing.",
        "Write `access: restricted` for the whole document, or put the passage between `::: restricted` and `:::`; "
        "if all of it may be published after all, word the line differently.",
    )
