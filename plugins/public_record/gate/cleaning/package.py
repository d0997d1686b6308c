"""Office files as packages: parts in a zip, and relationships that lead from one part to another (ISO 29500, part 2)."""

from __future__ import annotations

import io
import posixpath
import zipfile
import zlib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from xml.etree.ElementTree import Element, SubElement

from public_record.gate.cleaning.refusal import CannotClean
from public_record.gate.cleaning.xml_parts import RELATIONSHIPS, parse, written

BROKEN = "The file is damaged or not of the kind that its name says. Save it anew."
ENCRYPTED = "The file is encrypted, or of an older kind. Save it anew, without a password, as .docx or .xlsx."
TOO_LARGE = "The file is larger inside than any paper. Make it smaller."

_OLDER = b"\xd0\xcf\x11\xe0"
_LARGEST = 200_000_000
_MOST = 5_000
_ENCRYPTED_MEMBER = 0x1
_PACKED = frozenset({zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED})
"""Ways of packing that a package may have; no program that writes papers has another."""
_CONTENT_TYPES = "[Content_Types].xml"
_TYPES = "http://schemas.openxmlformats.org/package/2006/content-types"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006/relationships"
_FIRST_DAY = (1980, 1, 1, 0, 0, 0)
"""The day from which zip counts: files that were written on different days are the same."""


@dataclass(frozen=True, slots=True)
class Relationship:
    """What leads from one part to another, or out of the package."""

    id: str
    kind: str
    """The last word of its type: `image`, `comments`, `hyperlink`."""
    target: str
    """Name of the part, or address outside."""
    external: bool


@dataclass(frozen=True, slots=True)
class Part:
    """A part to be written."""

    name: str
    content_type: str
    data: bytes
    relationships: tuple[Relationship, ...] = ()


def read(data: bytes) -> Mapping[str, bytes]:
    """Read the parts of a package by name."""
    if data.startswith(_OLDER):
        raise CannotClean(ENCRYPTED)
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            return _members(archive)
    except (zipfile.BadZipFile, zlib.error, OSError, EOFError, NotImplementedError, RuntimeError, ValueError):
        raise CannotClean(BROKEN) from None


def _members(archive: zipfile.ZipFile) -> dict[str, bytes]:
    members = [member for member in archive.infolist() if not member.is_dir()]
    if any(member.flag_bits & _ENCRYPTED_MEMBER for member in members):
        raise CannotClean(ENCRYPTED)
    if len(members) > _MOST or sum(member.file_size for member in members) > _LARGEST:
        raise CannotClean(TOO_LARGE)
    if not _PACKED.issuperset(member.compress_type for member in members):
        raise CannotClean(BROKEN)
    parts = {member.filename: archive.read(member) for member in members}
    if len(parts) != len(members):
        raise CannotClean(BROKEN)
    return parts


def relationships(parts: Mapping[str, bytes], owner: str) -> list[Relationship]:
    """List what leads from a part; from the package itself, if its name is empty."""
    folder, name = posixpath.split(owner)
    listed = parts.get(posixpath.join(folder, "_rels", f"{name}.rels"))
    if listed is None:
        return []
    found = [_relationship(element, folder) for element in parse(listed).iter(f"{{{_PACKAGE}}}Relationship")]
    # Of two with one id, two programs may follow two different ones.
    if len({relation.id for relation in found}) != len(found):
        raise CannotClean(BROKEN)
    return found


def _relationship(element: Element, folder: str) -> Relationship:
    external = element.get("TargetMode") == "External"
    try:
        own, kind, target = (element.attrib[name] for name in ("Id", "Type", "Target"))
    except KeyError:
        raise CannotClean(BROKEN) from None
    if not external:
        target = posixpath.normpath(posixpath.join("/", folder, target)).lstrip("/")
    return Relationship(own, kind.rpartition("/")[2], target, external)


def content_type(parts: Mapping[str, bytes], name: str) -> str | None:
    """Find the type that a package gives for a part by its name."""
    for element in parse(parts.get(_CONTENT_TYPES, b"")).iter(f"{{{_TYPES}}}Override"):
        if element.get("PartName") == f"/{name}":
            return element.get("ContentType")
    return None


def write(parts: Sequence[Part]) -> bytes:
    """Write a package, the same for the same parts. The first of them is its main part."""
    start = Relationship("rId1", "officeDocument", parts[0].name, external=False)
    members = {_CONTENT_TYPES: _listed_types(parts), "_rels/.rels": _listed((start,))}
    for part in parts:
        members[part.name] = part.data
        if part.relationships:
            folder, name = posixpath.split(part.name)
            members[f"{folder}/_rels/{name}.rels"] = _listed(part.relationships)
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        for name, data in members.items():
            archive.writestr(_member(name), data, zipfile.ZIP_DEFLATED, compresslevel=9)
    return buffer.getvalue()


def _member(name: str) -> zipfile.ZipInfo:
    member = zipfile.ZipInfo(name, _FIRST_DAY)
    # Otherwise it would tell on which kind of machine the file was written.
    member.create_system = 0
    return member


def _listed_types(parts: Iterable[Part]) -> bytes:
    root = Element("Types", {"xmlns": _TYPES})
    SubElement(
        root,
        "Default",
        {"Extension": "rels", "ContentType": "application/vnd.openxmlformats-package.relationships+xml"},
    )
    for part in parts:
        SubElement(root, "Override", {"PartName": f"/{part.name}", "ContentType": part.content_type})
    return written(root)


def _listed(relations: Iterable[Relationship]) -> bytes:
    root = Element("Relationships", {"xmlns": _PACKAGE})
    for relation in relations:
        attributes = {"Id": relation.id, "Type": f"{RELATIONSHIPS}/{relation.kind}"}
        attributes["Target"] = relation.target if relation.external else f"/{relation.target}"
        if relation.external:
            attributes["TargetMode"] = "External"
        SubElement(root, "Relationship", attributes)
    return written(root)
