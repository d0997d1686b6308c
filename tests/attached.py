"""Attachments made for a test: each valid and plain, for the test to put something into."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Mapping
from typing import Any

import pikepdf
from pikepdf import Array, Dictionary, Name, Pdf, Stream, StreamDecodeLevel
from PIL import Image

Parts = dict[str, str | bytes]
"""A package, by the names of its parts."""

PAGE = "word/_rels/document.xml.rels"
BOOK = "xl/_rels/workbook.xml.rels"
FIRST = "xl/worksheets/_rels/sheet1.xml.rels"
"""Where it stands to which parts a document, a workbook and its first sheet lead."""

CANARY = "canary ferry contract dispute"
SHOWN = "Open minutes of the meeting"

MAIN = "http://schemas.openxmlformats.org"
WORD = f"{MAIN}/wordprocessingml/2006/main"
SHEET = f"{MAIN}/spreadsheetml/2006/main"
DRAWING = f"{MAIN}/drawingml/2006/main"
RELATED = f"{MAIN}/officeDocument/2006/relationships"
TYPE = "application/vnd.openxmlformats-officedocument"


def pdf(content: bytes = b"") -> Pdf:
    """Make a PDF of one page that says `SHOWN`."""
    made = Pdf.new()
    made.add_blank_page(page_size=(300, 300))
    font = made.make_indirect(Dictionary(Type=Name.Font, Subtype=Name.Type1, BaseFont=Name.Helvetica))
    made.pages[0].Resources = Dictionary(Font=Dictionary(F1=font))
    made.pages[0].Contents = Stream(made, b"BT /F1 12 Tf 20 200 Td (" + SHOWN.encode() + b") Tj ET\n" + content)
    return made


def pdf_bytes(made: Pdf) -> bytes:
    """Write a PDF in which everything can be read as bytes."""
    buffer = io.BytesIO()
    made.save(buffer, compress_streams=False, stream_decode_level=StreamDecodeLevel.generalized, static_id=True)
    return buffer.getvalue()


def annotate(made: Pdf, **keys: Any) -> Pdf:
    """Put something on the first page of a PDF."""
    note = made.make_indirect(Dictionary(Type=Name.Annot, Rect=Array([10, 10, 90, 30]), **keys))
    made.pages[0].Annots = Array([*made.pages[0].obj.get("/Annots", []), note])
    return made


def laid_open(data: bytes) -> bytes:
    """Write a PDF with nothing compressed."""
    with pikepdf.open(io.BytesIO(data)) as opened:
        return pdf_bytes(opened)


def picture(kind: str, mode: str = "RGB", **options: object) -> bytes:
    """Make a picture that is dark on the left and light on the right."""
    image = Image.new(mode, (40, 20), "white")
    image.paste("black", (0, 0, 20, 20))
    buffer = io.BytesIO()
    image.save(buffer, kind, **options)
    return buffer.getvalue()


def relationships(*related: tuple[str, ...]) -> str:
    """Write relationships: the last word of the type, the target, and perhaps that it is outside."""
    lines = "".join(
        f'<Relationship Id="rId{at}" Type="{RELATED}/{one[0]}" Target="{one[1]}"'
        + (f' TargetMode="{one[2]}"' if len(one) > 2 else "")
        + "/>"
        for at, one in enumerate(related, 1)
    )
    return f'<Relationships xmlns="{MAIN}/package/2006/relationships">{lines}</Relationships>'


def spoilt(way: int) -> bytes:
    """Pack a part of a Word document in a way of zip, and spoil what it is packed with."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", way) as archive:
        archive.writestr("word/document.xml", f"<w:t>{SHOWN}</w:t>")
        end = archive.start_dir
    data = bytearray(buffer.getvalue())
    data[end - 25 : end - 2] = b"\xff" * 23
    return bytes(data)


def package(parts: Mapping[str, str | bytes], day: int = 1, way: int = zipfile.ZIP_DEFLATED) -> bytes:
    """Zip parts on a day."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        for name, data in parts.items():
            archive.writestr(zipfile.ZipInfo(name, (2025, 3, day, 9, 0, 0)), data, way)
    return buffer.getvalue()


def _package(main: str, kind: str, parts: Mapping[str, str | bytes]) -> dict[str, str | bytes]:
    return {
        "[Content_Types].xml": f'<Types xmlns="{MAIN}/package/2006/content-types">'
        f'<Override PartName="/{main}" ContentType="{TYPE}.{kind}.main+xml"/></Types>',
        "_rels/.rels": relationships(("officeDocument", main)),
        **parts,
    }


def docx(body: str = "") -> dict[str, str | bytes]:
    """List the parts of a Word document."""
    document = (
        f'<w:document xmlns:w="{WORD}" xmlns:r="{RELATED}" xmlns:a="{DRAWING}"'
        f' xmlns:wp="{MAIN}/drawingml/2006/wordprocessingDrawing" xmlns:pic="{MAIN}/drawingml/2006/picture"'
        ' xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'
        ' xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml" mc:Ignorable="w14">'
        f"<w:body><w:p><w:r><w:t>{SHOWN}</w:t></w:r></w:p>{body}</w:body></w:document>"
    )
    return _package("word/document.xml", "wordprocessingml.document", {"word/document.xml": document})


def sheet(rows: str, before: str = "", after: str = "") -> str:
    """Write a worksheet."""
    return f'<worksheet xmlns="{SHEET}" xmlns:r="{RELATED}">{before}<sheetData>{rows}</sheetData>{after}</worksheet>'


ROW = f'<row r="1"><c r="A1" t="inlineStr"><is><t>{SHOWN}</t></is></c></row>'


def xlsx(worksheet: str = sheet(ROW), workbook: str = "", state: str = "") -> dict[str, str | bytes]:
    """List the parts of a spreadsheet of one sheet."""
    book = (
        f'<workbook xmlns="{SHEET}" xmlns:r="{RELATED}">'
        f'<sheets><sheet name="Costs" sheetId="1" r:id="rId1" {state}/></sheets>{workbook}</workbook>'
    )
    own = {
        "xl/workbook.xml": book,
        "xl/_rels/workbook.xml.rels": relationships(("worksheet", "worksheets/sheet1.xml")),
        "xl/worksheets/sheet1.xml": worksheet,
    }
    return _package("xl/workbook.xml", "spreadsheetml.sheet", own)


def unzipped(data: bytes) -> dict[str, bytes]:
    """Read a package."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}
