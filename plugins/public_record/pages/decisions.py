"""The resolutions of the record as lists: by year, by kind, by body and by subject, and the page that leads to them."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby, islice

from public_record.links.decisions import OTHER, kinds_of, subjects_of
from public_record.links.links import Decided, decisions, decisions_of
from public_record.model.record import Meeting
from public_record.model.vocabulary import OutcomeKind
from public_record.pages.library import Library, template
from public_record.pages.linking import Linking
from public_record.pages.outcomes import Outcome, blocks_of, outcomes
from public_record.pages.page import Content, Crumb, PageKind, PageSource
from public_record.pages.prose import render_blocks

_CRUMBS = (Crumb("Home", ""), Crumb("Decisions", "decisions/"))
_ON_ONE_PAGE = 100
"""Longer lists have a page for each year."""


@dataclass(frozen=True, slots=True)
class Entry:
    """One list: the resolutions of a year, of a kind, of a body or on a subject."""

    key: str
    name: str
    address: str
    lines: tuple[Decided, ...]


@dataclass(frozen=True, slots=True)
class Way:
    """A way into the resolutions, with its lists."""

    key: str
    """By which the address and the filter name it."""
    name: str
    entries: tuple[Entry, ...]


def decisions_pages(library: Library) -> Iterator[PageSource]:
    """Yield `/decisions/`, which shows the newest year, and each list at an address of its own."""
    lines = tuple(decisions(library.record))
    years, *ways = _ways(library, lines)
    yield _index(library, [years, *ways] if lines else (), years.entries[0].lines if lines else ())
    for entry in years.entries:
        yield _year(library, entry)
    for way in ways:
        for entry in way.entries:
            yield from _lists(library, entry)


def _ways(library: Library, lines: Sequence[Decided]) -> tuple[Way, ...]:
    kinds = {kind.value: kind.value.capitalize() for kind in OutcomeKind} | {OTHER: "Other"}
    bodies = {body.id: body.name for body in library.record.bodies}
    years = {year: year for year in sorted({_year_of(line) for line in lines}, reverse=True)}
    return (
        _way("year", "Year", years, lines, lambda line: (_year_of(line),)),
        _way("kind", "Kind", kinds, lines, kinds_of),
        _way("body", "Body", bodies, lines, lambda line: (line.at.meeting.body,)),
        _way("subject", "Subject", library.settings.subjects, lines, lambda line: subjects_of(line.at)),
    )


def _way(
    key: str, name: str, names: Mapping[str, str], lines: Iterable[Decided], keys_of: Callable[[Decided], Iterable[str]]
) -> Way:
    """Sort resolutions into the lists of a way; a list of none is not made."""
    found: dict[str, list[Decided]] = {one: [] for one in names}
    for line in lines:
        for one in keys_of(line):
            found.get(one, []).append(line)
    folder = "" if key == "year" else f"{key}/"
    entries = [Entry(one, names[one], f"decisions/{folder}{one}/", tuple(held)) for one, held in found.items() if held]
    return Way(key, name, tuple(entries))


def _year_of(line: Decided) -> str:
    return str(line.at.meeting.date.year)


def _index(library: Library, ways: Sequence[Way], newest: Sequence[Decided]) -> PageSource:
    def render() -> Content:
        groups = _by_meeting(newest, library.linking(page.address))
        return Content(template("decisions", page.address, library, page=page, ways=ways, groups=groups))

    page = PageSource(
        address="decisions/",
        title="Decisions",
        description="Every resolution in the record, by year, kind, body and subject.",
        kind=PageKind.DECISIONS,
        render=render,
        crumbs=_CRUMBS[:1],
    )
    return page


def _year(library: Library, entry: Entry) -> PageSource:
    def render() -> Content:
        groups = _by_meeting(entry.lines, library.linking(page.address))
        return Content(template("decisions", page.address, library, page=page, ways=(), groups=groups))

    page = PageSource(
        address=entry.address,
        title=f"Decisions of {entry.name}",
        description=f"Every resolution of {entry.name}, with its minute, its agenda item and its papers.",
        kind=PageKind.DECISIONS,
        render=render,
        crumbs=_CRUMBS,
        year=entry.name,
    )
    return page


def _lists(library: Library, entry: Entry) -> Iterator[PageSource]:
    """Yield the page of a list; of a long one it shows the newest year, and each year has a page of its own."""
    years = [(year, tuple(lines)) for year, lines in groupby(reversed(entry.lines), key=_year_of)]
    if len(entry.lines) <= _ON_ONE_PAGE:
        yield _list(library, entry, f"Decisions: {entry.name}", years)
        return
    further = [(year, f"{entry.address}{year}/", len(lines)) for year, lines in years]
    yield _list(library, entry, f"Decisions: {entry.name}", years[:1], further)
    for (year, lines), (_, address, _) in zip(years, further, strict=True):
        own = Entry(year, entry.name, address, lines)
        yield _list(library, own, f"Decisions: {entry.name}, {year}", [(year, lines)])


def _list(
    library: Library,
    entry: Entry,
    title: str,
    years: Sequence[tuple[str, Sequence[Decided]]],
    further: Sequence[tuple[str, str, int]] = (),
) -> PageSource:
    def render() -> Content:
        return Content(template("decisions_list", page.address, library, page=page, years=years, further=further))

    page = PageSource(
        address=entry.address,
        title=title,
        description=f"{title}. Each with its meeting and its minute.",
        kind=PageKind.DECISIONS,
        render=render,
        crumbs=_CRUMBS,
    )
    return page


def latest(library: Library, count: int, page: str) -> list[Outcome]:
    """Give so many resolutions of the latest meetings, in the order in which they were passed, rendered for a page."""
    newest = (line for meeting in reversed(library.record.meetings) for line in decisions_of(meeting))
    groups = _by_meeting(reversed(list(islice(newest, count))), library.linking(page))
    return [line for _, lines in groups for line in reversed(lines)]


def _by_meeting(lines: Iterable[Decided], linking: Linking) -> list[tuple[Meeting, list[Outcome]]]:
    """Group resolutions by meeting, the newest first, each rendered."""
    groups = [(meeting, list(group)) for meeting, group in groupby(lines, key=lambda line: line.at.meeting)]
    rendered, _ = render_blocks(*(blocks_of(group) for _, group in groups), linking=linking)
    found = [(meeting, outcomes(group, blocks)) for (meeting, group), blocks in zip(groups, rendered, strict=True)]
    return list(reversed(found))
