"""What a page of a PDF shows of what it has at hand, and text that it has without showing it."""

from __future__ import annotations

import warnings
from collections.abc import Iterable, Iterator
from typing import Any

import pikepdf
import pypdfium2
from pikepdf import Dictionary, Name, Stream

from public_record.gate.cleaning.pdf_refusals import BROKEN, UNSEEN_TEXT
from public_record.gate.cleaning.refusal import CannotClean

_SHOWN_BY = {"Do": "/XObject", "scn": "/Pattern", "SCN": "/Pattern"}
"""By which instruction something is drawn that stands under a name among the resources."""

_SHOWS_TEXT = frozenset({"Tj", "TJ", "'", '"'})
_NOT_DRAWN = frozenset({3, 7})
"""Ways of writing text that leave no mark: text recognition writes so behind a scan."""

_ROUNDING = 2.0
"""Points by which a letter may reach over the edge of its page."""


def _copied(dictionary: Any) -> Any:
    return Dictionary(dict(dictionary.items()))


def keep_used(owner: Any) -> None:
    """Take pictures, forms and patterns out of reach that what owns them does not draw: what was deleted is left so.

    Where pages have their resources from above, the library has given each its own before it gives out the pages.
    """
    if not isinstance(given := owner.get("/Resources"), Dictionary):
        return
    used = set(_used(_contents(owner), given))
    own = _copied(given)
    for category in set(_SHOWN_BY.values()) & set(own.keys()):
        own[category] = Dictionary({name: held for name, held in own[category].items() if (category, name) in used})
    owner.Resources = own


def _contents(owner: Any) -> list[Any]:
    """List the streams that say what is drawn: of a page, of a form or a pattern, of a font that draws its letters."""
    if isinstance(owner, Stream):
        return [owner]
    drawn = owner.get("/Contents")
    return [*([drawn] if isinstance(drawn, Stream) else []), *_letters(owner)]


def _letters(font: Any) -> list[Any]:
    return [drawn for drawn in font.get("/CharProcs", Dictionary()).values() if isinstance(drawn, Stream)]


def _used(streams: Iterable[Any], resources: Any) -> Iterator[tuple[str, str]]:
    """Yield category and name of what is drawn. What has no resources of its own draws from those of its owner."""
    pending, seen = [*streams, *_borrowing_fonts(resources)], set()
    while pending:
        for one in instructions(pending.pop()):
            if (category := _SHOWN_BY.get(str(one.operator))) is None:
                continue
            named = one.operands[-1]
            if not isinstance(named, Name) or (category, str(named)) in seen:
                continue
            seen.add((category, str(named)))
            yield category, str(named)
            drawn = resources.get(category, Dictionary()).get(str(named))
            if isinstance(drawn, Stream) and drawn.get("/Subtype") != Name.Image and "/Resources" not in drawn:
                pending.append(drawn)


def _borrowing_fonts(resources: Any) -> Iterator[Any]:
    for font in resources.get("/Font", Dictionary()).values():
        if isinstance(font, Dictionary) and "/Resources" not in font:
            yield from _letters(font)


def instructions(stream: Any) -> list[Any]:
    """Read what a stream says is to be drawn."""
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("error")
            return list(pikepdf.parse_content_stream(stream))
    except UserWarning:
        raise CannotClean(BROKEN) from None


def refuse_unseen(read: Iterable[Any]) -> None:
    """Refuse text that is written without being drawn, and what is drawn meanwhile.

    Readers pass over a `Q` that takes nothing back.
    """
    way, above = 0, list[int]()
    for one in read:
        match str(one.operator):
            case "q":
                above.append(way)
            case "Q":
                way = above.pop() if above else way
            case "Tr":
                way = int(one.operands[0])
            case shown if way in _NOT_DRAWN and (shown in _SHOWS_TEXT or shown == "Do"):
                raise CannotClean(UNSEEN_TEXT)


def refuse_beside_the_page(data: bytes) -> None:
    """Refuse text that stands beyond the edges of its page."""
    document = pypdfium2.PdfDocument(data)
    for page in document:
        left, bottom, right, top = page.get_mediabox()
        whole = page.get_textpage()
        inside = whole.get_text_bounded(left - _ROUNDING, bottom - _ROUNDING, right + _ROUNDING, top + _ROUNDING)
        if _letters_of(inside) < _letters_of(whole.get_text_range()):
            raise CannotClean(UNSEEN_TEXT)


def _letters_of(text: str) -> int:
    return sum(map(str.isalnum, text))
