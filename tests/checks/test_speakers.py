"""Whoever speaks in the notes is listed; only what is certain to be somebody speaking is taken for that."""

from __future__ import annotations

from typing import Any

import pytest

from builders import agenda, findings, item, meeting_files, notes, restricted_section, section, told

PRESENT = ["Mr A Smith", {"name": "Acting Chief Superintendent B. Vane-Jones, OBE", "role": "Chairman"}]


def _notes(text: str, **keys: Any) -> dict[str, str]:
    return meeting_files(n=notes(f"## 1. One\n\n{text}\n\n## 2. Two\n\nText.", **{"present": PRESENT, **keys}))


@pytest.mark.parametrize(
    "text",
    [
        "1. Mr Weiss said that it was so.",
        "It was asked. Mrs C D Weiss also confirmed it.",
        "Two things:\n\n- First.\n- Cllr Weiss presented it.",
        "1. One:\n\n   (a) Dr. Weiss replied.",
        "- Mr Weiss asked.",
        "The Partnership noted it. Mr Weiss thanked all.",
    ],
)
def test_a_speaker_who_is_in_no_list_is_told(text: str) -> None:
    """At the beginning of a sentence, with a title and a word of speaking."""
    assert [(one.rule.value, one.severity.value) for one in findings(_notes(text))] == [("speaker", "warning")]


@pytest.mark.parametrize(
    "text",
    [
        "1. Mr Smith said that it was so. Mr Vane-Jones agreed.",
        "The report by Mr Weiss said that it was so.",
        "Mr Weiss was ill.",
        "The office said so.",
        "Mr Weiss said it.\n\nEditor's note: the lists do not have Weiss.",
    ],
    ids=["listed", "spoken of", "says nothing", "office", "explained"],
)
def test_others_are_left_alone(text: str) -> None:
    """Better one too few than one too many."""
    assert told(_notes(text)) == []


def test_a_speaker_is_told_once_a_minute() -> None:
    """On the line of the first."""
    assert told(_notes("Text.\n\nMr Weiss said one.\nMr Weiss\nsaid two. Mr Weiss added three.")) == ["n.md:13 speaker"]


def test_notes_without_lists_are_left_alone() -> None:
    """Of the archive some have none."""
    assert told(_notes("Mr Weiss said it.", present=[])) == []


def test_an_editors_note_of_the_notes_names_who_was_not_listed() -> None:
    """As the notes of 17 October 2013 do."""
    assert told(_notes("Mr Weiss said it.", editor_notes=["David Weiss is in no list."])) == []


def test_a_speaker_whom_the_agenda_announces_is_known() -> None:
    """At a hearing; but who was to speak behind closed doors is nobody's knowledge."""
    heard = meeting_files(agenda=agenda(section(item(speakers=["Mr D Weiss"]))))
    closed = meeting_files(agenda=agenda(restricted_section(item("B1", None, public_title="x", speakers=["Mr D Weiss"]))))
    text = notes("## 1. One\n\nMr Weiss said it.", present=PRESENT, minutes=[{"number": 1, "access": "public"}])
    assert [told({**tree, **meeting_files(n=text)}) for tree in (heard, closed)] == [[], ["n.md:12 speaker"]]


def test_a_withheld_minute_gives_no_warning() -> None:
    """Nor does a passage."""
    shut = meeting_files(agenda=agenda(section(item()), restricted_section(item("D1", None, public_title="x"))))
    text = "## 1. One\n(Item B1)\n\n::: restricted\nMr Weiss said it.\n:::\n\n## 2. Two\n(Item D1)\n\nMr Weiss said it."
    assert told({**shut, **meeting_files(n=notes(text, present=PRESENT))}) == []
