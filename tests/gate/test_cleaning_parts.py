"""Office files part by part: what a whole file comes out as, and on which side of each line a thing falls."""

from __future__ import annotations

import io
import struct
import zipfile

import pytest

from attached import (
    BOOK,
    DRAWING,
    FIRST,
    MAIN,
    PAGE,
    RELATED,
    SHEET,
    SHOWN,
    TYPE,
    WORD,
    Parts,
    docx,
    package,
    picture,
    relationships,
    sheet,
    unzipped,
    xlsx,
)
from public_record.gate.cleaning import CannotClean, clean

HEAD = b"<?xml version='1.0' encoding='UTF-8'?>\n"
IN_SHEET = f"{MAIN}/drawingml/2006/spreadsheetDrawing"
IN_WORD = f"{MAIN}/drawingml/2006/wordprocessingDrawing"
PICTURE = f"{MAIN}/drawingml/2006/picture"

BROKEN = "The file is damaged or not of the kind that its name says. Save it anew."
BROKEN_XML = "The file holds XML that cannot be read. Save it anew."
HIDDEN_SHEETS = "The spreadsheet has hidden sheets. Delete them, and save it anew."
HIDDEN_VALUES = "The spreadsheet has a number format that hides what is in a cell. Remove it, and save it anew."
WHITE_CELLS = "The spreadsheet has white text on white. Delete it, or give it another colour, and save it anew."
TOO_LARGE = "The file is larger inside than any paper. Make it smaller."


def reason(suffix: str, parts: Parts | bytes) -> str | None:
    """Say why a package is refused, or nothing if it is not."""
    try:
        clean(suffix, parts if isinstance(parts, bytes) else package(parts))
    except CannotClean as refused:
        return refused.reason
    return None


def cleaned(suffix: str, parts: Parts) -> Parts:
    """Clean a package, and read what came of it: XML as text, without the line that all of it begins with."""
    made: Parts = {}
    for name, data in unzipped(clean(suffix, package(parts))).items():
        made[name] = data.removeprefix(HEAD).decode() if data.startswith(HEAD) else data
    return made


def types(*given: tuple[str, str]) -> str:
    """Write the list of types that a package begins with."""
    return (
        f'<Types xmlns="{MAIN}/package/2006/content-types">'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml" />'
        + "".join(f'<Override PartName="/{name}" ContentType="{kind}" />' for name, kind in given)
        + "</Types>"
    )


def leads(*given: tuple[int, str, str]) -> str:
    """Write relationships as they come out: the number in their id, the last word of their type, and where they lead."""
    lines = "".join(
        f'<Relationship Id="rId{number}" Type="{RELATED}/{kind}" Target="{target}"'
        + (" />" if target.startswith("/") else ' TargetMode="External" />')
        for number, kind, target in given
    )
    return f'<Relationships xmlns="{MAIN}/package/2006/relationships">{lines}</Relationships>'


def word_part(kind: str, inside: str, *, related: bool = False) -> str:
    """Write a part of a document, perhaps one that leads to others."""
    return f"<w:{kind} " + f'xmlns:r="{RELATED}" ' * related + f'xmlns:w="{WORD}">{inside}</w:{kind}>'


def words(of: str) -> str:
    return f"<w:p><w:r><w:t>{of}</w:t></w:r></w:p>"


DOCUMENT: Parts = docx(
    '<w:bookmarkStart w:id="0" w:name="own words"/><w:bookmarkStart w:id="1" w:name="_Toc1"/>'
    '<w:p w:rsidR="00AA"><w:hyperlink r:id="rId99"><w:r><w:t>nowhere</w:t></w:r></w:hyperlink>'
    '<w:hyperlink r:id="rId6" w:tooltip="tip"><w:r><w:t>link</w:t></w:r></w:hyperlink></w:p>'
    '<w:bookmarkEnd w:id="0"/><w:bookmarkEnd w:id="1"/>'
    '<w:p><w:r><w:drawing><wp:inline><wp:docPr id="1" name="map.jpg" title="map" descr="A map" hidden="false"/><a:graphic>'
    '<a:graphicData uri="p"><pic:pic><pic:nvPicPr><pic:cNvPr id="1" name="map.jpg"/></pic:nvPicPr><pic:blipFill>'
    '<a:blip r:embed="rId5"/><a:srcRect l="0" t=""/></pic:blipFill></pic:pic></a:graphicData></a:graphic></wp:inline>'
    "</w:drawing></w:r></w:p>"
    '<w:r><w:footnoteReference w:id="2"/><w:endnoteReference w:id="3"/></w:r>'
    '<w:sectPr><w:headerReference w:type="default" r:id="rId1"/><w:headerReference w:type="even" r:id="rId1"/>'
    '<w:footerReference w:type="first" r:id="rId2"/><w:footerReference w:type="even" r:id="rId2"/>'
    '<w:pgSz w:w="11906"/><w:titlePg/></w:sectPr>'
) | {
    PAGE: relationships(
        ("header", "h.xml"),
        ("footer", "f.xml"),
        ("footnotes", "n.xml"),
        ("styles", "/word/s.xml"),
        ("image", "media/Map of Gravesend.JPG"),
        ("hyperlink", "https://example.org/a", "External"),
        ("theme", "../../t.xml"),
        ("endnotes", "e.xml"),
        ("customXml", "../customXml/item1.xml"),
        ("numbering", "/X/l.xml"),
        ("settings", "o.xml"),
        ("image", "media/unused.png"),
    ),
    "t.xml": f'<a:theme xmlns:a="{DRAWING}" name="Office"/>',
    "word/h.xml": word_part("hdr", words("Header in a caf\u00e9") + '<w:hyperlink r:id="rId1"/>', related=True),
    "word/_rels/h.xml.rels": relationships(("hyperlink", "mailto:clerk@example.org", "External")),
    "word/f.xml": word_part("ftr", words("Footer")),
    "word/n.xml": word_part(
        "footnotes",
        "".join(
            f'<w:footnote w:id="{one}"{kind}>{words("Note")}</w:footnote>'
            for one, kind in ((0, ' w:type="separator"'), (1, ""), (2, ""))
        ),
    ),
    "word/e.xml": word_part("endnotes", "".join(f'<w:endnote w:id="{one}">{words("End")}</w:endnote>' for one in (2, 3))),
    "word/s.xml": word_part("styles", '<w:style w:styleId="Own"><w:hidden/></w:style>'),
    "X/l.xml": word_part("numbering", '<w:num w:numId="1"/>'),
    "word/o.xml": word_part("settings", '<w:zoom w:percent="100"/><w:docVars/><w:rsids/><w:compat/>'),
    "word/media/Map of Gravesend.JPG": picture("JPEG"),
    "word/media/unused.png": picture("PNG"),
    "customXml/item1.xml": "<a/>",
}

