"""Builds the whole site in a process of its own, for what only a whole site gives: the search index and the list of files.

`python -m public_record.host.indexing PROJECT SITE` is that process.
"""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
from pathlib import Path

from public_record.outputs import manifest
from public_record.outputs.search import FOLDER
from public_record.project import Project

_MODULE = "public_record.host.indexing"
_STEPS_BACK = 10


class IndexingError(Exception):
    """The whole build failed. The message is its log, which holds no text of a record."""


def indexed(project: Project) -> dict[str, bytes]:
    """Build the site, checks and second line included, and give what only a whole site has. Raises `IndexingError`."""
    with tempfile.TemporaryDirectory(prefix="public-record-") as folder:
        site = Path(folder) / "site"
        command = [sys.executable, "-m", _MODULE, str(project.root), str(site)]
        finished = subprocess.run(command, capture_output=True, text=True, check=False)
        if finished.returncode:
            raise IndexingError(finished.stderr.strip())
        found = [path for path in (site / FOLDER).rglob("*") if path.is_file()]
        return {path.relative_to(site).as_posix(): path.read_bytes() for path in (*found, site / manifest.NAME)}


def main(root: Path, site: Path) -> int:
    """Build the site of a project into a folder, and leave the machine to whoever works at it."""
    from public_record.host.run import build_site  # noqa: PLC0415 - `host.run` serves, too, and then starts this process

    os.nice(_STEPS_BACK)
    return build_site(Project(root), into=site)


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1]), Path(sys.argv[2])))
