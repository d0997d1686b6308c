"""The staged site: built beside the old one, put in its place by one exchange, thrown away on failure."""

from __future__ import annotations

import ctypes
import os
import shutil
from pathlib import Path

from public_record.host.turns import give_turn, wait_for_turn

_AT_FDCWD = -100
_RENAME_EXCHANGE = 2


class Staging:
    """A folder beside the site in which the next site is built.

    Its name is always the same: what a build that was cut off left there is removed by the next, and no log differs.
    """

    def __init__(self, site: Path) -> None:
        # Where the site's name is a link, the folder that it leads to is the site.
        self.site = site.resolve()
        self.folder = self.site.parent / f".{self.site.name}-next"
        self._begun = False

    def begin(self) -> Path:
        """Make the folder, empty, and name it. Where another build is at work, it is waited for."""
        self.folder.parent.mkdir(parents=True, exist_ok=True)
        wait_for_turn(self.folder.parent)
        self._begun = True
        self._remove()
        self.folder.mkdir()
        return self.folder

    def promote(self) -> None:
        """Put the staged site in the place of the old one. Until that instant the old one stands."""
        if not self.site.exists():
            self.folder.rename(self.site)
        elif _exchange(self.folder, self.site):
            self._remove()
        else:
            self._replace()
        self._end()

    def discard(self) -> None:
        """Throw the folder away, or whatever stands in its place: if it was begun here, and not by another build."""
        if self._begun:
            self._remove()
            self._end()

    def _end(self) -> None:
        self._begun = False
        give_turn(self.folder.parent)

    def _remove(self) -> None:
        if self.folder.is_symlink() or self.folder.is_file():
            self.folder.unlink()
        shutil.rmtree(self.folder, ignore_errors=True)

    def _replace(self) -> None:
        """Do in two renames what this system cannot do in one."""
        old = self.site.parent / f".{self.site.name}-old"
        shutil.rmtree(old, ignore_errors=True)
        self.site.rename(old)
        try:
            self.folder.rename(self.site)
        except OSError:
            old.rename(self.site)
            raise
        shutil.rmtree(old, ignore_errors=True)


def _exchange(one: Path, other: Path) -> bool:
    """Exchange two folders in one step (Linux); False where the system does not offer it."""
    try:
        rename = ctypes.CDLL(None, use_errno=True).renameat2
    except (AttributeError, OSError):
        return False
    status = rename(_AT_FDCWD, os.fsencode(one), _AT_FDCWD, os.fsencode(other), _RENAME_EXCHANGE)
    return bool(status == 0)
