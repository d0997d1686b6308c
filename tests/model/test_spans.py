"""Dates known to the year or the month: what can be said of them for certain, and no more."""

from __future__ import annotations

from datetime import date

import pytest

from public_record.model.spans import Span, leave_a_gap, overlap, span


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        pytest.param("2016", Span(date(2016, 1, 1), date(2016, 12, 31)), id="year"),
        pytest.param("2016-02", Span(date(2016, 2, 1), date(2016, 2, 29)), id="month"),
        pytest.param("2016-02-07", Span(date(2016, 2, 7), date(2016, 2, 7)), id="day"),
    ],
)
def test_a_partial_date_is_all_days_on_which_it_can_fall(written: str, expected: Span) -> None:
    assert span(written) == expected


@pytest.mark.parametrize("written", ["2016-13", "2016-02-30", "0000"])
def test_what_the_calendar_does_not_have_is_no_date(written: str) -> None:
    with pytest.raises(ValueError, match=r"."):
        span(written)


@pytest.mark.parametrize(
    ("ended", "began", "expected"),
    [
        pytest.param("2014-03", "2014-04", (False, False), id="month after month"),
        pytest.param("2017-03-31", "2017-04-01", (False, False), id="day after day"),
        pytest.param("2016", "2016", (False, False), id="some day of one year"),
        pytest.param("2014-03", "2014-05", (True, False), id="a month between"),
        pytest.param("2017-03-31", "2017-04-02", (True, False), id="a day between"),
        pytest.param("2017-04-01", "2017-04-01", (False, True), id="one day twice"),
        pytest.param("2017-04", "2017-03", (False, True), id="a month before"),
    ],
)
def test_only_what_is_certain_is_a_gap_or_an_overlap(ended: str, began: str, expected: tuple[bool, bool]) -> None:
    """Where the days may fit, nothing is said."""
    assert (leave_a_gap(ended, began), overlap(ended, began)) == expected
