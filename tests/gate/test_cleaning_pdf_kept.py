"""What a cleaned PDF keeps: all that its pages show, as it was, and nothing that they do not draw."""

from __future__ import annotations

import io
import zlib
from collections.abc import Callable
from typing import Any

import pikepdf
import pytest
from pikepdf import Array, Dictionary, Name, ObjectStreamMode, OutlineItem, Pdf, Stream, StreamDecodeLevel, String

from attached import CANARY, annotate, laid_open, pdf, pdf_bytes, picture
from public_record.gate.cleaning import CannotClean, clean

SECRET = CANARY.encode()
UNSEEN = (
    "The PDF has text that is not shown: behind a scan, as text recognition leaves it, or beside the page. "
    "Make it anew without that text."
)


def tree(thing: Any, seen: tuple[Any, ...] = ()) -> Any:
    """Write all that an object of a PDF leads to as lists and dictionaries, with its streams unpacked."""
    if isinstance(thing, pikepdf.Object) and thing.is_indirect:
        if thing.objgen in seen:
            return f"{len(seen) - seen.index(thing.objgen)} further up"
        seen = (*seen, thing.objgen)
    if isinstance(thing, Array):
        return [tree(held, seen) for held in thing]
    if isinstance(thing, Dictionary | Stream):
        keys = {key: tree(held, seen) for key, held in thing.items() if key not in {"/Length", "/Parent"}}
        return keys | {"stream": written(thing)} if isinstance(thing, Stream) else keys
    return bytes(thing) if isinstance(thing, String) else str(thing)


def written(stream: Stream) -> Any:
    """Give the instructions of a stream if that is what it holds, and else its bytes."""
    if stream.get("/Filter") == Name.DCTDecode:
        return stream.read_raw_bytes()
    if stream.get("/Subtype") == Name.Image:
        return stream.read_bytes()
    return pikepdf.unparse_content_stream(pikepdf.parse_content_stream(stream))


def tree_of(data: bytes) -> Any:
    """Write all that a PDF leads to, with nothing packed but its photographs."""
    with pikepdf.open(io.BytesIO(laid_open(data))) as opened:
        return tree(opened.Root)


def drawn(made: Pdf, content: bytes, **keys: Any) -> Stream:
    return made.make_indirect(Stream(made, content, Type=Name.XObject, Subtype=Name.Form, BBox=Array([0, 0, 80, 20]), **keys))


def tile(made: Pdf, content: bytes) -> Stream:
    keys = {"PatternType": 1, "PaintType": 1, "TilingType": 1, "BBox": Array([0, 0, 9, 9]), "XStep": 9, "YStep": 9}
    return made.make_indirect(Stream(made, content, **keys))


def letters(made: Pdf, content: bytes, **keys: Any) -> Dictionary:
    """Make a font that draws its one letter."""
    font = Dictionary(
        Type=Name.Font,
        Subtype=Name.Type3,
        FontBBox=Array([0, 0, 9, 9]),
        FontMatrix=Array([1, 0, 0, 1, 0, 0]),
        CharProcs=Dictionary(a=made.make_indirect(Stream(made, content))),
        Encoding=Dictionary(Type=Name.Encoding, Differences=Array([97, Name.a])),
        FirstChar=97,
        LastChar=97,
        Widths=Array([9]),
        **keys,
    )
    return made.make_indirect(font)


def image(made: Pdf, data: bytes, **keys: Any) -> Stream:
    plain = {"Width": 40, "Height": 20, "ColorSpace": Name.DeviceRGB, "BitsPerComponent": 8}
    return made.make_indirect(Stream(made, data, Type=Name.XObject, Subtype=Name.Image, **(plain | keys)))


