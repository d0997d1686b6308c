"""Makes a record of any size from a seed, in the format of docs/content-format.md, to measure with.

A document's words depend on the seed and the document alone, so a larger record holds the words of a smaller one. Meetings
lie before 2026: the checks are those of an archive.
"""

from __future__ import annotations

import argparse
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, timedelta
from pathlib import Path

import prose
from words import Speaker

LATEST = date(2025, 12, 10)
BETWEEN_MEETINGS = timedelta(days=14)
NOTICE = timedelta(days=14)
BODY = "kcsp"
SUBJECTS = ("domestic-abuse", "anti-social-behaviour", "road-safety", "prevent", "mental-health", "grant-funding")
VERSIONS_PER_DOCUMENTS = 150
"""One version of the agreement for so many documents."""

_RESTRICTED_PASSAGE = 0.04
_RESTRICTED_SECTION = 0.4
_APPENDIX = 0.2
_RESTRICTED_APPENDIX = 0.2
_DRAFT = 0.03


@dataclass
class Meeting:
    """A meeting in the making: its files, and how many documents it may still have."""

    seed: int
    day: date
    left: int
    files: dict[str, str] = field(default_factory=dict)
    items: list[str] = field(default_factory=list)
    """References of the items, to be minuted."""

    def speaker(self, name: str) -> Speaker:
        """Give a document a voice of its own."""
        return Speaker(self.seed, f"{self.day} {name}")

    def add(self, name: str, text: str) -> bool:
        """Add a document, unless there are enough."""
        if self.left <= 0:
            return False
        self.left -= 1
        self.files[name] = text
        return True


def write_record(content: Path, documents: int, seed: int) -> int:
    """Write a record of so many documents, agendas not counted. Returns the number of its files."""
    count = 0
    for path, text in record(documents, seed):
        file = content / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8")
        count += 1
    return count


