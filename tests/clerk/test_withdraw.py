"""`withdraw`: the right file is marked and nothing else changes; parts are not withdrawn; what is left to do is said."""

from __future__ import annotations

import hashlib
import subprocess
from datetime import date
from pathlib import Path

import pytest

from clerk.conftest import content
from public_record.clerk.withdrawing import withdrawn
from tiny import TinySite

MEETING = "meetings/2026-09-14-hill"
PAPER = "---\n# by hand\nkind: paper\naccess: public # at last\nitem: B1\ntitle: Lamps\n---\n\n1.1 Text.\n\n1.2 More.\n"
NOTES = "---\nkind: notes\naccess: public\nbody: hill\ndate: 2026-09-14\n---\n\n## 7. Lamps\n(Item B1)\n\n1. Said.\n"
_GROUND = "exemption: {basis: confidential, balance: A., review: 2027-01-01}"
REASON = "It held figures: of another year, and the names of two."


@pytest.fixture
def published(desk: TinySite) -> TinySite:
    """A record with a paper, an appendix, notes and an agreement."""
    desk.write(f"content/{MEETING}/b1.md", PAPER)
    desk.write(
        f"content/{MEETING}/b1-a.md",
        PAPER.replace("kind: paper", "kind: appendix").replace("item: B1", "item: B1\nappendix: A"),
    )
    desk.write(f"content/{MEETING}/notes.md", NOTES.rstrip() + "\n\n## 8. A review\n(Item D1)\n")
    desk.write("content/agreement/1.md", '---\nkind: agreement\naccess: public\nversion: "1.0"\ntitle: A\nknown: whole\n---\n')
    return desk


def _marked(project: TinySite) -> list[str]:
    root = project.root / "content"
    return sorted(path.relative_to(root).as_posix() for path in root.rglob("*.md") if "access: withdrawn" in path.read_text())


@pytest.mark.parametrize(
    ("sought", "files"),
    [
        ("hill/2026-09-14/b1/", [f"{MEETING}/b1-a.md", f"{MEETING}/b1.md"]),
        ("https://record.example/below/hill/2026-09-14/b1", [f"{MEETING}/b1-a.md", f"{MEETING}/b1.md"]),
        ("/hill/2026-09-14/b1/appendix-a/index.html", [f"{MEETING}/b1-a.md"]),
        (f"content/{MEETING}/b1-a.md", [f"{MEETING}/b1-a.md"]),
        ("hill/2026-09-14/notes/", [f"{MEETING}/notes.md"]),
        ("hill/2026-09-14/", [f"{MEETING}/agenda.md", f"{MEETING}/b1-a.md", f"{MEETING}/b1.md"]),
        ("agreement/1.0/", ["agreement/1.md"]),
    ],
    ids=["paper", "from-a-browser", "appendix", "file", "notes", "agenda", "agreement"],
)
def test_an_id_finds_its_document_and_what_stands_in_it(published: TinySite, sought: str, files: list[str]) -> None:
    """And the record is in order afterwards."""
    result = published.run("withdraw", sought, "--reason", REASON)
    assert result.exit_code == 0, result.output
    assert _marked(published) == files
    assert published.run("check").output == "0 errors, 0 warnings.\n"


@pytest.mark.site
@pytest.mark.parametrize("sought", ["hill/2026-09-14/b1/", "hill/2026-09-14/notes/"], ids=["paper", "notes"])
def test_a_withdrawal_does_not_wait_for_what_refers_to_it(published: TinySite, sought: str) -> None:
    """Links, answers and corrections elsewhere stop neither it nor the build: somebody may be harmed meanwhile."""
    published.write(
        f"content/{MEETING}/notes.md", NOTES.rstrip() + "\n\nReport back, no date: more.\n\n## 8. A review\n(Item D1)\n"
    )
    later = "meetings/2026-09-21-hill"
    heading = "body: hill\ndate: 2026-09-21\n"
    request = "hill/2026-09-14/notes/#request-7-1"
    items = f'{{ref: A1, title: Notes, notes_of: 2026-09-14}}, {{ref: B1, title: Lamps, answers: ["{request}"]}}'
    agenda = (
        f"kind: agenda\naccess: public\n{heading}published: 2026-09-11\nsections: [{{title: Business, items: [{items}]}}]\n"
    )
    published.write(f"content/{later}/agenda.md", f"---\n{agenda}---\n")
    adoption = 'minutes: [{number: 9, adoption: {corrections: [{minute: 7, paragraph: "1", text: More.}]}}]\n'
    minutes = (
        "## 9. Notes\n(Item A1)\n\n1. [That](record:hill/2026-09-14/notes/#minute-7) was put right.\n\n"
        "## 10. Lamps\n(Item B1)\n\n"
        "1. See [it](record:hill/2026-09-14/b1/#paragraph-1-1) and [them](record:hill/2026-09-14/b1/appendix-a/).\n"
    )
    published.write(f"content/{later}/notes.md", f"---\nkind: notes\naccess: public\n{heading}{adoption}---\n\n{minutes}")
    assert published.run("check").output == "0 errors, 0 warnings.\n"
    assert published.run("withdraw", sought, "--reason", REASON).exit_code == 0
    assert [line for line in published.run("check").output.splitlines() if " error " in line] == []
    published.build()


