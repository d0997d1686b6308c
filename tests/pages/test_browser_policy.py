"""What browsers are told to refuse, and what hosts are told to send."""

from __future__ import annotations

from pathlib import Path

import pytest

from public_record.pages.browser_policy import headers, policy
from public_record.pages.page import PageKind

PUBLISHING = Path(__file__).parents[2] / "docs" / "publishing.md"


@pytest.mark.parametrize("kind", [None, *PageKind])
def test_no_policy_has_an_exception(kind: PageKind | None) -> None:
    """Nothing inline, nothing from elsewhere, on any kind of page; hand-written ones have none."""
    sources = {source for directive in policy(kind).split("; ") for source in directive.split()[1:]}
    assert sources - {"'wasm-unsafe-eval'"} <= {"'self'", "'none'", "'script'"}
    assert ("'wasm-unsafe-eval'" in sources) == (kind is PageKind.SEARCH)


def test_the_header_is_documented_as_it_is() -> None:
    """Whoever sets up a host copies it from there."""
    written = "\n".join(f"{name}: {value}" for name, value in headers().items())
    assert f"```\n{written}\n```" in PUBLISHING.read_text(encoding="utf-8")
