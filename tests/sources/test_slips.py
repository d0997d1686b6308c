"""What a clerk can get wrong in marking a document. Each must stop the build, and none may publish."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from builders import FOLDER, agenda, findings, item, meeting_files, paper, public, section, told
from public_record.model.record import Withheld, WithheldPassage
from public_record.model.vocabulary import Basis

VALID = paper("2.1 Text about lamps.")
HEAD = "kind: paper\nitem: B1\ntitle: Lamps\n"


def _files(b1: str) -> dict[str, str]:
    return meeting_files(agenda=agenda(), b1=b1)


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        pytest.param(f"---\n{HEAD}access: public\nto: Staff: lamps\n---\n", ["b1.md:6 front-matter"], id="unquoted colon"),
        pytest.param(f"---\n{HEAD}access: restricted\naccess: public\n---\n", ["b1.md:6 duplicate-key"], id="duplicate key"),
        pytest.param(f"---\n{HEAD}access:\tpublic\n---\n", ["b1.md:5 stray-character"], id="tab"),
        pytest.param(f"\ufeff{VALID}", ["b1.md:1 encoding"], id="byte order mark"),
        pytest.param(f"\n{VALID}", ["b1.md:1 front-matter"], id="blank first line"),
        pytest.param(f"\u200b{VALID}", ["b1.md:1 stray-character", "b1.md:1 front-matter"], id="zero-width space first"),
        pytest.param(
            f"---\n{HEAD}access\u200b: public\n---\n",
            ["b1.md:5 stray-character"],
            id="zero-width space in key",
        ),
        pytest.param(
            f"---\n{HEAD}\u0430ccess: public\n---\n",
            ["b1.md:5 look-alike"],
            id="look-alike letter",
        ),
        pytest.param(f"---\n{HEAD}access: Public\n---\n", ["b1.md:5 invalid-value"], id="wrong case"),
        pytest.param(f"---\n{HEAD}access: open\n---\n", ["b1.md:5 invalid-value"], id="unknown value"),
        pytest.param(f"---\n{HEAD}access: \u201cpublic\u201d\n---\n", ["b1.md:5 invalid-value"], id="smart quotes"),
        pytest.param(f"---\n{HEAD}access:\n---\n", ["b1.md:5 invalid-value"], id="no value"),
        pytest.param(f"---\n{HEAD}---\n", ["b1.md:2 missing-key"], id="no mark"),
        pytest.param(f"---\n{HEAD}acess: public\n---\n", ["b1.md:5 unknown-key"], id="misspelt key"),
        pytest.param(
            f"---\n{HEAD}exemption: {{access: restricted, basis: not-stated}}\naccess: public\n---\n",
            ["b1.md:5 unknown-key"],
            id="mark in the wrong place",
        ),
        pytest.param(f"---\n{HEAD}access: public\nvenue: *here\n---\n", ["b1.md:6 front-matter"], id="alias of nothing"),
        pytest.param(
            f"---\n{HEAD}by: [&who A Person]\npresented_by: [*who]\naccess: public\n---\n",
            ["b1.md:5 yaml-feature", "b1.md:6 yaml-feature"],
            id="alias",
        ),
        pytest.param(
            f"---\n{HEAD}access: &mark public\n*mark : lamps\n---\n",
            ["b1.md:5 yaml-feature", "b1.md:6 yaml-feature"],
            id="alias as key",
        ),
        pytest.param(
            f"---\n{HEAD}access: public\n...\naccess: restricted\n---\n", ["b1.md:7 front-matter"], id="second document"
        ),
        pytest.param(f"---\n{HEAD}access: public\n--- {{x: y}}\n---\n", ["b1.md:6 front-matter"], id="document behind it"),
        pytest.param(f"---\n{'{' * 2000}\n---\n", ["b1.md:2 front-matter"], id="too deep"),
        pytest.param(f"---\n{HEAD}access: !x public\n---\n", ["b1.md:5 yaml-feature"], id="tag"),
        pytest.param(f"---\n{HEAD}access: public\n[a]: b\n---\n", ["b1.md:6 front-matter"], id="key that is no word"),
        pytest.param(f"---\n{HEAD}access: public\n<<: {{access: public}}\n---\n", ["b1.md:6 unknown-key"], id="merge key"),
        pytest.param(f"---\n{HEAD}access: public\n", ["b1.md:1 front-matter"], id="front matter not closed"),
        pytest.param("---\n- access: public\n---\n", ["b1.md:2 front-matter"], id="a list"),
        pytest.param("---\naccess: public\n---\n", ["b1.md:2 missing-key"], id="no kind"),
        pytest.param("---\nkind: note\naccess: public\n---\n", ["b1.md:2 invalid-value"], id="unknown kind"),
        pytest.param("", ["b1.md:1 front-matter"], id="empty file"),
        pytest.param(
            f"---\n{HEAD}access: public\n---\npublish_from: 2027-01-01\n---\n",
            ["b1.md:7 front-matter", "b1.md:8 heading-level"],
            id="key below the front matter",
        ),
        pytest.param(f"{VALID}\nAccess: restricted\n", ["b1.md:10 front-matter"], id="mark in the text"),
        pytest.param(f"---\n{HEAD}access: public\ndated: 16 March\n---\n", ["b1.md:6 invalid-value"], id="date in words"),
        pytest.param(
            f"---\n{HEAD}access: public\npublish_from: 2024-02-30\n---\n", ["b1.md:6 invalid-value"], id="no such day"
        ),
        pytest.param(
            f'---\n{HEAD}access: public\nto: "Sta\\u200bff"\n---\n',
            ["b1.md:6 stray-character"],
            id="zero-width space spelt out",
        ),
        pytest.param(
            f'---\n{HEAD}access: public\neditor_notes:\n  - One.\n  - "a \\uE000 b"\n---\n',
            ["b1.md:8 stray-character"],
            id="sign of our own spelt out",
        ),
        pytest.param(f'---\n{HEAD}access: public\nto: "\\x3cb>"\n---\n', ["b1.md:6 raw-html"], id="HTML spelt out"),
        pytest.param(
            VALID.replace("\n", "\r"),
            ["b1.md:1 stray-character", "b1.md:1 front-matter"],
            id="old Macintosh line ends",
        ),
    ],
)
def test_a_slip_in_the_front_matter_stops_the_build_and_publishes_nothing(source: str, expected: list[str]) -> None:
    """File, line and rule are named, and the meeting is kept back whole."""
    assert told(_files(source)) == expected
    assert public(_files(source)).meetings == ()


def test_windows_line_ends_are_read_rightly() -> None:
    """A file saved on Windows is the same file."""
    assert public(_files(VALID.replace("\n", "\r\n"))) == public(_files(VALID))
    assert told(_files(VALID.replace("\n", "\r\n"))) == []


def test_scalars_are_not_guessed() -> None:
    """`no` is a word and a number of pages is no sum."""
    tree = _files(f"---\n{HEAD}access: public\nto: no\npurpose: information\n---\n")
    assert told(tree) == []


PASSAGES = {
    "wrong case": "::: Restricted\n\nText.\n\n:::",
    "balance in another case": "::: restricted\n::: Balance: x.\n\nText.\n\n:::",
    "balance without colon": "::: restricted\n::: balance x.\n\nText.\n\n:::",
    "balance without words": "::: restricted\n::: balance:\n\nText.\n\n:::",
    "balance twice": "::: restricted\n::: balance: x.\n::: balance: y.\n\nText.\n\n:::",
    "balance that goes on": "::: restricted\n::: balance: x and\ny.\n\nText.\n\n:::",
    "balance below the text": "::: restricted\n\nText.\n\n::: balance: x.\n:::",
    "balance below an empty line": "::: restricted\n\n::: balance: x.\n\nText.\n\n:::",
    "balance above the mark": "::: balance: x.\n::: restricted\n\nText.\n\n:::",
    "balance below the passage": "::: restricted\n\nText.\n\n:::\n::: balance: x.",
    "balance in code": "```\n::: restricted\n::: balance: x.\n:::\n```",
    "balance that is indented": "::: restricted\n  ::: balance: x.\n\nText.\n\n:::",
    "review on no day": "::: restricted\n::: review: 2027-02-30\n\nText.\n\n:::",
    "review by words": "::: restricted\n::: review: 31 January 2027\n\nText.\n\n:::",
    "review without its zeros": "::: restricted\n::: review: 20270131\n\nText.\n\n:::",
    "something else under the mark": "::: restricted\n::: reason: x.\n\nText.\n\n:::",
    "two colons": ":: restricted\n\nText.",
    "spaced colons": ": : : restricted\n\nText.",
    "unknown word": "::: restricted paragraph 9\n\nText.\n\n:::",
    "indented": "  ::: restricted\n\nText.\n\n:::",
    "in a list": "- one\n  ::: restricted\n- two\n",
    "in a quotation": "> ::: restricted\n> Text.\n> :::",
    "in a table": "Table: lamps\n| a | b |\n| --- | --- |\n::: restricted\n| c | d |\n:::\n",
    "in code": "```\n::: restricted\nText.\n:::\n```",
    "never closed": "::: restricted\n\nText.",
    "never opened": "Text.\n\n:::",
    "nested": "::: restricted\n\n::: restricted\n\nText.\n\n:::\n\n:::",
    "brackets": "[restricted]\n\nText.",
    "an admonition": "!!! restricted paragraph 3\n    Text.",
    "full-width colons": "\uff1a\uff1a\uff1a restricted\n\nText.",
    "zero-width space": "::\u200b: restricted\n\nText.",
    "no-break space": ":::\u00a0restricted\n\nText.\n\n:::",
    "text before the mark": "Text. ::: restricted\n\nText.\n\n:::",
}


NOTICES = {
    "an admonition with a title": '!!! restricted "Names"\n\n    Text.',
    "a block of another program": "/// exempt | Names\nText.\n///",
    "a comment by words": "%% confidential %%",
    "other words in brackets": "[exempt]\n\nText.\n\n[/exempt]",
    "a beginning in brackets": "[Start of restricted]\n\nText.",
    "a label in brackets": "[Restricted: names of the family]\n\nText.",
    "braces": "{withheld}\n\nText.",
    "bold": "**Confidential**\n\nText.",
    "capitals": "EXEMPT\n\nText.",
    "capitals at both ends": "BEGIN CONFIDENTIAL\n\nText.\n\nEND CONFIDENTIAL",
    "the head of an exempt paper": "**NOT FOR PUBLICATION** by virtue of the Act\n\nText.",
    "the same in a quotation": "> NOT FOR PUBLICATION\n\nText.",
}


@pytest.mark.parametrize("text", NOTICES.values(), ids=NOTICES)
def test_a_line_that_says_it_withholds_and_marks_nothing_stops_the_build(text: str) -> None:
    """Whoever wrote it believes that it works. A sign by which other programs hide a text may be told, too."""
    tree = _files(paper(text))
    assert {finding.rule for finding in findings(tree)} <= {"passage", "raw-html"}
    assert "passage" in {finding.rule for finding in findings(tree)}
    assert public(tree).meetings == ()


@pytest.mark.parametrize("text", NOTICES.values(), ids=NOTICES)
def test_what_is_marked_may_say_that_it_is_not_for_publication(text: str) -> None:
    """An exempt paper is headed so, and an exempt passage may be."""
    clean = text.replace("%%", "").replace(" confidential ", "CONFIDENTIAL")
    marked = paper(clean, access="restricted", public_title="Lamps", exemption={"basis": "not-stated"})
    assert told(_files(marked)) == []
    assert told(_files(paper(f"1.1 Lamps.\n\n::: restricted\n\n{clean}\n\n:::"))) == []


@pytest.mark.parametrize(
    "line",
    [
        "Restricted parking was asked for.",
        "[Exempt vehicles](https://example.org/) were listed.",
        "**Private landlords** were asked.",
        "- private landlords",
        "confidential talks with the owners were not exempt",
        "Table: Homes\n| Private | 4 |\n| --- | --- |\n| Exempt | 2 |",
        "1.1 EXEMPT ACCOMMODATION was looked at.",
    ],
)
def test_the_same_words_in_a_sentence_are_words(line: str) -> None:
    """They mark nothing, and nobody believes that they do."""
    assert told(_files(paper(f"Talk.\n\n{line}\n"))) == []


@pytest.mark.parametrize("text", PASSAGES.values(), ids=PASSAGES)
def test_a_mark_of_a_passage_that_is_nearly_right_stops_the_build(text: str) -> None:
    """What looks like a mark is one or is an error, and nothing of the meeting is published."""
    tree = _files(paper(text))
    assert {finding.rule for finding in findings(tree)} <= {"passage", "stray-character"}
    assert findings(tree)
    assert public(tree).meetings == ()


def test_spaces_behind_a_mark_are_not_seen_and_not_minded() -> None:
    """A clerk cannot see them."""
    assert told(_files(paper("::: restricted paragraph 3  \n\nText.\n\n::: "))) == []


SAID = "::: restricted paragraph 3\n::: balance: Bids would be compared.\n::: review: 2027-01-31\n"


@pytest.mark.parametrize(
    "text",
    [
        f"{SAID}\n2.2 Canary.\n\n:::",
        f"{SAID}:::",
        f"{SAID}\n:::",
        "::: restricted paragraph 3\n::: review: 2027-01-31  \n::: balance: Bids would be compared.\n\nBalance: canary.\n:::",
    ],
    ids=["a passage", "as the public tree has it", "with an empty line", "the other way round"],
)
def test_what_a_notice_is_to_say_of_a_passage_stands_under_its_mark(text: str) -> None:
    """Nothing else of it is told."""
    tree = _files(paper(f"2.1 Text.\n\n{text}\n\n2.3 More."))
    assert told(tree) == []
    said = Withheld(Basis.SCHEDULE_12A, (3,), "Bids would be compared.", date(2027, 1, 31))
    (meeting,) = public(tree).meetings
    assert meeting.items[0].papers[0].body[1] == WithheldPassage(said)


@pytest.mark.parametrize("key", ["balance", "Balance", "review", "access"])
def test_a_line_of_a_passage_is_never_taken_for_what_its_notice_says(key: str) -> None:
    """A sum may be called so: only what begins as a mark does is public."""
    tree = _files(paper(f"2.1 Text.\n\n::: restricted paragraph 3\n{key}: 2027-01-31\n\n2.2 Text.\n:::"))
    assert told(tree) == []
    (meeting,) = public(tree).meetings
    assert meeting.items[0].papers[0].body[1] == WithheldPassage(Withheld(Basis.SCHEDULE_12A, (3,)))


def test_what_is_wrong_under_a_mark_is_told_at_its_line_with_what_to_do() -> None:
    """Once."""
    text = "::: restricted\n::: review: soon\n::: balance: x\n::: balance: y\nand z\n\nText.\n:::"
    assert [(finding.place.line, finding.message, finding.help) for finding in findings(_files(paper(text)))] == [
        (9, "this is no day of the calendar.", "Write `::: review: 2027-01-31`: year, month and day."),
        (11, "the balance of this passage was given above already.", "Keep one of the two."),
        (
            12,
            "text stands right under what is said of a restricted passage.",
            "Leave an empty line above the passage, and the balance on one line: what goes on below it is withheld.",
        ),
    ]


@pytest.mark.parametrize(
    ("text", "rule"),
    [
        pytest.param("<!-- later -->", "raw-html", id="comment"),
        pytest.param("Lamps. %%ask the contractor.", "raw-html", id="comment of Obsidian"),
        pytest.param("Lamps {# ask the contractor #}.", "raw-html", id="comment of Jinja"),
        pytest.param("Lamps {>>ask the contractor<<}.", "raw-html", id="comment of CriticMarkup"),
        pytest.param("Lamps {--of Mr Weiss--}.", "raw-html", id="deletion of CriticMarkup"),
        pytest.param("Lamps ~~of Mr Weiss", "raw-html", id="struck out"),
        pytest.param("\u2237 restricted, for it names the family", "stray-character", id="two colons in one sign"),
        pytest.param("#No space", "heading-level", id="heading without space"),
        pytest.param("Heading\n-------", "heading-level", id="underlined heading"),
        pytest.param("# Title", "heading-level", id="title as heading"),
        pytest.param("> [^1]: Said so.\n", "definition", id="definition in a quotation"),
        pytest.param("A[^1]\n\n[^1]: One.\n\n[^1]: Two.\n", "definition", id="definition twice"),
        pytest.param("Report back: lamps.", "request-due", id="request without date"),
        pytest.param("Report back by 31 February 2025: lamps.", "request-due", id="request for no day"),
        pytest.param("\u0422o: the partnership", "look-alike", id="look-alike letter"),
        pytest.param("\u0422\u041e: the partnership", "look-alike", id="look-alike word"),
        pytest.param("Lamps\u2063", "stray-character", id="invisible sign"),
    ],
)
def test_a_slip_in_the_text_stops_the_build(text: str, rule: str) -> None:
    """Each has its rule, and its line in the file."""
    told_of = told(_files(paper(text)))
    assert [one.partition(" ")[2] for one in told_of] == [rule]


def test_a_slip_in_the_text_is_named_by_its_line() -> None:
    """Lines are counted from the top of the file, front matter included."""
    assert told(_files(paper("One.\n\nTwo.\n\n#Three"))) == ["b1.md:12 heading-level"]


def test_a_table_without_a_name_is_a_warning() -> None:
    """It does not keep a document back, and says where it stands."""
    tree = _files(paper("| a |\n| --- |\n| b |"))
    (only,) = findings(tree)
    assert str(only) == (
        f"content/{FOLDER}/b1.md:8:1: warning [table-name] this table has no name.\n"
        "    Write `Table: what it shows` in the line above it."
    )
    assert len(public(tree).meetings) == 1


def test_a_slip_in_withheld_text_that_is_only_untidy_is_not_told() -> None:
    """Were it, a log would change with what is withheld."""
    table = "| a |\n| --- |\n| b |"
    restricted = paper(table, access="restricted", public_title="Lamps", exemption={"basis": "not-stated"})
    assert told(_files(restricted)) == []
    assert told(_files(paper(f"::: restricted\n\n{table}\n\n:::"))) == []


def test_no_message_quotes_what_a_clerk_typed() -> None:
    """Neither values nor unknown keys nor the words of a text stand in a finding."""
    typed = f"---\n{HEAD}access: canary\ncanary: canary\nby: {{canary: canary}}\nitems: canary\n---\n\n## canary\n"
    told_of = findings({**_files(typed), f"{FOLDER}/c.md": "---\ncanary: [canary\n---\n", f"{FOLDER}/d.md": "canary"})
    assert len(told_of) > 5
    assert "canary" not in "".join(f"{finding.message}{finding.help}" for finding in told_of)


def test_a_misspelt_key_is_answered_by_the_right_one() -> None:
    """The clerk is told what was most likely meant."""
    (unknown,) = findings(_files(f"---\n{HEAD}acess: public\n---\n"))
    assert unknown.help == 'Did you mean "access"? The keys of each kind of document stand in docs/content-format.md.'


@pytest.mark.parametrize(
    ("key", "value", "cure"),
    [
        pytest.param("paper", "x", "Write a whole number.", id="number"),
        pytest.param("paper", 0, "Write a number that is at least 1.", id="too small"),
        pytest.param("paper", 1000, "Write a number that is at most 999.", id="too great"),
        pytest.param("by", "x", "Write a list: each entry on a line of its own that begins with `- `.", id="list"),
        pytest.param("source", "x", "Write keys and values here, as docs/content-format.md shows.", id="mapping"),
        pytest.param("to", ["x"], "Write plain text here; quote it if it contains special signs.", id="text"),
        pytest.param("purpose", "x", "Write one of: 'decision', 'information' or 'discussion'.", id="word"),
        pytest.param("dated", "x", "A date is written 2018, 2018-04 or 2018-04-01.", id="date"),
    ],
)
def test_a_value_that_does_not_fit_is_answered_by_what_does(key: str, value: Any, cure: str) -> None:
    """The cure says what to write, not what was written."""
    (finding,) = findings(_files(paper(**{key: value})))
    assert (finding.message, finding.help) == (f'"{key}" has a value that does not fit.', cure)


def test_a_list_that_must_not_be_empty_says_so() -> None:
    """The parts of an open minute are named."""
    tree = meeting_files(agenda=agenda(section(item(delivery="x"), item("B2", subjects="lamps"))))
    assert [finding.message for finding in findings(tree)] == [
        '"delivery" has a value that does not fit.',
        '"subjects" has a value that does not fit.',
    ]
