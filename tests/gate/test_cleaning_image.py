from __future__ import annotations

import io
import struct
import zlib

import pytest
from PIL import Image, ImageCms, PngImagePlugin

from attached import CANARY, picture
from public_record.gate.cleaning import CannotClean, clean
from public_record.gate.cleaning.jpeg import NotJpegError, stripped

SECRET = CANARY.encode()


def exif(orientation: int = 1) -> bytes:
    tags = Image.Exif()
    tags[0x0112] = orientation
    tags[0x010E] = CANARY
    return tags.tobytes()


def profile() -> bytes:
    return ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()


def texts() -> PngImagePlugin.PngInfo:
    chunks = PngImagePlugin.PngInfo()
    chunks.add_text("Comment", CANARY)
    chunks.add_text("Packed", CANARY, zip=True)
    chunks.add_itxt("XML:com.adobe.xmp", CANARY)
    chunks.add(b"prVt", SECRET)
    return chunks


def opened(data: bytes) -> Image.Image:
    return Image.open(io.BytesIO(data))


def chunks(data: bytes) -> list[bytes]:
    """List the kinds of chunks of a PNG."""
    found, at = [], 8
    while at < len(data):
        found.append(data[at + 4 : at + 8])
        at += 12 + int.from_bytes(data[at : at + 4])
    return found


def test_a_png_holds_pixels_and_nothing_else() -> None:
    """Text, EXIF, XMP, profile, private chunks and what stands behind the end are gone."""
    data = picture("PNG", pnginfo=texts(), exif=exif(), icc_profile=profile(), dpi=(300, 300)) + SECRET
    cleaned = clean(".png", data)
    assert chunks(cleaned) == [b"IHDR", b"IDAT", b"IEND"]
    assert opened(cleaned).tobytes() == opened(data).tobytes()


def test_a_jpeg_holds_pixels_and_nothing_else() -> None:
    """EXIF, comment, XMP, profile and what stands behind the end are gone."""
    data = picture("JPEG", comment=SECRET, exif=exif(), xmp=SECRET, icc_profile=profile()) + SECRET
    cleaned = clean(".jpeg", data)
    assert SECRET not in cleaned
    assert set(opened(cleaned).info) == {"jfif", "jfif_version", "jfif_unit", "jfif_density"}
    assert [opened(cleaned).getpixel(place) for place in ((5, 10), (35, 10))] == [(0, 0, 0), (255, 255, 255)]


@pytest.mark.parametrize(("suffix", "kind"), [(".png", "PNG"), (".jpg", "JPEG")])
def test_a_picture_stands_as_it_is_shown(suffix: str, kind: str) -> None:
    """A camera that was held upright says so in words that are taken out."""
    cleaned = opened(clean(suffix, picture(kind, exif=exif(6))))
    assert cleaned.size == (20, 40)
    assert cleaned.convert("L").getpixel((10, 5)) == 0


@pytest.mark.parametrize(
    ("mode", "kept"), [("1", "1"), ("L", "L"), ("P", "RGB"), ("LA", "RGBA"), ("RGBA", "RGBA"), ("I;16", "I;16")]
)
def test_pngs_of_every_kind_can_be_cleaned(mode: str, kept: str) -> None:
    """Palettes, of which a part may be unused, become colours."""
    image = Image.new(mode, (4, 4))
    buffer = io.BytesIO()
    image.save(buffer, "PNG")
    assert opened(clean(".png", buffer.getvalue())).mode == kept


def test_a_jpeg_for_print_becomes_one_for_screens() -> None:
    """Browsers differ about four colours."""
    cleaned = opened(clean(".jpg", picture("JPEG", "CMYK")))
    assert cleaned.mode == "RGB"


def test_a_profile_that_cannot_be_read_is_left_out() -> None:
    """The colours may be a little off; the picture is whole."""
    assert SECRET not in clean(".jpg", picture("JPEG", icc_profile=SECRET))


def test_pixels_that_are_not_shown_are_blank() -> None:
    """An eraser may make a face transparent and leave it in the file."""
    image = Image.new("RGBA", (2, 1), (10, 20, 30, 255))
    image.putpixel((1, 0), (40, 50, 60, 0))
    buffer = io.BytesIO()
    image.save(buffer, "PNG")
    cleaned = opened(clean(".png", buffer.getvalue()))
    assert [cleaned.getpixel((x, 0)) for x in (0, 1)] == [(10, 20, 30, 255), (0, 0, 0, 0)]