def record(documents: int, seed: int) -> Iterator[tuple[str, str]]:
    """Yield the files of a record: path below content/, and text."""
    versions = max(1, documents // VERSIONS_PER_DOCUMENTS)
    for number in range(1, versions + 1):
        yield f"agreement/{number}.0.md", _agreement(Speaker(seed, f"agreement {number}"), number)
    left, day = documents - versions, LATEST
    while left > 0:
        meeting = Meeting(seed, day, left)
        _hold(meeting)
        yield from ((f"meetings/{day}-{BODY}/{name}", text) for name, text in meeting.files.items())
        left, day = meeting.left, day - BETWEEN_MEETINGS


def _hold(meeting: Meeting) -> None:
    """Fill a meeting with papers, then with the agenda and the notes that go with them."""
    speaker = meeting.speaker("agenda")
    meeting.left -= 1  # the notes, written last
    sections = [_business(meeting), _discussion(meeting, speaker), _information(meeting)]
    if speaker.sometimes(_RESTRICTED_SECTION):
        sections.append(_restricted(meeting, speaker))
    meeting.left += 1
    meeting.add("notes.md", _notes(meeting))
    meeting.files["agenda.md"] = _agenda(meeting, sections)


def _business(meeting: Meeting) -> str:
    meeting.items.append("A2")
    earlier = meeting.day - BETWEEN_MEETINGS
    return f"""\
  - letter: A
    title: Committee business
    items:
      - {{ref: A1, title: Apologies}}
      - {{ref: A2, title: "Notes of meeting held on {earlier:%d %B %Y}", notes_of: {earlier}}}
"""


def _discussion(meeting: Meeting, speaker: Speaker) -> str:
    lines = ["  - letter: B", "    title: Matters for discussion", "    items:"]
    for number in range(1, speaker.random.randint(6, 8)):
        ref = f"B{number}"
        meeting.items.append(ref)
        delivery = "report" if _papers(meeting, ref) else "verbal"
        lines.append(f"      - ref: {ref}\n        title: {speaker.title()}\n        delivery: {delivery}")
        lines.append(f"        pages: {number * 10}-{number * 10 + 9}\n        subjects: [{speaker.pick(SUBJECTS)}]")
    return "\n".join(lines) + "\n"


def _papers(meeting: Meeting, ref: str) -> bool:
    """Lay a paper before an item; now and then with an appendix, now and then with a draft beside it."""
    speaker = meeting.speaker(ref)
    text = prose.paper(speaker, restricted_passage=speaker.sometimes(_RESTRICTED_PASSAGE))
    laid = meeting.add(f"{ref.lower()}.md", _paper_head(speaker, meeting.day, f"access: public\nitem: {ref}") + text)
    if laid and speaker.sometimes(_APPENDIX):
        _appendix(meeting, ref)
    if laid and speaker.sometimes(_DRAFT):
        head = _paper_head(speaker, meeting.day, f"access: draft\nitem: {ref}\npaper: 2")
        speaker.refers = False
        meeting.add(f"{ref.lower()}-2.md", head + prose.paper(speaker))
    return laid


def _paper_head(speaker: Speaker, day: date, first: str) -> str:
    return f"""\
---
kind: paper
{first}
title: {speaker.title()}
by:
  - {{name: {speaker.name()}, role: {speaker.title()}}}
to: Kent Community Safety Partnership
dated: {day}
purpose: {speaker.pick(("decision", "information", "discussion"))}
contact: {speaker.title()}
background_papers: [{speaker.title()}, {speaker.title()}]
---

"""


def _appendix(meeting: Meeting, ref: str) -> None:
    speaker = meeting.speaker(f"{ref} appendix")
    access = "access: public"
    if speaker.sometimes(_RESTRICTED_APPENDIX):
        speaker.refers = False
        access = "access: restricted\npublic_title: Prices\nexemption: {basis: schedule-12a, paragraphs: [3]}"
    head = f"---\nkind: appendix\n{access}\nitem: {ref}\nappendix: A\ntitle: {speaker.title()}\n---\n\n"
    meeting.add(f"{ref.lower()}-appendix-a.md", head + prose.paper(speaker))


def _information(meeting: Meeting) -> str:
    following = meeting.day + BETWEEN_MEETINGS
    return f"""\
  - letter: C
    title: Matters for information
    items:
      - ref: C1
        title: Date of next meeting
        next_meeting: {{date: {following}, time: "10:00", venue: County Hall}}
      - {{ref: C2, title: The agreement, agreement: "1.0"}}
"""


def _restricted(meeting: Meeting, speaker: Speaker) -> str:
    """Hold a restricted section; what is said in it is withheld, with the minute of its item."""
    meeting.items.append("D1")
    head = f"---\nkind: paper\naccess: restricted\nitem: D1\ntitle: {speaker.title()}\n---\n\n"
    closed = meeting.speaker("D1")
    closed.refers = False
    meeting.add("d1.md", head + prose.paper(closed))
    return """\
  - letter: D
    title: Restricted items
    access: restricted
    exemption: {basis: schedule-12a, paragraphs: [1, 2], balance: Naming the family would harm it., review: 2027-01-31}
    items:
      - {ref: D1, public_title: Reviews}
"""


def _agenda(meeting: Meeting, sections: list[str]) -> str:
    return f"""\
---
kind: agenda
access: public
body: {BODY}
date: {meeting.day}
time: "10:00"
venue: County Hall, Maidstone
published: {meeting.day - NOTICE}
contact: Democratic Services
sections:
{"".join(sections)}---
"""


def _notes(meeting: Meeting) -> str:
    speaker = meeting.speaker("notes")
    words = prose.WORDS // len(meeting.items)
    minutes = []
    for number, ref in enumerate(meeting.items, start=1):
        speaker.refers = ref != "D1"
        minutes.append(f"## {number}. {speaker.title()}\n(Item {ref})\n\n{prose.minute(speaker, words)}")
    present = "\n".join(f"  - {speaker.name()}" for _ in range(12))
    head = f'---\nkind: notes\naccess: public\nbody: {BODY}\ndate: {meeting.day}\ntime: "10:00"\npresent:\n{present}\n---\n\n'
    return head + "\n".join(minutes)


def _agreement(speaker: Speaker, number: int) -> str:
    priorities = "\n".join(
        f"  - {{id: priority-{place}, title: {speaker.title()}, lead: {speaker.title()}}}" for place in range(7)
    )
    return f"""\
---
kind: agreement
access: public
version: "{number}.0"
title: Community Safety Agreement
published: "{1900 + number}-04"
period: {{from: {1900 + number}-04-01}}
known: whole
priorities:
{priorities}
themes: [{{id: theme, title: {speaker.title()}}}]
---

{prose.paper(speaker)}"""


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("content", type=Path, help="Folder to write, such as content/; it must not exist yet.")
    parser.add_argument("--documents", type=int, default=300, metavar="N")
    parser.add_argument("--seed", type=int, default=1)
    arguments = parser.parse_args()
    if arguments.content.exists():
        parser.error("the folder exists already")
    count = write_record(arguments.content, arguments.documents, arguments.seed)
    print(f"{count} files.")


if __name__ == "__main__":
    main()
