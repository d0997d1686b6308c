"""What is prepared from memory is what would be prepared anew, whatever was changed before, and in whatever order."""

from __future__ import annotations

import gc
import weakref
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import replace
from datetime import date
from itertools import pairwise
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pytest
from hypothesis import given
from hypothesis import settings as trying
from hypothesis import strategies as st

from builders import GROUND, agenda, agreement, appendix, item, notes, paper, restricted_section, section, settings
from public_record.examine import Looked, at_shelf
from public_record.model.findings import stops
from public_record.model.settings import Settings
from public_record.outputs.data import data_files
from public_record.pages.compose import Catalogue, compose
from public_record.pages.library import Library
from public_record.project import PRIVATE, Project
from public_record.publish import NOTHING, Remembering, prepare
from public_record.sources.load import Reading
from public_record.sources.remembered import Remembered

pytestmark = pytest.mark.property
SAID = "the contractor of the lamps asked for twice the sum that was agreed upon"
RESTRICTED: dict[str, Any] = {"access": "restricted", "public_title": "A matter", "exemption": GROUND}
FIRST, SECOND = "content/meetings/2024-05-14-hill", "content/meetings/2024-06-11-hill"
OTHER = "content/meetings/2024-06-11-dale"
ASKED = "hill/2024-05-14/notes/#request-7-1"
MINUTED = "## 7. Lamps\n(Item B1)\n\n1. They were lit.\n\nRESOLVED that new lamps be bought.\n\nReport back, no date: on oil."
CITING = "See minute 7 of 14 May 2024, paragraph 2 of the report on item B1 of 14 May 2024, and minute 8."
ADOPTED = {
    "number": 8,
    "adoption": {"signed_by": "The Chair", "corrections": [{"minute": 7, "paragraph": "1", "text": "Lit."}]},
}


def _agenda(*items: dict[str, Any], **keys: Any) -> str:
    return agenda(section(*items), restricted_section(item("D1", "A secret of the lamps", public_title="Review")), **keys)


def _second(*items: dict[str, Any], **keys: Any) -> str:
    adopting = item("A1", "Notes", notes_of="2024-05-14")
    return _agenda(adopting, *items, date="2024-06-11", **keys)


def _settings(**keys: Any) -> str:
    return settings(policy={"dates_from_git": False}, **keys).model_dump_json()


DALE = {"hill": {"name": "Hill Partnership", "short": "HP", "description": "Invented."}}
DALE["dale"] = {"name": "Dale Partnership", "short": "DP", "description": "Invented."}

