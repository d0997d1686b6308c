"""Says which addresses lead to what was withdrawn. Who refers to it need not be mended first: a withdrawal cannot wait."""

from __future__ import annotations

from collections.abc import Iterator

from public_record.checks.standing import address_of_paper
from public_record.model import ids
from public_record.model.private import MeetingFolder, PrivateRecord
from public_record.model.vocabulary import Access


def withdrawn_pages(record: PrivateRecord) -> frozenset[str]:
    """List the addresses of the pages on which something stood that was withdrawn."""
    agreements = (one.form.version for one in record.agreements if one.form.access is Access.WITHDRAWN)
    return frozenset(
        [
            *(address for meeting in record.meetings for address in withdrawn_in(meeting)),
            *map(ids.agreement_address, agreements),
        ]
    )


def withdrawn_in(meeting: MeetingFolder) -> Iterator[str]:
    """Yield those of one meeting; with its agenda the pages of its items go."""
    own = ids.meeting_address(meeting.body, meeting.date)
    if meeting.agenda and meeting.agenda.form.access is Access.WITHDRAWN:
        yield own
        yield from (ids.item_address(own, line.key) for line in meeting.agenda_items())
    if any(notes.form.access is Access.WITHDRAWN for notes in meeting.notes):
        yield ids.notes_address(own)
    for document in meeting.paper_documents():
        if document.form.access is Access.WITHDRAWN:
            yield address_of_paper(document.form, own)
