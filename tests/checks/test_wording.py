"""What the checks read word by word: weekdays, citations, numbers of persons."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from builders import FOLDER, NEW_FOLDER, TODAY, agenda, agreement, findings, item, meeting_files, notes, paper, section, told
from public_record.model.findings import Severity


def _paper(text: str, **keys: str) -> dict[str, str]:
    return meeting_files(agenda=agenda(), b1=paper(text, **keys))


def _rules(tree: dict[str, str]) -> list[str]:
    return [finding.rule.value for finding in findings(tree)]


@pytest.mark.parametrize(
    "words",
    [
        "on Tuesday 27 November 2017",
        "on Tuesday, 27th November, 2017.",
        "on Tuesday the 27th of November 2017",
        "on Tuesday\n27 Nov. 2017",
        "on Monday 31 June 2019",
    ],
)
def test_a_weekday_that_is_not_that_of_its_date_is_told(words: str) -> None:
    """However the date is written; and so is a day that the calendar does not have."""
    assert told(_paper(f"1.1 It is\nheld {words}")) == ["b1.md:9 weekday"]


@pytest.mark.parametrize(
    "words",
    [
        "Monday 27 November 2017",
        "Tuesday 27 November",
        "27 November 2017",
        "Tuesday 27 people came",
        "Monday to Friday, 9 to 5",
    ],
)
def test_a_right_date_or_one_without_its_year_is_left_alone(words: str) -> None:
    """Without its year it is right in some year."""
    assert told(_paper(f"It is held on {words}.")) == []


WRONG = "It is held on Tuesday 27 November 2017."


@pytest.mark.parametrize(
    "tree",
    [
        pytest.param(_paper(f"{WRONG}\n\nEditor's note: the year stands as printed."), id="explained"),
        pytest.param(_paper(f"1.1 One.\n\n::: restricted paragraph 1\n{WRONG}\n:::"), id="passage"),
        pytest.param(_paper(WRONG, access="draft"), id="draft"),
        pytest.param(_paper(WRONG, publish_from="2027-01-01"), id="embargo"),
        pytest.param(_paper(f"Editor's note: {WRONG}"), id="editor's note"),
        pytest.param(_paper(f"One.\n\n[^1]: {WRONG}"), id="footnote that nothing uses"),
    ],
)
def test_what_is_not_published_or_is_explained_gives_no_warning(tree: dict[str, str]) -> None:
    """Warnings stand in a public log: no withheld word may give rise to one."""
    assert told(tree) == []


@pytest.mark.parametrize(
    "text",
    [f"## {WRONG}", f"1.1 One:\n\n   (a) {WRONG}", f"- {WRONG}", f"Table: a\n| {WRONG} |\n| - |"],
    ids=["heading", "lettered part", "list", "table"],
)
def test_every_kind_of_text_is_read(text: str) -> None:
    """Not paragraphs alone."""
    assert _rules(_paper(text)) == ["weekday"]


def test_minutes_agendas_and_agreements_are_read() -> None:
    """Each with its line; so are titles and notes of items, unless an editor's note explains them."""
    titles = (item("B1", WRONG), item("B2", note=WRONG), item("B3", WRONG, editor_note="So printed."))
    tree = {
        **meeting_files(agenda=agenda(section(*titles), text=WRONG), n=notes(f"## 1. x\n(Item B1)\n\n{WRONG}\n\nAction: Ms A")),
        "agreement/a.md": agreement(WRONG),
    }
    assert sorted(told(tree)) == [
        "agenda.md:6 weekday",
        "agenda.md:6 weekday",
        "agenda.md:9 weekday",
        "content/agreement/a.md:9 weekday",
        "n.md:11 weekday",
    ]


def test_a_slip_in_a_new_paper_is_an_error_even_before_its_day() -> None:
    """Else the build would fail on the day on which the paper comes out, and nobody would be there."""
    files = {"agenda": agenda(date="2026-12-14", published="2026-12-01"), "b1": paper(WRONG, publish_from="2026-12-10")}
    tree = {f"{NEW_FOLDER}/{name}.md": text for name, text in files.items()}
    for today in (TODAY, date(2026, 12, 10)):
        assert [(one.rule.value, one.severity) for one in findings(tree, today)] == [("weekday", Severity.ERROR)]


