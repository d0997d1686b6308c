"""Which paragraphs are resolutions, amendments and recorded votes."""

from __future__ import annotations

import pytest

from public_record.model.private import SealedAmendment, SealedOutcome, SealedParagraph, SealedVote
from public_record.model.text import Sealed
from public_record.sources.prose import blocks


@pytest.mark.parametrize("begin", ["Vote: ", "Recorded vote: ", "**Vote:** ", "Vote:\n"])
def test_a_vote_begins_with_its_name(begin: str) -> None:
    """What follows is kept as printed."""
    assert blocks(f"{begin}7 for, 5 against, 11 present.", 1) == ([SealedVote(1, Sealed("7 for, 5 against, 11 present."))], [])


@pytest.mark.parametrize("begin", ["Amendment: ", "*Amendment:* "])
def test_an_amendment_begins_with_its_name(begin: str) -> None:
    """Whether it was carried is for its own words, and for a vote below it."""
    assert blocks(f"{begin}Ms A moved it.", 1) == ([SealedAmendment(1, Sealed("Ms A moved it."))], [])


@pytest.mark.parametrize("text", ["Vote:", "Votes were cast.", "The vote: 7 for.", "Amendments: two.", "1. Vote: 7 for."])
def test_other_words_are_paragraphs(text: str) -> None:
    """Also where a vote has a number of its own: it is cited by that."""
    (only,) = blocks(text, 1)[0]
    assert isinstance(only, SealedParagraph)


@pytest.mark.parametrize(
    "text",
    [
        "RESOLVED that it be noted.",
        "AGREED that it be noted.",
        "DEFERRED to the next meeting.",
        "It was resolved that the lamps be lit.",
        "(3) The Partnership noted the presentation.",
        "The Select Committee agreed to hear him.",
        "The Partnership further requested a report.",
    ],
)
def test_an_outcome_needs_no_resolved(text: str) -> None:
    """The notes of 2013 never use the word."""
    (only,) = blocks(text, 1)[0]
    assert isinstance(only, SealedOutcome)


@pytest.mark.parametrize(
    "text",
    [
        "It was noted that lamps were out.",
        "It was agreed early that it would do.",
        "The Partnership thought so.",
        "Agreed words.",
    ],
)
def test_talk_is_no_outcome(text: str) -> None:
    """Papers and minutes retell what somebody noted or agreed elsewhere."""
    (only,) = blocks(text, 1)[0]
    assert isinstance(only, SealedParagraph)