@pytest.mark.parametrize(("suffix", "kind"), [(".png", "PNG"), (".jpg", "JPEG")])
def test_the_same_picture_gives_the_same_bytes(suffix: str, kind: str) -> None:
    """Also when its words differ."""
    assert clean(suffix, picture(kind)) == clean(suffix, picture(kind, exif=exif()))


def bomb() -> bytes:
    def chunk(kind: bytes, body: bytes) -> bytes:
        return struct.pack(">I", len(body)) + kind + body + struct.pack(">I", zlib.crc32(kind + body))

    header = struct.pack(">IIBBBBB", 40_000, 40_000, 1, 0, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", header) + chunk(b"IDAT", zlib.compress(b"\0")) + chunk(b"IEND", b"")


def moving() -> bytes:
    frames = [Image.new("RGB", (4, 4), colour) for colour in ("red", "green")]
    buffer = io.BytesIO()
    frames[0].save(buffer, "PNG", save_all=True, append_images=frames[1:])
    return buffer.getvalue()


NOT_PNG = "The picture cannot be read. Save it anew as PNG."
REFUSED = {
    "no picture": (".png", b"hello", NOT_PNG),
    "other kind": (".png", picture("JPEG"), NOT_PNG),
    "cut short": (".png", picture("PNG")[:-40], NOT_PNG),
    "no JPEG": (".jpg", picture("PNG"), "The picture cannot be read. Save it anew as JPEG."),
    "too large": (".png", bomb(), "The picture has too many pixels. Make it smaller."),
    "moving": (
        ".png",
        moving(),
        "The file holds several pictures, of which a reader sees one at a time. Save the one that is meant.",
    ),
    "gif": (
        ".gif",
        picture("GIF"),
        "Files of this kind cannot be cleaned. Use one of these: .pdf, .png, .jpg, .jpeg, .docx, .xlsx, .csv, .txt.",
    ),
}


@pytest.mark.parametrize(("suffix", "data", "reason"), REFUSED.values(), ids=REFUSED.keys())
def test_what_is_no_single_picture_is_refused(suffix: str, data: bytes, reason: str) -> None:
    """The reason says what to do, and quotes nothing."""
    with pytest.raises(CannotClean) as caught:
        clean(suffix, data)
    assert caught.value.reason == reason


@pytest.mark.parametrize("progressive", [False, True])
def test_a_jpeg_inside_a_pdf_is_stripped_without_loss(*, progressive: bool) -> None:
    """Scans stay; notes, thumbnails and what stands behind the end go."""
    plain = picture("JPEG", progressive=progressive)
    noted = picture("JPEG", progressive=progressive, comment=SECRET, exif=exif(), icc_profile=profile())
    noted = noted.replace(b"\xff\xdb", b"\xff\xe0\x00\x10JFXX\0" + SECRET[:9] + b"\xff\xdb", 1)
    assert stripped(noted + SECRET) == stripped(plain) == plain


def test_segments_that_say_how_colours_are_read_stay() -> None:
    """If they are what they say that they are."""
    printed, plain = picture("JPEG", "CMYK"), picture("JPEG")
    assert stripped(printed) == printed
    assert b"Adobe" in printed
    assert stripped(plain.replace(b"JFIF\0", b"Note\0", 1)) == plain[:2] + plain[20:]


@pytest.mark.parametrize("marker", [0x02, 0xBF, 0xC8, 0xDE, 0xDF, 0xF0, 0xF7, 0xFD])
def test_a_segment_that_no_reader_knows_is_not_taken_over(marker: int) -> None:
    """Readers pass it over, so it could hold anything."""
    plain = picture("JPEG")
    unknown = bytes([0xFF, marker]) + (len(SECRET) + 2).to_bytes(2) + SECRET
    with pytest.raises(NotJpegError):
        stripped(plain[:20] + unknown + plain[20:])


@pytest.mark.parametrize(
    "data",
    [b"", SECRET, b"\xff\xd8" + SECRET, picture("JPEG")[:30], picture("JPEG")[:-2]],
    ids=["empty", "none", "a beginning alone", "cut", "open"],
)
def test_what_is_no_jpeg_from_beginning_to_end_is_not_stripped(data: bytes) -> None:
    """Half of one may be anything."""
    with pytest.raises(NotJpegError):
        stripped(data)
