"""What goes with the agreement: action plans, indicators, assessments, governance, each through all versions on one page."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from itertools import groupby
from typing import Any

from markupsafe import Markup, escape

from public_record.links.versions import shown as shown_versions
from public_record.model.ids import slug
from public_record.model.record import Agreement
from public_record.pages.drawings import diagram
from public_record.pages.figures import IndicatorShown, shown
from public_record.pages.library import Library, template
from public_record.pages.page import Content, Crumb, PageKind, PageSource
from public_record.pages.prose import TocEntry

_CRUMBS = (Crumb("Home", ""), Crumb("Agreement", "agreement/"))


def pages(library: Library) -> Iterator[PageSource]:
    """Yield the four pages."""
    yield _page(
        library,
        ("actions", "Action plans", "Every action of the plans that go with the agreement, with its aim and its state."),
        PageKind.ACTIONS,
        lambda agreement: agreement.action_plan is not None,
    )
    yield _page(
        library,
        ("indicators", "Indicators", "What the partnership measured: baselines, figures and changes, as tables and as bars."),
        PageKind.INDICATORS,
        lambda agreement: agreement.monitoring is not None,
        lambda agreement: {"groups": _by_priority(agreement)},
    )
    yield _page(
        library,
        (
            "assessments",
            "Assessments",
            "What the priorities rest on: districts, rankings, what was seen coming, plans and law.",
        ),
        PageKind.ASSESSMENTS,
        _is_assessed,
    )
    yield _page(
        library,
        ("governance", "Governance", "Who delivers the agreement, who answers to whom, and the responsible authorities."),
        PageKind.GOVERNANCE,
        lambda agreement: bool(agreement.governance or agreement.authorities),
        lambda agreement: {"diagram": diagram(agreement.governance) if agreement.governance else None},
    )


def _page(
    library: Library,
    named: tuple[str, str, str],
    kind: PageKind,
    concerns: Callable[[Agreement], bool],
    more: Callable[[Agreement], dict[str, Any]] = lambda _: {},
) -> PageSource:
    """Compose one of the pages: a section for each version that has what the page is about, the newest first."""
    name, title, description = named

    def render() -> Content:
        newest = [agreement for agreement in reversed(shown_versions(library.record.agreements)) if concerns(agreement)]
        sections = [{"agreement": one, "anchor": f"version-{slug(one.version)}", **more(one)} for one in newest]
        html = template(name, page.address, library, page=page, sections=sections)
        entries = (TocEntry(2, section["anchor"], _heading(section["agreement"])) for section in sections)
        return Content(html, tuple(entries))

    page = PageSource(f"agreement/{name}/", title, description, kind, render, _CRUMBS)
    return page


def _heading(agreement: Agreement) -> Markup:
    return escape(f"Version {agreement.version}")


def _is_assessed(agreement: Agreement) -> bool:
    return any((agreement.assessments, agreement.rankings, agreement.horizon_scans, agreement.plans, agreement.legislation))


def _by_priority(agreement: Agreement) -> list[tuple[str, list[IndicatorShown]]]:
    """Group the indicators of a version by the priority that they measure, under its name."""
    titles = {priority.id: priority.title for priority in agreement.priorities}
    order = {priority: place for place, priority in enumerate(titles)}
    indicators = agreement.monitoring.indicators if agreement.monitoring else ()
    listed = sorted(indicators, key=lambda one: order.get(one.priority, len(order)))
    groups = groupby(listed, key=lambda one: one.priority)
    return [(titles.get(priority, priority), [shown(one) for one in group]) for priority, group in groups]
