"""What belongs to a resolution beside its minute."""

from __future__ import annotations

import dataclasses

from public_record.links.decisions import kinds_of, papers_in_force, proceedings, recommendations, subjects_of
from public_record.links.links import decisions
from public_record.model.record import Amendment, Request, Vote
from public_record.model.vocabulary import Due, OutcomeKind
from published import item, meeting, minute, paper, paragraph, record, resolution, text

OWN = "group/2025-03-02/notes/#"


def _vote(number: int) -> Vote:
    return Vote(f"{OWN}vote-7-{number}", f"vote-7-{number}", text("7 for."))


def test_what_stands_below_a_resolution_belongs_to_it() -> None:
    """A request may stand between; what stands below a paragraph belongs to that."""
    moved = Amendment(f"{OWN}amendment-7-1", "amendment-7-1", text("Moved."))
    asked = Request(f"{OWN}request-7-1", "request-7-1", Due.NO_DATE, None, text("Lamps."))
    resolved = resolution()
    held = minute(7, _vote(1), resolved, asked, moved, _vote(2), paragraph("Talk.", "2"), _vote(3))
    assert list(proceedings(held, resolved)) == [moved, _vote(2)]


def test_papers_in_force_are_those_that_can_be_read_and_were_not_replaced() -> None:
    """What was recommended is what the newest paper recommends."""
    old = paper(paragraph("Old.", "5.1", recommendation=True), replaced_by=(2,))
    new = paper(paragraph("New.", "6.1", recommendation=True), number=2, replaces=1)
    own = item(papers=(old, new))
    (line,) = decisions(record(meeting(own, minutes=(minute(7, resolution()),))))
    assert papers_in_force(own) == (new,)
    assert [(one.number, place.number) for one, place in recommendations(line.at)] == [(2, "6.1")]


def test_subjects_are_those_of_the_minute_or_else_of_its_item() -> None:
    """A minute can be about less than its item."""
    held = meeting(
        item("B1", subjects=("roads",)),
        minutes=(minute(7, resolution(), subjects=("lamps",)), minute(8, resolution()), minute(9, resolution(), item=None)),
    )
    assert [subjects_of(line.at) for line in decisions(record(held))] == [("lamps",), ("roads",), ()]


def test_a_resolution_of_no_known_kind_is_found_among_the_others() -> None:
    """No list leaves it out."""
    noted = dataclasses.replace(resolution(), kinds=(OutcomeKind.NOTED,))
    lines = decisions(record(meeting(minutes=(minute(7, noted), minute(8, resolution())))))
    assert [kinds_of(line) for line in lines] == [("noted",), ("other",)]
