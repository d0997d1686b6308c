"""The links that the five packs contain, row by row, as a reader of the finished site finds them.

The rows are those of the list from which the record was made: what was asked for and what answers it, and which words of one
pack speak of a place in another.
"""

from __future__ import annotations

import json

import pytest

from following import leads, part, seen, stands
from tiny import TinySite

O13, M14, O15, M16, O16, O18 = (
    f"kcsp/{day}/" for day in ("2013-10-17", "2014-03-18", "2015-10-14", "2016-03-16", "2016-10-13", "2018-10-10")
)
HEARING = "knife-crime/2019-06-10/place-4/"
NOTHING = "Nothing in this record answers it"

REQUESTS = {
    "38(3)(b), alcohol treatment referrals": (f"{O13}notes/#request-38-1", "Answered", f"{M14}b3/"),
    "40(2), first-time reporting": (f"{O13}notes/#request-40-1", "Overdue", None),
    "B1 5.3 of March 2014, anti-social behaviour": (f"{M14}b1/#request-5-3-1", "Overdue", None),
    "B6 5.2 of March 2014, action plan": (f"{M14}b6/#request-5-2-1", "Overdue", None),
    "B6 5.3 of March 2014, performance report": (f"{M14}b6/#request-5-3-1", "Overdue", None),
    "B7 4.1 of March 2014, stocktake": (f"{M14}b7/#request-4-1-1", "Overdue", None),
    "106, wardens": (f"{O15}notes/#request-106-1", "Open", None),
    "108, domestic abuse commissioning": (f"{O15}notes/#request-108-1", "Answered", f"{M16}b4/"),
    "108, IDVAs": (f"{O15}notes/#request-108-2", "Answered", f"{M16}notes/#minute-119-3"),
    "110, child sexual exploitation": (f"{O15}notes/#request-110-1", "Open", None),
    "111, Prevent": (f"{O15}notes/#request-111-1", "Answered", f"{M16}b6/"),
    "116, serious and organised crime": (f"{M16}notes/#request-116-1", "Answered", f"{O16}b2/"),
    "117, the agreement": (f"{M16}notes/#request-117-1", "Answered", f"{O16}b1/#section-3-0"),
    "117, the action plan": (f"{M16}notes/#request-117-1", "Answered", f"{O16}b1/appendix-b/"),
    "121, Prevent, in the closed part": (f"{M16}notes/#request-121-1", "Answered in the closed part", f"{O16}c2/"),
    "B1 4.3 of October 2016, funding": (f"{O16}b1/#request-4-3-1", "Overdue", None),
    "2.5 of October 2018, business case": (f"{O18}paper-1/#request-2-5-1", "Overdue", None),
}
"""By what was asked, and where: the state, and what answers it."""


def _line(site: TinySite, request: str) -> str:
    """Give what the list of requests says of one, from its words to those of the next."""
    page = site.html("requests/")
    at = page.index(f'href="../{request}"')
    return page[page.rindex("<li", 0, at) : page.index("</li>", at)]


@pytest.mark.parametrize(("request_at", "state", "answer"), REQUESTS.values(), ids=REQUESTS.keys())
def test_the_list_of_requests_shows_what_became_of_each(
    published: TinySite, request_at: str, state: str, answer: str | None
) -> None:
    """With a link to the place that asked, and to the place that answers."""
    line = _line(published, request_at)
    assert f"{state} {'Answered by' if answer else NOTHING}" in seen(line)
    assert answer is None or f'href="../{answer}"' in line
    assert stands(published, request_at)
    assert answer is None or stands(published, answer)


@pytest.mark.parametrize(("request_at", "state", "answer"), REQUESTS.values(), ids=REQUESTS.keys())
def test_a_request_shows_what_became_of_it_where_it_was_made(
    published: TinySite, request_at: str, state: str, answer: str | None
) -> None:
    """In the minute, or in the paper that promised it."""
    page, _, anchor = request_at.partition("#")
    shown = part(published, page, anchor)
    assert f" {state} " in f"{seen(shown)} "
    assert ("Answered by" in seen(shown)) == (answer is not None)


ANSWERED = {what: (asked, answer) for what, (asked, _, answer) in REQUESTS.items() if answer}


@pytest.mark.parametrize(("asked", "answer"), ANSWERED.values(), ids=ANSWERED.keys())
def test_what_answers_a_request_says_which(published: TinySite, asked: str, answer: str) -> None:
    """Whoever comes to the answer finds who asked."""
    page, _, anchor = answer.partition("#")
    begin = f'id="{anchor.rpartition("-")[0]}"' if anchor.startswith("minute-") else ""
    minute = asked.partition("request-")[2].partition("-")[0]
    words = f"minute {minute} of {_day(asked)}"
    assert leads(published, page, words, begin).startswith(asked.partition("#")[0])


