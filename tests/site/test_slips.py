"""Each slip of a clerk, from the file to the end: it is named by file, line and rule, or read rightly; none publishes."""

from __future__ import annotations

import re

import pytest

from tiny import AGENDA, FOLDER, NOTES, TinySite

MARKED = """\
---
kind: paper
access: restricted
exemption: {basis: not-stated}
item: B2
title: CANARY of the wardens
public_title: The wardens
---

CANARY is what the text says.
"""
"""A paper of an open item. Were its mark not read, it would be published."""

PASSAGE = """\
---
kind: paper
access: public
item: B2
title: The wardens
---

2.1 The wardens walked.

::: restricted paragraph 3

2.2 CANARY asked for forty pounds.

:::

2.3 They walked on.
"""
"""A paper with a passage. Were its marks not read, it would be published."""


def _told(site: TinySite) -> list[str]:
    """Check the record, and list file, line and rule of every error."""
    result = site.run("check")
    errors = re.findall(rf"^{FOLDER}/(\S+?):(\d+):\d+: error \[(\S+)\]", result.output, re.MULTILINE)
    assert result.exit_code == (1 if errors else 0)
    assert "canary" not in result.output.lower()
    return [f"{name}:{line} {rule}" for name, line, rule in errors]


def _publishes_nothing(site: TinySite) -> bool:
    """Build, and say whether there is neither a site nor half of one, nor a word in what was told."""
    result = site.run("build")
    assert result.exit_code == 1
    return site.leftovers() == [] and "canary" not in result.output.lower()


FRONT = {
    "unquoted colon": ("title: CANARY of", "title: CANARY: of", ["6 front-matter"]),
    "duplicate key": ("access: restricted", "access: restricted\naccess: public", ["4 duplicate-key"]),
    "duplicate key in another case": ("access: restricted", "Access: restricted\naccess: public", ["3 unknown-key"]),
    "tab": ("access: restricted", "access:\trestricted", ["3 stray-character"]),
    "tab before the key": ("access: restricted", "\taccess: restricted", ["3 stray-character"]),
    "byte order mark": ("---\nkind", "\ufeff---\nkind", ["1 encoding"]),
    "blank first line": ("---\nkind", "\n---\nkind", ["1 front-matter"]),
    "space before the first line": ("---\nkind", " ---\nkind", ["1 front-matter"]),
    "four hyphens": ("---\nkind", "----\nkind", ["1 front-matter"]),
    "dash for hyphens": ("---\nkind", "\u2014\nkind", ["1 front-matter"]),
    "front matter not closed": ("wardens\n---\n", "wardens\n", ["1 front-matter"]),
    "zero-width space in the value": ("restricted\ne", "restric\u200bted\ne", ["3 stray-character"]),
    "zero-width space in the key": (
        "access:", "acc\u200bess:", ["3 stray-character"],
    ),
    "zero-width space first": ("---\nkind", "\u200b---\nkind", ["1 front-matter", "1 stray-character"]),
    "no-break space": ("access: ", "access:\u00a0", ["3 stray-character", "4 front-matter"]),
    "look-alike letter in the key": ("access", "\u0430ccess", ["3 look-alike"]),
    "look-alike letter in the value": ("access: restricted", "access: restri\u0441ted", ["3 look-alike"]),
    "wrong case of the key": ("access:", "Access:", ["3 unknown-key"]),
    "wrong case of the value": ("access: restricted", "access: Restricted", ["3 invalid-value"]),
    "capitals": ("access: restricted", "access: RESTRICTED", ["3 invalid-value"]),
    "unknown value": ("access: restricted", "access: private", ["3 invalid-value"]),
    "word of yes and no": ("access: restricted", "access: no", ["3 invalid-value"]),
    "two words": ("access: restricted", "access: restricted paragraph 3", ["3 invalid-value"]),
    "comment without space": ("access: restricted", "access: restricted#", ["3 invalid-value"]),
    "list": ("access: restricted", "access: [restricted]", ["3 invalid-value"]),
    "mapping": ("access: restricted", "access: {restricted: true}", ["3 invalid-value"]),
    "missing value": ("access: restricted", "access:", ["3 invalid-value"]),
    "empty value": ("access: restricted", 'access: ""', ["3 invalid-value"]),
    "missing key": ("access: restricted\n", "", ["2 missing-key"]),
    "misspelt key": ("access:", "acces:", ["3 unknown-key"]),
    "smart double quotes": ("access: restricted", "access: \u201crestricted\u201d", ["3 invalid-value"]),
    "smart single quotes": ("access: restricted", "access: \u2018restricted\u2019", ["3 invalid-value"]),
    "mark inside another key": (
        "access: restricted\nexemption: {", "access: public\nexemption: {access: restricted, ", ["4 unknown-key"],
    ),
    "mark behind a comment sign": ("access: restricted", "# access: restricted", ["2 missing-key"]),
    "mark in the text": (
        MARKED[MARKED.index("access") : MARKED.index("\n\nCANARY")] + "\n",
        "access: public\nitem: B2\ntitle: The wardens\n---\n\naccess: restricted\n",
        ["8 front-matter"],
    ),
    "exemption without a mark": ("access: restricted", "access: public", ["3 access-conflict"]),
}  # fmt: skip


