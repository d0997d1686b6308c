"""Every rule is explained, and every rule is broken by some test."""

from __future__ import annotations

from pathlib import Path

import pytest

from public_record.model.rules import RULES, Rule

TESTS = Path(__file__).parents[1]


def test_every_rule_has_an_explanation() -> None:
    """And the table holds no other."""
    assert list(RULES) == sorted(Rule)


@pytest.mark.parametrize("rule", Rule)
def test_every_rule_is_explained_in_sentences_and_by_example(rule: Rule) -> None:
    """What it asks, why, and what is wrong and right."""
    explanation = RULES[rule]
    assert explanation.asks.endswith(".")
    assert explanation.why.endswith(".")
    assert explanation.wrong != explanation.right


def test_every_rule_is_broken_by_a_test() -> None:
    """A rule that nothing produces is a promise that nobody keeps."""
    texts = "\n".join(path.read_text() for path in TESTS.rglob("test_*.py") if path != Path(__file__))
    assert [
        rule.value
        for rule in Rule
        if f'"{rule.value}"' not in texts and f" {rule.value}" not in texts and f"[{rule.value}]" not in texts
    ] == []
