"""Days as headings give them."""

from __future__ import annotations

from datetime import date


def in_words(day: date) -> str:
    """Write a day as headings do: 16 March 2016."""
    return f"{day.day} {day:%B %Y}"
