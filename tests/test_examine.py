"""A record is checked a shelf at a time, on several cores: nothing may depend on that."""

from __future__ import annotations

import json
import os
import pickle
import shutil
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from itertools import pairwise
from pathlib import Path

import pytest

from builders import TODAY, agenda, agreement, findings, notes, paper, write
from builders import settings as made_settings
from public_record.checks import run
from public_record.checks.context import Overview, warning
from public_record.examine import examine, look
from public_record.model.findings import Finding
from public_record.model.rules import Rule
from public_record.project import Project
from public_record.sources.load import Shelves

ROOT = Path(__file__).parents[1]
DAYS = [date(2020, month, day) for month in range(1, 13) for day in (2, 12, 22)]


def _record() -> dict[str, str]:
    """Draw a record of many meetings, every third of which has a fault, and one a file that cannot be read."""
    tree = {"agreement/1.md": agreement(), "agreement/2.md": agreement(version="1.0")}
    for number, day in enumerate(DAYS):
        folder = f"meetings/{day}-kcsp"
        tree[f"{folder}/agenda.md"] = agenda(date=day.isoformat(), body="kcsp")
        tree[f"{folder}/b1.md"] = paper("### Too deep" if number % 3 == 0 else "Lamps.", item="B9" if number % 4 == 0 else "B1")
    tree[f"meetings/{DAYS[1]}-kcsp/b2.md"] = "no front matter"
    return tree


@pytest.mark.process
def test_many_meetings_are_checked_on_several_cores_with_the_same_result(tmp_path: Path) -> None:
    """What is found does not depend on how many cores there are, nor on who reads which folder."""
    write(tmp_path, _record())
    shutil.copytree(ROOT / "site_config", tmp_path / "site_config")
    command = [sys.executable, "-m", "public_record", "--project", str(tmp_path), "check", "--format", "json"]
    environment = {**os.environ, "SOURCE_DATE_EPOCH": "1794614400"}
    told = subprocess.run(command, capture_output=True, text=True, check=False, env=environment)
    expected = [
        [finding.place.path, finding.place.line, str(finding.rule)]
        for finding in examine(Project(tmp_path), date(2026, 11, 14))
    ]
    assert len(expected) > len(DAYS) / 2
    assert [[one["path"], one["line"], one["rule"]] for one in json.loads(told.stdout)] == expected


def test_a_shelf_is_read_as_if_there_were_no_other(tmp_path: Path) -> None:
    """A file that cannot be read makes its own folder one that is not whole, and no other."""
    shelves = Shelves.of(write(tmp_path, _record()))
    meetings = [meeting for number in range(len(shelves)) for meeting in shelves.read(number).record.meetings]
    assert [meeting.date for meeting in meetings] == DAYS
    assert [meeting.date for meeting in meetings if not meeting.whole] == [DAYS[1]]


def _go_on(overview: Overview) -> Iterator[Finding]:
    for before, meeting in pairwise(overview.meetings):
        if meeting.date.month != before.date.month + 1:
            yield warning(overview.place(meeting.notes or meeting.place), Rule.MINUTE_NUMBER, "a gap.", "Mend it.")


def test_what_compares_meetings_is_told_of_all_of_them_in_order(monkeypatch: pytest.MonkeyPatch) -> None:
    """Whether the record is read whole or a shelf at a time (which `findings` compares), with lines that are looked up."""
    monkeypatch.setattr(run, "ACROSS", (_go_on,))
    tree = {f"meetings/2024-0{month}-14-hill/notes.md": notes("## 5. Lamps", date=f"2024-0{month}-14") for month in (1, 2, 4)}
    assert [str(finding.place) for finding in findings(tree)] == ["content/meetings/2024-04-14-hill/notes.md:5:7"]


@pytest.mark.parametrize("link", ["record:", r"rec\x6frd:"], ids=["plain", "escaped"])
def test_links_by_an_id_are_seen_from_any_shelf(tmp_path: Path, link: str) -> None:
    """The whole record is read for them alone. YAML can spell them in other ways."""
    tree = _record()
    assert not look(write(tmp_path, tree), None, made_settings(), TODAY).links
    linked = notes(date=DAYS[-1].isoformat(), body="kcsp", editor_notes=["See LINK."]).replace("LINK", f"[this]({link}x/)")
    (tmp_path / f"content/meetings/{DAYS[-1]}-kcsp/notes.md").write_text(linked)
    assert look(tmp_path / "content", None, made_settings(), TODAY).links


def test_no_text_comes_back_from_a_shelf(tmp_path: Path) -> None:
    """What is handed on passes between processes, and `Sealed` does not: a fact that holds text is refused."""
    content = write(tmp_path, {"meetings/2024-05-14-hill/notes.md": notes("## 5. Lamps")})
    record = Shelves.of(content).read(0).record
    (minute,) = record.meetings[0].notes[0].minutes
    checked = run.check_shelf(record, made_settings(), TODAY)
    (fact,) = checked.facts
    with pytest.raises(TypeError, match="sealed text does not leave the process"):
        pickle.dumps(run.Checked([], [replace(fact, body=minute.title)]))  # type: ignore[arg-type]
    assert pickle.loads(pickle.dumps(checked)) == checked  # noqa: S301 - of our own making


def test_without_settings_files_are_looked_at_all_the_same(tmp_path: Path) -> None:
    """A slip in the settings hides no slip in a file."""
    content = write(tmp_path, {"meetings/2024-05-14-hill/notes.md": "no front matter"})
    assert [str(one.place) for one in look(content, None, None, TODAY).findings] == [
        "content/meetings/2024-05-14-hill/notes.md:1:1"
    ]
