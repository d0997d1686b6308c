"""The words that a published file holds, whatever its kind.

A file whose kind is not known is read as bytes in which texts may stand. Compressed files are opened. Pictures of text, and
text inside PDF, are beyond this module: `manifest` sees to it that no file is published that nobody announced.
"""

from __future__ import annotations

import base64
import binascii
import gzip
import io
import lzma
import posixpath
import re
import zipfile
import zlib
from collections.abc import Callable, Iterator
from urllib.parse import unquote

from public_record.model.fingerprints import words_of
from public_record.verify import cbor
from public_record.verify.markup import data as json_words
from public_record.verify.markup import each, markup, script, style
from public_record.verify.memory import PassMemory

Words = Iterator[list[str]]
"""Words in a row, as often as a file holds such rows."""

_GZIP = b"\x1f\x8b"
_ZIP = b"PK\x03\x04"
_PAGEFIND = b"pagefind_dcd"
_PRINTABLE = re.compile(rb"(?:[\t\n\r -~]|[\xc2-\xdf][\x80-\xbf]|[\xe1-\xef][\x80-\xbf]{2}){5,}")
"""Bytes that may be text. Shorter ones hold no three words."""

_FOLDED = re.compile(rb"\r?\n[ \t]")
_PACKED = re.compile(r";ENCODING=BASE64[^:\n]*:([A-Za-z0-9+/=]+)", re.IGNORECASE)
_ESCAPED = re.compile(r"\\[nN]")


class UnreadableError(Exception):
    """A file cannot be opened, so that nobody can say what it holds. The message is the file's name."""


def texts(path: str, data: bytes, memory: PassMemory | None = None) -> Words:
    """Yield the words of a file and of its name, row by row: no run of words reaches from one row into another.

    What is in memory is left out.
    """
    yield words_of(unquote(path))
    try:
        yield from _contents(path.lower(), data, memory)
    except (OSError, EOFError, zlib.error, lzma.LZMAError, zipfile.BadZipFile, RuntimeError) as error:
        raise UnreadableError(path) from error


def _contents(path: str, data: bytes, memory: PassMemory | None) -> Words:
    if reader := _of_attachments(posixpath.splitext(path)[1]):
        return reader(data)
    if data.startswith(_GZIP):
        return _contents(path.removesuffix(".gz"), gzip.decompress(data), memory)
    if data.startswith(_ZIP):
        return _members(path, data, memory)
    if data.startswith(_PAGEFIND):
        return _pagefind(data.removeprefix(_PAGEFIND), memory)
    if path.endswith(".ics"):
        # Lines are folded after so many bytes, in the middle of a letter if need be.
        data = _FOLDED.sub(b"", data)
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError:
        return _unknown(data)
    if "\0" in text:
        return _unknown(data)
    return _KINDS.get(posixpath.splitext(path)[1], markup)(text, memory)


def _of_attachments(suffix: str) -> Callable[[bytes], Words] | None:
    """Give the reader of a type of attachment. Loaded when there is one: the libraries take longer than most sites."""
    if suffix not in _ATTACHMENTS:
        return None
    from public_record.verify import attachments  # noqa: PLC0415

    reader: Callable[[bytes], Words] = getattr(attachments, _ATTACHMENTS[suffix])
    return reader


def _members(path: str, data: bytes, memory: PassMemory | None) -> Words:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        for entry in archive.infolist():
            yield from _member(posixpath.dirname(path), entry.filename, archive.read(entry), memory)
            yield from _unknown(entry.comment + b"\n" + entry.extra)
        yield from _unknown(archive.comment)
        yield from _unknown(_beside(data, archive.infolist()))


def _member(folder: str, name: str, data: bytes, memory: PassMemory | None) -> Words:
    """Read a member of an archive. A file of the site beside the archive, of the same name and bytes, is read there."""
    if memory and memory.is_read_by_itself(posixpath.join(folder, name), data):
        return iter([words_of(unquote(name))])
    return texts(name, data, memory)


def _beside(data: bytes, entries: list[zipfile.ZipInfo]) -> bytes:
    """Give what stands in an archive before, between and after its entries."""
    gaps, end = [], 0
    for entry in sorted(entries, key=lambda entry: entry.header_offset):
        name, extra = (
            int.from_bytes(data[entry.header_offset + at : entry.header_offset + at + 2], "little") for at in (26, 28)
        )
        gaps.append(data[end : entry.header_offset])
        end = entry.header_offset + 30 + name + extra + entry.compress_size
    return b"\n".join([*gaps, data[end:]])


def _pagefind(data: bytes, memory: PassMemory | None) -> Words:
    if data[:1] in (b"{", b"["):
        yield from json_words(data.decode(errors="replace"), memory)
        return
    try:
        yield from each(cbor.strings(data))
    except cbor.NotCborError:
        yield from _unknown(data)


def _unknown(data: bytes) -> Words:
    """Read bytes of any kind. Text of two bytes a letter shows when the empty bytes are taken out."""
    for seen in (data, data.replace(b"\0", b"")) if b"\0" in data else (data,):
        yield from markup(b" ".join(_PRINTABLE.findall(seen)).decode(errors="replace"))


def _script(text: str, _: PassMemory | None) -> Words:
    return script(text)


def _style(text: str, _: PassMemory | None) -> Words:
    return style(text)


def _calendar(text: str, _: PassMemory | None) -> Words:
    """Read a calendar, and what is packed into it as letters."""
    yield from style(_ESCAPED.sub(" ", text))
    for packed in _PACKED.findall(text):
        try:
            yield from texts("", base64.b64decode(packed))
        except binascii.Error as error:
            raise EOFError from error


_ATTACHMENTS = {
    ".pdf": "texts_of_pdf",
    ".docx": "texts_of_office",
    ".xlsx": "texts_of_office",
    ".jpg": "texts_of_image",
    ".jpeg": "texts_of_image",
}
"""Names of the readers; a PNG of the theme is as quickly read as any other bytes, and cleaned ones hold pixels alone."""

_KINDS: dict[str, Callable[[str, PassMemory | None], Words]] = {
    **dict.fromkeys([".json", ".map", ".webmanifest", ".jsonld", ".geojson"], json_words),
    **dict.fromkeys([".js", ".mjs"], _script),
    ".css": _style,
    ".ics": _calendar,
}
