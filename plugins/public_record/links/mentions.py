"""Finds in a text the places where it mentions another: a meeting by its date, an item, a minute, a paragraph, an Act.

What is found is a candidate. To what it belongs is for `links.belonging` to say, and whether it leads anywhere for
`links.references`, who knows the record.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from functools import cache


class Sort(StrEnum):
    """What is mentioned; a day by itself is none, but may say of which meeting another mention is."""

    DAY = "day"
    MEETING = "meeting"
    ITEM = "item"
    MINUTE = "minute"
    PARAGRAPH = "paragraph"
    APPENDIX = "appendix"
    PAGE = "page"
    VERSION = "version"
    SCHEDULE = "schedule"
    ACT = "act"


class Whose(StrEnum):
    """Of what something is said to be, where it is not of another mention."""

    UNSAID = "unsaid"
    THIS = "this"
    """Of this meeting, of this report."""
    REPORT = "report"
    AGENDA = "agenda"
    AGREEMENT = "agreement"
    OTHER = "other"
    """Of something that only a reader can tell."""


@dataclass(slots=True, eq=False)
class Mention:
    """A place in a text that mentions something."""

    start: int
    end: int
    head: int
    """Where the list begins in which it stands, or it by itself."""
    tail: int
    """Where that list ends."""
    sort: Sort
    mark: str = ""
    """The number, letter or reference; the day, the Act or the Schedule as written."""
    sub: str = ""
    """The number in brackets: the 2 of `minute 117(2)`."""
    nth: int = 0
    """Which of those with this number: 2 in `the second paragraph 6.1`."""
    record: bool = False
    """Whether it is the notes of a meeting that are named."""
    body: str | None = None
    """The name of the body that meets, as written."""
    whose: Whose = Whose.UNSAID
    of: Mention | None = None
    """The mention of which it is a part."""
    beside: tuple[Mention, ...] = ()
    """Days that its sentence names."""


_MONTHS = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip
_WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_MONTH, _WEEKDAY = "|".join(_MONTHS), "|".join(_WEEKDAYS)
_WORDS = rf"(?:(?:{_WEEKDAY}),?\s+)?(?:the\s+)?\d{{1,2}}(?:st|nd|rd|th)?(?:\s+of)?\s+(?:{_MONTH}),?\s+\d{{4}}"
_DAY = re.compile(
    rf"(?:(?P<weekday>{_WEEKDAY}),?\s+)?(?:the\s+)?(?P<day>\d{{1,2}})"
    rf"(?:(?:st|nd|rd|th)?(?:\s+of)?\s+(?P<name>{_MONTH}),?\s+|/(?P<month>\d{{1,2}})/)(?P<year>\d{{4}})"
)

_END = rf"(?![\w%]|[./:]\d|\s+(?:{_MONTH})\b)"
_AND = r"(?:,\s+and|,|\s+and|\s+or|\s+to|\s+&|\s*\u2013)\s*"
_MARKS = {
    Sort.ITEM: rf"(?:[A-Z]{{1,2}}\d{{1,2}}[a-z]?|\d{{1,2}}){_END}",
    Sort.MINUTE: rf"\d{{1,4}}(?:\(\d{{1,3}}\))?{_END}",
    Sort.PARAGRAPH: rf"\d{{1,3}}(?:\.\d{{1,3}})*{_END}",
    Sort.PAGE: rf"\d{{1,4}}{_END}",
    Sort.APPENDIX: rf"(?:[A-Z]|\d{{1,2}}){_END}",
    Sort.VERSION: rf"\d{{1,2}}\.\d{{1,2}}{_END}",
}
_MARK = {sort: re.compile(form) for sort, form in _MARKS.items()}
_NTH = {"first": 1, "second": 2, "third": 3}

_KEYWORDS = ("eeting", "tem ", "tem\n", "tems", "inute", "aragraph", "para ", "Para ", "paras ", "page", "Page", "ppend",
             "chedule", "Act ", "Act\n", "ersion")  # fmt: skip
"""No mention is without one of these. Most texts are, and finding that out costs next to nothing."""


def _several(sort: Sort, noun: str, plural: str) -> str:
    """Write the form of a noun with its mark; in the plural, with a list of them."""
    mark = _MARKS[sort]
    listed = rf"{mark}(?({sort}_s)(?:{_AND}{mark})*)"
    return rf"\b(?P<{sort}>{noun}(?:(?P<{sort}_s>{plural}))?\.?\s+(?P<{sort}_marks>{listed}))"


_MEETING = (
    r"(?P<record>\b(?:[Nn]otes|[Mm]inutes|[Rr]ecord)\s+of\s+(?:the\s+)?)?(?P<last>\b(?:last|previous)\s+)?"
    r"(?:\b(?P<before>BODY)\s+)?\b(?P<meeting>[Mm]eeting)\b(?:\s+of\s+(?:the\s+)?(?P<after>BODY)(?!\w))?"
    rf"(?:,?\s+(?:held\s+on|held|of|on)\s+(?P<on>{_WORDS}|\d{{1,2}}/\d{{1,2}}/\d{{4}}\b))?"
)
_FORMS = (
    _MEETING,
    _several(Sort.ITEM, r"(?:[Aa]genda\s+)?[Ii]tem", "s"),
    _several(Sort.MINUTE, r"(?<!\d\s)[Mm]inute", "s"),
    _several(Sort.PARAGRAPH, r"(?:(?P<nth>first|second|third)\s+)?[Pp]ara(?:graph)?", "s"),
    _several(Sort.PAGE, r"[Pp]age", "s"),
    _several(Sort.APPENDIX, r"[Aa]ppendix?", "ces"),
    _several(Sort.VERSION, r"[Vv]ersion", "s"),
    rf"\b(?P<{Sort.SCHEDULE}>Schedule\s+\d{{1,2}}[A-Z]?)\b",
    rf"\b(?P<{Sort.ACT}>Act\s+(?:of\s+)?\d{{4}})\b",
    rf"(?<![\d/.])(?P<{Sort.DAY}>{_WORDS})",
)


def mentions(text: str, names: tuple[str, ...]) -> list[Mention]:
    """Find what a text mentions, days included. `names` are those by which the bodies of the record are called."""
    if not any(keyword in text for keyword in _KEYWORDS):
        return []
    return [mention for match in _combined(names).finditer(text) for mention in _of(match)]


def read_day(written: str) -> date | None:
    """Read a day; None where there is none of this name, or where the day of the week is not its own."""
    match = _DAY.fullmatch(written)
    if match is None:
        return None
    month = _MONTHS.index(match["name"]) + 1 if match["name"] else int(match["month"])
    try:
        day = date(int(match["year"]), month, int(match["day"]))
    except ValueError:
        return None
    return day if match["weekday"] in {None, _WEEKDAYS[day.weekday()]} else None


@cache
def _combined(names: tuple[str, ...]) -> re.Pattern[str]:
    """Write the one expression that finds every sort, for a record whose bodies have these names."""
    known = sorted({name.removeprefix("The ") for name in names}, key=len, reverse=True)
    body = "|".join(r"\s+".join(map(re.escape, name.split())) for name in known) or "(?!)"
    return re.compile("|".join(_FORMS).replace("BODY", f"(?:{body})"))


def _of(match: re.Match[str]) -> Iterator[Mention]:
    """Turn what the expression found into mentions: one for each mark of a list."""
    if match["meeting"]:
        yield from _meeting(match)
        return
    sort = next(sort for sort in Sort if sort is not Sort.MEETING and match[sort])
    if sort not in _MARK:
        yield Mention(*match.span(), *match.span(), sort, " ".join(match[0].split()))
        return
    start, nth = match.start(), _NTH.get(match["nth"] or "", 0)
    for mark in _MARK[sort].finditer(match.string, match.start(f"{sort}_marks"), match.end()):
        number, _, sub = mark[0].rstrip(")").partition("(")
        yield Mention(max(start, match.start()), mark.end(), *match.span(), sort, number, sub, nth)
        start = _next(match.string, mark.end())


def _next(text: str, end: int) -> int:
    """Say where the next mark of a list begins."""
    between = _BETWEEN.match(text, end)
    return between.end() if between else end


_BETWEEN = re.compile(_AND)


def _meeting(match: re.Match[str]) -> Iterator[Mention]:
    """Turn words about a meeting into a mention, where they say which: by its day, or as the one before."""
    if match["on"] or match["last"]:
        start = match.start("last") if match["last"] and not match["record"] else match.start()
        yield Mention(
            *(start, match.end(), start, match.end()),
            Sort.MEETING,
            " ".join((match["on"] or "").split()),
            record=bool(match["record"]),
            body=match["before"] or match["after"],
        )
