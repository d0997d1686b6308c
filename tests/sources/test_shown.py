"""The words that a reader sees in an attachment, and nothing of how its file is built."""

from __future__ import annotations

import io
import zipfile
from types import SimpleNamespace

import pypdfium2
import pytest
from pikepdf import Encryption, Pdf

from attached import docx, package, pdf, pdf_bytes, picture, sheet, spoilt, xlsx
from public_record.sources.shown import rows_of

SHOWN = ["open", "minutes", "of", "the", "meeting"]
PARAGRAPHS = (
    '<w:p><w:r><w:t>Fer</w:t></w:r><w:r><w:t xml:space="preserve">ry &amp; br</w:t></w:r><w:r><w:t>idge</w:t><w:tab/>'
    "<w:t>x</w:t></w:r></w:p><w:p><w:r><w:t>Next</w:t></w:r></w:p>"
)
GAPS = "<w:p><w:r><w:t>a</w:t><w:br/><w:t>b</w:t><w:cr/><w:t>c</w:t><w:tab/><w:t>d</w:t><w:tabs/><w:t>e</w:t></w:r></w:p>"
CELLS = (
    '<row r="1"><c t="inlineStr"><is><t>One two</t></is></c><c><v>77</v></c><c t="inlineStr"><is><t>three</t></is></c></row>'
)
STRINGS = {"xl/sharedStrings.xml": "<sst><si><r><t>Fer</t></r><r><t>ry</t></r></si><si><t>bridge</t></si></sst>"}
PARTED = b"BT /F1 12 Tf 20 160 Td (The fer-) Tj 0 -20 Td (ry bridge) Tj ET\n"
OTHER_PARTS: dict[str, str | bytes] = {"word/media/image1.png": picture("png"), "other/a.xml": "<w:p><w:t>Unseen</w:t></w:p>"}


def _two_pages() -> bytes:
    made = pdf()
    made.pages.extend(pdf().pages)
    return pdf_bytes(made)


FILES = {
    "a pdf": (".pdf", _two_pages(), [[*SHOWN, *SHOWN]]),
    "a pdf with a word that goes on in the next line": (".pdf", pdf_bytes(pdf(PARTED)), [[*SHOWN, "the", "ferry", "bridge"]]),
    "a word document with gaps": (".docx", package(docx(GAPS)), [[*SHOWN, "a", "b", "c", "de"]]),
    "a word document with other parts": (".docx", package(docx() | OTHER_PARTS), [SHOWN]),
    "a word document": (".docx", package(docx(PARAGRAPHS)), [[*SHOWN, "ferry", "bridge", "x", "next"]]),
    "a spreadsheet": (".xlsx", package(xlsx(sheet(CELLS))), [["one", "two"], ["three"]]),
    "a spreadsheet with its strings apart": (".xlsx", package(xlsx(sheet("")) | STRINGS), [["ferry"], ["bridge"]]),
    "a table": (".csv", b"Name,Sum\r\nFerry,40\r\nBridge,50\r\n", [["ferry", "40"], ["bridge", "50"]]),
    "a text": (".txt", "Caf\u00e9\nbridge".encode(), [["cafe", "bridge"]]),
    "a text of another encoding": (".txt", "Caf\u00e9".encode("cp1252"), [["cafe"]]),
    "a text with a byte that stands for nothing": (".txt", b"Caf\xe9 \x81 bridge", [["cafe", "bridge"]]),
    "a text of two bytes a letter, the low one first": (".txt", b"\xff\xfe" + "Caf\u00e9".encode("utf-16-le"), [["cafe"]]),
    "a text of two bytes a letter, the high one first": (".txt", b"\xfe\xff" + "Caf\u00e9".encode("utf-16-be"), [["cafe"]]),
    "a picture": (".png", picture("png"), []),
    "a photograph": (".jpeg", picture("jpeg"), []),
}  # fmt: skip


