from __future__ import annotations

import gzip
from collections.abc import Callable
from pathlib import Path

import pytest

from public_record.model.findings import Place
from public_record.model.fingerprints import Fingerprints, words_of
from public_record.verify.scan import Leak, Scan, leaks_in, scan
from public_record.verify.text import UnreadableError
from public_record.verify.tree import Entry

PLACE = Place("content/meetings/2025-03-02-group/b1.md", 9)
TITLE = "Ferry contract dispute"
BODY = "the operator asked for forty thousand pounds more than was agreed in writing"
CLEAN = {
    "index.html": "<h1>The ferry</h1><p>A contract is in dispute.</p>",
    "data/record.json": '{"titles": ["The ferry"]}',
    "sitemap.xml": "<urlset><url><loc>/</loc></url></urlset>",
    "assets/a.js": "let ferry = 1",
}


def kept(*texts: str) -> Fingerprints:
    prints = Fingerprints()
    for text in texts:
        prints.add(words_of(text), PLACE)
    return prints


@pytest.fixture
def site(tmp_path: Path) -> Path:
    for name, text in CLEAN.items():
        write(tmp_path, name, text)
    return tmp_path


def write(site: Path, name: str, text: str | bytes) -> None:
    path = site / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(text if isinstance(text, bytes) else text.encode())


def test_a_clean_site_has_nothing_to_report(site: Path) -> None:
    """Most builds end here."""
    assert scan(site, kept(TITLE, BODY)) == []
    assert scan(site, Fingerprints()) == []


def test_each_leak_is_named_by_both_its_places(site: Path) -> None:
    """Whoever must act needs to know which file to open, and the log is public."""
    write(site, "kcsp/b1/index.html", f"<p>{BODY}</p><p>{TITLE}</p>")
    write(site, "sitemap.xml.gz", gzip.compress(TITLE.encode()))
    assert scan(site, kept(TITLE, BODY)) == [Leak("kcsp/b1/index.html", PLACE), Leak("sitemap.xml.gz", PLACE)]


def test_a_leak_that_all_pages_have_in_common_is_named_in_each(site: Path) -> None:
    """What is the same on every page is read once, but not where something was found."""
    for name in ("a/index.html", "b/index.html"):
        write(site, name, f'<p class="all">Ferry</p><img alt="{TITLE}">')
    write(site, "c/index.html", f'<p class="all">{TITLE}</p>')
    found = [Leak(f"{name}/index.html", PLACE) for name in "abc"]
    assert scan(site, kept(TITLE, BODY)) == found


@pytest.mark.parametrize("kind", ["html", "json", "pf_fragment", "csv"])
def test_every_file_of_a_kind_is_read(site: Path, kind: str) -> None:
    """They are parted among processes; none falls between two of them."""
    names = [f"pagefind/{number}.{kind}" for number in range(7)]
    for name in names:
        write(site, name, "The ferry")
    for name in names:
        write(site, name, TITLE)
        assert scan(site, kept(TITLE)) == [Leak(name, PLACE)]
        write(site, name, "The ferry")


def test_no_report_holds_the_words(site: Path) -> None:
    """Logs are public, names of files included."""
    write(site, "papers/ferry-contract-dispute/annex.txt", "x")
    (site / "Ferry contract dispute").mkdir()
    leaks = scan(site, kept(TITLE, BODY))
    assert leaks == [Leak("/", PLACE), Leak("papers/", PLACE)]
    assert not any(word in repr(leaks).lower() for word in words_of(TITLE))


def test_a_run_inside_a_public_phrase_does_not_count(site: Path) -> None:
    """Statutory wording and public titles stand in open and closed papers alike."""
    write(site, "a.txt", f"{TITLE}. {BODY}")
    assert scan(site, kept(TITLE), public=[f"Item 3: {TITLE}, update"]) == []
    assert scan(site, kept(BODY), public=[BODY]) == []
    assert scan(site, kept(BODY), public=["the operator asked for forty thousand pounds more"]) == [Leak("a.txt", PLACE)]
    assert scan(site, kept(TITLE), public=["Ferry contract", "dispute"]) == [Leak("a.txt", PLACE)]


def test_a_file_of_the_theme_is_not_read_while_it_is_as_shipped(site: Path, tmp_path_factory: pytest.TempPathFactory) -> None:
    """The theme's scripts are half of a small site. Changed by a byte, or elsewhere, they are files like any other."""
    theme = tmp_path_factory.mktemp("theme")
    write(theme, "assets/a.js", TITLE)
    write(site, "assets/a.js", TITLE)
    assert scan(site, kept(TITLE), shipped=[theme]) == []
    write(site, "assets/a.js", TITLE + " ")
    write(site, "assets/b.js", TITLE)
    assert scan(site, kept(TITLE), shipped=[theme]) == [Leak("assets/a.js", PLACE), Leak("assets/b.js", PLACE)]


