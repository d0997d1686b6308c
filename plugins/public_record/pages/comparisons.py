"""What changed between two versions of the agreement: side by side, and in words."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from markupsafe import Markup

from public_record.links.changes import ActionChange, Change, ChangeKind, Comparison, compare
from public_record.links.versions import pairs, shown
from public_record.model.agreement import Parts, Priority, Theme
from public_record.model.ids import comparison_address
from public_record.model.record import Agreement
from public_record.model.vocabulary import Held, Standing
from public_record.pages.library import Library, template
from public_record.pages.page import Content, Crumb, PageKind, PageSource
from public_record.pages.prose import TocEntry

_CRUMBS = (Crumb("Home", ""), Crumb("Agreement", "agreement/"))
_CHANGES = Crumb("What changed", "agreement/changes/")
_COMPARED = {"priorities": "priorities", "leads": "leads", "themes": "cross-cutting themes", "actions": "action plan"}


def pages(library: Library) -> Iterator[PageSource]:
    """Yield the list of comparisons, and the page of each."""
    compared = list(pairs(library.record.agreements))
    yield _index(library, compared)
    next_to_each_other = set(pairwise(one.version for one in shown(library.record.agreements)))
    for earlier, later in compared:
        # What changed in several steps is found by each of them; all pairs would crowd out what else is on a priority.
        step = (earlier.version, later.version) in next_to_each_other
        yield _comparison(library, earlier, later, searched=step)


def _index(library: Library, compared: list[tuple[Agreement, Agreement]]) -> PageSource:
    def render() -> Content:
        laters = list({id(later): later for _, later in reversed(compared)}.values())
        rows = [
            (later, [(one, comparison_address(one.version, later.version)) for one, other in compared if other is later])
            for later in laters
        ]
        return Content(template("comparisons", page.address, library, page=page, rows=rows))

    page = PageSource(
        address=_CHANGES.address,
        title="What changed in the agreement",
        description="Any two versions of the agreement, side by side.",
        kind=PageKind.COMPARISONS,
        render=render,
        crumbs=_CRUMBS,
    )
    return page


def _comparison(library: Library, earlier: Agreement, later: Agreement, *, searched: bool) -> PageSource:
    def render() -> Content:
        comparison = compare(library.record.agreements, earlier, later)
        html = template(
            "comparison",
            page.address,
            library,
            page=page,
            comparison=comparison,
            sentences=list(_sentences(comparison)),
            unknown=list(_unknown(comparison)),
        )
        headings = [("words", "In words"), ("priorities", "Priorities side by side"), ("themes", "Themes side by side")]
        if comparison.stated:
            headings.insert(1, ("stated", "Changes as stated at the time"))
        if comparison.actions is not None:
            headings.append(("actions", "Actions side by side"))
        return Content(html, tuple(TocEntry(2, anchor, Markup(words)) for anchor, words in headings))  # noqa: S704

    page = PageSource(
        address=comparison_address(earlier.version, later.version),
        title=f"From version {earlier.version} to version {later.version}",
        description=f"What changed in the agreement from version {earlier.version} to version {later.version}.",
        kind=PageKind.COMPARISON,
        render=render,
        crumbs=(*_CRUMBS, _CHANGES),
        searched=searched,
    )
    return page


def _sentences(comparison: Comparison) -> Iterator[str]:
    """Say in sentences what changed. What stayed is seen side by side."""
    for priority in comparison.priorities:
        yield from _of_priority(priority, comparison)
    for lead in comparison.leads:
        yield f"{lead.after.title} has another lead: {lead.after.lead}, before {lead.before.lead}."
    for theme in comparison.themes:
        yield from _of_theme(theme, comparison)
    if comparison.actions is not None:
        yield from _of_actions(comparison.actions)


def _of_priority(change: Change[Priority], comparison: Comparison) -> Iterator[str]:
    before = [priority.title for priority in change.before]
    after = change.after.title if change.after else ""
    place = " as one that cuts across the others" if change.after and change.after.standing is Standing.CROSS_CUTTING else ""
    match change.kind:
        case ChangeKind.ADDED:
            yield f"{after} is a new priority{',' if place else ''}{place}."
        case ChangeKind.REMOVED:
            yield f"{before[0]} is no longer a priority."
        case _:
            yield from _told(change.kind, before, after, "a priority", comparison)


def _of_theme(change: Change[Theme], comparison: Comparison) -> Iterator[str]:
    before = [theme.title for theme in change.before]
    after = change.after.title if change.after else ""
    match change.kind:
        case ChangeKind.ADDED:
            yield f"{after} is a new cross-cutting theme."
        case ChangeKind.REMOVED:
            yield f"{before[0]} is no longer a cross-cutting theme."
        case _:
            yield from _told(change.kind, before, after, "a cross-cutting theme", comparison)


def _told(kind: ChangeKind, before: list[str], after: str, what: str, comparison: Comparison) -> Iterator[str]:
    earlier, later = comparison.earlier.version, comparison.later.version
    match kind:
        case ChangeKind.RENAMED:
            yield f"{before[0]} is now called {after}."
        case ChangeKind.MERGED:
            yield f"{_and(before)} {'was' if len(before) == 1 else 'were'} merged into {after}."
        case ChangeKind.SPLIT:
            yield f"{after} was taken out of {_and(before)}."
        case ChangeKind.NOT_KNOWN_BEFORE:
            yield f"{after} is {what} in version {later}; whether it was one in version {earlier} is not known."
        case ChangeKind.NOT_KNOWN_AFTER:
            yield f"{before[0]} is {what} in version {earlier}; whether it is one in version {later} is not known."
        case _:
            return


def _of_actions(actions: tuple[ActionChange, ...]) -> Iterator[str]:
    counted = [
        (ChangeKind.KEPT, "stayed as it was", "stayed as they were"),
        (ChangeKind.RENAMED, "has other words", "have other words"),
        (ChangeKind.ADDED, "is new", "are new"),
        (ChangeKind.REMOVED, "is no longer in the plan", "are no longer in the plan"),
    ]
    for kind, one, several in counted:
        if count := sum(action.kind is kind for action in actions):
            yield f"{count} action{'' if count == 1 else 's'} {one if count == 1 else several}."


def _unknown(comparison: Comparison) -> Iterator[str]:
    """Say what cannot be compared, since the record does not hold it whole."""
    for agreement in (comparison.earlier, comparison.later):
        none, part = _not_whole(agreement.parts, Held.NONE), _not_whole(agreement.parts, Held.PART)
        if none:
            yield f"Of version {agreement.version} the record does not hold the {_and(none)}."
        if part:
            yield f"Of version {agreement.version} the record holds only a part of the {_and(part)}."


def _not_whole(parts: Parts, held: Held) -> list[str]:
    return [words for part, words in _COMPARED.items() if getattr(parts, part) is held]


def _and(names: list[str]) -> str:
    """Join names as a sentence does.

    >>> _and(["One", "Two", "Three"])
    'One, Two and Three'
    """
    return " and ".join(part for part in (", ".join(names[:-1]), names[-1]) if part)
