"""What is due by day, and what is told once a day has passed. A passing day never stops a build."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from builders import (
    GROUND,
    TODAY,
    agenda,
    agreement,
    appendix,
    findings,
    item,
    meeting_files,
    notes,
    paper,
    read,
    restricted_section,
    section,
    settings,
)
from public_record.checks.context import Context
from public_record.checks.duties import duties
from public_record.model.findings import Severity

LATER = date(2027, 6, 1)
REVIEW = {**GROUND, "balance": "Bids.", "review": "2027-01-31"}
RESTRICTED: dict[str, Any] = {"access": "restricted", "public_title": "A matter", "exemption": REVIEW}


def _folder(day: str, **files: str) -> dict[str, str]:
    return {f"meetings/{day}-hill/{name}.md": text for name, text in files.items()}


def _agenda(day: str, *items: dict[str, Any], **keys: Any) -> str:
    lines = items or (item(),)
    return agenda(section(*lines), **{"date": day, "published": "2026-01-05", **keys})


def _due(tree: dict[str, str], today: date = TODAY, **policy: Any) -> list[str]:
    """List day, kind, reference, and whether the public knows."""
    context = Context.of(read(tree).record, settings(policy=policy), today)
    found = sorted(duties(context), key=lambda duty: (duty.day, duty.kind, duty.reference))
    return [f"{duty.day} {duty.kind} {duty.reference}{'' if duty.announced else ' (private)'}" for duty in found]


def _overdue(tree: dict[str, str], today: date = LATER) -> list[str]:
    """Tell file and rule of what is overdue, and insist that it stops nothing."""
    found = findings(tree, today)
    assert {one.severity for one in found} <= {Severity.WARNING}
    return [f"{one.place.path.removeprefix('content/meetings/')}:{one.place.line} {one.rule}" for one in found]


ANNOUNCES = item("C1", "Date of next meeting", next_meeting={"date": "2027-01-07"})
NOTES = notes("## 1. Lamps\n(Item B1)", date="2026-05-12")


def test_the_notice_of_an_announced_meeting_is_due_in_time() -> None:
    """Five clear days before, with Christmas and the New Year passed over."""
    tree = _folder("2026-05-12", agenda=_agenda("2026-05-12", item(), ANNOUNCES), n=NOTES)
    adoption = "2027-01-07 adoption 2026-05-12-hill (private)"
    assert _due(tree) == ["2026-12-29 notice 2027-01-07-hill", adoption]
    assert _due(tree, closure_days=["2026-12-29", "2026-12-30"]) == ["2026-12-23 notice 2027-01-07-hill", adoption]
    assert _overdue(tree, date(2026, 12, 29)) == []
    assert _overdue(tree, date(2026, 12, 30)) == ["2026-05-12-hill/agenda.md:7 agenda-missing"]


def test_a_notice_is_published_with_its_agenda() -> None:
    """A draft is no notice; and a meeting that was moved is not missed."""
    first = _folder("2026-05-12", agenda=_agenda("2026-05-12", item(), ANNOUNCES), n=NOTES)
    draft = _folder("2027-01-07", agenda=_agenda("2027-01-07", access="draft"))
    moved = _folder("2027-01-14", agenda=_agenda("2027-01-14", published="2027-01-04"))
    assert [one for one in _due({**first, **draft}) if "notice" in one] == [one for one in _due(first) if "notice" in one]
    assert [one for one in _due({**first, **moved}) if "notice" in one] == []


def test_notes_are_to_be_put_up_at_the_next_meeting() -> None:
    """Until an agenda does; a meeting that passed without is overdue."""
    first = _folder("2026-05-12", agenda=_agenda("2026-05-12"), n=NOTES)
    second = _folder("2026-06-16", agenda=_agenda("2026-06-16"), n=notes(date="2026-06-16"))
    puts_up = _folder("2026-06-16", agenda=_agenda("2026-06-16", item(notes_of="2026-05-12")))
    assert [one for one in _due(first) if "adoption" in one] == []
    assert [one for one in _due({**first, **second}, LATER) if "adoption" in one] == [
        "2026-06-16 adoption 2026-05-12-hill (private)"
    ]
    assert [one for one in _due({**first, **puts_up}, LATER) if "adoption" in one] == []


def test_a_paper_that_is_to_follow_is_due_at_its_meeting() -> None:
    """Until it is there."""
    tree = _folder("2026-05-12", agenda=_agenda("2026-05-12", item(delivery="to-follow")), n=NOTES)
    paper_due = "2026-05-12 paper 2026-05-12-hill, item B1 (private)"
    assert [one for one in _due(tree) if " paper " in one] == [paper_due]
    assert [one for one in _due({**tree, **_folder("2026-05-12", b1=paper())}) if " paper " in one] == []


def test_a_meeting_known_by_its_folder_alone_has_a_notice_due() -> None:
    """Of a draft the public knows nothing: the log is silent, the clerk is told."""
    draft = _folder("2026-05-12", agenda=_agenda("2026-05-12", access="draft"))
    assert _due(draft)[0] == "2026-05-01 notice 2026-05-12-hill (private)"
    assert _overdue(draft) == []
    assert _overdue(_folder("2026-05-12", n=notes(date="2026-05-12"))) == ["2026-05-12-hill:1 agenda-missing"]


def test_notes_are_due_so_many_days_after_a_meeting() -> None:
    """As the policy says; a draft is none, and of a meeting that was called off there are none."""
    tree = _folder("2026-05-12", agenda=_agenda("2026-05-12"))
    draft = {**tree, **_folder("2026-05-12", n=notes(date="2026-05-12", access="draft"))}
    assert _due(tree) == _due(draft) == ["2026-06-11 notes 2026-05-12-hill"]
    assert _due(tree, notes_days=10) == ["2026-05-22 notes 2026-05-12-hill"]
    assert _due({**tree, **_folder("2026-05-12", n=NOTES)}) == []
    assert _due(_folder("2026-05-12", agenda=_agenda("2026-05-12", cancelled={"reason": "Snow."}))) == []
    assert _overdue(tree, date(2026, 6, 11)) == []
    (late,) = findings(tree, date(2026, 6, 12))
    assert (late.rule.value, late.message) == (
        "notes-late",
        "the notes of this meeting were due on 2026-06-11, and are not published.",
    )


def test_notes_are_adopted_by_a_later_meeting() -> None:
    """Told once one has taken place that did not put them up."""
    first = _folder("2026-05-12", agenda=_agenda("2026-05-12"), n=NOTES)
    puts_up = item("A3", "Notes", notes_of="2026-05-12")
    after = notes("## 2. Notes\n(Item B1)", date="2026-07-14")
    silent = {**first, **_folder("2026-07-14", agenda=_agenda("2026-07-14"), n=after)}
    adopts = {**first, **_folder("2026-07-14", agenda=_agenda("2026-07-14", item(), {**puts_up, "ref": "B2"}), n=after)}
    assert _overdue(silent, date(2026, 7, 14)) == []
    assert _overdue(silent, date(2026, 7, 15)) == ["2026-05-12-hill/n.md:5 notes-not-adopted"]
    assert _overdue(adopts, date(2026, 7, 15)) == []


def test_reports_asked_for_are_due() -> None:
    """By their day, or that of the next meeting; without a date never. Also those asked for behind closed doors."""
    text = (
        "## 1. Lamps\n(Item B1)\n\nReport back by 1 March 2027: x.\n\nReport back to the next meeting: x.\n\n"
        "Report back, no date: x.\n\n## 2. x\n(Item D1)\n\nReport back by 2 March 2027: x."
    )
    shut = restricted_section(item("D1", None, public_title="x"), exemption=REVIEW, letter="D")
    lines = section(item(), ANNOUNCES)
    files = {"agenda": agenda(lines, shut, date="2026-05-12", published="2026-01-05"), "n": notes(text, date="2026-05-12")}
    assert [one for one in _due(_folder("2026-05-12", **files)) if "request" in one] == [
        "2027-01-07 request 2026-05-12-hill, minute 1",
        "2027-03-01 request 2026-05-12-hill, minute 1",
        "2027-03-02 request 2026-05-12-hill, minute 2 (private)",
    ]


def test_a_report_is_overdue_until_something_is_said_to_answer_it() -> None:
    """That a meeting was held since is no answer."""
    asked = notes("## 1. Lamps\n(Item B1)\n\nReport back by 1 July 2026: x.", date="2026-05-12")
    tree = _folder("2026-05-12", agenda=_agenda("2026-05-12"), n=asked)
    held = {**tree, **_folder("2026-07-14", agenda=_agenda("2026-07-14", item(), item("B2", notes_of="2026-05-12")))}
    answering = item("B2", notes_of="2026-05-12", answers=["hill/2026-05-12/notes/#request-1-1"])
    answered = {**tree, **_folder("2026-07-14", agenda=_agenda("2026-07-14", item(), answering))}
    assert _overdue(tree, date(2026, 7, 1)) == []
    assert _overdue(tree, date(2026, 7, 20)) == ["2026-05-12-hill/n.md:11 request-overdue"]
    assert _overdue(held, date(2026, 7, 20)) == ["2026-05-12-hill/n.md:11 request-overdue"]
    assert _overdue(answered, date(2026, 7, 20)) == []


PASSAGE = "::: restricted paragraph 3\n::: balance: Bids.\n::: review: 2027-01-31\n\nx\n\n:::"


def test_passages_are_reviewed_on_their_day() -> None:
    """Each by what it stands in and its number there; told in public where its notice is shown."""
    opened = {"access": "restricted", "exemption": {"basis": "not-stated"}, "open": {"reason": "x", "parts": ["paragraphs"]}}
    closed = {**opened, "open": {"reason": "x", "parts": ["outcome"]}}
    tree = {
        **meeting_files(
            agenda=agenda(section(item(), item("B2")), text=PASSAGE),
            n=notes(
                f"{PASSAGE}\n\n" + "".join(f"## {number}. x\n(Item B1)\n\n{PASSAGE}\n\n" for number in (1, 2, 3)),
                minutes=[{"number": 2, **opened}, {"number": 3, **closed}],
            ),
            b1=paper(f"1.1 x\n\n::: restricted\nx\n:::\n\n{PASSAGE}"),
            a=appendix(PASSAGE),
            b2=paper(PASSAGE, item="B2", access="draft"),
        ),
        "agreement/a.md": agreement(PASSAGE),
        "agreement/b.md": agreement(PASSAGE, version="2.0", access="draft", effective={"from": "2030-01"}),
    }
    assert [line for line in _due(tree) if " review " in line] == [
        f"2027-01-31 review {reference}"
        for reference in (
            "2024-05-14-hill, agenda, passage 1",
            "2024-05-14-hill, item B1, paper 1, appendix A, passage 1",
            "2024-05-14-hill, item B1, paper 1, passage 2",
            "2024-05-14-hill, item B2, paper 1, passage 1 (private)",
            "2024-05-14-hill, notes, minute 1, passage 1",
            "2024-05-14-hill, notes, minute 2, passage 1",
            "2024-05-14-hill, notes, minute 3, passage 1 (private)",
            "2024-05-14-hill, notes, passage 1",
            "agreement 1.0, passage 1",
            "agreement 2.0, passage 1 (private)",
        )
    ]
    assert [one for one in _overdue(tree, date(2027, 1, 31)) if "review" in one] == []
    assert [one for one in _overdue(tree, date(2027, 2, 1)) if "review" in one] == [
        "2024-05-14-hill/agenda.md:9 review-due",
        "2024-05-14-hill/n.md:9 review-due",
        "2024-05-14-hill/n.md:20 review-due",
        "2024-05-14-hill/n.md:31 review-due",
        "2024-05-14-hill/b1.md:14 review-due",
        "2024-05-14-hill/a.md:9 review-due",
        "content/agreement/a.md:9 review-due",
    ]


def test_restrictions_are_reviewed_on_their_day() -> None:
    """Each where its mark stands, the archive included."""
    mark = {"access": "restricted", "exemption": REVIEW}
    attachment = {"file": "a.csv", "public_title": "Prices", **mark}
    tree = {
        **meeting_files(
            agenda=agenda(section(item(), item("B2", None, **RESTRICTED)), restricted_section(letter="D", exemption=REVIEW)),
            n=notes("## 1. Lamps\n(Item B1)\n\n## 2. x\n(Item B2)", minutes=[{"number": 2, **mark}]),
            b1=paper(attachments=[attachment]),
            b1b=paper(paper=2, **RESTRICTED),
            a=appendix(**RESTRICTED),
            b=appendix(paper=2, **RESTRICTED),
            b2=paper(item="B2", **RESTRICTED),
        ),
        "meetings/2024-05-14-hill/a.csv": "a",
        "agreement/a.md": agreement(**RESTRICTED),
    }
    assert _due(tree) == [
        f"2027-01-31 review {reference}"
        for reference in (
            "2024-05-14-hill, agenda, item B2",
            "2024-05-14-hill, agenda, section D",
            "2024-05-14-hill, item B1, paper 1, appendix A",
            "2024-05-14-hill, item B1, paper 1, attachment 1",
            "2024-05-14-hill, item B1, paper 2",
            "2024-05-14-hill, item B1, paper 2, appendix A (private)",
            "2024-05-14-hill, item B2, paper 1 (private)",
            "2024-05-14-hill, notes, minute 2",
            "agreement 1.0",
        )
    ]
    assert _overdue(tree, date(2027, 1, 31)) == []
    assert [one.split(" ")[1] for one in _overdue(tree)] == ["review-due"] * 7


def test_what_comes_out_and_what_expires_is_listed_until_its_day() -> None:
    """Of what is public on these days; nobody need do anything."""
    tree = meeting_files(
        agenda=agenda(),
        b1=paper(publish_from="2026-12-01", publish_until="2027-12-01"),
        b2=paper(paper=2, publish_from="2026-01-01", publish_until="2026-02-01"),
        b3=paper(paper=3, access="draft", publish_from="2026-12-01"),
    )
    assert _due(tree) == [
        "2026-12-01 opens 2024-05-14-hill, item B1, paper 1 (private)",
        "2027-12-01 expires 2024-05-14-hill, item B1, paper 1 (private)",
    ]


@pytest.mark.parametrize(
    ("keys", "day"),
    [
        ({"period": {"from": "2026-04", "to": "2027-03"}}, "2027-03-31"),
        ({"period": {"from": "2026", "to": "2028"}}, "2028-12-31"),
        ({"published": "2026-02-28"}, "2027-02-28"),
        ({"published": "2026-08-31", "period": {"from": "2024"}}, "2027-08-31"),
        ({"period": {"from": "2026"}}, "2027-12-31"),
    ],
)
def test_the_newest_agreement_is_refreshed(keys: dict[str, Any], day: str) -> None:
    """When it ends; else a year, or what the policy says, after it came out."""
    tree = {"agreement/a.md": agreement(version="2.0", **keys), "agreement/b.md": agreement(published="2020-01-01")}
    assert _due(tree) == [f"{day} agreement agreement 2.0"]


def test_the_months_of_an_agreement_end_where_months_end() -> None:
    """Six months after 31 August is the last of February; an agreement without any date is never due."""
    assert _due({"agreement/a.md": agreement(published="2026-08-31")}, agreement_months=6) == [
        "2027-02-28 agreement agreement 1.0"
    ]
    assert _due({"agreement/a.md": agreement()}) == []


def test_the_archive_is_spared() -> None:
    """Nobody can go back and publish the notes of 2014."""
    asked = notes("## 1. Lamps\n(Item B1)\n\nReport back by 1 July 2024: x.")
    announces = agenda(section(item(), item("B2", next_meeting={"date": "2024-07-09"})))
    assert _due(meeting_files(agenda=announces, n=asked)) == []
    assert _due(meeting_files(agenda=announces)) == []


def test_days_at_the_end_of_the_calendar_and_months_that_are_none_stop_nothing() -> None:
    """Some write 9999-12-31 where they mean never."""
    tree = {
        **_folder("9999-12-31", agenda=_agenda("9999-12-31", publish_until="9999-12-31")),
        "agreement/a.md": agreement(published="2018-13"),
    }
    assert _due(tree) == ["9999-12-31 expires 9999-12-31-hill, agenda (private)", "9999-12-31 notes 9999-12-31-hill"]
    assert _due(_folder("9999-12-31", n=notes(date="9999-12-31"))) == ["9999-12-23 notice 9999-12-31-hill"]
