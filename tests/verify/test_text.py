from __future__ import annotations

import base64
import gzip
import io
import json
import subprocess
import zipfile
import zlib
from pathlib import Path

import pytest
from pagefind_bin import get_executable

from attached import spoilt
from public_record.model.findings import Place
from public_record.model.fingerprints import Fingerprints, words_of
from public_record.verify.text import UnreadableError, texts

PLACE = Place("content/withheld.md", 7)
TITLE = "Ferry contract dispute"
BODY = "the operator asked for forty thousand pounds more than was agreed in fact last spring"


@pytest.fixture
def withheld() -> Fingerprints:
    kept = Fingerprints()
    kept.add(words_of(TITLE), PLACE)
    kept.add(words_of(BODY), PLACE)
    return kept


def holds(withheld: Fingerprints, name: str, data: str | bytes) -> bool:
    """Say whether a file holds something withheld."""
    encoded = data if isinstance(data, bytes) else data.encode()
    return bool([place for words in texts(name, encoded) for place in withheld.find(words)])


IN_HTML = {
    "a heading": f"<h1>{TITLE}</h1>",
    "eight words of a text": "<p>He said that forty thousand pounds more than was agreed in fact.</p>",
    "lines broken": BODY.replace(" ", "\n   "),
    "tags between words": "<p>" + " ".join(f"<em>{word}</em>" for word in BODY.split()) + "</p>",
    "a tag inside a word": "<p>the operator asked for for<b>ty</b> thousand pounds more than</p>",
    "two tags inside a word": "<p>Fer<b><i>ry</i></b> contract dispute</p>",
    "a comment inside a word": "<p>Fer<!-- -->ry contract dispute</p>",
    "cells without a space between": "<tr><td>Ferry</td><td>contract</td><td>dispute</td></tr>",
    "inline tags for a space": "<a>Minute 12<span>Ferry contract dispute</span></a><span>12 March</span>",
    "line breaks": "Ferry<br>contract<br/>dispute",
    "letters as references": "&#70;erry contr&#x61;ct&nbsp;dispute",
    "soft hyphens": "Fer&shy;ry con\u00adtract dis&#8203;pute",
    "upper case": TITLE.upper(),
    "other marks between words": "ferry_contract\u2013dispute",
    "the title of the page": f"<title>{TITLE} - Site</title>",
    "a description": f'<meta name="description" content="{TITLE}">',
    "an attribute in other quotes": f"<img alt='{TITLE}'>",
    "an attribute of two lines": '<a\n title="Ferry\ncontract dispute">x</a>',
    "an attribute with signs": f'<a title="a > b, {TITLE}">x</a>',
    "an anchor": '<h2 id="ferry-contract-dispute">x</h2>',
    "an address": '<a href="../ferry-contract-dispute/">x</a>',
    "an address with percent signs": '<a href="../Ferry%20contract%20dispute.pdf">x</a>',
    "a comment": f"<!-- {TITLE} -->",
    "a comment with tags": "<!-- <p>Ferry <b>contract</b> dispute</p> -->",
    "a comment that is not closed": f"<p>x</p><!-- {TITLE}",
    "a processing instruction": f"<?note {TITLE}?>",
    "a script": f"<script>var title = '{TITLE}'</script>",
    "a script with escapes": r"<script>t = '\u0046erry\x20contract\ndispute'</script>",
    "a script that is not closed": f"<script>t = '<b>x</b>'; '{TITLE}'",
    "an attribute of a script": f'<script data-title="{TITLE}"></script>',
    "linked data": f'<script type="application/ld+json">{{"name": "{TITLE}"}}</script>',
    "linked data with escapes": r'<script type="application/ld+json">{"name": "Ferr\u0079 contract\ndispute"}</script>',
    "a style sheet": f"<style>.x::after {{ content: '{TITLE}' }}</style>",
    "escaped source": "<pre>&lt;p&gt;Ferry &lt;em&gt;contract&lt;/em&gt; dispute&lt;/p&gt;</pre>",
    "a tag that is not closed": f"<p>x <a title='{TITLE}",
    "a template": f"<template><p>{TITLE}</p></template>",
}


@pytest.mark.parametrize("html", IN_HTML.values(), ids=IN_HTML.keys())
def test_withheld_words_are_seen_wherever_html_holds_them(withheld: Fingerprints, html: str) -> None:
    """A reader of the page, of its source, or of a search engine would see them."""
    assert holds(
        withheld, "index.html", f"<!doctype html><html><body><p>Before.</p>{html}</body></html>" if ">" in html else html
    )


def _binary(text: str) -> bytes:
    return b"\x89PNG\r\n\x1a\n\x00\xff\xfe" + text.encode() + b"\x00\x01\x80\x81"


def _zip(name: str, text: str | bytes) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr(name, text)
    return buffer.getvalue()


