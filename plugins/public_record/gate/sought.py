"""Makes of all that was kept back what the second line (`verify`) looks for. The text itself is not in it.

Some of it the public record says by itself: a name, a title, what a draft repeats. That is no sign of what is withheld.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Hashable, Iterable, Iterator, Mapping, Sequence
from functools import cache
from itertools import chain
from typing import Any, TypeAlias, cast

from public_record.gate.withheld import Keeper, Kept, words_in
from public_record.model.each import ANEW, Each
from public_record.model.fingerprints import RUN, Fingerprints, Searched, words_of
from public_record.model.record import Agreement, Block, Heading, Meeting, Record, Resolution

_TEXTS = frozenset({"body", "opening", "introduction"})

_BETWEEN = "."
"""Stands between two texts where their words are strung together; no word is one."""

_Said: TypeAlias = Mapping[str, Searched]
"""By file: the words of the texts of a part, strung together."""


def fingerprints_of(keepers: Sequence[Keeper], record: Record, each: Each = ANEW) -> Fingerprints:
    """Give the fingerprints of what was kept back, less those of what is public all the same."""
    short = [kept for keeper in keepers for kept in keeper.short]
    waiting = [kept for keeper in keepers for kept in keeper.waiting]
    fields = _public_fields(record, each) if short or waiting else []
    public = _shared(fields, (*short, *waiting))
    resolved = _resolved(keepers, each) if short else {}
    (told,) = each.each(_of_short, [(_not_resolved(resolved, _not_public(public, short)),)])
    waits = (kept for keeper in keepers for kept in _by_file(keeper.waiting))
    # What another file says was resolved is among the public texts that `_repeated` looks through.
    drafts = each.each(_of_draft, [(_not_public(public, kept),) for kept in waits])
    (draft,) = each.each(_of_drafts, [tuple(drafts)])
    repeated = _repeated(keepers, fields, draft, each) if len(draft) else set()
    (left,) = each.each(Fingerprints.less, [(draft, tuple(sorted(repeated)))])
    (whole,) = each.each(_together, [(*(keeper.kept for keeper in keepers if len(keeper.kept)), told, left)])
    return whole


def _public_fields(record: Record, each: Each) -> list[frozenset[str]]:
    """List what the public record says in fields of their own, part by part."""
    things: list[Meeting | Agreement] = [*record.meetings, *record.agreements]
    return [_strung(record.bodies), *each.each(_strung, [(thing,) for thing in things])]


def _strung(thing: object) -> frozenset[str]:
    return frozenset(" ".join(words_of(field)) for field in set(_fields(thing)))


def _shared(fields: Iterable[frozenset[str]], kept: Iterable[Kept]) -> set[str]:
    """Give what was kept back and is a public field as well."""
    candidates = {" ".join(words) for words, _ in kept}
    return set().union(*(candidates & public for public in fields))


def _resolved(keepers: Iterable[Keeper], each: Each) -> Mapping[str, set[str]]:
    """Say which files have a public outcome of these words, as a whole: two meetings can resolve the same."""
    found: dict[str, set[str]] = {}
    for words, path in chain.from_iterable(each.each(_outcomes, [(keeper,) for keeper in keepers])):
        found.setdefault(words, set()).add(path)
    return found


def _outcomes(keeper: Keeper) -> tuple[tuple[str, str], ...]:
    outcomes = [(block, path) for block, path in keeper.shown if isinstance(block, Resolution)]
    return tuple((" ".join(words_in(block.text.markdown)), path) for block, path in outcomes)


def _not_public(public: set[str], kept: Iterable[Kept]) -> tuple[Kept, ...]:
    """Leave out what is public as a whole, in a field of its own."""
    return tuple((words, place) for words, place in kept if " ".join(words) not in public)


def _not_resolved(resolved: Mapping[str, set[str]], kept: Iterable[Kept]) -> tuple[Kept, ...]:
    """Leave out what another file says was resolved, as a whole."""
    return tuple((words, place) for words, place in kept if not resolved.get(" ".join(words), set()) - {place.path})


def _of_short(kept: tuple[Kept, ...]) -> Fingerprints:
    made = Fingerprints()
    for words, place in kept:
        made.add(words, place)
    return made


# Functions of their own where others would do the same: each has one round, where results are remembered.
def _of_draft(kept: tuple[Kept, ...]) -> Fingerprints:
    return _of_short(kept)


def _of_drafts(*several: Fingerprints) -> Fingerprints:
    return Fingerprints.together(several)


def _repeated(keepers: Sequence[Keeper], fields: Iterable[frozenset[str]], draft: Fingerprints, each: Each) -> set[bytes]:
    """List the runs of drafts that a public text says, or a public field, on its own account.

    What the file of a draft is found to say in public is no such text: that would be the leak.
    """
    files = {place.path for keeper in keepers for _, place in keeper.waiting}
    said = each.each(_said, [(keeper,) for keeper in keepers])
    texts = each.each(_runs_said, ((text, draft) for one in said for path, text in one.items() if path not in files))
    alone = each.each(_runs_alone, [(one, draft) for one in each.each(_as_long_as_a_run, [(public,) for public in fields])])
    return {*chain.from_iterable(texts), *chain.from_iterable(alone)}


def _by_file(kept: Iterable[Kept]) -> Iterable[list[Kept]]:
    found: dict[str, list[Kept]] = {}
    for words, place in kept:
        found.setdefault(place.path, []).append((words, place))
    return found.values()


def _said(keeper: Keeper) -> _Said:
    by_file: dict[str, list[str]] = {}
    for block, path in keeper.shown:
        for field in _fields(block):
            by_file.setdefault(path, []).extend((*words_in(field), _BETWEEN))
    return {path: Searched(words) for path, words in by_file.items()}


def _runs_said(text: Searched, draft: Fingerprints) -> tuple[bytes, ...]:
    return tuple(draft.runs_in(text))


def _as_long_as_a_run(public: frozenset[str]) -> tuple[str, ...]:
    return tuple(field for field in public if field.count(" ") == RUN - 1)


def _runs_alone(public: tuple[str, ...], draft: Fingerprints) -> tuple[bytes, ...]:
    return tuple(run for field in public if (run := draft.whole(field.split())))


def _together(*several: Fingerprints) -> Fingerprints:
    return Fingerprints.together(several)


def _fields(thing: object) -> Iterator[str]:
    """Yield what the public record says in fields of their own: names, titles, reasons; of the texts, their headings alone."""
    # Without calling itself: it goes through every field of the record, more than a million in a large one.
    left: list[Any] = [thing]
    while left:
        one = left.pop()
        if isinstance(one, str):
            yield one
        elif isinstance(one, tuple):
            left += reversed(one)
        else:
            left += [_shown(one, name) for name in _names(cast("Hashable", type(one)))]


@cache
def _names(kind: Hashable) -> tuple[str, ...]:
    """List the fields of a kind of thing, the last one first; none of what is no part of the record (numbers, days)."""
    return tuple(field.name for field in reversed(dataclasses.fields(kind))) if dataclasses.is_dataclass(kind) else ()


def _shown(thing: object, name: str) -> object:
    return tuple(_headings(getattr(thing, name))) if name in _TEXTS else getattr(thing, name)


def _headings(blocks: tuple[Block, ...]) -> Iterator[str]:
    """Yield headings: one that many reports have is no sign of the one that is withheld."""
    yield from (block.title.markdown for block in blocks if isinstance(block, Heading))
