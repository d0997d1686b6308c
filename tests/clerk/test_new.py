"""`new`: what it drafts passes `check`, is a draft, repeats nothing that is withheld, and overwrites nothing."""

from __future__ import annotations

from pathlib import Path

import pytest

from clerk.conftest import AGENDA, content
from public_record.clerk import questions
from tiny import TinySite

GOOD = "0 errors, 0 warnings.\n"
MEETING = ("new", "meeting", "--date", "2026-12-14")
NOTES = ("new", "notes", "--meeting", "2026-09-14-hill")
PAPER = ("new", "paper", "--meeting", "2026-09-14-hill", "--item", "B1", "--title", "Lamps")


def _new(desk: TinySite, *arguments: str, input: str | None = None) -> str:  # noqa: A002 - as click names it
    """Run a verb, insist that it went well and that the record is in order, and give what it said."""
    result = desk.run(*arguments, input=input)
    assert result.exit_code == 0, result.output
    assert desk.run("check").output == GOOD
    return result.output


@pytest.fixture
def at_a_terminal(monkeypatch: pytest.MonkeyPatch) -> None:
    """Somebody is there to answer."""
    monkeypatch.setattr(questions, "on_a_terminal", lambda: True)


def test_a_meeting_has_the_sections_and_standing_items_of_the_last(desk: TinySite) -> None:
    """With the notes to adopt; nothing of a restricted section, and no item of the last meeting's own business."""
    said = _new(desk, *MEETING, "--item", "Parking: a plan", "--next", "2027-03-15")
    assert content(desk, "meetings/2026-12-14-hill/agenda.md") == (
        "---\n"
        "kind: agenda\n"
        "access: draft\n"
        "body: hill\n"
        "date: 2026-12-14\n"
        "# The day of the notice, at the latest:\n"
        "# published: 2026-12-04\n"
        "# An item has a reference and a title, and a delivery if something comes before the meeting:\n"
        "#   - {ref: B1, title: Street lighting, delivery: report}\n"
        "# What may stand here is listed in docs/content-format.md.\n"
        "sections:\n"
        "  - letter: A\n"
        "    title: Committee business\n"
        "    items:\n"
        "      - {ref: A1, title: Apologies}\n"
        "      - {ref: A2, title: Notes of meeting held on 14 September 2026, notes_of: 2026-09-14}\n"
        "  - letter: B\n"
        "    title: Matters for discussion\n"
        "    items:\n"
        '      - {ref: B1, title: "Parking: a plan"}\n'
        "  - letter: C\n"
        "    title: Matters for information\n"
        "    items:\n"
        "      - {ref: C1, title: Date of next meeting, next_meeting: {date: 2027-03-15}}\n"
        "---\n"
    )
    assert said == (
        "Wrote content/meetings/2026-12-14-hill/agenda.md.\n"
        "It is a draft: nothing of it is shown until it says `access: public`.\n"
        "The notice is due by 2026-12-04 (5 clear days).\n"
        "Next: add the items and their papers (`new paper`); run `check`; and when it is ready, write `access: public`.\n"
    )


def test_what_stood_on_one_agenda_alone_does_not_come_again(desk: TinySite) -> None:
    """An item of which nothing was said but its title, unless the agenda before had it, too."""
    earlier = AGENDA.replace("date: 2026-09-14", "date: 2026-06-15").replace("2026-09-04", "2026-06-05")
    desk.write("content/meetings/2026-06-15-hill/agenda.md", earlier)
    lone = AGENDA.replace("{ref: B1,", "{ref: B1, title: Vulnerability and risk}\n      - {ref: B3,")
    desk.write("content/meetings/2026-09-14-hill/agenda.md", lone)
    assert desk.run(*MEETING).exit_code == 0
    drafted = content(desk, "meetings/2026-12-14-hill/agenda.md")
    assert "Vulnerability" not in drafted
    assert "{ref: A1, title: Apologies}" in drafted


def test_the_first_meeting_of_a_body_has_a_usual_agenda(desk: TinySite) -> None:
    """Three sections, and nothing to adopt."""
    _new(desk, "new", "meeting", "--date", "2026-03-02")
    assert content(desk, "meetings/2026-03-02-hill/agenda.md").split("sections:\n")[1] == (
        "  - letter: A\n"
        "    title: Committee business\n"
        "    items:\n"
        "      - {ref: A1, title: Apologies}\n"
        "      - {ref: A2, title: Declarations of interest}\n"
        "  - letter: B\n"
        "    title: Matters for discussion\n"
        "    items: []\n"
        "  - letter: C\n"
        "    title: Matters for information\n"
        "    items:\n"
        "      - {ref: C1, title: Date of next meeting}\n"
        "---\n"
    )


