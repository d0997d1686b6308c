"""What stays behind is handed to the second line, with the file and line it came from: all of it, and nothing public."""

from __future__ import annotations

from typing import Any

import pytest

from builders import (
    FOLDER,
    GROUND,
    TODAY,
    agenda,
    agreement,
    appendix,
    item,
    meeting_files,
    notes,
    paper,
    released,
    restricted_section,
    section,
)
from public_record.gate.sought import fingerprints_of
from public_record.gate.withheld import Keeper
from public_record.model.findings import Place
from public_record.model.fingerprints import Fingerprints, words_of
from public_record.model.record import Paragraph, Record
from public_record.model.text import PublicText, Sealed

SECRET = "the contractor of the lamps asked for twice the sum that was agreed upon"
NAME = "Ferry contract dispute"
RESTRICTED: dict[str, Any] = {"access": "restricted", "public_title": "A matter", "exemption": GROUND}
HIDDEN: dict[str, Any] = {"access": "draft"}
GONE: dict[str, Any] = {"access": "withdrawn", "withdrawn": {"date": "2025-01-02", "reason": "It was wrong."}}
PLACE = Place("content/a.md", 3)


def places(kept: Fingerprints, text: str = SECRET) -> list[str]:
    """Say where the words of a text come from, each place once."""
    return sorted({str(place).removeprefix(f"content/{FOLDER}/") for place in kept.find(words_of(f"Then {text}."))})


def _minute(part: str, text: str) -> dict[str, str]:
    """Write a withheld minute that opens one part."""
    opened = {"number": 1, **RESTRICTED, "open": {"reason": "Printed.", "parts": [part]}}
    return meeting_files(n=notes(f"## 1. Lamps\n\n1. Talk.\n\n{text}", minutes=[opened]))


def _adopting(**stated: Any) -> dict[str, str]:
    """Write a withheld minute that adopts notes."""
    return meeting_files(n=notes("## 1. Notes", minutes=[{"number": 1, **RESTRICTED, "adoption": stated}]))


OPENED: dict[str, Any] = {"access": "public", "open": {"reason": "Announced."}}
CLOSED = agenda(restricted_section(item("D1", NAME, public_title="x")), section(item("B1")))

