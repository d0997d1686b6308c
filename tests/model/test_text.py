from __future__ import annotations

import copy
import pickle

import pytest
from pydantic import BaseModel, TypeAdapter

from public_record.model.text import PublicText, Sealed


def test_sealed_text_has_no_string_form() -> None:
    """Sealed text cannot be printed or formatted by accident."""
    sealed = Sealed("canary")
    with pytest.raises(TypeError, match="the gate releases it"):
        str(sealed)
    with pytest.raises(TypeError, match="the gate releases it"):
        f"{sealed}"


def test_sealed_text_shows_nothing_of_itself() -> None:
    """Neither it nor a form that holds it shows the text when printed."""

    class Holder(BaseModel):
        text: Sealed

    assert repr(Sealed("canary")) == "<sealed>"
    assert repr(Holder.model_validate({"text": "canary"})) == "Holder(text=<sealed>)"


@pytest.mark.parametrize("leave", [pickle.dumps, copy.deepcopy])
def test_sealed_text_does_not_leave_the_process(leave: object) -> None:
    """Copies for another process are refused."""
    assert callable(leave)
    with pytest.raises(TypeError, match="does not leave the process"):
        leave(Sealed("canary"))


def test_sealed_text_compares_with_sealed_text_alone() -> None:
    """A string is never equal to sealed text, so no set or table can hold both as one."""
    assert Sealed("a") == Sealed("a")
    assert Sealed("a") != "a"
    assert hash(Sealed("a")) == hash(Sealed("a"))
    assert bool(Sealed("a"))


def test_sealed_text_is_a_string_in_a_schema() -> None:
    """An editor is told to expect a string that is not empty."""
    assert TypeAdapter(Sealed).json_schema() == {"type": "string", "minLength": 1}


def test_released_texts_join_to_released_text() -> None:
    """What is made of released text alone is released text."""
    assert PublicText.join([PublicText("a"), PublicText("b")]) == PublicText("a\n\nb")
