"""How a part of a document is marked that is not to be public: parts are not withdrawn, their notices stand in their place."""

from __future__ import annotations

from public_record.clerk.addresses import Found

_GROUND = "exemption: {ground}"
_EXAMPLE = "{basis: schedule-12a, paragraphs: [1], balance: …, review: 2027-01-31}"

_HOW = {
    "item": (
        "This is an item of an agenda; only a whole document is withdrawn. Mark the item, at {place}:\n"
        "    access: restricted\n    public_title: …\n    " + _GROUND + "\n"
        "and take `access: public` and `open` away from it and from what stands in it. A notice takes its place."
    ),
    "attachment": (
        "This is an attachment; only a whole document is withdrawn. Mark the attachment, at {place}:\n"
        "    access: restricted\n    public_title: …\n    " + _GROUND + "\n"
        "A notice takes its place."
    ),
    "minute": (
        "This is a minute; only a whole document is withdrawn. It stands at {place}; under `minutes` in the front matter\n"
        "write:\n"
        "    - number: {number}\n      access: restricted\n      public_title: …\n      " + _GROUND + "\n"
        "A notice takes its place; its number stays."
    ),
    "passage": (
        "This is a passage; only a whole document is withdrawn. Put it, at {place}, between two lines of their own:\n"
        "    ::: restricted paragraph 1\n    ::: balance: …\n    ::: review: 2027-01-31\n\n    :::\n"
        "with the paragraph of Schedule 12A that applies. A notice takes its place."
    ),
}


def how_to_mark(found: Found) -> str:
    """Say how a part is marked, and where."""
    place = found.place or found.document.place()
    return _HOW[found.part or "passage"].format(place=place, number=found.number, ground=_EXAMPLE)
