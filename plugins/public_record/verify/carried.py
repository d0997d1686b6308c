"""Files that stand inside of others as addresses: `data:image/png;base64,…`.

The gate publishes none. A template, a style sheet or a neighbour of the generator might, and what is packed so is no less
published than a file of its own.
"""

from __future__ import annotations

import base64
import binascii
import html
import re
from collections.abc import Iterator
from urllib.parse import unquote, unquote_to_bytes

Words = Iterator[list[str]]

_BEFORE = r"[\0-\x20]*"
"""What browsers pass over before an address."""

_SCHEME = r"[\t\n\r]*".join("data:")
# Up to the sign that closes what it stands in: inside of quotation marks or brackets it may hold spaces.
_ADDRESS = re.compile(
    "|".join(
        [
            *(rf"\{opens}{_BEFORE}{_SCHEME}([^{closes}]*)" for opens, closes in ('""', "''", "``", "()")),
            rf"""{_SCHEME}([^\s"'`<>)]*)""",
        ]
    ),
    re.IGNORECASE,
)
_BEGINS = re.compile(_SCHEME, re.IGNORECASE)
_PASSED_OVER = str.maketrans("", "", "\t\n\r")
"""Signs that browsers take out of an address before they read it."""

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
    """Say of a text that is no mark-up whether there may be such an address in it. Most hold not even its last signs."""
    return ("a:" in text or "A:" in text) and _BEGINS.search(text) is not None


def carried_in_tags(text: str) -> Words:
    """Yield the words of every file in the attributes of tags. Raises `UndecodableError` where one cannot be unpacked."""
    for head, body in _addresses(text):
        if _PACKED.search(head):
            yield from _words(head, _unpacked(body))
        else:
            yield from _words(head, unquote_to_bytes(body))
            # A list of pictures, or of the properties of a style, that begins with an address goes on behind it.
            yield from carried_in_tags(unquote(body))


def carried(text: str) -> Words:
    """Yield the same of style sheets, scripts and strings of data. What is not packed rightly is text like any other there."""
    text = html.unescape(text) if "&" in text else text
    for head, body in _addresses(text) if may_carry(text) else ():
        if not _PACKED.search(head):
            yield from _words(head, unquote_to_bytes(body))
            yield from carried(unquote(body))
            continue
        try:
            unpacked = _unpacked(body)
        except UndecodableError:
            continue
        yield from _words(head, unpacked)


def _addresses(text: str) -> Iterator[tuple[str, str]]:
    for match in _ADDRESS.finditer(text):
        head, comma, body = match[match.lastindex or 0].translate(_PASSED_OVER).partition(",")
        if comma:
            yield head, body


def _unpacked(body: str) -> bytes:
    # A comma behind it parts it from the next picture of a list.
    letters = b"".join(unquote_to_bytes(body.partition("#")[0]).split()).rstrip(b",").rstrip(b"=")
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
