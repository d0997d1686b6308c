"""Every fact has one address: rewording and correcting the real record moves nothing, and what is put in moves only its own."""

from __future__ import annotations

import re
import shutil
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from public_record.pages.compose import compose
from public_record.pages.library import Library
from public_record.project import Project
from public_record.publish import prepare

ROOT, DAY = Path(__file__).parents[2], date(2026, 3, 1)
_ID = re.compile(r'\bid="([^"]+)"')
_HEADING = re.compile(r"^(#{1,6} (?:\d+(?:\.\d+)*\.? |Appendix \w+: |Foreword$)?)(.*)$", re.MULTILINE)
_TITLE = re.compile(r"^(\s*(?:- )?(?:title|public_title): )(?!Kent Community Safety Agreement)(.*)$", re.MULTILINE)


def addresses(content: Path) -> set[str]:
    """List every page of a record, and every place of it."""
    shutil.copytree(ROOT / "site_config", content.parent / "site_config", dirs_exist_ok=True)
    publishable = prepare(Project(content.parent), DAY).publishable
    assert publishable
    library = Library.of(publishable.record, publishable.settings, DAY)
    pages = {page.address: str(page.render().html) for page in compose(library)}
    return {*pages, *(f"{address}#{place}" for address, html in pages.items() for place in _ID.findall(html))}


def changed(tmp_path: Path, change: Callable[[str], str], *, only: str = "") -> set[str]:
    """List them after a change to every file, or to those of a name."""
    content = tmp_path / "content"
    shutil.copytree(ROOT / "content", content)
    touched = 0
    for path in content.rglob("*.md"):
        if only in path.as_posix():
            text = path.read_text(encoding="utf-8")
            path.write_text(change(text), encoding="utf-8")
            touched += change(text) != text
    assert touched
    return addresses(content)


@pytest.fixture(scope="module")
def before(tmp_path_factory: pytest.TempPathFactory) -> set[str]:
    """The addresses of the record as it stands."""
    content = tmp_path_factory.mktemp("before") / "content"
    shutil.copytree(ROOT / "content", content)
    return addresses(content)


def _reworded(text: str) -> str:
    front, body = text.split("\n---\n", 1)
    return f"{front}\n---\n{_HEADING.sub(_other_words, body)}"


def _other_words(heading: re.Match[str]) -> str:
    """Reword a heading of a paper; one that says what it is by its words (a minute, the recommendations) keeps them."""
    kept = not heading[2] or "ecommendation" in heading[2].lower()
    return heading[0] if kept else f"{heading[1]}Put in other words"


def test_rewording_headings_moves_nothing(tmp_path: Path, before: set[str]) -> None:
    """In papers, appendices and versions, and the titles of minutes."""
    assert changed(tmp_path, _reworded) == before


def test_rewording_titles_moves_nothing(tmp_path: Path, before: set[str]) -> None:
    """Of items, papers and appendices."""
    assert changed(tmp_path, lambda text: _TITLE.sub(r"\1Other words", text), only="meetings") == before


def test_an_unnumbered_paragraph_moves_only_what_stands_below_the_same_number(tmp_path: Path, before: set[str]) -> None:
    """Put in at one place of a version, it is the only new address; the version in force is read on two pages."""
    put_in = "\n## 2. Legislation\n\nAnother paragraph.\n"
    after = changed(tmp_path, lambda text: text.replace("\n## 2. Legislation\n", put_in), only="agreement/2.0.md")
    assert after ^ before == {"agreement/#text-2-1", "agreement/2.0/#text-2-1"}


def test_a_number_put_in_twice_moves_no_other(tmp_path: Path, before: set[str]) -> None:
    """The later of two paragraphs of one number is told apart; whatever has another number stays where it was."""
    after = changed(tmp_path, lambda text: text.replace("\n2.3 ", "\n2.2 Put in.\n\n2.3 ", 1), only="2016-03-16-kcsp/b1.md")
    assert after ^ before == {"kcsp/2016-03-16/b1/#paragraph-2-2--2"}