KEPT = {
    "passage of a paper": (meeting_files(agenda=agenda(), b1=paper(f"1. x\n\n::: restricted\n{SECRET}\n:::")), "b1.md:10:1"),
    "passage of an agenda": (meeting_files(agenda=agenda(text=f"::: restricted\n{SECRET}\n:::")), "agenda.md:9:1"),
    "passage of an agreement": (
        {"agreement/1.md": agreement(f"::: restricted\n{SECRET}\n:::")},
        "content/agreement/1.md:9:1",
    ),
    "passage before the minutes": (meeting_files(n=notes(f"::: restricted\n{SECRET}\n:::")), "n.md:8:1"),
    "passage of an appendix": (
        meeting_files(agenda=agenda(), b1=paper(), a=appendix(f"::: restricted\n{SECRET}\n:::")),
        "a.md:9:1",
    ),
    "passage of notes": (meeting_files(n=notes(f"## 1. Lamps\n\n::: restricted\n{SECRET}\n:::")), "n.md:10:1"),
    "second block of a paper": (meeting_files(agenda=agenda(), b1=paper(f"1. x\n\n{SECRET}", **RESTRICTED)), "b1.md:12:1"),
    "definition": (meeting_files(agenda=agenda(), b1=paper(f"1. x\n\n[^1]: {SECRET}")), "b1.md:10:1"),
    "definition of a minute": (meeting_files(n=notes(f"## 1. Lamps\n\n[^1]: {SECRET}")), "n.md:10:1"),
    "paragraph of a minute": (_minute("outcome", f"2. {SECRET}"), "n.md:13:1"),
    "outcome of a minute": (_minute("paragraphs", f"RESOLVED that {SECRET}."), "n.md:13:1"),
    "limb of an outcome": (_minute("paragraphs", f"RESOLVED that:\n\n(a) {SECRET}."), "n.md:13:1"),
    "request of a minute": (_minute("notes", f"Report back, no date: {SECRET}."), "n.md:13:1"),
    "action of a minute": (_minute("notes", f"Action: {SECRET}"), "n.md:13:1"),
    "note of a minute": (_minute("paragraphs", f"Post-meeting note: {SECRET}."), "n.md:13:1"),
    "correction of a minute": (_adopting(corrections=[{"minute": 1, "text": SECRET}]), "n.md:9:1"),
    "signature of a minute": (_adopting(signed_by=SECRET), "n.md:9:1"),
    "paper of an item opened in a draft section": (
        meeting_files(agenda=agenda(section(item()), section(item("D1", **OPENED), **HIDDEN)), d1=paper(SECRET, item="D1")),
        "d1.md:8:1",
    ),
    "passage of a closed part": (_minute("outcome", f"::: restricted\n{SECRET}\n:::"), "n.md:13:1"),
    "title of a minute": (meeting_files(n=notes(f"x\n\n## 1. {SECRET}", minutes=[{"number": 1, **RESTRICTED}])), "n.md:11:1"),
    "second minute of restricted notes": (
        meeting_files(n=notes(f"## 1. x\n\n## 2. y\n\n{SECRET}", access="restricted", exemption=GROUND)),
        "n.md:11:1",
    ),
    "name in restricted notes": (
        meeting_files(n=notes("## 1. x", access="restricted", exemption=GROUND, present=[SECRET])),
        "n.md:1:1",
    ),
    "agenda": (meeting_files(agenda=agenda(text=SECRET, access="restricted", exemption=GROUND)), "agenda.md:10:1"),
    "title of an item": (meeting_files(agenda=agenda(section(item("B1"), item("B2", SECRET, **RESTRICTED)))), "agenda.md:6"),
    "title of a draft item": (meeting_files(agenda=agenda(section(item(), item("B2", SECRET, **HIDDEN)))), "agenda.md:6"),
    "title of a section": (meeting_files(agenda=agenda(section(item()), restricted_section(title=SECRET))), "agenda.md:6"),
    "title of a draft section": (meeting_files(agenda=agenda(section(item()), section(title=SECRET, **HIDDEN))), "agenda.md:6"),
    "title of a draft": (meeting_files(agenda=agenda(), b1=paper(title=SECRET, **HIDDEN)), "b1.md:1:1"),
    "paper of a restricted item": (meeting_files(agenda=CLOSED, d1=paper(SECRET, item="D1")), "d1.md:8:1"),
    "appendix of a restricted paper": (
        meeting_files(agenda=agenda(), b1=paper(**RESTRICTED), a=appendix(SECRET, access="restricted")),
        "a.md:9:1",
    ),
    "paper of no item": (meeting_files(agenda=agenda(), b9=paper(SECRET, item="B9")), "b9.md:8:1"),
    "appendix of no paper": (meeting_files(agenda=agenda(), a=appendix(SECRET)), "a.md:9:1"),
    "paper of a draft agenda": (meeting_files(agenda=agenda(access="draft"), b1=paper(SECRET)), "b1.md:8:1"),
    "restricted paper without agenda": (meeting_files(p=paper(SECRET, item=None, **RESTRICTED)), "p.md:9:1"),
    "folder that says two things": (meeting_files(a=agenda(), b=agenda(), b1=paper(SECRET)), "b1.md:8:1"),
    "withdrawn agreement": (
        {
            "agreement/1.md": agreement(
                f"1. x\n\n{SECRET}", access="withdrawn", withdrawn={"date": "2025-01-02", "reason": "Wrong."}
            )
        },
        "content/agreement/1.md:12:1",
    ),
    "minute of a folder that says two things": (
        meeting_files(a=agenda(), b=agenda(), n=notes(f"## 1. x\n\n## 2. y\n\n{SECRET}")),
        "n.md:10:1",
    ),
    "what a withheld outcome says of a recommendation": (
        meeting_files(
            n=notes(
                "## 1. x",
                minutes=[{"number": 1, **RESTRICTED, "on_recommendation": {"outcome": "with-changes", "note": SECRET}}],
            )
        ),
        "n.md:9:1",
    ),
    "body that is not known": (
        {f"{FOLDER.replace('hill', 'dale')}/b1.md": paper(SECRET)},
        "content/meetings/2024-05-14-dale/b1.md:8:1",
    ),
}


