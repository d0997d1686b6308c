"""The record as tables, one a kind of thing. Each column says what it holds: page and README of the data are made from that."""

from __future__ import annotations

import csv
import io
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Generic, TypeAlias, TypeVar

from public_record.links.links import MinuteAt, minutes_at
from public_record.links.withheld import WithheldAt, withheld_agreements, withheld_in
from public_record.model.agreement import ActionPlan, Figure, Indicator, PlannedAction, PrintedChange, Priority
from public_record.model.ids import priority_address
from public_record.model.record import Agreement, Appendix, Item, Meeting, Paper, Section
from public_record.outputs.spreadsheets import guarded
from public_record.pages.figures import change
from public_record.pages.library import Library

_Row = TypeVar("_Row")
Value: TypeAlias = object


@dataclass(frozen=True, slots=True)
class Column(Generic[_Row]):
    """A column: its name, what it holds, and how a value is found."""

    name: str
    holds: str
    value: Callable[[_Row], Value]


@dataclass(frozen=True, slots=True)
class Table(Generic[_Row]):
    """A table: its name, what a row is, its columns, and where its rows come from."""

    name: str
    row: str
    columns: tuple[Column[_Row], ...]
    rows: Callable[[Library], Iterator[_Row]]

    @property
    def file(self) -> str:
        """Where it stands in the site."""
        return f"data/{self.name}.csv"

    def csv(self, library: Library) -> bytes:
        """Write it as RFC 4180 asks, in UTF-8."""
        written = io.StringIO()
        writer = csv.writer(written)
        writer.writerow([column.name for column in self.columns])
        writer.writerows([_cell(column.value(row)) for column in self.columns] for row in self.rows(library))
        return written.getvalue().encode()


@dataclass(frozen=True, slots=True)
class ItemAt:
    """An item in its section of an agenda, with the number of minutes that answer it."""

    meeting: Meeting
    section: Section
    item: Item
    minutes: int


@dataclass(frozen=True, slots=True)
class PriorityAt:
    """A priority in a version of the agreement."""

    agreement: Agreement
    priority: Priority


@dataclass(frozen=True, slots=True)
class ActionAt:
    """An action of the plan that goes with a version of the agreement."""

    agreement: Agreement
    plan: ActionPlan
    action: PlannedAction

    @property
    def lead(self) -> str | None:
        """Its own lead, else that of its priority."""
        priorities = {priority.id: priority for priority in self.agreement.priorities}
        priority = priorities.get(self.action.priority or "")
        return self.action.lead or (priority.lead if priority else None)


@dataclass(frozen=True, slots=True)
class FigureAt:
    """A figure of an indicator; an indicator whose figures are not published has one row, without a figure."""

    agreement: Agreement
    indicator: Indicator
    figure: Figure | None

    @property
    def role(self) -> str | None:
        """What the figure is among those of its indicator."""
        if self.figure is None:
            return None
        if self.figure is self.indicator.baseline:
            return "baseline"
        return "latest" if self.figure is self.indicator.figures[-1] else "earlier"


@dataclass(frozen=True, slots=True)
class PaperAt:
    """A paper, or an appendix of it, before a meeting."""

    meeting: Meeting
    item: Item | None
    paper: Paper
    appendix: Appendix | None = None

    @property
    def shown(self) -> Paper | Appendix:
        """The one of the two that the row is of."""
        return self.appendix or self.paper


def _cell(value: Value) -> str:
    """Write a value. What a spreadsheet would take for a formula begins with an apostrophe."""
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, tuple):
        return "; ".join(map(str, value))
    text = "" if value is None else str(value)
    return guarded(text)


def _items(library: Library) -> Iterator[ItemAt]:
    for meeting in library.record.meetings:
        for section in meeting.sections:
            for item in section.items:
                yield ItemAt(meeting, section, item, len(library.links.minutes.get(item.id, ())))


def _papers(library: Library) -> Iterator[PaperAt]:
    for meeting in library.record.meetings:
        for item, paper in meeting.all_papers():
            yield PaperAt(meeting, item, paper)
            yield from (PaperAt(meeting, item, paper, appendix) for appendix in paper.appendices)


def _minutes(library: Library) -> Iterator[MinuteAt]:
    for meeting in library.record.meetings:
        yield from (at for at in minutes_at(meeting) if at.minute.number)


def _priorities(library: Library) -> Iterator[PriorityAt]:
    for agreement in library.record.agreements:
        yield from (PriorityAt(agreement, priority) for priority in agreement.priorities)


def _actions(library: Library) -> Iterator[ActionAt]:
    for agreement in library.record.agreements:
        if plan := agreement.action_plan:
            yield from (ActionAt(agreement, plan, action) for action in plan.actions)


def _figures(library: Library) -> Iterator[FigureAt]:
    for agreement in library.record.agreements:
        for indicator in agreement.monitoring.indicators if agreement.monitoring else ():
            baseline = (indicator.baseline,) if indicator.baseline else ()
            yield from (FigureAt(agreement, indicator, figure) for figure in (*baseline, *indicator.figures) or (None,))


