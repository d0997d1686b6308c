"""A release that remembers gives the very same again, and releases anew what has changed."""

from __future__ import annotations

from datetime import date

import pytest

from builders import TODAY, agenda, meeting_files, notes, paper, read, settings
from public_record.gate.release import release
from public_record.memory import Memory
from public_record.model.file_dates import FileDates

FIRST, SECOND = "meetings/2024-05-14-hill/agenda.md", "meetings/2024-09-10-hill/agenda.md"
DAY = date(2024, 6, 1)
LATER = date(2024, 10, 1)
SECRET = "the contractor of the lamps asked for twice the sum that was agreed upon"
TREE = {
    **meeting_files(agenda=agenda(), b1=paper(SECRET, access="draft"), n=notes(f"::: restricted\n{SECRET}\n:::")),
    SECOND: agenda(date="2024-09-10"),
}


def _dates(first: date = DAY, cut_off: frozenset[str] = frozenset()) -> FileDates:
    return FileDates({FIRST: first, SECOND: DAY}, cut_off)


def test_what_has_not_changed_is_the_very_same_again() -> None:
    """Meetings and fingerprints: what comes after can tell at a glance that there is nothing to do."""
    record, site, memory = read(TREE).record, settings(), Memory()
    before, after = (release(record, site, TODAY, _dates(), memory) for _ in range(2))
    assert before.record == release(record, site, TODAY, _dates()).record
    assert [one is other for one, other in zip(before.record.meetings, after.record.meetings, strict=True)] == [True, True]
    assert before.withheld is after.withheld


@pytest.mark.parametrize(
    "dates", [_dates(LATER), _dates(cut_off=frozenset([FIRST]))], ids=["another day", "a day that is not known any more"]
)
def test_the_history_of_a_file_releases_its_folder_anew(dates: FileDates) -> None:
    """And no other."""
    record, site, memory = read(TREE).record, settings(), Memory()
    before, after = (release(record, site, TODAY, known, memory) for known in (_dates(), dates))
    assert after.record == release(record, site, TODAY, dates).record
    assert [one is other for one, other in zip(before.record.meetings, after.record.meetings, strict=True)] == [False, True]