@pytest.mark.parametrize(("tree", "place"), KEPT.values(), ids=KEPT)
def test_what_is_kept_back_is_known_by_its_place(tree: dict[str, str], place: str) -> None:
    """Whoever must act on a leak needs to know what leaked."""
    (found,) = places(released(tree).withheld)
    assert found.startswith(place)


CORRECTIONS = [{"date": "2024-05-10", "what": "x"}, {"date": "2024-05-10", "what": SECRET, "at": "B7"}]


@pytest.mark.parametrize(
    ("files", "within"),
    [
        pytest.param({"agenda": agenda(section(item()), restricted_section(title=SECRET))}, f'"{SECRET}"', id="section"),
        pytest.param(
            {"agenda": agenda(section(item()), section(title=SECRET, **HIDDEN))}, f'{{"title": "{SECRET}"', id="draft section"
        ),
        pytest.param(
            {"agenda": agenda(section(item(), item("B2", SECRET, **RESTRICTED)))},
            f'{{"ref": "B2", "title": "{SECRET}"',
            id="item",
        ),
        pytest.param({"agenda": agenda(corrections=CORRECTIONS)}, f'{{"date": "2024-05-10", "what": "{SECRET}"', id="agenda"),
        pytest.param(
            {"agenda": agenda(), "p": paper(corrections=CORRECTIONS)},
            f'{{"date": "2024-05-10", "what": "{SECRET}"',
            id="paper",
        ),
    ],
)
def test_what_is_kept_back_of_front_matter_is_known_by_line_and_column(files: dict[str, str], within: str) -> None:
    """Of several sections, items and corrections, the one that is meant."""
    name, text = list(files.items())[-1]
    (line,) = (number for number, line in enumerate(text.splitlines(), 1) if SECRET in line)
    column = text.splitlines()[line - 1].index(within) + 1
    assert places(released(meeting_files(**files)).withheld) == [f"{name}.md:{line}:{column}"]


def test_what_a_notice_shows_is_no_sign_of_what_it_stands_for() -> None:
    """Public title, summary and balance are written to be read; the rest of the same form is not."""
    shown = {
        "public_title": "A matter of lamps and of those who mend them",
        "public_summary": "Lamps were talked about by those who mend them",
    }
    ground = {**GROUND, "balance": "Bids would be compared before any of them is in"}
    line = item("B2", NAME, access="restricted", exemption=ground, note="What was asked for", **shown)
    kept = released(meeting_files(agenda=agenda(section(line)))).withheld
    texts = [*shown.values(), ground["balance"], NAME, "What was asked for"]
    assert [bool(places(kept, str(text))) for text in texts] == [False, False, False, True, True]


def test_what_many_documents_say_is_no_sign_of_one_of_them() -> None:
    """Offices, places and licences; the title of a source and the names of people are told."""
    fields: dict[str, Any] = {
        "to": "The Hill Partnership Board",
        "contact": "The clerk at Hill Hall",
        "classification": "Not for publication now",
        "by": [{"name": "Ms Anna Reed", "role": "Head of street lighting"}],
        "source": {"publisher": "The Lamp Society", "title": "Lamps and their cost", "licence": "Open lamp licence"},
        "editor_notes": ["One page is lost"],
    }
    kept = released(meeting_files(agenda=agenda(), b1=paper(access="draft", **fields))).withheld
    common = ["The Hill Partnership Board", "The clerk at Hill Hall", "Not for publication now", "Head of street lighting"]
    common += ["The Lamp Society", "Open lamp licence"]
    own = ["Ms Anna Reed", "Lamps and their cost", "One page is lost"]
    assert [bool(places(kept, text)) for text in [*common, *own]] == [False] * 6 + [True] * 3


def test_the_place_of_a_meeting_is_no_sign_of_its_agenda() -> None:
    """Most meetings are held in the same hall."""
    tree = meeting_files(agenda=agenda(venue="The great hall, Hill", contact=NAME, editor_notes=[SECRET], **RESTRICTED))
    kept = released(tree).withheld
    assert [bool(places(kept, text)) for text in ("The great hall, Hill", NAME, SECRET)] == [False, False, True]


