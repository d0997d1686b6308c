from __future__ import annotations

import io
from collections.abc import Callable
from typing import Any

import pikepdf
import pypdfium2
import pytest
from pikepdf import Array, AttachedFileSpec, Dictionary, Name, OutlineItem, Pdf, Stream, String

from attached import CANARY, SHOWN, annotate, laid_open, pdf, pdf_bytes, picture
from public_record.gate.cleaning import CannotClean, clean

SECRET = CANARY.encode()


def text_of(data: bytes) -> str:
    """Read what the pages show."""
    return "".join(page.get_textpage().get_text_range() for page in pypdfium2.PdfDocument(data))


def info(made: Pdf) -> None:
    made.docinfo = made.make_indirect(Dictionary(Title=CANARY, Author=CANARY, Producer=CANARY))


def xmp(made: Pdf) -> None:
    with made.open_metadata() as metadata:
        metadata["dc:title"] = CANARY


def page_xmp(made: Pdf) -> None:
    made.pages[0].Metadata = Stream(made, SECRET)
    made.pages[0].Resources.F = Dictionary(UF=String(CANARY))


def embedded_file(made: Pdf) -> None:
    made.attachments["x.txt"] = AttachedFileSpec(
        made, SECRET, filename="x.txt", description=CANARY, mime_type="", creation_date="", mod_date=""
    )


def scripts(made: Pdf) -> None:
    script = Dictionary(S=Name.JavaScript, JS=String(CANARY))
    made.Root.OpenAction = script
    made.Root.AA = Dictionary(WC=script)
    made.Root.Names = Dictionary(JavaScript=Dictionary(Names=Array([String(CANARY), script])))
    made.pages[0].AA = Dictionary(O=script)


def thumbnail(made: Pdf) -> None:
    made.pages[0].Thumb = Stream(made, SECRET)


def private_data(made: Pdf) -> None:
    made.pages[0].PieceInfo = Dictionary(Maker=Dictionary(LastModified=String("x"), Private=String(CANARY)))
    made.Root.PieceInfo = Dictionary(Maker=Dictionary(Private=Stream(made, SECRET)))


def unknown_keys(made: Pdf) -> None:
    made.Root.Secret = String(CANARY)
    made.pages[0].Secret = Array([Dictionary(Deep=String(CANARY))])
    made.pages[0].Resources.Font.F1.Secret = String(CANARY)
    made.pages[0].Resources.Secret = String(CANARY)
    made.trailer.Secret = String(CANARY)


def known_keys_of_other_places(made: Pdf) -> None:
    made.pages[0].Resources.Font.F1.Contents = String(CANARY)
    made.pages[0].Group = Dictionary(S=Name.Transparency, Name=String(CANARY), K=Array([String(CANARY)]))


def identity(made: Pdf) -> None:
    made.trailer.ID = Array([String(CANARY), String(CANARY)])


def remarks_in_the_page(made: Pdf) -> None:
    made.pages[0].contents_add(b"% " + SECRET + b"\n(" + SECRET + b") remember\n/Note <</Note (" + SECRET + b")>> BDC EMC")


def form(made: Pdf) -> None:
    """A field that is hidden, and one that is shown and knows more than it shows."""
    for flags in (2, 4):
        annotate(made, Subtype=Name.Widget, FT=Name.Tx, T=String("a"), V=String(CANARY), F=flags, AP=appearance(made))
    made.Root.AcroForm = Dictionary(Fields=made.pages[0].Annots, XFA=Stream(made, SECRET))
    made.pages[0].Annots[0].AP = appearance(made, SECRET)


def appearance(made: Pdf, text: bytes = b"Seen in a form") -> Dictionary:
    content = b"BT /F1 9 Tf 1 1 Td (" + text + b") Tj ET"
    drawn = Stream(made, content, Type=Name.XObject, Subtype=Name.Form, BBox=Array([0, 0, 80, 20]))
    drawn.Resources = made.pages[0].Resources
    return Dictionary(N=drawn)


