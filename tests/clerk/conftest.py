"""A clerk at work: a project of one body, and the verbs as they are typed."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import pytest
import yaml

from builders import settings
from tiny import TinySite

TODAY = "1790812800"
"""1 October 2026, as seconds since 1970: the meeting of September is over, its notes are not yet due, and the next is near."""

FIRST_DAY = "1795305600"
"""22 November 2026: the day on which a clerk follows the pages of docs/clerks/, before the meeting of which they tell."""

AGENDA = """\
---
kind: agenda
access: public
body: hill
date: 2026-09-14
time: "10:00"
venue: The hall
published: 2026-09-04
contact: Committee office
sections:
  - letter: A
    title: Committee business
    items:
      - {ref: A1, title: Apologies}
      - {ref: A2, title: Notes of meeting held on 1 June 2026, notes_of: 2026-06-01}
  - letter: B
    title: Matters for discussion
    items:
      - {ref: B1, title: Street lighting, delivery: report}
      - {ref: B2, title: Wardens, delivery: verbal}
  - letter: C
    title: Matters for information
    items:
      - {ref: C1, title: Date of next meeting - 14 December 2026, next_meeting: {date: 2026-12-14}}
  - letter: D
    title: Restricted items, which nobody may hear of
    access: restricted
    exemption: {basis: schedule-12a, paragraphs: [1], balance: A family would be known., review: 2027-06-01}
    items:
      - {ref: D1, title: The case of a person, public_title: A review}
---
"""


@cache
def _settings() -> str:
    members = [{"name": "Ms A Reed", "role": "Chairman"}, {"name": "Mr B Oak"}]
    body = {"name": "Hill Partnership", "short": "HP", "description": "An invented body.", "membership": members}
    return yaml.safe_dump(settings(bodies={"hill": body}).model_dump(mode="json", exclude_none=True))


@pytest.fixture
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> TinySite:
    """A project with one meeting, of which an agenda is held."""
    monkeypatch.setenv("SOURCE_DATE_EPOCH", TODAY)
    monkeypatch.delenv("PUBLIC_RECORD_PRIVATE", raising=False)
    project = TinySite(tmp_path)
    for path in (tmp_path / "content").rglob("*.md"):
        path.unlink()
    project.write("site_config/record.yml", _settings())
    project.write("content/meetings/2026-09-14-hill/agenda.md", AGENDA)
    return project


def content(project: TinySite, name: str) -> str:
    """Read a file of the record."""
    return (project.root / "content" / name).read_bytes().decode()
