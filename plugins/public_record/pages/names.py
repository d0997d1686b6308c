"""How a place of the record is named in a sentence."""

from __future__ import annotations

from public_record.links.requests import Answered, Source
from public_record.model.record import Appendix, Item, Minute, Paper
from public_record.pages.written import long_date


def source_name(source: Source) -> str:
    """Name where something was asked for: `minute 117 of 16 March 2016`."""
    return _named(source.document, source.item, long_date(source.meeting.date))


def answer_name(answer: Answered) -> str:
    """Name what answers a request: `item B1 of 13 October 2016, paragraph 3.0`."""
    name = _named(answer.document, answer.item, long_date(answer.meeting.date))
    if answer.at is None:
        return name
    return f"{name}, {'section' if '#section-' in answer.address else 'paragraph'} {answer.at}"


def corrected_name(address: str) -> str:
    """Name what a correction corrects: `minute 117, paragraph 2`.

    >>> corrected_name("kcsp/2016-03-16/notes/#minute-117-2")
    'minute 117, paragraph 2'
    """
    minute, _, paragraph = address.rpartition("#minute-")[2].partition("-")
    return f"minute {minute}, paragraph {paragraph}" if paragraph else f"minute {minute}"


def _named(document: Item | Minute | Paper | Appendix, item: Item | None, day: str) -> str:
    match document:
        case Minute():
            return f"minute {document.number} of {day}"
        case Item():
            return f"{_item_name(document)} of {day}"
        case Paper():
            return f"the paper of {_item_name(item)} of {day}" if item else f"the paper “{document.title}” of {day}"
        case Appendix():
            return f"appendix {document.mark} to {_item_name(item)} of {day}" if item else f"appendix {document.mark} of {day}"


def _item_name(item: Item) -> str:
    return f"item {item.ref}" if item.ref else f"the item “{item.title}”"