def links(made: Pdf) -> None:
    target = Array([made.pages[0].obj, Name.Fit])
    made.Root.Names = Dictionary(Dests=Dictionary(Names=Array([String(CANARY), target])))
    annotate(made, Subtype=Name.Link, Dest=String(CANARY), Contents=String(CANARY), NM=String(CANARY))
    annotate(made, Subtype=Name.Link, A=Dictionary(S=Name.URI, URI=String(f"file:///{CANARY}")))
    annotate(made, Subtype=Name.Link, A=Dictionary(S=Name.GoToR, F=String(CANARY), D=target))
    annotate(made, Subtype=Name.Link, A=Dictionary(S=Name.GoTo, D=target, Next=Dictionary(S=Name.URI, URI=String(CANARY))))


def layer(made: Pdf) -> None:
    group = made.make_indirect(Dictionary(Type=Name.OCG, Name=String(CANARY)))
    made.Root.OCProperties = Dictionary(OCGs=Array([group]), D=Dictionary(Order=Array([group])))
    made.pages[0].Resources.Properties = Dictionary(MC0=group)
    made.pages[0].contents_add(b"/OC /MC0 BDC EMC")


def earlier_picture(made: Pdf) -> None:
    """The camera's words inside a JPEG inside a PDF."""
    data = picture("JPEG", comment=SECRET, exif=b"Exif\0\0" + SECRET)
    drawn = Stream(made, data, Type=Name.XObject, Subtype=Name.Image, Width=40, Height=20, Filter=Name.DCTDecode)
    drawn.ColorSpace, drawn.BitsPerComponent = Name.DeviceRGB, 8
    drawn.Alternates = Array([Dictionary(Image=Stream(made, SECRET))])
    drawn.Metadata = Stream(made, SECRET)
    made.pages[0].Resources.XObject = Dictionary(X=drawn)
    made.pages[0].contents_add(b"q 40 0 0 20 0 0 cm /X Do Q")


def palette(made: Pdf) -> None:
    """Colours are a string, and stay."""
    colours = Array([Name.Indexed, Name.DeviceRGB, 1, String(b"\0\0\0\xff\xff\xff")])
    drawn = Stream(made, b"\x80", Type=Name.XObject, Subtype=Name.Image, Width=2, Height=1, BitsPerComponent=1)
    drawn.ColorSpace, drawn.Name = colours, String(CANARY)
    made.pages[0].Resources.XObject = Dictionary(X=drawn)
    made.pages[0].contents_add(b"q 40 0 0 20 0 0 cm /X Do Q")


HIDING_PLACES = [
    info, xmp, page_xmp, embedded_file, scripts, thumbnail, private_data, unknown_keys, known_keys_of_other_places, identity,
    remarks_in_the_page, form, links, layer, earlier_picture, palette,
]  # fmt: skip


@pytest.mark.parametrize("hide", HIDING_PLACES)
def test_what_no_page_shows_does_not_survive(hide: Callable[[Pdf], None]) -> None:
    """The page is as it was, and the rest is gone."""
    made = pdf()
    hide(made)
    data = pdf_bytes(made)
    assert SECRET in data or hide is identity
    cleaned = clean(".pdf", data)
    assert SECRET not in laid_open(cleaned)
    assert text_of(cleaned).startswith(SHOWN)


def test_what_a_form_shows_stays() -> None:
    """A filled-in form is read as it was filled in."""
    made = pdf()
    form(made)
    assert "Seen in a form" in text_of(clean(".pdf", pdf_bytes(made)))


def changed_later() -> bytes:
    """Write a PDF as programs do that append what was changed, and leave what was there before."""
    data = pdf_bytes(pdf(b"BT (" + SECRET + b") Tj ET"))
    with pikepdf.open(io.BytesIO(data)) as opened:
        number, root = opened.pages[0].Contents.objgen[0], opened.Root.objgen[0]
    page = b"BT /F1 12 Tf 20 200 Td (" + SHOWN.encode() + b") Tj ET"
    start = len(data)
    data += b"%d 0 obj\n<</Length %d>>\nstream\n%b\nendstream\nendobj\n" % (number, len(page), page)
    table = b"xref\n%d 1\n%010d 00000 n \n" % (number, start)
    trailer = b"trailer\n<</Size 6 /Root %d 0 R /Prev %d>>\n" % (root, data.rfind(b"xref\n", 0, data.rfind(b"startxref")))
    return data + table + trailer + b"startxref\n%d\n%%%%EOF\n" % len(data)


