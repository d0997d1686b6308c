"""Resolves what the texts of the record mention, in one pass: what is certain becomes a link, the rest is left alone.

Only ids of the register are targets, and the register holds what is public. So no link tells of anything withheld.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, TypeAlias

from public_record.links.belonging import tie
from public_record.links.legislation import Legislation
from public_record.links.markup import Shut
from public_record.links.mentions import GENERAL_NAMES, Mention, mentions
from public_record.links.places import Home, Text, texts, things, written_in
from public_record.links.register import Directory, Question, Register
from public_record.links.targets import Names, Reason, Targets, Uncertain
from public_record.model.each import ANEW, Each
from public_record.model.record import Agreement, Body, Meeting, Record


@dataclass(frozen=True, slots=True)
class Span:
    """Words of a text that lead somewhere."""

    start: int
    end: int
    target: str
    """An id of the register, or the address of a law."""


@dataclass(frozen=True, slots=True)
class Left:
    """Words of a text that may lead somewhere, and were left alone."""

    start: int
    reason: Reason


@dataclass(frozen=True, slots=True)
class Citation:
    """Who names what. Both are ids of the register."""

    source: str
    target: str


Key: TypeAlias = tuple[str, str]
"""A text: `places.Text.key`, and its words."""


@dataclass(frozen=True, slots=True)
class References:
    """What the texts of the record refer to."""

    spans: Mapping[Key, tuple[Span, ...]] = field(default_factory=dict)
    left: Mapping[Key, tuple[Left, ...]] = field(default_factory=dict)
    """What was left alone, by the page on which it stands, so that it can be found in its file."""
    citations: Mapping[str, tuple[Citation, ...]] = field(default_factory=dict)
    """By the minute, paper, item, appendix, meeting or version that is named, or of which a part is: by whom."""


def resolve(record: Record, register: Register, laws: Legislation, each: Each = ANEW) -> References:
    """Find what every text refers to. Costs one pass over the texts; most hold no word that could begin a mention."""
    given = [(thing, record.bodies, laws) for thing in things(record)]
    parts = each.asking(_resolved, register.answer, given)
    spans: dict[Key, tuple[Span, ...]] = {}
    left: dict[Key, tuple[Left, ...]] = {}
    citations: dict[str, list[Citation]] = defaultdict(list)
    for part in parts:
        spans |= part.spans
        left |= part.left
        for target, found in part.citations.items():
            citations[target] += found
    return References(spans, left, {target: tuple(dict.fromkeys(found)) for target, found in citations.items()})


def _resolved(
    ask: Callable[[Question], Any], thing: Meeting | Agreement, bodies: tuple[Body, ...], laws: Legislation
) -> _Resolving:
    """Find what the texts of one part of the record refer to: it follows from them, and from what the register answers."""
    resolving = _Resolving(Directory(ask), _names(bodies), laws)
    for home, found in texts(thing):
        for text in found:
            resolving.text(home, text)
    return resolving


def _names(bodies: Iterable[Body]) -> Names:
    """List the names by which bodies are called, each with its body; a general word stands for the body at hand."""
    names: dict[str, str | None] = dict.fromkeys(GENERAL_NAMES)
    for body in bodies:
        names |= dict.fromkeys((body.name, body.short, f"{body.name} ({body.short})"), body.id)
    return {name.removeprefix("The "): body for name, body in names.items()}


@dataclass(slots=True)
class _Resolving:
    """The pass over the texts of one part of the record."""

    register: Directory
    names: Names
    laws: Legislation
    spans: dict[Key, tuple[Span, ...]] = field(default_factory=dict)
    left: dict[Key, tuple[Left, ...]] = field(default_factory=dict)
    citations: dict[str, list[Citation]] = field(default_factory=lambda: defaultdict(list))
    _called: tuple[str, ...] = field(init=False)

    def __post_init__(self) -> None:
        self._called = tuple(self.names)

    def text(self, home: Home, text: Text) -> None:
        """Resolve what one text mentions, and look at the links that somebody wrote in it."""
        for _, target in written_in(text.words):
            self._cite(home, target)
        if text.key and (found := mentions(text.words, self._called)):
            tie(text.words, found)
            self._resolve(home, text, found)

    def _resolve(self, home: Home, text: Text, found: Sequence[Mention]) -> None:
        targets, shut = Targets(self.register, self.names, self.laws, home, text.words), Shut(text.words)
        spans, left = [], []
        for mention in found:
            if (mention.start, mention.end) in shut:
                continue
            try:
                target = targets.of(mention)
            except Uncertain as uncertain:
                left.append(Left(mention.start, uncertain.reason))
                continue
            if target and target.id not in {home.id, text.own} and (target.start, mention.end) not in shut:
                spans.append(Span(target.start, mention.end, target.id))
                self._cite(home, target.id)
        if spans:
            self.spans[text.key, text.words] = tuple(spans)
        if left:
            self.left[home.page, text.words] = tuple(left)

    def _cite(self, home: Home, target: str) -> None:
        """Note who is named by whom; nothing is cited by a part of itself."""
        whole, source = self.register.whole_of(target), self.register.whole_of(home.id)
        if whole and source and whole != source:
            self.citations[whole].append(Citation(source, target))