def test_items_without_letters_are_numbered_through(desk: TinySite) -> None:
    """As the last agenda did it: by their place, or by a number."""
    places = AGENDA.replace("{ref: A1,", "{place: 1,").replace("{ref: A2,", "{place: 2,").replace("{ref: C1,", "{place: 5,")
    places = places.replace("{ref: B1,", "{place: 3,").replace("{ref: B2,", "{place: 4,").replace("{ref: D1,", "{place: 6,")
    desk.write("content/meetings/2026-09-14-hill/agenda.md", places)
    _new(desk, *MEETING, "--item", "Parking")
    lines = content(desk, "meetings/2026-12-14-hill/agenda.md").splitlines()
    assert [line.strip() for line in lines if "{place" in line] == [
        "- {place: 1, title: Apologies}",
        "- {place: 2, title: Notes of meeting held on 14 September 2026, notes_of: 2026-09-14}",
        "- {place: 3, title: Parking}",
        "- {place: 4, title: Date of next meeting}",
    ]


def test_a_meeting_can_be_published_as_it_was_drafted(desk: TinySite) -> None:
    """Nothing but its access has to be changed."""
    _new(desk, *MEETING, "--published", "2026-12-01")
    path = "content/meetings/2026-12-14-hill/agenda.md"
    desk.write(path, content(desk, path.removeprefix("content/")).replace("access: draft", "access: public"))
    assert desk.run("check").output == GOOD


@pytest.mark.usefixtures("at_a_terminal")
def test_what_is_missing_is_asked_for_on_a_terminal(desk: TinySite) -> None:
    """What was so last time is proposed; an answer that does not fit is asked for again, in a clerk's words."""
    answers = ["hill", "14/12/2026", "2026-12-14", "", "Town hall", "-", "", "Parking", "Drains", "", ""]
    said = _new(desk, "new", "meeting", input="\n".join(answers) + "\n")
    assert "Error: a date is written year-month-day, as in 2016-03-16" in said
    assert 'Time, as in "10:00" (- for none) [10:00]' in said
    written = content(desk, "meetings/2026-12-14-hill/agenda.md")
    assert 'time: "10:00"\nvenue: Town hall\n#' in written
    assert "{ref: B1, title: Parking}\n      - {ref: B2, title: Drains}\n" in written


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (("new", "meeting"), "--date is missing."),
        (("new", "meeting", "--date", "14.12.2026"), "--date: a date is written year-month-day, as in 2016-03-16."),
        (("new", "meeting", "--date", "2026-12-14", "--body", "dale"), "--body: one of these is needed: hill."),
        (("new", "meeting", "--date", "2026-12-14", "--time", "ten"), '--time: a time is written "10:00", in quotation marks.'),
        (("new", "notes"), "--meeting is missing."),
        (("new", "notes", "--meeting", "2026-01-01-hill"), "--meeting: there is no such meeting; `new meeting` makes one."),
        (
            ("new", "notes", "--meeting", "x"),
            "--meeting: the folder of a meeting is named <date>-<body>, as in 2016-03-16-kcsp.",
        ),
        (
            ("new", "paper", "--meeting", "2026-09-14-hill", "--item", "B9"),
            "--item: one of these is needed: A1, A2, B1, B2, C1, D1.",
        ),
        ((*PAPER, "--purpose", "fun"), "--purpose: one of these is needed: decision, information, discussion."),
        ((*PAPER, "--restricted"), "--paragraph is missing."),
        (
            (*PAPER, "--restricted", "--public-title", "X", "--paragraph", "0", "--paragraph", "1"),
            "--paragraph: paragraphs are 1 to 7, or 0 alone.",
        ),
        (
            ("new", "agreement-version", "--version", "two", "--from", "2027"),
            '--version: a version is written "2.0" or 2014-17.',
        ),
    ],
    ids=lambda value: " ".join(value[1:]) if isinstance(value, tuple) else "",
)
def test_a_script_is_told_which_option_is_missing_or_wrong(desk: TinySite, arguments: tuple[str, ...], message: str) -> None:
    """Status 2, nothing written, and no question that nobody would answer."""
    before = desk.outside() | {path.name: b"" for path in (desk.root / "content").rglob("*")}
    result = desk.run(*arguments)
    assert (result.exit_code, result.output.splitlines()[-1]) == (2, f"Error: {message}")
    assert desk.outside() | {path.name: b"" for path in (desk.root / "content").rglob("*")} == before


