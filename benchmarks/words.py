"""Speaks at random in the manner of a committee paper: the same words for the same seed, a long tail of rare ones."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from itertools import accumulate
from random import Random

VOCABULARY = 6000

_COMMON = [
    *("the", "of", "and", "to", "in", "that", "a", "for", "be", "was", "with", "on", "by", "were", "it", "as", "had"),
    *("which", "this", "from", "at", "have", "would", "not", "their", "an", "who", "they", "been", "said", "could", "more"),
    *("also", "about", "what", "will", "all", "when", "there", "how", "these", "some", "our", "other", "should", "after"),
]
_ONSETS = [*"bcdfghlmnprstvw", "br", "ch", "cl", "cr", "dr", "fl", "gr", "pl", "pr", "sc", "sh", "sl", "st", "str", "th", "tr"]
_VOWELS = [*"aeiou", "ai", "ea", "ee", "io", "ou"]
_CODAS = ["", "", "", "d", "l", "m", "n", "nd", "ng", "nt", "r", "rt", "s", "st", "t"]
_REFERENCES = (
    *("item B2", "item B3 of 26 November 2025", "items B1 and B2 of 12 November 2025", "minute 3", "minute 3 of this meeting"),
    *("paragraph 2.1", "paragraph 2.2 of the report", "paragraph 1.2 of the paper on item B1 of 29 October 2025"),
    *("the last meeting", "its meeting on Wednesday 26 November 2025", "the meeting held on 12th November 2025"),
    *("page 21 of the agenda", "Appendix A", "Schedule 12A", "the Crime and Disorder Act 1998", "the Modern Slavery Act 2015"),
)
"""Some lead to one place, some are uncertain, as in the real record."""
_RARE_FIRST = 3
"""Added to the rank of a word before it is turned into a frequency: without it every second word would be "the"."""

# How often a sentence has one of these: so that as much of the text is mark-up as in the real record.
_FIGURE = 0.3
_LINK = 0.04
_BOLD = 0.07
_REFERENCE = 0.06
_AMPERSAND = 0.07


@cache
def _vocabulary(seed: int) -> tuple[tuple[str, ...], tuple[float, ...]]:
    """Invent the words, with their frequencies summed up (Zipf's law)."""
    random = Random(f"vocabulary {seed}")
    words = dict.fromkeys(_COMMON)
    while len(words) < VOCABULARY:
        words[_word(random)] = None
    return tuple(words), tuple(accumulate(1 / (rank + _RARE_FIRST) for rank in range(VOCABULARY)))


def _word(random: Random) -> str:
    syllables = random.choice((1, 1, 2, 2, 2, 3))
    return "".join(random.choice(_ONSETS) + random.choice(_VOWELS) + random.choice(_CODAS) for _ in range(syllables))


class Speaker:
    """One voice. What it says depends on its name and the seed, not on what others said before."""

    def __init__(self, seed: int, name: str) -> None:
        self.random = Random(f"{seed} {name}")
        self._words, self._sums = _vocabulary(seed)
        self.refers = True
        """Whether it mentions other papers. What is withheld does not: such words recur, and would be taken for a leak."""

    def words(self, count: int) -> list[str]:
        """Say some words."""
        return self.random.choices(self._words, cum_weights=self._sums, k=count)

    def title(self) -> str:
        """Say a few rare words, as a title."""
        return " ".join(self._rare(self.random.randint(3, 6))).capitalize()

    def name(self) -> str:
        """Name a person."""
        return f"{self.random.choice(('Mr', 'Ms', 'Mrs', 'Dr'))} {self.random.choice('ABCDEJKLMPRST')} {self._surname()}"

    def sentence(self) -> str:
        """Say a sentence: now and then with a figure, with emphasis, with a link."""
        words = self.words(self.random.randint(8, 28))
        for index in range(6, len(words) - 1, 9):
            words[index] += ","
        self._embellish(words)
        return f"{words[0].capitalize()} {' '.join(words[1:])}."

    def sentences(self, words: int) -> str:
        """Say sentences of about so many words."""
        said: list[str] = []
        while len(" ".join(said).split()) < words:
            said.append(self.sentence())
        return " ".join(said)

    def figure(self) -> str:
        """Say a number as papers do."""
        number = self.random.randint(2, 48000)
        return self.random.choice((f"{number:,}", f"£{number:,}", f"{number % 1000 / 10} per cent", f"{2000 + number % 25}"))

    def pick(self, choices: Sequence[str]) -> str:
        """Choose."""
        return self.random.choice(choices)

    def sometimes(self, probability: float) -> bool:
        """Say yes now and then."""
        return self.random.random() < probability

    def _embellish(self, words: list[str]) -> None:
        place = self.random.randrange(1, len(words) - 1)
        if self.refers and self.sometimes(_REFERENCE):
            words[place] = self.pick(_REFERENCES)
        elif self.sometimes(_FIGURE):
            words[place] = self.figure()
        elif self.sometimes(_BOLD):
            words[place] = f"**{words[place].strip(',')}**"
        elif self.sometimes(_LINK):
            words[place] = f"[{words[place].strip(',')}](https://www.example.org/{'-'.join(self._rare(3))})"
        elif self.sometimes(_AMPERSAND):
            words[place] = "&"

    def _rare(self, count: int) -> list[str]:
        """Pick words that are not common: no two titles and no two links are the same, public or withheld."""
        return self.random.choices(self._words[len(_COMMON) :], k=count)

    def _surname(self) -> str:
        return _word(self.random).capitalize()
