"""What passes the gate, and what does not."""

from __future__ import annotations

import hashlib
from datetime import date
from typing import Any

import pytest

from builders import (
    FOLDER,
    GROUND,
    TODAY,
    agenda,
    agreement,
    appendix,
    findings,
    item,
    items,
    meeting,
    meeting_files,
    minutes,
    notes,
    paper,
    public,
    read,
    released,
    restricted_section,
    section,
    settings,
    told,
)
from public_record.gate.release import release
from public_record.model.fingerprints import words_of
from public_record.model.record import (
    Action,
    Appendix,
    Definition,
    Heading,
    Item,
    Limb,
    Paper,
    Paragraph,
    PostMeetingNote,
    Prose,
    Request,
    Resolution,
    Table,
    Withdrawn,
    Withheld,
    WithheldPassage,
)
from public_record.model.text import PublicText
from public_record.model.vocabulary import Basis, Due, OutcomeKind

EXEMPT = Withheld(Basis.SCHEDULE_12A, (3,))
NOT_STATED = Withheld(Basis.NOT_STATED)
RESTRICTED: dict[str, Any] = {"access": "restricted", "public_title": "A matter", "exemption": GROUND}
HILL = "hill/2024-05-14/"


def test_a_restricted_item_shows_its_place_its_public_title_and_its_ground() -> None:
    """Nothing else of it is in the public record, nor are its papers."""
    secret = item("D1", "Canary", public_title="A contract", public_summary="In short.", pages="3-4", note="Canary")
    tree = meeting_files(agenda=agenda(restricted_section(secret)), canary=paper("Canary.", item="D1", access="restricted"))
    assert told(tree) == []
    assert meeting(tree).sections[0].title == "restricted section"
    assert items(tree)["D1"] == Item(
        f"{HILL}d1/", "D1", "D1", "A contract", withheld=Withheld(Basis.SCHEDULE_12A, (3,), summary="In short.")
    )


def test_an_item_is_open_in_a_restricted_section_when_it_says_why() -> None:
    """The section keeps its notice."""
    opened = item("C1", access="public", open={"reason": "It was printed."})
    tree = meeting_files(agenda=agenda(restricted_section(opened)), c1=paper(item="C1"))
    assert told(tree) == []
    assert meeting(tree).sections[0].withheld == EXEMPT
    assert (items(tree)["C1"].open_reason, len(items(tree)["C1"].papers)) == ("It was printed.", 1)


@pytest.mark.parametrize(
    "part",
    [
        pytest.param({"b1": paper(access="restricted", public_title="A matter")}, id="restricted paper"),
        pytest.param({"b1": paper(access="restricted", public_title="A matter"), "a": appendix()}, id="with open appendix"),
    ],
)
def test_a_restricted_paper_shows_a_notice_and_hides_its_appendices(part: dict[str, str]) -> None:
    """Whatever its appendices say of themselves."""
    (only,) = items(meeting_files(agenda=agenda(), **part))["B1"].papers
    assert only == Paper(f"{HILL}b1/", 1, "A matter", withheld=NOT_STATED)


def test_a_restricted_appendix_shows_that_it_exists() -> None:
    """Its title and its own people stay behind."""
    tree = meeting_files(agenda=agenda(), b1=paper(), a=appendix(title="Canary", by=["Ms Canary"], **RESTRICTED))
    assert told(tree) == []
    (only,) = items(tree)["B1"].papers
    assert only.appendices == (Appendix(f"{HILL}b1/appendix-a/", "A", "A matter", withheld=EXEMPT),)


@pytest.mark.parametrize("keys", [{"access": "draft"}, {"publish_from": "2026-11-23"}], ids=["draft", "embargo"])
def test_a_draft_and_an_embargoed_document_are_not_there(keys: dict[str, str]) -> None:
    """The record is as if they had not been written, and a paper that replaces one does not tell of it."""
    second = paper(paper=2, replaces=1)
    with_draft = meeting_files(agenda=agenda(), b1=paper(**keys), a=appendix("Canary."), b2=second)
    without = meeting_files(agenda=agenda(), b2=paper(paper=2))
    assert public(with_draft) == public(without)


