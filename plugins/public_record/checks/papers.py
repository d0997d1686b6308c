"""Checks of papers and appendices: each belongs to an item, and has an address of its own."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping

from public_record.checks.context import Context, error
from public_record.model.findings import Finding, Place
from public_record.model.forms import OfficerPaperForm
from public_record.model.private import MeetingFolder
from public_record.model.rules import Rule


def belong_to_an_item(context: Context) -> Iterator[Finding]:
    """A paper names an item of the agenda, an appendix a paper."""
    for meeting in context.record.meetings:
        yield from _items_of(meeting)
        papers = {(paper.form.item, paper.form.paper) for paper in meeting.papers}
        for appendix in meeting.appendices if meeting.whole else ():
            # Where a file could not be read, it may be the paper: its own finding is enough.
            if (appendix.form.item, appendix.form.paper) not in papers:
                yield error(
                    appendix.place("item"),
                    Rule.UNKNOWN_ITEM,
                    "the paper of this appendix is not in the folder.",
                    "Add the paper, or correct `item` and `paper`.",
                )


def _items_of(meeting: MeetingFolder) -> Iterator[Finding]:
    items = {line.key for line in meeting.agenda_items()}
    for document in meeting.paper_documents():
        item = document.form.item
        if meeting.agenda is None:
            if item is not None and meeting.whole:
                message = "an item is named, and this meeting has no agenda that could be read."
                yield _unknown(document.place("item"), message, "Add or mend the agenda, or leave `item` out.")
        elif item is None:
            yield _unknown(document.place("kind"), "this document does not say to which item it belongs.", "Add `item`.")
        elif item not in items:
            known = ", ".join(line.key for line in meeting.agenda_items())
            yield _unknown(document.place("item"), "the agenda has no such item.", f"The agenda has: {known}.")


def _unknown(place: Place, message: str, cure: str) -> Finding:
    return error(place, Rule.UNKNOWN_ITEM, message, cure)


def have_numbers_of_their_own(context: Context) -> Iterator[Finding]:
    """No two papers of an item, and no two appendices of a paper, share a number; a replaced paper exists."""
    for meeting in context.record.meetings:
        yield from _papers(meeting)
        yield from _appendices(meeting)


def _papers(meeting: MeetingFolder) -> Iterator[Finding]:
    numbers = Counter((paper.form.item, paper.form.paper) for paper in meeting.papers)
    seen: set[tuple[str | None, int]] = set()
    for paper in meeting.papers:
        form = paper.form
        if (form.item, form.paper) in seen:
            message = "this item has a paper of this number already."
            yield error(paper.place("paper"), Rule.SECOND_DOCUMENT, message, "Add `paper: 2`, or the next number.")
        seen.add((form.item, form.paper))
        if form.replaces is not None and (form.item, form.replaces) not in numbers:
            yield _unknown(paper.place("replaces"), "the item has no paper of the number replaced.", "Correct `replaces`.")


def replace_others_than_themselves(context: Context) -> Iterator[Finding]:
    """No paper is replaced by itself, be it by way of others: one of them is in force."""
    for meeting in context.record.meetings:
        replaced = {(paper.form.item, paper.form.paper): paper.form.replaces for paper in meeting.papers}
        for paper in meeting.papers:
            if paper.form.paper in _replaced_by(paper.form, replaced):
                yield error(
                    paper.place("replaces"),
                    Rule.REPLACES,
                    "this paper replaces itself, or one that replaces it.",
                    "Keep `replaces` on the newest of the papers alone, and name the one before it.",
                )


def _replaced_by(form: OfficerPaperForm, replaced: Mapping[tuple[str | None, int], int | None]) -> list[int]:
    """List the papers that one replaces, directly or through others; a circle is gone round once."""
    found: list[int] = []
    number = form.replaces
    while number is not None and number not in found:
        found.append(number)
        number = replaced.get((form.item, number))
    return found


def _appendices(meeting: MeetingFolder) -> Iterator[Finding]:
    seen: set[tuple[str | None, int, str, int]] = set()
    for appendix in meeting.appendices:
        form = appendix.form
        mark = (form.item, form.paper, form.appendix.lower(), form.occurrence)
        if mark in seen:
            message = "this paper has an appendix of this name already."
            cure = "If both were printed so, add `occurrence: 2` to the second."
            yield error(appendix.place("appendix"), Rule.SECOND_DOCUMENT, message, cure)
        seen.add(mark)
