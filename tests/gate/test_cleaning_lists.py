"""The lists by which attachments are cleaned, member by member: each kind of thing that must not pass, and its neighbours."""

from __future__ import annotations

import io
import struct
import zipfile
import zlib
from collections.abc import Callable

import pytest
from pikepdf import Array, Dictionary, Name, Pdf, Stream
from PIL import Image

from attached import (
    CANARY,
    MAIN,
    PAGE,
    RELATED,
    ROW,
    SHEET,
    SHOWN,
    WORD,
    Parts,
    annotate,
    docx,
    laid_open,
    package,
    pdf,
    pdf_bytes,
    picture,
    relationships,
    sheet,
    unzipped,
    xlsx,
)
from public_record.gate.cleaning import CannotClean, clean
from public_record.gate.cleaning.addresses import is_public
from public_record.gate.cleaning.jpeg import stripped
from public_record.gate.cleaning.listing import listed

SECRET = CANARY.encode()


def refusal(suffix: str, data: bytes) -> str:
    """Say why a file is refused."""
    with pytest.raises(CannotClean) as caught:
        clean(suffix, data)
    return caught.value.reason


def survives(suffix: str, parts: Parts) -> bool:
    """Say whether the canary is in what comes of a package."""
    made = unzipped(clean(suffix, package(parts)))
    return SECRET in b"\n".join([*map(str.encode, made), *made.values()])


# Addresses and text --------------------------------------------------------------------------------------------------


def test_a_list_of_names_is_read_over_its_lines() -> None:
    """Each name once, whatever stands between them."""
    assert listed("\n    a b\n    cd a\n") == {"a", "b", "cd"}


@pytest.mark.parametrize(
    ("address", "expected"),
    [
        ("https://example.org/a?b#c", True),
        ("http://example.org", True),
        ("HTTPS://EXAMPLE.ORG", True),
        ("mailto:clerk@example.org", True),
        ("https://", False),
        ("https://example.org/two words", False),
        ("https://example.org/caf\u00e9", False),
        ("https://example.org/\n", False),
        ("ftp://example.org", False),
        ("file:///C:/x", False),
        ("javascript:alert(1)//https://example.org", False),
        (" https://example.org", False),
        ("example.org", False),
        ("", False),
    ],
)
def test_an_address_is_one_of_the_web_or_of_a_letter(address: str, *, expected: bool) -> None:
    """From its first letter to its last."""
    assert is_public(address) is expected


@pytest.mark.parametrize("sign", ["\x07", "\x85", "\u00ad", "\u202e", "\u0378", "\ue000", "\u2028", "\u2029"])
def test_signs_of_every_category_that_is_not_seen_are_refused(sign: str) -> None:
    """Controls, formats, signs that are not assigned or private, and the ends of lines that only some programs know."""
    assert refusal(".txt", f"a{sign}b".encode()) == "The text holds characters that cannot be seen. Delete them."


# Pictures ------------------------------------------------------------------------------------------------------------


def test_what_shows_a_little_is_not_blanked() -> None:
    """Only what is not shown at all is."""
    image = Image.new("RGBA", (2, 1), (10, 20, 30, 1))
    image.putpixel((1, 0), (40, 50, 60, 254))
    buffer = io.BytesIO()
    image.save(buffer, "PNG")
    cleaned = Image.open(io.BytesIO(clean(".png", buffer.getvalue())))
    assert [cleaned.getpixel((x, 0)) for x in (0, 1)] == [(10, 20, 30, 1), (40, 50, 60, 254)]


def test_a_picture_that_is_merely_very_large_is_refused_too() -> None:
    """A library warns before it refuses; nobody reads warnings of a build."""

    def chunk(kind: bytes, body: bytes) -> bytes:
        return struct.pack(">I", len(body)) + kind + body + struct.pack(">I", zlib.crc32(kind + body))

    header = struct.pack(">IIBBBBB", 10_000, 10_000, 1, 0, 0, 0, 0)
    data = b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", header) + chunk(b"IDAT", zlib.compress(b"\0")) + chunk(b"IEND", b"")
    assert refusal(".png", data) == "The picture has too many pixels. Make it smaller."


