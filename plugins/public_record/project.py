"""Where things stand in a project. The layout is fixed: one thing less that a configuration could get wrong."""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path

PRIVATE = "PUBLIC_RECORD_PRIVATE"
"""Environment variable that names a second, private tree laid over content/. MkDocs' own commands take no options of ours."""

DENYLIST = "PUBLIC_RECORD_DENYLIST"
"""Environment variable that names the private list of names that must never appear."""


@dataclass(frozen=True, slots=True)
class Project:
    """A folder with mkdocs.yml, content/ and site_config/."""

    root: Path
    overlaid: bool = True
    """Whether a private tree may be laid over it. The public record is the same without."""

    @property
    def content(self) -> Path:
        """The record: private."""
        return self.root / "content"

    @property
    def settings(self) -> Path:
        """Bodies, wording, policy: public."""
        return self.root / "site_config" / "record.yml"

    @property
    def private(self) -> Path | None:
        """A second tree for what is restricted, laid over the first, if one is given: the site is the same without."""
        named = os.environ.get(PRIVATE)
        return Path(named) if self.overlaid and named else None

    @property
    def pages(self) -> Path:
        """Hand-written pages: public."""
        return self.root / "site_config" / "pages"

    @property
    def configuration(self) -> Path:
        """The host's configuration."""
        return self.root / "mkdocs.yml"

    def publishes(self, path: Path) -> bool:
        """Say whether a file at a path would be published, or could be taken for the record."""
        public = (self.content, self.root / "site_config", self.root / "site")
        return any(path.resolve().is_relative_to(folder.resolve()) for folder in public)

    @property
    def denylist(self) -> Path | None:
        """The private list of names that must never appear, if one is given. An empty name is one that leads nowhere."""
        named = os.environ.get(DENYLIST)
        return None if named is None else Path(named)