def everything() -> Pdf:
    """Make a PDF of all that a page may show, and nothing else."""
    made = pdf(
        b"1 0 0 scn /Form Do /Form Do /Picture Do /Pattern cs /Tile scn 9 9 9 9 re f /DeviceRGB cs 1 0 0 scn 9 9 9 9 re f "
        b"/Absent Do BT /Drawn 9 Tf (a) Tj ET /OC /Layer BDC EMC /P <</MCID 0>> BDC EMC"
    )
    own = Dictionary(XObject=Dictionary(Inner=drawn(made, b"0 0 m")))
    page = made.pages[0]
    page.Resources.XObject = Dictionary(
        Form=drawn(made, b"/Inner Do", Resources=own),
        Picture=image(made, picture("JPEG"), Filter=Name.DCTDecode, DecodeParms=Dictionary(ColorTransform=1)),
    )
    page.Resources.Pattern = Dictionary(Tile=tile(made, b"0 0 3 3 re f"))
    page.Resources.Font.Drawn = letters(made, b"9 0 d0 0 0 3 3 re f")
    page.Resources.Properties = Dictionary(
        Layer=Dictionary(Type=Name.OCMD),
        Any=Dictionary(Type=Name.OCMD, P=Name.AnyOn),
        All=Dictionary(Type=Name.OCMD, P=Name.AllOn),
    )
    page.Resources.ColorSpace = Dictionary(Palette=Array([Name.Indexed, Name.DeviceRGB, 1, String("colour")]))
    made.add_blank_page(page_size=(300, 300))
    made.pages[1].Resources = Dictionary(ProcSet=Array())
    del made.pages[1].obj["/Contents"]
    annotate(made, Subtype=Name.Link, Dest=Array([made.pages[1].obj, Name.XYZ, 0, 300, 0]), Border=Array([0, 0, 0]), F=4)
    annotate(made, Subtype=Name.Link, A=Dictionary(S=Name.URI, URI=String("https://example.org/a")))
    with made.open_outline() as outline:
        outline.root.append(OutlineItem("First part", 0))
        outline.root[0].children.append(OutlineItem("Its beginning", 1))
    figure = made.make_indirect(Dictionary(S=Name.Figure, Alt=String("A chart"), K=0, Pg=page.obj))
    made.Root.StructTreeRoot = Dictionary(Type=Name.StructTreeRoot, K=figure)
    made.Root.Lang = String("en-GB")
    return made


def test_a_pdf_of_what_may_stay_is_left_as_it_is() -> None:
    """Object by object, key by key, instruction by instruction; and cleaned again, byte by byte."""
    data = pdf_bytes(everything())
    cleaned = clean(".pdf", data)
    assert tree_of(cleaned) == tree_of(data)
    assert clean(".pdf", cleaned) == cleaned


@pytest.mark.parametrize(
    "told",
    [
        b"/CS /G /BPC 8 ID \x80",
        b"/CS [/I /RGB 1 (colour)] /BPC 8 /I true /F /AHx ID 01>",
        b"/IM true /D [1 0] /F [/A85 /CCF] /DP [null <</K -1 /Columns 1>>] ID J,~>",
    ],
    ids=["grey", "of a palette", "a mask"],
)
def test_a_picture_among_the_instructions_stays(told: bytes) -> None:
    """Where it tells nothing but how it is drawn."""
    data = pdf_bytes(pdf(b"q BI /W 1 /H 1 " + told + b"\nEI Q"))
    assert tree_of(clean(".pdf", data)) == tree_of(data)


def test_words_in_a_list_are_emptied_and_keep_their_place() -> None:
    """What a list holds is told by where it stands."""
    made = pdf()
    made.pages[0].Resources.ProcSet = Array([Name.PDF, CANARY, 1, Array([CANARY, Name.Text])])
    cleaned = tree_of(clean(".pdf", pdf_bytes(made)))
    assert cleaned["/Pages"]["/Kids"][0]["/Resources"]["/ProcSet"] == ["/PDF", b"", "1", [b"", "/Text"]]


def saved(made: Pdf, **options: Any) -> bytes:
    buffer = io.BytesIO()
    made.save(buffer, static_id=True, min_version="1.7", **options)
    return buffer.getvalue()


EARLIER = clean(".pdf", saved(everything()))
"""Cleaned when the tests are collected: the clock has gone on when one of them runs."""


@pytest.mark.parametrize("mode", [ObjectStreamMode.disable, ObjectStreamMode.generate], ids=["plain", "packed"])
@pytest.mark.parametrize("linearize", [False, True], ids=["whole", "for the web"])
def test_neither_the_hour_nor_the_way_it_was_packed_changes_what_is_written(mode: ObjectStreamMode, *, linearize: bool) -> None:
    """A digest that was cleared stays true."""
    assert clean(".pdf", saved(everything(), object_stream_mode=mode, linearize=linearize)) == EARLIER


