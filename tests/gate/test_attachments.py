"""Attachments at the gate: each is named by a public paper, is the file that was cleared, and is fit to be published."""

from __future__ import annotations

import dataclasses
import hashlib
from typing import Any

import pytest

from builders import FOLDER, GROUND, TODAY, agenda, appendix, item, meeting_files, paper, read, released, section, settings
from public_record.gate.release import Released, release
from public_record.model.fingerprints import words_of
from public_record.model.record import Attachment, Paper, Withheld
from public_record.model.vocabulary import Basis

PRICES = "a,b\n"
LAMPS = "c,d,e\n"
OWN = "hill/2024-05-14/b1/"


def digest(text: str) -> str:
    """Give the digest under which a file is cleared, and published: plain text is cleaned of nothing."""
    return hashlib.sha256(text.encode()).hexdigest()


def attachment(file: str = "prices.csv", **keys: Any) -> dict[str, Any]:
    """Describe one of the two files; None leaves a key out."""
    cleared = digest(PRICES if file == "prices.csv" else LAMPS)
    every = {"file": file, "access": "public", "title": "Prices", "sha256": cleared, **keys}
    return {key: value for key, value in every.items() if value is not None}


def let_out(*attachments: dict[str, Any], **keys: Any) -> Released:
    """Release a paper with attachments, beside which two files stand."""
    files = meeting_files(agenda=agenda(section(item())), b1=paper(attachments=list(attachments), **keys))
    return released({**files, f"{FOLDER}/prices.csv": PRICES, f"{FOLDER}/lamps.csv": LAMPS})


def only_paper(found: Released) -> Paper:
    """Give the one paper."""
    return found.record.meetings[0].items[0].papers[0]


def published(number: int, text: str, title: str = "Prices") -> Attachment:
    """Describe a file as it is published."""
    return Attachment(f"{OWN}attachment-{number}.csv", title, len(text), digest(text))


def test_a_file_is_published_under_its_place_in_the_list() -> None:
    """Never under its name; what is withheld before it keeps its place."""
    found = let_out(attachment("closed.csv", access="restricted"), attachment("lamps.csv", title="Lamps"), attachment())
    assert only_paper(found).attachments == (
        Attachment(None, "restricted attachment", withheld=Withheld(Basis.NOT_STATED)),
        published(2, LAMPS, "Lamps"),
        published(3, PRICES),
    )
    assert found.files == {f"{OWN}attachment-2.csv": LAMPS.encode(), f"{OWN}attachment-3.csv": PRICES.encode()}
    assert found.refused == ()


def test_an_appendix_has_attachments_of_its_own() -> None:
    """At its own address."""
    files = meeting_files(agenda=agenda(), b1=paper(), a=appendix(attachments=[attachment()]))
    found = released({**files, f"{FOLDER}/prices.csv": PRICES})
    assert found.files == {f"{OWN}appendix-a/attachment-1.csv": PRICES.encode()}
    assert [one.id for one in only_paper(found).appendices[0].attachments] == [f"{OWN}appendix-a/attachment-1.csv"]


def test_a_file_without_a_title_is_an_attachment() -> None:
    """Its name is not put in the place of one."""
    assert only_paper(let_out(attachment(title=None))).attachments == (published(1, PRICES, "Attachment"),)


@pytest.mark.parametrize(
    "keys",
    [{"sha256": None}, {"sha256": digest(LAMPS)}, {"file": "other.csv"}],
    ids=["not cleared", "another was cleared", "not there"],
)
def test_what_was_not_cleared_is_not_published(keys: dict[str, Any]) -> None:
    """The checks say so; the gate does not lean on them."""
    found = let_out(attachment(**keys))
    assert (only_paper(found).attachments, found.files) == ((), {})


def test_a_file_that_changes_after_it_was_checked_is_not_published() -> None:
    """What was cleared is compared with what is published, not with what was read a while ago."""
    files = meeting_files(agenda=agenda(), b1=paper(attachments=[attachment()]))
    record = read({**files, f"{FOLDER}/prices.csv": PRICES}).record
    (folder,) = record.meetings
    (file,) = folder.files
    changed = dataclasses.replace(folder, files=(dataclasses.replace(file, read=lambda: b"canary"),))
    found = release(dataclasses.replace(record, meetings=(changed,)), settings(), TODAY)
    assert (only_paper(found).attachments, found.files) == ((), {})


@pytest.mark.parametrize("access", ["restricted", "draft", "withdrawn"])
def test_no_file_of_a_paper_that_is_not_public_is_published(access: str) -> None:
    """However it is marked itself."""
    found = let_out(attachment(), access=access, public_title="A matter")
    assert found.files == {}
    assert "attachment" not in repr(found.record).replace("attachments=()", "")


def test_a_file_of_a_paper_that_is_withheld_by_its_item_is_not_published() -> None:
    """The strictest mark wins for files, too."""
    files = meeting_files(
        agenda=agenda(section(item(access="restricted", public_title="x", exemption=GROUND))),
        b1=paper(attachments=[attachment()]),
    )
    assert released({**files, f"{FOLDER}/prices.csv": PRICES}).files == {}


