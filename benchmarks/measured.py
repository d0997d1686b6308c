"""Runs a Python module as `python -m` does, and writes down what it cost: `measured.py REPORT MODULE [ARGUMENT ...]`.

In a process of its own, because only a process can say how much memory it took at most. The search indexer is a child of
the build, so that its cost can be told apart.
"""

from __future__ import annotations

import json
import re
import resource
import runpy
import sys
from pathlib import Path

KIB = 1024


def main(report: Path, module: str, arguments: list[str]) -> int:
    """Run the module and write the report. Returns its exit status."""
    sys.argv = [module, *arguments]
    status = _status(module)
    own, children = (resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN))
    costs = {
        "cpu": own.ru_utime + own.ru_stime,
        "children_cpu": children.ru_utime + children.ru_stime,
        "peak": _peak(),
        "children_peak": children.ru_maxrss * KIB,
        "imported_mkdocs": "mkdocs" in sys.modules,
    }
    report.write_text(json.dumps(costs), encoding="utf-8")
    return status


def _status(module: str) -> int:
    try:
        runpy.run_module(module, run_name="__main__", alter_sys=True)
    except SystemExit as end:
        return end.code if isinstance(end.code, int) else int(bool(end.code))
    return 0


def _peak() -> int:
    """Most memory that this process had, in bytes.

    Not `ru_maxrss`: that starts with the memory of the process that started this one.
    """
    found = re.search(r"VmHWM:\s+(\d+) kB", Path("/proc/self/status").read_text(encoding="ascii"))
    return int(found[1]) * KIB if found else 0


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1]), sys.argv[2], sys.argv[3:]))