@pytest.mark.parametrize(("suffix", "data", "expected"), FILES.values(), ids=FILES)
def test_what_a_reader_sees_is_read(suffix: str, data: bytes, expected: list[list[str]]) -> None:
    """Text by text: a cell of a spreadsheet, a row of a table, and else the whole."""
    assert [row for row in rows_of(suffix, data) or () if row] == expected


def _locked() -> bytes:
    buffer = io.BytesIO()
    pdf().save(buffer, encryption=Encryption(owner="x", user="y"))
    return buffer.getvalue()


def _without_text() -> bytes:
    made = Pdf.new()
    made.add_blank_page()
    return pdf_bytes(made)


def _larger_than_any_paper() -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive, archive.open("word/document.xml", "w") as part:
        for _ in range(201):
            part.write(b" " * 1_000_000)
    return buffer.getvalue()


@pytest.mark.parametrize("sign", ["-\r\n", "- \n", "\x02\r\n", "\xad\n", "\ufffe\r\n", "\ufffe"])
def test_a_word_that_goes_on_in_the_next_line_is_one(monkeypatch: pytest.MonkeyPatch, sign: str) -> None:
    """However the library that reads a page writes the sign between its parts."""
    page = SimpleNamespace(get_textpage=lambda: SimpleNamespace(get_text_range=lambda: f"The fer{sign}ry - bridge"))
    monkeypatch.setattr(pypdfium2, "PdfDocument", lambda _: [page])
    assert rows_of(".pdf", b"") == [["the", "ferry", "bridge"]]


def _spoilt_within() -> bytes:
    """Write an archive of one part, with other bytes behind its name, where what is packed begins."""
    data = package({"word/a.xml": "<w:t/>" * 99})
    start = data.index(b"word/a.xml") + len(b"word/a.xml")
    return data[:start] + b"\xff" * 9 + data[start + 9 :]


def _damaged(at: int, value: bytes) -> bytes:
    """Write an archive of one part, and other bytes in the list of its parts."""
    data = package({"word/a.xml": "<w:t>Ferry</w:t>" * 99})
    start = data.index(b"PK\x01\x02") + at
    return data[:start] + value + data[start + len(value) :]


UNREADABLE = {
    "a pdf with a password": (".pdf", _locked()),
    "a pdf that is none": (".pdf", b"x"),
    "a pdf of pictures": (".pdf", _without_text()),
    "a kind that is not known": (".odt", b"x"),
    "a file without a kind": (".prices", b"x"),
    "a word document that is none": (".docx", b"x"),
    "a word document cut short": (".docx", package(docx())[:-30]),
    "a word document that cannot be unpacked": (".docx", _spoilt_within()),
    "a word document with a password": (".docx", _damaged(8, b"\x01")),
    "a word document packed in a way that is not known": (".docx", _damaged(10, b"\x63")),
    "a word document that ends too early": (".docx", _damaged(10, bytes(10) + b"\xff\xff\x00\x00" * 2)),
    "an archive of something else": (".docx", package({"a.txt": b"x"})),
    "a word document that fills the memory": (".docx", _larger_than_any_paper()),
    **{f"a spoilt word document, packed in way {way}": (".docx", spoilt(way)) for way in (8, 12, 14)},
    "a spreadsheet with bytes that are no letters": (".xlsx", package({"xl/a.xml": b"\xff"})),
}


@pytest.mark.parametrize(("suffix", "data"), UNREADABLE.values(), ids=UNREADABLE)
def test_what_cannot_be_read_is_told_from_what_has_no_words(suffix: str, data: bytes) -> None:
    """Nothing is raised: the file stays behind anyway."""
    assert rows_of(suffix, data) is None


@pytest.mark.parametrize("unfinished", ["<w:t ", "<w:br ", "<w:", "<", "<w:t>"])
def test_tags_that_never_end_are_passed_over(unfinished: str) -> None:
    """Each is read once, and not to the end of the file: so many would take an hour."""
    assert rows_of(".docx", package({"word/document.xml": unfinished * 400_000})) == [[]]