# By file, what it can say; None where it is not there. What comes first makes a record in which nothing is wrong.
VARIANTS: Mapping[str, tuple[str | None, ...]] = {
    f"{FIRST}/agenda.md": (
        _agenda(item(subjects=["lamps"], pages="1-4")),
        _agenda(item(title="Lamps of the town"), item("B2", "Oil"), text=f"Of {SAID}."),
        _agenda(item(**RESTRICTED)),
        _agenda(item(), access="draft"),
        agenda(section(item()), cancelled={"reason": "Fog."}),
        None,
    ),
    f"{FIRST}/notes.md": (
        notes(MINUTED),
        notes(MINUTED.replace("new lamps", "no lamps") + "\n\n## 8. Oil\n(Item B2)\n\n1. It is dear."),
        notes(MINUTED, minutes=[{"number": 7, **RESTRICTED}]),
        notes(f"{MINUTED}\n\n::: restricted paragraph 3\n{SAID}\n:::"),
        notes(MINUTED, access="draft"),
        None,
    ),
    f"{FIRST}/b1.md": (
        paper(f"2. So {SAID} again.\n\nSee minute 8."),
        paper("2. Another text.", title="Of lamps"),
        paper(f"2. So {SAID} again.", access="draft"),
        paper("2. A text that waits for its day to come out.", publish_from="2026-11-23"),
        paper("2. A text that was there until its day was over.", publish_until="2026-11-22"),
        paper(f"2. So {SAID} again.", **RESTRICTED),
        paper("2. A text.").replace('"public"', '"pubic"'),
        paper("2. A text.").replace('"paper"', '"papper"'),
        paper("2. [A link](record:hill/2024-06-11/notes/#minute-8) to the record."),
        None,
    ),
    f"{FIRST}/b1-appendix-a.md": (None, appendix("1. A map."), appendix("1. A map.", **RESTRICTED)),
    f"{FIRST}/d1.md": (None, paper(f"1. In private {SAID}.", item="D1", access="restricted", title="Of somebody and of lamps")),
    f"{SECOND}/agenda.md": (
        _second(item(), text=CITING),
        _second(item(answers=[ASKED], agreement="1.0")),
        _second(item("B2", "Oil", answers=[ASKED], next_meeting={"date": "2024-07-09"})),
        _second(item(), access="draft"),
        None,
    ),
    f"{SECOND}/notes.md": (
        notes(f"## 8. Notes\n(Item A1)\n\n1. {CITING}", date="2024-06-11"),
        notes(f"## 8. Notes\n(Item A1)\n\n1. {CITING}", date="2024-06-11", minutes=[ADOPTED]),
        notes("## 9. Notes\n(Item A1)\n\n1. They were right.", date="2024-06-11"),
        notes(f"## 8. Notes\n(Item A1)\n\n1. {SAID}.", date="2024-06-11", access="draft"),
        None,
    ),
    f"{SECOND}/b1.md": (None, paper(f"1. {SAID}.", access="draft", title="Lamps in Mill Lane and beyond it")),
    f"{OTHER}/b1.md": (None, paper(f"1. {SAID}.", item=None)),
    "content/agreement/1.md": (
        agreement(f"1. {CITING}", priorities=[{"id": "light", "title": "Light", "subject": "lamps"}]),
        agreement(f"1. {SAID}", **RESTRICTED),
        None,
    ),
    "content/agreement/2.md": (None, agreement("1. More light, as in version 1.0.", version="2.0")),
    "content/meetings/left.txt": (None, "Left here."),
    "site_config/record.yml": (
        _settings(),
        _settings(bodies=DALE, subjects={"oil": "Oil", "lamps": "Lamps"}),
        "site_name: [",
    ),
    f"private/{FIRST.removeprefix('content/')}/b1.md": (None, paper("2. Only here.", title="Of lamps")),
    f"private/{FIRST.removeprefix('content/')}/d2.md": (None, paper(f"1. {SAID}.", item="D1", paper=2, access="restricted")),
}
DAYS = (date(2026, 11, 22), date(2026, 11, 23))
Step = tuple[str, int]
SINGLE = tuple((name, number) for name, variants in VARIANTS.items() for number in range(1, len(variants)))


class Working:
    """A project that somebody works on, and what is remembered of it."""

    def __init__(self, root: Path) -> None:
        self._root = root
        self._project = Project(root)
        self._kept = Remembering.begin()
        (root / "private").mkdir()
        for name in VARIANTS:
            self.change(name, 0)

    def change(self, name: str, number: int) -> None:
        """Let a file say something else."""
        path, text = self._root / name, VARIANTS[name][number]
        path.parent.mkdir(parents=True, exist_ok=True)
        path.unlink(missing_ok=True)
        if text is not None:
            path.write_text(text)

    def prepared(self, today: date) -> list[dict[str, object]]:
        """Prepare the record from memory, and anew: all that is found out about it, and made of it."""
        found = [_all_of(self._project, today, kept) for kept in (self._kept, NOTHING)]
        self._kept.turn()
        return found


def _all_of(project: Project, today: date, kept: Remembering) -> dict[str, object]:
    prepared = prepare(project, today, kept)
    if prepared.publishable is None:
        assert stops(prepared.findings)
        return {"findings": prepared.findings}
    public = prepared.publishable
    library = Library.of(public.record, public.settings, today, "https://record.example.org/", kept.public)
    return {
        "findings": prepared.findings,
        "record": public.record,
        "withheld": public.withheld._places,
        "library": library,
        "order": [list(part) for part in (library.links.register.entries, library.standings, library.facets)],
    }


@contextmanager
def _working(*, private: bool) -> Iterator[Working]:
    with TemporaryDirectory() as folder, pytest.MonkeyPatch.context() as patch:
        if private:
            patch.setenv(PRIVATE, str(Path(folder) / "private"))
        yield Working(Path(folder))


