from __future__ import annotations

import io
import struct
import zipfile

import pytest
from PIL import Image

from attached import (
    BOOK,
    CANARY,
    DRAWING,
    FIRST,
    MAIN,
    PAGE,
    RELATED,
    ROW,
    SHEET,
    SHOWN,
    WORD,
    Parts,
    docx,
    package,
    picture,
    relationships,
    sheet,
    spoilt,
    unzipped,
    xlsx,
)
from public_record.gate.cleaning import CannotClean, clean

PROPERTIES = f'<Properties xmlns="{MAIN}/officeDocument/2006/extended-properties"><Company>{CANARY}</Company></Properties>'


def of_word(body: str = "", *related: tuple[str, ...], **parts: str | bytes) -> Parts:
    """List the parts of a document whose text leads to others."""
    return docx(body) | {PAGE: relationships(*related), **parts}


def of_sheet(worksheet: str, *related: tuple[str, ...], **parts: str | bytes) -> Parts:
    """List the parts of a spreadsheet whose sheet leads to others."""
    return xlsx(worksheet) | {FIRST: relationships(*related), **parts}


def of_book(*related: tuple[str, ...], **parts: str | bytes) -> Parts:
    """List the parts of a spreadsheet whose workbook leads to others."""
    return xlsx() | {BOOK: relationships(("worksheet", "worksheets/sheet1.xml"), *related), **parts}


def cleaned(suffix: str, parts: Parts) -> dict[str, bytes]:
    """Clean a package, and read what came of it."""
    return unzipped(clean(suffix, package(parts)))


def about_the_file(main: str) -> Parts:
    """List what describes a file."""
    return {
        "_rels/.rels": relationships(
            ("officeDocument", main),
            ("core-properties", "docProps/core.xml"),
            ("extended-properties", "docProps/app.xml"),
            ("custom-properties", "docProps/custom.xml"),
            ("thumbnail", "docProps/thumbnail.jpeg"),
        ),
        **dict.fromkeys(["docProps/core.xml", "docProps/app.xml", "docProps/custom.xml"], PROPERTIES),
        "docProps/thumbnail.jpeg": CANARY,
        "customXml/item1.xml": f"<a>{CANARY}</a>",
        f"{CANARY}.txt": CANARY,
    }


def text(kind: str, inside: str) -> str:
    return f'<w:{kind} xmlns:w="{WORD}" xmlns:r="{RELATED}">{inside}</w:{kind}>'


def paragraph(words: str, looks: str = "") -> str:
    return f"<w:p><w:r>{looks}<w:t>{words}</w:t></w:r></w:p>"


def drawn(inside: str = "", name: str = CANARY, **attributes: str) -> str:
    """Show the picture of the relationship rId1 in a document."""
    given = "".join(f' {key}="{value}"' for key, value in attributes.items())
    return (
        f'<w:p><w:r><w:drawing><wp:inline><wp:docPr id="1" name="{name}" title="{CANARY}" descr="A map"{given}/>'
        "<a:graphic>"
        f'<a:graphicData uri="{MAIN}/drawingml/2006/picture"><pic:pic><pic:nvPicPr>'
        f'<pic:cNvPr id="1" name="{name}" descr="{name}"/>'
        f'</pic:nvPicPr><pic:blipFill><a:blip r:embed="rId1"><a:extLst><a:ext uri="{CANARY}"/></a:extLst></a:blip>'
        f"{inside}"
        "</pic:blipFill></pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing></w:r></w:p>"
    )


