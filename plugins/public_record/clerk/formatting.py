"""Puts front matter in its usual order. Lines are moved, none is changed, and the text below is not touched."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

from public_record.clerk.front import FrontMatter
from public_record.clerk.order import usual_order
from public_record.clerk.refusal import RefusalError
from public_record.model.kinds import FORMS
from public_record.sources.files import Tree


class Formatted(NamedTuple):
    """What became of one file."""

    path: Path
    shown: str
    text: str | None = None
    """As it should be; None where it is so already, or cannot be."""
    refusal: str | None = None
    """Why it was left alone."""


def formatted(source: str) -> str:
    """Put the front matter of a file in its usual order."""
    front = FrontMatter.of(source)
    kind = front.values.get("kind")
    if not isinstance(kind, str) or kind not in FORMS:
        raise RefusalError("`kind` does not say what document this is.")
    order = usual_order(kind)
    if any(block.key not in order for block in front.blocks):
        raise RefusalError("it has a key that is not known; `check` says which.")
    blocks = sorted(front.blocks, key=lambda block: order.index(block.key))
    return front.with_blocks(blocks, front.values).text


def look_at(tree: Tree, only: Sequence[Path] = ()) -> list[Formatted]:
    """Say of every document of a tree, or of some of them, how it should be."""
    wanted = {path.resolve() for path in only}
    documents = [path for paths in tree.meetings.values() for path in paths] + tree.agreement
    return [_look_at(path, tree.shown(path)) for path in documents if not wanted or _wanted(path, wanted)]


def _wanted(path: Path, wanted: set[Path]) -> bool:
    """Say whether a file, or a folder above it, was named."""
    own = path.resolve()
    return not wanted.isdisjoint({own, *own.parents})


def _look_at(path: Path, shown: str) -> Formatted:
    try:
        source = path.read_bytes().decode("utf-8")
        text = formatted(source)
    except UnicodeDecodeError:
        return Formatted(path, shown, refusal="it is not in UTF-8; `check` says where.")
    except RefusalError as refusal:
        return Formatted(path, shown, refusal=str(refusal))
    return Formatted(path, shown, text if text != source else None)
