"""What no cleaning of a PDF would make right: what somebody must look at."""

from __future__ import annotations

from collections.abc import Iterable

from pikepdf import Array, Dictionary, Name, Object, Page, Pdf

from public_record.gate.cleaning.refusal import CannotClean

ENCRYPTED = "The PDF is encrypted. Save it anew without a password and without limits on its use."
BROKEN = "The PDF is damaged or not a PDF. Make it anew from the document it came from."
LAYERS = "The PDF has layers that are not shown. Make it anew without layers."
REDACTIONS = "The PDF has redactions that were marked but never applied. Apply them, and save it anew."
MARKS = "The PDF has comments, drawn marks or files on its pages. Remove them, and save it anew."
CROPPED = "The PDF has cropped pages: what was cut off is still in it. Make it anew at the size that is meant."
LEFTOVERS = "The PDF still holds pages that were taken out of it. Make it anew from the document it came from."
JPEG_2000 = "The PDF has pictures in the format JPEG 2000, which cannot be cleaned. Make it anew with JPEG or PNG pictures."
UNSEEN_TEXT = (
    "The PDF has text that is not shown: behind a scan, as text recognition leaves it, or beside the page. "
    "Make it anew without that text."
)
UNKNOWN = "The PDF holds something that cannot be looked through. Make it anew from the document it came from."

_ALLOWED = frozenset({"/Link", "/Widget"})
_ROUNDING = 1
"""Points by which boxes of a page that are meant to be the same may differ."""


def check(pdf: Pdf) -> None:
    """Refuse a PDF for what it has."""
    if pdf.is_encrypted:
        raise CannotClean(ENCRYPTED)
    if Name.OCProperties in pdf.Root and _hides_layers(pdf.Root.OCProperties):
        raise CannotClean(LAYERS)
    for page in pdf.pages:
        _check_marks(page)
        if _is_cropped(page):
            raise CannotClean(CROPPED)


def _hides_layers(layers: Object) -> bool:
    shown = layers.get("/D", Dictionary())
    return (
        shown.get("/BaseState", Name.ON) != Name.ON
        or len(shown.get("/OFF", Array())) > 0
        or any(_is_hidden_somewhere(layer) for layer in _each(layers.get("/OCGs", Array())))
    )


def _is_hidden_somewhere(layer: Object) -> bool:
    """Say whether a layer is not shown on screen, in print or on export."""
    usage = layer.get("/Usage", Dictionary())
    states = (("/View", "/ViewState"), ("/Print", "/PrintState"), ("/Export", "/ExportState"))
    return any(usage.get(way, Dictionary()).get(state, Name.ON) != Name.ON for way, state in states)


def _check_marks(page: Page) -> None:
    kinds = {str(annotation.get("/Subtype")) for annotation in _each(page.obj.get("/Annots", Array()))}
    if "/Redact" in kinds:
        raise CannotClean(REDACTIONS)
    if kinds - _ALLOWED:
        raise CannotClean(MARKS)


def _is_cropped(page: Page) -> bool:
    left, bottom, right, top = (float(side) for side in _each(page.mediabox))
    shown = [float(side) for side in _each(page.cropbox)]
    return (
        min(shown[0], shown[2]) > min(left, right) + _ROUNDING
        or min(shown[1], shown[3]) > min(bottom, top) + _ROUNDING
        or max(shown[0], shown[2]) < max(left, right) - _ROUNDING
        or max(shown[1], shown[3]) < max(bottom, top) - _ROUNDING
    )


def _each(things: Object) -> Iterable[Object]:
    return list(things)
