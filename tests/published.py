"""Builders of public records: valid by default, so that a test states only what it is about."""

from __future__ import annotations

from datetime import date
from typing import Any

from public_record.model.agreement import Priority
from public_record.model.record import (
    Agreement,
    Body,
    Item,
    Limb,
    Meeting,
    Minute,
    Notes,
    Paper,
    Paragraph,
    Record,
    Request,
    Resolution,
    Section,
)
from public_record.model.settings import Settings
from public_record.model.text import PublicText
from public_record.model.vocabulary import Due, Known
from public_record.pages.library import Library

TODAY = date(2026, 3, 1)

SETTINGS = Settings.model_validate(
    {
        "site_name": "A public record",
        "identity": "record.example.org,2026",
        "bodies": {"group": {"name": "The Example Group", "short": "Group", "description": "It meets."}},
        "subjects": {"roads": "Roads"},
        "licence": {"name": "A licence", "url": "https://licence.example/"},
        "wording": {
            "retelling": "This is an example.",
            "welcome": "Welcome.",
            "restricted_section": "Restricted items",
            "restricted_item": "Restricted item",
            "restricted_minute": "Minute of a restricted item",
            "restricted_paper": "Restricted paper",
            "restricted_appendix": "Restricted appendix",
            "restricted_attachment": "Restricted attachment",
            "restricted_passage": "A passage is withheld here.",
            "restricted_agreement": "A withheld version",
            "expired": "Its time has passed.",
            "basis": {"schedule-12a": "Exempt", "confidential": "Confidential", "not-stated": "Not stated"},
            "legal_basis": "The policy.",
        },
    }
)


def text(words: str) -> PublicText:
    """Release words, as the gate would."""
    return PublicText(words)


def paragraph(words: str, number: str | None = None, **fields: Any) -> Paragraph:
    """A paragraph; one with a number has its anchor."""
    anchor = f"paragraph-{number.replace('.', '-')}" if number else "text-1"
    return Paragraph(anchor, number, text(words), **fields)


def resolution(words: str = "RESOLVED that it be noted.", *limbs: tuple[str, str]) -> Resolution:
    """A resolution of minute 7 of the meeting of 2 March 2025."""
    anchor = "resolution-7-1"
    parts = tuple(Limb(mark, text(said), f"{anchor}-{mark.strip('().')}") for mark, said in limbs)
    return Resolution(f"group/2025-03-02/notes/#{anchor}", anchor, None, None, text(words), (), parts)


def request(words: str = "progress", by: date | None = None) -> Request:
    """A request of the same minute."""
    anchor = "request-7-1"
    return Request(f"group/2025-03-02/notes/#{anchor}", anchor, Due.DATE if by else Due.NO_DATE, by, text(words))


def minute(number: int | None = 7, *body: Any, item: str | None = "B1", **fields: Any) -> Minute:
    """A minute of the meeting of 2 March 2025."""
    anchor = f"minute-{number}" if number else "part-1"
    return Minute(f"group/2025-03-02/notes/#{anchor}", anchor, number, "The bridge", item, body, **fields)


def item(key: str = "B1", day: str = "2025-03-02", **fields: Any) -> Item:
    """An item of an agenda."""
    return Item(**{"id": f"group/{day}/{key.lower()}/", "key": key, "ref": key, "title": "The bridge", **fields})


def paper(*body: Any, number: int = 1, day: str = "2025-03-02", **fields: Any) -> Paper:
    """A paper of item B1."""
    owner = f"group/{day}/b1/"
    own = owner if number == 1 else f"{owner}paper-{number}/"
    return Paper(**{"id": own, "number": number, "title": "A report", "body": body, **fields})


def meeting(*items: Item, day: str = "2025-03-02", minutes: tuple[Minute, ...] | None = None, **fields: Any) -> Meeting:
    """A meeting with one section; with notes where minutes are given."""
    own = f"group/{day}/"
    notes = Notes(f"{own}notes/", minutes=minutes) if minutes is not None else None
    sections = (Section("B", "Matters", items),) if items else ()
    return Meeting(
        **{
            "id": own,
            "body": "group",
            "date": date.fromisoformat(day),
            "agenda_held": bool(items),
            "sections": sections,
            "notes": notes,
            **fields,
        }
    )


def agreement(version: str = "1.0", *priorities: Priority, **fields: Any) -> Agreement:
    """A version of the agreement."""
    own = {"id": f"agreement/{version}/", "version": version, "title": "The pact", "known": Known.WHOLE}
    return Agreement(**{**own, "priorities": priorities, **fields})


def record(*meetings: Meeting, **fields: Any) -> Record:
    """A record of one body."""
    return Record((Body("group", "The Example Group", "Group", "It meets."),), meetings, **fields)


def library(public: Record) -> Library:
    """What pages are composed from."""
    return Library.of(public, SETTINGS, TODAY)
