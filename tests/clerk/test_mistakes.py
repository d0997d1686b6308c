"""The slips that clerks make, each told once, at its place, with what to do: nobody mends what five messages hide."""

from __future__ import annotations

import pytest

from clerk.conftest import AGENDA
from tiny import TinySite

FOLDER = "content/meetings/2026-09-14-hill"
AGENDA_FILE, NOTES_FILE, PAPER_FILE, JUNE_FILE = "agenda.md", "notes.md", "b1.md", "../2026-06-01-hill/notes.md"

FILES = {
    AGENDA_FILE: AGENDA,
    NOTES_FILE: """\
---
kind: notes
access: public
body: hill
date: 2026-09-14
present:
  - {name: Ms A Reed, role: Chairman}
  - Mr B Oak
minutes:
  - number: 4
    adoption: {signed_by: the Chairman}
---

## 3. Apologies
(Item A1)

1. There were none.

## 4. Notes of meeting held on 1 June 2026
(Item A2)

RESOLVED that the notes be signed by the Chairman.

## 5. Street lighting
(Item B1)

1. Mr Oak asked about the cost.

Report back by 14 December 2026: how the lamps are doing.
""",
    PAPER_FILE: """\
---
kind: paper
access: public
item: B1
title: Street lighting
by:
  - The engineer
answers: ["hill/2026-06-01/notes/#request-2-1"]
---

## 1.0 Introduction

1.1 The lamps are old.

1.2 New ones would use less.
""",
    "d1.md": "---\nkind: paper\naccess: restricted\nitem: D1\n---\n\n1.1 What nobody reads.\n",
    "../2026-06-01-hill/agenda.md": AGENDA.split("  - letter: A")[0]
    .replace("2026-09-14", "2026-06-01")
    .replace("09-04", "05-20")
    + "  - title: Matters for discussion\n    items: [{ref: B1, title: Lamps, delivery: verbal}]\n---\n",
    JUNE_FILE: """\
---
kind: notes
access: public
body: hill
date: 2026-06-01
present: [Ms A Reed]
---

## 2. Lamps
(Item B1)

1. Ms Reed spoke of the lamps.

Report back by 14 September 2026: how many lamps there are.
""",
}

STRAIGHT = "Type straight quotation marks: those of word processors count as a part of the value."
ORDINARY_SPACE = "a space that is not the ordinary one stands here, as word processors and web pages have it."
INVISIBLE = "an invisible character, or a sign that is not on a keyboard, stands here."

