"""A change is noticed by the state of the files."""

from __future__ import annotations

import os
from pathlib import Path

from public_record.project import Project
from public_record.serving.stamps import of_frame, of_record, stamps


def test_a_file_that_is_written_added_moved_or_removed_is_noticed(tmp_path: Path) -> None:
    """Whatever happens to a file, the state is another."""
    file = tmp_path / "folder" / "file.md"
    file.parent.mkdir()
    file.write_text("one")
    seen = [stamps([tmp_path])]
    file.write_text("other")
    seen.append(stamps([tmp_path]))
    os.utime(file, ns=(1, 1))
    seen.append(stamps([tmp_path]))
    file.rename(tmp_path / "folder" / "moved.md")
    seen.append(stamps([tmp_path]))
    (tmp_path / "folder" / "moved.md").unlink()
    seen.append(stamps([tmp_path]))
    assert len(set(seen)) == len(seen)


def test_nothing_happens_and_nothing_is_noticed(tmp_path: Path) -> None:
    """Looking is no change, and what is not there is no part of it."""
    (tmp_path / "file.md").write_text("one")
    assert stamps([tmp_path, tmp_path / "missing"]) == stamps([tmp_path])


def test_all_that_a_site_is_made_from_is_watched(tmp_path: Path) -> None:
    """Record and configuration, settings, hand-written pages and theme."""
    project = Project(tmp_path)
    watched = [path.relative_to(tmp_path).as_posix() for path in (*of_record(project), *of_frame(project))]
    assert watched == ["content", "mkdocs.yml", "site_config"]
