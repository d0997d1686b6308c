"""Addresses that links of an attachment may have."""

from __future__ import annotations

import re

_PUBLIC = re.compile(r"(?:https?://|mailto:)[!-~]+", re.IGNORECASE)


def is_public(address: str) -> bool:
    """Say whether an address is one of the web, or of a letter: any other names a machine, a person's folder or a script."""
    return bool(_PUBLIC.fullmatch(address))
