"""The record as the clerk finds it, and the one way to change it: what would make `check` fail is taken back."""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Iterator, Mapping
from contextlib import suppress
from datetime import date
from pathlib import Path

from public_record.clerk.refusal import RefusalError
from public_record.examine import examine
from public_record.model.findings import Finding, stops
from public_record.model.private import AnyForm_co, Document, MeetingFolder, PrivateRecord
from public_record.model.settings import Settings
from public_record.project import Project
from public_record.sources.files import MEETINGS
from public_record.sources.load import load
from public_record.sources.settings import load_settings


class Filing:
    """One tree of the record, to read in and to write to.

    Without `private` nothing of a private tree is looked at: what is written goes into content/, which may be public.
    """

    def __init__(self, project: Project, today: date, *, private: bool = False) -> None:
        if private and project.private is None:
            raise RefusalError("there is no private tree: PUBLIC_RECORD_PRIVATE names none.")
        settings, _ = load_settings(project.settings)
        if settings is None:
            raise RefusalError("site_config/record.yml cannot be used; `check` says why.")
        self.project = project
        self.today = today
        self.settings: Settings = settings
        self.tree: Path = project.private if private and project.private else project.content
        self.record: PrivateRecord = load(project.content, self.tree if private else None).record

    def meetings_of(self, body: str) -> list[MeetingFolder]:
        """List the meetings of a body, the oldest first."""
        return sorted((one for one in self.record.meetings if one.body == body), key=lambda one: one.date)

    def meeting(self, body: str, day: date) -> MeetingFolder | None:
        """Find a meeting."""
        return next((one for one in self.meetings_of(body) if one.date == day), None)

    def in_meeting(self, body: str, day: date, name: str) -> Path:
        """Say where a document of a meeting stands."""
        return self.tree / MEETINGS / f"{day.isoformat()}-{body}" / name

    def file_of(self, document: Document[AnyForm_co]) -> Path:
        """Find the file of a document: in the tree that is written to, before the one below it."""
        inside = document.path.partition("/")[2]
        return next(tree / inside for tree in (self.tree, self.project.content) if (tree / inside).is_file())

    def schema(self, path: Path, kind: str) -> str | None:
        """Say where, from a file, the JSON Schema of its kind stands; None where the project has none."""
        schema = self.project.root / "docs" / "schema" / f"{kind}.schema.json"
        inside = path.is_relative_to(self.project.root)
        return Path(os.path.relpath(schema, path.parent)).as_posix() if inside and schema.is_file() else None

    def add(self, path: Path, text: str) -> list[Finding]:
        """Write a new file, and give the warnings about it; it is taken away again where `check` would fail by it."""
        self._insist_on_place(path)
        made = [folder for folder in (path.parent, path.parent.parent) if not folder.exists()]
        before = self._errors()
        path.parent.mkdir(parents=True, exist_ok=True)
        try:
            with path.open("x", encoding="utf-8", newline="\n") as opened:
                opened.write(text)
        except FileExistsError:
            raise RefusalError(f"{self.shown(path)} is there already, and nothing is overwritten.") from None
        after = examine(self.project, self.today)
        if wrong := list(_new(before, after)):
            path.unlink()
            for folder in made:
                folder.rmdir()
            raise RefusalError(f"{self.shown(path)} was not written, because `check` would then say:", wrong)
        return [finding for finding in after if finding.place.path == self.shown(path)]

    def replace(self, texts: Mapping[Path, str]) -> None:
        """Change files; all of them are as they were again where `check` would fail by it."""
        before, old = self._errors(), {path: path.read_bytes() for path in texts}
        try:
            for path, text in texts.items():
                path.write_bytes(text.encode())
            wrong = list(_new(before, examine(self.project, self.today)))
        except BaseException:
            _restore(old)
            raise
        if wrong:
            _restore(old)
            raise RefusalError("nothing was changed, because `check` would then say:", wrong)

    def shown(self, path: Path) -> str:
        """Write a path as findings show it."""
        return f"{self.tree.name}/{path.relative_to(self.tree).as_posix()}"

    def _insist_on_place(self, path: Path) -> None:
        """Refuse to write through a link that leads out of the tree."""
        nearest = next(folder for folder in path.parents if folder.exists())
        if not nearest.resolve().is_relative_to(self.tree.resolve()):
            raise RefusalError(f"{self.shown(path)} would stand outside {self.tree.name}/.")

    def _errors(self) -> Counter[tuple[str, str, str]]:
        return Counter(_told(finding) for finding in examine(self.project, self.today) if stops([finding]))


def _restore(old: Mapping[Path, bytes]) -> None:
    for path, data in old.items():
        with suppress(OSError):
            path.write_bytes(data)


def _new(before: Counter[tuple[str, str, str]], after: list[Finding]) -> Iterator[Finding]:
    """Yield the errors that were not there before, wherever their lines are now."""
    left = before.copy()
    for finding in after:
        if stops([finding]):
            left[_told(finding)] -= 1
            if left[_told(finding)] < 0:
                yield finding


def _told(finding: Finding) -> tuple[str, str, str]:
    return finding.place.path, finding.rule, finding.message
