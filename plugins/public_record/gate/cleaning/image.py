"""Pictures: the pixels are taken out of the file and put into a new one, which holds nothing else."""

from __future__ import annotations

import io
import struct
import warnings
import zlib
from typing import Any

from PIL import Image, ImageCms, ImageOps

from public_record.gate.cleaning.refusal import CannotClean

_BROKEN = (OSError, SyntaxError, ValueError, EOFError, LookupError, TypeError, OverflowError, struct.error, zlib.error)
"""What Pillow raises at files that are not whole."""

_SCALED = frozenset({"L;2", "L;4", "I;16B", "RGB;16B"})
"""What is read of these is brought to another number of bits, but not the colour that stands for nothing being shown."""

_QUALITY = 90


def clean_png(data: bytes) -> bytes:
    """Write a PNG anew from its pixels."""
    return _saved(_pixels(data, "PNG"), "PNG", compress_level=9)


def clean_jpeg(data: bytes) -> bytes:
    """Write a JPEG anew from its pixels."""
    return _saved(_pixels(data, "JPEG"), "JPEG", quality=_QUALITY, optimize=True)


def _saved(image: Image.Image, kind: str, **options: Any) -> bytes:
    buffer = io.BytesIO()
    image.save(buffer, kind, **options)
    return buffer.getvalue()


def _pixels(data: bytes, kind: str) -> Image.Image:
    """Read a picture into a new one that knows nothing of the file it came from."""
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            warnings.simplefilter("error", Image.DecompressionBombWarning)
            image = _shown(_opened(data, kind))
    except (Image.DecompressionBombError, Image.DecompressionBombWarning):
        raise CannotClean("The picture has too many pixels. Make it smaller.") from None
    except _BROKEN:
        raise CannotClean(f"The picture cannot be read. Save it anew as {kind}.") from None
    return Image.frombytes(image.mode, image.size, image.tobytes())


def _opened(data: bytes, kind: str) -> Image.Image:
    image = Image.open(io.BytesIO(data), formats=[kind])
    if getattr(image, "n_frames", 1) > 1:
        raise CannotClean("The file holds several pictures, of which a reader sees one at a time. Save the one that is meant.")
    if "transparency" in image.info and image.tile[0].args in _SCALED:
        raise CannotClean("The picture has a colour that is not shown. Save it anew without transparency.")
    image.load()
    return image


def _shown(image: Image.Image) -> Image.Image:
    """Turn a picture the way it is shown, in colours that need no profile."""
    profile = image.info.get("icc_profile")
    image = _in_plain_mode(ImageOps.exif_transpose(image))
    if profile and image.mode in {"RGB", "RGBA", "CMYK"}:
        image = _in_common_colours(image, profile)
    if image.mode == "CMYK":
        image = image.convert("RGB")
    return _without_what_is_transparent(image) if image.mode == "RGBA" else image


def _in_plain_mode(image: Image.Image) -> Image.Image:
    if "transparency" in image.info or image.mode in {"LA", "RGBA"}:
        return image.convert("RGBA")
    return image if image.mode in {"1", "L", "I;16", "CMYK"} else image.convert("RGB")


def _in_common_colours(image: Image.Image, profile: bytes) -> Image.Image:
    """Apply a colour profile, whose description may name a device, before it is dropped."""
    mode = "RGB" if image.mode == "CMYK" else image.mode
    try:
        source = ImageCms.ImageCmsProfile(io.BytesIO(profile))
        return ImageCms.profileToProfile(image, source, ImageCms.createProfile("sRGB"), outputMode=mode) or image
    except (ImageCms.PyCMSError, OSError):
        return image


def _without_what_is_transparent(image: Image.Image) -> Image.Image:
    """Blank pixels that are not shown at all: an eraser may leave their colours behind."""
    shown = image.getchannel("A").point([0] + [255] * 255)
    return Image.composite(image, Image.new("RGBA", image.size), shown)
