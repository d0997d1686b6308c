"""Changes are worked out as they were printed: in per cent or in points, to as many places."""

from __future__ import annotations

from decimal import Decimal

import pytest

from public_record.model.figures import Change, read_change, worked_out


@pytest.mark.parametrize(
    ("before", "after", "printed", "expected"),
    [
        pytest.param("23690", "24137", "+1.8%", "1.9", id="per cent"),
        pytest.param("545", "542", "-1%", "-1", id="no places"),
        pytest.param("84.4", "80.3", "-4.1", "-4.1", id="points"),
        pytest.param("24.0", "24.0", "0.0", "0.0", id="no change"),
        pytest.param("200", "201", "+0.5%", "0.5", id="half a per cent"),
        pytest.param("1000", "1005", "+1%", "1", id="half is rounded up"),
    ],
)
def test_a_change_is_worked_out_to_the_places_that_were_printed(before: str, after: str, printed: str, expected: str) -> None:
    change = read_change(printed)
    assert worked_out(Decimal(before), Decimal(after), change.value, percent=change.percent) == Decimal(expected)


def test_from_nothing_there_is_no_change_in_per_cent() -> None:
    assert worked_out(Decimal(0), Decimal(3), Decimal(1), percent=True) is None


def test_a_printed_change_is_in_per_cent_if_it_says_so() -> None:
    assert (read_change("+1.8%"), read_change("-0.4")) == (Change(Decimal("1.8"), True), Change(Decimal("-0.4"), False))
