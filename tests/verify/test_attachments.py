from __future__ import annotations

import base64
import hashlib
import io
import zipfile
import zlib
from collections.abc import Callable, Iterator

import pytest
from pikepdf import Array, AttachedFileSpec, Dictionary, Name, Pdf, Stream, StreamDecodeLevel, String

from attached import docx, package, pdf, picture, sheet, spoilt, xlsx
from public_record.model.findings import Place
from public_record.model.fingerprints import Fingerprints, words_of
from public_record.verify.attachments import texts_of_image, texts_of_office, texts_of_pdf

TITLE = "Ferry contract dispute"
SECRET = TITLE.encode()
Reader = Callable[[bytes], Iterator[list[str]]]


def holds(reader: Reader, data: bytes, title: str = TITLE) -> bool:
    """Say whether a file holds the withheld title."""
    withheld = Fingerprints()
    withheld.add(words_of(title), Place("content/withheld.md", 7))
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


def over_two_pages() -> bytes:
    made = pdf(b"BT /F1 12 Tf 20 100 Td (Ferry con) Tj (tract) Tj ET")
    made.add_blank_page(page_size=(300, 300))
    made.pages[1].Resources = made.pages[0].Resources
    made.pages[1].Contents = Stream(made, b"BT /F1 12 Tf 20 100 Td (dispute) Tj ET")
    return packed(made)


def test_words_are_seen_over_the_end_of_a_page() -> None:
    """Each page is a stream of its own."""
    assert holds(texts_of_pdf, over_two_pages())


LETTERS = "Caf\u00e9 na\u00efve r\u00e9sum\u00e9"
BEYOND = "Za\u017c\u00f3\u0142\u0107 g\u0119\u015bl\u0105 ja\u017a\u0144"
NOISE = b"".join(hashlib.sha256(bytes([at])).hexdigest().encode() for at in range(40))
"""Noise of few letters: it is made shorter, so that what stands in it is packed and not merely held."""

SOME_PACKED = zlib.compress(NOISE + b"\0 " + SECRET + b" \0" + NOISE[::-1])


def in_brackets(text: bytes, letter: bytes = b"n") -> bytes:
    """Write a string with one letter as its number, so that only a reader of strings finds it."""
    return b"(" + text.replace(letter, b"\\%03o" % letter[0], 1) + b")"


def digits(text: bytes) -> bytes:
    return b"<" + text.hex().encode() + b">"


def spaced(text: bytes) -> bytes:
    return text.hex(" ", 3).replace(" ", "\r\n ").encode()


IN_BYTES = {
    "parted by what is no text": (b"\0Ferry\1contract\1\2dispute\3", TITLE),
    "beside what only looks like text": (SECRET + b" \xed\xa0\x80 and more", TITLE),
    "two bytes a letter, parted": (b"\1\2\3".join(word.encode("utf-16-le") for word in TITLE.split()), TITLE),
    "two bytes a letter, the other way, parted": (b"\3\2\1".join(word.encode("utf-16-be") for word in TITLE.split()), TITLE),
    "strings that make words": (b"(Fer) 1 (ry con) 2 (tract ) 3 (dispute)", TITLE),
    "strings that are words": (b"(Ferry) 1 (contract) 2 (dispute)", TITLE),
    "digits that make words": (b" 1 ".join(map(digits, (b"Fer", b"ry con", b"tract ", b"dispute"))), TITLE),
    "digits that are words": (b" 1 ".join(map(digits, SECRET.split())), TITLE),
    "digits over lines": (b"<" + spaced(SECRET) + b">", TITLE),
    "digits of which the last is left out": (b"<" + SECRET.hex().encode() + b"2>", TITLE),
    "digits of two bytes a letter": (digits(b"\xfe\xff" + BEYOND.encode("utf-16-be")), BEYOND),
    "brackets in brackets in brackets": (in_brackets(b"Ferry (()) contract dispute"), TITLE),
    "number of a letter": (rb"(Ferry co\156tract dispute)", TITLE),
    "number of one digit": (rb"(\7 Ferry co\156tract dispute)", TITLE),
    "number of a letter that is too large": (rb"(\506erry contract dispute)", TITLE),
    "number that is none": (rb"(\8\9 Ferry co\156tract dispute)", TITLE),
    "letter that need not be escaped": (rb"(Ferr\y contract dispute)", TITLE),
    "end of a line that is none": (b"(Ferry con\\\ntract dis\\\r\npute)", TITLE),
    "space by a letter": (rb"(Ferry\ncontract\tdispute)", TITLE),
    "string of UTF-8": (in_brackets(BEYOND.encode(), b"g"), BEYOND),
    "string of UTF-8 with a mark": (in_brackets(b"\xef\xbb\xbf" + BEYOND.encode(), b"g"), BEYOND),
    "string of one byte a letter": (in_brackets(LETTERS.encode("cp1252") + b" \x81"), LETTERS),
    "string of two bytes a letter": (in_brackets(b"\xfe\xff" + BEYOND.encode("utf-16-be"), b"g"), BEYOND),
    "string of two bytes a letter, the other way": (in_brackets(b"\xff\xfe" + BEYOND.encode("utf-16-le"), b"g"), BEYOND),
    "string of two bytes a letter, and half of one": (in_brackets(b"\xfe\xff" + TITLE.encode("utf-16-be") + b"\0"), TITLE),
    "name with numbers of letters": (b"/#46erry#20co#6Etract#20dispute", TITLE),
    "stream": (b"stream\r\n" + SOME_PACKED + b"endstream", TITLE),
    "stream behind another": (b"stream\nx endstream stream\n" + SOME_PACKED, TITLE),
    "stream that is faulty behind it": (b"stream\n" + SOME_PACKED[:-600] + b"\xff" * 300, TITLE),
    "hexadecimal stream without end": (b"stream\n" + spaced(SECRET), TITLE),
    "hexadecimal stream, the last digit left out": (b"stream\n" + spaced(SECRET) + b"2>endstream", TITLE),
    "hexadecimal stream up to its end": (b"stream\n" + spaced(SECRET) + b"> no >", TITLE),
    "base 85 without end": (b"stream\n" + base64.a85encode(SECRET), TITLE),
    "base 85 up to its end": (b"stream\n" + base64.a85encode(SECRET) + b"~> ~>", TITLE),
}