def test_earlier_versions_are_gone() -> None:
    """What was deleted stands further up in the file."""
    data = changed_later()
    assert SECRET in data
    cleaned = clean(".pdf", data)
    assert SECRET not in laid_open(cleaned)
    assert text_of(cleaned) == SHOWN


def test_links_and_outline_lead_where_they_led() -> None:
    """A named place is replaced by its page; an address of the web stays."""
    made = pdf()
    links(made)
    annotate(made, Subtype=Name.Link, A=Dictionary(S=Name.URI, URI=String("https://example.org/a")))
    with made.open_outline() as outline:
        outline.root.append(OutlineItem("First part", 0))
    with pikepdf.open(io.BytesIO(clean(".pdf", pdf_bytes(made)))) as cleaned:
        named, local, other, page, web = cleaned.pages[0].Annots
        assert [named.Dest[0].objgen, page.Dest[0].objgen] == [cleaned.pages[0].objgen] * 2
        assert [set(link.keys()) & {"/A", "/Dest"} for link in (local, other)] == [set(), set()]
        assert web.A.URI == "https://example.org/a"
        assert cleaned.Root.Outlines.First.Title == "First part"
        assert cleaned.Root.Outlines.First.Dest[0].objgen == cleaned.pages[0].objgen


def test_what_is_read_aloud_stays() -> None:
    """Tags, alternative texts and the language are for readers who do not see the page."""
    made = pdf(b"/P <</MCID 0>> BDC EMC")
    figure = made.make_indirect(Dictionary(S=Name.Figure, Alt=String("A chart"), K=0, Pg=made.pages[0].obj, T=String(CANARY)))
    made.Root.StructTreeRoot = Dictionary(Type=Name.StructTreeRoot, K=figure)
    made.Root.Lang = String("en-GB")
    with pikepdf.open(io.BytesIO(clean(".pdf", pdf_bytes(made)))) as cleaned:
        assert dict(cleaned.Root.StructTreeRoot.K.items()) | {"/Pg": 0} == {
            "/S": "/Figure",
            "/Alt": "A chart",
            "/K": 0,
            "/Pg": 0,
        }
        assert cleaned.Root.Lang == "en-GB"


def test_colours_of_a_palette_stay() -> None:
    """They are the one string in a list that is shown."""
    made = pdf()
    palette(made)
    data = pdf_bytes(made)
    before, after = (pypdfium2.PdfDocument(one)[0].render().to_pil().tobytes() for one in (data, clean(".pdf", data)))
    assert after == before


def test_places_with_names_of_the_older_kind_are_found() -> None:
    """They stood in a dictionary once, and may be wrapped."""
    made = pdf()
    made.Root.Dests = Dictionary(Here=Dictionary(D=Array([made.pages[0].obj, Name.Fit])))
    annotate(made, Subtype=Name.Link, Dest=Name.Here)
    annotate(made, Subtype=Name.Link, Dest=Name.Nowhere)
    with pikepdf.open(io.BytesIO(clean(".pdf", pdf_bytes(made)))) as cleaned:
        first, second = cleaned.pages[0].Annots
        assert first.Dest[0].objgen == cleaned.pages[0].objgen
        assert "/Dest" not in second


@pytest.mark.parametrize("filters", [[Name.DCTDecode], [Name.ASCIIHexDecode, Name.DCTDecode]], ids=["plain", "packed twice"])
def test_pictures_look_as_they_did(filters: list[Name]) -> None:
    """Segments are taken out, and no pixel is touched."""
    made = pdf()
    earlier_picture(made)
    drawn = made.pages[0].Resources.XObject.X
    raw = drawn.read_raw_bytes()
    drawn.write(raw.hex().encode() + b">" if len(filters) > 1 else raw, filter=Array(filters))
    data = pdf_bytes(made)
    assert (b"/ASCIIHexDecode /DCTDecode" in data) == (len(filters) > 1)
    before, after = (pypdfium2.PdfDocument(one)[0].render().to_pil().tobytes() for one in (data, clean(".pdf", data)))
    assert after == before


