"""`due`: a list and a calendar for the clerk, of references, kinds and days."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from icalendar import Calendar

from tiny import AGENDA, FOLDER, TinySite

LIST = """\
2026-05-01  Restriction to be reviewed: 2025-03-02-group, agenda, item D1
2026-06-01  Comes out: 2025-03-02-group, item B1, paper 1
"""


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> TinySite:
    """A project with a restriction to be reviewed, and a paper under embargo, on 1 March 2026."""
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1772323200")
    site = TinySite(tmp_path)
    review = (
        "public_title: A review, exemption: {basis: schedule-12a, paragraphs: [1], balance: SECRETBALANCE, review: 2026-05-01}"
    )
    site.write(f"{FOLDER}/agenda.md", AGENDA.replace("public_title: A review", review))
    paper = site.root / FOLDER / "b1.md"
    paper.write_text(paper.read_text().replace("item: B1", "item: B1\npublish_from: 2026-06-01"))
    return site


def test_what_is_due_is_listed_by_its_day(project: TinySite) -> None:
    """Reference, kind and day: no title, no name, no balance."""
    result = project.run("due")
    assert (result.exit_code, result.stdout, result.stderr) == (0, LIST, "")


def test_what_is_overdue_says_so(project: TinySite, monkeypatch: pytest.MonkeyPatch) -> None:
    """It comes first."""
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1777766400")  # 3 May 2026
    assert project.run("due").stdout.splitlines()[0] == f"{LIST.splitlines()[0]} (overdue)"


def test_where_nothing_is_due_that_is_said(tmp_path: Path) -> None:
    """An empty answer would look like a mistake."""
    assert TinySite(tmp_path).run("due").stdout == "Nothing is due.\n"


def test_a_calendar_has_a_day_for_each(project: TinySite) -> None:
    """It reads back, byte for byte the same on each day's second run, and holds no word of the record."""
    path = project.root / "due.ics"
    written = [project.run("due", "--calendar", str(path)).stdout and path.read_bytes() for _ in range(2)]
    assert written[0] == written[1]
    assert b"secret" not in written[0].lower()
    events = Calendar.from_ical(written[0]).walk("VEVENT")
    assert [(str(event["uid"]), event.decoded("dtstart"), str(event["summary"])) for event in events] == [
        (
            "review-2025-03-02-group-agenda-item-d1-1@public-record",
            date(2026, 5, 1),
            "Restriction to be reviewed: 2025-03-02-group, agenda, item D1",
        ),
        (
            "opens-2025-03-02-group-item-b1-paper-1-1@public-record",
            date(2026, 6, 1),
            "Comes out: 2025-03-02-group, item B1, paper 1",
        ),
    ]


@pytest.mark.parametrize("folder", ["site_config/pages", "site", "content/meetings"])
def test_a_calendar_is_not_written_where_it_would_be_published(project: TinySite, folder: str) -> None:
    """It names what the public does not know yet."""
    (project.root / folder).mkdir(parents=True, exist_ok=True)
    result = project.run("due", "--calendar", str(project.root / folder / "due.ics"))
    assert (result.exit_code, result.stderr) == (2, "Could not run: what stands in this folder is published.\n")
    assert list(project.root.rglob("*.ics")) == []


def test_a_record_with_errors_may_lack_something(project: TinySite) -> None:
    """What could be read is listed, and the clerk is told."""
    project.write(f"{FOLDER}/b1.md", "no front matter")
    result = project.run("due")
    assert (result.exit_code, result.stdout) == (0, LIST.splitlines(keepends=True)[0])
    assert result.stderr == "The record has errors, so that something may be lacking; `check` says which.\n"


def test_without_settings_nothing_can_be_counted(project: TinySite) -> None:
    """Status 2."""
    project.write("site_config/record.yml", "canary: canary\n")
    result = project.run("due")
    assert (result.exit_code, result.stderr) == (2, "Could not run: the settings cannot be read; `check` says why.\n")
