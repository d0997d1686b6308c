"""Two kinds of text that cannot be taken for each other.

What a clerk typed is `Sealed` until the gate has decided on it. `Sealed` is not a `str`: it cannot be printed, joined,
formatted, compared or written by accident. `PublicText` is what the gate has released; the renderer takes nothing else.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any, NoReturn, final

from pydantic import GetCoreSchemaHandler, GetJsonSchemaHandler
from pydantic_core import CoreSchema, core_schema


@final
class Sealed:
    """Text that nobody has released yet.

    Only the private rooms (sources, checks, gate) may call `reveal`; a contract test reads the code of the others.
    """

    __slots__ = ("_text",)

    def __init__(self, text: str) -> None:
        self._text = text

    def reveal(self) -> str:
        """Return the text, for reading it on the private side or for releasing it in the gate."""
        return self._text

    def __bool__(self) -> bool:
        return bool(self._text)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Sealed) and self._text == other._text

    def __hash__(self) -> int:
        return hash(self._text)

    def __repr__(self) -> str:
        return "<sealed>"

    def __str__(self) -> NoReturn:
        raise TypeError("sealed text has no string form; the gate releases it")

    def __format__(self, spec: str) -> NoReturn:
        raise TypeError("sealed text has no string form; the gate releases it")

    def __reduce__(self) -> NoReturn:
        raise TypeError("sealed text does not leave the process")

    @classmethod
    def __get_pydantic_core_schema__(cls, source: Any, handler: GetCoreSchemaHandler) -> CoreSchema:
        """Let a form declare a field as `Sealed`: it is filled from a non-empty string."""
        filled = core_schema.str_schema(min_length=1, strip_whitespace=True)
        return core_schema.no_info_after_validator_function(cls, filled)

    @classmethod
    def __get_pydantic_json_schema__(cls, schema: CoreSchema, handler: GetJsonSchemaHandler) -> dict[str, Any]:
        return {"type": "string", "minLength": 1}


@dataclass(frozen=True, slots=True)
class PublicText:
    """Markdown that the gate has released. Only the gate constructs it."""

    markdown: str
    """The released text, in the dialect that docs/content-format.md describes."""

    @classmethod
    def join(cls, texts: Iterable[PublicText]) -> PublicText:
        """Put released texts under one another. What is made of nothing but released text is released."""
        return cls("\n\n".join(text.markdown for text in texts))
