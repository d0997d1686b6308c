"""Checks that whoever is to be asked is an office or a role, and nobody's own number or address stands there."""

from __future__ import annotations

import re
from collections.abc import Iterator

from public_record.checks.context import Context
from public_record.checks.texts import Piece
from public_record.gate.decide import Decision, MeetingDecisions
from public_record.model.findings import Finding, Severity
from public_record.model.forms import DocumentForm
from public_record.model.private import Document, MeetingFolder
from public_record.model.rules import Rule
from public_record.model.text import Sealed
from public_record.model.vocabulary import Access

_GROUPS = r"[ \u00a0-]?\d{3,4}[ \u00a0-]?\d{3,4}(?!\d)"
_QUICK = re.compile(rf"0\d{{2,4}}{_GROUPS}")
"""What begins with one certain letter is found many times faster than what begins with a choice."""

_TELEPHONE = re.compile(rf"(?<!\d)(?:0\d{{2,4}}|\+44 ?(?:\(0\) ?)?\d{{2,4}}){_GROUPS}")
_MOBILE = re.compile(rf"(?<!\d)(?:07\d{{2,3}}|\+44 ?(?:\(0\) ?)?7\d{{2,3}}){_GROUPS}")
_ADDRESS = re.compile(r"(?<![\w.])([A-Za-z]+)[._]([A-Za-z'-]+)\d*@\w")
_OF_AN_OFFICE = re.compile(
    r"admin|advice|business|centre|clerk|comm|contact|council|crime|customer|democra|enquir|gov|help|info|legal|office|"
    r"partner|police|press|safety|service|support|team|unit",
    re.IGNORECASE,
)
_CONTACT_LINE = re.compile(r"\b(?:Contact|Author|Officer)[^\n:]{0,40}:")
_CURE = "Name an office or a role; a number that is not a person's own may be explained in an editor's note right below."


def may_stand_in(whole: str) -> bool:
    """Look quickly for an address or a number."""
    return "@" in whole or "+44" in whole or _QUICK.search(whole) is not None


def are_of_offices(piece: Piece) -> Iterator[Finding]:
    """No text gives a mobile number or a person's address, and no contact line in it a number."""
    if (offset := _personal(piece.words)) is not None:
        yield piece.finding(offset, Rule.CONTACT, "a number or an address of a person stands here.", _CURE)
    elif (line := _CONTACT_LINE.search(piece.words)) and _telephone(piece.words, line.end()):
        message = "a contact line gives a telephone number."
        yield piece.finding(line.start(), Rule.CONTACT, message, _CURE, Severity.WARNING)


def of_documents_are_offices(context: Context) -> Iterator[Finding]:
    """So it is with the `contact` of an agenda or a paper."""
    for meeting, decisions in context.meetings():
        severity = context.by_age(meeting.date)
        for document, contact, decision in _stated(meeting, decisions):
            if decision.public or (decision.marked is Access.PUBLIC and severity is Severity.ERROR):
                yield from _of(contact.reveal(), document, severity)


def _stated(meeting: MeetingFolder, decisions: MeetingDecisions) -> Iterator[tuple[Document[DocumentForm], Sealed, Decision]]:
    if (agenda := meeting.agenda) and agenda.form.contact:
        yield agenda, agenda.form.contact, decisions.agenda
    for document in meeting.paper_documents():
        if document.form.contact:
            yield document, document.form.contact, decisions.documents[document.path]


def _of(contact: str, document: Document[DocumentForm], severity: Severity) -> Iterator[Finding]:
    if _personal(contact) is not None:
        message = "a number or an address of a person stands here."
        yield Finding(document.place("contact"), Rule.CONTACT, message, "Name an office or a role.", severity)
    elif _telephone(contact):
        cure = "Name an office or a role; numbers change, and the record stays."
        message = "a telephone number stands here."
        yield Finding(document.place("contact"), Rule.CONTACT, message, cure, Severity.WARNING)


def _personal(words: str) -> int | None:
    """Find a mobile number, or an address made of a first name and a surname."""
    if mobile := _MOBILE.search(words):
        return mobile.start()
    addresses = (found for found in _ADDRESS.finditer(words) if not _OF_AN_OFFICE.search(f"{found[1]} {found[2]}"))
    return next((found.start() for found in addresses), None)


def _telephone(words: str, start: int = 0) -> bool:
    return bool(_TELEPHONE.search(words, start))