@pytest.mark.parametrize(
    ("resolved", "expected"),
    [
        pytest.param("RESOLVED that the report be noted.", False, id="of every meeting"),
        pytest.param("RESOLVED that Mr Weiss be barred.", True, id="of one"),
        pytest.param("RESOLVED that the report and proposals be noted.", True, id="of every meeting, in eight words"),
        pytest.param("RESOLVED that the report on lamps be noted.", True, id="of eight words"),
    ],
)
def test_a_short_resolution_that_every_meeting_takes_is_no_sign(resolved: str, *, expected: bool) -> None:
    """Any other is like any other text."""
    kept = released(_minute("notes", resolved)).withheld
    assert bool(places(kept, resolved)) is expected


@pytest.mark.parametrize("where", ["other", "same"])
def test_a_short_resolution_that_another_meeting_takes_in_public_is_no_sign(where: str) -> None:
    """Two meetings can resolve the same. What the withheld minute's own file says in public would be the leak."""
    resolved = "RESOLVED that lamps be lit."
    closed = _minute("notes", f"{resolved}\n\n## 2. More\n\n{resolved if where == 'same' else ''}")
    later = {"meetings/2024-09-10-hill/n.md": notes(f"## 3. Lamps\n\n{resolved}", date="2024-09-10")}
    kept = released({**closed, **(later if where == "other" else {})}).withheld
    assert bool(places(kept, resolved)) is (where == "same")


@pytest.mark.parametrize(
    ("where", "expected"),
    [
        pytest.param({"agenda": agenda(section(item("B1", NAME)))}, False, id="title of an item"),
        pytest.param({"agenda": agenda(section(item("B1", speakers=[NAME])))}, False, id="name"),
        pytest.param({"agenda": agenda(editor_notes=[NAME])}, False, id="note"),
        pytest.param({"agenda": agenda(section(item("B1", f"{NAME} again")))}, True, id="part of a title"),
        pytest.param({"agenda": agenda(text=NAME)}, True, id="text of an agenda"),
        pytest.param({"agenda": agenda(), "b1": paper(NAME, paper=2)}, True, id="text of a paper"),
        pytest.param({"agenda": agenda(), "n": notes(NAME)}, True, id="text before the minutes"),
    ],
)
def test_a_short_title_is_told_unless_it_is_public_in_a_field_of_its_own(where: dict[str, str], *, expected: bool) -> None:
    """What somebody pasted into a text is no title."""
    tree = meeting_files(**where, z=paper("Talk.", title=NAME, paper=3, **RESTRICTED))
    assert bool(places(released(tree).withheld, NAME)) is expected


EIGHT = "the contractor of the lamps asked for twice"


def test_what_is_said_of_a_body_is_no_sign() -> None:
    """It stands on many pages."""
    tree = meeting_files(agenda=agenda(), b1=paper(title="An invented body.", **RESTRICTED))
    assert places(released(tree).withheld, "An invented body") == []


@pytest.mark.parametrize("title", [EIGHT, SECRET], ids=["eight", "more"])
def test_a_title_of_eight_words_is_told_although_another_document_has_it(title: str) -> None:
    """So many words in a row are no coincidence."""
    tree = meeting_files(agenda=agenda(section(item("B1", title))), b1=paper(title=title, **RESTRICTED))
    assert places(released(tree).withheld, title) == ["b1.md:1:1"]


@pytest.mark.parametrize(
    ("field", "expected"),
    [
        pytest.param(EIGHT, False, id="eight words"),
        pytest.param(" ".join(EIGHT.split()[:-1]), True, id="seven words"),
        pytest.param(f"{EIGHT} the", True, id="nine words"),
    ],
)
def test_a_text_of_a_draft_may_hold_a_public_field_of_eight_words(field: str, *, expected: bool) -> None:
    """A field that is longer or shorter is no run of the text, and lets no other word of it pass."""
    tree = meeting_files(agenda=agenda(editor_notes=[field]), z=paper(f"Then {SECRET}.", paper=3, **HIDDEN))
    kept = released(tree).withheld
    assert [bool([*kept.find(EIGHT.split())]), bool(places(kept))] == [expected, True]


