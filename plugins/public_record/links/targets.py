"""Says where a mention leads, from the place where it stands: for certain, or not at all."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass
from enum import StrEnum
from typing import NamedTuple, TypeAlias

from public_record.links.legislation import Legislation
from public_record.links.mentions import Mention, Sort, Whose, read_day
from public_record.links.places import Home
from public_record.links.register import Directory, Kind
from public_record.model import ids

Names: TypeAlias = Mapping[str, str | None]
"""The names by which bodies are called, each with its body; None for a word that stands for the body at hand."""

_OF_A_LAW = re.compile(r",?\s+(?:of|to)\s+(?:Part|Schedule|[Ss]ection|the\s+Act)\b")
_OTHER_DOCUMENT = re.compile(
    r"(?<!this )\b(?:items?|minutes?|reports?|papers?|appendi\w+|versions?|Acts?|Schedules?|guidance|strateg\w+|plans?|"
    r"codes?|regulations|agreements?|notes)\b",
    re.IGNORECASE,
)
_SENTENCE_END = re.compile(r"[.?!]\s")


class Reason(StrEnum):
    """Why a mention was left alone."""

    NO_DAY = "this is no day of the calendar, or its day of the week is another"
    NO_MEETING = "the record holds no meeting of this day"
    OTHER_MEETING = "which meeting this is, or whose, is for a reader to tell"
    NOT_HELD = "the public record holds nothing that is called so"
    SEVERAL = "the public record holds more than one that is called so"
    OF_WHAT = "of what this is a part is for a reader to tell"
    UNKNOWN_LAW = "`legislation` in site_config/record.yml does not name this law"


class Uncertain(Exception):  # noqa: N818 - no error: what is uncertain is left alone
    """A mention leads nowhere for certain."""

    def __init__(self, reason: Reason) -> None:
        super().__init__(reason)
        self.reason = reason


class Target(NamedTuple):
    """Where a mention leads, and where in the text its words begin."""

    start: int
    id: str


@dataclass(frozen=True, slots=True)
class Targets:
    """Where the mentions of one text lead."""

    register: Directory
    names: Names
    laws: Legislation
    home: Home
    words: str

    def of(self, mention: Mention) -> Target | None:
        """Find the one target of a mention. None where nothing is mentioned after all; raises `Uncertain`."""
        if mention.sort is Sort.ACT:
            return self._act(mention)
        target = self._find(mention)
        return Target(mention.start, target) if target else None

    def _find(self, mention: Mention) -> str | None:
        match mention.sort:
            case Sort.MEETING:
                return self._meeting_or_notes(mention)
            case Sort.ITEM:
                return _one(self.register.part(self._meeting(mention), Kind.ITEM, mention.mark))
            case Sort.MINUTE:
                return self._minute(mention)
            case Sort.PARAGRAPH:
                return self._paragraph(mention)
            case Sort.APPENDIX:
                return self._appendix(mention)
            case Sort.PAGE:
                return self._page(mention)
            case Sort.VERSION:
                return self._version(mention)
            case Sort.SCHEDULE:
                return self._schedule(mention)
            case _:
                return None

    def _act(self, mention: Mention) -> Target:
        found = self.laws.act(self.words, mention.start, mention.mark)
        if found is None:
            raise Uncertain(Reason.UNKNOWN_LAW)
        return Target(*found)

    def _schedule(self, mention: Mention) -> str:
        if address := self.laws.others.get(mention.mark):
            return address
        raise Uncertain(Reason.UNKNOWN_LAW)

    # Meetings

    def _meeting_or_notes(self, mention: Mention) -> str:
        meeting = self._held(mention)
        notes = ids.notes_address(meeting)
        return notes if mention.record and self.register.whole_of(notes) else meeting

    def _held(self, mention: Mention) -> str:
        """Find the meeting that a day, or words about a meeting, name."""
        body = (self.names[" ".join(mention.body.split())] if mention.body else None) or self.home.body
        if mention.whose is Whose.OTHER and mention.sort is Sort.MEETING:
            raise Uncertain(Reason.OTHER_MEETING)
        day = read_day(mention.mark) if mention.mark else self.home.last if body == self.home.body else None
        if day is None:
            raise Uncertain(Reason.NO_DAY if mention.mark else Reason.OTHER_MEETING)
        found = [held for of, held in self.register.on(day) if body in {None, of}]
        if len(found) > 1:
            raise Uncertain(Reason.OTHER_MEETING)
        if not found:
            raise Uncertain(Reason.NO_MEETING)
        return found[0]

    def _meeting(self, mention: Mention) -> str:
        """Find the meeting on whose agenda something stands, or in whose notes."""
        if mention.of and not self._by_chance(mention):
            return self._held(mention.of)
        if mention.whose in {Whose.THIS, Whose.AGENDA} and self.home.meeting:
            return self.home.meeting
        if mention.whose is not Whose.UNSAID:
            raise Uncertain(Reason.OTHER_MEETING)
        return self._unsaid(mention)

    def _unsaid(self, mention: Mention) -> str:
        """Find the meeting where none is said: this one, or the only one that the sentence names where this is of none."""
        if own := self.home.meeting:
            named = set(self._named(day for day in mention.beside if day.start < mention.start))
            candidates = {own, *named}
        else:
            candidates = set(self._named(mention.beside))
        if len(candidates) != 1:
            raise Uncertain(Reason.OTHER_MEETING)
        return candidates.pop()

    def _named(self, days: Iterable[Mention]) -> Iterator[str]:
        """Yield the meetings that were held on these days."""
        for day in days:
            with suppress(Uncertain):
                yield self._held(day)

    def _by_chance(self, mention: Mention) -> bool:
        """Say whether the day before a mention is one without a meeting, and so has nothing to do with it."""
        day = mention.of
        return bool(day and day.sort is Sort.DAY and day.start < mention.start and not any(self._named([day])))

    # Minutes

    def _minute(self, mention: Mention) -> str:
        found = _one(self._minutes(mention))
        paragraphs = self.register.part(found, Kind.PARAGRAPH, mention.sub) if mention.sub else ()
        return _one(paragraphs) if paragraphs else found

    def _minutes(self, mention: Mention) -> tuple[str, ...]:
        """List the minutes of a number: of a meeting that is named, else of this one and those before it."""
        unsaid = mention.whose is Whose.UNSAID and (mention.of is None or self._by_chance(mention))
        if unsaid and self.home.body and self.home.day:
            known = self.register.numbered(self.home.body, mention.mark)
            return tuple(minute for day, minute in known if day <= self.home.day)
        return self.register.part(ids.notes_address(self._meeting(mention)), Kind.MINUTE, mention.mark)

    # Papers, and what stands in them

    def _appendix(self, mention: Mention) -> str:
        """Find an appendix. One that has appendices of its own can mean those, so its own words are not taken for certain."""
        if mention.of and mention.of.sort in {Sort.ITEM, Sort.VERSION}:
            return self._part(self._of_which(mention), Kind.APPENDIX, mention)
        if self.home.is_agreement and mention.whose in {Whose.UNSAID, Whose.THIS, Whose.AGREEMENT}:
            return self._part((self.home.id,), Kind.APPENDIX, mention)
        plain = mention.whose in {Whose.UNSAID, Whose.THIS} and not self.home.is_appendix
        if mention.of or not (plain or mention.whose is Whose.REPORT):
            raise Uncertain(Reason.OF_WHAT)
        return self._part(self.home.papers, Kind.APPENDIX, mention)

    def _papers(self, item: Mention) -> tuple[str, ...]:
        found = _one(self.register.part(self._meeting(item), Kind.ITEM, item.mark))
        return self.register.papers_of(found)

    def _paragraph(self, mention: Mention) -> str | None:
        if _OF_A_LAW.match(self.words, mention.tail) or (mention.of and mention.of.sort in {Sort.SCHEDULE, Sort.ACT}):
            return None
        return self._part(self._of_which(mention), Kind.PARAGRAPH, mention)

    def _of_which(self, mention: Mention) -> tuple[str, ...]:
        """List what a paragraph can be a paragraph of, or an appendix an appendix."""
        if mention.of:
            return self._papers(mention.of) if mention.of.sort is Sort.ITEM else (self._find(mention.of) or "",)
        if mention.whose is Whose.REPORT and not (self.home.is_paper or self.home.is_agreement):
            return self.home.papers
        if mention.whose is Whose.THIS and self.home.document:
            return (self.home.document,)
        if mention.whose is Whose.UNSAID and self.home.document and not self._other_document_before(mention):
            return (self.home.document,)
        raise Uncertain(Reason.OF_WHAT)

    def _other_document_before(self, mention: Mention) -> bool:
        """Say whether the sentence names, before the mention, something else that has paragraphs."""
        sentence = _SENTENCE_END.split(self.words[: mention.head])[-1]
        return _OTHER_DOCUMENT.search(sentence) is not None

    def _part(self, owners: Iterable[str], kind: Kind, mention: Mention) -> str:
        """Find the one part of a mark. Of one mark several may be printed; which is meant must then be said."""
        owners = tuple(owners)
        if not owners:
            raise Uncertain(Reason.OF_WHAT)
        found = tuple(part for owner in owners for part in self.register.part(owner, kind, mention.mark))
        if kind is Kind.APPENDIX:  # one with a page of its own goes before the heading that announces it in the paper
            found = tuple(part for part in found if "#" not in part) or found
        if mention.nth and len(found) > 1:
            found = found[mention.nth - 1 : mention.nth]
        elif mention.nth:
            found = ()
        return _one(found)

    def _page(self, mention: Mention) -> str | None:
        """Find the item on a page of the printed pack. Other pages are of no concern."""
        if mention.of is None and mention.whose is not Whose.AGENDA:
            return None
        page = int(mention.mark)
        meeting = self._meeting(mention)
        return _one(tuple(item for first, last, item in self.register.pages_of(meeting) if first <= page <= last))

    def _version(self, mention: Mention) -> str | None:
        """Find a version of the agreement; other things have versions too."""
        if mention.whose is Whose.AGREEMENT or (self.home.is_agreement and mention.whose is Whose.UNSAID):
            return _one(self.register.part("", Kind.AGREEMENT, mention.mark))
        return None


def _one(found: tuple[str, ...]) -> str:
    if len(found) != 1:
        raise Uncertain(Reason.SEVERAL if found else Reason.NOT_HELD)
    return found[0]
