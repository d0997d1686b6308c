"""Drafts a version of the agreement after the structure of the latest public one: its lists and its headings, not its text."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple, get_origin

from public_record.clerk.front import Block, FrontMatter
from public_record.clerk.order import usual_order
from public_record.clerk.refusal import RefusalError
from public_record.clerk.writing import OneLine, as_typed, lines_of
from public_record.model.agreement_forms import AgreementForm
from public_record.model.private import Document, SealedHeading
from public_record.model.vocabulary import Access

_STRUCTURE = frozenset(
    {"title"} | {name for name, info in AgreementForm.model_fields.items() if get_origin(info.annotation) is list}
) - {"editor_notes"}
"""What goes on from version to version: its lists, whichever the form has. Dates and single facts are those of one version."""


class NewVersion(NamedTuple):
    """What is known of a new version."""

    version: str
    published: str | None = None
    begins: str | None = None
    ends: str | None = None
    title: str | None = None


def latest(agreements: tuple[Document[AgreementForm], ...]) -> Document[AgreementForm] | None:
    """Find the version to go on from: of those that are public, the one that began or was published last."""
    public = [one for one in agreements if one.form.access is Access.PUBLIC]
    return max(public, key=_age, default=None)


def _age(document: Document[AgreementForm]) -> tuple[str, str, str]:
    form = document.form
    begins = (form.period.from_ if form.period else None) or ""
    return begins, form.published or "", form.version


def agreement(new: NewVersion, before: tuple[Document[AgreementForm], Path] | None, schema: str | None) -> str:
    """Write a version of the agreement; `before` is the one to go on from, with its file."""
    repeated, headings = _repeated(*before) if before else ([], "")
    own = _own(new, None if any(block.key == "title" for block in repeated) else "Community Safety Agreement")
    order = usual_order("agreement")
    blocks = sorted([*own, *repeated], key=lambda block: order.index(block.key))
    head = f"---\n# yaml-language-server: $schema={schema}\n" if schema else "---\n"
    return "".join([head, *(block.text for block in blocks), "---\n", headings])


def _repeated(before: Document[AgreementForm], path: Path) -> tuple[list[Block], str]:
    """Take over the lists of a version as they are typed, comments included, and its headings."""
    front = FrontMatter.of(path.read_bytes().decode().replace("\r\n", "\n"))
    blocks = [block for block in front.blocks if block.key in _STRUCTURE]
    return blocks, "".join(_headings(before))


def _headings(before: Document[AgreementForm]) -> Iterator[str]:
    """Yield the headings that are not part of a marked passage."""
    for block in before.blocks:
        if isinstance(block, SealedHeading):
            number = f"{block.number} " if block.number else ""
            yield f"\n{'#' * block.level} {number}{block.title.reveal()}\n"


def _own(new: NewVersion, title: str | None) -> Iterator[Block]:
    """Yield what is said of this version alone."""
    if not (new.begins or new.ends) and not new.published:
        raise RefusalError("say when the version is published, or from when it holds.")
    values: dict[str, Any] = {
        "kind": "agreement",
        "access": "draft",
        "version": new.version,
        "title": title,
        "published": as_typed(new.published) if new.published else None,
        "period": OneLine({key: as_typed(day) for key, day in (("from", new.begins), ("to", new.ends)) if day}),
        "known": "whole",
    }
    yield from (Block(key, lines_of({key: value})) for key, value in values.items() if value)
