"""References in the text become links, and change nothing else that a reader sees."""

from __future__ import annotations

import re
from html import unescape

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from public_record.links.links import link
from public_record.links.references import Span
from public_record.pages.compose import compose
from public_record.pages.library import Library
from public_record.pages.linking import Linking
from public_record.pages.markdown import render
from published import SETTINGS, TODAY, item, meeting, minute, paper, paragraph, record, resolution, text

PAGE, TARGET = "group/2025-03-02/b1/", "group/2025-03-02/b2/#paragraph-2-2"
LAW = "https://www.legislation.gov.uk/ukpga/1998/37"


def html(words: str, *spans: tuple[str, str]) -> str:
    """Render one text of the page, some of its words leading somewhere."""
    found = tuple(Span(words.index(linked), words.index(linked) + len(linked), target) for linked, target in spans)
    return str(render([text(words)], (), Linking(PAGE, {(PAGE, words): found})).fragments[0])


@pytest.mark.parametrize(
    ("words", "spans", "expected"),
    [
        ("As para 2.2 said.", [("para 2.2", TARGET)], '<p>As <a href="../b2/#paragraph-2-2">para 2.2</a> said.</p>'),
        ("As *para* 2.2.", [], "<p>As <em>para</em> 2.2.</p>"),
        ("*As* para 2.2.", [("para 2.2", TARGET)], '<p><em>As</em> <a href="../b2/#paragraph-2-2">para 2.2</a>.</p>'),
        ("**para 2.2**", [("para 2.2", TARGET)], '<p><strong><a href="../b2/#paragraph-2-2">para 2.2</a></strong></p>'),
        ("- para 2.2", [("para 2.2", TARGET)], '<ul>\n<li><a href="../b2/#paragraph-2-2">para 2.2</a></li>\n</ul>'),
        ("The A & B Act 1998.", [("A & B Act 1998", LAW)], f'<p>The <a href="{LAW}">A &amp; B Act 1998</a>.</p>'),
        ("See item B1.", [("item B1", PAGE)], "<p>See item B1.</p>"),
        ("See [this](record:group/2025-03-02/).", [], '<p>See <a href="../">this</a>.</p>'),
        ("See [*this*](record:) and [me](record:group/2025-03-02/b1/).", [], "<p>See <em>this</em> and me.</p>"),
        ("See [this][x].", [], "<p>See [this][x].</p>"),
    ],
    ids=["plain", "none", "marked", "strong", "list", "law", "itself", "written", "stopped", "undefined"],
)  # fmt: skip
def test_words_become_links(words: str, spans: list[tuple[str, str]], expected: str) -> None:
    """By addresses relative to the page; a page does not lead to itself, and a link to nothing is none."""
    assert html(words, *spans) == expected


def test_a_link_can_be_defined_by_an_id() -> None:
    """As one can that leads to a web address."""
    converted = render([text("See [this][x].")], [text("[x]: record:group/2025-03-02/")], Linking(PAGE, {}))
    assert converted.fragments == ['<p>See <a href="../">this</a>.</p>']


def test_words_that_are_no_markdown_are_escaped_around_their_links() -> None:
    """Notes of the editors stand in front matter, and are shown as typed."""
    linking = Linking(PAGE, {(PAGE, "<b> in item B2"): (Span(7, 14, "group/2025-03-02/b2/"),)})
    assert linking.words("<b> in item B2") == '&lt;b&gt; in <a href="../b2/">item B2</a>'


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("<b> in [item B2](record:group/2025-03-02/b2/).", '&lt;b&gt; in <a href="../b2/">item B2</a>.'),
        ("As [item B2](record:) says, <b>.", "As item B2 says, &lt;b&gt;."),
        ("In [this](record:group/2025-03-02/b1/) item.", "In this item."),
        ("[Elsewhere](https://example.org/)", "[Elsewhere](https://example.org/)"),
    ],
    ids=["led", "stopped", "itself", "no id"],
)
def test_a_link_by_an_id_is_one_in_notes_of_the_editors_too(words: str, expected: str) -> None:
    """Nothing else of Markdown is read there."""
    assert Linking(PAGE, {}).words(words) == expected


def pages(words: str, **laws: str) -> dict[str, str]:
    """Render every page of a small record whose texts say these words."""
    said = paragraph(words, "1.1")
    held = meeting(
        item("B1", papers=(paper(said),), editor_note=words), item("B2"), minutes=(minute(7, said, resolution(words)),)
    )
    library = Library.of(record(held), SETTINGS.model_copy(update={"legislation": laws}), TODAY)
    return {page.address: str(page.render().html) for page in compose(library)}


def test_outcomes_lead_on_wherever_they_are_shown() -> None:
    """A resolution is read in its minute, on its item's page, in the list of decisions and on the home page."""
    shown = pages("RESOLVED that item B2 be noted.")
    assert {address: count for address, page in shown.items() if (count := page.count(">item B2</a>"))} == {
        "group/2025-03-02/b1/": 3,
        "group/2025-03-02/notes/": 2,
        "decisions/": 1,
        "decisions/2025/": 1,
        "": 1,
    }


def test_what_is_cited_says_where() -> None:
    """From the paper a reader finds the minute that speaks of it."""
    cited = pages("See item B2.")["group/2025-03-02/b2/"]
    assert re.findall(r'<li><a href="([^"]*)">([^<]*)</a>: The bridge</li>', cited) == [
        ("../b1/", "Item B1 of 2 March 2025"),
        ("../notes/#minute-7", "Minute 7 of 2 March 2025"),
    ]


WORDS = (
    *(
        "item B2",
        "minute 7",
        "para 1.1",
        " of the report",
        "Serious Crime Act 2015",
        "2 March 2025",
        "meeting on ",
        "Appendix A",
    ),
    *(
        " ",
        ". ",
        "*",
        "**",
        "_",
        "`",
        "[",
        "]",
        "(",
        ")",
        "!",
        "<",
        "&",
        "\\",
        "\n",
        "\n\n",
        "    ",
        "- ",
        "| ",
        "1. ",
        "> ",
        ":",
        "x",
    ),
    *("https://www.example.org/", "[x](https://www.example.org/)", "~~~", "```", "\n| a |\n| --- |\n| "),
)


def seen(page: str) -> str:
    """Take away the links of a page, and nothing else."""
    return unescape(re.sub(r"</?a\b[^>]*>", "", page))


@settings(max_examples=150)
@given(st.lists(st.sampled_from(WORDS), max_size=14).map("".join).filter(str.strip))
def test_a_link_never_changes_what_a_reader_sees(words: str) -> None:
    """The page with its links says what it says without them, in the same places."""
    said = paragraph(words, "1.1")
    held = meeting(item("B1", papers=(paper(said),)), item("B2"), minutes=(minute(7, said),))
    spans = link(record(held), {"Serious Crime Act 2015": LAW}).references.spans
    with_links = render([text(words)], (), Linking(PAGE, spans)).fragments[0]
    assert seen(with_links) == seen(render([text(words)]).fragments[0])
    assert re.search(r"<a\b(?:(?!</a>).)*<a\b", with_links, re.DOTALL) is None
