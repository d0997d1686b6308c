"""The resolutions of the record as flat data: JSON with its schema, and CSV for spreadsheets."""

from __future__ import annotations

import csv
import datetime as dt
import io
import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from pydantic import TypeAdapter

from public_record.links.decisions import papers_in_force, proceedings, recommendations, subjects_of
from public_record.links.links import Decided, decisions
from public_record.model.record import Amendment, Body, Record, Vote
from public_record.model.vocabulary import Answered, OutcomeKind
from public_record.outputs.spreadsheets import guarded
from public_record.outputs.wording import unlinked


@dataclass(frozen=True, slots=True)
class LimbRow:
    """A lettered part of a resolution."""

    mark: str
    kinds: tuple[OutcomeKind, ...]
    text: str


@dataclass(frozen=True, slots=True)
class VoteRow:
    """A recorded vote as printed, with the figures that it plainly states."""

    text: str
    in_favour: int | None
    against: int | None
    abstained: int | None


@dataclass(frozen=True, slots=True)
class DecisionRow:
    """A resolution, with what a reader would look up to understand it. Ids are addresses, text is Markdown."""

    id: str
    date: dt.date
    body: str
    body_name: str
    meeting: str
    minute: int | None
    title: str
    item: str | None
    item_reference: str | None
    item_title: str | None
    kinds: tuple[OutcomeKind, ...]
    subjects: tuple[str, ...]
    text: str
    limbs: tuple[LimbRow, ...]
    amendments: tuple[str, ...]
    votes: tuple[VoteRow, ...]
    papers: tuple[str, ...]
    recommendations: tuple[str, ...]
    on_recommendation: Answered | None
    on_recommendation_note: str | None


@dataclass(frozen=True, slots=True)
class DecisionsFile:
    """What `/data/decisions.json` holds."""

    version: int
    licence: str
    notice: str
    """That this is a retelling, in the words of every page."""
    decisions: tuple[DecisionRow, ...]


_ADAPTER = TypeAdapter(DecisionsFile)
_VERSION = 1
"""Version of the published format; it grows when a program that reads the old one would fail."""


def rows(record: Record) -> tuple[DecisionRow, ...]:
    """List the resolutions of the record, in order of date and minute."""
    bodies = {body.id: body for body in record.bodies}
    return tuple(_row(line, bodies[line.at.meeting.body]) for line in decisions(record))


def _row(line: Decided, body: Body) -> DecisionRow:
    at, resolution = line.at, line.resolution
    below = tuple(proceedings(at.minute, resolution))
    stated = at.minute.on_recommendation
    return DecisionRow(
        id=resolution.id,
        date=at.meeting.date,
        body=body.id,
        body_name=body.name,
        meeting=at.meeting.id,
        minute=at.minute.number,
        title=at.minute.title,
        item=at.item.id if at.item else None,
        item_reference=at.minute.item,
        item_title=at.item.title if at.item else None,
        kinds=resolution.kinds,
        subjects=subjects_of(at),
        text=resolution.text.markdown,
        limbs=tuple(LimbRow(limb.mark, limb.kinds, limb.text.markdown) for limb in resolution.limbs),
        amendments=tuple(block.text.markdown for block in below if isinstance(block, Amendment)),
        votes=tuple(_vote(block) for block in below if isinstance(block, Vote)),
        papers=tuple(paper.id for paper in papers_in_force(at.item)),
        recommendations=tuple(f"{paper.id}#{paragraph.anchor}" for paper, paragraph in recommendations(at)),
        on_recommendation=stated.outcome if stated else None,
        on_recommendation_note=stated.note if stated else None,
    )


def _vote(vote: Vote) -> VoteRow:
    return VoteRow(vote.text.markdown, vote.in_favour, vote.against, vote.abstained)


def decisions_json(found: tuple[DecisionRow, ...], licence: str, notice: str) -> bytes:
    """Write resolutions as JSON in UTF-8."""
    return _ADAPTER.dump_json(DecisionsFile(_VERSION, licence, notice, found))


def decisions_schema() -> bytes:
    """Write the JSON Schema (draft 2020-12) of `decisions_json`."""
    schema = _ADAPTER.json_schema(mode="serialization")
    return json.dumps({"$schema": "https://json-schema.org/draft/2020-12/schema", **schema}, indent=1).encode()


_COLUMNS = (
    "date", "body", "minute", "title", "item", "item title", "kinds", "subjects", "resolution", "amendments", "votes",
    "on recommendation", "note on recommendation", "papers", "recommendations", "address",
)  # fmt: skip


def decisions_csv(found: Iterable[DecisionRow]) -> bytes:
    """Write resolutions as CSV (RFC 4180) in UTF-8; semicolons part the ids of one cell, new lines its texts."""
    written = io.StringIO(newline="")
    writer = csv.writer(written, lineterminator="\r\n")
    writer.writerow(_COLUMNS)
    for row in found:
        writer.writerow([guarded(cell) for cell in _cells(row)])
    return written.getvalue().encode()


def _cells(row: DecisionRow) -> Iterator[str]:
    yield row.date.isoformat()
    yield row.body_name
    yield str(row.minute or "")
    yield row.title
    yield row.item_reference or ""
    yield row.item_title or ""
    yield "; ".join(row.kinds)
    yield "; ".join(row.subjects)
    yield unlinked("\n".join([row.text, *(f"{limb.mark} {limb.text}" for limb in row.limbs)]))
    yield unlinked("\n".join(row.amendments))
    yield unlinked("\n".join(vote.text for vote in row.votes))
    yield row.on_recommendation or ""
    yield row.on_recommendation_note or ""
    yield "; ".join(row.papers)
    yield "; ".join(row.recommendations)
    yield row.id
