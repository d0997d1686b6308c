"""Collects what the gate kept back, as fingerprints for the second line (`verify`). The text itself is not kept."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterable, Iterator
from typing import Any

from pydantic import BaseModel

from public_record.model.findings import Place
from public_record.model.fingerprints import Fingerprints, words_of
from public_record.model.text import Sealed

_SHOWN_IN_NOTICES = frozenset({"public_title", "public_summary", "balance"})


class Keeper:
    """Takes whatever is withheld, and ends as `Fingerprints`."""

    def __init__(self) -> None:
        self._kept = Fingerprints()

    def keep(self, thing: object, place: Place) -> None:
        """Take a thing that is withheld: a form, a block, a minute, a sealed text."""
        for text in _sealed_in(thing):
            self._kept.add(words_of(text.reveal()), place)

    def fingerprints(self) -> Fingerprints:
        """Give what was kept, as fingerprints."""
        return self._kept


def _sealed_in(thing: object) -> Iterator[Sealed]:
    if isinstance(thing, Sealed):
        yield thing
    elif isinstance(thing, BaseModel):
        for name in type(thing).model_fields:
            if name not in _SHOWN_IN_NOTICES:
                yield from _sealed_in(getattr(thing, name))
    elif dataclasses.is_dataclass(thing):
        for field in dataclasses.fields(thing):
            yield from _sealed_in(getattr(thing, field.name))
    elif isinstance(thing, list | tuple):
        yield from _each(thing)


def _each(things: Iterable[Any]) -> Iterator[Sealed]:
    for thing in things:
        yield from _sealed_in(thing)
