"""How dates, times and sizes are written."""

from __future__ import annotations

from datetime import date


def long_date(day: date) -> str:
    """Write a date as people do: `16 March 2016`."""
    return f"{day.day} {day:%B %Y}"


def partial_date(written: str) -> str:
    """Write a date of which only the year or the month may be known."""
    parts = [int(part) for part in written.split("-")]
    if len(parts) == 1:
        return written
    month = f"{date(parts[0], parts[1], 1):%B %Y}"
    return f"{parts[2]} {month}" if parts[2:] else month


def clock(time: str) -> str:
    """Write a time as notices do: `10:00` is `10.00 am`."""
    hour, minute = time.split(":")
    return f"{(int(hour) - 1) % 12 + 1}.{minute} {'am' if int(hour) < 12 else 'pm'}"  # noqa: PLR2004 - noon


def file_size(size: int) -> str:
    """Write the size of a file as people do: `34 kB`."""
    units = ["bytes", "kB", "MB"]
    power = 0 if size < 1000 else 1 if size < 1_000_000 else 2  # noqa: PLR2004 - thousands
    return f"{round(size / 1000**power)} {units[power]}"


def capitalise(words: str) -> str:
    """Begin words with a capital letter, and leave the others as they are."""
    return words[:1].upper() + words[1:]