@pytest.mark.parametrize(("old", "new", "expected"), FRONT.values(), ids=FRONT)
def test_a_slip_in_the_mark_of_a_document_stops_the_build(site: TinySite, old: str, new: str, expected: list[str]) -> None:
    """Its line is that of the slip."""
    assert old in MARKED
    site.write(f"{FOLDER}/b2.md", MARKED.replace(old, new, 1))
    assert _told(site) == [f"b2.md:{one}" for one in expected]
    assert _publishes_nothing(site)


FENCED = "::: restricted paragraph 3\n\n2.2 CANARY asked for forty pounds.\n\n:::"
WITHIN = "2.2 CANARY asked for forty pounds."

TEXTS = {
    "never closed": (f"{WITHIN}\n\n:::", WITHIN, ["10 passage"]),
    "never opened": ("::: restricted paragraph 3\n\n", "", ["12 passage"]),
    "closed twice": ("\n:::\n", "\n:::\n\n:::\n", ["16 passage"]),
    "nested": (WITHIN, f"::: restricted\n\n{WITHIN}\n\n:::", ["12 passage", "18 passage"]),
    "in a list": (FENCED, "- one\n  ::: restricted\n  CANARY\n  :::", ["11 passage", "13 passage"]),
    "in a list, at the start of the line": (FENCED, "- one\n::: restricted\n- CANARY\n:::", ["11 passage"]),
    "in a bullet": (FENCED, "- ::: restricted\n- CANARY\n- :::", ["10 passage", "12 passage"]),
    "in a table": (FENCED, "Table: Sums\n| a | b |\n| - | - |\n::: restricted\n| CANARY | 1 |\n:::", ["13 passage"]),
    "in a cell": (FENCED, "Table: Sums\n\n| a | b |\n| - | - |\n| ::: restricted CANARY ::: | 1 |", ["14 passage"]),
    "in a quotation": (FENCED, "> ::: restricted\n> CANARY\n> :::", ["10 passage", "12 passage"]),
    "in code": (FENCED, f"```\n{FENCED}\n```", ["11 passage", "15 passage"]),
    "in code of tildes": (FENCED, f"~~~ text\n{FENCED}\n~~~", ["11 passage", "15 passage"]),
    "in indented code": (FENCED, "    ::: restricted\n    CANARY\n    :::", ["10 passage", "12 passage"]),
    "in a footnote": (
        FENCED,
        "Text[^1].\n\n[^1]: A note.\n\n    ::: restricted\n\n    CANARY\n\n    :::",
        ["14 passage", "18 passage"],
    ),
    "wrong case": ("restricted", "Restricted", ["10 passage"]),
    "plural": ("restricted", "restrict", ["10 passage"]),
    "unknown paragraph": ("paragraph 3", "paragraph 8", ["10 passage"]),
    "paragraph of Wales": ("paragraph 3", "paragraph 12", ["10 passage"]),
    "smart quotes": ("restricted paragraph 3", "\u201crestricted\u201d", ["10 passage"]),
    "two colons": (":::", "::", ["10 passage"]),
    "four colons": (":::", "::::", ["10 passage"]),
    "no space": ("::: restricted", ":::restricted", ["10 passage"]),
    "indented by one": ("::: restricted", " ::: restricted", ["10 passage"]),
    "under text": ("walked.\n\n:::", "walked.\n:::", ["9 passage"]),
    "closing mark with words": (":::\n\n2.3", "::: end\n\n2.3", ["14 passage"]),
    "backslash": ("::: restricted", "\\::: restricted", ["10 passage"]),
    "mark in bold": ("::: restricted paragraph 3", "**::: restricted**", ["10 passage"]),
    "zero-width space": ("::: restricted", "::\u200b: restricted", ["10 passage", "10 stray-character"]),
    "full-width colons": (
        "::: restricted",
        "\uff1a\uff1a\uff1a restricted",
        ["10 passage", "10 stray-character"],
    ),
    "look-alike letter": ("restricted", "r\u0435stricted", ["10 passage", "10 look-alike"]),
    "comment": (FENCED, f"<!-- {WITHIN} -->", ["10 raw-html"]),
    "comment over lines": (FENCED, f"<!--\n{WITHIN}\n-->", ["10 raw-html"]),
    "brackets": (FENCED, f"[restricted]\n\n{WITHIN}\n\n[/restricted]", ["10 passage", "14 passage"]),
    "access in the text": (FENCED, f"access: restricted\n\n{WITHIN}", ["10 front-matter"]),
    "front matter in the text": (FENCED, f"---\naccess: restricted\n---\n\n{WITHIN}", ["11 front-matter", "12 heading-level"]),
}


