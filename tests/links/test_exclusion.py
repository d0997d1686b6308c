"""A notice leads to the minute by which the public was excluded."""

from __future__ import annotations

import pytest

from public_record.links.links import link
from published import meeting, minute, paragraph, record, resolution


@pytest.mark.parametrize(
    "words",
    [
        "The press and public were excluded while the business that follows was considered.",
        "RESOLVED that the press and public be excluded from the meeting for the following business.",
        "RESOLVED to exclude the public under section 100A(4).",
    ],
)
def test_the_minute_that_excluded_the_public_is_found(words: str) -> None:
    """In the words of old notes and of new resolutions."""
    said = resolution(words) if words.startswith("RESOLVED") else paragraph(words)
    excluding = minute(8, said, item=None)
    held = meeting(minutes=(minute(7, paragraph("The public was invited.")), excluding))
    assert link(record(held)).exclusions == {held.id: excluding}


def test_a_meeting_that_excluded_nobody_has_none() -> None:
    """Speaking of the public is not excluding it."""
    said = minute(7, paragraph("The public asked questions. Nobody was excluded."))
    assert link(record(meeting(minutes=(said,)))).exclusions == {}
