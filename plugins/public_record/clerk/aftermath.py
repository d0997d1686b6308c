"""What a withdrawal leaves behind: what the site shows now, what others and git still hold, and the steps left to people."""

from __future__ import annotations

import shutil
import subprocess
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from public_record.clerk.addresses import Found
from public_record.clerk.days import in_words
from public_record.model.agreement_forms import AgreementForm
from public_record.model.forms import AgendaForm, AnyPaperForm, AppendixForm, NotesForm
from public_record.model.settings import Wording
from public_record.project import Project

_STEPS = (
    "run `check`, commit, merge and publish now: until then the text is on the site",
    "if a build stops because the same words are on other pages, look there; if they may stay, take the text out of this file",
    "put names from it on the denylist (`deny`), so that they cannot come back",
    "ask search engines and archives to remove the addresses above, and purge what stands in front of the site",
    "tell the partners and whoever takes the feeds",
    "if the repository is or becomes public: move the text to the private tree, and ask the host to remove the commits",
    "if a person can be known from it: tell the data protection officer today; 72 hours run from when it was noticed",
    "read docs/security.md: what else to do if something was published by mistake",
)


@dataclass(frozen=True, slots=True)
class Withdrawal:
    """What was withdrawn."""

    found: Found
    files: Sequence[str]
    gone: Sequence[str]
    """Addresses at which nothing stands any longer."""
    day: date
    reason: str


def account(withdrawal: Withdrawal, project: Project, wording: Wording) -> str:
    """Give the account of a withdrawal."""
    trees = [tree for tree in (project.content, project.private) if tree]
    parts = [
        ("Marked as withdrawn:", withdrawal.files),
        ("When the site is next built, readers see:", _shown(withdrawal, wording)),
        ("What others hold, until they are asked:", _others(withdrawal)),
        ("What git holds:", _git(trees, withdrawal.files)),
        ("Left to people:", _STEPS),
    ]
    return "\n\n".join("\n".join([head, *(f"  - {line}" for line in lines)]) for head, lines in parts)


def _shown(withdrawal: Withdrawal, wording: Wording) -> Iterator[str]:
    found, day = withdrawal.found, in_words(withdrawal.day)
    what = f"{_name(found, wording)} {_verb(found)} withdrawn on {day}"
    yield f"{found.address}: that {what}, and your reason: {withdrawal.reason}"
    yield "neither its title nor its text, nor who wrote it; the search finds nothing of it"
    if isinstance(found.document.form, AnyPaperForm):
        yield "as before: the line of its item on the agenda, and the minute about it; look whether they say too much"
    yield from (f"nothing at {address}" for address in withdrawal.gone)
    yield "links into it lead to the notice, or are plain words; nothing is said any longer to answer a request of it"


def _verb(found: Found) -> str:
    return "were" if isinstance(found.document.form, NotesForm) else "was"


def _name(found: Found, wording: Wording) -> str:
    """Say under which name the tombstone stands."""
    form = found.document.form
    if isinstance(form, AgendaForm):
        return "the agenda of the meeting"
    if isinstance(form, NotesForm):
        return "the notes of the meeting"
    return "what has its public title" if form.public_title else f"“{_stand_in(found, wording)}” (it has no public title)"


def _stand_in(found: Found, wording: Wording) -> str:
    form = found.document.form
    if isinstance(form, AgreementForm):
        return wording.restricted_agreement.rstrip(".")
    return wording.restricted_appendix if isinstance(form, AppendixForm) else wording.restricted_paper


def _others(withdrawal: Withdrawal) -> list[str]:
    addresses = ", ".join([withdrawal.found.address, *withdrawal.gone])
    return [
        f"search engines and web archives: {addresses}, and pages that named it (its meeting, lists, decisions)",
        "whoever fetched the data: data/record.json, feeds, calendars and downloads of a day before; they keep what they have",
        "browsers, proxies and content networks in front of the site: a copy each, until it expires or is purged",
        "earlier copies of site/: backups, build artefacts, previews of merge requests",
    ]


@dataclass(frozen=True, slots=True)
class _Git:
    """A repository that may hold a file."""

    folder: Path

    def lines(self, *arguments: str) -> list[str] | None:
        """Give the lines of an answer; None where there is none."""
        git = shutil.which("git")
        if git is None:
            return None
        answer = subprocess.run([git, "-C", str(self.folder), *arguments], capture_output=True, text=True, check=False)
        return answer.stdout.splitlines() if answer.returncode == 0 else None


def _git(trees: Sequence[Path], files: Sequence[str]) -> Iterator[str]:
    """Say which commits hold the files, and where those commits are."""
    inside = [file.partition("/")[2] for file in files]
    for tree in trees:
        git = _Git(tree)
        paths = [name for name in inside if (tree / name).is_file()]
        commits = git.lines("log", "--all", "--format=%h", "--", *paths) if paths else []
        if commits is None:
            yield f"{tree.name}/: no history could be read here; whoever keeps the repository must look"
        elif not commits:
            yield f"{tree.name}/: no commit holds it" if paths else f"{tree.name}/: it is not in this tree"
        else:
            yield from _held(git, tree.name, commits)


def _held(git: _Git, tree: str, commits: Sequence[str]) -> Iterator[str]:
    first = commits[-1]
    names = git.lines("for-each-ref", "--format=%(refname:short)", f"--contains={first}") or []
    remotes = git.lines("remote") or []
    yield f"{tree}/: the text is in {len(commits)} commit{'s' if len(commits) > 1 else ''}, {first} the oldest"
    yield f"{tree}/: on {', '.join(names) or 'no branch'}; a later commit does not take it away"
    elsewhere = (
        f"pushed, it is also at {', '.join(remotes)}, and in every clone and fork" if remotes else "in every clone of it"
    )
    yield f"{tree}/: {elsewhere}"
