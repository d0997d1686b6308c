"""Finds the minute by which a meeting excluded the press and public.

Exclusion is by resolution of the meeting (Local Government Act 1972, section 100A(4)), so a reader of a notice is owed the
place where it was resolved. Older notes say it in a plain sentence.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from public_record.model.record import Meeting, Minute, Paragraph, Resolution

_EXCLUDES = re.compile(r"\bpublic\b[^.]{0,40}\bexcluded\b|\bexclu(?:de|sion of) the (?:press and )?public\b", re.IGNORECASE)


def excluding_minute(meeting: Meeting) -> Minute | None:
    """Find the first minute of a meeting that says that the public was excluded."""
    minutes = meeting.notes.minutes if meeting.notes else ()
    return next((minute for minute in minutes if any(map(_EXCLUDES.search, _words(minute)))), None)


def _words(minute: Minute) -> Iterator[str]:
    """Yield what a minute says, limbs included."""
    for block in minute.body:
        if isinstance(block, Paragraph | Resolution):
            yield block.text.markdown
            yield from (limb.text.markdown for limb in block.limbs)
