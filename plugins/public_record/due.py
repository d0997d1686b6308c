"""What is due, for the clerk alone: reference, kind and day of each duty, as a list and as a calendar."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, time

from public_record.checks.context import Context
from public_record.checks.duties import duties
from public_record.model.duties import Duty
from public_record.model.findings import stops
from public_record.project import Project
from public_record.sources.load import load
from public_record.sources.settings import load_settings


@dataclass(frozen=True, slots=True)
class Agenda:
    """What is due, in the order of its days."""

    duties: Sequence[Duty]
    whole: bool
    """Whether the record was read without an error; else something may be lacking."""


def what_is_due(project: Project, today: date) -> Agenda | None:
    """List what is due, overdue first; None where the settings cannot be read."""
    settings, _ = load_settings(project.settings)
    if settings is None:
        return None
    reading = load(project.content, project.private)
    found = set(duties(Context.of(reading.record, settings, today)))
    ordered = sorted(found, key=lambda duty: (duty.day, duty.kind, duty.reference, duty.place))
    return Agenda(ordered, whole=not stops(reading.findings))


def as_list(found: Iterable[Duty], today: date) -> str:
    """Write a line for each duty."""
    lines = [f"{duty.day}  {duty.kind.label}: {duty.reference}{' (overdue)' * (duty.day < today)}" for duty in found]
    return "\n".join(lines) or "Nothing is due."


def as_calendar(found: Iterable[Duty], today: date) -> bytes:
    """Write a calendar (RFC 5545) with a day for each duty. The same duty keeps its id, so that a calendar can follow it."""
    from icalendar import Calendar, Event  # noqa: PLC0415 - takes longer to load than the list to make

    calendar = Calendar()
    calendar.add("prodid", "-//public-record//due//EN")
    calendar.add("version", "2.0")
    ids: Counter[str] = Counter()
    for duty in found:
        name = re.sub(r"[^a-z0-9]+", "-", f"{duty.kind} {duty.reference}".lower())
        ids[name] += 1
        event = Event()
        event.add("uid", f"{name}-{ids[name]}@public-record")
        event.add("dtstamp", datetime.combine(today, time(), UTC))
        event.add("dtstart", duty.day)
        event.add("summary", f"{duty.kind.label}: {duty.reference}")
        event.add("transp", "TRANSPARENT")
        calendar.add_component(event)
    written: bytes = calendar.to_ical()
    return written
