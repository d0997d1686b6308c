"""What stands too deep in lists and quotations is found in the file, and not by the program that renders it."""

from __future__ import annotations

import pytest

from builders import agenda, findings, meeting_files, notes, paper, public, told
from public_record.model.text import PublicText
from public_record.pages.markdown import render
from public_record.sources.nesting import DEEPEST

DEEP = {
    "a list": lambda depth: "\n".join(f"{' ' * 4 * level}- x" for level in range(depth)),
    "a list with empty lines": lambda depth: "\n\n".join(f"{' ' * 4 * level}- x" for level in range(depth)),
    "a list in a line": lambda depth: "- " * depth + "x",
    "numbers in a line": lambda depth: "1. " * depth + "x",
    "quotations": lambda depth: "> " * depth + "x",
    "quotations without spaces": lambda depth: ">" * depth + "x",
    "lists in quotations": lambda depth: ("> - " * depth)[: 2 * depth] + "x",
    "a footnote": lambda depth: "x[^1]\n\n[^1]: x\n\n" + "\n".join(f"{' ' * 4 * level}- x" for level in range(1, depth)),
}


@pytest.mark.parametrize("text", DEEP.values(), ids=DEEP)
@pytest.mark.parametrize("depth", [DEEPEST + 1, 120])
def test_what_stands_too_deep_is_told_at_its_line(text: object, depth: int) -> None:
    """Once, whatever stands below it; and nothing of the meeting is published."""
    assert callable(text)
    tree = meeting_files(agenda=agenda(), b1=paper(f"1.1 Lamps.\n\n{text(depth)}\n"))
    (only,) = findings(tree)
    written = tree["meetings/2024-05-14-hill/b1.md"].split("\n")
    first = next(number for number, line in enumerate(written, 1) if _levels(line) > DEEPEST)
    assert (only.rule, only.place.line, only.message, only.help) == (
        "nesting",
        first,
        "this stands more than 20 levels deep in lists or quotations.",
        "Take most of the spaces, or of the signs of lists and quotations, away from the beginning of the line.",
    )
    assert public(tree).meetings == ()


def _levels(line: str) -> int:
    """Count the levels of a line of the examples: four spaces are one, and so is each sign."""
    spaces = len(line) - len(line.lstrip(" "))
    return spaces // 4 + sum(line.count(sign) for sign in (">", "- ", "1. ")) if line.endswith("x") else 0


@pytest.mark.parametrize("text", DEEP.values(), ids=DEEP)
def test_what_may_be_written_can_be_rendered(text: object) -> None:
    """With room to spare for what calls the renderer."""
    assert callable(text)
    assert told(meeting_files(agenda=agenda(), b1=paper(f"1.1 Lamps.\n\n{text(DEEPEST)}\n"))) == []
    assert render([PublicText(text(5 * DEEPEST))]).fragments


def test_a_minute_is_looked_at_as_well() -> None:
    """By its line in the file."""
    tree = meeting_files(agenda=agenda(), n=notes(f"## 1. Lamps\n(Item B1)\n\n1. One.\n\n{'- ' * 30}x\n"))
    assert told(tree) == ["n.md:13 nesting"]


@pytest.mark.parametrize(
    "text",
    ["- " * 40, "* " * 40 + "*", "-" * 90, f"1.1 One.\n\n{' ' * 99}signed", "| - | - |", f"{' ' * 99}5 May", "1.2.3.4." * 30],
    ids=["a rule of dashes", "a rule of stars", "a line", "far to the right", "a table", "a day", "numbers"],
)
def test_lines_that_only_look_deep_are_none(text: str) -> None:
    """Rules, and what somebody set to the right by spaces."""
    assert "nesting" not in " ".join(told(meeting_files(agenda=agenda(), b1=paper(f"1.1 Lamps.\n\n{text}\n"))))
