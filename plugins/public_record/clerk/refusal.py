"""Why something that a clerk asked for was not done."""

from __future__ import annotations

from collections.abc import Sequence

from public_record.model.findings import Finding


class RefusalError(Exception):
    """Nothing was changed; the message says why, and what to do, without the words of a record."""

    def __init__(self, message: str, findings: Sequence[Finding] = ()) -> None:
        super().__init__(message)
        self.findings = tuple(findings)
        """What `check` would have said, had it been done."""
