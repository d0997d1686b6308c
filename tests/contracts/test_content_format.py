"""What a clerk may write stands in docs/content-format.md, and the examples there are right."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from public_record.model.forms import Form
from public_record.model.kinds import FORMS

PAGE = (Path(__file__).parents[2] / "docs" / "content-format.md").read_text(encoding="utf-8")


def _forms(form: type[Form] = Form) -> list[type[Form]]:
    return [form, *(below for one in form.__subclasses__() for below in _forms(one))]


KEYS = sorted(
    {
        info.alias or name
        for form in _forms()
        if form.__module__ in {one.__module__ for one in FORMS.values()}
        for name, info in form.model_fields.items()
    }
)


@pytest.mark.parametrize("key", KEYS)
def test_every_key_of_every_form_is_explained(key: str) -> None:
    """A key that no clerk can read of might as well not be there."""
    assert re.search(rf"\b{key}\b", PAGE)
