"""Checks of papers and appendices: each belongs to an item, and has an address of its own."""

from __future__ import annotations

from collections.abc import Iterator

from public_record.checks.context import Context, error
from public_record.model.findings import Finding
from public_record.model.private import MeetingFolder
from public_record.model.rules import Rule


def belong_to_an_item(context: Context) -> Iterator[Finding]:
    """A paper names an item of the agenda, an appendix a paper."""
    for meeting in context.record.meetings:
        yield from _items_of(meeting)
        papers = {(paper.form.item, paper.form.paper) for paper in meeting.papers}
        for appendix in meeting.appendices:
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
        if meeting.agenda is None and item is not None:
            yield error(
                document.place("item"),
                Rule.UNKNOWN_ITEM,
                "an item is named, and this meeting has no agenda that could be read.",
                "Add or mend the agenda, or leave `item` out.",
            )
        elif meeting.agenda is not None and item is None:
            yield error(
                document.place("kind"),
                Rule.UNKNOWN_ITEM,
                "this document does not say to which item it belongs.",
                "Add `item`.",
            )
        elif meeting.agenda is not None and item not in items:
            known = ", ".join(line.key for line in meeting.agenda_items())
            yield error(document.place("item"), Rule.UNKNOWN_ITEM, "the agenda has no such item.", f"The agenda has: {known}.")


def have_numbers_of_their_own(context: Context) -> Iterator[Finding]:
    """No two papers of an item, and no two appendices of a paper, share a number; a replaced paper exists."""
    for meeting in context.record.meetings:
        papers: set[tuple[str | None, int]] = set()
        for paper in meeting.papers:
            key = (paper.form.item, paper.form.paper)
            if key in papers:
                yield error(
                    paper.place("item"),
                    Rule.SECOND_DOCUMENT,
                    "this item has a paper of this number already.",
                    "Add `paper: 2`, or the next number.",
                )
            papers.add(key)
        for paper in meeting.papers:
            if paper.form.replaces is not None and (paper.form.item, paper.form.replaces) not in papers:
                yield error(
                    paper.place("replaces"),
                    Rule.UNKNOWN_ITEM,
                    "the item has no paper of the number replaced.",
                    "Correct `replaces`.",
                )
        seen: set[tuple[str | None, int, str, int]] = set()
        for appendix in meeting.appendices:
            form = appendix.form
            mark = (form.item, form.paper, form.appendix.lower(), form.occurrence)
            if mark in seen:
                yield error(
                    appendix.place("appendix"),
                    Rule.SECOND_DOCUMENT,
                    "this paper has an appendix of this name already.",
                    "If both were printed so, add `occurrence: 2` to the second.",
                )
            seen.add(mark)
