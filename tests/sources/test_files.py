from __future__ import annotations

import os
from pathlib import Path

import pytest

from builders import FOLDER, TODAY, agenda, agreement, meeting_files, paper, public, told, write
from public_record.gate.release import release
from public_record.sources.load import load
from public_record.sources.settings import load_settings


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        pytest.param(f"{FOLDER}/agenda.MD", f"{FOLDER}/agenda.MD", id="capital letters"),
        pytest.param(f"{FOLDER}/b1.docx", f"{FOLDER}/b1.docx", id="word processor"),
        pytest.param(f"{FOLDER}/.b1.md", f"{FOLDER}/.b1.md", id="hidden file"),
        pytest.param(f"{FOLDER}/old/b1.md", f"{FOLDER}/old/b1.md", id="folder in a folder"),
        pytest.param("b1.md", "b1.md", id="beside the folders"),
        pytest.param("meetings/b1.md", "meetings/b1.md", id="beside the meetings"),
        pytest.param(f"{FOLDER}/a\nb.md", FOLDER, id="name of two lines"),
    ],
)
def test_a_file_that_is_not_expected_is_refused(tmp_path: Path, name: str, expected: str) -> None:
    """No file is passed over in silence."""
    content = write(tmp_path, {name: paper()})
    assert [(str(one.place), one.rule.value) for one in load(content).findings] == [
        (f"content/{expected}:1:1", "unexpected-file")
    ]


def test_a_meeting_beside_an_unexpected_file_is_kept_back() -> None:
    """The file may be the agenda that restricts the others."""
    tree = {**meeting_files(b1=paper(item=None)), f"{FOLDER}/agenda.MD": agenda()}
    assert public(tree).meetings == ()


def test_links_are_refused_and_not_followed(tmp_path: Path) -> None:
    """A link can lead out of the record."""
    content = write(tmp_path, meeting_files(agenda=agenda()))
    (tmp_path / "draft.md").write_text(paper())
    (content / FOLDER / "b1.md").symlink_to(tmp_path / "draft.md")
    reading = load(content)
    assert [one.rule.value for one in reading.findings] == ["link"]
    assert [meeting.papers for meeting in reading.record.meetings] == [()]


def test_what_is_no_file_is_refused(tmp_path: Path) -> None:
    """A pipe with the name of a paper would keep the build waiting."""
    content = write(tmp_path, {})
    os.mkfifo(content / "b1.md")
    assert [one.rule.value for one in load(content).findings] == ["unexpected-file"]


def test_a_missing_folder_is_a_finding(tmp_path: Path) -> None:
    """There is a message and no exception."""
    assert [str(one) for one in load(tmp_path / "content").findings] == [
        "content:1:1: error [unreadable] there is no folder of this name.\n    Make it, or name another folder."
    ]


def test_what_cannot_be_opened_is_a_finding(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Files, folders, and a content folder behind a closed door; permissions do not bind whoever runs the tests."""

    def refuse(*_: object) -> bytes:
        raise PermissionError

    content = write(tmp_path, meeting_files(agenda=agenda()))
    with monkeypatch.context() as closed:
        closed.setattr(Path, "read_bytes", refuse)
        assert [one.message for one in load(content).findings] == ["this file cannot be read."]
    with monkeypatch.context() as closed:
        closed.setattr(os, "scandir", refuse)
        assert [one.message for one in load(content).findings] == ["this folder cannot be read."]
        assert [one.rule.value for one in load(content).findings] == ["unreadable"]
    with monkeypatch.context() as closed:
        closed.setattr(Path, "is_dir", refuse)
        assert [one.message for one in load(content).findings] == ["there is no folder of this name."]


def test_another_encoding_is_refused_at_its_line(tmp_path: Path) -> None:
    """The first byte that is no UTF-8 is named by its line."""
    content = write(tmp_path, {})
    (content / "agreement").mkdir()
    (content / "agreement" / "1.md").write_bytes(b"---\ntitle: \xa35\n---\n")
    assert [str(one.place) for one in load(content).findings] == ["content/agreement/1.md:2:1"]


@pytest.mark.parametrize("name", ["March 2024", "2024-13-01-hill", "2024-05-14"])
def test_a_folder_is_named_after_its_meeting(name: str) -> None:
    """A name that gives no date and body gives no address."""
    assert told({f"meetings/{name}/agenda.md": agenda()}) == [f"content/meetings/{name}:1 folder-name"]


def test_documents_stand_in_the_folder_of_their_kind() -> None:
    """The agreement is no paper of a meeting, and a paper is no agreement."""
    tree = {**meeting_files(agenda=agenda(), x=agreement()), "agreement/b1.md": paper()}
    assert told(tree) == ["x.md:2 unexpected-file", "content/agreement/b1.md:2 unexpected-file"]
    assert public(tree).agreements == ()


SETTINGS = Path("site_config/record.yml")


def test_the_settings_of_this_site_can_be_read() -> None:
    """What is in the repository is what the generator asks for."""
    assert load_settings(SETTINGS)[1] == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(None, ["settings"], id="missing"),
        pytest.param("a: b: c", ["front-matter"], id="not YAML"),
        pytest.param("\ufeff", ["encoding"], id="byte order mark"),
        pytest.param(SETTINGS.read_text() + "colour: red\n", ["unknown-key"], id="unknown key"),
        pytest.param(SETTINGS.read_text().replace("  kcsp:", "  K C:"), ["invalid-value"], id="bad id"),
    ],
)
def test_settings_that_cannot_be_used_are_findings(tmp_path: Path, text: str | None, expected: list[str]) -> None:
    """They are read as strictly as front matter."""
    path = tmp_path / "record.yml"
    if text is not None:
        path.write_text(text)
    found, findings = load_settings(path)
    assert found is None
    assert [one.rule.value for one in findings] == expected
    assert "K C" not in "".join(map(str, findings))


def test_release_of_nothing_is_nothing(tmp_path: Path) -> None:
    """An empty folder is an empty record."""
    settings, _ = load_settings(SETTINGS)
    assert settings
    reading = load(write(tmp_path, {}))
    assert release(reading.record, settings, TODAY).record.meetings == ()


def test_what_cannot_be_read_in_the_private_tree_keeps_the_meeting_back(tmp_path: Path) -> None:
    """The folder of the one is laid over that of the other, whatever their trees are called."""
    content = write(tmp_path, meeting_files(agenda=agenda(), b1=paper()))
    private = tmp_path / "private"
    (private / FOLDER).mkdir(parents=True)
    (private / FOLDER / "notes.md").write_text("no front matter")
    reading = load(content, private)
    assert [str(one.place) for one in reading.findings] == [f"private/{FOLDER}/notes.md:1:1"]
    assert [meeting.whole for meeting in reading.record.meetings] == [False]
