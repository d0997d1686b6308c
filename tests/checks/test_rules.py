"""What the checks ask for, rule by rule."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from builders import (
    FOLDER,
    GROUND,
    NEW_FOLDER,
    NEW_GROUND,
    TODAY,
    agenda,
    agreement,
    appendix,
    check,
    findings,
    item,
    meeting_files,
    notes,
    paper,
    read,
    restricted_section,
    section,
    settings,
    told,
)
from public_record.model.findings import Severity

NOT_STATED = {"basis": "not-stated"}
RESTRICTED: dict[str, Any] = {"access": "restricted", "public_title": "A matter"}


def _agenda(*sections: dict[str, Any], **keys: Any) -> dict[str, str]:
    return meeting_files(agenda=agenda(*sections, **keys))


CASES = {
    "notes of another day": (meeting_files(notes=notes(date="2024-05-15")), ["notes.md:5 wrong-meeting"]),
    "unknown body": (
        {"meetings/2024-05-14-dale/notes.md": notes(body="dale")},
        ["content/meetings/2024-05-14-dale:1 unknown-body"],
    ),
    "second agenda": ({**_agenda(), f"{FOLDER}/b.md": agenda()}, ["b.md:2 second-document"]),
    "second notes": (meeting_files(a=notes(), b=notes()), ["b.md:2 second-document"]),
    "version with other signs": (
        {
            "agreement/a.md": agreement(effective={"from": "2012", "to": "2025"}),
            "agreement/b.md": agreement(version="1-0", effective={"from": "2026"}),
            "agreement/c.md": agreement(version="10", effective={"from": "2027"}, access="draft"),
        },
        ["content/agreement/b.md:4 second-document"],
    ),
    "version twice": (
        {"agreement/a.md": agreement(), "agreement/b.md": agreement()},
        ["content/agreement/b.md:4 second-document"],
    ),
    "item twice": (_agenda(section(item(), item())), ["agenda.md:6 item-reference"]),
    "item without name": (_agenda(section(item(None))), ["agenda.md:6 item-reference"]),
    "item with two names": (_agenda(section(item(place=2))), ["agenda.md:6 item-reference"]),
    "unknown subject": (_agenda(section(item(subjects=["lamp"]))), ["agenda.md:6 unknown-subject"]),
    "unknown subject of a restricted item": (
        _agenda(restricted_section({"ref": "D1", "public_title": "A", "public_subjects": ["lamp"]})),
        ["agenda.md:6 unknown-subject"],
    ),
    "public subjects on an open item": (
        _agenda(section(item(public_subjects=["lamps"]))),
        ["agenda.md:6 access-conflict"],
    ),
    "unknown subject, second of two": (_agenda(section(item(subjects=["lamps", "lamp"]))), ["agenda.md:6 unknown-subject"]),
    "unknown subject of a minute": (
        meeting_files(notes=notes("## 1. x", minutes=[{"number": 1, "subjects": ["lamp"]}])),
        ["notes.md:6 unknown-subject"],
    ),
    "notice too late": (_agenda(published="2024-05-13"), ["agenda.md:6 clear-days"]),
    "notice in time": (_agenda(published="2024-05-02"), []),
    "notice after the meeting": (_agenda(published="2024-05-15"), ["agenda.md:6 clear-days"]),
    "paper of no item": ({**_agenda(), **meeting_files(b1=paper(item="B7"))}, ["b1.md:4 unknown-item"]),
    "paper without item": ({**_agenda(), **meeting_files(b1=paper(item=None))}, ["b1.md:2 unknown-item"]),
    "paper without agenda": (meeting_files(b1=paper()), ["b1.md:4 unknown-item"]),
    "appendix of no paper": ({**_agenda(), **meeting_files(a=appendix())}, ["a.md:4 unknown-item"]),
    "paper twice": ({**_agenda(), **meeting_files(b1=paper(), b2=paper())}, ["b2.md:2 second-document"]),
    "appendix twice": (
        {**_agenda(), **meeting_files(a=appendix(), b=appendix(appendix="a"), b1=paper())},
        ["b.md:5 second-document"],
    ),
    "appendix of a name, told apart": (
        {**_agenda(), **meeting_files(a=appendix(), b=appendix(occurrence=2), b1=paper())},
        [],
    ),
    "replaces nothing": ({**_agenda(), **meeting_files(b1=paper(paper=2, replaces=1))}, ["b1.md:7 unknown-item"]),
    "replaces the one that replaces it": (
        {**_agenda(), **meeting_files(a=paper(replaces=2), b=paper(paper=2, replaces=1))},
        ["a.md:6 replaces", "b.md:7 replaces"],
    ),
    "replaces itself": ({**_agenda(), **meeting_files(b1=paper(replaces=1))}, ["b1.md:6 replaces"]),
    "replaces one that replaces another": (
        {**_agenda(), **meeting_files(a=paper(), b=paper(paper=2, replaces=1), c=paper(paper=3, replaces=2))},
        [],
    ),
    "correction of no paragraph": (
        {**_agenda(), **meeting_files(b1=paper("1.1 x", corrections=[{"date": "2024-05-02", "at": "1.2", "what": "x"}]))},
        ["b1.md:6 correction"],
    ),
    "minute twice": (
        meeting_files(notes=notes("## 1. x\n\n## 1. y")),
        ["notes.md:10 minute-number"],
    ),
    "mark on no minute": (meeting_files(notes=notes("## 1. x", minutes=[{"number": 2}])), ["notes.md:6 minute-number"]),
    "two marks on a minute": (
        meeting_files(notes=notes("## 1. x", minutes=[{"number": 1}, {"number": 1}])),
        ["notes.md:6 minute-number"],
    ),
    "minute of no item": ({**_agenda(), **meeting_files(n=notes("## 1. x\n(Item B7)"))}, ["n.md:8 unknown-item"]),
    "public in restricted": (
        _agenda(restricted_section(item(access="public", public_title="x"))),
        ["agenda.md:6 access-conflict"],
    ),
    "public minute of a restricted item": (
        {
            **_agenda(restricted_section(item(public_title="x"))),
            **meeting_files(n=notes("## 1. x\n(Item B1)", minutes=[{"number": 1, "access": "public"}])),
        },
        ["n.md:6 access-conflict"],
    ),
    "public appendix of a restricted paper": (
        {**_agenda(), **meeting_files(b1=paper(**RESTRICTED, exemption=GROUND), a=appendix())},
        ["a.md:3 access-conflict"],
    ),
    "public notes of a draft agenda": (
        {**_agenda(access="draft"), **meeting_files(n=notes())},
        ["agenda.md:3 access-conflict"],
    ),
    "embargo of an item's agenda": ({**_agenda(publish_from="2027-01-01"), **meeting_files(b1=paper())}, []),
    "open and not public": (
        _agenda(restricted_section(item(public_title="x", open={"reason": "x"}))),
        ["agenda.md:6 access-conflict"],
    ),
    "agreement with a ground": ({"agreement/a.md": agreement(exemption=GROUND)}, ["content/agreement/a.md:3 access-conflict"]),
    "no ground": (_agenda(section(item(**RESTRICTED))), ["agenda.md:6 exemption"]),
    "no ground on the agreement": ({"agreement/a.md": agreement(access="restricted")}, ["content/agreement/a.md:3 exemption"]),
    "ground of the section": (_agenda(restricted_section(item(**RESTRICTED))), []),
    "ground not stated": (_agenda(section(item(**RESTRICTED, exemption=NOT_STATED))), []),
    "basis without paragraph": (
        _agenda(section(item(**RESTRICTED, exemption={"basis": "schedule-12a"}))),
        ["agenda.md:6 exemption"],
    ),
    "paragraph without basis": (
        _agenda(section(item(**RESTRICTED, exemption={"basis": "confidential", "paragraphs": [1]}))),
        ["agenda.md:6 exemption"],
    ),
    "section without title": (_agenda(section(item(), title=None)), ["agenda.md:6 title"]),
    "item without title": (_agenda(section(item(title=None))), ["agenda.md:6 title"]),
    "item without public title": (_agenda(restricted_section(item())), ["agenda.md:6 title"]),
    "paper without title": ({**_agenda(), **meeting_files(b1=paper(title=None))}, ["b1.md:2 title"]),
    "paper without public title": (
        {**_agenda(), **meeting_files(b1=paper(access="restricted", exemption=GROUND))},
        ["b1.md:2 title"],
    ),
    "withdrawn without words": ({**_agenda(), **meeting_files(b1=paper(access="withdrawn"))}, ["b1.md:3 withdrawn"]),
    "words of withdrawal on a public paper": (
        {**_agenda(), **meeting_files(b1=paper(withdrawn={"date": "2025-01-01", "reason": "x"}))},
        ["b1.md:3 withdrawn"],
    ),
    "draft section": (_agenda(section(item(), access="draft")), ["agenda.md:6 invalid-value"]),
    "withdrawn item": (_agenda(section(item(access="withdrawn"))), ["agenda.md:6 invalid-value"]),
    "draft minute": (
        meeting_files(n=notes("## 1. x", minutes=[{"number": 1, "access": "draft"}])),
        ["n.md:6 invalid-value"],
    ),
    "out after it expired": (
        {**_agenda(), **meeting_files(b1=paper(publish_from="2025-01-02", publish_until="2025-01-01"))},
        ["b1.md:7 invalid-value"],
    ),
    "heading skips a level": ({**_agenda(), **meeting_files(b1=paper("## a\n\n#### b"))}, ["b1.md:10 heading-level"]),
    "heading in a minute": (meeting_files(n=notes("## 1. x\n\n### y\n\n#### z")), []),
    "table without name in a minute": (meeting_files(n=notes("## 1. x\n\n| a |\n| - |")), ["n.md:10 table-name"]),
    "table without name in the agreement": (
        {"agreement/a.md": agreement("| a |\n| - |")},
        ["content/agreement/a.md:9 table-name"],
    ),
    "name of a table apart": ({"agreement/a.md": agreement("Table: a\n\n| a |\n| - |")}, []),
}


@pytest.mark.parametrize(("tree", "expected"), CASES.values(), ids=CASES)
def test_each_rule_finds_what_it_asks_for(tree: dict[str, str], expected: list[str]) -> None:
    """File, line and rule, and nothing beside."""
    assert told(tree) == expected


NEW: dict[str, Any] = {"date": "2026-12-14", "published": "2026-12-01"}


@pytest.mark.parametrize(
    ("exemption", "expected"),
    [
        pytest.param(NOT_STATED, ["this is restricted and does not say on what ground."], id="not stated"),
        pytest.param(GROUND, ["the balance of the public interest, or the date of review, is missing."], id="no balance"),
        pytest.param(NEW_GROUND, [], id="whole"),
    ],
)
def test_a_new_restriction_states_its_ground_its_balance_and_its_review(exemption: object, expected: list[str]) -> None:
    """On the archive it need not."""
    tree = {f"{NEW_FOLDER}/agenda.md": agenda(section(item(**RESTRICTED, exemption=exemption)), **NEW)}
    told_of = findings(tree)
    assert [finding.message for finding in told_of] == expected
    assert all(finding.severity is Severity.ERROR for finding in told_of)


_NO_BALANCE = "the balance of the public interest, or the date of review, is missing."


@pytest.mark.parametrize(
    ("mark", "expected"),
    [
        pytest.param("::: restricted", "this is restricted and does not say on what ground.", id="bare"),
        pytest.param("::: restricted paragraph 3", _NO_BALANCE, id="no balance"),
        pytest.param("::: restricted confidential\n::: review: 2027-01-31", _NO_BALANCE, id="no balance, with a review"),
        pytest.param("::: restricted paragraph 3\n::: balance: x.", _NO_BALANCE, id="no review"),
        pytest.param("::: restricted paragraph 3\n::: balance: x.\n::: review: 2027-01-31", None, id="whole"),
    ],
)
@pytest.mark.parametrize("where", ["paper", "minute"])
def test_a_new_passage_states_its_ground_its_balance_and_its_review(mark: str, expected: str | None, where: str) -> None:
    """As every other restriction does: on the archive it need not."""
    passage = f"{mark}\n\nx\n\n:::"
    files = (
        {"b1": paper(passage)} if where == "paper" else {"n": notes(f"## 1. Lamps\n(Item B1)\n\n{passage}", date=NEW["date"])}
    )
    new = {f"{NEW_FOLDER}/agenda.md": agenda(section(item()), **NEW)}
    found = findings({**new, **{f"{NEW_FOLDER}/{name}.md": text for name, text in files.items()}})
    line = 8 if where == "paper" else 11
    (name,) = files
    told_of = [(str(one.place), one.severity, str(one.rule), one.message) for one in found]
    place = f"content/{NEW_FOLDER}/{name}.md:{line}:1"
    assert told_of == ([(place, Severity.ERROR, "exemption", expected)] if expected else [])
    archive = {"b1": paper(passage)} if where == "paper" else {"n": notes(f"## 1. Lamps\n(Item B1)\n\n{passage}")}
    assert findings(meeting_files(agenda=agenda(), **archive)) == []


def test_a_passage_of_a_draft_is_not_asked_for_its_balance_yet() -> None:
    """It is when the paper is published."""
    draft = paper("::: restricted paragraph 3\nx\n:::", access="draft")
    assert findings({f"{NEW_FOLDER}/agenda.md": agenda(section(item()), **NEW), f"{NEW_FOLDER}/b1.md": draft}) == []


def test_short_notice_of_a_new_meeting_is_an_error() -> None:
    """On the archive it is a warning, for nobody can mend it."""
    old = findings(_agenda(published="2024-05-13"))
    new = findings({f"{NEW_FOLDER}/agenda.md": agenda(**{**NEW, "published": "2026-12-11"})})
    assert [one.severity for one in (*old, *new)] == [Severity.WARNING, Severity.ERROR]
    assert new[0].message == "the notice gives 0 clear days (Saturdays and Sundays not counted); 5 are asked for."


def test_an_agenda_of_a_new_meeting_says_when_its_notice_was() -> None:
    """Else nobody can count; on the archive nobody knows."""
    (only,) = findings({f"{NEW_FOLDER}/agenda.md": agenda(**{**NEW, "published": None})})
    assert (str(only.rule), only.severity, only.message) == (
        "clear-days",
        Severity.WARNING,
        "the agenda does not say when its notice was published.",
    )


def test_a_day_on_which_the_office_is_closed_is_not_counted() -> None:
    """The policy lists them, beside the bank holidays; the message names those passed over."""
    closed = settings(policy={"closure_days": ["2026-12-09", "2026-12-13"]})
    record = read({f"{NEW_FOLDER}/agenda.md": agenda(**{**NEW, "published": "2026-12-04"})}).record
    (only,) = check(record, closed, TODAY)
    assert only.message == "the notice gives 4 clear days (Saturdays and Sundays, 2026-12-09 not counted); 5 are asked for."


def test_a_holiday_that_was_not_counted_is_named() -> None:
    """The clerk sees why there are fewer days than it seems."""
    (only,) = findings({"meetings/2024-05-10-hill/agenda.md": agenda(date="2024-05-10", published="2024-05-03")})
    assert only.message == "the notice gives 3 clear days (Saturdays and Sundays, 2024-05-06 not counted); 5 are asked for."


def test_the_checks_know_the_day() -> None:
    """The same record is judged as it stands on that day."""
    tree = {**_agenda(), **meeting_files(b1=paper("| a |\n| - |", publish_from="2027-01-01"))}
    assert [told(tree, date(2026, 1, 1)), told(tree, date(2027, 1, 1))] == [[], ["b1.md:9 table-name"]]


@pytest.mark.parametrize(
    "classification",
    ["Exempt", "RESTRICTED", "Restricted: paragraph 3", "Not for publication", "Official-Sensitive", "Part 2", "Confidential"],
)
def test_a_public_paper_is_not_printed_as_one_that_is_not(classification: str) -> None:
    """One of the two is a mistake, and which one cannot be guessed."""
    tree = meeting_files(agenda=agenda(), b1=paper(classification=classification), a=appendix(classification=classification))
    assert told(tree) == ["b1.md:6 access-conflict", "a.md:7 access-conflict"]


@pytest.mark.parametrize("classification", ["Unrestricted", "For Information", "Not exempt", "Non-confidential", "Part 1"])
def test_a_public_paper_may_be_printed_as_one(classification: str) -> None:
    """As nearly all are."""
    assert told(meeting_files(agenda=agenda(), b1=paper(classification=classification))) == []


def test_a_paper_of_an_opened_item_may_be_printed_as_exempt() -> None:
    """The item says why it is open; and what is withheld may say that it is."""
    opened = item("D1", access="public", open={"reason": "It was published in the open pack."})
    closed = paper(item="D2", access="restricted", classification="Exempt")
    tree = meeting_files(
        agenda=agenda(section(item()), restricted_section(opened, item("D2", None, public_title="A contract"))),
        d1=paper(item="D1", classification="Exempt"),
        d2=closed,
    )
    assert told(tree) == []