def test_dates_of_publication_include_their_day() -> None:
    """On the day itself a document is out, at the front as at the end."""
    tree = meeting_files(agenda=agenda(), b1=paper(publish_from="2026-11-22", publish_until="2026-11-22"))
    assert items(tree)["B1"].papers[0].withdrawn is None
    (later,) = public(tree, date(2026, 11, 23)).meetings[0].items[0].papers
    assert later.withdrawn == Withdrawn(date(2026, 11, 22), "expired")


def test_a_withdrawn_document_leaves_a_tombstone() -> None:
    """Paper, appendix, notes, agenda and agreement, each at its address and with nothing of its text."""
    gone: dict[str, Any] = {"access": "withdrawn", "withdrawn": {"date": "2025-01-02", "reason": "It was wrong."}}
    stone = Withdrawn(date(2025, 1, 2), "It was wrong.")
    tree = meeting_files(agenda=agenda(), b1=paper(**gone), b2=paper(paper=2), a=appendix(paper=2, **gone), n=notes(**gone))
    tree["agreement/1.md"] = agreement("Canary.", **gone)
    held = meeting(tree)
    first, second = held.items[0].papers
    assert [first.withdrawn, second.appendices[0].withdrawn, held.notes and held.notes.withdrawn] == [stone] * 3
    assert public(tree).agreements[0].withdrawn == stone
    whole = meeting(
        meeting_files(agenda=agenda(time="10:00", **gone), n=notes("## 1. Lamps\n(Item B1)\n\nTalk.", time="11:00"))
    )
    assert (whole.withdrawn, whole.sections, whole.time) == (stone, (), None)
    assert whole.notes
    assert whole.notes.minutes[0].withheld is None


def test_a_withdrawal_that_says_nothing_leaves_nothing() -> None:
    """A tombstone without words would read as an empty paper."""
    tree = meeting_files(agenda=agenda(), b1=paper(access="withdrawn"))
    assert items(tree)["B1"].papers == ()


def test_a_draft_appendix_is_not_there_and_an_open_one_has_its_text() -> None:
    """Of several, each is decided by itself."""
    tree = meeting_files(agenda=agenda(), b1=paper(), a=appendix("1. Text."), b=appendix(appendix="B", access="draft"))
    (only,) = items(tree)["B1"].papers
    assert [(one.mark, one.title, len(one.body)) for one in only.appendices] == [("A", "Map of lamps", 1)]


def test_recommendations_last_as_far_as_their_heading_reaches() -> None:
    """A heading below it does not end them, and neither numbers nor headings in a passage begin any."""
    text = (
        "## Recommendations\n\n### First\n\n1. One.\n\nPlain.\n\n## Next\n\n::: restricted\n## Recommendations\n:::\n\n2. Two."
    )
    (only,) = items(meeting_files(agenda=agenda(), b1=paper(text)))["B1"].papers
    assert [paragraph.number for paragraph in only.recommendations] == ["1"]


def test_a_restricted_agenda_closes_the_whole_meeting() -> None:
    """Its items are restricted, whatever they say, and so are the minutes."""
    tree = meeting_files(
        agenda=agenda(section(item(public_title="Canary")), venue="Canary Hall", access="restricted", exemption=GROUND),
        b1=paper("Canary."),
        notes=notes("## 1. Canary\n(Item B1)\n\nCanary."),
    )
    held = meeting(tree)
    assert (held.withheld, held.sections, held.venue, held.agenda_held) == (EXEMPT, (), None, False)
    (minute,) = minutes(tree)
    assert (minute.title, minute.item, minute.body, minute.withheld) == ("restricted minute", None, (), EXEMPT)


def test_a_draft_agenda_hides_the_meeting() -> None:
    """Notes of a meeting whose agenda is not out are not out."""
    assert public(meeting_files(agenda=agenda(access="draft"), n=notes("## 1. Lamps"), b1=paper())).meetings == ()


def test_draft_sections_and_items_are_not_there() -> None:
    """The checks refuse them; the gate shows nothing all the same."""
    tree = meeting_files(
        agenda=agenda(section(item("B1")), section(item("B2"), access="draft"), section(item("B3", access="draft")))
    )
    assert [one.key for one in meeting(tree).items] == ["B1"]


