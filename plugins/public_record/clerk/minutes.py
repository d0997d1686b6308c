"""Drafts notes from an agenda: each item a minute, the numbers running on, the members as those present."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from itertools import count

from public_record.clerk.agendas import may_be_repeated
from public_record.clerk.writing import OneLine, document, person
from public_record.model.forms import PersonForm
from public_record.model.private import AgendaLine, MeetingFolder
from public_record.model.settings import BodySettings
from public_record.sources.minutes import minutes

_WHO = """\
The members. Move those who were away to `apologies`;
write a substitute as {name: Ms A, substitute_for: Mr B}."""

_ON_ADOPTION = """\
If the earlier notes were adopted, say so, with the corrections if there were any:
minutes:
  - {{number: {number}, adoption: {{signed_by: the Chairman}}}}"""


def last_minute(meetings: Sequence[MeetingFolder], meeting: MeetingFolder) -> tuple[int, date] | None:
    """Find the last minute of the body before a meeting, and its day; None where there is none."""
    for earlier in reversed([one for one in meetings if one.date < meeting.date]):
        numbers = [minute.number for notes in earlier.notes for minute in notes.minutes if minute.number]
        if numbers:
            return max(numbers), earlier.date
    return None


def notes(meeting: MeetingFolder, body: BodySettings, first: int, schema: str | None) -> str:
    """Write the notes of a meeting, for its clerk to fill in."""
    form = meeting.agenda.form if meeting.agenda else None
    present = list(_members(form.membership if form else (), body))
    values = {
        "kind": "notes",
        "access": "draft",
        "body": meeting.body,
        "date": meeting.date,
        "time": form.time if form else None,
        "venue": form.venue.reveal() if form and form.venue else None,
        "present": present,
    }
    remarks = {"present": _WHO if present else "present:\n  - {name: Mr A, role: Chairman}\n  - Ms B"}
    numbered = list(zip(count(first), meeting.agenda_items(), strict=False))
    adopts = [number for number, line in numbered if line.item.notes_of and may_be_repeated(meeting, line)]
    if adopts:
        remarks["minutes"] = _ON_ADOPTION.format(number=adopts[0])
    text = "\n".join(_minute(meeting, number, line) for number, line in numbered)
    return document(values, schema=schema, remarks=remarks, text=text)


def _members(listed: Iterable[PersonForm], body: BodySettings) -> Iterator[str | OneLine]:
    """Give the members that the agenda lists; where it lists none, those of the body."""
    people = [(one.name.reveal(), one.role.reveal() if one.role else None) for one in listed]
    for name, role in people or [(member.name, member.role) for member in body.membership]:
        yield person(name, role)


def _minute(meeting: MeetingFolder, number: int, line: AgendaLine) -> str:
    """Write the heading of a minute and the line of its item. A title that would read as another is left to the clerk."""
    for title in (_title(meeting, line), f"Matter {line.key} of the agenda"):
        text = f"## {number}. {title}\n(Item {line.key})\n"
        _, read, slips = minutes(text, 1)
        if not slips and [(one.number, one.title.reveal(), one.item) for one in read] == [(number, title, line.key)]:
            break
    return text


def _title(meeting: MeetingFolder, line: AgendaLine) -> str:
    """Give the title that the public may see: the notes can stand in a tree that everybody reads."""
    title = line.item.title if may_be_repeated(meeting, line) else line.item.public_title
    return " ".join(title.reveal().split()) if title else f"Matter {line.key} of the agenda"