def _day(address: str) -> str:
    days = {O13: "17 October 2013", O15: "14 October 2015", M16: "16 March 2016"}
    return next(day for meeting, day in days.items() if address.startswith(meeting))


ROWS = {
    # Minutes answer the items of the agenda in their order.
    **{
        f"{minute} = {item}": (f"{M16}notes/", f'id="minute-{minute}"', None, f"{M16}{item.lower()}/")
        for minute, item in enumerate(["A3", "B1", "B2", "B3", "B4", "B5", "B6", "B7", "B8", "C1", "D2"], start=115)
    },
    "next meeting, C1 of March 2016": (f"{M16}c1/", "Next meeting", "13 October 2016", O16),
    "next meeting, C2 of March 2014 = minute 46": (f"{M14}c2/", "", "Minute 46", f"{O13}notes/#minute-46"),
    "next meeting, minute 124": (f"{M16}notes/", 'id="minute-124"', "13 October 2016", O16),
    # 6.1, what goes on without having been asked for.
    "43 goes on in B6": (f"{O13}notes/", 'id="minute-43"', "the Kent Community Safety Agreement for 2014-17", f"{M14}b6/"),
    "45 goes on in B5": (f"{O13}notes/", 'id="minute-45"', "applications made to it for funding", f"{M14}b5/"),
    "48 goes on in C1": (f"{O13}notes/", 'id="minute-48"', "lessons learned", f"{M14}c1/"),
    "48 goes on in D1": (f"{O13}notes/", 'id="minute-48"', "every DHR case", f"{M14}d1/"),
    "B1 1.2 and what 109 does not record": (f"{M16}b1/", 'id="paragraph-1-2"', "minute 109", f"{O15}notes/#minute-109"),
    "109 and the action that B1 1.2 names": (f"{O15}notes/", 'id="minute-109"', "paragraph 1.2", f"{M16}b1/#paragraph-1-2"),
    "B1 minuted as 116": (f"{M16}b1/", 'id="outcome"', "minute 116 of 16 March 2016", f"{M16}notes/#resolution-116-1"),
    "118(8), Housing Associations": (f"{M16}notes/", 'id="minute-118-8"', "para 2.2", f"{M16}b3/#paragraph-2-2"),
    # 6.2
    "B1 1.1 to 109": (f"{M16}b1/", 'id="paragraph-1-1"', "a presentation", f"{O15}notes/#minute-109"),
    "B1 1.1 to its meeting": (f"{M16}b1/", 'id="paragraph-1-1"', "meeting on 14 October 2015", O15),
    "116(1) to 109": (f"{M16}notes/", 'id="minute-116-1"', "presentation", f"{O15}notes/#minute-109"),
    "116(1), briefings": (f"{M16}notes/", 'id="minute-116-1"', "the briefings", f"{M16}b1/#paragraph-2-1"),
    "116(2), workshop": (f"{M16}notes/", 'id="minute-116-2"', "a workshop for practitioners", f"{M16}b1/#paragraph-2-2"),
    "117(2), page 11": (f"{M16}notes/", 'id="minute-117-2"', "Page 11", f"{M16}b2/"),
    "118(1), pilot": (f"{M16}notes/", 'id="minute-118-1"', "A 3 month pilot", f"{M16}b3/#paragraph-2-2"),
    "118(2), e-safety": (f"{M16}notes/", 'id="minute-118-2"', "6 E-Safety Awareness workshops", f"{M16}b3/#paragraph-3-2"),
    "118(4), e-safety day": (
        f"{M16}notes/",
        'id="minute-118-4"',
        "E-Safety Awareness Day of 9 February 2016",
        f"{M16}b3/#paragraph-3-3",
    ),
    "117 resolution to B1 3.1": (
        f"{M16}notes/",
        'id="resolution-117-1"',
        "amend the priorities within the CSA",
        f"{O16}b1/#paragraph-3-1",
    ),
    "117 to the action plan": (
        f"{M16}notes/",
        'id="request-117-1"',
        "appendix B to item B1 of 13 October 2016",
        f"{O16}b1/appendix-b/",
    ),
    "B2 6.1 to B1 3.1": (
        f"{M16}b2/",
        'id="paragraph-6-1"',
        "the priorities of the Community Safety Agreement be amended",
        f"{O16}b1/#paragraph-3-1",
    ),
    "version control to 117": (
        f"{O16}b1/appendix-b/",
        "Version Control</h2>",
        "different priorities",
        f"{M16}notes/#resolution-117-1",
    ),
    "122(2) to B1 2.1": (
        f"{M16}notes/",
        'id="minute-122-2"',
        "a provisional date",
        f"{O16}b1/#paragraph-2-1",
    ),
    "B7 recommendation 1 to B1 2.1": (
        f"{M16}b7/",
        'id="paragraph-1"',
        "2016 Kent Community Safety Conference",
        f"{O16}b1/#paragraph-2-1",
    ),
    "107 to B7": (f"{O15}notes/", 'id="minute-107-1"', "Community Safety Conference", f"{M16}b7/"),
    "105 to B3 6.1": (f"{O15}notes/", 'id="minute-105-1"', "Community Integration Project", f"{M16}b3/#paragraph-6-1"),
    "105 to version 2.0": (
        f"{O15}notes/",
        'id="minute-105-1"',
        "version 2.0 of the agreement",
        "agreement/2.0/#section-5",
    ),
    "119(2) to version 2.0": (f"{M16}notes/", 'id="minute-119-2"', "new service", "agreement/2.0/#foreword"),
    "the agreement in March 2014, its draft": (f"{M14}b6/", 'id="heading-1"', "that of 2014-17", "agreement/2014-17/"),
    "the agreement in March 2014, in force": (f"{M14}b6/", 'id="heading-1"', "that of 2011-14", "agreement/2011-14/"),
    "the agreement in March 2016": (f"{M16}b2/appendix-a/", "The aim of", "2014-17", "agreement/2014-17/"),
    "the agreement in September 2016": (
        f"{O16}b1/appendix-b/",
        "Version Control</h2>",
        "September 2016",
        "agreement/2016-09/",
    ),
    "the agreement in 2017": (
        "agreement/",
        "",
        "Kent Community Safety Agreement, version 1.0",
        "agreement/1.0/",
    ),
    "2018 conference to 6.5": (
        f"{O18}paper-1/",
        'id="paragraph-3-1"',
        "Preventing Extremism and Hate",
        "agreement/2.0/#paragraph-6-5",
    ),
    "guide 2 to the partnership": (HEARING, 'id="paper"', "Kent Community Safety Partnership (KCSP)", "kcsp/"),
    "guide 2 to its Chair": (HEARING, 'id="paper"', "Chair of the Kent Community Safety Partnership", f"{O15}notes/"),
    "guide 2 to the agreement": (HEARING, 'id="paper"', "Community Safety Agreement (CSA)", "agreement/2.0/"),
    "B2 2.2 to 104": (f"{M16}b2/", 'id="paragraph-2-2"', "March 2015", f"{O15}notes/#minute-104"),
    "appendix A of B2 to 104": (f"{M16}b2/appendix-a/", "", "March 2015", f"{O15}notes/#minute-104"),
}
"""By the row: the page, what stands before the words, the words, and where they lead."""


