"""The decision on each thing, before anything is released."""

from __future__ import annotations

from typing import Any

import pytest

from builders import (
    GROUND,
    TODAY,
    agenda,
    agreement,
    appendix,
    item,
    meeting_files,
    minutes,
    notes,
    paper,
    public,
    read,
    restricted_section,
    section,
    told,
)
from public_record.gate.decide import Decision, MeetingDecisions, can_be_decided, decide
from public_record.model.forms import ExemptionForm
from public_record.model.vocabulary import Access, Basis

EMBARGO: dict[str, Any] = {"publish_from": "2026-11-23"}
EXPIRED: dict[str, Any] = {"publish_until": "2026-11-21"}
STRICTER = [Access.PUBLIC, Access.WITHDRAWN, Access.RESTRICTED, Access.DRAFT]


def decisions(**files: str) -> MeetingDecisions:
    """Decide on the one meeting."""
    (folder,) = read(meeting_files(**files)).record.meetings
    return decide(folder, TODAY)


def accesses(**files: str) -> dict[str, Access]:
    """Give what was decided on each document, by its name."""
    return {path.rpartition("/")[2]: one.access for path, one in decisions(**files).documents.items()}


@pytest.mark.parametrize(
    ("keys", "expected"),
    [
        pytest.param({}, Access.PUBLIC, id="no dates"),
        pytest.param(EMBARGO, Access.DRAFT, id="not yet out"),
        pytest.param({"publish_from": "2026-11-22"}, Access.PUBLIC, id="out today"),
        pytest.param({"publish_until": "2026-11-22"}, Access.PUBLIC, id="last day"),
        pytest.param(EXPIRED, Access.WITHDRAWN, id="expired"),
        pytest.param({**EMBARGO, "access": "restricted"}, Access.DRAFT, id="restricted, not yet out"),
        pytest.param({**EXPIRED, "access": "restricted"}, Access.RESTRICTED, id="restricted and expired"),
    ],
)
def test_dates_bear_on_every_document(keys: dict[str, Any], expected: Access) -> None:
    """An agenda, a paper, an appendix and notes alike, and never against a stricter mark."""
    found = accesses(agenda=agenda(), b1=paper(**keys), b2=paper(paper=2), a=appendix(paper=2, **keys), n=notes(**keys))
    assert found == {"b1.md": expected, "b2.md": Access.PUBLIC, "a.md": expected, "n.md": expected}
    assert decisions(agenda=agenda(**keys)).agenda.access is expected
    versions = public({"agreement/1.md": agreement(**keys)}).agreements
    assert [(one.withheld is None, one.withdrawn is None) for one in versions] == {
        Access.PUBLIC: [(True, True)],
        Access.WITHDRAWN: [(True, False)],
        Access.RESTRICTED: [(False, True)],
        Access.DRAFT: [],
    }[expected]


@pytest.mark.parametrize("mark", STRICTER)
@pytest.mark.parametrize("owner", STRICTER)
def test_of_a_mark_and_that_of_what_it_stands_in_the_stricter_one_decides(owner: Access, mark: Access) -> None:
    """Draft, restricted, withdrawn, public, in this order: for the paper of an agenda, and for the appendix of a paper."""
    stricter = max(owner, mark, key=STRICTER.index)
    assert accesses(agenda=agenda(access=owner), b1=paper(access=mark))["b1.md"] is stricter
    assert accesses(agenda=agenda(), b1=paper(access=owner), a=appendix(access=mark))["a.md"] is stricter


@pytest.mark.parametrize("mark", STRICTER)
@pytest.mark.parametrize("owner", STRICTER)
def test_only_a_public_mark_in_something_stricter_is_a_conflict(owner: Access, mark: Access) -> None:
    """That a draft stands in something restricted is no contradiction."""
    decision = decisions(agenda=agenda(), b1=paper(access=owner), a=appendix(access=mark)).documents
    (appendix_,) = [one for path, one in decision.items() if path.endswith("/a.md")]
    assert appendix_.conflict is (mark is Access.PUBLIC and owner is not Access.PUBLIC)


