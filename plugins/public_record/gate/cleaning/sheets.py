"""What may stand in a spreadsheet: the cells that are shown, as values, with their looks, and pictures."""

from __future__ import annotations

import re
from collections.abc import Iterator
from xml.etree.ElementTree import Element

from public_record.gate.cleaning import drawings
from public_record.gate.cleaning.kinds import PackageKind, PartKind, Trees
from public_record.gate.cleaning.listing import listed
from public_record.gate.cleaning.package import BROKEN
from public_record.gate.cleaning.refusal import CannotClean
from public_record.gate.cleaning.xml_parts import DRAWING, IN_SHEET, SHEET, local, rewrite

HIDDEN_SHEETS = "The spreadsheet has hidden sheets. Delete them, and save it anew."
HIDDEN_CELLS = "The spreadsheet has hidden rows or columns. Delete them, and save it anew."
HIDDEN_VALUES = "The spreadsheet has a number format that hides what is in a cell. Remove it, and save it anew."

WHITE = "The spreadsheet has white text on white. Delete it, or give it another colour, and save it anew."

_WORKBOOK = frozenset({"workbookPr", "bookViews", "sheets", "definedNames", "calcPr"})
_WORKSHEET = listed(
    """
    sheetPr dimension sheetViews sheetFormatPr cols sheetData mergeCells hyperlinks printOptions pageMargins pageSetup
    headerFooter rowBreaks colBreaks drawing
    """
)
_PRINTED = frozenset({"_xlnm.Print_Area", "_xlnm.Print_Titles"})
_OF_PROGRAMS = frozenset({"codeName", "tooltip", "display", "cm", "vm", "ph", "macro", "textlink", "filterPrivacy", "uid"})
_LEFT_OUT = frozenset({"f", "rPh", "phoneticPr"})
_SMALLEST = 1.0
"""Points of height, or letters of width, under which nothing can be read."""

_SPECIAL_PAGES = {"first": "differentFirst", "even": "differentOddEven"}
"""How the headers and footers begin that are printed only if an attribute says so."""

_HIDES_NUMBERS = re.compile(r'[\s"]*;.*', re.DOTALL)
"""A format whose first part, that of ordinary numbers, is empty."""

_NOT_IN_A_DRAWING = frozenset({"sp", "grpSp", "graphicFrame", "cxnSp", "contentPart"})
_CELL_TAG = f"{{{SHEET}}}c"
_CELL = re.compile(r"\$?([A-Z]+)\$?(\d+)")


def _workbook(root: Element) -> None:
    _keep(root, _WORKBOOK)
    _plain(root)
    for sheet in root.iter(f"{{{SHEET}}}sheet"):
        if sheet.get("state", "visible") != "visible":
            raise CannotClean(HIDDEN_SHEETS)
    for names in root.iter(f"{{{SHEET}}}definedNames"):
        names[:] = [name for name in names if name.get("name") in _PRINTED]


def _worksheet(root: Element) -> None:
    _keep(root, _WORKSHEET)
    _plain(root)
    for element in root.iter():
        if _hides(element):
            raise CannotClean(HIDDEN_CELLS)
    for headers in root.iter(f"{{{SHEET}}}headerFooter"):
        headers[:] = [header for header in headers if _is_printed(header, headers)]
    _blank_merged(root)
    for cell in root.iter(f"{{{SHEET}}}c"):
        shown = "is" if cell.get("t") == "inlineStr" else "v"
        cell[:] = [element for element in cell if local(element.tag) == shown]


def _is_printed(header: Element, headers: Element) -> bool:
    needed = [asked for begin, asked in _SPECIAL_PAGES.items() if local(header.tag).startswith(begin)]
    return all(_is_on(headers.get(asked)) for asked in needed)


def _plain(root: Element) -> None:
    """Change a part that holds cells, or says how they look. A formula gives way to the value that it had last."""
    drawings.change(root, frozenset({SHEET}))
    rewrite(root, lambda element: local(element.tag) not in _LEFT_OUT)
    for element in root.iter():
        for name in set(element.attrib) & _OF_PROGRAMS:
            del element.attrib[name]


def _keep(root: Element, names: frozenset[str]) -> None:
    root[:] = [element for element in root if local(element.tag) in names]


def _hides(element: Element) -> bool:
    """Say whether an element of a sheet hides rows or columns, or makes them so small that they are not seen."""
    name = local(element.tag)
    sizes = {"row": ["ht"], "col": ["width"], "sheetFormatPr": ["defaultRowHeight", "defaultColWidth"]}.get(name, [])
    return (
        (name in {"row", "col"} and _is_on(element.get("hidden")))
        or (name == "sheetFormatPr" and _is_on(element.get("zeroHeight")))
        or any(_is_too_small(element.get(size)) for size in sizes)
    )


def _is_too_small(size: str | None) -> bool:
    try:
        return size is not None and float(size) < _SMALLEST
    except ValueError:
        return True