@pytest.mark.parametrize(("page", "near", "words", "target"), ROWS.values(), ids=ROWS.keys())
def test_what_one_pack_says_of_another_can_be_followed(
    published: TinySite, page: str, near: str, words: str | None, target: str
) -> None:
    """From the words themselves, to a place that is there."""
    if words is None:
        html = published.html(page)
        assert f'href="../{target.removeprefix(M16)}"' in html[html.index(near) :].split("</section>")[0]
    else:
        assert leads(published, page, words, near) == target
    assert stands(published, target)


@pytest.mark.parametrize(
    ("item", "day"), [(f"{M14}c2/", "8 July 2014"), (f"{O16}b7/", "15 March 2017")], ids=["July 2014", "March 2017"]
)
def test_a_meeting_that_the_packs_lack_is_named_and_not_linked(published: TinySite, item: str, day: str) -> None:
    """The reader learns that it is no fault of the site."""
    assert f"Next meeting {day} ; this record does not hold that meeting" in seen(published.html(item)).replace(
        f"{day};", f"{day} ;"
    )


@pytest.mark.parametrize(
    ("subject", "steps"),
    [
        ("community-safety-agreement", [O13, M14, O15, M16, O16]),
        ("grant-funding", [O13, M14, M16, O16, O18]),
        ("domestic-homicide-reviews", [O13, M14, O15, M16, O16]),
        ("prevent", [O13, O15, M16, O16]),
        ("annual-conference", [O15, M16, O16, O18]),
        ("community-wardens", [O15]),
    ],
)
def test_a_matter_is_read_through_time_on_one_page(published: TinySite, subject: str, steps: list[str]) -> None:
    """The earliest meeting first, and with a feed."""
    page = published.html(f"subjects/{subject}/")
    places = [page.index(f'<h2 id="meeting-{step.strip("/").replace("/", "-")}">') for step in steps]
    assert places == sorted(places)
    assert (published.output / f"subjects/{subject}/feed.xml").is_file()
    assert 'href="feed.xml"' in page