IN_WORD: dict[str, Parts] = {
    "properties": docx() | about_the_file("word/document.xml"),
    "remark in XML": docx(f"<!-- {CANARY} --><?note {CANARY}?>"),
    "session of writing": docx(f'<w:p w:rsidR="{CANARY}" w14:paraId="{CANARY}"><w14:new>{CANARY}</w14:new></w:p>'),
    "bookmark": docx(f'<w:bookmarkStart w:id="0" w:name="{CANARY}"/><w:bookmarkEnd w:id="0"/>'),
    "link to a bookmark": docx(f'<w:hyperlink w:anchor="{CANARY}" w:tooltip="{CANARY}"/>'),
    "control": docx(f'<w:sdt><w:sdtPr><w:alias w:val="{CANARY}"/></w:sdtPr><w:sdtContent/></w:sdt>'),
    "text of no element": docx(f"{CANARY}<w:p>{CANARY}<w:r>{CANARY}<w:t>x</w:t>{CANARY}</w:r>{CANARY}</w:p>{CANARY}"),
    "text of an element that is not known": docx(f"<w:p><w:r><w:note>{CANARY}<w:t>{CANARY}</w:t></w:note></w:r></w:p>"),
    "text outside a run": docx(f"<w:p><w:t>{CANARY}</w:t></w:p>"),
    "form field": docx(
        f'<w:fldChar w:fldCharType="begin"><w:ffData><w:helpText w:val="{CANARY}"/></w:ffData></w:fldChar>'
        "<w:instrText>PAGE</w:instrText>"
    ),
    "settings": of_word(
        "",
        ("settings", "settings.xml"),
        **{
            "word/settings.xml": text(
                "settings",
                f'<w:attachedTemplate r:id="rId1"/><w:docVars><w:docVar w:name="a" w:val="{CANARY}"/></w:docVars>'
                f'<w:rsids><w:rsid w:val="{CANARY}"/></w:rsids><w:defaultTabStop w:val="720"/>',
            ),
            "word/_rels/settings.xml.rels": relationships(("attachedTemplate", f"file:///{CANARY}", "External")),
        },
    ),
    "custom XML": of_word("", ("customXml", "../customXml/item1.xml"), **{"customXml/item1.xml": f"<a>{CANARY}</a>"}),
    "picture": of_word(
        drawn(), ("image", f"media/{CANARY}.jpg"), **{f"word/media/{CANARY}.jpg": picture("JPEG", comment=CANARY.encode())}
    ),
    "picture that is no longer shown": of_word("", ("image", "media/a.png"), **{"word/media/a.png": CANARY}),
    "link that is no longer shown": of_word("", ("hyperlink", f"https://example.org/{CANARY.replace(' ', '-')}", "External")),
    "header that is no longer shown": of_word("", ("header", "a.xml"), **{"word/a.xml": text("hdr", paragraph(CANARY))}),
    "header of a first page that has none": of_word(
        '<w:sectPr><w:headerReference w:type="first" r:id="rId1"/></w:sectPr>',
        ("header", "a.xml"),
        **{"word/a.xml": text("hdr", paragraph(CANARY))},
    ),
    "footnote that is no longer shown": of_word(
        '<w:r><w:footnoteReference w:id="2"/></w:r>',
        ("footnotes", "notes.xml"),
        **{
            "word/notes.xml": text(
                "footnotes",
                '<w:footnote w:type="separator" w:id="0"/>'
                f'<w:footnote w:id="1">{paragraph(CANARY)}</w:footnote><w:footnote w:id="2">{paragraph("Seen")}</w:footnote>',
            )
        },
    ),
}


def strings(*texts: str) -> str:
    return f'<sst xmlns="{SHEET}" count="9">' + "".join(f"<si><t>{one}</t></si>" for one in texts) + "</sst>"


