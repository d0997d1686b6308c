from __future__ import annotations

import pytest

from public_record.verify.names import sayable


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("a/b.html", "a/b.html"),
        ("a/b/secret.html", "a/b/"),
        ("a/b/a-secret/c/d.html", "a/b/"),
        ("a/secret/secret/d.html", "a/"),
        ("a/b/X/c/d.html", "a/b/"),
        ("a%20secret/b.html", "/"),
        ("secret.html", "/"),
    ],
)
def test_a_name_is_cut_off_before_what_must_not_be_told(name: str, said: str) -> None:
    """And nowhere else: whoever must act needs to know where to look."""
    assert sayable(name, lambda words: not {"secret", "x"}.isdisjoint(words)) == said
