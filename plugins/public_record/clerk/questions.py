"""Asks on a terminal for what was not given; in a script, says which option is missing."""

from __future__ import annotations

import sys
from collections.abc import Callable, Sequence
from typing import Any, TypeAlias

import click
from pydantic import TypeAdapter, ValidationError

Reader: TypeAlias = Callable[[str], Any]
"""Reads what was typed, and raises `click.UsageError` where it does not fit."""


def on_a_terminal() -> bool:
    """Say whether somebody is there to answer."""
    return sys.stdin.isatty()


def reader_of(kind: Any) -> Reader:
    """Read a value by the same words as front matter is read."""
    adapter = TypeAdapter(kind)

    def read(typed: str) -> Any:
        try:
            return adapter.validate_python(typed.strip())
        except ValidationError as error:
            context = error.errors()[0].get("ctx", {})
            raise click.UsageError(str(context.get("error") or context.get("expected") or "this does not fit")) from None

    return read


def one_of(values: Sequence[str]) -> Reader:
    """Read one of the values."""

    def read(typed: str) -> str:
        if typed.strip() not in values:
            raise click.UsageError(f"one of these is needed: {', '.join(values)}")
        return typed.strip()

    return read


class Questions:
    """What a verb asks for: given as an option, or typed now."""

    def __init__(self) -> None:
        self.on_terminal = on_a_terminal()
        """Whether what is missing can be asked for."""

    def needed(self, option: str, given: str | None, words: str, read: Reader, default: str | None = None) -> Any:
        """Give what the document cannot do without."""
        if given is not None:
            return _read(option, given, read)
        if self.on_terminal:
            return click.prompt(words, default=default, value_proc=read)
        if default is not None:
            return read(default)
        raise click.UsageError(f"{option} is missing.")

    def wanted(self, option: str, given: str | None, words: str, read: Reader, default: str | None = None) -> Any:
        """Give what the document can do without: in a script nothing is supposed, and at a terminal a hyphen leaves it out."""
        if given is not None:
            return _read(option, given, read)
        if not self.on_terminal:
            return None
        way = words if default is None else f"{words} (- for none)"
        return click.prompt(
            way, default=default or "", show_default=bool(default), value_proc=lambda typed: _maybe(typed, read)
        )

    def several(self, given: Sequence[str], words: str) -> tuple[str, ...]:
        """Give a list: at a terminal, one answer after the other until one is empty."""
        if given or not self.on_terminal:
            return tuple(given)
        answers = []
        while answer := click.prompt(words, default="", show_default=False).strip():
            answers.append(answer)
        return tuple(answers)


def _maybe(typed: str, read: Reader) -> Any:
    return None if typed.strip() in {"", "-"} else read(typed)


def _read(option: str, given: str, read: Reader) -> Any:
    try:
        return read(given)
    except click.UsageError as error:
        raise click.UsageError(f"{option}: {error.message}.") from None
