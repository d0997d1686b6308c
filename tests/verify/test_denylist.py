"""A name on the private denylist stops the build, and nobody learns it from the list, the log or the message."""

from __future__ import annotations

import gzip
from pathlib import Path

import pytest

from public_record.verify.denylist import Denylist, DenylistError, struck


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
        ("public-record denylist 1 " + "0" * 32 + "\nZebedee Quill\n", "line 2 of the denylist is broken"),
    ],
    ids=["missing", "empty", "no-head", "a-name"],
)
def test_a_list_that_cannot_be_used_is_an_error(tmp_path: Path, content: str | None, message: str) -> None:
    """A list that was asked for and does nothing would protect nobody; the message quotes nothing of it."""
    path = tmp_path / "names"
    if content is not None:
        path.write_text(content)
    with pytest.raises(DenylistError) as caught:
        Denylist.read(path)
    assert str(caught.value) == message


def test_a_phrase_without_words_cannot_be_listed(denylist: Denylist) -> None:
    """It would strike everywhere or nowhere."""
    with pytest.raises(DenylistError):
        denylist.add(" - ")