def test_nothing_but_the_mark_changes(published: TinySite) -> None:
    """Comments, order and text stay as they were; date and reason stand below the access."""
    published.run("withdraw", "hill/2026-09-14/b1/", "--reason", REASON, "--date", "2026-11-20")
    assert content(published, f"{MEETING}/b1.md") == (
        "---\n# by hand\nkind: paper\naccess: withdrawn # at last\n"
        'withdrawn: {date: 2026-11-20, reason: "It held figures: of another year, and the names of two."}\n'
        "item: B1\ntitle: Lamps\n---\n\n1.1 Text.\n\n1.2 More.\n"
    )


@pytest.mark.parametrize("typed", ["access: public", 'access: "public"', "access:  'public'"])
def test_however_the_access_is_written_it_is_marked(typed: str) -> None:
    """With the line ends of the file."""
    source = f"---\r\nkind: paper\r\n{typed}\r\ntitle: A\r\n---\r\nText\r\n"
    expected = "---\r\nkind: paper\r\n{}\r\nwithdrawn: {{date: 2026-01-02, reason: Why.}}\r\ntitle: A\r\n---\r\nText\r\n"
    mark = typed.replace('"public"', "withdrawn").replace("'public'", "withdrawn").replace("public", "withdrawn")
    assert withdrawn(source, date(2026, 1, 2), "Why.") == expected.format(mark)


def test_the_account_says_what_is_shown_what_is_held_and_what_is_left_to_do(published: TinySite) -> None:
    """All of it, without the words of the record."""
    result = published.run("withdraw", "hill/2026-09-14/b1/", "--reason", "It was wrong.")
    account, _, steps = result.output.partition("Left to people:\n")
    assert account == (
        "Marked as withdrawn:\n"
        f"  - content/{MEETING}/b1-a.md\n"
        f"  - content/{MEETING}/b1.md\n\n"
        "When the site is next built, readers see:\n"
        "  - hill/2026-09-14/b1/: that “restricted paper” (it has no public title) was withdrawn on 1 October 2026, and your "
        "reason: It was wrong.\n"
        "  - neither its title nor its text, nor who wrote it; the search finds nothing of it\n"
        "  - as before: the line of its item on the agenda, and the minute about it; look whether they say too much\n"
        "  - nothing at hill/2026-09-14/b1/appendix-a/\n"
        "  - links into it lead to the notice, or are plain words; nothing is said any longer to answer a request of it\n\n"
        "What others hold, until they are asked:\n"
        "  - search engines and web archives: hill/2026-09-14/b1/, hill/2026-09-14/b1/appendix-a/, and pages that named it "
        "(its meeting, lists, decisions)\n"
        "  - whoever fetched the data: data/record.json, feeds, calendars and downloads of a day before; they keep what they "
        "have\n"
        "  - browsers, proxies and content networks in front of the site: a copy each, until it expires or is purged\n"
        "  - earlier copies of site/: backups, build artefacts, previews of merge requests\n\n"
        "What git holds:\n"
        "  - content/: no history could be read here; whoever keeps the repository must look\n\n"
    )
    assert [line.split()[1] for line in steps.splitlines()] == ["run", "if", "put", "ask", "tell", "if", "if", "read"]
    assert "Lamps" not in result.output


@pytest.mark.process
def test_git_is_asked_which_commits_and_branches_hold_the_text(published: TinySite, monkeypatch: pytest.MonkeyPatch) -> None:
    """A later commit does not take it away."""
    for name in ("GIT_DIR", "GIT_WORK_TREE", "GIT_INDEX_FILE"):
        monkeypatch.delenv(name, raising=False)
    _git(published.root, "init", "--quiet", "--initial-branch", "main")
    _git(published.root, "add", ".")
    _git(published.root, "commit", "--quiet", "--message", "One")
    _git(published.root, "branch", "other")
    _git(published.root, "remote", "add", "origin", "https://user:word@example.invalid/x.git")
    first = _git(published.root, "log", "--format=%h").strip()
    said = published.run("withdraw", "hill/2026-09-14/notes/", "--reason", "It was wrong.").output
    assert said.split("What git holds:\n")[1].split("\n\n")[0] == (
        f"  - content/: the text is in 1 commit, {first} the oldest\n"
        "  - content/: on main, other; a later commit does not take it away\n"
        "  - content/: pushed, it is also at origin, and in every clone and fork"
    )


def _git(folder: Path, *arguments: str) -> str:
    who = ("-c", "user.name=A Clerk", "-c", "user.email=clerk@example.invalid", "-c", "commit.gpgsign=false")
    return subprocess.run(["git", "-C", str(folder), *who, *arguments], capture_output=True, text=True, check=True).stdout  # noqa: S607


_ONLY = "only a whole document is withdrawn."
_NONE = "nothing in the record has this id. It is the address of a page without the site's, as in kcsp/2016-03-16/b2/."


