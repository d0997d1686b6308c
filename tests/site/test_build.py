"""A build publishes every public part of the record at its address, and nothing else."""

from __future__ import annotations

import gc
import json
from typing import Any

import jsonschema
import pytest

from public_record.gate.withheld import Keeper
from public_record.host.plugin import PublicRecordPlugin
from tiny import FOLDER, PAPER, TinySite


def test_the_last_line_says_what_was_built(site: TinySite) -> None:
    """Counts are of what is public; a notice counts as withheld, whatever stands behind it."""
    line = site.build().output.splitlines()[-1]
    assert line == "public-record: Built 1 meeting, 3 agenda items, 1 paper, 2 minutes, 1 resolution; 4 withheld."


def test_every_part_has_its_address(site: TinySite) -> None:
    """Ids come from body, date, reference and number."""
    site.build()
    pages = {name.removesuffix("index.html") for name in site.files() if name.endswith("index.html")}
    assert pages == {
        "", "about/", "agreement/", "data/", "decisions/", "decisions/2025/", "decisions/body/group/",
        "decisions/kind/noted/", "group/", "group/2025-03-02/",
        "group/2025-03-02/b1/", "group/2025-03-02/b1/appendix-a/", "group/2025-03-02/b2/", "group/2025-03-02/d1/",
        "group/2025-03-02/notes/", "meetings/", "requests/", "requests/2025/", "search/", "subjects/", "withheld/",
    }  # fmt: skip


def test_a_paper_stands_with_what_was_decided_on_it(site: TinySite) -> None:
    """The chain from report to resolution is on one page."""
    site.build()
    page = site.html("group/2025-03-02/b1")
    assert "found sound" in page
    assert "RESOLVED that the report be noted." in page
    assert 'href="../notes/#resolution-7-1"' in page
    assert 'id="paragraph-1-3"' in page


def test_a_restricted_item_shows_its_notice(site: TinySite) -> None:
    """Place, reference, public title, ground: nothing else."""
    site.build()
    page = site.html("group/2025-03-02/d1")
    assert "A review" in page
    assert "Paragraph 1: Information relating to any individual." in page


def test_a_withheld_passage_says_why_and_until_when(site: TinySite) -> None:
    """Where it stands, in the list of what is withheld, and in the data: as any other restriction does."""
    mark = "::: restricted paragraph 3\n"
    said = "::: balance: Bids would be compared.\n::: review: 2027-06-01\n\n"
    site.write(f"{FOLDER}/b1.md", PAPER.replace(mark, mark + said))
    site.build()
    page = site.html("group/2025-03-02/b1")
    assert "<strong>Why it is kept back:</strong> Bids would be compared." in page
    assert '<strong>Looked at again:</strong> <time datetime="2027-06-01">1 June 2027</time>' in page
    assert "Looked at again on 1 June 2027." in site.html("withheld")
    (passage,) = (block for block in _paper(_valid(site, "record"))["body"] if block["type"] == "withheld-passage")
    assert (passage["withheld"]["balance"], passage["withheld"]["review"]) == ("Bids would be compared.", "2027-06-01")
    due = site.run("due").output.splitlines()
    assert "2027-06-01  Restriction to be reviewed: 2025-03-02-group, item B1, paper 1, passage 1" in due


def _paper(data: dict[str, Any]) -> Any:
    """Give the paper of item B1."""
    items = [item for section in data["record"]["meetings"][0]["sections"] for item in section["items"]]
    return next(item for item in items if item["ref"] == "B1")["papers"][0]


def test_the_data_is_what_its_schema_says(site: TinySite) -> None:
    """A program can rely on the schema beside the data; the validator is not ours."""
    site.build()
    data, _ = (_valid(site, name) for name in ("record", "decisions"))
    (meeting,) = data["record"]["meetings"]
    assert [item["id"] for section in meeting["sections"] for item in section["items"]] == [
        "group/2025-03-02/b1/",
        "group/2025-03-02/b2/",
        "group/2025-03-02/d1/",
    ]


def _valid(site: TinySite, name: str) -> Any:
    data = json.loads((site.output / f"data/{name}.json").read_bytes())
    schema = json.loads((site.output / f"data/{name}.schema.json").read_bytes())
    jsonschema.Draft202012Validator.check_schema(schema)
    jsonschema.validate(data, schema)
    return data


def test_a_second_build_gives_the_same_bytes(site: TinySite) -> None:
    """What a site says depends on the record and the day alone. Pagefind names its files anew each time."""
    site.build()
    first = site.comparable()
    site.build()
    assert site.comparable() == first


def test_a_page_that_is_gone_from_the_record_is_gone_from_the_site(site: TinySite) -> None:
    """The site is replaced whole: nothing stale stays."""
    site.build()
    site.write("content/meetings/2025-03-02-group/b1-appendix-a.md", "x").unlink()
    site.build()
    assert not (site.output / "group/2025-03-02/b1/appendix-a").exists()
    assert site.leftovers() == ["site"]


def test_nothing_that_stayed_behind_is_held_while_pages_are_written(site: TinySite, monkeypatch: pytest.MonkeyPatch) -> None:
    """Of the private record a build keeps fingerprints, from when the public one is tied together."""
    held: list[int] = []
    on_files = PublicRecordPlugin.on_files

    def counted(*args: Any, **kwargs: Any) -> Any:
        gc.unfreeze()
        gc.collect()
        held.append(sum(isinstance(thing, Keeper) for thing in gc.get_objects()))
        return on_files(*args, **kwargs)

    monkeypatch.setattr(PublicRecordPlugin, "on_files", counted)
    assert site.build().exit_code == 0
    assert held == [0]
