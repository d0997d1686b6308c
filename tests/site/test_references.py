"""In the real record, what its papers and minutes refer to can be reached from the words that say it."""

from __future__ import annotations

import re
from collections import Counter
from html import unescape

import pytest

from following import leads, links, stands
from public_record.verify.links import broken
from tiny import TinySite

IDS = re.compile(r'<[a-z][^>]*?\sid="([^"]*)"')
NAMED_BY = re.compile(r'<[a-z][^>]*?\s(?:aria-labelledby|aria-describedby|aria-controls|for)="([^"]*)"')

OCTOBER_2015, MARCH_2016, OCTOBER_2016 = "kcsp/2015-10-14/", "kcsp/2016-03-16/", "kcsp/2016-10-13/"


@pytest.mark.parametrize(
    ("address", "near", "words", "target"),
    [
        (f"{MARCH_2016}b1/", 'id="paragraph-1-1"', "meeting on 14 October 2015", OCTOBER_2015),
        (f"{MARCH_2016}b1/", 'id="paragraph-1-2"', "minute 109", f"{OCTOBER_2015}notes/#minute-109"),
        (
            f"{MARCH_2016}notes/",
            'id="minute-116-1"',
            "previous meeting of the Kent Community Safety Partnership (KCSP)",
            OCTOBER_2015,
        ),
        (f"{MARCH_2016}notes/", 'id="minute-116-1"', "minute 109", f"{OCTOBER_2015}notes/#minute-109"),
        (f"{MARCH_2016}notes/", 'id="minute-117-2"', "Page 11", f"{MARCH_2016}b2/"),
        (f"{MARCH_2016}notes/", 'id="minute-118-8"', "para 2.2", f"{MARCH_2016}b3/#paragraph-2-2"),
        (f"{MARCH_2016}notes/", 'id="minute-116-2"', "a workshop for practitioners", f"{MARCH_2016}b1/#paragraph-2-2"),
        (f"{MARCH_2016}notes/", 'id="minute-118-1"', "A 3 month pilot", f"{MARCH_2016}b3/#paragraph-2-2"),
        (f"{MARCH_2016}notes/", 'id="minute-118-2"', "6 E-Safety Awareness workshops", f"{MARCH_2016}b3/#paragraph-3-2"),
        (
            f"{MARCH_2016}notes/",
            'id="minute-118-4"',
            "E-Safety Awareness Day of 9 February 2016",
            f"{MARCH_2016}b3/#paragraph-3-3",
        ),
        (
            f"{MARCH_2016}notes/",
            'id="resolution-117-1"',
            "amend the priorities within the CSA",
            f"{OCTOBER_2016}b1/#paragraph-3-1",
        ),
        (f"{MARCH_2016}notes/", 'id="minute-119-2"', "new service", "agreement/2.0/#foreword"),
        (f"{OCTOBER_2015}notes/", 'id="minute-105-1"', "Community Integration Project", f"{MARCH_2016}b3/#paragraph-6-1"),
        (f"{OCTOBER_2015}notes/", 'id="minute-107-1"', "Community Safety Conference", f"{MARCH_2016}b7/"),
        ("kcsp/2018-10-10/paper-1/", 'id="paragraph-2-4"', "Preventing Extremism and Hate", "agreement/2.0/#paragraph-6-5"),
        (f"{MARCH_2016}notes/", 'id="resolution-115-1"', "minutes of the meeting of 14 October 2015", f"{OCTOBER_2015}notes/"),
        (f"{MARCH_2016}notes/", 'id="resolution-116-1"', "meeting on 13 October 2016", OCTOBER_2016),
        (f"{MARCH_2016}b7/", 'class="pr-paper"', "minute 122", f"{MARCH_2016}notes/#minute-122"),
        (f"{OCTOBER_2016}b1/", 'id="paragraph-2-1"', "minute 122", f"{MARCH_2016}notes/#minute-122"),
        (f"{OCTOBER_2016}b1/", "pr-editor", "Minute 117", f"{MARCH_2016}notes/#minute-117"),
        (f"{OCTOBER_2016}b1/", 'id="paragraph-3-4"', "appendix B", f"{OCTOBER_2016}b1/appendix-b/"),
        ("agreement/2011-14/", "pr-facts", "B6", "kcsp/2014-03-18/b6/"),
        ("agreement/2014-17/", "pr-page", "item B2", f"{MARCH_2016}b2/"),
        ("agreement/2014-17/", "pr-page", "minute 43", "kcsp/2013-10-17/notes/#minute-43"),
        ("agreement/2016-09/", "pr-page", "appendix B", f"{OCTOBER_2016}b1/appendix-b/"),
        ("agreement/1.0/", "pr-page", "paragraph 1.1", "agreement/2.0/#paragraph-1-1"),
        (
            f"{MARCH_2016}b2/",
            'id="paragraph-1-1"',
            "Crime and Disorder Act 1998",
            "https://www.legislation.gov.uk/ukpga/1998/37",
        ),
    ],
)
def test_a_reference_of_the_record_leads_to_what_it_names(
    published: TinySite, address: str, near: str, words: str, target: str
) -> None:
    """Across papers, minutes, meetings and versions; and the place is there."""
    assert leads(published, address, words, near) == target
    assert target.startswith("https:") or stands(published, target)


@pytest.mark.parametrize(
    ("address", "words"),
    [
        ("kcsp/2014-03-18/b5/", "meeting held on 26th September 2011"),
        (f"{OCTOBER_2015}notes/", "minutes of the meeting of 19 March 2015"),
        (f"{MARCH_2016}b2/", "Serious and Organised Crime Act 2015"),
    ],
)
def test_what_the_record_does_not_hold_is_no_link(published: TinySite, address: str, words: str) -> None:
    """A meeting whose papers nobody has, and an Act that does not exist."""
    page = published.html(address)
    assert words in " ".join(unescape(re.sub(r"<[^>]*>", "", page)).split())
    assert not any(words in shown for shown, _ in links(published, address))


def test_a_paper_says_which_minutes_go_back_to_it(published: TinySite) -> None:
    """Both ways: minute 118 names a paragraph of the paper on item B3, and the paper names the minute."""
    page = published.html(f"{MARCH_2016}b3/")
    cited = page[page.index('class="pr-cited"') :]
    assert '<a href="../notes/#minute-118">Minute 118 of 16 March 2016</a>' in cited


def test_every_name_on_a_page_is_that_of_one_thing(published: TinySite) -> None:
    """An id that stands twice leads to the first; a drawing or a table that is named by one is named by what has it."""
    faults = []
    for name in published.files():
        if name.endswith(".html"):
            page = (published.output / name).read_text(encoding="utf-8")
            ids = IDS.findall(page)
            faults += [(name, one) for one, times in Counter(ids).items() if times > 1]
            faults += [(name, one) for named in NAMED_BY.findall(page) for one in named.split() if one not in ids]
    assert faults == []


def test_every_link_and_anchor_of_the_record_leads_somewhere(published: TinySite) -> None:
    """On every page, style sheet and script of the finished site; the build leaves that to this test (decision 9)."""
    pages = [name for name in published.files() if name.endswith("index.html")]
    assert len(pages) > 150
    assert broken(published.output) == []