SHARED = '<row r="1"><c r="A1" t="s"><v>1</v></c></row>'
IN_SHEETS: dict[str, Parts] = {
    "properties": xlsx() | about_the_file("xl/workbook.xml"),
    "formula": xlsx(sheet(ROW + f'<row r="2"><c r="A2"><f>IF(B1="{CANARY}",1,0)</f><v>1</v></c></row>')),
    "name": xlsx(workbook=f'<definedNames><definedName name="x" hidden="1">"{CANARY}"</definedName></definedNames>'),
    "folder of the maker": xlsx(
        workbook='<mc:AlternateContent xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006">'
        f"<mc:Choice>{CANARY}</mc:Choice></mc:AlternateContent>"
    ),
    "user": xlsx(workbook=f'<fileSharing userName="{CANARY}"/>'),
    "validation": xlsx(sheet(ROW, after=f'<dataValidations><dataValidation prompt="{CANARY}"/></dataValidations>')),
    "scenario": xlsx(sheet(ROW, after=f'<scenarios><scenario name="{CANARY}"/></scenarios>')),
    "conditional format": xlsx(sheet(ROW, after=f"<conditionalFormatting>{CANARY}</conditionalFormatting>")),
    "filter": xlsx(sheet(ROW, after=f'<autoFilter><filterColumn><filter val="{CANARY}"/></filterColumn></autoFilter>')),
    "tip": xlsx(
        sheet(ROW, after=f'<hyperlinks><hyperlink ref="A1" location="B1" tooltip="{CANARY}" display="{CANARY}"/></hyperlinks>')
    ),
    "cell under a merged one": xlsx(
        sheet(
            ROW + f'<row r="2"><c r="A2" t="str"><v>{CANARY}</v></c></row>',
            after='<mergeCells><mergeCell ref="A1:B2"/></mergeCells>',
        )
    ),
    "string of a deleted cell": of_book(
        ("sharedStrings", "s.xml"),
        **{"xl/s.xml": strings(CANARY, SHOWN), "xl/worksheets/sheet1.xml": sheet(SHARED)},
    ),
    "header of a first page that has none": xlsx(
        sheet(ROW, after=f"<headerFooter><firstHeader>{CANARY}</firstHeader></headerFooter>")
    ),
    "remarks on cells": xlsx(
        sheet(f'<row r="1"><c r="A1" t="inlineStr"><is><t>{SHOWN}</t><rPh><t>{CANARY}</t></rPh></is></c></row>')
    ),
    "additions of later versions": xlsx(
        sheet(
            '<row r="1"><c r="A1"><v>1</v><extLst><ext/></extLst></c>'
            f'<c r="B1" t="str"><v>{SHOWN}</v><a:a xmlns:a="http://schemas.microsoft.com/office/spreadsheetml/2009/9/main">'
            f"{CANARY}</a:a></c></row>"
        )
    ),
    "text of no element": xlsx(sheet(f'{CANARY}{ROW}{CANARY}<row r="2">{CANARY}<c r="A2"><v>1</v>{CANARY}</c></row>')),
    "text of an element that is not known": xlsx(sheet(f'{ROW}<row r="2"><c r="A2"><note>{CANARY}</note><v>1</v></c></row>')),
    "text beside a value": xlsx(sheet(f'{ROW}<row r="2"><c r="A2" t="n"><v>1</v><is><t>{CANARY}</t></is></c></row>')),
    "value beside a text": xlsx(sheet(f'<row r="1"><c r="A1" t="inlineStr"><v>{CANARY}</v><is><t>{SHOWN}</t></is></c></row>')),
    "printer": of_sheet(sheet(ROW, after='<pageSetup r:id="rId1"/>'), ("printerSettings", "../p.bin"), **{"xl/p.bin": CANARY}),
    "table": of_sheet(
        sheet(ROW, after='<tableParts><tablePart r:id="rId1"/></tableParts>'),
        ("table", "../t.xml"),
        **{"xl/t.xml": f'<table xmlns="{SHEET}" name="{CANARY}"/>'},
    ),
    "order of calculation": of_book(("calcChain", "c.xml"), **{"xl/c.xml": f"<c>{CANARY}</c>"}),
}

HIDING_PLACES = [
    *(pytest.param(".docx", parts, id=f"Word: {name}") for name, parts in IN_WORD.items()),
    *(pytest.param(".xlsx", parts, id=f"sheet: {name}") for name, parts in IN_SHEETS.items()),
]


@pytest.mark.parametrize(("suffix", "parts"), HIDING_PLACES)
def test_what_is_not_shown_does_not_survive(suffix: str, parts: Parts) -> None:
    """Neither as text, nor as attribute, nor as name of a part."""
    made = cleaned(suffix, parts)
    everything = b"\n".join([*map(str.encode, made), *made.values()]).lower()
    assert CANARY.encode() not in everything
    assert CANARY.replace(" ", "-").encode() not in everything
    assert SHOWN.lower().encode() in everything


def test_a_document_keeps_what_is_shown() -> None:
    """Parts get names by their kind, relationships numbers."""
    seen = ("header", "footer", "footnotes", "styles", "theme")
    parts: Parts = {
        "word/t.xml": f'<a:theme xmlns:a="{DRAWING}" name="Office"/>',
        "word/h.xml": text("hdr", paragraph("Header")),
        "word/f.xml": text("ftr", paragraph("Footer")),
        "word/n.xml": text("footnotes", f'<w:footnote w:id="2">{paragraph("Note")}</w:footnote>'),
        "word/s.xml": text("styles", '<w:style w:styleId="Own"/>'),
        "word/media/a.png": picture("PNG"),
    }
    made = cleaned(
        ".docx",
        of_word(
            '<w:p><w:r><w:footnoteReference w:id="2"/></w:r><w:hyperlink r:id="rId6"><w:r><w:t>link</w:t></w:r></w:hyperlink>'
            '<w:bookmarkStart w:id="0" w:name="_Toc1"/><w:r><w:rPr><w:vanish w:val="0"/><w:webHidden/></w:rPr></w:r></w:p>'
            + drawn().replace("rId1", "rId5")
            + '<w:sectPr><w:headerReference w:type="default" r:id="rId1"/><w:footerReference w:type="first" r:id="rId2"/>'
            "<w:titlePg/></w:sectPr>",
            ("header", "h.xml"),
            ("footer", "f.xml"),
            ("footnotes", "n.xml"),
            ("styles", "/word/s.xml"),
            ("image", "media/a.png"),
            ("hyperlink", "https://example.org/a", "External"),
            ("theme", "t.xml"),
            **parts,
        ),
    )
    for kind, inside in zip(seen, (b"Header", b"Footer", b"Note", b"Own", b"Office"), strict=True):
        (name,) = (one for one in made if one.startswith(f"word/{kind}"))
        assert inside in made[name]
    (image,) = (one for one in made if one.startswith("word/image"))
    assert Image.open(io.BytesIO(made[image])).size == (40, 20)
    assert b'Target="https://example.org/a" TargetMode="External"' in made[PAGE]
    assert b'descr="A map"' in made["word/document.xml"]
    assert b"_Toc1" in made["word/document.xml"]


