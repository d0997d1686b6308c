"""The words of attachments: what a reader sees of them, and what stands behind it.

Nothing here knows how attachments are cleaned. Files are read as bytes wherever that is possible, so that what a library
would pass over is read too; none is too broken to be read in some way.
"""

from __future__ import annotations

import base64
import io
import lzma
import re
import zipfile
import zlib
from collections.abc import Iterator

import pypdfium2

from public_record.model.fingerprints import words_of
from public_record.verify.markup import each, markup

Words = Iterator[list[str]]
"""Words in a row, as often as a file holds such rows."""

_LARGEST = 1 << 28
"""Bytes that are unpacked of one part at most."""

_STEP = 256
"""Bytes that are unpacked at a time: those before a fault are text too."""

_DEEPEST = 3
"""How many files may stand in one another."""

_PRINTABLE = re.compile(rb"(?:[\t\n\r -~]|[\xc2-\xdf][\x80-\xbf]|[\xe1-\xef][\x80-\xbf]{2}){5,}")
_TWO_BYTES = (
    (re.compile(rb"(?:[\t\n\r -~\xa0-\xff]\0|[\x10-\x3a]\x20){5,}"), "utf-16-le"),
    (re.compile(rb"(?:\0[\t\n\r -~\xa0-\xff]|\x20[\x10-\x3a]){5,}"), "utf-16-be"),
)
_LATIN = re.compile(rb"[\t\n\r -~\xa0-\xfe]{5,}")
"""Without the last letter: where a text of a JPEG ends, that byte begins what follows."""

_BYTE_ORDER = frozenset({b"\xff\xfe", b"\xfe\xff"})
"""What a text in two bytes a letter begins with."""


def _runs(data: bytes) -> Words:
    """Read what looks like text in bytes of any kind, in each of the usual encodings."""
    yield from markup(b" ".join(_PRINTABLE.findall(data)).decode(errors="replace"))
    for pattern, encoding in _TWO_BYTES:
        if found := pattern.findall(data):
            yield from markup(" ".join(run.decode(encoding) for run in found))


# PDF -----------------------------------------------------------------------------------------------------------------

_STREAM = re.compile(rb"stream\r?\n")
_BRACKET = re.compile(rb"\\.|[()]", re.DOTALL)
_HEXADECIMAL = re.compile(rb"<([0-9a-fA-F\s]+)>")
_NESTED = 3
"""How deep brackets may stand in a string: between bytes that are no text they open and close by chance."""

_NAME = re.compile(rb"/([^\x00-\x20()<>\[\]{}/%]+)")
_NAME_ESCAPE = re.compile(rb"#([0-9a-fA-F]{2})")
_STRING_ESCAPE = re.compile(rb"\\(\r\n|[0-7]{1,3}|.)", re.DOTALL)
_LETTERS = {b"n": b"\n", b"r": b"\r", b"t": b"\t", b"b": b"\b", b"f": b"\f", b"\n": b"", b"\r": b"", b"\r\n": b""}
_HYPHEN_AT_LINE_END = re.compile("\ufffe\\s*|[-\x02\xad]\\s*\n")


def texts_of_pdf(data: bytes) -> Words:
    """Yield the words of a PDF: of its pages, and of every string and stream, also of versions that it no longer shows."""
    yield from _pages(data)
    for body in _bodies(data):
        yield from _strings(body)
        yield from _runs(body)


def _pages(data: bytes) -> Words:
    try:
        document = pypdfium2.PdfDocument(data)
        text = "\n".join(page.get_textpage().get_text_range() for page in document)
    except (pypdfium2.PdfiumError, ValueError, TypeError, OverflowError):
        return
    yield words_of(text)
    if _HYPHEN_AT_LINE_END.search(text):
        yield words_of(_HYPHEN_AT_LINE_END.sub("", text))


def _bodies(data: bytes) -> Iterator[bytes]:
    """Yield the file itself, and every stream of it that can be unpacked."""
    yield data
    for match in _STREAM.finditer(data):
        end = data.find(b"endstream", match.end())
        yield from _unpacked(data[match.end() : end if end >= 0 else len(data)])


def _unpacked(packed: bytes) -> Iterator[bytes]:
    """Unpack a stream by each way that it may have been packed."""
    for seen in (packed, _from_base_85(packed), _from_hexadecimal(packed)):
        if inflated := _inflated(seen):
            yield inflated
        elif seen is not packed and seen:
            yield seen


def _inflated(packed: bytes) -> bytes:
    """Unpack as much as is whole."""
    unpacker = zlib.decompressobj()
    done = bytearray()
    try:
        for at in range(0, len(packed), _STEP):
            done += unpacker.decompress(packed[at : at + _STEP], _LARGEST)
    except zlib.error:
        pass
    return bytes(done)


def _from_base_85(packed: bytes) -> bytes:
    try:
        return base64.a85decode(packed.partition(b"~>")[0])
    except ValueError:
        return b""


def _from_hexadecimal(packed: bytes) -> bytes:
    try:
        return _from_digits(packed.partition(b">")[0])
    except ValueError:
        return b""


def _strings(body: bytes) -> Words:
    """Read the strings and names of a PDF one by one, and in a row: a page may show a word in several strings."""
    for found in ([*_in_brackets(body)], [_decoded(_from_digits(match[1])) for match in _HEXADECIMAL.finditer(body)]):
        yield from each(found)
        yield words_of("".join(found))
        yield words_of(" ".join(found))
    names = {_NAME_ESCAPE.sub(lambda code: bytes([int(code[1], 16)]), name) for name in _NAME.findall(body)}
    yield from each(sorted(_decoded(name) for name in names))


