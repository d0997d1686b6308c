"""What a reader is shown of a place: the key or the heading, and never a word of what is written there."""

from __future__ import annotations

from pathlib import Path

import pytest

from public_record.model.findings import Excerpt, Place
from public_record.sources.excerpts import Excerpts

AGENDA = """\
---
kind: agenda
sections:
  - letter: B
    title: Canary
    items:
      - {ref: B1, title: "Canary: one", subjects: [canary]}
      - ref: B2
        subjects:
          - canary
        note: >-
          Canary canary
canary: canary
---

Canary above every heading.

## 2.1 Canary background

Canary.

## 14 Canary Lane

Canary.

### Canary

Canary.
"""
NOTES = "---\nkind: notes\n---\n\n## 116. Canary\n(Item B1)\n\n1. Canary.\n"


@pytest.fixture
def excerpts(tmp_path: Path) -> Excerpts:
    content = tmp_path / "content"
    content.mkdir()
    (content / "a.md").write_text(AGENDA)
    (content / "n.md").write_text(NOTES)
    (content / "latin.md").write_bytes(b"---\ntitle: \xe9\n---\n")
    (tmp_path / "site_config").mkdir()
    (tmp_path / "site_config" / "record.yml").write_text("# canary\nbodies:\n  canary:\n    name: canary\n")
    return Excerpts(content, tmp_path / "site_config")


@pytest.mark.parametrize(
    ("place", "expected"),
    [
        pytest.param(Place("content/a.md", 2, 7), Excerpt(2, "kind: …"), id="value"),
        pytest.param(Place("content/a.md", 5, 5), Excerpt(5, "title: …"), id="key"),
        pytest.param(Place("content/a.md", 7, 15), Excerpt(7, "ref: …"), id="first of a line"),
        pytest.param(Place("content/a.md", 7, 26), Excerpt(7, "title: …"), id="second of a line"),
        pytest.param(Place("content/a.md", 7, 51), Excerpt(7, "subjects: …"), id="list in a line"),
        pytest.param(Place("content/a.md", 10, 13), Excerpt(9, "subjects: …"), id="entry of a list"),
        pytest.param(Place("content/a.md", 12, 11), Excerpt(11, "note: …"), id="text over lines"),
        pytest.param(Place("content/a.md", 13, 1), None, id="unknown key"),
        pytest.param(Place("content/a.md", 16), None, id="above every heading"),
        pytest.param(Place("content/a.md", 18), Excerpt(18, "## 2.1 …"), id="heading"),
        pytest.param(Place("content/a.md", 20), Excerpt(18, "## 2.1 …"), id="under a heading"),
        pytest.param(Place("content/a.md", 24), Excerpt(22, "## …"), id="a number that is wording"),
        pytest.param(Place("content/a.md", 28), Excerpt(26, "### …"), id="heading without number"),
        pytest.param(Place("content/n.md", 8), Excerpt(5, "## 116. …"), id="minute"),
        pytest.param(Place("site_config/record.yml", 4, 11), Excerpt(4, "name: …"), id="settings"),
        pytest.param(Place("site_config/record.yml", 3, 3), Excerpt(2, "bodies: …"), id="id in the settings"),
        pytest.param(Place("content/latin.md", 2), None, id="not in UTF-8"),
        pytest.param(Place("content/a.md", 999), None, id="line that is no more"),
        pytest.param(Place("content"), None, id="folder"),
        pytest.param(Place("content/gone.md"), None, id="no file"),
        pytest.param(Place("elsewhere/a.md"), None, id="other folder"),
    ],
)
def test_keys_and_numbers_are_shown(excerpts: Excerpts, place: Place, expected: Excerpt | None) -> None:
    """With the line on which they stand."""
    assert excerpts.of(place) == expected


def test_no_word_of_a_record_is_shown(excerpts: Excerpts) -> None:
    """At whichever place."""
    shown = [excerpts.of(Place("content/a.md", line, column)) for line in range(1, 30) for column in range(1, 60)]
    assert "canary" not in str(shown).lower()


def test_of_two_files_of_one_name_the_private_one_is_meant(tmp_path: Path) -> None:
    """A private tree lies over content/, and may be called so, too."""
    for root, text in (("private", "---\ntitle: x\n---\n"), ("public", "---\nkind: x\n---\n")):
        (tmp_path / root / "content").mkdir(parents=True)
        (tmp_path / root / "content" / "a.md").write_text(text)
    excerpts = Excerpts(tmp_path / "private" / "content", tmp_path / "public" / "content")
    assert excerpts.of(Place("content/a.md", 2)) == Excerpt(2, "title: …")
