"""The public record: what the gate has released, and nothing else. Everything published is a function of these types.

Ids are addresses relative to the site's root (`model.ids`). `/data/record.json` is these types as they stand, so a change
here is a change of the published format.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Annotated, Literal, TypeAlias

from pydantic import Field

from public_record.model.agreement import (
    ActionPlan,
    Assessment,
    Governance,
    HorizonScan,
    Legislation,
    Monitoring,
    Parts,
    Priority,
    Ranking,
    Theme,
)
from public_record.model.text import PublicText
from public_record.model.vocabulary import Answered, Basis, Delivery, Due, Known, OutcomeKind, PaperForm, Purpose, Trace


@dataclass(frozen=True, slots=True)
class Person:
    """A person named in the record, with the part taken there."""

    name: str
    role: str | None = None
    substitute_for: str | None = None


@dataclass(frozen=True, slots=True)
class Withheld:
    """The notice in the place of something restricted: all that is said of it."""

    basis: Basis
    paragraphs: tuple[int, ...] = ()
    """Of Part 1 of Schedule 12A."""
    balance: str | None = None
    """Why keeping it back outweighs disclosure."""
    review: dt.date | None = None
    """When that is looked at again."""
    summary: str | None = None
    """A public summary, Local Government Act 1972, section 100C(2)."""


@dataclass(frozen=True, slots=True)
class Withdrawn:
    """The tombstone of something that was published and no longer is."""

    date: dt.date
    reason: str


@dataclass(frozen=True, slots=True)
class Answer:
    """What an item, a paper or a minute answers."""

    request: str
    """Id of the request or the action."""
    at: str | None = None
    """Printed number of the paragraph or the heading that answers it; None where the whole does."""


@dataclass(frozen=True, slots=True)
class Correction:
    """A correction subject to which notes were adopted."""

    at: str
    """Address of what it corrects: a minute, or a paragraph of one."""
    text: str


@dataclass(frozen=True, slots=True)
class Adopted:
    """What a minute says of the notes that it adopts."""

    signed_by: str | None = None
    corrections: tuple[Correction, ...] = ()


@dataclass(frozen=True, slots=True)
class Change:
    """A change to a document that was already published."""

    date: dt.date
    what: str


@dataclass(frozen=True, slots=True)
class History:
    """When a document was published and changed, as far as that is known."""

    published: dt.date | None = None
    """As the document itself says."""
    changes: tuple[Change, ...] = ()
    """As the document itself says, the oldest first."""
    revised: dt.date | None = None
    """The day of the last change, from the history of its file; asked only where the document names no change itself."""
    trace: Trace = Trace.NONE

    @property
    def changed(self) -> dt.date | None:
        """The day of the last change, by whichever of the two tells it."""
        return self.changes[-1].date if self.changes else self.revised

    @property
    def last(self) -> dt.date | None:
        """The last day on which anything is known to have happened to it."""
        return self.changed or self.published


@dataclass(frozen=True, slots=True)
class DocumentCorrection:
    """A correction that was made to a paper, an appendix or an agenda after it was published."""

    date: dt.date
    what: str
    at: str | None = None
    """The number or the anchor of what was corrected, as the correction names it."""
    anchor: str | None = None
    """Where on the page of the document that is."""


@dataclass(frozen=True, slots=True)
class OnRecommendation:
    """How what was decided stands to what the paper recommended."""

    outcome: Answered
    note: str | None = None
    """In what it differs."""


@dataclass(frozen=True, slots=True)
class Limb:
    """A lettered part of a paragraph."""

    mark: str
    text: PublicText
    anchor: str
    """Made from that of the paragraph: `minute-38-3-b`."""
    kinds: tuple[OutcomeKind, ...] = ()
    """What it does, in a resolution: by its own words, or by those that lead it in."""


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading inside a document."""

    anchor: str
    level: int
    number: str | None
    title: PublicText
    type: Literal["heading"] = "heading"


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph. One with a printed number has an anchor made from it."""

    anchor: str
    number: str | None
    text: PublicText
    limbs: tuple[Limb, ...] = ()
    recommendation: bool = False
    """Whether the paper recommends this to the meeting."""
    type: Literal["paragraph"] = "paragraph"


@dataclass(frozen=True, slots=True)
class Prose:
    """Text without a number: lists, quotations."""

    text: PublicText
    type: Literal["prose"] = "prose"


@dataclass(frozen=True, slots=True)
class Table:
    """A table in Markdown, with its name."""

    anchor: str
    caption: str | None
    text: PublicText
    type: Literal["table"] = "table"


@dataclass(frozen=True, slots=True)
class EditorNote:
    """A note by the editors of this site, not by the document's author."""

    text: PublicText
    type: Literal["editor-note"] = "editor-note"


