"""The first law: whatever is withheld may be changed, lengthened or deleted, and the public record stays as it is."""

from __future__ import annotations

import hashlib
import json
from datetime import date
from functools import cache
from typing import Any

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from pydantic import TypeAdapter

from builders import (
    FOLDER,
    GROUND,
    TODAY,
    agenda,
    agreement,
    appendix,
    findings,
    item,
    meeting_files,
    notes,
    paper,
    public,
    released,
    restricted_section,
    section,
)
from builders import settings as site_settings
from public_record.model.findings import Severity
from public_record.model.record import Record
from public_record.outputs.calendars import calendar_files
from public_record.outputs.data import data_files
from public_record.outputs.feeds import feed_files
from public_record.outputs.oparl import oparl_files
from public_record.outputs.sitemap import sitemap
from public_record.pages.compose import compose
from public_record.pages.library import Library
from public_record.pages.linked_data import linked_data

CANARY = "canary"
PAGE = "hill/2024-05-14/notes/"
ASKED = f"{PAGE}#request-1-1"
CLOSED = "meetings/2024-09-10-hill"
OPENED: dict[str, Any] = {"access": "public", "open": {"reason": "Announced."}}
RESTRICTED: dict[str, Any] = {"access": "restricted", "public_title": "A matter", "exemption": GROUND}

words = st.lists(
    st.sampled_from(
        [CANARY, "lamps", "1.", "2.1", "(a)", "Table:", "RESOLVED", "Action:", "Vote:", "Amendment:", "[^1]", "[^9]", "é"]
    ),
    min_size=1,
)
lines = st.builds(" ".join, words)
texts = st.builds("\n\n".join, st.lists(lines, min_size=1, max_size=4)).map(lambda text: f"{CANARY} {text}")
titles = lines.map(lambda text: f"{CANARY} {text}")

# All that means something to a reader of texts, at once; what is made up comes on top.
TELLING = (
    f"{CANARY} lamps\n\n1. {CANARY}\n\n2.1 {CANARY}\n(a) {CANARY}\n\nRESOLVED {CANARY}\n\nAction: {CANARY}\n\n"
    f"Table: {CANARY}\n\n{CANARY}[^1] [^9] é"
)
TELLING_TITLE = f"{CANARY} 1. (a) Table: [^1] [^9] é"


def _tree(text: str, title: str, *, deleted: bool = False) -> dict[str, str]:
    """Write a meeting in which everything that can be withheld holds the text and the title."""
    own: dict[str, Any] = {"title": None if deleted else title}
    inside: dict[str, Any] = (
        own
        if deleted
        else {"title": title, "note": title, "pages": "1-2", "speakers": [title], "subjects": ["lamps"], "answers": [ASKED]}
    )
    stated = {"outcome": "otherwise", "note": title}
    kept: dict[str, Any] = {
        "answers": [ASKED],
        "by": [title],
        "corrections": [{"date": "2024-05-01", "what": title}],
        "editor_notes": [title],
        "title": title,
        "to": title,
    }
    signed = {"signed_by": title, "corrections": [{"minute": 1, "text": title}]}
    marks = {"subjects": ["lamps"], "answers": [ASKED], "unanswered": 1, "adoption": signed, "on_recommendation": stated}
    withheld_file, file = (f"{'gone' if deleted else hashlib.sha256((title + end).encode()).hexdigest()}.csv" for end in "12")
    closed_file = {"file": withheld_file, "title": own["title"], **RESTRICTED}
    files = meeting_files(
        agenda=agenda(
            section(item("B1", answers=[f"{PAGE}#request-2-1"]), item("B2", **RESTRICTED, **own)),
            restricted_section(item("D1", public_title="Another matter", **inside), **own),
            *([] if deleted else [section(item("E1", title, **OPENED), title=title, access="draft")]),
        ),
        notes=notes(
            f"## 1. Lamps\n(Item B1)\n\n1. Talk[^1].\n\nReport back, no date: lamps.\n\n"
            f"::: restricted\n\n{text}\n\n:::\n\n2. More talk.\n\n"
            "RESOLVED that lamps be lit.\n\nVote: 7 for.\n\n[^1]: Open.\n\n"
            f"## 2. {title}\n(Item D1)\n\n{text}\n\nReport back, no date: {title}\n\n## 3. {title}\n(Item B2)\n\n{text}\n",
            minutes=[] if deleted else [{"number": number, **marks} for number in (2, 3)],
        ),
        b1=paper(
            "1.1 One.\n\n::: restricted paragraph 2\n::: balance: Bids.\n::: review: 2027-01-31\n\n"
            f"{text}\n\n[^9]: {title}\n\n:::\n\n1.2 Two.\n\n[^1]: {title}\n",
            attachments=[{key: value for key, value in closed_file.items() if value is not None}],
        ),
        b1b=paper(text, paper=2, replaces=None if deleted else 1, **{**kept, **RESTRICTED}),
        a=appendix(text, **{**kept, **RESTRICTED}),
    )
    files["agreement/1.md"] = agreement(text, **{**RESTRICTED, "title": title, "themes": [{"id": "a", "title": title}]})
    reference = "C1" if deleted else f"C{len(text) % 900 + 2}"
    files |= {
        f"{CLOSED}/agenda.md": agenda(
            section(item(reference, "Lamps" if deleted else title), title="x" if deleted else title),
            **{**RESTRICTED, "date": "2024-09-10", "venue": None if deleted else title},
        ),
        f"{CLOSED}/notes.md": notes(f"## 21. {title}\n(Item {reference})\n\n{text}", date="2024-09-10"),
    }
    if not deleted:
        cleared = {"file": file, "access": "public", "title": title, "sha256": hashlib.sha256(text.encode()).hexdigest()}
        files |= {f"{FOLDER}/{withheld_file}": text, f"{FOLDER}/{file}": text}
        files |= meeting_files(e1=paper(text, item="E1", title=title, attachments=[cleared]))
        hidden = {
            "d1": paper(text, item="D1", access="restricted", title=title),
            "b1c": paper(text, paper=3, title=title, access="draft"),
            "b1c-a": appendix(text, paper=3, title=title, access="draft"),
            "b2-a": appendix(text, paper=2, access="restricted", appendix="B"),
        }
        files |= meeting_files(**hidden) | {"agreement/2.md": agreement(text, version="2.0", access="draft")}
    return files