def test_a_withheld_item_is_a_step_of_its_matter(published: TinySite) -> None:
    """By its public title, and marked: what minute 48 began goes on in a closed item of March 2014."""
    assert (
        leads(published, "subjects/domestic-homicide-reviews/", "Domestic Homicide Review Update - to be tabled") == f"{M14}d1/"
    )
    assert "Domestic Homicide Review Update - to be tabled Withheld" in seen(
        published.html("subjects/domestic-homicide-reviews/")
    )


@pytest.mark.parametrize(
    ("page", "said"),
    [
        (
            f"{O13}notes/",
            "These notes are a draft until they are adopted. They were put up for adoption at item A3 of 18 March 2014",
        ),
        (f"{O15}notes/", "Adopted, and signed by the Vice-Chairman, at the meeting of 16 March 2016, minute 115"),
        (f"{O15}notes/", "Minutes 50 to 103 belong to notes that this record does not hold."),
        (
            f"{M16}notes/",
            "These notes are a draft until they are adopted. They were put up for adoption at item A3 of 13 October 2016",
        ),
        (M16, "The agenda has no item D1."),
    ],
    ids=["2013", "2015", "gap", "2016", "no D1"],
)
def test_adoption_and_gaps_are_explained_to_the_reader(published: TinySite, page: str, said: str) -> None:
    """As far as the packs show them."""
    assert said in seen(published.html(page)).replace(" ,", ",").replace(" .", ".")


@pytest.mark.parametrize(
    ("page", "places"),
    [
        (f"{M14}b6/", ["paragraph-6-1", "paragraph-6-1--2"]),
        (f"{M16}b2/", ["paragraph-3-4", "paragraph-3-5", "paragraph-3-4--2", "paragraph-3-5--2"]),
        (f"{O16}c2/", ["paragraph-41", "paragraph-4-2", "paragraph-3-8", "section-4", "paragraph-4-1", "paragraph-4-2--2"]),
        (f"{M16}b7/", ["paragraph-1", "paragraph-2", "paragraph-1--2", "paragraph-2--2", "paragraph-14-1"]),
    ],
    ids=["two 6.1", "two 3.4", "a stray 41", "two kinds of 1"],
)
def test_numbers_that_were_printed_twice_have_places_of_their_own(published: TinySite, page: str, places: list[str]) -> None:
    """In the order in which they were printed."""
    html = published.html(page)
    found = [html.index(f'id="{place}"') for place in places]
    assert found == sorted(found)


@pytest.mark.parametrize(
    ("minute", "way", "why"),
    [
        (116, "As recommended, with changes", "The partnership also asked for a report back on 13 October 2016."),
        (117, "As recommended, with changes", "The partnership also asked for a report back on 13 October 2016."),
        (118, "As recommended", ""),
        (
            122,
            "As recommended, with changes",
            "Alcohol, which the report had put into the conference's theme, was left out of it.",
        ),
    ],
)
def test_a_minute_says_whether_it_agreed_what_was_recommended(published: TinySite, minute: int, way: str, why: str) -> None:
    """In the minute and on the page of the item, with links to the recommendations."""
    item = {116: "b1", 117: "b2", 118: "b3", 122: "b7"}[minute]
    said = f"{way} {why} Recommended in paragraph".replace("  ", " ")
    for html in (part(published, f"{M16}notes/", f"minute-{minute}"), published.html(f"{M16}{item}/")):
        assert said in seen(html)


KINDS = {
    36: "agreed noted", 37: "noted", 38: "noted agreed", 39: "noted", 40: "noted", 41: "endorsed supported", 43: "noted",
    44: "noted", 45: "noted", 46: "noted", 48: "approved", 49: "noted",
}  # fmt: skip


def test_outcomes_are_understood_without_the_word_resolved(published: TinySite) -> None:
    """The notes of 2013 never use it; minutes 42 and 47 decide nothing."""
    decided = json.loads((published.output / "data/decisions.json").read_text(encoding="utf-8"))["decisions"]
    assert {one["minute"]: " ".join(one["kinds"]) for one in decided if one["meeting"] == O13} == KINDS
    (both,) = [one["limbs"] for one in decided if one["id"] == f"{O13}notes/#resolution-38-1"]
    assert [(limb["mark"], limb["kinds"]) for limb in both] == [("(a)", ["noted"]), ("(b)", ["agreed"])]
