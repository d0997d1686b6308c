"""What falls due on a day: a notice to publish, a restriction to look at again. Known by reference, kind and date alone."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from public_record.model.findings import Place


class DutyKind(StrEnum):
    """What is to be done."""

    NOTICE = "notice"
    """Publish the notice and the agenda of a meeting: the last day on which that is in time."""
    NOTES = "notes"
    """Publish the notes of a meeting."""
    PAPER = "paper"
    """Bring the paper that an agenda says is to follow."""
    ADOPTION = "adoption"
    """Put the notes of a meeting up for adoption."""
    REQUEST = "request"
    """Bring the report that a meeting asked for."""
    REVIEW = "review"
    """Look again at a restriction: it holds "if and so long" as the balance does (Schedule 12A, paragraph 10)."""
    AGREEMENT = "agreement"
    """Refresh the agreement."""
    OPENING = "opens"
    """Nothing: on this day something comes out by itself (`publish_from`)."""
    EXPIRY = "expires"
    """Nothing: after this day something is no longer shown (`publish_until`)."""

    @property
    def label(self) -> str:
        """The words of a list or a calendar."""
        return _LABELS[self]


_LABELS = {
    DutyKind.NOTICE: "Last day for the notice and the agenda",
    DutyKind.NOTES: "Notes to be published",
    DutyKind.PAPER: "Paper to follow",
    DutyKind.ADOPTION: "Notes to be put up for adoption",
    DutyKind.REQUEST: "Report asked for",
    DutyKind.REVIEW: "Restriction to be reviewed",
    DutyKind.AGREEMENT: "Agreement to be refreshed",
    DutyKind.OPENING: "Comes out",
    DutyKind.EXPIRY: "Last day shown",
}


@dataclass(frozen=True, slots=True)
class Duty:
    """One thing that falls due. It names what it is about by its reference, never by its wording."""

    day: date
    kind: DutyKind
    reference: str
    """As in `2016-03-16-kcsp, item B1`."""
    place: Place
    announced: bool
    """Whether all that it follows from is published: only then may a public log speak of it."""