WORKBOOK: Parts = xlsx(
    sheet(
        '<row r="1" hidden="0" ht="1"><c r="A1" s="1" t="s" cm="1"><v>1</v></c><c r="B1" t="s"><v>0</v></c></row>'
        '<row r="2" hidden="false"><c r="A2"><v>9</v></c><c r="C2"><f>1+1</f><v>2</v></c>'
        '<c r="D2" t="str"><f>A1</f><v>Two</v></c><c r="E2" t="inlineStr"><is><t>Three</t></is></c></row>',
        before='<sheetPr codeName="Sheet1"/><dimension ref="A1:E2"/><sheetViews><sheetView workbookViewId="0"/></sheetViews>'
        '<sheetFormatPr zeroHeight="0" defaultRowHeight="15" defaultColWidth="1"/>'
        '<cols><col min="1" max="1" width="12"/></cols>',
        after='<sheetProtection password="CC"/><mergeCells><mergeCell ref="A1:B2"/></mergeCells>'
        '<hyperlinks><hyperlink ref="C2" r:id="rId2" tooltip="tip" display="words"/></hyperlinks>'
        '<pageSetup orientation="landscape" r:id="rId3"/>'
        '<headerFooter differentFirst="1" differentOddEven="0"><oddHeader>Odd</oddHeader><evenHeader>Even</evenHeader>'
        "<firstFooter>First</firstFooter></headerFooter>"
        '<drawing r:id="rId1"/>',
    ),
    workbook='<definedNames><definedName name="_xlnm.Print_Area" localSheetId="0">Costs!$A$1:$E$2</definedName>'
    '<definedName name="own">"words"</definedName></definedNames><calcPr calcId="1"/>',
    state='state="visible"',
) | {
    BOOK: relationships(
        ("worksheet", "worksheets/sheet1.xml"),
        ("sharedStrings", "s.xml"),
        ("styles", "y.xml"),
        ("theme", "t.xml"),
        ("worksheet", "worksheets/unused.xml"),
    ),
    FIRST: relationships(
        ("drawing", "../d.xml"), ("hyperlink", "https://example.org/b", "External"), ("printerSettings", "../p.bin")
    ),
    "xl/s.xml": f'<sst xmlns="{SHEET}" count="3" uniqueCount="3"><si><t>gone</t></si><si><t>One</t></si></sst>',
    "xl/y.xml": f'<styleSheet xmlns="{SHEET}"><numFmts><numFmt numFmtId="164" formatCode="0.0;;"/></numFmts></styleSheet>',
    "xl/t.xml": f'<a:theme xmlns:a="{DRAWING}" name="Office"/>',
    "xl/d.xml": f'<d:wsDr xmlns:d="{IN_SHEET}" xmlns:a="{DRAWING}" xmlns:r="{RELATED}"><d:oneCellAnchor>'
    '<d:from><d:col>0</d:col></d:from><d:pic><d:nvPicPr><d:cNvPr id="1" name="plan.png" descr="A plan">'
    '<a:hlinkClick r:id="rId2" tooltip="tip"/>'
    '</d:cNvPr></d:nvPicPr><d:blipFill><a:blip r:embed="rId1"/></d:blipFill></d:pic></d:oneCellAnchor></d:wsDr>',
    "xl/_rels/d.xml.rels": relationships(("image", "plan.PNG"), ("hyperlink", "https://example.org/c", "External")),
    "xl/plan.PNG": picture("PNG"),
    "xl/p.bin": "printer",
}


# A whole file --------------------------------------------------------------------------------------------------------


