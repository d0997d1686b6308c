"""What the page of something withheld says of its ground: the law in its own words, the balance, the review, the resolution."""

from __future__ import annotations

from datetime import date

import pytest
from markupsafe import escape

from public_record.model.record import Record, Withheld
from public_record.model.vocabulary import Basis
from public_record.pages.compose import compose
from published import item, library, meeting, minute, record, resolution

# Part 1 of Schedule 12A to the Local Government Act 1972 for England, as substituted from 1 March 2006.
STATUTE = {
    1: "Information relating to any individual.",
    2: "Information which is likely to reveal the identity of an individual.",
    3: "Information relating to the financial or business affairs of any particular person (including the authority "
    "holding that information).",
    4: "Information relating to any consultations or negotiations, or contemplated consultations or negotiations, in "
    "connection with any labour relations matter arising between the authority or a Minister of the Crown and "
    "employees of, or office holders under, the authority.",
    5: "Information in respect of which a claim to legal professional privilege could be maintained in legal proceedings.",
    6: "Information which reveals that the authority proposes (a) to give under any enactment a notice under or by "
    "virtue of which requirements are imposed on a person; or (b) to make an order or direction under any "
    "enactment.",
    7: "Information relating to any action taken or to be taken in connection with the prevention, investigation or "
    "prosecution of crime.",
}
EXCLUDED = resolution("RESOLVED that the press and public be excluded from the meeting.")


def _page(public: Record) -> str:
    return next(str(page.render().html) for page in compose(library(public)) if page.address == "group/2025-03-02/b1/")


def _withheld(withheld: Withheld) -> str:
    return _page(record(meeting(item(title="A review", withheld=withheld))))


@pytest.mark.parametrize("number", STATUTE)
def test_each_paragraph_stands_there_in_the_words_of_the_law(number: int) -> None:
    """A number alone tells a reader nothing."""
    assert f"Paragraph {number}: {escape(STATUTE[number])}" in _withheld(Withheld(Basis.SCHEDULE_12A, (number,)))


def test_the_balance_and_the_day_of_review_are_told() -> None:
    """An exemption holds if, and so long as, the public interest in maintaining it is the greater."""
    html = _withheld(Withheld(Basis.SCHEDULE_12A, (3,), balance="Bids would be compared.", review=date(2027, 6, 1)))
    assert "Bids would be compared." in html
    assert '<time datetime="2027-06-01">1 June 2027</time>' in html


def test_confidential_and_not_stated_are_told_from_exempt() -> None:
    """By the words of the settings, and without any paragraph."""
    for basis, words in ((Basis.CONFIDENTIAL, "Confidential."), (Basis.NOT_STATED, "Not stated.")):
        html = _withheld(Withheld(basis))
        assert f"<p>{words}</p>" in html
        assert "Paragraph" not in html


def test_the_minute_that_excluded_the_public_is_linked() -> None:
    """And where the notes record none, the page says so."""
    closed = item(title="A review", withheld=Withheld(Basis.SCHEDULE_12A, (1,)))
    assert 'excluded by <a href="../notes/#minute-7">minute 7</a>' in _page(
        record(meeting(closed, minutes=(minute(7, EXCLUDED, item=None),)))
    )
    assert "record no resolution that excluded the press and public" in _page(record(meeting(closed, minutes=(minute(7),))))


def test_the_claim_of_a_legal_basis_is_that_of_the_settings() -> None:
    """A partnership that is no committee must be able to word it otherwise."""
    assert "The policy." in _withheld(Withheld(Basis.SCHEDULE_12A, (1,)))
