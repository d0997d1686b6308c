"""Gives pure work to other cores of the machine, in processes forked from this one."""

from __future__ import annotations

import multiprocessing
import os
import sys
import threading
from collections.abc import Callable, Generator
from functools import cache
from multiprocessing.connection import Connection
from multiprocessing.process import BaseProcess
from typing import Any, TypeVar

_Result = TypeVar("_Result")

WORTHWHILE = 200
"""Pieces of work below which forking costs more than it saves."""

_TOGETHER = 8
"""Pieces that a process takes at a time, where they are small."""


class EndedError(RuntimeError):
    """A process ended before its work was done, as when the system takes the memory from it. The message is fit for a log."""


_work: Callable[[int], Any] | None = None
"""What the forked processes do. They inherit it: functions and the record they close over need not be sent."""


def spread(
    work: Callable[[int], _Result], pieces: int, worthwhile: int = WORTHWHILE, together: int = _TOGETHER
) -> Generator[_Result]:
    """Yield `work(0)`, `work(1)`, … in order, worked out on all cores where that is safe and worthwhile.

    It is not safe where other threads run, as under `serve`: a fork would copy the locks that they hold.
    """
    if pieces < worthwhile or not _can_fork():
        yield from map(work, range(pieces))
        return
    global _work  # noqa: PLW0603 - the one way to hand a closure to a forked process
    _work = work
    try:
        with multiprocessing.get_context("fork").Pool(_cores()) as pool:
            yield from pool.imap(_do, range(pieces), chunksize=together)
    finally:
        _work = None


def aside(work: Callable[[], _Result], pieces: int, worthwhile: int = WORTHWHILE) -> Callable[[], _Result]:
    """Do one piece of work in a process beside this one, where that is safe and worthwhile. What is returned waits for it.

    That raises `EndedError` if the work failed: why could quote the record. The process has all that this one has, and ends
    when its result is taken, or nobody is left to take it.
    """
    if pieces < worthwhile or not _can_fork():
        result = work()
        return lambda: result
    fork = multiprocessing.get_context("fork")
    receiver, sender = fork.Pipe(duplex=False)
    process = fork.Process(target=_send, args=(work, receiver, sender), daemon=True)
    process.start()
    sender.close()
    return cache(lambda: _received(process, receiver))


def _send(work: Callable[[], Any], receiver: Connection, sender: Connection) -> None:
    receiver.close()
    try:
        sender.send(work())
    except Exception:  # noqa: BLE001 - its words could be those of the record, and nobody may read them
        sys.exit(1)


def _received(process: BaseProcess, receiver: Connection) -> Any:
    try:
        with receiver:
            return receiver.recv()
    except (EOFError, OSError):
        # It said nothing, or was ended in the middle of what it said.
        raise EndedError("a process ended before its work was done") from None
    finally:
        process.join()


def _do(piece: int) -> Any:
    if _work is None:  # pragma: no cover - the pool is forked after it is set
        raise AssertionError("forked before there was work")
    return _work(piece)


def _can_fork() -> bool:
    return "fork" in multiprocessing.get_all_start_methods() and threading.active_count() == 1 and _cores() > 1


def _cores() -> int:
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
