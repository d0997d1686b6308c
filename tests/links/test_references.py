"""Where what is mentioned leads: to one certain place of the public record, or nowhere."""

from __future__ import annotations

from dataclasses import fields, is_dataclass, replace
from datetime import date
from functools import cache
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from builders import agenda, agreement, appendix, notes, paper, public, restricted_section, section
from builders import item as drawn_item
from public_record.links.citations import citing
from public_record.links.links import Links, link
from public_record.links.references import Span
from public_record.links.register import Kind
from public_record.model.record import Record
from public_record.model.text import PublicText
from published import item, meeting, minute, paragraph, record
from published import paper as published_paper

EARLY, LATE = "meetings/2024-02-13-hill", "meetings/2024-05-14-hill"
LAWS = {
    "Crime and Disorder Act 1998": "https://www.legislation.gov.uk/ukpga/1998/37",
    "Anti-social Behaviour, Crime and Policing Act 2014": "https://www.legislation.gov.uk/ukpga/2014/12",
    "Serious Crime Act 2015": "https://www.legislation.gov.uk/ukpga/2015/9",
    "Schedule 12A": "https://www.legislation.gov.uk/ukpga/1972/70/schedule/12A",
}
HERE = "Here."
PARAGRAPHS = "1.1 One.\n\n2.2 Two.\n\n6.1 Six.\n\n6.1 Six again.\n\n## Recommendations\n\n7.1 That it be noted."


def tree(**texts: Any) -> dict[str, str]:
    """Draw two meetings and an agreement. `texts` are put into the late meeting's paper, notes, appendix or the agreement."""
    early = {"date": "2024-02-13"}
    late = [
        section(
            drawn_item("A3", "Notes of meeting", notes_of="2024-02-13"),
            drawn_item("B1", pages="7-10"),
            drawn_item("B2", pages="11-24"),
        ),
        restricted_section(drawn_item("D1", "Closed", public_title="A matter")),
    ]
    return {
        f"{EARLY}/agenda.md": agenda(section(drawn_item("B1", "Benches")), **early),
        f"{EARLY}/b1.md": paper(PARAGRAPHS, title="Benches"),
        f"{EARLY}/notes.md": notes("## 104. Benches\n(Item B1)\n\n1. Said.\n\n2. Said more.", **early),
        f"{LATE}/agenda.md": agenda(*late, **texts.get("agenda", {})),
        f"{LATE}/b1.md": paper(texts.get("other", PARAGRAPHS)),
        f"{LATE}/b2.md": paper(texts.get("paper", PARAGRAPHS), item="B2"),
        f"{LATE}/b2-a.md": appendix(texts.get("appendix", "2.2 Of the appendix."), item="B2"),
        f"{LATE}/notes.md": notes(
            f"## 117. Lamps\n(Item B2)\n\n{texts.get('minute', '1. Said.')}\n\n## 118. Closed\n(Item D1)\n\n1. Closed words."
        ),
        "agreement/2.0.md": agreement(texts.get("agreement", "6.4 Four.\n\n## Appendix B: Scanning\n\nFar."), version="2.0"),
    }


def links(**texts: Any) -> Links:
    """Link the drawn record."""
    return link(public(tree(**texts)), LAWS)


@cache
def drawn(where: str) -> Record:
    """Draw the record once, with words to be replaced in one of its places."""
    before = {
        "paper": f"{PARAGRAPHS}\n\n## Last\n\n",
        "agreement": "## Appendix B: Scanning\n\n",
        "appendix": "2.2 Of the appendix.\n\n",
        "minute": "1. Said.\n\n",
    }
    return public(tree(**{where: f"{before.get(where, '')}{HERE}"}))


def put(value: Any, text: str) -> Any:
    """Put a text into a public record in the place of `HERE`."""
    if value == PublicText(HERE):
        return PublicText(text)
    if isinstance(value, tuple):
        return tuple(put(part, text) for part in value)
    if is_dataclass(value) and not isinstance(value, type):
        return replace(value, **{field.name: put(getattr(value, field.name), text) for field in fields(value)})
    return value


def led(where: str, text: str) -> dict[str, str]:
    """Say where the words of a text lead that stands in the late meeting; what is left alone leads to a reason."""
    references = link(put(drawn(where), text), LAWS).references
    targets = {words[span.start : span.end]: span.target for (_, words), spans in references.spans.items() for span in spans}
    reasons = {words[left.start :]: left.reason.name for (_, words), all_left in references.left.items() for left in all_left}
    return targets | reasons


MEETING, EARLIER = "hill/2024-05-14/", "hill/2024-02-13/"


