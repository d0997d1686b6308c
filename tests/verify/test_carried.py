"""What is packed into an address is published like a file of its own: a picture with its remarks, a page in a page."""

from __future__ import annotations

import base64
import gzip
import io
import json
import string
import zipfile
import zlib
from urllib.parse import quote

import pytest

from public_record.model.findings import Place
from public_record.model.fingerprints import Fingerprints, words_of
from public_record.verify.memory import PassMemory
from public_record.verify.text import UnreadableError, texts

TITLE = "Ferry contract dispute"
WITHHELD = Fingerprints()
WITHHELD.add(words_of(TITLE), Place("content/withheld.md", 7))


def seen(name: str, text: str) -> list[bool]:
    """Say whether the withheld title stands in a file: read for itself, and on the way through a site."""
    rows = [list(texts(name, text.encode(), memory)) for memory in (None, PassMemory())]
    return [any(True for words in read for _ in WITHHELD.find(words)) for read in rows]


def packed(data: bytes, kind: str = "") -> str:
    """Write a file as an address."""
    return f"data:{kind};base64,{base64.b64encode(data).decode()}"


def _chunk(kind: bytes, body: bytes) -> bytes:
    return len(body).to_bytes(4) + kind + body + zlib.crc32(kind + body).to_bytes(4)


def _archive(name: str, text: str) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr(name, text)
    return buffer.getvalue()