def test_notes_have_a_minute_for_every_item(desk: TinySite) -> None:
    """Numbers run on from the last notes, members are present until they are moved; a restricted item has its public title."""
    first = "---\nkind: {}\naccess: public\nbody: hill\ndate: 2026-06-01\n{}---\n{}"
    sections = "sections:\n  - {title: Matters, items: [{ref: B1, title: Lamps}]}\n"
    desk.write("content/meetings/2026-06-01-hill/agenda.md", first.format("agenda", f"published: 2026-05-20\n{sections}", ""))
    desk.write("content/meetings/2026-06-01-hill/notes.md", first.format("notes", "", "\n## 41. Lamps\n(Item B1)\n"))
    said = _new(desk, *NOTES)
    assert content(desk, "meetings/2026-09-14-hill/notes.md") == (
        "---\n"
        "kind: notes\n"
        "access: draft\n"
        "body: hill\n"
        "date: 2026-09-14\n"
        'time: "10:00"\n'
        "venue: The hall\n"
        "# The members. Move those who were away to `apologies`;\n"
        "# write a substitute as {name: Ms A, substitute_for: Mr B}.\n"
        "present:\n"
        "  - {name: Ms A Reed, role: Chairman}\n"
        "  - Mr B Oak\n"
        "# If the earlier notes were adopted, say so, with the corrections if there were any:\n"
        "# minutes:\n"
        "#   - {number: 43, adoption: {signed_by: the Chairman}}\n"
        "---\n\n"
        "## 42. Apologies\n(Item A1)\n\n"
        "## 43. Notes of meeting held on 1 June 2026\n(Item A2)\n\n"
        "## 44. Street lighting\n(Item B1)\n\n"
        "## 45. Wardens\n(Item B2)\n\n"
        "## 46. Date of next meeting - 14 December 2026\n(Item C1)\n\n"
        "## 47. A review\n(Item D1)\n"
    )
    assert "Minutes run on from 41, the last of 2026-06-01; `--first-number` says otherwise.\n" in said


def test_members_that_the_agenda_lists_come_before_those_of_the_settings(desk: TinySite) -> None:
    """Who belonged to the body then is said there."""
    listed = AGENDA.replace("sections:", "membership: [Ms C Elm]\nsections:", 1)
    desk.write("content/meetings/2026-09-14-hill/agenda.md", listed)
    _new(desk, *NOTES, "--first-number", "7")
    written = content(desk, "meetings/2026-09-14-hill/notes.md")
    assert "present:\n  - Ms C Elm\n# If" in written
    assert "---\n\n## 7. Apologies\n" in written


def test_the_adoption_that_is_proposed_is_right(desk: TinySite) -> None:
    """Without the signs of a remark it passes, and the minute adopts the notes that its item puts up."""
    _new(desk, *NOTES)
    path = "content/meetings/2026-09-14-hill/notes.md"
    lines = content(desk, path.removeprefix("content/")).splitlines(keepends=True)
    proposed = lines.index("# minutes:\n")
    lines[proposed : proposed + 2] = [line.removeprefix("# ") for line in lines[proposed : proposed + 2]]
    desk.write(path, "".join(lines))
    assert desk.run("check").output == GOOD


def test_of_notes_that_nobody_may_hear_of_no_adoption_is_proposed(desk: TinySite) -> None:
    """That a restricted item puts notes up is withheld with it."""
    hidden = "{ref: D1, title: The case of a person, notes_of: 2026-06-01, public_title: A review}"
    closed = AGENDA.replace(", notes_of: 2026-06-01", "").replace(AGENDA.split("- ")[-1].split("\n")[0], hidden)
    desk.write("content/meetings/2026-09-14-hill/agenda.md", closed)
    _new(desk, *NOTES)
    assert hidden in closed
    assert "adoption" not in content(desk, "meetings/2026-09-14-hill/notes.md")