def _in_brackets(body: bytes) -> Iterator[str]:
    """Yield what stands between brackets, the innermost first. Those that never close cost nothing."""
    still_open: list[tuple[int, int]] = []
    for match in _BRACKET.finditer(body):
        if match[0] == b"(":
            still_open.append((match.end(), 1))
        elif match[0] == b")" and still_open:
            start, height = still_open.pop()
            if still_open:
                outer, known = still_open.pop()
                still_open.append((outer, max(known, height + 1)))
            if height <= _NESTED:
                yield _decoded(_STRING_ESCAPE.sub(_unescaped, body[start : match.start()]))


def _from_digits(digits: bytes) -> bytes:
    """Read hexadecimal digits. Where the last is left out, it is a nought."""
    packed = b"".join(digits.split())
    return bytes.fromhex((packed + b"0" * (len(packed) % 2)).decode())


def _unescaped(match: re.Match[bytes]) -> bytes:
    sign = match[1]
    if sign.isdigit() and sign[0] < ord("8"):
        return bytes([int(sign, 8) % 256])
    return _LETTERS.get(sign, sign)


def _decoded(text: bytes) -> str:
    if text[:2] in _BYTE_ORDER:
        return text.decode("utf-16", "replace")
    try:
        return text.decode()
    except UnicodeDecodeError:
        return text.decode("cp1252", "replace")


# Pictures ------------------------------------------------------------------------------------------------------------

_PNG = b"\x89PNG\r\n\x1a\n"
_PACKED_CHUNKS = {b"zTXt", b"iTXt", b"iCCP"}


def texts_of_image(data: bytes) -> Words:
    """Yield the words that stand in the file of a picture. What the picture itself shows is beyond this module."""
    yield from _runs(data)
    runs = [run.decode("latin-1") for run in _LATIN.findall(data)]
    yield from each(runs)
    # A number that says how long a text is may look like its first letter, and what follows on it like its last.
    yield from each(run[1:] for run in runs)
    yield from each(run[1:].decode(errors="replace") for run in _PRINTABLE.findall(data))
    if data.startswith(_PNG):
        for kind, body in _chunks(data):
            yield from _packed_chunk(body) if kind in _PACKED_CHUNKS else _runs(body)


def _chunks(data: bytes) -> Iterator[tuple[bytes, bytes]]:
    at = len(_PNG)
    while at < len(data):
        length = int.from_bytes(data[at : at + 4])
        yield data[at + 4 : at + 8], data[at + 8 : at + 8 + length]
        at += length + 12


def _packed_chunk(body: bytes) -> Words:
    """Read a text that may be packed behind some words that say what it is: it begins where it can be unpacked."""
    yield from _runs(body)
    for match in re.finditer(rb"\0", body):
        if found := _inflated(body[match.end() :]):
            yield from _runs(found)
            yield words_of(found.decode("cp1252", "replace"))


# Office files --------------------------------------------------------------------------------------------------------

_TAG = re.compile(r"<[^>]*>")
_ENDS_A_WORD = re.compile(r"<(?:/(?:\w+:)?(?:p|tr|tc|c|row|si|is|t[dh])|(?:\w+:)?(?:tab|br|cr|noBreakHyphen|ptab|c|v)\b[^>]*)>")
_COMMENT = re.compile(r"<!--(.*?)(?:-->|\Z)", re.DOTALL)


def texts_of_office(data: bytes) -> Words:
    """Yield the words of a Word document or a spreadsheet: of every part, its attributes and its name."""
    yield from _office(data, _DEEPEST)


def _office(data: bytes, depth: int) -> Words:
    # Names, remarks and parts that are not packed stand in the open.
    yield from _runs(data)
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            yield words_of(archive.comment.decode(errors="replace"))
            for member in archive.infolist():
                yield words_of(member.filename)
                yield from _part(_member(archive, member), depth)
    except (zipfile.BadZipFile, OSError, ValueError, NotImplementedError, RuntimeError, EOFError, LookupError):
        return


def _member(archive: zipfile.ZipFile, member: zipfile.ZipInfo) -> bytes:
    try:
        with archive.open(member) as opened:
            return opened.read(_LARGEST)
    except (zipfile.BadZipFile, zlib.error, lzma.LZMAError, OSError, NotImplementedError, RuntimeError, EOFError, ValueError):
        return b""


def _part(data: bytes, depth: int) -> Words:
    if data.startswith(b"PK") and depth:
        yield from _office(data, depth - 1)
    elif data.startswith(b"%PDF"):
        yield from texts_of_pdf(data)
    elif (text := _as_xml(data)) is None:
        yield from texts_of_image(data)
    else:
        yield from _xml(text)


def _as_xml(data: bytes) -> str | None:
    try:
        text = data.decode("utf-16" if data[:2] in _BYTE_ORDER else "utf-8")
    except UnicodeDecodeError:
        return None
    # No XML has noughts: two bytes a letter without a mark that says so look like UTF-8 with them.
    return text if "<" in text and "\0" not in text else None


def _xml(text: str) -> Words:
    """Read XML as a page shows it, where a word may stand in several elements, and with every element on its own."""
    yield from markup(text)
    yield from markup(_TAG.sub("", _ENDS_A_WORD.sub(" ", _COMMENT.sub(r" \1 ", text))))
