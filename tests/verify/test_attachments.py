from __future__ import annotations

import base64
import hashlib
import io
import zipfile
import zlib
from collections.abc import Callable, Iterator

import pytest
from pikepdf import Array, AttachedFileSpec, Dictionary, Name, Pdf, Stream, StreamDecodeLevel, String

from attached import docx, package, pdf, picture, sheet, xlsx
from public_record.model.findings import Place
from public_record.model.fingerprints import Fingerprints, words_of
from public_record.verify.attachments import texts_of_image, texts_of_office, texts_of_pdf

TITLE = "Ferry contract dispute"
SECRET = TITLE.encode()
Reader = Callable[[bytes], Iterator[list[str]]]


def holds(reader: Reader, data: bytes) -> bool:
    """Say whether a file holds the withheld title."""
    withheld = Fingerprints()
    withheld.add(words_of(TITLE), Place("content/withheld.md", 7))
    return any(True for words in reader(data) for _ in withheld.find(words))


def packed(made: Pdf, *, pack: bool = True) -> bytes:
    """Write a PDF as small as can be, or with its streams as they were made."""
    buffer = io.BytesIO()
    level = StreamDecodeLevel.generalized if pack else StreamDecodeLevel.none
    made.save(buffer, static_id=True, compress_streams=pack, stream_decode_level=level)
    return buffer.getvalue()


def with_page(content: bytes) -> bytes:
    return packed(pdf(content))


def with_string(text: str) -> bytes:
    made = pdf()
    made.Root.Note = String(text)
    return packed(made)


def with_file() -> bytes:
    made = pdf()
    made.attachments["a.txt"] = AttachedFileSpec(
        made, SECRET, filename="a.txt", description="", mime_type="", creation_date="", mod_date=""
    )
    return packed(made)


def with_stream(data: bytes, *filters: Name) -> bytes:
    made = pdf()
    made.Root.Note = Stream(made, data, Filter=Array(filters))
    return packed(made, pack=False)


def with_xmp() -> bytes:
    made = pdf()
    with made.open_metadata() as metadata:
        metadata["dc:title"] = TITLE
    return packed(made)


def with_picture() -> bytes:
    data = picture("JPEG", comment=SECRET)
    made = pdf()
    made.Root.Note = Stream(made, data, Subtype=Name.Image, Filter=Name.DCTDecode)
    return packed(made)


def with_named(name: str) -> bytes:
    made = pdf()
    made.Root.Note = Dictionary({"/" + name: 1})
    return packed(made)


def changed_later() -> bytes:
    """Append to a PDF a page that no longer says what stands further up."""
    return with_page(b"BT (" + SECRET + b") Tj ET") + b"\n1 0 obj\n<<>>\nendobj\ntrailer <</Root 1 0 R>>\n%%EOF\n"


def shown(strings: bytes) -> bytes:
    return with_page(b"BT /F1 12 Tf 20 100 Td " + strings + b" ET")


IN_PDF = {
    "shown": shown(b"(Ferry contract dispute) Tj"),
    "shown letter by letter": shown(b"[(Fer) -5 (ry con) 3 (tract) -300 (dispute)] TJ"),
    "shown word by word": shown(b"(Ferry) Tj 50 0 Td (contract) Tj 50 0 Td (dispute) Tj"),
    "shown over the end of a line": shown(b"(Ferry con-) Tj 0 -14 Td (tract dispute) Tj"),
    "shown in hexadecimal": shown(b"<" + SECRET.hex().encode() + b"> Tj"),
    "shown and not to be seen": shown(b"3 Tr (Ferry contract dispute) Tj"),
    "remark in a page": with_page(b"% " + SECRET),
    "text that stands for another": with_page(b"/Span <</ActualText (" + SECRET + b")>> BDC EMC"),
    "string": with_string(TITLE),
    "string in two bytes a letter": with_string(TITLE + " \u2013 \u0142"),
    "string in two bytes a letter, written plainly": with_page(b"(" + TITLE.encode("utf-16") + b") Tj"),
    "string with escapes": with_page(
        rb"(Ferr\171 con\
tract\ndispute \(2\)) Tj"
    ),
    "string with brackets": with_page(b"(a (b (Ferry contract dispute))) Tj"),
    "name": with_named(TITLE),
    "stream that is no base 85": with_stream(SECRET + b" zzz{~>", Name.ASCII85Decode),
    "XMP": with_xmp(),
    "embedded file": with_file(),
    "picture": with_picture(),
    "hexadecimal stream": with_stream(SECRET.hex().encode() + b">", Name.ASCIIHexDecode),
    "stream packed twice": with_stream(zlib.compress(SECRET).hex().encode() + b">", Name.ASCIIHexDecode, Name.FlateDecode),
    "stream of base 85": with_stream(base64.a85encode(SECRET) + b"~>", Name.ASCII85Decode),
    "earlier version": changed_later(),
    "cut short": with_page(b"(" + SECRET + b") Tj " + b"".join(hashlib.sha256(bytes([at])).digest() for at in range(90)))[
        :1_500
    ],
    "no PDF": b"%PDF-1.7 " + SECRET,
}


@pytest.mark.parametrize("data", IN_PDF.values(), ids=IN_PDF.keys())
def test_words_are_seen_wherever_a_pdf_holds_them(data: bytes) -> None:
    """On a page or behind it, whatever the program that wrote it."""
    assert holds(texts_of_pdf, data)


def exif(text: bytes) -> bytes:
    return picture("JPEG", exif=b"Exif\0\0" + text)


def png(kind: bytes, body: bytes) -> bytes:
    plain = picture("PNG")
    chunk = len(body).to_bytes(4) + kind + body + zlib.crc32(kind + body).to_bytes(4)
    return plain[:33] + chunk + plain[33:]