def test_the_words_of_a_short_table_are_told_as_a_whole() -> None:
    """As they stand in its rows, and nothing before them."""
    table = "| Lane | Lamps |\n| --- | --- |\n| Ferry contract | dispute |"
    tree = meeting_files(agenda=agenda(), b1=paper(f"::: restricted\n{table}\n:::"))
    assert places(released(tree).withheld, NAME) == ["b1.md:8:1"]


RECOMMENDED = paper(f"## Recommendation\n\n1. That {SECRET}.", paper=9)
LATER: dict[str, Any] = {"access": "public", "publish_from": "2999-01-01"}
MEETING: dict[str, str] = {"agenda": agenda(), "said": RECOMMENDED}
BESIDE_CLOSED = agenda(section(item("B1")), restricted_section(item("D1", public_title="x")))


@pytest.mark.parametrize(
    "tree",
    [
        pytest.param(meeting_files(**MEETING, z=paper(SECRET, **HIDDEN)), id="paper"),
        pytest.param(meeting_files(**MEETING, z=paper(SECRET, **LATER)), id="paper before its day"),
        pytest.param(meeting_files(**MEETING, z=paper(**HIDDEN), a=appendix(SECRET)), id="appendix of a draft"),
        pytest.param(meeting_files(**MEETING, n=notes(f"## 1. x\n(Item B1)\n\n{SECRET}", **HIDDEN)), id="minute"),
        pytest.param(meeting_files(**MEETING, n=notes(SECRET, **LATER)), id="notes before their day"),
        pytest.param(
            meeting_files(agenda=BESIDE_CLOSED, said=RECOMMENDED, n=notes(f"## 1. x\n(Item B1)\n\n{SECRET}", **HIDDEN)),
            id="minute beside restricted items",
        ),
        pytest.param(
            {**meeting_files(**MEETING), "agreement/2.md": agreement(SECRET, version="2.0", **HIDDEN)}, id="agreement"
        ),
        pytest.param(
            {
                **meeting_files(**MEETING),
                "meetings/2024-06-14-hill/agenda.md": agenda(text=SECRET, date="2024-06-14", **HIDDEN),
            },
            id="agenda",
        ),
    ],
)
def test_what_a_draft_repeats_of_a_public_text_is_no_leak_of_the_draft(tree: dict[str, str]) -> None:
    """Minutes that are not yet out repeat the recommendation that is; what else they say is told."""
    kept = released(tree).withheld
    assert places(kept) == []
    more = {name: text.replace(SECRET, f"{SECRET}, and nobody knew of it") for name, text in tree.items() if "said" not in name}
    kept = released({**tree, **more}).withheld
    assert len(places(kept, f"{SECRET}, and nobody knew of it")) == 1


def _draft_agenda(*sections: dict[str, Any], **keys: Any) -> dict[str, str]:
    """Write a public paper, and the draft agenda of another meeting."""
    later = agenda(*sections, date="2024-06-14", **HIDDEN, **keys)
    return {**meeting_files(**MEETING), "meetings/2024-06-14-hill/agenda.md": later}


HINTS: list[dict[str, Any]] = [
    {"exemption": GROUND},
    {"public_title": "x"},
    {"public_summary": "x"},
    {"public_answers": ["hill/2024-05-14/notes/#request-1-1"]},
    {"public_subjects": ["lamps"]},
]
CLOSED_PAPER = paper(paper=2, **RESTRICTED)
ATTACHED = {"file": "m.txt", "access": "restricted", "title": SECRET, "public_title": "x", "exemption": GROUND}


