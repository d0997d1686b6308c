"""PDF: what a page shows stays; what stands behind, beside or under it is taken out, or the file is refused.

A black box that was drawn over text cannot be told from any other: nothing here replaces a look at the file.
"""

from __future__ import annotations

import io

import pikepdf
from pikepdf import Name, ObjectStreamMode, Pdf

from public_record.gate.cleaning import pdf_links, pdf_pruning, pdf_refusals, pdf_shown
from public_record.gate.cleaning.refusal import CannotClean


def clean(data: bytes) -> bytes:
    """Write a PDF anew with its pages, its outline and the tags that readers aloud need."""
    try:
        with pikepdf.open(io.BytesIO(data)) as pdf:
            return _cleaned(pdf)
    except pikepdf.PasswordError:
        raise CannotClean(pdf_refusals.ENCRYPTED) from None
    except (pikepdf.PdfError, RuntimeError, ValueError, LookupError, TypeError, AttributeError, NotImplementedError):
        # What a broken file makes of a library is not foreseen; none of it may be published.
        raise CannotClean(pdf_refusals.BROKEN) from None


def _cleaned(pdf: Pdf) -> bytes:
    pdf_refusals.check(pdf)
    _flatten_forms(pdf)
    pdf_links.resolve(pdf)
    pdf_pruning.prune(pdf)
    for key in set(pdf.trailer.keys()) - {"/Root", "/Size"}:
        del pdf.trailer[key]
    written = _written(pdf)
    if pdf.get_warnings():
        raise CannotClean(pdf_refusals.BROKEN)
    pdf_shown.refuse_beside_the_page(written)
    return written


def _flatten_forms(pdf: Pdf) -> None:
    """Make what is seen of a form part of its page. What its fields hold besides goes with them."""
    if Name.AcroForm in pdf.Root:
        pdf.generate_appearance_streams()
        pdf.flatten_annotations("screen")


def _written(pdf: Pdf) -> bytes:
    """Write what can be reached from the pages, and nothing of earlier versions."""
    buffer = io.BytesIO()
    pdf.save(
        buffer,
        deterministic_id=True,
        recompress_flate=True,
        object_stream_mode=ObjectStreamMode.disable,
    )
    return buffer.getvalue()
