"""Cells that a spreadsheet opens as text."""

from __future__ import annotations

import re

# What a spreadsheet would take for a formula, a command or the sign of a number when it opens the file.
_TAKEN_FOR_A_FORMULA = re.compile(r"[\s]*[=+\-@\t\r]")


def guarded(cell: str) -> str:
    """Keep a spreadsheet from running a cell: an apostrophe before it makes it text."""
    return f"'{cell}" if _TAKEN_FOR_A_FORMULA.match(cell) else cell
