"""Builds an invented record with our pipeline and, side by side, as plain Material; prints what both cost, and the ratios.

Compare ratios: seconds mean little on a machine that has other work. Nothing is asserted here.
"""

from __future__ import annotations

import argparse
import json
import os
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from itertools import pairwise
from pathlib import Path
from statistics import median

import links_pass
import plain
import timed_build
from make_record import write_record

ROOT = Path(__file__).resolve().parent.parent
TODAY = datetime(2026, 1, 5, tzinfo=UTC)
MIB = 1024 * 1024

AT_MOST_OF_PLAIN = 1.3
AT_MOST_GROWTH_PER_TENFOLD = 11
AT_MOST_CHECK = 1 / 20
AT_MOST_LINKS = 1 / 10
AT_MOST_VERIFY = 1 / 10
AT_MOST_MIB = 400


@dataclass(frozen=True, slots=True)
class Cost:
    """What a process cost, its children apart."""

    wall: float
    cpu: float
    children_cpu: float
    peak: float
    """MiB."""
    children_peak: float
    """MiB; for a small child no less than what its parent had when it started it."""
    imported_mkdocs: bool

    @property
    def all_cpu(self) -> float:
        """CPU seconds, children included."""
        return self.cpu + self.children_cpu


@dataclass(frozen=True, slots=True)
class Share:
    """What one part of a build cost."""

    wall: float
    cpu: float
    children_cpu: float

    @property
    def all_cpu(self) -> float:
        """CPU seconds, children included."""
        return self.cpu + self.children_cpu


@dataclass(frozen=True, slots=True)
class Measured:
    """A size, with the cost of everything that was run at it."""

    documents: int
    pages: int
    plain_pages: int
    ours: Cost
    plain: Cost
    check: Cost
    links_cpu: float
    """Of the register and the pass that resolves references, which are a part of the build."""
    verify: Share
    without_verify: float
    """Wall seconds of a build without the second line."""

    @property
    def without_indexer(self) -> float:
        """CPU seconds of our build and of its children that search, without the indexer and the children that render."""
        return self.ours.cpu + self.verify.children_cpu


