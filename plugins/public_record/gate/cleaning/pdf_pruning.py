"""Takes out of a PDF every key, string and instruction that is not in the vocabulary."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, NamedTuple

import pikepdf
from pikepdf import (
    Array,
    ContentStreamInlineImage,
    ContentStreamInstruction,
    Dictionary,
    Name,
    Object,
    Pdf,
    PdfInlineImage,
    Stream,
    String,
)

from public_record.gate.cleaning import pdf_shown
from public_record.gate.cleaning import pdf_vocabulary as vocabulary
from public_record.gate.cleaning.jpeg import NotJpegError, stripped
from public_record.gate.cleaning.pdf_refusals import BROKEN, JPEG_2000, LAYERS, LEFTOVERS, UNKNOWN
from public_record.gate.cleaning.refusal import CannotClean


class _Visit(NamedTuple):
    thing: Any
    """An object of the document; numbers and truth values come as Python's own."""
    key: str = ""
    """The key that it was reached by."""
    names: bool = False
    """Whether it is a dictionary whose keys are names that the author gave."""


def prune(pdf: Pdf) -> None:
    """Prune everything that can be reached from the document's root."""
    for page in pdf.pages:
        page.contents_coalesce()
    pages = {page.obj.objgen for page in pdf.pages}
    _keep(pdf.Root, vocabulary.ROOT)
    pending = [_Visit(pdf.Root)]
    seen: set[tuple[int, int]] = set()
    while pending:
        visit = pending.pop()
        if isinstance(visit.thing, Object) and visit.thing.is_indirect:
            if visit.thing.objgen in seen:
                continue
            seen.add(visit.thing.objgen)
        _refuse(visit.thing, pages)
        pending.extend(_pruned(visit))


def _refuse(thing: Any, pages: set[tuple[int, int]]) -> None:
    if not isinstance(thing, Dictionary):
        return
    if thing.get("/Type") == Name.Page and thing.objgen not in pages:
        raise CannotClean(LEFTOVERS)
    if thing.get("/Type") == Name.OCMD and ("/VE" in thing or thing.get("/P", Name.AnyOn) not in {Name.AnyOn, Name.AllOn}):
        raise CannotClean(LAYERS)


def _pruned(visit: _Visit) -> Iterator[_Visit]:
    """Prune one object, and yield what it holds."""
    if isinstance(visit.thing, Stream):
        _stream(visit.thing, visit.key)
    if isinstance(visit.thing, Array):
        yield from _array(visit)
    if isinstance(visit.thing, Dictionary | Stream):
        yield from _dictionary(visit)


def _array(visit: _Visit) -> Iterator[_Visit]:
    things = list(visit.thing)
    for at, held in enumerate(things):
        if isinstance(held, String) and things[0] != Name.Indexed:
            visit.thing[at] = String("")
        yield _Visit(held, visit.key)


def _dictionary(visit: _Visit) -> Iterator[_Visit]:
    thing, key, names = visit
    pdf_shown.keep_used(thing)
    if not names:
        _keep(thing, vocabulary.ANNOTATION if key == "/Annots" else vocabulary.KEYS)
    for own, held in list(thing.items()):
        if isinstance(held, String) and own not in vocabulary.STRINGS:
            del thing[own]
        else:
            yield _Visit(held, key if names else own, _has_own_names(own, key))


def _keep(thing: Any, keys: frozenset[str]) -> None:
    for key in set(thing.keys()) - keys:
        del thing[key]
    # In a link it is a number of flags; in a stream, the name of another file.
    if not isinstance(thing.get("/F", 0), int):
        del thing["/F"]


def _has_own_names(key: str, owner: str) -> bool:
    return key in vocabulary.OWN_NAMES or (owner == "/Resources" and key in vocabulary.CATEGORIES)


def _stream(stream: Stream, key: str) -> None:
    kind = stream.get("/Subtype")
    if key == "/XObject" and kind not in {Name.Image, Name.Form}:
        raise CannotClean(UNKNOWN)
    if kind == Name.Form or "/PatternType" in stream or key in {"/Contents", "/CharProcs"}:
        _content(stream)
    else:
        _picture(stream)


def _picture(stream: Stream) -> None:
    filters = stream.get("/Filter", Array())
    names = [filters] if isinstance(filters, Name) else list(filters)
    if not vocabulary.FILTERS.issuperset(map(str, names)):
        raise CannotClean(UNKNOWN)
    if Name.JPXDecode in names:
        raise CannotClean(JPEG_2000)
    if Name.DCTDecode in names:
        _jpeg(stream, names)


def _jpeg(stream: Stream, filters: list[Any]) -> None:
    given = stream.get("/DecodeParms")
    parameters: list[Any] = list(given) if isinstance(given, Array) else [given]
    if filters.index(Name.DCTDecode) < len(filters) - 1:
        raise CannotClean(UNKNOWN)
    stream.write(stream.read_raw_bytes(), filter=Array(filters[:-1]), decode_parms=Array(parameters[: len(filters) - 1]))
    try:
        picture = stripped(stream.read_bytes())
    except NotJpegError:
        raise CannotClean(BROKEN) from None
    own = parameters[-1] if len(parameters) == len(filters) else None
    stream.write(picture, filter=Name.DCTDecode, decode_parms=own)


def _content(stream: Stream) -> None:
    """Write the instructions of a page anew, without comments and without what is no instruction."""
    read = pdf_shown.instructions(stream)
    pdf_shown.refuse_unseen(read)
    kept = [_instruction(one) for one in read if str(one.operator) in vocabulary.OPERATORS]
    stream.write(pikepdf.unparse_content_stream(kept))


def _instruction(instruction: Any) -> Any:
    if isinstance(instruction, ContentStreamInlineImage):
        _refuse_more_than_pixels(instruction.iimage)
    if str(instruction.operator) not in {"BDC", "DP"}:
        return instruction
    operands = list(instruction.operands)
    _prune_all(operands)
    return ContentStreamInstruction(operands, instruction.operator)


def _prune_all(things: list[Any]) -> None:
    pending = [_Visit(thing) for thing in things]
    while pending:
        pending.extend(_pruned(pending.pop()))


def _refuse_more_than_pixels(image: PdfInlineImage) -> None:
    """Refuse a picture among the instructions that says more than how it is drawn: most programs write none at all."""
    told = image.obj
    known = vocabulary.INLINE.issuperset(told.keys()) and vocabulary.INLINE_FILTERS.issuperset(image.filters)
    before = told.unparse()
    _prune_all([told])
    if not known or told.unparse() != before:
        raise CannotClean(UNKNOWN)
