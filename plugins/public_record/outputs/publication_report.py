"""Writes a publication report: for a terminal, for a merge request, or for a program."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from dataclasses import asdict
from itertools import groupby

from public_record.outputs.publication import Change, ChangeKind
from public_record.outputs.publication_feeds import FeedChange, feeds_in_words

_HEADINGS = {
    ChangeKind.RELEASED: "Released, and was withheld",
    ChangeKind.BECOMES_PUBLIC: "Becomes public",
    ChangeKind.CHANGED: "Changes",
    ChangeKind.MOVED: "Moves",
    ChangeKind.BECOMES_WITHHELD: "Becomes withheld",
    ChangeKind.WITHDRAWN: "Is withdrawn",
    ChangeKind.GONE: "Is gone",
}
_FEEDS = "Feeds tell"
_NOTHING = "Nothing that is public changes."


def as_text(found: Sequence[Change], feeds: Sequence[FeedChange] = ()) -> str:
    """Write a report for a terminal."""
    lines = [line for heading, group in _groups(found) for line in (f"{heading}:", *(f"  {_line(one)}" for one in group))]
    if feeds:
        lines += [f"{_FEEDS}:", *(f"  {line}" for line in feeds_in_words(feeds))]
    return "\n".join(lines or [_NOTHING])


def as_markdown(found: Sequence[Change], feeds: Sequence[FeedChange] = ()) -> str:
    """Write a report for a merge request. Addresses stand as code, so that no title can become markup."""
    parts = ["## What this publishes"]
    for heading, group in _groups(found):
        parts.append("\n".join([f"### {heading}", "", *(f"- {_marked(one)}" for one in group)]))
    if feeds:
        parts.append("\n".join([f"### {_FEEDS}", "", *(f"- `{name}`:{counts}" for name, counts in _parted(feeds))]))
    return "\n\n".join(parts if found or feeds else [*parts, _NOTHING]) + "\n"


def _parted(feeds: Sequence[FeedChange]) -> Iterator[tuple[str, str]]:
    for line in feeds_in_words(feeds):
        name, _, counts = line.partition(":")
        yield name, counts


def as_json(found: Sequence[Change], feeds: Sequence[FeedChange] = ()) -> str:
    """Write a report for a program."""
    changed = [
        {
            "change": change.kind,
            "kind": change.unit.kind,
            "address": change.unit.address,
            "title": change.unit.title,
            "state": change.unit.state,
            "withheld_passages": change.unit.passages,
            "moved_from": change.before,
        }
        for change in found
    ]
    return json.dumps({"changes": changed, "feeds": [asdict(feed) for feed in feeds]}, indent=2, ensure_ascii=False)


def _groups(found: Sequence[Change]) -> Iterator[tuple[str, list[Change]]]:
    for kind, group in groupby(found, key=lambda change: change.kind):
        yield _HEADINGS[kind], list(group)


def _line(change: Change) -> str:
    moved = f" (was {change.before})" if change.before else ""
    return f"{change.unit.kind} {change.unit.address} {change.unit.title}{moved}{_passages(change)}"


def _marked(change: Change) -> str:
    moved = f", was `{change.before}`" if change.before else ""
    return f"{change.unit.kind} `{change.unit.address}`: `{change.unit.title.replace('`', chr(39))}`{moved}{_passages(change)}"


def _passages(change: Change) -> str:
    count = change.unit.passages
    return f"; {count} passage{'' if count == 1 else 's'} withheld in it" if count else ""