@pytest.mark.parametrize("marker", [*range(0xE1, 0xEE), 0xEF, 0xFE])
def test_segments_that_programs_fill_as_they_like_are_left_out(marker: int) -> None:
    """All but the two that say how colours are to be read."""
    plain = picture("JPEG")
    segment = bytes([0xFF, marker]) + (len(SECRET) + 2).to_bytes(2) + SECRET
    assert stripped(plain[:2] + segment + plain[2:]) == plain
    assert stripped(plain[:20] + segment + plain[20:]) == plain


def test_a_thumbnail_in_the_head_of_a_jpeg_is_left_out() -> None:
    """The head then says that there is none."""
    plain = picture("JPEG")
    assert plain[2:4] == b"\xff\xe0"
    head = plain[6:18] + b"\x01\x0c" + SECRET
    with_thumbnail = plain[:4] + (len(head) + 2).to_bytes(2) + head + plain[20:]
    assert stripped(with_thumbnail) == plain


def test_what_stands_behind_the_note_of_colours_is_left_out() -> None:
    """The note itself is as long as it ever was."""
    plain = picture("JPEG", "CMYK")
    at = plain.index(b"\xff\xee")
    end = at + 2 + int.from_bytes(plain[at + 2 : at + 4])
    longer = plain[at + 4 : end] + SECRET
    assert stripped(plain[: at + 2] + (len(longer) + 2).to_bytes(2) + longer + plain[end:]) == plain


# PDF -----------------------------------------------------------------------------------------------------------------

LAYERS = "The PDF has layers that are not shown. Make it anew without layers."
CROPPED = "The PDF has cropped pages: what was cut off is still in it. Make it anew at the size that is meant."


@pytest.mark.parametrize(
    ("way", "state"),
    [("View", "ViewState"), ("Print", "PrintState"), ("Export", "ExportState")],
)
def test_a_layer_that_is_hidden_in_any_way_is_refused(way: str, state: str) -> None:
    """On the screen, in print or on export; one that is shown in every way is not."""
    for value, expected in ((Name.OFF, LAYERS), (Name.ON, None)):
        made = pdf()
        usage = Dictionary({f"/{way}": Dictionary({f"/{state}": value})})
        shown = made.make_indirect(Dictionary(Type=Name.OCG, Name="x"))
        other = made.make_indirect(Dictionary(Type=Name.OCG, Name="x", Usage=usage))
        made.Root.OCProperties = Dictionary(OCGs=Array([shown, other]), D=Dictionary())
        if expected:
            assert refusal(".pdf", pdf_bytes(made)) == expected
        else:
            assert SHOWN.encode() in laid_open(clean(".pdf", pdf_bytes(made)))


@pytest.mark.parametrize(
    "policy",
    [Dictionary(P=Name.AllOff), Dictionary(P=Name.AnyOff), Dictionary(VE=Array([Name.Not]))],
    ids=["all off", "any off", "expression"],
)
def test_layers_that_are_shown_when_others_are_not_are_refused(policy: Dictionary) -> None:
    """No reader sees both."""
    made = pdf()
    policy.Type = Name.OCMD
    made.pages[0].Resources.Properties = Dictionary(MC0=policy)
    assert refusal(".pdf", pdf_bytes(made)) == LAYERS