WORD_TYPE = f"{TYPE}.wordprocessingml"
SHEET_TYPE = f"{TYPE}.spreadsheetml"
OUT_OF_DOCUMENT: Parts = {
    "[Content_Types].xml": types(
        ("word/document.xml", f"{WORD_TYPE}.document.main+xml"),
        ("word/header1.xml", f"{WORD_TYPE}.header+xml"),
        ("word/footer2.xml", f"{WORD_TYPE}.footer+xml"),
        ("word/footnotes.xml", f"{WORD_TYPE}.footnotes+xml"),
        ("word/styles.xml", f"{WORD_TYPE}.styles+xml"),
        ("word/image5.jpg", "image/jpeg"),
        ("word/theme.xml", f"{TYPE}.theme+xml"),
        ("word/endnotes.xml", f"{WORD_TYPE}.endnotes+xml"),
        ("word/numbering.xml", f"{WORD_TYPE}.numbering+xml"),
        ("word/settings.xml", f"{WORD_TYPE}.settings+xml"),
    ),
    "_rels/.rels": leads((1, "officeDocument", "/word/document.xml")),
    "word/document.xml": f'<w:document xmlns:a="{DRAWING}" xmlns:pic="{PICTURE}" xmlns:r="{RELATED}" xmlns:w="{WORD}"'
    f' xmlns:wp="{IN_WORD}"><w:body><w:p><w:r><w:t>{SHOWN}</w:t></w:r></w:p><w:bookmarkStart w:id="1" w:name="_Toc1" />'
    '<w:p><w:hyperlink><w:r><w:t>nowhere</w:t></w:r></w:hyperlink><w:hyperlink r:id="rId1"><w:r><w:t>link</w:t></w:r>'
    '</w:hyperlink></w:p><w:bookmarkEnd w:id="1" /><w:p><w:r><w:drawing><wp:inline><wp:docPr id="1" name="Picture"'
    ' descr="A map" hidden="false" /><a:graphic><a:graphicData uri="p"><pic:pic><pic:nvPicPr>'
    '<pic:cNvPr id="1" name="Picture" /></pic:nvPicPr><pic:blipFill><a:blip r:embed="rId2" /><a:srcRect l="0" t="" />'
    "</pic:blipFill></pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing></w:r></w:p>"
    '<w:r><w:footnoteReference w:id="2" /><w:endnoteReference w:id="3" /></w:r>'
    '<w:sectPr><w:headerReference w:type="default" r:id="rId3" /><w:footerReference w:type="first" r:id="rId4" />'
    '<w:pgSz w:w="11906" /><w:titlePg /></w:sectPr></w:body></w:document>',
    PAGE: leads(
        (3, "header", "/word/header1.xml"),
        (4, "footer", "/word/footer2.xml"),
        (5, "footnotes", "/word/footnotes.xml"),
        (6, "styles", "/word/styles.xml"),
        (2, "image", "/word/image5.jpg"),
        (1, "hyperlink", "https://example.org/a"),
        (7, "theme", "/word/theme.xml"),
        (8, "endnotes", "/word/endnotes.xml"),
        (9, "numbering", "/word/numbering.xml"),
        (10, "settings", "/word/settings.xml"),
    ),
    "word/header1.xml": word_part("hdr", words("Header in a caf\u00e9") + '<w:hyperlink r:id="rId1" />', related=True),
    "word/_rels/header1.xml.rels": leads((1, "hyperlink", "mailto:clerk@example.org")),
    "word/footer2.xml": word_part("ftr", words("Footer")),
    "word/footnotes.xml": word_part(
        "footnotes",
        f'<w:footnote w:id="0" w:type="separator">{words("Note")}</w:footnote>'
        f'<w:footnote w:id="2">{words("Note")}</w:footnote>',
    ),
    "word/styles.xml": word_part("styles", '<w:style w:styleId="Own"><w:hidden /></w:style>'),
    "word/image5.jpg": clean(".jpg", picture("JPEG")),
    "word/theme.xml": f'<a:theme xmlns:a="{DRAWING}" name="Office" />',
    "word/endnotes.xml": word_part("endnotes", f'<w:endnote w:id="3">{words("End")}</w:endnote>'),
    "word/numbering.xml": word_part("numbering", '<w:num w:numId="1" />'),
    "word/settings.xml": word_part("settings", '<w:zoom w:percent="100" /><w:compat />'),
}

