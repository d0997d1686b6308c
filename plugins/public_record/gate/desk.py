"""What every part of one release is given: the day, the wording of notices, and where to put what is kept back."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date
from itertools import chain, repeat

from public_record.gate.decide import UNKNOWN, Decision
from public_record.gate.notices import StandIn, stand_in
from public_record.gate.withheld import Keeper, restricts
from public_record.model.file_dates import FileDates
from public_record.model.findings import Finding, Place
from public_record.model.forms import DocumentForm
from public_record.model.private import Document, SealedFile
from public_record.model.settings import Wording


@dataclass(frozen=True, slots=True)
class Desk:
    """Where a release is made."""

    wording: Wording
    today: date
    keeper: Keeper = field(default_factory=Keeper)
    files: dict[str, bytes] = field(default_factory=dict)
    """Attachments as they are published, by address."""
    closed_files: set[str] = field(default_factory=set)
    """Digests of attachments that are restricted."""
    open_files: dict[str, Place] = field(default_factory=dict)
    """Where attachments that are published are named, by the digest of the file as it lies beside the paper."""
    shown_files: list[SealedFile] = field(default_factory=list)
    """The attachments that are published."""
    refused: list[Finding] = field(default_factory=list)
    """Why an attachment cannot be published."""
    dates: FileDates = field(default_factory=FileDates)
    """What the history of the files tells."""
    dated: set[str] = field(default_factory=set)
    """The files of which it was told."""

    def keep(self, document: Document[DocumentForm], decision: Decision = UNKNOWN, minutes: Sequence[Decision] = ()) -> None:
        """Keep a whole document back. Of one that only waits to be published, what is restricted in it is told apart."""
        waits = decision.waits
        self.keeper.keep(document.form, document.at(1), waits=waits and not restricts(document.form))
        for block in document.blocks:
            self.keeper.keep(block, document.at(block.line), waits=waits and not restricts(block))
        for minute, own in zip(document.minutes, chain(minutes, repeat(UNKNOWN)), strict=False):
            waits_too = waits and own.public and not restricts(minute)
            self.keeper.keep(minute, document.at(minute.line), waits=waits_too)

    def keep_all(self, documents: Iterable[Document[DocumentForm]]) -> None:
        """Keep several documents back."""
        for document in documents:
            self.keep(document)

    def stand_in(self, form: DocumentForm, decision: Decision) -> StandIn | None:
        """Say what stands in the place of a document that is not public."""
        return stand_in(form, decision, self.wording)
