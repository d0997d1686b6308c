"""In which order the keys of front matter usually stand."""

from __future__ import annotations

from public_record.model.kinds import FORMS

_FIRST = ("kind", "access", "body", "date", "item", "paper", "appendix", "occurrence", "replaces", "version")
"""What says which document this is, and whether it is public, is looked for on top."""


def usual_order(kind: str) -> tuple[str, ...]:
    """List the keys of a kind of document: what names it, then the rest in the order of its form."""
    names = [info.alias or name for name, info in FORMS[kind].model_fields.items()]
    return tuple(sorted(names, key=lambda name: _FIRST.index(name) if name in _FIRST else len(_FIRST)))
