"""One matter through time."""

from __future__ import annotations

from datetime import date

from public_record.links.links import link
from public_record.links.requests import follow
from public_record.links.subjects import timelines
from public_record.model.record import Meeting, PaperDetails, Withheld
from public_record.model.vocabulary import Basis
from published import item, meeting, minute, paper, record, request, resolution


def _steps(*meetings: Meeting) -> dict[str, list[tuple[str, str]]]:
    public = record(*meetings)
    found = timelines(public, follow(public, link(public), date(2026, 3, 1)))
    return {subject: [(event.kind.value, event.address) for event in events] for subject, events in found.items()}


def test_a_matter_is_followed_from_paper_to_resolution_and_request() -> None:
    """The chain that every reader looks for, in the order in which it happened."""
    held = meeting(item(subjects=("roads",), papers=(paper(),)), minutes=(minute(7, resolution(), request()),))
    assert _steps(held) == {
        "roads": [
            ("item", "group/2025-03-02/b1/"),
            ("paper", "group/2025-03-02/b1/"),
            ("resolution", "group/2025-03-02/notes/#resolution-7-1"),
            ("request", "group/2025-03-02/notes/#request-7-1"),
        ]
    }


def test_a_minute_without_a_resolution_is_a_step_itself() -> None:
    """That a matter was discussed is worth knowing."""
    held = meeting(minutes=(minute(7, item=None, subjects=("roads",)),))
    assert _steps(held) == {"roads": [("minute", "group/2025-03-02/notes/#minute-7")]}


def test_what_a_minute_says_of_itself_goes_before_its_item() -> None:
    """A clerk may know better what was talked about than the agenda did."""
    held = meeting(item(subjects=("roads",)), minutes=(minute(7, subjects=("lamps",)),))
    assert _steps(held) == {
        "roads": [("item", "group/2025-03-02/b1/")],
        "lamps": [("minute", "group/2025-03-02/notes/#minute-7")],
    }


def test_a_paper_without_an_agenda_names_its_own_subjects() -> None:
    """As of a meeting that only a paper witnesses."""
    report = paper(id="group/2025-03-02/paper-1/", details=PaperDetails(subjects=("roads",)))
    assert _steps(meeting(papers=(report,))) == {"roads": [("paper", "group/2025-03-02/paper-1/")]}


def test_a_withheld_item_is_marked_as_such() -> None:
    """It is a step of a matter where its agenda says so; what was before the meeting stays behind."""
    public = record(meeting(item("D1", subjects=("roads",), withheld=Withheld(Basis.CONFIDENTIAL)), item(subjects=("roads",))))
    events = timelines(public, follow(public, link(public), date(2026, 3, 1)))["roads"]
    assert [(event.address, event.withheld) for event in events] == [
        ("group/2025-03-02/d1/", True),
        ("group/2025-03-02/b1/", False),
    ]


def test_meetings_follow_each_other() -> None:
    """The latest stands last."""
    first = meeting(item(subjects=("roads",)))
    second = meeting(item("B2", "2025-06-01", subjects=("roads",)), day="2025-06-01")
    assert _steps(first, second) == {"roads": [("item", "group/2025-03-02/b1/"), ("item", "group/2025-06-01/b2/")]}