def _commented(archive: bytes = b"", entry: bytes = b"", extra: bytes = b"") -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as packed:
        described = zipfile.ZipInfo("a.txt")
        described.comment, described.extra = entry, extra
        packed.writestr(described, "x")
        packed.comment = archive
    return buffer.getvalue()


def _between(archive: bytes, words: bytes) -> bytes:
    """Put words right behind the last file of an archive, before its list of files."""
    at = archive.index(b"PK\x01\x02")
    end = archive.rindex(b"PK\x05\x06")
    moved = (at + len(words)).to_bytes(4, "little")
    return archive[:at] + words + archive[at : end + 16] + moved + archive[end + 20 :]


LONG = TITLE + " " + "x" * 66

IN_FILES = {
    "json value": ("a.json", json.dumps({"a": [{"b": TITLE}]}).encode()),
    "json key": ("a.json", json.dumps({TITLE: 1}).encode()),
    "json twice the same key": ("a.json", f'{{"a": "{TITLE}", "a": "x"}}'.encode()),
    "json html": ("a.json", json.dumps({"html": "<p>Ferry <b>con</b>tract dispute"}).encode()),
    "json escapes": ("a.json", rb'["\u0046erry contract\tdispute"]'),
    "json quotes": ("a.json", json.dumps(f'he said "{TITLE}" \\\\').encode()),
    "json broken": ("a.json", f'{{"a": "{TITLE}",'.encode()),
    "json one string": ("a.json", json.dumps(TITLE).encode()),
    "source map": ("a.js.map", json.dumps({"sourcesContent": [f"// {TITLE}"]}).encode()),
    "source map with escapes": ("a.js.map", rb'{"sourcesContent": ["// Ferr\u0079 contract dispute"]}'),
    "atom": ("feed.xml", b"<feed><title type='html'>&lt;b&gt;Ferry&lt;/b&gt; contract dispute</title></feed>"),
    "atom cdata": ("feed.atom", f"<feed><summary><![CDATA[<p>{TITLE}</p>]]></summary></feed>".encode()),
    "sitemap": ("sitemap.xml", b"<url><loc>https://example.org/ferry-contract-dispute/</loc></url>"),
    "sitemap compressed": ("sitemap.xml.gz", gzip.compress(b"<loc>/ferry-contract-dispute/</loc>")),
    "compressed twice": ("a.gz", gzip.compress(gzip.compress(TITLE.encode()))),
    "calendar": ("a.ics", b"BEGIN:VEVENT\r\nSUMMARY:Ferry con\r\n tract\\ndispute\r\nEND:VEVENT\r\n"),
    "calendar folded inside a letter": (
        "a.ics",
        "SUMMARY:Caf\u00e9, ferry contract dis".encode().replace(b"\xc3\xa9", b"\xc3\r\n \xa9") + b"\r\n pute\r\n",
    ),
    "calendar with a packed value": (
        "a.ics",
        b"ATTACH;FMTTYPE=text/plain;ENCODING=BASE64;VALUE=BINARY:" + base64.b64encode(TITLE.encode()),
    ),
    "calendar with a folded packed value": ("a.ics", b"ATTACH;ENCODING=BASE64:RmVycnkgY29udHJh\r\n Y3QgZGlzcHV0ZQ==\r\n"),
    "calendar with a packed value in small letters": ("a.ics", b"attach;encoding=base64:" + base64.b64encode(TITLE.encode())),
    "csv": ("a.csv", b'"2025","Ferry contract\ndispute"\r\n'),
    "plain text": ("a.txt", b"\xef\xbb\xbfFerry contract\r\ndispute"),
    "markdown": ("a.md", b"## Ferry **contract** _dispute_"),
    "script": ("a.js", rb"let a='Ferry\u0020contract dispute'"),
    "script with needless escapes": ("a.js", rb"let a='\Ferry\u{20}contract\'dispute'"),
    "style sheet": ("a.css", f"/* {TITLE} */".encode()),
    "picture that is text": ("a.svg", f"<svg><title>{TITLE}</title></svg>".encode()),
    "picture": ("a.png", _binary(TITLE)),
    "picture, two bytes a letter": ("a.png", b"\x89PNG\xff" + TITLE.encode("utf-16-le")),
    "text, two bytes a letter": ("a.txt", TITLE.encode("utf-16")),
    "text, two bytes a letter and no mark": ("a.txt", TITLE.encode("utf-16-le")),
    "letters of another alphabet's encoding": ("a.txt", b"caf\xe9 Ferry contract dispute"),
    "office document": (
        "a.docx",
        _zip("word/document.xml", "<t>Fer</t><b>ry</b> x <t>Ferry</t> <t>contract</t> <t>dispute</t>"),
    ),
    "name in an archive": ("a.zip", _zip("ferry contract dispute.txt", "x")),
    "archive of an archive": ("a.zip", _zip("b.zip", _zip("items.csv", f"id,title\r\n1,{TITLE}\r\n"))),
    "comment of an archive": ("a.zip", _commented(archive=TITLE.encode())),
    "comment of a file in an archive": ("a.zip", _commented(entry=TITLE.encode())),
    "field of a file in an archive": (
        "a.zip",
        _commented(extra=b"\xfe\xca" + len(TITLE).to_bytes(2, "little") + TITLE.encode()),
    ),
    "archive with words between a file that has a field and its list": (
        "a.bin",
        _between(_commented(extra=b"\xfe\xca\x02\x00xy"), TITLE.encode() + b"\n"),
    ),
    "fragment with an escape": ("a.pf_fragment", gzip.compress(b'pagefind_dcd{"content":"\\u0046erry contract dispute"}')),
    "fragment with a broken letter": ("a.pf_fragment", gzip.compress(b'pagefind_dcd{"content":"\xc3 Ferry contract dispute"}')),
    "archive with words behind it": ("a.bin", _zip("a.txt", "x") + TITLE.encode()),
    "without a suffix": ("CNAME", TITLE.encode()),
    "name of the file": ("files/ferry-contract-dispute.pdf", b""),
    "name with percent signs": ("Ferry%20contract%20dispute.txt", b""),
    "fragment": ("a.pf_fragment", gzip.compress(b"pagefind_dcd" + json.dumps({"content": TITLE}).encode())),
    "cbor": ("a.pf_filter", gzip.compress(b"pagefind_dcd\x82\x64kind\x81\x76Ferry contract dispute\x18\x2a")),
    "cbor with references": ("a.pf_filter", gzip.compress(b"pagefind_dcd\x81\x78\x1aFerry contract&nbsp;dispute")),
    "cbor, a long text": (
        "a.pf_meta",
        gzip.compress(b"pagefind_dcd\x9f\x19\x01\x02\x78\x59" + LONG.encode() + b"\xff"),
    ),
    "cbor cut short": ("a.pf_meta", gzip.compress(b"pagefind_dcd\x82\x78\xffFerry contract dispute")),
    "cbor of two strings that no sentence makes": (
        "a.pf_meta",
        gzip.compress(b"pagefind_dcd\x82\x61x\x76Ferry contract dispute"),
    ),
    "json of pagefind": ("a.pf_meta", gzip.compress(b'pagefind_dcd["Fer\\u0072y contract dispute"]')),
    "json in capitals": ("A.JSON", rb'["Ferr\u0079 contract dispute"]'),
    "json compressed": ("a.json.gz", gzip.compress(rb'["Ferr\u0079 contract dispute"]')),
    "json in an archive": ("a.zip", _zip("a/b.JSON", r'["Ferr\u0079 contract dispute"]')),
    "calendar in capitals": ("A.ICS", b"SUMMARY:Fer\n ry contract dispute"),
    "calendar folded by a tab": ("a.ics", b"SUMMARY:Fer\r\n\try contract dispute"),
    "calendar with capital escapes": ("a.ics", rb"SUMMARY:Ferry\Ncontract\ndispute"),
    "percent signs in plain text": ("a.txt", b"/Ferry%20contract%20dispute"),
    "map of geography": ("a.geojson", rb'{"a": "Ferr\u0079 contract dispute"}'),
    "manifest": ("a.webmanifest", rb'{"a": "Ferr\u0079 contract dispute"}'),
    "linked data": ("a.jsonld", rb'{"a": "Ferr\u0079 contract dispute"}'),
    "module": ("a.mjs", rb"'Ferr\u0079 contract dispute'"),
    "half a character among bytes": ("a.bin", b"\xff\xed\xa0\x80 Ferry contract dispute"),
    "empty bytes in a text": ("a.txt", b"\0Ferry contract dispute"),
    "empty bytes between letters of a text": ("a.txt", "\0".join(TITLE).encode()),
    "pdf in capitals": ("A.PDF", b"%PDF (Ferr\\171 contract dispute)"),
    "word document": ("a.docx", _zip("word/document.xml", "<w:t>Fer</w:t><w:t>ry</w:t><w:t> contract dispute</w:t>")),
    "spreadsheet": ("a.xlsx", _zip("xl/a.xml", "<t>Fer</t><t>ry</t><t> contract dispute</t>")),
    "photograph": ("a.jpg", b"\xff\xd8\x01" + b"1Ferry contract dispute"),
    "photograph by its other name": ("a.jpeg", b"\xff\xd8\x01" + b"1Ferry contract dispute"),
    "cbor that is none": ("a.pf_meta", gzip.compress(b"pagefind_dcd\x1c\x00Ferry contract dispute")),
}