def test_a_leak_in_the_name_of_a_shipped_file_is_seen(site: Path, tmp_path_factory: pytest.TempPathFactory) -> None:
    """The name is ours, whoever made the contents."""
    theme = tmp_path_factory.mktemp("theme")
    for folder in (theme, site):
        write(folder, "ferry-contract-dispute.png", b"\x89")
    assert scan(site, kept(TITLE), shipped=[theme]) == [Leak("/", PLACE)]


def test_a_site_that_cannot_be_read_is_not_clean(site: Path, tmp_path: Path) -> None:
    """An empty report must mean that everything was read."""
    write(site, "a.gz", b"\x1f\x8b broken")
    with pytest.raises(UnreadableError):
        scan(site, kept(TITLE))
    with pytest.raises(FileNotFoundError):
        scan(tmp_path / "nowhere", kept(TITLE))


def test_a_file_by_itself_is_searched_as_in_a_site(tmp_path: Path) -> None:
    """`serve` gives out one file after the other. What others made, as they made it, is not read."""
    write(tmp_path, "assets/a.js", TITLE)
    for name, shipped, expected in (
        ("assets/a.js", [], [Leak("assets/a.js", PLACE)]),
        ("assets/a.js", [tmp_path], []),
        ("assets/b.js", [tmp_path], [Leak("assets/b.js", PLACE)]),
    ):
        assert leaks_in(name, TITLE.encode(), kept(TITLE), shipped) == expected
    assert leaks_in("ferry-contract-dispute.js", b"", kept(TITLE)) == [Leak("/", PLACE)]


def _begun(site: Path, *unfinished: str) -> Scan:
    begun = Scan(site, kept(TITLE, BODY))
    begun.look_ahead(unfinished)
    return begun


@pytest.mark.parametrize(
    ("ahead", "after", "leaks"),
    [
        ("The ferry", "The ferry", []),
        (TITLE, "The ferry", ["a.txt"]),
        ("The ferry", TITLE, ["pagefind/b.txt"]),
        (TITLE, TITLE, ["a.txt", "pagefind/b.txt"]),
    ],
    ids=["nowhere", "ahead", "after", "both"],
)
def test_a_site_that_is_looked_at_in_two_goes_is_looked_at_whole(site: Path, ahead: str, after: str, leaks: list[str]) -> None:
    """Most of it while the index is being made. Whichever part holds a leak, it is told at the end, with every file."""
    write(site, "a.txt", ahead)
    write(site, "pagefind/a.txt", "The ferry")
    begun = _begun(site, "pagefind")
    write(site, "pagefind/b.txt", after)
    assert begun.leaks() == [Leak(name, PLACE) for name in leaks]


@pytest.mark.parametrize(
    ("name", "change"),
    [
        ("index.html", lambda file: file.write_text(TITLE)),
        ("index.html", lambda file: file.rename(file.with_name("a.html")).with_name("index.html").write_text(TITLE)),
        ("a.html", lambda file: file.write_text(TITLE)),
    ],
    ids=["written", "exchanged", "new"],
)
def test_what_has_changed_since_is_looked_at_again(site: Path, name: str, change: Callable[[Path], object]) -> None:
    """Nothing is taken for read that is not what was read."""
    write(site, "index.html", "-" * len(TITLE))
    begun = _begun(site)
    change(site / name)
    assert begun.leaks() == [Leak(name, PLACE)]


def test_what_is_gone_since_may_have_been_all_that_held_what_another_repeats(site: Path) -> None:
    """An archive is not opened for a file that stands beside it: without that file, what was seen of it does not count."""
    write(site, "a.json", "[]")
    begun = _begun(site)
    (site / "a.json").unlink()
    write(site, "b.json", f'"{TITLE}"')
    assert begun.leaks() == [Leak("b.json", PLACE)]


def test_what_stands_is_read_once(site: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """At the end only what has come since."""
    write(site, "pagefind/a.txt", "The ferry")
    begun = _begun(site, "pagefind", "b.txt")
    write(site, "b.txt", "The ferry")
    read: list[str] = []

    def reading(entry: Entry) -> bytes:
        read.append(entry.name)
        return b""

    monkeypatch.setattr(Entry, "read", reading)
    assert (begun.leaks(), read) == ([], ["b.txt", "pagefind/a.txt"])


def test_what_cannot_be_read_is_told_at_the_end(site: Path) -> None:
    """Before, nobody knows whether its name may be said; what is not finished need not be readable before."""
    write(site, "pagefind/a.gz", b"\x1f\x8b broken")
    begun = _begun(site, "pagefind")
    write(site, "pagefind/a.gz", gzip.compress(b"The ferry"))
    assert begun.leaks() == []
    write(site, "a.gz", b"\x1f\x8b broken")
    with pytest.raises(UnreadableError, match=r"^a\.gz$"):
        _begun(site).leaks()


def test_what_is_seen_and_cannot_be_named_stops_a_build_all_the_same(site: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Files are named by reading them once more, in another way: should that miss anything, it is said of the whole site."""
    write(site, "a.txt", TITLE)
    monkeypatch.setattr("public_record.verify.scan._leaks", lambda *_: [])
    assert scan(site, kept(TITLE)) == [Leak("/", PLACE)]
    assert _begun(site).leaks() == [Leak("/", PLACE)]
