"""The export in OParl 1.1: every object has what the specification asks for, and every address in it leads somewhere."""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import date
from typing import Any

import jsonschema
import pytest

from public_record.model.record import Appendix, Attachment, History, PaperDetails, Record, Withheld
from public_record.model.vocabulary import Basis, Purpose
from public_record.outputs.oparl import oparl_files
from public_record.pages.library import Library
from published import SETTINGS, TODAY, item, meeting, minute, paper, record, resolution

SITE = "https://record.example.org/"
TYPE = "https://schema.oparl.org/1.1/"
NOTICE = Withheld(Basis.SCHEDULE_12A, (3,))

URL = {"type": "string", "pattern": "^https://"}
URLS = {"type": "array", "items": URL}
MOMENT = {"type": "string", "pattern": r"^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d[+-]\d\d:\d\d$"}
DAY = {"type": "string", "pattern": r"^\d{4}-\d\d-\d\d$"}
TEXT = {"type": "string", "minLength": 1}
LISTS = [
    "organization", "person", "meeting", "paper", "agendaItem", "consultation", "file", "membership", "locationList",
    "legislativeTermList",
]  # fmt: skip
# Required properties as the schemas of OParl 1.1 have them, with the form of each property that we write.
OBJECTS: dict[str, tuple[list[str], dict[str, Any]]] = {
    "System": (["oparlVersion", "body"], {"body": URL, "name": TEXT, "license": URL, "website": URL}),
    "Body": (["name", *LISTS, "legislativeTerm"], {"system": URL, "license": URL, **dict.fromkeys(LISTS, URL)}),
    "Organization": ([], {"body": URL, "name": TEXT, "shortName": TEXT, "meeting": URL}),
    "Meeting": ([], {"name": TEXT, "organization": URLS, "start": MOMENT, "cancelled": {"type": "boolean"}}),
    "AgendaItem": ([], {"meeting": URL, "name": TEXT, "number": TEXT, "public": {"type": "boolean"}, "consultation": URL}),
    "Paper": ([], {"body": URL, "name": TEXT, "reference": TEXT, "date": DAY, "paperType": TEXT}),
    "Consultation": ([], {"paper": URL, "agendaItem": URL, "meeting": URL, "organization": URLS, "role": TEXT}),
    "File": (["accessUrl"], {"accessUrl": URL, "downloadUrl": URL, "mimeType": TEXT, "size": {"type": "integer"}, "date": DAY}),
    "Location": ([], {"description": TEXT}),
}


def _schema(kind: str) -> dict[str, Any]:
    required, properties = OBJECTS[kind]
    common = {"id": URL, "type": {"const": f"{TYPE}{kind}"}, "web": URL, "created": MOMENT, "modified": MOMENT}
    return {"type": "object", "required": ["id", "type", *required], "properties": {**common, **properties}}


def _record() -> Record:
    details = PaperDetails(purpose=Purpose.DECISION, history=History(date(2025, 2, 20)))
    first = paper(
        details=details,
        appendices=(Appendix("group/2025-03-02/b1/appendix-a/", "A", "Map"), Appendix("x/", "B", "Prices", withheld=NOTICE)),
        attachments=(
            Attachment("group/2025-03-02/b1/attachment-1.pdf", "Plan", 1000),
            Attachment(None, "Secret", withheld=NOTICE),
        ),
    )
    items = (item(papers=(first, paper(number=2, withheld=NOTICE))), item("D1", title="A review", withheld=NOTICE))
    return record(meeting(*items, minutes=(minute(7, resolution()),), venue="The hall", time="10:00"))


def _files(public: Record | None = None) -> dict[str, Any]:
    made = oparl_files(Library.of(public or _record(), SETTINGS, TODAY, SITE))
    return {name: json.loads(make()) for name, make in made.items()}


def _objects(value: Any) -> Iterator[dict[str, Any]]:
    if isinstance(value, dict):
        if "type" in value:
            yield value
        for part in value.values():
            yield from _objects(part)
    elif isinstance(value, list):
        for part in value:
            yield from _objects(part)


def test_every_object_has_what_its_kind_must_have() -> None:
    """Embedded ones, too; and every kind is there."""
    seen = set()
    for found in _objects(list(_files().values())):
        kind = found["type"].removeprefix(TYPE)
        seen.add(kind)
        jsonschema.validate(found, _schema(kind))
    assert seen == set(OBJECTS)


def test_every_object_can_be_fetched_at_its_id() -> None:
    """And is there what it is where it is embedded."""
    files = _files()
    for found in _objects(list(files.values())):
        if "#" not in found["id"]:
            assert files[found["id"].removeprefix(SITE)] == found


def test_every_list_that_is_named_is_there() -> None:
    """With the form that OParl gives to lists: data, pagination, links."""
    files = _files()
    named = [files["oparl/body.json"][name] for name in LISTS] + [files["oparl/system.json"]["body"]]
    named += [body["meeting"] for body in files["oparl/lists/organization.json"]["data"]]
    for address in named:
        listed = files[address.removeprefix(SITE)]
        assert listed.keys() == {"data", "pagination", "links"}
        assert listed["pagination"]["totalElements"] == len(listed["data"])


@pytest.mark.parametrize("name", ["person", "membership", "locationList", "legislativeTermList"])
def test_people_terms_and_places_are_not_exported(name: str) -> None:
    """The lists are there and empty."""
    assert _files()[f"oparl/lists/{name}.json"]["data"] == []


def test_an_item_carries_what_was_resolved() -> None:
    """With the meeting, the paper, and whether it was open."""
    found = _files()["oparl/agendaitem/group/2025-03-02/b1.json"]
    assert found == {
        "id": f"{SITE}oparl/agendaitem/group/2025-03-02/b1.json",
        "type": f"{TYPE}AgendaItem",
        "meeting": f"{SITE}oparl/meeting/group/2025-03-02.json",
        "name": "The bridge",
        "public": True,
        "web": f"{SITE}group/2025-03-02/b1/",
        "number": "B1",
        "consultation": f"{SITE}oparl/consultation/group/2025-03-02/b1.json",
        "resolutionText": "RESOLVED that it be noted.",
    }


def test_of_what_is_withheld_the_notice_is_exported() -> None:
    """A title; no file, no appendix, no attachment."""
    files = _files()
    assert files["oparl/agendaitem/group/2025-03-02/d1.json"]["public"] is False
    assert "mainFile" not in files["oparl/paper/group/2025-03-02/b1/paper-2.json"]
    shown = files["oparl/paper/group/2025-03-02/b1.json"]["auxiliaryFile"]
    assert [file["name"] for file in shown] == ["Appendix A: Map", "Plan"]


def test_a_meeting_begins_by_the_clock_in_london() -> None:
    """With the hour that it is from UTC."""
    assert _files(record(meeting(item(), day="2025-07-02", time="10:00")))["oparl/meeting/group/2025-07-02.json"]["start"] == (
        "2025-07-02T10:00:00+01:00"
    )


def test_without_an_address_there_is_no_export() -> None:
    """Ids there are addresses."""
    assert oparl_files(Library.of(_record(), SETTINGS, TODAY)) == {}
