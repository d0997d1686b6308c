"""Follows one matter through time: what came before the meetings on it, what they decided, and what they asked for."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from enum import StrEnum

from public_record.links.decisions import subjects_of
from public_record.links.links import MinuteAt, minutes_at
from public_record.links.requests import Requests, Tracked
from public_record.model.each import ANEW, Each
from public_record.model.ids import priority_address
from public_record.model.record import Agreement, Item, Meeting, Paper, Record, Resolution


class EventKind(StrEnum):
    """What happened."""

    AGREEMENT = "agreement"
    ITEM = "item"
    PAPER = "paper"
    MINUTE = "minute"
    RESOLUTION = "resolution"
    REQUEST = "request"


@dataclass(frozen=True, slots=True)
class Event:
    """One step of a matter."""

    kind: EventKind
    day: str
    """When: a day, or for the agreement the month or the year that is known."""
    title: str
    address: str
    meeting: Meeting | None = None
    agreement: Agreement | None = None
    at: MinuteAt | None = None
    resolution: Resolution | None = None
    tracked: Tracked | None = None


def timelines(record: Record, requests: Requests, each: Each = ANEW) -> Mapping[str, tuple[Event, ...]]:
    """List the steps of each matter, by subject, in order of date."""
    asked: dict[str, list[Tracked]] = defaultdict(list)
    for tracked in requests.every:
        asked[tracked.source.meeting.id].append(tracked)
    found: dict[str, list[Event]] = defaultdict(list)
    for subject, event in _of_agreements(record):
        found[subject].append(event)
    steps = each.each(_of_meeting, [(meeting,) for meeting in record.meetings])
    for meeting, own in zip(record.meetings, steps, strict=True):
        for subject, event in (*own, *_of_requests(asked[meeting.id])):
            found[subject].append(event)
    return {subject: tuple(sorted(events, key=lambda event: event.day)) for subject, events in found.items()}


def _of_agreements(record: Record) -> Iterator[tuple[str, Event]]:
    """Yield each priority of each version, at the time when the version came into force or out."""
    for agreement in record.agreements:
        day = agreement.effective_from or agreement.published or agreement.period_from or ""
        for priority in agreement.priorities:
            if priority.subject:
                address = priority_address(priority.id)
                yield priority.subject, Event(EventKind.AGREEMENT, day, priority.title, address, agreement=agreement)


def _event(kind: EventKind, meeting: Meeting, title: str, address: str) -> Event:
    return Event(kind, meeting.date.isoformat(), title, address, meeting)


def _of_meeting(meeting: Meeting) -> tuple[tuple[str, Event], ...]:
    return tuple(_steps(meeting))


def _steps(meeting: Meeting) -> Iterator[tuple[str, Event]]:
    for item in meeting.items:
        for subject in item.subjects:
            yield subject, _event(EventKind.ITEM, meeting, item.title, item.id)
    for item_or_none, paper in meeting.all_papers():
        for subject in _subjects_of_paper(item_or_none, paper):
            yield subject, _event(EventKind.PAPER, meeting, paper.title, paper.id)
    for at in minutes_at(meeting):
        for subject in subjects_of(at):
            yield from ((subject, event) for event in _of_minute(at))


def _subjects_of_paper(item: Item | None, paper: Paper) -> tuple[str, ...]:
    return paper.details.subjects or (item.subjects if item else ())


def _of_minute(at: MinuteAt) -> Iterator[Event]:
    """Yield what was resolved, or the minute itself where nothing was."""
    for resolution in at.minute.resolutions:
        event = _event(EventKind.RESOLUTION, at.meeting, at.minute.title, resolution.id)
        yield replace(event, at=at, resolution=resolution)
    if not at.minute.resolutions:
        yield replace(_event(EventKind.MINUTE, at.meeting, at.minute.title, at.minute.id), at=at)


def _of_requests(asked: list[Tracked]) -> Iterator[tuple[str, Event]]:
    for tracked in asked:
        for subject in tracked.source.subjects:
            document = tracked.source.document
            event = _event(EventKind.REQUEST, tracked.source.meeting, document.title, tracked.id)
            yield subject, replace(event, tracked=tracked)
