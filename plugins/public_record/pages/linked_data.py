"""What a page is about, in the words of schema.org, for search engines and other programs (JSON-LD).

It stands in the page as data: a script of the type `application/ld+json` is never run, and a Content-Security-Policy does not
ask about it.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from datetime import date, datetime
from typing import Any, TypeAlias
from zoneinfo import ZoneInfo

from markupsafe import Markup

from public_record.links.standing import Standing
from public_record.model.record import Agreement, Appendix, Body, History, Meeting, Notes, Paper, PaperDetails, Source
from public_record.model.vocabulary import PaperForm
from public_record.pages.addresses import relative
from public_record.pages.library import Library
from public_record.pages.page import PageKind, PageSource

Node: TypeAlias = dict[str, Any]

_LONDON = ZoneInfo("Europe/London")
_FORMS = {PaperForm.REPORT: "Report", PaperForm.SLIDES: "PresentationDigitalDocument"}
_IN_SCRIPTS = {ord(sign): f"\\u{ord(sign):04x}" for sign in "<>&\u2028\u2029"}
"""Signs with which a text could end the script that it stands in."""

_LAW_OF_NOTICES: Node = {
    "@type": "Legislation",
    "name": "Local Government Act 1972, Part VA and Schedule 12A",
    "legislationIdentifier": "1972 c. 70",
    "url": "https://www.legislation.gov.uk/ukpga/1972/70",
}
_LAW_OF_AGREEMENTS: Node = {
    "@type": "Legislation",
    "name": "The Crime and Disorder (Formulation and Implementation of Strategy) Regulations 2007, regulation 9",
    "legislationIdentifier": "SI 2007/1830",
    "url": "https://www.legislation.gov.uk/uksi/2007/1830",
}


def linked_data(library: Library, page: PageSource) -> Markup:
    """Write what a page is about, for a script element. Of what is withheld nothing is said."""
    about = _Page(library, page)
    graph = [node for node in (about.subject(), about.way()) if node]
    written = json.dumps({"@context": "https://schema.org", "@graph": graph}, ensure_ascii=False)
    return Markup(written.translate(_IN_SCRIPTS))  # noqa: S704 - JSON, without the signs that HTML knows


class _Page:
    """One page, and what is said of it."""

    def __init__(self, library: Library, page: PageSource) -> None:
        self._library = library
        self._page = page

    def subject(self) -> Node | None:
        """Describe what the page is about."""
        if standing := self._library.standings.get(self._page.address):
            return self._standing(standing)
        match self._page.kind:
            case PageKind.HOME:
                return self._named("WebSite", "", self._library.settings.site_name) | {"inLanguage": "en-GB"}
            case PageKind.BODY:
                return self._body(self._library.bodies[self._page.address.rstrip("/")])
            case PageKind.WITHHELD:
                return self._named("CollectionPage", self._page.address, self._page.title) | {"about": _LAW_OF_NOTICES}
            case PageKind.DATA:
                return self._dataset()
            case _:
                return None

    def way(self) -> Node | None:
        """Describe the way to the page from the home page."""
        steps = [(crumb.title, crumb.address) for crumb in self._page.crumbs]
        if not steps:
            return None
        listed = [
            {"@type": "ListItem", "position": number, "name": title, "item": self._url(address)}
            for number, (title, address) in enumerate([*steps, (self._page.title, self._page.address)], 1)
        ]
        return {"@type": "BreadcrumbList", "itemListElement": listed}

    def _standing(self, standing: Standing) -> Node | None:
        match standing.thing:
            case Meeting():
                return self._event(standing.thing)
            case Notes():
                return self._notes(standing.thing, standing.meeting)
            case Agreement():
                return self._agreement(standing.thing)
            case Appendix():
                return self._work(standing.thing, standing.meeting)
            case _:
                return self._work(standing.paper, standing.meeting) if standing.paper else None

    def _event(self, meeting: Meeting) -> Node:
        papers = [paper for _, paper in meeting.all_papers() if not paper.withheld and not paper.withdrawn]
        return {
            **self._named("Event", meeting.id, self._library.meeting_title(meeting)),
            "startDate": _beginning(meeting),
            "eventStatus": f"https://schema.org/{_status(meeting)}",
            "organizer": self._organizer(meeting),
            **_if("previousStartDate", _day(meeting.moved.date if meeting.moved else None)),
            **_if("location", {"@type": "Place", "name": meeting.venue, "address": meeting.venue} if meeting.venue else None),
            **_if("workFeatured", [self._named(_kind(paper), paper.id, paper.title) for paper in papers]),
        }

    def _work(self, work: Paper | Appendix, meeting: Meeting | None) -> Node | None:
        if work.withheld or work.withdrawn or meeting is None:
            return None
        before = {"workFeatured": {"@type": "Event", "@id": self._url(meeting.id)}}
        return {
            **self._named(_kind(work), work.id, work.title),
            "publisher": self._organizer(meeting),
            "@reverse": before,
            **_if("author", _authors(work.details)),
            **_if("isBasedOn", _source(work.details.source)),
            **self._dates(work.details.history),
        }

    def _notes(self, notes: Notes, meeting: Meeting | None) -> Node | None:
        if notes.withheld or notes.withdrawn or meeting is None:
            return None
        return {
            **self._named("CreativeWork", notes.id, self._page.title),
            "publisher": self._organizer(meeting),
            "recordedAt": {"@type": "Event", "@id": self._url(meeting.id)},
            **self._dates(notes.history),
        }

    def _agreement(self, agreement: Agreement) -> Node | None:
        if agreement.withheld or agreement.withdrawn:
            return None
        return {
            **self._named("CreativeWork", agreement.id, agreement.title),
            "version": agreement.version,
            "isBasedOn": _LAW_OF_AGREEMENTS,
            **self._dates(agreement.history),
        }

    def _dataset(self) -> Node:
        parts = {"data/record.json": "application/json", "data/record.zip": "application/zip"}
        return {
            **self._named("Dataset", self._page.address, self._library.settings.site_name),
            "description": self._page.description,
            "license": self._library.settings.licence.url,
            "distribution": [
                {"@type": "DataDownload", "contentUrl": self._url(name), "encodingFormat": kind} for name, kind in parts.items()
            ],
        }

    def _body(self, body: Body) -> Node:
        return self._named("Organization", f"{body.id}/", body.name) | {"description": body.description}

    def _organizer(self, meeting: Meeting) -> Node:
        return self._named("Organization", f"{meeting.body}/", self._library.bodies[meeting.body].name)

    def _dates(self, history: History) -> Mapping[str, Any]:
        licence = {"license": self._library.settings.licence.url}
        return {
            **licence,
            **_if("datePublished", _day(history.published)),
            **_if("dateModified", _day(history.changed)),
        }

    def _named(self, kind: str, address: str, name: str) -> Node:
        return {"@type": kind, "@id": self._url(address), "url": self._url(address), "name": name}

    def _url(self, address: str) -> str:
        """Write an address in full where that is known; a program reads another one from the page on which it stands."""
        return f"{self._library.site}{address}" if self._library.site else relative(self._page.address, address)


def _kind(work: Paper | Appendix) -> str:
    return _FORMS.get(work.details.form, "CreativeWork")


def _status(meeting: Meeting) -> str:
    return "EventCancelled" if meeting.cancelled else "EventRescheduled" if meeting.moved else "EventScheduled"


def _beginning(meeting: Meeting) -> str:
    if meeting.time is None:
        return meeting.date.isoformat()
    hour, minute = map(int, meeting.time.split(":"))
    day = meeting.date
    return datetime(day.year, day.month, day.day, hour, minute, tzinfo=_LONDON).isoformat()


def _authors(details: PaperDetails) -> list[Node]:
    return [{"@type": "Person", "name": person.name, **_if("jobTitle", person.role)} for person in details.by]


def _source(source: Source | None) -> Node | None:
    if source is None:
        return None
    publisher = {"@type": "Organization", "name": source.publisher}
    return {"@type": "CreativeWork", "publisher": publisher, **_if("name", source.title), **_if("datePublished", source.date)}


def _day(day: date | None) -> str | None:
    return day.isoformat() if day else None


def _if(name: str, value: Any) -> Node:
    return {name: value} if value else {}