def test_nothing_is_open_in_a_section_that_is_not_there() -> None:
    """Neither the item that says so, nor its paper, nor a file beside it, nor the name of the item in its minute."""
    csv = "a,b\n"
    digest = hashlib.sha256(csv.encode()).hexdigest()
    opened: dict[str, Any] = {"access": "public", "open": {"reason": "Announced."}}
    ground = {**GROUND, "balance": "Canary."}
    hidden = section(item("D1", public_title="Canary", exemption=ground, **opened), title="Canary", access="draft")
    tree = meeting_files(
        agenda=agenda(section(item()), hidden),
        d1=paper(item="D1", attachments=[{"file": "a.csv", "access": "public", "title": "Canary", "sha256": digest}]),
        notes=notes("## 1. Canary\n(Item D1)\n\nCanary."),
    )
    seen = released({**tree, f"{FOLDER}/a.csv": csv})
    (held,) = seen.record.meetings
    assert [one.key for one in held.items] == ["B1"]
    assert seen.files == {}
    assert held.notes
    assert [(one.title, one.item, one.withheld) for one in held.notes.minutes] == [("restricted minute", None, NOT_STATED)]


RESTRICTED_NOTES = """## 1. Lamps
(Item B1)

1. Talk of lamps.

## 2. Canary title
(Item D1)

1. Canary talk[^1].

RESOLVED that canary.

Action: Ms Canary

Post-meeting note: canary.

[^1]: Canary note.
"""


def test_the_minute_of_a_restricted_item_is_withheld() -> None:
    """It shows its number, its item and the item's public title."""
    tree = meeting_files(
        agenda=agenda(section(item()), restricted_section(item("D1", None, public_title="A contract"))),
        notes=notes(RESTRICTED_NOTES),
    )
    assert told(tree) == []
    first, second = minutes(tree)
    assert (first.title, first.withheld) == ("Lamps", None)
    assert (second.id, second.title, second.item, second.body, second.withheld) == (
        f"{HILL}notes/#minute-2",
        "A contract",
        "D1",
        (),
        EXEMPT,
    )


@pytest.mark.parametrize(
    ("part", "title", "types"),
    [
        ("title", "Canary title", []),
        ("paragraphs", "A contract", [Paragraph, Definition]),
        ("outcome", "A contract", [Resolution, Action]),
        ("notes", "A contract", [PostMeetingNote]),
    ],
)
def test_a_withheld_minute_shows_the_parts_that_it_opens(part: str, title: str, types: list[type]) -> None:
    """Each part by itself, and the reason."""
    opened = {"number": 2, "open": {"reason": "Printed.", "parts": [part]}}
    tree = meeting_files(
        agenda=agenda(section(item()), restricted_section(item("D1", None, public_title="A contract"))),
        notes=notes(RESTRICTED_NOTES, minutes=[opened]),
    )
    assert told(tree) == []
    minute = minutes(tree)[1]
    assert (minute.title, [type(block) for block in minute.body], minute.open_reason) == (title, types, "Printed.")


def test_a_minute_without_agenda_is_restricted_by_its_own_mark() -> None:
    """Where no agenda is held there is no item to take the mark from."""
    tree = meeting_files(notes=notes(RESTRICTED_NOTES, minutes=[{"number": 2, "access": "restricted", "exemption": GROUND}]))
    assert told(tree) == []
    assert [one.withheld for one in minutes(tree)] == [None, EXEMPT]


