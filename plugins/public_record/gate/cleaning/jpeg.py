"""Takes what is no picture out of a JPEG without touching the picture, for those that stand inside a PDF."""

from __future__ import annotations

from collections.abc import Iterator

_START, _END, _SCAN = 0xD8, 0xD9, 0xDA
_JFIF, _ADOBE = 0xE0, 0xEE
_NOTES = frozenset({*range(0xE0, 0xF0), 0xFE}) - {_JFIF, _ADOBE}
"""Segments that programs fill as they like. Those of JFIF and Adobe say how colours are to be read."""

_OF_THE_PICTURE = frozenset(range(0xC0, 0xE0)) - {0xC8, *range(0xD8, 0xDA), 0xDE, 0xDF}
"""Frames, scans, and the tables that they need. What other markers stand for is not written down: readers pass them over."""

_BESIDE = {_JFIF: (b"JFIF\0", 12), _ADOBE: (b"Adobe", 12)}
"""What these segments begin with, and how long they are: JFIF may have a thumbnail behind."""

_NO_LENGTH = frozenset({0x01, *range(0xD0, 0xD8)})


_KNOWN = _OF_THE_PICTURE | _NOTES | {_JFIF, _ADOBE, 0x01}


class NotJpegError(Exception):
    """The bytes are no JPEG from beginning to end."""


def stripped(data: bytes) -> bytes:
    """Leave out comments, and what cameras and programs say of a picture."""
    if data[:2] != bytes([0xFF, _START]):
        raise NotJpegError
    return data[:2] + b"".join(_segments(data)) + bytes([0xFF, _END])


def _segments(data: bytes) -> Iterator[bytes]:
    at = 2
    while (marker := _marker(data, at)) != _END:
        if marker not in _KNOWN:
            raise NotJpegError
        end = at + 2 if marker in _NO_LENGTH else at + 2 + int.from_bytes(data[at + 2 : at + 4])
        if end > len(data):
            raise NotJpegError
        yield _kept(marker, data[at:end])
        at = _next_marker(data, end)
        if marker == _SCAN:
            yield data[end:at]


def _marker(data: bytes, at: int) -> int:
    if data[at : at + 1] != b"\xff" or at + 1 >= len(data):
        raise NotJpegError
    return data[at + 1]


def _kept(marker: int, segment: bytes) -> bytes:
    if marker in _NOTES:
        return b""
    if marker not in _BESIDE:
        return segment
    name, length = _BESIDE[marker]
    body = segment[4 : 4 + length]
    if not body.startswith(name):
        return b""
    if marker == _JFIF:
        # No thumbnail: its width and height are nought.
        body = body.ljust(length, b"\0") + b"\0\0"
    return segment[:2] + (len(body) + 2).to_bytes(2) + body


def _next_marker(data: bytes, at: int) -> int:
    """Find the next marker, behind pixels or filling."""
    while (at := data.find(b"\xff", at)) >= 0 and data[at + 1 : at + 2] in {b"\0", b"\xff", *_RESTARTS}:
        at += 1 if data[at + 1] == 0xFF else 2  # noqa: PLR2004 - the filling byte
    if at < 0:
        raise NotJpegError
    return at


_RESTARTS = {bytes([marker]) for marker in range(0xD0, 0xD8)}
