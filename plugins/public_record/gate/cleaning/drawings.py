"""What office files have in common: pictures, themes, and additions of later versions."""

from __future__ import annotations

from xml.etree.ElementTree import Element

from public_record.gate.cleaning.refusal import CannotClean
from public_record.gate.cleaning.xml_parts import DRAWING, PICTURE, RELATIONSHIPS, keep_spoken, local, namespace, rewrite

SHAPES = "The file has shapes, text boxes or charts. Replace them by text or pictures, or publish the paper as a PDF."
CROPPED = "The file has cropped pictures: what was cut off is still in it. Delete the cropped areas, and save it anew."
UNUSUAL = "The file is not in the usual form of its kind. Save it anew as .docx or .xlsx, not in the strict form."
HIDDEN = "The file has hidden pictures. Delete them, and save it anew."

_LATER = ("http://schemas.microsoft.com/office/word/20", "http://schemas.microsoft.com/office/spreadsheetml/20")
"""How the names of additions begin that older programs pass over."""

_NAMES = frozenset({"docPr", "cNvPr"})
_OWN_ATTRIBUTES = frozenset({"", "http://www.w3.org/XML/1998/namespace", RELATIONSHIPS})


def change(root: Element, allowed: frozenset[str]) -> None:
    """Take out additions, and refuse what is of a kind that is not known. `allowed` are namespaces."""
    if namespace(root.tag) not in allowed:
        raise CannotClean(UNUSUAL)
    _keep_attributes(root, allowed)

    def stays(element: Element) -> bool:
        if local(element.tag) == "extLst" or namespace(element.tag).startswith(_LATER):
            return False
        if namespace(element.tag) not in allowed:
            raise CannotClean(SHAPES)
        _keep_attributes(element, allowed)
        _picture(element)
        return True

    rewrite(root, stays)
    keep_spoken(root)


def _keep_attributes(element: Element, allowed: frozenset[str]) -> None:
    for name in list(element.attrib):
        if namespace(name) not in allowed | _OWN_ATTRIBUTES:
            del element.attrib[name]


def _picture(element: Element) -> None:
    """Forget the names of pictures, which are names of files as a rule, and keep the text that is read aloud in their stead."""
    name = local(element.tag)
    element.attrib.pop("tooltip", None)
    if name == "srcRect" and any(value not in {"", "0"} for value in element.attrib.values()):
        raise CannotClean(CROPPED)
    if name not in _NAMES:
        return
    if element.get("hidden", "0") not in {"0", "false"}:
        raise CannotClean(HIDDEN)
    element.set("name", "Picture")
    element.attrib.pop("title", None)
    if namespace(element.tag) == PICTURE:
        element.attrib.pop("descr", None)


def theme(root: Element) -> None:
    """Change a theme: colours and fonts."""
    change(root, frozenset({DRAWING}))