def test_open_parts_alone_say_that_a_minute_is_restricted() -> None:
    """A forgotten mark does not publish the parts that were not opened."""
    tree = meeting_files(
        notes=notes("## 1. Canary\n\nTalk.", minutes=[{"number": 1, "open": {"reason": "x", "parts": ["outcome"]}}])
    )
    assert told(tree) == ["notes.md:6 access-conflict"]
    assert [(one.title, one.body) for one in minutes(tree)] == [("restricted minute", ())]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("## 1. Lamps\nItem D1\n\nTalk.", "notes.md:9 item-reference", id="no brackets"),
        pytest.param("## 1. Lamps\n[Item D1]\n\nTalk.", "notes.md:9 item-reference", id="square brackets"),
        pytest.param("## 1. Lamps\n(Items D1 and D2)\n\nTalk.", "notes.md:9 item-reference", id="two items"),
        pytest.param("## 1. Lamps\n(D1)\n\nTalk.", "notes.md:9 item-reference", id="reference alone"),
        pytest.param("## 1. Lamps\n(Itme D1)\n\nTalk.", "notes.md:9 item-reference", id="misspelt"),
        pytest.param("## 1. Lamps (Item D1\n\nTalk.", "notes.md:8 item-reference", id="bracket not closed"),
        pytest.param(
            "## 1. Lamps\n(Item B1)\n\nTalk.\n\n##2. Canary\n(Item D1)",
            "notes.md:13 heading-level",
            id="no space before the number",
        ),
        pytest.param(
            "## 1. Lamps\n(Item B1)\n\nTalk.\n\n**2. Canary**\n(Item D1)\n\nTalk.",
            "notes.md:14 item-reference",
            id="bold heading",
        ),
        pytest.param("## 1 Lamps\n(Item B1)\n\nTalk.", "notes.md:8 minute-number", id="no full stop"),
        pytest.param("## Minute 1\n(Item B1)\n\nTalk.", "notes.md:8 minute-number", id="number in words"),
    ],
)
def test_what_nearly_names_a_minute_or_an_item_stops_the_build(text: str, expected: str) -> None:
    """Read as ordinary text it would leave a minute open; nothing is published."""
    tree = meeting_files(
        agenda=agenda(section(item()), restricted_section(item("D1", None, public_title="x"))), notes=notes(text)
    )
    assert expected in told(tree)
    assert public(tree).meetings == ()


@pytest.mark.parametrize("text", ["## 1. Canary\n\nTalk.", "## Canary\n\nTalk.", "## 1. Canary\n(Item D9)\n\nTalk."])
def test_beside_restricted_items_a_minute_without_item_is_withheld(text: str) -> None:
    """Its line may have been forgotten, or may name an item that the agenda does not have."""
    tree = meeting_files(agenda=agenda(restricted_section(item("D1", None, public_title="x"))), notes=notes(text))
    assert told(tree) == ["notes.md:8 unknown-item"]
    assert [(one.title, one.body) for one in minutes(tree)] == [("restricted minute", ())]


def test_beside_restricted_items_a_minute_of_no_item_says_that_it_is_public() -> None:
    """And a heading of a part of the notes needs no mark as long as nothing stands under it."""
    tree = meeting_files(
        agenda=agenda(restricted_section(item("D1", None, public_title="x"))),
        notes=notes(
            "## Open business\n\n## 1. Welcome\n\nTalk.", minutes=[{"number": 1, "access": "public", "subjects": ["lamps"]}]
        ),
    )
    assert told(tree) == []
    assert [(one.anchor, one.title, one.subjects) for one in minutes(tree)] == [
        ("part-1", "Open business", ()),
        ("minute-1", "Welcome", ("lamps",)),
    ]


def test_references_are_read_in_any_case() -> None:
    """`(item b1)` and `Item 1A` name the items B1 and 1a."""
    tree = meeting_files(
        agenda=agenda(section(item("B1"), item("1a"), item(None, place=2))),
        notes=notes("## 1. One\n(item b1)\n\n## 2. Two (Item 1A)\n\n## 3. Three\n*(Item place-2)*\n"),
    )
    assert told(tree) == []
    assert [(one.title, one.item) for one in minutes(tree)] == [("One", "B1"), ("Two", "1a"), ("Three", "place-2")]


@pytest.mark.parametrize(
    "hint",
    [{"exemption": GROUND}, {"public_title": "A matter"}, {"public_summary": "In short."}],
    ids=["ground", "title", "summary"],
)
def test_what_only_restricted_things_have_restricts(hint: dict[str, Any]) -> None:
    """Whoever wrote a ground or a public title meant a restriction, and may have forgotten the mark."""
    in_item = meeting_files(agenda=agenda(section(item(title="Canary", **hint))))
    in_section = meeting_files(agenda=agenda(section(item(title="Canary"), **hint)))
    in_paper = meeting_files(agenda=agenda(), b1=paper("Canary.", title="Canary", **hint))
    for tree in (in_item, in_section, in_paper):
        assert "access-conflict" in {finding.rule.value for finding in findings(tree)}
        assert "Canary" not in repr(public(tree))


