"""Attachments: named once, present, cleared by digest, and not more open than their paper."""

from __future__ import annotations

import hashlib
from typing import Any

import pytest

from builders import FOLDER, agenda, item, meeting_files, paper, released, section, told

DATA = "a,b\n"
DIGEST = hashlib.sha256(DATA.encode()).hexdigest()


WITHHELD: dict[str, Any] = {
    "file": "other.csv",
    "access": "restricted",
    "public_title": "Others",
    "sha256": None,
    "exemption": {"basis": "not-stated"},
}


def _tree(*attachments: dict[str, Any], **keys: Any) -> dict[str, str]:
    files = meeting_files(agenda=agenda(section(item())), b1=paper(attachments=list(attachments), **keys))
    return {**files, f"{FOLDER}/prices.csv": DATA}


def _attachment(**keys: Any) -> dict[str, Any]:
    """Describe the file; None leaves a key out."""
    every = {"file": "prices.csv", "access": "public", "title": "Prices", "sha256": DIGEST, **keys}
    return {key: value for key, value in every.items() if value is not None}


def test_a_cleared_file_is_fine() -> None:
    """Named, there, and the one that was cleared."""
    assert told(_tree(_attachment())) == []


@pytest.mark.parametrize(
    ("attachments", "keys", "expected"),
    [
        ([], {}, ["prices.csv:1 attachment"]),
        ([_attachment(), _attachment()], {}, ["prices.csv:1 attachment"]),
        ([_attachment(file="other.csv")], {}, ["b1.md attachment", "prices.csv:1 attachment"]),
        ([_attachment(**WITHHELD), _attachment()], {}, []),
        ([_attachment(sha256=None)], {}, ["b1.md attachment"]),
        ([_attachment(sha256="0" * 64)], {}, ["b1.md attachment"]),
        ([_attachment(title=None)], {}, ["b1.md title"]),
    ],
    ids=["named by none", "named twice", "not there", "withheld and elsewhere", "not cleared", "changed", "without title"],
)
def test_what_is_wrong_with_an_attachment_is_told(
    attachments: list[dict[str, Any]], keys: dict[str, Any], expected: list[str]
) -> None:
    """Each with its place."""
    found = told(_tree(*attachments, **keys))
    assert [f"{one.split(':')[0]} {one.split(' ')[1]}" if "b1.md" in one else one for one in found] == expected


def test_a_public_attachment_of_a_restricted_paper_is_a_conflict() -> None:
    """A file cannot be more open than the paper it goes with."""
    found = told(_tree(_attachment(), access="restricted", public_title="A matter", exemption={"basis": "not-stated"}))
    assert [one.split(" ")[1] for one in found] == ["access-conflict"]


def test_the_attachments_of_a_withdrawn_paper_go_with_it() -> None:
    """They were public, have no tombstone of their own, and are not published: their marks may stay."""
    gone = {"access": "withdrawn", "withdrawn": {"date": "2026-11-01", "reason": "It was wrong."}}
    tree = _tree(_attachment(), **gone)
    assert told(tree) == []
    assert released(tree).files == {}
