"""The verbs for clerks: `new …`, `format`, `withdraw`. What they do is loaded when one is called: other verbs do without."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from pathlib import Path
from typing import Any

import click

from public_record.clerk.refusal import RefusalError
from public_record.project import Project
from public_record.verb import COULD_NOT_RUN, FINDINGS, verb

_PRIVATE = click.option("--private", is_flag=True, help="Write it into the private tree.")
_MEETING = click.option("--meeting", metavar="FOLDER", help="Name of the meeting's folder, as in 2016-03-16-kcsp.")
_COUNT = click.IntRange(1, 999)


def _clerks_verb(run: Callable[..., int]) -> Callable[..., Any]:
    """Turn a refusal into status 2, with what `check` would have said."""

    @click.pass_obj
    @verb
    @wraps(run)
    def command(project: Project, /, **given: Any) -> int:
        try:
            return run(project, **given)
        except RefusalError as refusal:
            click.echo(f"Could not run: {refusal}", err=True)
            for finding in refusal.findings:
                click.echo(str(finding), err=True)
            return COULD_NOT_RUN

    return command


@click.group()
def new() -> None:
    """Draft a meeting, a paper, notes, or a version of the agreement. What is missing is asked for on a terminal."""


@new.command()
@click.option("--body", help="Id of the body, as in site_config/record.yml.")
@click.option("--date", help="Date of the meeting.")
@click.option("--time", help="When it begins.")
@click.option("--venue", help="Where it is held.")
@click.option("--contact", help="An office or a role.")
@click.option("--published", help="Day of the notice.")
@click.option("--item", "items", multiple=True, metavar="TITLE", help="An item to discuss; may be given again.")
@click.option("--next", "next_meeting", metavar="DATE", help="Date of the meeting after it.")
@_PRIVATE
@_clerks_verb
def meeting(project: Project, *, private: bool, **given: Any) -> int:
    """Draft the agenda of a meeting, after that of the body's last one."""
    from public_record.clerk import drafting  # noqa: PLC0415 - loads the forms

    drafting.new_meeting(_filing(project, private=private), drafting.Meeting(**given))
    return 0


@new.command()
@_MEETING
@click.option("--first-number", metavar="NUMBER", help="Number of the first minute; otherwise they run on.")
@_PRIVATE
@_clerks_verb
def notes(project: Project, *, meeting: str | None, first_number: str | None, private: bool) -> int:
    """Draft the notes of a meeting from its agenda: each item a minute, the numbers running on."""
    from public_record.clerk import drafting  # noqa: PLC0415 - loads the forms

    drafting.new_notes(_filing(project, private=private), meeting, first_number)
    return 0


@new.command()
@_MEETING
@click.option("--item", help="Reference of the item.")
@click.option("--title", help="Title of the paper.")
@click.option("--by", multiple=True, metavar="NAME", help="Author; may be given again.")
@click.option("--purpose", help="decision, information or discussion.")
@click.option("--appendix", metavar="LETTER", help="It is this appendix, not a paper.")
@click.option("--paper", "number", type=_COUNT, help="Number of the paper; otherwise the next.")
@click.option("--replaces", type=_COUNT, metavar="NUMBER", help="It is a supplement that replaces this paper of the item.")
@click.option("--restricted", is_flag=True, help="It is restricted; its ground is asked for.")
@click.option("--paragraph", "paragraphs", multiple=True, type=click.IntRange(0, 7), help="Of Schedule 12A; 0: confidential.")
@click.option("--balance", help="Why keeping it back outweighs disclosing it.")
@click.option("--review", metavar="DATE", help="When the restriction is looked at again.")
@click.option("--public-title", help="Title that the public sees.")
@_PRIVATE
@_clerks_verb
def paper(project: Project, *, private: bool, **given: Any) -> int:
    """Draft a paper of an item, or an appendix to one."""
    from public_record.clerk import drafting  # noqa: PLC0415 - loads the forms

    drafting.new_paper(_filing(project, private=private), drafting.Paper(**given))
    return 0


@new.command("agreement-version")
@click.option("--version", help="Its number, as in 2.0.")
@click.option("--published", help="Month or day.")
@click.option("--from", "begins", help="From when it holds.")
@click.option("--to", "ends", help="Until when.")
@click.option("--title", help="Title; otherwise that of the latest version.")
@_PRIVATE
@_clerks_verb
def agreement_version(project: Project, *, private: bool, **given: Any) -> int:
    """Draft a version of the agreement, with the lists and headings of the latest."""
    from public_record.clerk import drafting  # noqa: PLC0415 - loads the forms

    drafting.new_agreement_version(_filing(project, private=private), drafting.AgreementVersion(**given))
    return 0


@click.command("format")
@click.argument("paths", nargs=-1, type=click.Path(path_type=Path, exists=True))
@click.option("--check", "only_say", is_flag=True, help="Change nothing; end with status 1 if something would change.")
@_clerks_verb
def format_(project: Project, *, paths: tuple[Path, ...], only_say: bool) -> int:
    """Put front matter in its usual order: of all documents, or of the files and folders PATHS. No text is touched."""
    from public_record.clerk.formatting import look_at  # noqa: PLC0415 - loads the forms
    from public_record.sources.files import walk  # noqa: PLC0415 - with it

    seen = look_at(walk(project.content, project.private)[0], paths)
    for one in seen:
        if one.refusal:
            click.echo(f"{one.shown} was left alone: {one.refusal}", err=True)
        if one.text is not None:
            click.echo(f"{one.shown} {'is not in its usual order' if only_say else 'was put in its usual order'}.")
            if not only_say:
                one.path.write_bytes(one.text.encode())
    changed = any(one.text is not None for one in seen)
    return FINDINGS if (only_say and changed) or any(one.refusal for one in seen) else 0


@click.command()
@click.argument("id_", metavar="ID")
@click.option("--reason", required=True, help="Shown to the public in the place of the document.")
@click.option("--date", metavar="DATE", help="Day of the withdrawal; otherwise today.")
@_clerks_verb
def withdraw(project: Project, *, id_: str, reason: str, date: str | None) -> int:
    """Withdraw a document by its ID (its address, or its file), and say what is left to do.

    An item, a minute, a passage or an attachment is not withdrawn but marked; for those it says where and how.
    """
    from public_record.clerk.withdrawing import withdraw_document  # noqa: PLC0415 - loads the forms

    click.echo(withdraw_document(project, id_, reason, date))
    return 0


def _filing(project: Project, *, private: bool) -> Any:
    from public_record.clerk.filing import Filing  # noqa: PLC0415 - loads the forms
    from public_record.examine import build_day  # noqa: PLC0415 - with it

    return Filing(project, build_day(), private=private)
