"""What a resolution does, and how a vote went, read from their words."""

from __future__ import annotations

import re
from dataclasses import dataclass

from public_record.model.vocabulary import OutcomeKind

# The notes of a meeting are a thing, and whoever approves them has not noted anything.
_NOTE = r"(?<!\bthe )(?<!\ba )(?<!\bthat )(?<!\bits )(?<!\bthese )(?<!\bdraft )notes?"

_VERBS = {
    OutcomeKind.NOTED: rf"noted|{_NOTE}",
    OutcomeKind.AGREED: r"agree[sd]?|accept(?:s|ed)?|accurate record|true record",
    OutcomeKind.APPROVED: r"approve[sd]?",
    OutcomeKind.ENDORSED: r"endorse[sd]?",
    OutcomeKind.SUPPORTED: r"(?<!in )support(?:s|ed)?",
    OutcomeKind.REQUESTED: r"(?<!at the )requests?|requested|ask(?:ed)? for|report back",
    OutcomeKind.THANKED: r"thank(?:s|ed)?",
    OutcomeKind.DEFERRED: r"defer(?:s|red)?",
}
# Who decides not to approve has not approved.
_NOT = r"(?P<not>\bnot (?:to |be |been )?)?"
_PATTERNS = {kind: re.compile(rf"{_NOT}\b(?:{verb})\b", re.IGNORECASE) for kind, verb in _VERBS.items()}

# Most outcomes do one or two things. To look for a part of the word first costs a tenth of what the pattern does.
_WITHIN = {
    OutcomeKind.NOTED: ("note",),
    OutcomeKind.AGREED: ("agree", "accept", "record"),
    OutcomeKind.APPROVED: ("approve",),
    OutcomeKind.ENDORSED: ("endorse",),
    OutcomeKind.SUPPORTED: ("support",),
    OutcomeKind.REQUESTED: ("request", "ask", "report back"),
    OutcomeKind.THANKED: ("thank",),
    OutcomeKind.DEFERRED: ("defer",),
}

_SIDES = {"in_favour": r"for|in favour", "against": r"against", "abstained": r"abstain(?:ed|ing)?|abstentions?"}
_VOTERS = r"(?:(?:votes?|members?|voted|were) )*"
_COUNTED = {
    side: re.compile(
        rf"(?<![\d.,])\b(\d{{1,4}}) {_VOTERS}(?:{word})(?=\s*(?:[,;.)]|and\b|$))|\b(?:{word})\s*[:(]\s*(\d{{1,4}})(?![\d.]*\d)",
        re.IGNORECASE,
    )
    for side, word in _SIDES.items()
}


@dataclass(frozen=True, slots=True)
class Count:
    """The figures of a vote, as far as they are plainly stated."""

    in_favour: int | None = None
    against: int | None = None
    abstained: int | None = None


def kinds_of(text: str) -> tuple[OutcomeKind, ...]:
    """List what a resolution does, in the order in which its words say so.

    >>> kinds_of("RESOLVED that the report be noted and the speaker thanked.")
    (<OutcomeKind.NOTED: 'noted'>, <OutcomeKind.THANKED: 'thanked'>)
    """
    folded = text.casefold()
    likely = [kind for kind, words in _WITHIN.items() if any(word in folded for word in words)]
    places = {kind: place for kind in likely if (place := _first(_PATTERNS[kind], text)) is not None}
    return tuple(sorted(places, key=lambda kind: places[kind]))


def _first(pattern: re.Pattern[str], text: str) -> int | None:
    return next((match.start() for match in pattern.finditer(text) if not match["not"]), None)


def count_of(text: str) -> Count:
    """Read the figures of a vote. What is stated twice, in words or in another order is left to the reader.

    >>> count_of("7 for, 5 against; 1 abstained.")
    Count(in_favour=7, against=5, abstained=1)
    """
    return Count(**{side: _stated_once(pattern, text) for side, pattern in _COUNTED.items()})


def _stated_once(pattern: re.Pattern[str], text: str) -> int | None:
    found = [match[1] or match[2] for match in pattern.finditer(text)]
    return int(found[0]) if len(found) == 1 else None
