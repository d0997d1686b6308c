"""What every verb of the command line shares: how it ends."""

from __future__ import annotations

import sys
from collections.abc import Callable
from functools import wraps
from typing import ParamSpec

import click

from public_record.repository import CannotCompareError

FINDINGS, COULD_NOT_RUN = 1, 2

_P = ParamSpec("_P")


def verb(run: Callable[_P, int]) -> Callable[_P, None]:
    """Turn a function's result into the exit status, and what it could not do into status 2, without a traceback."""

    @wraps(run)
    def command(*args: _P.args, **kwargs: _P.kwargs) -> None:
        try:
            sys.exit(run(*args, **kwargs))
        except CannotCompareError as error:
            click.echo(f"Could not run: {error}.", err=True)
        except OSError as error:
            click.echo(f"Could not run: {error.strerror or type(error).__name__}.", err=True)
        sys.exit(COULD_NOT_RUN)

    return command
