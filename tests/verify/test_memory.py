"""What a pass remembers spares it work; it must see all that it would see without."""

from __future__ import annotations

import io
import json
import zipfile
from pathlib import Path

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from public_record.model.findings import Place
from public_record.model.fingerprints import Fingerprints, words_of
from public_record.verify.markup import data, markup
from public_record.verify.memory import PassMemory, Seen
from public_record.verify.pieces import Page, Pieces
from public_record.verify.scan import Leak, scan
from public_record.verify.text import Words, texts

PLACE = Place("content/withheld.md", 7)
TITLE = "Ferry contract dispute"
BODY = "the operator asked for forty thousand pounds more than was agreed"
WITHHELD = Fingerprints()
for kept in (TITLE, BODY):
    WITHHELD.add(words_of(kept), PLACE)


def seen(rows: Words) -> bool:
    """Say whether something withheld stands in rows of words, all of which are read."""
    return [place for words in rows for place in WITHHELD.find(words)] != []


WORDS = [*TITLE.split(), *BODY.split()]
SIGNS = [
    "<b>",
    "</b>",
    "<i></i>",
    "<p>",
    "</p>\n",
    "<br>",
    "<a href='x'>",
    '<td title="a > b">',
    "<!-- x -->",
    "<script>1</script>",
]
SIGNS += [
    " ",
    " ",
    " ",
    "\n",
    ", ",
    "&nbsp;",
    "&amp;",
    "&shy;",
    "\u00ad",
    "\u2013",
    "\u00e9",
    "e\u0301",
    "\u0301",
    "\u03a3",
    "%20",
    "<",
    "0",
    "'",
]
PARTS = st.lists(
    st.one_of(st.sampled_from(WORDS), st.sampled_from(SIGNS), st.sampled_from([TITLE, BODY, "Fer", "ry"])), max_size=14
)
PAGES = st.lists(PARTS.map("".join), min_size=1, max_size=4)


@given(PAGES)
@example([f"<p>{TITLE}"])
@example(["<p>Fer<b>ry</b> contract dispute"])
@example(["<p>Ferry</p>\n<p>contract", "<p>contract</p>\n<p>dispute", "<p>Ferry</p>\n<p>contract</p>\n<p>dispute"])
@example(["<p>x<b>0</b>", "<p>Ferry <b></b>contract<br>dispute 0"])
@settings(max_examples=300, deadline=None)
def test_what_is_seen_in_a_page_is_seen_whatever_was_read_before(pages: list[str]) -> None:
    """Pages have most of their pieces in common; what they show together differs."""
    memory = PassMemory()
    expected = [any(seen(markup(page)) for page in pages[: number + 1]) for number in range(len(pages))]
    found, so_far = [], False
    for page in pages:
        so_far = seen(markup(page, memory)) or so_far
        found.append(so_far)
    assert [had for had, wanted in zip(found, expected, strict=True) if wanted] == [True] * sum(expected)


STRINGS = st.recursive(
    PARTS.map("".join),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(PARTS.map("".join), inner, max_size=3),
    max_leaves=6,
)


@given(values=st.lists(STRINGS, min_size=1, max_size=3), compact=st.booleans())
@example(values=[[{"a": TITLE}, {"a": "x"}], [{"a": "x"}, {"a": 'Ferry \\"},{"contract" dispute'}]], compact=True)
@settings(max_examples=200, deadline=None)
def test_what_is_seen_in_json_is_seen_whatever_was_read_before(values: list[object], *, compact: bool) -> None:
    """One file for the whole record and one for each meeting hold the same objects."""
    memory = PassMemory()
    files = [json.dumps(value, separators=(",", ":") if compact else None) for value in values]
    assert seen(row for file in files for row in data(file)) == seen(row for file in files for row in data(file, memory))


def test_each_object_of_json_is_read_to_its_edges() -> None:
    """Where one ends and the next begins, nothing is added to a word."""
    text = json.dumps([{f"{TITLE} {number}": "x", "a": f"{number} {TITLE}"} for number in range(9)], separators=(",", ":"))
    for memory in (None, PassMemory()):
        assert len([place for words in data(text, memory) for place in WITHHELD.find(words)]) == 18


