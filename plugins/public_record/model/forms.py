"""The forms that a clerk fills in as front matter: one class a kind of document, every key listed, nothing else allowed.

Free text is `Sealed`: what a form holds is private until the gate releases it. The JSON Schema that editors use is made
from these classes.
"""

from __future__ import annotations

import os
import re
from collections.abc import Callable
from datetime import date
from typing import Annotated, Any, Literal, TypeVar

from pydantic import AfterValidator, BaseModel, BeforeValidator, ConfigDict, Field, GetJsonSchemaHandler, StringConstraints
from pydantic.json_schema import JsonSchemaValue
from pydantic_core import CoreSchema

from public_record.model.spans import span
from public_record.model.text import Sealed
from public_record.model.vocabulary import Access, Answered, Basis, Delivery, MinutePart, PaperForm, Purpose

# A plugin for pydantic that another package brings along would be handed every private value; looking for one takes time, too.
os.environ.setdefault("PYDANTIC_DISABLE_PLUGINS", "__all__")

_T = TypeVar("_T")

ITEM_REFERENCE = re.compile(r"[A-Z]?\d{1,3}[a-z]?")
"""An item's reference as printed: `B2`, `7`, `12a`."""

_ISO_DATE = re.compile(r"\d{4}-\d{2}-\d{2}")
_PARTIAL_DATE = re.compile(r"\d{4}(-\d{2}(-\d{2})?)?")

PLACE_REFERENCE = re.compile(r"place-\d{1,3}")
"""The stand-in for an item printed without a reference: its place on the agenda."""


def _iso_date(value: Any) -> Any:
    """Read `2016-03-16` and nothing else: a library that guesses would take `1457` for a day of 1970."""
    if isinstance(value, date):
        return value
    if not isinstance(value, str) or not _ISO_DATE.fullmatch(value):
        raise ValueError("a date is written year-month-day, as in 2016-03-16")
    try:
        return date.fromisoformat(value)
    except ValueError:
        raise ValueError("there is no such day in the calendar") from None


def _matching(pattern: str, sentence: str) -> Callable[[str], str]:
    """Make a validator that says in a sentence what form the value has."""
    form = re.compile(pattern)

    def check(value: str) -> str:
        if not form.fullmatch(value):
            raise ValueError(sentence)
        return value

    return check


def _partial_date(value: str) -> str:
    """Let a year, a month or a day through that the calendar has."""
    if not _PARTIAL_DATE.fullmatch(value):
        raise ValueError("a date is written 2018, 2018-04 or 2018-04-01")
    try:
        span(value)
    except ValueError:
        raise ValueError("there is no such day in the calendar") from None
    return value


def _listed(value: Any) -> Any:
    """Let a clerk write one value where a list is meant."""
    return [value] if isinstance(value, str) else value


def _person(value: Any) -> Any:
    """Let a clerk write a bare name for a person."""
    return {"name": value} if isinstance(value, str) else value


def _answer(value: Any) -> Any:
    """Let a clerk write a bare address for an answer."""
    return {"request": value} if isinstance(value, str) else value


class _OrOne:
    """Tells editors what `_listed` allows."""

    def __get_pydantic_json_schema__(self, schema: CoreSchema, handler: GetJsonSchemaHandler) -> JsonSchemaValue:
        several = handler(schema)
        return {"anyOf": [several["items"], several]}


class OrName:
    """Tells editors what `_person` allows."""

    def __get_pydantic_json_schema__(self, schema: CoreSchema, handler: GetJsonSchemaHandler) -> JsonSchemaValue:
        return {"anyOf": [{"type": "string", "minLength": 1}, handler(schema)]}


Day = Annotated[date, BeforeValidator(_iso_date)]
Clock = Annotated[str, AfterValidator(_matching(r"([01]\d|2[0-3]):[0-5]\d", 'a time is written "10:00", in quotation marks'))]
MonthOrDay = Annotated[str, AfterValidator(_partial_date)]
Identifier = Annotated[
    str, AfterValidator(_matching(r"[a-z0-9]+(-[a-z0-9]+)*", "an id has small letters, digits and hyphens only"))
]
Reference = Annotated[str, AfterValidator(_matching(ITEM_REFERENCE.pattern, "a reference is a letter and a number, as in B2"))]
ItemReference = Annotated[
    str,
    AfterValidator(
        _matching(
            f"{ITEM_REFERENCE.pattern}|{PLACE_REFERENCE.pattern}",
            "an item is named by its reference, as in B2, or by its place, as in place-2",
        )
    ),
]
RequestAddress = Annotated[
    str,
    AfterValidator(
        _matching(
            r"[a-z0-9-]+/\d{4}-\d{2}-\d{2}/([a-z0-9-]+/)*#(request|action)(-\d{1,3})?-\d{1,3}",
            "a request is named by its address, as in kcsp/2016-03-16/notes/#request-117-1",
        )
    ),
]
Pages = Annotated[str, AfterValidator(_matching(r"\d+(-\d+)?", "a page range is written 7-10"))]
Version = Annotated[str, AfterValidator(_matching(r"[0-9]+([.-][0-9]+)*", 'a version is written "2.0" or 2014-17'))]
Letter = Annotated[str, StringConstraints(pattern=r"^[A-Z0-9]{1,2}$")]
Count = Annotated[int, Field(ge=1, le=999)]
Several = Annotated[list[_T], BeforeValidator(_listed), _OrOne()]


