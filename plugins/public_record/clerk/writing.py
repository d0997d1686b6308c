"""Writes front matter as a clerk would: short mappings on one line, lists below their key, quotation marks where needed."""

from __future__ import annotations

import textwrap
from collections.abc import Mapping
from datetime import date
from typing import Any

import yaml

from public_record.clerk.order import usual_order

_WIDTH = 10_000
"""No value is broken into lines: `format` and people move whole lines."""


class OneLine(dict[str, Any]):
    """A mapping that is written on one line, in braces."""


class _Dumper(yaml.SafeDumper):
    """PyYAML's own, with double quotation marks, lists set in, and our mapping on one line."""

    def increase_indent(self, flow: bool = False, indentless: bool = False) -> None:  # noqa: ARG002, FBT001, FBT002 - PyYAML's signature
        """Set lists in below their key."""
        super().increase_indent(flow, False)

    def choose_scalar_style(self) -> str:
        """Use the quotation marks that clerks see in every example."""
        style: str = super().choose_scalar_style()
        return '"' if style == "'" else style

    def ignore_aliases(self, data: object) -> bool:  # noqa: ARG002 - PyYAML's signature
        """Write a value out wherever it is needed: anchors are refused by our reader."""
        return True


_Dumper.add_representer(
    OneLine, lambda dumper, value: dumper.represent_mapping("tag:yaml.org,2002:map", value, flow_style=True)
)


def lines_of(values: Mapping[str, Any]) -> str:
    """Write keys and values as lines of YAML."""
    written: str = yaml.dump(
        dict(values), Dumper=_Dumper, sort_keys=False, allow_unicode=True, width=_WIDTH, default_flow_style=False
    )
    return written


def document(
    values: Mapping[str, Any], *, schema: str | None = None, remarks: Mapping[str, str] | None = None, text: str = ""
) -> str:
    """Write a whole file: keys in their usual order, those without a value left out, a remark above a key as a comment.

    A remark on a key that is left out stands where the key would.
    """
    parts = ["---\n", f"# yaml-language-server: $schema={schema}\n" if schema else ""]
    for key in usual_order(values["kind"]):
        if remark := (remarks or {}).get(key):
            parts.append(textwrap.indent(remark.rstrip("\n") + "\n", "# "))
        if values.get(key) not in (None, "", [], {}):
            parts.append(lines_of({key: values[key]}))
    return "".join([*parts, "---\n", f"\n{text.rstrip()}\n" if text.strip() else ""])


def person(name: str, role: str | None = None) -> str | OneLine:
    """Write a person as a clerk does: a bare name where no more is known."""
    return OneLine(name=name, role=role) if role else name


def as_typed(day: str) -> date | str:
    """Write a whole day without quotation marks, as a date is; a year alone needs them."""
    return date.fromisoformat(day) if len(day) == len("2016-03-16") else day
