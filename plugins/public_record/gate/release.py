"""The crossing: builds the public record out of the private one, field by field.

A field is public because a line in this room names it. What no line names stays behind, and so does everything that `decide`
does not call public. What stays behind is handed to the keeper, whose fingerprints let the finished site be searched for it.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from public_record.gate.agreements import agreement_of
from public_record.gate.attachments import restricted_elsewhere
from public_record.gate.desk import Desk
from public_record.gate.history import unseen
from public_record.gate.meetings import meeting_of
from public_record.gate.ties import only_public_ties
from public_record.model.file_dates import FileDates
from public_record.model.findings import Finding
from public_record.model.fingerprints import Fingerprints
from public_record.model.private import PrivateRecord
from public_record.model.record import Agreement, Body, Meeting, Record
from public_record.model.settings import Settings


@dataclass(frozen=True, slots=True)
class Released:
    """What the gate gives out."""

    record: Record
    withheld: Fingerprints
    files: Mapping[str, bytes] = field(default_factory=dict)
    """Attachments as they are published, by address."""
    refused: tuple[Finding, ...] = ()
    """Why something that may be public cannot be published; the build stops."""


def release(record: PrivateRecord, settings: Settings, today: date, dates: FileDates = FileDates()) -> Released:  # noqa: B008 - frozen
    """Build the public record as it stands on a day."""
    desk = Desk(settings.wording, today, dates=dates)
    agreements = _agreements(record, desk)
    public = Record(
        tuple(Body(name, body.name, body.short, body.description) for name, body in settings.bodies.items()),
        _meetings(record, settings, desk, agreements),
        agreements,
    )
    return Released(
        public, desk.keeper.fingerprints(public), desk.files, (*desk.refused, *restricted_elsewhere(desk), *unseen(desk))
    )


def _meetings(record: PrivateRecord, settings: Settings, desk: Desk, agreements: tuple[Agreement, ...]) -> tuple[Meeting, ...]:
    known = [folder for folder in record.meetings if folder.body in settings.bodies]
    for folder in record.meetings:
        if folder.body not in settings.bodies:
            desk.keep_all(folder.documents())
    meetings = [meeting for folder in known if (meeting := meeting_of(folder, desk))]
    return only_public_ties(sorted(meetings, key=lambda meeting: (meeting.date, meeting.body)), agreements)


def _agreements(record: PrivateRecord, desk: Desk) -> tuple[Agreement, ...]:
    agreements = [agreement for document in record.agreements if (agreement := agreement_of(document, desk))]
    return tuple(
        sorted(agreements, key=lambda one: (one.effective_from or one.published or "", one.published or "", one.version))
    )