@pytest.mark.parametrize(
    "title",
    ["Lamps (see item B2)", "2. Lamps", "# Lamps", "Lamps (B2)", "::: restricted", "Lamps [^1]: here", "RESOLVED that"],
)
def test_a_title_that_would_read_otherwise_in_notes_is_left_to_the_clerk(desk: TinySite, title: str) -> None:
    """Whatever an item is called, its minute keeps number and item, and the draft passes."""
    quoted = AGENDA.replace("title: Street lighting", f'title: "{title}"')
    desk.write("content/meetings/2026-09-14-hill/agenda.md", quoted)
    if desk.run("check").output != GOOD:
        pytest.skip("the agenda itself is refused")
    _new(desk, *NOTES)
    third = content(desk, "meetings/2026-09-14-hill/notes.md").split("## ")[3]
    assert third in {f"3. {title}\n(Item B1)\n\n", "3. Matter B1 of the agenda\n(Item B1)\n\n"}


def test_the_minutes_of_a_restricted_agenda_have_no_titles_of_items(desk: TinySite) -> None:
    """Nor has an agenda of which nothing is public anything to repeat."""
    closed = AGENDA.replace(
        "access: public\n",
        "access: restricted\nexemption: {basis: schedule-12a, paragraphs: [1], balance: A., review: 2027-06-01}\n",
        1,
    )
    for line in ("title: Street lighting", "title: Wardens", "title: Apologies"):
        closed = closed.replace(line, f"{line}, public_title: Open words")
    desk.write("content/meetings/2026-09-14-hill/agenda.md", closed)
    desk.run(*NOTES)
    desk.run(*MEETING)
    written = "".join(path.read_text() for path in (desk.root / "content").rglob("*.md") if path.read_text() != closed)
    assert "Street lighting" not in written.replace("title: Street lighting, delivery: report}\n# What", "")


def test_a_paper_belongs_to_an_item_and_is_addressed_to_the_body(desk: TinySite) -> None:
    """For decision it has a heading for its recommendation."""
    said = _new(desk, *PAPER, "--by", "The engineer", "--purpose", "decision")
    assert content(desk, "meetings/2026-09-14-hill/b1.md") == (
        "---\nkind: paper\naccess: draft\nitem: B1\ntitle: Lamps\nby:\n  - The engineer\nto: Hill Partnership\n"
        "purpose: decision\n---\n\n## 1.0 Introduction\n\n## 2.0 Recommendation\n"
    )
    assert "delivery" not in said


def test_of_an_item_without_delivery_the_clerk_is_told(desk: TinySite) -> None:
    """A paper comes before the meeting, and its agenda does not say so."""
    said = _new(desk, "new", "paper", "--meeting", "2026-09-14-hill", "--item", "A1", "--title", "Lamps")
    assert said.endswith("The agenda does not say how this item comes before the meeting: add `delivery: report` to it.\n")


def test_a_second_paper_has_the_next_number_and_may_replace_the_first(desk: TinySite) -> None:
    """A supplement says which paper it replaces."""
    _new(desk, *PAPER)
    said = _new(desk, *PAPER)
    _new(desk, *PAPER, "--replaces", "1")
    assert "The item has a paper already; this is its paper 2. `--replaces` says that it replaces one." in said
    assert "paper: 2\ntitle" in content(desk, "meetings/2026-09-14-hill/b1-paper-2.md")
    assert "paper: 3\nreplaces: 1\ntitle" in content(desk, "meetings/2026-09-14-hill/b1-paper-3.md")


def test_an_appendix_belongs_to_a_paper(desk: TinySite) -> None:
    """The first, if none is named; one to a paper that is not there is refused, and leaves nothing."""
    refused = desk.run(*PAPER, "--appendix", "A")
    file = "content/meetings/2026-09-14-hill/b1-appendix-a.md"
    told = f"{file}:4:7: error [unknown-item] the paper of this appendix is not in the folder."
    cure = "    Add the paper, or correct `item` and `paper`."
    refusal = f"Could not run: {file} was not written, because `check` would then say:\n{told}\n{cure}\n"
    assert (refused.exit_code, refused.output) == (2, refusal)
    assert not (desk.root / "content/meetings/2026-09-14-hill/b1-appendix-a.md").exists()
    _new(desk, *PAPER)
    _new(desk, *PAPER, "--appendix", "A")
    assert content(desk, "meetings/2026-09-14-hill/b1-appendix-a.md") == (
        "---\nkind: appendix\naccess: draft\nitem: B1\nappendix: A\ntitle: Lamps\nto: Hill Partnership\n---\n"
    )


