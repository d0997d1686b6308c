"""The strings of CBOR (RFC 8949), the form in which Pagefind keeps filters, metadata and its index."""

from __future__ import annotations

import re
from collections.abc import Iterator

# Nesting does not matter here, so heads of lists and maps count as numbers do. An index is numbers in the main, and grows with
# the record: they are passed over by one expression.
_NO_STRINGS = re.compile(
    rb"(?:[\x00-\x17\x20-\x37\x80-\x97\xa0-\xb7\xc0-\xd7\xe0-\xf7\x5f\x7f\x9f\xbf\xff]++|[\x18\x38\x98\xb8\xd8\xf8]."
    rb"|[\x19\x39\x99\xb9\xd9\xf9]..|[\x1a\x3a\x9a\xba\xda\xfa].{4}|[\x1b\x3b\x9b\xbb\xdb\xfb].{8})*+",
    re.DOTALL,
)
_LONG = {24: 1, 25: 2, 26: 4, 27: 8}
"""Bytes of the length that follow the first byte of a value."""


class NotCborError(Exception):
    """The bytes are no CBOR."""


def strings(data: bytes) -> Iterator[str]:
    """Yield every string of a CBOR document, of text or of bytes."""
    at = _after_numbers(data, 0)
    while at < len(data):
        start, end = _string(data, at)
        yield data[start:end].decode(errors="replace")
        at = _after_numbers(data, end)


def _after_numbers(data: bytes, at: int) -> int:
    match = _NO_STRINGS.match(data, at)
    return match.end() if match else at


def _string(data: bytes, at: int) -> tuple[int, int]:
    """Say where the string begins and ends whose head stands here. A number stands here only if it is cut short."""
    short = data[at] % 32
    start = at + 1 + _LONG.get(short, 0)
    end = start + (int.from_bytes(data[at + 1 : start]) if short in _LONG else short)
    if short > max(_LONG) or end > len(data):
        raise NotCborError
    return start, end