def test_the_strictest_mark_wins() -> None:
    """A public paper of a restricted item is withheld, and told of."""
    tree = meeting_files(agenda=agenda(restricted_section(item("D1", None, public_title="x"))), d1=paper("Canary.", item="D1"))
    assert told(tree) == ["d1.md:3 access-conflict"]
    assert "Canary" not in repr(public(tree))


PROSE = """## 2.0 Background

2.1 First[^1].

2.1 Second:

a. one;
b. two.

- a list

Table: Lamps
| a |
| --- |
| b |

## Recommendation

1. That lamps be mended.

## Next

Recommendation: that this be noted.

[^1]: See [the map].

[the map]: https://maps.example/

[^2]: Never used.
"""


def test_the_text_of_a_paper_is_released_block_by_block() -> None:
    """With its anchors, its recommendations and the definitions that it uses."""
    (only,) = items(meeting_files(agenda=agenda(), b1=paper(PROSE)))["B1"].papers
    assert only.body == (
        Heading("section-2-0", 2, "2.0", PublicText("Background")),
        Paragraph("paragraph-2-1", "2.1", PublicText("First[^1].")),
        Paragraph(
            "paragraph-2-1--2",
            "2.1",
            PublicText("Second:"),
            (
                Limb("a.", PublicText("one;"), "paragraph-2-1--2-a"),
                Limb("b.", PublicText("two."), "paragraph-2-1--2-b"),
            ),
        ),
        Prose(PublicText("- a list")),
        Table("table-2-1--2-1", "Lamps", PublicText("| a |\n| --- |\n| b |")),
        Heading("heading-2-0-1", 2, None, PublicText("Recommendation")),
        Paragraph("paragraph-1", "1", PublicText("That lamps be mended."), recommendation=True),
        Heading("heading-2-0-2", 2, None, PublicText("Next")),
        Paragraph("text-heading-2-0-2-1", None, PublicText("that this be noted."), recommendation=True),
        Definition("^1", PublicText("[^1]: See [the map].")),
        Definition("the map", PublicText("[the map]: https://maps.example/")),
    )
    assert only.recommendations == (only.body[6], only.body[8])


NOTES = """Opening words.

## 1. Lamps
(Item B1)

The Partnership noted:

(a) the lamps; and

(b) their cost.

Report back by 3 June 2024: lamps.

Report back to the next meeting: cost.

Report back, no date: wires.

Actions: Ms Reed, Mr Moss
"""


def test_the_text_of_notes_is_released_block_by_block() -> None:
    """Outcomes, requests and actions with their ids."""
    tree = meeting_files(agenda=agenda(), notes=notes(NOTES))
    assert told(tree) == []
    (minute,) = minutes(tree)
    own = f"{HILL}notes/#"
    assert minute.body == (
        Resolution(
            f"{own}resolution-1-1",
            "resolution-1-1",
            None,
            None,
            PublicText("The Partnership noted:"),
            (OutcomeKind.NOTED,),
            (
                Limb("(a)", PublicText("the lamps; and"), "resolution-1-1-a", (OutcomeKind.NOTED,)),
                Limb("(b)", PublicText("their cost."), "resolution-1-1-b", (OutcomeKind.NOTED,)),
            ),
        ),
        Request(f"{own}request-1-1", "request-1-1", Due.DATE, date(2024, 6, 3), PublicText("lamps.")),
        Request(f"{own}request-1-2", "request-1-2", Due.NEXT_MEETING, None, PublicText("cost.")),
        Request(f"{own}request-1-3", "request-1-3", Due.NO_DATE, None, PublicText("wires.")),
        Action(f"{own}action-1-1", "action-1-1", ("Ms Reed", "Mr Moss")),
    )
    assert (len(minute.resolutions), len(minute.requests)) == (1, 3)


