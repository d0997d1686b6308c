"""What every page is composed from, and the template environment that all of them share."""

from __future__ import annotations

import posixpath
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache
from typing import Any, TypeVar

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

from public_record.links.links import Links, link
from public_record.links.reports import address_of
from public_record.model.ids import priority_address
from public_record.model.record import Body, Meeting, Record
from public_record.model.settings import Settings
from public_record.model.vocabulary import SCHEDULE_12A

_Key = TypeVar("_Key")
_Value = TypeVar("_Value")


@dataclass(frozen=True, slots=True)
class Library:
    """All that a page may draw on."""

    record: Record
    links: Links
    settings: Settings
    today: date
    bodies: Mapping[str, Body]

    @classmethod
    def of(cls, record: Record, settings: Settings, today: date) -> Library:
        """Put a library together."""
        return cls(record, link(record), settings, today, {body.id: body for body in record.bodies})

    def meeting_title(self, meeting: Meeting) -> str:
        """Name a meeting: `KCSP, 16 March 2016`."""
        return f"{self.bodies[meeting.body].short}, {long_date(meeting.date)}"


def template(name: str, address: str, library: Library, **values: Any) -> Markup:
    """Fill in a template for the page at an address. Links in it are relative, so that the site works below any path."""
    filled = (
        _environment()
        .get_template(f"{name}.html")
        .render(
            url=lambda target: relative(address, target),
            library=library,
            wording=library.settings.wording,
            subjects=library.settings.subjects,
            reported_at=lambda source: address_of(library.links, source),
            **values,
        )
    )
    return Markup(filled)  # noqa: S704 - the environment escapes


def relative(page: str, target: str) -> str:
    """Write the way from one address to another, anchors included.

    >>> relative("kcsp/2016-03-16/", "kcsp/2016-03-16/b2/#paragraph-1")
    'b2/#paragraph-1'
    """
    path, mark, anchor = target.partition("#")
    if path == page and mark:
        return f"#{anchor}"
    way = posixpath.relpath("/" + path, "/" + page)
    way = "./" if way == "." else way if not path or not path.endswith("/") else f"{way}/"
    if not path:
        way = f"{way}/" if way != "./" else way
    return f"{way}{mark}{anchor}"


def long_date(day: date) -> str:
    """Write a date as people do: `16 March 2016`."""
    return f"{day.day} {day:%B %Y}"


def partial_date(written: str) -> str:
    """Write a date of which only the year or the month may be known."""
    parts = [int(part) for part in written.split("-")]
    if len(parts) == 1:
        return written
    month = f"{date(parts[0], parts[1], 1):%B %Y}"
    return f"{parts[2]} {month}" if parts[2:] else month


def clock(time: str) -> str:
    """Write a time as notices do: `10:00` is `10.00 am`."""
    hour, minute = time.split(":")
    return f"{(int(hour) - 1) % 12 + 1}.{minute} {'am' if int(hour) < 12 else 'pm'}"  # noqa: PLR2004 - noon


def file_size(size: int) -> str:
    """Write the size of a file as people do: `34 kB`."""
    units = ["bytes", "kB", "MB"]
    power = 0 if size < 1000 else 1 if size < 1_000_000 else 2  # noqa: PLR2004 - thousands
    return f"{round(size / 1000**power)} {units[power]}"


def zip_with(keys: Iterable[_Key], values: Iterable[_Value]) -> list[tuple[_Key, _Value]]:
    """Pair keys with values, for a template that looks something up by its id."""
    return list(zip(keys, values, strict=True))


@cache
def _environment() -> Environment:
    environment = Environment(
        loader=PackageLoader("public_record.pages"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.filters.update(
        long_date=long_date, partial_date=partial_date, clock=clock, file_size=file_size, zip_with=zip_with
    )
    environment.globals.update(SCHEDULE_12A=SCHEDULE_12A, priority_address=priority_address)
    return environment