def test_strings_of_json_form_no_run_whatever_was_read_before() -> None:
    """Nor do objects, nor a string that ends in a stroke and the one behind it."""
    for text in ('["Ferry","contract dispute"]', '[{"a":"Ferry"},{"contract":"dispute"}]', '["Ferry\\\\","contract dispute"]'):
        assert not seen(data(text, PassMemory()))


UNUSUAL = {
    "a sign that begins no tag": "<p>a < b",
    "a tag that is not closed": "<p>x</p><a title='",
    "a sign in an attribute": "<a title='x < y'>z</a>",
    "source": "<pre>&lt;p&gt;</pre>",
    "percent signs": "<p>x%20y</p>",
    "the word that parts": "<p>x0 zxqbreakqxz 0y</p>",
    "the word that parts at the end of a text": "<p>100% zxqbreakqxz</p>Ferry contract dispute",
    "the word that parts in another": "<p>the zxqbreakqxzs</p>",
}


@pytest.mark.parametrize("html", UNUSUAL.values(), ids=UNUSUAL)
def test_what_is_unusual_is_read_as_a_whole(html: str) -> None:
    """Piece by piece it could be read wrongly."""
    assert Pieces(99).read(html) is None


def test_a_page_is_read_by_pieces_with_and_without_what_stands_inside_words() -> None:
    """Twice only where a tag parts a word."""
    pieces = Pieces(999)
    html = "<p>One, <b>two</b> &amp; thr<i>ee</i>.</p>"
    assert [*(pieces.read(html) or Page("", [])).rows()] == [["one", "two", "thr", "ee"], ["one", "two", "three"]]
    assert [*(pieces.read("<p><b>One</b> <i><b>two</b></i></p>") or Page("", [])).rows()] == [["one", "two"]]


@pytest.mark.parametrize(
    ("html", "rows"),
    [
        ("<p>Jose<b>\u0301</b></p>", [["jose"]]),
        ("<p>Jo<b>\u0301</b>se</p>", [["jo", "se"], ["jose"]]),
        ("<p>\u039f\u03a3<b>\u039f</b></p>", [["\u03bf\u03c3", "\u03bf"], ["\u03bf\u03c3\u03bf"]]),
    ],
    ids=["a mark behind a tag", "a mark between tags", "a letter whose small form depends on what follows"],
)
def test_what_is_read_of_a_letter_does_not_depend_on_the_next_piece(html: str, rows: list[list[str]]) -> None:
    """So it can be read without it."""
    assert [*(Pieces(99).read(html) or Page("", [])).rows()] == rows


def test_a_reference_that_a_tag_parts_is_none() -> None:
    """Whichever way a page is read, a reader sees its letters."""
    html = "<p>B&am<b>p;C</b></p>"
    assert [*(Pieces(99).read(html) or Page("", [])).rows()] == [["b", "am", "p", "c"], ["b", "amp", "c"]]
    assert ["b", "amp", "c"] in [*markup(html)]


def test_tags_are_given_out_with_the_pieces_that_are_new() -> None:
    """What stands inside of them is read then."""
    pieces = Pieces(99)
    first, again = pieces.read("<p id='a'>x"), pieces.read("<p id='a'>x<br>")
    assert sorted(first.tags if first else []) == ["!>", "p id='a'>"]
    assert (again.tags if again else []) == ["br>"]
    assert pieces.read("<p id='a'>x<br>") == Page("\x01 x ", [])


def test_what_finds_no_room_is_read_as_often_as_it_stands() -> None:
    """A record of any size is read with the same memory."""
    seen_before = Seen(5)
    assert [seen_before.fresh([text, text]) for text in ("abc", "defg", "hij", "abc", "hij")] == [
        {"abc"},
        {"defg"},
        {"hij"},
        set(),
        {"hij"},
    ]
    pieces = Pieces(7)
    assert [len((pieces.read(html) or Page("", [])).tags) for html in ("<p>abc", "<p>defg", "<p>defg", "<p>abc")] == [
        2,
        1,
        1,
        0,
    ]


