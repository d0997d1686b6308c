"""While somebody works on the record: what is served is what would be published, and nothing else ever was."""

from __future__ import annotations

import re
from datetime import datetime

import pytest

from public_record.host import live as rooms
from public_record.host.edition import Edition
from public_record.host.indexing import indexed
from public_record.host.live import Live
from public_record.model.findings import Place
from public_record.project import Project
from public_record.serving.board import Board
from public_record.serving.server import answer
from public_record.serving.site import HeldBackError
from public_record.verify.scan import Leak
from tiny import AGENDA, FOLDER, NOTES, PAPER, TinySite

LATER = AGENDA.replace("2025-03-02", "2025-04-06").replace("2025-02-20", "2025-03-27")
LATER_NOTES = re.sub(r"(?s)## 7\..*", "", NOTES.replace("2025-03-02", "2025-04-06"))
PUBLIC = "The bridge was looked at and found sound."


class Working:
    """A tiny project that somebody works on."""

    def __init__(self, site: TinySite) -> None:
        self.site = site
        self.board = Board()
        self.told: list[str] = []
        self.live = Live(Project(site.root), self.board, self.told.append)
        self.live.look()

    def save(self, name: str, text: str) -> None:
        """Save a file, and let it be noticed."""
        self.site.write(name, text)
        self.live.look()

    @property
    def edition(self) -> Edition:
        """The site that is shown."""
        shown = self.board.shown.site
        assert isinstance(shown, Edition)
        return shown

    def text(self, address: str) -> str:
        """Read a page as it is served."""
        return answer(f"/{address}", self.board.shown).body.decode()

    def differing(self) -> list[str]:
        """Build the site, and name the files in which the two differ, search index and list of files apart."""
        self.site.build()
        built = {
            path.relative_to(self.site.output).as_posix(): path.read_bytes()
            for path in self.site.output.rglob("*")
            if path.is_file()
        }
        names = {name for name in built | dict.fromkeys(self.edition.names, b"") if not _of_a_whole_site(name)}
        return sorted(name for name in names if self.edition.read(name) != built.get(name))


def _of_a_whole_site(name: str) -> bool:
    return name.startswith("pagefind/") or name == "data/manifest.json"


@pytest.fixture
def working(site: TinySite) -> Working:
    """A tiny project that is served."""
    return Working(site)


def test_after_changes_the_bytes_are_those_of_a_clean_build(working: Working) -> None:
    """A word, a title, a paper more, a hand-written page, the settings: no file differs, and none is lacking."""
    working.save(f"{FOLDER}/b1.md", PAPER.replace("found sound", "found good").replace("title: The bridge", "title: A bridge"))
    working.save(f"{FOLDER}/b2.md", PAPER.replace("item: B1", "item: B2").replace("[^secret]", "[^2]"))
    working.save("site_config/pages/about.md", "# About\n\nOther [words](meetings/index.md).\n")
    settings = (working.site.root / "site_config/record.yml").read_text()
    working.save("site_config/record.yml", settings.replace("Welcome.", "Be welcome."))
    assert (working.board.shown.findings, working.board.shown.problems) == ((), ())
    assert working.differing() == []


