"""The strings of CBOR (RFC 8949), the form in which Pagefind keeps filters and metadata."""

from __future__ import annotations

from collections.abc import Iterator

_TEXT = 3
_LONG = {24: 1, 25: 2, 26: 4, 27: 8}
"""Bytes of the length that follow the first byte of a value."""


class NotCborError(Exception):
    """The bytes are no CBOR."""


def strings(data: bytes) -> Iterator[str]:
    """Yield every text of a CBOR document. Nesting does not matter here, so values are read one after the other."""
    at = 0
    while at < len(data):
        kind, length, at = _head(data, at)
        if kind in (2, _TEXT):
            if at + length > len(data):
                raise NotCborError
            yield data[at : at + length].decode(errors="replace")
            at += length


def _head(data: bytes, at: int) -> tuple[int, int, int]:
    """Read the kind of a value, its length or number, and where what follows it begins."""
    kind, short = data[at] >> 5, data[at] & 31
    size = _LONG.get(short, 0)
    end = at + 1 + size
    if end > len(data) or short in (28, 29, 30):
        raise NotCborError
    length = int.from_bytes(data[at + 1 : end]) if size else 0 if short == 31 else short
    return kind, length, end
