"""Knows the Acts that the settings name, and finds the title that a text gives before `Act 1998`."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass

_TITLED = re.compile(r"(?P<title>.+) Act (?P<year>\d{4})")
_YEAR = re.compile(r"\d{4}")
_LONGEST = 160
# A longer title could end in a shorter one: an Act is known by the whole of its title, or not at all.
_BEFORE_A_TITLE = re.compile(
    r"(?:^|[^\w\s,&]|\d{4},?(?:\s+and|\s+&)?|,|\b(?!and\b|of\b|or\b)[a-z]+|\b(?:The|And|An|Under|In|By))\s*$"
)
_LIST_COMMA = re.compile(r"[A-Z][\w'\u2019-]*,\s*$")


@dataclass(frozen=True, slots=True, weakref_slot=True)
class Legislation:
    """Acts and Schedules with their addresses on the official site."""

    acts: Mapping[str, tuple[tuple[re.Pattern[str], str], ...]]
    """By year: the form of a title, up to the word Act, and the address; the longest title first."""
    others: Mapping[str, str]
    """What is no Act, `Schedule 12A`, by the words for it."""

    @classmethod
    def of(cls, settings: Mapping[str, str]) -> Legislation:
        """Read the part `legislation` of the settings."""
        acts: dict[str, list[tuple[re.Pattern[str], str]]] = defaultdict(list)
        others: dict[str, str] = {}
        for name in sorted(settings, key=len, reverse=True):
            if titled := _TITLED.fullmatch(name):
                acts[titled["year"]].append((_form(titled["title"]), settings[name]))
            else:
                others[name] = settings[name]
        return cls({year: tuple(found) for year, found in acts.items()}, others)

    def act(self, text: str, start: int, words: str) -> tuple[int, str] | None:
        """Find where the title of an Act begins that ends in `words` (`Act 1998`), and its address."""
        year = _YEAR.search(words)
        for form, address in self.acts.get(year[0] if year else "", ()):
            found = form.search(text, max(0, start - _LONGEST), start)
            if found and _stands_alone(text[max(0, found.start() - _LONGEST) : found.start()]):
                return found.start(), address
        return None


def _form(title: str) -> re.Pattern[str]:
    """Write the form of a title as people write it: with `&` for `and`, broken over lines, with or without a hyphen."""
    words = [r"(?:and|&)" if word == "and" else re.escape(word).replace(r"\-", r"[-\u2010\u2011 ]") for word in title.split()]
    return re.compile(r"\b" + r"\s+".join(words) + r"\s+$", re.IGNORECASE)


def _stands_alone(before: str) -> bool:
    """Say whether what stands before a title cannot be the beginning of a longer one."""
    return _BEFORE_A_TITLE.search(before) is not None and not _LIST_COMMA.search(before)
