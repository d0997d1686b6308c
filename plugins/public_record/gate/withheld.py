"""Collects what the gate kept back, as fingerprints for the second line (`verify`). The text itself is not kept."""

from __future__ import annotations

import dataclasses
import re
from collections.abc import Collection, Iterator, Sequence
from typing import TypeAlias

from pydantic import BaseModel

from public_record.model.findings import Place
from public_record.model.fingerprints import RUN, Fingerprints, words_of
from public_record.model.private import SealedDefinition, SealedOutcome, SealedPassage, SealedTable
from public_record.model.record import Block, Heading, Record
from public_record.model.text import Sealed
from public_record.model.vocabulary import Access

_SHOWN_IN_NOTICES = frozenset({"public_title", "public_summary", "balance", "withdrawn"})

# Offices and places: the same on many documents, and no text by which a withheld one could be told.
_ON_MANY_DOCUMENTS = frozenset({"role", "to", "contact", "classification", "venue", "publisher", "licence"})

# A measure has the same columns wherever it stands, and a work on the web one address: neither tells of what is withheld.
_HEAD_ROW = re.compile(r"\A[^\n]*\n[^\n]*-{3}[^\n]*\n?")
_ADDRESS = re.compile(r"https?://[^\s)>\]]+")

# As the gate decides: whoever wrote one of these meant a restriction, with or without its mark.
_MEANS_A_RESTRICTION = ("exemption", "public_title", "public_summary", "public_answers", "public_subjects")

_TEXTS = frozenset({"body", "opening", "introduction"})


_Kept: TypeAlias = tuple[tuple[str, ...], Place]
"""Words that are withheld, and where they come from."""


class Keeper:
    """Takes whatever is withheld, and ends as `Fingerprints`."""

    def __init__(self) -> None:
        self._kept = Fingerprints()
        self._short: list[_Kept] = []
        self._waiting: list[_Kept] = []
        """Of drafts, and of what waits for its day."""
        self._shown: list[tuple[Block, str]] = []
        """What texts say in public, with the file that says it."""
        self.files: dict[str, Place] = {}
        """Where something was kept back, the first place in each file."""

    def keep(self, thing: object, place: Place, *, waits: bool = False) -> None:
        """Take a thing that is withheld: a form, a block, a minute, a sealed text.

        What only waits to be published may say what is public already. What is restricted may not be repeated by anybody.
        """
        self.files.setdefault(place.path, place)
        for text in _sealed_in(thing):
            words = _words(text)
            if waits:
                self._waiting.append((words, place))
            elif len(words) >= RUN:
                self._kept.add(words, place)
            else:
                self._short.append((words, place))

    def show(self, block: Block, path: str) -> None:
        """Take note of what the text of a file says in public."""
        self._shown.append((block, path))

    def fingerprints(self, record: Record) -> Fingerprints:
        """Give what was kept, as fingerprints.

        A name or a title that the public record gives by itself elsewhere is no sign of what is withheld.
        """
        public = {tuple(words_of(field)) for field in _fields(record)} if self._short or self._waiting else set()
        for words, place in (*self._short, *self._not_yet_public(public)):
            if words not in public:
                self._kept.add(words, place)
        return self._kept

    def _not_yet_public(self, public: Collection[tuple[str, ...]]) -> Iterator[_Kept]:
        """Yield, run by run, what drafts say and no public text says on its own account.

        What the file of a draft is found to say in public is no such text: that would be the leak.
        """
        waiting = [(words, place) for words, place in self._waiting if words not in public]
        if not waiting:
            return
        drafts, sought = {place.path for _, place in self._waiting}, Fingerprints()
        for words, place in waiting:
            sought.add(words, place)
        texts = (text for block, path in self._shown if path not in drafts for text in _fields(block))
        left = sought.without(map(_words, texts))
        for words, place in waiting:
            yield from ((run, place) for run in _runs(words) if any(left.find(run)))


def restricts(thing: object) -> bool:
    """Say whether anything in a thing is restricted, or may be: a footnote that only a passage uses is withheld with it."""
    if isinstance(thing, SealedPassage | SealedDefinition):
        return True
    if isinstance(thing, list | tuple):
        return any(map(restricts, thing))
    if isinstance(thing, BaseModel):
        parts = {name: getattr(thing, name) for name in type(thing).model_fields}
        hinted = any(parts.get(name) for name in _MEANS_A_RESTRICTION)
        return hinted or parts.get("access") is Access.RESTRICTED or restricts([*parts.values()])
    return dataclasses.is_dataclass(thing) and restricts([getattr(thing, field.name) for field in dataclasses.fields(thing)])


def _words(text: str) -> tuple[str, ...]:
    return tuple(words_of(_ADDRESS.sub(" ", text)))


def _runs(words: Sequence[str]) -> Iterator[tuple[str, ...]]:
    """Yield the runs of words by which a text is told."""
    return (tuple(words[start : start + RUN]) for start in range(max(len(words) - RUN, 0) + 1))


def _sealed_in(thing: object) -> Iterator[str]:
    if isinstance(thing, Sealed):
        yield thing.reveal()
    elif isinstance(thing, SealedOutcome) and len(words_of(thing.text.reveal())) < RUN:
        # "RESOLVED that the report be noted" stands in every set of notes.
        yield from _sealed_in(thing.limbs)
    elif isinstance(thing, SealedTable):
        yield from _sealed_in(thing.caption)
        yield _HEAD_ROW.sub("", thing.text.reveal())
    elif isinstance(thing, BaseModel):
        for name in type(thing).model_fields.keys() - _SHOWN_IN_NOTICES - _ON_MANY_DOCUMENTS:
            yield from _sealed_in(getattr(thing, name))
    elif dataclasses.is_dataclass(thing):
        for field in dataclasses.fields(thing):
            yield from _sealed_in(getattr(thing, field.name))
    elif isinstance(thing, list | tuple):
        for part in thing:
            yield from _sealed_in(part)


def _fields(thing: object) -> Iterator[str]:
    """Yield what the public record says in fields of their own: names, titles, reasons; of the texts, their headings alone."""
    if isinstance(thing, str):
        yield thing
    elif isinstance(thing, tuple):
        for part in thing:
            yield from _fields(part)
    elif dataclasses.is_dataclass(thing):
        for field in dataclasses.fields(thing):
            if field.name in _TEXTS:
                yield from _headings(getattr(thing, field.name))
            else:
                yield from _fields(getattr(thing, field.name))


def _headings(blocks: tuple[Block, ...]) -> Iterator[str]:
    """Yield headings: one that many reports have is no sign of the one that is withheld."""
    yield from (block.title.markdown for block in blocks if isinstance(block, Heading))
