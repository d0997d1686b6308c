"""Fields of a Word document: instructions that stand behind what is shown, and the names that they point at."""

from __future__ import annotations

import re
from collections.abc import Iterator
from xml.etree.ElementTree import Element

from public_record.gate.cleaning.addresses import is_public
from public_record.gate.cleaning.refusal import CannotClean
from public_record.gate.cleaning.xml_parts import INSTRUCTION, WORD

FIELDS = "The document has fields that may hold more than they show. Turn them into text (Ctrl+Shift+F9), and save it anew."

OWN_BOOKMARK = re.compile(r"_(?:Toc|Ref|Hlk)\d+")
"""Names that Word gives. Others are words, which no reader sees."""

_ATTRIBUTE = f"{{{WORD}}}"
_FIELD = re.compile(
    r"\s*(?:PAGE|NUMPAGES|SECTION|SECTIONPAGES|TOC|SEQ|STYLEREF|DATE|TIME|(?:REF|PAGEREF|NOTEREF)\s+_(?:Toc|Ref|Hlk)\d+)(?!\S)",
    re.IGNORECASE,
)
"""How the instructions begin that show what they say, or a place by the name that Word gave it."""

_LINK = re.compile(r'\s*HYPERLINK\s+(?:\\[hn]\s+)*(?:\\l\s+"_(?:Toc|Ref|Hlk)\d+"|"([^"]*)")(?:\s+\\[hn])*\s*', re.IGNORECASE)


def check(root: Element) -> None:
    """Refuse a part of a document with a field that may hold more than it shows."""
    for code in _field_codes(root):
        link = _LINK.fullmatch(code)
        if not (is_public(link[1]) if link and link[1] is not None else link or _FIELD.match(code)):
            raise CannotClean(FIELDS)


def _field_codes(root: Element) -> Iterator[str]:
    """Yield the instruction of every field. It may be spread over many runs, and fields stand in one another."""
    open_fields: list[str] = []
    for element in root.iter():
        if element.tag == f"{{{WORD}}}fldSimple":
            yield element.get(_ATTRIBUTE + "instr", "")
        elif element.tag == INSTRUCTION:
            open_fields = [*open_fields[:-1], "".join([*open_fields[-1:], element.text or ""])]
        elif element.tag == f"{{{WORD}}}fldChar":
            kind = element.get(_ATTRIBUTE + "fldCharType")
            if kind == "begin":
                open_fields.append("")
            elif kind == "end" and open_fields:
                yield open_fields.pop()
    yield from open_fields
