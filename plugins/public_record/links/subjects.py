"""Follows one matter through time: what came before the meetings on it, what they decided, and what they asked for."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from enum import StrEnum

from public_record.links.decisions import subjects_of
from public_record.links.links import MinuteAt, minutes_at
from public_record.links.priorities import actions_of, indicators_of
from public_record.links.requests import Requests, Tracked
from public_record.model.agreement import Priority
from public_record.model.each import ANEW, Each
from public_record.model.ids import priority_address
from public_record.model.record import Agreement, Item, Meeting, Paper, Record, Resolution


class EventKind(StrEnum):
    """What happened."""

    VERSION = "version"
    AGREEMENT = "agreement"
    ACTIONS = "actions"
    INDICATORS = "indicators"
    ASSESSMENT = "assessment"
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
    withheld: bool = False


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
    """Yield each version and its priorities, at the time when it came into force or out, and what goes with them."""
    followed = {one.id: one.subject for agreement in record.agreements for one in agreement.priorities if one.subject}
    for agreement in record.agreements:
        day = agreement.effective_from or agreement.published or agreement.period_from or ""
        for subject in agreement.subjects:
            yield subject, Event(EventKind.VERSION, day, agreement.title, agreement.id, agreement=agreement)
        for priority in agreement.priorities:
            if priority.subject:
                address = priority_address(priority.id)
                yield priority.subject, Event(EventKind.AGREEMENT, day, priority.title, address, agreement=agreement)
                yield from ((priority.subject, event) for event in _of_priority(agreement, priority, day))
        yield from _of_assessments(agreement, followed, day)


def _of_priority(agreement: Agreement, priority: Priority, day: str) -> Iterator[Event]:
    """Yield what was planned and what was measured under a priority, each at the time at which the report on it stood."""
    address = priority_address(priority.id)
    planned, measured = len(actions_of(agreement, priority.id)), len(indicators_of(agreement, priority.id))
    if planned:
        as_of = (agreement.action_plan and agreement.action_plan.as_of) or day
        title = f"{planned} {'action' if planned == 1 else 'actions'} of the action plan"
        yield Event(EventKind.ACTIONS, as_of, title, f"{address}#actions", agreement=agreement)
    if measured:
        as_of = (agreement.monitoring and agreement.monitoring.as_of) or day
        title = f"{measured} {'indicator' if measured == 1 else 'indicators'} monitored"
        yield Event(EventKind.INDICATORS, as_of, title, f"{address}#indicators", agreement=agreement)


def _of_assessments(agreement: Agreement, followed: Mapping[str, str], day: str) -> Iterator[tuple[str, Event]]:
    """Yield the local assessments on which a version drew, once for each subject of which they found something."""
    for assessment in agreement.assessments:
        named = dict.fromkeys(name for issue in assessment.issues for name in issue.priorities if name in followed)
        for subject, name in {followed[name]: name for name in reversed(named)}.items():
            title = f"{assessment.title}, {assessment.year}"
            yield subject, Event(EventKind.ASSESSMENT, day, title, f"{priority_address(name)}#assessments", agreement=agreement)


def _event(kind: EventKind, meeting: Meeting, title: str, address: str) -> Event:
    return Event(kind, meeting.date.isoformat(), title, address, meeting)


def _of_meeting(meeting: Meeting) -> tuple[tuple[str, Event], ...]:
    return tuple(_steps(meeting))


def _steps(meeting: Meeting) -> Iterator[tuple[str, Event]]:
    for item in meeting.items:
        for subject in item.subjects:
            event = _event(EventKind.ITEM, meeting, item.title, item.id)
            yield subject, replace(event, withheld=item.withheld is not None)
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
