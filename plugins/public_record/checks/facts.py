"""What meetings are compared by: days, numbers, addresses and places. No text is among it, for it passes between processes."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple, TypeAlias

from public_record.model.findings import Place
from public_record.model.private import KeyPath


class Spot(NamedTuple):
    """A key in the front matter of a document. On which line it stands is looked up where a finding needs it."""

    path: str
    keys: KeyPath


Where: TypeAlias = Place | Spot
_Day: TypeAlias = date
_Days: TypeAlias = frozenset[date]


@dataclass(frozen=True, slots=True)
class Announced:
    """A next meeting that an item announces."""

    date: date
    where: Spot
    public: bool


@dataclass(frozen=True, slots=True)
class Asked:
    """A request of a minute."""

    address: str
    minute: int | None
    number: int
    """Its place among the requests of its minute."""
    place: Place
    by: date | None
    at_next_meeting: bool
    subjects: frozenset[str]
    looked_for: bool
    """Whether somebody has looked for an answer and found none."""
    public: bool
    """Whether its minute is public."""
    shown: bool
    """Whether it is: a withheld minute can declare its outcome open."""


class Answers(NamedTuple):
    """What something says that it answers, by address."""

    where: Spot
    request: str
    shown: bool
    """Whether it says so in public."""


@dataclass(frozen=True, slots=True)
class Corrected:
    """A minute, or a paragraph of it, that a later meeting corrects."""

    where: Spot
    date: date | None
    """Of the meeting whose notes are corrected, where the agenda says it."""
    minute: int
    paragraph: str | None


@dataclass(frozen=True, slots=True)
class Reported:
    """An item from which a version of the agreement says that it took something."""

    where: Spot
    body: str
    date: date
    item: str


@dataclass(frozen=True, slots=True)
class MeetingFacts:
    """What other meetings have to know of one."""

    place: Place
    """Of its folder."""
    decided: bool
    """Whether it was read without a slip that leaves open what is public of it."""
    body: str
    date: date
    items: frozenset[str] | None
    """How its items are named; None where no agenda is held."""
    has_agenda: bool
    """Whether its agenda is published, or something stands in its place."""
    shown: bool
    """Whether anything of it is published."""
    takes_place: bool
    """Whether its public agenda calls it, and does not call it off."""
    announced: tuple[Announced, ...]
    puts_up: _Days
    """Of which meetings its public items put notes up for adoption."""
    notes: Spot | None
    """Its public notes, at their date."""
    asked: tuple[Asked, ...]
    answers: tuple[Answers, ...]
    """What its documents say that they answer, by address."""
    answerable: frozenset[str]
    """The addresses of its public requests and actions."""
    on_subjects: tuple[tuple[str, frozenset[str]], ...]
    """Its public items that are on a subject."""
    withdrawn: frozenset[str]
    """The addresses of its pages on which something stood that was withdrawn."""
    corrects: tuple[Corrected, ...]
    correctable: Mapping[int, frozenset[str]]
    """The paragraphs of its public minutes, by the number of the minute."""

    @property
    def of(self) -> tuple[str, _Day]:
        """By which others know it."""
        return self.body, self.date

    @property
    def name(self) -> str:
        """Name it as its folder is called."""
        return name_of(self.body, self.date)


def name_of(body: str, day: date) -> str:
    """Name a meeting as its folder is called, or would be."""
    return f"{day.isoformat()}-{body}"


Fact: TypeAlias = MeetingFacts | Reported