@pytest.mark.parametrize(("name", "data"), IN_FILES.values(), ids=IN_FILES.keys())
def test_withheld_words_are_seen_in_files_of_every_kind(withheld: Fingerprints, name: str, data: bytes) -> None:
    """Search indexes, feeds and attachments have leaked elsewhere when pages did not."""
    assert holds(withheld, name, data)


@pytest.mark.parametrize("words", ["it is so", "a b c", "it\nis\tso", "it\ris so", "żółw łódź święta", "中文 日本 韓國"])
def test_short_words_and_letters_of_every_script_are_seen_among_bytes(words: str) -> None:
    """Of one byte, of two and of three."""
    kept = Fingerprints()
    kept.add(words_of(words), PLACE)
    assert holds(kept, "a.bin", b"\xff\x01" + words.encode() + b"\x01\xff")


NOT_THE_SAME = {
    "fewer words": "<p>Ferry contract</p>",
    "other words between": "<p>Ferry contract, no dispute</p>",
    "attributes of two tags": '<a title="Ferry contract"></a><a title="dispute"></a>',
    "seven words of a text": "forty thousand pounds more than was agreed",
    "part of a longer word": "Ferry contract disputed",
}


@pytest.mark.parametrize("html", NOT_THE_SAME.values(), ids=NOT_THE_SAME.keys())
def test_other_words_are_not_taken_for_withheld_ones(withheld: Fingerprints, html: str) -> None:
    """A build that stops for nothing is a build that somebody will learn to force."""
    assert not holds(withheld, "index.html", html)


