"""Restricted files may live in a second, private tree. With it or without it the site is the same, byte for byte."""

from __future__ import annotations

import re

import pytest

from tiny import AGENDA, APPENDIX, FOLDER, NOTES, PAPER, TinySite

PUBLIC_NOTES = re.sub(r"(?s)(\(Item D1\)\n).*", r"\1", NOTES).replace("SECRETMINUTE of a closed matter", "Withheld")


@pytest.fixture
def parted(site: TinySite) -> TinySite:
    """A project whose public tree holds no secret: notices stand in it, their texts in the private tree."""
    for name, text in {"agenda.md": AGENDA, "notes.md": NOTES, "b1.md": PAPER, "b1-appendix-a.md": APPENDIX}.items():
        site.write(f"private/{FOLDER.removeprefix('content/')}/{name}", text)
    (site.root / FOLDER / "SECRETFILE.md").rename(site.root / "private" / FOLDER.removeprefix("content/") / "SECRETFILE.md")
    site.write(
        f"{FOLDER}/agenda.md",
        re.sub(r" title: SECRETTITLE of a person,|, note: SECRETNOTE on the line|    title: SECRET.*\n", "", AGENDA),
    )
    site.write(f"{FOLDER}/notes.md", PUBLIC_NOTES)
    site.write(f"{FOLDER}/b1.md", re.sub(r"1\.2 SECRET.*\n|\n\[\^secret\].*\n", "", PAPER))
    site.write(f"{FOLDER}/b1-appendix-a.md", re.sub(r"title: SECRET.*\n|\nSECRETPRICES.*\n", "", APPENDIX, count=2))
    return site


def test_the_public_tree_holds_no_secret(parted: TinySite) -> None:
    """So that its repository can be public."""
    assert [path.name for path in (parted.root / "content").rglob("*.md") if "SECRET" in path.read_text() + path.name] == []


def test_the_site_is_the_same_with_and_without_the_private_tree(parted: TinySite, monkeypatch: pytest.MonkeyPatch) -> None:
    """Anyone can check the published site against the public tree alone."""
    parted.build()
    without = parted.comparable()
    monkeypatch.setenv("PUBLIC_RECORD_PRIVATE", str(parted.root / "private"))
    parted.build()
    assert parted.comparable() == without


def test_a_restricted_attachment_may_lie_in_the_private_tree_alone(parted: TinySite, monkeypatch: pytest.MonkeyPatch) -> None:
    """The public tree says that there is one, and under what title it is withheld."""
    ground = "exemption: {basis: schedule-12a, paragraphs: [3]}"
    stated = f"attachments: [{{file: map.csv, access: restricted, public_title: A map, {ground}}}]"
    private = f"private/{FOLDER.removeprefix('content/')}"
    for folder in (FOLDER, private):
        text = (parted.root / folder / "b1.md").read_text()
        parted.write(f"{folder}/b1.md", text.replace("item: B1", f"item: B1\n{stated}"))
    parted.write(f"{private}/map.csv", "SECRETMAP,1\n")
    parted.build()
    assert "A map" in parted.html("group/2025-03-02/b1")
    without = parted.comparable()
    monkeypatch.setenv("PUBLIC_RECORD_PRIVATE", str(parted.root / "private"))
    parted.build()
    assert parted.comparable() == without


def test_a_private_tree_that_would_show_is_refused(parted: TinySite, monkeypatch: pytest.MonkeyPatch) -> None:
    """A public paragraph that only the private tree has makes two sites of one record."""
    parted.write(f"private/{FOLDER.removeprefix('content/')}/b1.md", PAPER.replace("1.3 It is", "1.3 It certainly is"))
    monkeypatch.setenv("PUBLIC_RECORD_PRIVATE", str(parted.root / "private"))
    result = parted.run("build")
    assert result.exit_code == 1
    line = result.output.splitlines()[1]
    assert line == (
        "public-record: content:1:1: error [two-trees] group/2025-03-02/ would be published otherwise without the private tree."
    )