class Form(BaseModel):
    """What all forms share: no unknown keys, no change once read."""

    # What reads a form is built when the first is read: of the kinds that a record does not hold, never.
    model_config = ConfigDict(extra="forbid", frozen=True, hide_input_in_errors=True, defer_build=True)


class PersonForm(Form):
    """A person by name, with the part taken."""

    name: Sealed
    role: Sealed | None = None
    substitute_for: Sealed | None = None


Person = Annotated[PersonForm, BeforeValidator(_person), OrName()]


class ExemptionForm(Form):
    """The ground of a restriction."""

    basis: Basis
    paragraphs: Several[Annotated[int, Field(ge=1, le=7)]] = []
    """Paragraphs of Part 1 of Schedule 12A; 12 to 18 are those of Wales."""
    balance: Sealed | None = None
    """Why the public interest in maintaining the exemption outweighs that in disclosing (paragraph 10)."""
    review: Day | None = None
    """When the restriction is looked at again: it holds "if and so long" as the balance does (paragraph 10)."""


class OpenForm(Form):
    """Why something is open that stands inside something stricter."""

    reason: Sealed


class OpenMinuteForm(OpenForm):
    """Which parts of the minute of a restricted item are open, and why. Without parts: the whole minute."""

    parts: list[MinutePart] = []


class WithdrawnForm(Form):
    """The tombstone of a withdrawn document."""

    date: Day
    reason: Sealed


class CancelledForm(Form):
    """Why a meeting did not take place."""

    reason: Sealed


class ChangeForm(Form):
    """A change to a document that was already published."""

    date: Day
    what: Sealed


class MovedForm(Form):
    """The day for which a meeting had been announced before."""

    from_: Annotated[Day, Field(alias="from")]
    reason: Sealed


class NextMeetingForm(Form):
    """The date that an item announces."""

    date: Day
    time: Clock | None = None
    venue: Sealed | None = None


class AnswerForm(Form):
    """What an item, a paper or a minute answers: a request or an action, by its address on the site."""

    request: RequestAddress
    at: Annotated[str, StringConstraints(pattern=r"^[0-9A-Za-z.()-]{1,12}$")] | None = None
    """Number of the paragraph or the heading that answers it, where the whole does not."""


Answer = Annotated[AnswerForm, BeforeValidator(_answer), OrName()]


class CorrectionForm(Form):
    """A correction subject to which notes were adopted."""

    minute: Count
    paragraph: Annotated[str, StringConstraints(pattern=r"^[0-9]{1,3}$")] | None = None
    text: Sealed


class AdoptionForm(Form):
    """How a minute adopted the notes of an earlier meeting: those that its item puts up."""

    signed_by: Sealed | None = None
    corrections: list[CorrectionForm] = Field(default_factory=list)


class DocumentCorrectionForm(Form):
    """A correction that was made to a document after it was published."""

    date: Day
    at: Annotated[
        str | None,
        AfterValidator(
            _matching(
                r"[0-9A-Za-z]+([.-]{1,2}[0-9A-Za-z]+)*",
                "a place is named by the number of its paragraph, as in 2.2, or by its anchor, as in paragraph-2-2",
            )
        ),
    ] = None
    what: Sealed


class DocumentForm(Form):
    """What every document states."""

    access: Access
    exemption: ExemptionForm | None = None
    public_title: Sealed | None = None
    public_summary: Sealed | None = None
    withdrawn: WithdrawnForm | None = None
    publish_from: Day | None = None
    publish_until: Day | None = None
    changes: list[ChangeForm] = Field(default_factory=list)
    """What was changed after it was published, the oldest first."""


class ItemForm(Form):
    """One line of an agenda."""

    ref: Reference | None = None
    place: Count | None = None
    title: Sealed | None = None
    public_title: Sealed | None = None
    public_summary: Sealed | None = None
    access: Access | None = None
    exemption: ExemptionForm | None = None
    open: OpenForm | None = None
    delivery: Several[Delivery] = Field(default_factory=list)
    pages: Pages | None = None
    time: Clock | None = None
    speakers: list[Person] = Field(default_factory=list)
    note: Sealed | None = None
    editor_note: Sealed | None = None
    subjects: list[Identifier] = Field(default_factory=list)
    public_subjects: list[Identifier] = Field(default_factory=list)
    """The matters that a restricted item belongs to, where that may be told."""
    answers: list[Answer] = Field(default_factory=list)
    public_answers: list[Answer] = Field(default_factory=list)
    """What a restricted item answers, where that may be told."""
    notes_of: Day | None = None
    next_meeting: NextMeetingForm | None = None
    agreement: Version | None = None