def test_a_minute_in_something_stricter_that_says_public_is_a_conflict() -> None:
    """One that says nothing is none."""
    closed = agenda(section(item()), restricted_section(item("D1")))
    for marks, expected in (({"access": "public"}, True), ({}, False)):
        held = decisions(agenda=closed, n=notes("## 1. x\n(Item D1)\n", minutes=[{"number": 1, **marks}]))
        assert [one.conflict for one in held.minutes] == [expected]


def test_an_item_with_public_answers_is_meant_to_be_restricted() -> None:
    """In public it would name the request as anything does, by `answers`."""
    held = decisions(agenda=agenda(section(item("B1", public_answers=["hill/2024-01-09/notes/#request-1-1"]))))
    assert [(one.access, one.unmarked) for one in held.items.values()] == [(Access.RESTRICTED, True)]


def test_an_embargo_is_no_contradiction() -> None:
    """What stands in it says rightly that it will be public."""
    held = decisions(agenda=agenda(**EMBARGO), b1=paper(), a=appendix())
    assert {one.conflict for one in (*held.documents.values(), *held.items.values())} == {False}
    assert {one.access for one in (*held.documents.values(), *held.items.values())} == {Access.DRAFT}


def test_what_expires_may_say_beforehand_what_will_stand_in_its_place() -> None:
    """A title for the tombstone is no sign of a forgotten mark; a ground is."""
    title: dict[str, Any] = {"publish_until": "2027-01-01", "public_title": "A matter", "public_summary": "In short."}
    assert accesses(agenda=agenda(), b1=paper(**title)) == {"b1.md": Access.PUBLIC}
    assert accesses(agenda=agenda(), b1=paper(**title, exemption=GROUND)) == {"b1.md": Access.RESTRICTED}
    assert told(meeting_files(agenda=agenda(), b1=paper(**title))) == []


def test_notes_wait_for_an_agenda_that_is_not_out() -> None:
    """A restricted agenda leaves its notes to the minutes, and one that was withdrawn later closes nothing."""
    found = {mark: accesses(agenda=agenda(access=mark), n=notes())["n.md"] for mark in STRICTER}
    assert found == {mark: Access.DRAFT if mark is Access.DRAFT else Access.PUBLIC for mark in STRICTER}


@pytest.mark.parametrize("mark", ["withdrawn", "draft"])
def test_a_minute_is_open_or_withheld_whatever_its_mark(mark: str) -> None:
    """That it exists is seen by the numbers of its neighbours, so it can be neither absent nor a tombstone."""
    held = decisions(n=notes("## 1. Lamps", minutes=[{"number": 1, "access": mark}]))
    assert [one.access for one in held.minutes] == [Access.RESTRICTED]


def test_the_nearest_ground_is_the_one_that_is_given() -> None:
    """Its own before that of the item, the item's before that of the section."""
    own, of_item = ({"basis": "schedule-12a", "paragraphs": [number]} for number in (1, 2))
    held = decisions(
        agenda=agenda(
            restricted_section(item("D1", public_title="x"), item("D2", public_title="x", exemption=of_item)),
        ),
        d1=paper(item="D1", access="restricted"),
        d2=paper(item="D2", access="restricted", exemption=own),
        n=notes("## 1. One\n(Item D2)\n\n## 2. Two\n(Item D1)", minutes=[{"number": 2, "exemption": own}]),
    )
    grounds = [*held.items.values(), *(one for path, one in held.documents.items() if "/d" in path), *held.minutes]
    assert [one.exemption.paragraphs for one in grounds] == [[3], [2], [3], [1], [2], [1]]


def test_a_ground_is_given_also_where_it_says_that_none_is_stated() -> None:
    """The archive does not say more; a document that says nothing at all has no ground."""
    stated = Decision(Access.RESTRICTED, ExemptionForm(basis=Basis.NOT_STATED))
    assert (stated.grounded, Decision(Access.RESTRICTED).grounded) == (True, False)
    assert stated.exemption == Decision(Access.RESTRICTED).exemption


