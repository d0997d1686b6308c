"""One matter through time."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from public_record.links.links import link
from public_record.links.requests import follow
from public_record.links.subjects import timelines
from public_record.model.agreement import (
    ActionPlan,
    Assessment,
    Figure,
    Indicator,
    Issue,
    Monitoring,
    PlannedAction,
    Priority,
)
from public_record.model.record import Agreement, Meeting, PaperDetails, Withheld
from public_record.model.vocabulary import Basis, Unit
from published import agreement, item, meeting, minute, paper, record, request, resolution


def _steps(*meetings: Meeting) -> dict[str, list[tuple[str, str]]]:
    public = record(*meetings)
    found = timelines(public, follow(public, link(public), date(2026, 3, 1)))
    return {subject: [(event.kind.value, event.address) for event in events] for subject, events in found.items()}


def _told(*agreements: Agreement) -> dict[str, list[tuple[str, str, str, str]]]:
    public = record(agreements=agreements)
    found = timelines(public, follow(public, link(public), date(2026, 3, 1)))
    return {
        subject: [(event.day, event.kind.value, event.title, event.address) for event in events]
        for subject, events in found.items()
    }


def test_what_goes_with_the_agreement_stands_at_its_time() -> None:
    """The version on its subjects; under each priority what was planned, measured and assessed, when the report on it stood."""
    plan = ActionPlan(
        (PlannedAction("x", "x", "1", "roads", "Mend"), PlannedAction("y", "y", "2", "lamps", "Light")), None, "2025-09"
    )
    lit = Indicator("lit", "z", "roads", "Lit", Unit.NUMBER, figures=(Figure("2012", Decimal(5)),))
    found = Assessment("d", "a", "2024/25", "Districts", "Number of districts", (Issue("Roads", 3, ("roads", "lanes")),))
    version = agreement(
        "1.0",
        Priority("roads", "Roads", subject="roads"),
        Priority("lamps", "Lamps"),
        subjects=("pact",),
        effective_from="2025-04",
        action_plan=plan,
        monitoring=Monitoring((lit, lit), as_of="2026-01-31"),
        assessments=(found,),
    )
    assert _told(version) == {
        "pact": [("2025-04", "version", "The pact", "agreement/1.0/")],
        "roads": [
            ("2025-04", "agreement", "Roads", "agreement/priorities/roads/"),
            ("2025-04", "assessment", "Districts, 2024/25", "agreement/priorities/roads/#assessments"),
            ("2025-09", "actions", "1 action of the action plan", "agreement/priorities/roads/#actions"),
            ("2026-01-31", "indicators", "2 indicators monitored", "agreement/priorities/roads/#indicators"),
        ],
    }


def test_an_assessment_is_a_step_of_a_priority_that_only_another_version_has() -> None:
    """Districts go on naming what the agreement has given up; without a day of its own, a plan stands at its version's."""
    early = agreement(
        "1.0",
        Priority("theft", "Theft", subject="theft"),
        effective_from="2024",
        action_plan=ActionPlan((PlannedAction("x", "x", "1", "theft", "Lock"),)),
    )
    issues = (Issue("Bicycles", 2, ("theft",)), Issue("Shops", 1, ("theft",)))
    late = agreement("2.0", effective_from="2025", assessments=(Assessment("d", "a", "2025", "Districts", "CSPs", issues),))
    assert _told(early, late) == {
        "theft": [
            ("2024", "agreement", "Theft", "agreement/priorities/theft/"),
            ("2024", "actions", "1 action of the action plan", "agreement/priorities/theft/#actions"),
            ("2025", "assessment", "Districts, 2025", "agreement/priorities/theft/#assessments"),
        ]
    }


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
