"""Collects what the gate kept back, as fingerprints for the second line (`verify`). The text itself is not kept."""

from __future__ import annotations

import dataclasses
import re
from collections.abc import Iterable, Iterator

from pydantic import BaseModel

from public_record.model.findings import Place
from public_record.model.fingerprints import RUN, Fingerprints, words_of
from public_record.model.private import SealedBlock, SealedDefinition, SealedOutcome, SealedPassage, SealedTable
from public_record.model.record import Block, Heading, Record
from public_record.model.text import Sealed

_SHOWN_IN_NOTICES = frozenset({"public_title", "public_summary", "balance", "withdrawn"})

# Offices and places: the same on many documents, and no text by which a withheld one could be told.
_ON_MANY_DOCUMENTS = frozenset({"role", "to", "contact", "classification", "venue", "publisher", "licence"})

# A measure has the same columns wherever it stands, and a work on the web one address: neither tells of what is withheld.
_HEAD_ROW = re.compile(r"\A[^\n]*\n[^\n]*-{3}[^\n]*\n?")
_ADDRESS = re.compile(r"https?://[^\s)>\]]+")

_TEXTS = frozenset({"body", "opening", "introduction"})


class Keeper:
    """Takes whatever is withheld, and ends as `Fingerprints`."""

    def __init__(self) -> None:
        self._kept = Fingerprints()
        self._short: list[tuple[tuple[str, ...], Place]] = []
        self.files: dict[str, Place] = {}
        """Where something was kept back, the first place in each file."""
        self._spared: list[list[str]] = []

    def keep(self, thing: object, place: Place) -> None:
        """Take a thing that is withheld: a form, a block, a minute, a sealed text."""
        self.files.setdefault(place.path, place)
        for text in _sealed_in(thing):
            words = words_of(_ADDRESS.sub(" ", text))
            if len(words) >= RUN:
                self._kept.add(words, place)
            else:
                self._short.append((tuple(words), place))

    def spare(self, form: BaseModel, blocks: Iterable[SealedBlock]) -> None:
        """Take a document that is public as a whole: its words are no sign of another that repeats them.

        The next version of an agreement is a draft of which most stands in the one before. Passages that are withheld, and
        definitions that nothing public may use, are not spared: they are looked for as ever.
        """
        public = [block for block in blocks if not isinstance(block, SealedPassage | SealedDefinition)]
        self._spared.extend(words_of(text) for thing in (form, public) for text in _sealed_in(thing))

    def fingerprints(self, record: Record) -> Fingerprints:
        """Give what was kept, as fingerprints.

        A name or a title that the public record gives by itself elsewhere is no sign of what is withheld.
        """
        public = {tuple(words_of(field)) for field in _fields(record)} if self._short else set()
        for words, place in self._short:
            if words not in public:
                self._kept.add(words, place)
        return self._kept.without(self._spared) if self._spared else self._kept


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