def _packed(**members: str) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        for name, text in members.items():
            archive.writestr(name.replace("_", "."), text)
    return buffer.getvalue()


def test_a_member_of_an_archive_that_is_a_file_of_the_site_is_read_there() -> None:
    """Its name is read all the same, and so is one that differs by a letter, or is no such file."""
    stands = {("data/a.json", TITLE.encode())}
    memory = PassMemory(lambda name, content: (name, content) in stands)
    assert not seen(texts("data/x.zip", _packed(a_json=TITLE), memory))
    assert seen(texts("data/x.zip", _packed(a_json=TITLE + "."), memory))
    assert seen(texts("x.zip", _packed(a_json=TITLE), memory))
    stands.add((f"data/{TITLE}", b"x"))
    assert seen(texts("data/x.zip", _packed(**{TITLE: "x"}), memory))


def test_each_file_is_named_that_repeats_another(tmp_path: Path) -> None:
    """A pass that finds anything is made again without any memory."""
    text = json.dumps({"a": [{"b": "x"}, {"b": TITLE}]}, separators=(",", ":"))
    for name in ("data/a.json", "data/b.json"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text(text)
    (tmp_path / "data/x.zip").write_bytes(_packed(a_json=text))
    found = [Leak(name, PLACE) for name in ("data/a.json", "data/b.json", "data/x.zip")]
    assert scan(tmp_path, WITHHELD) == found


@pytest.mark.process
def test_a_large_site_is_read_in_several_processes_with_the_same_result(tmp_path: Path) -> None:
    """One has the pages, the other the data; a leak in either is seen."""
    for number in range(200):
        (tmp_path / f"{number}.html").write_text(f"<p>Page</p><p>{number}</p>")
    assert scan(tmp_path, WITHHELD) == []
    (tmp_path / "data.json").write_text(json.dumps(TITLE))
    assert scan(tmp_path, WITHHELD) == [Leak("data.json", PLACE)]
    (tmp_path / "77.html").write_text(f"<p>Page</p><p>{TITLE}</p>")
    assert scan(tmp_path, WITHHELD) == [Leak("77.html", PLACE), Leak("data.json", PLACE)]


def test_what_stands_behind_many_words_is_seen(tmp_path: Path) -> None:
    """Rows are looked through some thousand words at a time, and none reaches from one file into the next."""
    for name, text in (("a.txt", "word " * 9000 + "Ferry"), ("b.txt", "contract dispute"), ("c.txt", "word " * 9000)):
        (tmp_path / name).write_text(text)
    assert scan(tmp_path, WITHHELD) == []
    (tmp_path / "d.txt").write_text(TITLE)
    assert scan(tmp_path, WITHHELD) == [Leak("d.txt", PLACE)]


def test_an_archive_holds_what_stands_nowhere_else(tmp_path: Path) -> None:
    """It is read like any other file."""
    (tmp_path / "x.zip").write_bytes(_packed(a_json='"x"'))
    assert scan(tmp_path, WITHHELD) == []
    (tmp_path / "x.zip").write_bytes(_packed(a_json=json.dumps(TITLE)))
    assert scan(tmp_path, WITHHELD) == [Leak("x.zip", PLACE)]


def test_a_member_of_an_archive_that_differs_from_the_file_beside_it_is_read(tmp_path: Path) -> None:
    """A name says nothing of what stands in it."""
    (tmp_path / "a.json").write_text('"x"')
    (tmp_path / "x.zip").write_bytes(_packed(a_json='"x"'))
    assert scan(tmp_path, WITHHELD) == []
    (tmp_path / "x.zip").write_bytes(_packed(a_json=json.dumps(TITLE)))
    assert scan(tmp_path, WITHHELD) == [Leak("x.zip", PLACE)]
