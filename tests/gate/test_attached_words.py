"""The words of attachments of restricted papers are sought in the site, where they are nobody's own."""

from __future__ import annotations

import hashlib
from typing import Any

import pytest

from builders import FOLDER, GROUND, agenda, appendix, item, meeting_files, paper, released, section
from public_record.model.fingerprints import words_of

SAID = "The contractor asked for forty thousand pounds more than was agreed in the spring"
RESTRICTED: dict[str, Any] = {"access": "restricted", "public_title": "A matter", "exemption": GROUND}
FILE: dict[str, Any] = {"file": "secret.txt", "access": "restricted", "public_title": "Prices", "exemption": GROUND}
CLOSED = {f"{FOLDER}/secret.txt": SAID}


def _found(tree: dict[str, str], text: str = SAID) -> set[str]:
    return {str(place) for place in released(tree).withheld.find(words_of(f"It is said: {text}."))}


KEPT = {
    "a paper": meeting_files(agenda=agenda(), b1=paper(attachments=[FILE], **RESTRICTED)),
    "a paper of a restricted item": meeting_files(
        agenda=agenda(section(item("D1", None, **RESTRICTED))), d1=paper(item="D1", access="restricted", attachments=[FILE])
    ),
    "an appendix": meeting_files(agenda=agenda(), b1=paper(), a=appendix(attachments=[FILE], **RESTRICTED)),
    "a draft that will be restricted": meeting_files(
        agenda=agenda(), b1=paper(attachments=[FILE], access="draft", exemption=GROUND)
    ),
}


@pytest.mark.parametrize("tree", KEPT.values(), ids=KEPT)
def test_words_of_a_file_are_sought_where_all_of_its_paper_is_restricted(tree: dict[str, str]) -> None:
    """By the name of the file."""
    assert _found({**tree, **CLOSED}) == {f"content/{FOLDER}/secret.txt:1:1"}


def test_what_a_paper_says_is_sought_beside_the_words_of_its_files() -> None:
    """Neither stands for the other."""
    own = "The lamps of the long lane were counted twice a year"
    tree = {**meeting_files(agenda=agenda(), b1=paper(own, attachments=[FILE], **RESTRICTED)), **CLOSED}
    assert (_found(tree, own), len(_found(tree))) == ({f"content/{FOLDER}/b1.md:11:1"}, 1)


LEFT = {
    "a restricted file of an open paper": meeting_files(agenda=agenda(), b1=paper(attachments=[FILE])),
    "a draft": meeting_files(agenda=agenda(), b1=paper(attachments=[{**FILE, "access": "public"}], access="draft")),
    "a withdrawn paper": meeting_files(
        agenda=agenda(),
        b1=paper(attachments=[FILE], access="withdrawn", withdrawn={"date": "2024-06-01", "reason": "A mistake."}),
    ),
}


@pytest.mark.parametrize("tree", LEFT.values(), ids=LEFT)
def test_words_of_other_files_are_left_alone(tree: dict[str, str]) -> None:
    """An open paper tells in part what its restricted file tells as a whole."""
    assert _found({**tree, **CLOSED}) == set()


def test_what_a_published_file_says_is_public_on_its_own_account() -> None:
    """The blackened edition was looked at and cleared; what only the full one says is sought."""
    blackened = SAID.replace("The contractor", "[blackened]")
    cleared = hashlib.sha256(blackened.encode()).hexdigest()
    opened = {"file": "open.txt", "access": "public", "title": "Edition for the public", "sha256": cleared}
    tree = {
        **meeting_files(
            agenda=agenda(section(item(), item("B2"))),
            b1=paper(attachments=[opened]),
            b2=paper(item="B2", attachments=[FILE], **RESTRICTED),
        ),
        f"{FOLDER}/open.txt": blackened,
        f"{FOLDER}/secret.txt": f"{SAID}. More than was agreed in the spring is not much.",
    }
    place = {f"content/{FOLDER}/secret.txt:1:1"}
    assert (_found(tree), _found(tree, blackened)) == (place, set())
    assert _found(tree, "more than was agreed in the spring is not") == place
    del tree[f"{FOLDER}/open.txt"]
    assert _found(tree, "more than was agreed in the spring is not") == place
    assert _found(tree, blackened) == place


def test_a_text_of_a_file_is_sought_if_it_has_eight_words() -> None:
    """So many in a row are no coincidence."""
    text = "one two three four five six seven eight"
    tree = {**meeting_files(agenda=agenda(), b1=paper(attachments=[FILE], **RESTRICTED)), f"{FOLDER}/secret.txt": text}
    assert _found(tree, text) == {f"content/{FOLDER}/secret.txt:1:1"}


@pytest.mark.parametrize("text", ["Kent Fire and Rescue Service", "one two three four five six seven"])
def test_short_texts_of_a_file_are_names_of_ordinary_things(text: str) -> None:
    """A cell of a table says too little to be told from what others say."""
    tree = {**meeting_files(agenda=agenda(), b1=paper(attachments=[FILE], **RESTRICTED)), f"{FOLDER}/secret.txt": text}
    assert _found(tree, text) == set()


def test_a_file_that_cannot_be_read_stays_behind_and_stops_nothing() -> None:
    """Its words are not known."""
    files = [{**FILE, "file": "secret.pdf"}, FILE, {**FILE, "file": "gone.txt"}]
    tree = {**meeting_files(agenda=agenda(), b1=paper(attachments=files, **RESTRICTED)), f"{FOLDER}/secret.pdf": "x", **CLOSED}
    assert released(tree).refused == ()
    assert _found(tree) == {f"content/{FOLDER}/secret.txt:1:1"}
