"""A page is found by its subjects, and by how much of it a reader sees."""

from __future__ import annotations

from datetime import date

from public_record.links.facets import Facets, Openness, facets
from public_record.model.agreement import Priority
from public_record.model.record import Appendix, Notes, PaperDetails, Prose, Withdrawn, Withheld, WithheldPassage
from public_record.model.vocabulary import Basis
from published import agreement, item, meeting, minute, paper, record, text

NOTICE = Withheld(Basis.NOT_STATED)
MEETING = "group/2025-03-02/"


def test_openness_follows_the_notices_of_a_page() -> None:
    """A closed appendix does not close its paper; a closed minute leaves the notes open in part, and any notice the meeting."""
    appendix = Appendix(f"{MEETING}b1/appendix-a/", "A", "Costs", withheld=NOTICE)
    whole = paper(Prose(text("Before.")), appendices=(appendix,))
    parted = paper(WithheldPassage(NOTICE), number=2)
    closed = item("D1", title="A closed matter", withheld=NOTICE)
    held = meeting(item(papers=(whole, parted)), closed, minutes=(minute(8, item="D1", withheld=NOTICE),))
    found = facets(record(held))
    assert {address.removeprefix(MEETING): seen.openness for address, seen in found.items()} == {
        "": Openness.IN_PART,
        "b1/": Openness.OPEN,
        "b1/appendix-a/": Openness.WITHHELD,
        "b1/paper-2/": Openness.IN_PART,
        "d1/": Openness.WITHHELD,
        "notes/": Openness.IN_PART,
        "notes/#minute-8": Openness.WITHHELD,
    }


def test_a_minute_is_as_open_as_it_is_shown() -> None:
    """Search finds each by itself: what is open of a closed one is open in part, and a passage closes no other minute."""
    passage = minute(8, WithheldPassage(NOTICE))
    held = meeting(
        minutes=(minute(7), passage, minute(9, withheld=NOTICE), minute(10, withheld=NOTICE, open_reason="So said."))
    )
    found = facets(record(held))
    assert [found[one.id].openness for one in (held.notes.minutes if held.notes else ())] == [
        Openness.OPEN,
        Openness.IN_PART,
        Openness.WITHHELD,
        Openness.IN_PART,
    ]


def test_what_was_withdrawn_is_neither_open_nor_withheld() -> None:
    """A reader who asks for what is open is not led to a tombstone."""
    notes = Notes(f"{MEETING}notes/", withdrawn=Withdrawn(date(2025, 4, 1), "It named a street."))
    assert facets(record(meeting(notes=notes)))[notes.id] == Facets(None)


def test_subjects_come_from_items_papers_and_minutes() -> None:
    """A paper without subjects of its own has those of its item; notes have those of their minutes, each once."""
    named = paper(number=2, details=PaperDetails(subjects=("lamps",)))
    held = meeting(item(subjects=("roads",), papers=(paper(), named)), minutes=(minute(7), minute(8, subjects=("bridges",))))
    found = facets(record(held), ["roads"])
    assert {address.removeprefix(MEETING): seen.subjects for address, seen in found.items()} == {
        "": ("bridges", "roads"),
        "b1/": ("roads",),
        "b1/paper-2/": ("lamps",),
        "notes/": ("bridges", "roads"),
        "notes/#minute-7": ("roads",),
        "notes/#minute-8": ("bridges",),
        "subjects/roads/": ("roads",),
    }


def test_versions_and_priorities_are_found_by_their_subjects() -> None:
    """A priority by those that it has had in any version."""
    early = agreement("1.0", Priority("roads", "Roads", subject="lanes"), subjects=("pact",))
    late = agreement("2.0", Priority("roads", "Roads", subject="roads"), Priority("lamps", "Lamps"))
    assert facets(record(agreements=(early, late))) == {
        "agreement/1.0/": Facets(Openness.OPEN, ("pact",)),
        "agreement/2.0/": Facets(Openness.OPEN),
        "agreement/priorities/roads/": Facets(Openness.OPEN, ("lanes", "roads")),
        "agreement/priorities/lamps/": Facets(Openness.OPEN),
    }
