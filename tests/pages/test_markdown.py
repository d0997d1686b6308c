"""Released text becomes HTML, and nothing in it becomes more than text."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown import Markdown
from markupsafe import Markup

from public_record.pages.markdown import convert, inline, is_plain, render
from published import text


def html(*fragments: str) -> list[str]:
    return [str(part) for part in render([text(fragment) for fragment in fragments]).fragments]


def test_fragments_come_back_in_order() -> None:
    """Fragments are converted together and must not run into each other."""
    assert html("Plain.", "**Bold.**", "- one\n- two", "Last.") == [
        "<p>Plain.</p>",
        "<p><strong>Bold.</strong></p>",
        "<ul>\n<li>one</li>\n<li>two</li>\n</ul>",
        "<p>Last.</p>",
    ]


def test_an_open_fence_does_not_swallow_what_follows() -> None:
    """A fragment is converted as if it stood alone."""
    assert html("`open", "*next*")[1] == "<p><em>next</em></p>"


@pytest.mark.parametrize(
    ("markdown", "expected"),
    [
        ("[a link](https://a.example/)", '<p><a href="https://a.example/">a link</a></p>'),
        ("[a trap](javascript:alert)", "<p><a>a trap</a></p>"),
        ("<script>alert(1)</script>", ""),
        ("*x* <img src=x onerror=y>", "<p><em>x</em> </p>"),
        ("Fish & chips *now*", "<p>Fish &amp; chips <em>now</em></p>"),
    ],
    ids=["link", "script-link", "script", "handler", "ampersand"],
)
def test_html_is_cleaned(markdown: str, expected: str) -> None:
    """The checks refuse HTML in a record; should it come this far, it is taken out."""
    assert html(markdown)[0] == expected


def test_a_list_right_under_its_introduction_is_a_list() -> None:
    """Clerks write no empty line there, and Markdown would make it one paragraph."""
    assert html("Members asked:\n- for *more*\n- for less")[0] == (
        "<p>Members asked:</p>\n<ul>\n<li>for <em>more</em></li>\n<li>for less</li>\n</ul>"
    )


def test_footnotes_stand_at_the_end_with_the_numbers_of_the_paper() -> None:
    """A paper that counts on from 4 is cited by 4."""
    converted = render([text("As said[^4].")], [text("[^4]: Elsewhere.")])
    assert '<a class="footnote-ref" href="#fn:4">4</a>' in converted.fragments[0]
    assert '<li id="fn:4" value="4">' in converted.footnotes
    assert "Elsewhere." in converted.footnotes


def test_a_list_item_of_two_lines_keeps_the_list_whole() -> None:
    """Only a line of text above the first bullet is set apart."""
    assert html("- one\n  goes *on*\n- two")[0] == "<ul>\n<li>one\n  goes <em>on</em></li>\n<li>two</li>\n</ul>"


@given(st.text(st.sampled_from("ab1.)-+=#:'\"!~ \n£é,;(A/*_&"), min_size=1, max_size=30))
def test_plain_words_are_what_the_converter_makes_of_them(words: str) -> None:
    """The short way round the converter gives the same HTML."""
    if is_plain(words):
        beside_marked = html(words, "*marked*")[0]
        shown = words.replace("&", "&amp;")
        assert beside_marked == f"<p>{shown}</p>"
        assert html(f"{words}\n\n*marked*")[0] == f"<p>{shown}</p>\n<p><em>marked</em></p>"


_PIECES = (
    *'aé1*_`\\[]()!:;"<>& \n',
    *("b ", "  \n", "\n\n", "**"),
    *("[x]", "[x]: /y\n", "[b](https://a.example/)", "![", "[^1]", "\n\n[^1]: note\n", "&amp;", "&#38;"),
    *("<b>", "<https://a.example/>", "<a@b.example>", "- ", "| a | b |\n| --- | --- |\n| 1 | 2 |"),
)


@given(st.lists(st.sampled_from(_PIECES), min_size=1, max_size=14).map("".join))
def test_what_the_converter_need_not_look_for_changes_nothing(markdown: str) -> None:
    """A pattern whose sign is not on the page is not asked; a converter that asks all of them, set up anew, gives the same."""
    anew = Markdown(extensions=["tables", "sane_lists", "footnotes"], output_format="html").convert(markdown)
    assert convert(markdown) == anew


def test_a_text_that_cannot_be_converted_leaves_nothing_to_the_next() -> None:
    """Under `serve` the same converter goes on when a page has failed."""
    source = "1. One\n\n    - Two\n\nThree"
    expected = convert(source)
    with pytest.raises(RecursionError):
        convert("- " * 2_000 + "x")
    assert convert(source) == expected


def test_a_single_paragraph_can_stand_inside_a_line() -> None:
    """Headings take their words without the paragraph's tags; two paragraphs keep theirs."""
    assert inline(Markup("<p>Word</p>")) == Markup("Word")
    assert inline(Markup("<p>A</p><p>B</p>")) == Markup("<p>A</p><p>B</p>")