@pytest.mark.parametrize("access", STRICTER)
def test_what_is_not_public_has_one_thing_in_its_place(access: Access) -> None:
    """A notice, a tombstone or nothing."""
    decision = Decision(access)
    places = {
        Access.PUBLIC: decision.public,
        Access.RESTRICTED: decision.restricted,
        Access.WITHDRAWN: decision.withdrawn,
        Access.DRAFT: decision.absent,
    }
    assert places == {mark: mark is access for mark in STRICTER}


def test_an_item_is_opened_by_a_reason_together_with_its_mark() -> None:
    """One without the other leaves it restricted, and a section that is open needs neither."""
    reason = {"reason": "It was printed."}
    held = decisions(
        agenda=agenda(
            restricted_section(
                item("C1", open=reason),
                item("C2", access="public"),
                item("C3", access="public", open=reason),
                item("C4", access="restricted", open=reason),
            ),
            section(item("B1")),
        )
    )
    assert [key for key, one in held.items.items() if one.public] == ["C3", "B1"]


def test_no_reason_opens_an_item_of_an_agenda_that_is_closed() -> None:
    """Only a section can be opened from inside."""
    opened = item("C1", access="public", open={"reason": "It was printed."})
    held = decisions(agenda=agenda(section(opened), access="restricted", exemption=GROUND))
    assert [one.access for one in held.items.values()] == [Access.RESTRICTED]


@pytest.mark.parametrize(
    ("first", "second", "expected"),
    [
        pytest.param({"appendix": "A"}, {"appendix": "B"}, True, id="two letters"),
        pytest.param({"appendix": "A"}, {"appendix": "a"}, False, id="a letter in two cases"),
        pytest.param({"appendix": "A"}, {"appendix": "A", "occurrence": 2}, True, id="told apart"),
        pytest.param({"appendix": "A"}, {"appendix": "A", "paper": 2}, True, id="of two papers"),
        pytest.param({"appendix": "A"}, {"appendix": "A", "item": "B2"}, True, id="of two items"),
        pytest.param({"appendix": "A"}, {"appendix": "A"}, False, id="twice the same"),
    ],
)
def test_two_appendices_of_one_address_decide_nothing(first: dict[str, Any], second: dict[str, Any], *, expected: bool) -> None:
    """One would take the place of the other, and its mark with it."""
    (folder,) = read(meeting_files(a=appendix(**first), b=appendix(**second))).record.meetings
    assert can_be_decided(folder) is expected


def test_what_stands_in_nothing_is_absent() -> None:
    """A paper of an item that is not there, an appendix of such a paper, and one of a paper that is not there."""
    assert accesses(
        agenda=agenda(),
        b9=paper(item="B9"),
        none=paper(item=None),
        a=appendix(item="B9"),
        b=appendix(paper=2),
    ) == dict.fromkeys(["b9.md", "none.md", "a.md", "b.md"], Access.DRAFT)


def test_without_agenda_a_paper_of_no_item_is_decided_by_itself() -> None:
    """One that names an item names something that is not there."""
    assert accesses(p=paper(item=None), q=paper()) == {"p.md": Access.PUBLIC, "q.md": Access.DRAFT}


def test_an_item_has_a_reference_or_a_place() -> None:
    """One that has both, or an address that another has, is not to be told from its neighbour."""
    for items_ in ([item(place=1)], [item(None)], [item("B1"), item("B1")]):
        (folder,) = read(meeting_files(agenda=agenda(section(*items_)))).record.meetings
        assert not can_be_decided(folder)
    (folder,) = read(meeting_files(agenda=agenda(section(item("B1"), item(None, place=2))))).record.meetings
    assert can_be_decided(folder)


def test_an_open_minute_beside_restricted_items_names_its_item() -> None:
    """A heading without text needs none; with text, it may be a minute whose number was forgotten."""
    tree = meeting_files(
        agenda=agenda(section(item("B1")), restricted_section(item("D1", None, public_title="x"))),
        n=notes("## Open\n\n## 1. Lamps\n(Item B1)\n\nTalk.\n\n## 2. Canary\n\n## Canary\n\nTalk."),
    )
    assert [one.withheld is None for one in minutes(tree)] == [True, True, False, False]
    assert "Canary" not in repr(public(tree))
