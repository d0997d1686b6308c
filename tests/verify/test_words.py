from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from public_record.model.findings import Place
from public_record.model.fingerprints import Fingerprints, letters_of, words_of

PLACE = Place("content/a.md", 3)

SAME = {
    "small letters": "FERRY Café 12½",
    "marks": "**ferry**_café_\t12½",
    "composed of two": "ferry cafe\u0301 12½",
    "what nobody sees": "fer\u00adry\u200b ca\u2060fé 12½",
    "marks of direction": "\u200eferry\u200f ca\u2066fé 12½",
    "without its accent": "ferry cafe 12½",
    "another accent": "ferry caf\u00e8 12½",
    "marks on other letters": "f\u0329erry c\u0327afe 12½",
    "other punctuation": "\u2018ferry\u2019\u2026caf\u00e9\U0001f6a2\u300012½",
}


@pytest.mark.parametrize("text", SAME.values(), ids=SAME.keys())
def test_the_same_words_are_the_same_however_they_are_written(text: str) -> None:
    """The record and the site pass through different hands on the way here."""
    assert words_of(text) == words_of("ferry café 12½")


def test_letters_of_every_script_are_letters() -> None:
    """Names do not stop at English."""
    assert words_of("жук; 中文 \ud800x") == ["жук", "中文", "x"]


@pytest.mark.parametrize(
    ("name", "typed"),
    [
        ("Jos\u00e9 Mu\u00f1oz", "jose munoz"),
        ("JOSE\u0301 MUN\u0303OZ", "jose munoz"),
        ("\u0141ukasz \u017b\u00f3\u0142w", "lukasz zolw"),
        ("S\u00f8ren \u00c5ngstr\u00f6m", "soren angstrom"),
        ("Stra\u00dfe STRA\u1e9eE", "strasse strasse"),
        ("\u00c6sc \u0152uvre", "aesc oeuvre"),
        ("\u00de\u00f3r \u0110or\u0111e \u0126al \u0166um", "thor dorde hal tum"),
        ("Gar\u00f0ar GAR\u00d0AR", "gardar gardar"),
        ("\u0130lk\u0131n", "ilkin"),
        ("\u03a3\u039f\u03a6\u039f\u03a3", "\u03c3\u03bf\u03c6\u03bf\u03c3"),
        ("\u0419\u043e\u0434", "\u0438\u043e\u0434"),
    ],
    ids=[
        "composed",
        "of two",
        "polish",
        "strokes and rings",
        "sharp s",
        "joined",
        "old letters",
        "icelandic",
        "turkish",
        "greek",
        "cyrillic",
    ],
)
def test_a_name_is_the_same_with_its_accents_and_without(name: str, typed: str) -> None:
    """Clerks type it as it is written, or as their keyboard has it."""
    assert words_of(name) == typed.split()


@given(st.text(), st.text())
def test_what_is_made_of_a_letter_does_not_depend_on_its_neighbours(one: str, other: str) -> None:
    """So a page can be read by pieces, wherever they are cut."""
    assert letters_of(one + other).split() == (letters_of(one) + letters_of(other)).split()


@given(st.text())
def test_reading_twice_changes_nothing(text: str) -> None:
    """What is stored as words is found by the words of a site."""
    assert words_of(" ".join(words_of(text))) == words_of(text)


@pytest.mark.parametrize(
    ("marked", "plain"),
    [("\u0915\u093e\u0924", "\u0915\u0924"), ("a\u20ddb", "ab"), ("a\u0301b", "ab"), ("a\u200db", "ab")],
    ids=["beside a letter", "around it", "above it", "unseen"],
)
def test_a_mark_is_left_out_and_parts_no_word(marked: str, plain: str) -> None:
    """Wherever it is drawn."""
    assert words_of(marked) == [plain]


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