def test_a_restricted_paper_states_its_ground(desk: TinySite) -> None:
    """Paragraphs, balance and review; it is restricted from the start, not a draft."""
    ground = ("--paragraph", "3", "--paragraph", "1", "--balance", "Bids: they would be compared.", "--review", "2027-06-01")
    said = _new(desk, *PAPER[:-2], "--restricted", *ground, "--public-title", "Prices")
    assert content(desk, "meetings/2026-09-14-hill/b1.md") == (
        "---\nkind: paper\naccess: restricted\nitem: B1\n"
        'exemption: {basis: schedule-12a, paragraphs: [1, 3], balance: "Bids: they would be compared.", review: 2027-06-01}\n'
        "public_title: Prices\nto: Hill Partnership\n---\n\n## 1.0 Introduction\n"
    )
    assert said == "Wrote content/meetings/2026-09-14-hill/b1.md.\n"


def test_a_confidential_paper_has_no_paragraph(desk: TinySite) -> None:
    """Section 100A(3) has none."""
    ground = ("--paragraph", "0", "--balance", "A court forbids it.", "--review", "2027-06-01", "--public-title", "A matter")
    _new(desk, *PAPER[:-2], "--restricted", *ground)
    assert "exemption: {basis: confidential, balance" in content(desk, "meetings/2026-09-14-hill/b1.md")


def test_a_version_of_the_agreement_repeats_lists_and_headings_of_the_last_public_one(desk: TinySite) -> None:
    """Comments with them; neither its text, nor what a passage of it holds, nor what was said of that version alone."""
    desk.write(
        "content/agreement/1.md",
        '---\nkind: agreement\naccess: public\nversion: "1.0"\ntitle: Hill Agreement\npublished: 2025-04\n'
        "period: {from: 2025-04-01}\nknown: part\nknown_from: A summary.\n# by weight\npriorities:\n"
        "  - id: lamps\n    title: Lamps\n"
        "    lead: The engineer # for now\nthemes: [{id: light, title: Light}]\neditor_notes: [A note of ours.]\n---\n\n"
        "## 1.0 Lamps\n\n1.1 Text.\n\n::: restricted paragraph 1\n\n## Secret\n\n:::\n\n### Wires\n",
    )
    desk.write(
        "content/agreement/2.md",
        '---\nkind: agreement\naccess: restricted\nexemption: {basis: confidential}\nversion: "2.0"\ntitle: X\n'
        "period: {from: 2026-04-01}\nknown: whole\npriorities: [{id: secret, title: Secret}]\n---\n",
    )
    _new(desk, "new", "agreement-version", "--version", "3.0", "--from", "2027-04-01")
    assert content(desk, "agreement/3.0.md") == (
        '---\nkind: agreement\naccess: draft\nversion: "3.0"\ntitle: Hill Agreement\nperiod: {from: 2027-04-01}\nknown: whole\n'
        "# by weight\npriorities:\n  - id: lamps\n    title: Lamps\n"
        "    lead: The engineer # for now\nthemes: [{id: light, title: Light}]\n---\n\n"
        "## 1.0 Lamps\n\n### Wires\n"
    )


def test_the_first_version_of_an_agreement_has_a_title(desk: TinySite) -> None:
    """There is none to take it from."""
    _new(desk, "new", "agreement-version", "--version", "1.0", "--from", "2027-04-01", "--to", "2030-03-31")
    assert content(desk, "agreement/1.0.md") == (
        '---\nkind: agreement\naccess: draft\nversion: "1.0"\ntitle: Community Safety Agreement\n'
        "period: {from: 2027-04-01, to: 2030-03-31}\nknown: whole\n---\n"
    )


@pytest.mark.parametrize(
    ("arguments", "name"),
    [
        ((*MEETING[:-1], "2026-09-14"), "agenda.md"),
        (NOTES, "notes.md"),
        ((*PAPER, "--paper", "1"), "b1.md"),
    ],
    ids=["agenda", "notes", "paper"],
)
def test_nothing_is_overwritten(desk: TinySite, arguments: tuple[str, ...], name: str) -> None:
    """What is there stays as it is."""
    path = desk.root / "content/meetings/2026-09-14-hill" / name
    if not path.exists():
        path.write_text("---\nkind: paper\naccess: public\nitem: B2\ntitle: Other\n---\n")
    before = path.read_bytes()
    result = desk.run(*arguments)
    assert (result.exit_code, result.output) == (
        2,
        f"Could not run: content/meetings/2026-09-14-hill/{name} is there already, and nothing is overwritten.\n",
    )
    assert path.read_bytes() == before