@dataclass(frozen=True, slots=True)
class Definition:
    """The text of a footnote, or the target of a link, that something public uses."""

    label: str
    text: PublicText
    type: Literal["definition"] = "definition"


@dataclass(frozen=True, slots=True)
class WithheldPassage:
    """The place of a withheld passage."""

    withheld: Withheld
    type: Literal["withheld-passage"] = "withheld-passage"


@dataclass(frozen=True, slots=True)
class Resolution:
    """What a meeting resolved, in one paragraph of a minute."""

    id: str
    anchor: str
    number: str | None
    """The printed number of the paragraph, if it has one."""
    paragraph: str | None
    """The anchor of the paragraph, made from that number: `minute-38-3`."""
    text: PublicText
    kinds: tuple[OutcomeKind, ...]
    limbs: tuple[Limb, ...] = ()
    type: Literal["resolution"] = "resolution"


@dataclass(frozen=True, slots=True)
class Request:
    """A report or an update that a meeting asked for, or that a paper promised."""

    id: str
    anchor: str
    due: Due
    by: dt.date | None
    """The last day on which it is in time, where a day or a month is named."""
    text: PublicText
    type: Literal["request"] = "request"


@dataclass(frozen=True, slots=True)
class Action:
    """Who took something on."""

    id: str
    anchor: str
    owners: tuple[str, ...]
    type: Literal["action"] = "action"


@dataclass(frozen=True, slots=True)
class PostMeetingNote:
    """What the notes add about the time after the meeting."""

    text: PublicText
    type: Literal["post-meeting-note"] = "post-meeting-note"


@dataclass(frozen=True, slots=True)
class Amendment:
    """A change that was moved at the meeting, in the place in which the notes record it."""

    id: str
    anchor: str
    text: PublicText
    type: Literal["amendment"] = "amendment"


@dataclass(frozen=True, slots=True)
class Vote:
    """A recorded vote as printed. Its figures are those that are plainly stated, added up or put right by nobody."""

    id: str
    anchor: str
    text: PublicText
    in_favour: int | None = None
    against: int | None = None
    abstained: int | None = None
    type: Literal["vote"] = "vote"


Block: TypeAlias = Annotated[
    Heading
    | Paragraph
    | Prose
    | Table
    | EditorNote
    | Definition
    | WithheldPassage
    | Resolution
    | Request
    | Action
    | PostMeetingNote
    | Amendment
    | Vote,
    Field(discriminator="type"),
]


@dataclass(frozen=True, slots=True)
class Source:
    """Where a work published elsewhere comes from."""

    publisher: str
    title: str | None = None
    date: str | None = None
    licence: str | None = None


@dataclass(frozen=True, slots=True)
class PaperDetails:
    """What a paper or an appendix says of itself."""

    form: PaperForm = PaperForm.REPORT
    by: tuple[Person, ...] = ()
    presented_by: tuple[Person, ...] = ()
    to: str | None = None
    dated: str | None = None
    purpose: Purpose | None = None
    classification: str | None = None
    """The classification as printed, which may speak of purpose or of openness."""
    contact: str | None = None
    background_papers: tuple[str, ...] = ()
    source: Source | None = None
    editor_notes: tuple[str, ...] = ()
    published: dt.date | None = None
    subjects: tuple[str, ...] = ()
    answers: tuple[Answer, ...] = ()
    history: History = History()
    corrections: tuple[DocumentCorrection, ...] = ()


