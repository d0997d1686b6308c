"""Closed vocabularies of the record, each member with its meaning."""

from __future__ import annotations

from enum import StrEnum


class Access(StrEnum):
    """What a clerk says of the openness of a thing. Ordered by strictness through `strictness`."""

    PUBLIC = "public"
    """Published."""
    WITHDRAWN = "withdrawn"
    """Was published and no longer is; a tombstone says so."""
    RESTRICTED = "restricted"
    """Withheld; a notice stands in its place."""
    DRAFT = "draft"
    """Not ready; nothing of it is shown."""

    @property
    def strictness(self) -> int:
        """Place in the order of strictness: of several marks on one thing the greatest decides."""
        return _STRICTNESS[self]


_STRICTNESS = {access: place for place, access in enumerate(Access)}


class Basis(StrEnum):
    """On what ground something is withheld."""

    SCHEDULE_12A = "schedule-12a"
    """Exempt information: Part 1 of Schedule 12A to the Local Government Act 1972, as substituted from 1 March 2006."""
    CONFIDENTIAL = "confidential"
    """Confidential information: section 100A(3) of the same Act."""
    NOT_STATED = "not-stated"
    """The archived record does not say."""


class Delivery(StrEnum):
    """How an agenda item comes before the meeting."""

    REPORT = "report"
    VERBAL = "verbal"
    PRESENTATION = "presentation"
    TO_FOLLOW = "to-follow"
    TABLED = "tabled"
    HEARING = "hearing"

    @property
    def label(self) -> str:
        """The word as the agenda prints it."""
        return _DELIVERY_LABELS[self]


_DELIVERY_LABELS = {
    Delivery.REPORT: "Report",
    Delivery.VERBAL: "Verbal update",
    Delivery.PRESENTATION: "Presentation",
    Delivery.TO_FOLLOW: "To follow",
    Delivery.TABLED: "Tabled at the meeting",
    Delivery.HEARING: "Hearing",
}


class Purpose(StrEnum):
    """What a paper asks of the meeting."""

    DECISION = "decision"
    INFORMATION = "information"
    DISCUSSION = "discussion"

    @property
    def label(self) -> str:
        """The words a reader sees."""
        return f"For {self.value}"


class PaperForm(StrEnum):
    """What kind of document a paper is."""

    REPORT = "report"
    SLIDES = "slides"
    WITNESS_GUIDE = "witness-guide"
    RESEARCH = "research"

    @property
    def label(self) -> str:
        """The words a reader sees."""
        return self.value.replace("-", " ").capitalize()


class MinutePart(StrEnum):
    """A part of a minute that can be open while the minute as a whole is withheld."""

    TITLE = "title"
    PARAGRAPHS = "paragraphs"
    OUTCOME = "outcome"
    """Resolutions with the votes on them and their amendments, requests and actions."""
    NOTES = "notes"
    """Post-meeting notes and editor's notes."""


class OutcomeKind(StrEnum):
    """What a resolution does. A resolution can do several of these."""

    NOTED = "noted"
    AGREED = "agreed"
    APPROVED = "approved"
    ENDORSED = "endorsed"
    SUPPORTED = "supported"
    REQUESTED = "requested"
    THANKED = "thanked"
    DEFERRED = "deferred"


class Answered(StrEnum):
    """How what a meeting decided stands to what the paper recommended."""

    AS_RECOMMENDED = "as-recommended"
    """Agreed as recommended."""
    WITH_CHANGES = "with-changes"
    """Agreed with changes or additions."""
    OTHERWISE = "otherwise"
    """Decided otherwise than recommended."""

    @property
    def label(self) -> str:
        """The words a reader sees."""
        return _ANSWERED_LABELS[self]


_ANSWERED_LABELS = {
    Answered.AS_RECOMMENDED: "As recommended",
    Answered.WITH_CHANGES: "As recommended, with changes",
    Answered.OTHERWISE: "Otherwise than recommended",
}