@pytest.mark.parametrize(
    ("box", "refused"),
    [
        pytest.param([0, 0, 300, 300], False, id="the same"),
        pytest.param([1, 1, 299, 299], False, id="rounded"),
        pytest.param([300, 300, 0, 0], False, id="the other way round"),
        pytest.param([-9, -9, 309, 309], False, id="larger"),
        pytest.param([3, 0, 300, 300], True, id="left"),
        pytest.param([0, 3, 300, 300], True, id="bottom"),
        pytest.param([0, 0, 297, 300], True, id="right"),
        pytest.param([0, 0, 300, 297], True, id="top"),
        pytest.param([300, 300, 3, 0], True, id="left, the other way round"),
        pytest.param([300, 300, 0, 3], True, id="bottom, the other way round"),
        pytest.param([297, 300, 0, 0], True, id="right, the other way round"),
        pytest.param([300, 297, 0, 0], True, id="top, the other way round"),
    ],
)
def test_a_page_that_is_cropped_on_any_side_is_refused(box: list[int], *, refused: bool) -> None:
    """What was cut off is still in the file."""
    made = pdf()
    made.add_blank_page(page_size=(300, 300))
    made.pages[1].CropBox = Array(box)
    if refused:
        assert refusal(".pdf", pdf_bytes(made)) == CROPPED
    else:
        assert SHOWN.encode() in laid_open(clean(".pdf", pdf_bytes(made)))


@pytest.mark.parametrize("kind", ["Text", "FreeText", "Ink", "Stamp", "Highlight", "Popup", "Sound", "RichMedia", "Watermark"])
def test_only_links_and_fields_may_stand_on_a_page(kind: str) -> None:
    """Anything else may cover or carry what the page does not show."""
    marks = "The PDF has comments, drawn marks or files on its pages. Remove them, and save it anew."
    assert refusal(".pdf", pdf_bytes(annotate(pdf(), Subtype=Name(f"/{kind}")))) == marks


def in_a_pattern(made: Pdf, content: bytes) -> None:
    tile = Stream(made, content, PatternType=1, PaintType=1, TilingType=1, BBox=Array([0, 0, 9, 9]), XStep=9, YStep=9)
    made.pages[0].Resources.Pattern = Dictionary(P1=tile)


def in_a_form(made: Pdf, content: bytes) -> None:
    drawn = Stream(made, content, Type=Name.XObject, Subtype=Name.Form, BBox=Array([0, 0, 9, 9]))
    made.pages[0].Resources.XObject = Dictionary(X=drawn)


def in_a_letter(made: Pdf, content: bytes) -> None:
    font = Dictionary(Type=Name.Font, Subtype=Name.Type3, FontBBox=Array([0, 0, 9, 9]), FontMatrix=Array([1, 0, 0, 1, 0, 0]))
    font.CharProcs = Dictionary(a=Stream(made, content))
    made.pages[0].Resources.Font.F2 = font


def in_the_page(made: Pdf, content: bytes) -> None:
    made.pages[0].contents_add(content)


@pytest.mark.parametrize("put", [in_a_pattern, in_a_form, in_a_letter, in_the_page])
@pytest.mark.parametrize(
    "content",
    [
        b"% " + SECRET + b"\n0 0 m",
        b"(" + SECRET + b") remember",
        b"/Note <</Note (" + SECRET + b")>> BDC EMC",
        b"/Note <</Note (" + SECRET + b")>> DP",
        b"/Note <</Note [(" + SECRET + b")]>> DP",
    ],
    ids=["remark", "unknown instruction", "note", "note on a place", "note in a list"],
)
def test_drawings_are_written_anew_wherever_they_stand(put: Callable[[Pdf, bytes], None], content: bytes) -> None:
    """A page, a part of it, a pattern, a letter: what is not drawn is left out."""
    made = pdf()
    put(made, content)
    data = pdf_bytes(made)
    assert SECRET in data
    assert SECRET not in laid_open(clean(".pdf", data))


def words_of_a_link(made: Pdf) -> None:
    annotate(made, Subtype=Name.Link, Title=CANARY, ActualText=CANARY, Alt=CANARY, E=CANARY)


def names_that_are_no_resources(made: Pdf) -> None:
    made.pages[0].Group = Dictionary(S=Name.Transparency, Pattern=Dictionary({f"/{CANARY}": 1}))


