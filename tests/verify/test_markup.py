"""Words in mark-up, scripts and JSON: as they would be shown, whatever stands inside and between them."""

from __future__ import annotations

import json
import string
from collections.abc import Callable

import pytest

from public_record.model.findings import Place
from public_record.model.fingerprints import Fingerprints, words_of
from public_record.verify.markup import data, each, markup, plain, script, style
from public_record.verify.text import Words

TITLE = "Ferry contract dispute"
WITHHELD = Fingerprints()
WITHHELD.add(words_of(TITLE), Place("content/withheld.md", 7))


def seen(rows: Words) -> bool:
    """Say whether the withheld title stands in a row of words."""
    return any(True for words in rows for _ in WITHHELD.find(words))


INSIDE_WORDS = (
    "a abbr b bdi bdo big cite code data del dfn em font i ins kbd mark q s samp small span strong sub sup time tt u var wbr"
)


@pytest.mark.parametrize("tag", INSIDE_WORDS.split())
def test_a_reader_sees_one_word_where_looks_change_inside_it(tag: str) -> None:
    """At its beginning, in its middle, at its end, in capitals, and with attributes."""
    for shown in (f"<{tag}>Fer</{tag}>ry", f"Fer<{tag}>ry</{tag}>", f"F<{tag.upper()} title='x'>err</{tag.upper()}>y"):
        assert seen(markup(f"<p>The {shown} contract dispute</p>"))


@pytest.mark.parametrize("tag", ["p", "br", "td", "li", "h2", "div", "my-card", "x1", "svg:text"])
def test_other_elements_part_words(tag: str) -> None:
    """A reader sees two."""
    assert seen(markup(f"Ferry<{tag}>contract</{tag}>dispute"))
    assert not seen(markup(f"Fer<{tag}>ry contract dispute"))


IN_MARKUP = {
    "a word in three parts": "F<b>er</b><i>ry</i> contract dispute",
    "references inside a word that changes looks": "Fe<b>&#114;</b>ry contract dispute",
    "an empty element inside a word": "Fer<b></b>ry contract dispute",
    "a space at the edge of an element": "Ferry<b> contract </b>dispute",
    "a script inside a word": "Fer<script>x</script>ry contract dispute",
    "a style sheet inside a word": "Fer<style>x</style>ry contract dispute",
    "a script between words": "Ferry<script>x</script>contract dispute",
    "a script that is closed with a space": "Fer<script>x</script\n>ry contract dispute",
    "a script in capitals": f"<SCRIPT>x = '{TITLE}'</SCRIPT>",
    "a style sheet in capitals": f"<STYLE>x {{ content: '{TITLE}' }}</STYLE>",
    "a comment with a quotation mark inside a word": "Fer<!-- it's -->ry contract dispute",
    "a comment of many lines": "<!--\nFerry\ncontract\ndispute\n-->",
    "a section of characters that is not closed": f"<p><![CDATA[{TITLE}",
    "a section of characters with tags": "<![CDATA[Fer<b>ry</b> contract dispute]]>",
    "an instruction that is not closed": f"<p><?x {TITLE}",
    "a style sheet that is not closed": f"<style>{TITLE}",
    "a comment in a script that is not closed": f"<script><!-- {TITLE}",
    "a script behind a script": f"<script>1</script><script>'{TITLE}'</script>",
    "what follows a comment": f"<!-- x -->{TITLE}",
    "what follows a script": f"<script>'<p>'</script>{TITLE}",
    "a tag that begins like a script": "<scripture>Ferry contract</scripture> dispute",
    "a tag that begins like a style sheet": "<stylex>Ferry contract</stylex> dispute",
    "a sign that begins no tag": "Ferry < contract > dispute",
    "attributes with signs in double quotes": f'<a title="x > \'y" alt="{TITLE}">x</a>',
    "attributes with signs in single quotes": f"<a title='x > \"y' alt='{TITLE}'>x</a>",
    "an attribute with references": '<a title="Ferry&#32;contract&nbsp;dispute">x</a>',
    "an attribute of a closing tag": f'x</a title="{TITLE}">',
    "an attribute of a style sheet": f'<style title="{TITLE}">x</style>',
    "an attribute of a script with references": '<script title="Ferry&#32;contract&#x20;dispute">x</script>',
    "a document type": f'<!DOCTYPE html PUBLIC "{TITLE}">',
    "percent signs in capitals": '<a href="/Ferry%2Dcontract%2Ddispute">x</a>',
    "percent signs in small letters": '<a href="/Ferry%2dcontract%2ddispute">x</a>',
    "percent signs of letters": '<a href="/%46erry%20contract%20dispute">x</a>',
    "percent signs in a text between tags": "<p>see /x/Ferry%20contract%20dispute</p>",
    "source with changes of looks": "<pre>Fer&lt;b&gt;ry&lt;/b&gt; contract dispute</pre>",
    "source in capitals": "<pre>Fer&lt;B&gt;ry&lt;/B&gt; contract dispute</pre>",
    "source with a closing tag alone": "<pre>Fer&lt;/b&gt;ry contract dispute</pre>",
    "source with a comment": "<pre>Fer&lt;!-- x --&gt;ry contract dispute</pre>",
    "source with an instruction": "<pre>Ferry contract &lt;?x?&gt;dispute</pre>",
    "linked data that is a list": f'<script type="application/ld+json">\n["{TITLE}"]\n</script>',
    "linked data with escapes": '<script type="application/ld+json"> {"a": "Fer\\u0072y\\u0020contract\\tdispute"} </script>',
    "a script of words": f"<script>{TITLE}</script>",
    "a style sheet of words": f"<style>{TITLE}</style>",
    "a word in quotation marks in a script": '<script>// the "Ferry" contract dispute</script>',
    "linked data in parts": '<script>{"a": "Fer<b>ry</b> contract dispute"}</script>',
}


