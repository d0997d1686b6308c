"""The Community Safety Agreement: the version in force, and each version by itself."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from markupsafe import Markup

from public_record.links.versions import in_force, nearest, pairs
from public_record.model.agreement import Parts
from public_record.model.ids import comparison_address
from public_record.model.record import Agreement
from public_record.model.vocabulary import Held
from public_record.pages import comparisons, monitoring, priorities
from public_record.pages.figures import shown
from public_record.pages.library import Library, template
from public_record.pages.page import Content, Crumb, PageKind, PageSource
from public_record.pages.prose import Rendered, TocEntry, contents, render_blocks

_HOME = Crumb("Home", "")
_AGREEMENTS = Crumb("Agreement", "agreement/")
_PARTS = {
    "text": "the text",
    "priorities": "the priorities",
    "leads": "who leads on them",
    "themes": "the cross-cutting themes",
    "actions": "the action plan",
    "indicators": "the indicators",
    "assessments": "the assessments",
    "governance": "the governance",
}


def agreement_pages(library: Library) -> Iterator[PageSource]:
    """Yield every page of the agreement."""
    yield _index(library)
    for agreement in library.record.agreements:
        yield _version(library, agreement)
    if any(agreement.shown for agreement in library.record.agreements):
        yield from priorities.pages(library)
        yield from comparisons.pages(library)
        yield from monitoring.pages(library)


def _index(library: Library) -> PageSource:
    """Compose the page of the agreement: the version in force on the day of the build, and the way to all others."""
    agreements = library.record.agreements
    current = nearest(agreements, library.today)

    def render() -> Content:
        if current is None:
            return Content(template("agreements", page.address, library, page=page, agreements=_newest_first(library)))
        return _render(library, current, page, agreements=_newest_first(library))

    page = PageSource(
        address="agreement/",
        title=current.title if current else "The Community Safety Agreement",
        description="The agreement that the meetings serve, in the version in force, and the way to its other versions.",
        kind=PageKind.AGREEMENTS,
        render=render,
        crumbs=(_HOME,),
    )
    return page


def _newest_first(library: Library) -> list[Agreement]:
    return list(reversed(library.record.agreements))


def _version(library: Library, agreement: Agreement) -> PageSource:
    def render() -> Content:
        return _render(library, agreement, page, agreements=None)

    page = PageSource(
        address=agreement.id,
        title=f"{agreement.title}, version {agreement.version}",
        description=f"Version {agreement.version} of the agreement.",
        kind=PageKind.AGREEMENT,
        render=render,
        citation=f"{agreement.title}, version {agreement.version}",
        crumbs=(_HOME, _AGREEMENTS),
    )
    return page


def _render(library: Library, agreement: Agreement, page: PageSource, *, agreements: list[Agreement] | None) -> Content:
    (blocks,), footnotes = render_blocks(agreement.body, linking=library.linking(page.address, agreement.id))
    indicators = agreement.monitoring.indicators if agreement.monitoring else ()
    html = template(
        "agreement",
        page.address,
        library,
        page=page,
        agreement=agreement,
        agreements=agreements,
        in_force=in_force(library.record.agreements, library.today) is agreement,
        held=list(_held(agreement.parts)),
        comparisons=list(_compared(library, agreement)),
        laid=library.links.laid_before.get(agreement.version, ()),
        indicators=[shown(indicator) for indicator in indicators],
        blocks=blocks,
        footnotes=footnotes,
    )
    return Content(html, tuple(_outline(agreement, blocks, agreements)) if agreement.shown else ())


def _held(parts: Parts) -> Iterator[tuple[Held, list[str]]]:
    """Yield the parts that are held whole, in part and not at all, in words."""
    for held in Held:
        if named := [words for part, words in _PARTS.items() if getattr(parts, part) is held]:
            yield held, named


def _compared(library: Library, agreement: Agreement) -> Iterator[tuple[str, str]]:
    """Yield the ways to what changed before and after a version."""
    for earlier, later in pairs(library.record.agreements):
        if agreement in (earlier, later):
            other = f"from version {earlier.version}" if later is agreement else f"to version {later.version}"
            yield comparison_address(earlier.version, later.version), other


def _outline(agreement: Agreement, blocks: list[Rendered], agreements: list[Agreement] | None) -> Iterator[TocEntry]:
    if agreement.priorities:
        yield TocEntry(2, "priorities", Markup("Priorities and their leads"))
    if agreement.themes:
        yield TocEntry(2, "themes", Markup("Cross-cutting themes"))
    if agreement.change_list:
        yield TocEntry(2, "change-list", Markup("Changes as stated at the time"))
    if agreements:
        yield TocEntry(2, "versions", Markup("Versions"))
    if agreement.action_plan:
        yield TocEntry(2, "action-plan", Markup("Actions of the plan"))
    if agreement.monitoring:
        yield TocEntry(2, "indicators", Markup("Figures of the indicators"))
    if agreement.body:
        yield TocEntry(2, "text", Markup("The text"))
    for entry in contents(blocks):
        yield replace(entry, level=entry.level + 1)
