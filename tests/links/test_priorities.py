"""A priority through the versions, and what meetings had on it."""

from __future__ import annotations

from datetime import date

from public_record.links.links import link
from public_record.links.priorities import by_subject, courses, is_absent, issues_of, ranked_of, said_on
from public_record.links.reports import address_of
from public_record.model.agreement import Assessment, Issue, Origin, Parts, Priority, RankedIssue, Ranking, Reported
from public_record.model.record import Appendix
from public_record.model.vocabulary import Held, OriginKind
from published import agreement, item, meeting, minute, paper, record, resolution

ROADS = Priority("roads", "Roads", subject="roads")
CRIME = Priority("crime", "Crime", comes_from=(Origin("theft", OriginKind.MERGED),))


def test_priorities_stand_in_the_order_of_the_latest_version_and_then_those_that_ended() -> None:
    """A reader looks for what is in force first."""
    followed = courses((agreement("1.0", Priority("theft", "Theft"), ROADS), agreement("2.0", CRIME, ROADS)))
    assert [(course.id, [stage.agreement.version for stage in course.stages]) for course in followed] == [
        ("crime", ["2.0"]),
        ("roads", ["1.0", "2.0"]),
        ("theft", ["1.0"]),
    ]
    assert [[stage.priority.id for stage in course.went_into] for course in followed] == [[], [], ["crime"]]


def test_a_version_held_in_part_lacks_only_what_is_known_to_have_begun_later_or_where_it_is_held_whole() -> None:
    """What came from another priority, or is called new, did not stand in a version before; it may have ended in any."""
    whole, part = agreement("1.0"), agreement("2.0", parts=Parts(priorities=Held.PART))
    brings = agreement("3.0", CRIME, ROADS, Priority("minds", "Minds", new=True))
    after = agreement("4.0", parts=Parts(priorities=Held.PART))
    versions = (whole, part, brings, after)
    absent = {course.id: [is_absent(course, one, versions) for one in (whole, part, after)] for course in courses(versions)}
    assert absent == {
        "crime": [True, True, False],
        "roads": [True, False, False],
        "minds": [True, True, False],
    }


def test_what_meetings_had_is_found_by_the_subject_of_item_or_minute() -> None:
    """An item with the subject, a minute with it whose item has none, a minute without item; each once, the latest first."""
    by_item = item("B1", subjects=("roads",))
    by_minute = item("B2")
    held = meeting(
        by_item,
        by_minute,
        item("B3", subjects=("lamps",)),
        minutes=(
            minute(7, resolution(), item="B1", subjects=("roads",)),
            minute(8, item="B2", subjects=("roads",)),
            minute(9, resolution(), item=None, subjects=("roads",)),
        ),
    )
    later = meeting(item("B1", day="2025-06-01", subjects=("roads",)), day="2025-06-01")
    public = record(held, later, agreements=(agreement("1.0", ROADS),))
    (course,) = courses(public.agreements)
    found = said_on(course, by_subject(public))
    assert [(one.item.id if one.item else None, len(one.decided)) for one in found] == [
        ("group/2025-06-01/b1/", 0),
        (by_item.id, 1),
        (by_minute.id, 0),
        (None, 1),
    ]


def test_a_priority_without_subject_has_nothing_said() -> None:
    public = record(meeting(item(subjects=("roads",))), agreements=(agreement("1.0", CRIME),))
    (course,) = courses(public.agreements)
    assert said_on(course, by_subject(public)) == ()


def test_a_matter_that_had_two_subjects_is_told_once() -> None:
    """A priority may have had another subject in another version."""
    other = Priority("roads", "Roads", subject="lamps")
    public = record(meeting(item(subjects=("roads", "lamps"))), agreements=(agreement("1.0", ROADS), agreement("2.0", other)))
    (course,) = courses(public.agreements)
    assert len(said_on(course, by_subject(public))) == 1


def test_assessments_and_rankings_are_found_from_the_latest_on() -> None:
    issue, other = Issue("Roads", 3, ("roads",)), Issue("Lamps", 2)
    early = Assessment("d", "x", "2016", "Early", "Districts", (issue, other))
    late = Assessment("d", "x", "2018", "Late", "Districts", (issue,))
    place = RankedIssue("Cars", ("roads",))
    ranking = Ranking("r", "x", "2018", "Ranked", "By hand", ((RankedIssue("Lamps"),), (place,)))
    versions = (agreement("1.0", assessments=(early,)), agreement("2.0", assessments=(late,), rankings=(ranking,)))
    assert issues_of(versions, "roads") == ((late, issue), (early, issue))
    assert ranked_of(versions, "roads") == ((ranking, 2, place),)


def test_a_source_leads_to_the_appendix_or_to_the_item() -> None:
    """To nothing, where the record does not hold it."""
    appendix = Appendix("group/2025-03-02/b1/appendix-a/", "A", "Map")
    links = link(record(meeting(item(papers=(paper(appendices=(appendix,)),)))))
    day = date(2025, 3, 2)
    sources = [
        Reported("group", day, "B1", "a"),
        Reported("group", day, "B1"),
        Reported("group", day, "B1", "C"),
        Reported("group", day, "B7"),
        Reported("group", date(2025, 3, 3), "B1"),
    ]
    assert [address_of(links, source) for source in sources] == [
        appendix.id,
        "group/2025-03-02/b1/",
        "group/2025-03-02/b1/",
        None,
        None,
    ]