def test_the_same_file_gives_the_same_bytes() -> None:
    """A digest that was cleared stays true."""
    made = pdf()
    earlier_picture(made)
    data = pdf_bytes(made)
    once = clean(".pdf", data)
    assert clean(".pdf", data) == once
    assert clean(".PDF", once) == once


def test_what_is_taken_out_leaves_no_trace() -> None:
    """Two files that differ in hidden words alone give the same bytes."""
    plain, hiding = pdf(), pdf()
    info(plain)
    for hide in (info, xmp, embedded_file, scripts, thumbnail, private_data, unknown_keys):
        hide(hiding)
    assert clean(".pdf", pdf_bytes(hiding)) == clean(".pdf", pdf_bytes(plain))


def encrypted() -> bytes:
    buffer = io.BytesIO()
    pdf().save(buffer, encryption=pikepdf.Encryption(owner="owner", user=""))
    return buffer.getvalue()


def with_password() -> bytes:
    buffer = io.BytesIO()
    pdf().save(buffer, encryption=pikepdf.Encryption(owner="owner", user="user"))
    return buffer.getvalue()


def with_annotation(kind: str) -> bytes:
    return pdf_bytes(annotate(pdf(), Subtype=Name(kind), Contents=String(CANARY)))


def with_layers(**shown: Any) -> bytes:
    made = pdf()
    layer(made)
    layers = made.Root.OCProperties
    layers.D = Dictionary({f"/{key}": layers.OCGs if value is Array else value for key, value in shown.items()})
    return pdf_bytes(made)


def with_a_layer_that_is_not_printed() -> bytes:
    made = pdf()
    layer(made)
    made.Root.OCProperties.OCGs[0].Usage = Dictionary(Print=Dictionary(PrintState=Name.OFF))
    return pdf_bytes(made)


def with_a_policy_of_layers() -> bytes:
    made = pdf()
    made.pages[0].Resources.Properties = Dictionary(MC0=Dictionary(Type=Name.OCMD, P=Name.AllOff))
    return pdf_bytes(made)


def with_an_outline_without_end() -> bytes:
    made = pdf()
    line = made.make_indirect(Dictionary(Title=String("x")))
    line.Next = line
    made.Root.Outlines = Dictionary(First=line)
    return pdf_bytes(made)


def cropped() -> bytes:
    made = pdf()
    made.pages[0].CropBox = Array([0, 0, 300, 200])
    return pdf_bytes(made)


def with_a_page_taken_out() -> bytes:
    made = pdf()
    made.add_blank_page()
    annotate(made, Subtype=Name.Link, Dest=Array([made.pages[1].obj, Name.Fit]))
    del made.pages[1]
    return pdf_bytes(made)


def with_a_picture(**keys: object) -> bytes:
    made = pdf()
    made.pages[0].Resources.XObject = Dictionary(X=Stream(made, SECRET, Type=Name.XObject, **keys))
    made.pages[0].contents_add(b"/X Do")
    return pdf_bytes(made)


def with_text(text: bytes, *, in_a_form: bool = False) -> bytes:
    """Write `SECRET` on a page by some instructions before it."""
    content = b"BT /F1 9 Tf " + text + b"(" + SECRET + b") Tj ET"
    made = pdf(b"" if in_a_form else content)
    if in_a_form:
        made.pages[0].Resources.XObject = Dictionary(X=appearance(made).N)
        made.pages[0].contents_add(b"q " + text + b" /X Do Q")
    return pdf_bytes(made)


BROKEN = "The PDF is damaged or not a PDF. Make it anew from the document it came from."
ENCRYPTED = "The PDF is encrypted. Save it anew without a password and without limits on its use."
LAYERS = "The PDF has layers that are not shown. Make it anew without layers."
MARKS = "The PDF has comments, drawn marks or files on its pages. Remove them, and save it anew."
UNKNOWN = "The PDF holds something that cannot be looked through. Make it anew from the document it came from."
UNSEEN = (
    "The PDF has text that is not shown: behind a scan, as text recognition leaves it, or beside the page. "
    "Make it anew without that text."
)


