"""Addresses and anchors. They come from body, date, reference and number, never from wording (law 3).

An address is relative to the site's root, ends in `/` and is an id at the same time: `kcsp/2016-03-16/b2/`. A place inside
a page adds `#` and an anchor.
"""

from __future__ import annotations

import re
from collections import Counter
from datetime import date

_NO_PART_OF_AN_ADDRESS = re.compile(r"[^a-z0-9]+")
FOREWORD = "foreword"
"""The part of an agreement that has this name instead of a number."""
_APPENDIX = re.compile(r"Appendix\s+([A-Z]|\d{1,2})\b", re.IGNORECASE)


def meeting_address(body: str, day: date) -> str:
    """Address of a meeting: `kcsp/2016-03-16/`."""
    return f"{body}/{day.isoformat()}/"


def item_address(meeting: str, key: str) -> str:
    """Address of an item of a meeting: `kcsp/2016-03-16/b2/`."""
    return f"{meeting}{slug(key)}/"


def item_anchor(key: str) -> str:
    """Anchor of an item on the page of its meeting: `item-b2`."""
    return f"item-{key.lower()}"


def paper_address(owner: str, number: int, *, of_item: bool) -> str:
    """Address of a paper: the first paper of an item is read on the item's own page."""
    return owner if of_item and number == 1 else f"{owner}paper-{number}/"


def appendix_address(paper: str, mark: str, occurrence: int) -> str:
    """Address of an appendix: `kcsp/2016-03-16/b2/appendix-a/`."""
    return f"{paper}appendix-{repeated(slug(mark), occurrence)}/"


def attachment_address(paper: str, number: int, suffix: str) -> str:
    """Address of an attachment, by its place in the list: `kcsp/2016-03-16/b2/attachment-1.pdf`."""
    return f"{paper}attachment-{number}{suffix}"


def notes_address(meeting: str) -> str:
    """Address of the notes of a meeting."""
    return f"{meeting}notes/"


def agreement_address(version: str) -> str:
    """Address of a version of the agreement."""
    return f"agreement/{version}/"


def priority_address(priority: str) -> str:
    """Address of a priority, which is the same through all versions."""
    return f"agreement/priorities/{priority}/"


def comparison_address(earlier: str, later: str) -> str:
    """Address of the page that tells two versions of the agreement apart."""
    return f"agreement/changes/{earlier}-to-{later}/"


def slug(reference: str) -> str:
    """Write a reference or a printed number for an address: `B2` is `b2`, `2.1.` is `2-1`, `(3)` is `3`."""
    return _NO_PART_OF_AN_ADDRESS.sub("-", reference.lower()).strip("-")


def repeated(name: str, occurrence: int) -> str:
    """Tell the second and later things of one name apart: `3-4`, then `3-4--2`."""
    return name if occurrence == 1 else f"{name}--{occurrence}"


def appendix_mark(title: str) -> str | None:
    """Read the letter or number of an appendix that is printed within a text, from its heading: `Appendix B: Scanning`."""
    named = _APPENDIX.match(title)
    return named[1].upper() if named else None


class Anchors:
    """Gives out the anchors of one page.

    Only what is public may ask for an anchor: were withheld paragraphs counted, the count would tell of them.
    """

    def __init__(self) -> None:
        self._given: Counter[str] = Counter()

    def numbered(self, kind: str, number: str) -> str:
        """Anchor of a thing with a printed number: `paragraph-2-1`, and `paragraph-2-1--2` for the second such."""
        return self.named(f"{kind}-{slug(number)}")

    def named(self, name: str) -> str:
        """Anchor of a part that every document of its kind calls so: `foreword`."""
        self._given[name] += 1
        return repeated(name, self._given[name])

    def counted(self, kind: str) -> str:
        """Anchor of a thing without a number, by its place among its kind: `heading-3`."""
        self._given[kind] += 1
        return f"{kind}-{self._given[kind]}"


class Scope:
    """Gives out the anchors of one document, or of one minute.

    What has no number is counted anew below each heading and each number: what is put in or taken out elsewhere moves nothing.
    """

    def __init__(self, anchors: Anchors, minute: int | None = None) -> None:
        self._anchors = anchors
        self._paragraph = "paragraph" if minute is None else f"minute-{minute}"
        self._minute = "" if minute is None else str(minute)
        self._section = ""
        """The last heading with a number or a letter of its own."""
        self._place = ""
        """The last heading, or the last number, whichever is nearer."""

    def heading(self, number: str | None, title: str) -> str:
        """Anchor of a heading: by its number, by its letter as an appendix, or by its place."""
        if number:
            anchor = self._anchors.numbered("section", number)
            self._section = self._place = anchor.removeprefix("section-")
        elif mark := appendix_mark(title):
            anchor = self._section = self._place = self._anchors.numbered("appendix", mark)
        elif title.lower() == FOREWORD:
            anchor = self._section = self._place = self._anchors.named(FOREWORD)
        else:
            anchor = self._place = self._below(self._section, "heading")
        return anchor

    def paragraph(self, number: str) -> str:
        """Anchor of a paragraph, or of an outcome, with a printed number."""
        anchor = self._anchors.numbered(self._paragraph, number)
        self._place = anchor.removeprefix("paragraph-")
        return anchor

    def limb(self, owner: str, mark: str) -> str:
        """Anchor of a lettered part of what has the anchor `owner`."""
        return self._anchors.numbered(owner, mark)

    def counted(self, kind: str) -> str:
        """Anchor of a thing without a number: `text-2-1-1` below paragraph 2.1, `text-117-1` in minute 117."""
        return self._below(self._place, kind)

    def _below(self, place: str, kind: str) -> str:
        owner = self._minute or place
        return self._anchors.counted(f"{kind}-{owner}" if owner else kind)
