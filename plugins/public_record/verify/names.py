"""Names of files as a log may give them: logs are public, and a name can be a leak itself."""

from __future__ import annotations

import posixpath
from collections.abc import Callable

from public_record.verify.text import texts


def sayable(name: str, told: Callable[[list[str]], bool]) -> str:
    """Cut a name off before the part whose words must not be told; what is left ends in `/`."""
    while name and any(told(words) for words in texts(name, b"")):
        name = posixpath.dirname(name.rstrip("/")) + "/"
    return name