def test_whatever_was_changed_the_edition_is_that_of_somebody_who_begins_anew(
    working: Working, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A meeting more that cites, answers and adopts; a draft; a slip and its mending; a file that is gone; another day."""
    later = "content/meetings/2025-04-06-group"
    items = "{ref: A1, title: Notes, notes_of: 2025-03-02}, {ref: B1, title: The bridge, delivery: report}"
    cited = "1. See minute 7 of 2 March 2025, and item B1 of 2 March 2025."
    saves: tuple[tuple[str, str | None], ...] = (
        (f"{later}/agenda.md", re.sub(r"(?s)sections:.*", f"sections: [{{title: Matters, items: [{items}]}}]\n---\n", LATER)),
        (f"{later}/notes.md", f"{LATER_NOTES}## 9. Notes\n(Item A1)\n\n{cited}\n"),
        (f"{later}/b1.md", f"{PAPER.partition('::: ')[0].replace('access: public', 'access: draft')}1.2 So it is.\n"),
        (f"{FOLDER}/b1.md", PAPER.replace("access: public", "access: pubic")),
        (f"{FOLDER}/b1.md", PAPER.replace("access: public", "access: public\npublish_from: 2026-02-02").replace("1.1", "1.2")),
        (f"{FOLDER}/b1-appendix-a.md", None),
    )
    for day in ("2026-02-01", "2026-02-02"):
        monkeypatch.setenv("SOURCE_DATE_EPOCH", str(int(datetime.fromisoformat(f"{day}T12:00+00:00").timestamp())))
        for name, text in saves:
            if text is None:
                (working.site.root / name).unlink()
                saves = saves[:-1]
                working.live.look()
            else:
                working.save(name, text)
        assert (working.board.shown.findings, working.board.shown.problems) == ((), ())
        anew = Working(working.site).edition
        assert anew.names == working.edition.names
        assert [name for name in anew.names if anew.read(name) != working.edition.read(name)] == []


def test_what_is_marked_is_gone_with_the_next_look(working: Working) -> None:
    """A passage that is marked as restricted stands nowhere any more, though its words were public before."""
    before = [name for name in working.edition.names if PUBLIC.encode() in (working.edition.read(name) or b"")]
    marked = PAPER.replace(f"1.1 {PUBLIC}", f"::: restricted paragraph 3\n1.1 {PUBLIC}\n:::")
    working.save(f"{FOLDER}/b1.md", marked)
    after = [name for name in working.edition.names if PUBLIC.encode() in (working.edition.read(name) or b"")]
    assert (bool(before), after) == (True, [])


def test_on_a_slip_the_last_good_page_stays_until_it_is_mended(working: Working) -> None:
    """Page and terminal say file, line, rule and cure, and no word of the text."""
    good = working.edition
    working.save(f"{FOLDER}/b1.md", PAPER.replace("access: public", "access: pubic") + "\nSECRETSLIP stands here.\n")
    [finding] = working.board.shown.findings
    page = working.text("group/2025-03-02/b1/")
    assert (working.edition is good, PUBLIC in page, str(finding.place) in page, "SECRETSLIP" in page) == (
        True,
        True,
        True,
        False,
    )
    assert (str(finding.place), working.told[-1]) == (f"{FOLDER}/b1.md:3:9", str(finding))
    working.save(f"{FOLDER}/b1.md", PAPER)
    assert ("serve-slips" in working.text("group/2025-03-02/b1/"), working.board.shown.findings) == (False, ())


def test_a_slip_before_there_is_any_site_is_shown(site: TinySite) -> None:
    """Nobody waits for a page."""
    site.write(f"{FOLDER}/b1.md", "no front matter")
    working = Working(site)
    assert (working.board.shown.site, f"{FOLDER}/b1.md:1:1" in working.text("")) == (None, True)


def test_what_would_stop_a_build_is_not_shown(working: Working) -> None:
    """Warnings of a strict host, a configuration that could publish something else, a theme that cannot be filled in."""
    good = working.edition
    working.save("site_config/pages/about.md", "# About\n\n[Nowhere](nowhere.md)\n")
    warned = working.board.shown
    working.save("site_config/pages/about.md", "# About\n")
    configuration = (working.site.root / "mkdocs.yml").read_text()
    working.save("mkdocs.yml", configuration.replace("[tables, toc]", "[tables, pymdownx.snippets]"))
    refused = working.board.shown
    assert ([len(warned.problems), warned.findings], warned.site is good) == ([1, ()], True)
    assert [finding.message for finding in refused.findings] == ["a Markdown extension is not on the list."]
    working.save("mkdocs.yml", configuration)
    assert working.differing() == []


def test_nothing_is_given_out_before_the_second_line_has_read_it(working: Working, monkeypatch: pytest.MonkeyPatch) -> None:
    """Whatever the gate and the pages did wrong, a page with withheld words is held back."""
    where = Place(f"{FOLDER}/SECRETFILE.md", 8)
    monkeypatch.setattr("public_record.host.edition.leaks_in", lambda name, *_: [Leak(name, where)])
    with pytest.raises(HeldBackError) as held:
        working.edition.read("group/2025-03-02/b1/index.html")
    [problem] = held.value.problems
    assert problem.startswith(f"group/2025-03-02/b1/index.html: words that are withheld at {where} stand")


def test_the_search_index_is_that_of_the_record_that_is_shown(working: Working) -> None:
    """It is made from a whole build, and goes with the next change: it could hold what is now withheld."""
    working.live.index()
    found = working.edition.names
    working.save(f"{FOLDER}/b1.md", PAPER.replace("found sound", "found good"))
    assert ("pagefind/pagefind.js" in found, "data/manifest.json" in found) == (True, True)
    assert [name for name in working.edition.names if _of_a_whole_site(name)] == []


def test_an_index_is_not_taken_if_something_changed_meanwhile(working: Working, monkeypatch: pytest.MonkeyPatch) -> None:
    """It might be that of the record before."""

    def changing(_project: Project) -> dict[str, bytes]:
        working.site.write(f"{FOLDER}/b1.md", PAPER.replace("found sound", "found good"))
        return {"pagefind/pagefind.js": b""}

    monkeypatch.setattr(rooms, "indexed", changing)
    working.live.index()
    assert "pagefind/pagefind.js" not in working.edition.names


def test_the_whole_build_leaves_the_projects_own_site_alone(working: Working) -> None:
    """Serving publishes nothing."""
    indexed(Project(working.site.root))
    assert working.site.leftovers() == []


def test_a_look_without_a_change_does_nothing(working: Working) -> None:
    """What is shown keeps its number, so that no page is loaded again."""
    number = working.board.shown.number
    assert (working.live.look(), working.board.shown.number) == (False, number)
