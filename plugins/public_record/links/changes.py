"""What changed between two versions of the agreement: priorities, leads, themes and actions.

Priorities and themes are followed by their ids, through the versions between the two, so that what was merged in one step
and renamed in the next is found between the ends as well. What the record does not hold of a version is never taken for
something that the version does not have.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Generic, Protocol, TypeVar

from public_record.model.agreement import Origin, PlannedAction, Priority, Theme
from public_record.model.record import Agreement
from public_record.model.vocabulary import Held, OriginKind


class _Followed(Protocol):
    """What runs through the versions under one id."""

    @property
    def id(self) -> str: ...

    @property
    def title(self) -> str: ...

    @property
    def comes_from(self) -> tuple[Origin, ...]: ...

    @property
    def new(self) -> bool: ...


_Thing = TypeVar("_Thing", bound=_Followed)


class ChangeKind(StrEnum):
    """What became of a priority or a theme."""

    KEPT = "kept"
    RENAMED = "renamed"
    MERGED = "merged"
    SPLIT = "split"
    ADDED = "added"
    REMOVED = "removed"
    NOT_KNOWN_BEFORE = "not-known-before"
    """The later version has it; whether the earlier had it is not held."""
    NOT_KNOWN_AFTER = "not-known-after"
    """The earlier version has it; whether the later has it is not held."""


@dataclass(frozen=True, slots=True)
class Change(Generic[_Thing]):
    """What stands in the one version for what stands in the other."""

    kind: ChangeKind
    before: tuple[_Thing, ...] = ()
    after: _Thing | None = None


@dataclass(frozen=True, slots=True)
class LeadChange:
    """A priority of both versions whose lead is another."""

    before: Priority
    after: Priority


@dataclass(frozen=True, slots=True)
class ActionChange:
    """An action of one plan, and what has its place in the other."""

    kind: ChangeKind
    before: PlannedAction | None = None
    after: PlannedAction | None = None


@dataclass(frozen=True, slots=True)
class Comparison:
    """Two versions side by side."""

    earlier: Agreement
    later: Agreement
    priorities: tuple[Change[Priority], ...]
    themes: tuple[Change[Theme], ...]
    leads: tuple[LeadChange, ...]
    actions: tuple[ActionChange, ...] | None
    """None where one of the two plans is not held."""
    stated: tuple[Agreement, ...] = ()
    """The versions after the earlier one, up to the later, that say themselves what they changed."""


def compare(agreements: Sequence[Agreement], earlier: Agreement, later: Agreement) -> Comparison:
    """Tell two versions apart; `agreements` are all of the record, in order, for what lies between the two."""
    first = agreements.index(earlier)
    between = [one for one in agreements[first + 1 : agreements.index(later) + 1] if one.shown]
    priorities = _changes(
        _Side(earlier.priorities, earlier.parts.priorities),
        _Side(later.priorities, later.parts.priorities),
        [one.priorities for one in between],
    )
    themes = _changes(
        _Side(earlier.themes, earlier.parts.themes),
        _Side(later.themes, later.parts.themes),
        [one.themes for one in between],
    )
    return Comparison(
        earlier,
        later,
        tuple(priorities),
        tuple(themes),
        tuple(_leads(priorities)),
        _actions(earlier, later),
        tuple(one for one in between if one.change_list),
    )


@dataclass(frozen=True, slots=True)
class _Side(Generic[_Thing]):
    """What one version has, and how much of that is held."""

    things: tuple[_Thing, ...]
    held: Held

    def by_id(self) -> dict[str, _Thing]:
        return {thing.id: thing for thing in self.things}


def _changes(before: _Side[_Thing], after: _Side[_Thing], between: Sequence[tuple[_Thing, ...]]) -> list[Change[_Thing]]:
    """Follow everything of both sides: first what the earlier goes on with or loses, then what the later brings."""
    origins = _origins(between)
    was, now = before.by_id(), after.by_id()
    came = {thing.id: _came_from(thing.id, origins, was) for thing in after.things if thing.id not in was}
    gone_into = {origin.id for found in came.values() for origin in found if origin.how is not OriginKind.SPLIT}
    kept = [_kept(thing, now[thing.id]) for thing in before.things if thing.id in now]
    lost = [
        Change(ChangeKind.REMOVED if after.held is Held.WHOLE else ChangeKind.NOT_KNOWN_AFTER, (thing,))
        for thing in before.things
        if thing.id not in now and thing.id not in gone_into
    ]
    said_new = {thing.id for things in between for thing in things if thing.new}
    new = [_new(now[name], found, was, known=before.held is Held.WHOLE or name in said_new) for name, found in came.items()]
    return [*kept, *new, *lost]


def _kept(before: _Thing, after: _Thing) -> Change[_Thing]:
    kind = ChangeKind.KEPT if _plain(before.title) == _plain(after.title) else ChangeKind.RENAMED
    return Change(kind, (before,), after)


def _new(thing: _Thing, found: Sequence[Origin], was: Mapping[str, _Thing], *, known: bool) -> Change[_Thing]:
    """Say what brought something: it is new only where what came before is known, or a version on the way calls it new."""
    if not found:
        kind = ChangeKind.ADDED if known else ChangeKind.NOT_KNOWN_BEFORE
        return Change(kind, after=thing)
    kind = ChangeKind(max((origin.how for origin in found), key=_WEIGHT.index).value)
    return Change(kind, tuple(was[origin.id] for origin in found), thing)


_WEIGHT = (OriginKind.RENAMED, OriginKind.SPLIT, OriginKind.MERGED)
"""Of several steps on the way the last of these names the whole."""


def _origins(between: Sequence[tuple[_Thing, ...]]) -> dict[str, tuple[Origin, ...]]:
    """Say of each id what it came from, as the first version says that had it and says so."""
    found: dict[str, tuple[Origin, ...]] = {}
    for things in between:
        for thing in things:
            if thing.comes_from:
                found.setdefault(thing.id, thing.comes_from)
    return found


def _came_from(
    name: str, origins: Mapping[str, tuple[Origin, ...]], was: Mapping[str, object], seen: frozenset[str] = frozenset()
) -> tuple[Origin, ...]:
    """Go back from an id to those of the earlier version, through whatever lay between."""
    found: dict[str, Origin] = {}
    for origin in origins.get(name, ()):
        if origin.id in was:
            found.setdefault(origin.id, origin)
        elif origin.id not in seen:
            for further in _came_from(origin.id, origins, was, seen | {name}):
                how = max(origin.how, further.how, key=_WEIGHT.index)
                found.setdefault(further.id, Origin(further.id, how))
    return tuple(found.values())


def _leads(priorities: Sequence[Change[Priority]]) -> Iterator[LeadChange]:
    for change in priorities:
        if change.kind in (ChangeKind.KEPT, ChangeKind.RENAMED) and change.after:
            (before,) = change.before
            if before.lead and change.after.lead and before.lead != change.after.lead:
                yield LeadChange(before, change.after)


def _actions(earlier: Agreement, later: Agreement) -> tuple[ActionChange, ...] | None:
    """Compare two plans. An action goes on if it has the same words, or the same number under the same priority."""
    plans = (earlier.action_plan, later.action_plan)
    if plans[0] is None or plans[1] is None:
        return None
    left = list(plans[0].actions)
    new: list[ActionChange] = []
    for action in plans[1].actions:
        match = next((one for one in left if _same_words(one, action)), None) or next(
            (one for one in left if (one.number, one.priority) == (action.number, action.priority)), None
        )
        if match:
            left.remove(match)
            kind = ChangeKind.KEPT if _same_words(match, action) else ChangeKind.RENAMED
            new.append(ActionChange(kind, match, action))
        else:
            new.append(ActionChange(ChangeKind.ADDED, after=action))
    return (*new, *(ActionChange(ChangeKind.REMOVED, one) for one in left))


def _same_words(one: PlannedAction, other: PlannedAction) -> bool:
    return (_plain(one.aim), tuple(map(_plain, one.actions))) == (_plain(other.aim), tuple(map(_plain, other.actions)))


def _plain(title: str) -> str:
    """Leave out what makes no difference between two names: capitals, and how "and" is written."""
    return " ".join(title.casefold().replace("&", " and ").split())