def name_of_another_file(made: Pdf) -> None:
    made.pages[0].Resources.Font.F1.F = Name(f"/{CANARY}")


def words_in_a_list(made: Pdf) -> None:
    made.pages[0].Resources.Font.F1.Widths = Array([CANARY, Array([CANARY])])


@pytest.mark.parametrize("hide", [words_of_a_link, names_that_are_no_resources, name_of_another_file, words_in_a_list])
def test_keys_and_names_stay_only_where_they_belong(hide: Callable[[Pdf], None]) -> None:
    """A key that is known in one place hides words in another."""
    made = pdf()
    hide(made)
    escaped = CANARY.replace(" ", "#20").encode()
    for data, expected in ((pdf_bytes(made), True), (laid_open(clean(".pdf", pdf_bytes(made))), False)):
        assert (SECRET in data or escaped in data) is expected


# Office files --------------------------------------------------------------------------------------------------------

REFUSED = {
    "The file has macros. Save it anew without them.": (
        "vbaProject wordVbaData xlMacrosheet xlIntlMacrosheet keyMapCustomizations"
    ),
    "The file has comments. Remove them, and save it anew.": (
        "comments commentsExtended commentsIds commentsExtensible threadedComment"
    ),
    "The file has other files embedded in it. Remove them, and save it anew.": (
        "oleObject package control activeXControlBinary aFChunk subDocument"
    ),
    "The file has pivot tables, which carry the data they were made from. Paste their values, and save it anew.": (
        "pivotTable pivotCacheDefinition pivotCacheRecords"
    ),
    "The file has links to other files or data. Remove them, and save it anew.": (
        "externalLink externalLinkPath connections queryTable"
    ),
}


@pytest.mark.parametrize(("reason", "kind"), [(reason, kind) for reason, kinds in REFUSED.items() for kind in kinds.split()])
def test_what_must_be_looked_at_is_refused_by_its_kind(reason: str, kind: str) -> None:
    """Whether or not the text refers to it."""
    assert refusal(".docx", package(docx() | {PAGE: relationships((kind, "a.xml")), "word/a.xml": "<a/>"})) == reason


@pytest.mark.parametrize(
    "kind",
    [
        *("core-properties", "extended-properties", "custom-properties", "thumbnail", "customXml", "customXmlProps"),
        *("customProperty", "printerSettings", "webSettings", "fontTable", "font", "stylesWithEffects", "people", "person"),
        *("glossaryDocument", "attachedTemplate", "recipientData", "calcChain", "sheetMetadata", "table", "ctrlProp"),
        "classificationlabels",
    ],
)
def test_what_describes_a_file_is_left_out_by_its_kind(kind: str) -> None:
    """Nobody has to take it out by hand, and a reference to it leads nowhere."""
    parts = docx('<w:p r:id="rId1"/>') | {PAGE: relationships((kind, "a.xml")), "word/a.xml": f"<a>{CANARY}</a>"}
    made = unzipped(clean(".docx", package(parts)))
    assert not survives(".docx", parts)
    assert b"rId" not in made["word/document.xml"]


def test_a_package_has_one_main_part() -> None:
    """Two programs may open two different ones."""
    starts = relationships(("officeDocument", "word/document.xml"), ("officeDocument", "word/other.xml"))
    parts = docx() | {"_rels/.rels": starts, "word/other.xml": "<a/>"}
    assert refusal(".docx", package(parts)) == "The file is damaged or not of the kind that its name says. Save it anew."


def test_a_package_that_says_it_is_too_large_is_not_unpacked() -> None:
    """It says so in the list of parts at its end."""
    data = bytearray(package(docx()))
    at = data.rfind(b"PK\x01\x02")
    data[at + 24 : at + 28] = struct.pack("<I", 200_000_001)
    assert refusal(".docx", bytes(data)) == "The file is larger inside than any paper. Make it smaller."