MISTAKES = {
    "date as it is spoken": (
        (AGENDA_FILE, "date: 2026-09-14", "date: 14/09/2026"),
        'agenda.md:5:7: error [invalid-value] "date" has a value that does not fit.',
        "A date is written year-month-day, as in 2016-03-16.",
    ),
    "no space behind a colon": (
        (AGENDA_FILE, "venue: The hall", "venue:The hall"),
        "agenda.md:7:6: error [front-matter] there is no space behind the colon of this key.",
        "Write `key: value`, with a space behind the colon.",
    ),
    "key with a capital": (
        (AGENDA_FILE, "access: public", "Access: public"),
        "agenda.md:3:1: error [unknown-key] this key is not known here.",
        'Did you mean "access"? The keys of each kind of document stand in docs/content-format.md.',
    ),
    "no access": (
        (PAPER_FILE, "access: public\n", ""),
        'b1.md:2:1: error [missing-key] "access" is missing.',
        "Write `access: public`, `restricted` or `draft`: nothing is public by silence.",
    ),
    "front matter not closed": (
        (PAPER_FILE, "---\n\n## 1.0", "\n## 1.0"),
        "b1.md:1:1: error [front-matter] the front matter is not closed.",
        "Write a line `---` below the last of its keys, at the very start of the line.",
    ),
    "colon in a title": (
        (PAPER_FILE, "title: Street lighting", "title: Street lighting: a plan"),
        "b1.md:5:23: error [front-matter] a second colon stands here, with a space behind it.",
        'Put the whole value in quotation marks: `title: "…: …"`.',
    ),
    "number sign in a title": (
        (PAPER_FILE, "title: Street lighting", "title: Street lighting #2"),
        "b1.md:5:24: error [front-matter] what follows the sign # here would be taken for a remark, and lost.",
        "Put the whole value in quotation marks; a remark has a space behind the sign.",
    ),
    "tab": (
        (PAPER_FILE, "  - The engineer", "\t- The engineer"),
        "b1.md:7:1: error [stray-character] a tab stands here.",
        "Type spaces in its place.",
    ),
    "no-break spaces": (
        (PAPER_FILE, "title: Street lighting", "title: Street\u00a0lighting\u00a0now"),
        f"b1.md:5:14: error [stray-character] {ORDINARY_SPACE}",
        "Type an ordinary space in its place.",
    ),
    "no-break space before a key": (
        (NOTES_FILE, "    adoption", "   \u00a0adoption"),
        f"notes.md:11:4: error [stray-character] {ORDINARY_SPACE}",
        "Type an ordinary space in its place.",
    ),
    "bullet of a word processor": (
        (PAPER_FILE, "1.2 New", "\u2022 One thing.\n\n1.2 New"),
        "b1.md:15:1: error [stray-character] a bullet of a word processor stands here.",
        "Begin the line with `- `, and leave an empty line above the first.",
    ),
    "bullet of a symbol font": (
        (PAPER_FILE, "1.2 New", "\uf0b7 One thing.\n\n1.2 New"),
        "b1.md:15:1: error [stray-character] a bullet of a word processor stands here.",
        "Begin the line with `- `, and leave an empty line above the first.",
    ),
    "curly quotation marks around a time": (
        (AGENDA_FILE, 'time: "10:00"', "time: \u201c10:00\u201d"),
        'agenda.md:6:7: error [invalid-value] "time" has a value that does not fit.',
        STRAIGHT,
    ),
    "dash for a hyphen": (
        (NOTES_FILE, "  - Mr B Oak", "  \u2013 Mr B Oak"),
        "notes.md:8:3: error [front-matter] a dash stands here where a list has a hyphen.",
        "Begin the entry with `- `, the hyphen of the keyboard.",
    ),
    "two people in one line": (
        (NOTES_FILE, "  - Mr B Oak", "  - Mr B Oak, Mrs D Elm"),
        'notes.md:8:5: error [invalid-value] "present" has a value that does not fit.',
        "There are two people here: give each a line of its own that begins with `- `.",
    ),
    "bracket not closed": (
        (
            AGENDA_FILE,
            "{ref: B1, title: Street lighting, delivery: report}",
            "{ref: B1, title: Street lighting, delivery: report",
        ),
        "agenda.md:19:9: error [front-matter] a bracket is opened here and not closed on this line.",
        "Close it with `}`.",
    ),
    "quotation mark not closed": (
        (AGENDA_FILE, 'time: "10:00"', 'time: "10:00'),
        "agenda.md:6:7: error [front-matter] a quotation mark is opened here and not closed.",
        "Close it at the end of the value.",
    ),
    "key out of line": (
        (NOTES_FILE, "    adoption", "     adoption"),
        "notes.md:11:6: error [front-matter] this line does not begin at the same column as those that it belongs with.",
        "Give the keys of one entry the same number of spaces before them.",
    ),
    "entry without its hyphen": (
        (NOTES_FILE, "    adoption: {signed_by: the Chairman}", "    access: public\n    number: 5\n    access: public"),
        "notes.md:12:5: error [duplicate-key] this key was already given above.",
        "Keep one of the two; or, if a new entry of a list begins here, begin it with `- `.",
    ),
    "paragraph of Wales": (
        (AGENDA_FILE, "paragraphs: [1]", "paragraphs: [14]"),
        'agenda.md:28:51: error [invalid-value] "paragraphs" has a value that does not fit.',
        "For England, Part 1 of Schedule 12A has paragraphs 1 to 7, each written as a number; 12 to 18 are those of Wales.",
    ),
    "paragraph that was never there": (
        (AGENDA_FILE, "paragraphs: [1]", "paragraphs: [7A]"),
        'agenda.md:28:51: error [invalid-value] "paragraphs" has a value that does not fit.',
        "For England, Part 1 of Schedule 12A has paragraphs 1 to 7, each written as a number; 12 to 18 are those of Wales.",
    ),
    "reference twice": (
        (AGENDA_FILE, "{ref: B2,", "{ref: B1,"),
        "agenda.md:20:9: error [item-reference] another item of this agenda has this reference.",
        "Give each item its own reference.",
    ),
    "number of a minute twice": (
        (NOTES_FILE, "## 5. Street", "## 3. Street"),
        "notes.md:24:1: error [minute-number] the minute on line 14 has the number 3, too.",
        "Give each minute its own number.",
    ),
    "heading that is none": (
        (NOTES_FILE, "## 5. Street", "##5. Street"),
        "notes.md:24:1: error [heading-level] this line looks like a heading and is not one.",
        "Write `## ` at the start of the line, with one space behind the signs.",
    ),
    "picture in a text": (
        (PAPER_FILE, "1.2 New", "![Map](map.png)\n\n1.2 New"),
        "b1.md:15:1: error [link-target] a picture stands in the text.",
        "Attach it to the paper: pictures are attachments. Leave a space behind an exclamation mark before a bracket.",
    ),
    "list with dashes": (
        (PAPER_FILE, "1.2 New", "\u2013 One thing;\n\u2013 another.\n\n1.2 New"),
        "b1.md:15:1: error [stray-character] a dash stands here where a list has a hyphen.",
        "Begin the line with `- `, the hyphen of the keyboard.",
    ),
    "address of a person among the authors": (
        (PAPER_FILE, "  - The engineer", "  - The engineer, a.smith@example.org"),
        "b1.md:7:5: error [contact] a number or an address of a person stands here.",
        "Name the person and the post, and no more.",
    ),
    "equals sign": (
        (PAPER_FILE, "title: Street", "title = Street"),
        "b1.md:5:7: error [front-matter] an equals sign stands here where a key has a colon.",
        "Write `key: value`.",
    ),
    "items without their key": (
        (AGENDA_FILE, "    items:\n      - {ref: B1,", "      - ref: B1\n      - {ref: B1,"),
        "agenda.md:18:7: error [front-matter] this line does not begin at the same column as those that it belongs with.",
        "Give the keys of one entry the same number of spaces before them.",
    ),
    "key below a bare entry": (
        (NOTES_FILE, "  - Mr B Oak", "  - Mr B Oak\n    role: Member"),
        "notes.md:9:5: error [front-matter] a key stands below an entry of a list that has no key itself.",
        "Begin the entry with its first key, as in `- name: …`.",
    ),
    "apostrophe in single quotation marks": (
        (PAPER_FILE, "title: Street lighting", "title: 'The street's lights'"),
        "b1.md:5:19: error [front-matter] an apostrophe ends this value, which begins with one.",
        'Put the value in double quotation marks: `"…\'s …"`.',
    ),
    "value that begins with a sign": (
        (PAPER_FILE, "title: Street lighting", "title: *Street* lighting"),
        "b1.md:5:8: error [front-matter] this value begins with a sign that has a meaning of its own here.",
        "Put the whole value in quotation marks.",
    ),
    "passage under a paragraph that is none": (
        (PAPER_FILE, "1.2 New ones would use less.", "::: restricted paragraph 9\n1.2 New ones.\n:::"),
        "b1.md:15:1: error [passage] this line looks like the mark of a restricted passage and is not one.",
        (
            "Write `::: restricted`, `::: restricted paragraph 3` (1 to 7) or `:::` alone on a line, at its start, outside "
            "lists, tables and code; `::: balance: …` and `::: review: 2027-01-31` right under the first."
        ),
    ),
    "two items of one minute": (
        (NOTES_FILE, "(Item B1)", "(Items B1 and B2)"),
        "notes.md:25:1: error [item-reference] this looks like the reference to an item and is not one.",
        "Write `(Item B1)`, one item, on the line under the heading or at its end; word other remarks as a sentence.",
    ),
    "minute without its number": (
        (NOTES_FILE, "## 5. Street", "## Street"),
        "notes.md:24:1: error [minute-number] this heading has an item, and no number as the others have.",
        "Write `## 116. Title`: the number, a full stop, a space and the title.",
    ),
    "report due on no day": (
        (NOTES_FILE, "by 14 December 2026", "by 31 November 2026"),
        "notes.md:29:1: error [request-due] a report asked for is due on a day or in a month that the calendar does not have.",
        (
            "Write `Report back by 13 October 2016: …` (or `by October 2016`), `Report back to the next meeting: …` or "
            "`Report back, no date: …`."
        ),
    ),
    "ground that lacks its balance": (
        (AGENDA_FILE, " balance: A family would be known.,", ""),
        "agenda.md:27:13: error [exemption] the balance of the public interest, or the date of review, is missing.",
        "Add `balance` and `review`.",
    ),
    "notes before their meeting": (
        (NOTES_FILE, "present:\n", "published: 2026-08-14\npresent:\n"),
        "notes.md:6:12: error [change-date] the notes are said to be published before the meeting.",
        "Write the day on which they were published.",
    ),
    "two versions left by git": (
        (PAPER_FILE, "1.2 New", "<<<<<<< HEAD\n1.2 Old\n=======\n1.2 New\n>>>>>>> branch\n1.2 New"),
        "b1.md:15:1: error [unreadable] git could not merge two versions of this file, and left both of them here.",
        "Keep what is right of the two, and remove the lines that begin with `<<<<<<<`, `=======` and `>>>>>>>`.",
    ),
    "slip in notes that others refer to": (
        (JUNE_FILE, "spoke of", "spoke\u200b of"),
        f"2026-06-01-hill/notes.md:12:17: error [stray-character] {INVISIBLE}",
        "Delete it.",
    ),
    "notes that cannot be read, when they are due": (
        (NOTES_FILE, "kind: notes", "kind: minutes"),
        'notes.md:2:7: error [invalid-value] "kind" does not say what document this is.',
        "Write one of: agenda, paper, appendix, notes, agreement.",
    ),
}


