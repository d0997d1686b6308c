"""What a page tells programs of its subject."""

from __future__ import annotations

import json
from datetime import date
from typing import Any

import pytest

from public_record.model.record import (
    Agreement,
    Change,
    History,
    Meeting,
    Moved,
    PaperDetails,
    Person,
    Record,
    Source,
    Withheld,
)
from public_record.model.vocabulary import Basis, Known, PaperForm
from public_record.pages.compose import compose
from public_record.pages.library import Library
from public_record.pages.linked_data import linked_data
from published import SETTINGS, TODAY, item, meeting, minute, paper, record

SITE = "https://record.example.org/"
MEETING, B1 = "group/2025-03-02/", "group/2025-03-02/b1/"
BODY = {"@type": "Organization", "@id": f"{SITE}group/", "url": f"{SITE}group/", "name": "The Example Group"}
NOTICE = Withheld(Basis.CONFIDENTIAL)


def _written(public: Record, address: str, site: str | None = SITE) -> str:
    library = Library.of(public, SETTINGS, TODAY, site)
    (page,) = [source for source in compose(library) if source.address == address]
    return str(linked_data(library, page))


def _nodes(held: Meeting, address: str, **fields: Any) -> dict[str, Any]:
    read = json.loads(_written(record(held, **fields), address))
    assert read["@context"] == "https://schema.org"
    return {node["@type"]: node for node in read["@graph"]}


def test_a_meeting_is_an_event() -> None:
    """When by the clock in London, where, whose, and with which papers."""
    held = meeting(item(papers=(paper(), paper(number=2, withheld=NOTICE))), day="2025-07-02", time="10:00", venue="The hall")
    assert _nodes(held, "group/2025-07-02/")["Event"] == {
        "@type": "Event",
        "@id": f"{SITE}group/2025-07-02/",
        "url": f"{SITE}group/2025-07-02/",
        "name": "Group, 2 July 2025",
        "startDate": "2025-07-02T10:00:00+01:00",
        "eventStatus": "https://schema.org/EventScheduled",
        "organizer": BODY,
        "location": {"@type": "Place", "name": "The hall", "address": "The hall"},
        "workFeatured": [{"@type": "Report", "@id": f"{SITE}{B1}", "url": f"{SITE}{B1}", "name": "A report"}],
    }


def test_cancelled_and_moved_meetings_say_so() -> None:
    """In the words that calendars of search engines know."""
    cancelled = _nodes(meeting(item(), cancelled="Snow."), MEETING)["Event"]
    moved = _nodes(meeting(item(), moved=Moved(date(2025, 2, 20), "Snow.")), MEETING)["Event"]
    assert cancelled["eventStatus"] == "https://schema.org/EventCancelled"
    assert (moved["eventStatus"], moved["previousStartDate"]) == ("https://schema.org/EventRescheduled", "2025-02-20")
    assert moved["startDate"] == "2025-03-02"


def test_a_paper_is_a_report_with_its_authors_and_days() -> None:
    """On the page of its item, where it is read."""
    history = History(date(2025, 2, 20), (Change(date(2025, 2, 25), "A sum."),))
    details = PaperDetails(by=(Person("Ms A", "Engineer"),), history=history)
    found = _nodes(meeting(item(papers=(paper(details=details),))), B1)["Report"]
    assert found["author"] == [{"@type": "Person", "name": "Ms A", "jobTitle": "Engineer"}]
    assert (found["datePublished"], found["dateModified"]) == ("2025-02-20", "2025-02-25")
    assert (found["publisher"], found["license"]) == (BODY, "https://licence.example/")
    assert found["@reverse"] == {"workFeatured": {"@type": "Event", "@id": f"{SITE}{MEETING}"}}


@pytest.mark.parametrize(
    ("form", "kind"), [(PaperForm.SLIDES, "PresentationDigitalDocument"), (PaperForm.WITNESS_GUIDE, "CreativeWork")]
)
def test_a_work_is_called_what_it_is(form: PaperForm, kind: str) -> None:
    """Slides are no report; what was published elsewhere says where."""
    details = PaperDetails(form=form, source=Source("A ministry", "Guide", "2019"))
    found = _nodes(meeting(item(papers=(paper(details=details),))), B1)[kind]
    publisher = {"@type": "Organization", "name": "A ministry"}
    assert found["isBasedOn"] == {"@type": "CreativeWork", "publisher": publisher, "name": "Guide", "datePublished": "2019"}


def test_notes_are_recorded_at_their_meeting() -> None:
    """And are no event of their own."""
    found = _nodes(meeting(item(), minutes=(minute(),)), f"{MEETING}notes/")["CreativeWork"]
    assert found["recordedAt"] == {"@type": "Event", "@id": f"{SITE}{MEETING}"}


def test_an_agreement_rests_on_its_law() -> None:
    """The agreement is no law itself."""
    fields = {"agreements": (Agreement("agreement/1.0/", "1.0", "Agreement", Known.WHOLE),)}
    found = _nodes(meeting(item()), "agreement/1.0/", **fields)["CreativeWork"]
    assert (found["version"], found["isBasedOn"]["@type"]) == ("1.0", "Legislation")


@pytest.mark.parametrize(("address", "kind"), [("", "WebSite"), ("group/", "Organization"), ("data/", "Dataset")])
def test_pages_that_lead_to_others_say_what_they_are(address: str, kind: str) -> None:
    """The data are found as a dataset."""
    assert kind in _nodes(meeting(item()), address)


def test_the_list_of_what_is_withheld_is_about_the_law() -> None:
    """On which the notices rest."""
    assert _nodes(meeting(item()), "withheld/")["CollectionPage"]["about"]["legislationIdentifier"] == "1972 c. 70"


def test_the_way_from_the_home_page_is_told() -> None:
    """In the steps that the page shows."""
    steps = _nodes(meeting(item()), B1)["BreadcrumbList"]["itemListElement"]
    assert [(step["position"], step["name"], step["item"].removeprefix(SITE)) for step in steps] == [
        (1, "Home", ""),
        (2, "Group", "group/"),
        (3, "2 March 2025", MEETING),
        (4, "B1 The bridge", B1),
    ]


def test_of_what_is_withheld_nothing_is_said() -> None:
    """The way alone."""
    assert list(_nodes(meeting(item(papers=(paper(withheld=NOTICE),))), B1)) == ["BreadcrumbList"]


def test_no_text_ends_the_script_that_it_stands_in() -> None:
    """A title may hold what it likes."""
    title = "</script><script>alert(1)</script> & more"
    written = _written(record(meeting(item(papers=(paper(title=title),)))), B1)
    assert not set("<>&").intersection(written)
    assert title in [node.get("name") for node in json.loads(written)["@graph"]]


def test_where_the_site_is_not_known_addresses_are_relative_to_the_page() -> None:
    """A program that has the page knows where it is."""
    read = json.loads(_written(record(meeting(item())), MEETING, None))
    assert (read["@graph"][0]["url"], read["@graph"][0]["organizer"]["url"]) == ("./", "../")
