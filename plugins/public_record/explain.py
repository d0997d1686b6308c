"""The pages of the rules, for the terminal and for docs/rules.md, from the one table in `model.rules`."""

from __future__ import annotations

from textwrap import indent

from public_record.model.rules import RULES, Rule


def explanation(rule: Rule) -> str:
    """Explain one rule in plain text."""
    page = RULES[rule]
    return f"{rule}\n\n{page.asks}\n\nWhy: {page.why}\n\nWrong:\n\n{_code(page.wrong)}\n\nRight:\n\n{_code(page.right)}"


def rules_page() -> str:
    """Write the page of all rules in Markdown."""
    head = (
        "# Rules\n\n"
        "What `check` and the build look at, by the id that stands in every finding. "
        "This page is made by `public-record reference`; change it in `model/rules.py`.\n"
    )
    return head + "".join(f"\n{_section(rule)}" for rule in sorted(RULES))


def _section(rule: Rule) -> str:
    page = RULES[rule]
    return f"## {rule}\n\n{page.asks}\n\n{page.why}\n\nWrong:\n\n{_code(page.wrong)}\n\nRight:\n\n{_code(page.right)}\n"


def _code(example: str) -> str:
    return indent(example, "    ")
