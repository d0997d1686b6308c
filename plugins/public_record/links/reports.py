"""From what is known of the agreement to the paper that says it."""

from __future__ import annotations

from public_record.links.links import Links
from public_record.model.agreement import Reported


def address_of(links: Links, source: Reported) -> str | None:
    """Find the page of the paper, or of its appendix; None where the record does not hold the item."""
    meeting = links.meetings.get((source.body, source.date))
    item = next((item for item in meeting.items if item.key == source.item), None) if meeting else None
    if item is None:
        return None
    appendices = (appendix for paper in item.papers for appendix in paper.appendices)
    return next((one.id for one in appendices if one.mark.lower() == (source.appendix or "").lower()), item.id)
