"""Files that stand inside of others as addresses: `data:image/png;base64,…`.

The gate publishes none. A template, a style sheet or a neighbour of the generator might, and what is packed so is no less
published than a file of its own.
"""

from __future__ import annotations

import base64
import binascii
import re
from collections.abc import Iterator
from urllib.parse import unquote_to_bytes

Words = Iterator[list[str]]

_SCHEME = r"[\t\n\r]*".join("data:")
# Up to the sign that closes what it stands in: inside of quotation marks or brackets it may hold spaces.
_ADDRESS = re.compile(
    rf"""\"\s*{_SCHEME}(?P<double>[^"]*) | '\s*{_SCHEME}(?P<single>[^']*) | \(\s*{_SCHEME}(?P<bracket>[^)]*)"""
    rf"""| {_SCHEME}(?P<bare>[^\s"'`<>)]*)""",
    re.IGNORECASE | re.VERBOSE,
)
_PACKED = re.compile(r";\s*base64\s*\Z", re.IGNORECASE)

_SUFFIXES = {
    "application/javascript": ".js",
    "application/json": ".json",
    "application/ld+json": ".json",
    "application/pdf": ".pdf",
    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": ".xlsx",
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document": ".docx",
    "text/calendar": ".ics",
    "text/css": ".css",
    "text/javascript": ".js",
}
"""By what an address says of its file. All others are read by what stands in them."""


class UndecodableError(EOFError):
    """An address cannot be unpacked, so that nobody can say what it holds."""


def may_carry(text: str) -> bool:
    """Say of a text that is no mark-up whether there may be such an address in it."""
    return "data:" in text or "DATA:" in text


def carried_in_tags(text: str) -> Words:
    """Yield the words of every file in the attributes of tags. Raises `UndecodableError` where one cannot be unpacked."""
    for head, body in _addresses(text):
        yield from _words(head, _unpacked(head, body))


def carried(text: str) -> Words:
    """Yield the same of style sheets, scripts and strings of data. What is not packed rightly is text like any other there."""
    for head, body in _addresses(text) if may_carry(text) else ():
        try:
            unpacked = _unpacked(head, body)
        except UndecodableError:
            continue
        yield from _words(head, unpacked)


def _addresses(text: str) -> Iterator[tuple[str, str]]:
    for match in _ADDRESS.finditer(text):
        head, comma, body = (match[match.lastgroup or 0]).partition(",")
        if comma:
            yield head, body


def _unpacked(head: str, body: str) -> bytes:
    if not _PACKED.search(head):
        return unquote_to_bytes(body)
    letters = b"".join(unquote_to_bytes(body.partition("#")[0]).split()).rstrip(b"=")
    try:
        return base64.b64decode(letters + b"=" * (-len(letters) % 4), validate=True)
    except (binascii.Error, ValueError):
        raise UndecodableError from None


def _words(head: str, data: bytes) -> Words:
    # Loaded when there is one: pages of the record carry none, and `text` reads the mark-up in which they would stand.
    from public_record.verify import attachments, text  # noqa: PLC0415

    suffix = ".pdf" if data.startswith(b"%PDF") else _SUFFIXES.get(head.partition(";")[0].strip().lower(), "")
    try:
        yield from text.texts(f"file{suffix}", data)
    except text.UnreadableError:
        raise UndecodableError from None
    if not suffix and not _is_text(data):
        yield from attachments.texts_of_image(data)


def _is_text(data: bytes) -> bool:
    try:
        return "\0" not in data.decode()
    except UnicodeDecodeError:
        return False
