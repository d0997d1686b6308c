"""What site_config/record.yml holds: bodies, subjects, wording and policy. All of it is public."""

from __future__ import annotations

from datetime import date
from typing import Annotated, Any, TypeAlias

from pydantic import BeforeValidator, Field

from public_record.model.forms import Day, Form, Identifier, OrName
from public_record.model.vocabulary import Basis


def _member(value: Any) -> Any:
    """Let a clerk write a bare name for a member."""
    return {"name": value} if isinstance(value, str) else value


class MemberSettings(Form):
    """A member of a body, as drafts of notes list those present."""

    name: str
    role: str | None = None


class BodySettings(Form):
    """A body that meets."""

    name: str
    short: str
    description: str
    membership: list[Annotated[MemberSettings, BeforeValidator(_member), OrName()]] = Field(default_factory=list)
    """Who belongs to it now; what was so at a meeting stands in its agenda and its notes."""


class Licence(Form):
    """Under which terms the pages may be used again."""

    name: str
    url: Annotated[str, Field(pattern=r"^https://")]


class Wording(Form):
    """The sentences that stand on pages without being anybody's record."""

    retelling: str
    """Said on every page: that this is not the official record."""
    welcome: str
    restricted_section: str
    restricted_item: str
    restricted_minute: str
    restricted_paper: str
    restricted_appendix: str
    restricted_attachment: str
    restricted_passage: str
    restricted_agreement: str
    expired: str
    """Reason shown when `publish_until` has passed."""
    basis: dict[Basis, str]
    """How the notice names each ground."""
    legal_basis: str
    """Which law or policy the notices rest on."""


OfficialAddress: TypeAlias = Annotated[str, Field(pattern=r"^https://www\.legislation\.gov\.uk/[a-z0-9/A-Z-]+$")]


class Policy(Form):
    """What the partnership holds itself to."""

    clear_days: Annotated[int, Field(ge=0, le=30)] = 5
    strict_from: Day = date(2026, 1, 1)
    """From this day of meeting on, what is a warning on the archive is an error."""
    closure_days: tuple[Day, ...] = ()
    """Working days on which the office is closed, beside the bank holidays of England."""
    notes_days: Annotated[int, Field(ge=1, le=365)] = 30
    """Within so many days after a meeting its notes are published, be it as a draft for the next to adopt."""
    agreement_months: Annotated[int, Field(ge=1, le=120)] = 12
    """So many months after a version of the agreement came out it is looked at again, if it does not say when it ends."""
    dates_from_git: bool = True
    """Whether the history of a public document's file may tell when it was last changed."""


class Settings(Form):
    """The whole of site_config/record.yml."""

    site_name: str
    identity: Annotated[str, Field(pattern=r"^[a-z0-9.-]+\.[a-z]{2,},\d{4}(-\d{2}){0,2}$")] | None = None
    """Who gives out ids in feeds and calendars: a domain, and a day on which it was theirs (RFC 4151)."""
    bodies: Annotated[dict[Identifier, BodySettings], Field(min_length=1)]
    subjects: dict[Identifier, str] = Field(default_factory=dict)
    wording: Wording
    licence: Licence
    legislation: dict[str, OfficialAddress] = Field(default_factory=dict)
    """Acts by title and year, and `Schedule 12A`: where the official site has them."""
    policy: Policy = Policy()
