from __future__ import annotations

import hashlib
import io
import struct
import zlib
from typing import Any

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


def chunk(kind: bytes, body: bytes) -> bytes:
    return struct.pack(">I", len(body)) + kind + body + struct.pack(">I", zlib.crc32(kind + body))


def saved(image: Image.Image, kind: str, **options: Any) -> bytes:
    buffer = io.BytesIO()
    image.save(buffer, kind, **options)
    return buffer.getvalue()


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
    cleaned = opened(clean(".png", saved(image, "PNG")))
    assert (cleaned.mode, cleaned.convert("RGBA").tobytes()) == (kept, image.convert("RGBA").tobytes())


def test_a_jpeg_for_print_becomes_one_for_screens() -> None:
    """Browsers differ about four colours."""
    cleaned = opened(clean(".jpg", picture("JPEG", "CMYK")))
    assert cleaned.mode == "RGB"


def with_red_and_blue_exchanged() -> bytes:
    """Make a profile that no screen has, so that what it does is plain to see."""
    return profile().replace(b"rXYZ", b"****").replace(b"bXYZ", b"rXYZ").replace(b"****", b"bXYZ")


@pytest.mark.parametrize(
    ("mode", "colour", "expected"),
    [
        ("RGB", (200, 100, 0), (0, 100, 200)),
        ("RGBA", (200, 100, 0, 128), (0, 100, 200, 128)),
        ("L", 200, 200),
    ],
)
def test_colours_are_those_of_the_profile_that_is_left_out(mode: str, colour: Any, expected: Any) -> None:
    """It may name a device. Greys need none."""
    data = saved(Image.new(mode, (2, 2), colour), "PNG", icc_profile=with_red_and_blue_exchanged())
    assert opened(clean(".png", data)).getpixel((0, 0)) == expected


def of_a_press() -> bytes:
    """Make a profile of four inks, each of which takes a quarter of the light."""
    matrix = struct.pack(">9i", 1 << 16, 0, 0, 0, 1 << 16, 0, 0, 0, 1 << 16)
    ramp, inks = bytes(range(256)), (bytes([255 - 63 * of_four.bit_count(), 128, 128]) for of_four in range(16))
    table = b"mft1" + bytes(4) + bytes([4, 3, 2, 0]) + matrix + ramp * 4 + b"".join(inks) + ramp * 3
    start = 128 + 4 + 12
    head = struct.pack(">I4xI4s4s4s12x4s", start + len(table), 0x02400000, b"prtr", b"CMYK", b"Lab ", b"acsp")
    white = struct.pack(">3i", 0xF6D6, 0x10000, 0xD32D)
    head = head.ljust(68, b"\0") + white
    return head.ljust(128, b"\0") + struct.pack(">I4sII", 1, b"A2B0", start, len(table)) + table


def test_a_jpeg_for_print_has_the_colours_of_its_press() -> None:
    """Without a profile one ink would be plain cyan."""
    image = Image.new("CMYK", (8, 8), (255, 0, 0, 0))
    cleaned = opened(clean(".jpg", saved(image, "JPEG", icc_profile=of_a_press())))
    assert cleaned.mode == "RGB"
    assert len(set(cleaned.crop((4, 4, 5, 5)).tobytes())) == 1


def test_a_profile_that_cannot_be_read_is_left_out() -> None:
    """The colours may be a little off; the picture is whole."""
    assert SECRET not in clean(".jpg", picture("JPEG", icc_profile=SECRET))


def test_pixels_that_are_not_shown_are_blank() -> None:
    """An eraser may make a face transparent and leave it in the file."""
    image = Image.new("RGBA", (3, 1), (10, 20, 30, 255))
    image.putpixel((1, 0), (40, 50, 60, 0))
    image.putpixel((2, 0), (255, 255, 255, 0))
    cleaned = opened(clean(".png", saved(image, "PNG")))
    assert [cleaned.getpixel((x, 0)) for x in (0, 1, 2)] == [(10, 20, 30, 255), (0, 0, 0, 0), (0, 0, 0, 0)]


@pytest.mark.parametrize(
    ("mode", "shown", "hidden", "transparent", "expected"),
    [
        ("1", 255, 0, 0, (255, 255, 255, 255)),
        ("L", 10, 20, 20, (10, 10, 10, 255)),
        ("RGB", (10, 20, 30), (40, 50, 60), (40, 50, 60), (10, 20, 30, 255)),
        ("P", 1, 0, 0, (255, 255, 255, 255)),
        ("P", 1, 0, b"\0\xff", (255, 255, 255, 255)),
    ],
    ids=["black and white", "grey", "colours", "palette", "palette of several"],
)
def test_a_colour_that_is_not_shown_is_blank(
    mode: str, shown: Any, hidden: Any, transparent: Any, expected: tuple[int, ...]
) -> None:
    """A picture may say of one of its colours that it is not to be seen."""
    image = Image.new(mode, (2, 1), shown)
    if mode == "P":
        image.putpalette([90, 90, 90, 255, 255, 255])
    image.putpixel((1, 0), hidden)
    cleaned = opened(clean(".png", saved(image, "PNG", transparency=transparent)))
    assert [cleaned.getpixel((x, 0)) for x in (0, 1)] == [expected, (0, 0, 0, 0)]


