"""What publishing one record in the place of another does: told from what is public on both sides."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from public_record.model.record import Attachment, Item, Meeting, Paragraph, Withdrawn, Withheld, WithheldPassage
from public_record.model.vocabulary import Basis
from public_record.outputs.publication import changes
from public_record.outputs.publication_report import as_json, as_markdown, as_text
from published import item, meeting, minute, paper, paragraph, record

NOTICE = Withheld(Basis.NOT_STATED)
PASSAGE = WithheldPassage(NOTICE)
SAID = paragraph("The bridge is sound.", "1")
OPENED, OTHER, LAST = (paragraph(words) for words in ("So is the pier.", "The road is dry.", "The lamps are lit."))


def _changes(before: Meeting | None, after: Meeting | None) -> list[tuple[str, str, str]]:
    found = changes(*(record(*([one] if one else [])) for one in (before, after)))
    return [(change.kind.value, change.unit.kind, change.unit.address) for change in found]


def _with_paper(*body: Paragraph | WithheldPassage, **fields: Any) -> Meeting:
    return meeting(item(papers=(replace(paper(*body), **fields),)))


def test_nothing_is_told_of_a_record_that_stays_as_it_is() -> None:
    """A merge that touches what is withheld alone has an empty report."""
    assert _changes(_with_paper(SAID), _with_paper(SAID)) == []


def test_what_is_new_becomes_public() -> None:
    """Each part that has an address."""
    assert _changes(None, _with_paper(SAID)) == [
        ("becomes-public", "meeting", "group/2025-03-02/"),
        ("becomes-public", "item", "group/2025-03-02/b1/"),
        ("becomes-public", "paper", "group/2025-03-02/b1/"),
    ]


def test_what_says_something_else_changes() -> None:
    """And only that: its meeting is as it was."""
    assert _changes(_with_paper(SAID), _with_paper(paragraph("It is not.", "1"))) == [
        ("changed", "paper", "group/2025-03-02/b1/")
    ]


@pytest.mark.parametrize(
    ("before", "after"),
    [
        (meeting(item(withheld=NOTICE)), meeting(item())),
        (_with_paper(withheld=NOTICE), _with_paper(SAID)),
        (meeting(minutes=(minute(withheld=NOTICE),)), meeting(minutes=(minute(),))),
        (meeting(minutes=(minute(withheld=NOTICE),)), meeting(minutes=(minute(7, SAID, withheld=NOTICE),))),
        (_with_paper(SAID, PASSAGE), _with_paper(SAID)),
        (_with_paper(SAID, PASSAGE, PASSAGE), _with_paper(SAID, SAID, PASSAGE)),
        (_with_paper(SAID, PASSAGE, OTHER, LAST), _with_paper(SAID, OPENED, OTHER, PASSAGE, LAST)),
        (_with_paper(SAID, PASSAGE, OTHER, LAST), _with_paper(SAID, OPENED, PASSAGE, LAST)),
        (_with_paper(SAID, PASSAGE, LAST), _with_paper(SAID, OPENED, PASSAGE, LAST)),
        (_with_paper(SAID, PASSAGE, LAST), _with_paper(SAID, PASSAGE, OPENED, PASSAGE, LAST)),
        (
            _with_paper(attachments=(Attachment(None, "A map", withheld=NOTICE),)),
            _with_paper(attachments=(Attachment("x", "A map"),)),
        ),
        (_with_paper(withheld=NOTICE), _with_paper(withdrawn=Withdrawn(date(2025, 4, 1), "A mistake."))),
        (meeting(item("B1"), item("D1", withheld=NOTICE)), meeting(item("B1"))),
        (meeting(item("D1", withheld=NOTICE)), meeting(item("B2"))),
    ],
    ids=[
        "item",
        "paper",
        "minute",
        "part-of-a-minute",
        "passage",
        "one-passage-of-two",
        "one-passage-for-another",
        "one-passage-for-its-neighbour",
        "passage-narrowed",
        "passage-opened-in-its-midst",
        "attachment",
        "to-a-tombstone",
        "notice-gone",
        "under-another-reference",
    ],
)
def test_whatever_was_withheld_and_shows_more_is_released(before: Meeting, after: Meeting) -> None:
    """Also where the notice is only gone: what it stood for may stand anywhere now."""
    assert [kind for kind, *_ in _changes(before, after) if kind == "released"] == ["released"]


def test_a_notice_can_be_worded_better() -> None:
    """That releases nothing."""
    better = meeting(item(title="A review", withheld=replace(NOTICE, review=date(2027, 1, 1))))
    assert _changes(meeting(item(withheld=NOTICE)), better) == [("changed", "item", "group/2025-03-02/b1/")]


def test_text_beside_a_notice_can_be_corrected_or_left_out() -> None:
    """In its place, that tells nothing of what is withheld."""
    before = _with_paper(SAID, PASSAGE, OTHER, LAST)
    changed = [("changed", "paper", "group/2025-03-02/b1/")]
    assert _changes(before, _with_paper(SAID, PASSAGE, OPENED, LAST)) == changed
    assert _changes(before, _with_paper(SAID, PASSAGE, LAST)) == changed
    assert _changes(before, _with_paper(SAID, PASSAGE, OTHER, OPENED, LAST)) == changed
    assert _changes(before, _with_paper(SAID, PASSAGE, PASSAGE, LAST)) == [("becomes-withheld", *changed[0][1:])]


def test_what_becomes_withheld_is_told() -> None:
    """An item, and a passage of a paper."""
    assert _changes(meeting(item()), meeting(item(withheld=NOTICE))) == [("becomes-withheld", "item", "group/2025-03-02/b1/")]
    assert _changes(_with_paper(SAID), _with_paper(SAID, PASSAGE)) == [("becomes-withheld", "paper", "group/2025-03-02/b1/")]


def test_what_is_new_and_withheld_is_told_by_its_notice() -> None:
    """It does not become public."""
    assert _changes(meeting(item("B1")), meeting(item("B1"), item("D1", withheld=NOTICE))) == [
        ("becomes-withheld", "item", "group/2025-03-02/d1/")
    ]


def test_what_is_withdrawn_leaves_a_tombstone() -> None:
    """Its address stays."""
    withdrawn = Withdrawn(date(2025, 4, 1), "Published by mistake.")
    assert _changes(_with_paper(SAID), _with_paper(withdrawn=withdrawn)) == [("withdrawn", "paper", "group/2025-03-02/b1/")]


def test_what_is_gone_is_told() -> None:
    """Its address leads nowhere."""
    assert _changes(meeting(item("B1"), item("B2")), meeting(item("B1"))) == [("gone", "item", "group/2025-03-02/b2/")]


def test_what_stands_elsewhere_has_moved() -> None:
    """The same words under another reference."""
    first, second = (Item(f"group/2025-03-02/{key.lower()}/", key, key, "Lamps") for key in ("B2", "B3"))
    found = changes(record(meeting(item(), first)), record(meeting(item(), second)))
    assert [(change.kind.value, change.before, change.unit.address) for change in found] == [
        ("moved", "group/2025-03-02/b2/", "group/2025-03-02/b3/")
    ]


def test_the_gravest_changes_stand_first() -> None:
    """A reader of the report may stop at the first line."""
    before = meeting(item("B1"), item("D1", withheld=NOTICE))
    after = meeting(item("B1"), item("B2"), item("D1"))
    assert [kind for kind, *_ in _changes(before, after)] == ["released", "becomes-public"]


def test_a_report_for_a_terminal_names_address_and_title() -> None:
    """One line a part, under what happens to it."""
    found = changes(record(meeting(item("D1", withheld=NOTICE))), record(meeting(item("D1"))))
    assert as_text(found) == "Released, and was withheld:\n  item group/2025-03-02/d1/ The bridge"


def test_a_report_without_changes_says_so() -> None:
    """Rather than nothing."""
    assert as_text([]) == "Nothing that is public changes."
    assert as_markdown([]) == "## What this publishes\n\nNothing that is public changes.\n"


def test_a_title_cannot_become_markup_in_a_merge_request() -> None:
    """It stands as code."""
    found = changes(record(), record(meeting(item(title="`</b>@everyone"))))
    assert "- item `group/2025-03-02/b1/`: `'</b>@everyone`" in as_markdown(found).splitlines()


def test_a_report_for_a_program_is_json() -> None:
    """With the states that the reports in words leave out."""
    found = changes(record(), record(meeting()))
    told = json.loads(as_json(found))
    assert told == {"changes": told["changes"], "feeds": []}
    assert told["changes"] == [
        {
            "change": "becomes-public",
            "kind": "meeting",
            "address": "group/2025-03-02/",
            "title": "meeting of 2025-03-02",
            "state": "public",
            "withheld_passages": 0,
            "moved_from": None,
        }
    ]
