"""An export in OParl 1.1, the format in which councils in Germany offer their meetings to programs (https://oparl.org).

An id there is an address at which the object can be fetched, so each object is a file, and there is no export where it is not
known where the site is published. What is withheld is exported as its notice: a title and `public: false`. People, terms,
memberships and places are not exported; their lists are there, because OParl asks for them, and empty.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator
from datetime import UTC, date, datetime
from functools import partial
from typing import Any, TypeAlias
from zoneinfo import ZoneInfo

from public_record.model.record import Appendix, Attachment, Body, History, Item, Meeting, Notes, Paper
from public_record.outputs.addresses import absolute
from public_record.outputs.wording import unlinked
from public_record.pages.library import Library

Object: TypeAlias = dict[str, Any]

_TYPE = "https://schema.oparl.org/1.1/"
_LONDON = ZoneInfo("Europe/London")
_LISTS = ("organization", "person", "meeting", "paper", "agendaItem", "consultation", "file", "membership")
_MIME = {
    "pdf": "application/pdf",
    "png": "image/png",
    "jpg": "image/jpeg",
    "jpeg": "image/jpeg",
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    "csv": "text/csv",
    "txt": "text/plain",
}


def oparl_files(library: Library) -> dict[str, Callable[[], bytes]]:
    """Give the files of the export by name; none where the site's address is not known."""
    if library.site is None:
        return {}
    export = _Export(library)
    objects = {name: partial(_json, made) for name, made in export.objects()}
    return {**objects, **{name: partial(_json, made) for name, made in export.lists()}}


