"""Addresses as others need them: absolute where the site's own is known, and ids that outlive a move of the site."""

from __future__ import annotations

from public_record.pages.addresses import relative
from public_record.pages.library import Library


def link_from(library: Library, page: str, target: str) -> str:
    """Write a link: absolute where it is known where the site is published, else the way from the page."""
    return absolute(library, target) or relative(page, target)


def absolute(library: Library, target: str) -> str | None:
    """Write an address in full; None where it is not known where the site is published."""
    return f"{library.site}{target}" if library.site else None


def tag(identity: str, target: str) -> str:
    """Make an id from an address (RFC 4151). It stays the same wherever the site is published."""
    return f"tag:{identity}:{target}"


def uid(identity: str, body: str, day: str) -> str:
    """Make the id of a meeting in calendars: by the day for which it was first announced."""
    return f"{body}-{day}@{identity.partition(',')[0]}"