PNG = b"\x89PNG\r\n\x1a\n" + _chunk(b"zTXt", b"Comment\0\0" + zlib.compress(TITLE.encode())) + _chunk(b"IDAT", b"\xff\x80")
ADDRESSES = {
    "text": packed(TITLE.encode()),
    "a page": packed(b"<p>Fer<b>ry</b> contract dispute</p>", "text/html;charset=utf-8"),
    "a drawing": packed(f"<svg><title>{TITLE}</title></svg>".encode(), "image/svg+xml"),
    "a packed drawing": packed(gzip.compress(f"<svg><title>{TITLE}</title></svg>".encode()), "image/svg+xml"),
    "a drawing that is not packed": f"data:image/svg+xml,{quote('<svg><desc>Fer<b>ry</b> contract dispute</desc></svg>')}",
    "a picture with a packed remark": packed(PNG, "image/png"),
    "a photograph": packed(b"\xff\xd8\xff\xfe\x001Ferry contract dispute\xff\xd9", "image/jpeg"),
    "a document": packed(b"%PDF (Ferr\\171 contract dispute)", "application/pdf"),
    "a document of another name": packed(b"%PDF (Ferr\\171 contract dispute)", "application/octet-stream"),
    "a word document": packed(
        _archive("word/document.xml", "<w:t>Fer</w:t><w:t>ry</w:t><w:t> contract dispute</w:t>"),
        "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    ),
    "an archive": packed(_archive("a.txt", TITLE), "application/zip"),
    "data": packed(rb'["Ferr\u0079 contract dispute"]', "application/json"),
    "a script": packed(rb"'Ferr\u0079 contract dispute'", "text/javascript"),
    "text of two bytes a letter": packed(TITLE.encode("utf-16")),
    "one in another": packed(f"<img src='{packed(PNG)}'>".encode(), "text/html"),
    "without its last signs": packed(f"{TITLE}!!".encode()).rstrip("="),
    "packed with percent signs": f"data:;base64,{quote(base64.b64encode(b'>>>?' + TITLE.encode()).decode(), safe='')}",
    "in other letters": packed(TITLE.encode(), "Text/Plain").replace("base64", "BASE64").replace("data:", "DATA:"),
    "with a place in it": packed(TITLE.encode()) + "#a",
}


@pytest.mark.parametrize("address", ADDRESSES.values(), ids=ADDRESSES)
def test_what_is_packed_into_an_address_is_read_like_a_file(address: str) -> None:
    """Whatever it is."""
    assert seen("index.html", f'<p>One</p><img alt="" src="{address}">') == [True, True]


ADDRESS = packed(TITLE.encode(), "text/plain")
ESCAPED = rf"\64 {ADDRESS[1:]}"
CARRIERS = {
    "an attribute in other quotes": ("a.html", f"<img src='{ADDRESS}'>"),
    "an attribute without quotes": ("a.html", f"<img src={ADDRESS}>"),
    "an attribute with spaces": ("a.html", f'<img src=" {ADDRESS[:30]}\n {ADDRESS[30:]} ">'),
    "an attribute with references": ("a.html", f'<img src="{ADDRESS.replace(":", "&colon;").replace("=", "&#61;")}">'),
    "a scheme in two lines": ("a.html", f'<img src="{ADDRESS.replace("data", "da&#10;TA")}">'),
    "an attribute behind others": ("a.html", f"<img alt='x' width=\"5\" srcset='a.png 1x, {ADDRESS} 2x'>"),
    "a style in an attribute": ("a.html", f"<p style=\"background: url('{ADDRESS}')\">x</p>"),
    "an attribute behind a sign that browsers pass over": ("a.html", f'<img src="\x01{ADDRESS[:30]} {ADDRESS[30:]}">'),
    "a way of packing in two lines": ("a.html", f'<img src="{ADDRESS.replace("base64", "ba&#10;se64")}">'),
    "a list of pictures": ("a.html", f'<img srcset="{ADDRESS},">'),
    "a list of pictures behind one that is not packed": ("a.html", f'<img srcset="data:text/plain,x 1x, {ADDRESS} 2x">'),
    "a style behind what looks like an address": ("a.html", f'<p style="data:x,y;background:url({ADDRESS})">x</p>'),
    "a style with escapes": ("a.html", f'<p style="background:url({ESCAPED})">x</p>'),
    "an address in an address": ("a.html", f'<img src="data:text/plain,{ADDRESS}">'),
    "a tag with a sign that is out of place": ("a.html", f'<img alt=it\'s src="{ADDRESS}">'),
    "an opening script": ("a.html", f'<script src="{ADDRESS}"></script>'),
    "a style sheet in a page": ("a.html", f"<style>p {{ background: url({ADDRESS}) }}</style>"),
    "a script in a page": ("a.html", f"<script>x = '{ADDRESS}'</script>"),
    "a comment": ("a.html", f'<!-- <img src="{ADDRESS}"> -->'),
    "source of a page in a feed": ("feed.xml", f'<content>&lt;img src="{ADDRESS}"&gt;</content>'),
    "a page in a page": ("a.html", f"<iframe srcdoc=\"&lt;img src='{ADDRESS}'&gt;\">"),
    "a drawing": ("a.svg", f'<svg><image xlink:href="{ADDRESS}"/></svg>'),
    "a style sheet": ("a.css", f'p {{ background: url( "{ADDRESS}" ) }}'),
    "a style sheet without quotes": ("a.css", f"p {{ background: url({ADDRESS}) }}"),
    "a style sheet in mixed letters": ("a.css", f"p {{ background: url(Data{ADDRESS[4:]}) }}"),
    "a style sheet with escapes": ("a.css", f"p {{ background: url({ESCAPED}) }}"),
    "a style sheet with an escaped letter": ("a.css", "p { background: url(da" + rf"\t{ADDRESS[3:]}) }}"),
    "a style sheet in two lines": ("a.css", f'p {{ background: url("da\\\n{ADDRESS[2:]}") }}'),
    "a style sheet with escapes in a page": ("a.html", f"<style>p {{ background: url({ESCAPED}) }}</style>"),
    "a style sheet in a drawing": ("a.svg", f"<svg><style>p {{ background: url(&#100;{ADDRESS[1:]}) }}</style></svg>"),
    "a style sheet behind one that is not packed": ("a.css", f'p {{ x: "data:x,url({ADDRESS})" }}'),
    "a script with spaces": ("a.js", f"x = `{ADDRESS[:30]} {ADDRESS[30:]}`"),
    "a script": ("a.js", f"x = `{ADDRESS}`".replace("/", r"\/")),
    "a string of data": ("a.json", json.dumps({"image": ADDRESS})),
    "a string of data with spaces": ("a.json", json.dumps({"image": f"Data{ADDRESS[4:30]} {ADDRESS[30:]}"})),
    "an element in data": ("a.json", json.dumps({"html": f'<img src="{ADDRESS}">'})),
    "linked data": ("a.html", f'<script type="application/ld+json">{{"image":"{ADDRESS}"}}</script>'),
    "an index": ("a.pf_meta", f'pagefind_dcd{{"image":"{ADDRESS}"}}'),
    "a calendar": ("a.ics", f"ATTACH:{ADDRESS}\r\n"),
}


@pytest.mark.parametrize(("name", "text"), CARRIERS.values(), ids=CARRIERS)
def test_it_is_read_wherever_a_browser_would_open_it(name: str, text: str) -> None:
    """And wherever a program would find it in data."""
    assert seen(name, text) == [True, True]


@pytest.mark.parametrize(
    "address",
    [
        "data:image/png;base64,A",
        "data:;base64,Zm9v!",
        f"data:;base64,{base64.b64encode(gzip.compress(b'words' * 99)[:-9]).decode()}",
    ],
    ids=["half a letter", "a sign that is none", "a file cut short"],
)
def test_a_page_with_an_address_that_cannot_be_unpacked_cannot_be_passed(address: str) -> None:
    """Nobody can say what it holds. The message names the page."""
    for memory in (None, PassMemory()):
        with pytest.raises(UnreadableError, match=r"^a/index\.html$"):
            list(texts("a/index.html", f'<p>One <img src="{address}"></p>'.encode(), memory))


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("a.html", "<p>Write data:image/png;base64,&hellip; or data:;base64,A.</p>"),
        ("a.json", '["data:image/png;base64,... is an address"]'),
        ("a.css", "/* data:;base64,A */"),
        ("a.css", "/* data:,data:;base64,A */"),
        ("a.html", '<p data:x="y" title="data: twelve, and more">x</p>'),
        ("a.txt", "Data: 12, 13"),
    ],
    ids=["in a text", "in data", "in a style sheet", "within another", "an attribute", "a sentence"],
)
def test_what_nobody_opens_is_text(name: str, text: str) -> None:
    """A paper may speak of such addresses."""
    assert seen(name, text) == [False, False]


