"""What is public on its own account may stand anywhere."""

from __future__ import annotations

from public_record.model.agreement import Priority, Theme
from public_record.model.record import Agreement, Heading
from public_record.model.vocabulary import SCHEDULE_12A, Known
from public_record.outputs.phrases import labels, public_phrases
from published import SETTINGS, item, library, meeting, minute, paper, paragraph, record, text


def test_titles_names_and_statutory_words_are_public() -> None:
    """A withheld paper may be called what its item is called in public."""
    held = meeting(item(title="A public title", papers=(paper(title="A paper's title"),)), minutes=(minute(),))
    phrases = set(public_phrases(record(held), SETTINGS))
    assert {*SCHEDULE_12A.values(), "The Example Group", "A public title", "A paper's title", "The bridge"} <= phrases


def test_what_versions_of_the_agreement_have_in_common_is_public() -> None:
    """A draft of the next one repeats priorities, leads, themes and headings; its text is its own."""
    body = (Heading("heading-1", 2, None, text("Links to plans")), paragraph("What it says."))
    held = Agreement(
        "agreement/1.0/",
        "1.0",
        "An agreement",
        Known.WHOLE,
        priorities=(Priority("lamps", "Lamps", lead="The engineer"),),
        themes=(Theme("light", "Light at night"),),
        body=body,
    )
    phrases = set(public_phrases(record(agreements=(held,)), SETTINGS))
    assert {"Lamps", "The engineer", "Light at night", "Links to plans"} <= phrases
    assert "What it says." not in phrases


def test_the_words_by_which_the_site_names_who_cites_something_are_public() -> None:
    """The site made them from numbers and days; a withheld text may name the same minute."""
    held = meeting(item("B1"), item("B2"), minutes=(minute(7, paragraph("See item B2.")),))
    assert list(labels(library(record(held)).links)) == ["minute 7 of 2 March 2025: The bridge"]
