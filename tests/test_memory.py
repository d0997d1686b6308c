"""What is remembered is what would be worked out again, and nothing is kept longer than for one round."""

from __future__ import annotations

import gc
import weakref
from collections.abc import Callable
from dataclasses import dataclass

import pytest

from public_record.memory import Memory
from public_record.model.each import ANEW, Each


@dataclass(frozen=True, slots=True, weakref_slot=True)
class Thing:
    """Something that counts by identity."""

    name: str


class Counted:
    """A function that notes for what it is called."""

    def __init__(self) -> None:
        self.calls: list[tuple[str, int]] = []

    def __call__(self, thing: Thing, number: int) -> str:
        self.calls.append((thing.name, number))
        return f"{thing.name}{number}"


@pytest.mark.parametrize("each", [ANEW, Memory()], ids=["anew", "remembering"])
def test_the_results_are_those_of_the_function_in_order(each: Each) -> None:
    """Whoever works through things cannot tell whether anything is remembered."""
    things = [(Thing("a"), 1), (Thing("b"), 2), (Thing("a"), 1)]
    for _ in range(2):
        assert list(each.each(Counted(), things)) == ["a1", "b2", "a1"]
        asked = each.asking(lambda ask, thing: ask(thing.name), str.upper, [(thing,) for thing, _ in things])
        assert (list(asked), list(each.unchanged(things, lambda pair: pair))) == (["A", "B", "A"], things)


def test_only_what_was_not_in_the_last_round_is_worked_out() -> None:
    """Things count by identity, numbers by their value."""
    memory, work = Memory(), Counted()
    one, other = Thing("a"), Thing("b")
    memory.each(work, [(one, 1), (other, 1000)])
    memory.each(work, [(other, 10**3), (one, 2), (Thing("a"), 1)])
    assert work.calls == [("a", 1), ("b", 1000), ("a", 2), ("a", 1)]


def test_of_two_rounds_only_the_last_is_remembered() -> None:
    """So nothing has to be thrown away by its age or its size."""
    memory, work, thing = Memory(), Counted(), Thing("a")
    for number in (1, 2, 1):
        memory.each(work, [(thing, number)])
    assert work.calls == [("a", 1), ("a", 2), ("a", 1)]


def test_a_round_that_fails_leaves_the_memory_as_it_was() -> None:
    """A thing that cannot be worked out does not cost the others what is known of them."""
    memory, done = Memory(), list[int]()

    def halved(number: int) -> int:
        done.append(number)
        if number % 2:
            raise ValueError("it is odd")
        return number // 2

    memory.each(halved, [(2,)])
    with pytest.raises(ValueError, match="odd"):
        memory.each(halved, [(4,), (5,)])
    assert (memory.each(halved, [(2,)]), done) == ([1], [2, 4, 5])


def test_no_thing_is_kept_alive_and_none_is_taken_for_one_that_is_gone() -> None:
    """What was given is sealed more often than not. A new thing can come to stand in the place of an old one."""
    memory, work = Memory(), Counted()
    thing = Thing("a")
    gone = weakref.ref(thing)
    memory.each(work, [(thing, 1)])
    del thing
    gc.collect()
    assert gone() is None
    for name in "bcdefgh":
        assert memory.each(work, [(Thing(name), 1)]) == [f"{name}1"]


def test_a_result_stands_while_all_that_was_asked_for_it_would_be_answered_alike() -> None:
    """What nobody asked may change."""
    memory, thing, done = Memory(), Thing("a"), list[str]()
    known = {"a": 1, "b": 2}

    def work(ask: Callable[[str], int | None], thing: Thing) -> int | None:
        done.append(thing.name)
        return ask(thing.name)

    found = []
    for change in ({}, {"b": 3}, {"a": 4}, {"a": 4}):
        known |= change
        found += memory.asking(work, known.get, [(thing,)])
    assert (found, done) == ([1, 1, 4, 4], ["a", "a"])


def test_a_thing_with_the_same_parts_is_the_very_one_of_the_last_time() -> None:
    """What is made of it, by whomever, is then remembered, too."""
    memory, inner, other = Memory(), Thing("a"), Thing("a")

    def parts(pair: tuple[Thing, int]) -> tuple[Thing, int]:
        return pair

    (first,) = memory.unchanged([(inner, 1)], parts)
    (second,) = memory.unchanged([(inner, 1)], parts)
    (third,) = memory.unchanged([(other, 1)], parts)
    assert (second is first, third is first) == (True, False)
