"""A name on the private denylist stops the build, and nobody learns it from the list, the log or the message."""

from __future__ import annotations

import gzip
import json
from pathlib import Path

import pytest

from public_record.verify.denylist import Denylist, DenylistError, struck

HEAD = "public-record denylist 2 " + "0" * 32
MADE_BEFORE = (
    "the denylist is of the time when a name with accents and the same without were two; put its names on a new one with `deny`"
)


@pytest.fixture
def denylist() -> Denylist:
    """A list of one name and one phrase."""
    names = Denylist.empty()
    names.add("Zebedee Quill")
    names.add("Operation Blue-Kettle")
    return names


def test_a_name_is_found_however_it_is_written(tmp_path: Path, denylist: Denylist) -> None:
    """Case, mark-up, dashes and compression do not hide it."""
    (tmp_path / "a.html").write_text("<p>Said <b>ZEBEDEE</b> Quill.</p>")
    (tmp_path / "b.json.gz").write_bytes(gzip.compress(b'{"x": "operation blue kettle"}'))
    (tmp_path / "c.html").write_text("<p>Zebedee and Quill.</p>")
    assert list(struck(tmp_path, denylist)) == ["a.html", "b.json.gz"]


@pytest.mark.parametrize("listed", ["Jos\u00e9 Quill", "Jose Quill", "JOSE\u0301 QUILL"], ids=["accent", "none", "mark"])
def test_a_name_is_found_with_its_accents_and_without(tmp_path: Path, listed: str) -> None:
    """Whichever way it was put on the list: a mark neither parts a word nor makes another one of it."""
    names = Denylist.empty()
    names.add(listed)
    ways = [
        "Jos\u00e9 Quill",
        "Jose Quill",
        "Jose\u0301 Quill",
        "Jos&eacute; Quill",
        "Jos&#101;&#769; Quill",
        "Jos%C3%A9-Quill",
    ]
    ways += ["J\u00f3se<b>\u0301</b> Quill", "Jo<i>\u0301</i>se Quill", "<script>'Jose\\u0301 Quill'</script>"]
    for number, written in enumerate(ways):
        (tmp_path / f"{number}.html").write_text(f"<p>Said {written}.</p>")
    (tmp_path / "a.json").write_text(json.dumps("Jos\u00e9 Quill"))
    (tmp_path / "none.html").write_text("<p>Jo se Quill, Josef Quill, Jos Quill.</p>")
    assert list(struck(tmp_path, names)) == [*(f"{number}.html" for number in range(len(ways))), "a.json"]


def test_a_name_in_the_name_of_a_file_is_not_printed(tmp_path: Path, denylist: Denylist) -> None:
    """The message is read by more people than the list: it gives the folder in which the file stands."""
    (tmp_path / "kcsp" / "zebedee-quill").mkdir(parents=True)
    (tmp_path / "kcsp" / "zebedee-quill" / "a.txt").touch()
    (tmp_path / "Operation_Blue-Kettle.png").touch()
    assert list(struck(tmp_path, denylist)) == ["/", "kcsp/", "kcsp/"]


def test_the_list_comes_back_from_its_file_without_its_names(tmp_path: Path, denylist: Denylist) -> None:
    """What is stored are hashes, readable for the owner alone."""
    path = tmp_path / "names"
    denylist.write(path)
    assert path.stat().st_mode & 0o077 == 0
    assert b"zebedee" not in path.read_bytes().lower()
    read = Denylist.read(path)
    assert (len(read), read.strikes(["zebedee", "quill"]), read.strikes(["quill"])) == (2, True, False)


