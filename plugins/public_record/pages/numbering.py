"""Says in sentences where numbers do not run on."""

from __future__ import annotations

from collections.abc import Iterator

from public_record.links.numbering import Missing, Restart, out_of_step
from public_record.model.record import Meeting
from public_record.pages.library import Library
from public_record.pages.written import long_date


def about_minutes(library: Library, meeting: Meeting) -> Iterator[str]:
    """Yield what a reader of notes should know of the numbers of the minutes."""
    match library.links.breaks.get(meeting.id):
        case Missing() as missing:
            yield _missing(missing)
        case Restart(earlier, last):
            yield f"The numbers of the minutes begin again here: the notes of {long_date(earlier.date)} end with minute {last}."
        case None:
            pass
    for one, other in out_of_step(meeting):
        yield f"Minute {one} is followed by minute {other} in these notes."


def _missing(missing: Missing) -> str:
    one = missing.first == missing.last
    minutes = f"Minute {missing.first} belongs" if one else f"Minutes {missing.first} to {missing.last} belong"
    if not missing.closed:
        return f"{minutes} to notes that this record does not hold."
    days = ", ".join(long_date(meeting.date) for meeting in missing.closed)
    return f"{minutes} to notes that are not published here; in between stand those of {days}."


def about_references(missing: tuple[str, ...]) -> str:
    """Say that an agenda passes over references."""
    first, last = missing[0], missing[-1]
    passed = f"no item {first}" if len(missing) == 1 else f"no items {first} to {last}"
    if len(missing) == 2:  # noqa: PLR2004 - a pair is named in full
        passed = f"no items {first} and {last}"
    return f"This agenda has {passed}: the references are as printed."
