"""Where things stand in a project. The layout is fixed: one thing less that a configuration could get wrong."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Project:
    """A folder with mkdocs.yml, content/ and site_config/."""

    root: Path

    @property
    def content(self) -> Path:
        """The record: private."""
        return self.root / "content"

    @property
    def settings(self) -> Path:
        """Bodies, wording, policy: public."""
        return self.root / "site_config" / "record.yml"

    @property
    def configuration(self) -> Path:
        """The host's configuration."""
        return self.root / "mkdocs.yml"
