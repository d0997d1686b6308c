"""Looks through a finished site once more, as a build does before it promotes one: `verified.py REPORT`, in the project.

In a build the second line is one part of a process. Here what comes before it (reading the record for its fingerprints) is
done first and not counted.
"""

from __future__ import annotations

import json
import resource
import sys
import time
from pathlib import Path

import material

from public_record.examine import build_day
from public_record.outputs.phrases import public_phrases
from public_record.outputs.write import UNFINISHED
from public_record.project import Project
from public_record.publish import Publishable, prepare
from public_record.verify import tree
from public_record.verify.manifest import unaccounted
from public_record.verify.scan import Scan

OF_THE_THEME = (Path(material.__file__).parent / "templates",)


def main(report: Path) -> int:
    """Look through the site and write the report. Returns 1 where there is something to report, which voids the measurement."""
    project = Project(Path.cwd())
    publishable = prepare(project, build_day()).publishable
    if publishable is None:
        return 1
    announced = {entry.name for entry in tree.entries(project.root / "site")}
    before, started = _cpu(), time.perf_counter()
    found = _look_through(project.root / "site", publishable, announced)
    wall, after = time.perf_counter() - started, _cpu()
    costs = {"wall": wall, "cpu": after[0] - before[0], "children_cpu": after[1] - before[1]}
    report.write_text(json.dumps(costs), encoding="utf-8")
    return int(found)


def _look_through(site: Path, publishable: Publishable, announced: set[str]) -> bool:
    phrases = public_phrases(publishable.record, publishable.settings)
    pass_over = Scan(site, publishable.withheld, phrases, OF_THE_THEME)
    pass_over.look_ahead(UNFINISHED)
    return bool(unaccounted(site, announced) or pass_over.leaks())


def _cpu() -> tuple[float, float]:
    own, children = (resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN))
    return own.ru_utime + own.ru_stime, children.ru_utime + children.ru_stime


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1])))
