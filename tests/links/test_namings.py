"""Where papers and minutes call a priority by its name."""

from __future__ import annotations

from public_record.links.namings import names, namings
from public_record.links.priorities import courses
from public_record.links.register import Register
from public_record.model.agreement import Priority
from public_record.model.record import Agreement, Appendix, Meeting
from published import agreement, item, meeting, minute, paper, paragraph, record, resolution

CRIME = agreement("1.0", Priority("crime", "Crime & Disorder"))
DAY = "group/2025-03-02/"


def _found(*meetings: Meeting, agreements: tuple[Agreement, ...] = (CRIME,)) -> dict[str, list[tuple[str, list[str]]]]:
    public = record(*meetings, agreements=agreements)
    found = namings(public, Register.of(public), courses(public.agreements))
    return {name: [(one.whole.id, [place.id for place in one.places]) for one in several] for name, several in found.items()}


def test_a_name_leads_to_the_paragraph_the_resolution_or_the_document() -> None:
    """Whatever its capitals, and however "and" is written; what has no number is pointed at as a whole."""
    appendix = Appendix(f"{DAY}b1/appendix-a/", "A", "Map", body=(paragraph("crime and  disorder"),))
    report = paper(paragraph("On Crime and\nDisorder.", "1.1"), paragraph("On lamps.", "1.2"), appendices=(appendix,))
    held = meeting(item(papers=(report,)), minutes=(minute(7, resolution("RESOLVED that crime & disorder be noted.")),))
    assert _found(held) == {
        "crime": [
            (f"{DAY}b1/", [f"{DAY}b1/#paragraph-1-1"]),
            (f"{DAY}b1/appendix-a/", []),
            (f"{DAY}notes/#minute-7", [f"{DAY}notes/#resolution-7-1"]),
        ]
    }


def test_only_whole_words_are_a_name() -> None:
    """`Crimean disorder` is something else; so is half of the name."""
    theft = agreement("1.0", Priority("theft", "Theft"))
    report = paper(paragraph("Thefts, a theftless year.", "1.1"))
    assert _found(meeting(item(papers=(report,))), agreements=(theft,)) == {"theft": []}
    report = paper(paragraph("A theft.", "1.1"))
    assert _found(meeting(item(papers=(report,))), agreements=(theft,)) == {
        "theft": [(f"{DAY}b1/", [f"{DAY}b1/#paragraph-1-1"])]
    }


def test_a_priority_is_found_by_every_name_that_it_had_and_the_latest_meeting_comes_first() -> None:
    """It was renamed; the papers of the time before it are on it all the same."""
    later = agreement("2.0", Priority("crime", "Safe streets"))
    first = meeting(item(papers=(paper(paragraph("Crime and disorder.", "1.1")),)))
    own = "group/2025-06-01/b1/"
    second = meeting(
        item(day="2025-06-01", papers=(paper(paragraph("Safe streets.", "2"), day="2025-06-01"),)), day="2025-06-01"
    )
    assert _found(first, second, agreements=(CRIME, later)) == {
        "crime": [(own, [f"{own}#paragraph-2"]), (f"{DAY}b1/", [f"{DAY}b1/#paragraph-1-1"])]
    }
    assert names(courses((CRIME, later))[0]) == ("Safe streets", "Crime & Disorder")


def test_the_agreement_itself_is_not_a_place_where_it_is_named() -> None:
    """Every version names its priorities."""
    version = agreement("1.0", Priority("crime", "Crime"), body=(paragraph("On crime.", "1"),))
    assert _found(agreements=(version,)) == {"crime": []}


def test_without_priorities_no_text_is_read() -> None:
    assert _found(meeting(item(papers=(paper(paragraph("Crime.", "1.1")),))), agreements=()) == {}
