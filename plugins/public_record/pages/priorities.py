"""Priorities of the agreement, each followed through its versions."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import TypeAlias

from markupsafe import Markup

from public_record.links.namings import Naming, names, namings
from public_record.links.priorities import (
    Course,
    Said,
    Stage,
    actions_of,
    by_subject,
    courses,
    indicators_of,
    is_absent,
    issues_of,
    ranked_of,
    said_on,
)
from public_record.model.agreement import PlannedAction
from public_record.model.ids import priority_address
from public_record.model.record import Agreement, Item, Meeting
from public_record.pages.figures import IndicatorShown, shown
from public_record.pages.library import Library, template
from public_record.pages.outcomes import Outcome, blocks_of, outcomes
from public_record.pages.page import Content, Crumb, PageKind, PageSource
from public_record.pages.prose import Rendered, TocEntry, render_blocks

_CRUMBS = (Crumb("Home", ""), Crumb("Agreement", "agreement/"))
_PRIORITIES = Crumb("Priorities", "agreement/priorities/")
_NAMINGS = 100
"""Documents that name a priority, on its page: the latest. What a reader wants beyond them, search finds."""


@dataclass(frozen=True, slots=True)
class SaidShown:
    """What one meeting had on a priority, with its resolutions rendered."""

    meeting: Meeting
    item: Item | None
    said: Said
    outcomes: tuple[Outcome, ...]


_Named: TypeAlias = Callable[[], Mapping[str, tuple[Naming, ...]]]
"""Says, by priority, what names it."""


def pages(library: Library) -> Iterator[PageSource]:
    """Yield the list of priorities, and the page of each."""
    followed = courses(library.record.agreements)
    said = by_subject(library.record)

    @cache
    def named() -> Mapping[str, tuple[Naming, ...]]:
        """Go through all texts once, when the first of these pages is rendered."""
        return namings(library.record, library.links.register, followed)

    yield _index(library, followed)
    for course in followed:
        yield _priority(library, course, said_on(course, said), named)


def _index(library: Library, followed: Sequence[Course]) -> PageSource:
    def render() -> Content:
        versions = [agreement for agreement in library.record.agreements if agreement.priorities]
        rows = [(course, [_cell(course, agreement, versions) for agreement in versions]) for course in followed]
        return Content(template("priorities", page.address, library, page=page, versions=versions, rows=rows))

    page = PageSource(
        address=_PRIORITIES.address,
        title="Priorities of the agreement",
        description="Every priority that the agreement has or had, and the versions in which it stands.",
        kind=PageKind.PRIORITIES,
        render=render,
        crumbs=_CRUMBS,
    )
    return page


def _cell(course: Course, agreement: Agreement, versions: Sequence[Agreement]) -> tuple[Stage | None, bool]:
    """Give a priority as it stands in a version; where it does not, whether that is known."""
    stage = next((stage for stage in course.stages if stage.agreement is agreement), None)
    return stage, stage is None and is_absent(course, agreement, versions)


def _priority(library: Library, course: Course, said: Sequence[Said], named: _Named) -> PageSource:
    def render() -> Content:
        return _render(library, course, said, _elsewhere(named()[course.id], said), page)

    title = course.latest.priority.title
    page = PageSource(
        address=priority_address(course.id),
        title=title,
        description=f"{title}: who leads, what was planned, what was measured, and what meetings said and decided.",
        kind=PageKind.PRIORITY,
        render=render,
        crumbs=(*_CRUMBS, _PRIORITIES),
    )
    return page


def _elsewhere(named: Sequence[Naming], said: Sequence[Said]) -> list[Naming]:
    """Leave out what is listed as being on the priority as a whole."""
    listed = {item.id for one in said if (item := one.item)}
    listed |= {paper.id for one in said if one.item for paper in one.item.papers}
    listed |= {at.minute.id for one in said for at in one.minutes}
    return [naming for naming in named if naming.whole.id not in listed]


def _render(library: Library, course: Course, said: Sequence[Said], elsewhere: Sequence[Naming], page: PageSource) -> Content:
    agreements = library.record.agreements
    plans = list(_plans(course))
    measured = list(_measured(course))
    found, ranked = issues_of(agreements, course.id), ranked_of(agreements, course.id)
    rendered, _ = render_blocks(*(blocks_of(one.decided) for one in said), linking=library.linking(page.address))
    html = template(
        "priority",
        page.address,
        library,
        page=page,
        course=course,
        titles=_titles(agreements),
        covers=next((stage for stage in reversed(course.stages) if stage.priority.covers), None),
        plans=plans,
        measured=measured,
        found=found,
        ranked=ranked,
        said=[_shown(one, blocks) for one, blocks in zip(said, rendered, strict=True)],
        names=names(course),
        elsewhere=elsewhere[:_NAMINGS],
        left_out=max(0, len(elsewhere) - _NAMINGS),
    )
    headings = (
        ("versions", "Through the versions", True),
        ("actions", "Actions", bool(plans)),
        ("indicators", "Indicators", bool(measured)),
        ("assessments", "Assessments", bool(found or ranked)),
        ("meetings", "What meetings said and decided", True),
        ("named", "Where else it is named", bool(elsewhere)),
    )
    return Content(html, tuple(TocEntry(2, anchor, Markup(words)) for anchor, words, there in headings if there))  # noqa: S704


def _titles(agreements: Sequence[Agreement]) -> dict[str, str]:
    """Give each priority the name that it has in the last version that has it."""
    return {priority.id: priority.title for agreement in agreements for priority in agreement.priorities}


def _plans(course: Course) -> Iterator[tuple[Agreement, Sequence[PlannedAction]]]:
    for stage in reversed(course.stages):
        if actions := actions_of(stage.agreement, course.id):
            yield stage.agreement, actions


def _measured(course: Course) -> Iterator[tuple[Agreement, list[IndicatorShown]]]:
    for stage in reversed(course.stages):
        if indicators := indicators_of(stage.agreement, course.id):
            yield stage.agreement, [shown(indicator) for indicator in indicators]


def _shown(said: Said, blocks: Sequence[Rendered]) -> SaidShown:
    return SaidShown(said.meeting, said.item, said, tuple(outcomes(said.decided, blocks)))