def test_a_spreadsheet_keeps_what_is_shown() -> None:
    """Values, their looks, pictures, and what is printed."""
    anchor = (
        f'<xdr:wsDr xmlns:xdr="{MAIN}/drawingml/2006/spreadsheetDrawing" xmlns:a="{DRAWING}" xmlns:r="{RELATED}">'
        '<xdr:oneCellAnchor><xdr:pic><xdr:nvPicPr><xdr:cNvPr id="1" name="x"/></xdr:nvPicPr>'
        '<xdr:blipFill><a:blip r:embed="rId1"/></xdr:blipFill></xdr:pic><xdr:clientData/></xdr:oneCellAnchor></xdr:wsDr>'
    )
    parts: Parts = {
        FIRST: relationships(("drawing", "../d.xml")),
        "xl/s.xml": strings("x", SHOWN),
        "xl/y.xml": f'<styleSheet xmlns="{SHEET}"><numFmts><numFmt formatCode="0.0;;"/></numFmts></styleSheet>',
        "xl/d.xml": anchor,
        "xl/_rels/d.xml.rels": relationships(("image", "a.png")),
        "xl/a.png": picture("PNG"),
        "xl/worksheets/sheet1.xml": sheet(
            SHARED + '<row r="2"><c r="A2"><f>1+1</f><v>2</v></c></row>',
            before='<cols><col min="1" max="1" width="12"/></cols>',
            after='<mergeCells><mergeCell ref="A1:B1"/></mergeCells><drawing r:id="rId1"/>',
        ),
    }
    made = cleaned(
        ".xlsx",
        of_book(
            ("sharedStrings", "s.xml"),
            ("styles", "y.xml"),
            **parts,
        ),
    )
    (first,) = (made[name] for name in made if name.startswith("xl/worksheet"))
    (shared,) = (made[name] for name in made if name.startswith("xl/sharedStrings"))
    assert b'<x:c r="A2"><x:v>2</x:v></x:c>' in first
    assert b"<x:si /><x:si><x:t>" + SHOWN.encode() in shared
    assert sum(name.startswith(("xl/image", "xl/drawing", "xl/styles")) for name in made) == 3


@pytest.mark.parametrize(("suffix", "parts"), [(".docx", docx()), (".xlsx", xlsx())])
def test_the_same_file_gives_the_same_bytes(suffix: str, parts: Parts) -> None:
    """Whatever the day on which it was saved, and the order of its parts."""
    once = clean(suffix, package(parts))
    assert clean(suffix, package(dict(reversed(parts.items())), day=2)) == once
    assert clean(suffix, once) == once
    assert {member.date_time for member in zipfile.ZipFile(io.BytesIO(once)).infolist()} == {(1980, 1, 1, 0, 0, 0)}