def test_a_package_does_not_say_on_which_machine_it_was_written() -> None:
    """Nor when."""
    with zipfile.ZipFile(io.BytesIO(clean(".docx", package(docx())))) as archive:
        assert {(one.create_system, one.date_time) for one in archive.infolist()} == {(0, (1980, 1, 1, 0, 0, 0))}


TRACKED = "The document has tracked changes. Accept or reject them, and save it anew."
COMMENTS = "The document has comments. Remove them, and save it anew."
HIDDEN = "The document has hidden text. Delete it, and save it anew."
EMBEDDED = "The document has other files embedded in it. Remove them, and save it anew."


@pytest.mark.parametrize(
    ("names", "reason"),
    [
        (
            "ins del delText delInstrText moveFrom moveTo moveFromRangeStart moveToRangeEnd rPrChange pPrChange sectPrChange",
            TRACKED,
        ),
        ("tblPrChange numberingChange cellIns cellDel cellMerge customXmlInsRangeStart customXmlDelRangeEnd", TRACKED),
        ("customXmlMoveFromRangeStart", TRACKED),
        ("commentRangeStart commentRangeEnd commentReference annotationRef", COMMENTS),
        ("vanish specVanish", HIDDEN),
        ("object control altChunk subDoc", EMBEDDED),
    ],
)
def test_elements_that_hide_something_are_refused_by_name(names: str, reason: str) -> None:
    """Each of them."""
    for name in names.split():
        assert refusal(".docx", package(docx(f"<w:{name}/>"))) == reason


@pytest.mark.parametrize(
    ("body", "kept"),
    [
        pytest.param(
            f'<w:bookmarkStart w:id="7" w:name="_Toc1 {CANARY}"/><w:bookmarkEnd w:id="7"/>', "", id="words in a bookmark"
        ),
        pytest.param(f'<w:hyperlink w:anchor="_Toc1{CANARY}"/>', "<w:hyperlink />", id="words in a link to a bookmark"),
        pytest.param(
            '<w:hyperlink w:anchor="_Ref12"/>', '<w:hyperlink w:anchor="_Ref12" />', id="a link to Word's own bookmark"
        ),
        pytest.param(f'<w:hyperlink w:docLocation="{CANARY}"/>', "<w:hyperlink />", id="place in another file"),
        pytest.param(f'<w:hyperlink w:tgtFrame="{CANARY}"/>', "<w:hyperlink />", id="frame"),
        pytest.param(f'<w:p w:rsidRDefault="{CANARY}"/>', "<w:p />", id="session"),
    ],
)
def test_words_in_attributes_are_left_out(body: str, kept: str) -> None:
    """No reader sees them; of bookmarks, both ends go."""
    made = unzipped(clean(".docx", package(docx(body))))["word/document.xml"].decode()
    assert made.partition("</w:t></w:r></w:p>")[2] == f"{kept}</w:body></w:document>"


def test_attributes_of_other_programs_are_left_out_of_the_root_too() -> None:
    """It is the one element that is not looked at for whether it stays."""
    parts = docx()
    parts["word/document.xml"] = str(parts["word/document.xml"]).replace("mc:Ignorable", f'w14:note="{CANARY}" mc:Ignorable')
    assert CANARY in str(parts["word/document.xml"])
    assert not survives(".docx", parts)


@pytest.mark.parametrize(
    ("kind", "title_page", "shown"),
    [
        ("default", "", True),
        ("first", "<w:titlePg/>", True),
        ("first", '<w:titlePg w:val="1"/>', True),
        ("first", '<w:titlePg w:val="0"/>', False),
        ("first", '<w:titlePg w:val="off"/>', False),
        ("first", '<w:titlePg w:val="false"/>', False),
        ("first", "", False),
        ("even", "<w:titlePg/>", False),
    ],
)
def test_a_header_stays_where_a_page_shows_it(kind: str, title_page: str, *, shown: bool) -> None:
    """A first page has its own if the section says so."""
    section = f'<w:sectPr><w:headerReference w:type="{kind}" r:id="rId1"/>{title_page}</w:sectPr>'
    header = f'<w:hdr xmlns:w="{WORD}"><w:p><w:r><w:t>{CANARY}</w:t></w:r></w:p></w:hdr>'
    parts = docx(section) | {PAGE: relationships(("header", "h.xml")), "word/h.xml": header}
    assert survives(".docx", parts) is shown


