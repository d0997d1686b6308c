"""Cleans attachments: what a file carries besides what its reader sees is taken out, or the file is refused.

Each kind of file has a module that knows what may stay. What none of them knows is not published.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping

from public_record.gate.cleaning import image, office, pdf, plain
from public_record.gate.cleaning.refusal import CannotClean

__all__ = ["CannotClean", "clean"]

_CLEANERS: Mapping[str, Callable[[bytes], bytes]] = {
    ".pdf": pdf.clean,
    ".png": image.clean_png,
    ".jpg": image.clean_jpeg,
    ".jpeg": image.clean_jpeg,
    ".docx": office.clean_docx,
    ".xlsx": office.clean_xlsx,
    ".csv": plain.clean,
    ".txt": plain.clean,
}


def clean(suffix: str, data: bytes) -> bytes:
    """Return the bytes of an attachment that may be published. The same bytes give the same bytes.

    `suffix` is the end of its name, with the full stop. Raises `CannotClean`, whose reason quotes nothing of the file.
    """
    cleaner = _CLEANERS.get(suffix.lower())
    if cleaner is None:
        raise CannotClean(f"Files of this kind cannot be cleaned. Use one of these: {', '.join(_CLEANERS)}.")
    return cleaner(data)
