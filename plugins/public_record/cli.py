"""The command line. Exit status: 0 all is well, 1 there are findings, 2 it could not be run.

MkDocs is imported only by the verbs that build: `check` answers before MkDocs would be loaded.
"""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import TextIO

import click

from public_record.clerk.commands import format_, new, withdraw
from public_record.explain import explanation, rule_page, rules_index
from public_record.garbage import none_looked_for
from public_record.model.findings import Finding, stops
from public_record.model.rules import Rule
from public_record.project import DENYLIST, Project
from public_record.reports.github import as_github
from public_record.reports.gitlab import as_gitlab
from public_record.reports.sarif import as_sarif
from public_record.reports.structured import as_json
from public_record.reports.text import as_text
from public_record.repository import changed_since, folder_in_repository, touched_by
from public_record.verb import COULD_NOT_RUN, FINDINGS
from public_record.verb import verb as _verb


@click.group(invoke_without_command=True, context_settings={"help_option_names": ["-h", "--help"]})
@click.option(
    "--project", type=click.Path(path_type=Path, file_okay=False), default=".", help="Folder with mkdocs.yml and content/."
)
@click.pass_context
def main(context: click.Context, project: Path) -> None:
    """Publish the public record. Without a verb: build the site."""
    context.obj = Project(project.resolve())
    if context.invoked_subcommand is None:
        context.invoke(build)


@main.command()
@click.option("--denylist", type=click.Path(path_type=Path), help=f"Private list of names (or {DENYLIST}).")
@click.pass_obj
@_verb
def build(project: Project, denylist: Path | None) -> int:
    """Read, check and publish the record into site/."""
    from public_record.host.run import build_site  # noqa: PLC0415 - loads MkDocs

    return build_site(project, denylist)


@main.command()
@click.option("--address", default="127.0.0.1:8000", show_default=True, help="Where to serve.")
@click.pass_obj
@_verb
def serve(project: Project, address: str) -> int:
    """Show the site on this machine as it would be published, and each change as it is saved."""
    from public_record.host.run import serve_site  # noqa: PLC0415 - loads MkDocs

    return serve_site(project, address)


@main.command()
@click.option(
    "--format", "form", type=click.Choice(["text", "json", "github", "gitlab", "sarif"]), default="text", show_default=True
)
@click.option("--changed-since", "revision", metavar="REV", help="Show only what a branch can have caused since it left REV.")
@click.option("--denylist", type=click.Path(path_type=Path), help=f"Private list of names (or {DENYLIST}).")
@click.option("--references", is_flag=True, help="List also what reads like a reference and is not linked; takes longer.")
@click.pass_obj
@_verb
def check(project: Project, form: str, revision: str | None, denylist: Path | None, *, references: bool) -> int:
    """Read and check the whole record; build nothing."""
    strikes = _strikes(denylist or project.denylist)
    with none_looked_for():
        from public_record.examine import build_day, examine  # noqa: PLC0415 - loads the forms, which `explain` can do without

        findings = examine(project, build_day(), references=references, attachments=True, strikes=strikes)
    shown = _of_a_branch(findings, project, revision) if revision else findings
    click.echo(_report(shown, project, form))
    return FINDINGS if stops(shown) else 0


def _strikes(denylist: Path | None) -> Callable[[str], bool] | None:
    """Say of a text whether a name of the list stands in it. A list that cannot be read would protect nobody."""
    if denylist is None:
        return None
    from public_record.model.fingerprints import words_of  # noqa: PLC0415 - other verbs do without
    from public_record.verify.denylist import Denylist, DenylistError  # noqa: PLC0415 - other verbs do without

    try:
        names = Denylist.read(denylist)
    except DenylistError as error:
        click.echo(f"Could not run: {error}.", err=True)
        sys.exit(COULD_NOT_RUN)
    return lambda text: names.strikes(words_of(text))


def _of_a_branch(findings: list[Finding], project: Project, revision: str) -> list[Finding]:
    """Keep what a branch can have caused, and say how much else there is: the build looks at all of it."""
    shown = touched_by(findings, changed_since(project.root, revision), project)
    if others := len(findings) - len(shown):
        click.echo(f"Not shown: {others} in what was not touched since then.", err=True)
    return shown


def _report(findings: list[Finding], project: Project, form: str) -> str:
    """Write findings in the form that was asked for."""
    match form:
        case "json":
            return as_json(findings)
        case "github":
            return as_github(findings, folder_in_repository(project.root))
        case "gitlab":
            return as_gitlab(findings, folder_in_repository(project.root))
        case "sarif":
            return as_sarif(findings, folder_in_repository(project.root))
        case _:
            from public_record.sources.excerpts import Excerpts  # noqa: PLC0415 - loads the forms

            roots = (project.private, project.content, project.settings.parent)
            return as_text(findings, Excerpts(*(root for root in roots if root)).of)