class Due(StrEnum):
    """When a report asked for is due."""

    DATE = "date"
    MONTH = "month"
    """Some day of a month; the last one counts."""
    NEXT_MEETING = "next-meeting"
    NO_DATE = "no-date"


class RequestState(StrEnum):
    """What became of a request or an action, as far as the record shows."""

    OVERDUE = "overdue"
    OPEN = "open"
    ANSWERED_IN_PRIVATE = "answered-in-private"
    ANSWERED = "answered"

    @property
    def answered(self) -> bool:
        """Whether something answers it."""
        return self in {RequestState.ANSWERED, RequestState.ANSWERED_IN_PRIVATE}

    @property
    def label(self) -> str:
        """The words a reader sees."""
        return _STATE_LABELS[self]


_STATE_LABELS = {
    RequestState.OVERDUE: "Overdue",
    RequestState.OPEN: "Open",
    RequestState.ANSWERED_IN_PRIVATE: "Answered in the closed part",
    RequestState.ANSWERED: "Answered",
}


class Trace(StrEnum):
    """What the history of a document's file tells of its last change."""

    GIT = "git"
    """The day of the last change stands in it."""
    SHALLOW = "shallow"
    """The site was built without the whole history, so that the day is not known here."""
    WITHHELD = "withheld"
    """Parts of the document are withheld, so that the history of its file is not asked."""
    NONE = "none"
    """It was not asked, or tells nothing later than the publication."""


class Known(StrEnum):
    """How much of a version of the agreement the record holds."""

    WHOLE = "whole"
    PART = "part"


class Held(StrEnum):
    """How much of a part of a version the record holds."""

    WHOLE = "whole"
    PART = "part"
    NONE = "none"


class Standing(StrEnum):
    """As what a priority stands in its version."""

    PRIORITY = "priority"
    CROSS_CUTTING = "cross-cutting"
    """Numbered like a priority, and placed under the cross-cutting themes."""


class OriginKind(StrEnum):
    """How a priority or a theme came out of one of the version before."""

    MERGED = "merged"
    """It was put together with others."""
    RENAMED = "renamed"
    """It goes on under another id."""
    SPLIT = "split"
    """It was taken out of one that goes on."""


class ActionState(StrEnum):
    """How an action stands."""

    TO_BE_DEVELOPED = "to-be-developed"
    INCOMPLETE = "incomplete"
    IN_PROGRESS = "in-progress"
    COMPLETE = "complete"

    @property
    def label(self) -> str:
        """The words a reader sees."""
        return self.value.replace("-", " ").capitalize()


class Unit(StrEnum):
    """In what an indicator is measured."""

    NUMBER = "number"
    PERCENTAGE = "percentage"


class Mark(StrEnum):
    """As what a district chose an issue."""

    MAIN = "main"
    """A priority of its own assessment."""
    SUBSIDIARY = "subsidiary"
    """A subsidiary priority, an enabler or a cross-cutting theme."""
    WITHIN = "within"
    """Named within a broader priority."""


# Part 1 of Schedule 12A to the Local Government Act 1972, England, from 1 March 2006 (SI 2006/88).
SCHEDULE_12A: dict[int, str] = {
    1: "Information relating to any individual.",
    2: "Information which is likely to reveal the identity of an individual.",
    3: (
        "Information relating to the financial or business affairs of any particular person (including the authority "
        "holding that information)."
    ),
    4: (
        "Information relating to any consultations or negotiations, or contemplated consultations or negotiations, in "
        "connection with any labour relations matter arising between the authority or a Minister of the Crown and "
        "employees of, or office holders under, the authority."
    ),
    5: ("Information in respect of which a claim to legal professional privilege could be maintained in legal proceedings."),
    6: (
        "Information which reveals that the authority proposes (a) to give under any enactment a notice under or by "
        "virtue of which requirements are imposed on a person; or (b) to make an order or direction under any "
        "enactment."
    ),
    7: (
        "Information relating to any action taken or to be taken in connection with the prevention, investigation or "
        "prosecution of crime."
    ),
}