@pytest.mark.parametrize(
    ("line", "type_"),
    [
        ("Resolved that lamps be lit.", Resolution),
        ("**RESOLVED** that lamps be lit.", Resolution),
        ("Editor\u2019s note: so printed.", "editor-note"),
        ("Resolved cases were few.", Paragraph),
    ],
)
def test_near_forms_are_read_as_what_they_are(line: str, type_: type | str) -> None:
    """Read as a paragraph, an outcome would be published with the paragraphs of a minute that keeps its outcome back."""
    (block,) = minutes(meeting_files(notes=notes(f"## 1. Lamps\n\n{line}")))[0].body
    assert type_ in {type(block), block.type}


def test_a_passage_is_withheld_with_what_only_it_uses() -> None:
    """Footnotes of many paragraphs included, wherever they stand."""
    text = (
        "1.1 Open[^1].\n[^3]: Canary right under.\n\n::: restricted paragraph 1\n1.2 Canary[^2][^3].\n:::\n\n1.3 Open.\n\n"
        "[^1]: Open.\n\n [^2]: Canary.\n\n    Canary, second paragraph.\n"
    )
    (only,) = items(meeting_files(agenda=agenda(), b1=paper(text)))["B1"].papers
    assert only.body == (
        Paragraph("paragraph-1-1", "1.1", PublicText("Open[^1].")),
        WithheldPassage(Withheld(Basis.SCHEDULE_12A, (1,))),
        Paragraph("paragraph-1-3", "1.3", PublicText("Open.")),
        Definition("^1", PublicText("[^1]: Open.")),
    )


@pytest.mark.parametrize(
    ("mark", "expected"),
    [
        ("restricted", NOT_STATED),
        ("restricted confidential", Withheld(Basis.CONFIDENTIAL)),
        ("restricted paragraphs 1, 2 and 7", Withheld(Basis.SCHEDULE_12A, (1, 2, 7))),
    ],
)
def test_the_mark_of_a_passage_gives_its_ground(mark: str, expected: Withheld) -> None:
    """It stands in the notice."""
    (only,) = items(meeting_files(agenda=agenda(), b1=paper(f"::: {mark}\nCanary.\n:::")))["B1"].papers
    assert only.body == (WithheldPassage(expected),)


@pytest.mark.parametrize(
    "files",
    [
        pytest.param({"b1": paper(), "agenda": "---\nkind: agenda\n---\n"}, id="agenda cannot be read"),
        pytest.param({"b1": paper(item=None), "agenda": "---\nkind: agenda\n---\n"}, id="paper without item"),
        pytest.param({"agenda": agenda(), "second": agenda()}, id="two agendas"),
        pytest.param({"agenda": agenda(), "n1": notes(), "n2": notes()}, id="two notes"),
        pytest.param({"agenda": agenda(section(item(), item()))}, id="two items of one name"),
        pytest.param({"agenda": agenda(section(item(None)))}, id="an item of no name"),
        pytest.param({"agenda": agenda(), "b1": paper(), "c1": paper()}, id="two papers of one number"),
        pytest.param({"agenda": agenda(date="2024-05-15")}, id="agenda of another day"),
        pytest.param({"agenda": agenda(), "n1": notes(body="dale")}, id="notes of another body"),
        pytest.param({"n1": notes("## 1. x", minutes=[{"number": 1}, {"number": 1}])}, id="a minute marked twice"),
    ],
)
def test_a_folder_that_says_two_things_or_half_a_thing_is_kept_back(files: dict[str, str]) -> None:
    """One file of it may be what restricts another."""
    assert public(meeting_files(**files)).meetings == ()
    assert told(meeting_files(**files)) != []


def test_papers_and_appendices_of_nothing_are_kept_back() -> None:
    """A paper of an item that is not there would be open by accident."""
    tree = meeting_files(
        agenda=agenda(), b9=paper("Canary.", item="B9"), none=paper("Canary.", item=None), a=appendix("Canary.")
    )
    assert sorted(told(tree)) == ["a.md:4 unknown-item", "b9.md:4 unknown-item", "none.md:2 unknown-item"]
    assert "Canary" not in repr(public(tree))


