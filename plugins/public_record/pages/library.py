"""What every page is composed from, and the template environment that all of them share."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache
from typing import Any

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

from public_record.links.citations import citing
from public_record.links.links import Links, link
from public_record.model.record import Body, Meeting, Record
from public_record.model.settings import Settings
from public_record.model.vocabulary import SCHEDULE_12A
from public_record.pages.addresses import relative
from public_record.pages.linking import Linking


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
        return cls(record, link(record, settings.legislation), settings, today, {body.id: body for body in record.bodies})

    def meeting_title(self, meeting: Meeting) -> str:
        """Name a meeting: `KCSP, 16 March 2016`."""
        return f"{self.bodies[meeting.body].short}, {long_date(meeting.date)}"

    def linking(self, page: str, *homes: str) -> Linking:
        """Say where the links in the texts of a page lead; `homes` are what its bodies stand in, if not the page itself."""
        return Linking(page, self.links.references.spans, homes)


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
            linked=library.linking(address).words,
            cited=lambda target: list(citing(library.links, target)),
            **values,
        )
    )
    return Markup(filled)  # noqa: S704 - the environment escapes


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


def capitalise(words: str) -> str:
    """Begin words with a capital letter, and leave the others as they are."""
    return words[:1].upper() + words[1:]


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
        long_date=long_date, partial_date=partial_date, clock=clock, file_size=file_size, capitalise=capitalise
    )
    environment.globals.update(SCHEDULE_12A=SCHEDULE_12A)
    return environment