@pytest.mark.parametrize(("old", "new", "expected"), TEXTS.values(), ids=TEXTS)
def test_a_slip_in_the_marks_of_a_passage_stops_the_build(site: TinySite, old: str, new: str, expected: list[str]) -> None:
    """What looks like a mark is one or is an error."""
    assert old in PASSAGE
    site.write(f"{FOLDER}/b2.md", PASSAGE.replace(old, new, 1))
    assert _told(site) == [f"b2.md:{one}" for one in expected]
    assert _publishes_nothing(site)


MINUTE = "## 8. SECRETMINUTE of a closed matter\n(Item D1)\n"
OWN_MARK = "present:\n  - {name: Ms A Chair, role: Chairman}\n"

MINUTES = {
    "no item": (MINUTE, "## 8. CANARY\n", ["19 unknown-item"]),
    "no brackets": (MINUTE, "## 8. CANARY\nItem D1\n", ["20 item-reference"]),
    "square brackets": (MINUTE, "## 8. CANARY\n[Item D1]\n", ["20 item-reference"]),
    "bracket not closed": (MINUTE, "## 8. CANARY\n(Item D1\n", ["20 item-reference"]),
    "space in the reference": (MINUTE, "## 8. CANARY\n(Item D 1)\n", ["20 item-reference"]),
    "letter for a digit": (MINUTE, "## 8. CANARY\n(Item Dl)\n", ["20 item-reference"]),
    "item that is not there": (MINUTE, "## 8. CANARY\n(Item D2)\n", ["19 unknown-item"]),
    "another word": (MINUTE, "## 8. CANARY\n(Agenda item D1)\n", ["20 item-reference"]),
    "no full stop": (MINUTE, "## 8 CANARY\n(Item D1)\n", ["19 minute-number"]),
    "no space": (MINUTE, "##8. CANARY\n(Item D1)\n", ["19 heading-level"]),
    "level of a part": (MINUTE, "### 8. CANARY\n(Item D1)\n", ["20 item-reference"]),
    "no heading": (MINUTE, "8. CANARY\n(Item D1)\n", ["20 item-reference"]),
    "bold for a heading": (MINUTE, "**8. CANARY**\n(Item D1)\n", ["20 item-reference"]),
    "underlined heading": (MINUTE, "8. CANARY\n---\n(Item D1)\n", ["20 heading-level"]),
    "mark of no minute": (OWN_MARK, "minutes: [{number: 9, access: restricted}]\n", ["6 minute-number"]),
    "mark misspelt": (OWN_MARK, "minutes: [{number: 7, acess: restricted}]\n", ["6 unknown-key"]),
    "mark without number": (OWN_MARK, "minutes: [{access: restricted}]\n", ["6 missing-key"]),
    "public without a reason": (OWN_MARK, "minutes: [{number: 8, access: public}]\n", ["6 access-conflict"]),
}


@pytest.mark.parametrize(("old", "new", "expected"), MINUTES.values(), ids=MINUTES)
def test_a_slip_in_the_line_that_closes_a_minute_stops_the_build(
    site: TinySite, old: str, new: str, expected: list[str]
) -> None:
    """A minute of a restricted item is withheld by its line `(Item D1)`, or by what the front matter says of it."""
    assert old in NOTES
    site.write(f"{FOLDER}/notes.md", NOTES.replace(old, new, 1))
    assert _told(site) == [f"notes.md:{one}" for one in expected]
    assert _publishes_nothing(site)


