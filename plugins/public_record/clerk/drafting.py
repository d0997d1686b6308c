"""The verbs `new …`: ask for what is missing, draft, file, and say what comes next."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import click

from public_record.clerk import agendas, agreements, minutes, papers
from public_record.clerk.filing import Filing
from public_record.clerk.questions import Questions, one_of, reader_of
from public_record.clerk.refusal import RefusalError
from public_record.model.calendar import clear_days, last_day_of_notice
from public_record.model.forms import Clock, Count, Day, ItemReference, MonthOrDay, Version
from public_record.model.private import MeetingFolder
from public_record.model.vocabulary import Access, Purpose
from public_record.sources.files import AGREEMENT, meeting_of

_WORDS = reader_of(str)
_DAY = reader_of(Day)


@dataclass(frozen=True, slots=True)
class Meeting:
    """What was given on the command line about a meeting."""

    body: str | None
    date: str | None
    time: str | None
    venue: str | None
    contact: str | None
    published: str | None
    items: Sequence[str]
    next_meeting: str | None


@dataclass(frozen=True, slots=True)
class Paper:
    """What was given on the command line about a paper."""

    meeting: str | None
    item: str | None
    title: str | None
    by: Sequence[str]
    purpose: str | None
    appendix: str | None
    number: int | None
    replaces: int | None
    restricted: bool
    paragraphs: Sequence[int]
    balance: str | None
    review: str | None
    public_title: str | None


@dataclass(frozen=True, slots=True)
class AgreementVersion:
    """What was given on the command line about a version of the agreement."""

    version: str | None
    published: str | None
    begins: str | None
    ends: str | None
    title: str | None


def new_meeting(filing: Filing, given: Meeting) -> None:
    """Draft the agenda of a meeting."""
    ask = Questions()
    bodies = list(filing.settings.bodies)
    only = bodies[0] if len(bodies) == 1 else None
    body = ask.needed("--body", given.body, f"Body ({', '.join(bodies)})", one_of(bodies), only)
    day = ask.needed("--date", given.date, "Date of the meeting, as in 2016-03-16", _DAY)
    earlier = _earlier(filing, body, day)
    last = _last_facts(earlier)
    policy = filing.settings.policy
    latest = last_day_of_notice(policy.clear_days, day, policy.closure_days)
    new = agendas.NewMeeting(
        body=body,
        day=day,
        time=ask.wanted("--time", given.time, 'Time, as in "10:00"', reader_of(Clock), last.get("time")),
        venue=ask.wanted("--venue", given.venue, "Venue", _WORDS, last.get("venue")),
        contact=ask.wanted("--contact", given.contact, "Contact: an office or a role, no person", _WORDS, last.get("contact")),
        published=ask.wanted("--published", given.published, "Day of the notice, if it is known", _DAY),
        items=ask.several(given.items, "Title of an item to discuss (empty: no more)"),
        next_meeting=ask.wanted("--next", given.next_meeting, "Date of the meeting after it, if it is known", _DAY),
    )
    path = filing.in_meeting(body, day, "agenda.md")
    _file(filing, path, agendas.agenda(new, earlier, latest, filing.schema(path, "agenda")))
    click.echo(_on_notice(latest, day, filing))
    _next_steps("add the items and their papers (`new paper`)")


def _earlier(filing: Filing, body: str, day: date) -> list[MeetingFolder]:
    """List the meetings of the body before a day that took place, the oldest first."""
    meetings = [one for one in filing.meetings_of(body) if one.date < day]
    return [one for one in meetings if not (one.agenda and one.agenda.form.cancelled)]


def _last_facts(earlier: Sequence[MeetingFolder]) -> dict[str, str | None]:
    """Give what is likely to be so again, to propose it at a terminal."""
    form = next((one.agenda.form for one in reversed(earlier) if one.agenda), None)
    if form is None or form.access is not Access.PUBLIC:
        return {}
    sealed = {"venue": form.venue, "contact": form.contact}
    return {"time": form.time, **{key: text.reveal() for key, text in sealed.items() if text}}


def _on_notice(latest: date, day: date, filing: Filing) -> str:
    policy = filing.settings.policy
    return f"The notice is due by {latest}, which gives {clear_days(latest, day, policy.closure_days).stated()}."


def new_notes(filing: Filing, meeting: str | None, first: str | None) -> None:
    """Draft the notes of a meeting from its agenda."""
    ask = Questions()
    waiting = [one for one in filing.record.meetings if one.agenda and not one.minutes]
    folder = _meeting(ask, filing, meeting, waiting)
    if folder.agenda is None:
        raise RefusalError("this meeting has no agenda that could be read; its notes are written by hand.")
    last = minutes.last_minute(filing.meetings_of(folder.body), folder)
    proposed = str(last[0] + 1) if last else "1"
    number = ask.needed("--first-number", first, "Number of the first minute", reader_of(Count), proposed)
    path = filing.in_meeting(folder.body, folder.date, "notes.md")
    _file(filing, path, minutes.notes(folder, filing.settings.bodies[folder.body], number, filing.schema(path, "notes")))
    if first is None and last:
        click.echo(f"Minutes run on from {last[0]}, the last of {last[1]}; `--first-number` says otherwise.")
    _next_steps("set right who was there, and write what was said and resolved under each heading")


def new_paper(filing: Filing, given: Paper) -> None:
    """Draft a paper, or an appendix to one."""
    ask = Questions()
    folder = _meeting(ask, filing, given.meeting, [one for one in filing.record.meetings if one.agenda])
    items = [line.key for line in folder.agenda_items()]
    item = ask.needed("--item", given.item, f"Item ({', '.join(items)})", one_of(items)) if items else given.item
    papers.known_item(folder, item and reader_of(ItemReference)(item))
    number = given.number or (1 if given.appendix else papers.next_paper(folder, item))
    ground = _ground(ask, given) if given.restricted else None
    if given.replaces is None and not given.appendix and number > 1:
        click.echo(f"The item has a paper already; this is its paper {number}. `--replaces` says that it replaces one.")
    new = papers.NewPaper(
        item=item,
        title=(ask.wanted if ground else ask.needed)("--title", given.title, "Title", _WORDS),
        by=ask.several(given.by, "By: a name, or an office (empty: no more)"),
        to=filing.settings.bodies[folder.body].name,
        purpose=ask.wanted("--purpose", given.purpose, f"Purpose ({', '.join(Purpose)}), if it says one", one_of([*Purpose])),
        appendix=given.appendix,
        number=number,
        replaces=given.replaces,
        public_title=_public_title(ask, given) if ground else None,
        ground=ground,
    )
    path = filing.in_meeting(folder.body, folder.date, new.file)
    _file(filing, path, papers.paper(new, filing.schema(path, "appendix" if new.appendix else "paper")), access=not ground)
    if ground is None:
        _next_steps("write its text below the second `---`")
    if any(line.key == item and not line.item.delivery for line in folder.agenda_items()):
        click.echo("The agenda does not say how this item comes before the meeting: add `delivery: report` to it.")


def _public_title(ask: Questions, given: Paper) -> str:
    return str(ask.needed("--public-title", given.public_title, "Title that the public sees, which gives nothing away", _WORDS))


def _ground(ask: Questions, given: Paper) -> papers.Ground:
    """Ask for the ground of a restriction, its balance and its review."""
    given_paragraphs = " ".join(map(str, given.paragraphs)) or None
    words = "Paragraphs of Schedule 12A, 1 to 7, as in 1 2 (0: confidential, section 100A(3))"
    numbers = ask.needed("--paragraph", given_paragraphs, words, _paragraphs)
    return papers.Ground(
        numbers,
        ask.needed(
            "--balance", given.balance, "Why the public interest in keeping it back outweighs that in disclosing", _WORDS
        ),
        ask.needed("--review", given.review, "When the restriction is looked at again, as in 2027-01-31", _DAY),
    )


def _paragraphs(typed: str) -> tuple[int, ...]:
    """Read numbers of paragraphs; 0 stands for none of them."""
    numbers = set(typed.replace(",", " ").split())
    if numbers != {"0"} and (not numbers or not numbers <= set("1234567")):
        raise click.UsageError("paragraphs are 1 to 7, or 0 alone")
    return tuple(sorted(int(number) for number in numbers - {"0"}))


def new_agreement_version(filing: Filing, given: AgreementVersion) -> None:
    """Draft a version of the agreement."""
    ask = Questions()
    month = reader_of(MonthOrDay)
    new = agreements.NewVersion(
        version=ask.needed("--version", given.version, "Version, as in 2.0 or 2014-17", reader_of(Version)),
        published=ask.wanted("--published", given.published, "Published, as in 2018-04, if it is known", month),
        begins=ask.needed("--from", given.begins, "From when it holds, as in 2017-04-01", month),
        ends=ask.wanted("--to", given.ends, "Until when it holds, if it is known", month),
        title=given.title,
    )
    before = agreements.latest(filing.record.agreements)
    file = filing.file_of(before) if before else None
    path = filing.tree / AGREEMENT / f"{new.version}.md"
    schema = filing.schema(path, "agreement")
    _file(filing, path, agreements.agreement(new, (before, file) if before and file else None, schema))
    if before:
        click.echo(f"Its lists and headings are those of version {before.form.version}.")
    _next_steps("set the lists right, and write the text under its headings")


def _meeting(ask: Questions, filing: Filing, given: str | None, likely: Sequence[MeetingFolder]) -> MeetingFolder:
    """Find the meeting by the name of its folder; the latest that is likely is proposed at a terminal, never supposed."""
    last = max(likely, key=lambda one: one.date, default=None)
    words = "Meeting: the name of its folder"
    folders = {one.path.rpartition("/")[2]: one for one in filing.record.meetings}
    proposed = f"{last.date}-{last.body}" if last and ask.on_terminal else None
    name = ask.needed("--meeting", given, words, lambda typed: _folder(typed, folders), proposed)
    return folders[name]


def _folder(typed: str, folders: dict[str, MeetingFolder]) -> str:
    name = typed.strip().strip("/").rpartition("/")[2]
    if meeting_of(name) is None:
        raise click.UsageError("the folder of a meeting is named <date>-<body>, as in 2016-03-16-kcsp")
    if name not in folders:
        raise click.UsageError("there is no such meeting; `new meeting` makes one")
    return name


def _file(filing: Filing, path: Path, text: str, *, access: bool = True) -> None:
    warnings = filing.add(path, text)
    click.echo(f"Wrote {filing.shown(path)}.")
    if access:
        click.echo("It is a draft: nothing of it is shown until it says `access: public`.")
    for finding in warnings:
        click.echo(str(finding))


def _next_steps(step: str) -> None:
    click.echo(f"Next: {step}; run `check`; and when it is ready, write `access: public`.")
