"""Which lines begin a numbered paragraph, and which only begin with a number."""

from __future__ import annotations

import pytest

from public_record.model.private import SealedOutcome, SealedParagraph
from public_record.sources.prose import blocks


def _numbers(text: str) -> list[tuple[int, str | None]]:
    found, slips = blocks(text, 1)
    assert slips == []
    return [(block.line, block.number) for block in found if isinstance(block, SealedParagraph | SealedOutcome)]


@pytest.mark.parametrize(
    "line",
    [
        "84.6 per cent of lamps were lit.",
        "2015. The year after was better.",
        "16. The day after was better.",
        "2.1 per cent of lamps were lit.",
        "2.3 per cent of lamps were lit.",
        "1.9 per cent of lamps were lit.",
        "4.0 per cent of lamps were lit.",
        "2.1.2 was struck out.",
        "2.1.1.1 was struck out.",
        "(2) of the Act says so.",
        "1. Lamps.",
        "3.2 per cent of lamps were lit.",
    ],
)
def test_a_wrapped_line_that_begins_with_a_number_goes_on(line: str) -> None:
    """An editor that wraps lines makes no paragraphs."""
    (only,) = blocks(f"2.1 Of all that was seen,\n{line}", 1)[0]
    assert isinstance(only, SealedParagraph)
    assert (only.number, only.text.reveal()) == ("2.1", f"Of all that was seen,\n{line}")


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("1.", "2."),
        ("7)", "8)"),
        ("(1)", "(2)"),
        ("9.", "10."),
        ("2.1", "2.2"),
        ("2.1.", "2.2."),
        ("2.9", "3.0"),
        ("2.9", "3.1"),
        ("2.9", "2.10"),
        ("14.", "14.1"),
        ("2.1", "2.1.1"),
        ("2.1.3", "2.2"),
        ("2.1.3", "3.0"),
        ("14.3", "15."),
    ],
)
def test_numbers_in_order_begin_paragraphs_without_an_empty_line(first: str, second: str) -> None:
    """Each has its own line, number and address."""
    assert _numbers(f"{first} One\nmore.\n{second} Two.") == [(1, first.strip(".()")), (3, second.strip(".()"))]


def test_a_number_in_brackets_is_not_next_to_one_with_a_full_stop() -> None:
    """Of two ways of counting the one in brackets belongs to the paragraph, or to an Act."""
    assert _numbers("1. Under section\n(2) of the Act.\n2. Two.") == [(1, "1"), (3, "2")]


def test_order_is_taken_up_again_behind_a_number_that_stood_there_by_chance() -> None:
    """The number passed over is not what the next one follows."""
    assert _numbers("2.1 One, at\n84.6 per cent.\n2.2 Two, at\n84.7 per cent.\n2.3 Three.") == [
        (1, "2.1"),
        (3, "2.2"),
        (5, "2.3"),
    ]


def test_behind_an_empty_line_any_number_begins_a_paragraph() -> None:
    """Papers skip numbers, and repeat them."""
    assert _numbers("2.1 One.\n\n2.1 Again.\n\n7.3 Seven.\n \n(4) Four.") == [(1, "2.1"), (3, "2.1"), (5, "7.3"), (7, "4")]


def test_resolutions_among_numbered_paragraphs_keep_their_lines() -> None:
    """They are cited by number, too."""
    found, _ = blocks("1. One.\n2. RESOLVED that lamps\nbe lit:\n   (a) now;\n   (b) later.\n3. Three.", 7)
    assert [(type(block), block.line) for block in found] == [
        (SealedParagraph, 7),
        (SealedOutcome, 8),
        (SealedParagraph, 12),
    ]
