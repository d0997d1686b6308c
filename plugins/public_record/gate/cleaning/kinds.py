"""What a kind of package may consist of."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from xml.etree.ElementTree import Element

Trees = Mapping[str, Sequence[Element]]
"""The parts of a package that are taken over, by their kind."""


@dataclass(frozen=True, slots=True)
class PartKind:
    """A part that may be taken over."""

    content_type: str
    change: Callable[[Element], None]
    """Takes out of the part what must not be published, or refuses it."""
    referred: bool = True
    """Whether it is shown only where its owner refers to it, as a picture is; styles apply without that."""


@dataclass(frozen=True, slots=True)
class PackageKind:
    """A kind of package, with every kind of part that is understood."""

    main_name: str
    parts: Mapping[str, PartKind]
    """By the last word of the relationship that leads to them; `officeDocument` leads to the main part."""
    finish: Callable[[Trees], None]
    """Takes out what only a look at several parts shows to be left over."""
