"""Builds the project in the current folder as `mkdocs build` does, and writes down what its second line cost.

Within the build itself, since apart from it the pass would have two cores, and not what a build leaves of them. With
`--without` it builds without a second line, to see how much sooner that ends.
"""

from __future__ import annotations

import json
import resource
import runpy
import sys
import time
from collections.abc import Callable
from functools import wraps
from pathlib import Path
from typing import ParamSpec, TypeVar

from public_record.verify.scan import Leak, Scan

REPORT = "verify.json"

_Arguments = ParamSpec("_Arguments")
_Result = TypeVar("_Result")


class Clock:
    """Adds up what calls cost."""

    def __init__(self) -> None:
        self.costs = {"wall": 0.0, "cpu": 0.0, "children_cpu": 0.0}

    def counted(self, function: Callable[_Arguments, _Result]) -> Callable[_Arguments, _Result]:
        """Give a function that does the same and is counted."""

        @wraps(function)
        def call(*args: _Arguments.args, **kwargs: _Arguments.kwargs) -> _Result:
            before = _costs()
            try:
                return function(*args, **kwargs)
            finally:
                for name, after in _costs().items():
                    self.costs[name] += after - before[name]

        return call


def _costs() -> dict[str, float]:
    """Give the time, and the CPU seconds of this process and of its children that have ended."""
    own, children = (resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN))
    return {
        "wall": time.perf_counter(),
        "cpu": own.ru_utime + own.ru_stime,
        "children_cpu": children.ru_utime + children.ru_stime,
    }


def _nothing(*_: object) -> list[Leak]:
    return []


def main(*, without: bool) -> None:
    clock = Clock()
    for name in ("__init__", "look_ahead", "leaks"):
        setattr(Scan, name, clock.counted(getattr(Scan, name) if name == "__init__" or not without else _nothing))
    sys.argv = ["mkdocs", "build"]
    try:
        runpy.run_module("mkdocs", run_name="__main__", alter_sys=True)
    finally:
        Path(REPORT).write_text(json.dumps(clock.costs), encoding="utf-8")


if __name__ == "__main__":
    main(without="--without" in sys.argv)
