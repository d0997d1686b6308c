from __future__ import annotations

from datetime import date

import pytest

from public_record.model import ids
from public_record.model.ids import Anchors, Scope, appendix_mark


def test_addresses_are_made_of_body_date_and_reference() -> None:
    """Every address is what design and links rely on, and holds no wording."""
    meeting = ids.meeting_address("hill", date(2024, 5, 14))
    own = ids.item_address(meeting, "B2")
    assert [
        meeting,
        own,
        ids.paper_address(own, 1, of_item=True),
        ids.paper_address(own, 2, of_item=True),
        ids.paper_address(meeting, 1, of_item=False),
        ids.appendix_address(own, "A", 1),
        ids.appendix_address(own, "A", 2),
        ids.notes_address(meeting),
        ids.agreement_address("2014-17"),
    ] == [
        "hill/2024-05-14/",
        "hill/2024-05-14/b2/",
        "hill/2024-05-14/b2/",
        "hill/2024-05-14/b2/paper-2/",
        "hill/2024-05-14/paper-1/",
        "hill/2024-05-14/b2/appendix-a/",
        "hill/2024-05-14/b2/appendix-a--2/",
        "hill/2024-05-14/notes/",
        "agreement/2014-17/",
    ]


def test_anchors_tell_repeated_numbers_apart() -> None:
    """The second paragraph of one number gets an address of its own."""
    anchors = Anchors()
    given = [anchors.numbered("paragraph", "2.1."), anchors.numbered("paragraph", "2.1"), anchors.counted("table")]
    assert given == ["paragraph-2-1", "paragraph-2-1--2", "table-1"]


def test_what_has_no_number_is_counted_below_the_nearest_heading_or_number() -> None:
    """So that a paragraph put in at one place moves no anchor at another."""
    scope = Scope(Anchors())
    given = [
        scope.counted("text"),
        scope.heading("2.0", "Background"),
        scope.counted("text"),
        scope.paragraph("2.1"),
        scope.counted("request"),
        scope.heading(None, "Costs"),
        scope.counted("table"),
        scope.heading(None, "Foreword"),
        scope.counted("text"),
        scope.heading(None, "Appendix B: Lamps"),
        scope.counted("text"),
    ]
    assert given == [
        "text-1",
        "section-2-0",
        "text-2-0-1",
        "paragraph-2-1",
        "request-2-1-1",
        "heading-2-0-1",
        "table-heading-2-0-1-1",
        "foreword",
        "text-foreword-1",
        "appendix-b",
        "text-appendix-b-1",
    ]


def test_in_a_minute_everything_is_counted_by_its_number() -> None:
    """A minute is short, and its outcomes are cited as its first, its second."""
    scope = Scope(Anchors(), 117)
    assert [scope.paragraph("2"), scope.counted("resolution"), scope.counted("resolution")] == [
        "minute-117-2",
        "resolution-117-1",
        "resolution-117-2",
    ]


@pytest.mark.parametrize(
    ("title", "mark"),
    [("Appendix B: Lamps", "B"), ("APPENDIX 1", "1"), ("Appendix a", "A"), ("Appendices", None), ("The Appendix A", None)],
)
def test_an_appendix_within_a_text_is_known_by_its_heading(title: str, mark: str | None) -> None:
    """By its letter, not by its title."""
    assert appendix_mark(title) == mark