OUT_OF_WORKBOOK: Parts = {
    "[Content_Types].xml": types(
        ("xl/workbook.xml", f"{SHEET_TYPE}.sheet.main+xml"),
        ("xl/worksheet1.xml", f"{SHEET_TYPE}.worksheet+xml"),
        ("xl/sharedStrings.xml", f"{SHEET_TYPE}.sharedStrings+xml"),
        ("xl/styles.xml", f"{SHEET_TYPE}.styles+xml"),
        ("xl/theme.xml", f"{TYPE}.theme+xml"),
        ("xl/drawing5.xml", f"{TYPE}.drawing+xml"),
        ("xl/image6.png", "image/png"),
    ),
    "_rels/.rels": leads((1, "officeDocument", "/xl/workbook.xml")),
    "xl/workbook.xml": f'<x:workbook xmlns:r="{RELATED}" xmlns:x="{SHEET}"><x:sheets>'
    '<x:sheet name="Costs" sheetId="1" r:id="rId1" state="visible" /></x:sheets><x:definedNames>'
    '<x:definedName name="_xlnm.Print_Area" localSheetId="0">Costs!$A$1:$E$2</x:definedName></x:definedNames>'
    '<x:calcPr calcId="1" /></x:workbook>',
    BOOK: leads(
        (1, "worksheet", "/xl/worksheet1.xml"),
        (2, "sharedStrings", "/xl/sharedStrings.xml"),
        (3, "styles", "/xl/styles.xml"),
        (4, "theme", "/xl/theme.xml"),
    ),
    "xl/worksheet1.xml": f'<x:worksheet xmlns:r="{RELATED}" xmlns:x="{SHEET}"><x:sheetPr /><x:dimension ref="A1:E2" />'
    '<x:sheetViews><x:sheetView workbookViewId="0" /></x:sheetViews>'
    '<x:sheetFormatPr zeroHeight="0" defaultRowHeight="15" defaultColWidth="1" />'
    '<x:cols><x:col min="1" max="1" width="12" /></x:cols><x:sheetData>'
    '<x:row r="1" hidden="0" ht="1"><x:c r="A1" s="1" t="s"><x:v>1</x:v></x:c><x:c r="B1" /></x:row>'
    '<x:row r="2" hidden="false"><x:c r="A2" /><x:c r="C2"><x:v>2</x:v></x:c><x:c r="D2" t="str"><x:v>Two</x:v></x:c>'
    '<x:c r="E2" t="inlineStr"><x:is><x:t>Three</x:t></x:is></x:c></x:row></x:sheetData>'
    '<x:mergeCells><x:mergeCell ref="A1:B2" /></x:mergeCells><x:hyperlinks><x:hyperlink ref="C2" r:id="rId1" /></x:hyperlinks>'
    '<x:pageSetup orientation="landscape" /><x:headerFooter differentFirst="1" differentOddEven="0">'
    "<x:oddHeader>Odd</x:oddHeader><x:firstFooter>First</x:firstFooter></x:headerFooter>"
    '<x:drawing r:id="rId2" /></x:worksheet>',
    "xl/_rels/worksheet1.xml.rels": leads((2, "drawing", "/xl/drawing5.xml"), (1, "hyperlink", "https://example.org/b")),
    "xl/sharedStrings.xml": f'<x:sst xmlns:x="{SHEET}"><x:si /><x:si><x:t>One</x:t></x:si></x:sst>',
    "xl/styles.xml": f'<x:styleSheet xmlns:x="{SHEET}"><x:numFmts><x:numFmt numFmtId="164" formatCode="0.0;;" /></x:numFmts>'
    "</x:styleSheet>",
    "xl/theme.xml": f'<a:theme xmlns:a="{DRAWING}" name="Office" />',
    "xl/drawing5.xml": f'<xdr:wsDr xmlns:a="{DRAWING}" xmlns:r="{RELATED}" xmlns:xdr="{IN_SHEET}"><xdr:oneCellAnchor>'
    '<xdr:from><xdr:col>0</xdr:col></xdr:from><xdr:pic><xdr:nvPicPr><xdr:cNvPr id="1" name="Picture" descr="A plan">'
    '<a:hlinkClick r:id="rId1" /></xdr:cNvPr></xdr:nvPicPr><xdr:blipFill><a:blip r:embed="rId2" /></xdr:blipFill></xdr:pic>'
    "</xdr:oneCellAnchor></xdr:wsDr>",
    "xl/_rels/drawing5.xml.rels": leads((2, "image", "/xl/image6.png"), (1, "hyperlink", "https://example.org/c")),
    "xl/image6.png": clean(".png", picture("PNG")),
}


@pytest.mark.parametrize(
    ("suffix", "given", "expected"),
    [
        pytest.param(".docx", DOCUMENT, OUT_OF_DOCUMENT, id="document"),
        pytest.param(".xlsx", WORKBOOK, OUT_OF_WORKBOOK, id="spreadsheet"),
    ],
)
def test_a_file_comes_out_as_these_parts_and_no_others(suffix: str, given: Parts, expected: Parts) -> None:
    """With everything in it that may stay, and something of each kind that is left out without a word."""
    assert cleaned(suffix, given) == expected


def test_parts_that_there_may_be_many_of_are_numbered() -> None:
    """The others have the names by which every program finds them, the first of each kind."""
    header = relationships(("theme", "other.xml"))
    theme = f'<a:theme xmlns:a="{DRAWING}"/>'
    made = cleaned(".docx", DOCUMENT | {"word/_rels/f.xml.rels": header, "word/other.xml": theme})
    assert [name for name in made if "theme" in name] == ["word/theme.xml", "word/theme10.xml"]


def test_a_part_to_which_two_others_lead_is_there_once() -> None:
    """And is found by both, whatever else the list of types names before."""
    listed = str(DOCUMENT["[Content_Types].xml"]).replace("<Override", '<Override PartName="/word/o.xml"/><Override', 1)
    shared: Parts = {"word/_rels/f.xml.rels": relationships(("theme", "/t.xml")), "[Content_Types].xml": listed}
    made = cleaned(".docx", DOCUMENT | shared)
    assert made == OUT_OF_DOCUMENT | {"word/_rels/footer2.xml.rels": leads((1, "theme", "/word/theme.xml"))}


def test_what_comes_out_is_packed() -> None:
    """A paper may be large, and XML packs well."""
    with zipfile.ZipFile(io.BytesIO(clean(".docx", package(DOCUMENT)))) as archive:
        assert {member.compress_type for member in archive.infolist()} == {zipfile.ZIP_DEFLATED}


# Packages ------------------------------------------------------------------------------------------------------------


def document_rels(lines: str) -> Parts:
    """List the parts of a document whose relationships are written out, and a part to which they may lead."""
    listed = f'<Relationships xmlns="{MAIN}/package/2006/relationships" xmlns:x="urn:x">{lines}</Relationships>'
    return docx() | {PAGE: listed, "word/s.xml": word_part("styles", "")}


STYLES = f'Type="{RELATED}/styles" Target="s.xml"'


