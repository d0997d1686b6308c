"""Links and outline of a PDF: they lead to a page of the same file or to the web, and nowhere else.

A place that is named is replaced by the page it stands for: names of places are words that nobody sees.
"""

from __future__ import annotations

from collections.abc import Iterator

from pikepdf import Array, Dictionary, Name, NameTree, Object, Pdf, String

from public_record.gate.cleaning.addresses import is_public

_MANY = 10_000
"""An outline that is longer leads back to itself."""


def resolve(pdf: Pdf) -> None:
    """Keep of every link and of every line of the outline its page or its public address."""
    places = _Places(pdf)
    for link in [*_links(pdf), *_outline(pdf)]:
        places.resolve(link)


def _links(pdf: Pdf) -> Iterator[Object]:
    for page in pdf.pages:
        yield from list(page.obj.get("/Annots", Array()))


def _outline(pdf: Pdf) -> Iterator[Object]:
    pending = [pdf.Root.get("/Outlines", Dictionary()).get("/First")]
    for _ in range(_MANY):
        line = pending.pop() if pending else None
        if line is None:
            return
        yield line
        pending.extend(below for below in (line.get("/Next"), line.get("/First")) if below is not None)
    raise ValueError


class _Places:
    """The places of a document that have names."""

    def __init__(self, pdf: Pdf) -> None:
        self._by_name = pdf.Root.get("/Dests", Dictionary())
        tree = pdf.Root.get("/Names", Dictionary()).get("/Dests")
        self._by_string = {} if tree is None else dict(NameTree(tree).items())

    def resolve(self, link: Object) -> None:
        """Put the place that a link leads to in the stead of its name, and forget every other action."""
        action = link.get("/A", Dictionary())
        place = link.get("/Dest")
        if place is None and action.get("/S") == Name.GoTo:
            place = action.get("/D")
        address = action.get("/URI") if action.get("/S") == Name.URI else None
        for key in {"/A", "/Dest"} & set(link.keys()):
            del link[key]
        if (found := self._place(place)) is not None:
            link.Dest = found
        elif address is not None and is_public(str(address)):
            link.A = Dictionary(S=Name.URI, URI=String(str(address)))

    def _place(self, place: Object | None) -> Array | None:
        if isinstance(place, String):
            place = self._by_string.get(str(place))
        elif isinstance(place, Name):
            place = self._by_name.get(str(place))
        if isinstance(place, Dictionary):
            place = place.get("/D")
        return place if isinstance(place, Array) else None
