"""What a reader sees of an attachment, as words: so that the words of one that stays behind can be sought in the site.

Nothing else of a file counts here. How it is built, most files have in common; the second line reads finished files down to
that (`verify/attachments.py`), and shares no code with this.
"""

from __future__ import annotations

import html
import io
import lzma
import re
import zipfile
import zlib
from collections.abc import Callable

from public_record.model.fingerprints import words_of

_TEXT = re.compile(r"<(?:\w+:)?t(?:\s[^<>]*)?>([^<]*)</(?:\w+:)?t>|(<(?:\w+:)?(?:tab|br|cr)\b[^<>]*>)")
_END_OF_PARAGRAPH = re.compile(r"</(?:\w+:)?p>")
_END_OF_CELL = re.compile(r"</(?:\w+:)?(?:si|is)>")
_LARGEST = 200_000_000
"""Bytes of an office file once it is unpacked: no paper has so many, and a file that was made to fill the memory has more."""
_HYPHEN_AT_LINE_END = re.compile("\ufffe\\s*|[-\x02\xad]\\s*\n")


def rows_of(suffix: str, data: bytes) -> list[list[str]] | None:
    """Give the words of a file, text by text; None where they cannot be read, as in a kind that is not known."""
    reader = _READERS.get(suffix)
    return reader(data) if reader else None


def _pdf(data: bytes) -> list[list[str]] | None:
    import pypdfium2  # noqa: PLC0415 - takes longer to load than most records to read, which have no such file

    try:
        document = pypdfium2.PdfDocument(data)
        text = "\n".join(page.get_textpage().get_text_range() for page in document)
    except (pypdfium2.PdfiumError, ValueError, TypeError, OverflowError):
        return None
    words = words_of(_HYPHEN_AT_LINE_END.sub("", text))
    # The picture of a text shows words and has none.
    return [words] if words else None


def _word(data: bytes) -> list[list[str]] | None:
    parts = _parts(data, "word/")
    return None if parts is None else [words_of(" ".join(map(_text, _END_OF_PARAGRAPH.split(part)))) for part in parts]


def _excel(data: bytes) -> list[list[str]] | None:
    """Read each cell for itself: what stands beside it in the file need not do so in the sheet."""
    parts = _parts(data, "xl/")
    return None if parts is None else [words_of(_text(cell)) for part in parts for cell in _END_OF_CELL.split(part)]


def _parts(data: bytes, folder: str) -> list[str] | None:
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            listed = archive.infolist()
            parts = [part for part in listed if part.filename.startswith(folder) and part.filename.endswith(".xml")]
            if sum(part.file_size for part in parts) > _LARGEST:
                return None
            return [archive.read(part).decode("utf-8-sig") for part in parts] or None
    except (zipfile.BadZipFile, zlib.error, lzma.LZMAError, OSError, RuntimeError, EOFError, ValueError):
        return None


def _text(markup: str) -> str:
    return html.unescape("".join(" " if gap else text for text, gap in _TEXT.findall(markup)))


def _picture(_: bytes) -> list[list[str]]:
    """Read no words: what a picture shows is beyond any program here."""
    return []


def _lines(data: bytes) -> list[list[str]] | None:
    """Read each row of a table for itself, without its head, which many tables have in common."""
    return [words_of(line) for line in _decoded(data).splitlines()[1:]]


def _plain(data: bytes) -> list[list[str]] | None:
    return [words_of(_decoded(data))]


def _decoded(data: bytes) -> str:
    encoding = "utf-16" if data[:2] in {b"\xff\xfe", b"\xfe\xff"} else "utf-8-sig"
    try:
        return data.decode(encoding)
    except UnicodeDecodeError:
        return data.decode("cp1252", "replace")


_READERS: dict[str, Callable[[bytes], list[list[str]] | None]] = {
    ".pdf": _pdf,
    ".docx": _word,
    ".xlsx": _excel,
    ".csv": _lines,
    ".txt": _plain,
    **dict.fromkeys([".png", ".jpg", ".jpeg"], _picture),
}
