"""Reads what is published, in one go, for what can be wrong in words: weekdays, citations, numbers of persons."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

from public_record.checks import citations, contacts, weekdays
from public_record.checks.context import Context
from public_record.checks.texts import Reader, texts
from public_record.model.findings import Finding

_READERS: tuple[tuple[Callable[[str], Any], Reader], ...] = (
    (weekdays.may_stand_in, weekdays.are_right),
    (citations.may_stand_in, citations.are_right),
    (contacts.may_stand_in, contacts.are_of_offices),
)
"""Each with a quick look at a whole text, which spares most texts the slow one."""


def is_right(context: Context) -> Iterator[Finding]:
    """Dates fall on the weekday printed, the law is cited rightly, and nobody's own number stands there."""
    for text in texts(context):
        whole = text.whole()
        for may_stand_in, reader in _READERS:
            if may_stand_in(whole):
                for piece in text.pieces():
                    yield from reader(piece)