GREY: dict[str, Any] = {"Width": 1, "Height": 1, "ColorSpace": Name.DeviceGray}
PACKED = {
    "Flate": (zlib.compress(b"\x80"), Name.FlateDecode),
    "hexadecimal": (b"80>", Name.ASCIIHexDecode),
    "base 85": (b"J,~>", Name.ASCII85Decode),
}


@pytest.mark.parametrize(("packed", "way"), PACKED.values(), ids=PACKED.keys())
def test_what_stands_behind_the_end_of_a_packed_picture_is_gone(packed: bytes, way: Name) -> None:
    """It is unpacked and packed anew, so that only the picture is left."""
    made = pdf(b"/X Do")
    made.pages[0].Resources.XObject = Dictionary(X=image(made, packed + SECRET, Filter=way, **GREY))
    data = saved(made, compress_streams=False, stream_decode_level=StreamDecodeLevel.none)
    assert SECRET in data
    cleaned = clean(".pdf", data)
    assert SECRET not in cleaned
    with pikepdf.open(io.BytesIO(cleaned)) as opened:
        assert opened.pages[0].Resources.XObject.X.read_bytes() == b"\x80"


JPEG = picture("JPEG")
COLOURS, ROWS = Dictionary(ColorTransform=0), Dictionary(Predictor=12, Columns=len(JPEG))
IN_ROWS = zlib.compress(b"\0" + JPEG)
TWICE = Array([Name.FlateDecode, Name.DCTDecode])
PARAMETERS = {
    "none": (JPEG, Name.DCTDecode, None, None),
    "its own": (JPEG, Name.DCTDecode, COLOURS, COLOURS),
    "its own in a list": (JPEG, Array([Name.DCTDecode]), Array([COLOURS]), COLOURS),
    "both": (IN_ROWS, TWICE, Array([ROWS, COLOURS]), COLOURS),
    "those of the packing": (IN_ROWS, TWICE, Array([ROWS, None]), None),
    "packed without": (zlib.compress(JPEG), TWICE, None, None),
    "packed without, its own": (zlib.compress(JPEG), TWICE, Array([None, COLOURS]), COLOURS),
    "more than ways of packing": (JPEG, Name.DCTDecode, Array([COLOURS, COLOURS]), None),
    "fewer than ways of packing": (zlib.compress(JPEG), TWICE, Array([COLOURS]), None),
    "packed twice": (
        zlib.compress(IN_ROWS),
        Array([Name.FlateDecode, Name.FlateDecode, Name.DCTDecode]),
        Array([None, ROWS, COLOURS]),
        COLOURS,
    ),
}


@pytest.mark.parametrize(("data", "filters", "given", "kept"), PARAMETERS.values(), ids=PARAMETERS.keys())
def test_how_a_jpeg_is_to_be_unpacked_stays(data: bytes, filters: Any, given: Any, kept: Any) -> None:
    """What belongs to the packing around it goes with that."""
    made = pdf(b"/X Do")
    made.pages[0].Resources.XObject = Dictionary(X=image(made, data, Filter=filters))
    if given is not None:
        made.pages[0].Resources.XObject.X.DecodeParms = given
    packed = saved(made, compress_streams=False, stream_decode_level=StreamDecodeLevel.none)
    with pikepdf.open(io.BytesIO(clean(".pdf", packed))) as opened:
        found = opened.pages[0].Resources.XObject.X
        assert (found.Filter, tree(found.get("/DecodeParms")), found.read_raw_bytes()) == (Name.DCTDecode, tree(kept), JPEG)


# Links ---------------------------------------------------------------------------------------------------------------


def link(**keys: Any) -> dict[str, Any]:
    """Clean a PDF with one link, and give where it leads."""
    made = pdf()
    made.Root.Dests = Dictionary(Named=Dictionary(D=Name(f"/{CANARY}")), Numbered=Dictionary(D=7))
    annotate(made, Subtype=Name.Link, **keys)
    with pikepdf.open(io.BytesIO(clean(".pdf", pdf_bytes(made)))) as cleaned:
        found = cleaned.pages[0].Annots[0]
        return {key: tree(found[key]) for key in ("/A", "/Dest") if key in found}


WEB = "https://example.org/a"


