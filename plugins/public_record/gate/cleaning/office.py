"""Word documents and spreadsheets: a new package is made of the parts that are shown, and nothing else is taken over."""

from __future__ import annotations

import posixpath
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from xml.etree.ElementTree import Element

from public_record.gate.cleaning import image, sheets, word
from public_record.gate.cleaning.addresses import is_public
from public_record.gate.cleaning.kinds import PackageKind
from public_record.gate.cleaning.listing import listed
from public_record.gate.cleaning.package import BROKEN, Part, Relationship, content_type, read, relationships, write
from public_record.gate.cleaning.refusal import CannotClean
from public_record.gate.cleaning.xml_parts import parse, references, written

PICTURES = "The file has pictures that are neither PNG nor JPEG, and cannot be cleaned. Replace them, and save it anew."
EXTERNAL = "The file has links to other files or data. Remove them, and save it anew."
UNKNOWN = "The file holds something other than text, tables and pictures. Remove it, or publish the paper as a PDF."
MACROS = "The file has macros. Save it anew without them."
COMMENTS = "The file has comments. Remove them, and save it anew."
EMBEDDED = "The file has other files embedded in it. Remove them, and save it anew."
PIVOTS = "The file has pivot tables, which carry the data they were made from. Paste their values, and save it anew."

_REFUSED: Mapping[str, str] = {
    **dict.fromkeys(["vbaProject", "wordVbaData", "xlMacrosheet", "xlIntlMacrosheet", "keyMapCustomizations"], MACROS),
    **dict.fromkeys(["comments", "commentsExtended", "commentsIds", "commentsExtensible", "threadedComment"], COMMENTS),
    **dict.fromkeys(["oleObject", "package", "control", "activeXControlBinary", "aFChunk", "subDocument"], EMBEDDED),
    **dict.fromkeys(["pivotTable", "pivotCacheDefinition", "pivotCacheRecords"], PIVOTS),
    **dict.fromkeys(["externalLink", "externalLinkPath", "connections", "queryTable"], EXTERNAL),
}

_LEFT_OUT = listed(
    """
    core-properties extended-properties custom-properties thumbnail customXml customXmlProps customProperty printerSettings
    webSettings fontTable font stylesWithEffects people person glossaryDocument attachedTemplate recipientData calcChain
    sheetMetadata table ctrlProp classificationlabels
    """
)
"""What describes a file, its makers or their machines, or can be done without."""

_MAIN = "officeDocument"
_IMAGE = "image"
_PNG = (image.clean_png, "image/png")
_JPEG = (image.clean_jpeg, "image/jpeg")
_PICTURES = {".png": _PNG, ".jpg": _JPEG, ".jpeg": _JPEG}


def clean_docx(data: bytes) -> bytes:
    """Write a Word document anew."""
    return _clean(data, word.KIND)


def clean_xlsx(data: bytes) -> bytes:
    """Write a spreadsheet anew."""
    return _clean(data, sheets.KIND)


def _clean(data: bytes, kind: PackageKind) -> bytes:
    try:
        return _cleaned(data, kind)
    except RecursionError:
        raise CannotClean(BROKEN) from None


def _cleaned(data: bytes, kind: PackageKind) -> bytes:
    taken = _Package(read(data), kind).taken()
    trees: dict[str, list[Element]] = {}
    for part in taken:
        if part.tree is not None:
            trees.setdefault(part.kind, []).append(part.tree)
    kind.finish(trees)
    return write([part.finished() for part in taken])


@dataclass(slots=True)
class _Taken:
    """A part that is taken over."""

    kind: str
    name: str
    content_type: str
    tree: Element | None = None
    picture: bytes = b""
    relationships: tuple[Relationship, ...] = ()

    def finished(self) -> Part:
        """Put it into the form in which it is written."""
        data = self.picture if self.tree is None else written(self.tree)
        return Part(self.name, self.content_type, data, self.relationships)


