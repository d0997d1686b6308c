"""The chains of the real record: what was asked for at one meeting and what became of it, as the packs have it."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from public_record.model.vocabulary import RequestState
from public_record.pages.library import Library
from public_record.project import Project
from public_record.publish import prepare

pytestmark = pytest.mark.record
ANSWERED, PRIVATE = RequestState.ANSWERED, RequestState.ANSWERED_IN_PRIVATE
OVERDUE, OPEN = RequestState.OVERDUE, RequestState.OPEN
DAY = date(2026, 3, 1)


@pytest.fixture(scope="module")
def library() -> Library:
    """What the pages of the real record are composed from."""
    publishable = prepare(Project(Path(__file__).parents[2]), DAY).publishable
    assert publishable
    return Library.of(publishable.record, publishable.settings, DAY)


@pytest.mark.parametrize(
    ("asked", "state", "answers"),
    [
        ("2013-10-17/notes/#request-38-1", ANSWERED, ["2014-03-18/b3/"]),
        ("2013-10-17/notes/#request-40-1", OVERDUE, []),
        ("2014-03-18/b1/#request-5-3-1", OVERDUE, []),
        ("2014-03-18/b6/#request-5-2-1", OVERDUE, []),
        ("2014-03-18/b6/#request-5-3-1", OVERDUE, []),
        ("2014-03-18/b7/#request-4-1-1", OVERDUE, []),
        ("2015-10-14/notes/#request-106-1", OPEN, []),
        ("2015-10-14/notes/#request-108-1", ANSWERED, ["2016-03-16/b4/"]),
        ("2015-10-14/notes/#request-108-2", ANSWERED, ["2016-03-16/notes/#minute-119-3"]),
        ("2015-10-14/notes/#request-110-1", OPEN, []),
        ("2015-10-14/notes/#request-111-1", ANSWERED, ["2016-03-16/b6/"]),
        ("2016-03-16/notes/#request-116-1", ANSWERED, ["2016-10-13/b2/"]),
        ("2016-03-16/notes/#request-117-1", ANSWERED, ["2016-10-13/b1/#section-3-0", "2016-10-13/b1/appendix-b/"]),
        ("2016-03-16/notes/#request-121-1", PRIVATE, ["2016-10-13/c2/"]),
        ("2016-10-13/b1/#request-4-3-1", OVERDUE, []),
        ("2018-10-10/paper-1/#request-2-5-1", OVERDUE, []),
    ],
)
def test_every_request_of_the_record_is_followed(library: Library, asked: str, state: RequestState, answers: list[str]) -> None:
    """Those of 106 and 110 were never answered in these packs, and stand as open."""
    tracked = library.requests.by_id[f"kcsp/{asked}"]
    assert (tracked.state, [answer.address for answer in tracked.answers]) == (state, [f"kcsp/{one}" for one in answers])


def test_no_other_request_is_in_the_record(library: Library) -> None:
    """The list above is whole."""
    assert len(library.requests.every) == 16


@pytest.mark.parametrize(("asked", "owners"), [("38-1", ("Angela Slaven", "Jess Mookherjee")), ("40-1", ("Rob Price",))])
def test_actions_have_their_owners(library: Library, asked: str, owners: tuple[str, ...]) -> None:
    """As the notes of 2013 print them."""
    assert library.requests.by_id[f"kcsp/2013-10-17/notes/#action-{asked}"].owners == owners


@pytest.mark.parametrize(
    ("minute", "item"),
    [
        (115, "a3"),
        (116, "b1"),
        (117, "b2"),
        (118, "b3"),
        (119, "b4"),
        (120, "b5"),
        (121, "b6"),
        (122, "b7"),
        (123, "b8"),
        (124, "c1"),
        (125, "d2"),
    ],
)
def test_each_minute_of_march_2016_answers_its_item(library: Library, minute: int, item: str) -> None:
    """The one meeting of which agenda and notes are both held."""
    found = library.links.minutes[f"kcsp/2016-03-16/{item}/"]
    assert [at.minute.number for at in found] == [minute]


@pytest.mark.parametrize(
    ("meeting", "minute", "signed_by"), [("2015-10-14", 115, "the Vice-Chairman"), ("2016-03-16", None, None)]
)
def test_notes_are_adopted_where_the_record_shows_it(
    library: Library, meeting: str, minute: int | None, signed_by: str | None
) -> None:
    """The notes of 16 March 2016 were put up on 13 October 2016; the notes of that meeting are not held."""
    adoption = library.links.adoptions[f"kcsp/{meeting}/"]
    assert (adoption.minute.number if adoption.minute else None) == minute
    adopted = adoption.minute.adopted if adoption.minute else None
    assert (adopted.signed_by if adopted else None) == signed_by


@pytest.mark.parametrize(
    ("subject", "steps"),
    [
        (
            "community-safety-agreement",
            ["2013-10-17/notes/#resolution-43-1", "2014-03-18/b6/", "2016-03-16/b2/", "2016-10-13/b1/"],
        ),
        ("grant-funding", ["2013-10-17/notes/#resolution-45-1", "2014-03-18/b5/"]),
        ("domestic-homicide-reviews", ["2013-10-17/notes/#resolution-48-1", "2014-03-18/c1/"]),
        (
            "prevent",
            ["2013-10-17/notes/#resolution-49-1", "2015-10-14/notes/#resolution-111-1", "2016-03-16/b6/", "2016-10-13/c2/"],
        ),
        (
            "annual-conference",
            ["2015-10-14/notes/#resolution-107-1", "2016-03-16/b7/", "2016-10-13/b1/", "2018-10-10/paper-1/"],
        ),
        ("community-wardens", ["2015-10-14/notes/#resolution-106-1", "2015-10-14/notes/#request-106-1"]),
    ],
)
def test_matters_go_on_from_meeting_to_meeting(library: Library, subject: str, steps: list[str]) -> None:
    """Also where nothing was asked for: the subject holds the chain together, in order of date."""
    found = [event.address for event in library.timelines[subject]]
    assert [address for address in found if address.removeprefix("kcsp/") in steps] == _in_order(found, steps)


def _in_order(found: list[str], steps: list[str]) -> list[str]:
    wanted = {f"kcsp/{step}" for step in steps}
    assert wanted <= set(found)
    return sorted((address for address in found if address in wanted), key=lambda address: address.split("/")[1])
