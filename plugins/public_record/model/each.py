"""How a stage goes through many things: it hands over a pure function, and need not know whether its results are remembered."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import Any, Protocol, TypeVar, TypeVarTuple, Unpack

_Given = TypeVarTuple("_Given")
_Question = TypeVar("_Question")
_Answer = TypeVar("_Answer")
_Result = TypeVar("_Result")
_Thing = TypeVar("_Thing")


class Each(Protocol):
    """Works through all that a stage has to do. The results are the same from whichever it is given."""

    def each(self, work: Callable[[Unpack[_Given]], _Result], things: Iterable[tuple[*_Given]]) -> Iterable[_Result]:
        """Give what a pure function gives for each of several things, in order."""
        ...

    def asking(
        self,
        work: Callable[[Callable[[_Question], _Answer], Unpack[_Given]], _Result],
        answer: Callable[[_Question], _Answer],
        things: Iterable[tuple[*_Given]],
    ) -> Iterable[_Result]:
        """Give the same for a function that may also ask. It depends on nothing else than what it is given and told."""
        ...

    def unchanged(self, things: Iterable[_Thing], parts: Callable[[_Thing], Iterable[Any]]) -> Iterable[_Thing]:
        """Give things back: the very one of the last time in the place of one whose parts are all the same."""
        ...


class Anew:
    """Remembers nothing: for who goes through a record once. Each result is made when it is taken, so that no more are held."""

    def each(self, work: Callable[[Unpack[_Given]], _Result], things: Iterable[tuple[*_Given]]) -> Iterator[_Result]:
        """Do all of the work."""
        return (work(*given) for given in things)

    def asking(
        self,
        work: Callable[[Callable[[_Question], _Answer], Unpack[_Given]], _Result],
        answer: Callable[[_Question], _Answer],
        things: Iterable[tuple[*_Given]],
    ) -> Iterator[_Result]:
        """Do all of the work, answering every question."""
        return (work(answer, *given) for given in things)

    def unchanged(self, things: Iterable[_Thing], parts: Callable[[_Thing], Iterable[Any]]) -> Iterator[_Thing]:
        """Give the things themselves."""
        del parts
        return iter(things)


ANEW = Anew()
