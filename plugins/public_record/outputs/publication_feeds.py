"""Says of each feed how many entries would be new, changed or gone: subscribers cannot be asked to forget."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from public_record.outputs.feeds import feeds, taken, told_in_order
from public_record.outputs.news import News
from public_record.pages.library import Library


@dataclass(frozen=True, slots=True)
class FeedChange:
    """What becomes of one feed."""

    name: str
    """Where it stands in the site."""
    new: int
    changed: int
    gone: int


def feed_changes(before: Library, after: Library) -> list[FeedChange]:
    """List the feeds whose entries would change. An entry that newer ones push out of a feed is not gone: it is old."""
    old, new = told_in_order(before), told_in_order(after)
    known_before, known_after = _by_address(old), _by_address(new)
    earlier = {feed.name: taken(feed, old) for feed in feeds(before)}
    found = []
    for feed in feeds(after):
        entries = taken(feed, new)
        had = {entry.address for entry in earlier.get(feed.name, ())}
        change = FeedChange(
            feed.name,
            sum(entry.address not in known_before for entry in entries),
            sum(entry.address in known_before and _differ(known_before[entry.address], entry) for entry in entries),
            len(had - known_after.keys()),
        )
        if change.new or change.changed or change.gone:
            found.append(change)
    return found


def feeds_in_words(found: Sequence[FeedChange]) -> Iterator[str]:
    """Write a line for each feed."""
    for one in found:
        counts = ((one.new, "new"), (one.changed, "changed"), (one.gone, "gone"))
        yield f"{one.name}: {', '.join(f'{count} {word}' for count, word in counts if count)}"


def _by_address(entries: list[News]) -> Mapping[str, News]:
    return {entry.address: entry for entry in entries}


def _differ(one: News, other: News) -> bool:
    """Compare what is read. Days that git tells are left out: a side that is no checkout knows none."""
    return (one.title, one.content()) != (other.title, other.content())
