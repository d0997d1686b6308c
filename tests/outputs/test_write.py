"""What stands beside the pages: named before it is written, the same in every build, and whole."""

from __future__ import annotations

import hashlib
import io
import json
import zipfile
from contextlib import nullcontext
from datetime import date
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest

from public_record.model.record import History, Record
from public_record.outputs import write
from public_record.outputs.archive import archive, readme
from public_record.outputs.changes_of_format import CHANGES_OF_FORMAT
from public_record.outputs.data import VERSION
from public_record.outputs.manifest import lines, manifest
from public_record.outputs.sitemap import sitemap
from public_record.outputs.tables import TABLES
from public_record.outputs.write import offered, writing
from public_record.pages.library import Library
from published import SETTINGS, TODAY, item, meeting, minute, record

SITE = "https://record.example.org/"


def _record() -> Record:
    return record(meeting(item(), item("B2"), minutes=(minute(),), history=History(date(2025, 2, 20))))


def _library(site: str | None = SITE, identity: str | None = SETTINGS.identity) -> Library:
    return Library.of(_record(), SETTINGS.model_copy(update={"identity": identity}), TODAY, site)


def _names(site: Path) -> set[str]:
    return {path.relative_to(site).as_posix() for path in site.rglob("*") if path.is_file()}


def _write(site: Path, library: Library) -> None:
    (site / "pagefind").mkdir()
    with writing(site, library, [""]):
        pass


@pytest.fixture(autouse=True)
def _no_indexer(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(write, "indexing", nullcontext)


@pytest.mark.parametrize("site", [SITE, None], ids=["address known", "address not known"])
@pytest.mark.parametrize("identity", [SETTINGS.identity, None], ids=["identity", "no identity"])
def test_what_is_offered_is_what_is_written(tmp_path: Path, site: str | None, identity: str | None) -> None:
    """A file that nobody announced stops the build, and a file that is announced and missing is a broken promise."""
    library = _library(site, identity)
    for name in ("sitemap.xml", "sitemap.xml.gz"):
        (tmp_path / name).write_bytes(b"the host's")
    _write(tmp_path, library)
    assert _names(tmp_path) == offered(library) - {"pagefind/"}


def test_the_list_of_pages_has_true_days() -> None:
    """That of the last change where one is known; none where it is not. Lists change with what they list."""
    addresses = ["", "about/", "meetings/", "group/", "group/2025-03-02/", "group/2025-03-02/b1/", "group/2025-03-02/notes/"]
    listed = sitemap(_library(), addresses)
    assert listed is not None
    space = "{http://www.sitemaps.org/schemas/sitemap/0.9}"
    found = {page.findtext(f"{space}loc"): page.findtext(f"{space}lastmod") for page in ET.fromstring(listed)}  # noqa: S314
    known = {"", "meetings/", "group/", "group/2025-03-02/", "group/2025-03-02/b1/"}
    assert found == {f"{SITE}{address}": "2025-02-20" if address in known else None for address in addresses}


def test_where_the_site_is_not_known_there_is_no_list_of_pages() -> None:
    """Its addresses are whole."""
    assert sitemap(_library(None), [""]) is None


def test_the_archive_holds_all_data_and_says_what_they_are(tmp_path: Path) -> None:
    """With every column of every table, the licence, and that it is a retelling."""
    library = _library()
    _write(tmp_path, library)
    with zipfile.ZipFile(tmp_path / "data/record.zip") as packed:
        names = set(packed.namelist())
        text = packed.read("README.txt").decode()
        assert packed.read("record.json") == (tmp_path / "data/record.json").read_bytes()
    assert names == {
        "README.txt", "record.json", "record.schema.json", "meeting.schema.json", "group/2025-03-02.json",
        "decisions.csv", "decisions.json", "decisions.schema.json",
        *(f"{table.name}.csv" for table in TABLES),
    }  # fmt: skip
    assert [word for word in ("A licence", "This is an example.") if word not in text] == []
    assert [column for table in TABLES for column in table.columns if f"  {column.name:<14} {column.holds}" not in text] == []


def test_the_archive_is_the_same_in_every_build(tmp_path: Path) -> None:
    """No clock, no owner, no order of a folder."""
    (tmp_path / "b").write_bytes(b"b")
    (tmp_path / "a").write_bytes(b"a")

    def read(name: str) -> bytes:
        return (tmp_path / name).read_bytes()

    packed = archive(read, ["b", "a"], readme(_library()))
    (tmp_path / "a").chmod(0o600)
    (tmp_path / "a").touch()
    assert archive(read, ["a", "b"], readme(_library())) == packed
    assert [entry.date_time for entry in zipfile.ZipFile(io.BytesIO(packed)).infolist()] == [(1980, 1, 1, 0, 0, 0)] * 3


def test_every_file_is_listed_with_its_digest(tmp_path: Path) -> None:
    """The list itself cannot be among them."""
    (tmp_path / "data").mkdir()
    (tmp_path / "data/manifest.json").write_text("old")
    (tmp_path / "index.html").write_text("Page")
    listed = json.loads(manifest(lines(tmp_path), "pagefind/"))
    assert listed["files"] == {"index.html": {"sha256": hashlib.sha256(b"Page").hexdigest(), "size": 4}}


def test_two_builds_can_be_compared_by_one_digest(tmp_path: Path) -> None:
    """Whatever the search index calls its files."""
    contents = []
    for name in ("one", "another"):
        (tmp_path / name / "pagefind").mkdir(parents=True)
        (tmp_path / name / "pagefind" / name).write_text("index")
        (tmp_path / name / "index.html").write_text("Page")
        contents.append(json.loads(manifest(lines(tmp_path / name), "pagefind/")))
    assert contents[0]["content"] == contents[1]["content"]
    assert list(contents[0]["files"]) == ["index.html", "pagefind/one"]
    (tmp_path / "one/index.html").write_text("Other")
    assert json.loads(manifest(lines(tmp_path / "one"), "pagefind/"))["content"] != contents[0]["content"]


def test_the_changes_of_the_format_lead_to_its_version() -> None:
    """The newest first, and none without a word."""
    versions = [change.version for change in CHANGES_OF_FORMAT]
    assert versions == sorted(versions, reverse=True)
    assert (versions[0], versions[-1]) == (VERSION, 1)
    assert [change.day for change in CHANGES_OF_FORMAT] == sorted((change.day for change in CHANGES_OF_FORMAT), reverse=True)
