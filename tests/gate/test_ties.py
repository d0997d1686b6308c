"""What leads to something that is not public is not public either."""

from __future__ import annotations

from typing import Any

import pytest

from builders import agenda, agreement, appendix, item, notes, paper, public, released, restricted_section, section
from public_record.model.fingerprints import words_of
from public_record.model.record import Adopted, Answer, Correction, Meeting

FIRST, SECOND = "meetings/2024-05-14-hill", "meetings/2024-09-10-hill"
ASKED = "hill/2024-05-14/notes/#request-1-1"
NOTES = "## 1. Lamps\n(Item B1)\n\n1. A lamp.\n\nReport back, no date: lamps."
CLOSED = {"number": 1, "access": "restricted", "exemption": {"basis": "not-stated"}}


def _tree(*sections: dict[str, Any], marks: list[dict[str, Any]], minute: dict[str, Any] | None = None) -> dict[str, str]:
    return {
        f"{FIRST}/agenda.md": agenda(),
        f"{FIRST}/notes.md": notes(NOTES, minutes=marks),
        f"{SECOND}/agenda.md": agenda(*sections, date="2024-09-10"),
        f"{SECOND}/notes.md": notes(
            "## 2. Notes\n(Item A3)\n\n1. Read.", date="2024-09-10", minutes=[{"number": 2, **(minute or {})}]
        ),
    }


def _later(*sections: dict[str, Any], marks: list[dict[str, Any]], minute: dict[str, Any] | None = None) -> Meeting:
    return public(_tree(*sections, marks=marks, minute=minute)).meetings[-1]


@pytest.mark.parametrize("held", [{"agenda.md": agenda(section(item()), date="2024-09-10")}, {}], ids=["agenda", "none"])
@pytest.mark.parametrize(("marks", "expected"), [([], (Answer(ASKED),)), ([CLOSED], ())], ids=["public", "withheld"])
def test_a_paper_and_an_appendix_answer_only_what_is_public(
    held: dict[str, str], marks: list[dict[str, Any]], expected: tuple[Answer, ...]
) -> None:
    """With an agenda or without one, the address of a withheld request would tell of it."""
    tree = {
        f"{FIRST}/agenda.md": agenda(),
        f"{FIRST}/notes.md": notes(NOTES, minutes=marks),
        **{f"{SECOND}/{name}": text for name, text in held.items()},
        f"{SECOND}/b1.md": paper(item="B1" if held else None, answers=[ASKED]),
        f"{SECOND}/b1-a.md": appendix(item="B1" if held else None, answers=[ASKED]),
    }
    ((_, only),) = public(tree).meetings[-1].all_papers()
    assert [only.details.answers, *(one.details.answers for one in only.appendices)] == [expected, expected]


def _answers(later: Meeting) -> list[tuple[Answer, ...]]:
    return [one.answers for one in later.items]


def test_an_answer_to_a_public_request_is_released() -> None:
    """With the number of the place, if one is given."""
    answering = section(item("A3", answers=[{"request": ASKED, "at": "3.1"}]))
    assert _answers(_later(answering, marks=[])) == [(Answer(ASKED, "3.1"),)]


def test_an_answer_to_a_withheld_request_is_not() -> None:
    """Its address would tell of it."""
    assert _answers(_later(section(item("A3", answers=[ASKED])), marks=[CLOSED])) == [()]


def test_a_restricted_item_answers_only_in_public_words() -> None:
    """`answers` on it stays behind, `public_answers` is shown."""
    closed = restricted_section(
        {"ref": "D1", "public_title": "One", "answers": [ASKED]},
        {"ref": "D2", "public_title": "Two", "public_answers": [ASKED]},
    )
    assert _answers(_later(section(item("A3")), closed, marks=[])) == [(), (), (Answer(ASKED),)]


def _adopted(marks: list[dict[str, Any]], **paragraph: str) -> Adopted | None:
    adoption = {"signed_by": "the Chair", "corrections": [{"minute": 1, **paragraph, "text": "Read Hill Lane."}]}
    later = _later(section(item("A3", notes_of="2024-05-14")), marks=marks, minute={"adoption": adoption})
    return later.notes.minutes[0].adopted if later.notes else None


@pytest.mark.parametrize(("paragraph", "at"), [({"paragraph": "1"}, "minute-1-1"), ({}, "minute-1")], ids=["one", "none"])
def test_a_correction_leads_to_the_paragraph_that_it_corrects(paragraph: dict[str, str], at: str) -> None:
    """In the notes that the item puts up; to the minute, if it names no paragraph."""
    expected = Adopted("the Chair", (Correction(f"hill/2024-05-14/notes/#{at}", "Read Hill Lane."),))
    assert _adopted([], **paragraph) == expected


def test_corrections_of_notes_that_nobody_names_lead_nowhere() -> None:
    """The item has to say which notes it puts up."""
    adoption = {"signed_by": "the Chair", "corrections": [{"minute": 1, "text": "Read Hill Lane."}]}
    later = _later(section(item("A3")), marks=[], minute={"adoption": adoption})
    assert later.notes
    assert later.notes.minutes[0].adopted == Adopted("the Chair", ())


@pytest.mark.parametrize(
    ("versions", "expected"),
    [
        pytest.param([agreement(version="2.0")], "2.0", id="public"),
        pytest.param([agreement(version="2.0", access="draft"), agreement()], None, id="draft"),
        pytest.param([agreement()], None, id="not there"),
    ],
)
def test_an_item_names_the_version_of_the_agreement_that_is_public(versions: list[str], expected: str | None) -> None:
    """That another one is being written is told by nobody."""
    tree = {f"agreement/{number}.md": text for number, text in enumerate(versions)}
    tree[f"{FIRST}/agenda.md"] = agenda(section(item(agreement="2.0")))
    assert [one.agreement for one in public(tree).meetings[0].items] == [expected]


def test_a_correction_of_a_withheld_minute_stays_behind() -> None:
    """The notes are still shown to be signed."""
    assert _adopted([CLOSED], paragraph="1") == Adopted("the Chair", ())
    assert _adopted([CLOSED]) == Adopted("the Chair", ())


@pytest.mark.parametrize(("marks", "line"), [([], None), ([CLOSED], 9)], ids=["public", "withheld"])
@pytest.mark.parametrize("said", ["Read Hill Lane.", "Read Hill Lane, where the lamps have been out for a month."])
def test_a_correction_that_stays_behind_is_sought(said: str, marks: list[dict[str, Any]], line: int | None) -> None:
    """In the finished site, like all that is withheld; one that is shown is not, in whatever length."""
    adoption = {"signed_by": "the Chair", "corrections": [{"minute": 1, "text": said}]}
    tree = _tree(section(item("A3", notes_of="2024-05-14")), marks=marks, minute={"adoption": adoption})
    found = {str(place) for place in released(tree).withheld.find(words_of(said))}
    assert found == ({f"content/{SECOND}/notes.md:{line}:1"} if line else set())
