"""`check` follows the links that clerks write by an id, and lists on request what was left alone."""

from __future__ import annotations

from pathlib import Path

import pytest

from tiny import FOLDER, NOTES, PAPER, TinySite


@pytest.fixture
def site(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> TinySite:
    """A project whose day is fixed."""
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1772323200")  # 1 March 2026
    return TinySite(tmp_path)


def told(site: TinySite, *options: str) -> list[str]:
    """List what `check` says, the lines of advice left out."""
    return [line for line in site.run("check", *options).output.splitlines() if not line.startswith("    ")]


UNKNOWN = "error [record-link] a link to the record leads to nothing that is published."
LEFT = "warning [reference] what may be a reference is not linked:"


def test_a_link_by_id_leads_to_something_published(site: TinySite) -> None:
    """To the right places nothing is said, and a link to nothing only stops ours."""
    site.write(
        f"{FOLDER}/b1.md",
        f"{PAPER}\n1.4 See [this](record:group/2025-03-02/notes/#minute-7) and [that](record:group/2025-03-02/d1/).\n",
    )
    assert told(site) == ["0 errors, 0 warnings."]


@pytest.mark.parametrize(
    "target",
    ["group/2025-03-02/b9/", "group/2025-03-02/b1/#paragraph-1-2", "group/2025-03-02/notes/#minute-8-1", "group/2025-03-02"],
    ids=["no item", "withheld passage", "withheld minute", "no address"],
)
def test_a_link_to_an_id_that_is_not_published_is_an_error(site: TinySite, target: str) -> None:
    """Whether it is mistyped or withheld; the finding stands at the line, and says nothing of the words."""
    site.write(f"{FOLDER}/b1.md", PAPER.replace("and found sound.", f"and\nfound [sound](record:{target})."))
    assert told(site)[0] == f"{FOLDER}/b1.md:12:1: {UNKNOWN}"


@pytest.mark.site
def test_a_build_stops_at_a_link_to_nothing(site: TinySite) -> None:
    """As `check` does; nothing is published."""
    site.write(f"{FOLDER}/b1.md", PAPER.replace("found sound.", "found [sound](record:group/2025-03-02/b9/)."))
    built = site.run("build")
    assert (built.exit_code, UNKNOWN in built.output, site.leftovers()) == (1, True, [])


def test_what_was_left_alone_is_listed_on_request(site: TinySite) -> None:
    """With file, line and reason. It stops nothing, and a build does not speak of it."""
    site.write(
        f"{FOLDER}/notes.md",
        NOTES.replace("was sound.", "was sound, see\nitem B7. The Bridges Act 1803 says so.").replace(
            "that the report", "that minute 99"
        ),
    )
    assert told(site) == ["0 errors, 0 warnings."]
    assert told(site, "--references") == [
        f"{FOLDER}/notes.md:14:1: {LEFT} `legislation` in site_config/record.yml does not name this law.",
        f"{FOLDER}/notes.md:14:1: {LEFT} the public record holds nothing that is called so.",
        f"{FOLDER}/notes.md:16:1: {LEFT} the public record holds nothing that is called so.",
        "0 errors, 3 warnings. `explain RULE` says more about a rule.",
    ]


def test_nothing_is_told_of_references_in_what_is_withheld(site: TinySite) -> None:
    """They are looked for in the public record."""
    site.write(f"{FOLDER}/notes.md", NOTES.replace("SECRETPARAGRAPH", "SECRETPARAGRAPH in item B7 and [x](record:nowhere/)"))
    site.write(f"{FOLDER}/b1.md", PAPER.replace("SECRETPASSAGE", "SECRETPASSAGE of item B7"))
    assert told(site, "--references") == ["0 errors, 0 warnings."]


def test_notes_of_the_editors_are_found_in_front_matter(site: TinySite) -> None:
    """They refer to other places more than anything else does."""
    site.write(
        f"{FOLDER}/b1.md", PAPER.replace("by: [The engineer]", "by: [The engineer]\neditor_notes:\n  - Fine.\n  - See item B8.")
    )
    assert told(site, "--references")[0] == f"{FOLDER}/b1.md:9:5: {LEFT} the public record holds nothing that is called so."


@pytest.mark.site
def test_the_page_of_a_written_link_is_as_short_as_can_be(site: TinySite) -> None:
    """The address of an id is made anew for each page."""
    site.write(f"{FOLDER}/b1.md", PAPER.replace("found sound.", "found [sound](record:group/2025-03-02/notes/#minute-7)."))
    site.build()
    assert '<a href="../notes/#minute-7">sound</a>' in site.html("group/2025-03-02/b1")
    assert b"record:group" not in b"".join(data for name, data in site.files().items() if name.endswith(".html"))