def _printed(printed: PrintedChange | None, indicator: Indicator) -> str | None:
    """Write a change in words: a sign at the beginning would be taken for a formula."""
    return change(printed.value, indicator.unit, percent=printed.percent) if printed else None


def _withheld(library: Library) -> Iterator[tuple[Meeting | None, WithheldAt]]:
    for meeting in library.record.meetings:
        yield from ((meeting, line) for line in withheld_in(meeting))
    yield from ((None, line) for line in withheld_agreements(library.record.agreements))


def _address_of_priority(row: PriorityAt) -> str:
    return priority_address(row.priority.id)


def _address_of_indicator(row: FigureAt) -> str:
    return f"agreement/indicators/#{row.indicator.anchor}"


def _item_of(at: MinuteAt) -> str | None:
    return at.item.id if at.item else None


_ID = "its address below the root of the site; the key of this table"

MEETINGS: Table[Meeting] = Table(
    "meetings",
    "a meeting",
    (
        Column("id", _ID, lambda row: row.id),
        Column("body", "id of the body", lambda row: row.body),
        Column("date", "the day on which it was held, or is to be", lambda row: row.date),
        Column("time", "when it began, or is to, on the clock in London", lambda row: row.time),
        Column("venue", "where", lambda row: row.venue),
        Column("notice", "the day on which the agenda was published", lambda row: row.notice),
        Column("cancelled", "why it did not take place; empty if it did", lambda row: row.cancelled),
        Column("moved_from", "the day for which it had been announced before", lambda row: row.moved and row.moved.date),
        Column("agenda_held", "whether the record holds its agenda", lambda row: row.agenda_held),
        Column("items", "how many items the agenda has, restricted ones included", lambda row: len(row.items)),
        Column("papers", "how many papers it shows, notices included", lambda row: sum(1 for _ in row.all_papers())),
        Column("notes_held", "whether the record holds its notes", lambda row: row.notes is not None),
        Column("withheld", "how many of its parts are withheld", lambda row: sum(1 for _ in withheld_in(row))),
    ),
    lambda library: iter(library.record.meetings),
)

ITEMS: Table[ItemAt] = Table(
    "items",
    "an item of an agenda",
    (
        Column("id", _ID, lambda row: row.item.id),
        Column("meeting", "id of the meeting", lambda row: row.meeting.id),
        Column("ref", "the reference as printed", lambda row: row.item.ref),
        Column("section", "the title of its section", lambda row: row.section.title),
        Column("title", "its title; of a restricted item the public one", lambda row: row.item.title),
        Column("delivery", "how it came before the meeting", lambda row: row.item.delivery),
        Column("pages", "pages of the pack", lambda row: row.item.pages),
        Column("subjects", "ids of its subjects", lambda row: row.item.subjects),
        Column("papers", "how many papers it shows, notices included", lambda row: len(row.item.papers)),
        Column("minutes", "how many minutes answer it", lambda row: row.minutes),
        Column("withheld", "whether it is withheld", lambda row: row.item.withheld is not None),
    ),
    _items,
)

PAPERS: Table[PaperAt] = Table(
    "papers",
    "a paper or an appendix",
    (
        Column(
            "id",
            "its address below the root of the site; the first paper of an item has that of the item",
            lambda row: row.shown.id,
        ),
        Column("meeting", "id of the meeting", lambda row: row.meeting.id),
        Column("item", "id of the item", lambda row: row.item and row.item.id),
        Column("paper", "number of the paper among those of its item", lambda row: row.paper.number),
        Column(
            "appendix",
            "letter or number of the appendix; empty on the row of a paper",
            lambda row: row.appendix and row.appendix.mark,
        ),
        Column("title", "its title; of a restricted one the public title", lambda row: row.shown.title),
        Column("form", "what kind of document it is", lambda row: row.shown.details.form),
        Column("purpose", "what it asks of the meeting", lambda row: row.shown.details.purpose),
        Column("by", "its authors", lambda row: tuple(person.name for person in row.shown.details.by)),
        Column("dated", "the date that it carries, as far as known", lambda row: row.shown.details.dated),
        Column(
            "published", "the day on which it was published, as it says itself", lambda row: row.shown.details.history.published
        ),
        Column("changed", "the day of its last change, if one is known", lambda row: row.shown.details.history.changed),
        Column(
            "attachments",
            "addresses of its attachments",
            lambda row: tuple(file.id for file in row.shown.attachments if file.id),
        ),
        Column("withheld", "whether it is withheld", lambda row: row.shown.withheld is not None),
        Column("withdrawn", "the day on which it was withdrawn", lambda row: row.shown.withdrawn and row.shown.withdrawn.date),
    ),
    _papers,
)

