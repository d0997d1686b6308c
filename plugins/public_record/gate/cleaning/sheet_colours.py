"""Text of a spreadsheet in the colour of its cell, which nobody sees."""

from __future__ import annotations

import re
from collections.abc import Iterator
from xml.etree.ElementTree import Element

from public_record.gate.cleaning.package import BROKEN
from public_record.gate.cleaning.refusal import CannotClean
from public_record.gate.cleaning.xml_parts import SHEET

WHITE = "The spreadsheet has white text on white. Delete it, or give it another colour, and save it anew."
COVERED = "The spreadsheet has text in the colour of its cell. The text is still in it: delete it, and save it anew."

_BLACK, _WHITE = "000000", "FFFFFF"
_NAMED = {
    **dict.fromkeys(["theme 0", "indexed 1", "indexed 9", "indexed 65"], _WHITE),
    **dict.fromkeys(["theme 1", "indexed 0", "indexed 8", "indexed 64"], _BLACK),
}
"""Colours by their number: the first of a theme is that of the paper, the second that of ink."""


def unseen(styles: Element) -> Iterator[tuple[str, str]]:
    """Yield the looks of cells, by their number, in which text has the colour of what is behind it, and what is to be done."""
    fonts = [_colour(font.find(f"{{{SHEET}}}color"), _BLACK) for font in styles.findall("x:fonts/x:font", {"x": SHEET})]
    grounds = [_ground(fill) for fill in styles.findall("x:fills/x:fill", {"x": SHEET})]
    colours, behind = _numbered(fonts or [_BLACK]), _numbered(grounds or [_WHITE])
    for number, look in enumerate(styles.findall("x:cellXfs/x:xf", {"x": SHEET})):
        try:
            colour, ground = colours[look.get("fontId", "0")], behind[look.get("fillId", "0")]
        except KeyError:
            raise CannotClean(BROKEN) from None
        if colour == ground:
            yield str(number), WHITE if colour == _WHITE else COVERED


def _numbered(colours: list[str]) -> dict[str, str]:
    return {str(at): colour for at, colour in enumerate(colours)}


def _ground(fill: Element) -> str:
    """Name the colour behind the text of a cell. Of patterns and colours that run into one another there is none."""
    pattern = fill.find(f"{{{SHEET}}}patternFill")
    kind = "" if pattern is None else pattern.get("patternType", "none")
    if pattern is not None and kind == "solid":
        return _colour(pattern.find(f"{{{SHEET}}}fgColor"), _BLACK)
    return _WHITE if kind == "none" else kind


def _colour(colour: Element | None, usual: str) -> str:
    """Name a colour, so that the same are named the same. `usual` is the one where none is given."""
    if colour is None:
        return usual
    if rgb := colour.get("rgb"):
        return rgb[-6:].upper()
    for kind in ("theme", "indexed"):
        if number := colour.get(kind):
            tint = colour.get("tint", "")
            name = f"{kind} {number}"
            return f"{name} {tint}" if re.search("[1-9]", tint) else _NAMED.get(name, name)
    return usual