@pytest.mark.parametrize(
    ("parts", "expected"),
    [
        pytest.param(document_rels(f'<Relationship Id="a" {STYLES}/>'), None, id="whole"),
        pytest.param(document_rels(f"<Relationship {STYLES}/>"), BROKEN, id="no id"),
        pytest.param(document_rels('<Relationship Id="a" Target="s.xml"/>'), BROKEN, id="no type"),
        pytest.param(document_rels(f'<Relationship Id="a" Type="{RELATED}/styles"/>'), BROKEN, id="no target"),
        pytest.param(document_rels(2 * f'<Relationship Id="a" {STYLES}/>'), BROKEN, id="two of one id"),
        pytest.param(
            docx()
            | {"[Content_Types].xml": str(docx()["[Content_Types].xml"]).replace("<Override", '<o:Override xmlns:o="u"')},
            BROKEN,
            id="type of another vocabulary",
        ),
        pytest.param({k: v for k, v in docx().items() if k != "[Content_Types].xml"}, BROKEN_XML, id="no list of types"),
        pytest.param(
            docx() | {"word/document.xml": f"<!DOCTYPE document>{docx()['word/document.xml']!s}"},
            BROKEN_XML,
            id="types declared",
        ),
        pytest.param(
            docx('<w:p r:id="rId1"/>')
            | {PAGE: relationships(("officeDocument", "other.xml")), "word/other.xml": docx()["word/document.xml"]},
            "The file holds something other than text, tables and pictures. Remove it, or publish the paper as a PDF.",
            id="a second main part",
        ),
    ],
)
def test_a_package_says_what_it_holds_once_and_plainly(parts: Parts, expected: str | None) -> None:
    """Otherwise two programs may read two different files."""
    assert reason(".docx", parts) == expected


def test_only_relationships_lead_anywhere() -> None:
    """What has the attributes of one need not be one."""
    made = cleaned(".docx", document_rels(f'<x:note Id="a" {STYLES}/>'))
    assert list(made) == ["[Content_Types].xml", "_rels/.rels", "word/document.xml"]


def test_a_package_may_be_as_large_as_the_largest() -> None:
    """What it says of its size is read before anything is unpacked."""
    parts = docx()
    data = bytearray(package(parts))
    others = sum(len(str(text).encode()) for text in parts.values()) - len(str(parts["word/document.xml"]).encode())
    at = data.rfind(b"PK\x01\x02")
    answers = []
    for size in (200_000_000, 200_000_001):
        data[at + 24 : at + 28] = struct.pack("<I", size - others)
        answers.append(reason(".docx", bytes(data)))
    assert answers == [None, TOO_LARGE]


# Documents -----------------------------------------------------------------------------------------------------------

TINY = "The document has hidden text. Delete it, and save it anew."
WHITE_TEXT = "The document has white text on white. Delete it, or give it another colour, and save it anew."
BLACK = "The document has text behind black. The text is still in it: delete it, and save it anew."
FIELDS = "The document has fields that may hold more than they show. Turn them into text (Ctrl+Shift+F9), and save it anew."
FORMULA = f'xmlns:m="{MAIN}/officeDocument/2006/math"'
WHITE = '<w:color w:val="FFFFFF"/>'
INK = '<w:color w:val="000000"/>'
ON_BLACK = '<w:shd w:val="clear" w:fill="000000"/>'


def run(looks: str, text: str = "<w:t>words</w:t>") -> str:
    return f"<w:r><w:rPr>{looks}</w:rPr>{text}</w:r>"


def low(height: int) -> str:
    """Write a line of an exact height, in twentieths of a point."""
    return f'<w:p><w:pPr><w:spacing w:line="{height}" w:lineRule="exact"/></w:pPr>{run("")}</w:p>'


def row(height: int) -> str:
    """Write a row of an exact height, in twentieths of a point."""
    return f'<w:tr><w:trPr><w:trHeight w:val="{height}" w:hRule="exact"/></w:trPr><w:tc>{run("")}</w:tc></w:tr>'


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        pytest.param(low(40), None, id="line of two points"),
        pytest.param(low(39), TINY, id="line of less"),
        pytest.param(row(40), None, id="row of two points"),
        pytest.param(row(39), TINY, id="row of less"),
        pytest.param(run("<w:sz/>"), TINY, id="size that is not said"),
        pytest.param(run('<w:sz w:val="1"/>', "<w:t/>"), None, id="small, and empty"),
        pytest.param(run('<w:sz w:val="1"/>', "<w:instrText>PAGE</w:instrText>"), None, id="small, and no text"),
        pytest.param(f'<m:r {FORMULA}><w:rPr><w:sz w:val="1"/></w:rPr><m:t>x</m:t></m:r>', TINY, id="small formula"),
        pytest.param(f"<m:r {FORMULA}><w:rPr>{WHITE}</w:rPr><m:t>x</m:t></m:r>", WHITE_TEXT, id="white formula"),
        pytest.param(run('<w:color w:themeColor="text1"/>'), None, id="colour of ink by name alone"),
        pytest.param(run(f"{WHITE}<w:shd/>"), WHITE_TEXT, id="white on a ground that is not said"),
        pytest.param(run(f'{WHITE}<w:shd w:fill="auto"/>'), WHITE_TEXT, id="white on the usual ground"),
        pytest.param(run('<w:shd w:val="solid" w:color="000000" w:fill="auto"/>'), BLACK, id="behind a black pattern"),
        pytest.param(run('<w:shd w:val="solid" w:color="auto"/>'), BLACK, id="behind a pattern of ink"),
        pytest.param(run('<w:shd w:val="solid"/>'), BLACK, id="behind a pattern of no colour"),
        pytest.param(run('<w:shd w:val="solid" w:color="1F4E79"/>'), None, id="on a pattern of a colour"),
        pytest.param(run('<w:shd w:val="clear" w:color="000000" w:fill="1F4E79"/>'), None, id="on a colour"),
        pytest.param(f"<w:p><w:pPr>{ON_BLACK}</w:pPr>{run(INK)}</w:p>", BLACK, id="black in a black paragraph"),
        pytest.param(
            f"<w:p><w:pPr>{ON_BLACK}</w:pPr><m:r {FORMULA}><w:rPr>{INK}</w:rPr><m:t>x</m:t></m:r></w:p>",
            BLACK,
            id="black formula in a black paragraph",
        ),
        pytest.param(f"<w:tc><w:tcPr>{ON_BLACK}</w:tcPr><w:p>{run(INK)}</w:p></w:tc>", BLACK, id="black in a black cell"),
        pytest.param(f"<w:p><w:pPr>{ON_BLACK}</w:pPr>{run('')}</w:p>", None, id="usual in a black paragraph"),
        pytest.param(f"<w:p><w:pPr>{ON_BLACK}</w:pPr>{run(WHITE)}</w:p>", None, id="white in a black paragraph"),
        pytest.param(f"<w:p><w:pPr>{ON_BLACK}</w:pPr>{run(INK, '<w:t> </w:t>')}</w:p>", None, id="black spaces on black"),
        pytest.param(f"<w:p><w:pPr/>{run(INK)}</w:p>", None, id="black on white"),
        pytest.param("<w:bookmarkStart/>", None, id="bookmark without a name"),
    ],
)
def test_text_is_refused_where_nobody_sees_it(body: str, expected: str | None) -> None:
    """And only there."""
    assert reason(".docx", docx(body)) == expected


