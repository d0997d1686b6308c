"""What the checks ask of the agreement, rule by rule, and what they say of the real one."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import pytest

from builders import TODAY, agenda, agreement, check, findings, item, meeting_files, section, told
from public_record.model.findings import Severity
from public_record.sources.load import load
from public_record.sources.settings import load_settings

ROOT = Path(__file__).parents[2]
LAMPS: dict[str, Any] = {"id": "lamps", "title": "Lamps", "lead": "The lamplighter"}
INDICATOR: dict[str, Any] = {"id": "lit", "priority": "lamps", "title": "Lamps lit", "unit": "number"}
TWO = [{"period": "2012", "value": "200"}, {"period": "2013", "value": "210"}]


def _one(**keys: Any) -> dict[str, str]:
    return {"agreement/1.md": agreement(priorities=[LAMPS], **keys)}


def _measured(**keys: Any) -> dict[str, str]:
    return _one(monitoring={"indicators": [{**INDICATOR, **keys}]})


def _measured_there() -> dict[str, str]:
    reported = {"body": "hill", "date": "2024-05-14", "item": "B1"}
    return _one(monitoring={"indicators": [{**INDICATOR, "not_published": "Kept."}], "reported": reported})


def _assessed(issue: dict[str, Any]) -> dict[str, str]:
    return _one(assessments=[{"id": "d", "title": "D", "year": "2016", "counted": "Districts", "issues": [issue]}])


def _planned(**keys: Any) -> dict[str, str]:
    return _one(action_plan={"actions": [{"number": "1.1", "aim": "Light", **keys}]})


def _in_force(*periods: dict[str, str]) -> dict[str, str]:
    return {
        f"agreement/{number}.md": agreement(version=f"{number}.0", effective=period)
        for number, period in enumerate(periods, start=1)
    }


FIRST, SECOND = "content/agreement/1.md", "content/agreement/2.md"
CASES: dict[str, tuple[dict[str, str], list[str]]] = {
    "sound": (_one(), []),
    "no lead": ({"agreement/1.md": agreement(priorities=[{"id": "a", "title": "A"}])}, [f"{FIRST}:7 agreement-lead"]),
    "no lead, with the reason": (
        {"agreement/1.md": agreement(priorities=[{"id": "a", "title": "A", "no_lead": "Not said."}])},
        [],
    ),
    "no lead and a lead": (
        {"agreement/1.md": agreement(priorities=[{**LAMPS, "no_lead": "Not said."}])},
        [f"{FIRST}:7 invalid-value"],
    ),
    "action of a priority": (_planned(priority="lamps"), []),
    "action without priority": (_planned(), [f"{FIRST}:8 agreement-action"]),
    "action of an unknown priority": (_planned(priority="lamp"), [f"{FIRST}:8 agreement-id"]),
    "action of an unknown theme": (_planned(priority="lamps", themes=["night"]), [f"{FIRST}:8 agreement-id"]),
    "action with a strange number": (_planned(priority="lamps", number="1a"), [f"{FIRST}:8 invalid-value"]),
    "id twice": ({"agreement/1.md": agreement(priorities=[LAMPS, LAMPS])}, [f"{FIRST}:7 agreement-id"]),
    "subject not known": (
        {"agreement/1.md": agreement(priorities=[{**LAMPS, "subject": "lamp"}])},
        [f"{FIRST}:7 unknown-subject"],
    ),
    "subject of the whole not known": (_one(subjects=["lamps", "lamp"]), [f"{FIRST}:8 unknown-subject"]),
    "subject of the whole known": (_one(subjects=["lamps"]), []),
    "new and from another": (
        {
            "agreement/1.md": agreement(
                themes=[{"id": "a", "title": "A", "new": "true", "comes_from": [{"id": "b", "how": "split"}]}]
            )
        },
        [f"{FIRST}:7 invalid-value"],
    ),
    "new in another word": (
        {"agreement/1.md": agreement(themes=[{"id": "a", "title": "A", "new": "yes"}])},
        [f"{FIRST}:7 invalid-value"],
    ),
    "subject known": ({"agreement/1.md": agreement(priorities=[{**LAMPS, "subject": "lamps"}])}, []),
    "comes from nothing": (
        {"agreement/1.md": agreement(priorities=[{**LAMPS, "comes_from": [{"id": "candles", "how": "renamed"}]}])},
        [f"{FIRST}:7 agreement-id"],
    ),
    "comes from itself": (
        {"agreement/1.md": agreement(priorities=[{**LAMPS, "comes_from": [{"id": "lamps", "how": "split"}]}])},
        [f"{FIRST}:7 agreement-id"],
    ),
    "one after the other": (_in_force({"from": "2024-04", "to": "2025-03"}, {"from": "2025-04"}), []),
    "open end before the next": (_in_force({"from": "2024-04"}, {"from": "2025-04"}), []),
    "gap": (_in_force({"from": "2024-04", "to": "2025-02"}, {"from": "2025-04"}), [f"{SECOND}:7 agreement-dates"]),
    "overlap": (_in_force({"from": "2024-04", "to": "2025-05"}, {"from": "2025-04"}), [f"{SECOND}:7 agreement-dates"]),
    "same day twice": (
        _in_force({"from": "2025-04-01"}, {"from": "2025-04-01"}),
        [f"{SECOND}:7 agreement-dates"],
    ),
    "ends before it begins": (
        _in_force({"from": "2026-04", "to": "2026-03"}),
        [f"{FIRST}:7 agreement-dates", f"{FIRST}:7 agreement-refresh"],
    ),
    "one without days": (
        {"agreement/1.md": agreement(), "agreement/2.md": agreement(version="2.0", period={"from": "2026"})},
        [f"{FIRST}:4 agreement-dates"],
    ),
    "no day of the calendar": (_in_force({"from": "2025-02-30"}), [f"{FIRST}:7 invalid-value"]),
    "overdue": (_in_force({"from": "2024-11-22"}), [f"{FIRST}:7 agreement-refresh"]),
    "not yet overdue": (_in_force({"from": "2024-11-23"}), []),
    "over": (_in_force({"from": "2025", "to": "2026-10"}), [f"{FIRST}:7 agreement-refresh"]),
    "change as its figures": (_measured(figures=TWO, change="+5.0%"), []),
    "change not as its figures": (_measured(figures=TWO, change="+5.1%"), [f"{FIRST}:8 indicator-change"]),
    "change in points": (_measured(figures=TWO, change="+10"), []),
    "difference not as its figures": (
        _measured(figures=TWO, baseline={"period": "2010", "value": "100"}, difference="+11.0%"),
        [f"{FIRST}:8 indicator-change"],
    ),
    "change of one figure": (_measured(figures=TWO[:1], change="+5.1%"), []),
    "change from nothing": (
        _measured(figures=[{"period": "2012", "value": "0"}, TWO[0]], change="+1%"),
        [f"{FIRST}:8 indicator-change"],
    ),
    "figures not published": (_measured(not_published="Kept for practitioners."), []),
    "figures published and not": (_measured(not_published="Kept.", figures=TWO), [f"{FIRST}:8 invalid-value"]),
    "no figures and no reason": (_measured(), [f"{FIRST}:8 invalid-value"]),
    "figure in words": (_measured(figures=[{"period": "2012", "value": "2e2"}]), [f"{FIRST}:8 invalid-value"]),
    "change in words": (_measured(figures=TWO, change="up 5%"), [f"{FIRST}:8 invalid-value"]),
    "indicator of an unknown priority": (_measured(priority="lamp", figures=TWO), [f"{FIRST}:8 agreement-id"]),
    "district not listed": (
        _assessed({"title": "x", "main": ["A"]}),
        [f"{FIRST}:8 invalid-value"],
    ),
    "issue of an unknown priority": (
        _assessed({"title": "x", "priorities": ["y"]}),
        [f"{FIRST}:8 agreement-id"],
    ),
    "place in a ranking of an unknown priority": (
        _one(
            rankings=[{"id": "r", "title": "R", "year": "1", "method": "m", "lists": [[{"title": "x", "priorities": ["y"]}]]}]
        ),
        [f"{FIRST}:8 agreement-id"],
    ),
    "tie to nobody": (
        _one(governance={"bodies": [{"id": "a", "title": "A", "row": 1, "ties": [{"to": "b", "how": "helps"}]}]}),
        [f"{FIRST}:8 agreement-id"],
    ),
    "reported to an item": ({**meeting_files(agenda=agenda(section(item("B1")))), **_measured_there()}, []),
    "reported to no item": (
        {**meeting_files(agenda=agenda(section(item("A1")))), **_measured_there()},
        [f"{FIRST}:8 unknown-item"],
    ),
    "reported to a meeting that is not held": (_measured_there(), []),
}


@pytest.mark.parametrize(("tree", "expected"), CASES.values(), ids=CASES)
def test_each_rule_finds_what_it_asks_for(tree: dict[str, str], expected: list[str]) -> None:
    """File, line and rule, and nothing beside."""
    assert told(tree) == expected


def test_what_is_new_must_be_right_and_the_archive_is_warned() -> None:
    """Nobody can go back and name a lead of 2014."""
    nameless: dict[str, Any] = {"priorities": [{"id": "a", "title": "A"}]}
    old = findings({"agreement/1.md": agreement(effective={"from": "2025-12"}, **nameless)})
    new = findings({"agreement/1.md": agreement(effective={"from": "2026-01"}, **nameless)})
    assert [one.severity for one in (*old, *new)] == [Severity.WARNING, Severity.ERROR]
    assert new[0].message == "this priority has no lead."


def test_a_new_version_must_follow_on_the_one_before_it() -> None:
    (only,) = findings(_in_force({"from": "2025-04", "to": "2026-02"}, {"from": "2026-04"}))
    assert (only.severity, only.message) == (Severity.ERROR, "this version and the one before it leave a gap.")


@pytest.mark.parametrize("effective", [{"from": "2024-01"}, {"from": "2026-01", "to": "2026-02"}], ids=["overdue", "over"])
def test_a_day_that_passes_never_stops_a_build(effective: dict[str, str]) -> None:
    """The rest of the record is published however late the agreement is."""
    assert [one.severity for one in findings(_in_force(effective))] == [Severity.WARNING]


def test_a_printed_change_never_stops_a_build() -> None:
    """What was printed stands as it was printed, on a new version, too."""
    tree = _measured(figures=TWO, change="+5.1%")
    tree[FIRST.removeprefix("content/")] = tree[FIRST.removeprefix("content/")].replace(
        "version:", "published: 2026-02\nversion:"
    )
    assert [(one.rule, one.severity) for one in findings(tree)] == [("indicator-change", Severity.WARNING)]


@pytest.mark.parametrize("access", ["draft", "restricted"])
def test_what_is_not_public_gives_no_warning(access: str) -> None:
    """A log is public: nothing in it may tell of a version that is not out."""
    hidden = (
        {"access": access, "exemption": {"basis": "schedule-12a", "paragraphs": [3]}}
        if access == "restricted"
        else {"access": access}
    )
    shown = agreement(effective={"from": "2026"})
    wrong = agreement(
        version="2.0",
        effective={"from": "2020", "to": "2021"},
        priorities=[{"id": "a", "title": "A"}],
        monitoring={"indicators": [{**INDICATOR, "priority": "a", "figures": TWO, "change": "+9%"}]},
        action_plan={"actions": [{"number": "1", "aim": "x"}]},
        **hidden,
    )
    assert told({"agreement/1.md": shown, "agreement/2.md": wrong}) == []


def test_a_new_version_under_embargo_is_told_of_before_its_day() -> None:
    """Else the build of that day would be the first to fail."""
    tree = {
        "agreement/1.md": agreement(
            effective={"from": "2026-12"}, publish_from="2026-12-01", priorities=[{"id": "a", "title": "A"}]
        )
    }
    assert told(tree, TODAY) == [f"{FIRST}:9 agreement-lead"]


@pytest.mark.record
def test_the_agreement_of_the_record_is_sound_but_for_one_printed_change() -> None:
    """From 23,690 to 24,137 is a rise of 1.9 %; 1.8 % is printed. The day is one on which the refresh was not overdue."""
    settings, _ = load_settings(ROOT / "site_config" / "record.yml")
    assert settings
    reading = load(ROOT / "content")
    told_of = [one for one in check(reading.record, settings, date(2019, 6, 10)) if "agreement" in one.place.path]
    (only,) = told_of
    assert (only.rule, only.severity, only.place.path) == ("indicator-change", Severity.WARNING, "content/agreement/2011-14.md")
    line = (ROOT / only.place.path).read_text(encoding="utf-8").splitlines()[only.place.line - 1]
    assert line.strip() == "change: +1.8%"
