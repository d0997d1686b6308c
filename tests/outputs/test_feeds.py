"""Atom feeds: valid by a library that is not ours, with ids that stay, and true days."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date
from typing import Any

import feedparser
import pytest

from public_record.model.record import Agreement, Change, History, PaperDetails, Record, Withdrawn, Withheld
from public_record.model.vocabulary import Basis, Known
from public_record.outputs.feeds import feed_files
from public_record.pages.library import Library
from published import SETTINGS, TODAY, item, meeting, minute, paper, record, resolution

SITE = "https://record.example.org/"
TAG = "tag:record.example.org,2026:"
B1 = "group/2025-03-02/b1/"
DAY, LATER = date(2025, 2, 20), date(2025, 2, 25)


def _record(**details: Any) -> Record:
    first = paper(title="Bridges & fords", details=PaperDetails(**details))
    noted = minute(7, resolution("RESOLVED that *it* be noted.", ("(a)", "and"), ("(b)", "kept")))
    held = meeting(item(papers=(first,), subjects=("roads",)), minutes=(noted,), history=History(DAY))
    return record(held, agreements=(Agreement("agreement/1.0/", "1.0", "Agreement", Known.WHOLE, published="2024-04"),))


def _files(public: Record, site: str | None = SITE) -> dict[str, bytes]:
    return {name: make() for name, make in feed_files(Library.of(public, SETTINGS, TODAY, site)).items()}


def _read(public: Record | None = None, name: str = "feed.xml", site: str | None = SITE) -> Any:
    read = feedparser.parse(_files(public or _record(), site)[name])
    assert not read.bozo, read.get("bozo_exception")
    assert read.version == "atom10"
    return read


def _entry(public: Record, address: str) -> Any:
    (found,) = [entry for entry in _read(public).entries if entry.id == TAG + address]
    return found


def test_there_is_a_feed_for_everything_each_body_each_subject_and_decisions() -> None:
    """Each beside the page whose news it tells."""
    assert sorted(_files(_record())) == ["decisions/feed.xml", "feed.xml", "group/feed.xml", "subjects/roads/feed.xml"]


def test_every_entry_has_what_atom_asks_for() -> None:
    """RFC 4287: id, title, updated, and a link where it is read."""
    read = _read()
    assert (read.feed.id, read.feed.title, read.feed.updated) == (f"{TAG}feed.xml", "A public record", "2025-03-02T00:00:00Z")
    assert [(link.rel, link.href) for link in read.feed.links] == [("alternate", SITE), ("self", f"{SITE}feed.xml")]
    assert [(entry.id.removeprefix(TAG), entry.title, entry.updated[:10]) for entry in read.entries] == [
        ("group/2025-03-02/notes/", "Notes: Group, 2 March 2025", "2025-03-02"),
        ("group/2025-03-02/notes/#resolution-7-1", "The bridge (minute 7, Group, 2 March 2025)", "2025-03-02"),
        ("group/2025-03-02/", "Agenda: Group, 2 March 2025", "2025-02-20"),
        (B1, "B1 Bridges & fords (Group, 2 March 2025)", "2025-02-20"),
        ("agreement/1.0/", "Agreement, version 1.0", "2024-04-01"),
    ]
    assert [entry.link for entry in read.entries] == [entry.id.replace(TAG, SITE) for entry in read.entries]


@pytest.mark.parametrize(
    ("name", "ids"),
    [
        ("decisions/feed.xml", ["group/2025-03-02/notes/#resolution-7-1"]),
        ("subjects/roads/feed.xml", ["group/2025-03-02/notes/#resolution-7-1", B1]),
        ("group/feed.xml", ["group/2025-03-02/notes/", "group/2025-03-02/notes/#resolution-7-1", "group/2025-03-02/", B1]),
    ],
)
def test_a_feed_takes_what_is_its_own(name: str, ids: list[str]) -> None:
    """A resolution is on the subjects of its item."""
    assert [entry.id.removeprefix(TAG) for entry in _read(name=name).entries] == ids


def test_a_decision_is_told_in_its_words() -> None:
    """With its lettered parts, as HTML that was cleaned."""
    (told,) = _read(name="decisions/feed.xml").entries[0].content
    assert re.sub(r"\s+", " ", told.value) == (
        "<p>RESOLVED that <em>it</em> be noted.</p><ul><li>(a) <p>and</p></li><li>(b) <p>kept</p></li></ul>"
    )


def test_the_day_of_an_entry_is_that_of_its_last_change() -> None:
    """And the change is told, so that nobody looks for it."""
    entry = _entry(_record(history=History(DAY, (Change(LATER, "A sum was corrected."),))), B1)
    assert (entry.published, entry.updated) == ("2025-02-20T00:00:00Z", "2025-02-25T00:00:00Z")
    assert "<li>25 February 2025: A sum was corrected.</li>" in entry.content[0].value


def test_no_entry_is_of_the_future() -> None:
    """Of a meeting that is to come, and does not say when its agenda was published, the day of the build is as good."""
    ahead = record(meeting(item(), day="2026-05-01"))
    assert _entry(ahead, "group/2026-05-01/").updated == "2026-03-01T00:00:00Z"


def test_what_was_withdrawn_is_told_under_its_old_id() -> None:
    """A reader that holds the text puts the tombstone in its place."""
    public = record(meeting(item(papers=(paper(title="A paper", withdrawn=Withdrawn(LATER, "It was <wrong>.")),))))
    entry = _entry(public, B1)
    assert entry.updated == "2025-02-25T00:00:00Z"
    assert entry.content[0].value == "<p>Withdrawn on 25 February 2025. It was &lt;wrong&gt;.</p>"


def test_nothing_is_told_of_what_is_withheld() -> None:
    """Its notice stands on the agenda."""
    public = record(meeting(item(papers=(paper(withheld=Withheld(Basis.CONFIDENTIAL)),))))
    assert [entry.id.removeprefix(TAG) for entry in _read(public).entries] == ["group/2025-03-02/"]


def test_ids_do_not_change_when_the_site_moves() -> None:
    """Nor when a title is corrected."""
    before = [entry.id for entry in _read().entries]
    assert [entry.id for entry in _read(site="https://elsewhere.example/path/").entries] == before
    assert [entry.id for entry in _read(site=None).entries] == before


def test_where_the_site_is_not_known_links_are_relative_to_the_feed() -> None:
    """They work wherever it is put."""
    assert b'href="../group/2025-03-02/notes/#resolution-7-1"' in _files(_record(), None)["decisions/feed.xml"]
    assert b'rel="self"' not in _files(_record(), None)["feed.xml"]


def test_without_an_identity_there_is_no_feed() -> None:
    """Ids that are made up anew would tell all readers all news again."""
    nobody = SETTINGS.model_copy(update={"identity": None})
    assert feed_files(Library.of(_record(), nobody, TODAY, SITE)) == {}


def test_a_feed_holds_the_newest_hundred() -> None:
    """All of it is in the data."""
    meetings = [meeting(item(), day=f"{1900 + year}-01-01", history=History(date(1900 + year, 1, 1))) for year in range(120)]
    entries = _read(record(*meetings)).entries
    assert (len(entries), entries[0].updated[:4], entries[-1].updated[:4]) == (100, "2019", "1920")


def test_an_empty_feed_is_a_feed() -> None:
    """A body that has not met yet can be followed."""
    assert (_read(record()).entries, _read(record()).feed.updated) == ([], "1970-01-01T00:00:00Z")


def test_a_cancelled_meeting_says_so_in_its_title() -> None:
    """Not everybody opens the entry."""
    (held,) = _record().meetings
    assert _entry(record(replace(held, cancelled="Snow.")), held.id).title == "Cancelled: Agenda: Group, 2 March 2025"
