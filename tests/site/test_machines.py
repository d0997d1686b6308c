"""What a finished site, with its own theme, offers to programs: all of it announced, reachable and true."""

from __future__ import annotations

import hashlib
import json
import os
import re
import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import feedparser
import pytest
import vobject

from public_record.verify.links import broken
from tiny import FOLDER, MKDOCS, PAPER, TinySite

ROOT = Path(__file__).parents[2]
SITE = "https://record.example.org/"
CHANGED = PAPER.replace("access: public", "access: public\nchanges: [{date: 2025-02-25, what: A name was corrected.}]")
OPEN = "---\nkind: paper\naccess: public\nitem: B2\ntitle: The wardens\n---\n\n1.1 They walk at night.\n"


def _commit(site: TinySite, day: str) -> None:
    moment = {"GIT_AUTHOR_DATE": f"{day}T12:00:00", "GIT_COMMITTER_DATE": f"{day}T12:00:00", "GIT_CONFIG_GLOBAL": os.devnull}
    names = ["-c", "user.name=A Clerk", "-c", "user.email=clerk@example.org"]
    for arguments in (["add", "content"], ["commit", "-qm", "x"]):
        subprocess.run(["git", *names, "-C", str(site.root), *arguments], env={**os.environ, **moment}, check=True)  # noqa: S607


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Iterator[TinySite]:
    """A project in git, with the theme of the real one, built once."""
    with pytest.MonkeyPatch.context() as patched:
        patched.setenv("SOURCE_DATE_EPOCH", "1772323200")  # 1 March 2026
        patched.setenv("NO_MKDOCS_2_WARNING", "1")
        site = TinySite(tmp_path_factory.mktemp("machines"))
        site.write("mkdocs.yml", MKDOCS.replace("font: false", "font: false, custom_dir: site_config/theme, language: en-GB"))
        shutil.copytree(ROOT / "site_config/theme", site.root / "site_config/theme")
        site.write(f"{FOLDER}/b1.md", CHANGED)
        site.write(f"{FOLDER}/b2.md", OPEN)
        subprocess.run(["git", "init", "-q", str(site.root)], check=True)  # noqa: S607
        _commit(site, "2025-05-06")
        site.build()
        yield site


def _footer(site: TinySite, address: str) -> str:
    (footer,) = re.findall(r"<footer class=\"pr-provenance\".*?</footer>", site.html(address), re.DOTALL)
    return " ".join(re.sub(r"<[^>]+>", "", footer).split())


def _linked(site: TinySite, address: str) -> dict[str, Any]:
    (script,) = re.findall(r'<script type="application/ld\+json">(.*?)</script>', site.html(address), re.DOTALL)
    return {node["@type"]: node for node in json.loads(script)["@graph"]}


def test_every_file_is_listed_with_its_own_digest(built: TinySite) -> None:
    """Whoever has a copy can see that it is whole."""
    listed = json.loads((built.output / "data/manifest.json").read_bytes())["files"]
    found = {path.relative_to(built.output).as_posix(): path for path in built.output.rglob("*") if path.is_file()}
    assert listed.keys() == found.keys() - {"data/manifest.json"}
    digests = {name: hashlib.sha256(found[name].read_bytes()).hexdigest() for name in listed}
    assert {name: line["sha256"] for name, line in listed.items()} == digests


def test_every_reference_of_the_site_leads_somewhere(built: TinySite) -> None:
    """To feeds, calendars and data as to pages."""
    assert broken(built.output) == []


def test_feeds_and_calendars_can_be_read(built: TinySite) -> None:
    """By libraries that did not write them."""
    for path in built.output.rglob("feed.xml"):
        assert not feedparser.parse(path.read_bytes()).bozo
    calendars = sorted(built.output.rglob("calendar.ics"))
    assert [len(vobject.readOne(path.read_text()).vevent_list) for path in calendars] == [1, 1]


def test_pages_say_what_they_are_about(built: TinySite) -> None:
    """To search engines, and where their address is passed on."""
    assert _linked(built, "group/2025-03-02")["Event"]["startDate"] == "2025-03-02T10:00:00+00:00"
    assert _linked(built, "group/2025-03-02/b1")["Report"]["dateModified"] == "2025-02-25"
    head = built.html("group/2025-03-02/b1").partition("</head>")[0]
    assert f'<meta property="og:url" content="{SITE}group/2025-03-02/b1/">' in head
    assert '<meta property="og:title" content="B1 The bridge">' in head


def test_a_page_tells_its_dates_by_the_document_and_then_by_git(built: TinySite) -> None:
    """Where something is withheld in the file, git is not asked."""
    assert _footer(built, "group/2025-03-02/b1") == (
        "The paper does not say when it was published. Changed since, as it says itself: 25 February 2025: A name was "
        "corrected. Licence: A licence."
    )
    assert _footer(built, "group/2025-03-02/b2") == (
        "The paper does not say when it was published. It was last changed on 6 May 2025, as the history of its file shows. "
        "Licence: A licence."
    )
    assert "because parts of it are withheld" in _footer(built, "group/2025-03-02/notes")


def test_the_list_of_pages_has_the_days_that_the_pages_tell(built: TinySite) -> None:
    """And no page the day of the build."""
    listed = (built.output / "sitemap.xml").read_text()
    assert f"<loc>{SITE}group/2025-03-02/b2/</loc>\n<lastmod>2025-05-06</lastmod>" in listed
    assert f"<loc>{SITE}about/</loc>\n</url>" in listed
    assert "2026-03-01" not in listed


def test_a_commit_to_what_is_withheld_changes_nothing(built: TinySite, monkeypatch: pytest.MonkeyPatch) -> None:
    """Of a restricted paper, of a passage, of a minute: not a byte, not a day."""
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1772323200")
    before = built.comparable()
    for path in sorted((built.root / FOLDER).glob("*.md")):
        built.write(f"{FOLDER}/{path.name}", re.sub(r"SECRET(?!TITLE|SECTION)\w+", "Quite another", path.read_text()))
    _commit(built, "2025-11-12")
    built.build()
    assert built.comparable() == before