def field(*codes: str) -> str:
    """Write fields that stand in one another."""
    begin = "".join(f'<w:fldChar w:fldCharType="begin"/><w:instrText>{code}</w:instrText>' for code in codes)
    end = '<w:fldChar w:fldCharType="end"/>' * len(codes)
    return f"<w:p><w:r>{begin}{end}</w:r></w:p>"


FIELDS = "The document has fields that may hold more than they show. Turn them into text (Ctrl+Shift+F9), and save it anew."


@pytest.mark.parametrize(
    ("codes", "refused"),
    [
        ([" page "], False),
        (["TOC \\o", " PAGEREF _Toc1 \\h "], False),
        ([' HYPERLINK "https://example.org/a" '], False),
        ([' hyperlink \\h \\l "_Toc12" \\h'], False),
        ([' HYPERLINK \\l "canary" '], True),
        ([' HYPERLINK "" '], True),
        (["PAGE", "DDE x"], True),
        (["DDE x", "PAGE"], True),
        (["QUOTE x"], True),
        ([""], True),
        (["PAGEX"], True),
    ],
)
def test_a_field_stays_if_it_holds_no_more_than_it_shows(codes: list[str], *, refused: bool) -> None:
    """Page numbers, contents and links: also inside one another, and in small letters."""
    if refused:
        assert refusal(".docx", package(docx(field(*codes)))) == FIELDS
    else:
        assert b"instrText" in unzipped(clean(".docx", package(docx(field(*codes)))))["word/document.xml"]


def test_a_field_is_read_whole_over_all_its_runs() -> None:
    """What stands in the last of them may look like another field."""
    assert refusal(".docx", package(docx(field("QUOTE x</w:instrText><w:instrText>PAGE")))) == FIELDS


@pytest.mark.parametrize("side", ["l", "t", "r", "b"])
@pytest.mark.parametrize("cut", ["1", "10", "-5"])
def test_a_picture_that_is_cropped_on_any_side_is_refused(side: str, cut: str) -> None:
    """By however little."""
    cropped = "The file has cropped pictures: what was cut off is still in it. Delete the cropped areas, and save it anew."
    assert refusal(".docx", package(docx(f'<a:srcRect {side}="{cut}"/>'))) == cropped


def cells(merged: str, *places: str) -> list[str]:
    """Clean a sheet of cells with something in them, of which some lie under a merged one; list those that kept it."""
    rows = "".join(f'<row><c r="{place}" t="str"><v>{place}</v></c></row>' for place in places)
    data = package(xlsx(sheet(rows, after=f'<mergeCells><mergeCell ref="{merged}"/></mergeCells>')))
    made = next(data for name, data in unzipped(clean(".xlsx", data)).items() if name.startswith("xl/worksheet")).decode()
    return [place for place in places if f"<x:v>{place}</x:v>" in made]


@pytest.mark.parametrize(
    ("merged", "kept"),
    [
        ("B2:C3", ["A1", "B1", "C1", "D1", "A2", "B2", "D2", "A3", "D3", "A4", "B4", "C4", "D4"]),
        ("$B$2:$C$3", ["A1", "B1", "C1", "D1", "A2", "B2", "D2", "A3", "D3", "A4", "B4", "C4", "D4"]),
        ("B2", [f"{column}{row}" for row in range(1, 5) for column in "ABCD"]),
    ],
)
def test_of_merged_cells_the_first_keeps_what_it_holds(merged: str, kept: list[str]) -> None:
    """No reader sees the others, and every reader sees their neighbours."""
    assert cells(merged, *(f"{column}{row}" for row in range(1, 5) for column in "ABCD")) == kept


