"""Type-checked and never run: each marked line must be a type error, or mypy reports the unused mark."""

from __future__ import annotations

from public_record.model.record import Paragraph
from public_record.model.text import PublicText, Sealed
from public_record.pages.markdown import render

sealed = Sealed("text")
public = PublicText("text")


def shown(text: PublicText) -> str:
    """Stand for whatever takes released text."""
    return text.markdown


shown(public)
shown(sealed)  # type: ignore[arg-type]
shown("text")  # type: ignore[arg-type]

render([public])
render([sealed])  # type: ignore[list-item]
render(["text"])  # type: ignore[list-item]

Paragraph("text-1", None, public)
Paragraph("text-1", None, sealed)  # type: ignore[arg-type]
Paragraph("text-1", None, "text")  # type: ignore[arg-type]

PublicText(sealed)  # type: ignore[arg-type]
PublicText.join([sealed])  # type: ignore[list-item]