def test_a_withheld_file_gives_its_ground() -> None:
    """And its public title."""
    found = let_out(attachment(access="restricted", public_title="A list", exemption=GROUND))
    assert only_paper(found).attachments == (Attachment(None, "A list", withheld=Withheld(Basis.SCHEDULE_12A, (3,))),)


def test_the_title_of_a_withheld_file_can_be_recognised() -> None:
    """By where it stands in the paper."""
    found = let_out(attachment(access="restricted", title="What the contractor asked for"))
    assert [str(place) for place in found.withheld.find(words_of("What the contractor asked for"))] == [
        f"content/{FOLDER}/b1.md:6:15"
    ]


def test_a_file_that_cannot_be_cleaned_is_refused_by_its_line() -> None:
    """The build stops, and the message neither names the file nor quotes it."""
    text = "no picture"
    files = meeting_files(agenda=agenda(), b1=paper(attachments=[attachment("map.png", sha256=digest(text)), attachment()]))
    found = released({**files, f"{FOLDER}/map.png": text, f"{FOLDER}/prices.csv": PRICES})
    assert only_paper(found).attachments == (published(2, PRICES),)
    assert list(found.files) == [f"{OWN}attachment-2.csv"]
    (only,) = found.refused
    assert (str(only.place), only.rule.value) == (f"content/{FOLDER}/b1.md:6:24", "attachment")
    assert only.message == "this file cannot be published: The picture cannot be read. Save it anew as PNG."
    assert only.help == "Mend the file in the program that made it, or publish it in another form."


CLOSED: dict[str, Any] = {"access": "restricted", "public_title": "A list", "exemption": GROUND}


@pytest.mark.parametrize(
    "elsewhere",
    [
        pytest.param(
            {"b2": paper(paper=2, attachments=[attachment("copy.csv", sha256=None, **CLOSED)])}, id="restricted there"
        ),
        pytest.param({"b2": paper(paper=2, attachments=[attachment("copy.csv")], **CLOSED)}, id="of a restricted paper"),
        pytest.param(
            {"b2": paper(paper=2, **CLOSED), "a": appendix(paper=2, attachments=[attachment("copy.csv", **CLOSED)])},
            id="of an appendix to one",
        ),
        pytest.param(
            {"b2": paper(paper=2, access="draft", attachments=[attachment("copy.csv", sha256=None, **CLOSED)])},
            id="restricted in a draft",
        ),
    ],
)
def test_a_file_that_is_restricted_elsewhere_stops_the_build(elsewhere: dict[str, str]) -> None:
    """Under whichever name: the strictest mark wins, and the place that is named is the public one."""
    files = meeting_files(agenda=agenda(section(item())), b1=paper(attachments=[attachment()]), **elsewhere)
    found = released({**files, f"{FOLDER}/prices.csv": PRICES, f"{FOLDER}/copy.csv": PRICES})
    (only,) = found.refused
    assert str(only) == (
        f"content/{FOLDER}/b1.md:6:24: error [attachment] the same file is attached elsewhere, and restricted there.\n"
        "    Withhold it here too; or, if it may be public after all, say so in both places."
    )


@pytest.mark.parametrize("opened", ["2024-05-14", "2024-06-14", "2024-07-14"])
def test_a_file_that_is_restricted_at_another_meeting_stops_the_build(opened: str) -> None:
    """Before it or after it."""
    tree = {}
    for day in ("2024-05-14", "2024-06-14", "2024-07-14"):
        own = paper(attachments=[attachment()]) if day == opened else paper(attachments=[attachment()], **CLOSED)
        tree[f"meetings/{day}-hill/agenda.md"] = agenda(date=day)
        tree[f"meetings/{day}-hill/b1.md"] = own
        tree[f"meetings/{day}-hill/prices.csv"] = PRICES
    (only,) = released(tree).refused
    assert str(only).startswith(f"content/meetings/{opened}-hill/b1.md:6:24: error [attachment] the same file ")


def test_of_several_places_of_a_file_that_is_restricted_elsewhere_the_first_is_named() -> None:
    """One finding is enough to find them all."""
    tree = {}
    for day, keys in (("2024-05-14", {}), ("2024-06-14", {}), ("2024-07-14", CLOSED)):
        tree[f"meetings/{day}-hill/agenda.md"] = agenda(date=day)
        tree[f"meetings/{day}-hill/b1.md"] = paper(attachments=[attachment()], **keys)
        tree[f"meetings/{day}-hill/prices.csv"] = PRICES
    assert [finding.place.path for finding in released(tree).refused] == ["content/meetings/2024-05-14-hill/b1.md"]


def test_a_draft_and_a_withdrawn_paper_may_have_a_file_of_a_public_one() -> None:
    """A draft is going to be public, and what was withdrawn may be published again without what was wrong with it."""
    gone: dict[str, Any] = {
        "access": "withdrawn",
        "public_title": "A list",
        "withdrawn": {"date": "2025-01-02", "reason": "It was wrong."},
    }
    waiting: dict[str, Any] = {"access": "draft"}
    for keys in (waiting, gone):
        second = paper(paper=2, attachments=[attachment("copy.csv")], **keys)
        files = meeting_files(agenda=agenda(section(item())), b1=paper(attachments=[attachment()]), b2=second)
        assert released({**files, f"{FOLDER}/prices.csv": PRICES, f"{FOLDER}/copy.csv": PRICES}).refused == ()
