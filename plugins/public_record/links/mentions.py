"""Finds in a text the places where it mentions another: a meeting by its date, an item, a minute, a paragraph, an Act.

What is found is a candidate. To what it belongs is for `links.belonging` to say, and whether it leads anywhere for
`links.references`, who knows the record.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
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
_MONTH = "|".join([*_MONTHS, *(rf"{month[:3]}t?\.?" for month in _MONTHS)])
_WEEKDAY = "|".join(_WEEKDAYS)
_ORDINAL = r"(?:\s?(?:st|nd|rd|th))?"
_DATED = rf"\d{{1,2}}{_ORDINAL}(?:\s+of)?\s+(?:{_MONTH}),?\s+\d{{4}}\b"
_FIGURES = r"(?:\d{1,2}/\d{1,2}/|\d{1,2}\.\d{1,2}\.)(?:\d{4}|\d{2})(?!\w|[./]\d)"
"""A day in figures, the year with four or two of them."""
_BEFORE_A_DAY = rf"(?:(?:{_WEEKDAY}),?\s+)?(?:the\s+)?"
_WRITTEN_DAY = rf"{_BEFORE_A_DAY}{_DATED}|{_FIGURES}"
_DAY = re.compile(
    rf"(?:(?P<weekday>{_WEEKDAY}),?\s+)?(?:the\s+)?(?P<day>\d{{1,2}})"
    rf"(?:{_ORDINAL}(?:\s+of)?\s+(?P<name>{_MONTH}),?\s+|[./](?P<month>\d{{1,2}})[./])(?P<year>\d{{4}}|\d{{2}})"
)

_END = rf"(?![\w%]|[./:]\d|\s+(?:{_MONTH})\b)"
_AND = re.compile(r"(?:,\s+and|,|\s+and|\s+or|\s+to|\s+&|\s*\u2013)\s*")
_NEAR = 120
"""So far before a noun its own words are looked for."""


@dataclass(frozen=True, slots=True)
class _Form:
    """How things of one sort are named. Most texts lack the keyword, and finding that out costs next to nothing."""

    sort: Sort
    keyword: str
    form: re.Pattern[str]
    before: re.Pattern[str]
    """Words before the noun that belong to it; ends where the noun begins."""
    mark: re.Pattern[str] | None = None


def _listed(sort: Sort, keyword: str, noun: str, mark: str, before: str = "") -> _Form:
    """Make the form of a noun with its mark; in the plural, with a list of them."""
    mark += _END
    form = rf"\b{noun}\.?\s+(?P<marks>{mark}(?(plural)(?:{_AND.pattern}{mark})*))"
    return _Form(sort, keyword, re.compile(form), re.compile(rf"{before}\Z"), re.compile(mark))


_NOTHING = re.compile(r"\Z")
_NUMBER = r"(?:\s+[Nn](?:o|umber))?"
"""Of items and minutes alone: the number of a version, or of a page, may be one of another document."""
# A number alone may be an item of any list: it is one of an agenda as `Item 3` or `agenda item 3`.
_ITEM = r"(?:I|(?<=[Aa]genda\s)i|i(?=tems?\s+[A-Z]))tem(?P<plural>s)?" + _NUMBER
_FORMS = (
    _listed(Sort.ITEM, "tem", _ITEM, r"(?:[A-Z]{1,2}\d{1,2}[a-z]?|\d{1,2})", r"(?:\b[Aa]genda\s+)?"),
    _listed(Sort.MINUTE, "inute", r"(?<!\d\s)[Mm]inute(?P<plural>s)?" + _NUMBER, r"\d{1,4}(?:\(\d{1,3}\))?"),
    _listed(
        Sort.PARAGRAPH,
        "ara",
        "[Pp]ara(?:graph)?(?P<plural>s)?",
        r"\d{1,3}(?:\.\d{1,3})*",
        r"(?:\b(?P<nth>first|second|third)\s+)?",
    ),
    _listed(Sort.PAGE, "age", "[Pp]age(?P<plural>s)?", r"\d{1,4}"),
    _listed(Sort.APPENDIX, "ppend", "[Aa]ppendi(?:x|(?P<plural>ces))", r"(?:[A-Z]|\d{1,2})"),
    _listed(Sort.VERSION, "ersion", "[Vv]ersion(?P<plural>s)?", r"\d{1,2}\.\d{1,2}"),
    _Form(Sort.SCHEDULE, "Schedule", re.compile(r"\bSchedule\s+\d{1,2}[A-Z]?\b"), _NOTHING),
    _Form(Sort.ACT, "Act", re.compile(r"\bAct\s+(?:of\s+)?\d{4}\b"), _NOTHING),
)
_DAYS = _Form(Sort.DAY, "", re.compile(rf"(?<![\d/.]){_DATED}"), re.compile(rf"{_BEFORE_A_DAY}\Z"))
_NTH = {"first": 1, "second": 2, "third": 3}
_LAST_OF_TWO_FIGURES, _CENTURY = 99, 2000

GENERAL_NAMES = ("Partnership", "partnership", "Committee", "committee")
"""Words that stand for the body at hand, whichever it is."""


def mentions(text: str, names: tuple[str, ...]) -> list[Mention]:
    """Find what a text mentions, and the days beside it. `names` are those by which the bodies of the record are called."""
    found = [mention for form in _FORMS if form.keyword in text for mention in _named(text, form)]
    if "eeting" in text:
        found += _meetings(text, *_meeting(names))
    found += _dated(text, names, found)
    if not found:
        return []
    taken = [(mention.start, mention.end) for mention in found if mention.sort is Sort.MEETING]
    days = (day for day in _named(text, _DAYS) if not any(start <= day.start < end for start, end in taken))
    return sorted([*found, *days], key=lambda mention: mention.start)


def read_day(written: str) -> date | None:
    """Read a day; None where there is none of this name, or where the day of the week is not its own."""
    match = _DAY.fullmatch(written)
    if match is None:
        return None
    month = _number_of(match["name"]) if match["name"] else int(match["month"])
    year = int(match["year"])
    try:
        day = date(year if year > _LAST_OF_TWO_FIGURES else _CENTURY + year, month, int(match["day"]))
    except ValueError:
        return None
    return day if match["weekday"] in {None, _WEEKDAYS[day.weekday()]} else None


def _number_of(month: str) -> int:
    return next(number for number, name in enumerate(_MONTHS, start=1) if name.startswith(month[:3]))


def _named(text: str, form: _Form) -> Iterator[Mention]:
    """Yield what a text names in a form: one mention for each mark of a list."""
    for match in form.form.finditer(text):
        before = form.before.search(text, max(0, match.start() - _NEAR), match.start())
        head = before.start() if before else match.start()
        if form.mark is None:
            yield Mention(*(head, match.end(), head, match.end()), form.sort, " ".join(text[head : match.end()].split()))
        else:
            nth = _NTH.get(before["nth"] or "", 0) if before and "nth" in form.before.groupindex else 0
            yield from _marks(match, head, nth, form.sort, form.mark)


def _marks(match: re.Match[str], head: int, nth: int, sort: Sort, form: re.Pattern[str]) -> Iterator[Mention]:
    start = head
    for mark in form.finditer(match.string, match.start("marks"), match.end()):
        number, _, sub = mark[0].rstrip(")").partition("(")
        yield Mention(start, mark.end(), head, match.end(), sort, number, sub, nth)
        between = _AND.match(match.string, mark.end())
        start = between.end() if between else mark.end()


@cache
def _meeting(names: tuple[str, ...]) -> tuple[re.Pattern[str], re.Pattern[str]]:
    """Write the form of a meeting, and of the words before it, for a record whose bodies have these names."""
    body = _any_of(names)
    form = (
        rf"\b[Mm]eeting\b(?:\s+of\s+(?:the\s+)?(?P<body>{body})(?!\w))?"
        rf"(?:(?:,?\s+(?:(?:will|to)\s+be\s+)?(?:held\s+on|held|of|on)|\s+[-\u2013]|(?(body),?))\s+(?P<on>{_WRITTEN_DAY}))?"
    )
    before = (
        r"(?P<record>\b(?:[Nn]otes|[Mm]inutes|[Rr]ecord)\s+of\s+(?:the\s+)?)?(?P<last>\b(?:last|previous)\s+)?"
        rf"(?:\b(?P<body>{body})\s+)?\Z"
    )
    return re.compile(form), re.compile(before)


def _any_of(names: Iterable[str]) -> str:
    known = sorted({name.removeprefix("The ") for name in names}, key=len, reverse=True)
    return "|".join(r"\s+".join(map(re.escape, name.split())) for name in known) or "(?!)"


@cache
def _of_a_day(names: tuple[str, ...]) -> tuple[tuple[str, ...], re.Pattern[str]]:
    """Write the form of a meeting that is named by its notes or its body, and its day; first some words it cannot lack."""
    own = [name for name in names if name not in GENERAL_NAMES]
    keywords = ("otes", "inutes", *dict.fromkeys(name.split()[-1].strip("()") for name in own))
    named = rf"\b(?:(?P<record>[Nn]otes|[Mm]inutes)\s+of|(?P<body>{_any_of(own)})\s+(?:on|of|[-\u2013]))"
    return keywords, re.compile(rf"{named}\s+(?P<on>{_WRITTEN_DAY})")


def _dated(text: str, names: tuple[str, ...], found: Iterable[Mention]) -> Iterator[Mention]:
    """Yield the meetings that a text names without the word: `the notes of 16 March 2016`, `the KCSP on 16 March 2016`."""
    keywords, form = _of_a_day(names)
    if not any(map(text.__contains__, keywords)):
        return
    taken = [(mention.start, mention.end) for mention in found if mention.sort is Sort.MEETING]
    for match in form.finditer(text):
        start, end = match.span()
        if not any(first < end and start < last for first, last in taken):
            day = " ".join(match["on"].split())
            yield Mention(*(start, end, start, end), Sort.MEETING, day, record=bool(match["record"]), body=match["body"])


def _meetings(text: str, form: re.Pattern[str], own: re.Pattern[str]) -> Iterator[Mention]:
    """Yield the meetings of which a text says which they are: by the day, or as the one before."""
    for match in form.finditer(text):
        before = own.search(text, max(0, match.start() - _NEAR), match.start())
        if before is None or not (match["on"] or before["last"]):
            continue
        start = before.start("last") if before["last"] and not before["record"] else before.start()
        yield Mention(
            *(start, match.end(), start, match.end()),
            Sort.MEETING,
            " ".join((match["on"] or "").split()),
            record=bool(before["record"]),
            body=before["body"] or match["body"],
        )
