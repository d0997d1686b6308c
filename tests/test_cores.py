"""Work that is given to another process gives what it would have given here, and what goes wrong there tells nothing."""

from __future__ import annotations

import os
import sys
import threading
from collections.abc import Callable
from typing import NoReturn

import pytest

from public_record.cores import EndedError, aside
from public_record.model.text import Sealed

pytestmark = pytest.mark.process


@pytest.fixture
def _alone(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let no thread count that a test before this one has left behind."""
    monkeypatch.setattr(threading, "active_count", lambda: 1)


def _fails() -> NoReturn:
    raise ValueError("CANARY")


@pytest.mark.usefixtures("_alone")
def test_what_is_done_aside_is_done_in_another_process_and_given_here() -> None:
    """Whoever waits for it may ask for it again."""
    result = aside(lambda: (os.getpid(), "done"), pieces=2, worthwhile=2)

    process, done = result()

    assert (process == os.getpid(), done) == (False, "done")
    assert result() == (process, done)


def test_a_small_piece_of_work_is_done_at_once_and_here() -> None:
    """To fork would take longer."""
    result = aside(os.getpid, pieces=1, worthwhile=2)

    assert result() == os.getpid()


def test_beside_other_threads_nothing_is_forked() -> None:
    """A fork would copy the locks that they hold."""
    ended = threading.Event()
    thread = threading.Thread(target=ended.wait)
    thread.start()
    try:
        result = aside(os.getpid, pieces=2, worthwhile=2)
    finally:
        ended.set()
        thread.join()

    assert result() == os.getpid()


def _ends_while_it_tells() -> NoReturn:
    """End as a process does that the system takes the memory from: in the middle of its result."""
    sender = sys._getframe(1).f_locals["sender"]
    os.write(sender.fileno(), (99).to_bytes(4) + b"CANARY")
    os._exit(1)


@pytest.mark.usefixtures("_alone")
@pytest.mark.parametrize(
    "work",
    [_fails, lambda: Sealed("CANARY"), _ends_while_it_tells],
    ids=["it fails", "it would give out what is sealed", "it is ended"],
)
def test_what_cannot_be_done_aside_is_refused_without_a_word_of_it(
    work: Callable[[], object], capfd: pytest.CaptureFixture[str]
) -> None:
    """What an error says could quote the record; and sealed text does not leave the process that has it."""
    result = aside(work, pieces=2, worthwhile=2)

    with pytest.raises(EndedError, match=r"^a process ended before its work was done$"):
        result()

    assert capfd.readouterr() == ("", "")