@pytest.mark.parametrize("html", IN_MARKUP.values(), ids=IN_MARKUP)
def test_no_word_is_passed_over_whatever_the_markup(html: str) -> None:
    """A word is read twice rather than not at all."""
    assert seen(markup(html))


@pytest.mark.parametrize("hidden", ["<!--{}-->", "<!-- {} -->", "<![CDATA[{}]]>", "<?{}?>", "<!--{}", "<script>{}</script>"])
def test_what_is_hidden_is_read_to_its_edges(hidden: str) -> None:
    """Whatever letter it begins and ends with."""
    for letter in string.ascii_letters + string.digits:
        assert [f"{letter}a".lower(), "b", f"c{letter}".lower()] in [
            row[-3:] for row in markup(hidden.format(f"{letter}a b c{letter}"))
        ]


APART = {
    "attributes of one tag behind another": '<a title="Ferry contract"></a><a title="dispute"></a>',
    "text and an attribute": 'Ferry contract<a title="dispute">x</a>',
    "texts of two scripts": "<script>'Ferry contract'</script><script>'dispute'</script>",
    "strings of linked data": '<script>["Ferry contract", "dispute"]</script>',
    "keys of linked data": '<script>{"Ferry contract": "dispute"}</script>',
    "a longer word": "<p>Fer<b>ry</b> contract disputed</p>",
}


@pytest.mark.parametrize("html", APART.values(), ids=APART)
def test_what_nobody_reads_in_a_row_is_no_run(html: str) -> None:
    """A build that stops for nothing is a build that somebody will learn to force."""
    assert not seen(markup(html))


