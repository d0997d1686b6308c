"""Says when Python need not look for garbage: what is read of a record is in use to the end."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def none_looked_for() -> Iterator[None]:
    """Look for none while a record is read: going through all of it again and again takes a tenth more."""
    looking = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if looking:
            gc.enable()


def pass_over_what_is_there() -> None:
    """Look for none in what there is by now, here and in the processes that inherit it, until `look_at_all_again`."""
    gc.freeze()


def look_at_all_again() -> None:
    """Look for garbage everywhere: what was kept to the end of a build has come to it."""
    gc.unfreeze()