@pytest.mark.parametrize(
    ("where", "text", "words", "target"),
    [
        ("paper", "At its meeting on 13th February 2024 it", "meeting on 13th February 2024", EARLIER),
        ("paper", "The HP meeting of Tuesday 13 February 2024.", "HP meeting of Tuesday 13 February 2024", EARLIER),
        ("paper", "the meeting on 13/02/2024.", "meeting on 13/02/2024", EARLIER),
        (
            "minute",
            "the notes of the meeting of 13 February 2024",
            "notes of the meeting of 13 February 2024",
            f"{EARLIER}notes/",
        ),
        ("paper", "at the Hill Partnership on 13.02.24", "Hill Partnership on 13.02.24", EARLIER),
        ("agreement", "the notes of 13 February 2024", "notes of 13 February 2024", f"{EARLIER}notes/"),
        ("minute", "as the last meeting heard.", "last meeting", EARLIER),
        ("minute", "the previous meeting of the Partnership,", "previous meeting of the Partnership", EARLIER),
        ("paper", "See Item B1.", "Item B1", f"{MEETING}b1/"),
        ("paper", "See item B1 of 13 February 2024.", "item B1", f"{EARLIER}b1/"),
        ("agreement", "Item B2 of 14 May 2024.", "Item B2", f"{MEETING}b2/"),
        ("agreement", "On 14 May 2024 the report (item B2) came.", "item B2", f"{MEETING}b2/"),
        ("paper", "See item D1.", "item D1", f"{MEETING}d1/"),
        ("minute", "as minute 104 says", "minute 104", f"{EARLIER}notes/#minute-104"),
        ("minute", "as minute 104(2) says", "minute 104(2)", f"{EARLIER}notes/#minute-104-2"),
        ("paper", "minute 117 of this meeting", "minute 117", f"{MEETING}notes/#minute-117"),
        ("agreement", "minute 104 of 13 February 2024", "minute 104", f"{EARLIER}notes/#minute-104"),
        ("minute", "Said (para 2.2 of the report)", "para 2.2", f"{MEETING}b2/#paragraph-2-2"),
        ("minute", "paragraph 7.1 of the report", "paragraph 7.1", f"{MEETING}b2/#paragraph-7-1"),
        ("appendix", "paragraph 2.2 of the report", "paragraph 2.2", f"{MEETING}b2/#paragraph-2-2"),
        ("paper", "As paragraph 2.2 says.", "paragraph 2.2", f"{MEETING}b2/#paragraph-2-2"),
        ("paper", "The second paragraph 6.1 says.", "second paragraph 6.1", f"{MEETING}b2/#paragraph-6-1--2"),
        ("minute", "paragraph 1.1 of the paper on item B1 of 13 February 2024", "paragraph 1.1", f"{EARLIER}b1/#paragraph-1-1"),
        ("minute", "Page 11 of the agenda", "Page 11", f"{MEETING}b2/"),
        ("minute", "Appendix A was shown.", "Appendix A", f"{MEETING}b2/appendix-a/"),
        ("paper", "attached as Appendix A.", "Appendix A", f"{MEETING}b2/appendix-a/"),
        ("paper", "appendix B of version 2.0 of the agreement", "appendix B", "agreement/2.0/#appendix-b"),
        ("agreement", "See appendix B.", "appendix B", "agreement/2.0/#appendix-b"),
        ("paper", "6.4 of it, and version 2.0 of the agreement", "version 2.0", "agreement/2.0/"),
        (
            "paper",
            "under the Crime and\nDisorder Act 1998.",
            "Crime and\nDisorder Act 1998",
            LAWS["Crime and Disorder Act 1998"],
        ),
        ("paper", "The Crime & Disorder Act of 1998 says", "Crime & Disorder Act of 1998", LAWS["Crime and Disorder Act 1998"]),
        ("paper", "the Serious Crime Act 2015;", "Serious Crime Act 2015", LAWS["Serious Crime Act 2015"]),
        ("paper", "paragraph 3 of Schedule 12A", "Schedule 12A", LAWS["Schedule 12A"]),
    ],
)
def test_what_is_certain_leads_to_one_place(where: str, text: str, words: str, target: str) -> None:
    """From the meeting, the paper or the minute in which it stands."""
    assert led(where, text)[words] == target


