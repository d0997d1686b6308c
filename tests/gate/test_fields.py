"""Every field that the gate names, whole: what a document says in public arrives, and where it belongs."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from builders import (
    GROUND,
    NEW_GROUND,
    agenda,
    agreement,
    appendix,
    item,
    items,
    meeting,
    meeting_files,
    minutes,
    notes,
    paper,
    public,
    restricted_section,
    section,
)
from public_record.model.agreement import Parts, Priority, Theme
from public_record.model.record import (
    Action,
    Agreement,
    Answer,
    Appendix,
    Body,
    Change,
    DocumentCorrection,
    History,
    Item,
    Meeting,
    Minute,
    Moved,
    NextMeeting,
    Notes,
    Paper,
    PaperDetails,
    Paragraph,
    Person,
    Request,
    Section,
    Source,
    Withdrawn,
    Withheld,
)
from public_record.model.text import PublicText
from public_record.model.vocabulary import Basis, Delivery, Due, Held, Known, PaperForm, Purpose

HILL = "hill/2024-05-14/"
REED = {"name": "Ms Reed", "role": "Engineer", "substitute_for": "Mr Moss"}
MS_REED = Person("Ms Reed", "Engineer", "Mr Moss")
ANN = (Person("Ann"),)
WHOLE_GROUND = Withheld(Basis.SCHEDULE_12A, (3,), "Bids would be compared.", date(2027, 6, 1), "In short.")
RESTRICTED: dict[str, Any] = {"access": "restricted", "exemption": NEW_GROUND, "public_summary": "In short."}
GONE: dict[str, Any] = {"access": "withdrawn", "withdrawn": {"date": "2025-01-02", "reason": "It was wrong."}}
STONE = Withdrawn(date(2025, 1, 2), "It was wrong.")
TEXT = (Paragraph("text-1", None, PublicText("Text.")),)


def test_all_that_an_agenda_says_is_released() -> None:
    """Of the meeting, its sections and its items."""
    line = item(
        "B1",
        "Street lighting",
        delivery=["report", "presentation"],
        pages="3-4",
        time="10:30",
        speakers=[REED],
        note="With slides.",
        editor_note="So printed.",
        subjects=["lamps"],
        notes_of="2024-01-01",
        next_meeting={"date": "2024-09-01", "time": "10:00", "venue": "Hall"},
        agreement="2.0",
    )
    tree = meeting_files(
        agenda=agenda(
            section(line, letter="B"),
            text="Text.",
            time="10:00",
            venue="Old Hall",
            published="2024-05-01",
            contact="The clerk",
            membership=[REED],
            editor_notes=["One page is lost."],
            cancelled={"reason": "Snow."},
            changes=[{"date": "2024-05-03", "what": "The venue."}],
            corrections=[{"date": "2024-05-02", "at": "B1", "what": "The pages."}],
            moved={"from": "2024-05-07", "reason": "Snow."},
        )
    )
    released_item = Item(
        id=f"{HILL}b1/",
        key="B1",
        ref="B1",
        title="Street lighting",
        delivery=(Delivery.REPORT, Delivery.PRESENTATION),
        pages="3-4",
        time="10:30",
        speakers=(MS_REED,),
        note="With slides.",
        editor_note="So printed.",
        subjects=("lamps",),
        notes_of=date(2024, 1, 1),
        next_meeting=NextMeeting(date(2024, 9, 1), "10:00", "Hall"),
        agreement="2.0",
    )
    tree["agreement/2.md"] = agreement(version="2.0")
    assert public(tree).meetings == (
        Meeting(
            id=HILL,
            body="hill",
            date=date(2024, 5, 14),
            time="10:00",
            venue="Old Hall",
            notice=date(2024, 5, 1),
            contact="The clerk",
            membership=(MS_REED,),
            editor_notes=("One page is lost.",),
            introduction=TEXT,
            agenda_held=True,
            sections=(Section("B", "Matters for discussion", (released_item,)),),
            cancelled="Snow.",
            history=History(date(2024, 5, 1), (Change(date(2024, 5, 3), "The venue."),)),
            corrections=(DocumentCorrection(date(2024, 5, 2), "The pages.", "B1", "item-b1"),),
            moved=Moved(date(2024, 5, 7), "Snow."),
        ),
    )


DETAILS: dict[str, Any] = {
    "form": "research",
    "by": [REED],
    "presented_by": ["Ann"],
    "to": "The Partnership",
    "dated": "2024-05",
    "purpose": "decision",
    "classification": "Open",
    "contact": "The clerk",
    "background_papers": ["A map"],
    "source": {"publisher": "Lamp Society", "title": "Lamps", "date": "2019-02", "licence": "OGL"},
    "editor_notes": ["So printed."],
    "publish_from": "2024-05-01",
    "subjects": ["lamps"],
    "corrections": [{"date": "2024-05-02", "what": "The title."}],
    "changes": [{"date": "2024-05-03", "what": "The title."}],
}
RELEASED_DETAILS = PaperDetails(
    form=PaperForm.RESEARCH,
    by=(MS_REED,),
    presented_by=ANN,
    to="The Partnership",
    dated="2024-05",
    purpose=Purpose.DECISION,
    classification="Open",
    contact="The clerk",
    background_papers=("A map",),
    source=Source("Lamp Society", "Lamps", "2019-02", "OGL"),
    editor_notes=("So printed.",),
    published=date(2024, 5, 1),
    subjects=("lamps",),
    corrections=(DocumentCorrection(date(2024, 5, 2), "The title."),),
    history=History(date(2024, 5, 1), (Change(date(2024, 5, 3), "The title."),)),
)


def test_all_that_papers_and_appendices_say_is_released() -> None:
    """Papers in the order of their numbers, appendices in that of their letters, whatever their files are called."""
    tree = meeting_files(
        agenda=agenda(),
        a=paper("Text.", title="Second", paper=2, replaces=1),
        b=paper("Text.", title="First", **DETAILS),
        c=appendix("Text.", title="Again", occurrence=2),
        d=appendix("Text.", title="Map", **DETAILS),
        e=appendix("Text.", title="Later", appendix="B"),
        f=appendix("Text.", title="Of the second", paper=2),
    )
    first, second = items(tree)["B1"].papers
    own = f"{HILL}b1/"
    assert first == Paper(
        id=own,
        number=1,
        title="First",
        replaced_by=(2,),
        details=RELEASED_DETAILS,
        body=TEXT,
        appendices=(
            Appendix(f"{own}appendix-a/", "A", "Map", RELEASED_DETAILS, TEXT),
            Appendix(f"{own}appendix-a--2/", "A", "Again", body=TEXT),
            Appendix(f"{own}appendix-b/", "B", "Later", body=TEXT),
        ),
    )
    assert second == Paper(
        id=f"{own}paper-2/",
        number=2,
        title="Second",
        body=TEXT,
        appendices=(Appendix(f"{own}paper-2/appendix-a/", "A", "Of the second", body=TEXT),),
        replaces=1,
    )


ASKED = f"{HILL}notes/#request-1-1"
ANSWERED = (Answer(ASKED, "3.1"),)


def test_all_that_a_notice_of_an_item_may_say_is_released() -> None:
    """Its subjects and answers as far as they are meant to be read; what is not so called stays behind."""
    tree = meeting_files(
        agenda=agenda(
            section(item("B1")),
            restricted_section(
                item(
                    "D1",
                    "Canary",
                    public_title="A contract",
                    public_subjects=["lamps"],
                    public_answers=[{"request": ASKED, "at": "3.1"}],
                    subjects=["canary"],
                    **RESTRICTED,
                ),
                title=None,
                public_title="Closed part",
            ),
        ),
        n=notes("## 1. Lamps\n(Item B1)\n\nReport back, no date: lamps."),
    )
    (closed,) = meeting(tree).sections[1].items
    assert closed == Item(f"{HILL}d1/", "D1", "D1", "A contract", subjects=("lamps",), answers=ANSWERED, withheld=WHOLE_GROUND)


def test_a_section_without_a_title_has_none() -> None:
    """Nothing is put in its place."""
    tree = meeting_files(agenda=agenda(section(item(), title=None, letter="B")))
    assert [(one.letter, one.title) for one in meeting(tree).sections] == [("B", "")]


def test_all_that_a_withheld_minute_may_say_is_released() -> None:
    """Its place and its number, the notice, and what it opens."""
    mark = {"number": 7, "public_title": "A contract", "open": {"reason": "Printed.", "parts": ["outcome"]}, **RESTRICTED}
    tree = meeting_files(
        agenda=agenda(), n=notes("## 7. Canary\n(Item B1)\n\nCanary.\n\nVote: 7 for.\n\nAction: Ann", minutes=[mark])
    )
    own = f"{HILL}notes/#"
    assert minutes(tree) == [
        Minute(
            f"{own}minute-7",
            "minute-7",
            7,
            "A contract",
            "B1",
            (Action(f"{own}action-7-1", "action-7-1", ("Ann",)),),
            withheld=WHOLE_GROUND,
            open_reason="Printed.",
        )
    ]


def test_all_that_notes_say_is_released() -> None:
    """Who was there, what stands before the first minute, and each minute."""
    tree = meeting_files(
        n=notes(
            "Text.\n\n## Open business\n\n## 1. Lamps\n(Item B1)\n\nReport back, no date: lamps.",
            present=[REED],
            also_present=["Ann"],
            in_attendance=["Bob"],
            apologies=["Cay"],
            editor_notes=["So printed."],
            minutes=[{"number": 1, "subjects": ["lamps"], "answers": [{"request": ASKED, "at": "3.1"}]}],
        )
    )
    own = f"{HILL}notes/"
    assert meeting(tree).notes == Notes(
        id=own,
        present=(MS_REED,),
        also_present=ANN,
        in_attendance=(Person("Bob"),),
        apologies=(Person("Cay"),),
        editor_notes=("So printed.",),
        opening=TEXT,
        minutes=(
            Minute(f"{own}#part-1", "part-1", None, "Open business", None),
            Minute(
                f"{own}#minute-1",
                "minute-1",
                1,
                "Lamps",
                "B1",
                (Request(ASKED, "request-1-1", Due.NO_DATE, None, PublicText("lamps.")),),
                ("lamps",),
                ANSWERED,
            ),
        ),
    )


def test_all_that_an_agreement_says_is_released() -> None:
    """One that gives the day it was published, and one that gives its period alone."""
    tree = {
        "agreement/1.md": agreement(
            "Text.",
            published="2018-04",
            period={"from": "2018-04", "to": "2021"},
            known="part",
            known_from="A summary",
            priorities=[{"id": "lamps", "title": "Lamps", "lead": "Ms Reed"}, {"id": "roads", "title": "Roads"}],
            themes=[{"id": "light", "title": "Light"}],
            editor_notes=["So printed."],
        )
    }
    assert public(tree).agreements == (
        Agreement(
            id="agreement/1.0/",
            version="1.0",
            title="Hill Agreement",
            known=Known.PART,
            published="2018-04",
            period_from="2018-04",
            period_to="2021",
            effective_from="2018-04",
            effective_to="2021",
            known_from="A summary",
            parts=Parts(Held.PART, Held.PART, Held.PART, Held.PART, Held.NONE, Held.NONE, Held.NONE, Held.NONE),
            priorities=(Priority("lamps", "Lamps", lead="Ms Reed"), Priority("roads", "Roads")),
            themes=(Theme("light", "Light"),),
            editor_notes=("So printed.",),
            body=TEXT,
        ),
    )


def test_a_meeting_without_agenda_has_the_time_and_the_place_that_its_notes_give() -> None:
    """If these are public; and its papers stand by themselves."""
    said: dict[str, Any] = {"time": "10:00", "venue": "Hall"}
    papers = (Paper(f"{HILL}paper-1/", 1, "Lamps in Mill Lane"),)
    own = f"{HILL}notes/"
    shown = [meeting(meeting_files(p=paper(item=None), n=notes(**said, **keys))) for keys in ({}, RESTRICTED, GONE)]
    assert shown == [
        Meeting(HILL, "hill", date(2024, 5, 14), "10:00", "Hall", papers=papers, notes=Notes(own)),
        Meeting(HILL, "hill", date(2024, 5, 14), papers=papers, notes=Notes(own, withheld=WHOLE_GROUND)),
        Meeting(HILL, "hill", date(2024, 5, 14), papers=papers, notes=Notes(own, withdrawn=STONE)),
    ]


def test_all_that_the_settings_say_of_a_body_is_released() -> None:
    """It is public by its nature."""
    assert public({}).bodies == (Body("hill", "Hill Partnership", "HP", "An invented body."),)


def test_a_notice_gives_ground_balance_review_and_summary() -> None:
    """Wherever it stands: what the law asks to be said of a restriction is said."""
    tree = meeting_files(
        agenda=agenda(
            section(
                item("B1"),
                item("B2", "Canary", public_title="x", **RESTRICTED),
            ),
            restricted_section(item("D1", "Canary", public_title="x"), letter="D", public_title="Closed part", **RESTRICTED),
        ),
        b1=paper("Canary.", **RESTRICTED),
        b2=paper("Text.", paper=2),
        a=appendix("Canary.", paper=2, **RESTRICTED),
        n=notes("## 1. Canary\n(Item B1)\n\nCanary.", minutes=[{"number": 1, **RESTRICTED}]),
    )
    held = meeting(tree)
    first, second = held.items[0].papers
    assert held.notes
    assert [
        held.items[1].withheld,
        held.sections[1].withheld,
        first.withheld,
        second.appendices[0].withheld,
        held.notes.minutes[0].withheld,
    ] == [WHOLE_GROUND] * 5
    assert (held.sections[1].letter, held.sections[1].title) == ("D", "Closed part")
    assert "Canary" not in repr(public(tree))


def test_the_notice_of_a_whole_document_gives_them_too() -> None:
    """An agenda, notes, a version of the agreement: and nothing else of it."""
    closed = meeting_files(agenda=agenda(**RESTRICTED))
    assert meeting(closed) == Meeting(HILL, "hill", date(2024, 5, 14), withheld=WHOLE_GROUND)
    assert meeting(meeting_files(n=notes("## 1. Canary", **RESTRICTED))).notes == Notes(f"{HILL}notes/", withheld=WHOLE_GROUND)
    assert public({"agreement/1.md": agreement("Canary.", **RESTRICTED)}).agreements == (
        Agreement("agreement/1.0/", "1.0", "restricted agreement", Known.PART, withheld=WHOLE_GROUND),
    )


def test_a_withdrawn_agreement_is_named_by_its_public_title() -> None:
    """Its tombstone stands at its address."""
    tree = {"agreement/1.md": agreement("Canary.", published="2018", **GONE, public_title="An agreement")}
    assert public(tree).agreements == (Agreement("agreement/1.0/", "1.0", "An agreement", Known.PART, withdrawn=STONE),)


SECRET_DETAILS: dict[str, Any] = {
    **dict.fromkeys(("title", "to", "classification", "contact"), "Canary"),
    **{key: ["Canary"] for key in ("by", "presented_by", "background_papers", "editor_notes")},
    "purpose": "decision",
    "dated": "2024-05",
    "source": {"publisher": "Canary"},
}


@pytest.mark.parametrize(
    ("keys", "stand_in"),
    [
        pytest.param(RESTRICTED, {"withheld": WHOLE_GROUND}, id="restricted"),
        pytest.param(GONE, {"withdrawn": STONE}, id="withdrawn"),
    ],
)
def test_of_a_paper_that_is_not_public_nothing_is_shown_beside_what_stands_in_its_place(
    keys: dict[str, Any], stand_in: dict[str, Any]
) -> None:
    """Its title is the public one, where it has one."""
    tree = meeting_files(
        agenda=agenda(),
        a=paper("Canary.", **SECRET_DETAILS, **keys),
        b=paper("Canary.", paper=2, **SECRET_DETAILS, **keys, public_title="A matter"),
        c=paper("Text.", paper=3, title="Lamps"),
        d=appendix("Canary.", paper=3, **SECRET_DETAILS, **keys),
        e=appendix("Canary.", paper=3, appendix="B", **SECRET_DETAILS, **keys, public_title="A map"),
    )
    own = f"{HILL}b1/"
    assert items(tree)["B1"].papers == (
        Paper(own, 1, "restricted paper", **stand_in),
        Paper(f"{own}paper-2/", 2, "A matter", **stand_in),
        Paper(
            f"{own}paper-3/",
            3,
            "Lamps",
            body=TEXT,
            appendices=(
                Appendix(f"{own}paper-3/appendix-a/", "A", "restricted appendix", **stand_in),
                Appendix(f"{own}paper-3/appendix-b/", "B", "A map", **stand_in),
            ),
        ),
    )


@pytest.mark.parametrize("keys", [RESTRICTED, GONE], ids=["restricted", "withdrawn"])
def test_of_a_meeting_whose_agenda_is_not_public_only_day_body_and_notes_are_shown(keys: dict[str, Any]) -> None:
    """Neither its time nor its place, which its notes would give if there were no agenda."""
    secret: dict[str, Any] = {"time": "10:00", "venue": "Canary Hall", "contact": "Canary", "published": "2024-05-01"}
    tree = meeting_files(
        agenda=agenda(section(item("B1", "Canary")), text="Canary.", membership=["Canary"], **secret, **keys),
        b1=paper("Canary."),
        n=notes("## 1. Welcome", time="10:00", venue="Canary Hall"),
    )
    held = meeting(tree)
    stand_in: dict[str, Any] = {"withheld": WHOLE_GROUND} if keys is RESTRICTED else {"withdrawn": STONE}
    assert held == Meeting(HILL, "hill", date(2024, 5, 14), notes=held.notes, **stand_in)
    assert "Canary" not in repr(held)


def test_what_has_no_public_title_is_named_by_the_wording() -> None:
    """Each kind of thing by its own."""
    tree = meeting_files(
        agenda=agenda(restricted_section(item("D1", "Canary"), title="Canary")),
        n=notes("## 1. Canary\n(Item D1)\n\nCanary."),
    )
    (closed,) = meeting(tree).sections
    held = meeting(tree).notes
    assert held
    assert [closed.title, closed.items[0].title, held.minutes[0].title] == [
        "restricted section",
        "restricted item",
        "restricted minute",
    ]


@pytest.mark.parametrize("parts", [[], ["title", "paragraphs", "outcome", "notes"]], ids=["no parts", "every part"])
def test_a_minute_that_is_opened_whole_is_released_with_its_reason(parts: list[str]) -> None:
    """The item that it answers keeps its notice."""
    opened = {"number": 1, "open": {"reason": "It was printed.", "parts": parts}, "subjects": ["lamps"]}
    tree = meeting_files(
        agenda=agenda(restricted_section(item("D1", "Canary", public_title="x"))),
        n=notes("## 1. Lamps\n(Item D1)\n\nText.", minutes=[opened]),
    )
    body = (Paragraph("text-1-1", None, PublicText("Text.")),)
    own = f"{HILL}notes/#minute-1"
    assert minutes(tree) == [
        Minute(own, "minute-1", 1, "Lamps", "D1", body, ("lamps",), open_reason="It was printed."),
    ]
    assert "Canary" not in repr(public(tree))


@pytest.mark.parametrize(
    ("mark", "titles"),
    [
        pytest.param({}, ["The contract", "A lease"], id="public agenda"),
        pytest.param(
            {"access": "restricted", "exemption": GROUND}, ["The contract", "restricted minute"], id="restricted agenda"
        ),
        pytest.param(GONE, ["The contract", "restricted minute"], id="withdrawn agenda"),
    ],
)
def test_the_public_title_of_a_minute_is_its_own_before_that_of_its_item(mark: dict[str, Any], titles: list[str]) -> None:
    """And none is taken from an agenda that is not public."""
    lines = restricted_section(item("D1", "Canary", public_title="A contract"), item("D2", "Canary", public_title="A lease"))
    marks = [{"number": 1, "access": "restricted", "public_title": "The contract"}]
    tree = meeting_files(
        agenda=agenda(lines, **mark), n=notes("## 1. Canary\n(Item D1)\n\n## 2. Canary\n(Item D2)", minutes=marks)
    )
    assert [minute.title for minute in minutes(tree)] == titles
