"""The words that a published file holds, whatever its kind.

A file whose kind is not known is read as bytes in which texts may stand. Compressed files are opened. Pictures of text, and
text inside PDF, are beyond this module: `manifest` sees to it that no file is published that nobody announced.
"""

from __future__ import annotations

import gzip
import io
import re
import zipfile
import zlib
from collections.abc import Callable, Iterator
from pathlib import PurePosixPath
from urllib.parse import unquote

from public_record.model.fingerprints import words_of
from public_record.verify import cbor
from public_record.verify.markup import Tags, each, markup, script
from public_record.verify.markup import data as json_words

Words = Iterator[list[str]]
"""Words in a row, as often as a file holds such rows."""

_GZIP = b"\x1f\x8b"
_ZIP = b"PK\x03\x04"
_PAGEFIND = b"pagefind_dcd"
_PRINTABLE = re.compile(rb"(?:[\t\n\r -~]|[\xc2-\xdf][\x80-\xbf]|[\xe1-\xef][\x80-\xbf]{2}){5,}")
"""Bytes that may be text. Shorter ones hold no three words."""

_FOLDED = re.compile(r"\r?\n[ \t]")
_ESCAPED = re.compile(r"\\[nN]")


class UnreadableError(Exception):
    """A file cannot be opened, so that nobody can say what it holds. The message is the file's name."""


def texts(path: str, data: bytes, tags_before: Tags | None = None) -> Words:
    """Yield the words of a file and of its name, row by row: no run of words reaches from one row into another.

    The words of tags that were read before are left out.
    """
    yield words_of(unquote(path))
    try:
        yield from _contents(path.lower(), data, tags_before)
    except (OSError, EOFError, zlib.error, zipfile.BadZipFile, RuntimeError) as error:
        raise UnreadableError(path) from error


def _contents(path: str, data: bytes, tags_before: Tags | None) -> Words:
    if reader := _of_attachments(PurePosixPath(path).suffix):
        return reader(data)
    if data.startswith(_GZIP):
        return _contents(path.removesuffix(".gz"), gzip.decompress(data), tags_before)
    if data.startswith(_ZIP):
        return _members(data)
    if data.startswith(_PAGEFIND):
        return _pagefind(data.removeprefix(_PAGEFIND))
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError:
        return _unknown(data)
    if "\0" in text:
        return _unknown(data)
    kind = _KINDS.get(PurePosixPath(path).suffix)
    return kind(text) if kind else markup(text, tags_before)


def _of_attachments(suffix: str) -> Callable[[bytes], Words] | None:
    """Give the reader of a type of attachment. Loaded when there is one: the libraries take longer than most sites."""
    if suffix not in _ATTACHMENTS:
        return None
    from public_record.verify import attachments  # noqa: PLC0415

    reader: Callable[[bytes], Words] = getattr(attachments, _ATTACHMENTS[suffix])
    return reader


def _members(data: bytes) -> Words:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        for name in archive.namelist():
            yield from texts(name, archive.read(name))


def _pagefind(data: bytes) -> Words:
    if data[:1] in (b"{", b"["):
        yield from json_words(data.decode(errors="replace"))
        return
    try:
        yield from each(cbor.strings(data))
    except cbor.NotCborError:
        yield from _unknown(data)


def _unknown(data: bytes) -> Words:
    """Read bytes of any kind. Text of two bytes a letter shows when the empty bytes are taken out."""
    for seen in (data, data.replace(b"\0", b"")) if b"\0" in data else (data,):
        yield from markup(b" ".join(_PRINTABLE.findall(seen)).decode(errors="replace"))


def _calendar(text: str) -> Words:
    """Read a calendar, whose lines are folded in the middle of words."""
    return markup(_ESCAPED.sub(" ", _FOLDED.sub("", text)))


_ATTACHMENTS = {
    ".pdf": "texts_of_pdf",
    ".docx": "texts_of_office",
    ".xlsx": "texts_of_office",
    ".jpg": "texts_of_image",
    ".jpeg": "texts_of_image",
}
"""Names of the readers; a PNG of the theme is as quickly read as any other bytes, and cleaned ones hold pixels alone."""

_KINDS: dict[str, Callable[[str], Words]] = {
    **dict.fromkeys([".json", ".map", ".webmanifest", ".jsonld", ".geojson"], json_words),
    **dict.fromkeys([".js", ".mjs"], script),
    ".ics": _calendar,
}