@pytest.mark.parametrize(
    ("keys", "kept"),
    [
        pytest.param({"A": Dictionary(S=Name.URI, URI=String(WEB))}, {"/A": {"/S": "/URI", "/URI": WEB.encode()}}, id="web"),
        pytest.param({"A": Dictionary(S=Name.Launch, URI=String(WEB))}, {}, id="program"),
        pytest.param({"A": Dictionary(S=Name.URI)}, {}, id="web without an address"),
        pytest.param({"A": Dictionary(S=Name.GoTo)}, {}, id="place without a name"),
        pytest.param({"Dest": Name.Named}, {}, id="place that is a name"),
        pytest.param({"Dest": Name.Numbered}, {}, id="place that is a number"),
        pytest.param({"Dest": Name.Absent}, {}, id="no such name"),
        pytest.param({"Dest": String("absent")}, {}, id="no such string"),
        pytest.param({"Dest": 7}, {}, id="number"),
    ],
)
def test_a_link_leads_to_a_page_or_the_web_or_nowhere(keys: dict[str, Any], kept: dict[str, Any]) -> None:
    """Names are words that nobody sees."""
    assert link(**keys) == kept


def test_a_name_leads_nowhere_where_there_are_none() -> None:
    """The rest of the file is not the worse for it."""
    made = annotate(pdf(), Subtype=Name.Link, Dest=Name.Here)
    with pikepdf.open(io.BytesIO(clean(".pdf", pdf_bytes(made)))) as cleaned:
        assert "/Dest" not in cleaned.pages[0].Annots[0]


def test_lines_of_the_outline_below_others_lead_no_further_than_those() -> None:
    """A script may have made the links of the whole outline."""
    made = pdf()
    with made.open_outline() as outline:
        outline.root.append(OutlineItem("First part", 0))
        outline.root[0].children.append(OutlineItem("Its beginning", 0))
    below = made.Root.Outlines.First.First
    del below["/Dest"]
    below.A = Dictionary(S=Name.URI, URI=String(f"file:///{CANARY}"))
    assert SECRET in pdf_bytes(made)
    assert SECRET not in laid_open(clean(".pdf", pdf_bytes(made)))


# Layers --------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "layers",
    [Dictionary(), Dictionary(D=Dictionary(BaseState=Name.ON, OFF=Array()), OCGs=Array()), Dictionary(OCGs=Array())],
    ids=["nothing is said", "all is shown", "no layer"],
)
def test_layers_are_shown_unless_it_is_said_that_they_are_not(layers: Dictionary) -> None:
    """What is said of them then goes."""
    made = pdf()
    made.Root.OCProperties = layers
    assert tree_of(clean(".pdf", pdf_bytes(made))) == tree_of(pdf_bytes(pdf()))


# Drawn, and not drawn ------------------------------------------------------------------------------------------------


def in_a_form(made: Pdf, content: bytes) -> None:
    """Draw a form with resources of its own."""
    made.pages[0].Resources.XObject.Outer = drawn(made, content, Resources=Dictionary(XObject=Dictionary()))
    made.pages[0].contents_add(b"/Outer Do")


def in_letters(made: Pdf, content: bytes) -> None:
    """Have a font with resources of its own."""
    made.pages[0].Resources.Font.Drawn = letters(made, b"9 0 d0 " + content, Resources=Dictionary(XObject=Dictionary()))


def among_colours(made: Pdf, content: bytes) -> None:
    """Draw with a colour of the same name."""
    made.pages[0].Resources.Pattern = Dictionary(Left=tile(made, b"0 0 3 3 re f"))
    made.pages[0].contents_add(b"/Pattern cs /Left scn " + content.replace(b"/Left Do", b""))


@pytest.mark.parametrize("draw", [in_a_form, in_letters, among_colours])
def test_what_another_draws_by_the_same_name_is_not_drawn_here(draw: Callable[[Pdf, bytes], None]) -> None:
    """Whoever has resources of its own means those, and a name stands for one thing of each kind."""
    made = pdf()
    made.pages[0].Resources.XObject = Dictionary(Left=drawn(made, b"(" + SECRET + b") Tj"), Here=drawn(made, b"(here) Tj"))
    made.pages[0].contents_add(b"/Here Do")
    draw(made, b"/Left Do")
    cleaned = laid_open(clean(".pdf", pdf_bytes(made)))
    assert [word in cleaned for word in (b"(here)", SECRET)] == [True, False]


