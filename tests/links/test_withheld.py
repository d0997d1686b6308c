"""The register of what is withheld counts notices, wherever they stand."""

from __future__ import annotations

from public_record.links.withheld import WithheldAt, all_withheld
from public_record.model.record import Agreement, Appendix, Notes, Prose, Withheld, WithheldPassage
from public_record.model.vocabulary import Basis, Known
from published import item, meeting, minute, paper, record, text

NOTICE = Withheld(Basis.NOT_STATED)


def test_every_kind_of_notice_is_listed_with_its_address() -> None:
    """Nothing that is withheld is left out of the list of what is withheld."""
    appendix = Appendix("group/2025-03-02/b1/appendix-a/", "A", "Costs", withheld=NOTICE)
    open_paper = paper(Prose(text("Before.")), WithheldPassage(NOTICE), appendices=(appendix,))
    closed_paper = paper(number=2, title="Restricted paper", withheld=NOTICE)
    closed_item = item("D1", title="A closed matter", withheld=NOTICE)
    closed_minute = minute(8, item="D1", withheld=NOTICE, open_reason="It was printed.")
    held = meeting(item(papers=(open_paper, closed_paper)), closed_item, minutes=(closed_minute,))
    agreement = Agreement("agreement/1.0/", "1.0", "Draft", Known.PART, withheld=NOTICE)
    assert list(all_withheld(record(held, agreements=(agreement,)))) == [
        WithheldAt("Item", "A closed matter", "group/2025-03-02/d1/", NOTICE),
        WithheldAt("Passage", "A report", "group/2025-03-02/b1/", NOTICE),
        WithheldAt("Appendix", "Costs", "group/2025-03-02/b1/appendix-a/", NOTICE),
        WithheldAt("Paper", "Restricted paper", "group/2025-03-02/b1/paper-2/", NOTICE),
        WithheldAt("Minute", "The bridge", "group/2025-03-02/notes/#minute-8", NOTICE, open=True),
        WithheldAt("Agreement", "Draft", "agreement/1.0/", NOTICE),
    ]


def test_withheld_notes_and_agendas_are_listed() -> None:
    """A document that is withheld whole has one notice."""
    held = meeting(withheld=NOTICE, notes=Notes("group/2025-03-02/notes/", withheld=NOTICE))
    assert [line.what for line in all_withheld(record(held))] == ["Agenda", "Notes"]
