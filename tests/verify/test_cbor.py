"""The strings of CBOR, by the examples of RFC 8949, appendix A, and by what is no CBOR."""

from __future__ import annotations

import pytest

from public_record.verify.cbor import NotCborError, strings

NO_STRINGS = {
    "small numbers": "00 01 0a 17 20 29 37",
    "numbers of one byte": "18 18 18 64 38 63",
    "numbers of two bytes": "19 03e8 39 03e7",
    "numbers of four bytes": "1a 000f4240 3a 000f4240",
    "numbers of eight bytes": "1b 000000e8d4a51000 3b ffffffffffffffff",
    "floats": "f9 3c00 fa 47c35000 fb 3ff199999999999a f9 7e00",
    "simple values": "f4 f5 f6 f7 f0 e0 f8 ff",
    "lists": "80 83 010203 97 98 19 99 0100 9a 00010000 9b 0000000100000000 9f ff",
    "maps": "a0 a2 01020304 b7 b8 19 b9 0100 ba 00010000 bb 0000000100000000 bf ff",
    "tags": "c0 c1 d7 d8 20 d9 d9f7 da 00010000 db 0000000100000000",
    "bytes that look like strings": "18 78 19 6161 1a 61616161 1b 6161616161616161 fa 61616161 d8 61 b8 61",
    "line ends": "18 0a 19 0a0a 1a 0a0a0a0a 1b 0a0a0a0a0a0a0a0a",
}


@pytest.mark.parametrize("data", NO_STRINGS.values(), ids=NO_STRINGS)
def test_what_is_no_string_is_passed_over_whole(data: str) -> None:
    """The string behind it is found, for its head is not taken for a part of it."""
    assert list(strings(bytes.fromhex(data))) == []
    assert list(strings(bytes.fromhex(data) + b"\x61a" + bytes.fromhex(data))) == ["a"]


STRINGS = {
    "empty": ("60", [""]),
    "short": ("61 61 64 49455446 62 225c", ["a", "IETF", '"\\']),
    "letters beyond ASCII": ("62 c3bc 63 e6b0b4 64 f0908591", ["\u00fc", "\u6c34", "\U00010151"]),
    "twenty-three": ("77" + "61" * 23 + "01", ["a" * 23]),
    "length of one byte": ("78 18" + "61" * 24 + "01", ["a" * 24]),
    "length of two bytes": ("79 0101" + "61" * 257 + "01", ["a" * 257]),
    "length of four bytes": ("7a 00000002" + "6162" + "01", ["ab"]),
    "length of eight bytes": ("7b 0000000000000002" + "6162" + "01", ["ab"]),
    "bytes": ("40 44 61626364 58 02 6161 59 0001 61", ["", "abcd", "aa", "a"]),
    "in parts": ("7f 65 7374726561 64 6d696e67 ff 5f 42 6161 ff", ["strea", "ming", "aa"]),
    "in lists and maps": ("9f 61 61 82 61 62 61 63 ff a1 61 64 bf 61 65 61 66 ff", list("abcdef")),
    "broken letters": ("62 ff61", ["\ufffda"]),
    "to the very end": ("01 62 6161", ["aa"]),
}


@pytest.mark.parametrize(("data", "expected"), STRINGS.values(), ids=STRINGS)
def test_every_string_is_found(data: str, expected: list[str]) -> None:
    """Of text and of bytes, with a length of every kind."""
    assert list(strings(bytes.fromhex(data))) == expected


@pytest.mark.parametrize(
    "data",
    [
        "1c",
        "3d",
        "5e",
        "7c",
        "7d",
        "7e",
        "9c",
        "fc",
        "62 61",
        "78 03 6161",
        "79 0003 6161",
        "78",
        "18",
        "1a 000000",
        "7c" + "61" * 98,
    ],
)
def test_what_is_no_cbor_is_said_to_be_none(data: str) -> None:
    """Heads that mean nothing, and what is cut short: it is then read as bytes of any kind."""
    with pytest.raises(NotCborError):
        list(strings(bytes.fromhex(data)))
