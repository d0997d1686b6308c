"""What counts as a mention: the forms in which packs name meetings, items, minutes, paragraphs and Acts."""

from __future__ import annotations

from datetime import date

import pytest

from public_record.links.belonging import tie
from public_record.links.mentions import Sort, mentions, read_day

NAMES = ("Hill Partnership", "HP", "Hill Partnership (HP)", "Partnership")


def found(text: str) -> list[tuple[str, Sort, str]]:
    """List the words, the sort and the mark of all that a text mentions, days by themselves left out."""
    return [(text[one.start : one.end], one.sort, one.mark) for one in mentions(text, NAMES) if one.sort is not Sort.DAY]


def belongs(text: str) -> dict[str, str]:
    """Say to what each mention belongs: the words of another mention, or a kind of thing."""
    all_found = mentions(text, NAMES)
    tie(text, all_found)
    return {text[one.start : one.end]: text[one.of.start : one.of.end] if one.of else str(one.whose) for one in all_found}


@pytest.mark.parametrize(
    ("text", "words", "mark"),
    [
        ("At the meeting of 14th October 2015 it", "meeting of 14th October 2015", "14th October 2015"),
        ("its meeting on 14 October 2015.", "meeting on 14 October 2015", "14 October 2015"),
        ("the meeting on Wednesday 16 March 2016", "meeting on Wednesday 16 March 2016", "Wednesday 16 March 2016"),
        (
            "a meeting held on Wednesday, 16th March 2016",
            "meeting held on Wednesday, 16th March 2016",
            "Wednesday, 16th March 2016",
        ),
        ("the meeting on 16/03/2016 was", "meeting on 16/03/2016", "16/03/2016"),
        ("a meeting on the 16th of March 2016", "meeting on the 16th of March 2016", "the 16th of March 2016"),
        ("Notes of meeting held on 14 October 2015", "Notes of meeting held on 14 October 2015", "14 October 2015"),
        (
            "the minutes of the meeting\nof 14 October\n2015 be",
            "minutes of the meeting\nof 14 October\n2015",
            "14 October 2015",
        ),
        ("the HP meeting of 14 October 2015", "HP meeting of 14 October 2015", "14 October 2015"),
        ("a meeting of the Hill Partnership (HP) held on 14 October 2015", None, "14 October 2015"),
        ("the meeting on 16.03.16.", "meeting on 16.03.16", "16.03.16"),
        ("the meeting on 16/03/16,", "meeting on 16/03/16", "16/03/16"),
        ("the meeting of 16 th March 2016", "meeting of 16 th March 2016", "16 th March 2016"),
        ("the meeting of 16 Sept. 2016", "meeting of 16 Sept. 2016", "16 Sept. 2016"),
        ("Date of next meeting - 8 July 2014", "meeting - 8 July 2014", "8 July 2014"),
        (
            "Date of next meeting Wednesday, 15 March, 2017",
            "meeting Wednesday, 15 March, 2017",
            "Wednesday, 15 March, 2017",
        ),
        (
            "the next meeting of the Hill Partnership will be held on 13 October 2016, 10am",
            "meeting of the Hill Partnership will be held on 13 October 2016",
            "13 October 2016",
        ),
        (
            "the next meeting of the Hill Partnership, 13 October 2016, be",
            "meeting of the Hill Partnership, 13 October 2016",
            "13 October 2016",
        ),
        (
            "To: Hill Partnership (HP) \u2013 16 th March 2016",
            "Hill Partnership (HP) \u2013 16 th March 2016",
            "16 th March 2016",
        ),
        ("agencies at the Hill Partnership on 16th March 2016.", "Hill Partnership on 16th March 2016", "16th March 2016"),
        ("at the Hill\nPartnership on\n16 March 2016", "Hill\nPartnership on\n16 March 2016", "16 March 2016"),
        ("the minutes\nof 16 March 2016 say", "minutes\nof 16 March 2016", "16 March 2016"),
        ("the notes of 16 March 2016 say", "notes of 16 March 2016", "16 March 2016"),
        ("the last meeting", "last meeting", ""),
        ("the previous HP meeting", "previous HP meeting", ""),
        ("the previous meeting of the Hill\nPartnership, which", "previous meeting of the Hill\nPartnership", ""),
    ],
)
def test_a_meeting_is_mentioned_by_its_day_or_as_the_one_before(text: str, words: str | None, mark: str) -> None:
    """In every form of the packs; the words that are linked are those that name it."""
    (one,) = found(text)
    assert one == (words or text[2:], Sort.MEETING, mark)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("See Item B2.", [("Item B2", Sort.ITEM, "B2")]),
        ("agenda item 7 was", [("agenda item 7", Sort.ITEM, "7")]),
        ("Item 7 was", [("Item 7", Sort.ITEM, "7")]),
        ("items B1, B5 and B6 of", [("items B1", Sort.ITEM, "B1"), ("B5", Sort.ITEM, "B5"), ("B6", Sort.ITEM, "B6")]),
        ("item B2 and 3 others", [("item B2", Sort.ITEM, "B2")]),
        ("minute 104 says", [("minute 104", Sort.MINUTE, "104")]),
        ("minutes 122 and 123", [("minutes 122", Sort.MINUTE, "122"), ("123", Sort.MINUTE, "123")]),
        ("minute 117(2)", [("minute 117(2)", Sort.MINUTE, "117")]),
        ("Minute no. 104 and Item No. B2", [("Minute no. 104", Sort.MINUTE, "104"), ("Item No. B2", Sort.ITEM, "B2")]),
        ("paragraph 2.2.", [("paragraph 2.2", Sort.PARAGRAPH, "2.2")]),
        ("para 2.2 of", [("para 2.2", Sort.PARAGRAPH, "2.2")]),
        ("paragraphs 3.1 to 3.4:", [("paragraphs 3.1", Sort.PARAGRAPH, "3.1"), ("3.4", Sort.PARAGRAPH, "3.4")]),
        ("the second paragraph 6.1", [("second paragraph 6.1", Sort.PARAGRAPH, "6.1")]),
        ("Page 11 of the agenda", [("Page 11", Sort.PAGE, "11")]),
        ("attached as Appendix B.", [("Appendix B", Sort.APPENDIX, "B")]),
        ("appendices A and B", [("appendices A", Sort.APPENDIX, "A"), ("B", Sort.APPENDIX, "B")]),
        ("Appendix A and I think", [("Appendix A", Sort.APPENDIX, "A")]),
        ("Schedule 12A", [("Schedule 12A", Sort.SCHEDULE, "Schedule 12A")]),
        ("the Serious Crime Act 2015", [("Act 2015", Sort.ACT, "Act 2015")]),
        ("the Responsibility Act\nof 2011", [("Act\nof 2011", Sort.ACT, "Act of 2011")]),
        ("items B1 and B2, 16 March 2016", [("items B1", Sort.ITEM, "B1"), ("B2", Sort.ITEM, "B2")]),
    ],
)
def test_other_things_are_mentioned_by_their_marks(text: str, expected: list[tuple[str, Sort, str]]) -> None:
    """One mention for each mark of a list; a list needs a plural, and a day is no mark."""
    assert found(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "10 minutes 30 seconds",
        "an item of 3.5 per cent",
        "item 7%",
        "the meeting",
        "paragraph two",
        "an Act",
        "version number 2.0",
        "Action 2015",
        "subitem B2",
        "item 3 of the plan",
        "the partnership on 16 March 2016",
        "at the meeting, 16 March 2016 was named",
        "1.16.03.16",
    ],
)
def test_words_that_only_look_alike_mention_nothing(text: str) -> None:
    """Better no link than a wrong one."""
    assert found(text) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("paragraph 2.2 of the report", {"paragraph 2.2": "report"}),
        ("paragraph 2.2 of this paper", {"paragraph 2.2": "this"}),
        ("the report's paragraph 2.2", {"paragraph 2.2": "report"}),
        ("its paragraph 2.2", {"paragraph 2.2": "other"}),
        ("A strategy. Its paragraph 2.2", {"paragraph 2.2": "other"}),
        ("paragraph 2.2 of the report of the auditors", {"paragraph 2.2": "other"}),
        ("paragraph 2.2 of the strategy", {"paragraph 2.2": "other"}),
        ("page 11 of the printed pack", {"page 11": "agenda"}),
        ("minute 7 of this meeting", {"minute 7": "this"}),
        ("item B2 of the same meeting", {"item B2": "this"}),
        ("version 2.0 of the agreement", {"version 2.0": "agreement"}),
        ("item B2 of 16 March 2016", {"item B2": "16 March 2016", "16 March 2016": "unsaid"}),
        ("on 16 March 2016 (item B2)", {"item B2": "16 March 2016", "16 March 2016": "unsaid"}),
        ("item B6 with its appendix B", {"item B6": "unsaid", "appendix B": "item B6"}),
        ("item B6, paragraph 2.1", {"item B6": "unsaid", "paragraph 2.1": "item B6"}),
        (
            "paragraph 1.2 of the paper on item B1 of 16 March 2016",
            {"paragraph 1.2": "item B1", "item B1": "16 March 2016", "16 March 2016": "unsaid"},
        ),
        (
            "item B2 and minute 117 of 16 March 2016",
            {"item B2": "16 March 2016", "minute 117": "16 March 2016", "16 March 2016": "unsaid"},
        ),
        ("the team meeting on 16 March 2016", {"meeting on 16 March 2016": "other"}),
        ("the Working Group meeting on 16 March 2016", {"meeting on 16 March 2016": "other"}),
        ("the Board, at its meeting on 16 March 2016", {"meeting on 16 March 2016": "other"}),
        ("minute 7 in the notes of 16 March 2016", {"minute 7": "notes of 16 March 2016", "notes of 16 March 2016": "unsaid"}),
        ("the last meeting of the Working Group", {"last meeting": "other"}),
        ("its last meeting", {"last meeting": "unsaid"}),
        ("the working group of the Hill Partnership on 16 March 2016", {"Hill Partnership on 16 March 2016": "other"}),
        ("the Board's notes of 16 March 2016", {"notes of 16 March 2016": "other"}),
        ("the Working Group notes of 16 March 2016", {"notes of 16 March 2016": "other"}),
        ("the notes of 16 March 2016 of the Board", {"notes of 16 March 2016": "other"}),
        ("the printed notes of 16 March 2016", {"notes of 16 March 2016": "unsaid"}),
        ("The Working Group told the Hill Partnership on 16 March 2016", {"Hill Partnership on 16 March 2016": "unsaid"}),
    ],
)
def test_a_mention_belongs_to_what_its_words_say(text: str, expected: dict[str, str]) -> None:
    """To another mention, to the report at hand, or to something that only a reader can tell."""
    assert belongs(text) == expected


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("14th October 2015", date(2015, 10, 14)),
        ("Wednesday 16 March 2016", date(2016, 3, 16)),
        ("Tuesday 16 March 2016", None),
        ("31 February 2016", None),
        ("16/03/2016", date(2016, 3, 16)),
        ("16/13/2016", None),
        ("16.03.16", date(2016, 3, 16)),
        ("16 th March 2016", date(2016, 3, 16)),
        ("16 Sept 2016", date(2016, 9, 16)),
        ("16 Mar. 2016", date(2016, 3, 16)),
        ("yesterday", None),
    ],
)
def test_a_day_is_read_only_if_it_is_one(written: str, expected: date | None) -> None:
    """A wrong day of the week is a slip of the paper: nobody knows which of the two is meant."""
    assert read_day(written) == expected
