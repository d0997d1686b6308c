"""What was asked for, when it was due, and what became of it."""

from __future__ import annotations

from datetime import date
from typing import Any

from public_record.links.links import link
from public_record.links.requests import Requests, Tracked, follow
from public_record.model.record import Action, Answer, Meeting, NextMeeting, PaperDetails, Request, Section, Withheld
from public_record.model.vocabulary import Basis, Due, RequestState
from published import item, meeting, minute, paper, paragraph, record, request, resolution, text

TODAY = date(2026, 3, 1)
REQUEST = "group/2025-03-02/notes/#request-7-1"
ACTION = "group/2025-03-02/notes/#action-7-1"
WITHHELD = Withheld(Basis.NOT_STATED)


def _followed(*meetings: Meeting) -> Requests:
    public = record(*meetings)
    return follow(public, link(public), TODAY)


def _only(*meetings: Meeting) -> Tracked:
    (tracked,) = _followed(*meetings).every
    return tracked


def _asking(*blocks: Any, **fields: Any) -> Meeting:
    return meeting(item("B1", **fields), minutes=(minute(7, *blocks),))


def _answering(day: str = "2025-06-01", **fields: Any) -> Meeting:
    return meeting(item("B4", day, answers=(Answer(REQUEST),), **fields), day=day)


def _next(due: Due = Due.NEXT_MEETING) -> Request:
    return Request(REQUEST, "request-7-1", due, None, text("progress"))


def test_a_request_that_something_answers_is_answered() -> None:
    """And it leads to the answer."""
    tracked = _only(_asking(request()), later := _answering())
    assert tracked.state is RequestState.ANSWERED
    assert [(answer.meeting, answer.address, answer.at) for answer in tracked.answers] == [
        (later, "group/2025-06-01/b4/", None)
    ]


def test_a_request_without_a_date_stays_open() -> None:
    """However long ago it was made: nobody said when."""
    assert _only(_asking(request())).state is RequestState.OPEN


def test_a_request_whose_day_has_passed_is_overdue() -> None:
    """On the day itself it is not."""
    assert _only(_asking(request(by=date(2026, 2, 28)))).state is RequestState.OVERDUE
    assert _only(_asking(request(by=TODAY))).state is RequestState.OPEN


def test_a_late_answer_is_an_answer() -> None:
    """The state says what became of it, not when."""
    assert _only(_asking(request(by=date(2025, 5, 1))), _answering()).state is RequestState.ANSWERED


def test_the_next_meeting_is_the_one_announced() -> None:
    """The record may not hold it."""
    announced = NextMeeting(date(2025, 5, 1))
    assert _only(_asking(_next(), next_meeting=announced), meeting(day="2025-06-01")).by == announced.date


def test_the_next_meeting_is_else_the_next_that_the_record_holds() -> None:
    """And where it holds none, nobody can be late."""
    assert _only(_asking(_next()), meeting(day="2025-06-01")).by == date(2025, 6, 1)
    alone = _only(_asking(_next()))
    assert (alone.by, alone.state) == (None, RequestState.OPEN)


def test_an_answer_in_the_closed_part_is_said_to_be_one() -> None:
    """The reader is owed that there was an answer, and why it cannot be read."""
    assert _only(_asking(request()), _answering(withheld=WITHHELD)).state is RequestState.ANSWERED_IN_PRIVATE


def test_an_open_item_of_a_closed_section_answers_in_the_closed_part() -> None:
    """It was taken there, whatever was published of it."""
    opened = item("C2", "2025-06-01", answers=(Answer(REQUEST),), open_reason="The paper was published.")
    later = meeting(day="2025-06-01", sections=(Section("C", "Restricted items", (opened,), WITHHELD),))
    assert _only(_asking(request()), later).state is RequestState.ANSWERED_IN_PRIVATE


def test_one_open_answer_is_enough() -> None:
    """An update given in both parts can be read."""
    later = meeting(
        item("B4", "2025-06-01", answers=(Answer(REQUEST),)),
        item("D1", "2025-06-01", answers=(Answer(REQUEST),), withheld=WITHHELD),
        day="2025-06-01",
    )
    assert _only(_asking(request()), later).state is RequestState.ANSWERED


def test_a_section_of_a_paper_can_be_the_answer() -> None:
    """As where a report has no item of its own."""
    report = paper(
        paragraph("How it stands.", "3.1"), day="2025-06-01", details=PaperDetails(answers=(Answer(REQUEST, "3.1"),))
    )
    tracked = _only(_asking(request()), meeting(item("B1", "2025-06-01", papers=(report,)), day="2025-06-01"))
    assert [(answer.address, answer.at) for answer in tracked.answers] == [("group/2025-06-01/b1/#paragraph-3-1", "3.1")]


def test_a_number_that_the_paper_lacks_leads_to_the_whole() -> None:
    """Rather than to a place that is not there."""
    report = paper(day="2025-06-01", details=PaperDetails(answers=(Answer(REQUEST, "9"),)))
    tracked = _only(_asking(request()), meeting(item("B1", "2025-06-01", papers=(report,)), day="2025-06-01"))
    assert [(answer.address, answer.at) for answer in tracked.answers] == [("group/2025-06-01/b1/", None)]


def test_what_answers_is_known_by_its_address() -> None:
    """Both ends show the tie."""
    followed = _followed(_asking(request()), _answering())
    assert followed.answered_by == {"group/2025-06-01/b4/": followed.every}


def test_an_action_right_below_a_request_names_its_owners() -> None:
    """It is one thing asked for, not two, and either address finds it."""
    followed = _followed(_asking(request(), Action(ACTION, "action-7-1", ("Ms A Owner",))))
    (tracked,) = followed.every
    assert tracked.owners == ("Ms A Owner",)
    assert followed.by_id == {REQUEST: tracked, ACTION: tracked}


def test_an_action_by_itself_is_about_the_paragraph_above_it() -> None:
    """That is what gives rise to it."""
    said = paragraph("Ms Owner would write to the districts.", "2")
    tracked = _only(_asking(said, Action(ACTION, "action-7-1", ("Ms A Owner",))))
    assert (tracked.text, tracked.owners, tracked.state) == (said.text, ("Ms A Owner",), RequestState.OPEN)


def test_an_action_below_lettered_parts_is_about_the_last() -> None:
    """As in (3)(b)."""
    parts = resolution("The partnership:", ("(a)", "noted it"), ("(b)", "asked for a letter"))
    assert _only(_asking(parts, Action(ACTION, "action-7-1", ("Ms A",)))).text == text("asked for a letter")


def test_what_a_paper_promises_is_followed_too() -> None:
    """By the paper, which is no minute."""
    promised = Request("group/2025-03-02/b1/#request-1", "request-1", Due.MONTH, date(2025, 7, 31), text("a plan"))
    tracked = _only(meeting(item("B1", papers=(paper(promised),))))
    assert (tracked.source.minute, tracked.state) == (None, RequestState.OVERDUE)


def test_a_request_belongs_to_the_subjects_of_its_minute_or_item() -> None:
    """What the minute says of itself goes before."""
    on_roads = item("B1", subjects=("roads",))
    own = meeting(on_roads, minutes=(minute(7, request(), subjects=("lamps",)),))
    assert _only(own).source.subjects == ("lamps",)
    assert _only(meeting(on_roads, minutes=(minute(7, request()),))).source.subjects == ("roads",)
