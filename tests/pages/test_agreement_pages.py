"""The pages of the agreement, as a reader meets them."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal

import pytest

from public_record.model.agreement import (
    ActionPlan,
    Assessment,
    Figure,
    Indicator,
    Issue,
    Monitoring,
    Origin,
    Parts,
    PlannedAction,
    Priority,
    Theme,
)
from public_record.model.record import Agreement, Record, Withheld
from public_record.model.vocabulary import Basis, Held, OriginKind, Standing, Unit
from public_record.pages.compose import compose
from public_record.pages.page import PageKind, PageSource
from published import agreement, item, library, meeting, minute, paper, paragraph, record, resolution

ACTION = PlannedAction("agreement/actions/#action-1-0-1", "action-1-0-1", "1", "roads", "Mend them", ("One", "Two"))
LIT = Indicator("lit", "indicator-1-0-lit", "roads", "Lamps lit", Unit.NUMBER, figures=(Figure("2012", Decimal(5)),))
KEPT = Indicator("kept", "indicator-1-0-kept", "roads", "Kept back", Unit.NUMBER, not_published="Not for publication.")
FIRST = agreement(
    "1.0",
    Priority("roads", "Roads", lead="The warden", subject="roads"),
    Priority("theft", "Theft", no_lead="Nobody is named."),
    effective_from="2024-04",
    effective_to="2025-03",
    action_plan=ActionPlan((ACTION,)),
    monitoring=Monitoring((LIT, KEPT)),
    themes=(Theme("night", "The night"),),
)
SECOND = agreement(
    "2.0",
    Priority("roads", "Safe roads", lead="The surveyor", subject="roads"),
    Priority("crime", "Crime", lead="The watch", comes_from=(Origin("theft", OriginKind.RENAMED),)),
    Priority("again", "Doing it again", Standing.CROSS_CUTTING, no_lead="None."),
    effective_from="2025-04",
    parts=Parts(themes=Held.NONE, actions=Held.NONE),
    body=(paragraph("The roads are long."),),
)
PUBLIC = record(
    meeting(item(subjects=("roads",)), minutes=(minute(7, resolution("RESOLVED that roads be mended.")),)),
    agreements=(FIRST, SECOND),
)


def _pages(public: Record, day: date | None = None) -> dict[str, PageSource]:
    built = library(public)
    return {source.address: source for source in compose(replace(built, today=day) if day else built)}


def _html(address: str, public: Record = PUBLIC, day: date | None = None) -> str:
    return str(_pages(public, day)[address].render().html)


def test_every_page_of_the_agreement_has_its_address() -> None:
    """Made from versions and ids, never from wording."""
    assert sorted(address for address in _pages(PUBLIC) if address.startswith("agreement/")) == [
        "agreement/",
        "agreement/1.0/",
        "agreement/2.0/",
        "agreement/actions/",
        "agreement/assessments/",
        "agreement/changes/",
        "agreement/changes/1.0-to-2.0/",
        "agreement/governance/",
        "agreement/indicators/",
        "agreement/priorities/",
        "agreement/priorities/again/",
        "agreement/priorities/crime/",
        "agreement/priorities/roads/",
        "agreement/priorities/theft/",
    ]


@pytest.mark.parametrize("public", [record(), record(agreements=(agreement("1.0", withheld=Withheld(Basis.NOT_STATED)),))])
def test_without_a_version_to_show_there_is_the_one_page(public: Record) -> None:
    """It says so, and there are no pages on what is not there."""
    pages = [address for address in _pages(public) if address.startswith("agreement/")]
    assert pages == ["agreement/", *(one.id for one in public.agreements)]
    assert "No version" in _html("agreement/", public) or "no version" in _html("agreement/", public)


@pytest.mark.parametrize(
    ("day", "version", "said"),
    [
        pytest.param(date(2024, 6, 1), "1.0", "In force on 1 June 2024", id="first"),
        pytest.param(date(2026, 3, 1), "2.0", "In force on 1 March 2026", id="second"),
        pytest.param(date(2024, 1, 1), "1.0", "No version is known to be in force on 1 January 2024", id="before all"),
    ],
)
def test_the_address_of_the_agreement_shows_the_version_in_force_on_the_day(day: date, version: str, said: str) -> None:
    html = _html("agreement/", day=day)
    assert said in html
    assert f"<dt>Version</dt><dd>{version}" in html


def test_the_version_in_force_is_searched_at_its_own_address_only() -> None:
    """Else each paragraph would be found twice."""
    assert "data-pagefind-body" not in _html("agreement/")
    assert "data-pagefind-body" in _html("agreement/2.0/")


def test_search_finds_what_changed_from_one_version_to_the_next() -> None:
    """Each step once: all pairs would crowd out what else there is on a priority."""
    public = record(agreements=(agreement("1.0"), agreement("2.0"), agreement("3.0")))
    found = {
        address: "data-pagefind-body" in str(source.render().html)
        for address, source in _pages(public).items()
        if source.kind is PageKind.COMPARISON
    }
    assert found == {
        "agreement/changes/1.0-to-2.0/": True,
        "agreement/changes/1.0-to-3.0/": False,
        "agreement/changes/2.0-to-3.0/": True,
    }


def test_a_version_says_which_part_of_it_is_held() -> None:
    html = _html("agreement/2.0/")
    assert "Held whole: the text, the priorities, who leads on them, the indicators" in html
    assert "Not held: the cross-cutting themes, the action plan" in html


def test_every_paragraph_of_a_version_can_be_cited() -> None:
    """With a printed number or without."""
    assert '<div class="pr-paragraph pr-numbered" id="text-1" data-kind="Agreement paragraph"' in _html("agreement/2.0/")


def test_what_changed_is_said_in_words_and_side_by_side() -> None:
    html = _html("agreement/changes/1.0-to-2.0/")
    sentences = [line.removeprefix("<li>").removesuffix("</li>") for line in html.splitlines() if line.startswith("<li>")]
    said = [sentence for sentence in sentences if sentence.endswith(".")]
    assert said == [
        "Roads is now called Safe roads.",
        "Theft is now called Crime.",
        "Doing it again is a new priority, as one that cuts across the others.",
        "Safe roads has another lead: The surveyor, before The warden.",
        "The night is a cross-cutting theme in version 1.0; whether it is one in version 2.0 is not known.",
        "Of version 2.0 the record does not hold the cross-cutting themes and action plan.",
    ]
    assert "Nobody is named." in html
    assert "Actions side by side" not in html


def test_what_was_stated_to_be_changed_stands_on_the_version_and_on_the_comparison() -> None:
    """What the version, or a report on it, says itself, beside what is found by comparing."""
    heading = "Changes as stated at the time"
    public = record(agreements=(FIRST, replace(SECOND, change_list=("Chapter 7: the leads & more",))))
    for address in ("agreement/2.0/", "agreement/changes/1.0-to-2.0/"):
        html = _html(address, public)
        assert heading in html
        assert "<li>Chapter 7: the leads &amp; more</li>" in html
    assert heading not in _html("agreement/1.0/", public)
    assert heading not in _html("agreement/changes/1.0-to-2.0/")


def test_a_priority_says_where_else_it_is_named() -> None:
    """Not again what is listed as being on it; and no more than a reader can use."""
    other = item("B2", papers=(paper(paragraph("On safe roads.", "1.1"), id="group/2025-03-02/b2/"),))
    own = item(subjects=("roads",), papers=(paper(paragraph("On roads.", "1.1")),))
    html = _html("agreement/priorities/roads/", record(meeting(own, other), agreements=(FIRST, SECOND)))
    named = html[html.index('id="named"') :]
    assert "call it by name (Safe roads; Roads)" in named
    assert '<a href="../../../group/2025-03-02/b2/#paragraph-1-1">paragraph 1.1</a>' in named
    assert "b1/" not in named
    assert 'id="named"' not in _html("agreement/priorities/theft/", record(meeting(own, other), agreements=(FIRST, SECOND)))


def test_only_the_latest_documents_that_name_a_priority_are_listed() -> None:
    """A record of many years would drown its own page."""
    days = [date(2020, 1, 1) + timedelta(days=number) for number in range(102)]
    meetings = [
        meeting(
            item("B2", f"{day}", papers=(paper(paragraph("Roads.", "1"), id=f"group/{day}/b2/"),)),
            day=f"{day}",
        )
        for day in days
    ]
    html = _html("agreement/priorities/roads/", record(*meetings, agreements=(FIRST,)))
    assert html.count(">paragraph 1</a>") == 100
    assert "2 earlier documents name it, too; search finds them." in html
    assert f"group/{days[2]}/b2/" in html
    assert f"group/{days[1]}/b2/" not in html


def test_what_an_assessment_counts_keeps_its_capitals() -> None:
    """`Number of CSPs` in the middle of a line."""
    found = Assessment("d", "a", "2025", "Districts", "Number of CSPs", (Issue("Roads", 3, ("roads",)),))
    html = _html("agreement/priorities/roads/", record(agreements=(replace(FIRST, assessments=(found,)),)))
    assert '3 <span class="pr-aside">(number of CSPs)</span>' in html


def test_versions_that_differ_in_nothing_say_so() -> None:
    html = _html("agreement/changes/1.0-to-1.1/", record(agreements=(agreement("1.0"), agreement("1.1"))))
    assert "Nothing that the record holds of both versions has changed." in html


def test_plans_are_counted_and_set_side_by_side() -> None:
    public = record(agreements=(FIRST, replace(FIRST, id="agreement/1.1/", version="1.1")))
    html = _html("agreement/changes/1.0-to-1.1/", public)
    assert "1 action stayed as it was." in html
    assert "Actions side by side" in html


def test_a_priority_shows_its_leads_actions_figures_and_what_was_decided() -> None:
    html = _html("agreement/priorities/roads/")
    for words in ("The surveyor", "The warden", "Mend them", "Lamps lit", "Not for publication.", "roads be mended"):
        assert words in html
    assert 'href="../../../group/2025-03-02/b1/"' in html
    assert 'href="../../../group/2025-03-02/notes/#resolution-7-1"' in html


def test_a_priority_that_went_into_another_leads_there() -> None:
    html = _html("agreement/priorities/theft/")
    assert 'came out of it: <a href="../crime/">Crime</a>' in html
    assert "No item and no minute in the record is on this subject." in html


def test_actions_can_be_read_without_sorting_them() -> None:
    """The table is whole as it is; a script may put its rows in another order."""
    html = _html("agreement/actions/")
    assert "<table data-sortable>" in html
    assert 'id="action-1-0-1"' in html
    for words in ("Roads", "Mend them", "The warden", "None stated", "Not stated"):
        assert words in html


def test_a_chart_has_a_description_and_a_table_beside_it() -> None:
    html = _html("agreement/indicators/")
    assert 'role="img" aria-labelledby="at-indicator-1-0-lit-bars at-indicator-1-0-lit-words"' in html
    assert '<title id="at-indicator-1-0-lit-bars">Lamps lit, as bars from zero</title>' in html
    assert 'aria-labelledby="at-indicator-1-0-lit-name"><table><caption id="at-indicator-1-0-lit-name">' in html
    assert '<desc id="at-indicator-1-0-lit-words">2012: 5</desc>' in html
    assert '<tr><th scope="row">2012</th><td>5</td></tr>' in html
    assert "Figures not published" in html


def test_assessments_and_governance_say_that_there_is_nothing() -> None:
    assert "The record holds no assessments." in _html("agreement/assessments/")
    assert "The record holds nothing on the governance of the agreement." in _html("agreement/governance/")


def test_words_of_the_record_are_escaped() -> None:
    """Front matter is plain text, in drawings, too."""
    evil = "<script>&"
    nasty: Agreement = agreement(
        "1.0",
        Priority("roads", evil, lead=evil),
        monitoring=Monitoring((replace(LIT, title=evil, figures=(Figure(evil, Decimal(5)),)),)),
    )
    public = record(agreements=(nasty,))
    html = "".join(str(source.render().html) for source in _pages(public).values() if "agreement" in str(source.kind))
    assert evil not in html
    assert "&lt;script&gt;&amp;" in html


def test_each_kind_of_agreement_page_belongs_to_that_section() -> None:
    """The header marks it by the beginning of the kind's name."""
    kinds = {source.kind for address, source in _pages(PUBLIC).items() if address.startswith("agreement/")}
    assert all(kind.value.startswith("agreement") for kind in kinds)
    assert {PageKind.PRIORITY.label, PageKind.ACTIONS.label, PageKind.INDICATORS.label} == {"Agreement"}
