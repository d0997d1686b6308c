"""When a document was published and changed: its own word first, its file second, and nothing of what is withheld."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from builders import GROUND, TODAY, agenda, agreement, item, meeting_files, notes, paper, read, restricted_section, section
from builders import settings as site_settings
from public_record.gate.release import Released, release
from public_record.model.file_dates import FileDates
from public_record.model.record import Change, History, Meeting
from public_record.model.vocabulary import Trace

DAY = date(2024, 6, 1)
NAMES = ("agenda", "notes", "b1")
GIT = FileDates({f"meetings/2024-05-14-hill/{name}.md": DAY for name in NAMES} | {"agreement/1.md": DAY})
SHALLOW = FileDates({}, frozenset(GIT.changed))
PASSAGE = "1.1 One.\n\n::: restricted\n\nSecret.\n\n:::\n"
CHANGES = [{"date": "2024-05-20", "what": "A sum was corrected."}]


def _released(dates: FileDates = GIT, **files: str) -> Released:
    return release(read(meeting_files(**{"agenda": agenda(), **files})).record, site_settings(), TODAY, dates)


def _meeting(dates: FileDates = GIT, **files: str) -> Meeting:
    (only,) = _released(dates, **files).record.meetings
    return only


def _of_paper(dates: FileDates = GIT, **keys: Any) -> History:
    return _meeting(dates, b1=paper("1.1 One.", **keys)).items[0].papers[0].details.history


def test_the_documents_own_word_comes_first() -> None:
    """Whoever lists the changes knows which of them a reader should hear of."""
    expected = History(date(2024, 5, 7), (Change(date(2024, 5, 20), "A sum was corrected."),))
    assert _of_paper(published="2024-05-07", changes=CHANGES) == expected


@pytest.mark.parametrize("key", ["published", "publish_from"])
def test_a_paper_was_published_when_it_says_or_when_it_was_to_be(key: str) -> None:
    """An embargo that has ended is a day of publication."""
    assert _of_paper(FileDates(), **{key: "2024-05-07"}).published == date(2024, 5, 7)


def test_the_history_of_the_file_comes_second() -> None:
    """Where the document names no change itself."""
    assert _of_paper(published="2024-05-07") == History(date(2024, 5, 7), (), DAY, Trace.GIT)


@pytest.mark.parametrize("published", ["2024-06-01", "2024-06-02"])
def test_what_was_done_before_the_publication_is_not_told(published: str) -> None:
    """It was done to a text that was withheld on that day."""
    assert _of_paper(published=published).revised is None


def test_a_shallow_clone_says_that_it_does_not_know() -> None:
    """The day at which it begins is that of another change."""
    assert _of_paper(SHALLOW) == History(trace=Trace.SHALLOW)
    assert _of_paper(SHALLOW, published="2024-05-07") == History(date(2024, 5, 7), trace=Trace.SHALLOW)


def test_a_file_without_history_tells_nothing() -> None:
    """A new file, one that is being edited, or no git at all."""
    assert _of_paper(FileDates()) == History()


SECRET_MINUTE = {"number": 1, "access": "restricted", "exemption": GROUND}
SECRET_ITEM = item("B2", None, access="restricted", exemption=GROUND)
WITHHELD_IN = {
    "a passage": ("b1", paper(PASSAGE)),
    "an attachment": ("b1", paper(attachments=[{"file": "a.csv", "access": "restricted", "title": "A"}])),
    "a minute": ("notes", notes("## 1. Talk\n\nWords.", minutes=[SECRET_MINUTE])),
    "an item": ("agenda", agenda(section(item(), SECRET_ITEM))),
    "a section": ("agenda", agenda(section(item()), restricted_section())),
}


def _history(name: str, held: Meeting) -> History:
    if name == "notes":
        assert held.notes is not None
        return held.notes.history
    return held.history if name == "agenda" else held.items[0].papers[0].details.history


@pytest.mark.parametrize(("name", "text"), WITHHELD_IN.values(), ids=WITHHELD_IN.keys())
def test_the_history_of_a_file_with_something_withheld_is_not_told(name: str, text: str) -> None:
    """Its last commit may have touched the withheld part alone."""
    assert _history(name, _meeting(GIT, **{name: text})) == History(trace=Trace.WITHHELD)
    dated = text.replace("---", "---\npublished: 2024-05-07", 1)
    assert _history(name, _meeting(GIT, **{name: dated})) == History(date(2024, 5, 7), trace=Trace.WITHHELD)


@pytest.mark.parametrize("access", ["restricted", "draft"])
def test_the_dates_of_what_is_withheld_stay_behind(access: str) -> None:
    """A withheld document has no history in public, and its file's day changes nothing."""
    own = {"access": access, "public_title": "A matter", "exemption": GROUND, "published": "2024-05-07"}
    text = paper("Text.", **own, changes=CHANGES)
    others = FileDates({name: day for name, day in GIT.changed.items() if "b1" not in name})
    assert _released(GIT, b1=text).record == _released(others, b1=text).record
    assert "A sum was corrected" not in repr(_released(GIT, b1=text).record)


def test_something_unseen_in_a_file_whose_day_is_told_stops_the_build() -> None:
    """The day would tell that it was changed; leaving the day out would tell that it is there."""
    text = "1.1 One.\n\n[^9]: Unused words of a footnote.\n"
    (refused,) = _released(b1=paper(text)).refused
    assert str(refused) == (
        "content/meetings/2024-05-14-hill/b1.md:10:1: error [unseen] something here is not published and leaves no notice, "
        "while the day of the file's last change is.\n"
        "    Take it out of this file, mark it as a restricted passage, or set `dates_from_git: false` in the policy."
    )
    assert _released(FileDates(), b1=paper(text)).refused == ()
    assert _released(b1=paper(PASSAGE + text.removeprefix("1.1 One.\n"))).refused == ()


def test_notes_agenda_and_agreement_have_their_dates() -> None:
    """Each of its own file."""
    held = _meeting(agenda=agenda(published="2024-05-01"), notes=notes("## 1. Talk\n\nWords.", published="2024-05-21"))
    assert held.notes is not None
    assert (held.history.published, held.history.revised) == (date(2024, 5, 1), DAY)
    assert (held.notes.history.published, held.notes.history.revised) == (date(2024, 5, 21), DAY)
    files = {
        "agreement/1.md": agreement("Text.", published="2024-04"),
        "agreement/2.md": agreement(version="2.0", published="2024-04-03"),
    }
    first, second = release(read(files).record, site_settings(), TODAY, GIT).record.agreements
    assert (first.history.published, first.history.revised, second.history.published) == (None, DAY, date(2024, 4, 3))


def test_a_moved_meeting_says_from_which_day() -> None:
    """So that calendars move it."""
    moved = _meeting(agenda=agenda(moved={"from": "2024-05-07", "reason": "The hall was flooded."})).moved
    assert moved is not None
    assert (moved.date, moved.reason) == (date(2024, 5, 7), "The hall was flooded.")