ITEM = "{ref: B2, title: The wardens, delivery: verbal}"
MARK = "    access: restricted\n"

LINES = {
    "misspelt key": (ITEM, "{ref: B2, title: CANARY, acess: restricted}", ["14 unknown-key"]),
    "wrong case": (ITEM, "{ref: B2, title: CANARY, access: Restricted}", ["14 invalid-value"]),
    "mark in the exemption": (
        ITEM, "{ref: B2, title: CANARY, exemption: {access: restricted}}", ["14 missing-key", "14 unknown-key"],
    ),
    "comma in a title": (ITEM, "{ref: B2, title: The wardens, CANARY}", ["14 invalid-value"]),
    "exemption alone": (MARK, "", ["15 access-conflict"]),
    "mark and exemption forgotten": (
        f"{MARK}    exemption: {{basis: schedule-12a, paragraphs: [1]}}\n", "", ["18 access-conflict"],
    ),
    "mark too far left": (MARK, "access: restricted\n", ["18 front-matter"]),
    "mark too far right": (MARK, f"  {MARK}", ["17 front-matter"]),
    "mark on the whole agenda as well": ("access: public", "access: public\naccess: restricted", ["4 duplicate-key"]),
}  # fmt: skip


@pytest.mark.parametrize(("old", "new", "expected"), LINES.values(), ids=LINES)
def test_a_slip_in_an_agenda_stops_the_build(site: TinySite, old: str, new: str, expected: list[str]) -> None:
    """A section or an item is withheld by its mark."""
    assert old in AGENDA
    site.write(f"{FOLDER}/agenda.md", AGENDA.replace(old, new, 1))
    assert _told(site) == [f"agenda.md:{one}" for one in expected]
    assert _publishes_nothing(site)


def _numbered(source: str, number: int) -> str:
    return source.replace("item: B2", f"item: B2\npaper: {number}").replace("walked", f"walked {number} miles")


READ_RIGHTLY = (
    MARKED.replace("\n", "\r\n"),
    MARKED.replace("access: restricted", "access: restricted  "),
    MARKED.replace("access: restricted", 'access: "restricted"'),
    MARKED.replace("access: restricted", "access: 'restricted'"),
    MARKED.replace("access: restricted", "access: restricted # until May"),
    MARKED.replace("access: restricted", "access:   restricted"),
    MARKED.replace("---\n\nCANARY", "---\n---\n\nCANARY"),
    PASSAGE.replace("\n", "\r\n"),
    PASSAGE.replace("paragraph 3", "paragraph 3  ").replace(":::\n\n2.3", ":::  \n\n2.3"),
    PASSAGE.replace("paragraph 3", "paragraphs 1, 2 and 3"),
    PASSAGE.replace("paragraph 3", "confidential"),
    PASSAGE.replace(WITHIN, f"```\n{WITHIN}\n```"),
    PASSAGE.replace(WITHIN, f"> {WITHIN}\n\n- CANARY\n\nTable: CANARY\n\n| CANARY |\n| --- |\n| CANARY |"),
    PASSAGE.replace(":::\n\n2.3", ":::\n2.3"),
    PASSAGE.replace("2.3", "[^1]: CANARY\n\n2.3").replace("forty pounds", "forty pounds[^1]"),
)


def test_what_is_no_slip_is_read_rightly(site: TinySite) -> None:
    """Windows line ends, spaces that nobody sees, quotation marks, comments: the mark is one, and what it covers stays."""
    for number, source in enumerate(READ_RIGHTLY, 1):
        (site.root / FOLDER / f"b2-{number}.md").write_bytes(_numbered(source, number).encode())
    site.write(f"{FOLDER}/notes.md", NOTES.replace(MINUTE, "## 8. CANARY\n(item d1)\n"))
    assert _told(site) == []
    assert "canary" not in site.build().output.lower()
    assert [name for name, data in site.outside().items() if b"canary" in data or b"secret" in data] == []
    passages = [number for number, source in enumerate(READ_RIGHTLY, 1) if "walked" in source]
    assert all(f"walked {number} miles" in site.html(f"group/2025-03-02/b2/paper-{number}") for number in passages)