def styled(body: str, *styles: str) -> Parts:
    """List the parts of a document with styles: `Own`, which has what the first of the texts says, `Other` the second."""
    named = zip(("Own", "Other"), styles, strict=False)
    inside = "".join(f'<w:style w:styleId="{name}">{looks}</w:style>' for name, looks in named)
    return docx(body) | {PAGE: relationships(("styles", "s.xml")), "word/s.xml": word_part("styles", inside)}


def in_style(text: str) -> str:
    return f'<w:p><w:pPr><w:pStyle w:val="Own"/></w:pPr>{text}</w:p>'


def based(name: str) -> str:
    return f'<w:basedOn w:val="{name}"/>'


IN_WHITE = f"<w:rPr>{WHITE}</w:rPr>"
IN_INK = f"<w:rPr>{INK}</w:rPr>"
BAND = '<w:pPr><w:shd w:fill="1F4E79"/></w:pPr>'
WORDS = "<w:r><w:t>words</w:t></w:r>"
OWN_RUN = run('<w:rStyle w:val="Own"/>')


@pytest.mark.parametrize(
    ("parts", "expected"),
    [
        pytest.param(styled(in_style(WORDS), IN_WHITE), WHITE_TEXT, id="by the style of the paragraph"),
        pytest.param(styled(OWN_RUN, IN_WHITE), WHITE_TEXT, id="by the style of the run"),
        pytest.param(styled(f"<w:p>{OWN_RUN}</w:p>", IN_INK), None, id="a style in another colour"),
        pytest.param(styled(in_style(WORDS), ""), None, id="a style of no colour"),
        pytest.param(styled(in_style(WORDS)), None, id="a style that is not listed"),
        pytest.param(styled(f"<w:p>{WORDS}</w:p>", IN_WHITE), None, id="a style that is not used"),
        pytest.param(styled(in_style(run(INK)), IN_WHITE), None, id="a run in a colour of its own"),
        pytest.param(styled(in_style(run('<w:rStyle w:val="Other"/>')), IN_WHITE, IN_INK), None, id="a run in its own style"),
        pytest.param(styled(in_style(OWN_RUN), IN_WHITE), WHITE_TEXT, id="both in the style"),
        pytest.param(styled(in_style("<w:r/>"), IN_WHITE), None, id="no words"),
        pytest.param(styled(in_style(WORDS), f"{BAND}{IN_WHITE}"), None, id="on the ground of the style"),
        pytest.param(
            styled(in_style(WORDS), f'<w:rPr>{WHITE}<w:shd w:fill="1F4E79"/></w:rPr>'), None, id="on the ground of its letters"
        ),
        pytest.param(styled(in_style(WORDS), based("Other"), IN_WHITE), WHITE_TEXT, id="by the style below"),
        pytest.param(styled(in_style(WORDS), based("Other"), f"{BAND}{IN_WHITE}"), None, id="on the ground of the style below"),
        pytest.param(styled(in_style(WORDS), based("Other") + BAND, IN_WHITE), None, id="on a ground over the style below"),
        pytest.param(styled(in_style(WORDS), based("Other") + IN_INK, IN_WHITE), None, id="in a colour over the style below"),
        pytest.param(styled(in_style(WORDS), based("Own")), None, id="a style that is based on itself"),
        pytest.param(styled(in_style(WORDS), based("Missing") + IN_WHITE), WHITE_TEXT, id="on a style that is not listed"),
        pytest.param(
            styled(f"<w:tc><w:tcPr><w:shd w:fill='1F4E79'/></w:tcPr>{in_style(WORDS)}</w:tc>", IN_WHITE), None, id="in a cell"
        ),
        pytest.param(docx(run(f'{WHITE}<w:highlight w:val="white"/>')), WHITE_TEXT, id="white, highlighted in white"),
        pytest.param(docx(run(f'{WHITE}<w:highlight w:val="none"/>')), WHITE_TEXT, id="white, highlighted in nothing"),
        pytest.param(docx(run(f'{WHITE}<w:highlight w:val="blue"/>')), None, id="white, highlighted in blue"),
        *(
            pytest.param(
                docx(f'<w:p><w:r><w:{kind}Reference w:id="2"/></w:r></w:p>')
                | {
                    PAGE: relationships((f"{kind}s", "n.xml")),
                    "word/n.xml": word_part(f"{kind}s", f'<w:{kind} w:id="2">{run(WHITE)}</w:{kind}>'),
                },
                WHITE_TEXT,
                id=kind,
            )
            for kind in ("footnote", "endnote")
        ),
        *(
            pytest.param(
                docx(f'<w:sectPr><w:{kind}Reference w:type="default" r:id="rId1"/></w:sectPr>')
                | {PAGE: relationships((kind, "n.xml")), "word/n.xml": word_part(kind, run(WHITE))},
                WHITE_TEXT,
                id=kind,
            )
            for kind in ("header", "footer")
        ),
    ],
)
def test_white_text_is_refused_wherever_its_colour_is_given(parts: Parts, expected: str | None) -> None:
    """In itself or in a style, in the text or in what belongs to it; and a ground on which it is seen likewise."""
    assert reason(".docx", parts) == expected


