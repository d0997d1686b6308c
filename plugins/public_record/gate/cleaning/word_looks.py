"""Text of a Word document that nobody sees: hidden, too small, behind black, or white on white."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from xml.etree.ElementTree import Element

from public_record.gate.cleaning.refusal import CannotClean
from public_record.gate.cleaning.xml_parts import WORD, local

HIDDEN = "The document has hidden text. Delete it, and save it anew."
BLACKENED = "The document has text behind black. The text is still in it: delete it, and save it anew."
WHITE = "The document has white text on white. Delete it, or give it another colour, and save it anew."

_HIDDEN = frozenset({"vanish", "specVanish"})
_OFF = frozenset({"0", "false", "off"})
_SIZED = {"r": ["w:rPr/w:sz"], "p": ["w:pPr/w:spacing"], "tr": ["w:trPr/w:trHeight"]}
"""Where the size of the text of a run, of the lines of a paragraph, and of a row of a table is given."""

_SMALLEST = 2.0
"""Points of height under which nothing can be read."""

_ATTRIBUTE = f"{{{WORD}}}"
_BLACK, _WHITE = "000000", "FFFFFF"
_SHADE = f"{{{WORD}}}shd"
_GROUNDS = {"p": f"{{{WORD}}}pPr", "tc": f"{{{WORD}}}tcPr"}
"""Where the ground is given on which the text of a paragraph and of a cell stands."""


def refuse_unseen(element: Element, name: str) -> None:
    """Refuse an element of this local name that hides text. What is white is judged by all that is around it."""
    # A run of a formula has no name of WORD's, but looks of it.
    if name in _SIZED and _is_too_small(element):
        raise CannotClean(HIDDEN)
    if not element.tag.startswith(f"{{{WORD}}}"):
        return
    hidden_row = element.find(f"{{{WORD}}}hidden") if name == "trPr" else None
    if any(one is not None and is_on(one) for one in (hidden_row, element if name in _HIDDEN else None)):
        raise CannotClean(HIDDEN)
    if _is_blackened(element, name):
        raise CannotClean(BLACKENED)


def is_on(element: Element) -> bool:
    """Say whether a switch is on: it is by standing there, unless it says otherwise."""
    return _value(element) not in _OFF


def _is_blackened(element: Element, name: str) -> bool:
    return (
        (name == "highlight" and _value(element) == "black")
        or (name == "rPr" and _has_black_ground(element))
        or (name in _GROUNDS and _is_black_on_black(element, _GROUNDS[name]))
    )


def _has_black_ground(properties: Element) -> bool:
    """Say whether a shade is black: as the colour of the ground, or of a pattern that covers all of it."""
    shades = [{key: shade.get(_ATTRIBUTE + key) for key in ("val", "color", "fill")} for shade in properties.findall(_SHADE)]
    return any(
        shade["fill"] == _BLACK or (shade["val"] == "solid" and shade["color"] in {None, "auto", _BLACK}) for shade in shades
    )


def _is_black_on_black(element: Element, looks: str) -> bool:
    """Say so of a paragraph or a cell. Text that has no colour of its own is written in white there."""
    return any(_has_black_ground(one) for one in element.findall(looks)) and any(
        _speaks(run) and any(_value(colour) == _BLACK for colour in run.findall("w:rPr/w:color", {"w": WORD}))
        for run in element.iter()
    )


def _is_too_small(element: Element) -> bool:
    """Say whether a run, a paragraph or a row has text of a size at which nobody sees it."""
    sizes = (size for path in _SIZED[local(element.tag)] for size in element.findall(path, {"w": WORD}))
    # Whether it speaks is asked last: that goes through all that stands in it.
    return any(map(_is_tiny, sizes)) and _speaks(element)


def _is_tiny(size: Element) -> bool:
    """Fonts are measured in half points; lines and rows in twentieths of one, and only an exact height hides what is higher."""
    if local(size.tag) == "sz":
        return _below(_value(size), _SMALLEST * 2)
    exact = "exact" in {size.get(_ATTRIBUTE + "hRule"), size.get(_ATTRIBUTE + "lineRule")}
    return exact and _below(size.get(_ATTRIBUTE + "line") or _value(size), _SMALLEST * 20)


def _below(size: str, smallest: float) -> bool:
    try:
        return float(size) < smallest
    except ValueError:
        return True


def refuse_white(element: Element, styles: frozenset[str], *, grounded: bool = False, white: bool = False) -> None:
    """Refuse text in the colour of the paper. What stands on a ground of its own, or in a table of some style, is seen.

    `styles` are those that write in white; `white` says whether what is around the element does.
    """
    properties = [element.find(f"{{{WORD}}}{name}") for name in ("rPr", "pPr", "tcPr", "tblPr")]
    grounded = grounded or any(_has_ground(one) for one in properties if one is not None)
    white = _writes_white(element, styles, around=white)
    if white and not grounded and local(element.tag) == "r" and _speaks(element):
        raise CannotClean(WHITE)
    for inner in element:
        refuse_white(inner, styles, grounded=grounded, white=white)


def _writes_white(element: Element, styles: frozenset[str], *, around: bool) -> bool:
    """Say so of a run by its own colour, or its style, or that of its paragraph, whichever is nearest."""
    colour = element.find("w:rPr/w:color", {"w": WORD})
    if colour is not None:
        return _is_white(colour)
    named = [_value(style) for path in ("w:rPr/w:rStyle", "w:pPr/w:pStyle") for style in element.findall(path, {"w": WORD})]
    return named[0] in styles if named else around


def white_styles(root: Element) -> Iterator[str]:
    """Yield the styles in which text is white, on no ground that they give, also by styles on which they are based."""
    styles = {style.get(_ATTRIBUTE + "styleId", ""): style for style in root.iter(f"{{{WORD}}}style")}
    for name in styles:
        chain = list(_based(name, styles))
        colours = [colour for style in chain for colour in style.findall("w:rPr/w:color", {"w": WORD})]
        grounds = [one for style in chain for path in ("w:rPr", "w:pPr") for one in style.findall(path, {"w": WORD})]
        if colours and _is_white(colours[0]) and not any(_has_ground(one) for one in grounds):
            yield name


def _based(name: str, styles: Mapping[str, Element]) -> Iterator[Element]:
    """Yield a style, and those on which it is based, the nearest first."""
    seen: set[str] = set()
    while name in styles and name not in seen:
        seen.add(name)
        yield styles[name]
        base = styles[name].find(f"{{{WORD}}}basedOn")
        name = "" if base is None else _value(base)


def _has_ground(properties: Element) -> bool:
    shade, highlight = properties.find(_SHADE), properties.find(f"{{{WORD}}}highlight")
    return (
        (shade is not None and shade.get(_ATTRIBUTE + "fill", "auto").upper() not in {"AUTO", _WHITE})
        or (highlight is not None and _value(highlight) not in {"none", "white"})
        or properties.find(f"{{{WORD}}}tblStyle") is not None
    )


def _is_white(colour: Element) -> bool:
    return _value(colour).upper() == _WHITE or colour.get(_ATTRIBUTE + "themeColor") == "background1"


def _speaks(element: Element) -> bool:
    return any((text.text or "").strip() for text in element.iterfind(".//{*}t"))


def _value(element: Element) -> str:
    return element.get(_ATTRIBUTE + "val", "")
