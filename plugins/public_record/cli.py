"""The command line. Exit status: 0 all is well, 1 there are findings, 2 it could not be run.

MkDocs is imported only by the verbs that build: `check` answers before MkDocs would be loaded.
"""

from __future__ import annotations

import gc
import json
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import wraps
from pathlib import Path
from typing import ParamSpec

import click

from public_record.explain import explanation, rules_page
from public_record.model.findings import Finding, Severity, stops
from public_record.model.rules import Rule
from public_record.project import DENYLIST, Project

FINDINGS, COULD_NOT_RUN = 1, 2

_P = ParamSpec("_P")


def _verb(run: Callable[_P, int]) -> Callable[_P, None]:
    """Turn a function's result into the exit status, and what it could not do into status 2, without a traceback."""

    @wraps(run)
    def command(*args: _P.args, **kwargs: _P.kwargs) -> None:
        try:
            sys.exit(run(*args, **kwargs))
        except OSError as error:
            click.echo(f"Could not run: {error.strerror or type(error).__name__}.", err=True)
            sys.exit(COULD_NOT_RUN)

    return command


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
    """Serve the site on this machine, and build it again whenever the record changes."""
    from public_record.host.run import serve_site  # noqa: PLC0415 - loads MkDocs

    return serve_site(project, address)


@main.command()
@click.option("--format", "form", type=click.Choice(["text", "json"]), default="text", show_default=True)
@click.pass_obj
@_verb
def check(project: Project, form: str) -> int:
    """Read and check the whole record; build nothing."""
    with _nothing_collected():
        from public_record.examine import build_day, examine  # noqa: PLC0415 - loads the forms, which `explain` can do without

        findings = examine(project, build_day())
    click.echo(_as_json(findings) if form == "json" else _as_text(findings))
    return FINDINGS if stops(findings) else 0


@contextmanager
def _nothing_collected() -> Iterator[None]:
    """Keep Python from looking for garbage in what was read: all of it is in use to the end, and looking takes a tenth more."""
    gc.disable()
    try:
        yield
    finally:
        gc.enable()


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
    workers = () if arguments else ("--numprocesses", "2")
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


@main.command()
@click.pass_obj
@_verb
def reference(project: Project) -> int:
    """Write the files in docs/ that are made from the code: the rules, and the JSON Schema of each kind of document."""
    from public_record.model.kinds import FORMS  # noqa: PLC0415 - takes longer to load than other verbs to run

    docs = project.root / "docs"
    (docs / "rules.md").write_text(rules_page(), encoding="utf-8")
    (docs / "schema").mkdir(exist_ok=True)
    for kind in FORMS:
        (docs / "schema" / f"{kind}.schema.json").write_text(form_schema(kind), encoding="utf-8")
    return 0


def form_schema(kind: str) -> str:
    """Write the JSON Schema by which an editor completes the front matter of a kind of document."""
    from public_record.model.kinds import FORMS  # noqa: PLC0415 - takes longer to load than other verbs to run

    schema = {"$schema": "https://json-schema.org/draft/2020-12/schema", **FORMS[kind].model_json_schema()}
    return json.dumps(schema, indent=2) + "\n"


def _as_text(findings: list[Finding]) -> str:
    errors = sum(finding.severity is Severity.ERROR for finding in findings)
    warnings = len(findings) - errors
    last = f"{errors} error{'' if errors == 1 else 's'}, {warnings} warning{'' if warnings == 1 else 's'}."
    if findings:
        last += " `explain RULE` says more about a rule."
    return "\n".join([*map(str, findings), last])


def _as_json(findings: list[Finding]) -> str:
    return json.dumps(
        [
            {
                "path": finding.place.path,
                "line": finding.place.line,
                "column": finding.place.column,
                "rule": finding.rule,
                "severity": finding.severity,
                "message": finding.message,
                "help": finding.help,
            }
            for finding in findings
        ],
        indent=2,
    )
