from __future__ import annotations

import pytest

from public_record.gate.cleaning import CannotClean, clean

UNSEEN = "The text holds characters that cannot be seen. Delete them."


@pytest.mark.parametrize("suffix", [".csv", ".txt", ".CSV"])
@pytest.mark.parametrize(
    "data",
    [b"", b"Year,Cost\r\n2025,\xc2\xa3400\r\n", b"\xef\xbb\xbfYear\tCost\n", "caf\u00e9 \u2013 \u201cquoted\u201d".encode()],
    ids=["empty", "table", "byte order mark", "letters"],
)
def test_text_that_is_seen_passes_as_it_is(suffix: str, data: bytes) -> None:
    """Nothing is behind it."""
    assert clean(suffix, data) == data


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"caf\xe9", "The text is not in UTF-8. Save it anew in that encoding."),
        ("text".encode("utf-16"), "The text is not in UTF-8. Save it anew in that encoding."),
        (b"a\0b", UNSEEN),
        (b"a\x1b[8mb", UNSEEN),
        ("a\u202eb".encode(), UNSEEN),
        ("a\u200bb".encode(), UNSEEN),
        ("a\ufeffb".encode(), UNSEEN),
        ("a\ue000b".encode(), UNSEEN),
        ("a\U000e0041b".encode(), UNSEEN),
        ("a\U000e0100b".encode(), UNSEEN),
        ("a\ufe00b".encode(), UNSEEN),
        ("a\u3164b".encode(), UNSEEN),
    ],
)
def test_text_that_is_not_seen_is_refused(data: bytes, reason: str) -> None:
    """What a terminal or a browser passes over, a search does not."""
    with pytest.raises(CannotClean) as caught:
        clean(".txt", data)
    assert caught.value.reason == reason
