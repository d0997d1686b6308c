"""What is raised when a file cannot be made fit to be published."""

from __future__ import annotations


class CannotClean(Exception):  # noqa: N818 - what it says of the file; nothing has gone wrong in the program
    """A file must not be published as it is."""

    def __init__(self, reason: str) -> None:
        super().__init__(reason)
        self.reason = reason
        """Sentences for a clerk: what is wrong, and what to do. They quote nothing of the file."""
