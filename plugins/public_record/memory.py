"""Remembers what pure functions gave, so that going through the same record again costs what has changed in it.

What a function was given counts by identity where it can be referred to weakly (documents, folders, meetings): one that was
made anew is another one, and none is kept alive here. All else counts by its value (days, numbers, names). Of each function
the results of its last round are kept, and no others: there is no time or size by which to forget.
"""

from __future__ import annotations

import weakref
from collections.abc import Callable, Hashable, Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any, TypeAlias, TypeVar, TypeVarTuple, Unpack

_Given = TypeVarTuple("_Given")
_Question = TypeVar("_Question")
_Answer = TypeVar("_Answer")
_Result = TypeVar("_Result")
_Thing = TypeVar("_Thing")
_Key: TypeAlias = tuple[Hashable, ...]


class Memory:
    """One memory of any number of functions. Each has one round at a time: all the things that it is to go through."""

    def __init__(self) -> None:
        self._known: dict[Callable[..., Any], dict[_Key, _Kept]] = {}
        """By function: the results of its last round, by what it was given."""

    def each(self, work: Callable[[Unpack[_Given]], _Result], things: Iterable[tuple[*_Given]]) -> list[_Result]:
        """Work out what was not given in the last round, and remember the rest."""
        return self._round(work, [(_key(given), given) for given in things], lambda given: _Kept(work(*given)), _always)

    def asking(
        self,
        work: Callable[[Callable[[_Question], _Answer], Unpack[_Given]], _Result],
        answer: Callable[[_Question], _Answer],
        things: Iterable[tuple[*_Given]],
    ) -> list[_Result]:
        """Do the same for a function that asks: a result stands as long as all that it was told would be told again."""

        def done(given: tuple[*_Given]) -> _Kept:
            told: dict[_Question, _Answer] = {}

            def ask(question: _Question) -> _Answer:
                if question not in told:
                    told[question] = answer(question)
                return told[question]

            return _Kept(work(ask, *given), told)

        def stands(kept: _Kept) -> bool:
            return all(answer(question) == told for question, told in kept.told.items())

        return self._round(work, [(_key(given), given) for given in things], done, stands)

    def unchanged(self, things: Iterable[_Thing], parts: Callable[[_Thing], Iterable[Any]]) -> list[_Thing]:
        """Give the very thing of the last round in the place of one with the same parts."""
        return self._round(parts, [(_key(parts(thing)), thing) for thing in things], _Kept, _always)

    def _round(
        self,
        work: Callable[..., Any],
        things: Iterable[tuple[_Key, Any]],
        done: Callable[[Any], _Kept],
        stands: Callable[[_Kept], bool],
    ) -> list[Any]:
        before, now = self._known.get(work, {}), dict[_Key, _Kept]()
        results = []
        for key, given in things:
            if key not in now:
                kept = before.get(key)
                now[key] = kept if kept and stands(kept) else done(given)
            results.append(now[key].result)
        self._known[work] = now
        return results


@dataclass(frozen=True, slots=True)
class _Kept:
    """A result, and what was asked for it."""

    result: Any
    told: Mapping[Any, Any] = field(default_factory=dict)


def _always(_: _Kept) -> bool:
    return True


class _Same(weakref.ref[Any]):
    """Stands for one very thing, and for none that is equal to it; for nothing any more when that is gone."""

    __slots__ = ("_place",)

    def __init__(self, thing: object) -> None:
        # The reference itself is made in `__new__`.
        self._place = id(thing)

    def __hash__(self) -> int:
        return self._place

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Same) and self._place == other._place and self() is other() is not None


def _key(given: Iterable[Any]) -> _Key:
    return tuple(_Same(thing) if type(thing).__weakrefoffset__ else thing for thing in given)