def fields(*parts: str) -> str:
    """Write fields: `[` begins one, `|` ends what it is to show, `]` ends it, and all else is what it is to show."""
    marks = {"[": "begin", "|": "separate", "]": "end"}
    return "".join(
        f'<w:r><w:fldChar w:fldCharType="{marks[one]}"/></w:r>'
        if one in marks
        else f"<w:r><w:instrText>{one}</w:instrText></w:r>"
        for one in parts
    )


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        pytest.param(fields("[", "PAGE", "|", "]"), None, id="known"),
        pytest.param(fields("[", "", "PAGE", "]"), None, id="known, after nothing"),
        pytest.param(fields("[", "PAGE", "]", "[", " QUOTE x", "]"), FIELDS, id="unknown after a known one"),
        pytest.param(fields("[", "PAGE", "[", " QUOTE x", "]", "]"), FIELDS, id="unknown within a known one"),
        pytest.param(fields("[", "PAGE", "|", "[", " QUOTE x", "]", "]"), FIELDS, id="unknown in what a known one shows"),
        pytest.param(fields("[", "QUO", "[", "PAGE", "]", "TE x", "]"), FIELDS, id="unknown around a known one"),
        pytest.param(
            fields("[", ' HYPERLINK "https://', "[", "PAGE", "|", "]", 'example.org" ', "|", "]"),
            None,
            id="known around another",
        ),
        pytest.param(
            fields("[", ' HYPERLINK "https://', "[", "PAGE", "]", 'example.org" ', "]"),
            None,
            id="known around one without a show",
        ),
        pytest.param(fields("[", "PAGE", "]", "]"), None, id="an end without a beginning"),
        pytest.param(fields("[", "REF _Ref12 \\h", "]"), None, id="place by Word's name"),
        pytest.param(fields("[", "REF _Ref12x", "]"), FIELDS, id="place by nearly Word's name"),
        pytest.param(fields("[", "PAGEREF words", "]"), FIELDS, id="page of a place by a name of words"),
        pytest.param(fields("[", "NOTEREF", "]"), FIELDS, id="note of no place"),
        pytest.param(fields("[", "date \\@ yyyy", "]"), None, id="small letters"),
        pytest.param('<w:fldSimple w:instr=" PAGE "/>', None, id="simple"),
        pytest.param('<w:fldSimple w:instr=" QUOTE x "/>', FIELDS, id="simple and unknown"),
        pytest.param("<w:fldSimple/>", FIELDS, id="simple and empty"),
    ],
)
def test_each_field_is_judged_by_its_own_instruction(body: str, expected: str | None) -> None:
    """Whatever stands before it, around it and within it."""
    assert reason(".docx", docx(body)) == expected


# Spreadsheets --------------------------------------------------------------------------------------------------------


def cells(inside: str, merged: str) -> Parts:
    """List the parts of a spreadsheet with some cells and a merged one."""
    return xlsx(sheet(f"<row>{inside}</row>", after=f"<mergeCells>{merged}</mergeCells>"))


@pytest.mark.parametrize(
    ("parts", "expected"),
    [
        pytest.param(xlsx(workbook='<bookViews><workbookView visibility="hidden"/></bookViews>'), HIDDEN_SHEETS, id="window"),
        pytest.param(xlsx(workbook='<bookViews><workbookView visibility="visible"/></bookViews>'), None, id="open window"),
        pytest.param(cells('<c r="A1"/><c><v>1</v></c>', '<mergeCell ref="A1:B1"/>'), BROKEN, id="cell of no address"),
        pytest.param(cells("<c><v>1</v></c>", ""), None, id="cell of no address, with none merged"),
        pytest.param(cells('<c r="A1"/>', "<mergeCell/>"), BROKEN, id="merged cell of no address"),
        pytest.param(xlsx() | {BOOK: relationships()}, BROKEN, id="no sheets"),
    ],
)
def test_a_sheet_is_refused_where_it_hides_or_does_not_say_what_is_shown(parts: Parts, expected: str | None) -> None:
    """And only there."""
    assert reason(".xlsx", parts) == expected


@pytest.mark.parametrize(
    ("area", "kept"),
    [
        ("Costs!$A$1:$B$9", True),
        ("Costs!$1:$2,Costs!$A:$B", True),
        ("'Costs of 2024, the clerk''s'!$A$1", True),
        ("Costs!$A$1,&quot;words&quot;", False),
        ("IF(1,Costs!$A$1,&quot;words&quot;)", False),
        ("Costs!#REF!", False),
        ("", False),
    ],
)
def test_what_is_printed_is_given_by_cells_alone(area: str, *, kept: bool) -> None:
    """In no other words, and with no remark."""
    name = '<definedName name="_xlnm.Print_Area" localSheetId="0" comment="words" hidden="1">'
    made = cleaned(".xlsx", xlsx(workbook=f"<definedNames>{name}{area}</definedName></definedNames>"))
    expected = f'<x:definedName name="_xlnm.Print_Area" localSheetId="0">{area}</x:definedName>'
    listed = f"<x:definedNames>{expected}</x:definedNames>" if kept else "<x:definedNames />"
    assert str(made["xl/workbook.xml"]).partition("</x:sheets>")[2] == f"{listed}</x:workbook>"


