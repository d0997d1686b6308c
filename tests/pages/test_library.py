"""Small helpers that every page leans on."""

from __future__ import annotations

from datetime import date
from urllib.parse import urljoin

import pytest
from hypothesis import given
from hypothesis import strategies as st

from public_record.pages.addresses import relative
from public_record.pages.written import clock, long_date, partial_date


@pytest.mark.parametrize(
    ("page", "target", "expected"),
    [
        ("", "", "./"),
        ("", "kcsp/2016-03-16/", "kcsp/2016-03-16/"),
        ("kcsp/2016-03-16/", "", "../../"),
        ("kcsp/2016-03-16/", "kcsp/2016-03-16/", "./"),
        ("kcsp/2016-03-16/", "kcsp/2016-03-16/b2/", "b2/"),
        ("kcsp/2016-03-16/b2/", "kcsp/2016-03-16/notes/#minute-117", "../notes/#minute-117"),
        ("kcsp/2016-03-16/notes/", "kcsp/2016-03-16/notes/#minute-117", "#minute-117"),
        ("meetings/", "meetings/#year-2016", "#year-2016"),
        ("", "meetings/#year-2016", "meetings/#year-2016"),
    ],
)
def test_links_are_relative(page: str, target: str, expected: str) -> None:
    """The site works below any path."""
    assert relative(page, target) == expected


_ADDRESSES = st.lists(st.sampled_from("abc"), max_size=4).map(lambda steps: "".join(f"{step}/" for step in steps))


@given(_ADDRESSES, _ADDRESSES, st.sampled_from(("", "file.json")))
def test_a_link_leads_where_it_says(page: str, folder: str, name: str) -> None:
    """Whatever the two addresses have in common."""
    assert urljoin(f"https://a.example/{page}", relative(page, f"{folder}{name}")) == f"https://a.example/{folder}{name}"


@pytest.mark.parametrize(
    ("time", "expected"), [("10:00", "10.00 am"), ("12:00", "12.00 pm"), ("16:05", "4.05 pm"), ("00:30", "12.30 am")]
)
def test_times_are_written_as_notices_write_them(time: str, expected: str) -> None:
    """People read `4.05 pm`."""
    assert clock(time) == expected


def test_dates_are_written_as_people_write_them() -> None:
    """Of some dates only the month or the year is known."""
    assert long_date(date(2016, 3, 16)) == "16 March 2016"
    assert [partial_date(written) for written in ("2018", "2018-04", "2018-04-01")] == ["2018", "April 2018", "1 April 2018"]
