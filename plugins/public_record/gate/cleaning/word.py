"""What may stand in a Word document: the text that is shown, its looks, and pictures."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from xml.etree.ElementTree import Element

from public_record.gate.cleaning import drawings
from public_record.gate.cleaning.addresses import is_public
from public_record.gate.cleaning.kinds import PackageKind, PartKind, Trees
from public_record.gate.cleaning.listing import listed
from public_record.gate.cleaning.refusal import CannotClean
from public_record.gate.cleaning.xml_parts import DRAWING, FORMULA, IN_WORD, INSTRUCTION, PICTURE, WORD, local, rewrite

TRACKED = "The document has tracked changes. Accept or reject them, and save it anew."
COMMENTS = "The document has comments. Remove them, and save it anew."
HIDDEN = "The document has hidden text. Delete it, and save it anew."
BLACKENED = "The document has text behind black. The text is still in it: delete it, and save it anew."
WHITE = "The document has white text on white. Delete it, or give it another colour, and save it anew."
FIELDS = "The document has fields that may hold more than they show. Turn them into text (Ctrl+Shift+F9), and save it anew."
EMBEDDED = "The document has other files embedded in it. Remove them, and save it anew."

_TRACKED = re.compile(r"ins|del\w*|move(?:From|To).*|\w+Change|cell(?:Ins|Del|Merge)|customXml(?:Ins|Del|Move)\w+")
_COMMENTS = frozenset({"commentRangeStart", "commentRangeEnd", "commentReference", "annotationRef"})
_HIDDEN = frozenset({"vanish", "specVanish"})
_SIZED = {"r": ["w:rPr/w:sz"], "p": ["w:pPr/w:spacing"], "tr": ["w:trPr/w:trHeight"]}
"""Where the size of the text of a run, of the lines of a paragraph, and of a row of a table is given."""

_SMALLEST = 2.0
"""Points of height under which nothing can be read."""

_EMBEDDED = frozenset({"object", "control", "altChunk", "subDoc"})
_LEFT_OUT = listed(
    """
    rsid rsids proofErr permStart permEnd sdtPr sdtEndPr smartTagPr customXmlPr ffData lastRenderedPageBreak docPartObj
    embedRegular embedBold embedItalic embedBoldItalic
    """
)
_NAMESPACES = frozenset({WORD, DRAWING, PICTURE, IN_WORD, FORMULA})
_OFF = frozenset({"0", "false", "off"})
_OWN_BOOKMARK = re.compile(r"_(?:Toc|Ref|Hlk)\d+")
"""Names that Word gives. Others are words, which no reader sees."""

_OF_TEXT = ("officeDocument", "header", "footer", "footnotes", "endnotes")
_FIELD = re.compile(
    r"\s*(?:PAGE|NUMPAGES|SECTION|SECTIONPAGES|TOC|SEQ|STYLEREF|DATE|TIME|(?:REF|PAGEREF|NOTEREF)\s+_(?:Toc|Ref|Hlk)\d+)(?!\S)",
    re.IGNORECASE,
)
"""How the instructions begin that show what they say, or a place by the name that Word gave it."""

_LINK = re.compile(r'\s*HYPERLINK\s+(?:\\[hn]\s+)*(?:\\l\s+"_(?:Toc|Ref|Hlk)\d+"|"([^"]*)")(?:\s+\\[hn])*\s*', re.IGNORECASE)

_SETTINGS = listed(
    """
    zoom mirrorMargins autoHyphenation consecutiveHyphenLimit hyphenationZone defaultTabStop characterSpacingControl footnotePr
    endnotePr compat themeFontLang clrSchemeMapping decimalSymbol listSeparator
    """
)
_ATTRIBUTE = f"{{{WORD}}}"
_BLACK, _WHITE = "000000", "FFFFFF"
_SHADE = f"{{{WORD}}}shd"
_GROUNDS = {"p": f"{{{WORD}}}pPr", "tc": f"{{{WORD}}}tcPr"}
"""Where the ground is given on which the text of a paragraph and of a cell stands."""


def _text(root: Element) -> None:
    """Change a part that holds text, or says how text looks."""
    drawings.change(root, _NAMESPACES)
    rewrite(root, _change)
    begun = {element.get(_ATTRIBUTE + "id") for element in root.iter(f"{{{WORD}}}bookmarkStart")}
    rewrite(root, lambda element: local(element.tag) != "bookmarkEnd" or element.get(_ATTRIBUTE + "id") in begun)
    _strip_attributes(root)
    for section in root.iter(f"{{{WORD}}}sectPr"):
        section[:] = [element for element in section if _is_shown(element, section)]
    _check_fields(root)


def _change(element: Element) -> bool:
    name = local(element.tag)
    _refuse(element, name)
    return name not in _LEFT_OUT and not _is_wordy_bookmark(element, name)


def _refuse(element: Element, name: str) -> None:
    # A run of a formula has no name of WORD's, but looks of it.
    if name in _SIZED and _is_too_small(element):
        raise CannotClean(HIDDEN)
    if _is(element, WORD):
        if _TRACKED.fullmatch(name):
            raise CannotClean(TRACKED)
        if name in _COMMENTS:
            raise CannotClean(COMMENTS)
        hidden_row = element.find(f"{{{WORD}}}hidden") if name == "trPr" else None
        if any(one is not None and _is_on(one) for one in (hidden_row, element if name in _HIDDEN else None)):
            raise CannotClean(HIDDEN)
        if name in _EMBEDDED:
            raise CannotClean(EMBEDDED)
        if name == "highlight" and _value(element) == "black":
            raise CannotClean(BLACKENED)
        if name == "rPr" and _has_black_ground(element):
            raise CannotClean(BLACKENED)
        if name in _GROUNDS and _is_black_on_black(element, _GROUNDS[name]):
            raise CannotClean(BLACKENED)


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
    return _speaks(element) and any(_is_tiny(size) for size in sizes)


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


def _refuse_white(element: Element, styles: frozenset[str], *, grounded: bool = False, white: bool = False) -> None:
    """Refuse text in the colour of the paper. What stands on a ground of its own, or in a table of some style, is seen.

    `styles` are those that write in white; `white` says whether what is around the element does.
    """
    properties = [element.find(f"{{{WORD}}}{name}") for name in ("rPr", "pPr", "tcPr", "tblPr")]
    grounded = grounded or any(_has_ground(one) for one in properties if one is not None)
    white = _writes_white(element, styles, around=white)
    if white and not grounded and local(element.tag) == "r" and _speaks(element):
        raise CannotClean(WHITE)
    for inner in element:
        _refuse_white(inner, styles, grounded=grounded, white=white)


def _writes_white(element: Element, styles: frozenset[str], *, around: bool) -> bool:
    """Say so of a run by its own colour, or its style, or that of its paragraph, whichever is nearest."""
    colour = element.find("w:rPr/w:color", {"w": WORD})
    if colour is not None:
        return _is_white(colour)
    named = [_value(style) for path in ("w:rPr/w:rStyle", "w:pPr/w:pStyle") for style in element.findall(path, {"w": WORD})]
    return named[0] in styles if named else around


def _white_styles(root: Element) -> Iterator[str]:
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


def _is(element: Element, namespace: str) -> bool:
    return element.tag.startswith(f"{{{namespace}}}")


def _value(element: Element) -> str:
    return element.get(_ATTRIBUTE + "val", "")


def _is_on(element: Element) -> bool:
    return _value(element) not in _OFF


def _is_wordy_bookmark(element: Element, name: str) -> bool:
    return name == "bookmarkStart" and not _OWN_BOOKMARK.fullmatch(element.get(_ATTRIBUTE + "name", ""))


def _strip_attributes(root: Element) -> None:
    """Take out what tells one session of writing from another, tips, and places whose names were taken out."""
    for element in root.iter():
        for name, value in list(element.attrib.items()):
            own = local(name)
            wordy_anchor = own == "anchor" and _is(element, WORD) and not _OWN_BOOKMARK.fullmatch(value)
            if own.startswith("rsid") or own in {"tooltip", "docLocation", "tgtFrame"} or wordy_anchor:
                del element.attrib[name]


def _is_shown(element: Element, section: Element) -> bool:
    """Say whether a header or footer is shown. A first page may have its own; even pages take those of the others."""
    if local(element.tag) not in {"headerReference", "footerReference"}:
        return True
    kind = element.get(_ATTRIBUTE + "type")
    title_page = section.find(f"{{{WORD}}}titlePg")
    return kind == "default" or (kind == "first" and title_page is not None and _is_on(title_page))


def _check_fields(root: Element) -> None:
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


def _settings(root: Element) -> None:
    root[:] = [element for element in root if local(element.tag) in _SETTINGS]
    _text(root)


def _finish(trees: Trees) -> None:
    """Refuse white text, and take out notes to which the text does not refer. Headers and footers have none."""
    white = frozenset(name for root in trees.get("styles", ()) for name in _white_styles(root))
    for root in (root for kind in _OF_TEXT for root in trees.get(kind, ())):
        _refuse_white(root, white)
    (text,) = trees["officeDocument"]
    for kind in ("footnote", "endnote"):
        used = {note.get(_ATTRIBUTE + "id") for note in text.iter(f"{{{WORD}}}{kind}Reference")}
        for notes in trees.get(f"{kind}s", ()):
            notes[:] = [note for note in notes if note.get(_ATTRIBUTE + "type") or note.get(_ATTRIBUTE + "id") in used]


_TYPE = "application/vnd.openxmlformats-officedocument"

KIND = PackageKind(
    main_name="word/document.xml",
    parts={
        "officeDocument": PartKind(f"{_TYPE}.wordprocessingml.document.main+xml", _text),
        "header": PartKind(f"{_TYPE}.wordprocessingml.header+xml", _text),
        "footer": PartKind(f"{_TYPE}.wordprocessingml.footer+xml", _text),
        "styles": PartKind(f"{_TYPE}.wordprocessingml.styles+xml", _text, referred=False),
        "numbering": PartKind(f"{_TYPE}.wordprocessingml.numbering+xml", _text, referred=False),
        "footnotes": PartKind(f"{_TYPE}.wordprocessingml.footnotes+xml", _text, referred=False),
        "endnotes": PartKind(f"{_TYPE}.wordprocessingml.endnotes+xml", _text, referred=False),
        "settings": PartKind(f"{_TYPE}.wordprocessingml.settings+xml", _settings, referred=False),
        "theme": PartKind(f"{_TYPE}.theme+xml", drawings.theme, referred=False),
    },
    finish=_finish,
)
"""A document as Word writes it."""
