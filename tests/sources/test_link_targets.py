"""Where links may lead."""

from __future__ import annotations

import pytest

from builders import agenda, meeting_files, notes, paper, public, told


def _files(text: str) -> dict[str, str]:
    return meeting_files(agenda=agenda(), b1=paper(text))


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("[x](../b2/)", id="relative"),
        pytest.param("[x](b2.pdf)", id="file"),
        pytest.param("[x](/kcsp/)", id="from the root"),
        pytest.param("[x](//other.example/)", id="without scheme"),
        pytest.param("[x](#paragraph-1)", id="anchor"),
        pytest.param("[x](javascript:alert(1))", id="script"),
        pytest.param("[x]( JavaScript:alert(1))", id="script, behind a space"),
        pytest.param("[x](data:text/html,x)", id="data"),
        pytest.param("[x](ftp://www.example.org/)", id="other scheme"),
        pytest.param("[x]()", id="nothing"),
        pytest.param("[x](https://)", id="scheme alone"),
        pytest.param("[x](record:hill/2024-05-14/B1/)", id="id in capitals"),
        pytest.param('[x](record:a"b)', id="no id"),
        pytest.param("[x](<../b2/>)", id="angle brackets"),
        pytest.param("[x](\n../b2/)", id="on the next line"),
        pytest.param("[a [b] c](b2.pdf)", id="brackets in brackets"),
        pytest.param("- a [x](b2.pdf)", id="list"),
        pytest.param("| a |\n| --- |\n| [x](b2.pdf) |", id="table"),
        pytest.param("A [x].\n\n[x]: ../b2/", id="definition"),
        pytest.param("A [x].\n\n   [x]: b2.pdf 'title'", id="indented definition"),
        pytest.param("A [x].\n\n[x]:\n  javascript:alert(1)", id="definition on two lines"),
        pytest.param("![map](https://www.example.org/map.png)", id="picture"),
        pytest.param("![map][m]\n\n[m]: https://www.example.org/map.png", id="picture by reference"),
        pytest.param("[![map](https://www.example.org/map.png)](https://www.example.org/)", id="picture in a link"),
    ],
)
def test_a_link_that_leads_to_no_web_address_stops_the_build(text: str) -> None:
    """So does a picture, wherever it leads; and the meeting is kept back."""
    assert {one.partition(" ")[2] for one in told(_files(text))} - {"table-name"} == {"link-target"}
    assert public(_files(text)).meetings == ()


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("[x](https://www.example.org/a_(b)), [y](http://www.example.org)", id="addresses"),
        pytest.param("[x]( <https://www.example.org/> 'title')", id="brackets, spaces and title"),
        pytest.param("[x](HTTPS://www.example.org/)", id="capitals"),
        pytest.param("[x](mailto:office@example.org)", id="mail"),
        pytest.param("[x](record:hill/2024-05-14/b1/#paragraph-2-2--2)", id="id"),
        pytest.param("[x](record:)", id="stopped"),
        pytest.param("A [x].\n\n[x]: record:hill/2024-05-14/b1/", id="definition by id"),
        pytest.param("[x](\n  https://www.example.org/)", id="on the next line"),
        pytest.param("A [x].\n\n[x]: https://www.example.org/", id="definition"),
        pytest.param("A [x].\n\n[x]:\n  <https://www.example.org/>", id="definition on two lines"),
        pytest.param("A.[^1]\n\n[^1]: b2.pdf, page 3.", id="footnote"),
        pytest.param("Well lit![^1]\n\n[^1]: On page 3.", id="footnote behind an exclamation mark"),
        pytest.param("Lamps [sic] (two of them): [a] (b).", id="brackets"),
    ],
)
def test_links_to_web_addresses_and_footnotes_are_fine(text: str) -> None:
    """Nothing is said of them."""
    assert told(_files(text)) == []


def test_a_link_is_named_by_its_line_in_papers_and_in_notes() -> None:
    """Counted from the top of the file, headings of minutes included."""
    text = "[a](https://www.example.org/)\n\nB [b](b.pdf)\n\n[c]: c.pdf"
    assert told(_files(text)) == ["b1.md:10 link-target", "b1.md:12 link-target"]
    minutes = notes("## 1. Lamps [x](x.pdf)\n(Item B1)\n\nA [b](b.pdf)")
    assert told(meeting_files(agenda=agenda(), notes=minutes)) == ["notes.md:8 link-target", "notes.md:11 link-target"]