class _Package:
    """A package that is read part by part, beginning with its main part, along its relationships."""

    def __init__(self, parts: Mapping[str, bytes], kind: PackageKind) -> None:
        self._parts = parts
        self._kind = kind
        self._taken: dict[str, _Taken] = {}
        """By the old name."""

    def taken(self) -> list[_Taken]:
        """Take over the main part, and every part that leads to."""
        old = self._main()
        self._taken[old] = _Taken(_MAIN, self._kind.main_name, self._kind.parts[_MAIN].content_type)
        pending = [old]
        while pending:
            pending.extend(self._take(pending.pop(0)))
        return list(self._taken.values())

    def _main(self) -> str:
        starts = [relation for relation in relationships(self._parts, "") if _may_stay(relation)]
        names = [relation.target for relation in starts if relation.kind == _MAIN]
        if len(names) != 1:
            raise CannotClean(BROKEN)
        given = content_type(self._parts, names[0]) or ""
        if "macroEnabled" in given:
            raise CannotClean(MACROS)
        if given != self._kind.parts[_MAIN].content_type:
            raise CannotClean(BROKEN)
        return names[0]

    def _take(self, old: str) -> list[str]:
        """Fill in a part that was announced, and say which others it announces."""
        part = self._taken[old]
        data = self._parts.get(old)
        if data is None:
            raise CannotClean(BROKEN)
        if part.kind == _IMAGE:
            part.picture = _picture(old, data)
            return []
        part.tree = parse(data)
        found = {relation.id: relation for relation in relationships(self._parts, old) if _may_stay(relation)}
        self._kind.parts[part.kind].change(part.tree)
        announced = [relation.target for relation in found.values() if not relation.external]
        known = set(self._taken)
        part.relationships = tuple(self._renewed(part.tree, found))
        return [name for name in dict.fromkeys(announced) if name in self._taken and name not in known]

    def _renewed(self, tree: Element, found: Mapping[str, Relationship]) -> Iterator[Relationship]:
        """Yield the relationships that a part makes use of, under new ids, which are put into the part."""
        new: dict[str, str] = {}
        for element, attribute, old in references(tree):
            if old not in found:
                del element.attrib[attribute]
                continue
            new.setdefault(old, f"rId{len(new) + 1}")
            element.set(attribute, new[old])
        for old, relation in found.items():
            if old in new or self._applies_by_itself(relation):
                yield Relationship(new.setdefault(old, f"rId{len(new) + 1}"), relation.kind, *self._new_target(relation))

    def _applies_by_itself(self, relation: Relationship) -> bool:
        kind = self._kind.parts.get(relation.kind)
        return kind is not None and not kind.referred

    def _new_target(self, relation: Relationship) -> tuple[str, bool]:
        if relation.external:
            return relation.target, True
        if relation.target not in self._taken:
            self._taken[relation.target] = self._announced(relation)
        return self._taken[relation.target].name, False

    def _announced(self, relation: Relationship) -> _Taken:
        """Give a part its new name: the old one may say more than its reader sees."""
        folder = posixpath.dirname(self._kind.main_name)
        stem = f"{folder}/{relation.kind}{len(self._taken)}"
        if relation.kind == _IMAGE:
            suffix = posixpath.splitext(relation.target)[1].lower()
            return _Taken(_IMAGE, stem + suffix, _PICTURES.get(suffix, _PNG)[1])
        kind = self._kind.parts.get(relation.kind)
        if kind is None or relation.kind == _MAIN:
            raise CannotClean(UNKNOWN)
        # Some programs look for what a package has once, as its styles, by the usual name alone.
        usual = f"{folder}/{relation.kind}.xml"
        is_first = usual not in {part.name for part in self._taken.values()}
        return _Taken(relation.kind, f"{stem}.xml" if kind.referred or not is_first else usual, kind.content_type)


def _may_stay(relation: Relationship) -> bool:
    """Refuse what must be looked at, and say whether the rest is taken over."""
    if relation.kind in _REFUSED:
        raise CannotClean(_REFUSED[relation.kind])
    if relation.kind in _LEFT_OUT:
        return False
    if relation.external and not (relation.kind == "hyperlink" and is_public(relation.target)):
        raise CannotClean(EXTERNAL)
    return True


def _picture(name: str, data: bytes) -> bytes:
    suffix = posixpath.splitext(name)[1].lower()
    if suffix not in _PICTURES:
        raise CannotClean(PICTURES)
    return _PICTURES[suffix][0](data)
