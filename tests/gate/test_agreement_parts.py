"""The parts of a version cross the gate field by field, and none of them where the version is not public."""

from __future__ import annotations

from dataclasses import fields
from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from builders import GROUND, agreement, public, released
from public_record.model.agreement import (
    ActionPlan,
    Assessment,
    Choice,
    Figure,
    Governance,
    GovernanceBody,
    HorizonHeading,
    HorizonScan,
    Indicator,
    Issue,
    Legislation,
    Monitoring,
    Origin,
    Parts,
    PlannedAction,
    PrintedChange,
    Priority,
    RankedIssue,
    Ranking,
    Reported,
    Theme,
    Tie,
)
from public_record.model.record import Agreement
from public_record.model.vocabulary import ActionState, Held, Mark, OriginKind, Standing, Unit

REPORTED = {"body": "hill", "date": "2024-05-14", "item": "B1", "appendix": "A"}
FINDINGS: dict[str, Any] = {
    "title": "canary title",
    "year": "2016/17",
    "reported": REPORTED,
    "note": "canary note",
    "editor_notes": ["canary editor"],
}
AT_THE_MEETING = Reported("hill", date(2024, 5, 14), "B1", "A")
WHOLE: dict[str, Any] = {
    "effective": {"from": "2025-04", "to": "2026-03", "note": "canary effective"},
    "priorities": [
        {
            "id": "lamps",
            "title": "canary priority",
            "standing": "cross-cutting",
            "lead": "canary lead",
            "subject": "lamps",
            "covers": ["canary cover"],
            "comes_from": [{"id": "candles", "how": "merged"}],
            "editor_note": "canary of a priority",
        },
        {"id": "candles", "title": "canary candles", "no_lead": "canary nobody", "new": "true"},
    ],
    "themes": [
        {
            "id": "night",
            "title": "canary theme",
            "comes_from": [{"id": "dusk", "how": "renamed"}],
            "editor_note": "canary of a theme",
        },
        {"id": "day", "title": "canary day", "new": "true"},
    ],
    "subjects": ["lamps"],
    "change_list": ["canary change"],
    "action_plan": {
        "reported": REPORTED,
        "as_of": "2025-06",
        "note": "canary plan",
        "editor_notes": ["canary of the plan"],
        "actions": [
            {
                "number": "1.1",
                "priority": "lamps",
                "aim": "canary aim",
                "action": ["canary one", "canary two"],
                "lead": "canary worker",
                "themes": ["night"],
                "state": "in-progress",
                "progress": "canary progress",
                "editor_note": "canary of an action",
            },
            {"number": "1.1", "aim": "canary again", "action": "canary alone"},
        ],
    },
    "monitoring": {
        "reported": REPORTED,
        "as_of": "2025",
        "note": "canary monitoring",
        "editor_notes": ["canary of its notes"],
        "indicators": [
            {
                "id": "lit",
                "priority": "lamps",
                "title": "canary indicator",
                "unit": "percentage",
                "counts": "canary of lamps",
                "definition": "canary definition",
                "area": "canary area",
                "baseline": {"period": "canary then", "value": "4.50"},
                "figures": [{"period": "canary now", "value": "5"}],
                "change": "+0.5",
                "difference": "-1.0%",
                "note": "canary of an indicator",
                "editor_note": "canary of its editor",
            },
            {"id": "dark", "priority": "lamps", "title": "canary dark", "unit": "number", "not_published": "canary reason"},
        ],
    },
    "assessments": [
        {
            "id": "d",
            **FINDINGS,
            "counted": "canary counted",
            "districts": ["canary hill", "canary dale"],
            "issues": [
                {
                    "title": "canary issue",
                    "count": 2,
                    "priorities": ["lamps"],
                    "within": ["canary hill"],
                    "main": ["canary dale"],
                }
            ],
        }
    ],
    "rankings": [
        {
            "id": "r",
            **FINDINGS,
            "method": "canary method",
            "lists": [[{"title": "canary first", "priorities": ["lamps"]}], [{"title": "canary second"}]],
        }
    ],
    "horizon_scans": [
        {"id": "h", **FINDINGS, "method": "canary looking", "headings": [{"title": "canary head", "issues": ["canary seen"]}]}
    ],
    "plans": ["canary of a plan"],
    "legislation": [{"title": "canary Act", "effect": "canary effect"}],
    "authorities": ["canary authority"],
    "governance": {
        "bodies": [
            {"id": "a", "title": "canary body", "row": 1, "part": "canary part"},
            {"id": "b", "title": "canary other", "row": 2, "ties": [{"to": "a", "how": "canary helps"}]},
        ],
        "groups": ["canary group"],
        "note": "canary of governance",
        "editor_notes": ["canary of its note"],
    },
}