def test_what_would_make_check_fail_is_not_written(desk: TinySite) -> None:
    """The folder that was made for it goes with it; what was wrong before is not held against it."""
    desk.write("content/stray.txt", "x")
    result = desk.run("new", "meeting", "--date", "2026-12-14", "--published", "2026-12-10")
    assert result.exit_code == 2
    assert "was not written, because `check` would then say:\n" in result.output
    assert "[clear-days]" in result.output
    assert "stray" not in result.output
    assert not (desk.root / "content/meetings/2026-12-14-hill").exists()
    assert desk.run(*MEETING).exit_code == 0


def test_a_link_does_not_lead_out_of_the_record(desk: TinySite, tmp_path_factory: pytest.TempPathFactory) -> None:
    """A folder that is a link is not written through."""
    elsewhere = tmp_path_factory.mktemp("elsewhere")
    (desk.root / "content/meetings/2026-12-14-hill").symlink_to(elsewhere)
    result = desk.run(*MEETING)
    message = "Could not run: content/meetings/2026-12-14-hill/agenda.md would stand outside content/.\n"
    assert (result.exit_code, result.output, list(elsewhere.iterdir())) == (2, message, [])


def test_the_line_for_editors_leads_to_the_schema(desk: TinySite) -> None:
    """Where the project has one, from wherever the file stands; our strict reader takes it."""
    for kind in ("agenda", "agreement"):
        desk.write(f"docs/schema/{kind}.schema.json", "{}")
    _new(desk, *MEETING)
    _new(desk, "new", "agreement-version", "--version", "1.0", "--from", "2027")
    for name in ("meetings/2026-12-14-hill/agenda.md", "agreement/1.0.md"):
        line = content(desk, name).splitlines()[1]
        assert line.startswith("# yaml-language-server: $schema=../")
        assert (desk.root / "content" / name).parent.joinpath(line.partition("=")[2]).resolve().is_file()


class TestTwoTrees:
    """A private tree is read and written only when that is asked for."""

    @pytest.fixture(autouse=True)
    def private(self, desk: TinySite, monkeypatch: pytest.MonkeyPatch) -> Path:
        """A second tree, which holds the whole agenda; content/ has it without the titles that are withheld."""
        tree = desk.root / "private"
        monkeypatch.setenv("PUBLIC_RECORD_PRIVATE", str(tree))
        desk.write("private/meetings/2026-09-14-hill/agenda.md", AGENDA.replace("Wardens", "Wardens and a private matter"))
        return tree

    def test_what_goes_into_the_public_tree_is_drafted_from_it(self, desk: TinySite) -> None:
        """Nothing of the private one gets there."""
        _new(desk, *NOTES)
        assert "private" not in content(desk, "meetings/2026-09-14-hill/notes.md")

    def test_a_restricted_paper_can_be_written_into_the_private_tree(self, desk: TinySite, private: Path) -> None:
        """And only there."""
        said = _new(desk, *PAPER, "--private")
        assert said.startswith("Wrote private/meetings/2026-09-14-hill/b1.md.\n")
        assert (private / "meetings/2026-09-14-hill/b1.md").is_file()
        assert not (desk.root / "content/meetings/2026-09-14-hill/b1.md").exists()

    def test_a_version_of_the_agreement_can_go_on_from_a_private_one(self, desk: TinySite, private: Path) -> None:
        """Its file is found in the tree that it stands in."""
        before = (
            '---\nkind: agreement\naccess: public\nversion: "1.0"\ntitle: Hill\n'
            "known: whole\nthemes: [{id: light, title: Light}]\n---\n"
        )
        desk.write("private/agreement/1.md", before)
        _new(desk, "new", "agreement-version", "--version", "2.0", "--from", "2027", "--private")
        assert "themes: [{id: light, title: Light}]" in (private / "agreement/2.0.md").read_text()


def test_without_a_private_tree_nothing_can_be_written_into_it(desk: TinySite) -> None:
    """It is said which variable names one."""
    result = desk.run(*PAPER, "--private")
    message = "Could not run: there is no private tree: PUBLIC_RECORD_PRIVATE names none.\n"
    assert (result.exit_code, result.output) == (2, message)