TRACKED = "The document has tracked changes. Accept or reject them, and save it anew."
COMMENTS = "The file has comments. Remove them, and save it anew."
HIDDEN = "The document has hidden text. Delete it, and save it anew."
BLACK = "The document has text behind black. The text is still in it: delete it, and save it anew."
FIELDS = "The document has fields that may hold more than they show. Turn them into text (Ctrl+Shift+F9), and save it anew."
EMBEDDED = "The file has other files embedded in it. Remove them, and save it anew."
SHAPES = "The file has shapes, text boxes or charts. Replace them by text or pictures, or publish the paper as a PDF."
EXTERNAL = "The file has links to other files or data. Remove them, and save it anew."
UNKNOWN = "The file holds something other than text, tables and pictures. Remove it, or publish the paper as a PDF."
MACROS = "The file has macros. Save it anew without them."
PIVOTS = "The file has pivot tables, which carry the data they were made from. Paste their values, and save it anew."
HIDDEN_CELLS = "The spreadsheet has hidden rows or columns. Delete them, and save it anew."
HIDDEN_SHEETS = "The spreadsheet has hidden sheets. Delete them, and save it anew."
BROKEN = "The file is damaged or not of the kind that its name says. Save it anew."
ENCRYPTED = "The file is encrypted, or of an older kind. Save it anew, without a password, as .docx or .xlsx."
STRICT = "The file is not in the usual form of its kind. Save it anew as .docx or .xlsx, not in the strict form."
BROKEN_XML = "The file holds XML that cannot be read. Save it anew."


def field(code: str) -> str:
    half = len(code) // 2
    return (
        '<w:p><w:r><w:fldChar w:fldCharType="begin"/></w:r>'
        f"<w:r><w:instrText>{code[:half]}</w:instrText></w:r><w:r><w:instrText>{code[half:]}</w:instrText></w:r>"
        '<w:r><w:fldChar w:fldCharType="end"/></w:r></w:p>'
    )


WHITE_CELLS = "The spreadsheet has white text on white. Delete it, or give it another colour, and save it anew."


def looks(colour: str, fills: str = "") -> Parts:
    """Make a spreadsheet whose one cell has the second of two looks."""
    fonts = f"<fonts><font/><font>{colour}</font></fonts><fills>{fills}</fills>"
    styles = f'<styleSheet xmlns="{SHEET}">{fonts}<cellXfs><xf/><xf fontId="1" fillId="0"/></cellXfs></styleSheet>'
    cell = f'<row r="1"><c r="A1" s="1" t="inlineStr"><is><t>{SHOWN}</t></is></c></row>'
    return of_book(("styles", "styles.xml"), **{"xl/styles.xml": styles, "xl/worksheets/sheet1.xml": sheet(cell)})