COVERED = "The spreadsheet has text in the colour of its cell. The text is still in it: delete it, and save it anew."
RED = '<color rgb="FFC00000"/>'
PAPER = '<color rgb="FFFFFFFF"/>'


def solid(colour: str) -> str:
    return f'<patternFill patternType="solid">{colour.replace("<color", "<fgColor")}</patternFill>'


def looks(font: str | None, fill: str | None, look: str = 'fontId="1" fillId="1"', cell: str = 's="1"') -> Parts:
    """List the parts of a spreadsheet whose one cell has the second of two looks, of two fonts and of two fills."""
    fonts = "" if font is None else f"<font><color theme='1'/></font><font>{font}</font>"
    fills = "" if fill is None else f"<fill><patternFill patternType='gray125'/></fill><fill>{fill}</fill>"
    styles = (
        f'<styleSheet xmlns="{SHEET}"><numFmts><numFmt numFmtId="164"/></numFmts><fonts>{fonts}</fonts><fills>{fills}</fills>'
        f"<cellXfs><xf/><xf {look}/></cellXfs></styleSheet>"
    )
    worksheet = sheet(f'<row r="1" s="1"><c r="A1" {cell} t="inlineStr"><is><t>{SHOWN}</t></is></c></row>')
    book = relationships(("worksheet", "worksheets/sheet1.xml"), ("styles", "y.xml"))
    return xlsx(worksheet) | {BOOK: book, "xl/y.xml": styles}


@pytest.mark.parametrize(
    ("parts", "expected"),
    [
        pytest.param(looks(PAPER, "<patternFill/>"), WHITE_CELLS, id="white on nothing"),
        pytest.param(looks(PAPER, '<patternFill patternType="none"/>'), WHITE_CELLS, id="white on none"),
        pytest.param(looks('<color rgb="ffffff"/>', "<patternFill/>"), WHITE_CELLS, id="white in small letters"),
        pytest.param(looks('<color indexed="9"/>', "<patternFill/>"), WHITE_CELLS, id="white by its old number"),
        pytest.param(looks('<color indexed="65"/>', "<patternFill/>"), WHITE_CELLS, id="the colour of windows"),
        pytest.param(looks('<color theme="0"/>', "<patternFill/>"), WHITE_CELLS, id="the colour of the paper"),
        pytest.param(looks('<color theme="0" tint="0.0"/>', "<patternFill/>"), WHITE_CELLS, id="the paper by no shade"),
        pytest.param(looks('<color theme="0" tint="-0.5"/>', "<patternFill/>"), None, id="the paper by half a shade"),
        pytest.param(looks(PAPER, solid(PAPER)), WHITE_CELLS, id="white on painted white"),
        pytest.param(looks(PAPER, solid('<color theme="0"/>')), WHITE_CELLS, id="white on the painted paper"),
        pytest.param(looks(PAPER, solid(RED)), None, id="white on red"),
        pytest.param(looks(PAPER, '<patternFill patternType="gray125"/>'), None, id="white on a pattern"),
        pytest.param(looks(PAPER, "<gradientFill/>"), None, id="white on colours that run into one another"),
        pytest.param(looks(PAPER, None, 'fontId="1"'), WHITE_CELLS, id="white where no fills are listed"),
        pytest.param(looks(PAPER, None, 'fontId="1"', 's="0"'), None, id="a look that no cell has"),
        pytest.param(looks(RED, "<patternFill/>"), None, id="red on nothing"),
        pytest.param(looks(RED, solid(RED)), COVERED, id="red on red"),
        pytest.param(looks(RED, solid('<color rgb="FFC00001"/>')), None, id="red on another red"),
        pytest.param(looks('<color theme="4"/>', solid('<color theme="4"/>')), COVERED, id="one colour of a theme"),
        pytest.param(looks('<color theme="4"/>', solid('<color theme="4" tint="0.4"/>')), None, id="and a shade of it"),
        pytest.param(looks('<color theme="4"/>', solid('<color indexed="4"/>')), None, id="one number in two lists"),
        pytest.param(looks("", solid('<color rgb="FF000000"/>')), COVERED, id="usual on black"),
        pytest.param(looks('<color auto="1"/>', solid('<color indexed="64"/>')), COVERED, id="usual on the usual ink"),
        pytest.param(looks('<color indexed="8"/>', solid("")), COVERED, id="black on no colour that is said"),
        pytest.param(looks(None, solid('<color theme="1"/>'), 'fillId="1"'), COVERED, id="where no fonts are listed"),
        pytest.param(looks("", solid('<color theme="1"/>'), 'fillId="1"'), COVERED, id="the first font where none is said"),
        pytest.param(looks(PAPER, "<patternFill/>", 'fontId="1"'), None, id="the first fill where none is said"),
        pytest.param(looks("", "<patternFill/>", 'fontId="2" fillId="1"'), BROKEN, id="a font that is not listed"),
        pytest.param(looks("", "<patternFill/>", 'fontId="1" fillId="2"'), BROKEN, id="a fill that is not listed"),
    ],
)
def test_text_in_the_colour_behind_it_is_refused(parts: Parts, expected: str | None) -> None:
    """However the one colour and the other are given."""
    assert reason(".xlsx", parts) == expected


def test_the_first_look_is_that_of_cells_that_name_none() -> None:
    """And the look of a row is not that of its cells."""
    first = looks(PAPER, "<patternFill/>", cell="")
    first["xl/y.xml"] = str(first["xl/y.xml"]).replace("<xf/>", '<xf fontId="1" fillId="1"/>')
    assert (reason(".xlsx", first), reason(".xlsx", looks(PAPER, "<patternFill/>", cell=""))) == (WHITE_CELLS, None)
