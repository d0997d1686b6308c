"""Meetings and agreements stand in the order of their days, whatever their folders and files are called."""

from __future__ import annotations

from typing import Any

import pytest

from builders import TODAY, agenda, agreement, public, read, settings
from public_record.gate.release import release

BODY = {"name": "x", "short": "x", "description": "x"}


def test_meetings_stand_in_the_order_of_their_days_and_then_of_their_bodies() -> None:
    """Pages and feeds rely on it."""
    days = [("2024-05-14", "hill"), ("2023-05-14", "hill"), ("2024-05-14", "dale"), ("2024-05-13", "moor")]
    tree = {f"meetings/{day}-{body}/agenda.md": agenda(date=day, body=body) for day, body in days}
    record = release(read(tree).record, settings(bodies=dict.fromkeys(["moor", "hill", "dale"], BODY)), TODAY).record
    assert [(one.date.isoformat(), one.body) for one in record.meetings] == [
        ("2023-05-14", "hill"),
        ("2024-05-13", "moor"),
        ("2024-05-14", "dale"),
        ("2024-05-14", "hill"),
    ]


@pytest.mark.parametrize(
    ("first", "second"),
    [
        pytest.param({"published": "2018"}, {"published": "2020"}, id="published"),
        pytest.param({"period": {"from": "2018"}}, {"period": {"from": "2020"}}, id="period alone"),
        pytest.param({"published": "2020"}, {"published": "2018", "period": {"from": "2021"}}, id="in force before published"),
        pytest.param({"published": "2018"}, {"period": {"from": "2020"}}, id="one of each"),
        pytest.param({"period": {"from": "2018"}}, {"published": "2020"}, id="the other of each"),
        pytest.param({}, {"published": "2018"}, id="no day"),
        pytest.param({"published": "2018", "version": "1.0"}, {"published": "2018", "version": "2.0"}, id="one day"),
        pytest.param(
            {"published": "2018", "period": {"from": "2021"}},
            {"published": "2019", "period": {"from": "2021"}},
            id="in force on one day",
        ),
        pytest.param({"period": {"from": "2021"}}, {"published": "2019", "period": {"from": "2021"}}, id="one not published"),
    ],
)
def test_versions_of_the_agreement_stand_in_the_order_of_their_days(first: dict[str, Any], second: dict[str, Any]) -> None:
    """From when they are in force, else the day of publication; without either, before all others."""
    tree = {
        "agreement/a.md": agreement(title="Second", **{"version": "5.0", **second}),
        "agreement/b.md": agreement(title="First", **{"version": "6.0", **first}),
    }
    assert [one.title for one in public(tree).agreements] == ["First", "Second"]