def _json(record: Record) -> str:
    return TypeAdapter(Record).dump_json(record).decode()


@cache
def _baseline() -> Record:
    return public(_tree("Lamps.", "Lamps"))


@settings(max_examples=10)
@given(texts, titles)
@example(TELLING, TELLING_TITLE)
def test_what_is_withheld_does_not_show_in_the_public_record(text: str, title: str) -> None:
    """Other text of any length, and none, give an equal record, in which no canary stands."""
    seen = released(_tree(text, title))
    assert seen.record == _baseline()
    assert seen.files == {}
    assert CANARY not in _json(seen.record).lower()


def _published(record: Record) -> dict[str, str]:
    """Render every page, and all that stands beside the pages, as the site shows them."""
    library = Library.of(record, site_settings(), TODAY, "https://record.example.org/")
    sources = list(compose(library))
    pages = {source.address: f"{source.render().html}{linked_data(library, source)}" for source in sources}
    made = {**data_files(library), **feed_files(library), **calendar_files(library), **oparl_files(library)}
    listed = sitemap(library, pages) or b""
    return pages | {name: make().decode() for name, make in made.items()} | {"sitemap.xml": listed.decode()}


@cache
def _baseline_published() -> dict[str, str]:
    return _published(_baseline())


@settings(max_examples=2)
@given(texts, titles)
@example(TELLING, TELLING_TITLE)
def test_what_is_withheld_does_not_show_in_pages_data_feeds_and_calendars(text: str, title: str) -> None:
    """All that is published is a function of the public record alone: exports and the list of pages, too."""
    published = _published(public(_tree(text, title)))
    assert published == _baseline_published()
    assert CANARY not in "".join([*published, *published.values()]).lower()
    assert {"feed.xml", "hill/calendar.ics", "data/withheld.csv", "oparl/system.json"} <= published.keys()


SUSPICIOUS = (
    "Mr Weiss said it on Tuesday 27 November 2017 under paragraph 99 of Schedule 12A. Ring 07700 900123.\n\n"
    "Report back by 1 January 2026: canary.\n\nReport back to the next meeting: canary."
)


@pytest.mark.parametrize("today", [TODAY, date(2030, 1, 1)])
def test_what_is_withheld_does_not_show_in_warnings(today: date) -> None:
    """They stand in the log of a build that goes well: whatever is wrong with withheld words, it is the same log."""
    texts = [_tree(SUSPICIOUS, "Tuesday 27 November 2017"), _tree("Lamps.", "Lamps"), _tree("Lamps.", "Lamps", deleted=True)]
    told = [{str(one) for one in findings(text, today) if one.severity is Severity.WARNING} for text in texts]
    assert told[0] == told[1] == told[2]


def test_what_is_withheld_can_be_deleted() -> None:
    """Titles, papers of restricted items, drafts: the record is the same without them."""
    record = public(_tree("Lamps.", "Lamps"))
    assert record == public(_tree("Lamps.", "Lamps", deleted=True))
    assert len(record.meetings) == 2
    assert len(json.loads(_json(record))["meetings"][0]["sections"]) == 2


def test_the_public_record_reads_back_from_its_json() -> None:
    """Ids and addresses included: what machines are given is the whole."""
    adapter = TypeAdapter(Record)
    record = public(_tree("Lamps.", "Lamps"))
    assert adapter.validate_json(adapter.dump_json(record)) == record
