"""The XML of office files: read without entities, rewritten element by element."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from xml.etree.ElementTree import Element, ParseError, register_namespace, tostring

from defusedxml.common import DefusedXmlException
from defusedxml.ElementTree import fromstring

from public_record.gate.cleaning.refusal import CannotClean

BROKEN_XML = "The file holds XML that cannot be read. Save it anew."

_MAIN = "http://schemas.openxmlformats.org"
RELATIONSHIPS = f"{_MAIN}/officeDocument/2006/relationships"
WORD = f"{_MAIN}/wordprocessingml/2006/main"
SHEET = f"{_MAIN}/spreadsheetml/2006/main"
DRAWING = f"{_MAIN}/drawingml/2006/main"
PICTURE = f"{_MAIN}/drawingml/2006/picture"
IN_WORD = f"{_MAIN}/drawingml/2006/wordprocessingDrawing"
IN_SHEET = f"{_MAIN}/drawingml/2006/spreadsheetDrawing"
FORMULA = f"{_MAIN}/officeDocument/2006/math"

# Word looks for some of its prefixes by their letters.
for _prefix, _namespace in {
    "r": RELATIONSHIPS,
    "w": WORD,
    "x": SHEET,
    "a": DRAWING,
    "pic": PICTURE,
    "wp": IN_WORD,
    "xdr": IN_SHEET,
    "m": FORMULA,
}.items():
    register_namespace(_prefix, _namespace)


def _named(namespace: str, names: str) -> frozenset[str]:
    return frozenset(f"{{{namespace}}}{name}" for name in names.split())


_SPOKEN: Mapping[str, frozenset[str]] = {
    **dict.fromkeys(_named(WORD, "t"), _named(WORD, "r")),
    **dict.fromkeys(_named(FORMULA, "t"), _named(FORMULA, "r")),
    **dict.fromkeys(_named(IN_WORD, "posOffset align"), _named(IN_WORD, "positionH positionV")),
    **dict.fromkeys(_named(SHEET, "t"), _named(SHEET, "is si r")),
    **dict.fromkeys(_named(SHEET, "v"), _named(SHEET, "c")),
    **dict.fromkeys(
        _named(SHEET, "oddHeader oddFooter evenHeader evenFooter firstHeader firstFooter"), _named(SHEET, "headerFooter")
    ),
    **dict.fromkeys(_named(SHEET, "definedName"), _named(SHEET, "definedNames")),
    **dict.fromkeys(_named(IN_SHEET, "col row colOff rowOff"), _named(IN_SHEET, "from to")),
}
"""The elements whose text is shown, or says where something stands, each with those in which it does so."""

INSTRUCTION = f"{{{WORD}}}instrText"
"""What a field is to show. Wherever one stands it is read, and refused if it may say more."""

Rewrite = Callable[[Element], bool]
"""Changes an element in place, and says whether it stays."""


def parse(data: bytes) -> Element:
    """Read XML that declares no types and no entities. Comments and instructions are not read at all."""
    try:
        root: Element = fromstring(data, forbid_dtd=True)
    except (ParseError, DefusedXmlException, ValueError, LookupError):
        raise CannotClean(BROKEN_XML) from None
    return root


def written(root: Element) -> bytes:
    """Write XML."""
    data: bytes = tostring(root, encoding="UTF-8", xml_declaration=True)
    return data


def rewrite(root: Element, change: Rewrite) -> None:
    """Change every element below a root, from the outside in, and take out those that do not stay."""
    pending = [root]
    while pending:
        owner = pending.pop()
        owner[:] = [element for element in owner if change(element)]
        pending.extend(owner)


def keep_spoken(root: Element) -> None:
    """Take out text that stands where no program shows any."""
    root.text = None
    for owner in root.iter():
        for element in owner:
            element.tail = None
            if element.tag != INSTRUCTION and owner.tag not in _SPOKEN.get(element.tag, ()):
                element.text = None


def namespace(name: str) -> str:
    """Say which namespace a name is of: the empty one, if it does not say."""
    return name[1:].partition("}")[0] if name.startswith("{") else ""


def local(name: str) -> str:
    """Take a name without its namespace."""
    return name.rpartition("}")[2]


def references(root: Element) -> Iterator[tuple[Element, str, str]]:
    """Yield every reference to a relationship: the element, the attribute, and the id."""
    for element in root.iter():
        for name, value in list(element.attrib.items()):
            if namespace(name) == RELATIONSHIPS:
                yield element, name, value