def test_columns_are_counted_in_letters() -> None:
    """After Z comes AA, and after AZ comes BA."""
    assert cells("Y1:BB1", "X1", "Y1", "Z1", "AA1", "AZ1", "BA1", "BB1", "BC1", "CA1") == ["X1", "Y1", "BC1", "CA1"]


@pytest.mark.parametrize(
    "given",
    [
        '<sheetFormatPr defaultRowHeight="0.5"/>',
        '<sheetFormatPr defaultColWidth="0.5"/>',
        '<sheetFormatPr zeroHeight="true"/>',
        '<cols><col min="1" max="1" width="0.5"/></cols>',
    ],
)
def test_rows_and_columns_that_are_not_seen_are_refused(given: str) -> None:
    """Hidden all at once, or too small to be read."""
    hidden = "The spreadsheet has hidden rows or columns. Delete them, and save it anew."
    assert refusal(".xlsx", package(xlsx(sheet(ROW, before=given)))) == hidden


def styled(code: str) -> bytes:
    """Write a spreadsheet with a number format."""
    book = relationships(("worksheet", "worksheets/sheet1.xml"), ("styles", "s.xml"))
    styles = f'<styleSheet xmlns="{SHEET}"><numFmts><numFmt formatCode="{code}"/></numFmts></styleSheet>'
    return package(xlsx() | {"xl/_rels/workbook.xml.rels": book, "xl/s.xml": styles})


@pytest.mark.parametrize("code", [";;;", ";;", ";", " ; ; ", "&quot;&quot;;&quot;&quot;;&quot;&quot;", ";;;@", ";;0", ";-0"])
def test_a_number_format_that_hides_numbers_is_refused(code: str) -> None:
    """Ordinary numbers are those of its first part."""
    hidden = "The spreadsheet has a number format that hides what is in a cell. Remove it, and save it anew."
    assert refusal(".xlsx", styled(code)) == hidden


@pytest.mark.parametrize("code", ["0", "0.0;;", "0;-0;;@", "&quot;a;b&quot;0", "[=0]&quot;&quot;;0", "@", ""])
def test_a_number_format_that_shows_numbers_stays(code: str) -> None:
    """That noughts are not printed is usual."""
    assert any(b"formatCode" in data for data in unzipped(clean(".xlsx", styled(code))).values())


def test_a_number_is_no_reference_to_a_string() -> None:
    """A cell that holds 0 does not show the first string."""
    worksheet = sheet('<row><c r="A1"><v>0</v></c><c r="A2" t="s"><v> 1 </v></c></row>')
    strings = f'<sst xmlns="{SHEET}"><si><t>{CANARY}</t></si><si><t>{SHOWN}</t></si></sst>'
    book = relationships(("worksheet", "worksheets/sheet1.xml"), ("sharedStrings", "s.xml"))
    parts = xlsx(worksheet) | {"xl/_rels/workbook.xml.rels": book, "xl/s.xml": strings}
    made = b"".join(unzipped(clean(".xlsx", package(parts))).values())
    assert (SECRET in made, SHOWN.encode() in made) == (False, True)


@pytest.mark.parametrize("name", ["sp", "grpSp", "graphicFrame", "cxnSp", "contentPart"])
def test_a_sheet_has_pictures_and_no_shapes(name: str) -> None:
    """Text boxes may lie under anything."""
    shapes = "The file has shapes, text boxes or charts. Replace them by text or pictures, or publish the paper as a PDF."
    drawn = f'<d:wsDr xmlns:d="{MAIN}/drawingml/2006/spreadsheetDrawing" xmlns:r="{RELATED}"><d:{name}/></d:wsDr>'
    own: Parts = {"xl/worksheets/_rels/sheet1.xml.rels": relationships(("drawing", "../d.xml")), "xl/d.xml": drawn}
    assert refusal(".xlsx", package(xlsx(sheet(ROW, after='<drawing r:id="rId1"/>')) | own)) == shapes
