"""The pages of the rules, for the terminal and for docs/rules/, from the one table in `model.rules`."""

from __future__ import annotations

from textwrap import indent

from public_record.model.rules import RULES, Rule

_MADE = "made by `public-record reference`; change it in `model/rules.py`."


def explanation(rule: Rule) -> str:
    """Explain one rule in plain text."""
    page = RULES[rule]
    return f"{rule}\n\n{page.asks}\n\nWhy: {page.why}\n\n{example(rule)}\n\n{cure(rule)}"


def example(rule: Rule) -> str:
    """Show what breaks a rule."""
    return f"Wrong:\n\n{_code(RULES[rule].wrong)}"


def cure(rule: Rule) -> str:
    """Show the same, mended."""
    return f"Right:\n\n{_code(RULES[rule].right)}"


def rules_index() -> str:
    """Write the list of all rules in Markdown."""
    head = (
        "# Rules\n\n"
        "What `check` and the build look at, by the id that stands in every finding. Each has a page of its own, with why, an "
        f"example and the cure; `explain RULE` shows it in the terminal. This page is {_MADE}\n\n"
        "| rule | what it asks for |\n| --- | --- |\n"
    )
    return head + "".join(f"| [{rule}](rules/{rule}.md) | {RULES[rule].asks} |\n" for rule in sorted(RULES))


def rule_page(rule: Rule) -> str:
    """Write the page of one rule in Markdown."""
    page = RULES[rule]
    return (
        f"# {rule}\n\n{page.asks}\n\n## Why\n\n{page.why}\n\n## Example\n\n{example(rule)}\n\n## Cure\n\n{cure(rule)}\n\n"
        f"[All rules](../rules.md). This page is {_MADE}\n"
    )


def _code(text: str) -> str:
    return indent(text, "    ")