@pytest.mark.parametrize(
    ("words", "message"),
    [
        (
            "as defined in paragraph 12 of Schedule 12A to the Local Government Act 1972",
            "Schedule 12A has no such paragraph for England.",
        ),
        (
            "under paragraphs 1, 2 and 14 of Part 1 of Schedule 12A of the Act",
            "Schedule 12A has no such paragraph for England.",
        ),
        ("under paragraph 1 of Part 4 of Schedule 12A of the Act", "Schedule 12A has no such paragraph for England."),
        ("under paragraph 9 of part 1 of Schedule 12A of the Act", "Part 1 of Schedule 12A has no such paragraph."),
        ("under paragraph 3 of Part 1 of Schedule 12A", "Schedule 12A stands here without its Act."),
        (
            "under paragraph 3 of Schedule 12A to the Local Government Act 2000",
            "another Act is named here than the one that has Schedule 12A.",
        ),
        (
            "that the public be excluded under section 100 I of the Act",
            "section 100I says what exempt information is; nobody is excluded by it.",
        ),
    ],
)
def test_a_citation_that_leads_nowhere_is_told(words: str, message: str) -> None:
    """Paragraphs of Wales and of the list before 2006, paragraphs of Part 2, another Act, another section."""
    assert [(one.rule.value, one.message) for one in findings(_paper(f"It is exempt {words}."))] == [("citation", message)]


@pytest.mark.parametrize(
    "words",
    [
        "under Section 100A of the Act the public be excluded, as defined in paragraph 3 of part 1 of Schedule 12A of the Act",
        "under paragraphs 1 and 7 of Part 1 of Schedule 12A to the Local Government Act 1972 (as amended)",
        "while paragraph 10 of Schedule 12A to the Local Government\nAct 1972 is met",
        "as defined in section 100I of the Act",
        "in room 12A, with 100 in it",
    ],
)
def test_a_right_citation_is_left_alone(words: str) -> None:
    """As councils word it."""
    assert told(_paper(f"It is exempt {words}.")) == []


def test_a_meeting_is_judged_by_the_law_of_its_day() -> None:
    """Before 1 March 2006 the list was longer."""
    words = "It is exempt under paragraph 12 of Schedule 12A to the Local Government Act 1972."
    for day, expected in (("2005-05-10", []), ("2006-05-10", ["citation"])):
        tree = {f"meetings/{day}-hill/agenda.md": agenda(date=day), f"meetings/{day}-hill/b1.md": paper(words)}
        assert _rules(tree) == expected


@pytest.mark.parametrize(
    ("contact", "severities"),
    [
        ("Democratic Services, Hill", []),
        ("safety.unit@hill.example", []),
        ("committees@hill.example", []),
        ("Clerk, 01622 000000", [Severity.WARNING, Severity.WARNING]),
        ("Jo Example, 07700 900123", [Severity.WARNING, Severity.ERROR]),
        ("+44 7700 900 123", [Severity.WARNING, Severity.ERROR]),
        ("jo.example@hill.example", [Severity.WARNING, Severity.ERROR]),
    ],
)
def test_a_contact_is_an_office(contact: str, severities: list[Severity]) -> None:
    """A person's own number or address is an error on a new meeting, for it cannot be taken back."""
    new = {"date": "2026-12-14", "published": "2026-12-01"}
    found = [
        *findings(meeting_files(agenda=agenda(contact=contact))),
        *findings({f"{NEW_FOLDER}/agenda.md": agenda(contact=contact, **new)}),
    ]
    assert [one.severity for one in found] == severities
    assert {one.rule.value for one in found} <= {"contact"}


def test_the_contact_of_a_restricted_paper_gives_no_warning() -> None:
    """Nobody outside sees it."""
    restricted: dict[str, Any] = {"access": "restricted", "public_title": "A matter", "exemption": {"basis": "not-stated"}}
    tree = meeting_files(
        agenda=agenda(), b1=paper(contact="07700 900123"), b2=paper(paper=2, contact="07700 900123", **restricted)
    )
    assert told(tree) == ["b1.md:6 contact"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Contact Officer: Jo Example, 01622 000000", ["contact"]),
        ("Write to jo.example@hill.example or ring.", ["contact"]),
        ("Ring 07700 900 123.", ["contact"]),
        ("The helpline is 0800 000 0000.", []),
        ("Contact: the office of the unit.", []),
        ("Table: a\n| 07 12 13 14 15 16 17 18 |\n| - |", []),
    ],
)
def test_a_contact_line_in_a_text_is_read(text: str, expected: list[str]) -> None:
    """A helpline is nobody's own, and figures are no telephone number."""
    assert _rules(_paper(text)) == expected


def test_no_message_quotes_a_word(capsys: pytest.CaptureFixture[str]) -> None:
    """Whatever is wrong: logs are public."""
    text = "Canary: 07700 900123 on Tuesday 27 November 2017, paragraph 99 of Schedule 12A."
    found = findings(_paper(text))
    assert len(found) == 4
    assert not any(word in str(found) for word in ("Canary", "07700", "27", "99"))
    assert FOLDER in str(found[0])
    assert capsys.readouterr() == ("", "")
