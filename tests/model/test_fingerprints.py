from __future__ import annotations

from public_record.model.findings import Place
from public_record.model.fingerprints import Fingerprints, words_of

PLACE = Place("content/a.md", 3)
TEXT = "one two three four five six seven eight nine ten"


def test_any_run_of_a_long_text_is_found() -> None:
    """Eight words of a withheld text are enough, whatever stands around them."""
    kept = Fingerprints()
    kept.add(words_of(TEXT), PLACE)
    assert list(kept.find(words_of("zero, Three four *five* six seven eight nine ten eleven"))) == [PLACE]
    assert list(kept.find(words_of("three four five six seven eight nine eleven"))) == []


def test_a_short_text_is_found_whole() -> None:
    """A title of three words is recognised, a word or two are not."""
    kept = Fingerprints()
    kept.add(words_of("Mill Lane inquiry"), PLACE)
    kept.add(words_of("Mill Lane"), PLACE)
    assert list(kept.find(words_of("on the mill lane inquiry"))) == [PLACE]
    assert list(kept.find(words_of("in Mill Lane"))) == []
    assert len(kept) == 1


def test_fingerprints_hold_no_words() -> None:
    """Nobody reads the text out of them."""
    kept = Fingerprints()
    kept.add(words_of(TEXT), PLACE)
    assert "seven" not in repr(vars(kept))
