"""The list of all published files with their digests, by which anyone can see whether a copy is whole."""

from __future__ import annotations

import hashlib
import json
import os
from collections.abc import Collection, Iterator, Mapping
from pathlib import Path

NAME = "data/manifest.json"

Lines = Mapping[str, Mapping[str, str | int]]
"""What is listed of each file, by its name."""


def lines(site: Path, but: Collection[str] = (), below: str = "") -> Lines:
    """Describe the files that stand in a site below a folder, but for those `but`, and for what lies in folders named so."""
    found = _files(os.fspath(site / below), f"{below}/" if below else "", {NAME, *but})
    return {name: _described(path) for name, path in found}


def manifest(listed: Lines, varying: str) -> bytes:
    """Write the list of every file of a finished site but the list itself.

    Files below the folder `varying` have other names in each build, though the same content: two builds of one record can be
    compared by `content`, the digest of all other lines.
    """
    fixed = {name: line for name, line in listed.items() if not name.startswith(varying)}
    content = hashlib.sha256(_json(fixed)).hexdigest()
    return _json({"content": content, "varying": varying, "files": listed})


def _files(folder: str, before: str, but: Collection[str]) -> Iterator[tuple[str, str]]:
    with os.scandir(folder) as scanned:
        entries = [entry for entry in scanned if before + entry.name not in but]
    for entry in entries:
        if entry.is_dir(follow_symlinks=False):
            yield from _files(entry.path, f"{before}{entry.name}/", but)
        elif entry.is_file():
            yield before + entry.name, entry.path


def _described(path: str) -> Mapping[str, str | int]:
    with open(path, "rb") as opened:  # noqa: PTH123 - there are thousands, and this costs less than a `Path`
        data = opened.read()
    return {"sha256": hashlib.sha256(data).hexdigest(), "size": len(data)}


def _json(value: object) -> bytes:
    return json.dumps(value, ensure_ascii=False, indent=0, sort_keys=True).encode() + b"\n"