@main.command()
@click.option(
    "--calendar", type=click.Path(path_type=Path, dir_okay=False), help="Write it into this file, too, as a calendar."
)
@click.pass_obj
@_verb
def due(project: Project, calendar: Path | None) -> int:
    """List what is due, by day: notices, papers, notes, requests, reviews. For the clerk alone: references, no words."""
    from public_record.due import as_calendar, as_list, what_is_due  # noqa: PLC0415 - loads the forms
    from public_record.examine import build_day  # noqa: PLC0415 - loads the forms

    today = build_day()
    found = what_is_due(project, today)
    if found is None:
        click.echo("Could not run: the settings cannot be read; `check` says why.", err=True)
        return COULD_NOT_RUN
    if not found.whole:
        click.echo("The record has errors, so that something may be lacking; `check` says which.", err=True)
    if calendar:
        if project.publishes(calendar):
            click.echo("Could not run: what stands in this folder is published.", err=True)
            return COULD_NOT_RUN
        calendar.write_bytes(as_calendar(found.duties, today))
    click.echo(as_list(found.duties, today))
    return 0


@main.command()
@click.argument("revision")
@click.option("--format", "form", type=click.Choice(["text", "markdown", "json"]), default="text", show_default=True)
@click.option("--message", type=click.File(), help="Description of the merge, which may name releases as commits do.")
@click.pass_obj
@_verb
def preview(project: Project, revision: str, form: str, message: TextIO | None) -> int:
    """Say what publishing this record would change, against a REVISION of git.

    A release of something withheld must be named in a commit since REVISION, or in the message, by a line
    `allow-release: ADDRESS`; else the status is 1.
    """
    from public_record import preview as report  # noqa: PLC0415 - loads the forms

    return report.run(project, revision, form, message.read() if message else "")


@main.command()
@click.argument("rule", required=False)
@_verb
def explain(rule: str | None) -> int:
    """Explain RULE: what it asks for, why, and what to do. Without RULE: list all of them."""
    if rule is None:
        click.echo("\n".join(Rule))
        return 0
    if rule not in list(Rule):
        click.echo(f"There is no rule of this name. The rules are: {', '.join(Rule)}.", err=True)
        return COULD_NOT_RUN
    click.echo(explanation(Rule(rule)))
    return 0


@main.command(context_settings={"ignore_unknown_options": True})
@click.argument("arguments", nargs=-1, type=click.UNPROCESSED)
@click.pass_obj
@_verb
def test(project: Project, arguments: tuple[str, ...]) -> int:
    """Run the tests; ARGUMENTS go to pytest."""
    # Whichever has done its part takes tests from the other: those in a browser take much longer than most.
    workers = () if arguments else ("--numprocesses", "2", "--dist", "worksteal")
    finished = subprocess.run([sys.executable, "-m", "pytest", *workers, *arguments], cwd=project.root, check=False)
    return finished.returncode


@main.command()
@click.argument("file", type=click.Path(path_type=Path, dir_okay=False))
@_verb
def deny(file: Path) -> int:
    """Put a name or phrase on the private denylist FILE, which is made if need be. The name is asked for and not shown."""
    from public_record.verify.denylist import Denylist, DenylistError  # noqa: PLC0415 - other verbs do without

    try:
        names = Denylist.read(file) if file.exists() else Denylist.empty()
        names.add(click.prompt("Name or phrase", hide_input=True))
    except DenylistError as error:
        click.echo(f"Could not run: {error}.", err=True)
        return COULD_NOT_RUN
    names.write(file)
    click.echo(f"{len(names)} on the list.")
    return 0


main.add_command(new)
main.add_command(format_)
main.add_command(withdraw)


@main.command()
@click.pass_obj
@_verb
def reference(project: Project) -> int:
    """Write the files in docs/ that are made from the code: the rules, and the JSON Schema of each kind of document."""
    from public_record.schemas import schemas  # noqa: PLC0415 - takes longer to load than other verbs to run

    docs = project.root / "docs"
    pages = {"rules.md": rules_index()}
    pages |= {f"rules/{rule}.md": rule_page(rule) for rule in Rule}
    pages |= {f"schema/{name}": text for name, text in schemas()}
    for name, text in pages.items():
        (docs / name).parent.mkdir(exist_ok=True)
        (docs / name).write_text(text, encoding="utf-8")
    return 0