def within(keys: str, data: bytes = b"\x80") -> bytes:
    """Make a PDF with a picture of one grey pixel among its instructions."""
    return pdf_bytes(pdf(b"q BI /W 1 /H 1 /CS /G /BPC 8 " + keys.encode() + b" ID " + data + b"\nEI Q"))


REFUSED = {
    "text recognised behind a scan": (with_text(b"3 Tr "), UNSEEN),
    "text as an edge": (with_text(b"7 Tr "), UNSEEN),
    "unseen text in a form": (with_text(b"3 Tr", in_a_form=True), UNSEEN),
    "text right of the page": (with_text(b"2000 9 Td "), UNSEEN),
    "text left of the page": (with_text(b"-2000 9 Td "), UNSEEN),
    "text below the page": (with_text(b"9 -200 Td "), UNSEEN),
    "no PDF": (b"hello", BROKEN),
    "cut short": (pdf_bytes(pdf())[:-200], BROKEN),
    "page cut short": (pdf_bytes(pdf(b"(" + SECRET)), BROKEN),
    "password": (with_password(), ENCRYPTED),
    "limits on use": (encrypted(), ENCRYPTED),
    "redactions": (
        with_annotation("/Redact"),
        "The PDF has redactions that were marked but never applied. Apply them, and save it anew.",
    ),
    "comment": (with_annotation("/Text"), MARKS),
    "black box": (with_annotation("/Square"), MARKS),
    "pinned file": (with_annotation("/FileAttachment"), MARKS),
    "outline without end": (with_an_outline_without_end(), BROKEN),
    "layer off": (with_layers(OFF=Array), LAYERS),
    "layers off": (with_layers(BaseState=Name.OFF), LAYERS),
    "layer not printed": (with_a_layer_that_is_not_printed(), LAYERS),
    "layer by policy": (with_a_policy_of_layers(), LAYERS),
    "cropped": (
        cropped(),
        "The PDF has cropped pages: what was cut off is still in it. Make it anew at the size that is meant.",
    ),
    "page taken out": (
        with_a_page_taken_out(),
        "The PDF still holds pages that were taken out of it. Make it anew from the document it came from.",
    ),
    "JPEG 2000": (
        with_a_picture(Subtype=Name.Image, Filter=Name.JPXDecode),
        "The PDF has pictures in the format JPEG 2000, which cannot be cleaned. Make it anew with JPEG or PNG pictures.",
    ),
    "broken picture": (with_a_picture(Subtype=Name.Image, Filter=Name.DCTDecode), BROKEN),
    "picture packed backwards": (
        with_a_picture(Subtype=Name.Image, Filter=Array([Name.DCTDecode, Name.FlateDecode])),
        UNKNOWN,
    ),
    "JPEG of a short name": (with_a_picture(Subtype=Name.Image, Filter=Name.DCT), UNKNOWN),
    "JPEG of a short name in hexadecimal": (with_a_picture(Subtype=Name.Image, Filter=Array([Name.AHx, Name.DCT])), UNKNOWN),
    "picture packed nobody knows how": (with_a_picture(Subtype=Name.Image, Filter=Name.Unheard), UNKNOWN),
    "program": (with_a_picture(Subtype=Name.PS), UNKNOWN),
    "JPEG among the instructions": (within("/F /DCT", picture("JPEG", comment=SECRET)), UNKNOWN),
    "JPEG in hexadecimal among the instructions": (within("/F [/AHx /DCT]", picture("JPEG").hex().encode() + b">"), UNKNOWN),
    "words of a picture among the instructions": (within(f"/Note ({CANARY})"), UNKNOWN),
    "words in a list of it": (within(f"/D [0 ({CANARY})]"), UNKNOWN),
    "words of how it is packed": (within(f"/F /AHx /DP <</K ({CANARY})>>", b"80>"), UNKNOWN),
    "a name of a picture among the instructions": (within(f"/Alt ({CANARY})"), UNKNOWN),
}


@pytest.mark.parametrize(("data", "reason"), REFUSED.values(), ids=REFUSED.keys())
def test_what_somebody_must_look_at_is_refused(data: bytes, reason: str) -> None:
    """The reason says what to do, and quotes nothing."""
    with pytest.raises(CannotClean) as caught:
        clean(".pdf", data)
    assert caught.value.reason == str(caught.value) == reason


