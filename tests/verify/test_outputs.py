"""Should the gate fail, the second line sees it in every file that is made beside the pages."""

from __future__ import annotations

from contextlib import nullcontext
from pathlib import Path

import pytest

from public_record.model.findings import Place
from public_record.model.fingerprints import Fingerprints, words_of
from public_record.model.record import Moved, PaperDetails, Withheld
from public_record.model.vocabulary import Basis
from public_record.outputs import write
from public_record.pages.library import Library
from public_record.verify.scan import scan
from published import SETTINGS, TODAY, item, meeting, minute, paper, record, resolution

PLACE = Place("content/meetings/2025-03-02-group/b1.md", 9)
TITLE = "Ferry contract dispute with the harbour board of the old town, its cost and its end"
SITE = "https://record.example.org/"

REACHED = {
    "a title": [
        "calendar.ics", "data/group/2025-03-02.json", "data/items.csv", "data/papers.csv", "data/record.json",
        "data/record.zip", "feed.xml", "group/calendar.ics", "group/feed.xml",
        "oparl/agendaitem/group/2025-03-02/b1.json", "oparl/file/group/2025-03-02/b1.json",
        "oparl/lists/agendaItem.json", "oparl/lists/file.json", "oparl/lists/meeting-group.json",
        "oparl/lists/meeting.json", "oparl/lists/paper.json", "oparl/meeting/group/2025-03-02.json",
        "oparl/paper/group/2025-03-02/b1.json", "subjects/roads/feed.xml",
    ],
    "a resolution": [
        "data/decisions.csv", "data/decisions.json", "data/group/2025-03-02.json", "data/record.json", "data/record.zip",
        "decisions/feed.xml", "feed.xml", "group/feed.xml", "oparl/agendaitem/group/2025-03-02/b1.json",
        "oparl/lists/agendaItem.json", "oparl/lists/meeting-group.json", "oparl/lists/meeting.json",
        "oparl/meeting/group/2025-03-02.json", "subjects/roads/feed.xml",
    ],
    "a notice": [
        "data/group/2025-03-02.json", "data/record.json", "data/record.zip", "data/withheld.csv",
    ],
    "a move": [
        "calendar.ics", "data/group/2025-03-02.json", "data/record.json", "data/record.zip", "group/calendar.ics",
    ],
}  # fmt: skip
LEAKING = {
    "a title": meeting(item(title=TITLE, papers=(paper(title=TITLE),), subjects=("roads",))),
    "a resolution": meeting(item(subjects=("roads",)), minutes=(minute(7, resolution(f"RESOLVED: {TITLE}.")),)),
    "a notice": meeting(item(withheld=Withheld(Basis.CONFIDENTIAL, balance=TITLE), papers=(paper(details=PaperDetails()),))),
    "a move": meeting(item(), moved=Moved(TODAY, TITLE)),
}


@pytest.mark.parametrize("what", REACHED)
def test_what_leaks_into_the_record_is_seen_in_every_file_that_it_reaches(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, what: str
) -> None:
    """Feeds fold it into HTML, calendars into lines, tables into cells, the archive into bytes."""
    monkeypatch.setattr(write, "indexing", nullcontext)
    (tmp_path / "pagefind").mkdir()
    with write.writing(tmp_path, Library.of(record(LEAKING[what]), SETTINGS, TODAY, SITE), [""]):
        pass
    kept = Fingerprints()
    kept.add(words_of(TITLE), PLACE)
    assert sorted(leak.published for leak in scan(tmp_path, kept)) == REACHED[what]