@pytest.mark.parametrize(
    "text",
    [
        pytest.param(r"Ferry\ncontract\ndispute", id="line end"),
        pytest.param(r"Ferry\rcontract\tdispute", id="return and tab"),
        pytest.param(r"Ferry\bcontract\fdispute", id="backspace and feed"),
        pytest.param(r"Ferry\vcontract\0dispute", id="vertical tab and nothing"),
        pytest.param(r"Ferry\"contract\'dispute", id="quotes"),
        pytest.param(r"Ferry\\contract\/dispute", id="strokes"),
        pytest.param("Ferry\\\ncontract dispute", id="end of a line"),
        pytest.param(r"\u0046erry contract dispute", id="four digits"),
        pytest.param(r"\u{46}erry contract \u{000064}ispute", id="brackets"),
        pytest.param(r"\x46erry contract disput\x65", id="two digits"),
        pytest.param(r"\u00e9 Ferry\u00A0contract\u2013dispute", id="capital digits"),
        pytest.param(r"\Ferr\y contract dis\pute", id="needless"),
        pytest.param(r"\u{ffffffff} Ferry contract dispute", id="beyond the last character"),
        pytest.param(r"\u{10ffff} Ferry contract dispute", id="the last character"),
        pytest.param(r"\ud83d Ferry contract dispute \u12", id="half a character"),
        pytest.param(r"<b>Fer</b>\u0072y contract dispute", id="in mark-up"),
        pytest.param(r"F<b>er<\/b>ry contract dispute", id="in a tag"),
    ],
)
def test_a_script_is_read_as_its_strings_would_be_shown(text: str) -> None:
    """Escapes are resolved, and those of white space part words."""
    assert seen(script(text))
    assert seen(data(f'{{"a": "{text}"}}'))


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("the \\north", ["the", "north"]),
        ("the \\\\north", ["the", "north"]),
        ('the \\"north', ["the", "north"]),
        ("the\nnorth", ["the", "north"]),
        ("the north\\", ["the", "north"]),
    ],
    ids=["a stroke", "two strokes", "a stroke and a quote", "a line end", "a stroke at the end"],
)
def test_strokes_in_json_part_words_and_take_no_letter(text: str, words: list[str]) -> None:
    """A way into a folder, a quotation, the source of a script."""
    assert [word for row in data(json.dumps(text)) for word in row if word != "zxqbreakqxz"] == words


def test_json_is_read_in_slices_that_part_no_string() -> None:
    """The words of a whole record would fill the memory; none is lost where one slice ends and the next begins."""
    filling = "x" * ((1 << 20) - 3)
    for short in range(30):
        text = json.dumps([filling[short:], TITLE, "end"], separators=(",", ":"))
        assert seen(data(text))
    assert not seen(data(json.dumps([filling, "Ferry contract", "dispute"], separators=(",", ":"))))
    assert [len(list(data(text))) for text in ("", '"a"', f'["{filling}xxx","a"]')] == [0, 1, 2]


def test_many_texts_are_read_each_on_its_own() -> None:
    """Those with mark-up, references or percent signs among them as they would be shown."""
    assert not seen(each(["Ferry contract", "dispute"]))
    for text in (TITLE, "Fer<b>ry</b> contract dispute", "Ferry&nbsp;contract dispute", "Ferry%20contract dispute"):
        assert seen(each(["x", text, "y"]))
    assert list(each(["one", "two & three"])) == [["two", "three"], ["one"]]


def test_a_text_without_markup_is_read_once_and_again_where_it_has_signs() -> None:
    """References and percent signs; nothing is read twice for nothing."""
    assert list(plain("a b")) == [["a", "b"]]
    assert list(plain("a%20b")) == [["a", "20b"], ["a", "b"]]
    assert list(plain("a&amp;b")) == [["a", "b"]]
    assert list(plain("50 % of")) == [["50", "of"]]


@pytest.mark.parametrize("sheet", [style, lambda text: markup(f"<style>{text}</style>")], ids=["a file", "in a page"])
def test_the_escapes_of_a_style_sheet_are_read(sheet: Callable[[str], Words]) -> None:
    """What it puts before an element is shown."""
    escaped = "".join(f"\\{ord(letter):06x}" for letter in TITLE)
    assert seen(sheet(f'p::before {{ content: "{escaped}" }}'))
    assert seen(sheet('p::before { content: "Fe\\72 r\\\ny contract dispute" }'))
    assert not seen(sheet('p::before { content: "Ferry contract" }'))