@pytest.mark.parametrize(
    "text", [b"3 Tr 0 Tr ", b"q 3 Tr Q ", b"1 Tr ", b"Q "], ids=["taken back", "restored", "outline", "unopened"]
)
def test_text_that_is_drawn_stays(text: bytes) -> None:
    """Whatever was set before."""
    assert SECRET in laid_open(clean(".pdf", with_text(text + b"9 9 Td ")))


def _drawing(made: Pdf, word: bytes, **keys: Any) -> Stream:
    return made.make_indirect(Stream(made, b"BT /F1 9 Tf (" + word + b") Tj ET", **keys))


def _form(made: Pdf, word: bytes, **keys: Any) -> Stream:
    return _drawing(made, word, Type=Name.XObject, Subtype=Name.Form, BBox=Array([0, 0, 80, 20]), **keys)


def _tile(made: Pdf, word: bytes) -> Stream:
    return _drawing(made, word, PatternType=1, PaintType=1, TilingType=1, BBox=Array([0, 0, 9, 9]), XStep=9, YStep=9)


def test_what_is_at_hand_and_not_drawn_is_taken_out() -> None:
    """A picture or a part of a page that somebody deleted is often left so."""
    made = pdf(b"/Drawn Do /Pattern cs /Seen scn 0 0 9 9 re f")
    made.pages[0].Resources.XObject = Dictionary(Drawn=_form(made, b"shown in a form"), Left=_form(made, SECRET))
    made.pages[0].Resources.Pattern = Dictionary(Seen=_tile(made, b"shown in a pattern"), Gone=_tile(made, SECRET))
    cleaned = laid_open(clean(".pdf", pdf_bytes(made)))
    assert SECRET not in cleaned
    assert b"shown in a form" in cleaned
    assert b"shown in a pattern" in cleaned


def test_pages_that_share_what_is_at_hand_keep_what_each_draws() -> None:
    """Whether they share it by name or have it from above."""
    made = pdf(b"/One Do")
    made.add_blank_page(page_size=(300, 300))
    shared = made.make_indirect(Dictionary(dict(made.pages[0].Resources.items())))
    shared.XObject = Dictionary(One=_form(made, b"first"), Two=_form(made, b"second"), Left=_form(made, SECRET))
    made.pages[1].Contents = Stream(made, b"/Two Do")
    del made.pages[0].obj["/Resources"], made.pages[1].obj["/Resources"]
    made.Root.Pages.Resources = shared
    cleaned = laid_open(clean(".pdf", pdf_bytes(made)))
    assert [word in cleaned for word in (b"first", b"second", SECRET)] == [True, True, False]


def test_what_draws_from_the_resources_of_its_page_keeps_them() -> None:
    """As forms and fonts of old files do."""
    made = pdf(b"/Outer Do BT /Drawn 9 Tf (a) Tj ET")
    outer = made.make_indirect(Stream(made, b"/Inner Do", Type=Name.XObject, Subtype=Name.Form, BBox=Array([0, 0, 80, 20])))
    made.pages[0].Resources.XObject = Dictionary(
        Outer=outer, Inner=_form(made, b"inner"), Letter=_form(made, b"letter"), Left=_form(made, SECRET)
    )
    made.pages[0].Resources.Font.Drawn = made.make_indirect(
        Dictionary(
            Type=Name.Font,
            Subtype=Name.Type3,
            FontBBox=Array([0, 0, 9, 9]),
            FontMatrix=Array([1, 0, 0, 1, 0, 0]),
            CharProcs=Dictionary(a=Stream(made, b"9 0 d0 /Letter Do")),
            Encoding=Dictionary(Type=Name.Encoding, Differences=Array([97, Name.a])),
            FirstChar=97,
            LastChar=97,
            Widths=Array([9]),
        )
    )
    cleaned = laid_open(clean(".pdf", pdf_bytes(made)))
    assert [word in cleaned for word in (b"inner", b"letter", SECRET)] == [True, True, False]
