"""Attachments are admitted one by one, by the digest of what was cleared, and cleaned of what they carry unseen."""

from __future__ import annotations

import hashlib
import io

import pytest
from PIL import Image, PngImagePlugin

from tiny import FOLDER, PAPER, RESTRICTED_PAPER, TinySite


def _picture() -> bytes:
    """A picture that says in its metadata what nobody sees."""
    unseen = PngImagePlugin.PngInfo()
    unseen.add_text("Author", "SECRETPHOTOGRAPHER")
    written = io.BytesIO()
    Image.new("RGB", (4, 3), "green").save(written, "png", pnginfo=unseen)
    return written.getvalue()


@pytest.fixture
def attached(site: TinySite) -> TinySite:
    """A project whose paper has a picture, and a file that is withheld."""
    picture = _picture()
    (site.root / FOLDER / "SECRETNAME-map.png").write_bytes(picture)
    (site.root / FOLDER / "SECRETNAME-prices.csv").write_bytes(b"SECRETPRICE,40\n")
    listed = f"""attachments:
  - file: SECRETNAME-map.png
    access: public
    title: Map of the bridge
    sha256: {hashlib.sha256(picture).hexdigest()}
  - file: SECRETNAME-prices.csv
    access: restricted
    public_title: Prices
    exemption: {{basis: schedule-12a, paragraphs: [3]}}
"""
    site.write(f"{FOLDER}/b1.md", PAPER.replace("by: [The engineer]\n", f"by: [The engineer]\n{listed}"))
    return site


def test_a_cleared_file_is_published_without_what_it_carried_unseen(attached: TinySite) -> None:
    """Under an address that is not its name."""
    attached.build()
    published = attached.output / "group/2025-03-02/b1/attachment-1.png"
    with Image.open(published) as picture:
        assert picture.size == (4, 3)
    assert not [name for name, data in attached.files().items() if b"SECRET" in data or "SECRET" in name]


def test_a_withheld_file_shows_its_notice(attached: TinySite) -> None:
    """Its public title and the ground; no file."""
    attached.build()
    assert "Prices" in attached.html("group/2025-03-02/b1")
    assert [path.name for path in (attached.output / "group/2025-03-02/b1").glob("attachment*")] == ["attachment-1.png"]


def test_a_file_that_changed_since_it_was_cleared_stops_the_build(attached: TinySite) -> None:
    """Somebody must look again; the digest to write is given."""
    path = attached.root / FOLDER / "SECRETNAME-map.png"
    path.write_bytes(path.read_bytes() + b"x")
    result = attached.run("check")
    assert result.exit_code == 1
    assert f"{FOLDER}/b1.md:8:11: error [attachment] the file is not the one that was cleared." in result.output
    assert hashlib.sha256(path.read_bytes()).hexdigest() in result.output


def test_a_file_that_cannot_be_cleaned_stops_the_build(attached: TinySite) -> None:
    """With the reason, and nothing published."""
    broken = b"not a picture"
    (attached.root / FOLDER / "SECRETNAME-map.png").write_bytes(broken)
    paper = attached.root / FOLDER / "b1.md"
    paper.write_text(paper.read_text().replace(hashlib.sha256(_picture()).hexdigest(), hashlib.sha256(broken).hexdigest()))
    result = attached.run("build")
    assert result.exit_code == 1
    assert f"{FOLDER}/b1.md:8:11: error [attachment] this file cannot be published: " in result.output
    assert not attached.output.exists()


def test_a_file_that_no_paper_names_is_refused(site: TinySite) -> None:
    """A forgotten file is a risk."""
    (site.root / FOLDER / "minutes.docx").write_bytes(b"PK")
    result = site.run("check")
    assert f"{FOLDER}/minutes.docx:1:1: error [attachment] no paper names this file." in result.output


SAID = "The contractor asked for forty thousand pounds more than was agreed in the spring."


@pytest.fixture
def restricted(site: TinySite) -> TinySite:
    """A project with a restricted paper that has a file."""
    (site.root / FOLDER / "secret.txt").write_text(SAID)
    listed = "attachments:\n  - {file: secret.txt, access: restricted, public_title: Prices}\n"
    site.write(f"{FOLDER}/SECRETFILE.md", RESTRICTED_PAPER.replace("by: [SECRETAUTHOR]\n", f"by: [SECRETAUTHOR]\n{listed}"))
    return site


def test_words_of_a_restricted_file_in_a_public_paper_stop_the_build(restricted: TinySite) -> None:
    """Both files are named, and no word; the site of before stands."""
    before = (restricted.build(), restricted.files())[1]
    restricted.write(f"{FOLDER}/b1.md", PAPER.replace("1.3 It is painted", f"1.3 {SAID} It is painted"))
    result = restricted.run("build")
    assert result.exit_code == 1
    told = f"group/2025-03-02/b1/index.html: words that are withheld at {FOLDER}/secret.txt:1:1 stand in this file"
    assert f"{told} of the finished site." in result.output
    assert "contractor asked" not in result.output
    assert restricted.files() == before


def test_the_site_does_not_depend_on_a_restricted_file(restricted: TinySite) -> None:
    """Nor does the log: whatever stands in the file, and whether it can be read."""
    first, site = restricted.build().output, restricted.comparable()
    (restricted.root / FOLDER / "secret.txt").write_text("Something else that is said of the contract and of nothing else.")
    assert (restricted.build().output, restricted.comparable()) == (first, site)
    (restricted.root / FOLDER / "secret.txt").rename(restricted.root / FOLDER / "secret.pdf")
    paper = restricted.root / FOLDER / "SECRETFILE.md"
    paper.write_text(paper.read_text().replace("secret.txt", "secret.pdf"))
    assert (restricted.build().output, restricted.comparable()) == (first, site)


def test_check_says_of_which_restricted_file_the_words_are_not_sought(restricted: TinySite) -> None:
    """To the clerk alone: the log of a build does not depend on what is withheld."""
    assert "[attachment]" not in restricted.run("check").output
    (restricted.root / FOLDER / "secret.txt").rename(restricted.root / FOLDER / "secret.pdf")
    paper = restricted.root / FOLDER / "SECRETFILE.md"
    paper.write_text(paper.read_text().replace("secret.txt", "secret.pdf"))
    told = restricted.run("check")
    message = "warning [attachment] the words of this file cannot be read, and are not sought in the finished site."
    assert (told.exit_code, message in told.output) == (0, True)
    assert "[attachment]" not in restricted.build().output
