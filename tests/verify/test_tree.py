from __future__ import annotations

from pathlib import Path

from public_record.verify.tree import entries


def test_links_are_named_and_not_followed(tmp_path: Path) -> None:
    """What they lead to is decided elsewhere, and one may lead round in circles."""
    (tmp_path / "a").mkdir()
    (tmp_path / "a" / "b.txt").write_text("x")
    (tmp_path / "c").symlink_to(tmp_path / "a")
    (tmp_path / "d.txt").symlink_to(tmp_path / "a" / "b.txt")
    found = [(entry.name, entry.is_file, entry.is_folder, entry.is_link, entry.read()) for entry in entries(tmp_path)]
    assert found == [
        ("a", False, True, False, b""),
        ("c", False, True, True, b""),
        ("d.txt", True, False, True, b"x"),
        ("a/b.txt", True, False, False, b"x"),
    ]


def test_what_is_left_out_is_not_entered(tmp_path: Path) -> None:
    """It may be changing under whoever looks into it."""
    for name in ("a/b.txt", "a/c/d.txt", "e.txt", "ab.txt"):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).touch()
    assert [entry.name for entry in entries(tmp_path, ("a", "e.txt"))] == ["ab.txt"]
    assert [entry.name for entry in entries(tmp_path, ("a/c",))] == ["a", "ab.txt", "e.txt", "a/b.txt"]