@pytest.mark.parametrize(
    ("sought", "said"),
    [
        ("b2/", f"This is an item of an agenda; {_ONLY} Mark the item, at content/{MEETING}/agenda.md:20:9:"),
        (
            "notes/#minute-7-1",
            f"This is a minute; {_ONLY} It stands at content/{MEETING}/notes.md:8:1; under `minutes` in the ",
        ),
        (
            "b1/#paragraph-1-2",
            f"This is a passage; {_ONLY} Put it, at content/{MEETING}/b1.md:11:1, between two lines of their ",
        ),
        (
            "b1/#heading-9",
            f"This is a passage; {_ONLY} Put it, at content/{MEETING}/b1.md:1:1, between two lines of their own:",
        ),
        ("b9/", _NONE),
    ],
    ids=["item", "minute", "paragraph", "unnumbered", "unknown"],
)
def test_a_part_is_marked_by_hand_and_it_is_said_where(published: TinySite, sought: str, said: str) -> None:
    """Status 2, and nothing changed."""
    result = published.run("withdraw", f"hill/2026-09-14/{sought}", "--reason", REASON)
    assert (result.exit_code, result.output.splitlines()[0].startswith(f"Could not run: {said}")) == (2, True)
    assert _marked(published) == []


def test_the_mark_that_is_proposed_for_a_minute_is_right(published: TinySite) -> None:
    """Pasted as it is told, with a balance, it withholds the minute, and the record is in order."""
    said = published.run("withdraw", "hill/2026-09-14/notes/#minute-7", "--reason", REASON).output
    proposed = "\n".join(line[4:] for line in said.splitlines() if line.startswith("    ")).replace("…", "A matter")
    source = content(published, f"{MEETING}/notes.md").replace("\n---\n\n", f"\nminutes:\n{proposed}\n---\n\n", 1)
    published.write(f"content/{MEETING}/notes.md", source)
    assert published.run("check").output == "0 errors, 0 warnings.\n"


@pytest.mark.parametrize(
    ("access", "why"),
    [
        (
            f"restricted\n{_GROUND}\npublic_title: A",
            "it is restricted, which is stricter: nothing of it is published. Leave it so.",
        ),
        ("draft", "it is a draft: nothing of it is published. Leave it so, or take the file away."),
        ("withdrawn\nwithdrawn: {date: 2026-01-01, reason: A.}", "it is withdrawn already."),
    ],
    ids=["restricted", "draft", "withdrawn"],
)  # fmt: skip
def test_what_is_not_public_is_left_as_it_is(published: TinySite, access: str, why: str) -> None:
    """Withdrawing it would open it by a notice."""
    path = published.write(f"content/{MEETING}/b1.md", PAPER.replace("access: public # at last", f"access: {access}"))
    before = path.read_text()
    result = published.run("withdraw", f"content/{MEETING}/b1.md", "--reason", REASON)
    assert (result.exit_code, result.output) == (2, f"Could not run: content/{MEETING}/b1.md was not changed: {why}\n")
    assert path.read_text() == before


def test_a_paper_goes_with_its_attachments(published: TinySite) -> None:
    """They have no tombstone, so their own marks may stay."""
    published.write(f"content/{MEETING}/map.txt", "A map.\n")
    digest = hashlib.sha256(b"A map.\n").hexdigest()
    attached = f"attachments:\n  - {{file: map.txt, access: public, title: A map, sha256: {digest}}}\n---\n\n1.1"
    published.write(f"content/{MEETING}/b1.md", PAPER.replace("---\n\n1.1", attached))
    assert published.run("check").output == "0 errors, 0 warnings.\n"
    said = published.run("withdraw", "hill/2026-09-14/b1/", "--reason", REASON).output
    assert "  - nothing at hill/2026-09-14/b1/attachment-1.txt\n" in said
    assert published.run("check").output == "0 errors, 0 warnings.\n"
    alone = published.run("withdraw", "hill/2026-09-14/b1/attachment-1.txt", "--reason", REASON).output
    assert alone.startswith("Could not run: This is an attachment; only a whole document is withdrawn.")


def test_what_would_make_check_fail_is_taken_back(published: TinySite) -> None:
    """Every file is as it was."""
    before = content(published, f"{MEETING}/b1.md")
    result = published.run("withdraw", "hill/2026-09-14/b1/", "--reason", "A zero\u200bwidth space")
    assert result.exit_code == 2
    assert result.output.startswith("Could not run: nothing was changed, because `check` would then say:\n")
    assert content(published, f"{MEETING}/b1.md") == before


def test_both_trees_are_marked(published: TinySite, monkeypatch: pytest.MonkeyPatch) -> None:
    """Otherwise the site would not be the same with the private tree and without it."""
    published.write(f"private/{MEETING}/b1.md", PAPER)
    monkeypatch.setenv("PUBLIC_RECORD_PRIVATE", str(published.root / "private"))
    assert published.run("withdraw", "hill/2026-09-14/b1/", "--reason", REASON).exit_code == 0
    both = [(published.root / tree / MEETING / "b1.md").read_text() for tree in ("content", "private")]
    assert both[0] == both[1]
    assert "access: withdrawn" in both[0]