SCRIPT = packed(rb"'Ferr\u0079 contract dispute'", "text/javascript;charset=utf-8")
WRITTEN = {
    "one with more signs at its end than it needs": ("a.css", f"p {{ background: url({ADDRESS}=) }}"),
    "one on many lines": ("a.html", f'<img src="{chr(10).join(ADDRESS[at : at + 30] for at in range(0, len(ADDRESS), 30))}">'),
    "one that begins a group on another line": ("a.html", f'<img src="{ADDRESS[:27]}\n{ADDRESS[27:]}">'),
    "one with a space between two groups": ("a.html", f'<img src="{ADDRESS[:27]} {ADDRESS[27:]}">'),
    "one behind one that is not packed": ("a.css", f"p {{ background: url(data:text/plain,x), url({ADDRESS}) }}"),
    "one behind one that is none": ("a.css", f"p {{ background: url(data:;base64,A), url({ADDRESS}) }}"),
    "one with commas": ("a.html", '<img src="data:image/svg+xml,%3Cp>Fer%3Cb>ry%3C/b> contract dispute, of spring">'),
    "a script with its encoding named": ("a.html", f'<script src="{SCRIPT}"></script>'),
    "a style sheet in capitals": ("a.css", f"P {{ BACKGROUND: URL({ADDRESS.replace('data', 'DATA')}) }}"),
    "a string of data in capitals": ("a.json", json.dumps({"image": ADDRESS.replace("data", "DATA")})),
}


@pytest.mark.parametrize(("name", "text"), WRITTEN.values(), ids=WRITTEN)
def test_it_is_read_however_it_is_written(name: str, text: str) -> None:
    """As lenient as the most lenient of those who would open it."""
    assert seen(name, text) == [True, True]


SHEET = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
KINDS = {
    "application/javascript": rb"'Ferr\u0079 contract dispute'",
    "application/ld+json": rb'["Ferr\u0079 contract dispute"]',
    "application/pdf": b"x\n%PDF (Ferr\\171 contract dispute)",
    SHEET: _archive("xl/a.xml", "<t>Fer</t><t>ry</t><t> contract dispute</t>"),
    "text/calendar": b"SUMMARY:Fer\r\n ry contract dispute\r\n",
    "text/css": b"p::after { content: 'Ferr\\79  contract dispute' }",
}


@pytest.mark.parametrize(("kind", "data"), KINDS.items())
def test_it_is_read_as_the_kind_of_file_it_says_it_is(kind: str, data: bytes) -> None:
    """Each hides words in its own way."""
    assert seen("a.html", f"<img src={packed(data, kind)}>") == [True, True]


def test_it_is_read_as_a_picture_unless_it_is_text() -> None:
    """A byte that says how long a text is may look like its first letter; in a text, that letter is one of the word."""
    long = "1Ferry contract dispute"
    for kind in ("image/tiff", "text/plain"):
        assert seen("a.html", f"<img src={packed(b'II*' + bytes([0, 1]) + long.encode(), kind)}>") == [True, True]
        assert seen("a.html", f"<img src={packed(long.encode(), kind)}>") == [False, False]


@pytest.mark.parametrize("before", ["", "a", "ab"])
def test_it_is_read_to_its_last_letter(before: str) -> None:
    """Wherever that stands in a group of signs, and whatever it is."""
    for letter in string.ascii_letters + string.digits:
        rows = texts("a.css", f"url({packed(f'{before} b{letter}'.encode())})".encode())
        assert [*before.split(), f"b{letter.lower()}"] in list(rows)


def test_addresses_deep_in_one_another_are_read() -> None:
    """Each is longer by a third than what it holds, so the reading ends."""
    address = packed(TITLE.encode())
    for _ in range(20):
        address = packed(gzip.compress(f"<img src={address}>".encode()), "image/svg+xml")
    assert seen("a.html", f"<img src='{address}'>") == [True, True]