@dataclass(frozen=True, slots=True)
class Attachment:
    """A file that goes with a paper, or the notice of one that is withheld."""

    id: str | None
    """Its address; None where it is withheld."""
    title: str
    size: int | None = None
    """Bytes, as published."""
    sha256: str | None = None
    """Digest of the bytes as published, in hexadecimal."""
    withheld: Withheld | None = None


@dataclass(frozen=True, slots=True)
class Appendix:
    """An appendix to a paper."""

    id: str
    mark: str
    title: str
    details: PaperDetails = PaperDetails()
    body: tuple[Block, ...] = ()
    attachments: tuple[Attachment, ...] = ()
    withheld: Withheld | None = None
    withdrawn: Withdrawn | None = None


@dataclass(frozen=True, slots=True)
class Paper:
    """A paper before a meeting. The first paper of an item has the item's own address."""

    id: str
    number: int
    title: str
    details: PaperDetails = PaperDetails()
    body: tuple[Block, ...] = ()
    attachments: tuple[Attachment, ...] = ()
    appendices: tuple[Appendix, ...] = ()
    replaces: int | None = None
    """Number of the paper of the same item that this one replaces."""
    replaced_by: tuple[int, ...] = ()
    """Numbers of those that replace this one."""
    withheld: Withheld | None = None
    withdrawn: Withdrawn | None = None

    @property
    def recommendations(self) -> tuple[Paragraph, ...]:
        """The paragraphs that recommend something; one that only leads in others, as 14 does 14.1, is none."""
        found = [block for block in self.body if isinstance(block, Paragraph) and block.recommendation]
        leads = {(block.number or "").rpartition(".")[0] for block in found}
        return tuple(block for block in found if block.number is None or block.number not in leads)


@dataclass(frozen=True, slots=True)
class NextMeeting:
    """A meeting that an item announces."""

    date: dt.date
    time: str | None = None
    venue: str | None = None


@dataclass(frozen=True, slots=True)
class Moved:
    """The day for which a meeting had been announced before."""

    date: dt.date
    reason: str


@dataclass(frozen=True, slots=True)
class Item:
    """One item of an agenda."""

    id: str
    key: str
    """How papers and minutes name it: its reference, or `place-2`."""
    ref: str | None
    title: str
    delivery: tuple[Delivery, ...] = ()
    pages: str | None = None
    time: str | None = None
    speakers: tuple[Person, ...] = ()
    note: str | None = None
    editor_note: str | None = None
    subjects: tuple[str, ...] = ()
    answers: tuple[Answer, ...] = ()
    notes_of: dt.date | None = None
    next_meeting: NextMeeting | None = None
    agreement: str | None = None
    papers: tuple[Paper, ...] = ()
    withheld: Withheld | None = None
    open_reason: str | None = None
    """Why it is open although it stands in a restricted section."""


@dataclass(frozen=True, slots=True)
class Section:
    """A part of an agenda."""

    letter: str | None
    title: str
    items: tuple[Item, ...] = ()
    withheld: Withheld | None = None


@dataclass(frozen=True, slots=True)
class Minute:
    """One minute, or (without a number) a heading of a part of the notes."""

    id: str
    anchor: str
    number: int | None
    title: str
    item: str | None
    """Key of the agenda item that it answers."""
    body: tuple[Block, ...] = ()
    subjects: tuple[str, ...] = ()
    answers: tuple[Answer, ...] = ()
    adopted: Adopted | None = None
    """What it says of the notes that it adopts."""
    on_recommendation: OnRecommendation | None = None
    withheld: Withheld | None = None
    open_reason: str | None = None
    """Why it, or where `withheld` is set parts of it, are open although its item is restricted."""

    @property
    def resolutions(self) -> tuple[Resolution, ...]:
        """What was resolved."""
        return tuple(block for block in self.body if isinstance(block, Resolution))

    @property
    def requests(self) -> tuple[Request, ...]:
        """What was asked for."""
        return tuple(block for block in self.body if isinstance(block, Request))


