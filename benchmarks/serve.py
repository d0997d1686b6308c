"""Measures `serve`: how long after a change its page can be had, beside a whole build of the same record in the same run.

    serve.py [--documents N] [--changes N]

Without `--documents` on the record of this repository. Compare the ratio: seconds mean little on a machine that has other work.
"""

from __future__ import annotations

import argparse
import gc
import shutil
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from statistics import median

from make_record import write_record
from public_record.host.live import Live
from public_record.host.run import build_site
from public_record.project import Project
from public_record.serving.board import Board

ROOT = Path(__file__).resolve().parent.parent


def timed(work: Callable[[], object]) -> tuple[float, float]:
    """Run, and give wall and CPU seconds."""
    wall, cpu = time.perf_counter(), time.process_time()
    work()
    return time.perf_counter() - wall, time.process_time() - cpu


def project(folder: Path, documents: int | None) -> Project:
    """Copy the project, with the record of this repository or an invented one."""
    shutil.copytree(ROOT / "site_config", folder / "site_config")
    shutil.copy(ROOT / "mkdocs.yml", folder)
    if documents is None:
        shutil.copytree(ROOT / "content", folder / "content")
    else:
        write_record(folder / "content", documents, seed=1)
    return Project(folder)


def changes(live: Live, board: Board, notes: Path, number: int) -> list[tuple[float, float]]:
    """Change a set of notes again and again, and time it until the page of the notes can be had."""
    day, body = notes.parent.name[:10], notes.parent.name[11:]
    address = f"{body}/{day}/notes/index.html"

    def change() -> None:
        live.look()
        if board.shown.findings or board.shown.problems or not (board.shown.site and board.shown.site.read(address)):
            raise SystemExit("The change was refused.")

    spent = []
    for count in range(number):
        notes.write_text(f"{notes.read_text().rstrip()}\n\nA sentence more, {count}.\n")
        spent.append(timed(change))
    return spent


def main() -> int:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--documents", type=int)
    parser.add_argument("--changes", type=int, default=5)
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        made, board = project(Path(folder), given.documents), Board()
        live = Live(made, board, lambda _: None)
        first = timed(live.look)
        gc.freeze()
        notes = max(made.content.glob("meetings/*/notes.md"))
        spent = changes(live, board, notes, given.changes)
        whole = timed(lambda: build_site(made))
    wall, cpu = (median(column) for column in zip(*spent, strict=True))
    print(f"first: {first[0]:.2f} s, CPU {first[1]:.2f} s")
    print(f"change, median of {given.changes}: {wall:.2f} s, CPU {cpu:.2f} s")
    print(f"whole build: {whole[0]:.2f} s, CPU of this process {whole[1]:.2f} s; a change is {wall / whole[0]:.3f} of it")
    return 0


if __name__ == "__main__":
    sys.exit(main())
