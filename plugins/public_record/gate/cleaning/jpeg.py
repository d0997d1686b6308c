"""Takes what is no picture out of a JPEG without touching the picture, for those that stand inside a PDF."""

from __future__ import annotations

import re
from collections.abc import Iterator

_START, _END, _SCAN = 0xD8, 0xD9, 0xDA
_JFIF, _ADOBE = 0xE0, 0xEE
_NOTES = frozenset({*range(0xE0, 0xF0), 0xFE}) - {_JFIF, _ADOBE}
"""Segments that programs fill as they like. Those of JFIF and Adobe say how colours are to be read."""

_OF_THE_PICTURE = frozenset(range(0xC0, 0xE0)) - {0xC8, *range(0xD0, 0xDA), 0xDE, 0xDF}
"""Frames, scans, and the tables that they need. What other markers stand for is not written down: readers pass them over."""

_BESIDE = {_JFIF: (b"JFIF\0", 14), _ADOBE: (b"Adobe", 12)}
"""What these segments begin with, and how long they are. Readers pass over shorter ones; JFIF may have a thumbnail behind."""

_KNOWN = _OF_THE_PICTURE | _NOTES | {_JFIF, _ADOBE}

_MARKER = re.compile(rb"\xff[^\0\xff\xd0-\xd7]")
"""The beginning of a segment. Behind the same byte, pixels have a nought or the number of a restart, and filling has itself."""


class NotJpegError(Exception):
    """The bytes are no JPEG from beginning to end."""


def stripped(data: bytes) -> bytes:
    """Leave out comments, and what cameras and programs say of a picture."""
    if data[:2] != bytes([0xFF, _START]):
        raise NotJpegError
    return data[:2] + b"".join(_segments(data)) + bytes([0xFF, _END])


def _segments(data: bytes) -> Iterator[bytes]:
    at = _next_marker(data, 2)
    while (marker := data[at + 1]) != _END:
        if marker not in _KNOWN:
            raise NotJpegError
        end = at + 2 + int.from_bytes(data[at + 2 : at + 4])
        yield _kept(marker, data[at:end])
        at = _next_marker(data, end)
        if marker == _SCAN:
            yield data[end:at]


def _next_marker(data: bytes, at: int) -> int:
    """Find the next marker, behind pixels or filling. A segment that is cut short has none behind it."""
    found = _MARKER.search(data, at)
    if found is None:
        raise NotJpegError
    return found.start()


def _kept(marker: int, segment: bytes) -> bytes:
    if marker in _NOTES:
        return b""
    if marker not in _BESIDE:
        return segment
    name, length = _BESIDE[marker]
    body = segment[4 : 4 + length]
    if not body.startswith(name) or len(body) < length:
        return b""
    if marker == _JFIF:
        # No thumbnail: its width and height are nought.
        body = body[:-2] + b"\0\0"
    return segment[:2] + (len(body) + 2).to_bytes(2) + body
