"""How each page is cited."""

from __future__ import annotations

from public_record.model.record import Agreement, Appendix
from public_record.model.vocabulary import Known
from public_record.pages.compose import compose
from published import item, library, meeting, minute, paper, record

GROUP = "The Example Group"


def test_pages_of_the_record_are_cited_by_body_day_and_reference() -> None:
    """Paragraph, minute and resolution are added where their number is followed."""
    map_ = Appendix("group/2025-03-02/b1/appendix-a/", "A", "A map")
    held = meeting(
        item(papers=(paper(appendices=(map_,)), paper(number=2))),
        item("place-2", ref=None, title="A hearing"),
        minutes=(minute(),),
    )
    alone = meeting(day="2025-06-01", papers=(paper(id="group/2025-06-01/paper-1/", title="An update"),))
    public = record(held, alone, agreements=(Agreement("agreement/1.0/", "1.0", "The Agreement", Known.WHOLE),))
    assert {page.address: page.citation for page in compose(library(public)) if page.citation} == {
        "group/2025-03-02/": f"{GROUP}, 2 March 2025",
        "group/2025-03-02/b1/": f"{GROUP}, 2 March 2025, item B1",
        "group/2025-03-02/b1/appendix-a/": f"{GROUP}, 2 March 2025, item B1, appendix A",
        "group/2025-03-02/b1/paper-2/": f"{GROUP}, 2 March 2025, item B1, paper 2",
        "group/2025-03-02/place-2/": f"{GROUP}, 2 March 2025, A hearing",
        "group/2025-03-02/notes/": f"{GROUP}, notes of 2 March 2025",
        "group/2025-06-01/": f"{GROUP}, 1 June 2025",
        "group/2025-06-01/paper-1/": f"{GROUP}, 1 June 2025, An update",
        "agreement/1.0/": "The Agreement, version 1.0",
    }