@dataclass(frozen=True, slots=True)
class Notes:
    """The notes of a meeting."""

    id: str
    present: tuple[Person, ...] = ()
    also_present: tuple[Person, ...] = ()
    in_attendance: tuple[Person, ...] = ()
    apologies: tuple[Person, ...] = ()
    editor_notes: tuple[str, ...] = ()
    opening: tuple[Block, ...] = ()
    minutes: tuple[Minute, ...] = ()
    withheld: Withheld | None = None
    withdrawn: Withdrawn | None = None
    history: History = History()


@dataclass(frozen=True, slots=True, weakref_slot=True)
class Meeting:
    """A meeting, as far as the record witnesses it."""

    id: str
    body: str
    date: dt.date
    time: str | None = None
    venue: str | None = None
    notice: dt.date | None = None
    """The day on which the agenda was published."""
    contact: str | None = None
    membership: tuple[Person, ...] = ()
    editor_notes: tuple[str, ...] = ()
    corrections: tuple[DocumentCorrection, ...] = ()
    """To the agenda."""
    introduction: tuple[Block, ...] = ()
    agenda_held: bool = False
    """Whether the record holds the agenda."""
    sections: tuple[Section, ...] = ()
    papers: tuple[Paper, ...] = ()
    """Papers of a meeting whose agenda is not held."""
    notes: Notes | None = None
    withheld: Withheld | None = None
    """Set where the agenda as a whole is withheld."""
    withdrawn: Withdrawn | None = None
    cancelled: str | None = None
    moved: Moved | None = None
    history: History = History()
    """Of the agenda."""

    @property
    def items(self) -> tuple[Item, ...]:
        """All items of the agenda, in order."""
        return tuple(item for section in self.sections for item in section.items)

    def all_papers(self) -> Iterator[tuple[Item | None, Paper]]:
        """Yield every paper with its item."""
        for item in self.items:
            for paper in item.papers:
                yield item, paper
        for paper in self.papers:
            yield None, paper


@dataclass(frozen=True, slots=True, weakref_slot=True)
class Agreement:
    """A version of the Community Safety Agreement."""

    id: str
    version: str
    title: str
    known: Known
    published: str | None = None
    period_from: str | None = None
    period_to: str | None = None
    """Of the agreement, which a refreshed version shares with the one before it."""
    effective_from: str | None = None
    """The day, month or year from which this version is the one in force."""
    effective_to: str | None = None
    effective_note: str | None = None
    known_from: str | None = None
    parts: Parts = field(default_factory=Parts)
    subjects: tuple[str, ...] = ()
    """Ids of the subjects under which meetings dealt with the agreement as a whole."""
    change_list: tuple[str, ...] = ()
    """What was changed from the version before, as the version or a report on it says."""
    priorities: tuple[Priority, ...] = ()
    themes: tuple[Theme, ...] = ()
    action_plan: ActionPlan | None = None
    monitoring: Monitoring | None = None
    assessments: tuple[Assessment, ...] = ()
    rankings: tuple[Ranking, ...] = ()
    horizon_scans: tuple[HorizonScan, ...] = ()
    plans: tuple[str, ...] = ()
    """Other plans and strategies to which it is linked."""
    legislation: tuple[Legislation, ...] = ()
    authorities: tuple[str, ...] = ()
    """The responsible authorities."""
    governance: Governance | None = None
    editor_notes: tuple[str, ...] = ()
    body: tuple[Block, ...] = ()
    withheld: Withheld | None = None
    withdrawn: Withdrawn | None = None
    history: History = History()

    @property
    def shown(self) -> bool:
        """Whether it stands here itself, and not a notice in its place."""
        return self.withheld is None and self.withdrawn is None


@dataclass(frozen=True, slots=True)
class Body:
    """A body that meets."""

    id: str
    name: str
    short: str
    description: str


@dataclass(frozen=True, slots=True)
class Record:
    """The public record."""

    bodies: tuple[Body, ...] = ()
    meetings: tuple[Meeting, ...] = ()
    """In order of date."""
    agreements: tuple[Agreement, ...] = field(default=())
    """In order of the day on which they took effect."""
