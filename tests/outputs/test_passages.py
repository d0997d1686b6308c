"""What search finds by itself is cut out of the finished page: nothing is lost, nothing is added, and each says what it is."""

from __future__ import annotations

import re

import html5lib
import pytest

from public_record.outputs.passages import passages

NOTES = """<!doctype html><html><body><header>Sections</header>
<article class="pr-page" data-pagefind-body data-pagefind-filter="Kind[data-kind]" data-pagefind-meta="title[data-title]"
 data-title="Notes of &lt;March&gt;" data-kind="Notes" data-body="Group" data-year="2025" data-date="2025-03-02"
 data-meeting="Group, 2 March 2025" data-openness="Withheld in part" data-s1="Roads" data-s2="Lamps">
<h1>Notes of &lt;March&gt;</h1><div class="pr-prose"><p>Who was there.</p></div>
<section class="pr-minute" data-kind="Minute" data-title="Minute 7" data-openness="Open" data-s1="Roads">
<h2 id="minute-7"><a class="pr-number" href="#minute-7"><span class="pr-unseen">Minute </span>7.</a> Salt &amp; "grit"</h2>
<div id="minute-7-1"><div><p>Salt was spread.</p></div></div>
<div class="pr-resolution" id="resolution-7-1" data-kind="Resolution" data-title="Resolution of minute 7">
<p>RESOLVED to spread more.</p></div>
<h3 id="later">Later</h3><p>Grit came.</p>
</section>
<section class="pr-minute" data-kind="Minute" data-title="Minute 8" data-openness="Withheld">
<h2 id="minute-8"><a class="pr-number" href="#minute-8">8.</a> Lamps</h2><div><p>Withheld.</p></div></section>
<p>The end.</p></article></body></html>"""

AGREEMENT = """<html><article data-pagefind-body data-title="Agreement, version 2" data-kind="Agreement">
<h3 id="section-1"><span class="pr-number">1</span> Aims</h3>
<div id="paragraph-1-1" data-kind="Agreement paragraph" data-title="Paragraph 1.1"><p>Fewer harmed.</p></div>
<ul><li>Between.</li></ul>
<div id="text-2" data-kind="Agreement paragraph" data-title=""><p>Thanks.</p></div></article></html>"""


def _marks(document: str) -> dict[str, str]:
    """Read the marks of a result as a browser would."""
    article = html5lib.parse(document, namespaceHTMLElements=False).find(".//article")
    assert article is not None
    return {name: value for name, value in article.attrib.items() if name.startswith("data-")}


def _words(html: str) -> list[str]:
    return re.sub(r"<[^>]*>", " ", html).split()


def test_a_page_that_is_only_a_way_to_others_is_not_found() -> None:
    """It has nothing of its own."""
    assert list(passages("<html><main><article><h1>Meetings</h1></article></main></html>")) == []


def test_a_page_without_passages_is_one_result() -> None:
    """Without what stands around it on a screen."""
    page = '<article data-pagefind-body data-kind="Paper"><p>Text.</p></article>'
    assert dict(passages(f"<html><nav>Ways</nav>{page}<footer>Licence</footer></html>")) == {"index": page}


def test_each_minute_and_resolution_is_a_result_of_its_own() -> None:
    """In the order of the notes, which stay a result with what is left of them."""
    found = dict(passages(NOTES))
    assert list(found) == ["index", "minute-7", "resolution-7-1", "minute-8"]
    assert _words(found["index"]) == ["Notes", "of", "&lt;March&gt;", "Who", "was", "there.", "The", "end."]
    assert _words(found["resolution-7-1"]) == ["RESOLVED", "to", "spread", "more."]


def test_no_word_is_lost_and_none_is_added() -> None:
    """What is left of the notes and the minutes are, together, the page."""
    found = dict(passages(NOTES))
    whole = NOTES[NOTES.index("<article") : NOTES.index("</article>")]
    assert sorted(_words(found["index"] + found["minute-7"] + found["minute-8"])) == sorted(_words(whole))


def test_a_result_says_what_it_is_and_of_which_meeting() -> None:
    """Its own openness and subjects, not those of all minutes; body, year and day of the meeting; where it stands."""
    assert _marks(dict(passages(NOTES))["resolution-7-1"]) == {
        "data-pagefind-body": "",
        "data-title": 'Resolution of minute 7: Salt & "grit"',
        "data-kind": "Resolution",
        "data-body": "Group",
        "data-year": "2025",
        "data-date": "2025-03-02",
        "data-meeting": "Group, 2 March 2025",
        "data-openness": "Open",
        "data-s1": "Roads",
        "data-place": "resolution-7-1",
        "data-pagefind-filter": "Kind[data-kind], Body[data-body], Year[data-year], Openness[data-openness], Subject[data-s1]",
        "data-pagefind-meta": "title[data-title], kind[data-kind], meeting[data-meeting], place[data-place], date[data-date]",
    }
    assert _marks(dict(passages(NOTES))["minute-8"])["data-pagefind-filter"] == (
        "Kind[data-kind], Body[data-body], Year[data-year], Openness[data-openness]"
    )


@pytest.mark.parametrize(("place", "title"), [("paragraph-1-1", "Paragraph 1.1: Aims"), ("text-2", "Aims")])
def test_a_paragraph_of_the_agreement_is_named_by_its_number_and_its_heading(place: str, title: str) -> None:
    """Where it has no number, by its heading; and by its version, for it belongs to no meeting."""
    marks = _marks(dict(passages(AGREEMENT))[place])
    assert (marks["data-title"], marks["data-meeting"], marks["data-kind"]) == (
        title,
        "Agreement, version 2",
        "Agreement paragraph",
    )
    assert "date" not in marks["data-pagefind-meta"]


def test_what_stands_between_the_paragraphs_of_the_agreement_stays_with_its_page() -> None:
    """Lists and tables have no address of their own."""
    assert _words(dict(passages(AGREEMENT))["index"]) == ["1", "Aims", "Between."]