MINUTES: Table[MinuteAt] = Table(
    "minutes",
    "a numbered minute",
    (
        Column("id", _ID, lambda row: row.minute.id),
        Column("meeting", "id of the meeting", lambda row: row.meeting.id),
        Column("number", "the number as printed", lambda row: row.minute.number),
        Column("title", "its title; of a withheld minute the public one", lambda row: row.minute.title),
        Column("item", "id of the item that it answers, if the agenda is held", _item_of),
        Column("ref", "the item as the notes name it", lambda row: row.minute.item),
        Column("subjects", "ids of its subjects", lambda row: row.minute.subjects),
        Column("resolutions", "how many resolutions it shows", lambda row: len(row.minute.resolutions)),
        Column("requests", "how many reports it shows as asked for", lambda row: len(row.minute.requests)),
        Column("withheld", "whether it, or a part of it, is withheld", lambda row: row.minute.withheld is not None),
    ),
    _minutes,
)

WITHHELD: Table[tuple[Meeting | None, WithheldAt]] = Table(
    "withheld",
    "something withheld",
    (
        Column("address", "where its notice stands", lambda row: row[1].address),
        Column("meeting", "id of the meeting; empty for the agreement", lambda row: row[0] and row[0].id),
        Column("what", "what kind of thing it is", lambda row: row[1].what),
        Column("title", "its public title", lambda row: row[1].title),
        Column("basis", "on what ground", lambda row: row[1].withheld.basis),
        Column("paragraphs", "paragraphs of Part 1 of Schedule 12A", lambda row: row[1].withheld.paragraphs),
        Column("balance", "why keeping it back outweighs disclosure, where that is said", lambda row: row[1].withheld.balance),
        Column("review", "the day on which that is looked at again", lambda row: row[1].withheld.review),
        Column("open_in_part", "whether parts of it are open", lambda row: row[1].open),
    ),
    _withheld,
)

PRIORITIES: Table[PriorityAt] = Table(
    "priorities",
    "a priority in a version of the agreement",
    (
        Column("id", "its address below the root of the site, the same in every version", _address_of_priority),
        Column("version", "the version of the agreement", lambda row: row.agreement.version),
        Column("from", "since when that version was in force, as far as known", lambda row: row.agreement.effective_from),
        Column("to", "until when; empty if that is not known", lambda row: row.agreement.effective_to),
        Column("title", "what the version calls it", lambda row: row.priority.title),
        Column("standing", "whether it is a priority or cuts across the others", lambda row: row.priority.standing),
        Column("lead", "who leads on it", lambda row: row.priority.lead),
        Column("no_lead", "why no lead is given", lambda row: row.priority.no_lead),
        Column("covers", "what it includes", lambda row: row.priority.covers),
        Column(
            "comes_from",
            "the priorities of the version before from which it came, each with how",
            lambda row: tuple(f"{origin.id} ({origin.how})" for origin in row.priority.comes_from),
        ),
        Column("subject", "id of its subject", lambda row: row.priority.subject),
    ),
    _priorities,
)

ACTIONS: Table[ActionAt] = Table(
    "actions",
    "an action of an action plan",
    (
        Column("id", _ID, lambda row: row.action.id),
        Column("version", "the version of the agreement with which the plan goes", lambda row: row.agreement.version),
        Column("as_of", "when the plan stood so", lambda row: row.plan.as_of),
        Column("number", "the number as printed", lambda row: row.action.number),
        Column("priority", "id of the priority that it serves", lambda row: row.action.priority),
        Column("aim", "what it is for", lambda row: row.action.aim),
        Column("action", "what was to be done", lambda row: row.action.actions),
        Column("lead", "who leads on it, or on its priority", lambda row: row.lead),
        Column("themes", "ids of the cross-cutting themes to which it is tied", lambda row: row.action.themes),
        Column("state", "how it stood; empty if that is not known", lambda row: row.action.state),
        Column("progress", "what had been done", lambda row: row.action.progress),
    ),
    _actions,
)

INDICATORS: Table[FigureAt] = Table(
    "indicators",
    "a figure of an indicator",
    (
        Column("id", "address of the indicator below the root of the site", _address_of_indicator),
        Column("version", "the version of the agreement that was monitored by it", lambda row: row.agreement.version),
        Column("priority", "id of the priority that it measures", lambda row: row.indicator.priority),
        Column("title", "what it is called", lambda row: row.indicator.title),
        Column("unit", "number or percentage", lambda row: row.indicator.unit),
        Column("counts", "what is counted; of a percentage, what it is a share of", lambda row: row.indicator.counts),
        Column("definition", "how it is defined", lambda row: row.indicator.definition),
        Column("area", "for where", lambda row: row.indicator.area),
        Column("period", "the time that the figure is of", lambda row: row.figure and row.figure.period),
        Column("role", "baseline, earlier or latest", lambda row: row.role),
        Column("value", "the figure, with the places that were printed", lambda row: row.figure and row.figure.value),
        Column(
            "change",
            "between the two latest figures, as printed",
            lambda row: _printed(row.indicator.change, row.indicator),
        ),
        Column(
            "difference",
            "between the baseline and the latest, as printed",
            lambda row: _printed(row.indicator.difference, row.indicator),
        ),
        Column("not_published", "why there is no figure", lambda row: row.indicator.not_published),
    ),
    _figures,
)

TABLES = (MEETINGS, ITEMS, PAPERS, MINUTES, PRIORITIES, ACTIONS, INDICATORS, WITHHELD)
"""In the order in which the page lists them."""
