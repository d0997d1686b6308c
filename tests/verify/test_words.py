from __future__ import annotations

import pytest

from public_record.model.findings import Place
from public_record.model.fingerprints import Fingerprints, words_of

PLACE = Place("content/a.md", 3)

SAME = {
    "small letters": "FERRY Café 12½",
    "marks": "**ferry**_café_\t12½",
    "composed of two": "ferry cafe\u0301 12½",
    "what nobody sees": "fer\u00adry\u200b ca\u2060fé 12½",
    "other punctuation": "\u2018ferry\u2019\u2026caf\u00e9\U0001f6a2\u300012½",
}


@pytest.mark.parametrize("text", SAME.values(), ids=SAME.keys())
def test_the_same_words_are_the_same_however_they_are_written(text: str) -> None:
    """The record and the site pass through different hands on the way here."""
    assert words_of(text) == words_of("ferry café 12½")


def test_letters_of_every_script_are_letters() -> None:
    """Names do not stop at English."""
    assert words_of("Żółw, Ångström; 中文 \ud800x") == ["żółw", "ångström", "中文", "x"]


def test_ligatures_are_their_letters() -> None:
    """They come in with text that was copied out of a PDF."""
    assert words_of("\ufb01re o\ufb03cer") == ["fire", "officer"]


def test_words_are_not_for_reading_bytes() -> None:
    """The way in which letters are kept is a way out only."""
    with pytest.raises(UnicodeDecodeError):
        b"\xff".decode("ascii", "public_record.letters_beyond_ascii")


def test_public_phrases_leave_everything_else_withheld() -> None:
    """One run of a text may be public, and the next not."""
    kept = Fingerprints()
    kept.add(words_of("one two three four five six seven eight nine"), PLACE)
    kept.add(words_of("red amber green"), PLACE)
    left = kept.without([words_of("so one two three four five six seven eight"), words_of("red amber")])
    assert (len(kept), len(left)) == (3, 2)
    assert list(left.find(words_of("one two three four five six seven eight"))) == []
    assert list(left.find(words_of("two three four five six seven eight nine"))) == [PLACE]
    assert list(left.find(words_of("red amber green"))) == [PLACE]


def test_texts_that_begin_alike_are_told_apart() -> None:
    """The first three words only rule out; the whole run decides."""
    kept = Fingerprints()
    kept.add(words_of("the cost of the ferry"), PLACE)
    kept.add(words_of("the cost of"), PLACE)
    assert list(kept.find(words_of("the cost of the bridge"))) == [PLACE]
    assert list(kept.find(words_of("cost of the ferry"))) == []
