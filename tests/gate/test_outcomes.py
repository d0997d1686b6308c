"""Votes, amendments and how an outcome stands to what was recommended are released where the outcome is."""

from __future__ import annotations

from typing import Any

import pytest

from builders import (
    GROUND,
    TODAY,
    agenda,
    item,
    meeting_files,
    minutes,
    notes,
    public,
    released,
    restricted_section,
    section,
    told,
)
from public_record.model.record import Amendment, Limb, OnRecommendation, Resolution, Vote
from public_record.model.text import PublicText
from public_record.model.vocabulary import Answered, OutcomeKind

NOTES = "group/notes/"
STATED = {"outcome": "with-changes", "note": "Canary lamps are painted green in the whole of Mill Lane and beyond."}
CLOSED: dict[str, Any] = {"access": "restricted", "exemption": GROUND, "public_title": "A matter"}
TEXT = """\
## 1. Lamps
(Item B1)

1. Talk of lamps.

Amendment: Ms A moved that green be blue.

Vote: 3 for, 4 against; 9 present.

RESOLVED that the lamps be lit, and the report noted.

Report back, no date: lamps.

Recorded vote: 7 for.
"""


def _tree(text: str = TEXT, **keys: Any) -> dict[str, str]:
    marks = {"minutes": [{"number": 1, **keys}]} if keys else {}
    return meeting_files(agenda=agenda(section(item())), notes=notes(text, **marks))


def test_votes_and_amendments_have_their_addresses() -> None:
    """They come from the minute and their order in it; the figures are as printed, though they do not add up."""
    assert told(_tree()) == []
    (only,) = minutes(_tree())
    own = "hill/2024-05-14/notes/#"
    assert [block for block in only.body if isinstance(block, Amendment | Vote)] == [
        Amendment(f"{own}amendment-1-1", "amendment-1-1", PublicText("Ms A moved that green be blue.")),
        Vote(f"{own}vote-1-1", "vote-1-1", PublicText("3 for, 4 against; 9 present."), 3, 4),
        Vote(f"{own}vote-1-2", "vote-1-2", PublicText("7 for."), 7),
    ]


def test_those_who_abstained_are_counted() -> None:
    """A vote without them would be another vote."""
    (only,) = minutes(_tree("## 1. Lamps\n(Item B1)\n\nVote: 3 for, 4 against, 2 abstained.\n"))
    (vote,) = only.body
    assert isinstance(vote, Vote)
    assert (vote.in_favour, vote.against, vote.abstained) == (3, 4, 2)


def test_a_vote_is_as_open_as_what_it_stands_below() -> None:
    """With the outcome alone open, the vote on the resolution is shown; what followed withheld talk stays with that."""
    tree = _tree(**CLOSED, open={"reason": "It was printed.", "parts": ["outcome"]})
    (only,) = minutes(tree)
    assert [block.type for block in only.body] == ["resolution", "request", "vote"]
    assert isinstance(only.body[2], Vote)
    assert only.body[2].anchor == "vote-1-1"


@pytest.mark.parametrize(("part", "types"), [("paragraphs", ["vote", "amendment"]), ("outcome", [])])
def test_a_vote_that_stands_first_belongs_to_the_talk(part: str, types: list[str]) -> None:
    """There is no outcome yet to which it could belong."""
    text = "## 1. Lamps\n(Item B1)\n\nVote: 7 for.\n\nAmendment: Ms A moved that green be blue.\n"
    (only,) = minutes(_tree(text, **CLOSED, open={"reason": "It was printed.", "parts": [part]}))
    assert [block.type for block in only.body] == types


def test_a_note_between_a_resolution_and_its_vote_parts_them_not() -> None:
    """The editors' notes are no part of what the meeting did."""
    text = "## 1. Lamps\n(Item B1)\n\n1. Talk.\n\nRESOLVED that it be so.\n\nEditor's note: ours.\n\nVote: 7 for.\n"
    (only,) = minutes(_tree(text, **CLOSED, open={"reason": "It was printed.", "parts": ["outcome"]}))
    assert [block.type for block in only.body] == ["resolution", "vote"]


def test_limbs_have_kinds_of_their_own() -> None:
    """A limb that says nothing takes the words that lead it in."""
    text = "## 1. Lamps\n(Item B1)\n\nRESOLVED that the Partnership agree:\n\n(a) that the report be noted;\n\n(b) the map.\n"
    (only,) = minutes(_tree(text))
    (resolved,) = only.resolutions
    assert [limb.kinds for limb in resolved.limbs] == [(OutcomeKind.NOTED,), (OutcomeKind.AGREED,)]
    assert resolved.kinds == (OutcomeKind.AGREED, OutcomeKind.NOTED)
    assert isinstance(resolved, Resolution)
    assert all(isinstance(limb, Limb) for limb in resolved.limbs)


@pytest.mark.parametrize(
    ("parts", "expected"),
    [
        (["outcome"], OnRecommendation(Answered.WITH_CHANGES, STATED["note"])),
        (["paragraphs", "title"], None),
        ([], OnRecommendation(Answered.WITH_CHANGES, STATED["note"])),
    ],
    ids=["outcome", "paragraphs", "whole"],
)
def test_what_was_recommended_is_told_where_the_outcome_is_open(parts: list[str], expected: OnRecommendation | None) -> None:
    """That a private outcome changed something is private."""
    tree = _tree(**CLOSED, open={"reason": "It was printed.", "parts": parts}, on_recommendation=STATED)
    assert [minute.on_recommendation for minute in minutes(tree)] == [expected]


def test_a_withheld_minute_tells_nothing_of_what_was_recommended() -> None:
    """Neither outcome nor note, and the note is looked for in the finished site."""
    files = {"agenda": agenda(restricted_section(item("D1", None, public_title="A matter")))}
    text = "## 1. Closed\n(Item D1)\n\nRESOLVED that it be so.\n"
    with_note = meeting_files(**files, notes=notes(text, minutes=[{"number": 1, "on_recommendation": STATED}]))
    without = meeting_files(**files, notes=notes(text, minutes=[{"number": 1}]))
    assert public(with_note) == public(without)
    assert [*released(with_note, TODAY).withheld.find(STATED["note"].lower().rstrip(".").split())] != []
