"""The page that explains what the site offers to programs."""

from __future__ import annotations

from public_record.outputs.calendars import calendar_files
from public_record.outputs.changes_of_format import CHANGES_OF_FORMAT
from public_record.outputs.feeds import feeds
from public_record.outputs.tables import TABLES
from public_record.pages.library import Library, template
from public_record.pages.page import Content, Crumb, PageKind, PageSource


def data_page(library: Library) -> PageSource:
    """Compose the page of the data: files, tables with their columns, feeds, calendars, changes of the format."""

    def render() -> Content:
        offered = {"tables": TABLES, "changes": CHANGES_OF_FORMAT, "feeds": list(feeds(library))}
        example = library.record.meetings[-1].id.rstrip("/") if library.record.meetings else None
        return Content(
            template(
                "data", page.address, library, page=page, calendars=list(calendar_files(library)), example=example, **offered
            )
        )

    description = "The public record for programs: data, tables, feeds and calendars, and how they are made."
    page = PageSource("data/", "Data", description, PageKind.DATA, render, (Crumb("Home", ""),))
    return page
