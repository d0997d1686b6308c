"""Finds and opens the files of `content/`, and refuses whatever is not expected there."""

from __future__ import annotations

import hashlib
import os
import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from public_record.model.findings import Finding, Place
from public_record.model.private import SealedFile
from public_record.model.rules import Rule
from public_record.sources.shown import rows_of

_MEETING_FOLDER = re.compile(r"(\d{4}-\d{2}-\d{2})-([a-z0-9]+(?:-[a-z0-9]+)*)")
MEETINGS, AGREEMENT = "meetings", "agreement"
ATTACHMENTS = frozenset({".pdf", ".png", ".jpg", ".jpeg", ".docx", ".xlsx", ".csv", ".txt"})
"""Types of file that a paper can have attached."""


@dataclass(frozen=True, slots=True)
class Tree:
    """The files of the record, by where they stand. Paths are real; names for people come from `shown`."""

    roots: tuple[Path, ...]
    meetings: dict[str, list[Path]]
    """By the name of the folder."""
    agreement: list[Path]
    attachments: dict[str, list[Path]]
    """Files beside the papers, by the name of the folder."""

    def shown(self, path: Path) -> str:
        """Write a path as findings show it: from the folder above its tree, with `/`."""
        name = path.as_posix()
        root = next(root for root in self.roots if f"{name}/".startswith(f"{root.as_posix()}/"))
        return f"{root.name}{name.removeprefix(root.as_posix())}"


def walk(root: Path, private: Path | None = None) -> tuple[Tree, list[Finding]]:
    """List the files of the record.

    `private` is a second tree of the same form, laid over the first: a file of it takes the place of the one of its name.
    """
    tree, findings = _walk(root)
    if private is None:
        return tree, findings
    over, more = _walk(private)
    return _laid_over(tree, over), [*findings, *more]


def _laid_over(below: Tree, over: Tree) -> Tree:
    folders = sorted({*below.meetings, *over.meetings})
    meetings = {name: _replaced(below.meetings.get(name, []), over.meetings.get(name, [])) for name in folders}
    beside = {name: _replaced(below.attachments.get(name, []), over.attachments.get(name, [])) for name in folders}
    return Tree((*over.roots, *below.roots), meetings, _replaced(below.agreement, over.agreement), beside)


def _replaced(below: list[Path], over: list[Path]) -> list[Path]:
    found = {path.name: path for path in below} | {path.name: path for path in over}
    return [found[name] for name in sorted(found)]


def _walk(root: Path) -> tuple[Tree, list[Finding]]:
    """List the files below one folder. Links are not followed, and other types of file are refused."""
    tree = Tree((root,), {}, [], {})
    findings: list[Finding] = []
    if not _is_folder(root):
        cure = "Make it, or name another folder."
        return tree, [Finding(Place(root.name), Rule.UNREADABLE, "there is no folder of this name.", cure)]
    for path in _files(root, tree, findings):
        match path.parts[len(root.parts) :]:
            case (str(top), str(folder), _) if top == MEETINGS and path.suffix == ".md":
                tree.meetings.setdefault(folder, []).append(path)
            case (str(top), str(folder), _) if top == MEETINGS and path.suffix.lower() in ATTACHMENTS:
                tree.attachments.setdefault(folder, []).append(path)
            case (str(top), _) if top == AGREEMENT and path.suffix == ".md":
                tree.agreement.append(path)
            case _:
                findings.append(_misnamed(tree.shown(path)) if _is_nearly_markdown(path) else _unexpected(tree.shown(path)))
    return tree, findings


def _is_nearly_markdown(path: Path) -> bool:
    return path.suffix.lower() in {".md", ".markdown", ".mdown", ".mkd"} and path.suffix != ".md"


def _misnamed(shown: str) -> Finding:
    cure = "Rename it, so that its name ends in `.md`, in small letters."
    return Finding(Place(shown), Rule.UNEXPECTED_FILE, "the name of this file does not end as those of the record do.", cure)


def _is_folder(path: Path) -> bool:
    try:
        return path.is_dir()
    except OSError:
        return False


def _files(folder: Path, tree: Tree, findings: list[Finding]) -> Iterator[Path]:
    """Yield the ordinary files below a folder, in the order of their names."""
    try:
        entries = sorted(os.scandir(folder), key=lambda entry: entry.name)
    except OSError:
        message = "this folder cannot be read."
        findings.append(Finding(Place(tree.shown(folder)), Rule.UNREADABLE, message, "Look at its permissions."))
        return
    for entry in entries:
        path = Path(entry.path)
        if not entry.name.isprintable():
            findings.append(_unexpected(tree.shown(folder)))
        elif entry.is_symlink():
            cure = "Put the file itself here; links are not followed."
            findings.append(Finding(Place(tree.shown(path)), Rule.LINK, "this is a link to another place.", cure))
        elif entry.is_dir():
            yield from _files(path, tree, findings)
        elif entry.is_file() and not entry.name.startswith("."):
            yield path
        else:
            findings.append(_unexpected(tree.shown(path)))


def left_alone(tree: Tree) -> Iterator[Finding]:
    """Yield the files that stand in a folder without any document that could name them."""
    for folder in tree.attachments.keys() - tree.meetings.keys():
        yield from (_unexpected(tree.shown(path)) for path in tree.attachments[folder])


def _unexpected(shown: str) -> Finding:
    return Finding(
        Place(shown),
        Rule.UNEXPECTED_FILE,
        "a file of this type, of this name or in this place is not part of the record.",
        f"Keep Markdown files, and attachments that a paper names, in content/{MEETINGS}/<date>-<body>/; "
        f"in content/{AGREEMENT}/ Markdown files alone.",
    )


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


def seal(path: Path, shown: str) -> tuple[SealedFile | None, list[Finding]]:
    """Take a file that is no document: its digest, and the way to its bytes."""
    try:
        with path.open("rb") as opened:
            digest = hashlib.file_digest(opened, "sha256").hexdigest()
    except OSError:
        return None, [Finding(Place(shown), Rule.UNREADABLE, "this file cannot be read.", "Look at its permissions.")]
    return SealedFile(shown, digest, path.read_bytes, rows_of), []