def test_a_meeting_without_agenda_shows_its_papers_and_notes() -> None:
    """With the time and place that the notes give."""
    held = meeting(meeting_files(p=paper(item=None), n=notes(time="10:00", venue="Hall")))
    assert [one.id for one in held.papers] == [f"{HILL}paper-1/"]
    assert (held.time, held.venue, held.agenda_held) == ("10:00", "Hall", False)
    assert [owner for owner, _ in held.all_papers()] == [None]


def test_a_folder_without_anything_to_show_is_no_meeting() -> None:
    """Nothing says that a draft is being written."""
    assert public(meeting_files(p=paper(item=None, access="draft"))).meetings == ()


def test_restricted_notes_leave_a_notice() -> None:
    """And keep time and place back."""
    held = meeting(meeting_files(p=paper(item=None), n=notes(venue="Canary", access="restricted", exemption=GROUND)))
    assert held.notes
    assert (held.notes.withheld, held.venue) == (EXEMPT, None)


def test_a_restricted_agreement_shows_its_version_alone() -> None:
    """Not when it was published, nor how much of it is held."""
    shown = public({"agreement/1.md": agreement("Canary.", published="2018", access="restricted", exemption=GROUND)}).agreements
    assert [(one.version, one.title, one.published, one.withheld) for one in shown] == [
        ("1.0", "restricted agreement", None, EXEMPT)
    ]


def test_a_version_that_could_not_be_read_whole_leaves_no_notice() -> None:
    """Whoever wrote a mark wrongly may have meant less to be shown."""
    assert public({"agreement/1.md": agreement("::: Restricted", access="restricted", exemption=GROUND)}).agreements == ()


def test_agreements_stand_in_the_order_of_their_days() -> None:
    """A version that could not be read without a slip is left out."""
    tree = {
        "agreement/a.md": agreement(version="2.0", published="2020"),
        "agreement/b.md": agreement(
            version="1.0", period={"from": "2018-04", "to": "2019"}, priorities=[{"id": "lamps", "title": "Lamps"}]
        ),
        "agreement/c.md": agreement("::: Restricted", version="3.0"),
        "agreement/d.md": agreement(version="4.0", access="draft"),
    }
    assert [one.version for one in public(tree).agreements] == ["1.0", "2.0"]


def test_a_body_that_the_settings_do_not_know_is_kept_back() -> None:
    """There is no page for it, and no name."""
    tree = {"meetings/2024-05-14-dale/agenda.md": agenda(body="dale")}
    assert public(tree).meetings == ()
    assert [finding.rule.value for finding in findings(tree)] == ["unknown-body"]


def test_all_of_an_open_item_is_released() -> None:
    """Every field that the agenda can give."""
    line = item(
        "B1",
        delivery=["report", "presentation"],
        time="10:30",
        speakers=[{"name": "Ms Reed", "role": "Engineer", "substitute_for": "Mr Moss"}],
        next_meeting={"date": "2024-09-01", "time": "10:00", "venue": "Hall"},
        notes_of="2024-01-01",
    )
    (only,) = meeting(meeting_files(agenda=agenda(section(line), cancelled={"reason": "Snow."}))).items
    assert (only.time, only.speakers[0].substitute_for, only.next_meeting and only.next_meeting.venue) == (
        "10:30",
        "Mr Moss",
        "Hall",
    )
    assert meeting(meeting_files(agenda=agenda(section(line), cancelled={"reason": "Snow."}))).cancelled == "Snow."


def test_a_paper_names_its_source() -> None:
    """Publisher, title, date and licence."""
    source = {"publisher": "Lamp Society", "title": "Lamps", "date": "2019-02", "licence": "OGL"}
    (only,) = items(meeting_files(agenda=agenda(), b1=paper(source=source)))["B1"].papers
    assert only.details.source
    assert only.details.source.licence == "OGL"


SECRET = "the contractor of the lamps asked for twice the sum that was agreed upon"


