"""What can be served: a site whose files are read by name."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol


class HeldBackError(Exception):
    """The second line found something in a file, which is therefore not given out."""

    def __init__(self, problems: Sequence[str]) -> None:
        super().__init__("\n".join(problems))
        self.problems = tuple(problems)
        """In sentences that name places, and never words."""


class Site(Protocol):
    """A state of the site that passed the gate."""

    path: str
    """The path below which it is published, with `/` at both ends."""

    def read(self, name: str) -> bytes | None:
        """Read a file; None if there is none of this name. Raises `HeldBackError` where it must not be given out."""
