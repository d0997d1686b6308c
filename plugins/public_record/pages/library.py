"""What every page is composed from, and the template environment that all of them share."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache
from typing import Any, TypeVar

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

from public_record.links.citations import citing
from public_record.links.facets import Facets, facets
from public_record.links.links import Links, link
from public_record.links.reports import address_of
from public_record.links.requests import Requests, follow
from public_record.links.standing import Standing, standings
from public_record.links.subjects import Event, timelines
from public_record.model.each import ANEW, Each
from public_record.model.ids import priority_address
from public_record.model.record import Body, Meeting, Record
from public_record.model.settings import Settings
from public_record.model.vocabulary import SCHEDULE_12A
from public_record.pages.addresses import relative
from public_record.pages.linking import Linking
from public_record.pages.names import answer_name, corrected_name, source_name
from public_record.pages.written import capitalise, clock, file_size, long_date, partial_date

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
    requests: Requests
    timelines: Mapping[str, tuple[Event, ...]]
    """By subject."""
    standings: Mapping[str, Standing]
    """What stands at each address of the record."""
    facets: Mapping[str, Facets]
    """By page: what search finds it by beside its words."""
    site: str | None = None
    """Where the site is published, ending in `/`, if that is known."""

    @classmethod
    def of(cls, record: Record, settings: Settings, today: date, site: str | None = None, each: Each = ANEW) -> Library:
        """Put a library together."""
        links = link(record, settings.legislation, each)
        requests = follow(record, links, today, each)
        bodies = {body.id: body for body in record.bodies}
        times = timelines(record, requests, each)
        stand, found = standings(record, each), facets(record, times, each)
        return cls(record, links, settings, today, bodies, requests, times, stand, found, site)

    def meeting_title(self, meeting: Meeting) -> str:
        """Name a meeting: `KCSP, 16 March 2016`."""
        return f"{self.bodies[meeting.body].short}, {long_date(meeting.date)}"

    def citation(self, meeting: Meeting) -> str:
        """Cite a meeting: `Kent Community Safety Partnership, 16 March 2016`."""
        return f"{self.bodies[meeting.body].name}, {long_date(meeting.date)}"

    def linking(self, page: str, *homes: str) -> Linking:
        """Say where the links in the texts of a page lead; `homes` are what its bodies stand in, if not the page itself."""
        return Linking(page, self.links.references.spans, homes, self.links.register.entries.keys())


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
            reported_at=lambda source: address_of(library.links, source),
            **values,
        )
    )
    return Markup(filled)  # noqa: S704 - the environment escapes


def zip_with(keys: Iterable[_Key], values: Iterable[_Value]) -> list[tuple[_Key, _Value]]:
    """Pair keys with values, for a template that looks something up by its id."""
    return list(zip(keys, values, strict=True))


@cache
def _environment() -> Environment:
    environment = Environment(
        loader=PackageLoader("public_record.pages"),
        # Templates are part of the program: to look at their files for every page would only find them unchanged.
        auto_reload=False,
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.filters.update(
        long_date=long_date,
        partial_date=partial_date,
        clock=clock,
        file_size=file_size,
        capitalise=capitalise,
        corrected_name=corrected_name,
        source_name=source_name,
        answer_name=answer_name,
        zip_with=zip_with,
    )
    environment.globals.update(SCHEDULE_12A=SCHEDULE_12A, priority_address=priority_address)
    return environment