def _shown(**keys: Any) -> Agreement:
    (only,) = public({"agreement/1.md": agreement(**keys)}).agreements
    return only


def test_every_part_of_a_public_version_is_released() -> None:
    """Nothing that a clerk wrote is lost on the way, and nothing is put in another place."""
    shown = _shown(**WHOLE)
    noted: dict[str, Any] = {"reported": AT_THE_MEETING, "note": "canary note", "editor_notes": ("canary editor",)}
    assert (shown.effective_from, shown.effective_to, shown.effective_note) == ("2025-04", "2026-03", "canary effective")
    assert shown.priorities == (
        Priority(
            "lamps",
            "canary priority",
            Standing.CROSS_CUTTING,
            "canary lead",
            None,
            "lamps",
            ("canary cover",),
            (Origin("candles", OriginKind.MERGED),),
            "canary of a priority",
        ),
        Priority("candles", "canary candles", no_lead="canary nobody", new=True),
    )
    dusk = (Origin("dusk", OriginKind.RENAMED),)
    night = Theme("night", "canary theme", comes_from=dusk, editor_note="canary of a theme")
    assert shown.themes == (night, Theme("day", "canary day", new=True))
    assert (shown.subjects, shown.change_list) == (("lamps",), ("canary change",))
    first = PlannedAction(
        "agreement/actions/#action-1-0-1-1",
        "action-1-0-1-1",
        "1.1",
        "lamps",
        "canary aim",
        ("canary one", "canary two"),
        "canary worker",
        ("night",),
        ActionState.IN_PROGRESS,
        "canary progress",
        "canary of an action",
    )
    anchor = "action-1-0-1-1--2"
    second = PlannedAction(f"agreement/actions/#{anchor}", anchor, "1.1", None, "canary again", ("canary alone",))
    assert shown.action_plan == ActionPlan((first, second), AT_THE_MEETING, "2025-06", "canary plan", ("canary of the plan",))
    assert shown.assessments == (
        Assessment(
            "d",
            "assessment-1-0-d",
            "2016/17",
            "canary title",
            "canary counted",
            (Issue("canary issue", 2, ("lamps",), (Choice("canary hill", Mark.WITHIN), Choice("canary dale", Mark.MAIN))),),
            ("canary hill", "canary dale"),
            **noted,
        ),
    )
    ranked = ((RankedIssue("canary first", ("lamps",)),), (RankedIssue("canary second"),))
    assert shown.rankings == (Ranking("r", "ranking-1-0-r", "2016/17", "canary title", "canary method", ranked, **noted),)
    seen = (HorizonHeading("canary head", ("canary seen",)),)
    assert shown.horizon_scans == (
        HorizonScan("h", "horizon-1-0-h", "2016/17", "canary title", "canary looking", seen, **noted),
    )
    assert (shown.plans, shown.authorities) == (("canary of a plan",), ("canary authority",))
    assert shown.legislation == (Legislation("canary Act", "canary effect"),)
    bodies = (
        GovernanceBody("a", "canary body", 1, "canary part"),
        GovernanceBody("b", "canary other", 2, None, (Tie("a", "canary helps"),)),
    )
    assert shown.governance == Governance(bodies, ("canary group",), "canary of governance", ("canary of its note",))


def test_figures_keep_the_places_that_were_printed() -> None:
    """24.0 says more than 24."""
    shown = _shown(**WHOLE).monitoring
    lit = Indicator(
        id="lit",
        anchor="indicator-1-0-lit",
        priority="lamps",
        title="canary indicator",
        unit=Unit.PERCENTAGE,
        counts="canary of lamps",
        definition="canary definition",
        area="canary area",
        baseline=Figure("canary then", Decimal("4.50")),
        figures=(Figure("canary now", Decimal(5)),),
        change=PrintedChange(Decimal("0.5"), percent=False),
        difference=PrintedChange(Decimal("-1.0"), percent=True),
        note="canary of an indicator",
        editor_note="canary of its editor",
    )
    dark = Indicator("dark", "indicator-1-0-dark", "lamps", "canary dark", Unit.NUMBER, not_published="canary reason")
    assert shown == Monitoring((lit, dark), AT_THE_MEETING, "2025", "canary monitoring", ("canary of its notes",))
    assert shown.indicators[0].baseline
    assert str(shown.indicators[0].baseline.value) == "4.50"


