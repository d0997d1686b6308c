"""Which version is in force on a day, and which pairs are compared."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from public_record.links.versions import REACH, in_force, nearest, pairs
from public_record.model.record import Agreement, Withheld
from public_record.model.vocabulary import Basis
from published import agreement

NOTICE = Withheld(Basis.NOT_STATED)


def _version(number: str, since: str | None = None, until: str | None = None, **keys: Any) -> Agreement:
    return agreement(number, effective_from=since, effective_to=until, **keys)


VERSIONS = (_version("1.0", "2014-04", "2016"), _version("2.0", "2016", "2017-03-31"), _version("3.0", "2018-04"))


@pytest.mark.parametrize(
    ("day", "current", "shown"),
    [
        pytest.param(date(2014, 4, 15), None, "1.0", id="the day is not known to have come"),
        pytest.param(date(2014, 4, 30), "1.0", "1.0", id="begun"),
        pytest.param(date(2016, 9, 1), "1.0", "1.0", id="the next may have begun"),
        pytest.param(date(2016, 12, 31), "2.0", "2.0", id="the next must have begun"),
        pytest.param(date(2017, 3, 31), "2.0", "2.0", id="last day"),
        pytest.param(date(2017, 4, 1), None, "2.0", id="ended, and nothing follows yet"),
        pytest.param(date(2030, 1, 1), "3.0", "3.0", id="without end"),
    ],
)
def test_the_version_in_force_depends_on_the_day_of_the_build(day: date, current: str | None, shown: str) -> None:
    """Where none is known to be in force, the last that was is shown, or else the first to come."""
    found, near = in_force(VERSIONS, day), nearest(VERSIONS, day)
    assert (found.version if found else None, near.version if near else None) == (current, shown)


def test_a_version_that_is_withheld_is_never_in_force_here() -> None:
    """Its days are no part of its notice."""
    versions = (*VERSIONS, _version("4.0", "2020", withheld=NOTICE))
    assert in_force(versions, date(2026, 1, 1)) is VERSIONS[-1]


def test_versions_without_days_show_the_last() -> None:
    versions = (_version("1.0"), _version("2.0"))
    assert (in_force(versions, date(2026, 1, 1)), nearest(versions, date(2026, 1, 1))) == (None, versions[1])


def test_without_versions_there_is_none_to_show() -> None:
    assert nearest((), date(2026, 1, 1)) is None


def test_any_two_versions_are_compared_the_earlier_first() -> None:
    """A withheld one is compared with none."""
    versions = (*VERSIONS, _version("4.0", withheld=NOTICE))
    assert [(one.version, other.version) for one, other in pairs(versions)] == [
        ("1.0", "2.0"),
        ("1.0", "3.0"),
        ("2.0", "3.0"),
    ]


def test_the_number_of_comparisons_grows_in_a_straight_line() -> None:
    """Each version is compared with so many before it, however many there are."""
    counts = [sum(1 for _ in pairs([_version(f"{number}.0") for number in range(many)])) for many in (40, 50, 60)]
    assert [counts[1] - counts[0], counts[2] - counts[1]] == [10 * REACH, 10 * REACH]
