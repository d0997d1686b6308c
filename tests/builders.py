"""Small valid documents with defaults: a test states only what it is about. Bodies, people and places are invented."""

from __future__ import annotations

import json
import os
import re
import tempfile
from collections.abc import Mapping
from datetime import date
from pathlib import Path
from typing import Any

from public_record.checks import check_shelf, compare
from public_record.checks.context import Context
from public_record.examine import look
from public_record.gate.release import Released, release
from public_record.model.findings import Finding, in_order
from public_record.model.private import PrivateRecord
from public_record.model.record import Item, Meeting, Minute, Notes, Record
from public_record.model.settings import Settings
from public_record.model.vocabulary import Basis
from public_record.sources.load import Reading, load

TODAY = date(2026, 11, 22)
FOLDER = "meetings/2024-05-14-hill"
NEW_FOLDER = "meetings/2026-12-14-hill"
GROUND = {"basis": "schedule-12a", "paragraphs": [3]}
NEW_GROUND = {**GROUND, "balance": "Bids would be compared.", "review": "2027-06-01"}

# What is drawn is gone again at once: where the system has a folder in memory, it waits for no disk.
MEMORY = Path("/dev/shm")  # noqa: S108 - each drawing has a folder of its own below it, which nobody else may open
DRAWN = MEMORY if os.access(MEMORY, os.W_OK | os.X_OK) else None

Tree = Mapping[str, str]


def document(text: str = "", **keys: Any) -> str:
    """Write a file. JSON is YAML, so values are written as JSON; a key that is None is left out."""
    lines = [f"{key}: {json.dumps(value, ensure_ascii=False)}" for key, value in keys.items() if value is not None]
    return "\n".join(["---", *lines, "---", "", text, ""])


def item(ref: str | None = "B1", title: str | None = "Street lighting", **keys: Any) -> dict[str, Any]:
    """Write an item of an agenda."""
    return {key: value for key, value in {"ref": ref, "title": title, **keys}.items() if value is not None}


def section(*items: dict[str, Any], title: str | None = "Matters for discussion", **keys: Any) -> dict[str, Any]:
    """Write a section of an agenda."""
    return {key: value for key, value in {"title": title, **keys, "items": list(items)}.items() if value is not None}


def restricted_section(*items: dict[str, Any], **keys: Any) -> dict[str, Any]:
    """Write a section whose items are withheld."""
    return section(*items, **{"title": "Restricted items", "access": "restricted", "exemption": GROUND, **keys})


def agenda(*sections: dict[str, Any], text: str = "", **keys: Any) -> str:
    """Write `agenda.md`, with one item where no section is given."""
    defaults = {"kind": "agenda", "access": "public", "body": "hill", "date": "2024-05-14"}
    return document(text, **{**defaults, **keys}, sections=list(sections) or [section(item())])


def notes(text: str = "", **keys: Any) -> str:
    """Write `notes.md`."""
    return document(text, **{"kind": "notes", "access": "public", "body": "hill", "date": "2024-05-14", **keys})


def paper(text: str = "", **keys: Any) -> str:
    """Write a paper of item B1."""
    return document(text, **{"kind": "paper", "access": "public", "item": "B1", "title": "Lamps in Mill Lane", **keys})


def appendix(text: str = "", **keys: Any) -> str:
    """Write appendix A of the paper of item B1."""
    defaults = {"kind": "appendix", "access": "public", "item": "B1", "appendix": "A", "title": "Map of lamps"}
    return document(text, **{**defaults, **keys})


def agreement(text: str = "", **keys: Any) -> str:
    """Write a version of the agreement."""
    defaults = {"kind": "agreement", "access": "public", "version": "1.0", "title": "Hill Agreement", "known": "whole"}
    return document(text, **{**defaults, **keys})


def settings(**keys: Any) -> Settings:
    """Make settings with one body and one subject."""
    words = re.findall(
        r"\w+",
        "retelling welcome restricted_section restricted_item restricted_minute restricted_paper restricted_appendix "
        "restricted_attachment restricted_passage restricted_agreement expired legal_basis",
    )
    defaults: dict[str, Any] = {
        "site_name": "Hill record",
        "identity": "record.example.org,2026",
        "bodies": {"hill": {"name": "Hill Partnership", "short": "HP", "description": "An invented body."}},
        "subjects": {"lamps": "Lamps"},
        "wording": {word: word.replace("_", " ") for word in words} | {"basis": {basis: basis.value for basis in Basis}},
        "licence": {"name": "Open", "url": "https://licence.example/"},
    }
    return Settings.model_validate({**defaults, **keys})


def meeting_files(**files: str) -> dict[str, str]:
    """Name the files of the one meeting: `agenda=…` stands in its `agenda.md`."""
    return {f"{FOLDER}/{name}.md": text for name, text in files.items()}


def write(folder: Path, tree: Tree) -> Path:
    """Write a drawn content folder, and return it."""
    content = folder / "content"
    content.mkdir()
    for name, text in tree.items():
        path = content / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(text.encode())
    return content


def read(tree: Tree) -> Reading:
    """Read a drawn content folder."""
    with tempfile.TemporaryDirectory(dir=DRAWN) as folder:
        return load(write(Path(folder), tree))


def check(record: PrivateRecord, settings: Settings, today: date) -> list[Finding]:
    """List everything that is wrong with a record that could be read, as if all of it stood on one shelf."""
    context = Context.of(record, settings, today)
    return [*check_shelf(record, settings, today).findings, *compare(context.overview())]


def findings(tree: Tree, today: date = TODAY) -> list[Finding]:
    """List all that is wrong with a drawn content folder: the same whether it is read whole or a shelf at a time."""
    with tempfile.TemporaryDirectory(dir=DRAWN) as folder:
        content = write(Path(folder), tree)
        reading = load(content)
        by_shelf = look(content, None, settings(), today).findings
    found = [*reading.findings, *check(reading.record, settings(), today)]
    assert in_order(by_shelf) == in_order(found)
    return found


def told(tree: Tree, today: date = TODAY) -> list[str]:
    """List file, line and rule of all that is wrong, the folder of the one meeting left out."""
    return [
        f"{finding.place.path.removeprefix(f'content/{FOLDER}/')}:{finding.place.line} {finding.rule}"
        for finding in findings(tree, today)
    ]


def released(tree: Tree, today: date = TODAY) -> Released:
    """Release a drawn content folder, whatever is wrong with it. Files beside papers are read while it is released."""
    with tempfile.TemporaryDirectory(dir=DRAWN) as folder:
        return release(load(write(Path(folder), tree)).record, settings(), today)


def public(tree: Tree, today: date = TODAY) -> Record:
    """Give the public record of a drawn content folder."""
    return released(tree, today).record


def meeting(tree: Tree, today: date = TODAY) -> Meeting:
    """Give the one public meeting of a drawn content folder."""
    (only,) = public(tree, today).meetings
    return only


def items(tree: Tree) -> dict[str, Item]:
    """Give the public items of the one meeting by their key."""
    return {one.key: one for one in meeting(tree).items}


def minutes(tree: Tree) -> list[Minute]:
    """Give the public minutes of the one meeting."""
    held = meeting(tree).notes
    assert isinstance(held, Notes)
    return list(held.minutes)
