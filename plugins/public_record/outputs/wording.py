"""Words of the record for readers who follow no links: of a spreadsheet, or of another program's screen."""

from __future__ import annotations

from public_record.links.places import BY_ID, RECORD_SCHEME


def unlinked(markdown: str) -> str:
    """Take the links to ids out of a text; their words stay."""
    return BY_ID.sub(r"\g<words>", markdown) if RECORD_SCHEME in markdown else markdown