class SectionForm(Form):
    """A part of an agenda."""

    letter: Letter | None = None
    title: Sealed | None = None
    public_title: Sealed | None = None
    public_summary: Sealed | None = None
    access: Access | None = None
    exemption: ExemptionForm | None = None
    items: list[ItemForm] = Field(default_factory=list)


class AgendaForm(DocumentForm):
    """`agenda.md`: what a meeting is called to consider."""

    kind: Literal["agenda"]
    body: Identifier
    date: Day
    time: Clock | None = None
    venue: Sealed | None = None
    published: Day | None = None
    contact: Sealed | None = None
    membership: list[Person] = Field(default_factory=list)
    editor_notes: list[Sealed] = Field(default_factory=list)
    corrections: list[DocumentCorrectionForm] = Field(default_factory=list)
    cancelled: CancelledForm | None = None
    moved: MovedForm | None = None
    sections: Annotated[list[SectionForm], Field(min_length=1)]


class SourceForm(Form):
    """Where a published work comes from, and under which licence."""

    publisher: Sealed
    title: Sealed | None = None
    date: MonthOrDay | None = None
    licence: Sealed | None = None


class AttachmentForm(Form):
    """A file that goes with a paper: admitted by name, and by the digest of what somebody looked at."""

    file: Annotated[
        str, AfterValidator(_matching(r"[A-Za-z0-9][A-Za-z0-9._-]*", "a file is named as it stands beside the paper"))
    ]
    access: Literal[Access.PUBLIC, Access.RESTRICTED]
    title: Sealed | None = None
    public_title: Sealed | None = None
    exemption: ExemptionForm | None = None
    sha256: Annotated[
        str | None,
        AfterValidator(_matching(r"[0-9a-f]{64}", "a digest has 64 digits 0 to 9 and a to f")),
    ] = None
    """Of the file as it was cleared for publication; `check` says what it is now."""


class AnyPaperForm(DocumentForm):
    """What papers and appendices share."""

    item: ItemReference | None = None
    paper: Count = 1
    form: PaperForm = PaperForm.REPORT
    title: Sealed | None = None
    by: list[Person] = Field(default_factory=list)
    presented_by: list[Person] = Field(default_factory=list)
    to: Sealed | None = None
    dated: MonthOrDay | None = None
    purpose: Purpose | None = None
    classification: Sealed | None = None
    contact: Sealed | None = None
    background_papers: list[Sealed] = Field(default_factory=list)
    source: SourceForm | None = None
    attachments: list[AttachmentForm] = Field(default_factory=list)
    editor_notes: list[Sealed] = Field(default_factory=list)
    subjects: list[Identifier] = Field(default_factory=list)
    answers: list[Answer] = Field(default_factory=list)
    published: Day | None = None
    corrections: list[DocumentCorrectionForm] = Field(default_factory=list)


class OfficerPaperForm(AnyPaperForm):
    """A paper before a meeting."""

    kind: Literal["paper"]
    replaces: Count | None = None


class AppendixForm(AnyPaperForm):
    """An appendix to a paper."""

    kind: Literal["appendix"]
    appendix: Annotated[str, AfterValidator(_matching(r"[A-Za-z0-9]{1,3}", "an appendix has a letter or a number"))]
    occurrence: Count = 1


class OnRecommendationForm(Form):
    """How what was decided stands to what the paper recommended."""

    outcome: Answered
    note: Sealed | None = None


class MinuteForm(Form):
    """What the text of a minute cannot say about itself."""

    number: Count
    access: Access | None = None
    exemption: ExemptionForm | None = None
    public_title: Sealed | None = None
    public_summary: Sealed | None = None
    open: OpenMinuteForm | None = None
    on_recommendation: OnRecommendationForm | None = None
    subjects: list[Identifier] = Field(default_factory=list)
    answers: list[Answer] = Field(default_factory=list)
    unanswered: Several[Count] = Field(default_factory=list)
    """Which of its requests somebody has looked for an answer to, and found none."""
    adoption: AdoptionForm | None = None


class NotesForm(DocumentForm):
    """`notes.md`: what happened at a meeting."""

    kind: Literal["notes"]
    body: Identifier
    date: Day
    time: Clock | None = None
    venue: Sealed | None = None
    present: list[Person] = Field(default_factory=list)
    also_present: list[Person] = Field(default_factory=list)
    in_attendance: list[Person] = Field(default_factory=list)
    apologies: list[Person] = Field(default_factory=list)
    editor_notes: list[Sealed] = Field(default_factory=list)
    published: Day | None = None
    minutes: list[MinuteForm] = Field(default_factory=list)

    def marks(self) -> dict[int | None, MinuteForm]:
        """What is said of each minute, by its number."""
        return {form.number: form for form in self.minutes}