WHITE = '<w:color w:val="FFFFFF"/>'
WHITE_RUN = f"<w:r><w:rPr>{WHITE}</w:rPr><w:t>{CANARY}</w:t></w:r>"
WHITE_TEXT = "The document has white text on white. Delete it, or give it another colour, and save it anew."
RUN = f"<w:r><w:t>{CANARY}</w:t></w:r>"
REFUSED_IN_WORD: dict[str, tuple[Parts, str]] = {
    "insertion": (docx(f"<w:ins>{paragraph(CANARY)}</w:ins>"), TRACKED),
    "deletion": (docx(f"<w:del><w:r><w:delText>{CANARY}</w:delText></w:r></w:del>"), TRACKED),
    "move": (docx("<w:moveFrom/>"), TRACKED),
    "change of looks": (docx(paragraph("x", "<w:rPr><w:rPrChange/></w:rPr>")), TRACKED),
    "comment": (of_word("", ("comments", "comments.xml")), COMMENTS),
    "place of a comment": (
        docx('<w:commentRangeStart w:id="1"/>'),
        "The document has comments. Remove them, and save it anew.",
    ),
    "hidden text": (docx(paragraph(CANARY, "<w:rPr><w:vanish/></w:rPr>")), HIDDEN),
    "hidden style": (
        of_word(
            "", ("styles", "s.xml"), **{"word/s.xml": text("styles", '<w:style><w:rPr><w:vanish w:val="1"/></w:rPr></w:style>')}
        ),
        HIDDEN,
    ),
    "white text": (docx(paragraph(CANARY, '<w:rPr><w:color w:val="ffffff"/></w:rPr>')), WHITE_TEXT),
    "text in the colour of the paper": (
        docx(paragraph(CANARY, '<w:rPr><w:color w:val="auto" w:themeColor="background1"/></w:rPr>')),
        WHITE_TEXT,
    ),
    "white text on white": (docx(paragraph(CANARY, f"<w:rPr>{WHITE}<w:shd w:fill='FFFFFF'/></w:rPr>")), WHITE_TEXT),
    "white text in a plain table": (docx(f"<w:tbl><w:tr><w:tc><w:p>{WHITE_RUN}</w:p></w:tc></w:tr></w:tbl>"), WHITE_TEXT),
    "text too small to read": (docx(paragraph(CANARY, '<w:rPr><w:sz w:val="3"/></w:rPr>')), HIDDEN),
    "size that is none": (docx(paragraph(CANARY, '<w:rPr><w:sz w:val="x"/></w:rPr>')), HIDDEN),
    "line too low to read": (docx(f'<w:p><w:pPr><w:spacing w:line="39" w:lineRule="exact"/></w:pPr>{RUN}</w:p>'), HIDDEN),
    "row too low to read": (
        docx(
            '<w:tbl><w:tr><w:trPr><w:trHeight w:val="39" w:hRule="exact"/></w:trPr>'
            f"<w:tc><w:p>{RUN}</w:p></w:tc></w:tr></w:tbl>"
        ),
        HIDDEN,
    ),
    "hidden row": (docx("<w:tbl><w:tr><w:trPr><w:hidden/></w:trPr></w:tr></w:tbl>"), HIDDEN),
    "black highlight": (docx(paragraph(CANARY, '<w:rPr><w:highlight w:val="black"/></w:rPr>')), BLACK),
    "black shade": (docx(paragraph(CANARY, '<w:rPr><w:shd w:val="clear" w:fill="000000"/></w:rPr>')), BLACK),
    "field": (docx(field(' INCLUDETEXT "C:\\\\x" ')), FIELDS),
    "simple field": (docx('<w:fldSimple w:instr="FILENAME \\p"/>'), FIELDS),
    "field without a beginning": (docx("<w:instrText>DDE</w:instrText>"), FIELDS),
    "field that does not end": (docx('<w:fldChar w:fldCharType="begin"/><w:instrText>DDE</w:instrText>'), FIELDS),
    "field with a link to a folder": (docx(field(' HYPERLINK "file:///C:/x" ')), FIELDS),
    "field with a link that has a tip": (docx(field(f' HYPERLINK "https://example.org" \\o "{CANARY}" ')), FIELDS),
    "object": (docx("<w:object/>"), "The document has other files embedded in it. Remove them, and save it anew."),
    "embedded file": (of_word("", ("package", "embeddings/a.xlsx")), EMBEDDED),
    "text box": (docx("<mc:AlternateContent/>"), SHAPES),
    "cropped picture": (
        of_word(drawn('<a:srcRect l="100"/>'), ("image", "a.png"), **{"word/a.png": picture("PNG")}),
        "The file has cropped pictures: what was cut off is still in it. Delete the cropped areas, and save it anew.",
    ),
    "hidden picture": (
        of_word(drawn(hidden="1"), ("image", "a.png"), **{"word/a.png": picture("PNG")}),
        "The file has hidden pictures. Delete them, and save it anew.",
    ),
    "other picture": (
        of_word(drawn(), ("image", "a.emf"), **{"word/a.emf": CANARY}),
        "The file has pictures that are neither PNG nor JPEG, and cannot be cleaned. Replace them, and save it anew.",
    ),
    "picture elsewhere": (of_word(drawn(), ("image", "https://example.org/a.png", "External")), EXTERNAL),
    "link to a folder": (of_word("", ("hyperlink", f"file:///{CANARY}", "External")), EXTERNAL),
    "macros": (of_word("", ("vbaProject", "vba.bin")), MACROS),
    "macros by type": (
        docx()
        | {"[Content_Types].xml": str(docx()["[Content_Types].xml"]).replace("document.main", "document.macroEnabled.main")},
        MACROS,
    ),
    "no type": (docx() | {"[Content_Types].xml": relationships()}, BROKEN),
    "something else": (of_word('<w:p r:id="rId1"/>', ("ink", "ink.xml")), UNKNOWN),
    "spreadsheet": (xlsx(), BROKEN),
    "part that is missing": (of_word("", ("styles", "s.xml")), BROKEN),
    "no main part": (docx() | {"_rels/.rels": relationships()}, BROKEN),
    "entities": (
        docx() | {"word/document.xml": f'<!DOCTYPE a [<!ENTITY b "{CANARY}">]><a>&b;</a>'},
        BROKEN_XML,
    ),
    "XML that is not whole": (docx() | {"word/document.xml": "<w:document"}, BROKEN_XML),
}

