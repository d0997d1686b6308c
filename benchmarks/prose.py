"""The text of invented papers and notes: numbered paragraphs, lettered parts, tables, footnotes, recommendations."""

from __future__ import annotations

from collections.abc import Iterator

from words import Speaker

WORDS = 900
"""Words of a document, about."""

SECTION_WORDS = 190
PARAGRAPH_WORDS = 62
COLUMNS = 118
_LIMBS = 0.15
_BULLETS = 0.2
_TABLE = 0.3
_FOOTNOTE = 0.12
_EDITOR_NOTE = 0.05
_REQUEST = 0.2
_ACTION = 0.3
_POST_MEETING_NOTE = 0.1
_RESOLVED = 0.8


def paper(speaker: Speaker, *, restricted_passage: bool = False) -> str:
    """Write the text of a paper."""
    parts: list[str] = []
    notes: list[str] = []
    section = 0
    while _length(parts) < WORDS - SECTION_WORDS // 2:
        section += 1
        parts.append(f"## {section}.0 {speaker.title()}")
        parts.extend(_section(speaker, section, notes))
    if restricted_passage:
        speaker.refers = False
        parts.append(f"::: restricted paragraph 3\n{_wrapped(speaker.sentences(PARAGRAPH_WORDS))}\n:::")
        speaker.refers = True
    parts.extend(_recommendations(speaker, section + 1))
    return _joined([*parts, *notes])


def minute(speaker: Speaker, words: int) -> str:
    """Write the text of a minute, without its heading."""
    paragraphs = max(1, round(words / PARAGRAPH_WORDS))
    parts = [_wrapped(f"{number}. {speaker.sentences(PARAGRAPH_WORDS)}") for number in range(1, paragraphs + 1)]
    if speaker.sometimes(_RESOLVED):
        outcome = speaker.pick(("be noted", "be agreed", "be approved", "be endorsed", "be supported"))
        parts.append(f"RESOLVED that {' '.join(speaker.words(14))} {outcome}.")
    if speaker.sometimes(_REQUEST):
        parts.append(f"Report back to the next meeting: {speaker.sentence()}")
    if speaker.sometimes(_ACTION):
        parts.append(f"Action: {speaker.name()}, {speaker.name()}")
    if speaker.sometimes(_POST_MEETING_NOTE):
        parts.append(f"Post-meeting note: {speaker.sentence()}")
    return _joined(parts)


def _section(speaker: Speaker, section: int, notes: list[str]) -> Iterator[str]:
    for number in range(1, SECTION_WORDS // PARAGRAPH_WORDS + 1):
        yield _paragraph(speaker, f"{section}.{number}", notes)
    if speaker.sometimes(_TABLE):
        yield _table(speaker)
    if speaker.sometimes(_BULLETS):
        yield "\n".join(f"- {speaker.sentence()}" for _ in range(4))
    if speaker.sometimes(_EDITOR_NOTE):
        yield f"Editor's note: {speaker.sentence()}"


def _paragraph(speaker: Speaker, number: str, notes: list[str]) -> str:
    text = _wrapped(f"{number} {speaker.sentences(PARAGRAPH_WORDS)}")
    if speaker.sometimes(_FOOTNOTE):
        notes.append(f"[^{len(notes) + 1}]: {speaker.sentence()}")
        text += f"[^{len(notes)}]"
    if speaker.sometimes(_LIMBS):
        text += "".join(f"\n({letter}) {speaker.sentence()}" for letter in "abc")
    return text


def _table(speaker: Speaker) -> str:
    years = [f"{year}/{year % 100 + 1}" for year in range(2012, 2012 + speaker.random.randint(2, 3))]
    rows = [[speaker.title(), *(speaker.figure() for _ in years)] for _ in range(speaker.random.randint(4, 12))]
    lines = [[speaker.title(), *years], ["---", *("--:" for _ in years)], *rows]
    return f"Table: {speaker.title()}\n" + "\n".join(f"| {' | '.join(line)} |" for line in lines)


def _recommendations(speaker: Speaker, section: int) -> Iterator[str]:
    yield f"## {section}.0 Recommendations"
    for number in range(1, speaker.random.randint(2, 4)):
        yield f"{section}.{number} That {' '.join(speaker.words(16))} be noted."


def _wrapped(text: str) -> str:
    """Break a paragraph into lines, but never before a figure: at the start of a line that would be a paragraph's number."""
    lines = [""]
    for word in text.split(" "):
        if len(lines[-1]) + len(word) < COLUMNS or word[0].isdigit() or word[0] in "&*":
            lines[-1] += f" {word}"
        else:
            lines.append(word)
    return "\n".join(lines).strip()


def _length(parts: list[str]) -> int:
    return sum(len(part.split()) for part in parts)


def _joined(parts: list[str]) -> str:
    return "\n\n".join(parts) + "\n"
