"""A page that has a feed of its own says so."""

from __future__ import annotations

import pytest

from public_record.pages.compose import compose
from public_record.pages.library import Library
from published import SETTINGS, TODAY, item, meeting, minute, record, resolution

FEED = '<a href="feed.xml" type="application/atom+xml">Feed of this page</a>'
WITH_FEEDS = {"decisions/", "group/", "subjects/roads/"}


@pytest.mark.parametrize(("identity", "expected"), [(SETTINGS.identity, WITH_FEEDS), (None, set())], ids=["feeds", "none"])
def test_a_reader_of_a_page_finds_its_feed(identity: str | None, expected: set[str]) -> None:
    """Where the site has feeds at all."""
    held = meeting(item(subjects=("roads",)), minutes=(minute(7, resolution()),))
    library = Library.of(record(held), SETTINGS.model_copy(update={"identity": identity}), TODAY)
    assert {page.address for page in compose(library) if FEED in str(page.render().html)} == expected