@pytest.mark.parametrize(("data", "title"), IN_BYTES.values(), ids=IN_BYTES.keys())
def test_words_are_seen_in_a_pdf_that_no_library_opens(data: bytes, title: str) -> None:
    """Each of these stands in a file of which nothing else can be read, so that no other way of reading finds it."""
    assert holds(texts_of_pdf, data, title)


def test_what_is_packed_is_not_read_by_chance() -> None:
    """Noise that cannot be made shorter is stored as it is."""
    assert SECRET not in SOME_PACKED
    assert len(SOME_PACKED) > 2_000


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


def with_a_check_like_a_letter() -> bytes:
    """Make a text of a picture behind which, by chance, a letter stands that is no part of it."""
    bodies = (b"%d " % at + SECRET for at in range(5_000))
    return next(png(b"prVt", body) for body in bodies if zlib.crc32(b"prVt" + body) >> 24 == ord("s"))


IN_PICTURES |= {
    "behind a length like a letter": b"\0\0\0XFerry contract dispute\0",
    "PNG text of which a letter follows": with_a_check_like_a_letter(),
    "PNG keyword": png(b"tEXt", SECRET + b"\0"),
    "PNG text, long and packed": png(b"zTXt", b"Comment\0\0" + SOME_PACKED),
}


@pytest.mark.parametrize("data", IN_PICTURES.values(), ids=IN_PICTURES.keys())
def test_words_are_seen_wherever_a_picture_holds_them(data: bytes) -> None:
    """Cameras and programs write them there."""
    assert holds(texts_of_image, data)


def test_letters_of_one_byte_are_seen_in_a_picture() -> None:
    """In its words, and in those that are packed, also beside a sign that is no letter."""
    text = LETTERS.encode("cp1252")
    for data in (picture("JPEG", comment=text), png(b"zTXt", b"C\0\0" + zlib.compress(text + b" \x81"))):
        assert holds(texts_of_image, data, LETTERS)


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


PARTED = "".join(f"<w:p><w:t>{word[:3]}</w:t><w:t>{word[3:]}</w:t></w:p>" for word in TITLE.split())


def within(levels: int) -> bytes:
    """Zip a text, and the archive again, as often as that."""
    data = f"<a>{TITLE}</a>".encode()
    for _ in range(levels + 1):
        data = package({"a": data})
    return data


IN_OFFICE |= {
    "parts of words in paragraphs": package(docx(PARTED)),
    "parts of words in two bytes a letter": with_part("word/a.xml", PARTED.encode("utf-16")),
    "parts of words in two bytes a letter, the other way": with_part("a.xml", b"\xfe\xff" + PARTED.encode("utf-16-be")),
    "part in two bytes a letter without a mark": with_part("a.xml", f"<a>{TITLE}</a>".encode("utf-16-le")),
    "text in two bytes a letter": with_part("a.txt", TITLE.encode("utf-16-be")),
    "parts of words behind a mark": with_part("a.xml", b"\xef\xbb\xbf" + PARTED.encode()),
    "parts of words in a remark": with_part("a.xml", f"<a><!--{PARTED}--></a>"),
    "archive in archives": within(3),
}


def test_archives_are_not_opened_without_end() -> None:
    """One may hold itself. The gate lets none of them pass in any case."""
    assert not holds(texts_of_office, within(4))


def test_a_remark_that_is_no_text_does_not_hide_the_parts() -> None:
    """A zip says what it likes behind its end."""
    buffer = io.BytesIO(package(docx(PARTED)))
    with zipfile.ZipFile(buffer, "a") as archive:
        archive.comment = b"\xff\xfe\xff"
    assert holds(texts_of_office, buffer.getvalue())


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
        (texts_of_office, spoilt(zipfile.ZIP_LZMA)),
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