def _is_on(value: str | None) -> bool:
    return value not in {None, "0", "false"}


def _blank_merged(root: Element) -> None:
    """Empty the cells that lie under a merged one: they may keep what they held before."""
    ranges = [_range(merged.get("ref", "")) for merged in root.iter(f"{{{SHEET}}}mergeCell")]
    for cell in root.iter(f"{{{SHEET}}}c"):
        if ranges and _is_under(_place(cell.get("r", "")), ranges):
            cell[:] = []
            cell.attrib.pop("t", None)


def _range(text: str) -> tuple[tuple[int, int], tuple[int, int]]:
    first, _, last = text.partition(":")
    return _place(first), _place(last or first)


def _place(text: str) -> tuple[int, int]:
    """Read the address of a cell as numbers of column and row."""
    found = _CELL.fullmatch(text)
    if found is None:
        raise CannotClean(BROKEN)
    column = 0
    for letter in found[1]:
        column = column * 26 + ord(letter) - ord("A") + 1
    return column, int(found[2])


def _is_under(cell: tuple[int, int], ranges: list[tuple[tuple[int, int], tuple[int, int]]]) -> bool:
    return any(cell != first and first[0] <= cell[0] <= last[0] and first[1] <= cell[1] <= last[1] for first, last in ranges)


def _styles(root: Element) -> None:
    _plain(root)
    for element in root.iter(f"{{{SHEET}}}numFmt"):
        if _HIDES_NUMBERS.fullmatch(element.get("formatCode", "")):
            raise CannotClean(HIDDEN_VALUES)


def _drawing(root: Element) -> None:
    """Change the pictures of a sheet."""
    if any(local(element.tag) in _NOT_IN_A_DRAWING for element in root.iter()):
        raise CannotClean(drawings.SHAPES)
    drawings.change(root, frozenset({IN_SHEET, DRAWING}))


def _finish(trees: Trees) -> None:
    """Empty the strings that no cell shows: a deleted cell may leave its text behind."""
    white = {str(at) for root in trees.get("styles", ()) for at in _white_on_white(root)}
    if any(cell.get("s", "0") in white and len(cell) for root in trees.get("worksheet", ()) for cell in root.iter(_CELL_TAG)):
        raise CannotClean(WHITE)
    used = {value for root in trees.get("worksheet", ()) for value in _shared(root)}
    for strings in trees.get("sharedStrings", ()):
        for at, string in enumerate(strings):
            if str(at) not in used:
                string[:] = []
        for count in ("count", "uniqueCount"):
            strings.attrib.pop(count, None)


def _white_on_white(styles: Element) -> Iterator[int]:
    """Yield the looks of cells, by their number, in which text has the colour of the paper."""
    fonts = [font.find(f"{{{SHEET}}}color") for font in styles.findall("x:fonts/x:font", {"x": SHEET})]
    fills = [fill.find(f"{{{SHEET}}}patternFill") for fill in styles.findall("x:fills/x:fill", {"x": SHEET})]
    white = {str(at) for at, colour in enumerate(fonts) if colour is not None and _is_white(colour)}
    empty = {str(at) for at, fill in enumerate(fills) if fill is not None and fill.get("patternType", "none") == "none"}
    for number, look in enumerate(styles.findall("x:cellXfs/x:xf", {"x": SHEET})):
        if look.get("fontId", "0") in white and look.get("fillId", "0") in empty | ({"0"} if not fills else set()):
            yield number


def _is_white(colour: Element) -> bool:
    """Say so of a colour that is given by itself, or as the first of the theme, which is that of the paper."""
    return colour.get("rgb", "").upper().endswith("FFFFFF") or (colour.get("theme") == "0" and not colour.get("tint"))


def _shared(root: Element) -> Iterator[str]:
    for cell in root.iter(f"{{{SHEET}}}c"):
        if cell.get("t") == "s":
            yield (cell.findtext(f"{{{SHEET}}}v") or "").strip()


_TYPE = "application/vnd.openxmlformats-officedocument"

KIND = PackageKind(
    main_name="xl/workbook.xml",
    parts={
        "officeDocument": PartKind(f"{_TYPE}.spreadsheetml.sheet.main+xml", _workbook),
        "worksheet": PartKind(f"{_TYPE}.spreadsheetml.worksheet+xml", _worksheet),
        "styles": PartKind(f"{_TYPE}.spreadsheetml.styles+xml", _styles, referred=False),
        "sharedStrings": PartKind(f"{_TYPE}.spreadsheetml.sharedStrings+xml", _plain, referred=False),
        "drawing": PartKind(f"{_TYPE}.drawing+xml", _drawing),
        "theme": PartKind(f"{_TYPE}.theme+xml", drawings.theme, referred=False),
    },
    finish=_finish,
)
"""A spreadsheet as Excel writes it."""
