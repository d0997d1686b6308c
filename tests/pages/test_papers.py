"""Papers that were replaced or corrected say so, where a reader comes upon them."""

from __future__ import annotations

from datetime import date

import pytest

from public_record.model.record import Appendix, DocumentCorrection, PaperDetails, Record
from public_record.pages.compose import compose
from published import item, library, meeting, paper, paragraph, record

FIXED = DocumentCorrection(date(2025, 2, 27), "The sum was given as nine pounds.", "1.1", "paragraph-1-1")
WHOLE = DocumentCorrection(date(2025, 2, 26), "The author was another.")
HERE = (
    '<p class="pr-correction-here">Corrected on <time datetime="2025-02-27">27 February 2025</time>: '
    "The sum was given as nine pounds.</p>"
)


def _html(public: Record, address: str) -> str:
    return next(str(page.render().html) for page in compose(library(public)) if page.address == address)


def _replaced() -> Record:
    map_ = Appendix("group/2025-03-02/b1/appendix-a/", "A", "A map")
    old = paper(paragraph("Old.", "1.1"), title="The old report", replaced_by=(2,), appendices=(map_,))
    new = paper(paragraph("New.", "1.1"), number=2, title="The new report", replaces=1)
    return record(meeting(item(papers=(old, new))))


@pytest.mark.parametrize(
    ("address", "expected"),
    [
        ("group/2025-03-02/b1/", 'In its place stands <a href="paper-2/">The new report</a>.'),
        (
            "group/2025-03-02/b1/paper-2/",
            'This paper replaces <a href="../#paper">The old report</a> <span class="pr-tag">Replaced</span>.',
        ),
        ("group/2025-03-02/b1/appendix-a/", 'See <a href="../">The old report</a>, which leads to the paper in its place.'),
        ("group/2025-03-02/", '<a href="b1/#paper">The old report</a> <span class="pr-tag">Replaced</span>'),
        ("", '<a href="group/2025-03-02/b1/">The old report</a> <span class="pr-tag">Replaced</span>'),
    ],
    ids=["old", "new", "appendix", "meeting", "home"],
)
def test_a_replaced_paper_leads_to_the_one_in_force(address: str, expected: str) -> None:
    """Both ends say so, and so does every list: the old address stays true."""
    assert expected in _html(_replaced(), address)


def test_the_item_keeps_the_text_of_the_paper_that_was_replaced() -> None:
    """Minutes and letters cite its paragraphs."""
    html = _html(_replaced(), "group/2025-03-02/b1/")
    assert html.index("This paper was replaced.") < html.index("Old.")


def _corrected(*corrections: DocumentCorrection) -> Record:
    details = PaperDetails(corrections=corrections)
    return record(meeting(item(papers=(paper(paragraph("One.", "1.1"), paragraph("Two.", "1.2"), details=details),))))


def test_a_correction_stands_at_the_top_and_at_its_place() -> None:
    """A reader who comes to the paragraph alone sees it, too."""
    html = _html(_corrected(WHOLE, FIXED), "group/2025-03-02/b1/")
    assert "Corrected since this paper was published" in html
    assert '27 February 2025</time>, <a href="#paragraph-1-1">paragraph 1.1</a>: The sum was given as nine pounds.' in html
    assert html.index("One.") < html.index(HERE) < html.index("Two.")
    assert html.count("The author was another.") == 1


def test_a_correction_of_an_agenda_stands_with_its_item() -> None:
    """On the page of the meeting."""
    fixed = DocumentCorrection(date(2025, 2, 27), "The sum was given as nine pounds.", "B1", "item-b1")
    html = _html(record(meeting(item(), item("B2"), corrections=(fixed,))), "group/2025-03-02/")
    assert "Corrected since this agenda was published" in html
    assert '<a href="#item-b1">item B1</a>' in html
    assert html.index('id="item-b1"') < html.index(HERE) < html.index('id="item-b2"')