def deep(bits: int, kind: int, pixel: bytes, transparent: bytes) -> bytes:
    """Write a PNG of one pixel, which is of the colour that is not shown."""
    header = struct.pack(">IIBBBBB", 1, 1, bits, kind, 0, 0, 0)
    body = chunk(b"tRNS", transparent) + chunk(b"IDAT", zlib.compress(b"\0" + pixel))
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", header) + body + chunk(b"IEND", b"")


@pytest.mark.parametrize(
    "data",
    [
        deep(2, 0, b"\x40", b"\0\1"),
        deep(4, 0, b"\x40", b"\0\4"),
        deep(16, 0, b"\1\2", b"\1\2"),
        deep(16, 2, b"\1\2" * 3, b"\1\2" * 3),
    ],
    ids=["four greys", "sixteen greys", "many greys", "many colours"],
)
def test_a_colour_that_is_not_shown_and_not_found_is_refused(data: bytes) -> None:
    """Colours are read as a number of bits that is not the one in which the hidden one is named."""
    with pytest.raises(CannotClean) as caught:
        clean(".png", data)
    assert caught.value.reason == "The picture has a colour that is not shown. Save it anew without transparency."


@pytest.mark.parametrize(("suffix", "kind", "options"), [
    (".png", "PNG", {"compress_level": 9}), (".jpg", "JPEG", {"quality": 90, "optimize": True}),
])  # fmt: skip
def test_a_picture_is_written_small_and_well(suffix: str, kind: str, options: dict[str, Any]) -> None:
    """Byte by byte what the pixels alone give; a photograph loses nothing that is seen."""
    data = saved(Image.linear_gradient("L").resize((64, 48)).convert("RGB"), kind)
    cleaned = clean(suffix, data)
    assert cleaned == saved(opened(data), kind, **(options | {"icc_profile": None, "exif": b""}))


def test_a_picture_whose_words_cannot_be_read_is_still_shown() -> None:
    """A library warns of them; they are left out in any case."""
    data = picture("JPEG", exif=b"Exif\0\0MM\0*\0\0\0\x08\0\x09" + SECRET)
    with pytest.warns(UserWarning, match="orrupt EXIF data"):
        opened(data).getexif().get(1)
    assert clean(".jpg", data) == clean(".jpg", picture("JPEG"))


@pytest.mark.parametrize(("suffix", "kind"), [(".png", "PNG"), (".jpg", "JPEG")])
def test_the_same_picture_gives_the_same_bytes(suffix: str, kind: str) -> None:
    """Also when its words differ."""
    assert clean(suffix, picture(kind)) == clean(suffix, picture(kind, exif=exif()))


def bomb() -> bytes:
    header = struct.pack(">IIBBBBB", 40_000, 40_000, 1, 0, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", header) + chunk(b"IDAT", zlib.compress(b"\0")) + chunk(b"IEND", b"")


def moving() -> bytes:
    frames = [Image.new("RGB", (4, 4), colour) for colour in ("red", "green")]
    return saved(frames[0], "PNG", save_all=True, append_images=frames[1:])


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


def noise() -> Image.Image:
    """Make a picture of so many values that its bytes take every shape."""
    return Image.frombytes("RGB", (64, 64), b"".join(hashlib.sha256(bytes([at])).digest() for at in range(128)) * 3)


SCANS = {
    "noise": saved(noise(), "JPEG", quality=100),
    "in passes": saved(noise(), "JPEG", quality=100, progressive=True),
    "with restarts": saved(noise(), "JPEG", quality=100, restart_marker_blocks=1),
}


@pytest.mark.parametrize("data", SCANS.values(), ids=SCANS.keys())
def test_pixels_of_a_jpeg_stay_whatever_they_look_like(data: bytes) -> None:
    """A byte in them may be the one that begins a segment, and some are signs of a restart."""
    assert b"\xff\0" in data
    assert (b"\xff\xd7" in data) == (data is SCANS["with restarts"])
    assert stripped(data) == data


@pytest.mark.parametrize("filling", [b"\xff", b"\xff\xff\xff", b"\0" + SECRET, b"\xff\0" + SECRET])
def test_what_fills_a_jpeg_between_its_segments_is_left_out(filling: bytes) -> None:
    """It says nothing to a reader."""
    plain = picture("JPEG")
    assert stripped(plain[:2] + filling + plain[2:20] + filling + plain[20:]) == plain


@pytest.mark.parametrize("cut", [5, 7, 12, 13])
def test_a_head_that_is_too_short_is_passed_over(cut: int) -> None:
    """As readers do."""
    plain = picture("JPEG")
    short = plain[4:18][2 : 2 + cut]
    assert stripped(plain[:4] + (len(short) + 2).to_bytes(2) + short + plain[20:]) == plain[:2] + plain[20:]


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


@pytest.mark.parametrize("marker", [0x01, 0x02, 0xBF, 0xC8, 0xD8, 0xDE, 0xDF, 0xF0, 0xF7, 0xFD])
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