def measure(documents: int, seed: int, runs: int, folder: Path) -> Measured:
    """Make a record and measure with it; the builds take turns, so that both meet the same machine."""
    ours, yardstick = folder / "ours", folder / "plain"
    shutil.copytree(ROOT / "site_config", ours / "site_config")
    shutil.copy(ROOT / "mkdocs.yml", ours)
    write_record(ours / "content", documents, seed)
    costs: list[tuple[Cost, Cost, Cost]] = []
    links: list[float] = []
    shares: list[Share] = []
    without: list[float] = []
    for _ in range(runs):
        mine = build(["timed_build"], ours)
        shares.append(Share(**json.loads((ours / timed_build.REPORT).read_text(encoding="utf-8"))))
        without.append(build(["timed_build", "--without"], ours).wall)
        if not yardstick.exists():
            plain.write_project(ours, yardstick)
        theirs = build(["mkdocs", "build"], yardstick)
        costs.append((mine, theirs, run(["public_record", "--project", ".", "check"], ours)))
        links.append(_links(ours))
    mine, theirs, check = (middle(column) for column in zip(*costs, strict=True))
    verify = sorted(shares, key=lambda share: share.all_cpu)[len(shares) // 2]
    return Measured(documents, pages_of(ours), pages_of(yardstick), mine, theirs, check, median(links), verify, median(without))


def _links(folder: Path) -> float:
    run(["links_pass"], folder)
    return float(json.loads((folder / links_pass.REPORT).read_text(encoding="utf-8"))["cpu"])


def build(command: Sequence[str], folder: Path) -> Cost:
    """Build where no site stands, as on a fresh machine: to remove an old one is another matter."""
    shutil.rmtree(folder / "site", ignore_errors=True)
    return run(command, folder)


def run(command: Sequence[str], folder: Path) -> Cost:
    """Run a module in a project's folder, in a process that reports what it cost; say, too, how long it took."""
    report = folder / "cost.json"
    environment = {**os.environ, "SOURCE_DATE_EPOCH": str(int(TODAY.timestamp())), "NO_MKDOCS_2_WARNING": "1"}
    started = time.perf_counter()
    finished = subprocess.run(
        [sys.executable, str(ROOT / "benchmarks" / "measured.py"), str(report), *command],
        cwd=folder,
        env=environment,
        capture_output=True,
        text=True,
        check=False,
    )
    wall = time.perf_counter() - started
    if finished.returncode:
        raise SystemExit(f"`{' '.join(command)}` ended with status {finished.returncode}:\n{finished.stderr[-4000:]}")
    costs = json.loads(report.read_text(encoding="utf-8"))
    return Cost(wall, **{**costs, "peak": costs["peak"] / MIB, "children_peak": costs["children_peak"] / MIB})


def middle(costs: Sequence[Cost]) -> Cost:
    """Take the median of each figure."""

    def of(figure: Callable[[Cost], float]) -> float:
        return median(map(figure, costs))

    return Cost(
        of(lambda cost: cost.wall),
        of(lambda cost: cost.cpu),
        of(lambda cost: cost.children_cpu),
        of(lambda cost: cost.peak),
        of(lambda cost: cost.children_peak),
        imported_mkdocs=any(cost.imported_mkdocs for cost in costs),
    )


def pages_of(project: Path) -> int:
    """Count the pages of a finished site."""
    return sum(1 for _ in (project / "site").rglob("index.html"))


def table(measured: Measured) -> Iterator[str]:
    """Write what was measured at one size."""
    ours, theirs, check = measured.ours, measured.plain, measured.check
    yield f"{measured.documents} documents: {measured.pages} pages, {measured.plain_pages} in plain Material"
    yield f"{'':16}{'wall s':>9}{'CPU s':>9}{'of it children':>16}{'peak MiB':>10}{'children MiB':>14}{'pages/s':>9}"
    rows = (("ours", ours, measured.pages), ("plain Material", theirs, measured.plain_pages), ("check", check, 0))
    for name, cost, pages in rows:
        speed = f"{pages / cost.wall:9.1f}" if pages else ""
        memory = f"{cost.peak:10.0f}{cost.children_peak:14.0f}"
        yield f"{name:16}{cost.wall:9.2f}{cost.all_cpu:9.2f}{cost.children_cpu:16.2f}{memory}{speed}"
    verify = measured.verify
    yield f"{'of it verify':16}{verify.wall:9.2f}{verify.all_cpu:9.2f}{verify.children_cpu:16.2f}"
    yield ""


def verdicts(sizes: Sequence[Measured]) -> Iterator[str]:
    """Write the ratios, each beside what it is to be."""
    for at in sizes:
        ours, theirs, check = at.ours, at.plain, at.check
        yield f"{at.documents} documents"
        yield _line("build, of plain Material (CPU)", ours.all_cpu / theirs.all_cpu, AT_MOST_OF_PLAIN)
        yield _line("build, of plain Material (wall)", ours.wall / theirs.wall, AT_MOST_OF_PLAIN)
        yield _line("build without indexer, of the same (CPU)", ours.cpu / theirs.all_cpu, AT_MOST_OF_PLAIN)
        yield _line("check, of the build (CPU)", check.all_cpu / ours.all_cpu, AT_MOST_CHECK)
        yield _line("check, of the build (wall)", check.wall / ours.wall, AT_MOST_CHECK)
        yield _line("links, of the build (CPU)", at.links_cpu / ours.all_cpu, AT_MOST_LINKS)
        yield _line("links, of the build without indexer (CPU)", at.links_cpu / ours.cpu, AT_MOST_LINKS)
        yield _line("verify, of the build (CPU)", at.verify.all_cpu / ours.all_cpu, AT_MOST_VERIFY)
        yield _line("verify, of the build without indexer (CPU)", at.verify.all_cpu / at.without_indexer, AT_MOST_VERIFY)
        yield _line("verify, of the build (wall)", 1 - at.without_verify / ours.wall, AT_MOST_VERIFY)
        yield _line("peak memory without indexer, MiB", ours.peak, AT_MOST_MIB)
        yield f"  check imported MkDocs: {'yes' if check.imported_mkdocs else 'no'}"
    for small, large in pairwise(sizes):
        limit = AT_MOST_GROWTH_PER_TENFOLD * large.documents / small.documents / 10
        yield f"from {small.documents} to {large.documents} documents"
        yield _line("growth of the build (CPU)", large.ours.all_cpu / small.ours.all_cpu, limit)
        yield _line("growth of plain Material (CPU)", large.plain.all_cpu / small.plain.all_cpu, None)
        yield _line("growth of the check (CPU)", large.check.all_cpu / small.check.all_cpu, None)


def _line(name: str, value: float, limit: float | None) -> str:
    wanted = "" if limit is None else f"  at most {limit:.3g}: {'met' if value <= limit else 'MISSED'}"
    return f"  {name:44}{value:9.3f}{wanted}"


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--sizes", default="300,3000", help="Numbers of documents, parted by commas.")
    parser.add_argument("--runs", type=int, default=1, help="Runs of each; the median counts.")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--quick", action="store_true", help="Two small sizes, to see that it runs.")
    parser.add_argument("--keep", type=Path, help="Folder for the projects, to look at them afterwards; it must not exist yet.")
    arguments = parser.parse_args()
    sizes = [30, 100] if arguments.quick else sorted(int(size) for size in arguments.sizes.split(","))
    with tempfile.TemporaryDirectory(prefix="benchmark-") as temporary:
        folder = arguments.keep or Path(temporary)
        measured = []
        for size in sizes:
            measured.append(measure(size, arguments.seed, arguments.runs, folder / str(size)))
            print("\n".join(table(measured[-1])), flush=True)
    print("\n".join(verdicts(measured)))


if __name__ == "__main__":
    main()
