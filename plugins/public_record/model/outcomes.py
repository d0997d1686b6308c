"""What a resolution does, read from its words."""

from __future__ import annotations

import re

from public_record.model.vocabulary import OutcomeKind

_VERBS = {
    OutcomeKind.NOTED: r"note[sd]?",
    OutcomeKind.AGREED: r"agree[sd]?|accept(?:s|ed)?|accurate record|true record",
    OutcomeKind.APPROVED: r"approve[sd]?",
    OutcomeKind.ENDORSED: r"endorse[sd]?",
    OutcomeKind.SUPPORTED: r"support(?:s|ed)?",
    OutcomeKind.REQUESTED: r"requests?|requested|asked? for|report back",
    OutcomeKind.THANKED: r"thank(?:s|ed)?",
    OutcomeKind.DEFERRED: r"defer(?:s|red)?",
}
_PATTERNS = {kind: re.compile(rf"\b(?:{verb})\b", re.IGNORECASE) for kind, verb in _VERBS.items()}


def kinds_of(text: str) -> tuple[OutcomeKind, ...]:
    """List what a resolution does, in the order in which its words say so.

    >>> kinds_of("RESOLVED that the report be noted and the speaker thanked.")
    (<OutcomeKind.NOTED: 'noted'>, <OutcomeKind.THANKED: 'thanked'>)
    """
    places = {kind: match.start() for kind, pattern in _PATTERNS.items() if (match := pattern.search(text))}
    return tuple(sorted(places, key=lambda kind: places[kind]))
