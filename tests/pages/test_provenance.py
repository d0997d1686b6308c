"""Each page says when its document was published and changed, how that is known, and under which licence it stands."""

from __future__ import annotations

import re
from datetime import date

import pytest

from public_record.model.record import Change, History, Moved, PaperDetails, Source, Withheld
from public_record.model.vocabulary import Basis, Trace
from public_record.pages.compose import compose
from published import item, library, meeting, minute, paper, record

DAY, LATER = date(2025, 2, 20), date(2025, 2, 25)
PUBLISHED = "The paper was published on 20 February 2025, as it says itself. "
SILENT = "The paper does not say when it was published. "
SAID = {
    "nothing known": (History(), SILENT + "It lists no changes."),
    "published": (History(DAY), PUBLISHED + "It lists no changes."),
    "changes": (
        History(DAY, (Change(DAY, "A name."), Change(LATER, "A sum."))),
        PUBLISHED + "Changed since, as it says itself: 25 February 2025: A sum. 20 February 2025: A name.",
    ),
    "git": (
        History(DAY, revised=LATER, trace=Trace.GIT),
        PUBLISHED + "It was last changed on 25 February 2025, as the history of its file shows.",
    ),
    "a shallow clone": (
        History(trace=Trace.SHALLOW),
        SILENT
        + "Whether it was changed since is not known: this site was made from a copy without the whole history of its file.",
    ),
    "withheld parts": (
        History(trace=Trace.WITHHELD),
        SILENT + "It lists no changes; the history of its file is not told, because parts of it are withheld.",
    ),
}
LICENCE = " Licence: A licence."


def _page(held: object, address: str = "group/2025-03-02/b1/") -> str:
    pages = {source.address: source for source in compose(library(record(held)))}  # type: ignore[arg-type]
    return str(pages[address].render().html)


def _footer(html: str) -> str:
    (footer,) = re.findall(r"<footer class=\"pr-provenance\".*?</footer>", html, re.DOTALL)
    return " ".join(re.sub(r"<[^>]+>", "", footer).split())


@pytest.mark.parametrize(("history", "said"), SAID.values(), ids=SAID.keys())
def test_a_page_says_what_is_known_of_its_dates_and_how(history: History, said: str) -> None:
    """And says so where nothing is known."""
    assert _footer(_page(meeting(item(papers=(paper(details=PaperDetails(history=history)),))))) == said + LICENCE


def test_of_notes_the_same_is_said_of_the_one_set() -> None:
    """The word is a plural, the document is one."""
    said = "The set of notes does not say when it was published. It lists no changes."
    assert _footer(_page(meeting(item(), minutes=(minute(),)), "group/2025-03-02/notes/")) == said + LICENCE


def test_of_an_item_that_puts_up_notes_no_paper_is_missed() -> None:
    """The notes are its paper."""
    missed = "No paper for this item is in the record."
    assert missed not in _page(meeting(item(notes_of=DAY)))
    assert missed in _page(meeting(item()))


def test_the_licence_of_a_work_that_is_retold_is_named() -> None:
    """It may be another."""
    details = PaperDetails(source=Source("A ministry", licence="Theirs"))
    footer = _footer(_page(meeting(item(papers=(paper(details=details),)))))
    assert footer.endswith("Licence: A licence; of the work that is retold: Theirs.")


def test_of_what_is_withheld_nothing_is_told() -> None:
    """The licence alone."""
    assert _footer(_page(meeting(item(papers=(paper(withheld=Withheld(Basis.CONFIDENTIAL)),))))) == LICENCE.strip()


def test_a_meeting_says_what_is_held_and_how_much_is_withheld_and_why() -> None:
    """Counted by ground."""
    notice = Withheld(Basis.SCHEDULE_12A, (3,))
    held = meeting(item("D1", withheld=notice), item("D2", withheld=notice), minutes=(minute(),))
    text = " ".join(re.sub(r"<[^>]+>", " ", _page(held, "group/2025-03-02/")).split())
    assert "What this record holds Agenda Held. Papers None held. Notes Held." in text
    assert "record are withheld ( all that is withheld ): 2: Exempt; paragraph 3: Information relating to the" in text


def test_a_meeting_that_was_moved_says_so() -> None:
    """With the day for which it had been announced."""
    text = re.sub(r"<[^>]+>", "", _page(meeting(item(), moved=Moved(DAY, "Snow.")), "group/2025-03-02/"))
    assert "Announced before for 20 February 2025. Snow." in text