@pytest.fixture
def full(desk: TinySite, monkeypatch: pytest.MonkeyPatch) -> TinySite:
    """A record of two meetings in which nothing is wrong, on a day when all that is due is done."""
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1795305600")
    for name, text in FILES.items():
        desk.write(f"{FOLDER}/{name}", text)
    assert desk.run("check").output == "0 errors, 0 warnings.\n"
    return desk


@pytest.mark.parametrize(("slip", "told", "cure"), MISTAKES.values(), ids=MISTAKES)
def test_a_slip_is_told_once_at_its_place_with_what_to_do(
    full: TinySite, slip: tuple[str, str, str], told: str, cure: str
) -> None:
    """Whatever else seems to be missing because of it is not told."""
    name, right, wrong = slip
    assert FILES[name].count(right) == 1
    full.write(f"{FOLDER}/{name}", FILES[name].replace(right, wrong))
    first, *rest = full.run("check").output.splitlines()
    assert first.endswith(told)
    assert rest[-2:] == [f"    {cure}", "1 error, 0 warnings. `explain RULE` says more about a rule."]


FOLDERS = {
    "14-09-2026-hill": ":1:1: error [folder-name] this folder is not named after a meeting.",
    "2026-09-14-hil": ":1:1: error [unknown-body] this folder names a body that is not known.",
    "2026-09-15-hill": (
        '/agenda.md:5:7: error [wrong-meeting] "date" differs from the name of the folder in every document of it.'
    ),
}


