"""Answers name requests that are there, corrections find their place, and what waits is pointed out."""

from __future__ import annotations

from typing import Any

import pytest

from builders import agenda, findings, item, notes, paper, restricted_section, section

FIRST, SECOND = "meetings/2024-05-14-hill", "meetings/2024-09-10-hill"
ASKED = "hill/2024-05-14/notes/#request-1-1"
NOTES = "## 1. Lamps\n(Item B1)\n\n1. A lamp.\n\nRESOLVED that it be noted.\n\nReport back, no date: lamps."


def _tree(
    later: dict[str, Any], *, text: str = NOTES, marks: list[dict[str, Any]] | None = None, **first: Any
) -> dict[str, str]:
    return {
        f"{FIRST}/agenda.md": agenda(section(item(subjects=["lamps"], **first))),
        f"{FIRST}/notes.md": notes(text, minutes=marks or []),
        f"{SECOND}/agenda.md": agenda(section(item(**later)), date="2024-09-10"),
    }


def _told(tree: dict[str, str]) -> list[tuple[str, str]]:
    return [(finding.rule.value, finding.message) for finding in findings(tree)]


def test_an_answer_names_a_request_by_its_address() -> None:
    """That is where its reader is led."""
    assert _told(_tree({"answers": [ASKED]})) == []


@pytest.mark.parametrize(
    "address", [ASKED.replace("1-1", "1-2"), ASKED.replace("05-14", "05-15"), ASKED.replace("request", "action")]
)
def test_an_answer_to_nothing_is_refused(address: str) -> None:
    """The tie would be lost in silence."""
    assert _told(_tree({"answers": [address]})) == [("answer", "no request or action of the public record has this address.")]


def test_an_address_has_a_form() -> None:
    """A minute number alone would mean another minute in another year."""
    (told,) = _told(_tree({"answers": ["minute 1"]}))
    assert told[0] == "invalid-value"


def test_an_answer_to_a_withheld_request_is_refused() -> None:
    """Its address would tell that something was asked for in private."""
    closed = {"access": "restricted", "exemption": {"basis": "not-stated"}}
    tree = _tree({"answers": [ASKED]}, marks=[{"number": 1, **closed}])
    assert _told(tree) == [("answer", "no request or action of the public record has this address.")]


def test_a_paper_and_a_minute_can_answer() -> None:
    """What has no item of its own is answered by a section."""
    tree = _tree({}) | {
        f"{SECOND}/b1.md": paper("3.1 It is done.", answers=[{"request": ASKED, "at": "3.1"}]),
        f"{SECOND}/notes.md": notes(
            "## 2. Lamps\n(Item B1)\n\n1. Done.", date="2024-09-10", minutes=[{"number": 2, "answers": [ASKED]}]
        ),
    }
    assert _told(tree) == []


def test_what_a_paper_promises_can_be_answered() -> None:
    """Papers ask for nothing, but they announce."""
    promised = "Report back by July 2024: a plan."
    tree = _tree({"answers": ["hill/2024-05-14/b1/#request-1", ASKED]}) | {f"{FIRST}/b1.md": paper(promised)}
    assert _told(tree) == []


def test_what_a_restricted_item_answers_is_told_only_where_it_says_so() -> None:
    """`public_answers` is the public word for it, as `public_title` is."""
    closed = {"ref": "D1", "public_title": "A review", "public_answers": [ASKED]}
    tree = _tree({}) | {f"{SECOND}/agenda.md": agenda(section(item()), restricted_section(closed), date="2024-09-10")}
    assert _told(tree) == []


def test_public_answers_belong_to_restricted_items() -> None:
    """Whoever wrote them meant a restriction, and forgot it."""
    assert [rule for rule, _ in _told(_tree({"public_answers": [ASKED]}))] == ["access-conflict", "title"]


def test_an_item_on_the_same_subject_is_proposed() -> None:
    """A warning: only a person can say that it is the answer."""
    assert _told(_tree({"subjects": ["lamps"]})) == [
        ("likely-answer", "nothing is said to answer this request; on the same subject is item B1 of 2024-09-10.")
    ]


def test_all_items_on_the_same_subject_are_proposed() -> None:
    """The first need not be the one: a meeting can have a matter before it twice."""
    both = section(item("B1", subjects=["lamps"]), item("B2", subjects=["lamps"]), item("B3"))
    tree = _tree({}) | {f"{SECOND}/agenda.md": agenda(both, date="2024-09-10")}
    assert _told(tree) == [
        (
            "likely-answer",
            "nothing is said to answer this request; on the same subject is item B1 or item B2 of 2024-09-10.",
        )
    ]


def test_nothing_is_proposed_once_somebody_has_looked() -> None:
    """The request stays open; the clerk is left in peace."""
    assert _told(_tree({"subjects": ["lamps"]}, marks=[{"number": 1, "unanswered": 1}])) == []


def test_a_draft_answers_nothing_in_public() -> None:
    """Were it to silence the warning, the log would tell of it."""
    tree = _tree({"subjects": ["lamps"]}) | {f"{SECOND}/b1.md": paper("3.1 Done.", access="draft", answers=[ASKED])}
    assert [rule for rule, _ in _told(tree)] == ["likely-answer"]


def test_nothing_withheld_is_proposed() -> None:
    """A warning stands in a public log."""
    closed = {"ref": "D1", "public_title": "A review", "subjects": ["lamps"]}
    tree = _tree({}) | {f"{SECOND}/agenda.md": agenda(section(item()), restricted_section(closed), date="2024-09-10")}
    assert _told(tree) == []


def _adopting(adoption: dict[str, Any], **later: Any) -> dict[str, str]:
    text = "## 2. Notes of the last meeting\n(Item A1)\n\nRESOLVED that they be signed."
    return _tree({"ref": "A1", "title": "Notes", "notes_of": "2024-05-14", **later}) | {
        f"{SECOND}/notes.md": notes(text, date="2024-09-10", minutes=[{"number": 2, "adoption": adoption}])
    }


@pytest.mark.parametrize("at", [{"minute": 1}, {"minute": 1, "paragraph": "1"}])
def test_a_correction_finds_its_place(at: dict[str, Any]) -> None:
    """A minute, or a paragraph of one."""
    assert _told(_adopting({"signed_by": "the Chair", "corrections": [{**at, "text": "Read Hill Lane."}]})) == []


@pytest.mark.parametrize("at", [{"minute": 9}, {"minute": 1, "paragraph": "7"}])
def test_a_correction_of_nothing_is_refused(at: dict[str, Any]) -> None:
    """It would be shown nowhere."""
    assert _told(_adopting({"corrections": [{**at, "text": "Read Hill Lane."}]})) == [
        ("adoption", "no public minute or paragraph of the notes has this number.")
    ]


def test_only_a_minute_whose_item_puts_notes_up_adopts_them() -> None:
    """Which notes are adopted is said by the agenda."""
    assert _told(_adopting({"signed_by": "the Chair"}, notes_of=None)) == [
        ("adoption", "this minute adopts notes, and its item puts none up.")
    ]
