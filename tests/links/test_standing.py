"""What stands at each address, and the last day on which anything happened to it."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from public_record.links.standing import standings
from public_record.model.record import Agreement, Appendix, Change, History, PaperDetails, Record, Source, Withheld
from public_record.model.vocabulary import Basis, Known
from published import item, meeting, minute, paper, record

ON = History(date(2025, 2, 20), (Change(date(2025, 2, 25), "A sum."),))
NOTES = History(date(2025, 3, 20))


def _record() -> Record:
    details = PaperDetails(source=Source("A ministry", licence="Theirs"))
    appendix = Appendix("group/2025-03-02/b1/appendix-a/", "A", "Map", details)
    first = paper(details=PaperDetails(history=ON), appendices=(appendix,))
    held = meeting(item(papers=(first, paper(number=2))), item("B2"), minutes=(minute(),), history=History(date(2025, 2, 21)))
    return record(held, agreements=(Agreement("agreement/1.0/", "1.0", "Agreement", Known.WHOLE),))


def test_each_address_of_the_record_is_there_once() -> None:
    """An item's first paper is read on the item's page."""
    assert sorted(standings(_record())) == [
        "agreement/1.0/", "group/2025-03-02/", "group/2025-03-02/b1/", "group/2025-03-02/b1/appendix-a/",
        "group/2025-03-02/b1/paper-2/", "group/2025-03-02/b2/", "group/2025-03-02/notes/",
    ]  # fmt: skip


def test_a_page_names_the_document_that_it_shows() -> None:
    """An item without a paper is a line of the agenda."""
    named = {address: standing.document for address, standing in standings(_record()).items()}
    assert named["group/2025-03-02/b1/"] == ("paper", ON)
    assert named["group/2025-03-02/b2/"] == ("agenda", History(date(2025, 2, 21)))
    assert named["group/2025-03-02/b1/appendix-a/"] == ("appendix", History())
    assert named["agreement/1.0/"] == ("agreement", History())


def test_nothing_is_told_of_a_document_that_is_withheld() -> None:
    """Not even that it has a history."""
    held = meeting(item(papers=(paper(withheld=Withheld(Basis.CONFIDENTIAL)),)))
    assert standings(record(held))["group/2025-03-02/b1/"].document is None


def test_the_last_day_of_an_item_is_that_of_its_latest_part() -> None:
    """The page shows what was decided, too."""
    public = _record()
    (held,) = public.meetings
    assert standings(public)["group/2025-03-02/b1/"].last == date(2025, 2, 25)
    assert held.notes is not None
    later = standings(record(replace(held, notes=replace(held.notes, history=NOTES))))
    assert later["group/2025-03-02/b1/"].last == NOTES.last
    assert later["group/2025-03-02/b2/"].last == date(2025, 2, 21)


def test_the_source_of_a_work_stands_with_its_page() -> None:
    """Its licence may be another than that of the site."""
    found = standings(_record())
    assert found["group/2025-03-02/b1/appendix-a/"].source == Source("A ministry", licence="Theirs")
    assert found["group/2025-03-02/b1/"].source is None
