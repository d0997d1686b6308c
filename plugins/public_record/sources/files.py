"""Finds and opens the files of `content/`, and refuses whatever is not expected there."""

from __future__ import annotations

import os
import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from public_record.model.findings import Finding, Place
from public_record.model.rules import Rule

_MEETING_FOLDER = re.compile(r"(\d{4}-\d{2}-\d{2})-([a-z0-9]+(?:-[a-z0-9]+)*)")
MEETINGS, AGREEMENT = "meetings", "agreement"


@dataclass(frozen=True, slots=True)
class Tree:
    """The files of the record, by where they stand. Paths are real; names for people come from `shown`."""

    root: Path
    meetings: dict[str, list[Path]]
    """By the name of the folder."""
    agreement: list[Path]

    def shown(self, path: Path) -> str:
        """Write a path as findings show it: from the folder above `content/`, with `/`."""
        return path.relative_to(self.root.parent).as_posix()


def walk(root: Path) -> tuple[Tree, list[Finding]]:
    """List the files below `content/`. Links are not followed, and other types of file are refused."""
    tree = Tree(root, {}, [])
    findings: list[Finding] = []
    if not root.is_dir():
        finding = Finding(
            Place(root.name), Rule.UNREADABLE, "there is no folder of this name.", "Make it, or name another folder."
        )
        return tree, [finding]
    for path in _files(root, tree, findings):
        parts = path.relative_to(root).parts
        if parts[0] == MEETINGS and len(parts) == 3 and path.suffix == ".md":
            tree.meetings.setdefault(parts[1], []).append(path)
        elif parts[0] == AGREEMENT and len(parts) == 2 and path.suffix == ".md":
            tree.agreement.append(path)
        else:
            findings.append(
                Finding(
                    Place(tree.shown(path)),
                    Rule.UNEXPECTED_FILE,
                    "a file of this type or in this place is not part of the record.",
                    "Keep Markdown files in content/meetings/<date>-<body>/ and content/agreement/, and nothing else in content/.",
                )
            )
    return tree, findings


def _files(folder: Path, tree: Tree, findings: list[Finding]) -> Iterator[Path]:
    try:
        entries = sorted(os.scandir(folder), key=lambda entry: entry.name)
    except OSError:
        findings.append(
            Finding(Place(tree.shown(folder)), Rule.UNREADABLE, "this folder cannot be read.", "Look at its permissions.")
        )
        return
    for entry in entries:
        path = Path(entry.path)
        if entry.is_symlink():
            findings.append(
                Finding(
                    Place(tree.shown(path)),
                    Rule.LINK,
                    "this is a link to another place.",
                    "Put the file itself here; links are not followed.",
                )
            )
        elif entry.is_dir():
            yield from _files(path, tree, findings)
        else:
            yield path


def meeting_of(folder: str) -> tuple[date, str] | None:
    """Read date and body from a folder's name; None if it has another form."""
    match = _MEETING_FOLDER.fullmatch(folder)
    if match is None:
        return None
    try:
        return date.fromisoformat(match[1]), match[2]
    except ValueError:
        return None


def read(path: Path, shown: str) -> tuple[str | None, list[Finding]]:
    """Read one file as UTF-8. Windows line ends become ordinary ones; a byte order mark is refused."""
    try:
        source = path.read_bytes().decode("utf-8")
    except OSError:
        return None, [Finding(Place(shown), Rule.UNREADABLE, "this file cannot be read.", "Look at its permissions.")]
    except UnicodeDecodeError as error:
        line = error.object.count(b"\n", 0, error.start) + 1
        return None, [
            Finding(
                Place(shown, line),
                Rule.ENCODING,
                "this file is not in UTF-8 from here on.",
                "Save it with the encoding UTF-8.",
            )
        ]
    if source.startswith("\ufeff"):
        return None, [
            Finding(Place(shown), Rule.ENCODING, "this file begins with a byte order mark.", "Save it as UTF-8 without BOM.")
        ]
    return source.replace("\r\n", "\n"), []
