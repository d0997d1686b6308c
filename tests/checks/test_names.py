"""Names of a denylist are found where a clerk can take them out, and only in what is published."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner

from builders import TODAY, agenda, agreement, item, meeting_files, notes, paper, read, restricted_section, section, settings
from public_record.checks.context import Context
from public_record.checks.names import are_not_denied
from public_record.cli import main
from public_record.model.fingerprints import words_of
from public_record.model.vocabulary import MinutePart
from public_record.verify.denylist import Denylist
from tiny import FOLDER as TINY
from tiny import PAPER, TinySite

NAME = "Quentin Oake"


def _strikes(text: str) -> bool:
    return " ".join(words_of(NAME)) in " ".join(words_of(text))


def _told(tree: dict[str, str]) -> list[str]:
    """List file and line of every name that is found."""
    found = are_not_denied(Context.of(read(tree).record, settings(), TODAY), _strikes)
    return [f"{finding.place.path.rpartition('/')[2]}:{finding.place.line}" for finding in found]


RESTRICTED = restricted_section(item("D1", NAME, public_title="A review", note=NAME), title=NAME)

PUBLISHED = {
    "a paragraph": (meeting_files(agenda=agenda(), b1=paper(f"1.1 One.\n\n1.2 As *{NAME}* said.")), ["b1.md:10"]),
    "a lettered part": (meeting_files(agenda=agenda(), b1=paper(f"1.1 One:\n\n(a) {NAME}.")), ["b1.md:8"]),
    "a heading": (meeting_files(agenda=agenda(), b1=paper(f"## 1.0 {NAME}")), ["b1.md:8"]),
    "a note of the editors": (meeting_files(agenda=agenda(), b1=paper(f"Editor's note: {NAME}.")), ["b1.md:8"]),
    "a footnote": (meeting_files(agenda=agenda(), b1=paper(f"One[^1].\n\n[^1]: {NAME}.")), ["b1.md:10"]),
    "a table": (meeting_files(agenda=agenda(), b1=paper(f"Table: Sums\n\n| a |\n| - |\n| {NAME} |")), ["b1.md:8"]),
    "an owner": (meeting_files(agenda=agenda(), b1=paper(f"Action: {NAME}")), ["b1.md:8"]),
    "front matter": (meeting_files(agenda=agenda(), b1=paper(by=[{"name": NAME}])), ["b1.md:6"]),
    "an item": (meeting_files(agenda=agenda(section(item(title=NAME)))), ["agenda.md:6"]),
    "a minute": (meeting_files(agenda=agenda(), notes=notes(f"## 7. {NAME}\n(Item B1)\n\n1. He came.")), ["notes.md:8"]),
    "a person": (meeting_files(agenda=agenda(), notes=notes(present=[NAME])), ["notes.md:6"]),
    "a notice": (
        meeting_files(agenda=agenda(restricted_section(item("D1", "x", public_title=NAME)))),
        ["agenda.md:6"],
    ),
    "the balance of a passage": (
        meeting_files(agenda=agenda(), b1=paper(f"1.1 One.\n\n::: restricted paragraph 3\n::: balance: {NAME}.\n\nx\n:::")),
        ["b1.md:10"],
    ),
    "the agreement": ({"agreement/1.0.md": agreement(f"1.1 {NAME}.", known_from=NAME)}, ["1.0.md:7", "1.0.md:10"]),
}


@pytest.mark.parametrize(("tree", "expected"), PUBLISHED.values(), ids=PUBLISHED)
def test_a_name_in_what_is_published_is_found_at_its_line(tree: dict[str, str], expected: list[str]) -> None:
    """Wherever a clerk can write one."""
    assert _told(tree) == expected


_MARK: dict[str, Any] = {"number": 7, "access": "restricted", "public_title": "A review", "exemption": {"basis": "not-stated"}}
_PARTS = {
    "title": "notes.md:9",
    "paragraphs": "notes.md:12 notes.md:14",
    "outcome": "notes.md:20 notes.md:22 notes.md:24 notes.md:28",
    "notes": "notes.md:30",
}
_MINUTE = (
    f"## 7. {NAME}\n(Item B1)\n\n1. {NAME} came.\n\n- {NAME}\n\n::: restricted\n{NAME}\n:::\n\n"
    f"RESOLVED that {NAME} be heard[^1].\n\nAction: {NAME}\n\nVote: {NAME} against.\n\n[^2]: {NAME}.\n\n[^1]: {NAME}.\n\n"
    f"Editor's note: {NAME}."
)


@pytest.mark.parametrize("part", MinutePart)
def test_a_name_in_an_open_part_of_a_withheld_minute_is_found(part: MinutePart) -> None:
    """And in no part that is closed: its passages, and footnotes that only a closed part uses, among them."""
    mark = {**_MARK, "open": {"reason": "It was printed.", "parts": [part.value]}}
    assert " ".join(_told(meeting_files(agenda=agenda(), notes=notes(_MINUTE, minutes=[mark])))) == _PARTS[part]


def test_what_front_matter_says_of_a_withheld_minute_is_withheld_with_it() -> None:
    """Corrections and how its outcome stands to the recommendation; not what its notice shows."""
    said = {
        "adoption": {"signed_by": NAME, "corrections": [{"minute": 1, "text": NAME}]},
        "on_recommendation": {"outcome": "with-changes", "note": NAME},
    }
    opened = {"reason": "It was printed.", "parts": ["outcome"]}
    for mark, expected in (
        ({**_MARK, **said}, []),
        ({**_MARK, **said, "open": opened}, ["notes.md:6"]),
        ({"number": 7, **said}, ["notes.md:6"] * 3),
        ({**_MARK, "public_summary": NAME}, ["notes.md:6"]),
    ):
        assert _told(meeting_files(agenda=agenda(), notes=notes("## 7. x\n(Item B1)\n\nx", minutes=[mark]))) == expected


WITHHELD = {
    "a restricted paper": meeting_files(
        agenda=agenda(), b1=paper(NAME, title=NAME, access="restricted", public_title="A paper")
    ),
    "a passage": meeting_files(agenda=agenda(), b1=paper(f"1.1 One.\n\n::: restricted paragraph 3\n{NAME}\n:::")),
    "a restricted item and its section": meeting_files(agenda=agenda(section(item()), RESTRICTED)),
    "a minute of it": meeting_files(
        agenda=agenda(section(item()), RESTRICTED), notes=notes(f"## 7. {NAME}\n(Item D1)\n\n1. {NAME} came.")
    ),
    "a draft": meeting_files(agenda=agenda(), b1=paper(NAME, title=NAME, access="draft", public_title=NAME)),
}


@pytest.mark.parametrize("tree", WITHHELD.values(), ids=WITHHELD)
def test_a_name_in_what_is_withheld_is_not_told(tree: dict[str, str]) -> None:
    """It may well stand there; and a log is public."""
    assert _told(tree) == []


def test_check_names_the_place_and_not_the_name(site: TinySite, tmp_path: Path) -> None:
    """With the list given by an option or by the environment; without one nothing is looked for."""
    site.write(f"{TINY}/b1.md", PAPER.replace("1.3 It is painted", f"1.3 {NAME} painted it. It is painted"))
    names = Denylist.empty()
    names.add(NAME)
    names.write(tmp_path / "names")
    told = site.run("check", "--denylist", str(tmp_path / "names"))
    assert (told.exit_code, "[denied-name] a name or phrase of the denylist stands here." in told.output) == (1, True)
    assert "quentin" not in told.output.lower()
    by_environment = CliRunner(env={"PUBLIC_RECORD_DENYLIST": str(tmp_path / "names")})
    assert by_environment.invoke(main, ["--project", str(site.root), "check"]).output == told.output
    assert site.run("check").exit_code == 0


def test_a_list_that_cannot_be_read_protects_nobody(site: TinySite, tmp_path: Path) -> None:
    """So nothing is said to be in order."""
    told = site.run("check", "--denylist", str(tmp_path / "names"))
    assert (told.exit_code, told.output) == (2, "Could not run: the denylist cannot be read.\n")


@pytest.fixture
def site(tmp_path: Path) -> TinySite:
    """A project with one meeting."""
    return TinySite(tmp_path / "project")
