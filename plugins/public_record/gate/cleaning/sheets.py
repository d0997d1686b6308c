"""What may stand in a spreadsheet: the cells that are shown, as values, with their looks, and pictures."""

from __future__ import annotations

import re
from collections.abc import Iterator
from xml.etree.ElementTree import Element

from public_record.gate.cleaning import drawings, sheet_colours
from public_record.gate.cleaning.kinds import PackageKind, PartKind, Trees
from public_record.gate.cleaning.listing import listed
from public_record.gate.cleaning.package import BROKEN
from public_record.gate.cleaning.refusal import CannotClean
from public_record.gate.cleaning.xml_parts import DRAWING, IN_SHEET, SHEET, local, rewrite

HIDDEN_SHEETS = "The spreadsheet has hidden sheets. Delete them, and save it anew."
HIDDEN_CELLS = "The spreadsheet has hidden rows or columns. Delete them, and save it anew."
HIDDEN_VALUES = "The spreadsheet has a number format that hides what is in a cell. Remove it, and save it anew."

_WORKBOOK = frozenset({"workbookPr", "bookViews", "sheets", "definedNames", "calcPr"})
_WORKSHEET = listed(
    """
    sheetPr dimension sheetViews sheetFormatPr cols sheetData mergeCells hyperlinks printOptions pageMargins pageSetup
    headerFooter rowBreaks colBreaks drawing
    """
)
_PRINTED = frozenset({"_xlnm.Print_Area", "_xlnm.Print_Titles"})
_OF_AN_AREA = frozenset({"name", "localSheetId"})
_SHEET_NAME = r"(?:'(?:[^']|'')+'|[\w.]+)"
_AREAS = re.compile(rf"{_SHEET_NAME}![$A-Z0-9:]+(?:,{_SHEET_NAME}![$A-Z0-9:]+)*")
"""What is printed, cell by cell. A formula in its stead may hold words."""

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
_Place = tuple[tuple[int, str], int]


def _workbook(root: Element) -> None:
    _keep(root, _WORKBOOK)
    _plain(root)
    for element in root.iter():
        # A sheet has a state, and a window on all of them is visible or not.
        if {element.get("state", "visible"), element.get("visibility", "visible")} != {"visible"}:
            raise CannotClean(HIDDEN_SHEETS)
    for names in root.iter(f"{{{SHEET}}}definedNames"):
        names[:] = [name for name in names if name.get("name") in _PRINTED and _AREAS.fullmatch(name.text or "")]
        for name in names:
            for key in set(name.attrib) - _OF_AN_AREA:
                del name.attrib[key]


def _worksheet(root: Element) -> None:
    _keep(root, _WORKSHEET)
    _plain(root)
    for element in root.iter():
        if _hides(element):
            raise CannotClean(HIDDEN_CELLS)
    for headers in root.iter(f"{{{SHEET}}}headerFooter"):
        headers[:] = [header for header in headers if _is_printed(header, headers)]
    _blank_merged(root)
    for cell in root.iter(_CELL_TAG):
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
    for cell in root.iter(_CELL_TAG):
        if ranges and _is_under(_place(cell.get("r", "")), ranges):
            cell[:] = []
            cell.attrib.pop("t", None)


def _range(text: str) -> tuple[_Place, _Place]:
    first, _, last = text.partition(":")
    return _place(first), _place(last or first)


def _place(text: str) -> _Place:
    """Read the address of a cell as column and row. Of columns, those with more letters come later: AA after Z."""
    found = _CELL.fullmatch(text)
    if found is None:
        raise CannotClean(BROKEN)
    return (len(found[1]), found[1]), int(found[2])


def _is_under(cell: _Place, ranges: list[tuple[_Place, _Place]]) -> bool:
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
    worksheets = trees.get("worksheet")
    if worksheets is None:
        raise CannotClean(BROKEN)
    unseen = {look: reason for root in trees.get("styles", ()) for look, reason in sheet_colours.unseen(root)}
    for cell in (cell for root in worksheets for cell in root.iter(_CELL_TAG) if len(cell)):
        if reason := unseen.get(cell.get("s", "0")):
            raise CannotClean(reason)
    used = {value for root in worksheets for value in _shared(root)}
    for strings in trees.get("sharedStrings", ()):
        for at, string in enumerate(strings):
            if str(at) not in used:
                string[:] = []
        for count in ("count", "uniqueCount"):
            strings.attrib.pop(count, None)


def _shared(root: Element) -> Iterator[str]:
    for cell in root.iter(_CELL_TAG):
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
