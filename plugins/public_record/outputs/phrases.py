"""Phrases that are public on their own account, and may therefore also stand in something withheld."""

from __future__ import annotations

from collections.abc import Iterator

from public_record.links.links import Links
from public_record.model.record import Agreement, Heading, Record
from public_record.model.settings import Settings
from public_record.model.vocabulary import SCHEDULE_12A


def public_phrases(record: Record, settings: Settings) -> Iterator[str]:
    """Yield statutory wording, names of bodies and subjects, and the titles and names that the public record shows."""
    yield from SCHEDULE_12A.values()
    for body in settings.bodies.values():
        yield from (body.name, body.short, body.description)
    yield from settings.subjects.values()
    for meeting in record.meetings:
        yield from (section.title for section in meeting.sections)
        yield from (item.title for item in meeting.items)
        for _, paper in meeting.all_papers():
            yield paper.title
            yield from (appendix.title for appendix in paper.appendices)
        if meeting.notes:
            yield from (minute.title for minute in meeting.notes.minutes)
    for agreement in record.agreements:
        yield from _names(agreement)


def _names(agreement: Agreement) -> Iterator[str]:
    """Yield the names that a version gives to things: priorities, leads, themes, bodies, plans, Acts, headings."""
    yield agreement.title
    for priority in agreement.priorities:
        yield from (priority.title, *filter(None, (priority.lead,)), *priority.covers)
    yield from (theme.title for theme in agreement.themes)
    yield from (*agreement.plans, *agreement.authorities)
    yield from (act.title for act in agreement.legislation)
    if agreement.governance:
        yield from (body.title for body in agreement.governance.bodies)
        yield from agreement.governance.groups
    yield from (block.title.markdown for block in agreement.body if isinstance(block, Heading))


def labels(links: Links) -> Iterator[str]:
    """Yield how the site itself names what cites something: `Minute 117 of 16 March 2016`, with its title."""
    sources = {citation.source for found in links.references.citations.values() for citation in found}
    for entry in map(links.register.entries.__getitem__, sorted(sources)):
        yield f"{entry.label}: {entry.title}"
