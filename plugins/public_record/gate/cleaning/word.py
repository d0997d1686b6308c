"""What may stand in a Word document: the text that is shown, its looks (`word_looks`), fields (`word_fields`) and pictures."""

from __future__ import annotations

import re
from xml.etree.ElementTree import Element

from public_record.gate.cleaning import drawings, word_fields, word_looks
from public_record.gate.cleaning.kinds import PackageKind, PartKind, Trees
from public_record.gate.cleaning.listing import listed
from public_record.gate.cleaning.refusal import CannotClean
from public_record.gate.cleaning.xml_parts import DRAWING, FORMULA, IN_WORD, PICTURE, WORD, local, rewrite

TRACKED = "The document has tracked changes. Accept or reject them, and save it anew."
COMMENTS = "The document has comments. Remove them, and save it anew."
EMBEDDED = "The document has other files embedded in it. Remove them, and save it anew."

_TRACKED = re.compile(r"ins|del\w*|move(?:From|To).*|\w+Change|cell(?:Ins|Del|Merge)|customXml(?:Ins|Del|Move)\w+")
_COMMENTS = frozenset({"commentRangeStart", "commentRangeEnd", "commentReference", "annotationRef"})
_EMBEDDED = frozenset({"object", "control", "altChunk", "subDoc"})
_LEFT_OUT = listed(
    """
    rsid rsids proofErr permStart permEnd sdtPr sdtEndPr smartTagPr customXmlPr ffData lastRenderedPageBreak docPartObj
    embedRegular embedBold embedItalic embedBoldItalic
    """
)
_NAMESPACES = frozenset({WORD, DRAWING, PICTURE, IN_WORD, FORMULA})
_OF_TEXT = ("officeDocument", "header", "footer", "footnotes", "endnotes")
_SETTINGS = listed(
    """
    zoom mirrorMargins autoHyphenation consecutiveHyphenLimit hyphenationZone defaultTabStop characterSpacingControl footnotePr
    endnotePr compat themeFontLang clrSchemeMapping decimalSymbol listSeparator
    """
)
_ATTRIBUTE = f"{{{WORD}}}"


def _text(root: Element) -> None:
    """Change a part that holds text, or says how text looks."""
    drawings.change(root, _NAMESPACES)
    rewrite(root, _change)
    begun = {element.get(_ATTRIBUTE + "id") for element in root.iter(f"{{{WORD}}}bookmarkStart")}
    rewrite(root, lambda element: local(element.tag) != "bookmarkEnd" or element.get(_ATTRIBUTE + "id") in begun)
    _strip_attributes(root)
    for section in root.iter(f"{{{WORD}}}sectPr"):
        section[:] = [element for element in section if _is_shown(element, section)]
    word_fields.check(root)


def _change(element: Element) -> bool:
    name = local(element.tag)
    _refuse(element, name)
    return name not in _LEFT_OUT and not _is_wordy_bookmark(element, name)


def _refuse(element: Element, name: str) -> None:
    word_looks.refuse_unseen(element, name)
    if _is(element, WORD):
        if _TRACKED.fullmatch(name):
            raise CannotClean(TRACKED)
        if name in _COMMENTS:
            raise CannotClean(COMMENTS)
        if name in _EMBEDDED:
            raise CannotClean(EMBEDDED)


def _is(element: Element, namespace: str) -> bool:
    return element.tag.startswith(f"{{{namespace}}}")


def _is_wordy_bookmark(element: Element, name: str) -> bool:
    return name == "bookmarkStart" and not word_fields.OWN_BOOKMARK.fullmatch(element.get(_ATTRIBUTE + "name", ""))


def _strip_attributes(root: Element) -> None:
    """Take out what tells one session of writing from another, tips, and places whose names were taken out."""
    for element in root.iter():
        for name, value in list(element.attrib.items()):
            own = local(name)
            wordy_anchor = own == "anchor" and _is(element, WORD) and not word_fields.OWN_BOOKMARK.fullmatch(value)
            if own.startswith("rsid") or own in {"tooltip", "docLocation", "tgtFrame"} or wordy_anchor:
                del element.attrib[name]


def _is_shown(element: Element, section: Element) -> bool:
    """Say whether a header or footer is shown. A first page may have its own; even pages take those of the others."""
    if local(element.tag) not in {"headerReference", "footerReference"}:
        return True
    kind = element.get(_ATTRIBUTE + "type")
    title_page = section.find(f"{{{WORD}}}titlePg")
    return kind == "default" or (kind == "first" and title_page is not None and word_looks.is_on(title_page))


def _settings(root: Element) -> None:
    root[:] = [element for element in root if local(element.tag) in _SETTINGS]
    _text(root)


def _finish(trees: Trees) -> None:
    """Refuse white text, and take out notes to which the text does not refer. Headers and footers have none."""
    white = frozenset(name for root in trees.get("styles", ()) for name in word_looks.white_styles(root))
    for root in (root for kind in _OF_TEXT for root in trees.get(kind, ())):
        word_looks.refuse_white(root, white)
    (text,) = trees["officeDocument"]
    for kind in ("footnote", "endnote"):
        used = {note.get(_ATTRIBUTE + "id") for note in text.iter(f"{{{WORD}}}{kind}Reference")}
        for notes in trees.get(f"{kind}s", ()):
            notes[:] = [note for note in notes if note.get(_ATTRIBUTE + "type") or note.get(_ATTRIBUTE + "id") in used]


_TYPE = "application/vnd.openxmlformats-officedocument"

KIND = PackageKind(
    main_name="word/document.xml",
    parts={
        "officeDocument": PartKind(f"{_TYPE}.wordprocessingml.document.main+xml", _text),
        "header": PartKind(f"{_TYPE}.wordprocessingml.header+xml", _text),
        "footer": PartKind(f"{_TYPE}.wordprocessingml.footer+xml", _text),
        "styles": PartKind(f"{_TYPE}.wordprocessingml.styles+xml", _text, referred=False),
        "numbering": PartKind(f"{_TYPE}.wordprocessingml.numbering+xml", _text, referred=False),
        "footnotes": PartKind(f"{_TYPE}.wordprocessingml.footnotes+xml", _text, referred=False),
        "endnotes": PartKind(f"{_TYPE}.wordprocessingml.endnotes+xml", _text, referred=False),
        "settings": PartKind(f"{_TYPE}.wordprocessingml.settings+xml", _settings, referred=False),
        "theme": PartKind(f"{_TYPE}.theme+xml", drawings.theme, referred=False),
    },
    finish=_finish,
)
"""A document as Word writes it."""