@pytest.mark.parametrize(
    "tree",
    [
        pytest.param(meeting_files(**MEETING, z=paper(SECRET, **RESTRICTED)), id="restricted paper"),
        pytest.param(meeting_files(**MEETING, z=paper(SECRET, **GONE)), id="withdrawn paper"),
        pytest.param(meeting_files(**MEETING, z=paper(SECRET, exemption=GROUND, **HIDDEN)), id="draft with a ground"),
        pytest.param(meeting_files(**MEETING, z=paper(SECRET, public_title="x", **HIDDEN)), id="draft with a public title"),
        pytest.param(
            meeting_files(**MEETING, z=paper(SECRET, publish_until="2024-01-01", **HIDDEN)), id="draft that has expired"
        ),
        pytest.param(meeting_files(**MEETING, z=paper(SECRET, item="B9", **HIDDEN)), id="draft of no item"),
        pytest.param(meeting_files(**MEETING, z=paper(f"::: restricted\n{SECRET}\n:::", **HIDDEN)), id="passage of a draft"),
        pytest.param(meeting_files(**MEETING, z=paper(f"1. x\n\n[^1]: {SECRET}", **HIDDEN)), id="definition of a draft"),
        pytest.param(meeting_files(**MEETING, z=paper(attachments=[ATTACHED], **HIDDEN)), id="attachment of a draft"),
        pytest.param(
            meeting_files(**MEETING, z=CLOSED_PAPER, a=appendix(SECRET, paper=2, **HIDDEN)), id="draft of a restricted paper"
        ),
        pytest.param(
            meeting_files(**MEETING, z=paper(paper=2, **GONE), a=appendix(SECRET, paper=2, **HIDDEN)),
            id="draft of a withdrawn paper",
        ),
        pytest.param(
            meeting_files(agenda=BESIDE_CLOSED, said=RECOMMENDED, z=paper(SECRET, item="D1", **HIDDEN)),
            id="draft of a restricted item",
        ),
        pytest.param(
            meeting_files(agenda=BESIDE_CLOSED, said=RECOMMENDED, n=notes(f"## 1. x\n(Item D1)\n\n{SECRET}", **HIDDEN)),
            id="draft minute of a restricted item",
        ),
        pytest.param(
            meeting_files(agenda=BESIDE_CLOSED, said=RECOMMENDED, n=notes(f"## 1. x\n\n{SECRET}", **HIDDEN)),
            id="draft minute that may be of one",
        ),
        pytest.param(
            meeting_files(**MEETING, n=notes(f"## 1. x\n(Item B1)\n\n::: restricted\n{SECRET}\n:::", **HIDDEN)),
            id="passage of a draft minute",
        ),
        pytest.param(_draft_agenda(restricted_section(item("D1", SECRET, public_title="x"))), id="item of a draft agenda"),
        *(
            pytest.param(
                _draft_agenda(section(item("D1", SECRET, **hint))), id=f"item of a draft agenda with {next(iter(hint))} alone"
            )
            for hint in HINTS
        ),
        pytest.param(_draft_agenda(text=SECRET, exemption=GROUND), id="draft agenda with a ground"),
        pytest.param(
            {**meeting_files(**MEETING), "agreement/1.md": agreement(f"{SECRET}\n\n::: Restricted", **HIDDEN)},
            id="draft version that could not be read whole",
        ),
        pytest.param(_draft_agenda(section(item("D1", SECRET, access="restricted"))), id="marked item of a draft agenda"),
    ],
)
def test_what_is_restricted_is_told_whatever_repeats_it(tree: dict[str, str]) -> None:
    """A clerk who pastes it into a public paper is stopped, and so is one who calls it a draft for the time being."""
    assert len(places(released(tree).withheld)) == 1


def test_what_a_draft_itself_is_found_to_say_in_public_does_not_make_it_public() -> None:
    """Were the text of a draft released by mistake, the second line would see it."""
    shown = Paragraph("text-1", None, PublicText(SECRET))
    for path, expected in (("content/a.md", ["content/a.md:3:1"]), ("content/b.md", [])):
        keeper = Keeper()
        keeper.keep(Sealed(SECRET), PLACE, waits=True)
        keeper.show(shown, path)
        assert places(fingerprints_of([keeper], Record())) == expected


