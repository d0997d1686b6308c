"""Collects what the gate keeps back, part by part; `gate.sought` makes of it what the second line (`verify`) looks for."""

from __future__ import annotations

import dataclasses
import re
from collections.abc import Iterator, Sequence
from typing import TypeAlias

from pydantic import BaseModel

from public_record.model.findings import Place
from public_record.model.fingerprints import RUN, Fingerprints, words_of
from public_record.model.private import SealedDefinition, SealedOutcome, SealedPassage, SealedTable
from public_record.model.record import Block
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

# What stands in every set of notes: a short outcome that says nothing else tells of no matter.
_FORMULA = frozenset(
    words_of(
        "a accept accepted accepts action actions agree agreed agrees also and approve approved approves as at be by committee "
        "content contents defer deferred endorse endorsed endorses for further in information is item it its meeting minutes "
        "next note noted notes of on out paper papers partnership plan position presentation progress proposal proposals "
        "proposed recommendation recommendations recommended report reports request requested requests resolved s select set "
        "support supported supports thank thanked thanks that the then this to update updates verbal was with"
    )
)

Kept: TypeAlias = tuple[tuple[str, ...], Place]
"""Words that are withheld, and where they come from."""


class Keeper:
    """Takes whatever is withheld of one part of the record."""

    def __init__(self) -> None:
        self.kept = Fingerprints()
        """Of texts that are long enough to be told by themselves."""
        self.attached = Fingerprints()
        """Of the attachments of papers that are restricted."""
        self.short: list[Kept] = []
        self.waiting: list[Kept] = []
        """Of drafts, and of what waits for its day."""
        self.shown: list[tuple[Block, str]] = []
        """What texts say in public, with the file that says it."""
        self.tied: list[tuple[str, Sealed, Place]] = []
        """Texts that are public if there is something public at the address to which they lead (`gate.ties`)."""
        self.files: dict[str, Place] = {}
        """Where something was kept back, the first place in each file."""

    def keep(self, thing: object, place: Place, *, waits: bool = False) -> None:
        """Take a thing that is withheld: a form, a block, a minute, a sealed text.

        What only waits to be published may say what is public already. What is restricted may not be repeated by anybody.
        """
        self.files.setdefault(place.path, place)
        for text in _sealed_in(thing):
            words = words_in(text)
            if waits:
                self.waiting.append((words, place))
            elif len(words) >= RUN:
                self.kept.add(words, place)
            else:
                self.short.append((words, place))

    def attach(self, words: Sequence[str], place: Place) -> None:
        """Take a text of an attachment that is withheld. Shorter ones are cells of tables, and names of ordinary things."""
        if len(words) >= RUN:
            self.attached.add(words, place)

    def tie(self, address: str, text: Sealed, place: Place) -> None:
        """Take note of a text that is withheld unless what it leads to is public."""
        self.tied.append((address, text, place))

    def show(self, block: Block, path: str) -> None:
        """Take note of what the text of a file says in public."""
        self.shown.append((block, path))


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


def words_in(text: str) -> tuple[str, ...]:
    """Part a text into words; an address on the web has none."""
    return tuple(words_of(_ADDRESS.sub(" ", text) if "://" in text else text))


def _sealed_in(thing: object) -> Iterator[str]:
    if isinstance(thing, Sealed):
        yield thing.reveal()
    elif isinstance(thing, SealedOutcome) and len(said := words_of(thing.text.reveal())) < RUN and _FORMULA.issuperset(said):
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