def test_a_form_that_draws_itself_is_drawn_once() -> None:
    """It has no resources of its own, so that its name is one of the page."""
    made = pdf(b"/X Do")
    made.pages[0].Resources.XObject = Dictionary(X=drawn(made, b"/X Do"))
    data = pdf_bytes(made)
    assert tree_of(clean(".pdf", data)) == tree_of(data)


def on_the_page(made: Pdf, content: bytes) -> None:
    made.pages[0].contents_add(b"\n" + content)


def on_a_form(made: Pdf, content: bytes) -> None:
    made.pages[0].Resources.XObject = Dictionary(X=drawn(made, content))
    made.pages[0].contents_add(b"/X Do")


def on_a_tile(made: Pdf, content: bytes) -> None:
    made.pages[0].Resources.Pattern = Dictionary(X=tile(made, content))
    made.pages[0].contents_add(b"/Pattern cs /X scn")


def on_a_letter(made: Pdf, content: bytes) -> None:
    made.pages[0].Resources.Font.Drawn = letters(made, b"9 0 d0 " + content)


SHOWN_TEXT = [b"(x) Tj", b"[(x)] TJ", b"(x) '", b'1 1 (x) "']
HIDDEN = [
    *(b"BT /F1 9 Tf 3 Tr " + shown + b" ET" for shown in SHOWN_TEXT),
    b"7 Tr BT /F1 9 Tf (x) Tj ET",
    b"3 Tr /Any Do",
    b"3 Tr q 0 Tr Q BT /F1 9 Tf (x) Tj ET",
    b"3 Tr q q 0 Tr Q 0 Tr Q BT /F1 9 Tf (x) Tj ET",
    b"3 Tr Q BT /F1 9 Tf (x) Tj ET",
    b"q 7 Tr Q q 3 Tr Q Q 3 Tr Q Q BT /F1 9 Tf (x) Tj ET",
]
NOT_HIDDEN = [
    *(b"BT /F1 9 Tf " + shown + b" 3 Tr ET 0 0 m" for shown in SHOWN_TEXT),
    *(b"%d Tr BT /F1 9 Tf (x) Tj ET" % way for way in (0, 1, 2, 4, 5, 6)),
    b"q 3 Tr Q BT /F1 9 Tf (x) Tj ET",
    b"q q 3 Tr Q 7 Tr Q Q BT /F1 9 Tf (x) Tj ET",
    b"3 Tr 0 0 m 0 Tr BT /F1 9 Tf (x) Tj ET",
]


@pytest.mark.parametrize(
    ("put", "content"),
    [*((on_the_page, content) for content in HIDDEN), *((put, HIDDEN[0]) for put in (on_a_form, on_a_tile, on_a_letter))],
)
def test_text_that_leaves_no_mark_is_refused_wherever_it_stands(put: Callable[[Pdf, bytes], None], content: bytes) -> None:
    """Every instruction that shows text counts, and every way of coming to write so."""
    made = pdf()
    put(made, content)
    with pytest.raises(CannotClean) as caught:
        clean(".pdf", pdf_bytes(made))
    assert caught.value.reason == UNSEEN


@pytest.mark.parametrize("content", NOT_HIDDEN, ids=bytes.decode)
def test_text_that_leaves_a_mark_stays(content: bytes) -> None:
    """A way of writing counts only while text is written so."""
    data = pdf_bytes(pdf(content))
    assert tree_of(clean(".pdf", data)) == tree_of(data)


@pytest.mark.parametrize(
    ("near", "far"),
    [((300.5, 9), (304, 9)), ((-8, 9), (-12, 9)), ((9, -8.5), (9, -12)), ((9, 221), (9, 225))],
    ids=["right", "left", "below", "above"],
)
def test_a_letter_may_reach_a_little_over_the_edge_of_its_page(near: tuple[float, float], far: tuple[float, float]) -> None:
    """By no more than two points; what is further out nobody sees."""

    def with_a_letter_at(x: float, y: float) -> bytes:
        made = pdf(f"BT /F1 10 Tf {x} {y} Td (H) Tj ET".encode())
        made.pages[0].MediaBox = Array([0, 0, 300, 220])
        return pdf_bytes(made)

    assert tree_of(clean(".pdf", with_a_letter_at(*near))) == tree_of(with_a_letter_at(*near))
    with pytest.raises(CannotClean) as caught:
        clean(".pdf", with_a_letter_at(*far))
    assert caught.value.reason == UNSEEN
