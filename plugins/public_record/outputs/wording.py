"""Words of the record for readers who follow no links: of a spreadsheet, or of another program's screen."""

from __future__ import annotations

import re

from public_record.links.places import RECORD_SCHEME

_TO_RECORD = re.compile(rf"\[([^\[\]]*)\]\({RECORD_SCHEME}[^\s()]*\)")


def unlinked(markdown: str) -> str:
    """Take the links to ids out of a text; their words stay."""
    return _TO_RECORD.sub(r"\1", markdown) if RECORD_SCHEME in markdown else markdown