def test_a_draft_agenda_of_public_documents_is_told_once(full: TinySite) -> None:
    """The slip stands in the agenda, and not in each of the documents."""
    full.write(f"{FOLDER}/agenda.md", AGENDA.replace("access: public", "access: draft"))
    told = [line for line in full.run("check").output.splitlines() if " error " in line]
    public = "the agenda is a draft, and of its meeting this is public: b1.md, notes.md."
    assert told == [f"{FOLDER}/agenda.md:3:9: error [access-conflict] {public}"]


def test_the_name_of_a_file_is_given_as_it_is(full: TinySite) -> None:
    """That capitals count is told where the file is named, and not of the file as well."""
    full.write(f"{FOLDER}/Map.txt", "A map.\n")
    attached = "attachments:\n  - {file: map.txt, access: public, title: Map}\n---\n\n##"
    full.write(f"{FOLDER}/b1.md", FILES["b1.md"].replace("---\n\n##", attached))
    assert full.run("check").output == (
        f"{FOLDER}/b1.md:10:12: error [attachment] there is no such file beside this paper.\n"
        "    10 | file: …\n"
        "    Write its name with the capital and small letters that it has.\n"
        "1 error, 0 warnings. `explain RULE` says more about a rule.\n"
    )


def test_a_file_that_ends_nearly_as_markdown_does_is_to_be_renamed(full: TinySite) -> None:
    """Some editors write capitals, or the whole word."""
    full.write(f"{FOLDER}/b2.MD", "x")
    assert full.run("check").output == (
        f"{FOLDER}/b2.MD:1:1: error [unexpected-file] the name of this file does not end as those of the record do.\n"
        "    Rename it, so that its name ends in `.md`, in small letters.\n"
        "1 error, 0 warnings. `explain RULE` says more about a rule.\n"
    )


@pytest.mark.parametrize(("name", "told"), FOLDERS.items(), ids=FOLDERS)
def test_a_folder_that_is_named_wrongly_is_told_once(full: TinySite, name: str, told: str) -> None:
    """Neither its documents nor what refers to them is told of."""
    folder = full.root / FOLDER
    folder.rename(folder.with_name(name))
    first, *_, last = full.run("check").output.splitlines()
    assert (first, last) == (
        f"content/meetings/{name}{told}",
        "1 error, 0 warnings. `explain RULE` says more about a rule.",
    )