class _Export:
    """One export. Objects are embedded where OParl embeds them, and are files of their own as well."""

    def __init__(self, library: Library) -> None:
        self._library = library
        self._meetings = [self._meeting(meeting) for meeting in library.record.meetings]
        self._papers = list(self._all_papers())
        self._organizations = [self._organization(body) for body in library.record.bodies]

    def objects(self) -> Iterator[tuple[str, Object]]:
        """Yield every object with the name of its file."""
        yield "oparl/system.json", self._system()
        yield "oparl/body.json", self._body()
        for thing in (
            *self._organizations,
            *self._meetings,
            *self._papers,
            *self._items(),
            *self._files(),
            *self._consultations(),
        ):
            yield thing["id"].removeprefix(self._library.site), thing

    def lists(self) -> Iterator[tuple[str, Object]]:
        """Yield the lists that lead to them."""
        yield _list_name("body"), _list([self._body()])
        found: dict[str, Iterable[Object]] = {
            "organization": self._organizations,
            "meeting": self._meetings,
            "paper": self._papers,
            "agendaItem": self._items(),
            "consultation": self._consultations(),
            "file": self._files(),
        }
        for name in (*_LISTS, "locationList", "legislativeTermList"):
            yield _list_name(name), _list(found.get(name, ()))
        for body in self._library.record.bodies:
            own = [meeting for meeting in self._meetings if meeting["organization"] == [self._id("organization", body.id)]]
            yield _list_name(f"meeting-{body.id}"), _list(own)

    def _system(self) -> Object:
        return {
            "id": self._own("system"),
            "type": f"{_TYPE}System",
            "oparlVersion": _TYPE,
            "body": self._link(_list_name("body")),
            "name": self._library.settings.site_name,
            "license": self._library.settings.licence.url,
            "website": self._library.site,
        }

    def _body(self) -> Object:
        return {
            "id": self._own("body"),
            "type": f"{_TYPE}Body",
            "system": self._own("system"),
            "name": self._library.settings.site_name,
            "license": self._library.settings.licence.url,
            "web": self._library.site,
            **{name: self._link(_list_name(name)) for name in (*_LISTS, "locationList", "legislativeTermList")},
            "legislativeTerm": [],
        }

    def _organization(self, body: Body) -> Object:
        return {
            "id": self._id("organization", body.id),
            "type": f"{_TYPE}Organization",
            "body": self._own("body"),
            "name": body.name,
            "shortName": body.short,
            "meeting": self._link(_list_name(f"meeting-{body.id}")),
            "web": self._link(f"{body.id}/"),
        }

    def _meeting(self, meeting: Meeting) -> Object:
        return {
            "id": self._id("meeting", meeting.id),
            "type": f"{_TYPE}Meeting",
            "name": self._library.meeting_title(meeting),
            "organization": [self._id("organization", meeting.body)],
            "cancelled": meeting.cancelled is not None,
            "start": _beginning(meeting),
            "agendaItem": [self._item(meeting, item) for item in meeting.items],
            "web": self._link(meeting.id),
            **_if("location", self._location(meeting) if meeting.venue else None),
            **_if("resultsProtocol", self._protocol(meeting, meeting.notes) if meeting.notes else None),
            **_moments(meeting.history),
        }

    def _location(self, meeting: Meeting) -> Object:
        return {
            "id": f"{self._id('meeting', meeting.id)}#location",
            "type": f"{_TYPE}Location",
            "description": meeting.venue,
        }

    def _protocol(self, meeting: Meeting, notes: Notes) -> Object | None:
        if notes.withheld or notes.withdrawn:
            return None
        return self._file(notes.id, f"Notes: {self._library.meeting_title(meeting)}", notes.history)

    def _item(self, meeting: Meeting, item: Item) -> Object:
        said = [unlinked(decided.resolution.text.markdown) for decided in self._library.links.decided_on(item)]
        return {
            "id": self._id("agendaitem", item.id),
            "type": f"{_TYPE}AgendaItem",
            "meeting": self._id("meeting", meeting.id),
            "name": item.title,
            "public": item.withheld is None,
            "web": self._link(item.id),
            **_if("number", item.ref),
            **_if("consultation", self._id("consultation", item.papers[0].id) if item.papers else None),
            **_if("resolutionText", "\n\n".join(said)),
            **_if("keyword", list(item.subjects)),
        }

    def _all_papers(self) -> Iterator[Object]:
        for meeting in self._library.record.meetings:
            for item, paper in meeting.all_papers():
                yield self._paper(meeting, item, paper)

    def _paper(self, meeting: Meeting, item: Item | None, paper: Paper) -> Object:
        shown = not paper.withheld and not paper.withdrawn
        history = paper.details.history
        return {
            "id": self._id("paper", paper.id),
            "type": f"{_TYPE}Paper",
            "body": self._own("body"),
            "name": paper.title,
            "web": self._link(paper.id),
            "consultation": [self._consultation(meeting, item, paper)],
            "auxiliaryFile": list(self._auxiliary(paper)),
            **_if("reference", item.ref if item else None),
            **_if("paperType", paper.details.form.label if shown else None),
            **_if("date", history.published.isoformat() if history.published else None),
            **_if("mainFile", self._file(paper.id, paper.title, history) if shown else None),
            **_moments(history),
        }

    def _consultation(self, meeting: Meeting, item: Item | None, paper: Paper) -> Object:
        return {
            "id": self._id("consultation", paper.id),
            "type": f"{_TYPE}Consultation",
            "paper": self._id("paper", paper.id),
            "meeting": self._id("meeting", meeting.id),
            "organization": [self._id("organization", meeting.body)],
            **_if("agendaItem", self._id("agendaitem", item.id) if item else None),
            **_if("role", paper.details.purpose.label if paper.details.purpose else None),
        }

    def _auxiliary(self, paper: Paper) -> Iterator[Object]:
        open_appendices = [one for one in paper.appendices if not one.withheld and not one.withdrawn]
        yield from (self._appendix(appendix) for appendix in open_appendices)
        files = [*paper.attachments, *(file for appendix in open_appendices for file in appendix.attachments)]
        yield from (self._attachment(file) for file in files if file.id)

    def _appendix(self, appendix: Appendix) -> Object:
        return self._file(appendix.id, f"Appendix {appendix.mark}: {appendix.title}", appendix.details.history)

    def _attachment(self, file: Attachment) -> Object:
        address = file.id or ""
        made = self._file(address, file.title, History())
        name = address.rpartition("/")[2]
        own = {"fileName": name, "mimeType": _MIME[name.rpartition(".")[2]], "downloadUrl": self._link(address)}
        return {**made, **own, **_if("size", file.size)}

    def _file(self, address: str, name: str, history: History) -> Object:
        """Describe what can be fetched at an address: a page of the site, or an attachment."""
        return {
            "id": self._id("file", address),
            "type": f"{_TYPE}File",
            "name": name,
            "mimeType": "text/html",
            "accessUrl": self._link(address),
            "license": self._library.settings.licence.url,
            **_if("date", history.published.isoformat() if history.published else None),
            **_moments(history),
        }

    def _items(self) -> list[Object]:
        return [item for meeting in self._meetings for item in meeting["agendaItem"]]

    def _consultations(self) -> list[Object]:
        return [one for paper in self._papers for one in paper["consultation"]]

    def _files(self) -> list[Object]:
        protocols = [meeting["resultsProtocol"] for meeting in self._meetings if "resultsProtocol" in meeting]
        main = [paper["mainFile"] for paper in self._papers if "mainFile" in paper]
        return [*protocols, *main, *(file for paper in self._papers for file in paper["auxiliaryFile"])]

    def _own(self, name: str) -> str:
        return self._link(f"oparl/{name}.json")

    def _id(self, kind: str, address: str) -> str:
        return self._link(f"oparl/{kind}/{address.rstrip('/')}.json")

    def _link(self, address: str) -> str:
        return absolute(self._library, address) or address


def _list(things: Iterable[Object]) -> Object:
    """Write a list of objects. It has one page: a static site has no reason to cut it."""
    data = list(things)
    return {"data": data, "pagination": {"totalElements": len(data), "currentPage": 1, "totalPages": 1}, "links": {}}


def _list_name(name: str) -> str:
    return f"oparl/lists/{name}.json"


def _if(name: str, value: Any) -> Object:
    """Give a property, if there is a value: OParl knows no empty ones."""
    return {name: value} if value else {}


def _moments(history: History) -> Object:
    created = _midnight(history.published) if history.published else None
    return {**_if("created", created), **_if("modified", _midnight(history.last) if history.last else None)}


def _midnight(day: date) -> str:
    return datetime(day.year, day.month, day.day, tzinfo=UTC).isoformat()


def _beginning(meeting: Meeting) -> str:
    """Write when a meeting began, by the clock in London; where no time is known, the beginning of its day."""
    hour, minute = map(int, (meeting.time or "00:00").split(":"))
    day = meeting.date
    return datetime(day.year, day.month, day.day, hour, minute, tzinfo=_LONDON).isoformat()


def _json(thing: Object) -> bytes:
    return json.dumps(thing, ensure_ascii=False).encode()
