"""Says to what a mention belongs: `paragraph 2.2 of the report on item B3 of 16 March 2016` is three mentions in a chain."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from public_record.links.mentions import Mention, Sort, Whose

_OF = re.compile(
    r",?\s+(?:of|in|to|on|from|at)\s+(?:the\s+)?"
    r"(?:(?:paper|report|notes|minutes|agenda|meeting)\s+(?:of|on|under|for|to)\s+)?(?:the\s+)?"
)
"""Between a part and what it is a part of."""

_THEN = re.compile(r",\s+(?:in\s+)?|\s+\(|(?:,?\s+and|\s+with)\s+its\s+")
"""Between what has parts and its part: `item B6, paragraph 2.1`; `item B6 with its appendix B`."""

_ON = re.compile(r",?\s+(?:\(|as\s+|under\s+)?")
"""Between a day and what stands on the agenda of that day: `of 16 March 2016 (item B2)`."""

_TOGETHER = re.compile(r",?\s+and\s+|,\s+")
_DATED_SORTS = {Sort.ITEM, Sort.MINUTE}
_DATED = re.compile(rf"(?:{_OF.pattern})|,\s+|\s+\(")
"""Between something and the day of its meeting."""

_DAYS = {Sort.DAY, Sort.MEETING}
_OWNERS = {
    Sort.ITEM: _DAYS,
    Sort.MINUTE: _DAYS,
    Sort.PAGE: _DAYS,
    Sort.APPENDIX: {Sort.ITEM, Sort.VERSION},
    Sort.PARAGRAPH: {Sort.ITEM, Sort.MINUTE, Sort.APPENDIX, Sort.VERSION, Sort.SCHEDULE, Sort.ACT},
}
_BEFORE = {
    Sort.ITEM: (_DAYS, _ON),
    Sort.MINUTE: (_DAYS, _ON),
    Sort.APPENDIX: ({Sort.ITEM}, _THEN),
    Sort.PARAGRAPH: ({Sort.ITEM, Sort.MINUTE, Sort.APPENDIX, Sort.VERSION}, _THEN),
}
_WHOSE = re.compile(
    r",?\s+(?:of|in|to|on|from|at)\s+(?:"
    r"(?P<this>this\s+(?:meeting|report|paper|agenda|pack|appendix)\b)"
    r"|the\s+(?P<report>(?:covering\s+)?(?:report|paper)\b(?!['\u2019]|\s+(?:of|on|by|to|from|for|under)\s))"
    r"|the\s+(?P<agenda>(?:(?:printed|open)\s+)?(?:agenda\s+)?(?:agenda|pack)\b(?!\s+(?:of|for)\s))"
    r"|the\s+(?P<agreement>(?:Kent\s+)?(?:Community\s+Safety\s+)?[Aa]greement\b)"
    r"|(?:the|that)\s+same\s+(?P<same>meeting)\b)"
)
_OTHER = re.compile(
    r"\s+(?:of\b|(?:to|in|on|at|from|under)\s+(?:the|this|that|these|those|its|their|his|her|an?|another|each|both)\b)"
)
_OF_WHOM = re.compile(r"\s+of\b")
_NEAR = 40
_THE_REPORTS = re.compile(r"\b[Tt]h(?:e|is)\s+(?:paper|report)['\u2019]s\s+$")
_THEIR_MEETING = re.compile(r"\b(?:its|their|our)(?:\s+\w+)?\s+$")
_GROUP = re.compile(
    r"\b(?:(?:sub-?)?groups?|boards?|panels?|forums?|cabinet|councils?|(?:sub-?)?committees?|teams?)\b", re.IGNORECASE
)
_THEIR_OWN = re.compile(
    rf"(?:\b(?:its|their|whose)|['\u2019]s|s['\u2019]|{_GROUP.pattern}(?:\s+of(?:\s+the)?)?)\s+$", re.IGNORECASE
)
"""Before the notes of a day, or before a body that is named: `the Board's notes of …`, `the working group of the KCSP on …`."""
_POSSESSIVE = re.compile(r"(?:\b(?:[Ii]ts|[Tt]heir|[Hh]is|[Hh]er|whose)|['\u2019]s|s['\u2019])\s+$")
_WORD_BEFORE = re.compile(r"([\w'\u2019)-]+)\s+$")
# Before `meeting`, these do not make it the meeting of somebody else.
_OF_NOBODY = re.compile(
    r"a|after|an|and|annual|at|before|by|earlier|each|every|first|for|from|held|in|its|last|later|next|of|on|open|or|ordinary|"
    r"our|previous|public|quarterly|same|second|since|special|that|the|their|this|to",
    re.IGNORECASE,
)
_SENTENCE = re.compile(r"[.?!]\s|\n\n")


def tie(text: str, found: Sequence[Mention]) -> None:
    """Tell each mention to what it belongs, and which days stand beside it in its sentence."""
    ends = [0, *(match.end() for match in _SENTENCE.finditer(text)), len(text) + 1]
    days = [mention for mention in found if mention.sort in _DAYS and mention.mark]
    for index in reversed(range(len(found))):
        mention = found[index]
        begin, end = next((begin, end) for begin, end in pairwise(ends) if mention.head < end)
        mention.beside = tuple(day for day in days if begin <= day.start < end)
        mention.of = _owner(text, found, index)
        if mention.of is None:
            mention.whose = _whose(text[begin:end], text, found, mention)


def _owner(text: str, found: Sequence[Mention], index: int) -> Mention | None:
    mention = found[index]
    after = next((other for other in found[index + 1 :] if other.start >= mention.tail), None)
    if after and (owner := _owner_after(text, mention, after)):
        return owner
    before = next((other for other in reversed(found[:index]) if other.tail <= mention.head), None)
    sorts, between = _BEFORE.get(mention.sort, (set(), _ON))
    if before and before.sort in sorts and not _goes_on(text, mention) and between.fullmatch(text, before.tail, mention.head):
        return before
    return None


def _owner_after(text: str, mention: Mention, after: Mention) -> Mention | None:
    """Find what follows and owns it: `item B2 and minute 117 of 16 March 2016` are of one day, both."""
    if after.sort in _OWNERS.get(mention.sort, ()):
        between = _DATED if after.sort in _DAYS else _OF
        return after if between.fullmatch(text, mention.tail, after.start) else None
    dated = {mention.sort, after.sort} <= _DATED_SORTS and after.of is not None and after.of.start > after.start
    return after.of if dated and _TOGETHER.fullmatch(text, mention.tail, after.start) else None


def _goes_on(text: str, mention: Mention) -> bool:
    """Say whether words follow that say of what it is."""
    return bool(_WHOSE.match(text, mention.tail) or _OTHER.match(text, mention.tail))


def _whose(sentence: str, text: str, found: Sequence[Mention], mention: Mention) -> Whose:
    """Say of what it is said to be; `of the same meeting` is of this one while no other is named before."""
    if said := _WHOSE.match(text, mention.tail):
        if said["same"]:
            named = any(day.start < mention.start for day in found if day.sort in _DAYS)
            return Whose.OTHER if named else Whose.THIS
        return Whose(said.lastgroup or Whose.OTHER)
    near = max(0, mention.head - _NEAR)
    if mention.sort is Sort.MEETING:
        return Whose.OTHER if _of_others(sentence, text, mention) else Whose.UNSAID
    if _OTHER.match(text, mention.tail):
        return Whose.OTHER
    if _THE_REPORTS.search(text, near, mention.head):
        return Whose.REPORT
    return Whose.OTHER if _POSSESSIVE.search(text, near, mention.head) else Whose.UNSAID


def _of_others(sentence: str, text: str, meeting: Mention) -> bool:
    """Say whether words beside it make it somebody else's meeting, or may do so."""
    if _OF_WHOM.match(text, meeting.tail):
        return True
    if meeting.body or meeting.record:
        return _THEIR_OWN.search(text, max(0, meeting.head - _NEAR), meeting.head) is not None
    word = _WORD_BEFORE.search(text, max(0, meeting.head - _NEAR), meeting.head)
    theirs = _THEIR_MEETING.search(text, max(0, meeting.head - _NEAR), meeting.head)
    return bool((word and not _OF_NOBODY.fullmatch(word[1])) or (theirs and _GROUP.search(sentence)))
