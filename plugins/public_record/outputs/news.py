"""What there is to tell in feeds: agendas, papers, notes, resolutions and versions of the agreement, each with its day."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from functools import cache

from markupsafe import Markup

from public_record.links.links import Decided, decisions_of
from public_record.model.record import Agreement, History, Item, Meeting, Notes, Paper, Withdrawn
from public_record.pages.library import Library
from public_record.pages.linking import NOWHERE
from public_record.pages.prose import render_blocks
from public_record.pages.written import long_date


@dataclass(frozen=True, slots=True)
class News:
    """One entry of a feed."""

    address: str
    """Where it is read; at the same time its id."""
    title: str
    updated: date
    day: date
    """The day of the meeting, or of the version: of two that were published on one day the later stands first."""
    content: Callable[[], Markup]
    """Made when the first feed takes it: most of the news of a long record are too old for any."""
    published: date | None = None
    body: str | None = None
    subjects: frozenset[str] = frozenset()
    decision: bool = False


def news(library: Library) -> Iterator[News]:
    """Yield all that there is to tell, of what is public or was withdrawn."""
    for meeting in library.record.meetings:
        yield from _agenda(library, meeting)
        for item, paper in meeting.all_papers():
            if not paper.withheld:
                yield _paper(library, meeting, item, paper)
        if meeting.notes and not meeting.notes.withheld:
            yield _notes(library, meeting, meeting.notes)
        yield from (_decision(library, meeting, decided) for decided in decisions_of(meeting))
    yield from (_agreement(library, one) for one in library.record.agreements if not one.withheld)


@dataclass(frozen=True, slots=True)
class _Line:
    """A document of a meeting, and what an entry says of it."""

    address: str
    title: str
    history: History
    said: str
    otherwise: date
    """The day to give where its history knows none."""
    subjects: frozenset[str] = frozenset()


def _agenda(library: Library, meeting: Meeting) -> Iterator[News]:
    if meeting.agenda_held:
        title = f"{'Cancelled: ' if meeting.cancelled else ''}Agenda: {library.meeting_title(meeting)}"
        said = f"{len(meeting.items)} items. {meeting.cancelled or ''}".strip()
        yield _news(library, meeting, _Line(meeting.id, title, meeting.history, said, meeting.date))


def _paper(library: Library, meeting: Meeting, item: Item | None, paper: Paper) -> News:
    reference = f"{item.ref} " if item and item.ref else ""
    title = f"{reference}{paper.title} ({library.meeting_title(meeting)})"
    by = ", ".join(person.name for person in paper.details.by)
    said = _tombstone(paper.withdrawn) or (f"A paper by {by}." if by else "A paper.")
    otherwise = _withdrawn_on(paper.withdrawn) or meeting.history.published or meeting.date
    subjects = frozenset(item.subjects if item else ())
    return _news(library, meeting, _Line(paper.id, title, paper.details.history, said, otherwise, subjects))


def _notes(library: Library, meeting: Meeting, notes: Notes) -> News:
    minutes = sum(1 for minute in notes.minutes if minute.number)
    said = _tombstone(notes.withdrawn) or f"{minutes} minutes."
    otherwise = _withdrawn_on(notes.withdrawn) or meeting.date
    title = f"Notes: {library.meeting_title(meeting)}"
    return _news(library, meeting, _Line(notes.id, title, notes.history, said, otherwise))


def _decision(library: Library, meeting: Meeting, decided: Decided) -> News:
    at = decided.at
    history = meeting.notes.history if meeting.notes else History()
    title = f"{at.minute.title} (minute {at.minute.number}, {library.meeting_title(meeting)})"
    subjects = frozenset({*at.minute.subjects, *(at.item.subjects if at.item else ())})
    return News(
        decided.resolution.id,
        title,
        _day(library, history, meeting.date),
        meeting.date,
        cache(lambda: _resolved(decided)),
        history.published,
        meeting.body,
        subjects,
        decision=True,
    )


def _resolved(decided: Decided) -> Markup:
    """Render a resolution with its limbs."""
    ((shown,),), _ = render_blocks([decided.resolution], linking=NOWHERE)
    limbs = Markup("").join(Markup("<li>{} {}</li>").format(limb.mark, html) for limb, html in shown.limbs)
    return shown.html + (Markup("<ul>{}</ul>").format(limbs) if limbs else "")


def _agreement(library: Library, agreement: Agreement) -> News:
    known = agreement.published or agreement.period_from or "1970"
    day = date.fromisoformat(known + "-01-01"[len(known) - 4 :])
    return News(
        agreement.id,
        f"{agreement.title}, version {agreement.version}",
        _day(library, agreement.history, _withdrawn_on(agreement.withdrawn) or day),
        day,
        lambda: Markup("<p>{}</p>").format(_tombstone(agreement.withdrawn) or "A version of the agreement."),
        agreement.history.published,
    )


def _news(library: Library, meeting: Meeting, line: _Line) -> News:
    return News(
        line.address,
        line.title,
        _day(library, line.history, line.otherwise),
        meeting.date,
        lambda: Markup("<p>{}</p>").format(line.said) + _changes(line.history),
        line.history.published,
        meeting.body,
        line.subjects,
    )


def _changes(history: History) -> Markup:
    lines = (Markup("<li>{}: {}</li>").format(long_date(change.date), change.what) for change in reversed(history.changes))
    listed = Markup("").join(lines)
    return Markup("<ul>{}</ul>").format(listed) if listed else Markup("")


def _tombstone(withdrawn: Withdrawn | None) -> str | None:
    return f"Withdrawn on {long_date(withdrawn.date)}. {withdrawn.reason}" if withdrawn else None


def _withdrawn_on(withdrawn: Withdrawn | None) -> date | None:
    return withdrawn.date if withdrawn else None


def _day(library: Library, history: History, otherwise: date) -> date:
    """Give the day of the last change; where none is known, that of the meeting, which is never in the future."""
    return history.last or min(otherwise, library.today)