IN_PICTURES = {
    "comment": picture("JPEG", comment=SECRET),
    "EXIF": exif(SECRET),
    "EXIF in two bytes a letter": exif(TITLE.encode("utf-16-le")),
    "EXIF in two bytes a letter, the other way round": exif(TITLE.encode("utf-16-be")),
    "EXIF with other letters": exif(b"caf\xe9 " + SECRET),
    "XMP": picture("JPEG", xmp=f'<x:xmpmeta><dc:title rdf:about="{TITLE}"/></x:xmpmeta>'.encode()),
    "PNG text": png(b"tEXt", b"Comment\0" + SECRET),
    "PNG text, packed": png(b"zTXt", b"Comment\0\0" + zlib.compress(SECRET)),
    "PNG text of many languages, packed": png(b"iTXt", b"Comment\0\1\0en\0\0" + zlib.compress(SECRET)),
    "PNG text with other letters, packed": png(b"zTXt", b"Comment\0\0" + zlib.compress(b"\xe9\xe8 " + SECRET + b"\xe9")),
    "PNG private": png(b"prVt", SECRET),
    "behind the end": picture("PNG") + SECRET,
    "GIF": picture("GIF", comment=SECRET),
    "no picture": SECRET,
}


@pytest.mark.parametrize("data", IN_PICTURES.values(), ids=IN_PICTURES.keys())
def test_words_are_seen_wherever_a_picture_holds_them(data: bytes) -> None:
    """Cameras and programs write them there."""
    assert holds(texts_of_image, data)


def with_part(name: str, data: bytes | str) -> bytes:
    return package(docx() | {name: data})


def with_remark() -> bytes:
    buffer = io.BytesIO(package(docx()))
    with zipfile.ZipFile(buffer, "a") as archive:
        archive.comment = SECRET
    return buffer.getvalue()


def runs(*texts: str) -> bytes:
    return package(docx("<w:p>" + "".join(f"<w:r><w:t>{one}</w:t></w:r>" for one in texts) + "</w:p>"))


IN_OFFICE = {
    "paragraph": runs(TITLE),
    "words parted by changes of looks": runs("Fer", "ry con", "tract dis", "pute"),
    "paragraphs": package(docx("".join(f"<w:p><w:r><w:t>{one}</w:t></w:r></w:p>" for one in TITLE.split()))),
    "tabs": runs("Ferry</w:t><w:tab/><w:t>contract</w:t><w:br/><w:t>dispute"),
    "deletion": package(docx(f"<w:del><w:delText>{TITLE}</w:delText></w:del>")),
    "attribute": package(docx(f'<w:a w:val="{TITLE}"/>')),
    "remark in XML": package(docx(f"<!-- {TITLE} -->")),
    "references": runs("Ferr&#121; c&#x6f;ntract dispute"),
    "name of a part": with_part(f"word/{TITLE}.bin", b""),
    "part in two bytes a letter": with_part("word/a.xml", f"<a>{TITLE}</a>".encode("utf-16")),
    "part of another kind": with_part("word/a.bin", b"\xff\x00" + SECRET),
    "picture": with_part("word/a.jpeg", picture("JPEG", comment=SECRET)),
    "embedded spreadsheet": with_part("word/a.xlsx", package(xlsx(sheet(f'<row r="1"><c r="A1"><v>{TITLE}</v></c></row>')))),
    "embedded PDF": with_part("word/a.pdf", with_page(b"(" + SECRET + b") Tj")),
    "cells": package(xlsx(sheet("<row><c><v>Ferry</v></c><c><v>contract</v></c><c><v>dispute</v></c></row>"))),
    "remark on the archive": with_remark(),
    "no archive": SECRET,
    "archive cut short": b"PK\x03\x04" + SECRET,
}


@pytest.mark.parametrize("data", IN_OFFICE.values(), ids=IN_OFFICE.keys())
def test_words_are_seen_wherever_an_office_file_holds_them(data: bytes) -> None:
    """Also where no program shows them."""
    assert holds(texts_of_office, data)


@pytest.mark.parametrize(
    ("reader", "data"),
    [
        (texts_of_pdf, packed(pdf())),
        (texts_of_pdf, with_stream(b"{{ ~>", Name.ASCII85Decode)),
        (texts_of_image, picture("PNG")),
        (texts_of_image, png(b"iTXt", b"Comment\0\1\0en\0\0" + zlib.compress(b"caf\xe9"))),
        (texts_of_office, package(docx())),
    ],
)
def test_no_file_is_too_broken_to_be_read(reader: Reader, data: bytes) -> None:
    """What a parser gives up on is still bytes."""
    for broken in (
        data,
        b"",
        data[: len(data) // 2],
        data[::-1],
        data.replace(b"o", b"\0"),
        data[:40] + b"\xff" * 40 + data[40:],
    ):
        assert not holds(reader, broken)


def test_parts_that_cannot_be_unpacked_do_not_hide_the_others() -> None:
    """One broken part, and then one that is whole."""
    data = package({"a.xml": "x" * 500, "b.xml": f"<a>{TITLE}</a>"})
    start = data.find(b"a.xml") + 5
    assert holds(texts_of_office, data[:start] + b"\xff\xff" + data[start + 2 :])


@pytest.mark.parametrize("reader", [texts_of_pdf, texts_of_image, texts_of_office])
def test_noise_is_read_in_good_time(reader: Reader) -> None:
    """Marks that open and never close must not cost more than their length."""
    for noise in (bytes(range(256)) * 400, b"(" * 9_000 + b")" * 9_000, b"<a" * 9_000, b"stream\n" * 400, b"(\\" * 9_000):
        assert not holds(reader, noise)
