"""Checks that whoever is to be asked is an office or a role, and nobody's own number or address stands there."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TypeAlias

from public_record.checks.context import Context
from public_record.checks.texts import Piece
from public_record.gate.decide import Decision, MeetingDecisions
from public_record.model.findings import Finding, Severity
from public_record.model.forms import AgendaForm, AnyPaperForm
from public_record.model.private import Document, MeetingFolder
from public_record.model.rules import Rule
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
_OF_A_PERSON = "a number or an address of a person stands here."
_CURE = "Name an office or a role; a number that is not a person's own may be explained in an editor's note right below."


def may_stand_in(whole: str) -> bool:
    """Look quickly for an address or a number."""
    return "@" in whole or "+44" in whole or _QUICK.search(whole) is not None


def are_of_offices(piece: Piece) -> Iterator[Finding]:
    """No text gives a mobile number or a person's address, and no contact line in it a number."""
    if (offset := _personal(piece.words)) is not None:
        yield piece.finding(offset, Rule.CONTACT, _OF_A_PERSON, _CURE)
    elif (line := _CONTACT_LINE.search(piece.words)) and _telephone(piece.words, line.end()):
        message = "a contact line gives a telephone number."
        yield piece.finding(line.start(), Rule.CONTACT, message, _CURE, Severity.WARNING)


def of_documents_are_offices(context: Context) -> Iterator[Finding]:
    """So it is with the `contact` of an agenda or a paper, and with those who wrote or presented it."""
    for meeting, decisions in context.meetings():
        severity = context.by_age(meeting.date)
        for document, decision in _of_papers_and_agenda(meeting, decisions):
            if decision.public or (decision.marked is Access.PUBLIC and severity is Severity.ERROR):
                if contact := document.form.contact:
                    yield from _of(contact.reveal(), document, severity)
                yield from _of_authors(document, severity)


_Stating: TypeAlias = Document[AgendaForm] | Document[AnyPaperForm]


def _of_papers_and_agenda(meeting: MeetingFolder, decisions: MeetingDecisions) -> Iterator[tuple[_Stating, Decision]]:
    if agenda := meeting.agenda:
        yield agenda, decisions.agenda
    for document in meeting.paper_documents():
        yield document, decisions.documents[document.path]


def _of_authors(document: _Stating, severity: Severity) -> Iterator[Finding]:
    if isinstance(document.form, AgendaForm):
        return
    for key, people in (("by", document.form.by), ("presented_by", document.form.presented_by)):
        for index, person in enumerate(people):
            words = "\n".join(one.reveal() for one in (person.name, person.role) if one)
            if may_stand_in(words) and _personal(words) is not None:
                cure = "Name the person and the post, and no more."
                yield Finding(document.place(key, index), Rule.CONTACT, _OF_A_PERSON, cure, severity)


def _of(contact: str, document: _Stating, severity: Severity) -> Iterator[Finding]:
    if _personal(contact) is not None:
        yield Finding(document.place("contact"), Rule.CONTACT, _OF_A_PERSON, "Name an office or a role.", severity)
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
