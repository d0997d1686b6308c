"""Measures `serve`: how long after a change its page can be had, or its finding, beside a whole build of the same record.

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


Spent = list[tuple[float, float]]


def changes(live: Live, board: Board, changed: Path, address: str, number: int) -> Spent:
    """Change a document again and again, and time it until a page can be had."""

    def change() -> None:
        live.look()
        if board.shown.findings or board.shown.problems or not (board.shown.site and board.shown.site.read(address)):
            raise SystemExit("The change was refused.")

    spent = []
    for count in range(number):
        changed.write_text(f"{changed.read_text().rstrip()}\n\nA sentence more, {count}.\n")
        spent.append(timed(change))
    return spent


def slips(live: Live, board: Board, notes: Path, number: int) -> Spent:
    """Make a slip again and again, and time it until the finding can be read."""

    def slip() -> None:
        live.look()
        if not board.shown.findings:
            raise SystemExit("The slip was not found.")

    spent, text = [], notes.read_text()
    for count in range(number):
        notes.write_text(text.replace("access: public", f"access: pubic{count}", 1))
        spent.append(timed(slip))
    notes.write_text(text)
    live.look()
    return spent


def told(name: str, spent: Spent) -> None:
    wall, cpu = (median(column) for column in zip(*spent, strict=True))
    print(f"{name}, median of {len(spent)}: {wall:.2f} s, CPU {cpu:.2f} s")


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
        address = f"{notes.parent.name[11:]}/{notes.parent.name[:10]}/notes/index.html"
        spent = changes(live, board, notes, address, given.changes)
        slipped = slips(live, board, notes, given.changes)
        drafts = [path for path in sorted(made.content.glob("meetings/*/*.md")) if "\naccess: draft\n" in path.read_text()]
        drafted = changes(live, board, drafts[-1], address, given.changes) if drafts else []
        whole = timed(lambda: build_site(made))
    print(f"first: {first[0]:.2f} s, CPU {first[1]:.2f} s")
    told("a change of public notes", spent)
    told("a slip", slipped)
    if drafted:
        told("a change of a draft", drafted)
    ratio = median(wall for wall, _ in spent) / whole[0]
    print(f"whole build: {whole[0]:.2f} s, CPU of this process {whole[1]:.2f} s; a change is {ratio:.3f} of it")
    return 0


if __name__ == "__main__":
    sys.exit(main())