REFUSED_IN_SHEETS: dict[str, tuple[Parts, str]] = {
    "white text": (looks('<color rgb="FFFFFFFF"/>'), WHITE_CELLS),
    "text in the colour of the paper": (
        looks('<color theme="0"/>', '<fill><patternFill patternType="none"/></fill>'),
        WHITE_CELLS,
    ),
    "hidden sheet": (xlsx(state='state="hidden"'), HIDDEN_SHEETS),
    "very hidden sheet": (xlsx(state='state="veryHidden"'), HIDDEN_SHEETS),
    "hidden row": (xlsx(sheet('<row r="1" hidden="1"/>')), HIDDEN_CELLS),
    "row of no height": (xlsx(sheet('<row r="1" ht="0"/>')), HIDDEN_CELLS),
    "rows hidden unless shown": (xlsx(sheet(ROW, before='<sheetFormatPr zeroHeight="1"/>')), HIDDEN_CELLS),
    "hidden column": (xlsx(sheet(ROW, before='<cols><col min="1" max="1" hidden="true"/></cols>')), HIDDEN_CELLS),
    "column of no width": (xlsx(sheet(ROW, before='<cols><col min="1" max="1" width="0.0"/></cols>')), HIDDEN_CELLS),
    "format that shows nothing": (
        of_book(
            ("styles", "s.xml"),
            **{"xl/s.xml": f'<styleSheet xmlns="{SHEET}"><numFmts><numFmt formatCode=";;;"/></numFmts></styleSheet>'},
        ),
        "The spreadsheet has a number format that hides what is in a cell. Remove it, and save it anew.",
    ),
    "external data": (of_book(("externalLink", "externalLinks/a.xml")), EXTERNAL),
    "connections": (of_book(("connections", "connections.xml")), EXTERNAL),
    "pivot data": (of_book(("pivotCacheDefinition", "pivotCache/a.xml")), PIVOTS),
    "pivot table": (of_sheet(sheet(ROW), ("pivotTable", "../a.xml")), PIVOTS),
    "comments": (of_sheet(sheet(ROW), ("comments", "../a.xml")), COMMENTS),
    "conversation": (of_sheet(sheet(ROW), ("threadedComment", "../a.xml")), COMMENTS),
    "embedded file": (of_sheet(sheet(ROW), ("oleObject", "../a.bin")), EMBEDDED),
    "macros": (of_book(("vbaProject", "vba.bin")), MACROS),
    "chart": (
        of_sheet(
            sheet(ROW, after='<drawing r:id="rId1"/>'),
            ("drawing", "../d.xml"),
            **{"xl/d.xml": f'<d:wsDr xmlns:d="{MAIN}/drawingml/2006/spreadsheetDrawing"><d:graphicFrame/></d:wsDr>'},
        ),
        SHAPES,
    ),
    "row too low to read": (xlsx(sheet('<row r="1" ht="0.75"/>')), HIDDEN_CELLS),
    "height that is none": (xlsx(sheet('<row r="1" ht="x"/>')), HIDDEN_CELLS),
    "strict form": (xlsx('<worksheet xmlns="http://purl.oclc.org/ooxml/spreadsheetml/main"/>'), STRICT),
    "something unknown in a sheet": (xlsx(sheet('<a:b xmlns:a="urn:x"/>')), SHAPES),
    "address that is none": (
        xlsx(sheet(ROW, after='<mergeCells><mergeCell ref="x"/></mergeCells>')),
        BROKEN,
    ),
}

