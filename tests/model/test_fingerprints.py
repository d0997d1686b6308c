from __future__ import annotations

from hypothesis import example, given, settings
from hypothesis import strategies as st

from public_record.model.findings import Place
from public_record.model.fingerprints import RUN, SHORTEST, Fingerprints, Searched, words_of

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


WORDS = st.lists(st.sampled_from("abc"), max_size=24)


@given(st.lists(WORDS, max_size=4), WORDS)
@example([["a", "b", "c"]], [*"xxxabcxxxxabc"])
@example([["a", "b", "c"], ["a", "a", "a", "a"]], [*"abcaaaaaaabc"])
@settings(max_examples=80)
def test_no_run_is_passed_over_wherever_it_stands(withheld: list[list[str]], site: list[str]) -> None:
    """Not every word of a site is looked at for each run, and yet each is found where it stands, once, and nowhere else."""
    kept = Fingerprints()
    for number, words in enumerate(withheld):
        kept.add(words, Place("content/a.md", number))
    runs = {run: number for number, words in reversed([*enumerate(withheld)]) for run in _runs_of(words)}
    lengths = {len(run) for run in runs}
    expected = [runs[run] for length in lengths for run in _windows(site, length) if run in runs]
    assert sorted(place.line for place in kept.find(site)) == sorted(expected)
    assert list(kept.runs_in(Searched(site))) == list(kept.runs(site))


@given(st.lists(WORDS, max_size=4), WORDS)
@settings(max_examples=40, deadline=None)
def test_several_together_find_what_each_of_them_finds(withheld: list[list[str]], site: list[str]) -> None:
    """What two of them hold comes from the first."""
    whole, several = Fingerprints(), list[Fingerprints]()
    for number, words in enumerate(withheld):
        own = Fingerprints()
        for kept in (whole, own):
            kept.add(words, Place("content/a.md", number))
        several.append(own)
    together = Fingerprints.together(several)
    assert (list(together.find(site)), len(together)) == (list(whole.find(site)), len(whole))


def test_runs_can_be_left_out() -> None:
    """Those that stand in a text, and those that are a whole text."""
    kept = Fingerprints()
    kept.add(words_of(TEXT), PLACE)
    first, second = (
        words_of("one two three four five six seven eight"),
        words_of("zero two three four five six seven eight nine"),
    )
    assert (kept.whole(second), kept.whole(first[1:])) == (None, None)
    left = kept.less([*filter(None, [kept.whole(first)]), *kept.runs(second)])
    assert [len(list(one.find(words_of(TEXT)))) for one in (kept, left)] == [3, 1]


def test_a_run_that_is_left_out_more_than_once_is_left_out() -> None:
    """Two public phrases may have it in common, or one may hold it twice."""
    kept = Fingerprints()
    kept.add(words_of("Mill Lane inquiry"), PLACE)
    phrase = words_of("Mill Lane inquiry: the Mill Lane inquiry")
    assert [len(kept.without([phrase])), len(kept.without([phrase, phrase])), len(kept)] == [0, 0, 1]


def test_a_run_is_told_with_its_place() -> None:
    """And one that is not withheld has none."""
    kept = Fingerprints()
    kept.add(words_of("Mill Lane inquiry"), PLACE)
    kept.add(words_of("Ferry contract dispute"), Place("content/b.md", 1))
    (run,) = kept.runs(words_of("the Mill Lane inquiry"))
    assert (kept.place(run), kept.less([run]).place(run)) == (PLACE, None)


def _runs_of(words: list[str]) -> list[tuple[str, ...]]:
    return _windows(words, min(len(words), RUN)) if len(words) >= SHORTEST else []


def _windows(words: list[str], length: int) -> list[tuple[str, ...]]:
    return [tuple(words[start : start + length]) for start in range(len(words) - length + 1)]