def test_what_a_restricted_text_and_a_draft_both_say_is_told() -> None:
    """That the draft may say it opens nothing."""
    keeper = Keeper()
    keeper.keep(Sealed(SECRET), PLACE, waits=True)
    keeper.keep(Sealed(SECRET), Place("content/c.md", 9))
    keeper.show(Paragraph("text-1", None, PublicText(SECRET)), "content/b.md")
    assert places(fingerprints_of([keeper], Record())) == ["content/c.md:9:1"]


@pytest.mark.parametrize(
    ("where", "expected"),
    [
        pytest.param({"agenda": agenda(editor_notes=[SECRET])}, False, id="whole field"),
        pytest.param({"agenda": agenda(editor_notes=[f"{SECRET} again"])}, True, id="part of a field"),
        pytest.param({"agenda": agenda(), "b1": paper(f"So {SECRET} again", paper=2)}, False, id="text"),
    ],
)
def test_a_field_of_a_draft_may_repeat_a_public_field_or_text(where: dict[str, str], *, expected: bool) -> None:
    """A corrected paper has the editor's notes of the one that it replaces."""
    tree = meeting_files(**where, z=paper(editor_notes=[SECRET], paper=3, **HIDDEN))
    assert bool(places(released(tree).withheld)) is expected


@pytest.mark.parametrize(
    ("text", "sought"),
    [
        pytest.param(f"See <https://lamps.example/a/b> {NAME}", NAME, id="after an address"),
        pytest.param(f"See https://lamps.example/a/b {NAME}", NAME, id="after an address without brackets"),
        pytest.param(f"[{NAME}](https://lamps.example/a)", NAME, id="words of a link"),
        pytest.param(f"Ferry (https://lamps.example) {NAME}", NAME, id="address in brackets"),
        pytest.param(f"[x](https://lamps.example/a)\u2014{NAME}", NAME, id="close behind a link"),
        pytest.param(f"<http://lamps.example/a>,{NAME}", NAME, id="close behind an address"),
        pytest.param(f"[https://lamps.example/a]/{NAME}", NAME, id="close behind square brackets"),
    ],
)
def test_an_address_on_the_web_ends_where_words_begin(text: str, sought: str) -> None:
    """It is left out, and nothing beside it."""
    keeper = Keeper()
    keeper.keep(Sealed(f"{text} and what came of it in the end"), PLACE)
    assert places(fingerprints_of([keeper], Record()), f"{sought} and what came of it") == ["content/a.md:3:1"]


@pytest.mark.parametrize("scheme", ["http", "https"])
def test_an_address_on_the_web_is_no_sign(scheme: str) -> None:
    """A work has one address, whoever names it."""
    address = f"{scheme}://lamps.example/one/two/three/four/five/six"
    keeper = Keeper()
    keeper.keep(Sealed(f"See {address} for {SECRET}"), PLACE)
    kept = fingerprints_of([keeper], Record())
    assert (places(kept), places(kept, address)) == (["content/a.md:3:1"], [])


def test_a_row_of_dashes_is_no_second_head() -> None:
    """What stands above it is told like any other row."""
    table = f"| Measure | Sum |\n| --- | --- |\n| Lamps | 1 |\n| {SECRET} | 2 |\n| --- | --- |\n| Lanes | 3 |"
    tree = meeting_files(agenda=agenda(), b1=paper(f"::: restricted\n{table}\n:::"))
    assert places(released(tree).withheld) == ["b1.md:8:1"]


@pytest.mark.parametrize(
    ("head", "told"),
    [
        pytest.param("| Measure | 2020 | 2021 |\n| --- | --- | --- |\n", False, id="head row"),
        pytest.param("| Measure | 2020 | 2021 |\n", True, id="no head row"),
    ],
)
def test_the_columns_of_a_table_are_no_sign_of_its_rows(head: str, *, told: bool) -> None:
    """Its name and its rows are."""
    table = f"Table: {NAME} of the year\n\n{head}| {SECRET} | 1 | 2 |"
    tree = meeting_files(agenda=agenda(), b1=paper(f"::: restricted\n{table}\n:::"))
    kept = released(tree, TODAY).withheld
    assert [bool(places(kept, text)) for text in (f"{NAME} of the year", SECRET)] == [True, True]
    assert bool(list(kept.find(words_of("Measure 2020 2021 the contractor of the lamps")))) is told