REFUSED = [
    *(pytest.param(".docx", package(parts), reason, id=f"Word: {name}") for name, (parts, reason) in REFUSED_IN_WORD.items()),
    *(
        pytest.param(".xlsx", package(parts), reason, id=f"sheet: {name}")
        for name, (parts, reason) in REFUSED_IN_SHEETS.items()
    ),
    pytest.param(".docx", b"hello", BROKEN, id="no package"),
    pytest.param(".docx", package(docx())[:-30], BROKEN, id="cut short"),
    pytest.param(".docx", spoilt(zipfile.ZIP_DEFLATED), BROKEN, id="spoilt"),
    pytest.param(".docx", spoilt(zipfile.ZIP_LZMA), BROKEN, id="packed in a way of no office program"),
    pytest.param(".docx", package(docx(), way=zipfile.ZIP_BZIP2), BROKEN, id="packed in another"),
    pytest.param(".xlsx", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", ENCRYPTED, id="older kind"),
]


@pytest.mark.parametrize(("suffix", "data", "reason"), REFUSED)
def test_what_somebody_must_look_at_is_refused(suffix: str, data: bytes, reason: str) -> None:
    """The reason says what to do, and quotes nothing."""
    with pytest.raises(CannotClean) as caught:
        clean(suffix, data)
    assert caught.value.reason == reason


def test_a_package_with_encrypted_parts_is_refused() -> None:
    """The flag stands in the list of parts at the end."""
    data = bytearray(package(docx()))
    at = data.rfind(b"PK\x01\x02")
    data[at + 8 : at + 10] = struct.pack("<H", 1)
    with pytest.raises(CannotClean) as caught:
        clean(".docx", bytes(data))
    assert caught.value.reason == ENCRYPTED


def test_a_package_with_a_part_twice_is_refused() -> None:
    """Two programs may read two different files."""
    buffer = io.BytesIO(package(docx()))
    with pytest.warns(UserWarning, match="Duplicate name"), zipfile.ZipFile(buffer, "a") as archive:
        archive.writestr("word/document.xml", "x")
    with pytest.raises(CannotClean) as caught:
        clean(".docx", buffer.getvalue())
    assert caught.value.reason == BROKEN


def test_a_package_that_is_too_large_inside_is_refused() -> None:
    """What is small when packed need not be small."""
    with pytest.raises(CannotClean) as caught:
        clean(".docx", package(docx() | {f"{at}.xml": "" for at in range(5_001)}))
    assert caught.value.reason == "The file is larger inside than any paper. Make it smaller."


def test_xml_that_is_too_deep_is_refused() -> None:
    """What writes XML goes down into itself."""
    with pytest.raises(CannotClean) as caught:
        clean(".docx", package(docx("<w:p>" * 5_000 + "</w:p>" * 5_000)))
    assert caught.value.reason == BROKEN


SEEN_RUN = "<w:r><w:t>Seen</w:t></w:r>"


@pytest.mark.parametrize(
    "body",
    [
        '<w:p><w:r><w:rPr><w:sz w:val="4"/></w:rPr><w:t>Seen</w:t></w:r></w:p>',
        '<w:p><w:pPr><w:spacing w:line="20" w:lineRule="exact"/></w:pPr></w:p><w:p><w:r><w:t>Seen</w:t></w:r></w:p>',
        '<w:p><w:pPr><w:spacing w:line="20" w:lineRule="auto"/></w:pPr><w:r><w:t>Seen</w:t></w:r></w:p>',
        f'<w:tbl><w:tr><w:trPr><w:trHeight w:val="1"/></w:trPr><w:tc><w:p>{SEEN_RUN}</w:p></w:tc></w:tr></w:tbl>',
    ],
    ids=["small", "gap between paragraphs", "lines that grow", "row that grows"],
)
def test_what_is_small_and_seen_stays(body: str) -> None:
    """A paragraph without words may be as low as it likes."""
    assert b"Seen" in cleaned(".docx", docx(body))["word/document.xml"]


@pytest.mark.parametrize(
    "body",
    [
        paragraph("Seen", f"<w:rPr>{WHITE}<w:shd w:fill='1F4E79'/></w:rPr>"),
        paragraph("Seen", f'<w:rPr>{WHITE}<w:highlight w:val="blue"/></w:rPr>'),
        f"<w:p><w:pPr><w:shd w:fill='1F4E79'/></w:pPr>{WHITE_RUN}</w:p><w:p>{SEEN_RUN}</w:p>",
        f"<w:tbl><w:tr><w:tc><w:tcPr><w:shd w:fill='1F4E79'/></w:tcPr><w:p>{WHITE_RUN}{SEEN_RUN}</w:p></w:tc></w:tr></w:tbl>",
        f"<w:tbl><w:tblPr><w:tblStyle w:val='a'/></w:tblPr><w:tr><w:tc><w:p>{WHITE_RUN}{SEEN_RUN}</w:p></w:tc></w:tr></w:tbl>",
        f"<w:p><w:r><w:rPr>{WHITE}</w:rPr><w:t> </w:t></w:r>{SEEN_RUN}</w:p>",
    ],
    ids=["shaded", "highlighted", "in a shaded paragraph", "in a shaded cell", "in a table of some style", "spaces"],
)
def test_white_text_that_is_seen_stays(body: str) -> None:
    """Heads of tables are often white on a colour."""
    assert b"Seen" in cleaned(".docx", docx(body))["word/document.xml"]


def test_white_cells_on_a_colour_stay() -> None:
    """And a look that no cell with anything in it has says nothing."""
    filled = '<fill><patternFill patternType="solid"><fgColor rgb="FF1F4E79"/></patternFill></fill>'
    assert cleaned(".xlsx", looks('<color rgb="FFFFFFFF"/>', filled))
    empty = looks('<color rgb="FFFFFFFF"/>') | {"xl/worksheets/sheet1.xml": sheet(f'{ROW}<row r="2"><c r="A2" s="1"/></row>')}
    assert cleaned(".xlsx", empty)
