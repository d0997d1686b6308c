"""Ids are made of body, date and reference, and each can be read back out of its address."""

from __future__ import annotations

import re
from datetime import date

from hypothesis import given, settings
from hypothesis import strategies as st

from public_record.model import ids
from public_record.model.forms import ITEM_REFERENCE

bodies = st.from_regex(r"[a-z0-9]{1,5}(-[a-z0-9]{1,5}){0,2}", fullmatch=True)
days = st.dates(date(1900, 1, 1), date(2100, 1, 1))
references = st.from_regex(re.compile(ITEM_REFERENCE.pattern, re.ASCII), fullmatch=True)


@settings(max_examples=40)
@given(bodies, days, references, st.integers(2, 999))
def test_an_address_can_be_read_back(body: str, day: date, reference: str, paper: int) -> None:
    """No two references of a meeting share an address, but for the case of their letters."""
    address = ids.paper_address(ids.item_address(ids.meeting_address(body, day), reference), paper, of_item=True)
    read_body, read_day, read_reference, read_paper, end = address.split("/")
    assert (read_body, date.fromisoformat(read_day), read_reference, read_paper, end) == (
        body,
        day,
        reference.lower(),
        f"paper-{paper}",
        "",
    )


@settings(max_examples=50)
@given(st.lists(st.sampled_from(["1", "1.1", "1.2", "(1)", "2"])))
def test_anchors_of_a_page_are_each_given_once(numbers: list[str]) -> None:
    """However often a number was printed."""
    anchors = ids.Anchors()
    given_out = [anchors.numbered("paragraph", number) for number in numbers]
    assert len(set(given_out)) == len(given_out)


@settings(max_examples=100, deadline=None)
@given(st.lists(st.sampled_from(["text", "table", "heading", "Appendix A", "1", "1.1", "# 1", "# 1.1"]), max_size=12))
def test_anchors_of_a_text_are_each_given_once(parts: list[str]) -> None:
    """Whatever has a number, a letter or none, and in whatever order."""
    scope = ids.Scope(ids.Anchors())
    given_out = [_given_out(scope, part) for part in parts]
    assert len(set(given_out)) == len(given_out)


def _given_out(scope: ids.Scope, part: str) -> str:
    if part.startswith("# "):
        return scope.heading(part.removeprefix("# "), "A section")
    if part in {"heading", "Appendix A"}:
        return scope.heading(None, part)
    return scope.counted(part) if part.isalpha() else scope.paragraph(part)