@pytest.mark.parametrize(
    ("content", "message"),
    [
        (None, "the denylist cannot be read"),
        ("", "the denylist cannot be read"),
        ("some names\n", "the first line of the denylist is not that of a denylist"),
        (HEAD.removeprefix("public-") + "\n", "the first line of the denylist is not that of a denylist"),
        (HEAD.replace("2", "3") + "\n", "the first line of the denylist is not that of a denylist"),
        (HEAD.replace("2", "1") + "\n", MADE_BEFORE),
        (HEAD[:-1] + "\n", "the first line of the denylist is not that of a denylist"),
        (HEAD + "0\n", "the first line of the denylist is not that of a denylist"),
        ("\u00e9\n", "the denylist cannot be read"),
        (f"{HEAD}\nZebedee Quill\n", "line 2 of the denylist is broken"),
        (f"{HEAD}\n1 {'a' * 40}\n2 {'a' * 39}\n", "line 3 of the denylist is broken"),
        (f"{HEAD}\n100 {'a' * 40}\n", "line 2 of the denylist is broken"),
        (f"{HEAD}\n1 {'a' * 40} \n", "line 2 of the denylist is broken"),
    ],
    ids=[
        *(
            "missing",
            "empty",
            "no-head",
            "half-a-head",
            "a-later-version",
            "an-earlier-version",
            "short-salt",
            "long-salt",
            "other-letters",
        ),
        *("a-name", "short-hash", "too-many-words", "something-behind"),
    ],
)
def test_a_list_that_cannot_be_used_is_an_error(tmp_path: Path, content: str | None, message: str) -> None:
    """A list that was asked for and does nothing would protect nobody; the message quotes nothing of it."""
    path = tmp_path / "names"
    if content is not None:
        path.write_text(content)
    with pytest.raises(DenylistError) as caught:
        Denylist.read(path)
    assert str(caught.value) == message


def test_a_list_of_another_day_strikes_as_it_did(tmp_path: Path) -> None:
    """Nobody can make its hashes anew: the names are not in it."""
    path = tmp_path / "names"
    path.write_text(f"{HEAD}\n2 cd3d233f1ac1e0a42cccc795f59e3ead35dcdb63\n")
    read = Denylist.read(path)
    assert (read.strikes(["said", "zebedee", "quill"]), read.strikes(["zebedee"])) == (True, False)


@pytest.mark.parametrize("phrase", [" - ", "", " ".join(["word"] * 100)], ids=["signs", "nothing", "a hundred words"])
def test_a_phrase_has_between_one_word_and_ninety_nine(denylist: Denylist, phrase: str) -> None:
    """Without any it would strike everywhere or nowhere; two digits stand in the file."""
    with pytest.raises(DenylistError, match=r"^a phrase of the denylist has between 1 and 99 words$"):
        denylist.add(phrase)


def test_the_shortest_and_the_longest_phrase_come_back_from_the_file(tmp_path: Path) -> None:
    """And strike at the beginning of a text, in its middle and at its end."""
    made, longest = Denylist.empty(), ["word"] * 99
    made.add("Quill")
    made.add(" ".join(longest))
    made.write(tmp_path / "names")
    lists = [made, Denylist.read(tmp_path / "names")]
    for words in (["quill"], ["a", "quill"], ["quill", "a"], longest, ["a", *longest], [*longest, "a"]):
        assert [one.strikes(words) for one in lists] == [True, True]
    assert [one.strikes(words) for one in lists for words in ([], ["a"], longest[:98], ["quil", "l"])] == [False] * 8


def test_a_list_keeps_its_salt_and_no_two_lists_share_one(tmp_path: Path) -> None:
    """Else one could be looked up in the other."""
    first, second = tmp_path / "a", tmp_path / "b"
    for path in (first, second):
        made = Denylist.empty()
        made.add("Zebedee Quill")
        made.add("zebedee  QUILL")
        made.write(path)
    head, entry = first.read_text().splitlines()
    assert (len(head), len(entry)) == (len(HEAD), 42)
    assert (head != second.read_text().splitlines()[0], entry != second.read_text().splitlines()[1]) == (True, True)
    grown = Denylist.read(first)
    grown.add("Another")
    grown.write(first)
    assert [first.read_text().splitlines()[0], len(grown), entry in first.read_text().splitlines()] == [head, 2, True]
    assert first.read_text().endswith("\n")
