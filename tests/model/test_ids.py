from __future__ import annotations

from datetime import date

from public_record.model import ids
from public_record.model.ids import Anchors


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
