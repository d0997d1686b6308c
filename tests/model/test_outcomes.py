"""What a resolution does and how a vote went is read from plain words, and nothing is put right."""

from __future__ import annotations

import pytest

from public_record.model.outcomes import Count, count_of, kinds_of


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("RESOLVED that the report be noted and the speaker thanked.", ["noted", "thanked"]),
        ("RESOLVED that the notes be accepted as an accurate record.", ["agreed"]),
        ("The Partnership endorsed the approach and supported the work.", ["endorsed", "supported"]),
        ("RESOLVED that the item be deferred at the request of the author.", ["deferred"]),
        ("RESOLVED that the plan be not approved, and the offer noted.", ["noted"]),
        ("RESOLVED not to accept the offer.", []),
        ("RESOLVED that a letter be sent in support of the wardens.", []),
        ("RESOLVED that members asked for a report back on it.", ["requested"]),
        ("RESOLVED that 3 May be the day.", []),
        ("NOTED, THAN\u212aED AND A\u017f\u212aED FOR.", ["noted", "thanked", "requested"]),
    ],
    ids=[
        "two",
        "record",
        "both",
        "request of",
        "not approved",
        "not to accept",
        "in support",
        "asked",
        "none",
        "old letters",
    ],
)
def test_kinds_are_what_the_words_say(words: str, expected: list[str]) -> None:
    """In the order of the words; what was refused does not count as done."""
    assert [kind.value for kind in kinds_of(words)] == expected


@pytest.mark.parametrize(
    ("kind", "forms"),
    [
        ("noted", "noted|notes|note"),
        ("agreed", "agree|agrees|agreed|accept|accepts|accepted|accurate record|true record"),
        ("approved", "approve|approves|approved"),
        ("endorsed", "endorse|endorses|endorsed"),
        ("supported", "support|supports|supported"),
        ("requested", "request|requests|requested|ask for|asked for|report back"),
        ("thanked", "thank|thanks|thanked"),
        ("deferred", "defer|defers|deferred"),
    ],
)
def test_each_form_of_a_word_says_the_same(kind: str, forms: str) -> None:
    """In whichever letters."""
    found = {form: [one.value for one in kinds_of(f"We {form} it.")] for form in (*forms.split("|"), *forms.upper().split("|"))}

    assert found == {form: [kind] for form in found}


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("7 for, 5 against; 1 abstained.", Count(7, 5, 1)),
        ("For: 7 Against: 5 Abstentions: 2", Count(7, 5, 2)),
        ("For (7): Ms A, Mr B\nAgainst (3): Mr C", Count(7, 3)),
        ("12 members voted for, 3 abstained; 20 were present.", Count(12, None, 3)),
        ("7 in favour and 5 against.", Count(7, 5)),
        ("Carried, seven to five.", Count()),
        ("For: 7. On a second count, for: 8. Against: 5.", Count(None, 5)),
        ("The grant of 1,500 for, 5 against.", Count(None, 5)),
        ("Carried by 7 for the 5 projects.", Count()),
    ],
    ids=["plain", "labels", "names", "does not add up", "in favour", "words", "twice", "a sum", "another for"],
)
def test_figures_of_a_vote_are_those_plainly_stated(words: str, expected: Count) -> None:
    """Nobody adds up, corrects or guesses."""
    assert count_of(words) == expected
