"""Long lists of names, written as they are read."""

from __future__ import annotations


def listed(names: str) -> frozenset[str]:
    """Take a text apart into the names that it lists."""
    return frozenset(names.split())