def test_texts_of_different_parts_of_a_file_do_not_form_a_run(withheld: Fingerprints) -> None:
    """Members of an archive, strings of an index, the name of a file and what stands in it."""
    assert not holds(withheld, "a.pf_meta", gzip.compress(b"pagefind_dcd\x82\x6eFerry contract\x67dispute"))
    assert not holds(withheld, "ferry-contract.txt", "dispute")
    assert not holds(withheld, "a.zip", _zip("ferry-contract.txt", "dispute"))


def test_a_file_of_noise_with_an_empty_byte_is_read_both_ways(withheld: Fingerprints) -> None:
    """Words beside empty bytes, and words that have them between their letters."""
    noise = b"\xff\x00\x01 Ferry contract dispute"
    assert (holds(withheld, "a.bin", noise), holds(withheld, "a.bin", b"\xff" + TITLE.encode("utf-16-be"))) == (True, True)
    assert [len(list(texts("a.bin", data))) for data in (b"\xffwords", b"\xff\0words")] == [2, 3]


def test_strings_that_follow_one_another_do_not_form_a_run(withheld: Fingerprints) -> None:
    """A list of subjects is no sentence."""
    assert not holds(withheld, "a.json", json.dumps(["Ferry", "contract", "dispute"]))
    assert not holds(withheld, "a.json", json.dumps({"Ferry contract": "dispute"}))


def test_json_that_is_nested_too_deeply_is_read_all_the_same(withheld: Fingerprints) -> None:
    """What a parser would give up on is still text."""
    assert holds(withheld, "a.json", "[" * 100_000 + f'"{TITLE}"')


@pytest.mark.parametrize(
    "data",
    [
        gzip.compress(b"words" * 100)[:-20],
        b"PK\x03\x04 no archive",
        b"\x1f\x8b\x08\x00\x00\x00\x00\x00\x00\x03zzzz",
        spoilt(zipfile.ZIP_BZIP2),
        spoilt(zipfile.ZIP_LZMA),
    ],
    ids=["cut", "zip", "bad", "bzip2", "lzma"],
)
def test_what_cannot_be_opened_cannot_be_passed(data: bytes) -> None:
    """Nobody can say what such a file holds, so nobody may promote it."""
    with pytest.raises(UnreadableError, match=r"^a\.bin$"):
        list(texts("a.bin", data))


@pytest.mark.process
def test_what_pagefind_writes_can_be_read(withheld: Fingerprints, tmp_path: Path) -> None:
    """Its format is not documented: this test notices when it changes."""
    body = f'<body><h1>Open</h1><p data-pagefind-filter="subject">{TITLE}</p><p>{BODY}</p></body>'
    (tmp_path / "index.html").write_text(f'<!doctype html><html lang="en">{body}</html>')
    subprocess.run([get_executable(), "--site", tmp_path, "--quiet"], check=True, capture_output=True)
    found = {path.suffix for path in tmp_path.rglob("*") if path.is_file() and holds(withheld, "x", path.read_bytes())}
    assert found == {".html", ".pf_fragment", ".pf_filter"}


def test_a_file_of_noise_is_read_in_good_time(withheld: Fingerprints) -> None:
    """Marks that open and never close must not cost more than their length."""
    noise = zlib.compress(bytes(range(256)) * 400, 0)
    assert not holds(withheld, "a.bin", noise)
    assert not holds(withheld, "a.html", "<a '" * 5_000)
