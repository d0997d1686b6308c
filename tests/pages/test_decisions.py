"""The lists of decisions: each resolution is in every list that it belongs to, and no page is endless."""

from __future__ import annotations

import dataclasses
import re

import pytest

from public_record.model.record import Amendment, Limb, Meeting, OnRecommendation, Record, Resolution, Vote
from public_record.model.vocabulary import Answered, OutcomeKind
from public_record.pages.compose import compose
from public_record.pages.decisions import decisions_pages
from published import item, library, meeting, minute, paper, paragraph, record, resolution, text

OWN = "group/2025-03-02/notes/#"
RECOMMENDED = paragraph("Lamps be lit.", "5.1", recommendation=True)


def _pages(public: Record) -> dict[str, str]:
    return {page.address: str(page.render().html) for page in decisions_pages(library(public))}


def _html(public: Record, address: str) -> str:
    return next(str(page.render().html) for page in compose(library(public)) if page.address == address)


def _noted(number: int, day: str = "2025-03-02") -> Resolution:
    own = dataclasses.replace(resolution(), kinds=(OutcomeKind.NOTED,))
    return dataclasses.replace(own, id=f"group/{day}/notes/#resolution-{number}-1", anchor=f"resolution-{number}-1")


def _meeting(day: str, count: int) -> Meeting:
    return meeting(day=day, minutes=tuple(minute(number, _noted(number, day), item=None) for number in range(1, count + 1)))


def test_a_resolution_is_in_the_list_of_its_year_kind_body_and_subject() -> None:
    """What would be empty is not made; the count stands beside each."""
    held = meeting(item(subjects=("roads",)), minutes=(minute(7, _noted(7)), minute(8, resolution(), item=None)))
    pages = _pages(record(held))
    assert sorted(pages) == [
        "decisions/",
        "decisions/2025/",
        "decisions/body/group/",
        "decisions/kind/noted/",
        "decisions/kind/other/",
        "decisions/subject/roads/",
    ]
    assert '<a href="kind/noted/">Noted</a> <span class="pr-aside">(1)</span>' in pages["decisions/"]
    assert '<a href="body/group/">The Example Group</a> <span class="pr-aside">(2)</span>' in pages["decisions/"]
    assert 'href="../../../group/2025-03-02/notes/#resolution-7-1"' in pages["decisions/subject/roads/"]
    assert "resolution-8-1" not in pages["decisions/kind/noted/"]


@pytest.mark.parametrize(("count", "pages"), [(50, 1), (51, 3)], ids=["short", "long"])
def test_a_long_list_has_a_page_for_each_year(count: int, pages: int) -> None:
    """Of thousands of resolutions no page shows more than those of a year."""
    found = _pages(record(_meeting("2024-03-02", 50), _meeting("2025-03-02", count)))
    lists = {address: html for address, html in found.items() if address.startswith("decisions/kind/noted/")}
    assert len(lists) == pages
    whole = "".join(lists.values())
    assert len(set(re.findall(r"group/\d{4}-03-02/notes/#resolution-\d+-1", whole))) == 50 + count
    assert 'id="year-2025"' in lists["decisions/kind/noted/"]


def test_a_record_without_decisions_says_so() -> None:
    """Without a form that could find nothing."""
    pages = _pages(record())
    assert list(pages) == ["decisions/"]
    assert "No decision is in the record." in pages["decisions/"]
    assert "<form" not in pages["decisions/"]


def _answered() -> Record:
    moved = Amendment(f"{OWN}amendment-7-1", "amendment-7-1", text("Ms A moved it."))
    vote = Vote(f"{OWN}vote-7-1", "vote-7-1", text("7 for, 5 against, 11 present."), 7, 5)
    stated = OnRecommendation(Answered.OTHERWISE, "Lamps stay dark.")
    minuted = minute(7, resolution(), moved, vote, resolution("RESOLVED too."), on_recommendation=stated)
    return record(meeting(item(papers=(paper(RECOMMENDED),)), minutes=(minuted,)))


ANSWER = (
    '<span class="pr-tag">Otherwise than recommended</span> Lamps stay dark. '
    'Recommended in <a href="{0}#paragraph-5-1">paragraph 5.1</a> of the <a href="{0}#paper">paper A report</a>.'
)


@pytest.mark.parametrize(
    ("address", "way", "times"),
    [
        ("decisions/2025/", "../../group/2025-03-02/b1/", 2),
        ("group/2025-03-02/b1/", "", 1),
        ("group/2025-03-02/notes/", "../b1/", 1),
    ],
    ids=["decisions", "item", "minute"],
)
def test_a_resolution_says_how_it_stands_to_what_was_recommended(address: str, way: str, times: int) -> None:
    """In the list with each resolution; at the item and the minute once for the minute."""
    assert _html(_answered(), address).count(ANSWER.format(way)) == times


@pytest.mark.parametrize("address", ["decisions/2025/", "group/2025-03-02/b1/", "group/2025-03-02/notes/"])
def test_votes_and_amendments_stand_with_the_resolution_they_follow(address: str) -> None:
    """As printed; they have their addresses in the notes alone."""
    html = _html(_answered(), address)
    first, second = html.index("RESOLVED that it be noted."), html.index("RESOLVED too.")
    assert first < html.index("Ms A moved it.") < html.index("7 for, 5 against, 11 present.") < second
    assert ('id="vote-7-1"' in html) == address.endswith("notes/")


def test_a_limb_shows_what_it_does_where_that_is_not_what_the_whole_does() -> None:
    """Limbs (a) and (b) can be of different kinds."""
    kinds = (OutcomeKind.NOTED, OutcomeKind.AGREED)
    limbs = (Limb("(a)", text("Lamps."), "x-a", (OutcomeKind.NOTED,)), Limb("(b)", text("Roads."), "x-b", kinds))
    resolved = dataclasses.replace(resolution(), kinds=kinds, limbs=limbs)
    html = _html(record(meeting(minutes=(minute(7, resolved, item=None),))), "decisions/2025/")
    assert '<p>Lamps.</p><span class="pr-kind">Noted</span>' in html
    assert "<p>Roads.</p></div>" in html


def test_home_says_what_was_decided_last() -> None:
    """The resolutions of the latest meetings in their own words, each with its meeting and minute: titles alone repeat."""
    public = record(_meeting("2025-03-02", 4), _meeting("2025-06-01", 5))
    shown = _html(public, "").partition('id="latest-decisions"')[2].partition('id="latest-papers"')[0]
    assert re.findall(r'href="group/(2025-\d\d-\d\d)/notes/#resolution-(\d)-1"', shown) == [
        *(("2025-06-01", str(number)) for number in range(1, 6)),
        ("2025-03-02", "1"),
    ]
    assert shown.count("RESOLVED that it be noted.") == 6


def test_home_says_that_nothing_was_decided() -> None:
    """An empty list would look like a fault."""
    assert "No decision is in the record." in _html(record(meeting(item())), "")