@pytest.mark.parametrize(
    "hidden",
    [
        pytest.param({"access": "draft"}, id="draft"),
        pytest.param({"access": "restricted", "exemption": GROUND}, id="restricted"),
        pytest.param({"access": "withdrawn", "withdrawn": {"date": "2026-01-01", "reason": "Replaced."}}, id="withdrawn"),
        pytest.param({"publish_from": "2027-01-01"}, id="embargo"),
        pytest.param({"publish_until": "2026-01-01"}, id="expired"),
    ],
)
def test_no_part_of_a_version_that_is_not_public_is_released(hidden: dict[str, Any]) -> None:
    """Whatever keeps a version back keeps every figure in it back, and the second line looks for its words."""
    out = released({"agreement/1.md": agreement(**{**WHOLE, **hidden})})
    assert "canary" not in repr(out.record)
    assert not any(one.priorities or one.monitoring or one.action_plan for one in out.record.agreements)
    assert list(out.withheld.find(["canary", "of", "a", "priority"]))


OF_A_PART: dict[str, dict[str, Any]] = {
    "text": {},
    "priorities": {"priorities": [{"id": "a", "title": "A"}]},
    "themes": {"themes": WHOLE["themes"]},
    "actions": {"action_plan": WHOLE["action_plan"]},
    "indicators": {"monitoring": WHOLE["monitoring"]},
    "assessments": {"assessments": WHOLE["assessments"]},
    "governance": {"governance": WHOLE["governance"]},
}
EVERY_PART = [field.name for field in fields(Parts)]


def test_of_a_version_that_is_held_whole_every_part_is() -> None:
    """Where it has none of a kind, none was written."""
    assert _shown().parts == Parts(**dict.fromkeys(EVERY_PART, Held.WHOLE))


@pytest.mark.parametrize("part", EVERY_PART)
def test_how_much_of_a_part_is_held_is_as_stated(part: str) -> None:
    """Whatever is said of the version, and of the other parts."""
    none = dict.fromkeys(EVERY_PART, Held.NONE) | {"text": Held.PART}
    assert _shown(parts={part: "part"}).parts == Parts(**{part: Held.PART})
    assert _shown(known="part", parts={part: "whole"}).parts == Parts(**{**none, part: Held.WHOLE})


@pytest.mark.parametrize("part", OF_A_PART)
def test_of_a_version_that_is_held_in_part_as_much_is_held_as_there_is(part: str) -> None:
    """Its text in any case. One priority with a lead is enough to say that leads are held."""
    none = dict.fromkeys(EVERY_PART, Held.NONE)
    assert _shown(known="part", **OF_A_PART[part]).parts == Parts(**{**none, "text": Held.PART, part: Held.PART})
    led = [{"id": "a", "title": "A"}, {"id": "b", "title": "B", "lead": "C"}]
    shown = _shown(known="part", **{**OF_A_PART[part], "priorities": led}).parts
    assert shown == Parts(**{**none, "text": Held.PART, "priorities": Held.PART, "leads": Held.PART, part: Held.PART})


def test_a_version_is_in_force_for_its_period_where_nothing_else_is_said() -> None:
    """Most versions are not refreshed within their time."""
    shown = _shown(period={"from": "2025-04", "to": "2026-03"})
    assert (shown.effective_from, shown.effective_to) == ("2025-04", "2026-03")


TEXT = "1.1 The partners agree to light every lamp in the long lane before the evening comes."
PASSAGE = "The contractor asked for forty pounds a lamp and would not go below that."


def _words(text: str) -> list[str]:
    return text.lower().replace(".", " ").split()


def test_the_next_version_may_repeat_the_one_before_it() -> None:
    """A refresh is drafted from the version in force: most of its words are public already, and must not stop the build."""
    lead = {
        "priorities": [{"id": "lamps", "title": "Lamps", "lead": "Head of Lamps, Lanes and Long Evenings, the Borough of Hill"}]
    }
    current = agreement(TEXT, **lead)
    new = "1.2 From now on every door in the lane is to be counted twice a year."
    draft = agreement(f"{TEXT.replace('every', 'each')}\n\n{new}", version="2.0", access="draft", **lead)
    withheld = released({"agreement/1.md": current, "agreement/2.md": draft}).withheld
    assert list(withheld.find(_words(TEXT))) == []
    assert list(withheld.find(_words(lead["priorities"][0]["lead"].replace(",", "")))) == []
    assert {place.line for place in withheld.find(_words(new))} == {12}


def test_a_passage_of_a_public_version_is_looked_for_all_the_same() -> None:
    """That the version is public says nothing for what is withheld within it."""
    unused = "[^1]: Letter of the third of May to the lamplighters of the hill."
    text = f"{TEXT}\n\n::: restricted paragraph 3\n\n{PASSAGE}\n\n:::\n\n{unused}"
    withheld = released({"agreement/1.md": agreement(text)}).withheld
    assert list(withheld.find(_words(PASSAGE)))
    assert list(withheld.find(_words("letter of the third of may to the lamplighters of the hill")))
