"""What is shown at the moment: the last good site, and why a newer one is not shown."""

from __future__ import annotations

import secrets
import threading
from collections.abc import Sequence
from dataclasses import dataclass, replace

from public_record.model.findings import Finding
from public_record.serving.site import Site


@dataclass(frozen=True, slots=True)
class Shown:
    """What every request is answered from."""

    number: int = 0
    """Higher with everything that a reader can see."""
    site: Site | None = None
    """The last good one; None before there was any."""
    findings: tuple[Finding, ...] = ()
    problems: tuple[str, ...] = ()
    """What is wrong without being at a place in a file, in sentences."""

    @property
    def path(self) -> str:
        """The path below which the site stands."""
        return self.site.path if self.site else "/"


class Board:
    """Holds what is shown, and wakes who waits for something new."""

    def __init__(self) -> None:
        # A page that was opened before a restart is not to take the new number for its own.
        self.shown = Shown(secrets.randbits(31))
        self._changed = threading.Condition()

    def put(self, site: Site) -> None:
        """Show a new site, in which nothing is wrong."""
        self._show(Shown(site=site))

    def refuse(self, findings: Sequence[Finding], problems: Sequence[str] = ()) -> None:
        """Keep the last good site, and show why there is no newer one."""
        self._show(replace(self.shown, findings=tuple(findings), problems=tuple(problems)))

    def wait(self, number: int, seconds: float) -> int:
        """Wait until something newer than `number` is shown, or for so many seconds. Returns the number of what is shown."""
        with self._changed:
            self._changed.wait_for(lambda: self.shown.number > number, seconds)
            return self.shown.number

    def _show(self, shown: Shown) -> None:
        with self._changed:
            self.shown = replace(shown, number=self.shown.number + 1)
            self._changed.notify_all()
