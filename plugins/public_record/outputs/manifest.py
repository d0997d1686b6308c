"""The list of all published files with their digests, by which anyone can see whether a copy is whole."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator, Mapping
from pathlib import Path

NAME = "data/manifest.json"


def manifest(site: Path, varying: str) -> bytes:
    """List every file of a finished site but the list itself.

    Files below the folder `varying` have other names in each build, though the same content: two builds of one record can be
    compared by `content`, the digest of all other lines.
    """
    files = {name: _described(path) for name, path in _files(site) if name != NAME}
    fixed = {name: line for name, line in files.items() if not name.startswith(varying)}
    content = hashlib.sha256(_json(fixed)).hexdigest()
    return _json({"content": content, "varying": varying, "files": files})


def _files(site: Path) -> Iterator[tuple[str, Path]]:
    for path in sorted(site.rglob("*")):
        if path.is_file():
            yield path.relative_to(site).as_posix(), path


def _described(path: Path) -> Mapping[str, str | int]:
    with path.open("rb") as opened:
        digest = hashlib.file_digest(opened, "sha256").hexdigest()
    return {"sha256": digest, "size": path.stat().st_size}


def _json(value: object) -> bytes:
    return json.dumps(value, ensure_ascii=False, indent=0, sort_keys=True).encode() + b"\n"