@pytest.mark.parametrize(
    "tree",
    [
        pytest.param(meeting_files(agenda=agenda(), b1=paper(f"::: restricted\n{SECRET}\n:::")), id="passage"),
        pytest.param(meeting_files(agenda=agenda(), b1=paper(SECRET, **RESTRICTED)), id="paper"),
        pytest.param(meeting_files(agenda=agenda(), b1=paper(SECRET, access="draft")), id="draft"),
        pytest.param(meeting_files(agenda=agenda(), b1=paper(f"[^1]: {SECRET}")), id="definition"),
        pytest.param(meeting_files(agenda=agenda(section(item(title=SECRET, **RESTRICTED)))), id="title of an item"),
        pytest.param(meeting_files(agenda=agenda(restricted_section(item(), title=SECRET))), id="title of a section"),
        pytest.param(meeting_files(agenda="x", b1=paper(SECRET)), id="folder that could not be read"),
        pytest.param(
            meeting_files(notes=notes(f"## 1. {SECRET}\n\n{SECRET}", minutes=[{"number": 1, **RESTRICTED}])), id="minute"
        ),
        pytest.param({"agreement/1.md": agreement(SECRET, access="draft")}, id="agreement"),
        pytest.param({f"{FOLDER.replace('hill', 'dale')}/b1.md": paper(SECRET)}, id="unknown body"),
    ],
)
def test_what_is_kept_back_can_be_recognised(tree: dict[str, str]) -> None:
    """The second line finds it in a page by its fingerprint."""
    assert next(released(tree).withheld.find(words_of(f"Then {SECRET}.")), None) is not None


def test_a_name_that_is_public_elsewhere_is_no_sign_of_a_leak() -> None:
    """A draft has the title of its item, and the name of an author who signs other papers."""
    tree = meeting_files(
        agenda=agenda(section(item(title="Lamps in Mill Lane"))), b1=paper(by=["Ms Anna Reed"], access="draft")
    )
    kept = released(tree).withheld
    assert list(kept.find(words_of("Lamps in Mill Lane"))) == []
    assert next(kept.find(words_of("Ms Anna Reed")), None) is not None


def test_a_heading_that_other_papers_have_is_no_sign_of_a_leak() -> None:
    """Reports are written after one pattern; a heading of its own still tells."""
    text = "## Background and introduction\n\n## Names of the two\n"
    files = meeting_files(agenda=agenda(), b1=paper("## Background and introduction\n"), b2=paper(text, paper=2, **RESTRICTED))
    kept = released(files).withheld
    assert list(kept.find(words_of("Background and introduction"))) == []
    assert next(kept.find(words_of("Names of the two")), None) is not None


def test_the_reason_of_a_withdrawal_is_public() -> None:
    """The tombstone shows it, so it is no sign of what was withdrawn; the text still is."""
    reason = "The figures of another year were printed in the place of these."
    gone = {"access": "withdrawn", "withdrawn": {"date": "2025-01-02", "reason": reason}}
    kept = released(meeting_files(agenda=agenda(), b1=paper(SECRET, **gone))).withheld
    assert list(kept.find(words_of(reason))) == []
    assert next(kept.find(words_of(SECRET)), None) is not None


def test_bodies_come_from_the_settings() -> None:
    """The record names every body."""
    assert [body.name for body in release(read({}).record, settings(), TODAY).record.bodies] == ["Hill Partnership"]


def test_what_stands_in_many_places_is_no_sign_of_what_is_withheld() -> None:
    """The head row of a table, and the address of a work on the web: a public paper may hold the same."""
    head = "| Measure | 2020/21 | 2021/22 | 2022/23 | 2023/24 | Change |"
    address = "https://www.example.org/one/two/three/four/five/six/seven"
    secret = "| lamps that nobody may ever hear of in this place | 1 | 2 | 3 | 4 | 5 |"
    withheld = f"Table: x\n{head}\n| --- | --- | --- | --- | --- | --- |\n{secret}\n\nSee {address}."
    files = meeting_files(agenda=agenda(), b1=paper(withheld, access="restricted", public_title="A matter"))
    kept = released(files).withheld
    assert [list(kept.find(words_of(text))) for text in (head, address)] == [[], []]
    assert next(kept.find(words_of(secret)), None) is not None
