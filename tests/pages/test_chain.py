"""What pages say of the chain: who asked, what answers, what adopted and corrected the notes."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date, timedelta

from public_record.model.record import Action, Adopted, Answer, Correction, Meeting, NextMeeting, Request
from public_record.model.vocabulary import Due
from public_record.pages.compose import compose
from published import TODAY, item, library, meeting, minute, paragraph, record, request, resolution, text

REQUEST = "group/2025-03-02/notes/#request-7-1"
_TAGS = re.compile(r"<[^>]+>")


def _pages(*meetings: Meeting) -> dict[str, str]:
    """Give the words of every page, by its address."""
    sources = compose(library(record(*meetings)))
    return {source.address: " ".join(_TAGS.sub("", str(source.render().html)).split()) for source in sources}


def _asking() -> Meeting:
    return meeting(item("B1", subjects=("roads",)), minutes=(minute(7, resolution(), request(by=date(2025, 6, 1))),))


def _answering() -> Meeting:
    return meeting(item("B4", "2025-06-01", answers=(Answer(REQUEST),)), day="2025-06-01")


def test_a_request_says_where_it_stands_until_it_is_answered() -> None:
    """On the list, in the notes, at its item, and under its subject."""
    pages = _pages(_asking())
    for address in ("requests/", "requests/2025/", "group/2025-03-02/notes/", "group/2025-03-02/b1/", "subjects/roads/"):
        assert "Overdue" in pages[address]
        assert "Nothing in this record answers it; it was due by 1 June 2025." in pages[address]


def test_both_ends_of_an_answer_show_it() -> None:
    """The reader of either finds the other."""
    pages = _pages(_asking(), _answering())
    assert "Answered by item B4 of 1 June 2025." in pages["group/2025-03-02/notes/"]
    assert "What this answers A request of minute 7 of 2 March 2025 Answered" in pages["group/2025-06-01/b4/"]


def test_a_meeting_that_was_announced_and_is_not_held_is_said_to_be_so() -> None:
    """Once its day is past: of a meeting to come nobody expects the record."""
    announced = [NextMeeting(TODAY - timedelta(days=1)), NextMeeting(TODAY), NextMeeting(date(2025, 6, 1))]
    items = [item(f"C{place}", next_meeting=one) for place, one in enumerate(announced, start=1)]
    pages = _pages(meeting(*items), _answering())
    said = "this record does not hold that meeting"
    assert [said in pages[f"group/2025-03-02/c{place}/"] for place in (1, 2, 3)] == [True, False, False]


def test_what_is_answered_no_longer_waits() -> None:
    """The list begins with what somebody still owes."""
    assert "Waiting for an answer" in _pages(_asking())["requests/"]
    assert "Waiting for an answer" not in _pages(_asking(), _answering())["requests/"]


def _adopting(adopted: Adopted | None, *, noted: bool = True) -> Meeting:
    puts_up = item("A3", "2025-06-01", notes_of=date(2025, 3, 2))
    return meeting(puts_up, day="2025-06-01", minutes=(minute(9, item="A3", adopted=adopted),) if noted else None)


def _said() -> Meeting:
    said = paragraph("The bridge is sound.", "2")
    return meeting(item(), minutes=(minute(7, paragraph("It was discussed.", "1"), said),))


def test_notes_are_a_draft_until_they_are_adopted() -> None:
    """And where the record does not show it, the page says that."""
    notes = "group/2025-03-02/notes/"
    assert (
        "These notes are a draft until they are adopted, and where that was done is not in the record."
        in _pages(_said())[notes]
    )
    assert "They were put up for adoption at item A3 of 1 June 2025" in _pages(_said(), _adopting(None, noted=False))[notes]


def test_adopted_notes_say_by_which_minute_and_who_signed() -> None:
    """The chain from one meeting's notes to the next meeting's minute."""
    page = _pages(_said(), _adopting(Adopted("the Chair")))["group/2025-03-02/notes/"]
    assert "Adopted, and signed by the Chair, at the meeting of 1 June 2025, minute 9 (item A3)." in page


def test_a_correction_stands_where_it_was_made_and_where_it_corrects() -> None:
    """The words that it corrects stay as they were printed."""
    correction = Correction("group/2025-03-02/notes/#minute-7", "For sound read unsound.")
    pages = _pages(_said(), _adopting(Adopted(None, (correction,))))
    corrected = pages["group/2025-03-02/notes/"]
    assert "subject to a correction of minute 7" in corrected
    assert "Corrected For sound read unsound. (minute 9 of 1 June 2025, by which these notes were adopted)" in corrected
    assert "The bridge is sound." in corrected
    assert "Minute 7: For sound read unsound." in pages["group/2025-06-01/notes/"]


def test_a_correction_of_a_paragraph_stands_below_it() -> None:
    """Rather than at the head of its minute."""
    paragraph_2 = Correction("group/2025-03-02/notes/#paragraph-2", "For sound read unsound.")
    page = _pages(_said(), _adopting(Adopted(None, (paragraph_2,))))["group/2025-03-02/notes/"]
    assert "The bridge is sound. Corrected For sound read unsound." in page


def test_a_promise_of_an_agenda_is_shown_without_a_state() -> None:
    """Only minutes and papers are followed; what an agenda says of a report is no request of the meeting."""
    promised = Request("group/2025-03-02/#request-1", "request-1", Due.NO_DATE, None, text("a plan"))
    owned = Action("group/2025-03-02/#action-1", "action-1", ("Ms A Owner",))
    page = _pages(meeting(item(), introduction=(promised, owned)))["group/2025-03-02/"]
    assert "Report promised, no date set a plan Action: Ms A Owner" in page


def test_a_long_record_is_listed_by_year() -> None:
    """One page of thousands of rows would serve nobody; the earlier ones stand on the pages of their years."""
    days = [date(2020, 1, 1) + timedelta(days=number) for number in range(201)]
    asked = [
        meeting(
            day=day.isoformat(), minutes=(minute(7, replace(request(f"plan {number}"), id=f"group/{day}/notes/#r"), item=None),)
        )
        for number, day in enumerate(days)
    ]
    pages = _pages(*asked)
    assert "Waiting for an answer, the latest 200 of 201 plan 1 Open" in pages["requests/"]
    assert "Asked for in 2020 plan 0 Open" in pages["requests/2020/"]