def _differing(working: Working, steps: Iterable[Step | date]) -> list[tuple[object, str]]:
    """Take steps, and say after which something was remembered wrongly."""
    wrong, today = list[tuple[object, str]](), DAYS[0]
    for step in steps:
        if isinstance(step, date):
            today = step
        else:
            working.change(*step)
        remembered, anew = working.prepared(today)
        wrong += [(step, part) for part in remembered.keys() | anew.keys() if remembered.get(part) != anew.get(part)]
    return wrong


def test_each_change_by_itself_and_its_undoing() -> None:
    """Each is made and taken back, and follows another one of its file, with and without a private tree."""
    for private in (False, True):
        with _working(private=private) as working:
            undone = [step for name, number in SINGLE for step in ((name, number), (name, 0))]
            onwards = [(name, number) for name, variants in VARIANTS.items() for number in (*range(len(variants)), 0)]
            assert _differing(working, [DAYS[0], *undone, DAYS[1], *onwards, DAYS[0]]) == []


@given(st.booleans(), st.lists(st.sampled_from([*SINGLE, *((name, 0) for name in VARIANTS), *DAYS]), max_size=10))
@trying(max_examples=12, deadline=None)
def test_any_changes_in_any_order(private: bool, steps: list[Step | date]) -> None:  # noqa: FBT001 - as hypothesis gives it
    """What was remembered across a slip, or came back, is as good as new."""
    with _working(private=private) as working:
        assert _differing(working, steps) == []


def test_most_of_the_changes_can_be_published() -> None:
    """Else what is compared above would be findings alone; and each change is one, which something must tell."""
    published = 0
    with _working(private=False) as working:
        first, _ = working.prepared(DAYS[0])
        for name, number in SINGLE:
            working.change(name, number)
            changed, _ = working.prepared(DAYS[0])
            working.change(name, 0)
            published += "record" in changed
            assert changed != first or name.startswith("private/")
    assert ("record" in first, published) == (True, 30)


def test_a_change_costs_what_it_changes(monkeypatch: pytest.MonkeyPatch) -> None:
    """The other folders are neither looked at again nor released again; nor is what stayed behind put together again."""
    with TemporaryDirectory() as folder:
        working, kept = Working(Path(folder)), Remembering.begin()
        looked = list[int]()

        def counted(reading: Reading, own: Settings | None, today: date) -> Looked:
            looked.append(1)
            return at_shelf(reading, own, today)

        monkeypatch.setattr("public_record.publish.at_shelf", counted)
        found = []
        for number in (0, 1, 1):
            working.change(f"{FIRST}/b1.md", number)
            looked.append(0)
            public = prepare(Project(Path(folder)), DAYS[0], kept).publishable
            assert public is not None
            found.append((*public.record.meetings, *public.record.agreements, public.withheld))
    assert looked == [0, 1, 1, 1, 0, 1, 0]
    same = [[one is other for one, other in zip(*pair, strict=True)] for pair in pairwise(found)]
    assert same == [[False, True, True, True], [True, True, True, True]]


@pytest.mark.parametrize("number", [1, 6, 9], ids=["another text", "a slip", "no file"])
def test_what_a_document_said_before_is_not_kept(number: int) -> None:
    """Not even while something is wrong, and the last good site is shown."""
    name, read = f"{FIRST}/b1.md", Remembered()
    with TemporaryDirectory() as folder:
        working, kept = Working(Path(folder)), replace(Remembering.begin(), read=read, turn=read.turn)
        for step in (5, number):
            working.change(name, step)
            prepare(Project(Path(folder)), DAYS[0], kept)
            kept.turn()
            if step == 5:
                before = [weakref.ref(known[1]) for shown, known in read._read.items() if shown == name and known[1]]
        gc.collect()
    assert [document() for document in before] == [None]


def test_what_a_catalogue_has_is_what_is_composed() -> None:
    """By address, and without being asked in any order."""
    with _working(private=False) as working:
        library = working.prepared(DAYS[0])[0]["library"]
    assert isinstance(library, Library)
    composed = {page.address: page for page in compose(library)}
    catalogue = Catalogue(library)
    found = {address: catalogue.get(address) for address in reversed([*composed])}
    assert catalogue.addresses == composed.keys()
    for address, page in composed.items():
        other = found[address]
        assert other is not None
        assert (other.title, other.kind, other.crumbs, other.render()) == (page.title, page.kind, page.crumbs, page.render())
    assert catalogue.get("hill/2024-05-14/b9/") is None
    assert b"Lamps" in data_files(library)["data/record.json"]()