@pytest.mark.parametrize(
    ("where", "text", "reason"),
    [
        ("paper", "the meeting on Monday 13 February 2024", "NO_DAY"),
        ("paper", "the meeting on 13 March 2024", "NO_MEETING"),
        ("paper", "the HP on 13 March 2024", "NO_MEETING"),
        ("paper", "the Working Group meeting on 13 February 2024", "OTHER_MEETING"),
        ("agreement", "the last meeting", "OTHER_MEETING"),
        ("paper", "the last meeting of the Board", "OTHER_MEETING"),
        ("paper", "See item B7.", "NOT_HELD"),
        ("paper", "item B2 of the strategy", "OTHER_MEETING"),
        ("agreement", "See item B2.", "OTHER_MEETING"),
        ("paper", "On 13 February 2024 they looked at item B1.", "OTHER_MEETING"),
        ("paper", "minute 9 says", "NOT_HELD"),
        ("paper", "paragraph 9.9 says", "NOT_HELD"),
        ("paper", "As paragraph 6.1 says.", "SEVERAL"),
        ("paper", "The strategy says so (paragraph 2.2).", "OF_WHAT"),
        ("minute", "as paragraph 2.2 says", "OF_WHAT"),
        ("minute", "Appendix F", "NOT_HELD"),
        ("appendix", "Appendix A", "OF_WHAT"),
        ("paper", "the Serious and Organised Crime Act 2015", "UNKNOWN_LAW"),
        ("paper", "the Crime and Policing Act 2014", "UNKNOWN_LAW"),
        ("paper", "the Great Serious Crime Act 2015", "UNKNOWN_LAW"),
        ("paper", "Schedule 9", "UNKNOWN_LAW"),
    ],
)
def test_what_is_uncertain_is_left_alone(where: str, text: str, reason: str) -> None:
    """With the reason, for `check` to tell."""
    assert list(led(where, text).values()) == [reason]


@pytest.mark.parametrize(
    "text",
    [
        "[item B1](https://www.example.org/)",
        "[item B1](record:)",
        "`item B1`",
        "https://www.example.org/item-B1",
        "!Serious Crime Act 2015",
        "[see item B1][x]",
        ">     item B1",
        "Words.\n    * item B1",
    ],
)
def test_no_link_is_put_into_a_link_or_code(text: str) -> None:
    """A clerk's own link stands, and a link to nothing stops ours."""
    assert led("paper", text) == {}


def test_an_entry_within_a_list_is_no_code() -> None:
    """It is indented as code is, and stands under another entry."""
    assert led("paper", "- One\n    - item B1") == {"item B1": "hill/2024-05-14/b1/"}


def test_a_place_does_not_lead_to_itself() -> None:
    """A reader who follows a link gets somewhere."""
    assert led("paper", "Item B2.") == {}
    assert led("minute", "This is minute 117.") == {}
    assert links(paper="2.2 As paragraph 2.2 says.").references.spans == {}


def test_with_two_minutes_of_a_number_neither_is_meant_for_certain() -> None:
    """Numbering that begins anew must not send a reader to the wrong year."""
    files = tree(minute="1. See minute 104.") | {
        "meetings/2023-11-14-hill/notes.md": notes("## 104. Old\n\n1. Said.", date="2023-11-14")
    }
    assert [left[0].reason.name for left in link(public(files), LAWS).references.left.values()] == ["SEVERAL"]


def test_the_meeting_before_is_known_by_the_notes_put_up_for_adoption() -> None:
    """The record may lack a meeting: that the one before in the record was the last is not certain."""
    files = tree(minute="1. The last meeting heard it.") | {
        f"{LATE}/agenda.md": agenda(section(drawn_item("B1"), drawn_item("B2"))),
    }
    assert [left[0].reason.name for left in link(public(files), LAWS).references.left.values()] == ["OTHER_MEETING"]


def test_who_cites_something_is_known_from_both_ends() -> None:
    """A paper shows the minutes that go back to it, a part counting for the whole; nothing is cited by itself."""
    found = links(minute="1. See para 2.2 of the report.", paper="2.2 Item B1, and paragraph 2.2.").references.citations
    assert {target: [(one.source, one.target) for one in all_found] for target, all_found in found.items()} == {
        f"{MEETING}b2/": [(f"{MEETING}notes/#minute-117", f"{MEETING}b2/#paragraph-2-2")],
        f"{MEETING}b1/": [(f"{MEETING}b2/", f"{MEETING}b1/")],
    }


def test_an_appendix_with_a_page_goes_before_the_heading_that_announces_it() -> None:
    """Papers list under such a heading what is attached."""
    said = "2.2 See appendix A.\n\n## Appendix A: Prices\n\nAttached."
    (spans,) = links(paper=said).references.spans.values()
    assert [span.target for span in spans] == [f"{MEETING}b2/appendix-a/"]


def test_an_appendix_within_a_text_is_cited_as_a_part_of_it() -> None:
    """It has no page that could show who does."""
    found = links(paper="2.2 See appendix B of version 2.0 of the agreement.").references.citations
    assert {target: [one.target for one in several] for target, several in found.items()} == {
        "agreement/2.0/": ["agreement/2.0/#appendix-b", "agreement/2.0/"]
    }


