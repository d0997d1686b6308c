"""Reads a file again only where it says something else than before: for whoever reads the same record many times."""

from __future__ import annotations

import hashlib
from pathlib import Path

from public_record.model.findings import Finding
from public_record.model.forms import DocumentForm
from public_record.model.private import Document
from public_record.sources import files
from public_record.sources.document import document_of


class Remembered:
    """Takes the place of `read_document`, and gives the same.

    Every file is opened each time: its size and its date could be those of before, its digest could not.
    """

    def __init__(self) -> None:
        self._read: dict[str, tuple[bytes, Document[DocumentForm] | None, tuple[Finding, ...]]] = {}
        """By the name under which findings show it: digest, and what was found under it. A document is never changed."""
        self._asked: set[str] = set()
        """The names that were asked for since the last turn."""

    def __call__(self, path: Path, shown: str) -> tuple[Document[DocumentForm] | None, list[Finding]]:
        """Read a file, or remember what was read of it."""
        self._asked.add(shown)
        source, findings = files.read(path, shown)
        if source is None:
            self._read.pop(shown, None)
            return None, findings
        digest = hashlib.sha256(source.encode()).digest()
        known = self._read.get(shown)
        if known is None or known[0] != digest:
            document, found = document_of(source, shown)
            known = self._read[shown] = (digest, document, tuple(found))
        return known[1], list(known[2])

    def turn(self) -> None:
        """Forget what was not asked for since the last turn: files that are gone."""
        for gone in self._read.keys() - self._asked:
            del self._read[gone]
        self._asked.clear()
