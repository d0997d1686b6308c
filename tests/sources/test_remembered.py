"""What is remembered of a file is what reading it gives."""

from __future__ import annotations

import gc
import os
import weakref
from pathlib import Path

import pytest

from public_record.model.findings import Finding
from public_record.model.forms import DocumentForm
from public_record.model.private import Document
from public_record.sources import remembered
from public_record.sources.document import document_of, read_document
from public_record.sources.remembered import Remembered
from tiny import AGENDA

SHOWN = "content/meetings/2025-03-02-group/agenda.md"


def test_a_file_is_read_once_and_gives_the_same(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A second reading gives the very document, and findings of its own."""
    read: list[str] = []

    def counted(source: str, shown: str) -> tuple[Document[DocumentForm] | None, list[Finding]]:
        read.append(shown)
        return document_of(source, shown)

    monkeypatch.setattr(remembered, "document_of", counted)
    file = tmp_path / "agenda.md"
    file.write_text(AGENDA)
    reader = Remembered()
    first, second = reader(file, SHOWN), reader(file, SHOWN)
    assert (first[0] is second[0], first[1] is second[1], read) == (True, False, [SHOWN])
    assert first[1] == read_document(file, SHOWN)[1]


def test_another_text_of_the_same_size_and_date_is_read_anew(tmp_path: Path) -> None:
    """A mark that was changed without leaving a trace in the folder is seen: only the text counts."""
    file = tmp_path / "agenda.md"
    reader = Remembered()
    found = []
    for text in (AGENDA, AGENDA.replace("restricted", "restrictid")):
        file.write_text(text)
        os.utime(file, ns=(1, 1))
        found.append(reader(file, SHOWN))
    assert ([bool(findings) for _, findings in found], found[1][1]) == ([False, True], read_document(file, SHOWN)[1])


def test_what_cannot_be_read_is_not_remembered(tmp_path: Path) -> None:
    """A file that is gone is a finding, whatever it said before."""
    file = tmp_path / "agenda.md"
    file.write_text(AGENDA)
    reader = Remembered()
    reader(file, SHOWN)
    file.unlink()
    assert reader(file, SHOWN) == read_document(file, SHOWN)


def test_what_was_not_read_between_two_turns_is_forgotten(tmp_path: Path) -> None:
    """The file is gone, or its folder has another name; what was sealed in it goes with it."""
    files = [tmp_path / name for name in ("agenda.md", "other.md")]
    reader, documents = Remembered(), []
    for file in files:
        file.write_text(AGENDA)
        documents.append(weakref.ref(reader(file, file.name)[0] or reader))
    reader.turn()
    reader(files[0], files[0].name)
    reader.turn()
    gc.collect()
    assert [document() is None for document in documents] == [False, True]