def test_a_reader_is_not_sent_to_the_page_that_is_being_read() -> None:
    """What the editors say at the head of the notes stands on the page of every minute; another minute is another place."""
    minutes = "## 117. Lamps\n(Item B2)\n\n1. Said.\n\n## 118. Benches\n(Item B1)\n\n1. As minute 117 has it."
    files = tree() | {f"{LATE}/notes.md": notes(minutes, editor_notes=["Minute 117 is short."])}
    told = citing(link(public(files), LAWS), f"{MEETING}notes/#minute-117")
    assert [entry.label for entry in told] == ["minute 118 of 14 May 2024"]


def test_the_register_names_things_as_a_reader_would() -> None:
    """A label is read away from its page."""
    entries = links(minute="1. Said.\n\nRESOLVED that:\n\n(a) it be noted.\n\nAction: Ms A").register.entries
    assert {entry.label for entry in entries.values() if entry.id.startswith((MEETING, "agreement"))} >= {
        "meeting of 14 May 2024",
        "item B2 of 14 May 2024",
        "paragraph 2.2 of item B2 of 14 May 2024",
        "recommendation 7.1 of item B2 of 14 May 2024",
        "appendix A of item B2 of 14 May 2024",
        "minute 117 of 14 May 2024",
        "paragraph 1 of minute 117 of 14 May 2024",
        "resolution of minute 117 of 14 May 2024",
        "part (a) of resolution of minute 117 of 14 May 2024",
        "action of minute 117 of 14 May 2024",
        "Hill Agreement, version 2.0",
    }


def test_what_is_withheld_is_in_the_register_as_far_as_its_notice() -> None:
    """No link may tell of more."""
    entries = links().register.entries
    assert [
        entry.label for entry in entries.values() if entry.id.startswith((f"{MEETING}d1", f"{MEETING}notes/#minute-118"))
    ] == [
        "item D1 of 14 May 2024",
        "minute 118 of 14 May 2024",
    ]


WITHHELD = st.sampled_from(
    ["paragraph 2.2 of the report", "item B1", "minute 104", "1.1 One", "Appendix A", "the last meeting"]
)


@settings(max_examples=10)
@given(st.lists(WITHHELD, min_size=1, max_size=4))
def test_withheld_words_change_no_link(words: list[str]) -> None:
    """Not by what they say, not by their number, not by what they cite."""
    said = "\n\n".join(f"{number}. {word}" for number, word in enumerate(words, start=1))
    text = "1. See item B1.\n\n::: restricted paragraph 3\n{}\n:::\n\n3. See paragraph 2.2 of the report."
    before, after = links(minute=text.format("Closed.")), links(minute=text.format(said))
    assert (before.references, before.register) == (after.references, after.register)


WORDS = (
    *("item B1", "minute 104", "minutes 104 and 117", "para 2.2", " of the report", " of ", "13 February 2024", "meeting on "),
    *("Appendix A", "Schedule 12A", "Serious Crime Act 2015", " and ", ". ", "its ", "page 11 of the agenda", "last meeting"),
    *("[", "]", "`", "*", "(", ")"),
)


@settings(max_examples=60)
@given(st.lists(st.sampled_from(WORDS), max_size=12))
def test_every_target_is_in_the_register_or_a_law(words: list[str]) -> None:
    """And spans follow each other without touching."""
    said = paragraph(f"{''.join(words)} said", "1.1")
    held = meeting(
        item("A3", notes_of=date(2025, 1, 1)),
        item("B1", pages="7-11", papers=(published_paper(said),)),
        minutes=(minute(104, said),),
    )
    found = link(record(meeting(day="2025-01-01"), held), LAWS)
    for (_, text), spans in found.references.spans.items():
        assert all(span.target in found.register.entries or span.target in LAWS.values() for span in spans)
        ends = [0, *(place for span in spans for place in (span.start, span.end)), len(text)]
        assert ends == sorted(ends)
        assert isinstance(spans[0], Span)


def test_kinds_of_the_register_are_those_of_the_record() -> None:
    """Every kind of thing that has an address is entered."""
    everything = {
        **tree(minute="1. Said.\n\nRESOLVED that:\n\n(a) it be noted.\n\nReport back, no date: lamps.\n\nAction: Ms A"),
        f"{LATE}/b2-2.md": paper("## 2.0 Two\n\nText.", item="B2", paper=2, title="More lamps"),
        "agreement/2.md": agreement(version="7.0", priorities=[{"id": "lamps", "title": "Lamps", "subject": "lamps"}]),
    }
    kinds = {entry.kind for entry in link(public(everything)).register.entries.values()}
    assert kinds == set(Kind)
