"""What is public on its own account may stand anywhere."""

from __future__ import annotations

from public_record.model.vocabulary import SCHEDULE_12A
from public_record.outputs.phrases import public_phrases
from published import SETTINGS, item, meeting, minute, paper, record


def test_titles_names_and_statutory_words_are_public() -> None:
    """A withheld paper may be called what its item is called in public."""
    held = meeting(item(title="A public title", papers=(paper(title="A paper's title"),)), minutes=(minute(),))
    phrases = set(public_phrases(record(held), SETTINGS))
    assert {*SCHEDULE_12A.values(), "The Example Group", "A public title", "A paper's title", "The bridge"} <= phrases
