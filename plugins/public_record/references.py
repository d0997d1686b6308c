"""Looks at the references of the record from both sides: the public one says what leads where, the private one in which file.

What was left alone is shown on request only: it takes releasing the record, which `check` does without.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date

from public_record.checks.standing import holds, standing
from public_record.checks.withdrawn import withdrawn_pages
from public_record.gate.release import release
from public_record.links.legislation import Legislation
from public_record.links.places import RECORD_SCHEME, written_links
from public_record.links.references import resolve
from public_record.links.register import Register
from public_record.model.each import ANEW, Each
from public_record.model.findings import Finding, Place, Severity
from public_record.model.private import PrivateRecord
from public_record.model.record import Record
from public_record.model.rules import Rule
from public_record.model.settings import Settings

_UNKNOWN = "a link to the record leads to nothing that is published."
_TO_KNOWN = "Take the id from the address of the place, as in `[words](record:kcsp/2016-03-16/b2/#paragraph-2-2)`."
_WRITE = (
    "Say it in full (of which meeting, of which paper), link it by its id as in `[words](record:…)`, "
    "or leave it as it is: `[words](record:)` says that it leads nowhere."
)


def examine_references(record: PrivateRecord, settings: Settings, today: date, *, left_alone: bool) -> list[Finding]:
    """Find links to what is not published; on request also the mentions that were left alone."""
    if not (left_alone or holds(record, RECORD_SCHEME)):
        return []
    public = release(record, settings, today).record
    found = list(unknown_targets(record, public))
    return [*found, *_left_alone(record, public, settings)] if left_alone else found


def unknown_targets(record: PrivateRecord, public: Record, each: Each = ANEW) -> Iterator[Finding]:
    """Find links that a clerk wrote to an id that the public record does not have. Into what was withdrawn they may lead."""
    links = written_links(public, each)
    entries = Register.of(public, each).entries if links else {}
    withdrawn = withdrawn_pages(record) if links else frozenset()
    unknown = {
        (link.page, link.words, link.start): _UNKNOWN
        for link in links
        if link.target not in {"", *entries} and link.target.partition("#")[0] not in withdrawn
    }
    return _findings(record, unknown, Rule.RECORD_LINK, _TO_KNOWN, Severity.ERROR)


def _left_alone(record: PrivateRecord, public: Record, settings: Settings) -> Iterator[Finding]:
    """Find what may be a reference, and is not certain."""
    references = resolve(public, Register.of(public), Legislation.of(settings.legislation))
    reasons = {
        (page, words, left.start): f"what may be a reference is not linked: {left.reason}."
        for (page, words), several in references.left.items()
        for left in several
    }
    return _findings(record, reasons, Rule.REFERENCE, _WRITE, Severity.WARNING)


def _findings(
    record: PrivateRecord, messages: Mapping[tuple[str, str, int], str], rule: Rule, cure: str, severity: Severity
) -> Iterator[Finding]:
    """Put each message at its line."""
    places = standing(record, {(page, words) for page, words, _ in messages})
    for (page, words, start), message in messages.items():
        yield Finding(_line(places.get((page, words), Place("content")), words, start), rule, message, cure, severity)


def _line(place: Place, words: str, start: int) -> Place:
    return Place(place.path, place.line + words.count("\n", 0, start)) if place.column == 1 else place
