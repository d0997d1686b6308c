"""Drafts an agenda: the sections and the standing items of the body's last one, and the items that are given."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from public_record.clerk.days import in_words
from public_record.clerk.writing import OneLine, document
from public_record.gate.decide import OPEN, on_item
from public_record.model.forms import ItemForm, SectionForm
from public_record.model.private import AgendaLine, MeetingFolder
from public_record.model.text import Sealed
from public_record.model.vocabulary import Access

_HOW_TO_ADD = """\
An item has a reference and a title, and a delivery if something comes before the meeting:
  - {ref: B1, title: Street lighting, delivery: report}
What may stand here is listed in docs/content-format.md."""


@dataclass(frozen=True, slots=True)
class NewMeeting:
    """What is known of a meeting that is called."""

    body: str
    day: date
    time: str | None = None
    venue: str | None = None
    contact: str | None = None
    published: date | None = None
    items: tuple[str, ...] = ()
    next_meeting: date | None = None


@dataclass(slots=True)
class _Part:
    """A section of the agenda that is drafted."""

    letter: str | None
    title: str
    items: list[dict[str, Any]] = field(default_factory=list)
    room: int = 0
    """How many items of its own business it had last time."""


def agenda(new: NewMeeting, earlier: Sequence[MeetingFolder], latest_notice: date, schema: str | None) -> str:
    """Write the agenda of a meeting, after those of the body's earlier ones, the oldest first."""
    parts, numbered = _frame(earlier)
    main = max(parts, key=lambda part: part.room)
    if earlier:
        last = earlier[-1].date
        parts[0].items.append({"title": f"Notes of meeting held on {in_words(last)}", "notes_of": last})
    main.items += [{"title": title} for title in new.items]
    parts[-1].items.append(_next_meeting(new.next_meeting))
    values = {
        "kind": "agenda",
        "access": "draft",
        "body": new.body,
        "date": new.day,
        "time": new.time,
        "venue": new.venue,
        "contact": new.contact,
        "published": new.published,
        "sections": list(_sections(parts, numbered=numbered)),
    }
    return document(values, schema=schema, remarks={"sections": _HOW_TO_ADD} | _on_notice(new, latest_notice))


def _on_notice(new: NewMeeting, latest: date) -> dict[str, str]:
    return {} if new.published else {"published": f"The day of the notice, at the latest:\npublished: {latest}"}


def _next_meeting(day: date | None) -> dict[str, Any]:
    return {"title": "Date of next meeting", "next_meeting": OneLine(date=day) if day else None}


def _frame(earlier: Sequence[MeetingFolder]) -> tuple[list[_Part], bool]:
    """Give the sections with their standing items, and whether items have references."""
    for number, meeting in reversed(list(enumerate(earlier))):
        lines = [line for line in meeting.agenda_items() if may_be_repeated(meeting, line)]
        sections = meeting.agenda.form.sections if meeting.agenda else []
        before = _titles(earlier[:number])
        parts = [_part(section, lines, before) for section in sections if any(line.section is section for line in lines)]
        if parts:
            return parts, any(line.item.ref for line in lines)
    business = _Part("A", "Committee business", [{"title": "Apologies"}, {"title": "Declarations of interest"}])
    return [business, _Part("B", "Matters for discussion", room=1), _Part("C", "Matters for information")], True


def may_be_repeated(meeting: MeetingFolder, line: AgendaLine) -> bool:
    """Say whether the title of an item can be written elsewhere: never that of one that was withheld.

    A draft counts as what it is going to be.
    """
    if meeting.agenda is None or meeting.agenda.form.access is Access.RESTRICTED:
        return False
    item, section = line.item, line.section
    return item.title is not None and section.title is not None and on_item(item, section, OPEN).public


def _titles(meetings: Sequence[MeetingFolder]) -> frozenset[str]:
    """Give the titles of the last agenda among those of some meetings; none where there is no agenda."""
    agendas = ([line.item.title for line in meeting.agenda_items()] for meeting in reversed(meetings))
    return next((frozenset(_folded(title) for title in titles if title) for titles in agendas if titles), frozenset())


def _folded(title: Sealed) -> str:
    return " ".join(title.reveal().casefold().split())


def _part(section: SectionForm, lines: Sequence[AgendaLine], before: frozenset[str]) -> _Part:
    """Draft a section after the last one. `before` are the titles of the agenda before that, if there was one."""
    items = [line.item for line in lines if line.section is section]
    standing = [
        {"title": item.title.reveal()}
        for item in items
        if item.title and _is_standing(item) and (not before or _folded(item.title) in before)
    ]
    title = section.title.reveal() if section.title else ""
    return _Part(section.letter, title, standing, room=len(items) - len(standing))


def _is_standing(item: ItemForm) -> bool:
    """Say whether an item can be ordinary business, which comes at every meeting; two kinds are written anew."""
    own = (item.delivery, item.time, item.speakers, item.subjects, item.agreement, item.notes_of, item.next_meeting, item.open)
    return not any(own)


def _sections(parts: Sequence[_Part], *, numbered: bool) -> Iterator[dict[str, Any]]:
    """Number the items: in a lettered section from 1 on, elsewhere through the whole agenda."""
    count = 0
    for part in parts:
        items = []
        for place, item in enumerate(part.items, 1):
            count += 1
            named = {"ref": f"{part.letter}{place}" if _one(part.letter) else str(count)} if numbered else {"place": count}
            items.append(OneLine({**named, **{key: value for key, value in item.items() if value}}))
        section = {"letter": part.letter, "title": part.title, "items": items}
        yield {key: value for key, value in section.items() if value is not None}


def _one(letter: str | None) -> bool:
    """Say whether the letter of a section can begin a reference."""
    return letter is not None and letter.isalpha() and len(letter) == 1
